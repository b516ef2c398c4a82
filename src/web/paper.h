/* paper.h - what the pages and files of reports share: those made now, and those that were
 * laid before the council. */
#ifndef WEB_PAPER_H
#define WEB_PAPER_H

#include "model/reports_view.h"
#include "report/format.h"
#include "web/handlers.h"

/* The formats, for links. */
const struct report_file *paper_files(size_t *n);
/* What the path of the route ends in: ".pdf". */
enum report_format        paper_file_format(const struct request *rq);
/* The report within the page. */
void                      paper_body(struct page *p, const struct tree *t);
/* 503, and why in the reader's language. */
int                       paper_unmade(struct request *rq);

#endif
