/* agreement_json.h - an agreement, and a row of the list of all, as JSON: everything
 * that the page shows. */
#ifndef EXPORT_AGREEMENT_JSON_H
#define EXPORT_AGREEMENT_JSON_H

#include "export/schema.h"
#include "model/agreement_view.h"

extern const struct schema schemas_agreement[];

void export_agreement(struct json *j, const struct agreement_view *m);
void export_agreement_row(struct json *j, const struct agreement_row *r);

#endif
