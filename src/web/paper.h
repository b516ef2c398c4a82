/* paper.h - what the pages and files of reports share: those made now, and those that were
 * laid before the council. */
#ifndef WEB_PAPER_H
#define WEB_PAPER_H

#include "model/reports_view.h"
#include "report/format.h"
#include "web/handlers.h"

/* The newest report that was made, for who makes all pages and files of it after another from
 * one edition, which outlives it. Of one thread. */
struct paper_kept {
	struct arena        a;
	bool                has, has_tree;
	enum report_kind    kind;
	struct report_paper paper;
	struct str          lang;       /* of `tree` */
	struct tree         tree;
};

/* The formats, for links. */
const struct report_file *paper_files(size_t *n);
/* What the path of the route ends in: ".pdf". */
enum report_format        paper_file_format(const struct request *rq);
/* The report within the page. */
void                      paper_body(struct page *p, const struct tree *t);
/* 503, and why in the reader's language. */
int                       paper_unmade(struct request *rq);

#endif
