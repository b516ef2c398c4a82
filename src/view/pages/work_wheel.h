/* work_wheel.h - the pages of the staff about what is owed: the annual wheel with its forms,
 * who owes what, promises, and calendars.
 */
#ifndef VIEW_PAGES_WORK_WHEEL_H
#define VIEW_PAGES_WORK_WHEEL_H

#include "model/calendar_view.h"
#include "model/owing_view.h"
#include "model/promises_view.h"
#include "view/work.h"

void work_wheel_page(struct page *p, const struct work *w, const struct wheel_view *m);
void delivery_page(struct page *p, const struct work *w, const struct wheel_view *m);
void owing_page(struct page *p, const struct work *w, const struct owing_view *m);
/* All; of one initiative, with the form that decides on them. */
void promises_page(struct page *p, const struct work *w, const struct promises_view *m);
void promise_page(struct page *p, const struct work *w, const struct promises_view *m);
void calendar_page(struct page *p, const struct work *w, const struct calendars *m);

#endif
