#include "port/httpd.h"
#include "port/clock.h"
#include "port/open_files.h"
#include "port/porter.h"
#include "port/queue.h"
#include <fcntl.h>
#include <microhttpd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#define SPARE_MAX 64                    /* exchanges that a lane keeps for reuse */
#define READY_FILE_MIN 32768            /* bytes */
#define FILES_OURS 256                  /* open files that are not connections */

struct lane {                           /* one daemon with its worker */
	struct httpd      *httpd;
	struct MHD_Daemon *daemon;
	void              *worker;
	struct visits      visits;
	struct exchange   *spare;       /* of this thread alone, as is `spares` */
	size_t             spares;
};

struct httpd {
	struct httpd_setup setup;
	struct lane     lane[HTTPD_WORKERS_MAX];
	size_t          lanes;
	struct queue   *queue;          /* of exchanges that are slow */
	atomic_size_t   running;        /* requests that have a reply under way */
	atomic_bool     stopping;
	struct porter   porter;         /* ends visits that last too long */
};

enum stage { STAGE_NEW, STAGE_BODY, STAGE_HEAD, STAGE_SLOW, STAGE_MADE, STAGE_SENT };

struct exchange {                       /* one request from its first line on */
	struct lane           *lane;
	struct exchange       *next;    /* in the lane's spares */
	struct arena           arena;
	struct http_request    request;
	struct http_reply      reply;
	struct buf             body;    /* of the request */
	enum stage             stage;
	struct MHD_Connection *connection;
	char                   target[HTTPD_TARGET_MAX];
};

/* ---- ready replies ---- */

/* The library counts its readers: this is its response and nothing else. */
struct http_ready {
	struct MHD_Response *response;
	unsigned             status;
};

static ssize_t
read_nothing(void *cls, uint64_t at, char *to, size_t max)
{
	(void)cls;
	(void)at;
	(void)to;
	(void)max;
	return MHD_CONTENT_READER_END_WITH_ERROR;
}

static struct MHD_Response *
response_of(const struct http_reply *re, enum MHD_ResponseMemoryMode mode)
{
	/* Only its length is sent, which has to be that of the whole (RFC 9110, 8.6). */
	if (re->unsent > 0)
		return MHD_create_response_from_callback(re->unsent, 1, read_nothing, NULL, NULL);
	return MHD_create_response_from_buffer(re->body.len, re->body.at, mode);
}

/* A long body that is sent again and again lies in a file in memory, from which the
 * system sends without copying it each time. NULL: it can't. */
static struct MHD_Response *
response_of_file(const struct http_reply *re)
{
	struct MHD_Response *response = NULL;
	int                  fd = -1;

	if (re->unsent == 0 && re->body.len >= READY_FILE_MIN)
		fd = memfd_create("pejl", MFD_CLOEXEC);
	if (fd < 0)
		return NULL;
	if (write(fd, re->body.at, re->body.len) == (ssize_t)re->body.len)
		response = MHD_create_response_from_fd(re->body.len, fd);
	if (response == NULL)
		close(fd);
	return response;
}

static bool
add_headers(struct MHD_Response *response, struct arena *a, const struct http_reply *re)
{
	for (size_t i = 0; i < re->headers; i++) {
		const struct http_header *h = &re->header[i];

		if (MHD_add_response_header(response, h->name.at, str_dup(a, h->value).at) != MHD_YES)
			return false;
	}
	return true;
}

struct http_ready *
http_ready_new(const struct http_reply *re)
{
	struct http_ready *r = calloc(1, sizeof *r);
	struct arena       a = { 0 };

	if (r == NULL)
		return NULL;
	r->status = (unsigned)re->status;
	r->response = response_of_file(re);
	if (r->response == NULL)
		r->response = response_of(re, MHD_RESPMEM_MUST_COPY);
	if (r->response == NULL || !add_headers(r->response, &a, re)) {
		http_ready_free(r);
		r = NULL;
	}
	arena_free(&a);
	return r;
}

void
http_ready_free(struct http_ready *r)
{
	if (r == NULL)
		return;
	if (r->response != NULL)
		MHD_destroy_response(r->response);
	free(r);
}

/* ---- exchanges ---- */

static struct exchange *
exchange_open(struct lane *l)
{
	struct exchange *x = l->spare;

	if (x != NULL) {
		l->spare = x->next;
		l->spares--;
		return x;
	}
	x = calloc(1, sizeof *x);
	if (x == NULL)
		abort();
	x->lane = l;
	return x;
}

static void
exchange_free(struct exchange *x)
{
	buf_free(&x->reply.body);
	buf_free(&x->body);
	arena_free(&x->arena);
	free(x);
}

static void
exchange_close(struct exchange *x)
{
	struct lane *l = x->lane;

	buf_free(&x->reply.body);
	buf_free(&x->body);
	arena_reset(&x->arena);
	x->request.headers = 0;
	x->request.too_many = x->request.too_long = x->request.busy = x->request.read = false;
	x->request.body = STR_NONE;
	x->reply.headers = 0;
	x->reply.unsent = 0;
	x->reply.ready = NULL;
	x->stage = STAGE_NEW;
	if (l->spares == SPARE_MAX) {
		exchange_free(x);
		return;
	}
	x->next = l->spare;
	l->spare = x;
	l->spares++;
}

/* Called with the target as it was sent, before the library decodes it in place. */
static void *
on_target(void *cls, const char *target, struct MHD_Connection *connection)
{
	struct lane     *l = cls;
	struct exchange *x = exchange_open(l);
	size_t           len = strnlen(target, HTTPD_TARGET_MAX + 1);

	x->connection = connection;
	x->request.too_long = len > HTTPD_TARGET_MAX;
	if (x->request.too_long)
		len = HTTPD_TARGET_MAX;
	memcpy(x->target, target, len);
	x->request.target = (struct str){ x->target, len };
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

/* A connection that ends has left already. */
static void
give_time(struct MHD_Connection *connection, int64_t ms)
{
	const union MHD_ConnectionInfo *info =
	    MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
	struct visit *v = info != NULL ? info->socket_context : NULL;

	if (v != NULL)
		atomic_store_explicit(&v->until, clock_ms() + ms, memory_order_relaxed);
}

/* The head is read. */
static void
take_head(struct exchange *x, const char *method, const char *version)
{
	const union MHD_ConnectionInfo *info =
	    MHD_get_connection_info(x->connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);

	x->stage = STAGE_HEAD;
	give_time(x->connection, HTTPD_SEND_SECONDS * 1000);
	x->request.since = clock_us();
	x->request.head = info != NULL ? info->header_size : 0;
	x->request.method = str_from(method);
	x->request.version = str_from(version);
	x->request.closing = atomic_load_explicit(&x->lane->httpd->stopping, memory_order_relaxed);
	(void)MHD_get_connection_values_n(x->connection, MHD_HEADER_KIND, on_header, &x->request);
}

static bool
has_body(struct MHD_Connection *connection)
{
	return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Content-Length") != NULL ||
	    MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Transfer-Encoding") != NULL;
}

/* ---- replies ---- */

static enum MHD_Result
send_reply(struct exchange *x)
{
	struct http_reply   *re = &x->reply;
	struct MHD_Response *response;
	enum MHD_Result      queued;

	x->stage = STAGE_SENT;
	if (re->ready != NULL)
		return MHD_queue_response(x->connection, re->ready->status, re->ready->response);
	/* The bytes are the exchange's, which outlives the response. */
	response = response_of(re, MHD_RESPMEM_PERSISTENT);
	if (response == NULL)
		return MHD_NO;
	(void)add_headers(response, &x->arena, re);
	if (x->request.closing)
		(void)MHD_add_response_header(response, "Connection", "close");
	queued = MHD_queue_response(x->connection, (unsigned)re->status, response);
	MHD_destroy_response(response);
	return queued;
}

/* On a thread for slow things. */
static void
do_slow(void *worker, void *job)
{
	struct exchange *x = job;

	(void)x->lane->httpd->setup.handler(worker, &x->request, &x->arena, &x->reply);
	x->stage = STAGE_MADE;
	MHD_resume_connection(x->connection);   /* the lane sends it, and may free `x` */
}

/* The lane goes on without it. Suspended before it is in the queue, where a thread
 * may resume it at once. */
static enum MHD_Result
put_aside(struct exchange *x)
{
	struct httpd *h = x->lane->httpd;

	x->stage = STAGE_SLOW;
	MHD_suspend_connection(x->connection);
	if (queue_put(h->queue, x))
		return MHD_YES;
	x->request.busy = true;
	(void)h->setup.handler(x->lane->worker, &x->request, &x->arena, &x->reply);
	x->stage = STAGE_MADE;
	MHD_resume_connection(x->connection);
	return MHD_YES;
}

static enum MHD_Result
read_body(struct exchange *x)
{
	x->stage = STAGE_BODY;
	buf_init(&x->body, x->reply.takes);
	return MHD_YES;
}

static enum MHD_Result
answer(struct exchange *x)
{
	struct lane *l = x->lane;

	atomic_fetch_add(&l->httpd->running, 1);
	switch (l->httpd->setup.handler(l->worker, &x->request, &x->arena, &x->reply)) {
	case HTTP_ANSWERED:
		break;
	case HTTP_SLOW:
		return put_aside(x);
	case HTTP_BODY:
		atomic_fetch_sub(&l->httpd->running, 1);
		return read_body(x);
	}
	return send_reply(x);
}

/* The library calls with each piece, then once more. */
static enum MHD_Result
take_piece(struct exchange *x, const char *piece, size_t *len)
{
	if (*len > 0) {
		buf_put(&x->body, (struct str){ piece, *len });
		*len = 0;
		return MHD_YES;
	}
	if (!buf_ok(&x->body))
		return MHD_NO;  /* longer than it said */
	x->stage = STAGE_HEAD;
	x->request.read = true;
	x->request.body = buf_str(&x->body);
	return answer(x);
}

/* The library calls with the head, then with each piece of a body, then with
 * nothing. An answer to the head ends the connection, which drops a body that
 * nobody wants. */
static enum MHD_Result
on_request(void *cls, struct MHD_Connection *connection, const char *url, const char *method,
           const char *version, const char *upload, size_t *upload_size, void **state)
{
	struct exchange *x = *state;

	(void)cls;
	(void)url;
	switch (x->stage) {
	case STAGE_NEW:
		take_head(x, method, version);
		x->request.read = !has_body(connection);
		return x->request.read ? MHD_YES : answer(x);
	case STAGE_BODY:
		return take_piece(x, upload, upload_size);
	case STAGE_HEAD:
		return answer(x);
	case STAGE_SLOW:
		return MHD_YES;
	case STAGE_MADE:
		return send_reply(x);
	case STAGE_SENT:
		*upload_size = 0;
		return MHD_YES;
	}
	return MHD_NO;
}

static void
on_done(void *cls, struct MHD_Connection *connection, void **state,
        enum MHD_RequestTerminationCode how)
{
	struct lane     *l = cls;
	struct exchange *x = *state;

	(void)how;
	if (x == NULL)
		return;
	if (x->stage > STAGE_HEAD)
		atomic_fetch_sub(&l->httpd->running, 1);
	give_time(connection, l->httpd->setup.head_ms);
	exchange_close(x);
	*state = NULL;
}

/* ---- connections ---- */

static void
on_connection(void *cls, struct MHD_Connection *connection, void **context,
              enum MHD_ConnectionNotificationCode what)
{
	struct lane *l = cls;
	const union MHD_ConnectionInfo *info;

	switch (what) {
	case MHD_CONNECTION_NOTIFY_STARTED:
		info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
		if (info != NULL)
			*context = visits_enter(&l->visits, info->connect_fd,
			    clock_ms() + l->httpd->setup.head_ms);
		break;
	case MHD_CONNECTION_NOTIFY_CLOSED:
		visits_leave(&l->visits, *context);
		*context = NULL;
		break;
	}
}

size_t
httpd_connections(const struct httpd *h)
{
	size_t n = 0;

	for (size_t i = 0; i < h->lanes; i++)
		n += atomic_load_explicit(&h->lane[i].visits.count, memory_order_relaxed);
	return n;
}

/* ---- daemons ---- */

/* As many as the system lets this process have, in equal parts. */
static unsigned
connections_for(size_t lanes)
{
	size_t wanted = lanes * HTTPD_CONNECTIONS_MAX + FILES_OURS, had = open_files_raise(wanted);

	if (had >= wanted)
		return HTTPD_CONNECTIONS_MAX;
	return had < 4 * FILES_OURS ? FILES_OURS : (unsigned)((had - FILES_OURS) / lanes);
}

static struct MHD_Daemon *
start_daemon(struct lane *l, int fd)
{
	/* A daemon closes its socket: each has a copy. What its own strictness refuses
	 * it answers with the head twice; the handler refuses the same and more. Memory
	 * of a connection above 32 KiB is mapped, and given back when it ends. */
	int                copy = fcntl(fd, F_DUPFD_CLOEXEC, 0);
	struct MHD_Daemon *daemon;

	if (copy < 0)
		return NULL;
	daemon = MHD_start_daemon(
	    MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL,
	    on_request, l,
	    MHD_OPTION_LISTEN_SOCKET, copy,
	    MHD_OPTION_STRICT_FOR_CLIENT, 0,
	    MHD_OPTION_URI_LOG_CALLBACK, on_target, l,
	    MHD_OPTION_NOTIFY_COMPLETED, on_done, l,
	    MHD_OPTION_NOTIFY_CONNECTION, on_connection, l,
	    MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)HTTPD_HEAD_MAX,
	    MHD_OPTION_CONNECTION_LIMIT, connections_for(l->httpd->setup.workers),
	    MHD_OPTION_CONNECTION_TIMEOUT, HTTPD_IDLE_SECONDS,
	    MHD_OPTION_END);
	if (daemon == NULL)
		close(copy);
	return daemon;
}

static bool
start_lanes(struct httpd *h, int fd)
{
	while (h->lanes < h->setup.workers && h->lanes < HTTPD_WORKERS_MAX) {
		struct lane *l = &h->lane[h->lanes];

		l->httpd = h;
		l->worker = h->setup.worker[h->lanes];
		visits_init(&l->visits);
		l->daemon = start_daemon(l, fd);
		if (l->daemon == NULL) {
			visits_free(&l->visits);
			return false;
		}
		h->lanes++;
	}
	return true;
}

static bool
start_porter(struct httpd *h)
{
	struct visits *visits[HTTPD_WORKERS_MAX];

	for (size_t i = 0; i < h->lanes; i++)
		visits[i] = &h->lane[i].visits;
	return porter_start(&h->porter, visits, h->lanes);
}

struct httpd *
httpd_start(int fd, const struct httpd_setup *setup)
{
	struct httpd *h = calloc(1, sizeof *h);

	if (h == NULL)
		return NULL;
	h->setup = *setup;
	if (h->setup.head_ms == 0)
		h->setup.head_ms = HTTPD_HEAD_SECONDS * 1000;
	h->queue = queue_start(setup->slow, setup->slows, do_slow);
	if (h->queue != NULL && start_lanes(h, fd) && start_porter(h))
		return h;
	httpd_stop(h);
	return NULL;
}

/* ---- the end ---- */

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

static void
end_lane(struct lane *l)
{
	MHD_stop_daemon(l->daemon);
	visits_free(&l->visits);
	while (l->spare != NULL) {
		struct exchange *x = l->spare;

		l->spare = x->next;
		exchange_free(x);
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
	porter_stop(&h->porter);
	queue_stop(h->queue);
	for (size_t i = 0; i < h->lanes; i++)
		end_lane(&h->lane[i]);
	free(h);
}
