/* site_lines.h - on which page of a document a line stands: "/da/document/x?line=15" is
 * asked of a server, and a file is "/da/document/x?page=2".
 */
#ifndef WEB_SITE_LINES_H
#define WEB_SITE_LINES_H

#include "web/answer.h"

struct site_paper {
	struct str path;                /* "/da/document/x" */
	uint32_t  *start;               /* the first line of each page but the first */
	size_t     pages;
};

struct site_lines {
	struct site_paper *at;
	size_t             len, cap;
};

/* The target, with the page in place of the line; others as they are. A document is asked
 * for once, page by page. */
struct str site_lines_page(struct site_lines *l, const struct answering *with, struct arena *a,
                           struct str target);

#endif
