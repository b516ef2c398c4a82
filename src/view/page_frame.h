/* page_frame.h - what stands around every page: header and footer. For page.c. */
#ifndef VIEW_PAGE_FRAME_H
#define VIEW_PAGE_FRAME_H

#include "view/page.h"

void page_header(struct page *p);
void page_footer(struct page *p);

/* "/da/", a path, and what is asked. */
void page_address(struct page *p, struct str code, struct str path, struct str query);

/* The languages, the page's own marked. */
void page_languages(struct page *p);

#endif
