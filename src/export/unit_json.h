/* unit_json.h - a committee, administration or department, and a row of the tree of
 * all, as JSON: everything that the page shows. */
#ifndef EXPORT_UNIT_JSON_H
#define EXPORT_UNIT_JSON_H

#include "export/schema.h"
#include "model/unit_view.h"

extern const struct schema schemas_unit[];

void export_unit(struct json *j, const struct unit_view *m);
void export_unit_node(struct json *j, const struct unit_node *n);

#endif
