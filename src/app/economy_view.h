/* economy_view.h - the economy of an edition, and one budget line. Asks the database
 * nothing. */
#ifndef APP_ECONOMY_VIEW_H
#define APP_ECONOMY_VIEW_H

#include "app/edition.h"
#include "model/economy_view.h"

struct economy_ask {
	enum overview_by by;
	struct str       policy;        /* a key; empty: all */
};

/* False: amounts that cannot be added up, said in `d`. */
MUST_CHECK bool economy_view(struct arena *a, const struct edition *ed,
                             const struct economy_ask *ask, struct diags *d,
                             struct economy_view *ret);

/* `line` is a row of the edition. */
struct budget_line_view budget_line_view(struct arena *a, const struct edition *ed,
                                         const struct noun_row *line);

#endif
