/* comparison.h - the city against others: which indicators can be compared, and one. */
#ifndef VIEW_PAGES_COMPARISON_H
#define VIEW_PAGES_COMPARISON_H

#include "model/comparison_view.h"
#include "view/page.h"

void comparisons_page(struct page *p, const struct comparison_list *m);
void comparison_page(struct page *p, const struct comparison_view *m);

#endif
