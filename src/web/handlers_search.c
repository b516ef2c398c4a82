/* Search over everything. */
#include "app/search.h"
#include "export/search_json.h"
#include "view/pages/search.h"
#include "web/handlers.h"
#include "web/paging.h"

static bool
asked_kind(struct request *rq, enum noun *ret)
{
	*ret = NOUN_ANY;
	if (!QUERY_HAS(&rq->query, KIND) ||
	    search_kind_from_code(rq->query.text[QUERY_KIND], ret))
		return true;
	rq->detail = say(&rq->lang, "There is no such kind of things.");
	return false;
}

static int
load(struct request *rq, struct search_ask *ask, struct search_view *ret)
{
	ask->words = rq->query.text[QUERY_Q];
	if (!asked_kind(rq, &ask->kind))
		return 400;
	return search(rq->arena, rq->edition->store, &rq->edition->sn, ask, ret) ? 200 : 500;
}

/* The same words and day, without kind and page. */
static struct str
same_words(struct request *rq)
{
	struct query q = rq->query;

	q.given &= QUERY_BIT(AS_OF) | QUERY_BIT(Q);
	return request_query(rq, &q);
}

static int
handle_search(struct request *rq)
{
	struct search_ask  ask = { .page = 1 };
	struct search_view m;
	struct page        p;
	int                status;

	if (QUERY_HAS(&rq->query, PAGE))
		ask.page = (size_t)rq->query.number[QUERY_PAGE];
	status = load(rq, &ask, &m);
	if (status == 200 && (m.page == 0 || m.page > m.pages))
		status = 404;
	if (status != 200)
		return status;
	p = request_page(rq);
	search_page(&p, &m, same_words(rq));
	return 200;
}

static int
handle_search_json(struct request *rq)
{
	struct search_ask  ask = { .page = 1 };
	struct search_view m;
	struct paging      pg;
	struct json        j;
	int                status;

	if (!paging_of(rq, SEARCH_LISTED_MAX, &pg))
		return 400;
	ask.page = pg.page;
	ask.limit = pg.limit;
	status = load(rq, &ask, &m);
	if (status != 200)
		return status;
	j = request_json(rq);
	json_object(&j);
	paging_open(&j);
	for (size_t i = 0; i < m.len; i++)
		export_search_hit(&j, &m.at[i]);
	pg.total = m.listed;
	paging_close(&j, rq, &pg);
	export_search_counts(&j, &m);
	json_end(&j);
	return 200;
}

#define ASK (QUERY_BIT(AS_OF) | QUERY_BIT(Q) | QUERY_BIT(KIND))

const struct route routes_search[ROUTES_SEARCH] = {
	{ METHOD_GET, STR_INIT("/:lang/search"), ACCESS_PUBLIC, NEEDS_TIME,
	  ASK | QUERY_BIT(PAGE), handle_search, "Everything by its words", NULL },
	{ METHOD_GET, STR_INIT("/api/v1/search"), ACCESS_PUBLIC, NEEDS_TIME,
	  ASK | QUERY_LIST, handle_search_json, N_("Everything by its words"), "SearchResult" },
};
