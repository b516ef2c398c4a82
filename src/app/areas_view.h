/* areas_view.h - the areas of the city by one indicator in one year.
 *
 * At most two statements: the indicator's measurements, and those of what it counts.
 */
#ifndef APP_AREAS_VIEW_H
#define APP_AREAS_VIEW_H

#include "app/edition.h"
#include "model/areas_view.h"

struct areas_ask {
	const struct noun_row *indicator;       /* NULL: the first that areas have */
	struct str             level;           /* empty: the first that is measured */
	int                    year;            /* 0: the newest that is measured */
};

/* `*ret` has no indicator where nothing was measured below the city and nothing is
 * graded; its levels are there all the same. False: a problem in the store. */
MUST_CHECK bool areas_view(struct arena *a, const struct edition *ed, const struct areas_ask *ask,
                           struct areas_view *ret);

#endif
