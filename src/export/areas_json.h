/* areas_json.h - areas as JSON: a row of the ranking, one area, the classes of need, and
 * all of them as GeoJSON (RFC 7946) with their figures as properties.
 *
 * A figure that is withheld is null, and `withheld` or `reason` says so; it has no rank,
 * no class and no change.
 */
#ifndef EXPORT_AREAS_JSON_H
#define EXPORT_AREAS_JSON_H

#include "export/schema.h"
#include "model/areas_view.h"

extern const struct schema schemas_areas[];

/* Why an area has no value, as in `reason`; empty: it has one. `at` may be NULL. */
struct str areas_reason(const struct measured_view *at);

void export_areas_row(struct json *j, const struct areas_view *m, const struct areas_row *r);
void export_area(struct json *j, const struct area_view *m);
void export_need_classes(struct json *j, const struct areas_view *m);
void export_areas_geojson(struct json *j, const struct areas_view *m);

#endif
