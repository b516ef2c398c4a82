/* page.h - the frame of every page: head, header with the language switch,
 * footer. What stands between page_open() and page_close() is the page's own.
 *
 * No script, no style attribute: pages run under a policy that allows one style
 * sheet of their own and nothing else.
 */
#ifndef VIEW_PAGE_H
#define VIEW_PAGE_H

#include "base/arena.h"
#include "view/html.h"
#include "view/wording.h"

#define PAGE_STYLE "/assets/pejl.css"

struct page {
	bool       danish;
	struct str title;               /* of the tab, before the authority */
	struct str description;
	struct str authority;           /* in Danish; may be empty */
	struct str query;               /* "?as_of=2009-06-01", or empty */
	bool       nowhere;             /* an error: no address to come back to */
};

void page_open(struct buf *b, const struct page *p);
void page_close(struct buf *b, const struct page *p);

/* ` lang="da"` where Danish words stand on an English page. */
void page_lang(struct buf *b, const struct page *p, bool danish_words);

#endif
