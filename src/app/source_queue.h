/* source_queue.h - sources that somebody tries, fetches or decides on from a page.
 *
 * A bureau may take minutes, so no page waits for it: what is asked for is a row of the log
 * (source_log.h) that survives a restart, and is looked after beside the server, one after
 * another. A fetch that is looked after twice, since the first ended the server, writes once.
 */
#ifndef APP_SOURCE_QUEUE_H
#define APP_SOURCE_QUEUE_H

#include "app/edit.h"
#include "app/source_log.h"
#include "app/source_reach.h"

#define SOURCE_QUEUE_MAX     20         /* that wait */
#define SOURCE_STALE_SECONDS 600        /* what was begun before is begun again, */
#define SOURCE_TRIES         2          /* so often in all */

#define FETCHES_PATH "work/fetch"       /* behind the language */

/* A deed: TRY or FETCH of the source `key`. Where it leads is the page that tells how far it
 * is; that of one that waits already, when there is one. Who may is who may change the source
 * (edit.h). A fault of the form when too many wait. */
enum deed_state source_want(struct deed *d, const struct edit_ask *ask, enum source_run_kind kind);

/* For other deeds: a row that waits, of the source or of 0. DEED_OPEN: `*ret` is its number. */
enum deed_state source_queue_add(struct deed *d, int64_t source, enum source_run_kind kind, int64_t *ret);

/* A deed: how the series of the source `key` goes on, see source_break.h. The form's
 * "verdict" is "new" or "same". */
enum deed_state source_settle(struct deed *d, const struct edit_ask *ask);

/* Looks after the next one, if one waits: `*ret`. False: a problem in the store. */
MUST_CHECK bool source_queue_next(struct store *s, const struct source_reach *reach, int64_t now,
                                  bool *ret);

#endif
