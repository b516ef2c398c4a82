/* verdicts.h - judged targets as JSON: `pejl evaluate --json`.
 *
 * {"target":{"id","kind","text","source"},"objective","unit","indicator",
 *  "baseline":{"value","from","to","assumed","source"},"latest":{...},
 *  "required":{"value","by","printed"},"verdict","reason","early","pace",
 *  "uncertain","other_verdict","needed_per_year","explanation":{"da","en"}}
 * Figures are decimal strings, dates ISO with `to` and `by` exclusive; what
 * there is not is null.
 */
#ifndef EXPORT_VERDICTS_H
#define EXPORT_VERDICTS_H

#include "export/schema.h"
#include "model/barometer.h"

extern const struct schema schemas_verdicts[];

void export_verdict(struct json *j, const struct barometer_row *r);
/* A figure as it is judged, or null. */
void export_judged(struct json *j, const char *key, bool has, const struct observation *o);
void export_barometer(struct json *j, const struct barometer *b);

/* Members of an object that is open: "value", with "low", "high" and "qualifier" where
 * it is not plain, "missing", "withheld". */
void export_figure(struct json *j, const struct observation *o);
void export_day(struct json *j, const char *key, bool has, int32_t day);       /* or null */
void export_days(struct json *j, const char *key, const int32_t *day, size_t n);

#endif
