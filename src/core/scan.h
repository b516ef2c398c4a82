/* scan.h - looking at running text: letters, blanks, words, phrases.
 *
 * All positions are bytes of valid UTF-8. A blank is a space, a no-break or thin
 * space or an end of line, but not a tab: a tab parts the cells of a row.
 */
#ifndef CORE_SCAN_H
#define CORE_SCAN_H

#include "base/str.h"

/* For the four below, which are asked most: what is no ASCII, at `at` < s.len. */
size_t scan_wide_letter(struct str s, size_t at);
size_t scan_wide_blank(struct str s, size_t at);
size_t scan_wide_dash(struct str s, size_t at);

static inline bool
scan_is_digit(struct str s, size_t at)
{
	return at < s.len && s.at[at] >= '0' && s.at[at] <= '9';
}

/* Bytes of the letter there, or 0. */
static inline size_t
scan_letter(struct str s, size_t at)
{
	unsigned c;

	if (at >= s.len)
		return 0;
	c = (unsigned char)s.at[at];
	return c >= 0x80 ? scan_wide_letter(s, at) : (c | 0x20) - 'a' < 26;
}

/* Bytes of one blank, or 0. */
static inline size_t
scan_blank(struct str s, size_t at)
{
	if (at >= s.len)
		return 0;
	if ((unsigned char)s.at[at] >= 0x80)
		return scan_wide_blank(s, at);
	return s.at[at] == ' ' || s.at[at] == '\n' || s.at[at] == '\r';
}

/* Bytes of a hyphen, dash or minus, or 0. */
static inline size_t
scan_dash(struct str s, size_t at)
{
	if (at >= s.len)
		return 0;
	if ((unsigned char)s.at[at] >= 0x80)
		return scan_wide_dash(s, at);
	return s.at[at] == '-';
}

bool   scan_is_capital(struct str s, size_t at);
bool   scan_is_small(struct str s, size_t at);
bool   scan_after_word(struct str s, size_t at);        /* a letter or digit ends here */

size_t scan_blanks(struct str s, size_t at);    /* the byte after the blanks */
size_t scan_blanks_back(struct str s, size_t at);       /* the byte where they begin */
size_t scan_digits(struct str s, size_t at);    /* the byte after the digits */
size_t scan_word(struct str s, size_t at);      /* the byte after letters and digits */
size_t scan_word_back(struct str s, size_t at); /* the first byte of the word that ends at `at` */

/* Does `phrase` (lower case) stand at `at`? Capitals count as small letters, a
 * blank in the phrase is any run of them; a phrase that ends in a letter must not
 * be followed by one. `*end` is the byte after it. */
bool   scan_phrase_rest(struct str s, size_t at, struct str phrase, size_t *end);

static inline bool
scan_phrase(struct str s, size_t at, struct str phrase, size_t *end)
{
	/* most phrases do not even begin so: a small letter, and another letter there */
	if (phrase.len > 0 && phrase.at[0] >= 'a' && phrase.at[0] <= 'z' &&
	    (at >= s.len || (s.at[at] | 0x20) != phrase.at[0]))
		return false;
	return scan_phrase_rest(s, at, phrase, end);
}

/* The first byte that a phrase must have to stand there: what a search of a table
 * compares before it asks scan_phrase(). '\0' at the end. */
char   scan_first(struct str s, size_t at);

/* Two members of a table's row: a phrase, and its first byte beside it. */
#define SCAN_PHRASE(lit) STR_INIT(lit), ("" lit)[0]

#endif
