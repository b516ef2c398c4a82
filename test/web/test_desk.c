/* A desk with a register of its own: what it keeps, for whom, and how long. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "../app/register.h"
#include <time.h>
#include "port/clock.h"
#include "port/queue.h"
#include "view/asset.h"
#include "web/desk.h"
#include "web/http_text.h"

#define H " HTTP/1.1\r\nHost: å\r\n"
#define GZ "Accept-Encoding: gzip\r\n"

struct fixture {
	struct place       *p;
	struct service      service;
	struct desk         desk;
	struct http_request request;
	struct http_reply   reply;
	char                logged[4096];
};

static void
keep_log(void *to, struct str lines)
{
	struct fixture *f = to;
	size_t          used = strlen(f->logged);

	snprintf(f->logged + used, sizeof f->logged - used, STR_FMT, STR_ARG(lines));
}

static struct fixture *
open_fixture(void **state)
{
	struct place   *p = *state;
	struct fixture *f = calloc(1, sizeof *f);
	struct store   *s = place_open(p, STORE_CREATE);

	assert_non_null(f);
	register_load(p, s, EXAMPLE);
	store_close(s);
	f->p = p;
	f->service.out = (struct viewer_log){ keep_log, f };
	f->service.log = SERVICE_LOG_ALL;
	f->service.behind = true;
	buf_init(&f->reply.body, HTTPD_REPLY_MAX);
	if (!desk_open(&f->desk, place_url(p), &f->service, CACHE_MAX, &p->diags))
		fail_msg("%s", place_says(p));
	f->desk.viewer->patience_ms = 0;
	return f;
}

static void
close_fixture(struct fixture *f)
{
	desk_close(&f->desk);
	buf_free(&f->reply.body);
	free(f);
}

/* The status; a ready reply has no bytes that could be looked at here. */
static int
ask(struct fixture *f, struct str text)
{
	buf_free(&f->reply.body);
	f->reply = (struct http_reply){ 0 };
	buf_init(&f->reply.body, HTTPD_REPLY_MAX);
	http_request_read(&f->request, text);
	f->request.since = clock_us();
	f->logged[0] = '\0';
	assert_int_equal(desk_answer(&f->desk, &f->request, &f->p->arena, &f->reply), HTTP_ANSWERED);
	return f->reply.status;
}

static struct str
header(const struct fixture *f, const char *name)
{
	for (size_t i = 0; i < f->reply.headers; i++)
		if (str_eq(f->reply.header[i].name, str_from(name)))
			return f->reply.header[i].value;
	return STR_NONE;
}

/* Is it answered so, and was it made for this or kept ready? */
static void
check(struct fixture *f, int status, bool made, struct str text)
{
	if (ask(f, text) != status || (f->reply.ready == NULL) != made)
		fail_msg(STR_FMT ": %d, %s", STR_ARG(text), f->reply.status,
		    f->reply.ready == NULL ? "made" : "kept");
}

#define ASK(f, status, made, text) check((f), (status), (made), STR(text))

#define MADE true
#define KEPT false

static void
what_was_made_is_kept(void **state)
{
	struct fixture *f = open_fixture(state);

	ASK(f, 200, MADE, "GET /da/" H);
	ASK(f, 200, KEPT, "GET /da/" H);
	ASK(f, 200, KEPT, "HEAD /da/" H "Accept-Language: en\r\n");
	ASK(f, 200, MADE, "GET /da/" H GZ);
	ASK(f, 200, KEPT, "GET /da/" H GZ);
	ASK(f, 200, MADE, "GET /en/" H);
	ASK(f, 200, MADE, "GET /da/?as_of=2012-04-30" H);
	ASK(f, 200, KEPT, "GET /da/?as_of=2012-04-30" H);
	/* TLS is another reply, and says so. */
	ASK(f, 200, MADE, "GET /da/" H "X-Forwarded-Proto: https\r\n");
	assert_true(header(f, "Strict-Transport-Security").len > 0);
	ASK(f, 200, KEPT, "GET /da/" H "X-Forwarded-Proto: https\r\n");
	/* An answer in the reader's language is kept for each. */
	ASK(f, 200, MADE, "GET /api/v1/codes" H "Accept-Language: da\r\n");
	assert_true(str_eq(header(f, "Vary"), STR("Accept-Encoding, Accept-Language")));
	ASK(f, 200, MADE, "GET /api/v1/codes" H "Accept-Language: en\r\n");
	ASK(f, 200, KEPT, "GET /api/v1/codes" H "Accept-Language: en\r\n");
	close_fixture(f);
}

static void
errors_and_refusals_are_not(void **state)
{
	struct fixture *f = open_fixture(state);

	for (int i = 0; i < 2; i++) {
		ASK(f, 404, MADE, "GET /da/nowhere" H);
		ASK(f, 303, MADE, "GET /" H);
		ASK(f, 200, MADE, "GET /healthz" H);
		ASK(f, 200, MADE, "GET /readyz" H);
		ASK(f, 200, MADE, "GET /metrics" H);
	}
	/* The guard stands before what is kept. */
	ASK(f, 200, MADE, "GET /da/" H);
	ASK(f, 400, MADE, "GET /da/" H "Host: b\r\n");
	ASK(f, 405, MADE, "POST /da/" H);
	ASK(f, 406, MADE, "GET /da/" H "Accept: image/png\r\n");
	ASK(f, 200, KEPT, "GET /da/" H "Accept: image/png, */*;q=0.1\r\n");
	ASK(f, 413, MADE, "GET /da/" H "Content-Length: 10000000\r\n");
	f->service.stopping = true;
	ASK(f, 503, MADE, "GET /readyz" H);
	close_fixture(f);
}

static void
a_known_version_is_not_sent(void **state)
{
	struct fixture *f = open_fixture(state);
	struct str      plain, packed;

	ASK(f, 200, MADE, "GET /da/" H);
	plain = str_dup(&f->p->arena, header(f, "ETag"));
	assert_int_equal(header(f, "Content-Encoding").len, 0);
	ASK(f, 200, MADE, "GET /da/" H GZ);
	packed = str_dup(&f->p->arena, header(f, "ETag"));
	assert_true(str_eq(header(f, "Content-Encoding"), STR("gzip")));
	assert_true(str_eq(header(f, "Vary"), STR("Accept-Encoding")));
	assert_false(str_eq(plain, packed));
	for (int i = 0; i < 2; i++) {
		bool gz = i == 1;
		struct str list = arena_printf(&f->p->arena, "GET /da/" H "%sIf-None-Match: " STR_FMT
		    "\r\n", gz ? GZ : "", STR_ARG(gz ? packed : plain));
		struct str other = arena_printf(&f->p->arena, "GET /da/" H "%sIf-None-Match: " STR_FMT
		    "\r\n", gz ? GZ : "", STR_ARG(gz ? plain : packed));

		assert_int_equal(ask(f, list), 304);
		assert_non_null(f->reply.ready);
		assert_int_equal(ask(f, other), 200);
	}
	/* Made and known at once: the bytes stay here, their number is told. */
	assert_int_equal(ask(f, STR("GET /da/?x=1" H "If-None-Match: *\r\n")), 304);
	assert_null(f->reply.ready);
	assert_int_equal(f->reply.body.len, 0);
	assert_true(f->reply.unsent > 1024);
	close_fixture(f);
}

/* A change of the register is seen, and nothing older is sent again. */
static void
a_change_is_seen(void **state)
{
	struct fixture *f = open_fixture(state);
	struct place   *p = f->p;
	struct store   *s = place_open(p, STORE_WRITE);
	struct act      act = act_at("2026-11-23T05:30:00Z");
	struct asset    style;
	struct str      asset;
	int64_t         as, last;

	assert_true(asset_find(STR("site.css"), &style));
	asset = arena_printf(&p->arena, "GET /assets/" STR_FMT "/site.css" H, STR_ARG(style.hash));
	must(store_get_int(s, STMT_CHANGE_LAST, NULL, 0, &last));
	ASK(f, 200, MADE, "GET /da/" H);
	assert_int_equal(ask(f, asset), 200);
	ASK(f, 200, KEPT, "GET /da/" H);
	must(change_undo(s, last, &act, &p->diags, &as));
	ASK(f, 200, MADE, "GET /da/" H);
	ASK(f, 200, KEPT, "GET /da/" H);
	/* A style sheet is not of the register. */
	assert_int_equal(ask(f, asset), 200);
	assert_non_null(f->reply.ready);
	/* With patience it is seen a little later. */
	f->desk.viewer->patience_ms = INT64_MAX;
	must(change_undo(s, as, &act, &p->diags, &last));
	ASK(f, 200, KEPT, "GET /da/" H);
	f->desk.viewer->patience_ms = 0;
	ASK(f, 200, MADE, "GET /da/" H);
	store_close(s);
	close_fixture(f);
}

/* With a thread for that, what was is shown until what is was made. */
static void
what_was_is_shown_until_what_is_was_made(void **state)
{
	const struct timespec step = { 0, 10 * 1000 * 1000 };
	struct fixture *f = open_fixture(state);
	struct place   *p = f->p;
	struct store   *s = place_open(p, STORE_WRITE);
	struct act      act = act_at("2026-11-23T05:30:00Z");
	void           *none[] = { NULL };
	struct queue   *q = queue_start(none, COUNT_OF(none), desk_renew);
	struct str      before, now = STR_NONE;
	int64_t         as, last;

	desk_renewed_by(&f->desk, q);
	must(store_get_int(s, STMT_CHANGE_LAST, NULL, 0, &last));
	ASK(f, 200, MADE, "GET /da/" H);
	before = str_dup(&p->arena, header(f, "ETag"));
	must(change_undo(s, last, &act, &p->diags, &as));
	ASK(f, 200, MADE, "GET /da/?x" H);
	assert_true(str_eq(header(f, "ETag"), before));
	for (int i = 0; i < 1000; i++) {
		assert_int_equal(ask(f, arena_printf(&p->arena, "GET /da/?x=%d" H, i)), 200);
		now = header(f, "ETag");
		if (!str_eq(now, before))
			break;
		(void)nanosleep(&step, NULL);
	}
	assert_false(str_eq(now, before));
	assert_int_equal(f->desk.viewer->edition.sn.known, as);
	ASK(f, 200, MADE, "GET /da/" H);
	ASK(f, 200, KEPT, "GET /da/" H);
	queue_stop(q);
	store_close(s);
	close_fixture(f);
}

static enum http_turn
turn_of(struct fixture *f, struct desk *d, const char *text)
{
	buf_free(&f->reply.body);
	f->reply = (struct http_reply){ 0 };
	buf_init(&f->reply.body, HTTPD_REPLY_MAX);
	http_request_read(&f->request, str_from(text));
	f->request.since = clock_us();
	return desk_answer(d, &f->request, &f->p->arena, &f->reply);
}

/* While the desk shows what was: a page that is new is not missing, and who is logged in is
 * shown nothing that was; both are answered beside, at once. */
static void
what_was_just_written_is_found(void **state)
{
	static const char *const unit = "GET /da/unit/%C3%A6r%C3%B8" H, *const front = "GET /da/" H "Cookie: pejl=1\r\n";
	struct fixture *f = open_fixture(state);
	struct place   *p = f->p;
	struct store   *s = place_open(p, STORE_WRITE);
	struct act      act = act_at("2026-11-23T05:30:00Z");
	struct noun_row row = { .until = UNTIL_NOW };
	struct shelf    shelf = { .db = place_url(p), .patience_ms = INT64_MAX };
	struct desk     beside;
	void           *none[] = { NULL };
	struct queue   *q = queue_start(none, 0, desk_renew);   /* which never comes to it */

	desk_renewed_by(&f->desk, q);
	desk_open_beside(&beside, &f->service, &shelf, 0);
	f->desk.viewer->patience_ms = INT64_MAX;
	ASK(f, 404, MADE, "GET /da/unit/%C3%A6r%C3%B8" H);
	ASK(f, 200, MADE, "GET /da/" H);
	ASK(f, 200, KEPT, "GET /da/" H "Cookie: pejl=1\r\n");
	assert_int_equal(turn_of(f, &beside, "GET /da/unit/nowhere" H), HTTP_ANSWERED);
	must(store_begin(s) && change_add(s, &act, 0, 0, &row.since));
	row.text[UNIT_title] = STR("Ærø Havnekontor");
	row.id = things_add(things_load(&p->arena, s), s, NOUN_UNIT, STR("ærø"));
	must(store_noun_add(s, NOUN_UNIT, &row) && store_commit(s));
	ASK(f, 200, KEPT, "GET /da/" H);
	assert_int_equal(turn_of(f, &f->desk, unit), HTTP_SLOW);
	assert_int_equal(f->reply.body.len, 0);
	assert_int_equal(turn_of(f, &beside, unit), HTTP_ANSWERED);
	assert_int_equal(f->reply.status, 200);
	assert_int_equal(turn_of(f, &f->desk, front), HTTP_SLOW);
	ASK(f, 200, MADE, "GET /da/" H);        /* of what was */
	ASK(f, 200, KEPT, "GET /da/" H);
	assert_int_equal(turn_of(f, &f->desk, front), HTTP_SLOW);
	assert_int_equal(turn_of(f, &f->desk, "GET /da/unit/nowhere" H), HTTP_SLOW);
	assert_int_equal(turn_of(f, &beside, "GET /da/unit/nowhere" H), HTTP_ANSWERED);
	assert_int_equal(f->reply.status, 404);
	queue_stop(q);
	desk_close(&beside);
	shelf_close(&shelf);
	store_close(s);
	close_fixture(f);
}

/* However many addresses are asked for, what is kept stays small, and what is asked
 * for again and again stays kept. */
static void
what_is_kept_has_a_limit(void **state)
{
	struct fixture *f = open_fixture(state);
	size_t          most = 0;

	ASK(f, 200, MADE, "GET /en/" H GZ);
	for (int i = 0; i < 600; i++) {
		assert_int_equal(ask(f, arena_printf(&f->p->arena, "GET /da/?x=%d" H "%s", i,
		    i % 2 ? GZ : "")), 200);
		ASK(f, 200, KEPT, "GET /en/" H GZ);
		if (cache_size(f->desk.cache) > most)
			most = cache_size(f->desk.cache);
	}
	assert_true(most <= CACHE_MAX && most > CACHE_MAX / 2);
	close_fixture(f);
}

static void
requests_are_counted_and_logged(void **state)
{
	struct fixture *f = open_fixture(state);
	struct str      page;

	ASK(f, 200, MADE, "GET /da/?q=hemmeligt" H "User-Agent: Åge\r\nX-Forwarded-For: 192.0.2.7\r\n");
	assert_non_null(strstr(f->logged, "\"method\":\"GET\",\"route\":\"/:lang/\",\"status\":200,"));
	assert_non_null(strstr(f->logged, "\"cached\":false}\n"));
	assert_null(strstr(f->logged, "hemmeligt"));
	assert_null(strstr(f->logged, "Åge"));
	assert_null(strstr(f->logged, "192.0.2.7"));
	ASK(f, 404, MADE, "GET /da/hemmeligt" H);
	assert_non_null(strstr(f->logged, "\"route\":\"none\",\"status\":404"));
	ASK(f, 405, MADE, "HEMMELIGT /da/" H);
	assert_non_null(strstr(f->logged, "\"method\":\"other\""));
	ASK(f, 200, KEPT, "HEAD /da/?q=hemmeligt" H);
	assert_non_null(strstr(f->logged, "\"bytes\":0,"));
	assert_non_null(strstr(f->logged, "\"cached\":true}\n"));
	f->service.log = SERVICE_LOG_ERRORS;
	ASK(f, 200, MADE, "GET /metrics" H);
	assert_string_equal(f->logged, "");
	page = buf_str(&f->reply.body);
	assert_true(str_find(page, STR("\npejl_requests_total{route=\"/:lang/\",status=\"2xx\"} 2\n"), 0)
	    != SIZE_MAX);
	assert_true(str_find(page, STR("\npejl_requests_total{route=\"none\",status=\"4xx\"} 1\n"), 0)
	    != SIZE_MAX);
	assert_true(str_find(page, STR("\npejl_cache_hits_total 1\n"), 0) != SIZE_MAX);
	assert_true(str_find(page, STR("\npejl_answer_seconds_count 4\n"), 0) != SIZE_MAX);
	close_fixture(f);
}

/* Measured every day until there is no more room on a thread where pages wait. */
static void
measure_long(struct place *p, const char *key)
{
	struct store  *s = place_open(p, STORE_WRITE);
	struct things *t = things_load(&p->arena, s);
	struct act     act = act_at("2026-11-23T05:30:00Z");
	int64_t        indicator = things_find(t, NOUN_INDICATOR, str_from(key));
	int64_t        area = things_find(t, NOUN_AREA, STR("koebenhavn")), change;

	assert_true(indicator > 0 && area > 0);
	must(store_begin(s) && change_add(s, &act, 0, 0, &change));
	for (int64_t i = 0; i < ROUTE_LONG; i++)
		must(RUN(OBSERVATION_PUT, P_INT(indicator), P_INT(area), P_INT(i), P_INT(i + 1),
		    P_INT(0), P_INT(1), P_INT(UNTIL_NOW), P_INT(change), P_INT(5000 + i), P_INT(2),
		    P_INT(0), P_INT(0), P_INT(1), P_INT(1)));
	must(store_commit(s));
	store_close(s);
}

/* A spreadsheet takes time: a desk where pages wait leaves it to another. */
static void
what_is_slow_is_made_beside(void **state)
{
	const struct str request = STR("GET /api/v1/indicators/i-arbejde.xlsx" H);
	struct fixture *f = open_fixture(state);
	struct desk     lane = f->desk;
	struct shelf    shelf = { .db = place_url(f->p), .log = f->service.out };

	http_request_read(&f->request, request);
	assert_int_equal(desk_answer(&f->desk, &f->request, &f->p->arena, &f->reply), HTTP_SLOW);
	assert_int_equal(f->reply.body.len + f->reply.headers, 0);
	f->request.busy = true;
	assert_int_equal(desk_answer(&f->desk, &f->request, &f->p->arena, &f->reply),
	    HTTP_ANSWERED);
	assert_int_equal(f->reply.status, 503);
	assert_true(str_eq(header(f, "Content-Type"), STR("application/problem+json")));
	desk_open_beside(&f->desk, &f->service, &shelf, CACHE_BESIDE);
	ASK(f, 200, MADE, "GET /api/v1/indicators/i-arbejde.xlsx" H);
	assert_true(str_starts(buf_str(&f->reply.body), STR("PK")));
	assert_int_equal(header(f, "Content-Encoding").len, 0);
	/* what took long is kept, too, but not what is only long */
	ASK(f, 200, KEPT, "GET /api/v1/indicators/i-arbejde.xlsx" H);
	ASK(f, 200, MADE, "GET /api/v1/indicators/i-arbejde" H);
	ASK(f, 200, MADE, "GET /api/v1/indicators/i-arbejde" H);
	/* until the register changes */
	measure_long(f->p, "i-arbejde");
	ASK(f, 200, MADE, "GET /api/v1/indicators/i-arbejde.xlsx" H);
	assert_int_equal(ask(f, arena_printf(&f->p->arena, STR_FMT "If-None-Match: " STR_FMT "\r\n",
	    STR_ARG(request), STR_ARG(header(f, "ETag")))), 304);
	desk_close(&f->desk);
	shelf_close(&shelf);
	f->desk = lane;
	close_fixture(f);
}

/* What is long is made beside, of the indicator that is long and of all together. */
static void
what_is_long_is_made_beside(void **state)
{
	static const struct {
		struct str request;
		bool       beside;      /* from then on */
	} asked[] = {
		{ STR_INIT("GET /api/v1/indicators/i-arbejde" H), true },
		{ STR_INIT("GET /api/v1/indicators/i-arbejde?as_of=2009-06-01" H), true },
		{ STR_INIT("GET /api/v1/indicators/i-arbejde.csv" H), true },
		{ STR_INIT("GET /api/v1/comparisons/i-arbejde" H), true },
		{ STR_INIT("GET /api/v1/comparisons" H), true },
		{ STR_INIT("GET /api/v1/areas/koebenhavn" H), true },
		{ STR_INIT("GET /api/v1/indicators/ikke-vestlige-beboere" H), false },
		{ STR_INIT("GET /api/v1/indicators/ikke-vestlige-beboere.csv" H), false },
		{ STR_INIT("GET /da/indicator/i-arbejde" H), false },
		{ STR_INIT("GET /api/v1/barometer" H), false },
	};
	struct fixture *f = open_fixture(state);

	for (size_t i = 0; i < COUNT_OF(asked); i++)
		if (ask(f, asked[i].request) != 200)
			fail_msg(STR_FMT, STR_ARG(asked[i].request));
	measure_long(f->p, "i-arbejde");
	for (size_t i = 0; i < COUNT_OF(asked); i++) {
		http_request_read(&f->request, asked[i].request);
		buf_free(&f->reply.body);
		f->reply = (struct http_reply){ 0 };
		buf_init(&f->reply.body, HTTPD_REPLY_MAX);
		if (desk_answer(&f->desk, &f->request, &f->p->arena, &f->reply) !=
		    (asked[i].beside ? HTTP_SLOW : HTTP_ANSWERED))
			fail_msg(STR_FMT, STR_ARG(asked[i].request));
	}
	close_fixture(f);
}

/* Slow answers one after another have one viewer, whichever thread makes them; two at
 * a time have two, and the second is closed when it was not needed for long. */
static void
viewers_beside_are_few(void **state)
{
	const struct str request = STR("GET /da/search?q=k%C3%B8benhavn" H);
	struct fixture *f = open_fixture(state);
	struct desk     lane = f->desk, beside[2];
	struct shelf    shelf = { .db = place_url(f->p), .log = f->service.out };
	struct viewer  *first, *second;

	for (size_t i = 0; i < COUNT_OF(beside); i++) {
		desk_open_beside(&beside[i], &f->service, &shelf, CACHE_BESIDE);
		f->desk = beside[i];
		assert_int_equal(ask(f, request), 200);
		assert_non_null(shelf.at[0]);
		assert_null(shelf.at[1]);
	}
	first = shelf_take(&shelf);
	assert_true(first->has_edition);
	assert_int_equal(ask(f, request), 200);         /* by another one */
	assert_ptr_not_equal(shelf.at[0], first);
	second = shelf_take(&shelf);
	shelf_give(&shelf, first);
	shelf_give(&shelf, second);
	assert_ptr_equal(shelf.at[0], first);
	assert_ptr_equal(shelf.at[1], second);
	second->asked_at -= SHELF_REST_MS + 1;
	assert_int_equal(ask(f, request), 200);
	assert_ptr_equal(shelf.at[0], first);
	assert_null(shelf.at[1]);
	for (size_t i = 0; i < COUNT_OF(beside); i++)
		desk_close(&beside[i]);
	shelf_close(&shelf);
	assert_null(shelf.at[0]);
	f->desk = lane;
	close_fixture(f);
}

/* Other sites may read the API, and nothing else. */
static void
the_api_is_open_to_other_sites(void **state)
{
	struct fixture *f = open_fixture(state);

	ASK(f, 204, MADE, "OPTIONS /api/v1/codes" H "Origin: https://blåbær.example\r\n");
	assert_int_equal(f->reply.body.len, 0);
	assert_true(str_eq(header(f, "Access-Control-Allow-Methods"), STR("GET, HEAD, OPTIONS")));
	assert_true(str_eq(header(f, "Access-Control-Allow-Origin"), STR("*")));
	ASK(f, 404, MADE, "OPTIONS /api/v1/nowhere" H);
	ASK(f, 404, MADE, "GET /api/v1/nowhere" H);
	assert_true(str_eq(header(f, "Access-Control-Allow-Origin"), STR("*")));
	assert_true(str_eq(header(f, "Content-Type"), STR("application/problem+json")));
	ASK(f, 405, MADE, "OPTIONS /da/" H);
	assert_int_equal(header(f, "Access-Control-Allow-Origin").len, 0);
	assert_true(str_eq(header(f, "Cross-Origin-Resource-Policy"), STR("same-origin")));
	close_fixture(f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(what_was_made_is_kept), DISK_TEST(errors_and_refusals_are_not),
		DISK_TEST(a_known_version_is_not_sent), DISK_TEST(a_change_is_seen), DISK_TEST(what_was_is_shown_until_what_is_was_made),
		DISK_TEST(what_was_just_written_is_found),
		FILE_TEST(what_is_kept_has_a_limit), FILE_TEST(requests_are_counted_and_logged),
		FILE_TEST(what_is_slow_is_made_beside), DISK_TEST(what_is_long_is_made_beside),
		DISK_TEST(viewers_beside_are_few),
		FILE_TEST(the_api_is_open_to_other_sites),
	};

	return engine_run("desk", tests, COUNT_OF(tests));
}
