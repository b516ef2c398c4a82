/* httpd.h - an HTTP server that hands requests to workers. The only module that
 * knows libmicrohttpd.
 *
 * As many single-threaded daemons as there are workers share one listening
 * socket; each calls the handler with its own worker, so a worker is never used
 * by two threads at once. A request's memory lives in its arena until the reply
 * was sent. Signals that the caller waits for must be blocked before
 * httpd_start(): its threads inherit that.
 *
 * The library is lenient about how requests are written, so a request comes with
 * what a strict handler needs: headers in order and with doubles, the target as
 * sent, and how long the head was. It takes no bodies: a reply goes out as soon
 * as the head is read, and what follows is dropped with the connection. Meant
 * for loopback or behind a proxy that speaks TLS.
 */
#ifndef PORT_HTTPD_H
#define PORT_HTTPD_H

#include "base/arena.h"
#include "base/buf.h"

#define HTTPD_WORKERS_MAX     4
#define HTTPD_HEADERS_MAX     64
#define HTTPD_HEAD_MAX        (32 * 1024)       /* bytes of a connection: 431 above that */
#define HTTPD_CONNECTIONS_MAX 256               /* per worker */
#define HTTPD_IDLE_SECONDS    15
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
	size_t             head;        /* bytes from the method to the empty line */
};

#define HTTP_REPLY_HEADERS 16

struct http_reply {                     /* names are literals, values as given */
	int                status;
	struct http_header header[HTTP_REPLY_HEADERS];
	size_t             headers;
	struct buf         body;        /* initialised; freed by the server */
};

typedef void http_handler(void *worker, const struct http_request *rq, struct arena *a,
                          struct http_reply *ret);

/* Listens on a numeric address or a name of this machine; port 0 takes a free
 * one. `*fd` is the socket, `*bound` the port. 0 or an errno. */
MUST_CHECK int httpd_listen(struct str address, int64_t port, int *fd, int64_t *bound);

struct httpd;

/* Serves on `fd`, which stays the caller's. NULL: the threads could not start. */
struct httpd *httpd_start(int fd, void *const worker[], size_t workers, http_handler *handler);

/* Takes no more connections, lets running requests finish, ends. NULL-safe. */
void httpd_stop(struct httpd *h);

#endif
