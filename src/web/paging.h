/* paging.h - lists of the API come in pages: ?page= from 1, ?limit= up to 1000.
 *
 * {"items":[...],"total":N,"page":N,"limit":N,"next":"/api/v1/...?page=2"}; the last
 * page has no "next". A page behind the last is empty. Routes of lists take
 * QUERY_LIST; their schema is "Page(Name)".
 *
 *	if (!paging_begin(rq, n, &pg, &j))
 *		return 400;
 *	for (size_t i = pg.from; i < pg.to; i++)
 *		...
 *	return paging_end(rq, &pg, &j);
 */
#ifndef WEB_PAGING_H
#define WEB_PAGING_H

#include "export/json.h"
#include "web/route.h"

#define PAGING_LIMIT     100
#define PAGING_LIMIT_MAX 1000

struct paging {
	size_t from, to;                /* the items of this page */
	size_t page, limit, total;
};

/* False: no such page or limit; rq->detail says so. */
MUST_CHECK bool paging_of(struct request *rq, size_t total, struct paging *ret);

/* The answer up to its first item, and from its last; 200. */
MUST_CHECK bool paging_begin(struct request *rq, size_t total, struct paging *pg, struct json *j);
int             paging_end(struct request *rq, const struct paging *pg, struct json *j);

/* For an answer that says more. Inside the object: "items" with its bracket; the bracket's end and the rest. */
void paging_open(struct json *j);
void paging_close(struct json *j, struct request *rq, const struct paging *pg);

#endif
