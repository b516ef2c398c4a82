/* indicator_json.h - an indicator, and a row of the list of all, as JSON: everything
 * that the page shows. Figures are exact decimal strings; days are ISO dates, and the
 * `to` of a period is the day after its last.
 */
#ifndef EXPORT_INDICATOR_JSON_H
#define EXPORT_INDICATOR_JSON_H

#include "export/schema.h"
#include "model/indicator_view.h"

extern const struct schema schemas_indicator[];

void export_indicator(struct json *j, const struct indicator_view *m);
void export_indicator_row(struct json *j, const struct indicator_row *r);

/* Members of a "LatestMeasurement"; a whole "Measurement", or null; a whole "Series". */
void export_observation(struct json *j, const struct observation *o);
void export_measured(struct json *j, const char *key, const struct measured_view *v);
void export_series(struct json *j, const struct series_view *s);

/* {"da","en"}, or null where nothing is said. */
/* Or null. */
void export_reply(struct json *j, struct str target, const struct reply *r);
void export_worded(struct json *j, const char *key, struct worded w);

/* "recorded": without who did it, which is not for everybody. */
void export_recorded(struct json *j, const struct recorded *r);

#endif
