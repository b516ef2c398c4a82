/* budget_printed.h - what the papers print beside what the lines give.
 *
 * A printed total belongs to a cell when the lines that it sums are those of the
 * cell. It is compared as the audit compares: each printed figure is its interval,
 * so rounding is no disagreement. The terms are the lines' amounts; of a total
 * over all years the lines' own printed totals, where these agree with their
 * amounts. A cell that shows another version of the budget is left alone.
 *
 * Only for app/budget_view.
 */
#ifndef APP_BUDGET_PRINTED_H
#define APP_BUDGET_PRINTED_H

#include "app/budget_results.h"

/* Fills `printed` of the cells of `to`. */
void budget_printed(struct arena *a, const struct snapshot *sn, const struct budget_part *part,
                    struct overview *to);

#endif
