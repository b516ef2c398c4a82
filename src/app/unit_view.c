#include "app/unit_view.h"
#include "app/barometer_view.h"
#include "app/followups.h"
#include "app/indicator_list.h"
#include "app/initiative_list.h"
#include "app/initiative_reports.h"
#include "app/money.h"
#include "app/objective_list.h"
#include "app/prognoses.h"
#include "app/sorted.h"
#include <stdlib.h>

#define DEPTH_MAX 16            /* units never stand deeper */

struct view {
	struct arena          *a;
	const struct edition  *ed;
	const struct snapshot *sn;
	struct str             key;     /* of the unit */
	struct unit_view      *to;
	bool                   brief;   /* only what the tree shows */
};

/* ---- what it owes ---- */

static void
add_followups(struct view *v, size_t initiative, size_t *cap)
{
	struct followups  own = edition_followups(v->ed)[initiative];
	struct followups *all = &v->to->followups;

	for (size_t i = 0; i < own.len; i++) {
		if (followup_is_settled(own.at[i].state))
			continue;
		v->to->self.late += own.at[i].state != FOLLOWUP_COMING;
		ARENA_GROW(v->a, all->at, all->len, cap);
		all->at[all->len++] = own.at[i];
	}
}

static int
by_next(const void *a, const void *b)
{
	const struct indicator_row *x = a, *y = b;

	if (x->due.overdue != y->due.overdue)
		return x->due.overdue ? -1 : 1;
	if (x->due.period.to != y->due.period.to)
		return x->due.period.to < y->due.period.to ? -1 : 1;
	return str_cmp(x->indicator.id, y->indicator.id);
}

static void
find_dues(struct view *v)
{
	struct unit_view *to = v->to;

	to->due = ARENA_ARRAY(v->a, struct indicator_row, to->indicators + 1);
	for (size_t i = 0; i < to->indicators; i++) {
		if (!to->indicator[i].due.has_period)
			continue;
		to->self.late += to->indicator[i].due.overdue;
		to->due[to->dues++] = to->indicator[i];
	}
	if (to->dues > 1)
		qsort(to->due, to->dues, sizeof *to->due, by_next);
}

/* ---- what it reports ---- */

static int
by_day(const void *a, const void *b, void *collator)
{
	const struct unit_report *x = a, *y = b;
	bool                      i = x->report->has_day, k = y->report->has_day;

	if (i != k)
		return i ? -1 : 1;
	if (i && x->report->day != y->report->day)
		return x->report->day > y->report->day ? -1 : 1;
	return sorted_titles(&x->initiative, &y->initiative, collator);
}

static void
add_reports(struct view *v, const struct noun_row *initiative, size_t *cap)
{
	struct report_view *at;
	size_t              n = initiative_reports(v->a, v->ed, initiative, &at);

	for (size_t i = 0; i < n; i++) {
		ARENA_GROW(v->a, v->to->report, v->to->reports, cap);
		v->to->report[v->to->reports++] = (struct unit_report){
			judge_named(v->sn, initiative->id), &at[i],
		};
	}
}

/* ---- what it owns ---- */

static void
find_initiatives(struct view *v)
{
	const struct snapshot *sn = v->sn;
	struct unit_view      *to = v->to;
	size_t                 cap[3] = { 0 };

	for (size_t i = 0; i < sn->len[NOUN_INITIATIVE]; i++) {
		const struct noun_row *row = &sn->row[NOUN_INITIATIVE][i];

		if (!unit_is_under(sn, row->ref[INITIATIVE_unit], v->key))
			continue;
		ARENA_GROW(v->a, to->initiative, to->initiatives, &cap[0]);
		to->initiative[to->initiatives++] = initiative_list_row(v->a, v->ed, row);
		add_followups(v, i, &cap[1]);
		if (!v->brief)
			add_reports(v, row, &cap[2]);
	}
	followups_sort(to->followups.at, to->followups.len);
	sorted(to->report, to->reports, sizeof *to->report, by_day);
}

static void
find_objectives(struct view *v)
{
	const struct snapshot *sn = v->sn;
	struct unit_view      *to = v->to;
	size_t                 cap = 0;

	for (size_t i = 0; i < sn->len[NOUN_OBJECTIVE]; i++) {
		const struct noun_row *row = &sn->row[NOUN_OBJECTIVE][i];

		if (!unit_is_under(sn, row->ref[OBJECTIVE_unit], v->key))
			continue;
		ARENA_GROW(v->a, to->objective, to->objectives, &cap);
		to->objective[to->objectives++] = objective_node(v->ed, row);
	}
}

static void
find_indicators(struct view *v)
{
	const struct snapshot *sn = v->sn;
	struct unit_view      *to = v->to;
	size_t                 cap = 0;

	for (size_t i = 0; i < sn->len[NOUN_INDICATOR]; i++) {
		const struct noun_row *row = &sn->row[NOUN_INDICATOR][i];

		if (!unit_is_under(sn, row->ref[INDICATOR_unit], v->key))
			continue;
		ARENA_GROW(v->a, to->indicator, to->indicators, &cap);
		to->indicator[to->indicators++] = indicator_list_row(v->a, v->ed, row);
	}
	find_dues(v);
}

static void
count_targets(struct view *v)
{
	const struct barometer *b = &v->ed->judged;

	for (size_t i = 0; i < b->len; i++) {
		if (!unit_is_under(v->sn, barometer_unit(v->sn, &b->at[i]), v->key))
			continue;
		v->to->self.count[b->at[i].judgement.verdict]++;
		v->to->self.targets++;
	}
}

static bool
is_paid_by(const void *view, const struct overview_line *l)
{
	const struct view *v = view;

	return unit_is_under(v->sn, things_find(v->sn->things, NOUN_UNIT, l->unit), v->key);
}

/* ---- one unit ---- */

static void
fill(struct view *v, const struct noun_row *unit)
{
	struct unit_view *to = v->to;

	to->self = (struct unit_node){
		.unit = judge_named(v->sn, unit->id), .short_name = unit->text[UNIT_short_name],
		.level = unit->text[UNIT_level],
		.parent = things_key(v->sn->things, unit->ref[UNIT_parent]),
	};
	find_objectives(v);
	find_indicators(v);
	find_initiatives(v);
	count_targets(v);
	to->self.objectives = to->objectives;
	to->self.indicators = to->indicators;
	to->self.initiatives = to->initiatives;
}

/* Only what the tree shows of it. */
static struct unit_node
node_of(struct arena *a, const struct edition *ed, const struct noun_row *unit, size_t depth)
{
	struct unit_view to = { 0 };
	struct view      v = { a, ed, &ed->sn, things_key(ed->things, unit->id), &to, true };

	fill(&v, unit);
	to.self.depth = depth;
	return to.self;
}

static int
by_title(const void *a, const void *b, void *collator)
{
	const struct noun_row *const *x = a, *const *y = b;
	int o = collate_cmp(collator, (*x)->text[UNIT_title], (*y)->text[UNIT_title]);

	return o != 0 ? o : ((*x)->id > (*y)->id) - ((*x)->id < (*y)->id);
}

static void
add_under(struct arena *a, const struct edition *ed, int64_t parent, size_t depth,
          struct unit_tree *to, size_t *cap)
{
	const struct snapshot  *sn = &ed->sn;
	const struct noun_row **child = ARENA_ARRAY(a, const struct noun_row *,
	    sn->len[NOUN_UNIT] + 1);
	size_t                  n = 0;

	for (size_t i = 0; i < sn->len[NOUN_UNIT] && depth < DEPTH_MAX; i++)
		if (sn->row[NOUN_UNIT][i].ref[UNIT_parent] == parent)
			child[n++] = &sn->row[NOUN_UNIT][i];
	sorted(child, n, sizeof *child, by_title);
	for (size_t i = 0; i < n; i++) {
		ARENA_GROW(a, to->at, to->len, cap);
		to->at[to->len] = node_of(a, ed, child[i], depth);
		to->len++;
		add_under(a, ed, child[i]->id, depth + 1, to, cap);
	}
}

struct unit_tree
unit_tree(struct arena *a, const struct edition *ed)
{
	struct unit_tree to = { 0 };
	size_t           cap = 0;

	add_under(a, ed, 0, 0, &to, &cap);
	return to;
}

static void
find_above(struct view *v, const struct noun_row *unit)
{
	int64_t chain[UNIT_ABOVE_MAX], at = unit->ref[UNIT_parent];
	size_t  n = 0;

	while (at != 0 && n < UNIT_ABOVE_MAX && snapshot_row(v->sn, at) != NULL) {
		chain[n++] = at;
		at = snapshot_ref(v->sn, at, UNIT_parent);
	}
	while (n > 0)
		v->to->above[v->to->above_len++] = judge_named(v->sn, chain[--n]);
}

bool
unit_view(struct arena *a, const struct edition *ed, const struct noun_row *unit,
          struct unit_view *ret)
{
	struct unit_view to = { 0 };
	struct view      v = { a, ed, &ed->sn, things_key(ed->things, unit->id), &to, false };
	size_t           cap = 0;

	fill(&v, unit);
	to.recorded = snapshot_recorded(&ed->sn, unit->since);
	to.source = snapshot_source(&ed->sn, unit);
	find_above(&v, unit);
	add_under(a, ed, unit->id, 0, &to.under, &cap);
	to.moneys = money_find(a, ed, is_paid_by, &v, &to.money);
	if (!prognoses_tally(a, ed, v.key, &to.prognoses))
		return false;
	*ret = to;
	return true;
}
