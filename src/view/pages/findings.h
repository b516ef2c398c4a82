/* findings.h - everything the audit says, with what can be asked for. */
#ifndef VIEW_PAGES_FINDINGS_H
#define VIEW_PAGES_FINDINGS_H

#include "model/findings_view.h"
#include "view/page.h"

struct findings_shown {                 /* what was asked, and which part is shown */
	struct str code, severity, document;
	size_t     page, pages, from, to;
	struct str query;               /* of what was asked, without the page */
};

void findings_page(struct page *p, const struct findings_view *m, const struct findings_shown *ask);

#endif
