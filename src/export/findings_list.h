/* findings_list.h - a page of findings as the API sends it: items as in `pejl audit
 * --json`, how much was checked, and how many of each code. */
#ifndef EXPORT_FINDINGS_LIST_H
#define EXPORT_FINDINGS_LIST_H

#include "export/findings.h"
#include "model/findings_view.h"

extern const struct schema schemas_findings_list[];

/* "claims" and "counts", members of what is open. */
void export_findings_counts(struct json *j, const struct findings_view *m);

#endif
