#include "web/answer.h"
#include "port/hash.h"
#include "view/pages/error.h"
#include "web/guard.h"
#include "web/handlers.h"
#include "web/language.h"
#include "web/problem.h"
#include <time.h>

#define TAG_DIGITS 32           /* of the content's hash */

/* Of the path, which even an address that cannot be read may tell, else of the
 * reader. */
static struct lang
reader_language(const struct http_request *http)
{
	struct str  rest = http->target, path = str_cut(&rest, '?');
	struct str  code = route_find(path).lang;
	bool        danish = language_is_danish(guard_header(http, STR("Accept-Language")));
	struct lang l = { 0 };

	if (lang_find(code.len > 0 ? code : danish ? STR("da") : STR("en"), &l))
		return l;
	return lang_at(0);
}

/* What every reply says: pages load files of this site and nothing else. */
static const struct http_header always[] = {
	{ STR_INIT("Content-Security-Policy"),
	  STR_INIT("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
	           "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'") },
	{ STR_INIT("X-Content-Type-Options"), STR_INIT("nosniff") },
	{ STR_INIT("X-Frame-Options"), STR_INIT("DENY") },
	{ STR_INIT("Referrer-Policy"), STR_INIT("no-referrer") },
	{ STR_INIT("Cross-Origin-Opener-Policy"), STR_INIT("same-origin") },
	{ STR_INIT("Cross-Origin-Resource-Policy"), STR_INIT("same-origin") },
};

static void
put_header(struct http_reply *re, struct str name, struct str value)
{
	if (value.len > 0 && re->headers < HTTP_REPLY_HEADERS)
		re->header[re->headers++] = (struct http_header){ name, value };
}

static bool
may_see(enum access access)
{
	switch (access) {
	case ACCESS_PUBLIC:
		return true;
	}
	return false;
}

static bool
is_method(const struct http_request *http, enum method method)
{
	switch (method) {
	case METHOD_GET:
		return str_eq(http->method, STR("GET")) || str_eq(http->method, STR("HEAD"));
	}
	return false;
}

static int32_t
today(void)
{
	time_t    now = time(NULL);
	struct tm utc;

	(void)gmtime_r(&now, &utc);
	return day_of(utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday);
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
	struct judge_when when = { .today = today() };

	if (!take_query(rq))
		return 400;
	when.has_as_of = QUERY_HAS(&rq->query, AS_OF);
	when.as_of = rq->query.day[QUERY_AS_OF];
	switch (rq->route->needs) {
	case NEEDS_EDITION:
		rq->edition = viewer_edition(rq->viewer, rq->arena, when);
		if (rq->edition == NULL)
			return 500;
		break;
	case NEEDS_NOTHING:
		break;
	}
	return rq->route->handle(rq);
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

/* The status of a request that the guard let through. */
static int
dispatch(const struct http_request *http, struct request *rq, struct http_reply *re)
{
	struct address    *ad = ARENA_NEW(rq->arena, struct address);
	struct route_match m;

	if (!address_parse(rq->arena, http->target, ad)) {
		rq->detail = say(&rq->lang, "The address cannot be read.");
		return 400;
	}
	rq->address = ad;
	take_language(rq);
	m = route_find(ad->path);
	if (m.route == NULL)
		return 404;
	if (!is_method(http, m.route->method)) {
		put_header(re, STR("Allow"), STR("GET, HEAD"));
		return 405;
	}
	if (!may_see(m.route->access))
		return 404;
	rq->route = m.route;
	rq->id = m.id;
	rq->kind = m.kind;
	rq->rest = m.rest;
	return handle(rq);
}

static void
put_error(struct request *rq, struct http_reply *re)
{
	struct page p;

	re->body.len = 0;
	if (problem_is_wanted(rq->http)) {
		problem_write(rq, re->status);
	} else {
		p = request_page(rq);
		error_page(&p, re->status, rq->detail);
	}
	rq->cache = STR("no-store");
	rq->varies = true;
}

/* Is `tag` in a list such as `"a", W/"b"`, or is that "*"? */
static bool
names_tag(struct str list, struct str tag)
{
	if (str_eq(str_trim(list), STR("*")))
		return true;
	while (list.len > 0) {
		struct str one = str_trim(str_cut(&list, ','));

		if (str_starts(one, STR("W/")))
			one = str_slice(one, 2, one.len);
		if (str_eq(one, tag))
			return true;
	}
	return false;
}

static void
put_tag(const struct http_request *http, struct arena *a, struct http_reply *re)
{
	struct str hash = hash_of(a, buf_str(&re->body));
	struct str tag = arena_printf(a, "\"" STR_FMT "\"",
	    STR_ARG(str_slice(hash, 0, TAG_DIGITS)));

	put_header(re, STR("ETag"), tag);
	if (!names_tag(guard_header(http, STR("If-None-Match")), tag))
		return;
	re->status = 304;
	re->body.len = 0;
}

static void
put_headers(const struct request *rq, struct http_reply *re)
{
	for (size_t i = 0; i < COUNT_OF(always); i++)
		put_header(re, always[i].name, always[i].value);
	if (re->body.len > 0)
		put_header(re, STR("Content-Type"), rq->media);
	put_header(re, STR("Cache-Control"), rq->cache);
	put_header(re, STR("Content-Disposition"), rq->disposition);
	put_header(re, STR("Location"), rq->location);
	if (rq->varies)
		put_header(re, STR("Vary"), STR("Accept-Language"));
}

void
answer(void *worker, const struct http_request *http, struct arena *a, struct http_reply *ret)
{
	struct request rq = { .arena = a, .viewer = worker, .http = http, .body = &ret->body };
	struct str     problem = guard_problem(http);

	rq.lang = reader_language(http);
	rq.cache = STR("no-cache");
	if (problem.len > 0) {
		put_header(ret, STR("Connection"), STR("close"));
		ret->status = 400;
	} else {
		ret->status = dispatch(http, &rq, ret);
	}
	if (!buf_ok(&ret->body)) {
		buf_free(&ret->body);
		buf_init(&ret->body, HTTPD_REPLY_MAX);
		ret->status = 500;
	}
	if (ret->status >= 400)
		put_error(&rq, ret);
	if (ret->status == 200)
		put_tag(http, a, ret);
	put_headers(&rq, ret);
}
