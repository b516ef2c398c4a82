#include "export/objective_json.h"
#include "export/findings.h"
#include "export/indicator_json.h"
#include "export/money_json.h"
#include "export/records.h"
#include "export/verdicts.h"
#include "export/words.h"
#include "model/overview_words.h"

static const struct schema_field count_fields[] = {
	{ "verdict", "Verdict", NULL },
	{ "targets", "integer", NULL },
	{ NULL, NULL, NULL },
};

#define NODE_FIELDS                                                             \
	{ "id", "string", NULL }, { "title", "Words", NULL },                   \
	{ "number", "string?", "As it is numbered in the policy" },             \
	{ "policy", "Named?", NULL }, { "theme", "Named?", NULL },              \
	{ "parent", "string?", "The objective it is a part of" },               \
	{ "depth", "integer", "0: straight under its theme" },                  \
	{ "unit", "Named?", "The owner" },                                      \
	{ "verdicts", "VerdictTargets[]", "Of its own targets" }

static const struct schema_field node_fields[] = {
	NODE_FIELDS,
	{ NULL, NULL, NULL },
};

static const struct schema_field edit_fields[] = {
	{ "column", "string", "As in the register" },
	{ "before", "string?", NULL },
	{ "after", "string?", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field version_fields[] = {
	{ "recorded", "Recorded", NULL },
	{ "why", "string?", "Of the change" },
	{ "source", "Source", NULL },
	{ "ended", "boolean", "It is no longer the current version" },
	{ "edits", "Edit[]", "What became another than in the version before" },
	{ NULL, NULL, NULL },
};

static const struct schema_field target_fields[] = {
	{ "judgement", "Judgement", NULL },
	{ "reply", "Reply?", "What the unit said about it last" },
	{ "mandate", "Named?", "The decision behind it" },
	{ "decided_by", "string?", NULL },
	{ "decided", "date?", NULL },
	{ "history", "TargetVersion[]", "Oldest first" },
	{ NULL, NULL, NULL },
};

static const struct schema_field helper_fields[] = {
	{ "initiative", "Named?", NULL },
	{ "pathway", "Named?", "The named way to the objective" },
	{ "how", "Words?", NULL },
	{ "source", "Source", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field objective_fields[] = {
	NODE_FIELDS,
	{ "as_of", "date", NULL },
	{ "source", "Source", NULL },
	{ "recorded", "Recorded", NULL },
	{ "above", "Named[]", "What it is a part of, the highest first" },
	{ "under", "ObjectiveNode[]", "What is a part of it, depth first" },
	{ "targets", "ObjectiveTarget[]", NULL },
	{ "indicators", "IndicatorRow[]", NULL },
	{ "initiatives", "Contribution[]", "That contribute" },
	{ "money", "MoneyLines[]", "Of it and of those initiatives" },
	{ "findings", "Finding[]", "About it and what belongs to it" },
	{ NULL, NULL, NULL },
};

const struct schema schemas_objective[] = {
	{ "VerdictTargets", "How many targets stand so", count_fields, NULL, 0 },
	{ "ObjectiveNode", "An objective in the tree", node_fields, NULL, 0 },
	{ "Edit", "A value that became another", edit_fields, NULL, 0 },
	{ "TargetVersion", "A target as it was promised then", version_fields, NULL, 0 },
	{ "ObjectiveTarget", "A target with its history", target_fields, NULL, 0 },
	{ "Contribution", "An initiative that contributes", helper_fields, NULL, 0 },
	{ "Objective", "An objective with all that belongs to it", objective_fields, NULL, 0 },
	{ NULL, NULL, NULL, NULL, 0 },
};

static void
source(struct json *j, const struct source *s)
{
	json_key(j, "source");
	export_source(j, s);
}

static void
node(struct json *j, const struct objective_node *n)
{
	json_member(j, "id", n->objective.id);
	export_words(j, "title", n->objective.title, n->objective.title_en);
	json_member_or_null(j, "number", n->number);
	export_named(j, "policy", &n->policy);
	export_named(j, "theme", &n->theme);
	json_member_or_null(j, "parent", n->parent);
	json_member_count(j, "depth", n->depth);
	export_named(j, "unit", &n->unit);
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
export_objective_node(struct json *j, const struct objective_node *n)
{
	json_object(j);
	node(j, n);
	json_end(j);
}

static void
version(struct json *j, const struct target_version *v)
{
	json_object(j);
	export_recorded(j, &v->recorded);
	json_member_or_null(j, "why", v->why);
	source(j, &v->source);
	json_member_bool(j, "ended", v->ended);
	json_member_array(j, "edits");
	for (size_t i = 0; i < v->edits; i++) {
		json_object(j);
		json_member(j, "column", v->edit[i].column);
		json_member_or_null(j, "before", v->edit[i].before);
		json_member_or_null(j, "after", v->edit[i].after);
		json_end(j);
	}
	json_end(j);
	json_end(j);
}

static void
target(struct json *j, const struct target_view *t)
{
	json_object(j);
	json_key(j, "judgement");
	export_verdict(j, t->row);
	json_key(j, "reply");
	export_reply(j, t->row->target->id, &t->reply);
	export_named(j, "mandate", &t->mandate);
	json_member_or_null(j, "decided_by", t->body);
	export_day(j, "decided", t->has_decided, t->decided);
	json_member_array(j, "history");
	for (size_t i = 0; i < t->versions; i++)
		version(j, &t->version[i]);
	json_end(j);
	json_end(j);
}

static void
helper(struct json *j, const struct helper_view *h)
{
	json_object(j);
	export_named(j, "initiative", &h->initiative);
	export_named(j, "pathway", &h->pathway);
	export_worded(j, "how", h->how);
	source(j, &h->source);
	json_end(j);
}

static void
above(struct json *j, const struct objective_view *m)
{
	json_member_array(j, "above");
	for (size_t i = 0; i < m->above_len; i++) {
		json_object(j);
		json_member(j, "id", m->above[i].id);
		export_words(j, "title", m->above[i].title, m->above[i].title_en);
		json_end(j);
	}
	json_end(j);
}

static void
belongings(struct json *j, const struct objective_view *m)
{
	json_member_array(j, "initiatives");
	for (size_t i = 0; i < m->helpers; i++)
		helper(j, &m->helper[i]);
	json_end(j);
	export_money(j, m->money, m->moneys);
	export_found(j, m->finding, m->findings);
}

void
export_objective(struct json *j, const struct objective_view *m)
{
	json_object(j);
	node(j, &m->self);
	export_day(j, "as_of", true, m->as_of);
	source(j, &m->source);
	export_recorded(j, &m->recorded);
	above(j, m);
	json_member_array(j, "under");
	for (size_t i = 0; i < m->under.len; i++)
		export_objective_node(j, &m->under.at[i]);
	json_end(j);
	json_member_array(j, "targets");
	for (size_t i = 0; i < m->targets; i++)
		target(j, &m->target[i]);
	json_end(j);
	json_member_array(j, "indicators");
	for (size_t i = 0; i < m->indicators; i++)
		export_indicator_row(j, &m->indicator[i]);
	json_end(j);
	belongings(j, m);
	json_end(j);
}
