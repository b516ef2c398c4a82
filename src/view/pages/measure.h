/* measure.h - the pages on which measurements are recorded by hand. */
#ifndef VIEW_PAGES_MEASURE_H
#define VIEW_PAGES_MEASURE_H

#include "model/measure_view.h"
#include "view/work.h"

void measure_list_page(struct page *p, const struct work *w, const struct measure_lines *m);
void measure_page(struct page *p, const struct work *w, const struct measure_view *m);

#endif
