/* indicator.h - the page of one indicator: what it did, in one sentence, a chart and
 * a table; what is promised about it and whether that holds, step by step; where
 * the figures come from and when the next one is due.
 */
#ifndef VIEW_PAGES_INDICATOR_H
#define VIEW_PAGES_INDICATOR_H

#include "model/indicator_view.h"
#include "view/page.h"

void indicator_page(struct page *p, const struct indicator_view *m);

/* ` href="..."` of this page: as of a day (DAY_MIN: as now), of an area and a group (empty:
 * the city, everybody). */
void indicator_href(struct page *p, const struct indicator_view *m, int32_t day, struct str area,
                    struct str group);

/* ---- its parts, each in a file of its own ---- */

void indicator_figures(struct page *p, const struct indicator_view *m);
void indicator_prognoses(struct page *p, const struct indicator_view *m);
void indicator_verdicts(struct page *p, const struct indicator_view *m);
void indicator_about(struct page *p, const struct indicator_view *m);
void indicator_days(struct page *p, const struct indicator_view *m);

#endif
