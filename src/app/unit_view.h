/* unit_view.h - the units of an edition, and one of them. Asks the database only for what
 * came of prognoses, where there are any.
 */
#ifndef APP_UNIT_VIEW_H
#define APP_UNIT_VIEW_H

#include "app/edition.h"
#include "model/unit_view.h"

struct unit_tree unit_tree(struct arena *a, const struct edition *ed);

/* `unit` is a row of the edition. False: a problem in the store. */
MUST_CHECK bool unit_view(struct arena *a, const struct edition *ed, const struct noun_row *unit,
                          struct unit_view *ret);

#endif
