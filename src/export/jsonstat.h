/* jsonstat.h - JSON-stat 2.0 (json-stat.org): an indicator as a dataset, and all of them as a
 * collection.
 *
 * Dimensions: indicator (metric), area (geo), time (time), group, method. `value` is an
 * array with null where nothing is shown, or, where most is not measured, an object by
 * place. `status` has SDMX's code of every cell that is not a plain figure, and
 * `extension.status` their words; values have the decimals that they were printed with.
 * A writer may be as long as its figures: see stream.h.
 */
#ifndef EXPORT_JSONSTAT_H
#define EXPORT_JSONSTAT_H

#include "export/schema.h"
#include "export/stream.h"
#include "model/cube.h"

extern const struct schema schemas_jsonstat[];

/* `source`: who publishes it. False: the cells could not be walked through. */
MUST_CHECK bool export_jsonstat(const struct stream *to, const struct cube *c, struct str source,
                                bool danish);

/* A collection: begin, then each dataset, then end. */
void            export_jsonstat_begin(struct json *j, struct str label);
MUST_CHECK bool export_jsonstat_item(struct json *j, const struct stream *to,
                                     const struct cube *c, struct str source, bool danish);
void            export_jsonstat_end(struct json *j);

#endif
