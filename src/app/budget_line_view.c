/* One budget line: what it is, every amount as it was recorded, what was found. */
#include "app/budget_lines.h"
#include "app/economy_view.h"
#include "app/findings_about.h"
#include "app/initiative_view.h"
#include <stdlib.h>

static int
by_year(const void *a, const void *b)
{
	const struct amount_view *x = a, *y = b;

	if (x->is.year != y->is.year)
		return x->is.year < y->is.year ? -1 : 1;
	return (x->is.version > y->is.version) - (x->is.version < y->is.version);
}

static struct amount_view
amount_of(const struct snapshot *sn, const struct noun_row *row)
{
	struct amount_view v = {
		.is = budget_amount_read(row), .missing = MISSING_NONE,
		.source = snapshot_source(sn, row),
	};

	if (!v.is.has_kroner && !missing_from_code(row->text[AMOUNT_missing], &v.missing))
		v.missing = MISSING_NOT_STATED;
	v.has_share = number_from_plain(row->text[AMOUNT_share], &v.share) &&
	    financing_from_code(row->text[AMOUNT_financing], &v.financing);
	return v;
}

static void
find_amounts(struct arena *a, const struct edition *ed, const struct noun_row *line,
             struct findings_about *f, struct budget_line_view *to)
{
	const struct snapshot *sn = &ed->sn;
	size_t                 cap = 0;

	for (size_t i = 0; i < sn->len[NOUN_AMOUNT]; i++) {
		const struct noun_row *row = &sn->row[NOUN_AMOUNT][i];

		if (row->ref[AMOUNT_budget_line] != line->id)
			continue;
		ARENA_GROW(a, to->amount, to->amounts, &cap);
		to->amount[to->amounts++] = amount_of(sn, row);
		findings_about_add(f, row);
	}
	if (to->amounts > 1)
		qsort(to->amount, to->amounts, sizeof *to->amount, by_year);
}

static void
describe(const struct snapshot *sn, const struct noun_row *row, struct budget_line_view *to)
{
	int64_t initiative = row->ref[BUDGET_LINE_initiative];
	int64_t agreement = row->ref[BUDGET_LINE_agreement];

	if (agreement == 0)
		agreement = snapshot_ref(sn, initiative, INITIATIVE_agreement);
	to->line = judge_named(sn, row->id);
	to->policy = judge_named(sn, row->ref[BUDGET_LINE_policy]);
	to->unit = judge_named(sn, row->ref[BUDGET_LINE_unit]);
	to->unit_short = snapshot_text(sn, row->ref[BUDGET_LINE_unit], UNIT_short_name);
	to->initiative = judge_named(sn, initiative);
	to->agreement = judge_named(sn, agreement);
	to->objective = judge_named(sn, row->ref[BUDGET_LINE_objective]);
	to->number = row->text[BUDGET_LINE_number];
	to->section = row->text[BUDGET_LINE_section];
	if (!financing_from_code(row->text[BUDGET_LINE_financing], &to->financing))
		to->financing = FINANCING_MUNICIPAL;
	to->excluded = worded_of(sn, row, BUDGET_LINE_excluded);
	to->footnote = worded_of(sn, row, BUDGET_LINE_footnote);
	to->has_attribution = number_from_plain(row->text[BUDGET_LINE_attribution],
	    &to->attribution);
	to->source = snapshot_source(sn, row);
	to->recorded = snapshot_recorded(sn, row->since);
}

/* As it is added up: the overviews know. */
static void
find_counts(const struct edition *ed, const struct noun_row *row, struct budget_line_view *to)
{
	const struct overviews *all = edition_economy(ed);

	for (size_t i = 0; all != NULL && i < all->len; i++)
		for (size_t k = 0; k < all->at[i].lines; k++) {
			const struct overview_line *l = &all->at[i].line[k];

			if (!str_eq(l->line.id, things_key(ed->things, row->id)))
				continue;
			to->counts = l->counts;
			to->elsewhere = l->elsewhere;
		}
}

struct budget_line_view
budget_line_view(struct arena *a, const struct edition *ed, const struct noun_row *line)
{
	struct budget_line_view to = { 0 };
	struct findings_about   f = { .a = a, .ed = ed };

	describe(&ed->sn, line, &to);
	find_counts(ed, line, &to);
	findings_about_add(&f, line);
	find_amounts(a, ed, line, &f, &to);
	to.findings = findings_about_find(&f, &to.finding);
	return to;
}
