/* overview.h - the economy as JSON, as CSV and as a spreadsheet: `pejl budget`.
 *
 * JSON: amounts in kroner, exact, as decimal strings; keys in pejl-json(5).
 * CSV, of a grid: one row a line, group and total; amounts in the chosen unit with
 * every decimal there is, years of all policies as columns.
 */
#ifndef EXPORT_OVERVIEW_H
#define EXPORT_OVERVIEW_H

#include "export/grid.h"
#include "export/schema.h"
#include "model/economy_view.h"

extern const struct schema schemas_overview[];

void export_overview(struct json *j, const struct overview *o);
void export_overviews(struct json *j, const struct overviews *o);
/* The same with what its charts draw, "years" and "committees", and, where something
 * is refunded, "paid": gross, refunded and net. */
void export_economy(struct json *j, const struct economy_part *m);
/* In `a`, which must last as long as it. */
struct grid export_overviews_grid(struct arena *a, const struct overviews *o, enum budget_unit u,
                                  bool danish);

/* One sheet a policy: totals are SUM formulas with their values beside them, for programs
 * that do not compute. No macros. `made`: see grid_xlsx(). False: a policy has more groups
 * than a formula can sum, or is otherwise too large for a sheet. */
MUST_CHECK bool export_overviews_xlsx(struct arena *a, const struct overviews *o,
                                      enum budget_unit u, bool danish, int32_t made,
                                      const struct parts *to);

#endif
