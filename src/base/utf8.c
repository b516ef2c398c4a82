#include "base/utf8.h"
#include "base/buf.h"
#include <string.h>

/* Bytes of the valid letter at `at`, or 0. The second byte's range excludes
 * overlong forms, surrogates and what lies above U+10FFFF (RFC 3629, 4). */
static size_t
letter_size(struct str s, size_t at)
{
	const unsigned char *p = (const unsigned char *)s.at + at;
	size_t               left = s.len - at, size = 2;
	unsigned             low = 0x80, high = 0xBF;

	if (p[0] < 0x80)
		return p[0] != 0;
	if (p[0] < 0xC2 || p[0] > 0xF4)
		return 0;
	if (p[0] >= 0xE0)
		size = p[0] >= 0xF0 ? 4 : 3;
	if (p[0] == 0xE0)
		low = 0xA0;
	if (p[0] == 0xED)
		high = 0x9F;
	if (p[0] == 0xF0)
		low = 0x90;
	if (p[0] == 0xF4)
		high = 0x8F;
	if (left < size || p[1] < low || p[1] > high)
		return 0;
	for (size_t i = 2; i < size; i++)
		if ((p[i] & 0xC0) != 0x80)
			return 0;
	return size;
}

#define ONES UINT64_C(0x0101010101010101)

/* The byte after the ASCII without NUL that begins at `at`: most text, eight bytes
 * at a time. A byte less one has its high bit set when the byte is 0 or above 0x80. */
static size_t
skip_ascii(struct str s, size_t at)
{
	uint64_t eight;

	for (; at + sizeof eight <= s.len; at += sizeof eight) {
		memcpy(&eight, s.at + at, sizeof eight);
		if (((eight | (eight - ONES)) & ONES << 7) != 0)
			break;
	}
	while (at < s.len && s.at[at] != 0 && (unsigned char)s.at[at] < 0x80)
		at++;
	return at;
}

size_t
utf8_check(struct str s)
{
	for (size_t at = skip_ascii(s, 0); at < s.len; at = skip_ascii(s, at)) {
		size_t n = letter_size(s, at);
		if (n == 0)
			return at;
		at += n;
	}
	return SIZE_MAX;
}

uint32_t
utf8_next(struct str s, size_t *at)
{
	static const unsigned char first_mask[] = { 0, 0x7F, 0x1F, 0x0F, 0x07 };
	const unsigned char       *p = (const unsigned char *)s.at + *at;
	size_t                     n;
	uint32_t                   c;

	if (p[0] < 0x80 && p[0] != 0) {
		*at += 1;
		return p[0];
	}
	n = letter_size(s, *at);
	if (n == 0) {
		*at += 1;
		return 0xFFFD;
	}
	c = p[0] & first_mask[n];
	for (size_t i = 1; i < n; i++)
		c = c << 6 | (p[i] & 0x3F);
	*at += n;
	return c;
}

size_t
utf8_length(struct str s)
{
	size_t letters = 0;

	for (size_t at = 0; at < s.len; letters++) {
		size_t plain = skip_ascii(s, at);

		letters += plain - at;
		at = plain;
		if (at == s.len)
			break;
		(void)utf8_next(s, &at);
	}
	return letters;
}

/* Latin-1 letters U+00C0 to U+00FF without case and accent. */
static const char *const latin1[64] = {
	"a", "a", "a", "a", "ae", "aa", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
	"d", "n", "o", "o", "o", "o", "oe", "x", "oe", "u", "u", "u", "u", "y", "th", "ss",
	"a", "a", "a", "a", "ae", "aa", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
	"d", "n", "o", "o", "o", "o", "oe", "/", "oe", "u", "u", "u", "u", "y", "th", "y",
};

/* What `c` folds to, or NULL when it stays as it is. */
static const char *
folded(uint32_t c)
{
	if (c >= 0xC0 && c <= 0xFF)
		return latin1[c - 0xC0];
	if (c == 0x2018 || c == 0x2019 || c == 0x201A || c == 0xB4)
		return "'";
	if ((c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB)
		return "\"";
	if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
		return "-";
	if (c == 0xAD || c == 0x200B || c == 0xFEFF)
		return "";
	return NULL;
}

static bool
is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0xA0 || c == 0x2009 ||
	    c == 0x202F;
}

/* Most letters: a printing ASCII character, which the tables need not be asked for. */
static bool
is_plain(unsigned char c)
{
	return c > ' ' && c < 0x80;
}

static char
plain_folded(unsigned char c)
{
	return (char)(c + ((unsigned)(c - 'A') < 26u) * ('a' - 'A'));
}

static size_t
put_blank(char *out, size_t n)
{
	if (n > 0 && out[n - 1] != ' ')
		out[n++] = ' ';
	return n;
}

/* The letter at `*at` as the tables have it. */
static size_t
put_letter(char *out, size_t n, struct str s, size_t *at)
{
	size_t      from = *at;
	uint32_t    c = utf8_next(s, at);
	const char *as = folded(c);

	if (is_blank(c))
		return put_blank(out, n);
	if (as != NULL)
		while (*as != '\0')
			out[n++] = *as++;
	else
		while (from < *at)
			out[n++] = s.at[from++];
	return n;
}

/* Eight bytes at once, when all are printing ASCII and no blank follows another; else
 * false, also of some that are. Bits are set in the high ones of their bytes. */
static bool
fold_eight(char *out, bool after_blank, const char *from)
{
	const uint64_t high = ONES << 7;
	uint64_t       eight, other, blank, capital;

	memcpy(&eight, from, sizeof eight);
	other = eight ^ ONES * ' ';
	blank = (other - ONES) & ~other & high;
	if (((eight | (eight - ONES * ' ')) & high) != 0 || (blank & blank << 8) != 0 ||
	    (after_blank && *from == ' '))
		return false;
	capital = (eight + ONES * (0x80 - 'A')) & ~(eight + ONES * (0x80 - 'Z' - 1)) & high;
	eight += capital >> 2;
	memcpy(out, &eight, sizeof eight);
	return true;
}

static size_t
fold_letter(char *out, size_t n, struct str s, size_t *at)
{
	unsigned char c = (unsigned char)s.at[*at];

	if (is_plain(c)) {
		out[n++] = plain_folded(c);
	} else if (c == ' ') {
		n = put_blank(out, n);
	} else {
		return put_letter(out, n, s, at);
	}
	++*at;
	return n;
}

struct str
utf8_fold(struct arena *a, struct str s)
{
	char  *out = arena_bytes(a, 2 * s.len + 1);
	size_t n = 0;

	for (size_t at = 0; at < s.len;) {
		size_t stop = s.len - at < 8 ? s.len : at + 8;

		if (stop == at + 8 && fold_eight(out + n, n == 0 || out[n - 1] == ' ', s.at + at)) {
			n += 8;
			at += 8;
		}
		while (at < stop)
			n = fold_letter(out, n, s, &at);
	}
	arena_trim(a, out, 2 * s.len + 1, n + 1);
	while (n > 0 && out[n - 1] == ' ')
		n--;
	out[n] = '\0';
	return (struct str){ out, n };
}

bool
utf8_turns(uint32_t c)
{
	return c == 0x200e || c == 0x200f || c == 0x061c || (c >= 0x202a && c <= 0x202e) ||
	    (c >= 0x2066 && c <= 0x2069);
}

struct str
utf8_plain(struct arena *a, struct str s, size_t most)
{
	char  *to = arena_bytes(a, (s.len < most ? s.len : most) + 1);
	size_t n = 0;

	for (size_t at = 0; at < s.len;) {
		size_t   from = at;
		uint32_t c = utf8_next(s, &at);
		bool     blank = c < 0x20 || (c >= 0x7F && c <= 0x9F) || utf8_turns(c);
		size_t   size = blank ? 1 : at - from;

		if (s.at[from] == '\0')
			blank = true;
		else if (c == 0xFFFD && at - from == 1)
			continue;
		if (n + size > most)
			break;
		memcpy(to + n, blank ? " " : s.at + from, size);
		n += size;
	}
	return (struct str){ to, n };
}
