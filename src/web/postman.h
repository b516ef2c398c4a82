/* postman.h - finds out who is to be told what, and sends what waits: for `pejl mail
 * send`, and beside a server on a thread of its own.
 */
#ifndef WEB_POSTMAN_H
#define WEB_POSTMAN_H

#include "app/outbox.h"
#include "app/viewer.h"

#define POSTMAN_SECONDS 30              /* between two looks at the outbox */
#define POSTMAN_LOOK_SECONDS 900        /* between two looks at what is to be told */
#define POSTMAN_ONCE_MAX 500            /* messages of one round */

struct postman_round {
	size_t  queued;
	int64_t became[OUTBOX_STATE_COUNT];     /* of those that were tried */
};

/* Queues what is to be told: one message a day and person, one a subscription whose
 * objective changed; forgets what is old. False: a problem in the store, or a diag. */
MUST_CHECK bool postman_look(struct store *s, int32_t today, int64_t now, struct diags *d,
                             struct postman_round *ret);

/* Hands over what is due, until nothing is, or `stopping` says so (NULL: never). False: a
 * problem in the store. */
MUST_CHECK bool postman_send(struct store *s, const struct mail_settings *m,
                             bool (*stopping)(void *of), void *of, struct postman_round *ret);

struct postman;

/* NULL: the thread could not start. `m` stays the caller's until postman_stop(). */
struct postman *postman_start(struct str db, const struct mail_settings *m,
                              struct viewer_log log);
void            postman_stop(struct postman *p);        /* NULL-safe */

#endif
