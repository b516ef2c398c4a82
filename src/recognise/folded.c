#include "recognise/folded.h"
#include <string.h>

/* Does the pattern stand at `at`, where a word begins? */
static bool
stands_at(struct str folded, size_t at, const char *pattern)
{
	char last = '\0';

	for (; *pattern != '\0'; pattern++, at++) {
		if (*pattern == '*' && pattern[1] == '\0')
			return true;
		if (at >= folded.len || folded.at[at] != *pattern)
			return false;
		last = *pattern;
	}
	return at >= folded.len || !letter_is_word(folded.at[at]) ||
	    (last != '\0' && !letter_is_word(last));
}

/* One bit for the five low bits of a letter: enough to pass most words by. */
static uint32_t
bit_of(char c)
{
	return UINT32_C(1) << ((unsigned char)c & 31);
}

static bool
any_stands_at(struct str folded, size_t at, const char *const *patterns)
{
	for (size_t i = 0; patterns[i] != NULL; i++)
		if (patterns[i][0] == folded.at[at] && stands_at(folded, at, patterns[i]))
			return true;
	return false;
}

/* Where a word may begin after `at`: past its word, and what ends it. */
static size_t
next_begin(struct str s, size_t at)
{
	while (at < s.len && letter_is_word(s.at[at]))
		at++;
	return at + 1;
}

size_t
folded_find_any(struct str folded, const char *const *patterns, size_t from)
{
	uint32_t firsts = 0;

	for (size_t i = 0; patterns[i] != NULL; i++)
		firsts |= bit_of(patterns[i][0]);
	if (from > 0 && from < folded.len && letter_is_word(folded.at[from - 1]))
		from = next_begin(folded, from);
	for (size_t at = from; at < folded.len; at = next_begin(folded, at))
		if ((firsts & bit_of(folded.at[at])) != 0 && any_stands_at(folded, at, patterns))
			return at;
	return SIZE_MAX;
}

size_t
folded_find(struct str folded, const char *pattern, size_t from)
{
	const char *const one[] = { pattern, NULL };

	return folded_find_any(folded, one, from);
}

bool
folded_has(struct str folded, const char *pattern)
{
	return folded_find(folded, pattern, 0) != SIZE_MAX;
}

bool
folded_has_any(struct str folded, const char *const *patterns)
{
	return folded_find_any(folded, patterns, 0) != SIZE_MAX;
}

bool
folded_starts(struct str folded, const char *pattern)
{
	return folded.len > 0 && stands_at(folded, 0, pattern);
}

bool
folded_starts_any(struct str folded, const char *const *patterns)
{
	return folded.len > 0 && any_stands_at(folded, 0, patterns);
}

bool
folded_next(struct str s, size_t *at, struct str *ret)
{
	size_t from = *at;

	while (from < s.len && !letter_is_word(s.at[from]))
		from++;
	*at = from;
	while (*at < s.len && letter_is_word(s.at[*at]))
		++*at;
	*ret = str_slice(s, from, *at);
	return ret->len > 0;
}

struct pairs
pairs_of(struct str s)
{
	struct pairs p = { { 0 } };

	for (size_t i = 1; i < s.len; i++) {
		size_t bit = pairs_bit(s.at[i - 1], s.at[i]);

		p.bit[bit / 64] |= UINT64_C(1) << bit % 64;
	}
	return p;
}

bool
folded_holds(const struct folded *f, const char *pattern)
{
	return pairs_may_hold(&f->pairs, pattern) && folded_has(f->text, pattern);
}

bool
folded_holds_any(const struct folded *f, const char *const *patterns)
{
	for (size_t i = 0; patterns[i] != NULL; i++)
		if (pairs_may_hold(&f->pairs, patterns[i]))
			return folded_has_any(f->text, patterns + i);
	return false;
}

size_t
numbering_length(struct str s)
{
	size_t i = 0, digits = 0;
	bool   bracket = s.len > 0 && s.at[0] == '(';

	i += bracket;
	while (i < s.len && ((s.at[i] >= '0' && s.at[i] <= '9') || (s.at[i] == '.' && digits > 0))) {
		digits += s.at[i] != '.';
		i++;
	}
	if (digits == 0 || digits > 6)
		return 0;
	if (i < s.len && s.at[i] == ')')
		i++;
	else if (bracket || (s.at[i - 1] != '.' && memchr(s.at, '.', i) == NULL))
		return 0;
	if (i < s.len && s.at[i] != ' ')
		return 0;
	while (i < s.len && s.at[i] == ' ')
		i++;
	return i;
}

/* Bytes of a superscript digit that `s` ends with. */
static size_t
superscript_at_end(struct str s)
{
	if (str_ends(s, STR("\xC2\xB9")) || str_ends(s, STR("\xC2\xB2")) ||
	    str_ends(s, STR("\xC2\xB3")))
		return 2;
	if (s.len >= 3 && s.at[s.len - 3] == '\xE2' && s.at[s.len - 2] == '\x81' &&
	    (unsigned char)s.at[s.len - 1] >= 0xB0 && (unsigned char)s.at[s.len - 1] <= 0xB9)
		return 3;
	return 0;
}

/* Bytes of " 4)" at the end, the blank included. Three digits would be thousands. */
static size_t
bracket_mark_at_end(struct str s)
{
	size_t i = s.len;

	if (i < 3 || s.at[i - 1] != ')')
		return 0;
	i--;
	while (i > 0 && s.at[i - 1] >= '0' && s.at[i - 1] <= '9' && s.len - i < 3)
		i--;
	if (s.at[i] == ')' || i < 2 || s.at[i - 1] != ' ')
		return 0;
	return s.len - i + 1;
}

struct str
without_marks(struct str s)
{
	for (;;) {
		size_t n;

		s = str_trim(s);
		n = superscript_at_end(s);
		if (n == 0)
			n = bracket_mark_at_end(s);
		if (n == 0 && s.len > 1 && s.at[s.len - 1] == '*')
			n = 1;
		if (n == 0)
			return s;
		s.len -= n;
	}
}

bool
is_wordless(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (letter_is_word(s.at[i]) && (unsigned char)s.at[i] < 0x80)
			return false;
	return true;
}
