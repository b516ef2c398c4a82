/* wheel.h - the annual wheel: a year drawn and listed, who owes what by when. */
#ifndef VIEW_PAGES_WHEEL_H
#define VIEW_PAGES_WHEEL_H

#include "model/wheel_view.h"
#include "view/page.h"

void wheel_page(struct page *p, const struct wheel_view *m);

/* ---- parts; the page of the staff has them, too ---- */

/* The form that asks for a year and a unit. */
void wheel_filter(struct page *p, const struct wheel_view *m);
/* The ring with its list, and the table of the year. */
void wheel_year(struct page *p, const struct wheel_view *m);
/* The duties as they were written down. */
void wheel_duties(struct page *p, const struct wheel_view *m);

/* Icon and word: late, done, ahead. */
void wheel_state(struct page *p, size_t late, bool done);

#endif
