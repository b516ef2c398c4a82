/* thing_page.h - where a thing of the register is shown, see model/thing_page.h. */
#ifndef APP_THING_PAGE_H
#define APP_THING_PAGE_H

#include "app/snapshot.h"
#include "model/thing_page.h"

struct thing_page  thing_page(struct arena *a, const struct snapshot *sn, int64_t id);

/* A thing without a title (an amount, a version of a method) is called as what it
 * belongs to. */
struct thing_shown thing_shown(struct arena *a, const struct snapshot *sn, int64_t id);

/* What it belongs to: the first of the things it names that has a page, or may have
 * one in turn; 0: nothing. */
int64_t            thing_owner(const struct snapshot *sn, int64_t id);

#endif
