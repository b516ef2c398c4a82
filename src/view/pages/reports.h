/* reports.h - the list of reports that can be made, and the frame around one of them. */
#ifndef VIEW_PAGES_REPORTS_H
#define VIEW_PAGES_REPORTS_H

#include "model/reports_view.h"
#include "view/page.h"

void reports_page(struct page *p, const struct reports_view *m);

/* Title, the files it can be taken away as; then the caller writes the report itself, and
 * page_close(). */
void report_page_open(struct page *p, const struct reports_view *m,
                      const struct report_paper *of);

#endif
