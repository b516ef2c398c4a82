/* Areas: all of them by one indicator, one of them, and what can be taken away. */
#include "app/areas_view.h"
#include "view/pages/areas.h"
#include "web/download.h"
#include "web/paging.h"

/* ---- all of them ---- */

#define YEAR_LAST 9999

static int
load_areas(struct request *rq, struct areas_view *ret)
{
	const struct query *q = &rq->query;
	struct areas_ask    ask = { .level = q->text[QUERY_LEVEL] };

	if (QUERY_HAS(q, INDICATOR)) {
		ask.indicator = edition_thing(rq->edition, NOUN_INDICATOR, q->text[QUERY_INDICATOR]);
		if (ask.indicator == NULL)
			return 404;
	}
	if (QUERY_HAS(q, YEAR)) {
		if (q->number[QUERY_YEAR] < 1 || q->number[QUERY_YEAR] > YEAR_LAST)
			return 400;
		ask.year = (int)q->number[QUERY_YEAR];
	}
	return areas_view(rq->arena, rq->edition, &ask, ret) ? 200 : 500;
}

static int
handle_areas(struct request *rq)
{
	struct areas_view m;
	struct page       p;
	int               status = load_areas(rq, &m);

	if (status != 200)
		return status;
	p = request_page(rq);
	areas_page(&p, &m);
	return 200;
}

#define AREAS (QUERY_BIT(AS_OF) | QUERY_BIT(INDICATOR) | QUERY_BIT(YEAR) | QUERY_BIT(LEVEL))

const struct route routes_areas[ROUTES_AREAS] = {
	{ METHOD_GET, STR_INIT("/:lang/areas"), ACCESS_PUBLIC, NEEDS_EDITION, AREAS,
	  handle_areas, "The areas of the city by one indicator: map, ranking and classes", NULL },
};
