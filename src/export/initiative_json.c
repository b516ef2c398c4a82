#include "export/initiative_json.h"
#include "export/findings.h"
#include "export/indicator_json.h"
#include "export/money_json.h"
#include "export/records.h"
#include "export/verdicts.h"
#include "export/words.h"

static const struct schema_field mandate_fields[] = {
	{ "id", "string", NULL },
	{ "title", "Words", NULL },
	{ "body", "Words?", "Who decided" },
	{ "decided", "date?", NULL },
	{ "source", "Source", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field group_fields[] = {
	{ "who", "Words?", NULL },
	{ "characteristics", "Words?", NULL },
	{ "size", "decimal?", "null: not stated, or no point was printed" },
	{ "qualifier?", "string", "circa, good, over, ...: see /api/v1/codes" },
	{ "low?", "decimal", "Of the interval that the size lies in" },
	{ "high?", "decimal", NULL },
	{ "source", "Source", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field activity_fields[] = {
	{ "what", "Words?", NULL },
	{ "objective", "Named?", "That it serves" },
	{ "source", "Source", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field contribution_fields[] = {
	{ "how", "Words?", NULL },
	{ "objective", "Named?", NULL },
	{ "pathway", "Named?", "The named way to the objective" },
	{ "source", "Source", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field run_fields[] = {
	{ "change", "WordChange", NULL },
	{ "text", "string", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field change_fields[] = {
	{ "since", "date", "The day of the report before it on the same target" },
	{ "text", "ChangedWords[]", "In Danish" },
	{ "text_en", "ChangedWords[]", "Empty: not both are translated" },
	{ "challenges", "ChangedWords[]", NULL },
	{ "challenges_en", "ChangedWords[]", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field report_fields[] = {
	{ "target", "string?", "Its key; null: the whole initiative" },
	{ "stated", "date?", NULL },
	{ "text", "Words?", NULL },
	{ "challenges", "Words?", NULL },
	{ "from", "date?", "Of the period that it is about" },
	{ "to", "date?", "The day after its last" },
	{ "answers", "string?", "measures, proxy or other: how it stands to its target" },
	{ "expected", "string?", "yes, no or changed: is the goal expected to be reached?" },
	{ "condition", "Words?", "What has to be changed for that" },
	{ "action", "Words?", "What is done about it" },
	{ "links", "string[]", "Attachments" },
	{ "changed", "ReportChange?", "null: it is the first" },
	{ "source", "Source", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field followup_fields[] = {
	{ "initiative", "Named?", NULL },
	{ "unit", "Named?", "Who owes it" },
	{ "words", "string", "As promised" },
	{ "from", "date?", NULL },
	{ "to", "date", "The day after its last" },
	{ "state", "FollowupState", NULL },
	{ "recurs", "boolean", "Again and again: the step that follows the newest status" },
	{ "vanished", "boolean", "It was taken out of the status that promised it" },
	{ "kept", "date?", "The day of the first status in that time or later" },
	{ "reason", "string?", "Of what was given up" },
	{ "source", "Source", "Of the promise" },
	{ "report", "Source?", "Of that status" },
	{ NULL, NULL, NULL },
};

#define IDENTITY_FIELDS                                                              \
	{ "id", "string", NULL }, { "title", "Words", NULL },                        \
	{ "number", "string?", "As it is numbered in its policy" },                  \
	{ "policy", "Named?", NULL }, { "unit", "Named?", "Who is responsible" },    \
	{ "targets", "Judgement[]", NULL }, { "money", "MoneyLines[]", NULL }

static const struct schema_field initiative_fields[] = {
	IDENTITY_FIELDS,
	{ "as_of", "date", NULL },
	{ "economy", "Words?", "As it was stated" },
	{ "mandate", "Mandate?", "The decision behind it" },
	{ "agreement", "Named?", NULL },
	{ "target_groups", "TargetGroup[]", NULL },
	{ "activities", "Activity[]", NULL },
	{ "contributions", "InitiativeContribution[]", NULL },
	{ "followup", "Words?", "As it was planned" },
	{ "reports", "StatusReport[]", "Newest first" },
	{ "followups", "Followup[]", "Those with a time" },
	{ "findings", "Finding[]", "Of the audit" },
	{ "source", "Source", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field row_fields[] = {
	IDENTITY_FIELDS,
	{ "committee", "Named?", "What stands highest above the unit" },
	{ NULL, NULL, NULL },
};

static const struct str states[] = {
#define X(id, code) STR_INIT(code),
	FOLLOWUP_STATES(X)
#undef X
};

static const struct str kinds[] = {
	[CHANGE_NONE] = STR_INIT("none"), [CHANGE_ADDED] = STR_INIT("added"),
	[CHANGE_REMOVED] = STR_INIT("removed"),
};

static struct str
state_at(size_t i)
{
	return states[i];
}

static struct str
kind_at(size_t i)
{
	return kinds[i];
}

const struct schema schemas_initiative[] = {
	{ "FollowupState", "Did what was promised come?", NULL, state_at, COUNT_OF(states) },
	{ "WordChange", "Against the text before", NULL, kind_at, COUNT_OF(kinds) },
	{ "Mandate", "The decision behind a thing", mandate_fields, NULL, 0 },
	{ "TargetGroup", "Who it is for", group_fields, NULL, 0 },
	{ "Activity", "What it consists of", activity_fields, NULL, 0 },
	{ "InitiativeContribution", "What it does for an objective", contribution_fields, NULL, 0 },
	{ "ChangedWords", "Words that belong together", run_fields, NULL, 0 },
	{ "ReportChange", "What a report says otherwise", change_fields, NULL, 0 },
	{ "StatusReport", "A dated statement", report_fields, NULL, 0 },
	{ "Followup", "A follow-up that was promised for a time", followup_fields, NULL, 0 },
	{ "InitiativeRow", "An initiative in the list", row_fields, NULL, 0 },
	{ "Initiative", "An initiative with all that belongs to it", initiative_fields, NULL, 0 },
	{ NULL, NULL, NULL, NULL, 0 },
};

/* ---- pieces ---- */

void
export_placed(struct json *j, const struct source *s)
{
	json_key(j, "source");
	export_source(j, s);
}

void
export_mandate(struct json *j, const struct mandate_view *m)
{
	json_key(j, "mandate");
	if (m->mandate.id.len == 0) {
		json_null(j);
		return;
	}
	json_object(j);
	json_member(j, "id", m->mandate.id);
	export_words(j, "title", m->mandate.title, m->mandate.title_en);
	export_worded(j, "body", m->body);
	export_day(j, "decided", m->has_decided, m->decided);
	export_placed(j, &m->source);
	json_end(j);
}

void
export_targets(struct json *j, const struct barometer_row *const *at, size_t n)
{
	json_member_array(j, "targets");
	for (size_t i = 0; i < n; i++)
		export_verdict(j, at[i]);
	json_end(j);
}

static void
put_followup(struct json *j, const struct followup *f)
{
	json_object(j);
	export_named(j, "initiative", &f->initiative);
	export_named(j, "unit", &f->unit);
	json_member(j, "words", f->words);
	export_day(j, "from", f->due.from != DAY_MIN, f->due.from);
	export_day(j, "to", true, f->due.to);
	json_member(j, "state", states[f->state]);
	json_member_bool(j, "recurs", f->recurs);
	json_member_bool(j, "vanished", f->vanished);
	export_day(j, "kept", f->state == FOLLOWUP_KEPT, f->kept);
	json_key(j, "reason");
	if (f->reason.len > 0)
		json_text(j, f->reason);
	else
		json_null(j);
	export_placed(j, &f->promised);
	json_key(j, "report");
	if (f->state == FOLLOWUP_KEPT)
		export_source(j, &f->report);
	else
		json_null(j);
	json_end(j);
}

void
export_followups(struct json *j, const char *key, const struct followup *at, size_t n)
{
	json_member_array(j, key);
	for (size_t i = 0; i < n; i++)
		put_followup(j, &at[i]);
	json_end(j);
}

/* ---- the fields ---- */

static void
put_bound(struct json *j, const char *key, const struct bound *b)
{
	if (!b->exists)
		return;
	json_key(j, key);
	json_number(j, b->at);
}

static void
put_group(struct json *j, const struct target_group_view *g)
{
	json_object(j);
	export_worded(j, "who", g->who);
	export_worded(j, "characteristics", g->characteristics);
	json_key(j, "size");
	if (g->has_size && g->size.has_point)
		json_number(j, g->size.point);
	else
		json_null(j);
	if (g->has_size && g->size.qualifier != QUALIFIER_NONE) {
		json_member(j, "qualifier", qualifier_code(g->size.qualifier));
		put_bound(j, "low", &g->size.range.low);
		put_bound(j, "high", &g->size.range.high);
	}
	export_placed(j, &g->source);
	json_end(j);
}

static void
put_activity(struct json *j, const struct activity_view *a)
{
	json_object(j);
	export_worded(j, "what", a->what);
	export_named(j, "objective", &a->objective);
	export_placed(j, &a->source);
	json_end(j);
}

static void
put_contribution(struct json *j, const struct contribution_view *c)
{
	json_object(j);
	export_worded(j, "how", c->how);
	export_named(j, "objective", &c->objective);
	export_named(j, "pathway", &c->pathway);
	export_placed(j, &c->source);
	json_end(j);
}

/* ---- reports ---- */

static void
put_words(struct json *j, const char *key, const struct changed *c)
{
	json_member_array(j, key);
	for (size_t i = 0; i < c->len; i++) {
		json_object(j);
		json_member(j, "change", kinds[c->at[i].kind]);
		json_member(j, "text", c->at[i].text);
		json_end(j);
	}
	json_end(j);
}

static void
put_links(struct json *j, struct str links)
{
	json_member_array(j, "links");
	while (links.len > 0) {
		struct str link = str_trim(str_cut(&links, '\n'));

		if (link.len > 0)
			json_text(j, link);
	}
	json_end(j);
}

void
export_report(struct json *j, const struct report_view *r)
{
	json_object(j);
	json_member_or_null(j, "target", r->target != NULL ? r->target->target->id : STR_NONE);
	export_day(j, "stated", r->has_day, r->day);
	export_worded(j, "text", r->text);
	export_worded(j, "challenges", r->challenges);
	export_day(j, "from", r->has_period, r->period.from);
	export_day(j, "to", r->has_period, r->period.to);
	json_member_or_null(j, "answers", r->answers);
	json_member_or_null(j, "expected", r->expected);
	export_worded(j, "condition", r->condition);
	export_worded(j, "action", r->action);
	put_links(j, r->links);
	json_key(j, "changed");
	if (r->has_before) {
		json_object(j);
		export_day(j, "since", true, r->before);
		put_words(j, "text", &r->text_change.da);
		put_words(j, "text_en", &r->text_change.en);
		put_words(j, "challenges", &r->challenges_change.da);
		put_words(j, "challenges_en", &r->challenges_change.en);
		json_end(j);
	} else {
		json_null(j);
	}
	export_placed(j, &r->source);
	json_end(j);
}

/* ---- all of it ---- */

static void
put_lists(struct json *j, const struct initiative_view *m)
{
	json_member_array(j, "target_groups");
	for (size_t i = 0; i < m->groups; i++)
		put_group(j, &m->group[i]);
	json_end(j);
	json_member_array(j, "activities");
	for (size_t i = 0; i < m->activities; i++)
		put_activity(j, &m->activity[i]);
	json_end(j);
	json_member_array(j, "contributions");
	for (size_t i = 0; i < m->contributions; i++)
		put_contribution(j, &m->contribution[i]);
	json_end(j);
	export_worded(j, "followup", m->followup);
	json_member_array(j, "reports");
	for (size_t i = 0; i < m->reports; i++)
		export_report(j, &m->report[i]);
	json_end(j);
	export_followups(j, "followups", m->followups.at, m->followups.len);
	export_found(j, m->finding, m->findings);
}

void
export_initiative(struct json *j, const struct initiative_view *m)
{
	json_object(j);
	json_member(j, "id", m->initiative.id);
	export_words(j, "title", m->initiative.title, m->initiative.title_en);
	json_member_or_null(j, "number", m->number);
	export_named(j, "policy", &m->policy);
	export_named(j, "unit", &m->unit);
	export_targets(j, m->target, m->targets);
	export_money(j, m->money, m->moneys);
	export_day(j, "as_of", true, m->as_of);
	export_worded(j, "economy", m->economy);
	export_mandate(j, &m->mandate);
	export_named(j, "agreement", &m->agreement);
	put_lists(j, m);
	export_placed(j, &m->source);
	json_end(j);
}

void
export_initiative_row(struct json *j, const struct initiative_row *r)
{
	json_object(j);
	json_member(j, "id", r->initiative.id);
	export_words(j, "title", r->initiative.title, r->initiative.title_en);
	json_member_or_null(j, "number", r->number);
	export_named(j, "policy", &r->policy);
	export_named(j, "unit", &r->unit);
	export_targets(j, r->target, r->targets);
	export_money(j, r->money, r->moneys);
	export_named(j, "committee", &r->committee);
	json_end(j);
}
