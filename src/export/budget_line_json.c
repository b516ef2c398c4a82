#include "export/budget_line_json.h"
#include "export/findings.h"
#include "export/indicator_json.h"
#include "export/records.h"
#include "export/words.h"
#include "model/overview_words.h"

static const struct schema_field amount_fields[] = {
	{ "year", "integer", NULL },
	{ "through", "integer", "The last year" },
	{ "whole", "boolean", "Once for all of them, not in each" },
	{ "version", "string", "original, revised or actual" },
	{ "kroner", "decimal?", "Net; null: see `missing`" },
	{ "gross", "decimal?", NULL },
	{ "refunded_by", "string?", "Who refunds a share of the gross" },
	{ "share", "decimal?", "Per cent of the gross that is refunded" },
	{ "missing", "string?", "Why there is no amount" },
	{ "source", "Source", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field line_fields[] = {
	{ "id", "string", NULL }, { "title", "Words", NULL },
	{ "number", "string?", "As printed" },
	{ "section", "string?", "As printed" },
	{ "policy", "Named?", NULL }, { "unit", "Named?", "Who is responsible" },
	{ "initiative", "Named?", NULL }, { "agreement", "Named?", NULL },
	{ "objective", "Named?", NULL },
	{ "financing", "string", "Who pays" },
	{ "counts", "string", "counted, elsewhere, earmark or excluded" },
	{ "elsewhere", "Named?", "The line it is counted in, or reserved within" },
	{ "excluded", "Words?", "Why it is left out of the totals" },
	{ "attribution", "decimal?", "Per cent of it that counts" },
	{ "footnote", "Words?", NULL },
	{ "amounts", "Amount[]", "By year and version" },
	{ "findings", "Finding[]", "Of the audit" },
	{ "source", "Source", NULL },
	{ NULL, NULL, NULL },
};

const struct schema schemas_budget_line[] = {
	{ "Amount", "An amount as it was recorded", amount_fields, NULL, 0 },
	{ "BudgetLine", "A line of the budget", line_fields, NULL, 0 },
	{ NULL, NULL, NULL, NULL, 0 },
};

static void
put_source(struct json *j, const struct source *s)
{
	json_key(j, "source");
	export_source(j, s);
}

static void
put_amount(struct json *j, const struct amount_view *v)
{
	json_object(j);
	json_member_int(j, "year", v->is.year);
	json_member_int(j, "through", v->is.through);
	json_member_bool(j, "whole", v->is.whole);
	json_member(j, "version", budget_measure_code(v->is.version));
	json_member_number_or_null(j, "kroner", v->is.has_kroner, v->is.kroner);
	json_member_number_or_null(j, "gross", v->is.has_gross, v->is.gross);
	json_member_or_null(j, "refunded_by", v->has_share ? financing_code(v->financing) : STR_NONE);
	json_member_number_or_null(j, "share", v->has_share, v->share);
	json_member_or_null(j, "missing", missing_code(v->missing));
	put_source(j, &v->source);
	json_end(j);
}

void
export_budget_line(struct json *j, const struct budget_line_view *m)
{
	json_object(j);
	json_member(j, "id", m->line.id);
	export_words(j, "title", m->line.title, m->line.title_en);
	json_member_or_null(j, "number", m->number);
	json_member_or_null(j, "section", m->section);
	export_named(j, "policy", &m->policy);
	export_named(j, "unit", &m->unit);
	export_named(j, "initiative", &m->initiative);
	export_named(j, "agreement", &m->agreement);
	export_named(j, "objective", &m->objective);
	json_member(j, "financing", financing_code(m->financing));
	json_member(j, "counts", overview_counts_code(m->counts));
	export_named(j, "elsewhere", &m->elsewhere);
	export_worded(j, "excluded", m->excluded);
	json_member_number_or_null(j, "attribution", m->has_attribution, m->attribution);
	export_worded(j, "footnote", m->footnote);
	json_member_array(j, "amounts");
	for (size_t i = 0; i < m->amounts; i++)
		put_amount(j, &m->amount[i]);
	json_end(j);
	export_found(j, m->finding, m->findings);
	put_source(j, &m->source);
	json_end(j);
}
