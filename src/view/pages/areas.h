/* areas.h - the pages of areas: all of them by one indicator, and one of them. */
#ifndef VIEW_PAGES_AREAS_H
#define VIEW_PAGES_AREAS_H

#include "model/areas_view.h"
#include "view/page.h"

void areas_page(struct page *p, const struct areas_view *m);
void area_page(struct page *p, const struct area_view *m);

/* ---- parts of them ---- */

/* Map, and the ranking beside it. */
void areas_ranking(struct page *p, const struct areas_view *m);

/* Which area was in which class in which year, and how many in each. With `targets`
 * also what is promised about their number. */
void areas_classes(struct page *p, const struct graded *g, const struct named *of);

/* The same as a table of one row, for one area. */
void areas_classes_one(struct page *p, const struct graded *g, const struct named *of);

#endif
