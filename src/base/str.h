/* str.h - borrowed text: a pointer and a length.
 *
 * A `struct str` never owns its bytes and is not NUL-terminated. Pass it by
 * value. It stays valid as long as whatever it points into (a literal, an
 * arena, a request body). To keep it longer, copy it: str_dup(arena, s).
 * All offsets and lengths are bytes. For letters, see utf8.h.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
	const char *at;
	size_t      len;
};

#define STR(lit)      ((struct str){ "" lit, sizeof("" lit) - 1 })
#define STR_INIT(lit) { "" lit, sizeof("" lit) - 1 }   /* static tables */
#define STR_NONE      ((struct str){ NULL, 0 })
#define STR_FMT       "%.*s"                            /* with STR_ARG */
#define STR_ARG(s)    (int)(s).len, ((s).at ? (s).at : "")
#define COUNT_OF(a)   (sizeof(a) / sizeof((a)[0]))

/* Puts a check on the return value of what can fail. */
#define MUST_CHECK    __attribute__((warn_unused_result))

struct str str_from(const char *nul_terminated);        /* NULL gives empty */
int        str_cmp(struct str a, struct str b);         /* by bytes */

/* These three are asked of every word of a paper: here, so that no call is made. The first
 * byte tells most texts apart. */
static inline bool
str_eq(struct str a, struct str b)
{
	if (a.len != b.len || a.len == 0)
		return a.len == b.len;
	return a.at[0] == b.at[0] && memcmp(a.at, b.at, a.len) == 0;
}

static inline bool
str_starts(struct str s, struct str prefix)
{
	if (prefix.len == 0 || s.len < prefix.len)
		return prefix.len == 0;
	return s.at[0] == prefix.at[0] && memcmp(s.at, prefix.at, prefix.len) == 0;
}

static inline bool
str_ends(struct str s, struct str suffix)
{
	const char *end;

	if (suffix.len == 0 || s.len < suffix.len)
		return suffix.len == 0;
	end = s.at + s.len - suffix.len;
	return end[0] == suffix.at[0] && memcmp(end, suffix.at, suffix.len) == 0;
}

/* Bytes [from, to), clamped to `s`. */
struct str str_slice(struct str s, size_t from, size_t to);

/* Without blanks (space, tab, CR, LF, U+00A0) at both ends. */
struct str str_trim(struct str s);

/* Offset of `needle` at or after `from`, or SIZE_MAX. */
size_t     str_find(struct str s, struct str needle, size_t from);

/* Cut `*rest` at the first `sep`: returns what came before, and leaves what
 * came after in `*rest`. Without `sep`, takes everything. */
struct str str_cut(struct str *rest, char sep);

/* For hash tables of one run: of `seed` and the bytes, eight at a time. */
size_t     str_hash(uint64_t seed, struct str s);

bool       str_has_digit(struct str s);

/* The whole of `s` as a decimal integer with an optional '-'. */
MUST_CHECK bool str_int(struct str s, int64_t *ret);

#endif
