/* httpd.h - an HTTP server that hands requests to workers. The only module that
 * knows libmicrohttpd.
 *
 * As many single-threaded daemons as there are workers share one listening
 * socket; each calls the handler with its own worker, so a worker is never used
 * by two threads at once. What the handler calls slow it is asked again on one of
 * a few threads beside, with a worker of that thread, while the daemon goes on.
 * A request's memory lives in its arena until the reply was sent. Signals that
 * the caller waits for must be blocked before httpd_start(): its threads inherit
 * that.
 *
 * The library is lenient about how requests are written, so a request comes with
 * what a strict handler needs: headers in order and with doubles, the target as
 * sent, and how long the head was. A body is read only when the handler, asked with
 * the head, says HTTP_BODY and how much it takes; else the reply goes out as soon as
 * the head is read, and what follows is dropped with the connection. Meant for
 * loopback or behind a proxy that speaks TLS.
 */
#ifndef PORT_HTTPD_H
#define PORT_HTTPD_H

#include "base/arena.h"
#include "base/buf.h"

#define HTTPD_WORKERS_MAX     4
#define HTTPD_HEADERS_MAX     64
#define HTTPD_TARGET_MAX      4096              /* bytes; what is longer comes cut */
#define HTTPD_HEAD_MAX        (36 * 1024)       /* bytes of a connection: 431 above that */
#define HTTPD_CONNECTIONS_MAX 2048              /* per worker */
#define HTTPD_IDLE_SECONDS    15
#define HTTPD_HEAD_SECONDS    30                /* for a whole head */
#define HTTPD_SEND_SECONDS    120               /* for making and sending a reply */
#define HTTPD_DRAIN_SECONDS   10                /* for running requests when it stops */
#define HTTPD_REPLY_MAX       ((size_t)64 << 20)

struct http_header {
	struct str name, value;
};

struct http_request {
	struct str         method, target, version;     /* as sent: "GET", "/da/?a=%20" */
	struct http_header header[HTTPD_HEADERS_MAX];
	size_t             headers;
	bool               too_many;    /* headers: the rest is not here */
	bool               too_long;    /* a target: the rest is not here */
	bool               closing;     /* the server ends: the last of its connection */
	bool               busy;        /* slow, and too many wait already */
	bool               read;        /* `body` is all there is of it */
	struct str         body;
	size_t             head;        /* bytes from the method to the empty line */
	int64_t            since;       /* clock_us() when the head was whole */
};

#define HTTP_REPLY_HEADERS 24

/* A reply that is sent often, with its headers: made once, then only counted. */
struct http_ready;

struct http_reply {                     /* names are literals, values as given */
	int                status;
	struct http_header header[HTTP_REPLY_HEADERS];
	size_t             headers;
	struct buf         body;        /* initialised; freed by the server */
	size_t             unsent;      /* of a 304: bytes that the body would have */
	size_t             takes;       /* of HTTP_BODY: bytes at most */
	struct http_ready *ready;       /* sent instead of the rest; stays its owner's */
};

/* Copies what it needs. NULL: no memory. */
struct http_ready *http_ready_new(const struct http_reply *re);
/* May be on its way still: its last reader frees it. NULL-safe. */
void               http_ready_free(struct http_ready *r);

enum http_turn {
	HTTP_ANSWERED,
	HTTP_SLOW,              /* nothing was done: to be asked on a thread for that */
	HTTP_BODY,              /* nothing was done: to be asked again with the body */
};

typedef enum http_turn http_handler(void *worker, const struct http_request *rq,
                                    struct arena *a, struct http_reply *ret);

struct httpd_setup {
	http_handler *handler;
	void *const  *worker;           /* one for each daemon */
	size_t        workers;
	void *const  *slow;             /* one for each thread that does slow things */
	size_t        slows;
	int64_t       head_ms;          /* for a whole head; 0: HTTPD_HEAD_SECONDS */
};

struct httpd;

/* Serves on `fd`, which stays the caller's; raises the limit of open files as far as
 * the system lets it. NULL: the threads could not start. */
struct httpd *httpd_start(int fd, const struct httpd_setup *setup);

/* Connections that are open now. */
size_t httpd_connections(const struct httpd *h);

/* Takes no more connections, lets running requests finish, ends. NULL-safe. */
void httpd_stop(struct httpd *h);

#endif
