/* iati.h - targets and figures in the form in which aid is reported: the result part of the
 * standard of IATI 2.03, as JSON.
 *
 * A result (an outcome: what a promise is about) has an indicator, that a baseline and
 * periods, each with what was aimed at and what came of it. Names are those of the standard;
 * codes too: result type 2 (outcome), measure 1 (unit) or 2 (percentage). The figures are
 * those of the page: a target that wants no level of this very figure has none here.
 */
#ifndef EXPORT_IATI_H
#define EXPORT_IATI_H

#include "export/schema.h"
#include "model/indicator_view.h"

extern const struct schema schemas_iati[];

void export_iati_begin(struct json *j);
/* One result a target; without one, a single result of its figures. */
void export_iati(struct json *j, const struct indicator_view *m);
void export_iati_end(struct json *j);

#endif
