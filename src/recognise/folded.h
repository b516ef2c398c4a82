/* folded.h - looking for words in folded text (utf8_fold).
 *
 * A word is a run of letters and digits. A pattern may be several words; one
 * that ends with '*' matches the beginning of a word ("stig*": "stigning").
 */
#ifndef RECOGNISE_FOLDED_H
#define RECOGNISE_FOLDED_H

#include "base/utf8.h"

/* Part of a word: letter, digit, or beyond ASCII. */
static inline bool
letter_is_word(char c)
{
	unsigned byte = (unsigned char)c;

	/* in the order of how often: it is asked of every letter */
	return (byte | 0x20) - 'a' < 26 || byte >= 0x80 || byte - '0' < 10;
}

/* Offset of the first match at or after `from`, or SIZE_MAX. */
size_t folded_find(struct str folded, const char *pattern, size_t from);
bool   folded_has(struct str folded, const char *pattern);

/* Any of `patterns`, which ends with NULL. */
bool   folded_has_any(struct str folded, const char *const *patterns);
size_t folded_find_any(struct str folded, const char *const *patterns, size_t from);

/* Does the text begin with the pattern, or any of them? Of one word that is all. */
bool   folded_starts(struct str folded, const char *pattern);
bool   folded_starts_any(struct str folded, const char *const *patterns);

/* Which letters stand beside each other in a text, hashed: one that lacks a pair of a
 * pattern's letters does not hold it, and need not be searched for it. */
struct pairs {
	uint64_t bit[8];
};

struct pairs pairs_of(struct str s);

static inline size_t
pairs_bit(char a, char b)
{
	return ((size_t)(unsigned char)a << 4 ^ (unsigned char)b) % 512;
}

static inline bool
pairs_may_hold(const struct pairs *p, const char *pattern)
{
	for (; pattern[0] != '\0' && pattern[1] != '\0' && pattern[1] != '*'; pattern++) {
		size_t bit = pairs_bit(pattern[0], pattern[1]);

		if ((p->bit[bit / 64] >> bit % 64 & 1) == 0)
			return false;
	}
	return true;
}

/* A folded text with its pairs, for one that is searched for many patterns: as
 * folded_has() and folded_has_any(). */
struct folded {
	struct str   text;
	struct pairs pairs;
};

bool folded_holds(const struct folded *f, const char *pattern);
bool folded_holds_any(const struct folded *f, const char *const *patterns);

/* The next word at or after `*at`, which is moved past it. False: there is none. */
bool folded_next(struct str folded, size_t *at, struct str *ret);

/* Bytes of a leading number: "2.4 ", "1. ", "1) ", "(2) "; 0: none. */
size_t numbering_length(struct str s);

/* Without footnote marks at its end: superscripts, "*", " 4)". */
struct str without_marks(struct str s);

/* Not even a letter or a digit in it. */
bool   is_wordless(struct str s);

/* One letter for those that scanners take for each other: i l 1 | !, o 0. */
static inline char
letter_shape(char c)
{
	return c == 'l' || c == '1' || c == '!' || c == '|' ? 'i' : c == '0' ? 'o' : c;
}

#endif
