/* indicator_json.h - an indicator, and the list of all, as JSON: everything that the
 * page shows. Figures are exact decimal strings; days are ISO dates, and the `to` of
 * a period is the day after its last.
 */
#ifndef EXPORT_INDICATOR_JSON_H
#define EXPORT_INDICATOR_JSON_H

#include "export/json.h"
#include "model/indicator_view.h"

void export_indicator(struct json *j, const struct indicator_view *m);
void export_indicators(struct json *j, const struct indicator_list *m, struct str next);

/* ---- pieces that other things have too ---- */

/* {"da","en"} or null where nothing is said. */
void export_worded(struct json *j, const char *key, struct worded w);
/* "items" was written: the rest of a list. `next`: an address, or empty. */
void export_list_end(struct json *j, size_t total, int64_t page, int64_t limit, struct str next);

#endif
