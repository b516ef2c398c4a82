/* The frame of the API: what there is, its description, codes, changes, targets,
 * and things of any kind. */
#include "app/browse.h"
#include "export/codes.h"
#include "export/records.h"
#include "export/verdicts.h"
#include "web/handlers.h"
#include "web/openapi.h"
#include "web/paging.h"

static int
handle_index(struct request *rq)
{
	struct json j = request_json(rq);

	openapi_write_index(&j);
	return 200;
}

static int
handle_openapi(struct request *rq)
{
	struct json j = request_json(rq);

	openapi_write(&j);
	return 200;
}

static int
handle_codes(struct request *rq)
{
	struct json j = request_json(rq);

	export_codes(&j);
	return 200;
}

/* ---- targets ---- */

static int
handle_targets(struct request *rq)
{
	const struct barometer *b = &rq->edition->judged;
	struct paging           pg;
	struct json             j;

	if (!paging_begin(rq, b->len, &pg, &j))
		return 400;
	for (size_t i = pg.from; i < pg.to; i++)
		export_verdict(&j, &b->at[i]);
	return paging_end(rq, &pg, &j);
}

static int
handle_target(struct request *rq)
{
	const struct barometer_row *r = edition_target(rq->edition, rq->id);
	struct json                 j;

	if (r == NULL)
		return 404;
	j = request_json(rq);
	export_verdict(&j, r);
	return 200;
}

/* ---- changes ---- */

/* Newest first. Who recorded it is for those who work here. */
static int
handle_changes(struct request *rq)
{
	const struct snapshot *sn = &rq->edition->sn;
	struct paging          pg;
	struct json            j;

	if (!paging_begin(rq, sn->changes, &pg, &j))
		return 400;
	for (size_t i = pg.from; i < pg.to; i++) {
		const struct change_row *c = &sn->change[sn->changes - 1 - i];
		struct change_shown      shown = {
			.id = c->id, .undoes = c->undoes, .at = c->at, .why = c->why,
			.document = things_key(sn->things, c->document),
		};

		export_change(&j, &shown);
	}
	return paging_end(rq, &pg, &j);
}

/* ---- things of any kind ---- */

static void
put_record(struct json *j, struct record *r)
{
	r->recorded.who = STR_NONE;
	export_record_open(j, r);
	json_end(j);
}

static bool
is_public(const struct record *r)
{
	enum noun n;

	return !noun_from_table(r->kind, &n) || noun_is_public(n);
}

/* By its plural, as it stands in addresses. */
static bool
public_kind(struct request *rq, enum noun *ret)
{
	for (size_t n = 0; n < NOUN_COUNT; n++) {
		if (!noun_is_public((enum noun)n) ||
		    !str_eq(noun_plural(rq->arena, (enum noun)n), rq->kind))
			continue;
		*ret = (enum noun)n;
		return true;
	}
	return false;
}

static int
handle_things(struct request *rq)
{
	const struct snapshot *sn = &rq->edition->sn;
	struct browse_term     term = { BROWSE_NOUN, NOUN_NONE };
	struct records         list;
	struct paging          pg;
	struct json            j;

	if (!public_kind(rq, &term.noun))
		return 404;
	if (!paging_of(rq, sn->len[term.noun], &pg))
		return 400;
	if (!browse_list(rq->arena, rq->edition->store, sn, term, 0, &list))
		return 500;
	j = request_json(rq);
	json_object(&j);
	paging_open(&j);
	for (size_t i = pg.from; i < pg.to; i++)
		put_record(&j, &list.at[i]);
	paging_close(&j, rq, &pg);
	json_end(&j);
	return 200;
}

static void
put_records(struct json *j, const char *key, struct records *list)
{
	json_member_array(j, key);
	for (size_t i = 0; i < list->len; i++)
		if (is_public(&list->at[i]))
			put_record(j, &list->at[i]);
	json_end(j);
}

static int
handle_thing(struct request *rq)
{
	const struct edition *ed = rq->edition;
	struct browse_page    page;
	struct json           j;
	enum noun             noun;

	if (!public_kind(rq, &noun))
		return 404;
	if (!browse_show(rq->arena, ed->store, &ed->sn, noun, rq->id, &page))
		return store_failed(ed->store) ? 500 : 404;
	j = request_json(rq);
	json_object(&j);
	json_key(&j, "thing");
	put_record(&j, &page.record);
	put_records(&j, "history", &page.history);
	put_records(&j, "related", &page.related);
	put_records(&j, "observations", &page.observations);
	json_end(&j);
	return 200;
}

const struct route routes_api[ROUTES_API] = {
	{ METHOD_GET, STR_INIT("/api/v1"), ACCESS_PUBLIC, NEEDS_NOTHING, QUERY_BIT(LANG),
	  handle_index, N_("What can be asked for"), "Index" },
	{ METHOD_GET, STR_INIT("/api/v1/openapi.json"), ACCESS_PUBLIC, NEEDS_NOTHING, 0,
	  handle_openapi, N_("This description of the API, in OpenAPI 3.1"), "Description" },
	{ METHOD_GET, STR_INIT("/api/v1/codes"), ACCESS_PUBLIC, NEEDS_NOTHING, QUERY_BIT(LANG),
	  handle_codes, N_("The codes in answers, with their words"), "Codes" },
	{ METHOD_GET, STR_INIT("/api/v1/targets"), ACCESS_PUBLIC, NEEDS_EDITION,
	  QUERY_BIT(AS_OF) | QUERY_BIT(LANG) | QUERY_LIST,
	  handle_targets, N_("Every target with its verdict"), "Page(Judgement)" },
	{ METHOD_GET, STR_INIT("/api/v1/targets/:id"), ACCESS_PUBLIC, NEEDS_EDITION,
	  QUERY_BIT(AS_OF) | QUERY_BIT(LANG),
	  handle_target, N_("One target: its verdict with the figures and the rule"), "Judgement" },
	{ METHOD_GET, STR_INIT("/api/v1/changes"), ACCESS_PUBLIC, NEEDS_EDITION,
	  QUERY_BIT(LANG) | QUERY_LIST,
	  handle_changes, N_("What was recorded, newest first"), "Page(Change)" },
	{ METHOD_GET, STR_INIT("/api/v1/things/:kind"), ACCESS_PUBLIC, NEEDS_EDITION,
	  QUERY_BIT(LANG) | QUERY_LIST,
	  handle_things, N_("Everything of a kind, as it is recorded"), "Page(Record)" },
	{ METHOD_GET, STR_INIT("/api/v1/things/:kind/:id"), ACCESS_PUBLIC, NEEDS_EDITION,
	  QUERY_BIT(LANG),
	  handle_thing, N_("One thing with its history and all that refers to it"), "Thing" },
};
