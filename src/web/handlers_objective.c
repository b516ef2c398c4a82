/* Objectives: the tree, one of them, and a theme's part of it. */
#include "app/releases.h"
#include "app/objective_view.h"
#include "export/objective_json.h"
#include "view/pages/objective.h"
#include "web/handlers.h"
#include "web/paging.h"

static struct objective_tree
load_tree(struct request *rq)
{
	const struct query     *q = &rq->query;
	struct objective_filter f = {
		.policy = q->text[QUERY_POLICY], .theme = q->text[QUERY_THEME],
		.unit = q->text[QUERY_UNIT],
	};

	return objective_list(rq->arena, rq->edition, &f);
}

static int
handle_tree(struct request *rq)
{
	struct objective_tree t = load_tree(rq);
	struct page           p = request_page(rq);

	objectives_page(&p, &t, NULL);
	return 200;
}

static int
handle_tree_json(struct request *rq)
{
	struct objective_tree t = load_tree(rq);
	struct paging         pg;
	struct json           j;

	if (!paging_begin(rq, t.len, &pg, &j))
		return 400;
	for (size_t i = pg.from; i < pg.to; i++)
		export_objective_node(&j, &t.at[i]);
	return paging_end(rq, &pg, &j);
}

static int
handle_theme(struct request *rq)
{
	const struct noun_row  *row = edition_thing(rq->edition, NOUN_THEME, rq->id);
	struct objective_filter f = { .theme = rq->id };
	struct objective_tree   t;
	struct named            theme;
	struct page             p;

	if (row == NULL)
		return 404;
	theme = judge_named(&rq->edition->sn, row->id);
	t = objective_list(rq->arena, rq->edition, &f);
	p = request_page(rq);
	objectives_page(&p, &t, &theme);
	return 200;
}

static int
load(struct request *rq, struct objective_view *ret)
{
	const struct noun_row *row = edition_thing(rq->edition, NOUN_OBJECTIVE, rq->id);

	if (row == NULL)
		return 404;
	return objective_view(rq->arena, rq->edition, row, ret) ? 200 : 500;
}

static int
handle_one(struct request *rq)
{
	struct objective_view m;
	struct page           p;
	int                   status = load(rq, &m);

	if (status != 200)
		return status;
	m.tells = request_mails(rq) && !request_fixed(rq);
	p = request_page(rq);
	m.laid = release_mentions(rq->arena, rq->edition, "objective", rq->id);
	objective_page(&p, &m);
	return 200;
}

static int
handle_one_json(struct request *rq)
{
	struct objective_view m;
	struct json           j;
	int                   status = load(rq, &m);

	if (status != 200)
		return status;
	j = request_json(rq);
	export_objective(&j, &m);
	return 200;
}

#define TREE (QUERY_BIT(AS_OF) | QUERY_BIT(POLICY) | QUERY_BIT(THEME) | QUERY_BIT(UNIT))

const struct route routes_objective[ROUTES_OBJECTIVE] = {
	{ METHOD_GET, STR_INIT("/:lang/objectives"), ACCESS_PUBLIC, NEEDS_EDITION, TREE,
	  handle_tree, "The objectives as a tree, with the verdicts of their targets", NULL },
	{ METHOD_GET, STR_INIT("/:lang/objective/:id"), ACCESS_PUBLIC, NEEDS_EDITION,
	  QUERY_BIT(AS_OF), handle_one, "One objective with all that belongs to it", NULL },
	{ METHOD_GET, STR_INIT("/:lang/theme/:id"), ACCESS_PUBLIC, NEEDS_EDITION,
	  QUERY_BIT(AS_OF), handle_theme, "The objectives of a theme", NULL },
	{ METHOD_GET, STR_INIT("/api/v1/objectives"), ACCESS_PUBLIC, NEEDS_EDITION,
	  TREE | QUERY_LIST, handle_tree_json, N_("The objectives, parents before their parts"),
	  "Page(ObjectiveNode)" },
	{ METHOD_GET, STR_INIT("/api/v1/objectives/:id"), ACCESS_PUBLIC, NEEDS_EDITION,
	  QUERY_BIT(AS_OF), handle_one_json, N_("One objective with all that belongs to it"),
	  "Objective" },
};
