/* visits.h - the connections of one thread, and until when each may stay.
 *
 * A client that sends or takes one byte now and then is never idle; what ends it
 * is the time that a whole head or a whole reply may take. One thread enters and
 * leaves, another looks for who is late.
 */
#ifndef PORT_VISITS_H
#define PORT_VISITS_H

#include "base/str.h"
#include <pthread.h>
#include <stdatomic.h>

struct visit {
	struct visit  *prev, *next;
	int            fd;
	atomic_int_least64_t until;     /* of clock_ms() */
};

struct visits {
	pthread_mutex_t lock;           /* of the list; `until` needs none */
	struct visit   *first;
	atomic_size_t   count;
};

void visits_init(struct visits *v);
void visits_free(struct visits *v);     /* when all have left */

/* Someone came on the socket `fd`, which is open until they leave. NULL: no memory. */
struct visit *visits_enter(struct visits *v, int fd, int64_t until);
void          visits_leave(struct visits *v, struct visit *one);        /* NULL-safe */

/* Shuts the sockets of those who are late at `now`. */
void          visits_end_late(struct visits *v, int64_t now);

#endif
