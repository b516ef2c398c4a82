/* Indicators: the list, one of them, and what can be taken away of it. */
#include "app/indicator_list.h"
#include "export/indicator_json.h"
#include "view/pages/indicator.h"
#include "view/pages/indicators.h"
#include "web/handlers.h"

#define LIMIT_USUAL 100
#define LIMIT_MAX   1000

/* ---- lists ---- */

static bool
read_filter(struct request *rq, struct indicator_filter *ret)
{
	const struct query *q = &rq->query;
	struct indicator_filter f = {
		.policy = q->text[QUERY_POLICY], .theme = q->text[QUERY_THEME],
		.unit = q->text[QUERY_UNIT], .q = q->text[QUERY_Q],
		.page = QUERY_HAS(q, PAGE) ? q->number[QUERY_PAGE] : 1,
		.limit = QUERY_HAS(q, LIMIT) ? q->number[QUERY_LIMIT] : LIMIT_USUAL,
	};

	if (f.page < 1 || f.limit < 1 || f.limit > LIMIT_MAX)
		return false;
	*ret = f;
	return true;
}

static int
load_list(struct request *rq, struct indicator_list *ret)
{
	struct indicator_filter f;

	if (!read_filter(rq, &f)) {
		rq->detail = say(&rq->lang, "Pages are counted from 1, and hold 1 to 1000 rows.");
		return 400;
	}
	*ret = indicator_list(rq->arena, rq->edition, &f);
	return 200;
}

static int
handle_list(struct request *rq)
{
	const struct query   *q = &rq->query;
	struct indicators_ask ask = {
		q->text[QUERY_POLICY], q->text[QUERY_THEME], q->text[QUERY_UNIT], q->text[QUERY_Q],
	};
	struct indicator_list m;
	struct page           p;
	int                   status = load_list(rq, &m);

	if (status != 200)
		return status;
	p = request_page(rq);
	indicators_page(&p, &m, &ask);
	return 200;
}

static int
handle_list_json(struct request *rq)
{
	struct json           j = json_new(rq->body);
	struct indicator_list m;
	int                   status = load_list(rq, &m);

	if (status != 200)
		return status;
	request_media(rq, STR("application/json"));
	export_indicators(&j, &m, request_next(rq, m.page, m.limit, m.total));
	return 200;
}

/* ---- one of them ---- */

static int64_t
asked_thing(struct request *rq, enum noun noun, struct str key)
{
	const struct noun_row *row = edition_thing(rq->edition, noun, key);

	return row != NULL ? row->id : 0;
}

static int
load(struct request *rq, struct indicator_view *ret)
{
	const struct query    *q = &rq->query;
	const struct noun_row *row = edition_thing(rq->edition, NOUN_INDICATOR, rq->id);
	struct indicator_ask   ask = { 0 };

	if (row == NULL)
		return 404;
	if (QUERY_HAS(q, AREA)) {
		ask.area = asked_thing(rq, NOUN_AREA, q->text[QUERY_AREA]);
		if (ask.area == 0)
			return 404;
	}
	if (QUERY_HAS(q, GROUP)) {
		ask.group = asked_thing(rq, NOUN_GROUP, q->text[QUERY_GROUP]);
		if (ask.group == 0)
			return 404;
	}
	return indicator_view(rq->arena, rq->edition, row, ask, ret) ? 200 : 500;
}

static int
handle_one(struct request *rq)
{
	struct indicator_view m;
	struct page           p;
	int                   status = load(rq, &m);

	if (status != 200)
		return status;
	p = request_page(rq);
	indicator_page(&p, &m);
	return 200;
}

static int
handle_one_json(struct request *rq)
{
	struct json           j = json_new(rq->body);
	struct indicator_view m;
	int                   status = load(rq, &m);

	if (status != 200)
		return status;
	request_media(rq, STR("application/json"));
	export_indicator(&j, &m);
	return 200;
}

#define LIST (QUERY_BIT(AS_OF) | QUERY_BIT(POLICY) | QUERY_BIT(THEME) | QUERY_BIT(UNIT) |   \
	QUERY_BIT(Q) | QUERY_BIT(PAGE) | QUERY_BIT(LIMIT))
#define ONE (QUERY_BIT(AS_OF) | QUERY_BIT(AREA) | QUERY_BIT(GROUP))

const struct route routes_indicator[ROUTES_INDICATOR] = {
	{ METHOD_GET, STR_INIT("/:lang/indicators"), ACCESS_PUBLIC, NEEDS_EDITION, LIST,
	  handle_list, "The indicators by theme, with the latest figure and verdicts", NULL },
	{ METHOD_GET, STR_INIT("/:lang/indicator/:id"), ACCESS_PUBLIC, NEEDS_EDITION, ONE,
	  handle_one, "One indicator: what it did, its figures and verdicts", NULL },
	{ METHOD_GET, STR_INIT("/api/v1/indicators"), ACCESS_PUBLIC, NEEDS_EDITION, LIST,
	  handle_list_json, "The indicators, with the latest figure and verdicts", "IndicatorList" },
	{ METHOD_GET, STR_INIT("/api/v1/indicators/:id"), ACCESS_PUBLIC, NEEDS_EDITION, ONE,
	  handle_one_json, "One indicator: its figures and verdicts", "Indicator" },
};
