/* The economy: the page, one budget line, and what can be taken away. */
#include "app/economy_view.h"
#include "export/budget_line_json.h"
#include "export/overview.h"
#include "model/overview_words.h"
#include "view/pages/economy.h"
#include "web/download.h"
#include "web/paging.h"

static int
load(struct request *rq, struct economy_view *ret)
{
	const struct query *q = &rq->query;
	struct economy_ask  ask = { OVERVIEW_BY_SECTION, q->text[QUERY_POLICY] };
	struct diags        d = diags_new(rq->arena);

	if (QUERY_HAS(q, BY) && !overview_by_from_code(q->text[QUERY_BY], &ask.by)) {
		rq->detail = text_fill(rq->arena, say(&rq->lang,
		    "What stands after {1}= cannot be read."), &query_info[QUERY_BY].name, 1);
		return 400;
	}
	return economy_view(rq->arena, rq->edition, &ask, &d, ret) ? 200 : 500;
}

static int
handle_page(struct request *rq)
{
	struct economy_asked asked = { rq->query.text[QUERY_POLICY] };
	struct economy_view  m;
	struct page          p;
	int                  status = load(rq, &m);

	if (status != 200)
		return status;
	p = request_page(rq);
	economy_page(&p, &m, &asked);
	return 200;
}

static int
handle_json(struct request *rq)
{
	struct economy_view m;
	struct paging       pg;
	struct json         j;
	int                 status = load(rq, &m);

	if (status != 200)
		return status;
	if (!paging_begin(rq, m.parts, &pg, &j))
		return 400;
	for (size_t i = pg.from; i < pg.to; i++)
		export_economy(&j, &m.part[i]);
	return paging_end(rq, &pg, &j);
}

/* ---- what can be taken away ---- */

static struct str
file_name(struct request *rq, const char *ending)
{
	const char *kind = lang_danish(&rq->lang) ? "oekonomi" : "economy";
	struct str  policy = rq->query.text[QUERY_POLICY];

	return policy.len > 0 && things_find(rq->edition->things, NOUN_POLICY, policy) > 0
	    ? arena_printf(rq->arena, "%s-" STR_FMT ".%s", kind, STR_ARG(policy), ending)
	    : arena_printf(rq->arena, "%s.%s", kind, ending);
}

static int
handle_csv(struct request *rq)
{
	struct economy_view m;
	struct grid         g;
	int                 status = load(rq, &m);

	if (status != 200)
		return status;
	g = export_overviews_grid(rq->arena, &m.overviews, BUDGET_UNIT_KRONER, lang_danish(&rq->lang));
	return download_csv(rq, &g, file_name(rq, "csv"));
}

struct sheets {
	const struct overviews *overviews;
	int32_t                 made;
	bool                    danish;
};

static bool
write_sheets(struct arena *a, const void *from, const struct parts *to)
{
	const struct sheets *s = from;

	return export_overviews_xlsx(a, s->overviews, BUDGET_UNIT_KRONER, s->danish, s->made, to);
}

static int
handle_xlsx(struct request *rq)
{
	struct economy_view m;
	struct sheets       s = { &m.overviews, edition_day(rq->edition), lang_danish(&rq->lang) };
	int                 status = load(rq, &m);

	if (status != 200)
		return status;
	return download_sheets(rq, write_sheets, &s, file_name(rq, "xlsx"));
}

/* ---- one line ---- */

static int
handle_line(struct request *rq)
{
	const struct noun_row  *row = edition_thing(rq->edition, NOUN_BUDGET_LINE, rq->id);
	struct budget_line_view m;
	struct page             p;

	if (row == NULL)
		return 404;
	m = budget_line_view(rq->arena, rq->edition, row);
	p = request_page(rq);
	budget_line_page(&p, &m);
	return 200;
}

static int
handle_lines_json(struct request *rq)
{
	const struct snapshot *sn = &rq->edition->sn;
	struct paging          pg;
	struct json            j;

	if (!paging_begin(rq, sn->len[NOUN_BUDGET_LINE], &pg, &j))
		return 400;
	for (size_t i = pg.from; i < pg.to; i++) {
		struct budget_line_view m = budget_line_view(rq->arena, rq->edition,
		    &sn->row[NOUN_BUDGET_LINE][i]);

		export_budget_line(&j, &m);
	}
	return paging_end(rq, &pg, &j);
}

static int
handle_line_json(struct request *rq)
{
	const struct noun_row  *row = edition_thing(rq->edition, NOUN_BUDGET_LINE, rq->id);
	struct budget_line_view m;
	struct json             j;

	if (row == NULL)
		return 404;
	m = budget_line_view(rq->arena, rq->edition, row);
	j = request_json(rq);
	export_budget_line(&j, &m);
	return 200;
}

#define ASK (QUERY_BIT(AS_OF) | QUERY_BIT(POLICY) | QUERY_BIT(BY))

const struct route routes_economy[ROUTES_ECONOMY] = {
	{ METHOD_GET, STR_INIT("/:lang/economy"), ACCESS_PUBLIC, NEEDS_EDITION, ASK,
	  handle_page, "The economy of the policies, year by year", NULL },
	{ METHOD_GET, STR_INIT("/:lang/budget-line/:id"), ACCESS_PUBLIC, NEEDS_EDITION,
	  QUERY_BIT(AS_OF), handle_line, "One line of the budget", NULL },
	{ METHOD_GET, STR_INIT("/api/v1/economy.csv"), ACCESS_PUBLIC, NEEDS_EDITION,
	  ASK | QUERY_BIT(LANG) | QUERY_BIT(PROFILE), handle_csv, N_("The economy as CSV, in exact kroner"), NULL },
	{ METHOD_GET, STR_INIT("/api/v1/economy.xlsx"), ACCESS_PUBLIC, NEEDS_TIME,
	  ASK | QUERY_BIT(LANG), handle_xlsx, N_("The economy as a spreadsheet"), NULL },
	{ METHOD_GET, STR_INIT("/api/v1/economy"), ACCESS_PUBLIC, NEEDS_EDITION,
	  ASK | QUERY_LIST, handle_json, N_("The economy of the policies, year by year"),
	  "Page(Overview)" },
	{ METHOD_GET, STR_INIT("/api/v1/budget-lines"), ACCESS_PUBLIC, NEEDS_EDITION,
	  QUERY_BIT(AS_OF) | QUERY_LIST, handle_lines_json, N_("The lines of the budgets"),
	  "Page(BudgetLine)" },
	{ METHOD_GET, STR_INIT("/api/v1/budget-lines/:id"), ACCESS_PUBLIC, NEEDS_EDITION,
	  QUERY_BIT(AS_OF), handle_line_json, N_("One line of the budget"), "BudgetLine" },
};
