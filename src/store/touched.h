/* touched.h - which indicators a change measured, kept beside the measurements.
 *
 * store_run() keeps it: whatever brings or ends a measurement (import, accept, undo,
 * load) notes it here, and store_commit() writes it in the same transaction. A
 * million measurements of a change are a few rows of it.
 */
#ifndef STORE_TOUCHED_H
#define STORE_TOUCHED_H

#include "store/store.h"

/* Inside a transaction or not; for store/store.c. `p`: of a statement that succeeded,
 * whichever it was. */
MUST_CHECK bool touched_note(struct store *s, enum stmt id, const struct param *p);
/* Writes what was noted; before a commit. */
MUST_CHECK bool touched_write(struct store *s);
/* It did not happen. */
void            touched_forget(struct store *s);

/* All of it anew, inside a transaction. */
MUST_CHECK bool touched_reindex(struct store *s);
/* Is all of it there? What is not is a diag; false only for a problem in the store. */
MUST_CHECK bool touched_check(struct store *s, struct diags *d);

#endif
