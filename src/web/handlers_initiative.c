/* Initiatives: the list, and one of them. */
#include "app/releases.h"
#include "app/initiative_list.h"
#include "app/initiative_view.h"
#include "export/initiative_json.h"
#include "view/pages/initiative.h"
#include "web/handlers.h"
#include "web/paging.h"

static struct initiative_list
load_list(struct request *rq)
{
	const struct query      *q = &rq->query;
	struct initiative_filter f = {
		.policy = q->text[QUERY_POLICY], .theme = q->text[QUERY_THEME],
		.unit = q->text[QUERY_UNIT], .q = q->text[QUERY_Q],
	};

	return initiative_list(rq->arena, rq->edition, &f);
}

static int
handle_list(struct request *rq)
{
	const struct query    *q = &rq->query;
	struct initiatives_ask ask = {
		q->text[QUERY_POLICY], q->text[QUERY_THEME], q->text[QUERY_UNIT], q->text[QUERY_Q],
	};
	struct initiative_list m = load_list(rq);
	struct page            p = request_page(rq);

	initiatives_page(&p, &m, &ask);
	return 200;
}

static int
handle_list_json(struct request *rq)
{
	struct initiative_list m = load_list(rq);
	struct paging          pg;
	struct json            j;

	if (!paging_begin(rq, m.len, &pg, &j))
		return 400;
	for (size_t i = pg.from; i < pg.to; i++)
		export_initiative_row(&j, &m.at[i]);
	return paging_end(rq, &pg, &j);
}

static int
handle_one(struct request *rq)
{
	const struct noun_row *row = edition_thing(rq->edition, NOUN_INITIATIVE, rq->id);
	struct initiative_view m;
	struct page            p;

	if (row == NULL)
		return 404;
	m = initiative_view(rq->arena, rq->edition, row);
	p = request_page(rq);
	m.laid = release_mentions(rq->arena, rq->edition, "initiative", rq->id);
	initiative_page(&p, &m);
	return 200;
}

static int
handle_one_json(struct request *rq)
{
	const struct noun_row *row = edition_thing(rq->edition, NOUN_INITIATIVE, rq->id);
	struct initiative_view m;
	struct json            j;

	if (row == NULL)
		return 404;
	m = initiative_view(rq->arena, rq->edition, row);
	j = request_json(rq);
	export_initiative(&j, &m);
	return 200;
}

#define ONE  QUERY_BIT(AS_OF)
#define LIST (QUERY_BIT(AS_OF) | QUERY_BIT(POLICY) | QUERY_BIT(THEME) | QUERY_BIT(UNIT) |   \
	QUERY_BIT(Q))

const struct route routes_initiative[ROUTES_INITIATIVE] = {
	{ METHOD_GET, STR_INIT("/:lang/initiatives"), ACCESS_PUBLIC, NEEDS_EDITION, LIST,
	  handle_list, "The initiatives by committee and policy, with verdicts and money", NULL },
	{ METHOD_GET, STR_INIT("/:lang/initiative/:id"), ACCESS_PUBLIC, NEEDS_EDITION, ONE,
	  handle_one, "One initiative: what it promises, costs and reports", NULL },
	{ METHOD_GET, STR_INIT("/api/v1/initiatives"), ACCESS_PUBLIC, NEEDS_EDITION,
	  LIST | QUERY_LIST, handle_list_json, N_("The initiatives, with verdicts and money"),
	  "Page(InitiativeRow)" },
	{ METHOD_GET, STR_INIT("/api/v1/initiatives/:id"), ACCESS_PUBLIC, NEEDS_EDITION, ONE,
	  handle_one_json, N_("One initiative: what it promises, costs and reports"), "Initiative" },
};
