/* budget_line_json.h - a line of the budget as JSON, with every amount as it was
 * recorded. */
#ifndef EXPORT_BUDGET_LINE_JSON_H
#define EXPORT_BUDGET_LINE_JSON_H

#include "export/schema.h"
#include "model/economy_view.h"

extern const struct schema schemas_budget_line[];

void export_budget_line(struct json *j, const struct budget_line_view *m);

#endif
