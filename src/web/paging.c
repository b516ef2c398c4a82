#include "web/paging.h"
#include "web/handlers.h"

bool
paging_of(struct request *rq, size_t total, struct paging *ret)
{
	const struct query *q = &rq->query;
	struct paging       pg = { .page = 1, .limit = PAGING_LIMIT, .total = total };

	if (QUERY_HAS(q, PAGE))
		pg.page = (size_t)q->number[QUERY_PAGE];
	if (QUERY_HAS(q, LIMIT))
		pg.limit = (size_t)q->number[QUERY_LIMIT];
	if (pg.page < 1 || pg.limit < 1 || pg.limit > PAGING_LIMIT_MAX) {
		rq->detail = say(&rq->lang,
		    "Pages are counted from 1, and hold 1 to 1000 rows.");
		return false;
	}
	pg.from = (pg.page - 1) * pg.limit;
	if (pg.from > total)
		pg.from = total;
	pg.to = total - pg.from < pg.limit ? total : pg.from + pg.limit;
	*ret = pg;
	return true;
}

void
paging_open(struct json *j)
{
	json_member_array(j, "items");
}

void
paging_close(struct json *j, struct request *rq, const struct paging *pg)
{
	json_end(j);
	json_member_count(j, "total", pg->total);
	json_member_count(j, "page", pg->page);
	json_member_count(j, "limit", pg->limit);
	json_member_some(j, "next", request_next(rq, (int64_t)pg->page, (int64_t)pg->limit,
	    pg->total));
}

bool
paging_begin(struct request *rq, size_t total, struct paging *pg, struct json *j)
{
	if (!paging_of(rq, total, pg))
		return false;
	*j = request_json(rq);
	json_object(j);
	paging_open(j);
	return true;
}

int
paging_end(struct request *rq, const struct paging *pg, struct json *j)
{
	paging_close(j, rq, pg);
	json_end(j);
	return 200;
}
