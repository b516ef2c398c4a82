/* Committees, administrations and departments; agreements. */
#include "app/agreement_view.h"
#include "app/unit_view.h"
#include "export/agreement_json.h"
#include "export/unit_json.h"
#include "view/pages/agreement.h"
#include "view/pages/unit.h"
#include "web/handlers.h"
#include "web/paging.h"

/* ---- units ---- */

static int
handle_units(struct request *rq)
{
	struct unit_tree m = unit_tree(rq->arena, rq->edition);
	struct page      p = request_page(rq);

	units_page(&p, &m);
	return 200;
}

static int
handle_units_json(struct request *rq)
{
	struct unit_tree m = unit_tree(rq->arena, rq->edition);
	struct paging    pg;
	struct json      j;

	if (!paging_begin(rq, m.len, &pg, &j))
		return 400;
	for (size_t i = pg.from; i < pg.to; i++)
		export_unit_node(&j, &m.at[i]);
	return paging_end(rq, &pg, &j);
}

static int
handle_unit(struct request *rq)
{
	const struct noun_row *row = edition_thing(rq->edition, NOUN_UNIT, rq->id);
	struct unit_view       m;
	struct page            p;

	if (row == NULL)
		return 404;
	if (!unit_view(rq->arena, rq->edition, row, &m))
		return 500;
	p = request_page(rq);
	unit_page(&p, &m);
	return 200;
}

static int
handle_unit_json(struct request *rq)
{
	const struct noun_row *row = edition_thing(rq->edition, NOUN_UNIT, rq->id);
	struct unit_view       m;
	struct json            j;

	if (row == NULL)
		return 404;
	if (!unit_view(rq->arena, rq->edition, row, &m))
		return 500;
	j = request_json(rq);
	export_unit(&j, &m);
	return 200;
}

/* ---- agreements ---- */

static int
handle_agreements(struct request *rq)
{
	struct agreement_list m = agreement_list(rq->arena, rq->edition);
	struct page           p = request_page(rq);

	agreements_page(&p, &m);
	return 200;
}

static int
handle_agreements_json(struct request *rq)
{
	struct agreement_list m = agreement_list(rq->arena, rq->edition);
	struct paging         pg;
	struct json           j;

	if (!paging_begin(rq, m.len, &pg, &j))
		return 400;
	for (size_t i = pg.from; i < pg.to; i++)
		export_agreement_row(&j, &m.at[i]);
	return paging_end(rq, &pg, &j);
}

static int
handle_agreement(struct request *rq)
{
	const struct noun_row *row = edition_thing(rq->edition, NOUN_AGREEMENT, rq->id);
	struct agreement_view  m;
	struct page            p;

	if (row == NULL)
		return 404;
	m = agreement_view(rq->arena, rq->edition, row);
	p = request_page(rq);
	agreement_page(&p, &m);
	return 200;
}

static int
handle_agreement_json(struct request *rq)
{
	const struct noun_row *row = edition_thing(rq->edition, NOUN_AGREEMENT, rq->id);
	struct agreement_view  m;
	struct json            j;

	if (row == NULL)
		return 404;
	m = agreement_view(rq->arena, rq->edition, row);
	j = request_json(rq);
	export_agreement(&j, &m);
	return 200;
}

#define ONE QUERY_BIT(AS_OF)

const struct route routes_unit[ROUTES_UNIT] = {
	{ METHOD_GET, STR_INIT("/:lang/units"), ACCESS_PUBLIC, NEEDS_EDITION, ONE,
	  handle_units, "The committees, with administrations and departments", NULL },
	{ METHOD_GET, STR_INIT("/:lang/unit/:id"), ACCESS_PUBLIC, NEEDS_EDITION, ONE,
	  handle_unit, "One unit: what it owes, owns and reports", NULL },
	{ METHOD_GET, STR_INIT("/api/v1/units"), ACCESS_PUBLIC, NEEDS_EDITION, ONE | QUERY_LIST,
	  handle_units_json, N_("The committees, with administrations and departments"),
	  "Page(UnitNode)" },
	{ METHOD_GET, STR_INIT("/api/v1/units/:id"), ACCESS_PUBLIC, NEEDS_EDITION, ONE,
	  handle_unit_json, N_("One unit: what it owes, owns and reports"), "OrganisationUnit" },
	{ METHOD_GET, STR_INIT("/:lang/agreements"), ACCESS_PUBLIC, NEEDS_EDITION, ONE,
	  handle_agreements, "The agreements, newest first", NULL },
	{ METHOD_GET, STR_INIT("/:lang/agreement/:id"), ACCESS_PUBLIC, NEEDS_EDITION, ONE,
	  handle_agreement, "One agreement with its projects", NULL },
	{ METHOD_GET, STR_INIT("/api/v1/agreements"), ACCESS_PUBLIC, NEEDS_EDITION, ONE | QUERY_LIST,
	  handle_agreements_json, N_("The agreements, newest first"), "Page(AgreementRow)" },
	{ METHOD_GET, STR_INIT("/api/v1/agreements/:id"), ACCESS_PUBLIC, NEEDS_EDITION, ONE,
	  handle_agreement_json, N_("One agreement with its projects"), "Agreement" },
};
