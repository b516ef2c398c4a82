/* error_report.h - reporting an error in a figure, and answering. */
#ifndef VIEW_PAGES_ERROR_REPORT_H
#define VIEW_PAGES_ERROR_REPORT_H

#include "model/error_report_view.h"
#include "view/work.h"

/* What a report is about, and the form of a reader. `now`: seconds since 1970. */
struct report_form {
	const char      *kind;          /* "indicator", as in addresses */
	struct named     about;
	int64_t          now;
	struct form_view form;
};

void error_report_form_page(struct page *p, const struct report_form *m);
void error_report_seen_page(struct page *p, const struct error_report *r);

/* "Is a figure here wrong?" with a link, at the foot of a page. */
void error_report_way(struct page *p, const char *kind, struct str id);

void error_reports_page(struct page *p, const struct work *w, const struct error_reports *open,
                        const struct error_reports *closed);
void error_report_page(struct page *p, const struct work *w, const struct error_report *r);

#endif
