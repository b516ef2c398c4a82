#include "web/answer.h"
#include "port/clock.h"
#include "port/gzip.h"
#include "view/pages/error.h"
#include "web/guard.h"
#include "web/handlers.h"
#include "web/language.h"
#include "web/problem.h"
#include "web/service.h"
#include "web/staff.h"
#include "web/tag.h"
#include "web/wish.h"

/* Nothing was done yet. */
#define STATUS_SLOW (-1)
#define STATUS_BODY (-2)

/* Of the path, which even an address that cannot be read may tell, else of the
 * reader. */
static struct lang
reader_language(const struct http_request *http)
{
	struct str  rest = http->target, path = str_cut(&rest, '?');
	struct lang l;

	if (lang_find(route_find(path, METHOD_GET).lang, &l))
		return l;
	return language_wanted(guard_header(http, STR("Accept-Language")));
}

/* Pages load files of this site and nothing else. */
#define POLICY "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; " \
	"font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors "

/* What every reply says. */
static const struct http_header always[] = {
	{ STR_INIT("X-Content-Type-Options"), STR_INIT("nosniff") },
	{ STR_INIT("Cross-Origin-Opener-Policy"), STR_INIT("same-origin") },
};

/* Where it may stand: in no page of others, or in any. */
static const struct http_header alone[] = {
	{ STR_INIT("Content-Security-Policy"), STR_INIT(POLICY "'none'") },
	{ STR_INIT("X-Frame-Options"), STR_INIT("DENY") },
};

static const struct http_header framed[] = {
	{ STR_INIT("Content-Security-Policy"), STR_INIT(POLICY "*") },
};

/* What others may read from their own pages: the API, with what they need for it. */
static const struct http_header open_to_all[] = {
	{ STR_INIT("Cross-Origin-Resource-Policy"), STR_INIT("cross-origin") },
	{ STR_INIT("Access-Control-Allow-Origin"), STR_INIT("*") },
	{ STR_INIT("Access-Control-Expose-Headers"), STR_INIT("ETag, Link, Content-Disposition") },
};

static const struct http_header own_only[] = {
	{ STR_INIT("Cross-Origin-Resource-Policy"), STR_INIT("same-origin") },
};

/* The answer to a browser that asks before it reads (Fetch, "CORS-preflight"). */
static const struct http_header preflight[] = {
	{ STR_INIT("Access-Control-Allow-Methods"), STR_INIT("GET, HEAD, OPTIONS") },
	{ STR_INIT("Access-Control-Allow-Headers"), STR_INIT("*") },
	{ STR_INIT("Access-Control-Max-Age"), STR_INIT("86400") },
};

static void
put_header(struct http_reply *re, struct str name, struct str value)
{
	if (value.len > 0 && re->headers < HTTP_REPLY_HEADERS)
		re->header[re->headers++] = (struct http_header){ name, value };
}

/* Beside, with a connection that writes, behind the door. */
static bool
is_staffed(const struct route *r)
{
	return r->access != ACCESS_PUBLIC || r->needs == NEEDS_STORE || r->needs == NEEDS_UPLOAD;
}

static bool
is_method(const struct http_request *http, enum method method)
{
	switch (method) {
	case METHOD_GET:
		return str_eq(http->method, STR("GET")) || str_eq(http->method, STR("HEAD"));
	case METHOD_POST:
		return str_eq(http->method, STR("POST"));
	}
	return false;
}

/* Reads what was asked. False: it cannot be read. */
static bool
take_query(struct request *rq)
{
	enum query_id bad;
	struct lang   l;

	if (!query_read(rq->address, rq->route->takes, &rq->query, &bad)) {
		rq->detail = query_info[bad].type == QUERY_DATE
		    ? text_fill(rq->arena, say(&rq->lang,
		          "The date after {1}= cannot be read. Write it as 2009-06-01."),
		          &query_info[bad].name, 1)
		    : text_fill(rq->arena, say(&rq->lang, "What stands after {1}= cannot be read."),
		          &query_info[bad].name, 1);
		return false;
	}
	if (QUERY_HAS(&rq->query, LANG) && lang_find(rq->query.text[QUERY_LANG], &l))
		rq->lang = l;
	return true;
}

static int
handle(struct request *rq)
{
	struct judge_when when = { .today = clock_today() };

	if (!take_query(rq))
		return 400;
	when.has_as_of = QUERY_HAS(&rq->query, AS_OF);
	when.as_of = rq->query.day[QUERY_AS_OF];
	switch (rq->route->needs) {
	case NEEDS_EDITION:
	case NEEDS_LENGTH:
	case NEEDS_TIME:
	case NEEDS_STORE:
	case NEEDS_UPLOAD:
		rq->edition = viewer_edition(rq->viewer, rq->arena, when);
		if (rq->edition == NULL)
			return 500;
		break;
	case NEEDS_NOTHING:
		break;
	}
	return rq->route->handle(rq);
}

/* Behind the door, where there is one. */
static int
handle_staffed(const struct answering *with, struct request *rq)
{
	int status;

	if (with->door == NULL)
		return 404;
	status = staff_enter(with->door, with, rq);
	if (status != 0)
		return status;
	return staff_leave(with->door, rq, handle(rq));
}

static size_t
body_max(const struct route *r)
{
	return r->needs == NEEDS_UPLOAD ? UPLOAD_MAX : FORM_MAX;
}

/* Is the body to be read first? `*status`: it is not taken. Nobody makes the server hold
 * a file who is not logged in. */
static bool
wants_body(const struct answering *with, struct request *rq, int *status)
{
	const struct route *r = rq->route;
	int64_t             length = 0;

	*status = 0;
	if (r->method != METHOD_POST || rq->http->read)
		return false;
	if (!str_int(guard_header(rq->http, STR("Content-Length")), &length))
		*status = 411;
	else if ((size_t)length > body_max(r))
		*status = 413;
	else if (r->needs == NEEDS_UPLOAD && r->access != ACCESS_PUBLIC)
		*status = staff_knock(with, rq);
	return *status == 0;
}

/* The API has no language in its paths: errors of what is asked are told in ?lang=. */
static void
take_language(struct request *rq)
{
	struct str  code;
	struct lang l;

	if (problem_is_wanted(rq->http) && address_get(rq->address, STR("lang"), &code) &&
	    lang_find(code, &l))
		rq->lang = l;
}

/* Is it long? Counted in the register as it is now, whatever day is asked for. */
static bool
is_long(struct request *rq)
{
	struct judge_when      now = { .today = clock_today() };
	const struct edition  *ed = viewer_edition(rq->viewer, rq->arena, now);
	const struct noun_row *row;

	if (ed == NULL)
		return false;           /* the answer says so, at once */
	row = rq->id.len > 0 ? edition_thing(ed, NOUN_INDICATOR, rq->id) : NULL;
	return stock_count(ed->stock, &ed->sn, row != NULL ? row->id : 0) >= ROUTE_LONG;
}

static bool
is_slow(struct request *rq)
{
	if (is_staffed(rq->route))
		return true;
	switch (rq->route->needs) {
	case NEEDS_NOTHING:
	case NEEDS_EDITION:
		return false;
	case NEEDS_LENGTH:
		return is_long(rq);
	case NEEDS_TIME:
	case NEEDS_STORE:
	case NEEDS_UPLOAD:
		return true;
	}
	return false;
}

/* Where the register is shown as it was until what it is has been made: is it another now? */
static bool
is_behind(struct request *rq)
{
	struct viewer *v = rq->viewer;
	int64_t        newest;

	if (!v->keeps_old)
		return false;
	v->asked_at = 0;
	if (!viewer_newest(v, &newest)) {
		rq->edition = NULL;     /* closed with the viewer */
		return false;
	}
	return v->has_edition && newest != 0 && newest != v->edition.sn.known;
}

/* Who works here finds what she just wrote, and a page is only missed where it would be
 * by now: then it is answered beside, without patience. */
static int
handle_public(const struct answering *with, struct request *rq)
{
	int status;

	if (with->beside || rq->route->needs == NEEDS_NOTHING)
		return handle(rq);
	status = staff_works(rq->http) && is_behind(rq) ? STATUS_SLOW : handle(rq);
	if (status == 404 && is_behind(rq))
		status = STATUS_SLOW;
	rq->body->len = status == STATUS_SLOW ? 0 : rq->body->len;
	return status == STATUS_SLOW && rq->http->busy ? 503 : status;
}

/* The status of a request that the guard let through. */
static int
dispatch(const struct answering *with, const struct http_request *http, struct request *rq)
{
	struct address    *ad = ARENA_NEW(rq->arena, struct address);
	struct route_match m;
	int                status;

	if (!address_parse(rq->arena, http->target, ad)) {
		rq->detail = say(&rq->lang, "The address cannot be read.");
		return 400;
	}
	rq->address = ad;
	take_language(rq);
	m = route_find(ad->path, str_eq(http->method, STR("POST")) ? METHOD_POST : METHOD_GET);
	rq->rest = m.rest;
	if (m.route == NULL)
		return 404;
	rq->route = m.route;
	if (str_eq(http->method, STR("OPTIONS")) && problem_is_wanted(http))
		return 204;
	if (!is_method(http, m.route->method))
		return 405;
	if (wants_body(with, rq, &status))
		return STATUS_BODY;
	if (status != 0)
		return status;
	rq->id = m.id;
	rq->kind = m.kind;
	if (!with->beside && is_slow(rq))
		return http->busy ? 503 : STATUS_SLOW;
	if (with->door != NULL)
		with->viewer->asked_at = 0;     /* without patience */
	return is_staffed(m.route) ? handle_staffed(with, rq) : handle_public(with, rq);
}

/* Whose site it is stands on a page of an error, too, when the register can be
 * read: what was asked cannot be trusted, so as it is now. */
static void
take_frame(struct request *rq, int status)
{
	struct judge_when now = { .today = clock_today() };

	if (rq->edition == NULL && status < 500)
		rq->edition = viewer_edition(rq->viewer, rq->arena, now);
}

static void
put_error(struct request *rq, struct http_reply *re)
{
	struct page p;

	re->body.len = 0;
	if (problem_is_wanted(rq->http)) {
		problem_write(rq, re->status);
	} else {
		take_frame(rq, re->status);
		p = request_page(rq);
		error_page(&p, re->status, rq->detail);
	}
	rq->cache = STR("no-store");
	rq->varies = true;
}

/* Text gets smaller, and is worth it from here on. */
#define PACK_MIN 1024

static bool
is_text(struct str media)
{
	static const struct str kinds[] = {
		STR_INIT("text/"), STR_INIT("image/svg+xml"), STR_INIT("application/json"),
		STR_INIT("application/geo+json"), STR_INIT("application/javascript"), STR_INIT("application/atom+xml"),
		STR_INIT("application/problem+json"), STR_INIT("application/vnd.oai.openapi+json"),
		STR_INIT("application/schema+json"), STR_INIT("application/ld+json"),
		STR_INIT("application/csvm+json"), STR_INIT("application/yaml"),
		STR_INIT("application/vnd.sdmx.data+csv"),
	};

	for (size_t i = 0; i < COUNT_OF(kinds); i++)
		if (str_starts(media, kinds[i]))
			return true;
	return false;
}

/* The body packed, when the reader takes that. */
static void
pack(const struct answering *with, const struct request *rq, struct http_reply *re,
     struct answered *what)
{
	bool       once = str_find(rq->cache, STR("immutable"), 0) != SIZE_MAX;
	struct buf packed;

	if (with->gzip == NULL || !wish_gzip(guard_header(rq->http, STR("Accept-Encoding"))))
		return;
	buf_init(&packed, HTTPD_REPLY_MAX);
	what->packed = gzip_pack(with->gzip, once ? GZIP_BEST : GZIP_FAST, buf_str(&re->body),
	    &packed);
	if (!what->packed) {
		buf_free(&packed);
		return;
	}
	buf_free(&re->body);
	re->body = packed;
	put_header(re, STR("Content-Encoding"), STR("gzip"));
}

static void
put_all(struct http_reply *re, const struct http_header *h, size_t n)
{
	for (size_t i = 0; i < n; i++)
		put_header(re, h[i].name, h[i].value);
}

static struct str
vary_on(bool coding, bool language)
{
	if (coding)
		return language ? STR("Accept-Encoding, Accept-Language") : STR("Accept-Encoding");
	return language ? STR("Accept-Language") : STR_NONE;
}

static bool
is_behind_tls(const struct answering *with, const struct http_request *http)
{
	return with->service != NULL && with->service->behind &&
	    guard_same(guard_header(http, STR("X-Forwarded-Proto")), STR("https"));
}

static struct str
allowed(const struct request *rq)
{
	bool get = route_has(rq->address->path, METHOD_GET);

	if (problem_is_wanted(rq->http))
		return STR("GET, HEAD, OPTIONS");
	if (!route_has(rq->address->path, METHOD_POST))
		return STR("GET, HEAD");
	return get ? STR("GET, HEAD, POST") : STR("POST");
}

/* A form of the staff says which page it came from, which is how it is known to be ours;
 * other addresses tell nobody anything. */
static struct str
referrer(const struct request *rq)
{
	return rq->route != NULL && is_staffed(rq->route) ? STR("same-origin") : STR("no-referrer");
}

static void
put_headers(const struct answering *with, const struct request *rq, struct http_reply *re,
            bool coding)
{
	put_all(re, always, COUNT_OF(always));
	if (rq->framed && re->status == 200)
		put_all(re, framed, COUNT_OF(framed));
	else
		put_all(re, alone, COUNT_OF(alone));
	put_header(re, STR("Referrer-Policy"), referrer(rq));
	if (problem_is_wanted(rq->http))
		put_all(re, open_to_all, COUNT_OF(open_to_all));
	else
		put_all(re, own_only, COUNT_OF(own_only));
	if (re->status == 204)
		put_all(re, preflight, COUNT_OF(preflight));
	if (re->status == 405)
		put_header(re, STR("Allow"), allowed(rq));
	if (re->status == 503)
		put_header(re, STR("Retry-After"), STR("10"));
	if (is_behind_tls(with, rq->http))
		put_header(re, STR("Strict-Transport-Security"), STR("max-age=31536000"));
	if (re->body.len > 0)
		put_header(re, STR("Content-Type"), rq->media);
	put_header(re, STR("Cache-Control"), rq->cache);
	put_header(re, STR("Content-Disposition"), rq->disposition);
	put_header(re, STR("Link"), rq->link);
	if (rq->again > 0 && re->status == 200)
		put_header(re, STR("Refresh"), arena_printf(rq->arena, "%d", rq->again));
	put_header(re, STR("Location"), rq->location);
	put_header(re, STR("Set-Cookie"), rq->cookie);
	put_header(re, STR("Vary"), vary_on(coding, rq->varies));
}

/* The status, and the body of a 200; what failed half-way is thrown away. */
static void
make(const struct answering *with, struct request *rq, struct http_reply *re)
{
	int wrong = guard_status(rq->http);

	re->status = wrong != 0 ? wrong : dispatch(with, rq->http, rq);
	if (wrong != 0)
		put_header(re, STR("Connection"), STR("close"));
	if (!buf_ok(&re->body)) {
		buf_free(&re->body);
		buf_init(&re->body, HTTPD_REPLY_MAX);
		re->status = 500;
	}
	if (re->status == 200 && !wish_media(guard_header(rq->http, STR("Accept")), rq->media))
		re->status = 406;
	if (re->status >= 400 && !rq->own_page)
		put_error(rq, re);
}

/* Whether the words are those of the reader's language. */
static bool
speaks(const struct request *rq)
{
	return rq->route != NULL && (rq->route->takes & QUERY_BIT(LANG)) != 0 &&
	    !QUERY_HAS(&rq->query, LANG) && rq->rest.at == NULL;
}

enum http_turn
answer_make(const struct answering *with, const struct http_request *http, struct arena *a,
            struct http_reply *ret, struct answered *what)
{
	struct request rq = {
		.arena = a, .viewer = with->viewer, .papers = with->papers, .http = http, .body = &ret->body,
		.service = with->service, .cache = STR("no-cache"), .lang = reader_language(http),
	};
	bool coding;

	make(with, &rq, ret);
	if (ret->status == STATUS_SLOW)
		return HTTP_SLOW;
	if (ret->status == STATUS_BODY) {
		ret->takes = body_max(rq.route);
		return HTTP_BODY;
	}
	*what = (struct answered){ .route = rq.route, .media = rq.media };
	rq.varies |= speaks(&rq);
	coding = ret->status == 200 && is_text(rq.media) && ret->body.len >= PACK_MIN;
	if (ret->status == 200) {
		if (coding)
			pack(with, &rq, ret, what);
		/* Of what is sent: packed it is less, and another tag by itself. */
		what->tag = with->untagged ? STR_NONE : tag_of(a, buf_str(&ret->body));
		put_header(ret, STR("ETag"), what->tag);
		what->keeps = str_find(rq.cache, STR("no-store"), 0) == SIZE_MAX;
	}
	put_headers(with, &rq, ret, coding);
	return HTTP_ANSWERED;
}

void
answer_unchanged(const struct http_reply *whole, struct http_reply *ret)
{
	static const struct str of_body[] = {
		STR_INIT("Content-Type"), STR_INIT("Content-Encoding"),
		STR_INIT("Content-Disposition"),
	};
	size_t kept = 0;

	for (size_t i = 0; i < whole->headers; i++) {
		bool left = false;

		for (size_t k = 0; k < COUNT_OF(of_body); k++)
			left |= str_eq(whole->header[i].name, of_body[k]);
		if (!left)
			ret->header[kept++] = whole->header[i];
	}
	ret->headers = kept;
	ret->status = 304;
	ret->unsent = whole->body.len;
	ret->body.len = 0;
}

void
answer(struct viewer *viewer, const struct http_request *http, struct arena *a,
       struct http_reply *ret)
{
	const struct answering with = { .viewer = viewer, .beside = true };
	struct answered        what;

	(void)answer_make(&with, http, a, ret, &what);
	if (ret->status == 200 &&
	    tag_listed(guard_header(http, STR("If-None-Match")), what.tag))
		answer_unchanged(ret, ret);
}

void
answer_get(const struct answering *with, struct str target, struct arena *a, struct http_reply *ret)
{
	struct http_request rq = {
		.method = STR("GET"), .target = target, .version = STR("HTTP/1.1"),
		.header = { { STR("Host"), STR("localhost") } }, .headers = 1,
		.head = STR("GET  HTTP/1.1\r\nHost:localhost\r\n\r\n").len + target.len,
	};
	struct answered what = { 0 };

	*ret = (struct http_reply){ 0 };
	buf_init(&ret->body, HTTPD_REPLY_MAX);
	(void)answer_make(with, &rq, a, ret, &what);
}

struct str
answer_header(const struct http_reply *re, struct str name)
{
	for (size_t i = 0; i < re->headers; i++)
		if (guard_same(re->header[i].name, name))
			return re->header[i].value;
	return STR_NONE;
}
