/* barometer_json.h - the barometer as JSON: /api/v1/barometer. */
#ifndef EXPORT_BAROMETER_JSON_H
#define EXPORT_BAROMETER_JSON_H

#include "export/schema.h"
#include "model/barometer_view.h"

extern const struct schema schemas_barometer[];

/* Members of an open object: what was asked, how many there are of what, what came
 * lately. The lines themselves are the caller's, a page of them. */
void export_barometer_head(struct json *j, const struct barometer_view *v);
void export_barometer_line(struct json *j, const struct barometer_line *l);

#endif
