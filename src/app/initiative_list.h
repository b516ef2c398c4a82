/* initiative_list.h - the initiatives of an edition: which, and in which order.
 *
 * By committee, policy (newest first), number and title. Asks the database nothing.
 */
#ifndef APP_INITIATIVE_LIST_H
#define APP_INITIATIVE_LIST_H

#include "app/edition.h"
#include "model/initiative_view.h"

struct initiative_filter {
	struct str policy, theme;       /* keys; empty: all. theme: of what it serves */
	struct str unit;                /* with what is under it */
	struct str q;                   /* every word stands in its title or economy */
};

/* Results are in `a` and borrow from the edition. */
struct initiative_list initiative_list(struct arena *a, const struct edition *ed,
                                       const struct initiative_filter *f);

/* One row of it. */
struct initiative_row initiative_list_row(struct arena *a, const struct edition *ed,
                                          const struct noun_row *initiative);

/* As strcmp() of two numbers: "2.10" comes after "2.9". */
int initiative_by_number(struct str a, struct str b);

#endif
