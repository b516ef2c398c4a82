#include "base/str.h"
#include <string.h>

struct str
str_from(const char *nul_terminated)
{
	if (nul_terminated == NULL)
		return STR_NONE;
	return (struct str){ nul_terminated, strlen(nul_terminated) };
}

int
str_cmp(struct str a, struct str b)
{
	size_t n = a.len < b.len ? a.len : b.len;
	int    order = n == 0 ? 0 : memcmp(a.at, b.at, n);

	if (order != 0)
		return order;
	return (a.len > b.len) - (a.len < b.len);
}

struct str
str_slice(struct str s, size_t from, size_t to)
{
	if (to > s.len)
		to = s.len;
	if (from >= to)
		return STR_NONE;
	return (struct str){ s.at + from, to - from };
}

/* Bytes of the blank that `s` starts with, or 0. */
static size_t
blank_at_start(struct str s)
{
	if (s.len > 0 && s.at[0] > ' ')
		return 0;
	if (s.len > 0 && (s.at[0] == ' ' || s.at[0] == '\t' || s.at[0] == '\r' || s.at[0] == '\n'))
		return 1;
	return str_starts(s, STR("\xC2\xA0")) ? 2 : 0;
}

static size_t
blank_at_end(struct str s)
{
	if (s.len > 0 && blank_at_start((struct str){ s.at + s.len - 1, 1 }) == 1)
		return 1;
	return str_ends(s, STR("\xC2\xA0")) ? 2 : 0;
}

struct str
str_trim(struct str s)
{
	size_t n;

	while ((n = blank_at_start(s)) > 0)
		s = (struct str){ s.at + n, s.len - n };
	while ((n = blank_at_end(s)) > 0)
		s.len -= n;
	return s;
}

size_t
str_find(struct str s, struct str needle, size_t from)
{
	const char *hit, *last;

	if (from > s.len || needle.len > s.len - from)
		return SIZE_MAX;
	if (needle.len == 0)
		return from;
	/* Texts and needles are short: memmem() would prepare longer than this looks. */
	last = s.at + s.len - needle.len;
	for (const char *at = s.at + from; at <= last; at = hit + 1) {
		hit = memchr(at, needle.at[0], (size_t)(last - at) + 1);
		if (hit == NULL)
			return SIZE_MAX;
		if (memcmp(hit, needle.at, needle.len) == 0)
			return (size_t)(hit - s.at);
	}
	return SIZE_MAX;
}

struct str
str_cut(struct str *rest, char sep)
{
	const char *hit = rest->len > 0 ? memchr(rest->at, sep, rest->len) : NULL;
	struct str  head = *rest;

	if (hit == NULL) {
		*rest = STR_NONE;
		return head;
	}
	head.len = (size_t)(hit - rest->at);
	rest->at += head.len + 1;
	rest->len -= head.len + 1;
	return head;
}

size_t
str_hash(uint64_t seed, struct str s)
{
	uint64_t h = UINT64_C(14695981039346656037) ^ seed, eight;
	size_t   i = 0;

	for (; i + sizeof eight <= s.len; i += sizeof eight) {
		memcpy(&eight, s.at + i, sizeof eight);
		h = (h ^ eight) * UINT64_C(0x9E3779B97F4A7C15);
		h ^= h >> 32;           /* else high letters never reach the low bits */
	}
	for (; i < s.len; i++)
		h = (h ^ (unsigned char)s.at[i]) * UINT64_C(1099511628211);
	return (size_t)(h ^ h >> 32);
}

bool
str_has_digit(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.at[i] >= '0' && s.at[i] <= '9')
			return true;
	return false;
}

bool
str_int(struct str s, int64_t *ret)
{
	bool    negative = s.len > 0 && s.at[0] == '-';
	int64_t v = 0;

	if (s.len == (size_t)negative)
		return false;
	for (size_t i = negative; i < s.len; i++) {
		if (s.at[i] < '0' || s.at[i] > '9')
			return false;
		if (__builtin_mul_overflow(v, 10, &v) ||
		    __builtin_sub_overflow(v, s.at[i] - '0', &v))
			return false;
	}
	if (!negative && __builtin_sub_overflow(0, v, &v))
		return false;
	*ret = v;
	return true;
}
