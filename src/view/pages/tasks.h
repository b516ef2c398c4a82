/* tasks.h - what a member of staff owes, by deadline. */
#ifndef VIEW_PAGES_TASKS_H
#define VIEW_PAGES_TASKS_H

#include "model/task.h"
#include "view/work.h"

void tasks_page(struct page *p, const struct work *w, const struct tasks *m, int32_t today);

#endif
