/* figure.h - one figure of a running text with all that belongs to it.
 *
 * [recurrence] [qualifier] [currency] figure [unit] [recurrence]
 *
 * "i alt ca. 224 mio. kr.", "mindst 80 pct.", "80-100 pr. uge", "kr. 300.000",
 * "ti procentpoint", "mellem 5 og 10 pct.". phrase.h finds them in a text.
 */
#ifndef CORE_FIGURE_H
#define CORE_FIGURE_H

#include "core/phrase.h"

struct figure {
	struct reading reading;         /* when it could be read; `at` and `end` always */
	struct str     printed;         /* the digits that could not be read */
};

/* The figure that begins at byte `at`, which must not lie inside a word.
 * NUMBER_NOT: none does. NUMBER_AMBIGUOUS, NUMBER_OVERFLOW: `ret->printed` says
 * which, and `ret->reading` where. */
MUST_CHECK enum number_status figure_read(struct str text, size_t at, enum notation,
                                          struct figure *ret);

#endif
