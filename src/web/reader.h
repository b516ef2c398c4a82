/* reader.h - looks after a queue in the database, one after another, on a thread of its own
 * beside a server: papers that were sent (app/reading.h), sources that are to be asked
 * (app/source_queue.h).
 */
#ifndef WEB_READER_H
#define WEB_READER_H

#include "app/viewer.h"

#define READER_SECONDS 1                /* between two looks */

struct reader;

/* Looks after the next one, if one waits: `*ret`. False: a problem in the store. */
typedef bool reader_next(const void *of, struct store *s, int64_t now, bool *ret);

/* NULL: the thread could not start. */
struct reader *reader_start(struct str db, struct viewer_log log, reader_next *next, const void *of);
/* What was begun is done to its end. NULL-safe. */
void           reader_stop(struct reader *r);

#endif
