#include "app/objective_view.h"
#include "app/findings_about.h"
#include "app/indicator_list.h"
#include "app/money.h"

struct view {
	struct arena          *a;
	const struct edition  *ed;
	const struct snapshot *sn;
	const struct noun_row *row;
	struct objective_view *to;
};

/* ---- the tree ---- */

static void
find_above(struct view *v)
{
	struct objective_view *to = v->to;
	int64_t                at = v->row->ref[OBJECTIVE_parent];
	int64_t                chain[COUNT_OF(to->above)];
	size_t                 n = 0;

	while (at != 0 && n < COUNT_OF(chain) && snapshot_row(v->sn, at) != NULL) {
		chain[n++] = at;
		at = snapshot_ref(v->sn, at, OBJECTIVE_parent);
	}
	while (n > 0)
		to->above[to->above_len++] = judge_named(v->sn, chain[--n]);
}

/* ---- indicators ---- */

static void
find_indicators(struct view *v)
{
	struct objective_view *to = v->to;

	to->indicator = ARENA_ARRAY(v->a, struct indicator_row, to->targets + 1);
	for (size_t i = 0; i < to->targets; i++) {
		struct str             id = to->target[i].row->indicator.id;
		const struct noun_row *row = edition_thing(v->ed, NOUN_INDICATOR, id);
		size_t                 at = 0;

		while (at < to->indicators && !str_eq(to->indicator[at].indicator.id, id))
			at++;
		if (row != NULL && at == to->indicators)
			to->indicator[to->indicators++] = indicator_list_row(v->a, v->ed, row);
	}
}

/* ---- initiatives ---- */

static struct helper_view *
helper_of(struct view *v, int64_t initiative, size_t *cap)
{
	struct objective_view *to = v->to;
	struct named           n = judge_named(v->sn, initiative);

	for (size_t i = 0; i < to->helpers; i++)
		if (str_eq(to->helper[i].initiative.id, n.id))
			return &to->helper[i];
	ARENA_GROW(v->a, to->helper, to->helpers, cap);
	to->helper[to->helpers] = (struct helper_view){
		.initiative = n,
		.unit_short = snapshot_text(v->sn, snapshot_ref(v->sn, initiative, INITIATIVE_unit),
		    UNIT_short_name),
	};
	return &to->helper[to->helpers++];
}

static bool
contributes(const struct view *v, const struct noun_row *row)
{
	return row->ref[CONTRIBUTION_initiative] != 0 &&
	    (row->ref[CONTRIBUTION_objective] == v->row->id ||
	     snapshot_ref(v->sn, row->ref[CONTRIBUTION_pathway], PATHWAY_objective) == v->row->id);
}

/* Those that say so, and those that have a target under it. */
static void
find_helpers(struct view *v)
{
	const struct snapshot *sn = v->sn;
	size_t                 cap = 0;

	for (size_t i = 0; i < sn->len[NOUN_CONTRIBUTION]; i++) {
		const struct noun_row *row = &sn->row[NOUN_CONTRIBUTION][i];
		struct helper_view    *h;

		if (!contributes(v, row))
			continue;
		h = helper_of(v, row->ref[CONTRIBUTION_initiative], &cap);
		h->pathway = judge_named(sn, row->ref[CONTRIBUTION_pathway]);
		h->how = (struct worded){ row->text[CONTRIBUTION_title],
		                          snapshot_title_en(sn, row->id) };
		h->source = snapshot_source(sn, row);
	}
	for (size_t i = 0; i < v->to->targets; i++) {
		struct str id = v->to->target[i].row->initiative.id;

		if (id.len > 0)
			(void)helper_of(v, things_find(sn->things, NOUN_INITIATIVE, id), &cap);
	}
}

static bool
is_helper(const struct view *v, struct str id)
{
	for (size_t i = 0; i < v->to->helpers; i++)
		if (id.len > 0 && str_eq(v->to->helper[i].initiative.id, id))
			return true;
	return false;
}

/* ---- money ---- */

static bool
is_paid_by(const void *view, const struct overview_line *l)
{
	const struct view *v = view;

	return str_eq(l->objective, v->to->self.objective.id) || is_helper(v, l->initiative);
}

static void
find_money(struct view *v)
{
	v->to->moneys = money_find(v->a, v->ed, is_paid_by, v, &v->to->money);
}

/* ---- findings ---- */

static void
find_findings(struct view *v)
{
	const struct edition  *ed = v->ed;
	struct objective_view *to = v->to;
	struct findings_about  f = { .a = v->a, .ed = ed };

	findings_about_add(&f, v->row);
	for (size_t i = 0; i < to->targets; i++)
		findings_about_add(&f, edition_thing(ed, NOUN_TARGET, to->target[i].row->target->id));
	for (size_t i = 0; i < to->indicators; i++)
		findings_about_add(&f, edition_thing(ed, NOUN_INDICATOR,
		    to->indicator[i].indicator.id));
	for (size_t i = 0; i < to->helpers; i++)
		findings_about_add(&f, edition_thing(ed, NOUN_INITIATIVE,
		    to->helper[i].initiative.id));
	for (size_t i = 0; i < to->moneys; i++)
		for (size_t k = 0; k < to->money[i].lines; k++)
			findings_about_add(&f, edition_thing(ed, NOUN_BUDGET_LINE,
			    to->money[i].line[k]->line.id));
	to->findings = findings_about_find(&f, &to->finding);
}

static int32_t
day_of_view(const struct view *v)
{
	int32_t day = DAY_MIN;

	if (v->ed->when.has_as_of)
		return v->ed->when.as_of;
	for (size_t i = 0; i < v->to->targets; i++)
		if (v->to->target[i].row->as_of > day)
			day = v->to->target[i].row->as_of;
	return day == DAY_MIN ? v->ed->when.today : day;
}

bool
objective_view(struct arena *a, const struct edition *ed, const struct noun_row *objective,
               struct objective_view *ret)
{
	struct objective_view to = { 0 };
	struct view           v = {
		.a = a, .ed = ed, .sn = &ed->sn, .row = objective, .to = &to,
	};

	to.self = objective_node(ed, objective);
	to.recorded = snapshot_recorded(&ed->sn, objective->since);
	to.source = snapshot_source(&ed->sn, objective);
	find_above(&v);
	to.under = objective_under(a, ed, objective->ref[OBJECTIVE_theme], objective->id);
	if (!objective_history(a, ed, &to))
		return false;
	to.as_of = day_of_view(&v);
	find_indicators(&v);
	find_helpers(&v);
	find_money(&v);
	find_findings(&v);
	*ret = to;
	return true;
}
