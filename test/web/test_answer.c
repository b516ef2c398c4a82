/* The dispatcher without a socket: statuses, headers, tags, languages. The
 * register is an empty one in a folder of its own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "../scratch.h"
#include "app/viewer.h"
#include "view/asset.h"
#include "web/answer.h"
#include "web/http_text.h"

struct fixture {
	struct arena        arena;
	struct viewer       viewer;
	char                dir[64], db[128];
	char                logged[512];
	struct http_request request;
	struct http_reply   reply;
};

static void
keep_log(void *to, struct str lines)
{
	struct fixture *f = to;

	snprintf(f->logged, sizeof f->logged, STR_FMT, STR_ARG(lines));
}

static int
setup(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	struct diags    d;

	assert_non_null(f);
	d = diags_new(&f->arena);
	snprintf(f->dir, sizeof f->dir, "%s/pejl-test-XXXXXX", scratch_dir());
	assert_non_null(mkdtemp(f->dir));
	snprintf(f->db, sizeof f->db, "%s/ærø.db", f->dir);
	store_close(store_open(str_from(f->db), STORE_CREATE, &d));
	assert_int_equal(d.count, 0);
	f->viewer = (struct viewer){ .db = str_from(f->db), .log = { keep_log, f } };
	buf_init(&f->reply.body, HTTPD_REPLY_MAX);
	*state = f;
	return 0;
}

static int
teardown(void **state)
{
	static const char *const endings[] = { "", "-wal", "-shm" };
	struct fixture *f = *state;
	char            path[160];

	viewer_close(&f->viewer);
	for (size_t i = 0; i < COUNT_OF(endings); i++) {
		snprintf(path, sizeof path, "%s%s", f->db, endings[i]);
		(void)unlink(path);
	}
	assert_int_equal(rmdir(f->dir), 0);
	buf_free(&f->reply.body);
	arena_free(&f->arena);
	free(f);
	return 0;
}

static void
ask(struct fixture *f, struct str text)
{
	buf_free(&f->reply.body);
	f->reply = (struct http_reply){ 0 };
	buf_init(&f->reply.body, HTTPD_REPLY_MAX);
	http_request_read(&f->request, text);
	answer(&f->viewer, &f->request, &f->arena, &f->reply);
}

static struct str
header(const struct fixture *f, const char *name)
{
	for (size_t i = 0; i < f->reply.headers; i++)
		if (str_eq(f->reply.header[i].name, str_from(name)))
			return f->reply.header[i].value;
	return STR_NONE;
}

static bool
says(const struct fixture *f, const char *words)
{
	return str_find(buf_str(&f->reply.body), str_from(words), 0) != SIZE_MAX;
}

#define H " HTTP/1.1\r\nHost: a\r\n"

static const struct {
	struct str  request;
	int         status;
	const char *header, *value;     /* one header of the reply */
	const char *says;               /* in the body */
} rows[] = {
	{ STR_INIT("GET /" H), 303, "Location", "/da/", "" },
	{ STR_INIT("GET /" H), 303, "Vary", "Accept-Language", "" },
	{ STR_INIT("GET /" H "Accept-Language: en\r\n"), 303, "Location", "/en/", "" },
	{ STR_INIT("GET /?as_of=2009-06-01" H), 303, "Location", "/da/?as_of=2009-06-01", "" },
	{ STR_INIT("GET /?as_of=2009-06-31" H), 400, "Location", "", "as_of" },
	{ STR_INIT("GET /da" H), 308, "Location", "/da/", "" },
	{ STR_INIT("GET /en?as_of=2009-06-01" H), 308, "Location", "/en/?as_of=2009-06-01", "" },
	{ STR_INIT("GET /da/" H), 200, "Content-Type", "text/html; charset=utf-8", "ingen måltal" },
	{ STR_INIT("GET /da/" H), 200, "Cache-Control", "no-cache", "<html lang=\"da\">" },
	{ STR_INIT("HEAD /en/" H), 200, "Content-Type", "text/html; charset=utf-8", "no targets" },
	{ STR_INIT("GET /en/" H "Accept-Language: da\r\n"), 200, "Vary", "Accept-Encoding", "<html lang=\"en\">" },
	{ STR_INIT("GET /da/?as_of=2009-06-01" H), 200, "Location", "", "value=\"2009-06-01\"" },
	{ STR_INIT("GET /da/?utm=%C3%A6" H), 200, "Location", "", "ingen måltal" },
	{ STR_INIT("GET /da/?as_of=2009-02-29" H), 400, "Cache-Control", "no-store",
	  "Skriv den som 2009-06-01" },
	{ STR_INIT("GET /en/?as_of=" H), 200, "Location", "", "no targets" },
	{ STR_INIT("GET /en/?as_of=%3Cscript%3E" H), 400, "Location", "", "Write it as 2009-06-01" },
	{ STR_INIT("GET /en/?as_of=2009-06-01&as_of=2009-06-01" H), 400, "Location", "",
	  "The address cannot be read" },
	{ STR_INIT("GET /%ff" H), 400, "Location", "", "Adressen kan ikke læses" },
	{ STR_INIT("GET /nowhere" H), 404, "Vary", "Accept-Language", "Siden findes ikke" },
	{ STR_INIT("GET /nowhere" H "Accept-Language: en\r\n"), 404, "Location", "",
	  "There is no such page" },
	{ STR_INIT("GET /en/nowhere" H), 404, "Location", "", "There is no such page" },
	{ STR_INIT("GET /da/nowhere" H "Accept-Language: en\r\n"), 404, "Location", "",
	  "Siden findes ikke" },
	{ STR_INIT("POST /en/" H), 405, "Allow", "GET, HEAD", "This page cannot do that" },
	{ STR_INIT("POST /nowhere" H), 404, "Allow", "", "Siden findes ikke" },
	{ STR_INIT("DELETE /healthz" H), 405, "Allow", "GET, HEAD", "" },
	{ STR_INIT("get /healthz" H), 405, "Allow", "GET, HEAD", "" },
	{ STR_INIT("GET /healthz" H), 200, "Cache-Control", "no-store", "ok\n" },
	{ STR_INIT("GET /da/about" H), 200, "Content-Type", "text/html; charset=utf-8", "Om Pejl" },
	{ STR_INIT("GET /en/method" H), 200, "Location", "", "How verdicts are reached" },
	{ STR_INIT("GET /da/privacy?as_of=2009-06-01" H), 200, "Location", "", "Du ser tilbage" },
	{ STR_INIT("GET /en/accessibility" H), 200, "Location", "", "EN 301 549" },
	{ STR_INIT("GET /da/data" H), 200, "Location", "", "Data og filer" },
	{ STR_INIT("GET /was" H), 302, "Location", "/da/accessibility", "" },
	{ STR_INIT("GET /was" H "Accept-Language: en\r\n"), 302, "Location", "/en/accessibility", "" },
	{ STR_INIT("GET /robots.txt" H), 200, "Content-Type", "text/plain; charset=utf-8", "/da/search" },
	{ STR_INIT("GET /da/indicator/Flere-i_%C3%A6ldre.csv" H), 404, "Location", "",
	  "value=\"Flere i ældre\"" },
	{ STR_INIT("GET /assets/0/nothing.css" H), 404, "Location", "", "" },
	{ STR_INIT("GET /assets/site.css" H), 404, "Location", "", "" },
	{ STR_INIT("GET /assets/%C3%A6/%C3%B8.css" H), 404, "Location", "", "" },
	{ STR_INIT("GET /assets/../healthz" H), 404, "Location", "", "" },
	{ STR_INIT("GET /da/" H "Host: b\r\n"), 400, "Connection", "close",
	  "Forespørgslen kan ikke læses" },
	{ STR_INIT("GET /da/ HTTP/1.1\r\n"), 400, "Connection", "close", "" },
};

static void
each_request_is_answered(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		ask(f, rows[i].request);
		if (f->reply.status != rows[i].status)
			fail_msg("row %zu: %d", i, f->reply.status);
		if (!str_eq(header(f, rows[i].header), str_from(rows[i].value)))
			fail_msg("row %zu: %s: " STR_FMT, i, rows[i].header,
			    STR_ARG(header(f, rows[i].header)));
		if (!says(f, rows[i].says))
			fail_msg("row %zu: " STR_FMT, i, STR_ARG(buf_str(&f->reply.body)));
	}
}

static void
every_reply_is_guarded(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		ask(f, rows[i].request);
		assert_true(str_starts(header(f, "Content-Security-Policy"),
		    STR("default-src 'none'; style-src 'self';")));
		assert_true(str_find(header(f, "Content-Security-Policy"),
		    STR("frame-ancestors 'none'"), 0) != SIZE_MAX);
		assert_true(str_eq(header(f, "X-Content-Type-Options"), STR("nosniff")));
		assert_true(str_eq(header(f, "Referrer-Policy"), STR("no-referrer")));
		assert_true(header(f, "Cache-Control").len > 0);
		assert_false(says(f, "<script>"));
		assert_false(says(f, "style=\""));
	}
}

static void
what_is_known_already_is_not_sent(void **state)
{
	static const struct {
		const char *format;
		int         status;
	} tags[] = {
		{ "%s", 304 }, { "W/%s", 304 }, { "\"æ\", %s", 304 }, { "*", 304 },
		{ "\"æ\"", 200 }, { "%s-", 200 }, { "", 200 },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < COUNT_OF(tags); i++) {
		struct str tag, list;
		size_t     at = str_find(str_from(tags[i].format), STR("%s"), 0);

		ask(f, STR("GET /da/" H));
		tag = str_dup(&f->arena, header(f, "ETag"));
		assert_int_equal(tag.len, 34);
		list = at == SIZE_MAX ? str_from(tags[i].format) : arena_printf(&f->arena,
		    "%.*s" STR_FMT "%s", (int)at, tags[i].format, STR_ARG(tag),
		    tags[i].format + at + 2);
		ask(f, arena_printf(&f->arena, "GET /da/" H "If-None-Match: " STR_FMT "\r\n",
		    STR_ARG(list)));
		if (f->reply.status != tags[i].status)
			fail_msg("%s: %d", tags[i].format, f->reply.status);
		assert_true(str_eq(header(f, "ETag"), tag));
		assert_int_equal(f->reply.body.len == 0, tags[i].status == 304);
	}
	ask(f, STR("GET /en/" H));
	assert_false(str_eq(header(f, "ETag"), STR_NONE));
}

/* Every file is at its own address, for good; another address of it leads there. */
static void
assets_may_be_kept_for_good(void **state)
{
	struct fixture *f = *state;
	struct asset    as;

	for (size_t i = 0; asset_at(i, &as); i++) {
		struct str path = arena_printf(&f->arena, "/assets/" STR_FMT "/" STR_FMT,
		    STR_ARG(as.hash), STR_ARG(as.name));

		ask(f, arena_printf(&f->arena, "GET " STR_FMT H, STR_ARG(path)));
		assert_int_equal(f->reply.status, 200);
		assert_true(str_eq(buf_str(&f->reply.body), as.bytes));
		assert_true(str_eq(header(f, "Content-Type"), as.media));
		assert_true(str_eq(header(f, "Cache-Control"),
		    STR("public, max-age=31536000, immutable")));
		ask(f, arena_printf(&f->arena, "GET /assets/0123456789abcdef/" STR_FMT H,
		    STR_ARG(as.name)));
		assert_int_equal(f->reply.status, 302);
		assert_true(str_eq(header(f, "Location"), path));
	}
	ask(f, STR("GET /favicon.ico" H));
	assert_int_equal(f->reply.status, 302);
	assert_true(str_ends(header(f, "Location"), STR("/pejl.svg")));
}

/* A register that is gone is an error page and a line for the operator, and the
 * next request after it is back is a page again. */
static void
a_lost_register_is_opened_anew(void **state)
{
	struct fixture *f = *state;
	char            away[160];

	snprintf(away, sizeof away, "%s/væk", f->dir);
	assert_int_equal(rename(f->db, away), 0);
	ask(f, STR("GET /da/" H));
	assert_int_equal(f->reply.status, 500);
	assert_true(says(f, "Noget gik galt hos os"));
	assert_false(says(f, f->dir));
	assert_non_null(strstr(f->logged, "there is no register here"));
	assert_int_equal(rename(away, f->db), 0);
	ask(f, STR("GET /da/" H));
	assert_int_equal(f->reply.status, 200);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(each_request_is_answered), TEST(every_reply_is_guarded),
		TEST(what_is_known_already_is_not_sent), TEST(assets_may_be_kept_for_good),
		TEST(a_lost_register_is_opened_anew),
	};

	return cmocka_run_group_tests_name("answer", tests, NULL, NULL);
}
