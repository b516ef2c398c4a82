/* reading.h - how far a paper is that somebody sent. */
#ifndef VIEW_PAGES_READING_H
#define VIEW_PAGES_READING_H

#include "model/reading_view.h"
#include "view/work.h"

void reading_page(struct page *p, struct work *w, const struct sent_paper *m);

#endif
