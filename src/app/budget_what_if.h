/* budget_what_if.h - a line as it would be with other amounts. Nothing is stored.
 *
 * Only for app/budget_lines.
 */
#ifndef APP_BUDGET_WHAT_IF_H
#define APP_BUDGET_WHAT_IF_H

#include "app/budget_lines.h"

struct what_if {
	struct arena            *a;
	const struct snapshot   *sn;
	const struct budget_ask *ask;
	struct diags            *d;
};

/* Does every what-if name one line? */
MUST_CHECK bool what_if_check(const struct what_if *w);

/* Sets line->now; the stored amounts, line->before, get the same years, so that
 * both have the same columns. */
MUST_CHECK bool what_if_apply(const struct what_if *w, const struct noun_row *row,
                              struct budget_row *line);

#endif
