/* desk.h - one thread that answers: what it has kept ready, else the dispatcher.
 *
 * Answers that are asked for again are sent as they are, packed and with their
 * headers, after the same guard as all; what they show is at most DESK_PATIENCE_MS
 * older than the register. When a change wants the edition to be made anew, that is
 * done on another thread, and the one before it is shown until then.
 */
#ifndef WEB_DESK_H
#define WEB_DESK_H

#include "web/answer.h"
#include "web/cache.h"
#include "web/service.h"
#include "web/shelf.h"
#include "web/staff.h"

#define DESK_PATIENCE_MS 200

struct queue;

struct desk {
	struct viewer   *viewer;        /* that of `with`; NULL beside, between answers */
	struct shelf    *shelf;         /* of a thread beside: where its viewers are; else NULL */
	struct answering with;
	struct staff_door door;         /* of a thread beside */
	struct queue    *renewals;      /* where desks are renewed; NULL: in place */
	_Atomic(struct viewer *) fresh; /* made for this desk, to be taken */
	atomic_bool      renewing;
	struct cache    *cache;         /* beside: of what is slow and public; NULL: there was no memory */
	struct tally    *tally;
	struct service  *service;
};

/* Makes its edition at once; keeps answers of `kept` bytes. False with a diag. */
MUST_CHECK bool desk_open(struct desk *d, struct str db, struct service *s, size_t kept,
                          struct diags *problems);
/* For what is slow: the register is opened when it is first needed. Keeps what everybody
 * may read of that, too. */
void            desk_open_beside(struct desk *d, struct service *s, struct shelf *shelf, size_t kept);
void            desk_close(struct desk *d);

/* Lets a desk be renewed on the threads of `q`, whose work this is. */
void            desk_renewed_by(struct desk *d, struct queue *q);
void            desk_renew(void *worker, void *desk);

/* An http_handler; `worker` is a struct desk. */
enum http_turn  desk_answer(void *worker, const struct http_request *http, struct arena *a,
                            struct http_reply *ret);

#endif
