/* indicator_list.h - the indicators of an edition: which, and in which order.
 *
 * By policy (newest first), theme and title; those that no target is about come
 * last. Asks the database nothing.
 */
#ifndef APP_INDICATOR_LIST_H
#define APP_INDICATOR_LIST_H

#include "app/choices.h"
#include "app/indicator_view.h"

struct indicator_filter {
	struct str policy, theme;       /* keys; empty: all */
	struct str unit;                /* with what is under it: a committee has its administration's */
	struct str q;                   /* every word stands in its title or definition */
};

/* Results are in `a` and borrow from the edition. */
struct indicator_list indicator_list(struct arena *a, const struct edition *ed,
                                     const struct indicator_filter *f);

/* One row, with its targets and what it did. */
struct indicator_row indicator_list_row(struct arena *a, const struct edition *ed,
                                   const struct noun_row *indicator);

#endif
