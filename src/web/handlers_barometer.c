/* The barometer: the page, and the same for programs. */
#include "app/barometer_view.h"
#include "app/releases.h"
#include "export/barometer_json.h"
#include "view/feed.h"
#include "view/pages/barometer.h"
#include "web/handlers.h"
#include "web/paging.h"

#define FILTERS (QUERY_BIT(AS_OF) | QUERY_BIT(POLICY) | QUERY_BIT(THEME) | QUERY_BIT(UNIT) | \
	QUERY_BIT(VERDICT) | QUERY_BIT(AREA))

static bool
read_verdict(struct str code, enum verdict *ret)
{
	for (size_t v = 0; v < VERDICT_COUNT; v++) {
		if (!str_eq(verdict_code((enum verdict)v), code))
			continue;
		*ret = (enum verdict)v;
		return true;
	}
	return false;
}

/* False: there is no such verdict. */
static bool
read_ask(struct request *rq, struct barometer_ask *ret)
{
	const struct query *q = &rq->query;

	*ret = (struct barometer_ask){
		.has_as_of = QUERY_HAS(q, AS_OF), .as_of = q->day[QUERY_AS_OF],
		.has_verdict = QUERY_HAS(q, VERDICT), .policy = q->text[QUERY_POLICY],
		.theme = q->text[QUERY_THEME], .unit = q->text[QUERY_UNIT],
		.area = q->text[QUERY_AREA],
	};
	if (!ret->has_verdict || read_verdict(q->text[QUERY_VERDICT], &ret->verdict))
		return true;
	rq->detail = text_fill(rq->arena, say(&rq->lang, "What stands after {1}= cannot be read."),
	    &query_info[QUERY_VERDICT].name, 1);
	return false;
}

static int
handle_page(struct request *rq)
{
	struct barometer_ask  ask;
	struct barometer_view view;
	struct page           p;

	if (!read_ask(rq, &ask))
		return 400;
	barometer_view(rq->arena, rq->edition, &ask, &view);
	p = request_page(rq);
	p.section = SECTION_BAROMETER;
	p.feed = STR("feed.atom");
	barometer_page(&p, &view);
	return 200;
}

static int
handle_feed(struct request *rq)
{
	struct barometer_ask  ask = { 0 };
	struct barometer_view view;
	struct release_list   laid = release_list(rq->arena, rq->edition);
	struct page           p;

	barometer_view(rq->arena, rq->edition, &ask, &view);
	p = request_page(rq);
	p.as_of = edition_day(rq->edition);
	feed_write(&p, &view, &laid);
	request_media(rq, STR("application/atom+xml; charset=utf-8"));
	return 200;
}

static int
handle_api(struct request *rq)
{
	struct barometer_ask  ask;
	struct barometer_view view;
	struct paging         pg;
	struct json           j;

	if (!read_ask(rq, &ask))
		return 400;
	barometer_view(rq->arena, rq->edition, &ask, &view);
	if (!paging_of(rq, view.len, &pg))
		return 400;
	j = request_json(rq);
	json_object(&j);
	export_barometer_head(&j, &view);
	paging_open(&j);
	for (size_t i = pg.from; i < pg.to; i++)
		export_barometer_line(&j, &view.at[i]);
	paging_close(&j, rq, &pg);
	json_end(&j);
	return 200;
}

const struct route routes_barometer[ROUTES_BAROMETER] = {
	{ METHOD_GET, STR_INIT("/:lang/"), ACCESS_PUBLIC, NEEDS_EDITION, FILTERS,
	  handle_page, "The barometer: every target with its verdict", NULL },
	{ METHOD_GET, STR_INIT("/:lang/feed.atom"), ACCESS_PUBLIC, NEEDS_EDITION, 0,
	  handle_feed, "What is new, for programs that follow sites (Atom)", NULL },
	{ METHOD_GET, STR_INIT("/api/v1/barometer"), ACCESS_PUBLIC, NEEDS_EDITION,
	  FILTERS | QUERY_BIT(LANG) | QUERY_LIST,
	  handle_api, N_("The barometer: targets by verdict, with what came lately"), "Barometer" },
};
