#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "web/guard.h"
#include "web/http_text.h"

#define GET "GET /da/ HTTP/1.1\r\n"
#define HOST "Host: æ.dk\r\n"

static const struct {
	struct str text;
	struct str problem;             /* empty: let through */
} rows[] = {
	{ STR_INIT(GET HOST), STR_INIT("") },
	{ STR_INIT(GET "host:localhost\r\n"), STR_INIT("") },
	{ STR_INIT(GET HOST "Accept: */*\r\nX-Tab: a\tb\r\n"), STR_INIT("") },
	{ STR_INIT("GET / HTTP/1.0\r\n"), STR_INIT("") },
	{ STR_INIT("POST /da/ HTTP/1.1\r\n" HOST "Content-Length: 0\r\n"), STR_INIT("") },
	{ STR_INIT("POST /da/ HTTP/1.1\r\n" HOST "Transfer-Encoding: Chunked\r\n"), STR_INIT("") },
	{ STR_INIT(GET), STR_INIT("no Host") },
	{ STR_INIT(GET HOST HOST), STR_INIT("more than one Host") },
	{ STR_INIT(GET HOST "HOST: b\r\n"), STR_INIT("more than one Host") },
	{ STR_INIT("GET / HTTP/1.0\r\n" HOST HOST), STR_INIT("more than one Host") },
	{ STR_INIT(GET HOST "Content-Length: 3\r\nContent-Length: 5\r\n"),
	  STR_INIT("more than one Content-Length") },
	{ STR_INIT(GET HOST "Content-Length: 3\r\ncontent-length: 3\r\n"),
	  STR_INIT("more than one Content-Length") },
	{ STR_INIT(GET HOST "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"),
	  STR_INIT("more than one Transfer-Encoding") },
	{ STR_INIT(GET HOST "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"),
	  STR_INIT("both Content-Length and Transfer-Encoding") },
	{ STR_INIT(GET HOST "Content-Length: +3\r\n"),
	  STR_INIT("a Content-Length that is no number") },
	{ STR_INIT(GET HOST "Content-Length: 3,3\r\n"),
	  STR_INIT("a Content-Length that is no number") },
	{ STR_INIT(GET HOST "Content-Length:\r\n"),
	  STR_INIT("a Content-Length that is no number") },
	{ STR_INIT(GET HOST "Content-Length: 99999999999999999999\r\n"),
	  STR_INIT("a Content-Length that is no number") },
	{ STR_INIT(GET HOST "Transfer-Encoding: xchunked\r\n"),
	  STR_INIT("a Transfer-Encoding that is not chunked") },
	{ STR_INIT(GET HOST "Transfer-Encoding: gzip, chunked\r\n"),
	  STR_INIT("a Transfer-Encoding that is not chunked") },
	{ STR_INIT(GET HOST "X : b\r\n"), STR_INIT("a header name that is no token") },
	{ STR_INIT(GET HOST "X: a\x01\r\n"), STR_INIT("a control byte in a header") },
	{ STR_INIT(GET HOST "X: a\rb\r\n"), STR_INIT("a control byte in a header") },
	{ STR_INIT(GET HOST "X: a\x7f\r\n"), STR_INIT("a control byte in a header") },
	{ STR_INIT(GET HOST "X: a\0b\r\n"), STR_INIT("a head that is not the sum of its lines") },
	{ STR_INIT(GET HOST "X:   a\r\n"), STR_INIT("a head that is not the sum of its lines") },
	{ STR_INIT("GET / HTTP/1.1\nHost: a\nX: b\n"),
	  STR_INIT("a head that is not the sum of its lines") },
	{ STR_INIT("GET http://a/ HTTP/1.1\r\n" HOST), STR_INIT("a target that is no path") },
	{ STR_INIT("OPTIONS * HTTP/1.1\r\n" HOST), STR_INIT("a target that is no path") },
	{ STR_INIT("GET /å HTTP/1.1\r\n" HOST), STR_INIT("a target that is no path") },
	{ STR_INIT("G(T / HTTP/1.1\r\n" HOST), STR_INIT("a method that is no token") },
};

static void
each_row_is_judged(void **state)
{
	struct http_request rq;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct str got;

		http_request_read(&rq, rows[i].text);
		got = guard_problem(&rq);
		if (!str_eq(got, rows[i].problem))
			fail_msg("row %zu: \"" STR_FMT "\", not \"" STR_FMT "\"", i, STR_ARG(got),
			    STR_ARG(rows[i].problem));
	}
}

static void
numbers_have_limits(void **state)
{
	struct arena        a = { 0 };
	struct buf          b;
	struct http_request rq;

	(void)state;
	buf_init(&b, 1 << 20);
	BUF_LIT(&b, GET HOST);
	for (int i = 0; i < HTTPD_HEADERS_MAX; i++)
		buf_putf(&b, "X-%d: å\r\n", i);
	http_request_read(&rq, buf_str(&b));
	assert_true(str_eq(guard_problem(&rq), STR("too many headers")));
	assert_int_equal(guard_status(&rq), 431);
	b.len = 0;
	BUF_LIT(&b, "GET /");
	while (b.len < 4 + HTTPD_TARGET_MAX)
		BUF_LIT(&b, "a");
	BUF_LIT(&b, " HTTP/1.1\r\n" HOST);
	http_request_read(&rq, buf_str(&b));
	assert_int_equal(guard_problem(&rq).len, 0);
	assert_int_equal(guard_status(&rq), 0);
	rq.too_long = true;
	assert_int_equal(guard_status(&rq), 414);
	buf_free(&b);
	arena_free(&a);
}

static void
headers_are_found_in_any_case(void **state)
{
	struct http_request rq;

	(void)state;
	http_request_read(&rq, STR(GET HOST "iF-nOnE-mAtCh: \"a\"\r\n"));
	assert_true(str_eq(guard_header(&rq, STR("If-None-Match")), STR("\"a\"")));
	assert_int_equal(guard_header(&rq, STR("If-None")).len, 0);
	assert_int_equal(guard_header(&rq, STR("Accept")).len, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_row_is_judged), cmocka_unit_test(numbers_have_limits),
		cmocka_unit_test(headers_are_found_in_any_case),
	};

	return cmocka_run_group_tests_name("guard", tests, NULL, NULL);
}
