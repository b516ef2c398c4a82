/* reader.h - looks after a queue in the database, one after another, on a thread of its own
 * beside a server: papers that were sent (app/reading.h), sources that are to be asked
 * (app/source_queue.h).
 */
#ifndef WEB_READER_H
#define WEB_READER_H

#include "app/viewer.h"
#include <stdatomic.h>

#define READER_SECONDS 1                /* between two looks */
#define READER_QUIET   60               /* looks after which it is asked all the same */

struct reader;

/* Looks after the next one, if one waits: `*ret`. False: a problem in the store. */
typedef bool reader_next(const void *of, struct store *s, int64_t now, bool *ret);

struct reader_work {
	reader_next *next;
	const void  *of;
	atomic_bool *bell;              /* rung when something waits: nothing is asked of the
	                                 * database before, and no connection kept */
};

/* NULL: the thread could not start. */
struct reader *reader_start(struct str db, struct viewer_log log, struct reader_work work);
/* What was begun is done to its end. NULL-safe. */
void           reader_stop(struct reader *r);

#endif
