/* desk.h - one thread that answers: what it has kept ready, else the dispatcher.
 *
 * Answers that are asked for again are sent as they are, packed and with their
 * headers, after the same guard as all; what they show is at most DESK_PATIENCE_MS
 * older than the register.
 */
#ifndef WEB_DESK_H
#define WEB_DESK_H

#include "web/answer.h"
#include "web/cache.h"
#include "web/service.h"

#define DESK_PATIENCE_MS 200

struct desk {
	struct viewer    viewer;
	struct answering with;
	struct cache    *cache;         /* NULL: of a thread beside, which keeps nothing */
	struct tally    *tally;
	struct service  *service;
};

/* False with a diag. `beside`: for what is slow; it opens the register when it is
 * first needed. */
MUST_CHECK bool desk_open(struct desk *d, struct str db, struct service *s, bool beside,
                          struct diags *problems);
void            desk_close(struct desk *d);

/* An http_handler; `worker` is a struct desk. */
enum http_turn  desk_answer(void *worker, const struct http_request *http, struct arena *a,
                            struct http_reply *ret);

#endif
