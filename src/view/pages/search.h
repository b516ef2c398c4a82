/* search.h - everything by its words: what was found, where, of which kind. */
#ifndef VIEW_PAGES_SEARCH_H
#define VIEW_PAGES_SEARCH_H

#include "model/search_view.h"
#include "view/page.h"

/* `query` is how the links of this page ask for the same words: "?q=%C3%B8&as_of=...",
 * without kind and page. */
void search_page(struct page *p, const struct search_view *m, struct str query);

#endif
