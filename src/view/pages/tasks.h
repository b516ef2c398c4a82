/* tasks.h - what a member of staff owes, by deadline. */
#ifndef VIEW_PAGES_TASKS_H
#define VIEW_PAGES_TASKS_H

#include "view/work.h"

void tasks_page(struct page *p, const struct work *w);

#endif
