#include "export/unit_json.h"
#include "export/indicator_json.h"
#include "export/initiative_json.h"
#include "export/money_json.h"
#include "export/objective_json.h"
#include "export/records.h"
#include "export/words.h"

static const struct schema_field count_fields[] = {
	{ "verdict", "Verdict", NULL },
	{ "targets", "integer", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field owner_report_fields[] = {
	{ "initiative", "Named?", NULL },
	{ "report", "StatusReport", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field tally_fields[] = {
	{ "points", "integer", "Of percentages, whose measurement came and is shown" },
	{ "points_near", "integer", "At most 1 percentage point from it" },
	{ "others", "integer", "The same of other figures" },
	{ "others_near", "integer", "At most 5 per cent from it" },
	{ "waiting", "integer", "Whose measurement has not come" },
	{ NULL, NULL, NULL },
};

/* With what is under it. */
#define NODE_FIELDS                                                                      \
	{ "id", "string", NULL }, { "title", "Words", NULL },                            \
	{ "short_name", "string?", NULL },                                               \
	{ "level", "string?", "committee, administration or department" },               \
	{ "parent", "string?", "What it is under" },                                     \
	{ "depth", "integer", "0: nothing is above it in this list" },                   \
	{ "late", "integer", "Follow-ups and measurements that are late" },              \
	{ "verdicts", "UnitVerdicts[]", "Of its targets" }

static const struct schema_field node_fields[] = {
	NODE_FIELDS,
	{ "objectives", "integer", "With those of its parts" },
	{ "indicators", "integer", NULL },
	{ "initiatives", "integer", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field unit_fields[] = {
	NODE_FIELDS,
	{ "above", "Named[]", "The highest first" },
	{ "parts", "UnitNode[]", "Parents before their parts" },
	{ "followups", "Followup[]", "Not kept: late ones first" },
	{ "measurements", "IndicatorRow[]", "That are next: late ones first" },
	{ "objectives", "ObjectiveNode[]", NULL },
	{ "indicators", "IndicatorRow[]", NULL },
	{ "initiatives", "InitiativeRow[]", NULL },
	{ "money", "MoneyLines[]", NULL },
	{ "reports", "UnitReport[]", "Newest first" },
	{ "prognoses", "PrognosisTally", "How near to what came" },
	{ "source", "Source", NULL },
	{ NULL, NULL, NULL },
};

const struct schema schemas_unit[] = {
	{ "UnitVerdicts", "How many targets stand so", count_fields, NULL, 0 },
	{ "PrognosisTally", "What was expected, against what came", tally_fields, NULL, 0 },
	{ "UnitReport", "A status of an initiative", owner_report_fields, NULL, 0 },
	{ "UnitNode", "A unit in the tree", node_fields, NULL, 0 },
	{ "OrganisationUnit", "A unit with what it owes, owns and reports", unit_fields, NULL, 0 },
	{ NULL, NULL, NULL, NULL, 0 },
};

static void
put_node(struct json *j, const struct unit_node *n)
{
	json_member(j, "id", n->unit.id);
	export_words(j, "title", n->unit.title, n->unit.title_en);
	json_member_or_null(j, "short_name", n->short_name);
	json_member_or_null(j, "level", n->level);
	json_member_or_null(j, "parent", n->parent);
	json_member_count(j, "depth", n->depth);
	json_member_count(j, "late", n->late);
	json_member_array(j, "verdicts");
	for (size_t v = 0; v < VERDICT_COUNT; v++) {
		if (n->count[v] == 0)
			continue;
		json_object(j);
		json_member(j, "verdict", verdict_code((enum verdict)v));
		json_member_count(j, "targets", n->count[v]);
		json_end(j);
	}
	json_end(j);
}

void
export_unit_node(struct json *j, const struct unit_node *n)
{
	json_object(j);
	put_node(j, n);
	json_member_count(j, "objectives", n->objectives);
	json_member_count(j, "indicators", n->indicators);
	json_member_count(j, "initiatives", n->initiatives);
	json_end(j);
}

static void
put_owned(struct json *j, const struct unit_view *m)
{
	json_member_array(j, "objectives");
	for (size_t i = 0; i < m->objectives; i++)
		export_objective_node(j, &m->objective[i]);
	json_end(j);
	json_member_array(j, "indicators");
	for (size_t i = 0; i < m->indicators; i++)
		export_indicator_row(j, &m->indicator[i]);
	json_end(j);
	json_member_array(j, "initiatives");
	for (size_t i = 0; i < m->initiatives; i++)
		export_initiative_row(j, &m->initiative[i]);
	json_end(j);
	export_money(j, m->money, m->moneys);
}

static void
put_tally(struct json *j, const struct prognosis_tally *t)
{
	json_key(j, "prognoses");
	json_object(j);
	json_member_count(j, "points", t->points);
	json_member_count(j, "points_near", t->points_near);
	json_member_count(j, "others", t->others);
	json_member_count(j, "others_near", t->others_near);
	json_member_count(j, "waiting", t->waiting);
	json_end(j);
}

void
export_unit(struct json *j, const struct unit_view *m)
{
	json_object(j);
	put_node(j, &m->self);
	json_member_array(j, "above");
	for (size_t i = 0; i < m->above_len; i++)
		export_named_item(j, &m->above[i]);
	json_end(j);
	json_member_array(j, "parts");
	for (size_t i = 0; i < m->under.len; i++)
		export_unit_node(j, &m->under.at[i]);
	json_end(j);
	export_followups(j, "followups", m->followups.at, m->followups.len);
	json_member_array(j, "measurements");
	for (size_t i = 0; i < m->dues; i++)
		export_indicator_row(j, &m->due[i]);
	json_end(j);
	put_owned(j, m);
	json_member_array(j, "reports");
	for (size_t i = 0; i < m->reports; i++) {
		json_object(j);
		export_named(j, "initiative", &m->report[i].initiative);
		json_key(j, "report");
		export_report(j, m->report[i].report);
		json_end(j);
	}
	json_end(j);
	put_tally(j, &m->prognoses);
	export_placed(j, &m->source);
	json_end(j);
}
