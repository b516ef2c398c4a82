/* vary.h - papers like a given one, no two alike.
 *
 * Figures and long words are changed so that no text comes again: a number in four
 * gets another last digit (a year in sixteen), a word in eight another vowel, and a
 * word in eight gives way to another of the papers. What labels and figures there
 * are, and how dense, stays as the papers have it.
 */
#ifndef BENCH_VARY_H
#define BENCH_VARY_H

#include "base/arena.h"
#include "base/buf.h"
#include <string.h>

#define VARY_WORD_MIN 6         /* bytes of a word that may change */

struct words {
	struct str *at;
	size_t      len;
};

static inline uint64_t
vary_random(uint64_t *seed)
{
	*seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return *seed >> 33;
}

static inline bool
vary_is_small(struct str s, size_t at)
{
	return at < s.len && s.at[at] >= 'a' && s.at[at] <= 'z';
}

static inline bool
vary_is_digit(struct str s, size_t at)
{
	return at < s.len && s.at[at] >= '0' && s.at[at] <= '9';
}

/* A run of small ASCII letters from `at`: all of a word, or what a letter with an
 * accent leaves of it. */
static inline size_t
vary_word(struct str s, size_t at)
{
	while (vary_is_small(s, at))
		at++;
	return at;
}

static inline struct words
words_of(struct arena *a, const struct str *paper, size_t n)
{
	struct words w = { 0 };
	size_t       cap = 0;

	for (size_t i = 0; i < n; i++)
		for (size_t at = 0, end; at < paper[i].len; at = end + 1) {
			end = vary_word(paper[i], at);
			if (end - at < VARY_WORD_MIN)
				continue;
			ARENA_GROW(a, w.at, w.len, &cap);
			w.at[w.len++] = str_slice(paper[i], at, end);
		}
	return w;
}

static inline void
vary_put_word(struct buf *b, const struct words *words, struct str word, uint64_t *seed)
{
	static const char vowels[] = "aeiouy";
	uint64_t          dice = vary_random(seed) % 8;

	if (dice == 0) {
		buf_put(b, words->at[vary_random(seed) % words->len]);
		return;
	}
	for (size_t i = 0; i < word.len; i++) {
		bool vowel = i > 0 && dice == 1 && strchr(vowels, word.at[i]) != NULL;

		buf_char(b, vowel ? vowels[vary_random(seed) % (sizeof vowels - 1)] : word.at[i]);
		if (vowel)
			dice = 2;
	}
}

static inline void
vary_put_number(struct buf *b, struct str digits, uint64_t *seed)
{
	bool year = digits.len == 4 && (digits.at[0] == '1' || digits.at[0] == '2');
	bool other = vary_random(seed) % (year ? 16 : 4) == 0;

	buf_put(b, str_slice(digits, 0, digits.len - 1));
	buf_char(b, other ? (char)('1' + vary_random(seed) % 9) : digits.at[digits.len - 1]);
}

static inline void
vary(struct buf *b, const struct words *words, struct str paper, uint64_t *seed)
{
	for (size_t at = 0, end; at < paper.len; at = end) {
		end = at;
		if (vary_is_digit(paper, at)) {
			while (vary_is_digit(paper, end))
				end++;
			vary_put_number(b, str_slice(paper, at, end), seed);
			continue;
		}
		end = vary_word(paper, at);
		if (end - at >= VARY_WORD_MIN) {
			vary_put_word(b, words, str_slice(paper, at, end), seed);
			continue;
		}
		end += end == at;
		buf_put(b, str_slice(paper, at, end));
	}
}

#endif
