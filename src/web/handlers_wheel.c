/* The annual wheel, as everybody may see it. */
#include "app/wheel_view.h"
#include "view/pages/wheel.h"
#include "web/handlers.h"

bool
request_wheel(struct request *rq, struct wheel_ask *ret)
{
	const struct query *q = &rq->query;

	if (QUERY_HAS(q, YEAR) && (q->number[QUERY_YEAR] < 1 || q->number[QUERY_YEAR] > YEAR_MAX))
		return false;
	ret->year = QUERY_HAS(q, YEAR) ? (int)q->number[QUERY_YEAR] : 0;
	ret->unit = things_find(rq->edition->things, NOUN_UNIT, q->text[QUERY_UNIT]);
	return q->text[QUERY_UNIT].len == 0 || ret->unit != 0;
}

static int
handle_wheel(struct request *rq)
{
	struct wheel_ask  ask = { 0 };
	struct wheel_view m;
	struct page       p;

	if (!request_wheel(rq, &ask))
		return 404;
	if (!wheel_view(rq->arena, rq->edition, &ask, &m))
		return 500;
	p = request_page(rq);
	wheel_page(&p, &m);
	return 200;
}

const struct route routes_wheel[ROUTES_WHEEL] = {
	{ METHOD_GET, STR_INIT("/:lang/wheel"), ACCESS_PUBLIC, NEEDS_EDITION,
	  QUERY_BIT(AS_OF) | QUERY_BIT(YEAR) | QUERY_BIT(UNIT), handle_wheel,
	  "The annual wheel: who owes what by when", NULL },
};
