#include "export/agreement_json.h"
#include "export/findings.h"
#include "export/indicator_json.h"
#include "export/initiative_json.h"
#include "export/money_json.h"
#include "export/verdicts.h"
#include "export/words.h"

static const struct schema_field allocation_fields[] = {
	{ "kroner", "decimal", "Allocated to projects" },
	{ "left", "decimal", "Granted less that" },
	{ "whole", "boolean", "Every project has an amount" },
	{ "far", "Words?", "As far off as the audit's `spending` says: how far" },
	{ NULL, NULL, NULL },
};

static const struct schema_field project_fields[] = {
	{ "id", "string", NULL }, { "title", "Words", NULL },
	{ "number", "string?", "As printed" },
	{ "unit", "Named?", "Who is responsible" },
	{ "pool", "Named?", "The money that it applied for" },
	{ "kroner", "decimal?", NULL },
	{ "recurrence", "string?", "once, year, total, ..." },
	{ "purpose", "Words?", NULL }, { "status", "Words?", NULL },
	{ "challenges", "Words?", NULL },
	{ "source", "Source", NULL },
	{ NULL, NULL, NULL },
};

#define IDENTITY_FIELDS                                                               \
	{ "id", "string", NULL }, { "title", "Words", NULL },                         \
	{ "parties", "Words?", NULL },                                                \
	{ "from", "date?", NULL }, { "to", "date?", "The day after its last" },       \
	{ "kroner", "decimal?", "What it grants" },                                   \
	{ "recurrence", "string?", "once, year, total, ..." },                        \
	{ "allocated", "Allocation?", "null: cannot be held against the grant" },     \
	{ "source", "Source", NULL }

static const struct schema_field row_fields[] = {
	IDENTITY_FIELDS,
	{ "projects", "integer", NULL },
	{ "initiatives", "integer", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field agreement_fields[] = {
	IDENTITY_FIELDS,
	{ "mandate", "Mandate?", "The decision behind it" },
	{ "projects", "Project[]", NULL },
	{ "initiatives", "InitiativeRow[]", "That build on it" },
	{ "money", "MoneyLines[]", NULL },
	{ "findings", "Finding[]", "Of the audit" },
	{ NULL, NULL, NULL },
};

const struct schema schemas_agreement[] = {
	{ "Allocation", "What is allocated of a grant", allocation_fields, NULL, 0 },
	{ "Project", "A project of an agreement", project_fields, NULL, 0 },
	{ "AgreementRow", "An agreement in the list", row_fields, NULL, 0 },
	{ "Agreement", "An agreement with all that belongs to it", agreement_fields, NULL, 0 },
	{ NULL, NULL, NULL, NULL, 0 },
};

static void
put_allocation(struct json *j, const struct allocation *al)
{
	json_key(j, "allocated");
	if (!al->has) {
		json_null(j);
		return;
	}
	json_object(j);
	json_member_number_or_null(j, "kroner", true, al->kroner);
	json_member_number_or_null(j, "left", true, al->left);
	json_member_bool(j, "whole", al->whole);
	if (al->far) {
		export_words(j, "far", al->da, al->en);
	} else {
		json_key(j, "far");
		json_null(j);
	}
	json_end(j);
}

static void
put_identity(struct json *j, const struct agreement_row *r)
{
	json_member(j, "id", r->agreement.id);
	export_words(j, "title", r->agreement.title, r->agreement.title_en);
	export_worded(j, "parties", r->parties);
	export_day(j, "from", r->has_starts, r->starts);
	export_day(j, "to", r->has_ends, r->ends);
	json_member_number_or_null(j, "kroner", r->has_amount, r->amount);
	json_member_or_null(j, "recurrence", recurrence_code(r->recurrence));
	put_allocation(j, &r->allocated);
	export_placed(j, &r->source);
}

static void
put_project(struct json *j, const struct project_view *v)
{
	json_object(j);
	json_member(j, "id", v->project.id);
	export_words(j, "title", v->project.title, v->project.title_en);
	json_member_or_null(j, "number", v->number);
	export_named(j, "unit", &v->unit);
	export_named(j, "pool", &v->pool);
	json_member_number_or_null(j, "kroner", v->has_kroner, v->kroner);
	json_member_or_null(j, "recurrence", recurrence_code(v->recurrence));
	export_worded(j, "purpose", v->purpose);
	export_worded(j, "status", v->status);
	export_worded(j, "challenges", v->challenges);
	export_placed(j, &v->source);
	json_end(j);
}

void
export_agreement_row(struct json *j, const struct agreement_row *r)
{
	json_object(j);
	put_identity(j, r);
	json_member_count(j, "projects", r->projects);
	json_member_count(j, "initiatives", r->initiatives);
	json_end(j);
}

void
export_agreement(struct json *j, const struct agreement_view *m)
{
	json_object(j);
	put_identity(j, &m->self);
	export_mandate(j, &m->mandate);
	json_member_array(j, "projects");
	for (size_t i = 0; i < m->projects; i++)
		put_project(j, &m->project[i]);
	json_end(j);
	json_member_array(j, "initiatives");
	for (size_t i = 0; i < m->initiatives; i++)
		export_initiative_row(j, &m->initiative[i]);
	json_end(j);
	export_money(j, m->money, m->moneys);
	export_found(j, m->finding, m->findings);
	json_end(j);
}
