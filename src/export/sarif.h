/* sarif.h - what the audit found, as SARIF 2.1.0: `pejl audit --sarif`.
 *
 * For code hosts and editors that show findings beside the lines they are about.
 * One run; a rule for each code of the audit, with its usual level; columns
 * count letters. A fingerprint follows from the code, the file's name, the quote
 * and the figures, not from the line: it stays when lines are put in above.
 * (OASIS, Static Analysis Results Interchange Format 2.1.0)
 */
#ifndef EXPORT_SARIF_H
#define EXPORT_SARIF_H

#include "export/json.h"
#include "model/finding.h"

/* SARIF has one language a run: `danish` or English. */
void export_sarif(struct json *j, const struct audit_report *r, const char *version, bool danish);
/* With what holds, as results of the kind "pass". */
void export_sarif_held(struct json *j, const struct audit_report *r, const char *version, bool danish);

#endif
