/* reading.h - papers that were sent, read one after another beside the server.
 *
 * Who sends a paper does not wait for it: it is a row in a queue, which survives a restart,
 * and a page tells how far it is. A paper is read in a process of its own, with limits
 * (paper_trial.h), and nowhere else; one that ends it is told there. It comes into the register, with its row
 * in the trail, in the transaction that ends its row in the queue: once or not at all.
 */
#ifndef APP_READING_H
#define APP_READING_H

#include "app/deed.h"
#include "model/reading_view.h"

#define READING_MAX           20        /* papers that wait */
#define READING_STALE_SECONDS 120       /* what was begun before is begun again, */
#define READING_TRIES         2         /* so often in all */
#define READING_KEPT_SECONDS  (7 * 24 * 3600)   /* how a paper fared, for its page */

/* In the deed's transaction: queues a paper. `*ret`: its number. A fault of the field "file"
 * when too many wait. */
MUST_CHECK bool reading_add(struct deed *d, struct str name, struct str bytes, int64_t *ret);

/* `*ret` false: there is none. */
MUST_CHECK bool reading_find(struct arena *a, struct store *s, int64_t id, struct sent_paper *to,
                             bool *ret);

/* Reads the next one, if one waits: `*ret`. False: a problem in the store. */
MUST_CHECK bool reading_next(struct store *s, int64_t now, bool *ret);

#endif
