#include "app/judge.h"
#include "app/evidence.h"
#include <stdlib.h>

struct named
judge_named(const struct snapshot *sn, int64_t id)
{
	return (struct named){ things_key(sn->things, id), snapshot_title(sn, id),
	                       snapshot_title_en(sn, id) };
}

static int64_t
rank_of(const struct snapshot *sn, int64_t id, size_t column)
{
	int64_t rank;

	return str_int(snapshot_text(sn, id, column), &rank) ? rank : INT32_MAX;
}

/* The objective an initiative contributes to first, for a target that names
 * only its initiative. */
static int64_t
contributed_objective(const struct snapshot *sn, int64_t initiative)
{
	for (size_t i = 0; i < sn->len[NOUN_CONTRIBUTION]; i++) {
		const struct noun_row *row = &sn->row[NOUN_CONTRIBUTION][i];

		if (initiative != 0 && row->ref[CONTRIBUTION_initiative] == initiative)
			return row->ref[CONTRIBUTION_objective];
	}
	return 0;
}

static struct str
unit_of(const struct snapshot *sn, int64_t initiative, int64_t objective)
{
	int64_t    unit = snapshot_ref(sn, initiative, INITIATIVE_unit);
	struct str name;

	if (unit == 0)
		unit = snapshot_ref(sn, objective, OBJECTIVE_unit);
	name = snapshot_text(sn, unit, UNIT_short_name);
	return name.len > 0 ? name : snapshot_title(sn, unit);
}

struct barometer_row
judge_place(const struct snapshot *sn, const struct noun_row *row)
{
	int64_t              initiative = row->ref[TARGET_initiative];
	int64_t              objective = row->ref[TARGET_objective], theme, policy;
	struct barometer_row r = { 0 };

	if (objective == 0)
		objective = contributed_objective(sn, initiative);
	theme = snapshot_ref(sn, objective, OBJECTIVE_theme);
	policy = snapshot_ref(sn, theme, THEME_policy);
	if (policy == 0)
		policy = snapshot_ref(sn, initiative, INITIATIVE_policy);
	r.policy = judge_named(sn, policy);
	r.theme = judge_named(sn, theme);
	r.objective = judge_named(sn, objective);
	r.initiative = judge_named(sn, initiative);
	r.indicator = judge_named(sn, row->ref[TARGET_indicator]);
	r.promise = judge_named(sn, row->id);
	r.unit = unit_of(sn, initiative, objective);
	r.measure = observations_unit(sn, row->ref[TARGET_indicator]);
	r.policy_starts = snapshot_text(sn, policy, POLICY_starts);
	r.theme_rank = rank_of(sn, theme, THEME_rank);
	r.objective_rank = rank_of(sn, objective, OBJECTIVE_rank);
	return r;
}

bool
judge_status_day(const struct snapshot *sn, const struct barometer_row *r, int32_t *ret)
{
	int64_t policy = things_find(sn->things, NOUN_POLICY, r->policy.id);

	return day_from_iso(snapshot_text(sn, policy, POLICY_status), ret);
}

static void
judge_row(struct arena *a, const struct snapshot *sn, const struct noun_row *row,
          const struct measured *m, struct judge_when when, struct barometer_row *ret)
{
	struct target    *t = ARENA_NEW(a, struct target);
	struct indicator *i = ARENA_NEW(a, struct indicator);
	struct evidence   e;

	*t = evidence_target(sn, row);
	*i = evidence_indicator(sn, row->ref[TARGET_indicator]);
	e = evidence_of(a, sn, row, t, i, m);
	*ret = judge_place(sn, row);
	if (when.has_as_of || !judge_status_day(sn, ret, &ret->as_of))
		ret->as_of = when.has_as_of ? when.as_of : when.today;
	ret->target = t;
	ret->judgement = evaluate(a, t, &e, ret->as_of);
}

bool
judge_one(struct arena *a, struct store *s, const struct snapshot *sn,
          const struct noun_row *target, struct judge_when when, struct barometer_row *ret)
{
	struct measured m;

	if (!observations_load(a, s, sn, target->ref[TARGET_indicator], &m))
		return false;
	judge_row(a, sn, target, &m, when, ret);
	return true;
}

static int
by_indicator(const void *a, const void *b)
{
	const struct noun_row *const *x = a, *const *y = b;
	int64_t i = (*x)->ref[TARGET_indicator], j = (*y)->ref[TARGET_indicator];

	if (i != j)
		return i < j ? -1 : 1;
	return ((*x)->id > (*y)->id) - ((*x)->id < (*y)->id);
}

int
judge_order(const void *a, const void *b)
{
	const struct barometer_row *x = a, *y = b;
	int                         o = str_cmp(y->policy_starts, x->policy_starts);

	if (o == 0)
		o = str_cmp(x->policy.id, y->policy.id);
	if (o == 0)
		o = (x->theme_rank > y->theme_rank) - (x->theme_rank < y->theme_rank);
	if (o == 0)
		o = str_cmp(x->theme.id, y->theme.id);
	if (o == 0)
		o = (x->objective_rank > y->objective_rank) - (x->objective_rank < y->objective_rank);
	if (o == 0)
		o = str_cmp(x->objective.id, y->objective.id);
	return o != 0 ? o : str_cmp(x->target->id, y->target->id);
}

/* Judges targets in order of indicator, so that each indicator's measurements
 * are read once. */
static bool
judge_list(struct arena *a, struct store *s, const struct snapshot *sn,
           const struct noun_row **list, size_t n, struct judge_when when,
           struct barometer *ret)
{
	struct barometer b = { .at = ARENA_ARRAY(a, struct barometer_row, n + 1) };
	struct measured  m = { 0 };

	if (n > 1)
		qsort(list, n, sizeof *list, by_indicator);
	for (size_t i = 0; i < n; i++) {
		int64_t indicator = list[i]->ref[TARGET_indicator];

		if (i == 0 || indicator != list[i - 1]->ref[TARGET_indicator])
			if (!observations_load(a, s, sn, indicator, &m))
				return false;
		judge_row(a, sn, list[i], &m, when, &b.at[b.len++]);
	}
	if (b.len > 1)
		qsort(b.at, b.len, sizeof *b.at, judge_order);
	if (sn->len[NOUN_AUTHORITY] > 0)
		b.authority = sn->row[NOUN_AUTHORITY][0].text[AUTHORITY_title];
	*ret = b;
	return true;
}

bool
judge_all(struct arena *a, struct store *s, const struct snapshot *sn, struct judge_when when,
          struct barometer *ret)
{
	size_t                  n = sn->len[NOUN_TARGET];
	const struct noun_row **list = ARENA_ARRAY(a, const struct noun_row *, n + 1);

	for (size_t i = 0; i < n; i++)
		list[i] = &sn->row[NOUN_TARGET][i];
	return judge_list(a, s, sn, list, n, when, ret);
}

struct touched {
	const struct noun_row **at;
	size_t                  len, cap;
};

static bool
add_targets(struct arena *a, struct store *s, const struct snapshot *sn, int64_t indicator,
            struct touched *to)
{
	struct param p[] = { P_INT(indicator), P_INT(sn->known) };

	if (!store_query(s, STMT_TARGET_BY_INDICATOR, p, COUNT_OF(p)))
		return false;
	while (store_next(s, STMT_TARGET_BY_INDICATOR)) {
		const struct noun_row *row =
		    snapshot_row(sn, store_int(s, STMT_TARGET_BY_INDICATOR, 0));

		if (row == NULL)
			continue;
		ARENA_GROW(a, to->at, to->len, &to->cap);
		to->at[to->len++] = row;
	}
	return !store_failed(s);
}

bool
judge_touched(struct arena *a, struct store *s, const struct snapshot *sn, int64_t indicator,
              struct judge_when when, struct barometer *ret)
{
	struct param   p[] = { P_INT(indicator), P_INT(sn->known) };
	struct touched touched = { 0 };
	int64_t       *share = NULL;
	size_t         shares = 0, cap = 0;

	if (!store_query(s, STMT_INDICATOR_BY_NUMERATOR, p, COUNT_OF(p)))
		return false;
	while (store_next(s, STMT_INDICATOR_BY_NUMERATOR)) {
		int64_t counted = store_int(s, STMT_INDICATOR_BY_NUMERATOR, 0);

		if (counted == indicator)
			continue;
		ARENA_GROW(a, share, shares, &cap);
		share[shares++] = counted;
	}
	if (store_failed(s) || !add_targets(a, s, sn, indicator, &touched))
		return false;
	for (size_t i = 0; i < shares; i++)
		if (!add_targets(a, s, sn, share[i], &touched))
			return false;
	return judge_list(a, s, sn, touched.at, touched.len, when, ret);
}
