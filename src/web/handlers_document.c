/* Documents: the list, one of them, and its text. */
#include "app/document_view.h"
#include "app/papers.h"
#include "export/document_json.h"
#include "view/pages/documents.h"
#include "web/download.h"
#include "web/paging.h"

#define TEXT_MAX (HTTPD_REPLY_MAX / 2)

static int
handle_list(struct request *rq)
{
	struct document_list m;
	struct page          p;

	if (!document_list(rq->arena, rq->edition, &m))
		return 500;
	p = request_page(rq);
	documents_page(&p, &m);
	return 200;
}

static int
handle_list_json(struct request *rq)
{
	struct document_list m;
	struct paging        pg;
	struct json          j;

	if (!document_list(rq->arena, rq->edition, &m))
		return 500;
	if (!paging_begin(rq, m.len, &pg, &j))
		return 400;
	for (size_t i = pg.from; i < pg.to; i++)
		export_document_row(&j, &m.at[i]);
	return paging_end(rq, &pg, &j);
}

/* 404: no such document, or no such page of it. */
static int
load(struct request *rq, struct document_view *ret)
{
	const struct query    *q = &rq->query;
	const struct noun_row *row = edition_thing(rq->edition, NOUN_DOCUMENT, rq->id);
	struct document_ask    ask = { 0 };

	if (row == NULL)
		return 404;
	if (QUERY_HAS(q, PAGE)) {
		ask.page = (size_t)q->number[QUERY_PAGE];
		if (ask.page == 0)
			return 404;
	}
	if (QUERY_HAS(q, LINE))
		ask.line = (uint32_t)q->number[QUERY_LINE];
	if (!document_view(rq->arena, rq->edition, row, ask, ret))
		return 500;
	return ret->page <= ret->pages ? 200 : 404;
}

static int
handle_one(struct request *rq)
{
	struct document_view m;
	struct page          p;
	int                  status = load(rq, &m);

	if (status != 200)
		return status;
	p = request_page(rq);
	document_page(&p, &m);
	return 200;
}

static int
handle_one_json(struct request *rq)
{
	struct document_view m;
	struct json          j;
	int                  status = load(rq, &m);

	if (status != 200)
		return status;
	j = request_json(rq);
	export_document(&j, &m);
	return 200;
}

/* What is not published is not there. */
static int
handle_text(struct request *rq)
{
	const struct noun_row *row = edition_thing(rq->edition, NOUN_DOCUMENT, rq->id);
	enum paper_is          is;
	struct str             text;

	if (row == NULL)
		return 404;
	if (!papers_text(rq->arena, rq->edition, row, TEXT_MAX, &is, &text))
		return 500;
	if (is != PAPER_READ)
		return 404;
	buf_put(rq->body, text);
	download_as(rq, STR("text/plain; charset=utf-8"),
	    arena_printf(rq->arena, STR_FMT ".txt", STR_ARG(rq->id)));
	return 200;
}

#define ONE (QUERY_BIT(AS_OF) | QUERY_BIT(PAGE) | QUERY_BIT(LINE))

const struct route routes_document[ROUTES_DOCUMENT] = {
	{ METHOD_GET, STR_INIT("/:lang/documents"), ACCESS_PUBLIC, NEEDS_TIME, QUERY_BIT(AS_OF),
	  handle_list, "The documents that figures come from", NULL },
	{ METHOD_GET, STR_INIT("/:lang/document/:id"), ACCESS_PUBLIC, NEEDS_TIME, ONE,
	  handle_one, "One document: its text, the facts taken from it, the findings", NULL },
	{ METHOD_GET, STR_INIT("/api/v1/documents"), ACCESS_PUBLIC, NEEDS_TIME,
	  QUERY_BIT(AS_OF) | QUERY_LIST,
	  handle_list_json, N_("The documents that figures come from"), "Page(DocumentRow)" },
	{ METHOD_GET, STR_INIT("/api/v1/documents/:id.txt"), ACCESS_PUBLIC, NEEDS_TIME, 0,
	  handle_text, N_("The text of a published document"), NULL },
	{ METHOD_GET, STR_INIT("/api/v1/documents/:id"), ACCESS_PUBLIC, NEEDS_TIME, ONE,
	  handle_one_json, N_("One document: blocks, facts and findings, page by page"), "Document" },
};
