/* money_json.h - budget lines that belong to something as JSON. Amounts are kroner,
 * exact, as decimal strings. */
#ifndef EXPORT_MONEY_JSON_H
#define EXPORT_MONEY_JSON_H

#include "export/schema.h"
#include "model/money_view.h"

extern const struct schema schemas_money[];

/* "money": [MoneyLines, ...] */
void export_money(struct json *j, const struct money_view *at, size_t n);

#endif
