/* trail.h - the page of who did what. */
#ifndef VIEW_PAGES_TRAIL_H
#define VIEW_PAGES_TRAIL_H

#include "model/trail_view.h"
#include "view/work.h"

void trail_page(struct page *p, const struct work *w, const struct trail_shown *m);

#endif
