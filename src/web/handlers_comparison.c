/* The city against others: what can be compared, and one indicator. */
#include "app/comparison_view.h"
#include "export/comparison_json.h"
#include "view/pages/comparison.h"
#include "web/handlers.h"
#include "web/paging.h"

static int
load(struct request *rq, struct str indicator, struct comparison_view *ret)
{
	const struct query    *q = &rq->query;
	const struct noun_row *row = edition_thing(rq->edition, NOUN_INDICATOR, indicator);
	struct str             asked = q->text[QUERY_COMPARATOR];

	if (row == NULL)
		return 404;
	if (QUERY_HAS(q, COMPARATOR) &&
	    edition_thing(rq->edition, NOUN_COMPARATOR, asked) == NULL &&
	    edition_thing(rq->edition, NOUN_AREA, asked) == NULL)
		return 404;
	return comparison_view(rq->arena, rq->edition, row, asked, ret) ? 200 : 500;
}

static int
handle_page(struct request *rq)
{
	struct comparison_view m;
	struct page            p;
	int                    status;

	if (!QUERY_HAS(&rq->query, INDICATOR)) {
		struct comparison_list list = comparison_list(rq->arena, rq->edition);

		p = request_page(rq);
		comparisons_page(&p, &list);
		return 200;
	}
	status = load(rq, rq->query.text[QUERY_INDICATOR], &m);
	if (status != 200)
		return status;
	p = request_page(rq);
	comparison_page(&p, &m);
	return 200;
}

static int
handle_list_json(struct request *rq)
{
	struct comparison_list m = comparison_list(rq->arena, rq->edition);
	struct paging          pg;
	struct json            j;

	if (!paging_begin(rq, m.len, &pg, &j))
		return 400;
	for (size_t i = pg.from; i < pg.to; i++)
		export_comparison_row(&j, &m.at[i]);
	return paging_end(rq, &pg, &j);
}

static int
handle_one_json(struct request *rq)
{
	struct comparison_view m;
	struct json            j;
	int                    status = load(rq, rq->id, &m);

	if (status != 200)
		return status;
	j = request_json(rq);
	export_comparison(&j, &m);
	return 200;
}

const struct route routes_comparison[ROUTES_COMPARISON] = {
	{ METHOD_GET, STR_INIT("/:lang/comparison"), ACCESS_PUBLIC, NEEDS_EDITION,
	  QUERY_BIT(AS_OF) | QUERY_BIT(INDICATOR) | QUERY_BIT(COMPARATOR),
	  handle_page, "The city against other cities and named sets of cities", NULL },
	{ METHOD_GET, STR_INIT("/api/v1/comparisons"), ACCESS_PUBLIC, NEEDS_LENGTH,
	  QUERY_BIT(AS_OF) | QUERY_LIST, handle_list_json, N_("The indicators that can be compared"),
	  "Page(ComparisonRow)" },
	{ METHOD_GET, STR_INIT("/api/v1/comparisons/:id"), ACCESS_PUBLIC, NEEDS_LENGTH,
	  QUERY_BIT(AS_OF) | QUERY_BIT(COMPARATOR), handle_one_json,
	  N_("One indicator, by its key, against other cities and sets of them"), "Comparison" },
};
