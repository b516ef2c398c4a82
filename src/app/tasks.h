/* tasks.h - what a person owes: of status forms, of the annual wheel, of what was promised,
 * what the audit found and what was read in papers.
 *
 * One row a source (tasks.c); a part of the staff's side that gives people work adds its
 * own. An older period of a duty is no task any more when a newer one of it is due.
 */
#ifndef APP_TASKS_H
#define APP_TASKS_H

#include "app/edition.h"
#include "core/access.h"
#include "model/task.h"

#define TASKS_AHEAD_DAYS 120            /* what is due later is not shown yet */
#define TASKS_BACK_DAYS  1500           /* what was due earlier is not owed any more */

struct tasks_ask {
	struct arena         *a;
	struct store         *s;
	const struct edition *ed;
	const struct actor   *who;
	int32_t               today;
};

/* By deadline; those without one last. False: a problem in the store. */
MUST_CHECK bool tasks_of(const struct tasks_ask *k, struct tasks *ret);

#endif
