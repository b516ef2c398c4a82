/* comparison_json.h - the city against sets of cities, as JSON. */
#ifndef EXPORT_COMPARISON_JSON_H
#define EXPORT_COMPARISON_JSON_H

#include "export/schema.h"
#include "model/comparison_view.h"

extern const struct schema schemas_comparison[];

void export_comparison_row(struct json *j, const struct comparison_row *r);
void export_comparison(struct json *j, const struct comparison_view *m);

#endif
