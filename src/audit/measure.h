/* measure.h - what a goal or a title is about: its content words.
 *
 * Two papers word the same measure in their own ways: inflected, in another
 * order, in one compound or in two words ("integrationslovsudlændinge",
 * "udlændinge omfattet af integrationsloven"), with "treårig" or "3-årig". A
 * measure is the set of words that carry meaning, folded and without endings.
 * Percentages, amounts and periods are no part of it; "6 måneder" is.
 */
#ifndef AUDIT_MEASURE_H
#define AUDIT_MEASURE_H

#include "recognise/reads.h"

#define MEASURE_WORDS_MAX 32            /* what stands after them is not compared */

struct measure {
	struct str *stem;                       /* each once */
	struct str *word;                       /* as printed, inside the text */
	size_t      len;
	uint64_t    mask;                       /* of its stems: what shares no bit shares no word */
};

/* Of a goal. A count that equals `value` is the goal's figure and no part of
 * what it is about; NULL: none. */
struct measure measure_of_goal(struct reads *reads, struct str text, const struct number *value);

/* Of a title: words that goals are made of count too, years and numbers do not. */
struct measure measure_of_title(struct arena *a, struct str text);

struct likeness {
	size_t shared;
	bool   only_a[MEASURE_WORDS_MAX], only_b[MEASURE_WORDS_MAX];    /* words of one alone */
	size_t in_a, in_b;                      /* how many of them */
};

/* False: they share fewer than `n` words, but for compounds. Fast. */
bool measure_may_share(const struct measure *a, const struct measure *b, int n);

struct likeness measure_compare(const struct measure *a, const struct measure *b);

/* The very same words, in any order and inflection. Fast. */
bool measure_is_same(const struct measure *a, const struct measure *b);

/* Most of the words are shared: at least three fifths of all. */
bool likeness_is_near(const struct likeness *l);

/* The words of `m`, read from `text`, that `only` marks, as printed, with "eller", "og" or "samt"
 * before them where that stands in `text`: "eller uddannelse". `*joined`: all of
 * them are added with such a word, so that they widen what is measured; another
 * word narrows it ("kvinder") and makes another measure. */
struct str measure_words(struct arena *a, struct str text, const struct measure *m,
                         const bool *only, bool *joined);

#endif
