/* titles.h - do two titles name the same thing?
 *
 * Words are alike when they begin alike: "kvinder" and "kvindernes",
 * "Helbredsteam" and "helbredsafklarende". Small words and those that most
 * titles of the family hold (the city, "andel") do not count.
 */
#ifndef RECOGNISE_TITLES_H
#define RECOGNISE_TITLES_H

#include "recognise/folded.h"

#define TITLE_WORDS_MAX 40

struct title {
	struct str folded;
	struct str word[TITLE_WORDS_MAX];       /* that count, in order */
	size_t     len;
};

struct title title_of(struct arena *a, struct str text);
bool         words_alike(struct str a, struct str b);
bool         title_holds(const struct title *t, struct str word);
/* Words of `of` that `in` holds. */
size_t       title_shared(const struct title *of, const struct title *in);
/* Is a word of `b` made of the first letters of `a`'s words ("CBSI")? */
bool         title_is_short_for(const struct title *b, const struct title *a);

#endif
