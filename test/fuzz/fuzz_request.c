/* fuzz_request.c - any bytes as the head of a request: it is answered with a
 * known status and every header that guards a reader; what the guard lets
 * through has one Host at most and no control bytes; a target that is read and
 * written again, every byte with percent signs, reads the same. There is no
 * register behind it. */
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "app/viewer.h"
#include "port/gzip.h"
#include "web/answer.h"
#include "web/guard.h"
#include "web/service.h"
#include "web/http_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
put_percent(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		buf_putf(b, "%%%02X", (unsigned char)s.at[i]);
}

static void
check_address(struct str target)
{
	struct arena   a = { 0 };
	struct address once, twice;
	struct buf     b;

	buf_init(&b, 16 * target.len + 64);
	if (address_parse(&a, target, &once)) {
		BUF_LIT(&b, "/");
		put_percent(&b, str_slice(once.path, 1, once.path.len));
		for (size_t i = 0; i < once.len; i++) {
			buf_char(&b, i == 0 ? '?' : '&');
			put_percent(&b, once.at[i].name);
			BUF_LIT(&b, "=");
			put_percent(&b, once.at[i].value);
		}
		if (!address_parse(&a, buf_str(&b), &twice) ||
		    !str_eq(once.path, twice.path) || once.len != twice.len)
			abort();
		for (size_t i = 0; i < once.len; i++)
			if (!str_eq(once.at[i].name, twice.at[i].name) ||
			    !str_eq(once.at[i].value, twice.at[i].value))
				abort();
	}
	buf_free(&b);
	arena_free(&a);
}

static void
check_guard(const struct http_request *rq)
{
	size_t hosts = 0;

	if (guard_problem(rq).len > 0)
		return;
	for (size_t i = 0; i < rq->headers; i++) {
		hosts += guard_same(rq->header[i].name, STR("host"));
		for (size_t k = 0; k < rq->header[i].value.len; k++)
			if ((unsigned char)rq->header[i].value.at[k] < '\t')
				abort();
	}
	if (hosts > 1)
		abort();
}

/* Letters and pictures are no text. */
static bool
is_bytes(const struct http_reply *re)
{
	for (size_t i = 0; i < re->headers; i++)
		if (str_eq(re->header[i].name, STR("Content-Type")))
			return str_starts(re->header[i].value, STR("font/")) ||
			    str_starts(re->header[i].value, STR("image/png"));
	return false;
}

static void
check_reply(const struct http_reply *re)
{
	static const int statuses[] = { 200, 204, 302, 303, 304, 308, 400, 404, 405, 406,
	                                413, 414, 431, 500, 503 };
	bool known = false, policy = false, packed = false;

	for (size_t i = 0; i < COUNT_OF(statuses); i++)
		known |= re->status == statuses[i];
	for (size_t i = 0; i < re->headers; i++) {
		policy |= str_eq(re->header[i].name, STR("Content-Security-Policy"));
		packed |= str_eq(re->header[i].name, STR("Content-Encoding"));
		for (size_t k = 0; k < re->header[i].value.len; k++)
			if ((unsigned char)re->header[i].value.at[k] < ' ')
				abort();        /* a header of the reader's making */
	}
	if (!known || !policy || !buf_ok(&re->body))
		abort();
	if (!packed && !is_bytes(re) && utf8_check(buf_str(&re->body)) != SIZE_MAX)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena        a = { 0 };
	struct viewer       viewer = { .db = STR("/dev/null/none.db") };
	struct http_request rq;
	struct http_reply   re = { 0 };
	struct service      service = { .behind = true };
	struct answering    with = { .viewer = &viewer, .service = &service, .beside = true };
	struct answered     what;

	http_request_read(&rq, (struct str){ (const char *)data, size });
	buf_init(&re.body, HTTPD_REPLY_MAX);
	check_address(rq.target);
	check_guard(&rq);
	with.gzip = gzip_open();
	if (answer_make(&with, &rq, &a, &re, &what) != HTTP_ANSWERED)
		abort();
	check_reply(&re);
	gzip_close(with.gzip);
	viewer_close(&viewer);
	buf_free(&re.body);
	arena_free(&a);
	return 0;
}
