/* comparison_view.h - the city against sets of cities.
 *
 * The list asks the database nothing; one comparison takes at most two statements: the
 * indicator's measurements, and those of what it counts.
 */
#ifndef APP_COMPARISON_VIEW_H
#define APP_COMPARISON_VIEW_H

#include "app/edition.h"
#include "model/comparison_view.h"

struct comparison_list comparison_list(struct arena *a, const struct edition *ed);

/* `indicator` is a row of the edition; `asked` the key of a set or a city, empty: all of
 * them. False: a problem in the store. */
MUST_CHECK bool comparison_view(struct arena *a, const struct edition *ed,
                                const struct noun_row *indicator, struct str asked,
                                struct comparison_view *ret);

#endif
