#include "app/initiative_view.h"
#include "app/findings_about.h"
#include "app/followups.h"
#include "app/initiative_reports.h"
#include "app/money.h"

struct view {
	struct arena           *a;
	const struct edition   *ed;
	const struct snapshot  *sn;
	const struct noun_row  *row;
	struct initiative_view *to;
};

/* ---- what other pages share ---- */

size_t
initiative_targets(struct arena *a, const struct edition *ed, struct str id,
                   const struct barometer_row ***ret)
{
	const struct barometer      *b = &ed->judged;
	const struct barometer_row **at = ARENA_ARRAY(a, const struct barometer_row *, b->len + 1);
	size_t                       n = 0;

	for (size_t i = 0; i < b->len; i++)
		if (str_eq(b->at[i].initiative.id, id))
			at[n++] = &b->at[i];
	*ret = at;
	return n;
}

static bool
is_paid_by(const void *id, const struct overview_line *l)
{
	return str_eq(l->initiative, *(const struct str *)id);
}

size_t
initiative_money(struct arena *a, const struct edition *ed, struct str id, struct money_view **ret)
{
	return money_find(a, ed, is_paid_by, &id, ret);
}

struct worded
worded_of(const struct snapshot *sn, const struct noun_row *row, size_t column)
{
	enum noun  noun = things_kind(sn->things, row->id);
	struct str name = noun_info[noun].column[column].name;

	return (struct worded){
		row->text[column], str_eq(name, STR("title")) ? snapshot_title_en(sn, row->id)
		                                              : snapshot_text_en(sn, row->id, name),
	};
}

struct mandate_view
mandate_view(const struct snapshot *sn, int64_t mandate)
{
	const struct noun_row *row = snapshot_row(sn, mandate);
	struct mandate_view    m = { .mandate = judge_named(sn, mandate) };

	if (row == NULL)
		return m;
	m.body = worded_of(sn, row, MANDATE_body);
	m.has_decided = day_from_iso(row->text[MANDATE_decided], &m.decided);
	m.source = snapshot_source(sn, row);
	return m;
}

/* ---- what belongs to it ---- */

static struct target_group_view
group_of(const struct snapshot *sn, const struct noun_row *row)
{
	struct target_group_view g = {
		.who = worded_of(sn, row, TARGET_GROUP_title),
		.characteristics = worded_of(sn, row, TARGET_GROUP_characteristics),
		.source = snapshot_source(sn, row),
	};
	enum qualifier           as = QUALIFIER_NONE;
	struct number            n;

	if (!number_from_plain(row->text[TARGET_GROUP_size], &n))
		return g;
	if (row->text[TARGET_GROUP_size_as].len > 0 &&
	    !qualifier_from_code(row->text[TARGET_GROUP_size_as], &as))
		return g;
	g.has_size = quantity_make(n, as, n, UNIT_COUNT, &g.size);
	return g;
}

static void
find_groups(struct view *v)
{
	const struct snapshot *sn = v->sn;
	size_t                 cap = 0;

	for (size_t i = 0; i < sn->len[NOUN_TARGET_GROUP]; i++) {
		const struct noun_row *row = &sn->row[NOUN_TARGET_GROUP][i];

		if (row->ref[TARGET_GROUP_initiative] != v->row->id)
			continue;
		ARENA_GROW(v->a, v->to->group, v->to->groups, &cap);
		v->to->group[v->to->groups++] = group_of(sn, row);
	}
}

static void
find_activities(struct view *v)
{
	const struct snapshot *sn = v->sn;
	size_t                 cap = 0;

	for (size_t i = 0; i < sn->len[NOUN_ACTIVITY]; i++) {
		const struct noun_row *row = &sn->row[NOUN_ACTIVITY][i];

		if (row->ref[ACTIVITY_initiative] != v->row->id)
			continue;
		ARENA_GROW(v->a, v->to->activity, v->to->activities, &cap);
		v->to->activity[v->to->activities++] = (struct activity_view){
			worded_of(sn, row, ACTIVITY_title),
			judge_named(sn, row->ref[ACTIVITY_objective]), snapshot_source(sn, row),
		};
	}
}

int64_t
contribution_objective(const struct snapshot *sn, const struct noun_row *row)
{
	int64_t objective = row->ref[CONTRIBUTION_objective];

	return objective != 0 ? objective
	                      : snapshot_ref(sn, row->ref[CONTRIBUTION_pathway], PATHWAY_objective);
}

static struct contribution_view
contribution_of(const struct snapshot *sn, const struct noun_row *row)
{
	return (struct contribution_view){
		worded_of(sn, row, CONTRIBUTION_title),
		judge_named(sn, contribution_objective(sn, row)),
		judge_named(sn, row->ref[CONTRIBUTION_pathway]), snapshot_source(sn, row),
	};
}

static void
find_contributions(struct view *v)
{
	const struct snapshot *sn = v->sn;
	size_t                 cap = 0;

	for (size_t i = 0; i < sn->len[NOUN_CONTRIBUTION]; i++) {
		const struct noun_row *row = &sn->row[NOUN_CONTRIBUTION][i];

		if (row->ref[CONTRIBUTION_initiative] != v->row->id)
			continue;
		ARENA_GROW(v->a, v->to->contribution, v->to->contributions, &cap);
		v->to->contribution[v->to->contributions++] = contribution_of(sn, row);
	}
}

static void
find_findings(struct view *v)
{
	struct initiative_view *to = v->to;
	struct findings_about   f = { .a = v->a, .ed = v->ed };

	findings_about_add(&f, v->row);
	for (size_t i = 0; i < to->targets; i++)
		findings_about_add(&f, edition_thing(v->ed, NOUN_TARGET, to->target[i]->target->id));
	for (size_t i = 0; i < to->moneys; i++)
		for (size_t k = 0; k < to->money[i].lines; k++)
			findings_about_add(&f, edition_thing(v->ed, NOUN_BUDGET_LINE,
			    to->money[i].line[k]->line.id));
	to->findings = findings_about_find(&f, &to->finding);
}

static void
describe(struct view *v)
{
	const struct snapshot  *sn = v->sn;
	const struct noun_row  *row = v->row;
	struct initiative_view *to = v->to;

	to->initiative = judge_named(sn, row->id);
	to->policy = judge_named(sn, row->ref[INITIATIVE_policy]);
	to->unit = judge_named(sn, row->ref[INITIATIVE_unit]);
	to->unit_short = snapshot_text(sn, row->ref[INITIATIVE_unit], UNIT_short_name);
	to->number = row->text[INITIATIVE_number];
	to->agreement = judge_named(sn, row->ref[INITIATIVE_agreement]);
	to->mandate = mandate_view(sn, row->ref[INITIATIVE_mandate]);
	to->economy = worded_of(sn, row, INITIATIVE_economy);
	to->followup = worded_of(sn, row, INITIATIVE_followup);
	to->source = snapshot_source(sn, row);
	to->recorded = snapshot_recorded(sn, row->since);
	to->as_of = followup_day(sn, row, v->ed->when);
}

struct initiative_view
initiative_view(struct arena *a, const struct edition *ed, const struct noun_row *initiative)
{
	struct initiative_view to = { 0 };
	struct view            v = {
		.a = a, .ed = ed, .sn = &ed->sn, .row = initiative, .to = &to,
	};

	describe(&v);
	find_groups(&v);
	find_activities(&v);
	find_contributions(&v);
	to.targets = initiative_targets(a, ed, to.initiative.id, &to.target);
	to.moneys = initiative_money(a, ed, to.initiative.id, &to.money);
	to.reports = initiative_reports(a, ed, initiative, &to.report);
	to.followups = edition_followups(ed)[initiative - ed->sn.row[NOUN_INITIATIVE]];
	find_findings(&v);
	return to;
}
