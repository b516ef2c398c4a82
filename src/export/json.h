/* json.h - a streaming JSON writer (RFC 8259) into a buf.
 *
 * Commas and nesting are kept here, so that writers read as what they write:
 *	json_object(j); json_key(j, "id"); json_text(j, id); json_end(j);
 * Wrong nesting is a bug and aborts. Figures are written as decimal strings by
 * the callers: a double never comes near them.
 */
#ifndef EXPORT_JSON_H
#define EXPORT_JSON_H

#include "base/buf.h"
#include "core/number.h"

#define JSON_DEPTH_MAX 32

struct json {
	struct buf *out;
	char        open[JSON_DEPTH_MAX];       /* '{' or '[' */
	bool        first[JSON_DEPTH_MAX];
	size_t      depth;
	bool        after_key;
	bool        pretty;                     /* one member a line, indented */
};

struct json json_new(struct buf *out);

void json_object(struct json *j);
void json_array(struct json *j);
void json_end(struct json *j);                  /* closes the innermost */
void json_key(struct json *j, const char *key);
void json_key_text(struct json *j, struct str key);
void json_text(struct json *j, struct str s);
void json_int(struct json *j, int64_t n);
void json_bool(struct json *j, bool b);
void json_null(struct json *j);
void json_number(struct json *j, struct number n);      /* "59.90", a string */

void json_figure(struct json *j, struct number n);      /* 59.90: where a format wants it */

/* What is JSON already, such as a geometry that is kept as it came. */
void json_raw(struct json *j, struct str json);

/* Key and value; where there is none, _some writes nothing and _or_null null. */
void json_member(struct json *j, const char *key, struct str value);
void json_member_some(struct json *j, const char *key, struct str value);
void json_member_or_null(struct json *j, const char *key, struct str value);
void json_member_bool(struct json *j, const char *key, bool on);
void json_member_int(struct json *j, const char *key, int64_t n);
void json_member_count(struct json *j, const char *key, size_t n);
void json_member_int_or_null(struct json *j, const char *key, bool has, int64_t n);
void json_member_number_or_null(struct json *j, const char *key, bool has, struct number n);
/* Opens a list: its items and json_end() follow. */
void json_member_array(struct json *j, const char *key);

#endif
