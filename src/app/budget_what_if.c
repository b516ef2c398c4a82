#include "app/budget_what_if.h"

static bool
is_meant(const struct what_if *w, const struct noun_row *row, struct str word)
{
	return str_eq(things_key(w->sn->things, row->id), word) ||
	    str_eq(row->text[BUDGET_LINE_number], word);
}

/* One line for each what-if: its key goes before its number. */
static bool
check_set(const struct what_if *w, const struct budget_set *set)
{
	int64_t id = things_find(w->sn->things, NOUN_BUDGET_LINE, set->line);
	size_t  found = 0;

	for (size_t i = 0; i < w->sn->len[NOUN_BUDGET_LINE]; i++)
		found += is_meant(w, &w->sn->row[NOUN_BUDGET_LINE][i], set->line);
	if (found == 1 || snapshot_row(w->sn, id) != NULL)
		return true;
	return diag_error(w->d, set->line, 0,
	    found == 0 ? STR("there is no such budget line") : STR("several budget lines have this number"),
	    found == 0 ? STR("see 'pejl list budget-lines'") : STR("use the line's key"));
}

static bool
sets_line(const struct what_if *w, const struct budget_set *set, const struct noun_row *row)
{
	int64_t id = things_find(w->sn->things, NOUN_BUDGET_LINE, set->line);

	if (snapshot_row(w->sn, id) != NULL)
		return id == row->id;
	return is_meant(w, row, set->line);
}

struct amounts {
	struct budget_amount *at;
	size_t                len, cap;
};

static void
push(const struct what_if *w, struct amounts *to, struct budget_amount m)
{
	ARENA_GROW(w->a, to->at, to->len, &to->cap);
	to->at[to->len++] = m;
}

/* Takes what is planned for `year` out of the amounts; false: nothing was. */
static bool
clear_year(const struct what_if *w, struct amounts *m, int32_t year)
{
	struct amounts kept = { 0 };
	bool           was = false;

	for (size_t i = 0; i < m->len; i++) {
		struct budget_amount one = m->at[i], before = one, after = one;

		if (one.whole || one.version == BUDGET_ACTUAL || year < one.year || year > one.through) {
			push(w, &kept, one);
			continue;
		}
		was = was || one.has_kroner;
		before.through = year - 1;
		after.year = year + 1;
		if (before.year <= before.through)
			push(w, &kept, before);
		if (after.year <= after.through)
			push(w, &kept, after);
	}
	*m = kept;
	return was;
}

static void
set_year(const struct what_if *w, struct amounts *m, int32_t year, struct number kroner)
{
	(void)clear_year(w, m, year);
	push(w, m, (struct budget_amount){ .year = year, .through = year, .kroner = kroner,
	    .version = BUDGET_ORIGINAL, .has_kroner = true });
}

/* What is planned for several years at once. */
static bool
set_whole(struct amounts *m, struct number kroner)
{
	bool any = false;

	for (size_t i = 0; i < m->len; i++) {
		if (!m->at[i].whole || m->at[i].version == BUDGET_ACTUAL)
			continue;
		m->at[i].kroner = kroner;
		m->at[i].has_kroner = any = true;
		m->at[i].unknown = false;
	}
	return any;
}

/* Every year in which something was planned. */
static bool
set_years(const struct what_if *w, struct amounts *m, struct number kroner)
{
	struct amounts stored = { 0 };
	bool           any = set_whole(m, kroner);

	for (size_t i = 0; i < m->len; i++)
		push(w, &stored, m->at[i]);
	for (size_t i = 0; i < stored.len; i++) {
		const struct budget_amount *one = &stored.at[i];

		if (one->whole || !one->has_kroner || one->version == BUDGET_ACTUAL)
			continue;
		for (int32_t y = one->year; y <= one->through && y - one->year < BUDGET_YEARS_MAX; y++)
			set_year(w, m, y, kroner);
		any = true;
	}
	return any;
}

/* The line with its what-if amounts. The stored one gets the same years, so that
 * both have the same columns. */
bool
what_if_apply(const struct what_if *w, const struct noun_row *row, struct budget_row *line)
{
	struct amounts now = { 0 }, before = { 0 };
	bool           any = false;

	if (w->ask->sets == 0)
		return true;
	for (size_t i = 0; i < line->before.amounts; i++) {
		push(w, &now, line->before.amount[i]);
		push(w, &before, line->before.amount[i]);
	}
	for (size_t i = 0; i < w->ask->sets; i++) {
		const struct budget_set *set = &w->ask->set[i];

		if (!sets_line(w, set, row))
			continue;
		any = true;
		if (set->year == 0) {
			if (!set_years(w, &now, set->kroner))
				return diag_error(w->d, set->line, 0,
				    STR("the line has no amount in any year"),
				    STR("name the year: LINE:YEAR=AMOUNT"));
			continue;
		}
		set_year(w, &now, set->year, set->kroner);
		push(w, &before, (struct budget_amount){ .year = set->year, .through = set->year,
		    .version = BUDGET_ORIGINAL });
	}
	if (!any)
		return true;
	line->now.amount = now.at;
	line->now.amounts = now.len;
	line->before.amount = before.at;
	line->before.amounts = before.len;
	return true;
}

bool
what_if_check(const struct what_if *w)
{
	for (size_t i = 0; i < w->ask->sets; i++)
		if (!check_set(w, &w->ask->set[i]))
			return false;
	return true;
}
