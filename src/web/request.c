#include "web/handlers.h"
#include "app/contact.h"
#include "app/judge.h"
#include "web/service.h"

/* "?as_of=2009-06-01", so that a reader who looks back stays there. */
static struct str
kept(struct request *rq)
{
	if (!QUERY_HAS(&rq->query, AS_OF))
		return STR_NONE;
	return arena_printf(rq->arena, "?as_of=" STR_FMT, STR_ARG(rq->query.text[QUERY_AS_OF]));
}

struct str
request_query(struct request *rq, const struct query *q)
{
	struct buf b;
	struct str s;

	buf_init(&b, (size_t)8 << 10);
	for (size_t i = 0; i < QUERY_COUNT; i++) {
		if ((q->given & UINT32_C(1) << i) == 0)
			continue;
		buf_char(&b, b.len == 0 ? '?' : '&');
		buf_put(&b, query_info[i].name);
		buf_char(&b, '=');
		buf_percent(&b, q->text[i], "");
	}
	s = str_dup(rq->arena, buf_str(&b));
	buf_free(&b);
	return s;
}

struct str
request_address(struct request *rq, const struct query *q)
{
	struct buf b;
	struct str s;

	buf_init(&b, (size_t)16 << 10);
	buf_percent(&b, rq->address->path, "/");
	buf_put(&b, request_query(rq, q));
	s = str_dup(rq->arena, buf_str(&b));
	buf_free(&b);
	return s;
}

static struct query
without_as_of(const struct query *q)
{
	struct query now = *q;

	now.given &= ~QUERY_BIT(AS_OF);
	return now;
}

bool
request_fixed(const struct request *rq)
{
	return rq->service != NULL && rq->service->fixed;
}

static struct named
document_named(const void *of, struct str id)
{
	const struct snapshot *sn = of;

	return judge_named(sn, things_find(sn->things, NOUN_DOCUMENT, id));
}

struct page
request_page(struct request *rq)
{
	struct query now = without_as_of(&rq->query);
	struct page  p = {
		.b = rq->body, .a = rq->arena, .lang = rq->lang, .path = rq->rest,
		.query = request_query(rq, &rq->query), .keep = kept(rq), .section = SECTION_NONE,
		.fixed = request_fixed(rq),
		.looks_back = QUERY_HAS(&rq->query, AS_OF), .as_of = rq->query.day[QUERY_AS_OF],
		.now = request_query(rq, &now),
	};

	if (rq->service != NULL)
		p.site = rq->service->site;
	if (rq->edition != NULL) {
		p.authority = rq->edition->authority.title;
		p.contact = contact_of(&rq->edition->sn);
		p.document = document_named;
		p.of = &rq->edition->sn;
	}
	request_media(rq, STR("text/html; charset=utf-8"));
	return p;
}

struct str
request_next(struct request *rq, int64_t page, int64_t limit, size_t total)
{
	struct query next = rq->query;

	if ((size_t)page >= total / (size_t)limit + (total % (size_t)limit != 0))
		return STR_NONE;
	next.given |= QUERY_BIT(PAGE);
	next.text[QUERY_PAGE] = arena_printf(rq->arena, "%lld", (long long)page + 1);
	return request_address(rq, &next);
}

void
request_media(struct request *rq, struct str media)
{
	rq->media = media;
}

struct json
request_json(struct request *rq)
{
	request_media(rq, STR("application/json"));
	return json_new(rq->body);
}
