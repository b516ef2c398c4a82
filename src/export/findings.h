/* findings.h - what the audit found, as JSON: `pejl audit --json`.
 *
 * {"claims":{"checked","hold","fail"},
 *  "findings":[{"code","severity","file","line","column","quote",
 *   "message":{"da","en"},"expected","printed","difference",
 *   "candidates":[{"line","text","amount"}]}]}
 * Amounts are decimal strings in the unit that the document prints; those that a
 * finding does not have are null. A line or column of 0 is not known: null. Where more
 * than five pairs of amounts would explain a difference, none is a candidate and
 * the finding has "pairs" besides: how many. One that somebody answered has "answer":
 * {"words","lang","who","stated"}, and is a finding all the same.
 */
#ifndef EXPORT_FINDINGS_H
#define EXPORT_FINDINGS_H

#include "export/schema.h"
#include "model/finding.h"

extern const struct schema schemas_findings[];

void export_findings(struct json *j, const struct audit_report *r);
/* With what holds, under "held": [{"code","file","line","column","quote","message"}]. */
void export_findings_held(struct json *j, const struct audit_report *r);


/* "findings": [Finding, ...] */
void export_found(struct json *j, const struct finding *const *at, size_t n);

/* One of them, as in the list; "claims" alone, as a member of what is open. */
void export_finding(struct json *j, const struct finding *f);
void export_claims(struct json *j, const struct audit_report *r);

#endif
