/* pager.h - from page to page of what is too long for one. */
#ifndef VIEW_PAGER_H
#define VIEW_PAGER_H

#include "view/page.h"

/* Links to the page before and the page behind, and which one this is; nothing where
 * there is only one. `query` is what the links ask besides ("?q=x&kind=y" or empty;
 * percent signs and all). The address is p->path. */
void pager_write(struct page *p, size_t page, size_t pages, struct str query);

#endif
