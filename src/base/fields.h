/* fields.h - lines of text with fields between tabs, as what is frozen is written in, and
 * what one process tells another: a letter that says what the line is, then its fields;
 * \t, \n, \r and \\ stand for themselves.
 */
#ifndef BASE_FIELDS_H
#define BASE_FIELDS_H

#include "base/arena.h"
#include "base/buf.h"

#define FIELDS_MAX 10

struct fields {
	struct arena *a;
	char          letter;           /* 0: an empty line */
	struct str    at[FIELDS_MAX];
	size_t        len;
	bool          bad;              /* sticky: one that was asked for is not there, or no number */
};

/* With the tab before it. */
void       fields_put(struct buf *b, struct str text);
void       fields_put_int(struct buf *b, int64_t n);

/* The next line of `*rest`; `f->a` and `f->bad` stay. */
void       fields_next(struct fields *f, struct str *rest);
struct str fields_text(struct fields *f, size_t i);
/* `least` where it is not within bounds. */
int64_t    fields_int(struct fields *f, size_t i, int64_t least, int64_t most);

#endif
