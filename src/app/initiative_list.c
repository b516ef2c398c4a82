#include "app/initiative_list.h"
#include "app/choices.h"
#include "app/initiative_view.h"
#include "app/sorted.h"

struct listing {
	struct arena                   *a;
	const struct edition           *ed;
	const struct snapshot          *sn;
	const struct initiative_filter *f;
};

/* ---- which ---- */

/* The themes of the objectives that it serves: through its targets, contributions
 * and activities. */
static void
add_themes(const struct listing *l, const struct noun_row *row, struct choices *to)
{
	const struct snapshot *sn = l->sn;
	static const struct {
		enum noun noun;
		size_t    initiative, objective;
	} ways[] = {
		{ NOUN_CONTRIBUTION, CONTRIBUTION_initiative, CONTRIBUTION_objective },
		{ NOUN_ACTIVITY, ACTIVITY_initiative, ACTIVITY_objective },
		{ NOUN_TARGET, TARGET_initiative, TARGET_objective },
	};

	for (size_t w = 0; w < COUNT_OF(ways); w++) {
		for (size_t i = 0; i < sn->len[ways[w].noun]; i++) {
			const struct noun_row *at = &sn->row[ways[w].noun][i];
			int64_t                objective = at->ref[ways[w].objective];

			if (at->ref[ways[w].initiative] != row->id)
				continue;
			if (ways[w].noun == NOUN_CONTRIBUTION)
				objective = contribution_objective(sn, at);
			choices_add(l->a, to, judge_named(sn, snapshot_ref(sn, objective,
			    OBJECTIVE_theme)));
		}
	}
}

static bool
has_theme(const struct choices *themes, struct str key)
{
	for (size_t i = 0; i < themes->len; i++)
		if (str_eq(themes->at[i].id, key))
			return true;
	return false;
}

static bool
has_words(const struct listing *l, const struct noun_row *row)
{
	return choices_match(l->a, arena_printf(l->a, STR_FMT " " STR_FMT " " STR_FMT,
	    STR_ARG(row->text[INITIATIVE_title]), STR_ARG(snapshot_title_en(l->sn, row->id)),
	    STR_ARG(row->text[INITIATIVE_economy])), l->f->q);
}

static bool
is_wanted(const struct listing *l, const struct noun_row *row, const struct choices *themes)
{
	const struct initiative_filter *f = l->f;

	if (f->unit.len > 0 && !unit_is_under(l->sn, row->ref[INITIATIVE_unit], f->unit))
		return false;
	if (f->policy.len > 0 &&
	    !str_eq(things_key(l->sn->things, row->ref[INITIATIVE_policy]), f->policy))
		return false;
	if (f->theme.len > 0 && !has_theme(themes, f->theme))
		return false;
	return f->q.len == 0 || has_words(l, row);
}

/* ---- one of them ---- */

struct initiative_row
initiative_list_row(struct arena *a, const struct edition *ed, const struct noun_row *row)
{
	const struct snapshot *sn = &ed->sn;
	int64_t                unit = row->ref[INITIATIVE_unit];
	struct initiative_row  r = {
		.initiative = judge_named(sn, row->id),
		.policy = judge_named(sn, row->ref[INITIATIVE_policy]),
		.unit = judge_named(sn, unit), .committee = judge_named(sn, unit_top(sn, unit)),
		.unit_short = snapshot_text(sn, unit, UNIT_short_name),
		.number = row->text[INITIATIVE_number],
		.policy_starts = snapshot_text(sn, row->ref[INITIATIVE_policy], POLICY_starts),
	};

	r.targets = initiative_targets(a, ed, r.initiative.id, &r.target);
	r.moneys = initiative_money(a, ed, r.initiative.id, &r.money);
	return r;
}

int
initiative_by_number(struct str a, struct str b)
{
	while (a.len > 0 || b.len > 0) {
		struct str x = str_cut(&a, '.'), y = str_cut(&b, '.');
		int64_t    i = -1, k = -1;
		int        o;

		if (str_int(x, &i) && str_int(y, &k))
			o = (i > k) - (i < k);
		else
			o = str_cmp(x, y);
		if (o != 0)
			return o;
	}
	return 0;
}

static int
by_place(const void *a, const void *b, void *collator)
{
	const struct initiative_row *x = a, *y = b;
	int                          o;

	if ((x->committee.id.len == 0) != (y->committee.id.len == 0))
		return x->committee.id.len == 0 ? 1 : -1;
	o = sorted_titles(&x->committee, &y->committee, collator);
	if (o == 0)
		o = str_cmp(y->policy_starts, x->policy_starts);
	if (o == 0)
		o = str_cmp(x->policy.id, y->policy.id);
	if (o == 0)
		o = initiative_by_number(x->number, y->number);
	return o != 0 ? o : sorted_titles(&x->initiative, &y->initiative, collator);
}

struct initiative_list
initiative_list(struct arena *a, const struct edition *ed, const struct initiative_filter *f)
{
	const struct snapshot *sn = &ed->sn;
	struct listing         l = { a, ed, sn, f };
	struct initiative_list to = { 0 };
	struct choices         units = { 0 }, themes = { 0 }, policies = { 0 };

	to.at = ARENA_ARRAY(a, struct initiative_row, sn->len[NOUN_INITIATIVE] + 1);
	for (size_t i = 0; i < sn->len[NOUN_INITIATIVE]; i++) {
		const struct noun_row *row = &sn->row[NOUN_INITIATIVE][i];
		struct choices         own = { 0 };

		add_themes(&l, row, &own);
		choices_add_units(a, &units, sn, row->ref[INITIATIVE_unit]);
		choices_add(a, &policies, judge_named(sn, row->ref[INITIATIVE_policy]));
		for (size_t k = 0; k < own.len; k++)
			choices_add(a, &themes, own.at[k]);
		if (is_wanted(&l, row, &own))
			to.at[to.len++] = initiative_list_row(a, ed, row);
	}
	sorted(to.at, to.len, sizeof *to.at, by_place);
	choices_sort(&units);
	choices_sort(&themes);
	to.unit = units.at;
	to.units = units.len;
	to.theme = themes.at;
	to.themes = themes.len;
	to.policy = policies.at;
	to.policies = policies.len;
	return to;
}
