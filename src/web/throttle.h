/* throttle.h - who sends forms without an account may do so only so often.
 *
 * Counters in memory, found by a hash of where a request came from under a number that
 * is new with each start: an address is not kept, and cannot be told from a counter.
 * They begin anew each hour. Two senders may share a counter; who shares with a busy one
 * waits until the hour is over.
 */
#ifndef WEB_THROTTLE_H
#define WEB_THROTTLE_H

#include "web/route.h"
#include <stdatomic.h>

#define THROTTLE_COUNTERS 4096
#define THROTTLE_FORMS    10            /* an hour and sender */
#define THROTTLE_ALL      600           /* an hour, of all together */

struct throttle {                       /* of all threads; zero is a good start */
	uint64_t             seed;
	atomic_uint_least64_t all;      /* hour << 32 | count, as those of senders */
	atomic_uint_least64_t of[THROTTLE_COUNTERS];
};

/* Counts one form of `who`. False: it is one too many. */
bool throttle_take(struct throttle *t, struct str who, int64_t now);

/* Where a request came from, as the proxy says; of an IPv6 address its network. */
struct str throttle_sender(const struct request *rq);

#endif
