/* initiative_json.h - an initiative, and a row of the list of all, as JSON: everything
 * that the page shows. */
#ifndef EXPORT_INITIATIVE_JSON_H
#define EXPORT_INITIATIVE_JSON_H

#include "export/schema.h"
#include "model/initiative_view.h"

extern const struct schema schemas_initiative[];

void export_initiative(struct json *j, const struct initiative_view *m);
void export_initiative_row(struct json *j, const struct initiative_row *r);

/* ---- pieces that other things have too ---- */

/* "followups": [Followup, ...] */
void export_followups(struct json *j, const char *key, const struct followup *at, size_t n);
/* "mandate": {...}, or null */
void export_mandate(struct json *j, const struct mandate_view *m);
/* "targets": [Judgement, ...] */
void export_targets(struct json *j, const struct barometer_row *const *at, size_t n);
/* {...} */
void export_report(struct json *j, const struct report_view *r);
/* "source": {...} */
void export_placed(struct json *j, const struct source *s);

#endif
