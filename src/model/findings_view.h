/* findings_view.h - all findings as they are listed, filtered and counted. */
#ifndef MODEL_FINDINGS_VIEW_H
#define MODEL_FINDINGS_VIEW_H

#include "model/finding.h"
#include "model/thing_page.h"

struct finding_row {
	const struct finding *finding;
	struct named          document; /* where it stands; without an id: recorded by a person, */
	struct thing_shown    of;       /* and this is the thing that it is about */
};

struct findings_view {
	struct finding_row *at;         /* that were asked for: by document and line */
	size_t              len;
	size_t              count[AUDIT_CODE_COUNT];    /* of the document and severity asked for */
	struct audit_report claims;     /* of the document asked for, or of everything */
	struct named       *document;   /* that have findings, by title */
	size_t              documents;
};

#endif
