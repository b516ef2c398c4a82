/* findings_view.h - all that the audit says: of the register, and of the documents
 * whose text is published.
 *
 * What the text of a published document says wrongly, and the facts taken from it
 * say too, is told once: a finding of the register with the same code at the same
 * line of a published document is left out.
 */
#ifndef APP_FINDINGS_VIEW_H
#define APP_FINDINGS_VIEW_H

#include "app/edition.h"
#include "model/findings_view.h"

/* Everything, sorted by document and line; made for edition_findings(), which keeps
 * it. False: a problem in the store. */
MUST_CHECK bool findings_all(struct arena *a, const struct edition *ed,
                             struct audit_report *ret);

/* What of it stands at one document; borrowed from `all` but for the list of what holds. */
struct audit_report findings_at(const struct audit_report *all, struct str document);

/* What is said at a document whose text is not published, with the report of that text:
 * each thing once. */
struct audit_report findings_with_text(struct arena *a, const struct edition *ed,
                                       struct str document, const struct audit_report *text);

/* ---- the list ---- */

struct findings_ask {
	bool            has_code, has_severity;
	enum audit_code code;
	enum severity   severity;
	struct str      document;       /* its key; empty: any */
};

/* False: a problem in the store. */
MUST_CHECK bool findings_view(struct arena *a, const struct edition *ed,
                              const struct findings_ask *ask, struct findings_view *ret);

#endif
