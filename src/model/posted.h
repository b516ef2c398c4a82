/* posted.h - a form as it was sent: names and values, and reading them with a fault
 * where one cannot be used.
 *
 * Values are valid UTF-8 without control characters but line feeds (a line ends with
 * LF, whatever the browser sent); a value that was not is marked, and reading it is a
 * fault, as are letters that turn the direction of writing, with which words can be
 * made to read otherwise than they are. Blanks around a value are not part of it.
 */
#ifndef MODEL_POSTED_H
#define MODEL_POSTED_H

#include "core/number.h"
#include "model/fault.h"

#define POSTED_MAX 2000                 /* fields of a form */

struct posted_field {
	struct str name, value;
	bool       broken;              /* was no text; `value` is what could be read */
};

struct posted {
	struct posted_field *at;
	size_t               len;
	struct str           file_name, file;   /* of an upload; a name is for people only */
};

/* The value as it was sent, to show it again; empty: not sent. */
struct str posted_raw(const struct posted *p, struct str name);
bool       posted_has(const struct posted *p, struct str name);

/* One line or, with `lines`, several, of at most `max` letters; empty is fine. On a
 * fault what could be read. */
struct str posted_text(const struct posted *p, struct faults *f, struct str name, size_t max,
                       bool lines);
/* The same, and empty is a fault. */
struct str posted_wanted(const struct posted *p, struct faults *f, struct str name, size_t max,
                         bool lines);

/* 2009-06-01, 1.6.2009 or 01.06.2009. False: not given, or a fault. */
bool posted_day(const struct posted *p, struct faults *f, struct str name, int32_t *ret);

/* A decimal as people write it in the notation: "1.234,5". False: not given, or a fault. */
bool posted_number(const struct posted *p, struct faults *f, struct str name,
                   enum notation notation, struct number *ret);

/* A whole number from `least` to `most`. False: not given, or a fault. */
bool posted_int(const struct posted *p, struct faults *f, struct str name, int64_t least,
                int64_t most, int64_t *ret);

#endif
