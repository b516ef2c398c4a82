#include "web/handlers.h"
#include "app/contact.h"

/* "?as_of=2009-06-01", so that a reader who looks back stays there. */
static struct str
kept(struct request *rq)
{
	if (!QUERY_HAS(&rq->query, AS_OF))
		return STR_NONE;
	return arena_printf(rq->arena, "?as_of=" STR_FMT, STR_ARG(rq->query.text[QUERY_AS_OF]));
}

static void
put_escaped(struct buf *b, struct str s)
{
	static const struct str plain = STR_INIT(
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~");

	for (size_t i = 0; i < s.len; i++) {
		char c = s.at[i];

		if (str_find(plain, (struct str){ &c, 1 }, 0) != SIZE_MAX)
			buf_char(b, c);
		else
			buf_putf(b, "%%%02X", (unsigned)(unsigned char)c);
	}
}

/* What was asked and understood, in the order of the table, but for `leave_out`. */
static struct str
asked(struct request *rq, uint32_t leave_out)
{
	struct buf b;
	struct str s;

	buf_init(&b, (size_t)8 << 10);
	for (size_t i = 0; i < QUERY_COUNT; i++) {
		if ((rq->query.given & ~leave_out & UINT32_C(1) << i) == 0)
			continue;
		buf_char(&b, b.len == 0 ? '?' : '&');
		buf_put(&b, query_info[i].name);
		buf_char(&b, '=');
		put_escaped(&b, rq->query.text[i]);
	}
	s = str_dup(rq->arena, buf_str(&b));
	buf_free(&b);
	return s;
}

struct page
request_page(struct request *rq)
{
	struct page p = {
		.b = rq->body, .a = rq->arena, .lang = rq->lang, .path = rq->rest,
		.query = asked(rq, 0), .keep = kept(rq), .section = SECTION_NONE,
		.looks_back = QUERY_HAS(&rq->query, AS_OF), .as_of = rq->query.day[QUERY_AS_OF],
		.now = asked(rq, QUERY_BIT(AS_OF)),
	};

	if (rq->edition != NULL) {
		p.authority = rq->edition->authority.title;
		p.contact = contact_of(&rq->edition->sn);
	}
	request_media(rq, STR("text/html; charset=utf-8"));
	return p;
}

struct str
request_next(struct request *rq, int64_t page, int64_t limit, size_t total)
{
	struct str query = asked(rq, QUERY_BIT(PAGE));

	if ((size_t)page >= total / (size_t)limit + (total % (size_t)limit != 0))
		return STR_NONE;
	return arena_printf(rq->arena, STR_FMT STR_FMT "%cpage=%lld", STR_ARG(rq->address->path),
	    STR_ARG(query), query.len > 0 ? '&' : '?', (long long)page + 1);
}

void
request_media(struct request *rq, struct str media)
{
	rq->media = media;
}
