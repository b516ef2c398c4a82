#include "app/budget_printed.h"
#include "base/keys.h"
#include "model/overview_words.h"
#include <stdlib.h>

struct view {
	struct arena            *a;
	const struct snapshot   *sn;
	const struct barometer  *judged;
	const struct budget_ask *ask;
	struct diags            *d;
};

/* ---- groups ---- */

/* Gives rows their group, groups in the order of their first row. */
static void
find_groups(const struct view *v, struct budget_row *const *row, size_t n, struct overview *to)
{
	struct keys groups = { 0 };
	size_t      cap = 0;

	for (size_t i = 0; i < n; i++) {
		size_t group = keys_add(v->a, &groups, 0, row[i]->group);

		if (group > to->groups) {
			ARENA_GROW(v->a, to->group, to->groups, &cap);
			to->group[to->groups++] = (struct overview_group){ .title = row[i]->group_title };
		}
		row[i]->now.group = row[i]->before.group = group - 1;
		to->group[group - 1].lines++;
	}
}

/* Puts the rows of a group together, in the order they had. */
static void
group_rows(const struct view *v, struct budget_row **row, size_t n, struct overview *to)
{
	struct budget_row **out = ARENA_ARRAY(v->a, struct budget_row *, n + 1);
	size_t             *next, at = 0;

	find_groups(v, row, n, to);
	next = ARENA_ARRAY(v->a, size_t, to->groups + 1);
	for (size_t g = 0; g < to->groups; g++) {
		to->group[g].first = next[g] = at;
		at += to->group[g].lines;
	}
	for (size_t i = 0; i < n; i++)
		out[next[row[i]->now.group]++] = row[i];
	for (size_t i = 0; i < n; i++)
		row[i] = out[i];
}

/* ---- sums ---- */

static bool
add_up(const struct view *v, struct budget_row *const *row, size_t n, size_t groups, bool now,
       struct budget *ret)
{
	struct budget_line *line = ARENA_ARRAY(v->a, struct budget_line, n + 1);
	struct str          key;
	size_t              at = 0;

	for (size_t i = 0; i < n; i++)
		line[i] = now ? row[i]->now : row[i]->before;
	switch (budget_add_up(v->a, line, n, groups, ret, &at)) {
	case BUDGET_OK:
		return true;
	case BUDGET_OVERFLOW:
		key = things_key(v->sn->things, row[at]->row->id);
		return diag_error(v->d, key, 0, STR("amounts too large to add up"), STR_NONE);
	case BUDGET_TOO_LONG:
		key = things_key(v->sn->things, row[at]->row->id);
		return diag_error(v->d, key, 0, STR("amounts in more years than a table can have"),
		    arena_printf(v->a, "a policy's budget has at most %d years", BUDGET_YEARS_MAX));
	}
	abort();
}

static void
set_cell(struct overview_cell *to, const struct budget_cell *now, const struct budget_cell *before,
         enum budget_measure m)
{
	*to = (struct overview_cell){ .has = BUDGET_HAS(now, m), .unknown = now->unknown,
	    .kroner = now->at[m], .before = before->at[m],
	    .changed = number_cmp(now->at[m], before->at[m]) != 0 };
}

/* A row of years and its total, as the columns say. */
static struct overview_cell *
cells_of(const struct view *v, const struct overview *to, const struct budget_cell *now,
         const struct budget_cell *before)
{
	struct overview_cell *at = ARENA_ARRAY(v->a, struct overview_cell, to->columns);

	for (size_t i = 0; i < to->columns; i++)
		set_cell(&at[i], &now[i], &before[i], BUDGET_PLAN);
	return at;
}

static void
year_columns(const struct view *v, const struct budget *b, struct overview *to)
{
	to->columns = b->years + 1;
	to->column = ARENA_ARRAY(v->a, struct overview_column, to->columns);
	for (size_t y = 0; y < b->years; y++)
		to->column[y] = (struct overview_column){ b->year[y], BUDGET_PLAN };
	to->column[b->years] = (struct overview_column){ 0, BUDGET_MEASURE_COUNT };
}

/* ---- lines ---- */

/* The number of a footnote: the same words have the same number. */
static size_t
note_of(const struct view *v, struct str da, struct str en, struct overview *to, size_t *cap)
{
	if (da.len == 0)
		return 0;
	for (size_t i = 0; i < to->notes; i++)
		if (str_eq(to->note[i].da, da))
			return i + 1;
	ARENA_GROW(v->a, to->note, to->notes, cap);
	to->note[to->notes++] = (struct overview_note){ da, en };
	return to->notes;
}

/* The notes that the paper has to a total. */
static size_t
note_of_total(const struct view *v, const struct overview_cell *at, struct overview *to, size_t *cap)
{
	for (size_t i = 0; i < to->columns; i++) {
		const struct overview_printed *p = overview_printed_at(to, &at[i]);

		if (p != NULL && p->footnote.len > 0)
			return note_of(v, p->footnote, p->footnote_en, to, cap);
	}
	return 0;
}

static void
line_reason(const struct view *v, const struct budget_row *r, struct overview_line *l)
{
	if (r->refund) {
		l->excluded = STR("Refunderes og er ikke med i summen");
		l->excluded_en = STR("Refunded, and not in the total");
	} else if (l->counts == BUDGET_EXCLUDED) {
		l->excluded = r->row->text[BUDGET_LINE_excluded];
		l->excluded_en = snapshot_text_en(v->sn, r->row->id, STR("excluded"));
	}
}

static struct overview_line
view_line(const struct view *v, const struct budget_row *r)
{
	const struct noun_row *row = r->row;
	struct overview_line   l = {
		.line = judge_named(v->sn, row->id), .unit = things_key(v->sn->things, r->unit),
		.initiative = things_key(v->sn->things, r->initiative),
		.agreement = things_key(v->sn->things, r->agreement),
		.objective = things_key(v->sn->things, r->objective),
		.elsewhere = judge_named(v->sn, row->ref[r->now.counts == BUDGET_EARMARK
		    ? BUDGET_LINE_earmark_of : BUDGET_LINE_counted_elsewhere]),
		.number = row->text[BUDGET_LINE_number], .financing = financing_code(r->financing),
		.group = r->now.group, .counts = r->now.counts, .refund = r->refund,
		.paid_by = r->financing,
		.has_attribution = r->now.has_attribution, .attribution = r->now.attribution,
		.source = snapshot_source(v->sn, row),
	};

	line_reason(v, r, &l);
	return l;
}

/* Do lines have footnotes? */
static bool
view_lines(const struct view *v, const struct budget_part *p, struct overview *to)
{
	size_t cells = p->now.years + 1;
	bool   noted = false;

	to->line = ARENA_ARRAY(v->a, struct overview_line, p->len + 1);
	to->lines = p->len;
	for (size_t i = 0; i < p->len; i++) {
		struct overview_line *l = &to->line[i];

		*l = view_line(v, p->row[i]);
		noted |= p->row[i]->row->text[BUDGET_LINE_footnote].len > 0;
		l->year = &p->now.line[i * cells];
		l->at = cells_of(v, to, l->year, &p->before.line[i * cells]);
	}
	for (size_t g = 0; g < to->groups; g++)
		to->group[g].at = cells_of(v, to, &p->now.group[g * cells], &p->before.group[g * cells]);
	to->total = cells_of(v, to, p->now.total, p->before.total);
	return noted;
}

/* Numbered as they are met, down the table. */
static void
view_notes(const struct view *v, const struct budget_part *p, struct overview *to)
{
	size_t cap = 0;

	for (size_t g = 0; g < to->groups; g++) {
		struct overview_group *group = &to->group[g];

		group->note = note_of_total(v, group->at, to, &cap);
		for (size_t i = group->first; i < group->first + group->lines; i++) {
			const struct noun_row *row = p->row[i]->row;
			struct str             da = row->text[BUDGET_LINE_footnote], en = STR_NONE;

			if (da.len > 0)
				en = snapshot_text_en(v->sn, row->id, STR("footnote"));
			to->line[i].note = note_of(v, da, en, to, &cap);
		}
	}
	to->total_note = note_of_total(v, to->total, to, &cap);
}

/* Amounts of several years that nobody split, of the lines as they are shown. */
static void
view_unsplit(const struct view *v, const struct budget_part *p, struct overview *to)
{
	size_t cap = 0;

	if (p->now.years == 0 || p->now.year[p->now.years - 1] != BUDGET_UNSPLIT)
		return;
	for (size_t i = 0; i < p->len; i++)
		for (size_t k = 0; k < p->row[i]->now.amounts; k++) {
			const struct budget_amount *m = &p->row[i]->now.amount[k];

			if (!m->whole || !m->has_kroner)
				continue;
			ARENA_GROW(v->a, to->unsplit, to->unsplits, &cap);
			to->unsplit[to->unsplits++] = (struct overview_unsplit){ i, m->year, m->through,
				m->version, m->kroner };
		}
}

/* ---- by year ---- */

static struct overview_cell *
measure_cells(const struct view *v, const struct overview *to, const struct budget_cell *now,
              const struct budget_cell *before)
{
	struct overview_cell *at = ARENA_ARRAY(v->a, struct overview_cell, to->columns + 1);

	for (size_t i = 0; i < to->columns; i++)
		set_cell(&at[i], now, before, to->column[i].measure);
	return at;
}

/* Years down, what was planned and spent across. */
static void
view_years(const struct view *v, const struct budget_part *p, struct overview *to)
{
	static const enum budget_measure shown[] = { BUDGET_ORIGINAL, BUDGET_REVISED, BUDGET_PLAN,
	                                             BUDGET_ACTUAL };
	const struct budget *b = &p->now, *before = &p->before;

	to->columns = COUNT_OF(shown);
	to->column = ARENA_ARRAY(v->a, struct overview_column, to->columns);
	for (size_t i = 0; i < to->columns; i++)
		to->column[i] = (struct overview_column){ 0, shown[i] };
	to->lines = b->years;
	to->line = ARENA_ARRAY(v->a, struct overview_line, b->years + 1);
	for (size_t y = 0; y < b->years; y++) {
		struct overview_column c = { b->year[y], BUDGET_PLAN };
		struct str             year = overview_column_title(v->a, &c, true);

		to->line[y] = (struct overview_line){
		    .line = { c.year == BUDGET_UNSPLIT ? STR("unsplit") : year, year,
		              c.year == BUDGET_UNSPLIT ? overview_column_title(v->a, &c, false) : STR_NONE },
		    .at = measure_cells(v, to, &b->total[y], &before->total[y]) };
	}
	to->total = measure_cells(v, to, &b->total[b->years], &before->total[b->years]);
	to->groups = b->years > 0 ? 1 : 0;
	to->group[0].first = 0;
	to->group[0].lines = b->years;
	to->group[0].at = to->total;
}

/* ---- a policy ---- */

static bool
view_policy(const struct view *v, struct budget_row **row, size_t n, struct overview *to)
{
	struct budget_part p = { .row = row, .len = n };
	bool               noted = false;

	to->policy = judge_named(v->sn, row[0]->policy);
	if (row[0]->policy == 0)
		to->document = judge_named(v->sn, row[0]->document);
	to->by = v->ask->by;
	to->what_if = v->ask->sets > 0;
	group_rows(v, row, n, to);
	if (!add_up(v, row, n, to->groups, true, &p.now))
		return false;
	p.before = p.now;
	if (to->what_if && !add_up(v, row, n, to->groups, false, &p.before))
		return false;
	to->year = p.now.year;
	to->years = p.now.years;
	if (to->by == OVERVIEW_BY_YEAR) {
		view_years(v, &p, to);
	} else {
		year_columns(v, &p.now, to);
		noted = view_lines(v, &p, to);
		view_unsplit(v, &p, to);
	}
	budget_printed(v->a, v->sn, &p, to);
	if (noted || (to->printed_len > 0 && to->by != OVERVIEW_BY_YEAR))
		view_notes(v, &p, to);
	return budget_results(v->a, v->sn, v->judged, &p, to) ||
	    diag_error(v->d, to->policy.id, 0, STR("amounts too large to compute with"), STR_NONE);
}

/* Lines without a policy are of the paper that they came from. */
static bool
of_one_table(const struct budget_row *a, const struct budget_row *b)
{
	return a->policy == b->policy && (a->policy != 0 || a->document == b->document);
}

bool
budget_view(struct arena *a, const struct snapshot *sn, const struct barometer *judged,
            const struct budget_ask *ask, struct diags *d, struct overviews *ret)
{
	struct view        v = { a, sn, judged, ask, d };
	struct budget_rows rows;
	struct overviews   out = { 0 };
	size_t             cap = 0;

	if (!budget_lines_read(a, sn, ask, d, &rows))
		return false;
	for (size_t i = 0, n; i < rows.len; i += n) {
		for (n = 1; i + n < rows.len && of_one_table(rows.at[i], rows.at[i + n]); n++)
			;
		ARENA_GROW(a, out.at, out.len, &cap);
		out.at[out.len] = (struct overview){ 0 };
		if (!view_policy(&v, &rows.at[i], n, &out.at[out.len++]))
			return false;
	}
	*ret = out;
	return true;
}
