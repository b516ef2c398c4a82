/* objective_json.h - the tree of objectives, and one of them, as JSON: everything that
 * the page shows. Amounts are in kroner, exact, as decimal strings. */
#ifndef EXPORT_OBJECTIVE_JSON_H
#define EXPORT_OBJECTIVE_JSON_H

#include "export/schema.h"
#include "model/objective_view.h"

extern const struct schema schemas_objective[];

void export_objective(struct json *j, const struct objective_view *m);
void export_objective_node(struct json *j, const struct objective_node *n);

#endif
