/* fetch.h - asks another host over HTTP or HTTPS, and trusts it with nothing.
 *
 * Only the host of the address is reached: a redirect is followed to the same scheme, host
 * and port and nowhere else. Addresses of this machine and of private networks are refused
 * when they are connected to, whatever name led there, unless `private` says so. What is
 * longer than `most`, packed or not, ends the transfer. 5xx, 429 and what never came are tried
 * FETCH_TRIES times, a little later each, or when the host says (Retry-After, up to
 * FETCH_PATIENCE seconds; who wants more is not waited for).
 */
#ifndef PORT_FETCH_H
#define PORT_FETCH_H

#include "base/arena.h"

#define FETCH_TRIES   3
#define FETCH_SECONDS 60                /* for one try */
#define FETCH_PATIENCE 60

struct fetch_ask {
	struct str url;                 /* http:// or https:// */
	struct str body;                /* JSON, sent with POST; empty: it is a GET */
	struct str etag, modified;      /* of the answer that is kept; empty: none */
	bool       private;             /* addresses of this machine and network may be asked */
	int64_t    wait_ms;             /* for one try; 0: FETCH_SECONDS */
	size_t     most;                /* bytes, unpacked */
};

struct fetch_answer {
	int64_t    status;              /* of HTTP: 200, 304 or 4xx */
	struct str body, etag, modified;
};

/* False: `*why`, in `a`, says it in a few words. */
MUST_CHECK bool fetch_get(struct arena *a, const struct fetch_ask *ask, struct fetch_answer *ret,
                          struct str *why);

#endif
