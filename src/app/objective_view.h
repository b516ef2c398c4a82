/* objective_view.h - one objective of an edition with all that belongs to it.
 *
 * One statement: every version of every target, of which its own are kept.
 */
#ifndef APP_OBJECTIVE_VIEW_H
#define APP_OBJECTIVE_VIEW_H

#include "app/objective_list.h"

/* `objective` is a row of the edition. False: a problem in the store. */
MUST_CHECK bool objective_view(struct arena *a, const struct edition *ed,
                               const struct noun_row *objective, struct objective_view *ret);

/* objective_history.c: the targets with their versions. */
MUST_CHECK bool objective_history(struct arena *a, const struct edition *ed,
                                  struct objective_view *to);

#endif
