/* utf8.h - letters of text: validity, decoding, and folding for comparison.
 *
 * Text inside the program is valid UTF-8 without NUL: readers check once at the
 * edge with utf8_check(), everything behind them trusts it.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/arena.h"

/* Offset of the first byte that is not valid UTF-8 (RFC 3629: no overlong
 * forms, no surrogates, nothing above U+10FFFF) or is NUL; SIZE_MAX: all good. */
size_t   utf8_check(struct str s);

/* The letter at byte `*at` (must be < s.len), moving `*at` past it. An invalid
 * byte gives U+FFFD and moves by one. */
uint32_t utf8_next(struct str s, size_t *at);

/* Letters in `s`: the column of byte `at` on its line is utf8_length(line up to at) + 1. */
size_t   utf8_length(struct str s);

/* For comparing labels and searching: lower case, no-break and thin spaces as
 * space, runs of blanks as one, typographic dashes and quotes as ASCII, the
 * letters ae/oe/aa for æ/ø/å, other accents of Latin letters removed. Never
 * shown to people. */
struct str utf8_fold(struct arena *a, struct str s);

/* A letter that only turns the direction of writing: U+200E, U+200F, U+061C, U+202A to
 * U+202E, U+2066 to U+2069 (Unicode, UAX 9). */
bool utf8_turns(uint32_t c);

/* Text of others as one line that can be shown and kept anywhere: at most `most` bytes, cut
 * between letters; control characters, and letters that turn the direction, are blanks, what
 * is no UTF-8 is left out. */
struct str utf8_plain(struct arena *a, struct str s, size_t most);

#endif
