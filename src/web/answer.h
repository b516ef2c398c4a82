/* answer.h - the dispatcher: from a request as it was sent to a whole reply.
 *
 * The order is fixed: guard, address, route, method, access, handler; then the
 * page of an error, the tag of the content (If-None-Match: 304) and the headers
 * that every reply has. Knows no socket.
 */
#ifndef WEB_ANSWER_H
#define WEB_ANSWER_H

#include "web/route.h"

/* An http_handler; `worker` is a struct viewer. */
void answer(void *worker, const struct http_request *rq, struct arena *a,
            struct http_reply *ret);

#endif
