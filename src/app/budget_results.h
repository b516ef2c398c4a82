/* budget_results.h - what a result costs: kroner per percentage point, per participant.
 *
 * A counted target promises a number in a window of whole years; once those years
 * are measured to their end there is what was reached, too. A change from a baseline
 * is what moved since, when it went the promised way. The cost is what all of the
 * initiative's budget lines cost in the years the result touches: what was spent
 * where that is known, else what is planned. A count of part of a year is not set
 * against the cost of the whole, and years without a budget have no cost.
 *
 * Only for app/budget_view.
 */
#ifndef APP_BUDGET_RESULTS_H
#define APP_BUDGET_RESULTS_H

#include "app/budget_lines.h"

/* A policy's lines as they were added up, with and without what-if. */
struct budget_part {
	struct budget_row *const *row;
	size_t                    len;
	struct budget             now, before;
};

/* Fills `to->result`. False: costs that do not fit. */
MUST_CHECK bool budget_results(struct arena *a, const struct snapshot *sn,
                               const struct barometer *judged, const struct budget_part *part,
                               struct overview *to);

#endif
