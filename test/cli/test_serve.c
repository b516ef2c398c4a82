/* pejl serve as people and strangers meet it: a child process with an example
 * register, and raw sockets. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "serve.h"
#include "view/asset.h"

static void
the_barometer_is_served(void **state)
{
	struct fixture *f = *state;
	struct asset    style;
	struct str      body;
	int64_t         length;

	assert_int_equal(ask(f, STR("GET /da/" H "\r\n")), 200);
	assert_true(says(f, "Københavns Kommune"));
	assert_true(says(f, "class=\"verdict on_track\""));
	assert_true(says(f, "1. juni 2009"));
	body = str_dup(&f->arena, body_of(f));
	assert_int_equal(ask(f, STR("HEAD /da/" H "\r\n")), 200);
	assert_int_equal(body_of(f).len, 0);
	assert_true(str_int(header(buf_str(&f->got), STR("Content-Length: ")), &length));
	assert_int_equal(length, body.len);
	assert_int_equal(ask(f, STR("GET /en/?as_of=2012-04-30" H "\r\n")), 200);
	assert_true(says(f, "as of <time datetime=\"2012-04-30\">"));
	assert_int_equal(ask(f, STR("GET /" H "Accept-Language: en\r\n\r\n")), 303);
	assert_true(str_eq(header(buf_str(&f->got), STR("Location: ")), STR("/en/")));
	assert_true(asset_find(STR("site.css"), &style));
	assert_int_equal(ask(f, arena_printf(&f->arena, "GET /assets/" STR_FMT "/site.css" H "\r\n",
	    STR_ARG(style.hash))), 200);
	assert_true(str_eq(body_of(f), style.bytes));
	assert_int_equal(ask(f, STR("GET /healthz" H "\r\n")), 200);
	assert_true(str_eq(body_of(f), STR("ok\n")));
}

static void
a_known_page_is_not_sent_again(void **state)
{
	struct fixture *f = *state;
	struct str      tag;

	assert_int_equal(ask(f, STR("GET /da/" H "\r\n")), 200);
	tag = str_dup(&f->arena, header(buf_str(&f->got), STR("ETag: ")));
	assert_true(tag.len > 2);
	assert_int_equal(ask(f, arena_printf(&f->arena,
	    "GET /da/" H "If-None-Match: " STR_FMT "\r\n\r\n", STR_ARG(tag))), 304);
	assert_int_equal(body_of(f).len, 0);
}

/* `library`: refused before the handler is asked, and by the server library of
 * Debian 12 with its head written twice into one answer. */
static const struct {
	struct str request;
	int        status;
	bool       library;
} refused[] = {
	{ STR_INIT("GET /nowhere" H "\r\n"), 404, false },
	{ STR_INIT("POST /da/" H "Content-Length: 5\r\n\r\nhello"), 405, false },
	{ STR_INIT("POST /da/" H "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"), 405, false },
	{ STR_INIT("GET /da/?as_of=i+går" H "\r\n"), 400, false },
	{ STR_INIT("GET /da/?as_of=2009-13-01" H "\r\n"), 400, false },
	{ STR_INIT("GET /da/?as_of=2010-02-30" H "\r\n"), 400, false },
	{ STR_INIT("GET /da/?as_of=0001-01-01" H "\r\n"), 200, false },
	{ STR_INIT("GET /sv/" H "\r\n"), 404, false },
	{ STR_INIT("GET /da%2F" H "\r\n"), 200, false },
	{ STR_INIT("GET /da%2Fx%2f..%2f" H "\r\n"), 404, false },
	{ STR_INIT("GET /da/%00" H "\r\n"), 400, false },
	{ STR_INIT("GET /da/?q=%00" H "\r\n"), 400, false },
	{ STR_INIT("GET /api/v1/targets/%C3%A6" H "\r\n"), 404, false },
	{ STR_INIT("GET /api/v1/targets?page=%F0" H "\r\n"), 400, false },
	{ STR_INIT("GET /api/v1/targets?limit=mange" H "\r\n"), 400, false },
	{ STR_INIT("GET /da/" H "Accept: image/png\r\n\r\n"), 406, false },
	{ STR_INIT("GET /da/" H "Accept: ;;,/,*/*;q=0\r\n\r\n"), 406, false },
	{ STR_INIT("GET /da/" H "Accept-Encoding: identity;q=0, br\r\n\r\n"), 200, false },
	{ STR_INIT("POST /da/" H "Content-Length: 99999999\r\n\r\n"), 413, false },
	{ STR_INIT("GET /da/" H "Content-Length: 99999999\r\n\r\n"), 413, false },
	{ STR_INIT("OPTIONS /api/v1/codes" H "\r\n"), 204, false },
	{ STR_INIT("TRACE /da/" H "\r\n"), 405, false },
	{ STR_INIT("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), 505, true },
	/* What one program reads as one request and another as two. */
	{ STR_INIT("POST /da/" H "Content-Length: 3\r\nContent-Length: 5\r\n\r\nabcde"), 400, false },
	{ STR_INIT("POST /da/" H "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400, false },
	{ STR_INIT("GET /da/ HTTP/1.1\r\nConnection: close\r\n\r\n"), 400, false },
	{ STR_INIT("GET /da/" H "Host: b\r\n\r\n"), 400, false },
	{ STR_INIT("GET /da/" H "X : b\r\n\r\n"), 400, false },
	{ STR_INIT("GET /da/" H "X: a\0b\r\n\r\n"), 400, false },
	{ STR_INIT("GET /da/\0b" H "\r\n"), 400, false },
	{ STR_INIT("GET /da/" H "X: a\x01" "b\r\n\r\n"), 400, false },
	{ STR_INIT("GET /da/" H "X: a\r\n folded: b\r\n\r\n"), 400, false },
	{ STR_INIT("POST /da/" H "Content-Length: +3\r\n\r\nabc"), 400, true },
	{ STR_INIT("POST /da/" H "Transfer-Encoding: xchunked\r\n\r\n"), 400, false },
};

static void
what_is_not_plain_is_refused(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; i < COUNT_OF(refused); i++) {
		int status = ask(f, refused[i].request);

		if (status != refused[i].status)
			fail_msg("row %zu: %d", i, status);
		/* One request, one answer. */
		if (!refused[i].library &&
		    str_find(body_of(f), STR("HTTP/1.1 "), 0) != SIZE_MAX)
			fail_msg("row %zu: two answers", i);
	}
	assert_int_equal(ask(f, STR("GET /healthz" H "\r\n")), 200);
}

/* A parameter of ten thousand characters and a path of as many: 414, with a page or
 * a problem that says so. */
static void
a_target_has_a_limit(void **state)
{
	static const char *const starts[] = { "/da/?q=", "/en/", "/api/v1/targets?q=" };
	struct fixture *f = *state;
	struct buf      b;

	buf_init(&b, 1 << 20);
	for (size_t i = 0; i < COUNT_OF(starts); i++) {
		b.len = 0;
		buf_putf(&b, "GET %s", starts[i]);
		for (int k = 0; k < 10000; k++)
			buf_char(&b, 'a');
		BUF_LIT(&b, H "\r\n");
		assert_int_equal(ask(f, buf_str(&b)), 414);
		assert_true(says(f, i == 2 ? "\"status\": 414" : "414"));
		assert_true(says(f, i == 2 ? "application/problem+json" : "<h1>"));
	}
	buf_free(&b);
}

static void
a_head_has_a_limit(void **state)
{
	struct fixture *f = *state;
	struct buf      b;

	buf_init(&b, 1 << 20);
	BUF_LIT(&b, "GET /da/" H "X: ");
	while (b.len < 64 * 1024)
		BUF_LIT(&b, "å");
	BUF_LIT(&b, "\r\n\r\n");
	assert_int_equal(ask(f, buf_str(&b)), 431);
	b.len = 0;
	BUF_LIT(&b, "GET /da/" H);
	for (int i = 0; i < 100; i++)
		buf_putf(&b, "X-%d: a\r\n", i);
	BUF_LIT(&b, "\r\n");
	assert_int_equal(ask(f, buf_str(&b)), 431);
	buf_free(&b);
	assert_int_equal(ask(f, STR("GET /healthz" H "\r\n")), 200);
}

static void
slow_clients_keep_nobody_waiting(void **state)
{
	struct fixture *f = *state;
	int             slow[32];

	for (size_t i = 0; i < COUNT_OF(slow); i++) {
		slow[i] = connect_to(f->port, 0);
		assert_true(slow[i] >= 0);
		send_all(slow[i], STR("GET /da/ HTTP/1.1\r\nHos"));
	}
	assert_int_equal(ask(f, STR("GET /da/" H "\r\n")), 200);
	send_all(slow[0], STR("t: a\r\nConnection: close\r\n\r\n"));
	receive_all(f, slow[0]);
	assert_true(str_starts(buf_str(&f->got), STR("HTTP/1.1 200 ")));
	for (size_t i = 0; i < COUNT_OF(slow); i++)
		close(slow[i]);
}

static void
a_connection_takes_several_requests(void **state)
{
	struct fixture *f = *state;
	int             fd = connect_to(f->port, 0);
	struct str      first = STR_NONE, rest;

	send_all(fd, STR("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /healthz" H "\r\n"));
	receive_all(f, fd);
	close(fd);
	first = body_of(f);
	assert_true(str_starts(first, STR("ok\nHTTP/1.1 200 ")));
	rest = str_slice(first, 3, first.len);
	assert_true(str_ends(rest, STR("\r\n\r\nok\n")));
}

/* A client takes little at a time and does not read; the server is told to end
 * while most of the page is still to be sent. */
static void
a_running_request_is_finished(void **state)
{
	struct fixture *f = *state;
	int             fd = connect_to(f->port, 2048), status;
	struct pollfd   answer = { fd, POLLIN, 0 }, end = { f->out, POLLIN, 0 };
	int64_t         length;

	send_all(fd, STR("GET /da/ HTTP/1.1\r\nHost: a\r\n\r\n"));
	assert_int_equal(poll(&answer, 1, PATIENCE_SECONDS * 1000), 1);
	assert_int_equal(kill(f->pid, SIGTERM), 0);
	/* It waits for us: its output stays open. */
	assert_int_equal(poll(&end, 1, 300), 0);
	receive_all(f, fd);
	close(fd);
	assert_true(str_int(header(buf_str(&f->got), STR("Content-Length: ")), &length));
	assert_int_equal(body_of(f).len, length);
	assert_int_equal(waitpid(f->pid, &status, 0), f->pid);
	f->pid = 0;
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

static void
both_signals_end_it_well(void **state)
{
	struct fixture *f = *state;
	int             idle = connect_to(f->port, 0);

	assert_int_equal(stop(f, SIGINT), 0);
	assert_int_equal(connect_to(f->port, 0), -1);
	close(idle);
}

static void
a_busy_port_is_said_plainly(void **state)
{
	struct fixture *f = *state;
	struct str      port = arena_printf(&f->arena, "%d", f->port), want;
	int             other = f->port < 65526 ? f->port + 10 : 8090;

	assert_int_equal(RUN(f, "--db", f->db, "serve", "--port", port.at), 2);
	want = arena_printf(&f->arena, "127.0.0.1:%d: error: the port is in use by another "
	    "program (choose another with --port %d; with make: make demo PORT=%d)\n", f->port,
	    other, other);
	if (!str_eq(str_slice(buf_str(&f->got), 0, want.len), want))
		fail_msg(STR_FMT, STR_ARG(buf_str(&f->got)));
	assert_int_equal(f->got.len, want.len + 1);
}

static void
what_cannot_be_served_is_said(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(RUN(f, "--db", "/dev/null/æ.db", "serve", "--port", "0"), 2);
	assert_true(says(f, "error:"));
	assert_false(says(f, "serving"));
	assert_int_equal(RUN(f, "--db", f->db, "serve", "--listen", "203.0.113.1", "--port", "0",
	    "--expose"), 2);
	assert_true(says(f, "203.0.113.1:0: error: cannot listen here"));
	assert_int_equal(RUN(f, "--db", f->db, "serve", "--listen", "ærø", "--port", "0"), 2);
	assert_true(says(f, "ærø:0: error: cannot listen here"));
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(the_barometer_is_served), TEST(a_known_page_is_not_sent_again),
		TEST(what_is_not_plain_is_refused), TEST(a_head_has_a_limit),
		TEST(a_target_has_a_limit),
		TEST(slow_clients_keep_nobody_waiting), TEST(a_connection_takes_several_requests),
		TEST(a_running_request_is_finished), TEST(both_signals_end_it_well),
		TEST(a_busy_port_is_said_plainly), TEST(what_cannot_be_served_is_said),
	};

	return cmocka_run_group_tests_name("serve", tests, NULL, NULL);
}
