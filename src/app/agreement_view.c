#include "app/agreement_view.h"
#include "app/findings_about.h"
#include "app/initiative_list.h"
#include "app/initiative_view.h"
#include "app/money.h"
#include "app/sorted.h"
#include "audit/spending.h"

/* ---- its projects, and what they have been given ---- */

struct project_view
project_view(const struct snapshot *sn, const struct noun_row *row)
{
	struct project_view v = {
		.project = judge_named(sn, row->id), .unit = judge_named(sn, row->ref[PROJECT_unit]),
		.pool = judge_named(sn, row->ref[PROJECT_grant_pool]),
		.unit_short = snapshot_text(sn, row->ref[PROJECT_unit], UNIT_short_name),
		.number = row->text[PROJECT_number],
		.purpose = worded_of(sn, row, PROJECT_purpose),
		.status = worded_of(sn, row, PROJECT_status),
		.challenges = worded_of(sn, row, PROJECT_challenges),
		.source = snapshot_source(sn, row),
	};

	v.has_kroner = number_from_plain(row->text[PROJECT_kroner], &v.kroner);
	if (!recurrence_from_code(row->text[PROJECT_recurrence], &v.recurrence))
		v.recurrence = RECURRENCE_NONE;
	return v;
}

static size_t
find_projects(struct arena *a, const struct snapshot *sn, int64_t agreement,
              struct project_view **ret)
{
	size_t n = 0, cap = 0;

	for (size_t i = 0; i < sn->len[NOUN_PROJECT]; i++) {
		const struct noun_row *row = &sn->row[NOUN_PROJECT][i];

		if (row->ref[PROJECT_agreement] != agreement)
			continue;
		ARENA_GROW(a, *ret, n, &cap);
		(*ret)[n++] = project_view(sn, row);
	}
	return n;
}

/* An amount once and in total are the same; each year is another thing. */
static bool
recurs(enum recurrence r)
{
	return r == RECURRENCE_YEAR || r == RECURRENCE_MONTH || r == RECURRENCE_WEEK;
}

static bool
recur_alike(enum recurrence a, enum recurrence b)
{
	return a == b || (!recurs(a) && !recurs(b));
}

static struct allocation
allocation_of(const struct agreement_row *g, const struct project_view *at, size_t n)
{
	struct allocation            al = { .kroner = NUMBER_ZERO, .whole = true };
	const struct spending_bound *far;
	size_t                       known = 0;

	for (size_t i = 0; i < n; i++) {
		if (!at[i].has_kroner) {
			al.whole = false;
			continue;
		}
		if (!recur_alike(at[i].recurrence, g->recurrence) ||
		    !number_add(al.kroner, at[i].kroner, &al.kroner))
			return (struct allocation){ .has = false };
		known++;
	}
	al.has = known > 0 && g->has_amount && number_sub(g->amount, al.kroner, &al.left);
	far = al.has ? spending_far_off(al.kroner, g->amount) : NULL;
	/* Too little is only said when nothing is missing. */
	if (far != NULL && (al.whole || !far->below)) {
		al.far = true;
		al.da = far->da;
		al.en = far->en;
	}
	return al;
}

/* ---- the agreement ---- */

static struct agreement_row
row_of(const struct snapshot *sn, const struct noun_row *row, const struct project_view *project,
       size_t projects)
{
	struct agreement_row r = {
		.agreement = judge_named(sn, row->id), .projects = projects,
		.parties = worded_of(sn, row, AGREEMENT_parties), .source = snapshot_source(sn, row),
	};

	r.has_starts = day_from_iso(row->text[AGREEMENT_starts], &r.starts);
	r.has_ends = day_from_iso(row->text[AGREEMENT_ends], &r.ends);
	r.has_amount = number_from_plain(row->text[AGREEMENT_amount], &r.amount);
	if (!recurrence_from_code(row->text[AGREEMENT_recurrence], &r.recurrence))
		r.recurrence = RECURRENCE_NONE;
	for (size_t i = 0; i < sn->len[NOUN_INITIATIVE]; i++)
		r.initiatives += sn->row[NOUN_INITIATIVE][i].ref[INITIATIVE_agreement] == row->id;
	r.allocated = allocation_of(&r, project, projects);
	return r;
}

static bool
is_paid_by(const void *id, const struct overview_line *l)
{
	return str_eq(l->agreement, *(const struct str *)id);
}

static void
find_initiatives(struct arena *a, const struct edition *ed, int64_t agreement,
                 struct agreement_view *to)
{
	const struct snapshot *sn = &ed->sn;
	size_t                 cap = 0;

	for (size_t i = 0; i < sn->len[NOUN_INITIATIVE]; i++) {
		const struct noun_row *row = &sn->row[NOUN_INITIATIVE][i];

		if (row->ref[INITIATIVE_agreement] != agreement)
			continue;
		ARENA_GROW(a, to->initiative, to->initiatives, &cap);
		to->initiative[to->initiatives++] = initiative_list_row(a, ed, row);
	}
}

static void
find_findings(struct arena *a, const struct edition *ed, const struct noun_row *row,
              struct agreement_view *to)
{
	struct findings_about f = { .a = a, .ed = ed };

	findings_about_add(&f, row);
	for (size_t i = 0; i < to->projects; i++)
		findings_about_add(&f, edition_thing(ed, NOUN_PROJECT, to->project[i].project.id));
	for (size_t i = 0; i < to->moneys; i++)
		for (size_t k = 0; k < to->money[i].lines; k++)
			findings_about_add(&f, edition_thing(ed, NOUN_BUDGET_LINE,
			    to->money[i].line[k]->line.id));
	to->findings = findings_about_find(&f, &to->finding);
}

struct agreement_view
agreement_view(struct arena *a, const struct edition *ed, const struct noun_row *agreement)
{
	const struct snapshot *sn = &ed->sn;
	struct agreement_view  to = { 0 };

	to.projects = find_projects(a, sn, agreement->id, &to.project);
	to.self = row_of(sn, agreement, to.project, to.projects);
	to.mandate = mandate_view(sn, agreement->ref[AGREEMENT_mandate]);
	to.recorded = snapshot_recorded(sn, agreement->since);
	find_initiatives(a, ed, agreement->id, &to);
	to.moneys = money_find(a, ed, is_paid_by, &to.self.agreement.id, &to.money);
	find_findings(a, ed, agreement, &to);
	return to;
}

static int
by_newest(const void *a, const void *b, void *collator)
{
	const struct agreement_row *x = a, *y = b;

	if (x->has_starts != y->has_starts)
		return x->has_starts ? -1 : 1;
	if (x->has_starts && x->starts != y->starts)
		return x->starts > y->starts ? -1 : 1;
	return sorted_titles(&x->agreement, &y->agreement, collator);
}

struct agreement_list
agreement_list(struct arena *a, const struct edition *ed)
{
	const struct snapshot *sn = &ed->sn;
	size_t                 n = sn->len[NOUN_AGREEMENT];
	struct agreement_list  to = { ARENA_ARRAY(a, struct agreement_row, n + 1), n };

	for (size_t i = 0; i < n; i++) {
		const struct noun_row *row = &sn->row[NOUN_AGREEMENT][i];
		struct project_view   *project = NULL;
		size_t                 projects = find_projects(a, sn, row->id, &project);

		to.at[i] = row_of(sn, row, project, projects);
	}
	sorted(to.at, n, sizeof *to.at, by_newest);
	return to;
}
