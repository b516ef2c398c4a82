/* service.h - what the threads of one server share: counters, the log, and whether
 * it is about to stop.
 *
 * Each desk (a thread that answers) counts in a tally of its own; a reader adds
 * them up. The log is JSON lines: of requests their time, method, route, status,
 * bytes and microseconds, and nothing that points to a person: no address, no
 * program, no words that were asked for.
 */
#ifndef WEB_SERVICE_H
#define WEB_SERVICE_H

#include "web/throttle.h"
#include <stdatomic.h>

struct sso_desk;                        /* web/sso.h */

#define SERVICE_DESKS  8
#define SERVICE_ROUTES 256              /* counted one by one; the rest as the last */

enum service_log { SERVICE_LOG_NONE, SERVICE_LOG_ERRORS, SERVICE_LOG_ALL };

/* Upper bounds of answering times, in microseconds, and as Prometheus writes them. */
#define TALLY_TIMES(X)                                                         \
	X(100, "0.0001") X(250, "0.00025") X(500, "0.0005") X(1000, "0.001")   \
	X(2500, "0.0025") X(5000, "0.005") X(10000, "0.01") X(25000, "0.025")  \
	X(50000, "0.05") X(100000, "0.1") X(250000, "0.25") X(1000000, "1")    \
	X(10000000, "10")

enum {
#define X(us, text) TALLY_TIME_##us,
	TALLY_TIMES(X)
#undef X
	TALLY_TIME_COUNT
};

#define TALLY_CLASSES 5                 /* 1xx to 5xx */

typedef atomic_uint_least64_t tally_count;

struct tally {                          /* written by its thread alone */
	tally_count requests[SERVICE_ROUTES + 1][TALLY_CLASSES];
	tally_count times[TALLY_TIME_COUNT + 1];        /* the last: longer */
	tally_count us, bytes, hits, unchanged, packed;
};

struct service {
	struct tally      *tally[SERVICE_DESKS];
	size_t             tallies;
	enum service_log   log;
	struct viewer_log  out;         /* where lines go, from any thread */
	bool               behind;      /* a proxy of ours, whose word on TLS counts */
	atomic_bool        stopping;
	struct sso_desk   *sso;         /* NULL: of no server */
	struct throttle   *throttle;    /* of forms without an account; NULL: none */
	bool               mails;       /* messages can be sent */
	struct str         site;        /* https://... of this site; empty: not told */
	bool               pictures;    /* there is what draws them: report/picture.h */
	bool               fixed;       /* pages become files: nothing that needs a server */
	size_t           (*connections)(const void *of);        /* open now; NULL: unknown */
	const void        *connections_of;
};

struct served {                         /* one request that was answered */
	struct str          method;
	const struct route *route;      /* NULL: no route */
	int                 status;
	size_t              bytes;
	int64_t             us;
	bool                cached, packed;
};

/* Counts it in `t`, and logs it when the service logs such. */
void service_served(struct service *s, struct tally *t, const struct served *what);

/* A line of what those who run it should know. */
void service_say(const struct service *s, struct str line);

/* A problem that the reader is not told: lines of text. `of` is a service. */
void service_problem(void *of, struct str lines);

/* Prometheus' text format. `change`: the register's newest; negative: unknown. */
void service_metrics(const struct service *s, int64_t change, struct buf *b);

#endif
