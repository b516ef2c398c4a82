/* shelf.h - viewers for the threads beside, each of which borrows one for an answer.
 *
 * Slow answers mostly come one after another, whichever thread makes them: then one
 * viewer serves all. Another is made when two are made at a time, and closed when it
 * was not needed for a while: an edition for each thread would be most of the memory
 * of a small register's server. Lock-free: a viewer is on the shelf or with one thread.
 */
#ifndef WEB_SHELF_H
#define WEB_SHELF_H

#include "web/service.h"

#define SHELF_MAX     2                 /* threads that borrow */
#define SHELF_REST_MS 10000             /* on the shelf until it is closed, but the first */

struct shelf {
	struct str        db;
	struct viewer_log log;
	int64_t           patience_ms;  /* of the viewers */
	_Atomic(struct viewer *) at[SHELF_MAX];
};

/* The one that was used last, or a new one: it opens the register when it is first
 * asked. */
struct viewer *shelf_take(struct shelf *k);
/* What shelf_take() gave, by the same thread. */
void           shelf_give(struct shelf *k, struct viewer *v);

/* Closes all; nobody has one. */
void           shelf_close(struct shelf *k);

#endif
