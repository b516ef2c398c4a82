#include "port/httpd.h"
#include <errno.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <netdb.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

struct lane {                           /* one daemon with its worker */
	struct httpd      *httpd;
	struct MHD_Daemon *daemon;
	void              *worker;
};

struct httpd {
	http_handler *handler;
	struct lane   lane[HTTPD_WORKERS_MAX];
	size_t        lanes;
	atomic_size_t running;          /* requests that have a reply under way */
	atomic_bool   stopping;
};

struct exchange {                       /* one request from its first line on */
	struct arena        arena;
	struct http_request request;
	struct http_reply   reply;
	bool                seen, running;
};

/* ---- listening ---- */

static int
listen_on(const struct addrinfo *ai, int *ret)
{
	int on = 1, error;
	int fd = socket(ai->ai_family, ai->ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

	if (fd < 0)
		return errno;
	/* So that a port can be used again at once after a stop; a port that is
	 * listened on stays refused. */
	if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0 &&
	    bind(fd, ai->ai_addr, ai->ai_addrlen) == 0 && listen(fd, SOMAXCONN) == 0) {
		*ret = fd;
		return 0;
	}
	error = errno;
	close(fd);
	return error;
}

static int64_t
port_of(int fd)
{
	struct sockaddr_storage at;
	socklen_t               size = sizeof at;
	char                    text[8];
	int64_t                 port = 0;

	if (getsockname(fd, (struct sockaddr *)&at, &size) != 0 ||
	    getnameinfo((struct sockaddr *)&at, size, NULL, 0, text, sizeof text,
	        NI_NUMERICSERV) != 0 || !str_int(str_from(text), &port))
		return 0;
	return port;
}

int
httpd_listen(struct str address, int64_t port, int *fd, int64_t *bound)
{
	struct addrinfo  hints = { .ai_socktype = SOCK_STREAM,
	                           .ai_flags = AI_PASSIVE | AI_NUMERICSERV };
	struct addrinfo *found = NULL;
	struct arena     a = { 0 };
	int              made = -1, error = EADDRNOTAVAIL;

	if (getaddrinfo(str_dup(&a, address).at, arena_printf(&a, "%d", (int)port).at, &hints,
	        &found) == 0)
		error = listen_on(found, &made);
	if (found != NULL)
		freeaddrinfo(found);
	arena_free(&a);
	if (error != 0)
		return error;
	*fd = made;
	*bound = port_of(made);
	return 0;
}

/* ---- a request ---- */

/* Called with the target as it was sent, before the library decodes it in place. */
static void *
on_target(void *cls, const char *target, struct MHD_Connection *connection)
{
	struct exchange *x = calloc(1, sizeof *x);

	(void)cls;
	(void)connection;
	if (x == NULL)
		abort();
	x->request.target = str_dup(&x->arena, str_from(target));
	buf_init(&x->reply.body, HTTPD_REPLY_MAX);
	return x;
}

static enum MHD_Result
on_header(void *cls, enum MHD_ValueKind kind, const char *name, size_t name_len,
          const char *value, size_t value_len)
{
	struct http_request *rq = cls;

	(void)kind;
	rq->too_many = rq->headers == HTTPD_HEADERS_MAX;
	if (rq->too_many)
		return MHD_NO;
	rq->header[rq->headers++] = (struct http_header){
		{ name, name_len }, { value, value_len },
	};
	return MHD_YES;
}

static enum MHD_Result
send_reply(struct lane *l, struct MHD_Connection *connection, struct exchange *x)
{
	struct http_reply   *re = &x->reply;
	struct MHD_Response *response;
	enum MHD_Result      queued;

	/* The bytes are the exchange's, which outlives the response. */
	response = MHD_create_response_from_buffer(re->body.len, re->body.at,
	    MHD_RESPMEM_PERSISTENT);
	if (response == NULL)
		return MHD_NO;
	for (size_t i = 0; i < re->headers; i++) {
		const struct http_header *h = &re->header[i];

		(void)MHD_add_response_header(response, h->name.at, str_dup(&x->arena, h->value).at);
	}
	if (atomic_load(&l->httpd->stopping))
		(void)MHD_add_response_header(response, "Connection", "close");
	queued = MHD_queue_response(connection, (unsigned)re->status, response);
	MHD_destroy_response(response);
	return queued;
}

/* The head is read. */
static void
take_head(struct exchange *x, struct MHD_Connection *connection, const char *method,
          const char *version)
{
	const union MHD_ConnectionInfo *info =
	    MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);

	x->seen = true;
	x->request.head = info != NULL ? info->header_size : 0;
	x->request.method = str_from(method);
	x->request.version = str_from(version);
	(void)MHD_get_connection_values_n(connection, MHD_HEADER_KIND, on_header, &x->request);
}

static bool
has_body(struct MHD_Connection *connection)
{
	return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Content-Length") != NULL ||
	    MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Transfer-Encoding") != NULL;
}

/* The library calls with the head, then with each piece of a body, then with
 * nothing. An answer to the head ends the connection, which drops a body. */
static enum MHD_Result
on_request(void *cls, struct MHD_Connection *connection, const char *url, const char *method,
           const char *version, const char *upload, size_t *upload_size, void **state)
{
	struct lane     *l = cls;
	struct exchange *x = *state;

	(void)url;
	(void)upload;
	if (x->running) {
		*upload_size = 0;
		return MHD_YES;
	}
	if (!x->seen) {
		take_head(x, connection, method, version);
		if (!has_body(connection))
			return MHD_YES;
	}
	x->running = true;
	atomic_fetch_add(&l->httpd->running, 1);
	l->httpd->handler(l->worker, &x->request, &x->arena, &x->reply);
	return send_reply(l, connection, x);
}

static void
on_done(void *cls, struct MHD_Connection *connection, void **state,
        enum MHD_RequestTerminationCode how)
{
	struct lane     *l = cls;
	struct exchange *x = *state;

	(void)connection;
	(void)how;
	if (x == NULL)
		return;
	if (x->running)
		atomic_fetch_sub(&l->httpd->running, 1);
	buf_free(&x->reply.body);
	arena_free(&x->arena);
	free(x);
	*state = NULL;
}

/* ---- daemons ---- */

static struct MHD_Daemon *
start_lane(struct lane *l, int fd)
{
	/* A daemon closes its socket: each has a copy. What its own strictness refuses
	 * it answers with the head twice; the handler refuses the same and more. */
	int                copy = fcntl(fd, F_DUPFD_CLOEXEC, 0);
	struct MHD_Daemon *daemon;

	if (copy < 0)
		return NULL;
	daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC, 0, NULL, NULL,
	    on_request, l,
	    MHD_OPTION_LISTEN_SOCKET, copy,
	    MHD_OPTION_STRICT_FOR_CLIENT, 0,
	    MHD_OPTION_URI_LOG_CALLBACK, on_target, NULL,
	    MHD_OPTION_NOTIFY_COMPLETED, on_done, l,
	    MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)HTTPD_HEAD_MAX,
	    MHD_OPTION_CONNECTION_LIMIT, HTTPD_CONNECTIONS_MAX,
	    MHD_OPTION_CONNECTION_TIMEOUT, HTTPD_IDLE_SECONDS,
	    MHD_OPTION_END);
	if (daemon == NULL)
		close(copy);
	return daemon;
}

struct httpd *
httpd_start(int fd, void *const worker[], size_t workers, http_handler *handler)
{
	struct httpd *h = calloc(1, sizeof *h);

	if (h == NULL)
		return NULL;
	h->handler = handler;
	for (size_t i = 0; i < workers && i < HTTPD_WORKERS_MAX; i++) {
		struct lane *l = &h->lane[h->lanes];

		*l = (struct lane){ .httpd = h, .worker = worker[i] };
		l->daemon = start_lane(l, fd);
		if (l->daemon == NULL) {
			httpd_stop(h);
			return NULL;
		}
		h->lanes++;
	}
	return h;
}

/* Until no request is running, but not for ever. */
static void
drain(struct httpd *h)
{
	const struct timespec step = { 0, 10 * 1000 * 1000 };

	for (int i = 0; i < HTTPD_DRAIN_SECONDS * 100; i++) {
		if (atomic_load(&h->running) == 0)
			return;
		(void)nanosleep(&step, NULL);
	}
}

void
httpd_stop(struct httpd *h)
{
	if (h == NULL)
		return;
	atomic_store(&h->stopping, true);
	for (size_t i = 0; i < h->lanes; i++) {
		MHD_socket copy = MHD_quiesce_daemon(h->lane[i].daemon);

		if (copy != MHD_INVALID_SOCKET)
			close(copy);
	}
	drain(h);
	for (size_t i = 0; i < h->lanes; i++)
		MHD_stop_daemon(h->lane[i].daemon);
	free(h);
}
