/* The server library in front of a handler of the test's own: slow work, slow
 * clients, many clients, an end in the middle. One daemon, so whatever is answered
 * beside something slow was not kept waiting by it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <netinet/in.h>
#include <time.h>
#include <unistd.h>
#include "port/clock.h"
#include "port/httpd.h"
#include "port/listen.h"

#define H " HTTP/1.1\r\nHost: å\r\n"
#define PATIENCE_SECONDS 20
#define SLOW_THREADS 2
#define BODY_MAX 100000

struct fixture {
	struct listening    at;
	struct httpd       *httpd;
	sem_t               begun, go;  /* of slow work */
	struct http_ready  *ready[2];   /* 200, 304 */
	struct buf          got;
	struct desk_of_test {
		struct fixture *f;
		bool            beside;
	} lane, beside[SLOW_THREADS];
};

static enum http_turn
handle(void *worker, const struct http_request *rq, struct arena *a, struct http_reply *ret)
{
	struct desk_of_test *d = worker;

	if (str_eq(rq->target, STR("/ready"))) {
		ret->ready = d->f->ready[rq->headers > 1];
		return HTTP_ANSWERED;
	}
	if (str_eq(rq->target, STR("/slow")) && !d->beside && !rq->busy)
		return HTTP_SLOW;
	if (str_starts(rq->target, STR("/form")) && !rq->read) {
		ret->takes = BODY_MAX;
		return HTTP_BODY;
	}
	if (str_eq(rq->target, STR("/form/slow")) && !d->beside)
		return HTTP_SLOW;
	ret->status = rq->busy ? 503 : 200;
	if (rq->body.len > 0)
		buf_put(&ret->body, rq->body);
	if (d->beside) {
		sem_post(&d->f->begun);
		while (sem_wait(&d->f->go) != 0)
			;
	}
	ret->header[ret->headers++] = (struct http_header){ STR("X-Target"), rq->target };
	buf_put(&ret->body, arena_printf(a, "svar på " STR_FMT, STR_ARG(rq->target)));
	return HTTP_ANSWERED;
}

static void
start(struct fixture *f, int64_t head_ms)
{
	void *lane[] = { &f->lane }, *beside[SLOW_THREADS];
	struct httpd_setup setup = { .handler = handle, .worker = lane, .workers = 1,
	                             .slow = beside, .slows = SLOW_THREADS, .head_ms = head_ms };

	f->lane = (struct desk_of_test){ f, false };
	for (size_t i = 0; i < SLOW_THREADS; i++) {
		f->beside[i] = (struct desk_of_test){ f, true };
		beside[i] = &f->beside[i];
	}
	assert_int_equal(listen_address(STR("127.0.0.1"), 0, false, &f->at), 0);
	f->httpd = httpd_start(f->at.fd, &setup);
	assert_non_null(f->httpd);
}

static int
setup(void **state)
{
	struct fixture   *f = calloc(1, sizeof *f);
	struct http_reply re = { .status = 200 };

	assert_non_null(f);
	assert_int_equal(sem_init(&f->begun, 0, 0), 0);
	assert_int_equal(sem_init(&f->go, 0, 0), 0);
	buf_init(&f->got, 1 << 20);
	buf_init(&re.body, 1 << 20);
	BUF_LIT(&re.body, "færdig");
	re.header[re.headers++] = (struct http_header){ STR("ETag"), STR("\"a\"") };
	f->ready[0] = http_ready_new(&re);
	re.status = 304;
	re.unsent = re.body.len;
	re.body.len = 0;
	f->ready[1] = http_ready_new(&re);
	buf_free(&re.body);
	*state = f;
	return 0;
}

static void
stop(struct fixture *f)
{
	httpd_stop(f->httpd);
	f->httpd = NULL;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	stop(f);
	listen_close(&f->at);
	http_ready_free(f->ready[0]);
	http_ready_free(f->ready[1]);
	sem_destroy(&f->begun);
	sem_destroy(&f->go);
	buf_free(&f->got);
	free(f);
	return 0;
}

/* ---- a client ---- */

static int
connect_to(const struct fixture *f)
{
	struct sockaddr_in to = { .sin_family = AF_INET };
	struct timeval     patience = { PATIENCE_SECONDS, 0 };
	int                fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	to.sin_port = htons((uint16_t)f->at.port);
	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	assert_true(fd >= 0);
	assert_int_equal(setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience), 0);
	assert_int_equal(connect(fd, (struct sockaddr *)&to, sizeof to), 0);
	return fd;
}

static void
say(int fd, struct str s)
{
	assert_int_equal(send(fd, s.at, s.len, MSG_NOSIGNAL), s.len);
}

/* What comes until the connection ends; the socket is closed. */
static struct str
hear(struct fixture *f, int fd)
{
	char    bytes[4096];
	ssize_t n;

	f->got.len = 0;
	while ((n = recv(fd, bytes, sizeof bytes, 0)) > 0)
		buf_put(&f->got, (struct str){ bytes, (size_t)n });
	close(fd);
	return buf_str(&f->got);
}

static struct str
ask(struct fixture *f, struct str request)
{
	int fd = connect_to(f);

	say(fd, request);
	return hear(f, fd);
}

static bool
has(struct str s, const char *words)
{
	return str_find(s, str_from(words), 0) != SIZE_MAX;
}

#define GET(path) STR("GET " path H "Connection: close\r\n\r\n")

/* ---- tests ---- */

static void
ready_replies_are_sent_again(void **state)
{
	struct fixture *f = *state;
	struct str      got;

	start(f, 0);
	for (int i = 0; i < 3; i++) {
		got = ask(f, STR("GET /ready" H "\r\nHEAD /ready" H "\r\nGET /x" H
		    "Connection: close\r\n\r\n"));
		assert_true(str_starts(got, STR("HTTP/1.1 200 ")));
		assert_true(has(got, "ETag: \"a\"\r\n"));
		assert_true(has(got, "\r\n\r\nfærdigHTTP/1.1 200 "));
		assert_true(has(got, "Content-Length: 7\r\n\r\nHTTP/1.1 200 "));
		assert_true(str_ends(got, STR("svar på /x")));
	}
	/* What is not sent has the length of what would be. */
	got = ask(f, GET("/ready"));
	assert_true(str_starts(got, STR("HTTP/1.1 304 ")));
	assert_true(has(got, "Content-Length: 7\r\n"));
	assert_true(str_ends(got, STR("\r\n\r\n")));
}

static void
what_is_slow_keeps_nobody_waiting(void **state)
{
	struct fixture *f = *state;
	int             slow[SLOW_THREADS + 1];

	start(f, 0);
	for (size_t i = 0; i < COUNT_OF(slow); i++) {
		slow[i] = connect_to(f);
		say(slow[i], GET("/slow"));
	}
	for (size_t i = 0; i < SLOW_THREADS; i++)
		sem_wait(&f->begun);
	for (int i = 0; i < 20; i++)
		assert_true(str_ends(ask(f, GET("/fast")), STR("svar på /fast")));
	/* One that is not waited for any more does no harm. */
	close(slow[0]);
	for (size_t i = 0; i < COUNT_OF(slow); i++)
		sem_post(&f->go);
	for (size_t i = 1; i < COUNT_OF(slow); i++)
		assert_true(str_ends(hear(f, slow[i]), STR("svar på /slow")));
}

static void
too_much_that_is_slow_is_refused(void **state)
{
	struct fixture *f = *state;
	int             fd[100];
	size_t          refused = 0, done = 0;

	start(f, 0);
	for (size_t i = 0; i < COUNT_OF(fd); i++) {
		fd[i] = connect_to(f);
		say(fd[i], GET("/slow"));
	}
	for (size_t i = 0; i < COUNT_OF(fd); i++)
		sem_post(&f->go);
	for (size_t i = 0; i < COUNT_OF(fd); i++) {
		struct str got = hear(f, fd[i]);

		refused += str_starts(got, STR("HTTP/1.1 503 "));
		done += str_starts(got, STR("HTTP/1.1 200 "));
	}
	assert_int_equal(refused + done, COUNT_OF(fd));
	assert_true(done >= SLOW_THREADS);
}

/* A byte now and then is no head. */
static void
who_never_ends_is_sent_out(void **state)
{
	const struct timespec step = { 0, 50 * 1000 * 1000 };
	struct fixture *f = *state;
	int             fd, n = 0;
	char            c;

	start(f, 400);
	fd = connect_to(f);
	say(fd, STR("GET / HTTP/1.1\r\nX: "));
	while (n++ < 200 && recv(fd, &c, 1, MSG_DONTWAIT) < 0 &&
	    send(fd, "a", 1, MSG_NOSIGNAL) == 1)
		(void)nanosleep(&step, NULL);
	assert_true(n > 4 && n < 100);
	close(fd);
	/* Who asked in time stays while the answer is made. */
	fd = connect_to(f);
	say(fd, GET("/slow"));
	sem_wait(&f->begun);
	for (int i = 0; i < 24; i++)
		(void)nanosleep(&step, NULL);
	sem_post(&f->go);
	assert_true(str_ends(hear(f, fd), STR("svar på /slow")));
}

/* AddressSanitizer gives nothing back. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define KEEPS_FREED true
#endif
#endif
#ifndef KEEPS_FREED
#define KEEPS_FREED false
#endif

static size_t
resident(void)
{
	FILE  *status = fopen("/proc/self/status", "r");
	char   line[128];
	size_t kb = 0;

	assert_non_null(status);
	while (kb == 0 && fgets(line, sizeof line, status) != NULL) {
		struct str rest = str_from(line);
		int64_t    n;

		if (!str_starts(rest, STR("VmRSS:")))
			continue;
		rest = str_trim(str_slice(rest, 6, rest.len));
		kb = str_int(str_cut(&rest, ' '), &n) ? (size_t)n : 0;
	}
	fclose(status);
	return kb;
}

/* A thousand connect, and another thousand after them: half of them say nothing,
 * half begin a request. Others are answered, and the memory is the same. */
static void
a_thousand_idle_ones_are_borne(void **state)
{
	static int    fd[1000];
	struct rlimit files;
	size_t        kb[6];
	struct fixture *f = *state;
	const struct timespec step = { 0, 10 * 1000 * 1000 };

	assert_int_equal(getrlimit(RLIMIT_NOFILE, &files), 0);
	if (files.rlim_max < 4096)
		skip();
	start(f, 0);
	files.rlim_cur = 4096;
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &files), 0);
	for (size_t round = 0; round < COUNT_OF(kb); round++) {
		for (size_t i = 0; i < COUNT_OF(fd); i++) {
			fd[i] = connect_to(f);
			if (i % 2 == 1)
				say(fd[i], STR("GET /ærlig HTTP/1.1\r\nHost: a\r\nX: "));
		}
		assert_true(has(ask(f, GET("/x")), "svar på /x"));
		assert_true(httpd_connections(f->httpd) >= COUNT_OF(fd));
		kb[round] = resident();
		for (size_t i = 0; i < COUNT_OF(fd); i++)
			close(fd[i]);
		for (int i = 0; httpd_connections(f->httpd) > 0 && i < PATIENCE_SECONDS * 100; i++)
			(void)nanosleep(&step, NULL);
		assert_int_equal(httpd_connections(f->httpd), 0);
	}
	for (size_t round = 0; round < COUNT_OF(kb); round++)
		print_message("1000 connections: %zu kB\n", kb[round]);
	assert_true(KEEPS_FREED || kb[COUNT_OF(kb) - 1] < kb[COUNT_OF(kb) - 3] + 1024);
}

/* A body comes whole to who wants it, in however many pieces, beside too, and the
 * connection goes on; who does not want it is not asked twice. */
static void
bodies_are_read_for_who_takes_them(void **state)
{
	static char     long_one[BODY_MAX + 2];
	struct fixture *f = *state;
	struct arena    a = { 0 };
	struct str      got;
	int             fd;

	start(f, 0);
	fd = connect_to(f);
	say(fd, STR("POST /form" H "Content-Length: 12\r\n\r\nsmø"));
	say(fd, STR("rrebrødPOST /form" H "Content-Length: 0\r\n\r\n"));
	say(fd, STR("POST /form/slow" H "Content-Length: 4\r\nConnection: close\r\n\r\nåø"));
	sem_post(&f->go);
	got = hear(f, fd);
	assert_true(has(got, "\r\n\r\nsmørrebrødsvar på /formHTTP/1.1 200 "));
	assert_true(has(got, "\r\n\r\nsvar på /formHTTP/1.1 200 "));
	assert_true(str_ends(got, STR("\r\n\r\nåøsvar på /form/slow")));
	memset(long_one, 'x', sizeof long_one);
	got = ask(f, arena_printf(&a, "POST /form" H "Connection: close\r\nContent-Length: %d\r\n\r\n%.*s",
	    BODY_MAX, BODY_MAX, long_one));
	assert_true(str_ends(got, STR("xsvar på /form")));
	/* More than it takes ends the connection; the next one is served. */
	got = ask(f, arena_printf(&a, "POST /form" H "Content-Length: %d\r\n\r\n%.*s",
	    BODY_MAX + 1, BODY_MAX + 1, long_one));
	assert_int_equal(got.len, 0);
	assert_true(str_ends(ask(f, STR("POST /else" H "Content-Length: 3\r\n\r\nabc")), STR("svar på /else")));
	arena_free(&a);
}

static void *
stop_it(void *of)
{
	stop(of);
	return NULL;
}

static void
slow_work_is_finished_at_the_end(void **state)
{
	struct fixture *f = *state;
	struct pollfd   p;
	pthread_t       stopper;
	int             slow;

	start(f, 0);
	slow = connect_to(f);
	say(slow, GET("/slow"));
	sem_wait(&f->begun);
	assert_int_equal(pthread_create(&stopper, NULL, stop_it, f), 0);
	p = (struct pollfd){ slow, POLLIN, 0 };
	assert_int_equal(poll(&p, 1, 200), 0);
	sem_post(&f->go);
	assert_true(str_ends(hear(f, slow), STR("svar på /slow")));
	assert_int_equal(pthread_join(stopper, NULL), 0);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(ready_replies_are_sent_again), TEST(what_is_slow_keeps_nobody_waiting),
		TEST(too_much_that_is_slow_is_refused), TEST(who_never_ends_is_sent_out),
		TEST(bodies_are_read_for_who_takes_them), TEST(a_thousand_idle_ones_are_borne), TEST(slow_work_is_finished_at_the_end),
	};

	return cmocka_run_group_tests_name("httpd", tests, NULL, NULL);
}
