/* Agreements with their projects: amount, purpose, status, challenges; sums that add up. All
 * of them in a table first, then those of which more is known. */
#include "core/money.h"
#include "model/overview_words.h"
#include "report/parts.h"

static const char *const recurring[RECURRENCE_COUNT] = {
	[RECURRENCE_NONE] = "{1}", [RECURRENCE_ONCE] = "{1}", [RECURRENCE_TOTAL] = "{1}",
	[RECURRENCE_YEAR] = N_("{1} a year"), [RECURRENCE_MONTH] = N_("{1} a month"),
	[RECURRENCE_WEEK] = N_("{1} a week"),
};

/* "91,0 mio. kr.", "88,0 mio. kr. om året"; what is less than a million in full. */
static struct str
amount_text(struct draft *d, struct number kroner, enum recurrence r)
{
	bool          large = number_cmp(kroner, NUMBER(1000000, 0)) >= 0;
	struct number shown = kroner;
	struct money  m;
	struct str    text;

	if (large && !budget_shown(kroner, BUDGET_UNIT_MIO, &shown))
		large = false;
	if (!money_make(large ? shown : kroner, large ? 1000000 : 1, QUALIFIER_NONE, &m))
		return STR_NONE;
	m.recurrence = r;
	DRAFT_WRITTEN(d, text, money_write(&b_, &m, d->danish ? NOTATION_DA : NOTATION_EN));
	return r < RECURRENCE_COUNT ? draft_filled(d, recurring[r], &text, 1) : text;
}

/* What is not stated is said of one agreement; of many the table before them says it. */
static void
put_fact(struct draft *d, struct tree_part *list, const char *title, struct str text)
{
	struct runs *r;

	if (text.len == 0 && d->m->agreements > 1)
		return;
	r = tree_item(d->t, list);
	draft_strong(d, r, say(d->l, title));
	draft_words(d, r, STR(": "));
	draft_words(d, r, text.len > 0 ? text : say(d->l, "Not stated"));
}

static void
put_mandate(struct draft *d, struct tree_part *list, const struct mandate_view *m)
{
	struct runs *r;

	if (m->mandate.id.len == 0 && d->m->agreements > 1)
		return;
	r = tree_item(d->t, list);
	draft_strong(d, r, say(d->l, "Basis"));
	draft_words(d, r, STR(": "));
	if (m->mandate.id.len == 0)
		draft_say(d, r, N_("Not stated"));
	draft_named(d, r, &m->mandate);
	if (m->has_decided)
		draft_words(d, r, arena_printf(d->a, ", " STR_FMT, STR_ARG(draft_day(d, m->decided))));
}

/* "1. januar 2009 til 31. december 2009" */
static struct str
period_of(struct draft *d, const struct agreement_row *r)
{
	struct str days[] = {
		r->has_starts ? draft_day(d, r->starts) : STR_NONE,
		r->has_ends ? draft_day(d, r->ends - 1) : STR_NONE,
	};

	return !r->has_starts ? STR_NONE
	    : draft_filled(d, r->has_ends ? N_("{1} to {2}") : N_("from {1}"), days, 2);
}

static void
put_facts(struct draft *d, const struct agreement_view *m)
{
	const struct agreement_row *r = &m->self;
	struct tree_part           *list = tree_list(d->t, false);
	struct named                parties = { .title = r->parties.da, .title_en = r->parties.en };

	put_fact(d, list, N_("Parties"), draft_title(d, &parties));
	put_fact(d, list, N_("Period"), period_of(d, r));
	put_fact(d, list, N_("Amount granted"), r->has_amount ? amount_text(d, r->amount,
	    r->recurrence) : STR_NONE);
	if (r->allocated.has) {
		put_fact(d, list, N_("Allocated to projects"), amount_text(d, r->allocated.kroner,
		    r->recurrence));
		put_fact(d, list, N_("Not allocated"), draft_filled(d, r->allocated.whole ? "{1}"
		    : N_("{1} (some projects have no amount)"), (struct str[]){
		    amount_text(d, r->allocated.left, r->recurrence) }, 1));
	}
	put_mandate(d, list, &m->mandate);
}

/* ---- projects ---- */

enum { NUMBER_OF, NAME_OF, KRONER_OF, PURPOSE_OF, STATUS_OF, CHALLENGES_OF, PROJECT_COLUMNS };

static const struct draft_column project_columns[PROJECT_COLUMNS] = {
	[NUMBER_OF] = { N_("No."), ALIGN_START, 1 },
	[NAME_OF] = { N_("Project"), ALIGN_START, 4 },
	[KRONER_OF] = { N_("Kroner"), ALIGN_END, 2 },
	[PURPOSE_OF] = { N_("Purpose"), ALIGN_START, 4 },
	[STATUS_OF] = { N_("Status"), ALIGN_START, 4 },
	[CHALLENGES_OF] = { N_("Challenges"), ALIGN_START, 4 },
};

static bool
says(const struct project_view *v, size_t column)
{
	const struct worded *const words[PROJECT_COLUMNS] = {
		[PURPOSE_OF] = &v->purpose, [STATUS_OF] = &v->status, [CHALLENGES_OF] = &v->challenges,
	};

	if (column == NUMBER_OF)
		return v->number.len > 0;
	if (column == NAME_OF || column == KRONER_OF)
		return column == NAME_OF || v->has_kroner;
	return words[column]->da.len > 0;
}

static void
put_project_cell(struct draft *d, struct tree_row *row, const struct project_view *v, size_t column)
{
	switch (column) {
	case NUMBER_OF:
		draft_cell_words(d, row, v->number);
		break;
	case NAME_OF:
		draft_named(d, draft_head(d, row), &v->project);
		break;
	case KRONER_OF:
		if (v->has_kroner)
			draft_cell_number(d, row, v->kroner, draft_number(d, v->kroner));
		else
			draft_say(d, draft_cell(d, row), N_("Not stated"));
		break;
	case PURPOSE_OF:
		draft_worded(d, draft_cell(d, row), v->purpose);
		break;
	case STATUS_OF:
		draft_worded(d, draft_cell(d, row), v->status);
		break;
	case CHALLENGES_OF:
		draft_worded(d, draft_cell(d, row), v->challenges);
		break;
	}
}

/* The sum of those that recur alike, so that they can be added. */
static bool
add_up(const struct project_view *at, size_t n, struct number *ret)
{
	struct number sum = NUMBER_ZERO;
	bool          any = false;

	for (size_t i = 0; i < n; i++) {
		if (!at[i].has_kroner)
			continue;
		if (at[i].recurrence != at[0].recurrence || !number_add(sum, at[i].kroner, &sum))
			return false;
		any = true;
	}
	if (any)
		*ret = sum;
	return any;
}

static void
put_sum(struct draft *d, struct tree_part *t, const struct project_view *at, size_t n,
        const size_t *shown)
{
	struct number    sum;
	struct tree_row *row;

	if (!add_up(at, n, &sum))
		return;
	row = tree_row(d->t, t);
	row->group = true;
	for (size_t i = 0; i < t->columns; i++) {
		if (shown[i] == NAME_OF)
			draft_say(d, draft_head(d, row), N_("Total"));
		else if (shown[i] != KRONER_OF)
			draft_cell_words(d, row, STR_NONE);
		else
			draft_cell_number(d, row, sum, draft_number(d, sum));
		if (shown[i] == KRONER_OF)
			row->at[i].kind = CELL_SUM;
	}
}

/* Columns in which no project says anything are left out. */
static void
put_projects(struct draft *d, struct str anchor, struct str caption, const struct project_view *at,
             size_t n)
{
	struct draft_column column[PROJECT_COLUMNS];
	size_t              shown[PROJECT_COLUMNS], columns = 0;
	struct tree_part   *t;

	for (size_t k = 0; k < PROJECT_COLUMNS; k++) {
		bool any = false;

		for (size_t i = 0; i < n; i++)
			any |= says(&at[i], k);
		if (!any)
			continue;
		shown[columns] = k;
		column[columns++] = project_columns[k];
	}
	t = draft_table(d, anchor, caption, column, columns);
	for (size_t i = 0; i < n; i++) {
		struct tree_row *row = tree_row(d->t, t);

		for (size_t k = 0; k < columns; k++)
			put_project_cell(d, row, &at[i], shown[k]);
	}
	put_sum(d, t, at, n, shown);
}

/* ---- agreements ---- */

static void
put_initiatives(struct draft *d, const struct agreement_view *m)
{
	struct tree_part *list;

	if (m->initiatives == 0)
		return;
	draft_sentence(d, N_("It is the basis of these initiatives:"));
	list = tree_list(d->t, false);
	for (size_t i = 0; i < m->initiatives; i++)
		draft_thing(d, tree_item(d->t, list), "initiative", &m->initiative[i].initiative);
}

static void
put_agreement(struct draft *d, uint8_t level, const struct agreement_view *m)
{
	struct str title = draft_title(d, &m->self.agreement);

	draft_heading_of(d, level, "agreement", &m->self.agreement);
	put_facts(d, m);
	if (m->projects > 0)
		put_projects(d, draft_anchor(d, "t-projects", m->self.agreement.id), draft_filled(d,
		    N_("{1}: projects"), &title, 1), m->project, m->projects);
	else
		draft_sentence(d, N_("No project of it is known."));
	put_initiatives(d, m);
}

/* An agreement of which more is known than the table of all says. */
static bool
has_more(const struct agreement_view *m)
{
	return m->projects > 0 || m->self.parties.da.len > 0;
}

static void
put_row(struct draft *d, struct tree_part *t, const struct agreement_view *m)
{
	const struct agreement_row *a = &m->self;
	struct tree_row            *row = tree_row(d->t, t);
	struct runs                *r;

	draft_thing(d, draft_head(d, row), "agreement", &a->agreement);
	draft_cell_words(d, row, period_of(d, a));
	draft_cell_words(d, row, a->has_amount ? amount_text(d, a->amount, a->recurrence)
	                                       : say(d->l, "Not stated"));
	draft_cell_words(d, row, a->allocated.has ? amount_text(d, a->allocated.kroner, a->recurrence)
	                                          : STR("–"));
	r = draft_cell(d, row);
	for (size_t i = 0; i < m->initiatives; i++) {
		if (i > 0)
			draft_break(d, r);
		draft_thing(d, r, "initiative", &m->initiative[i].initiative);
	}
	if (m->initiatives == 0)
		draft_words(d, r, STR("–"));
}

static void
put_overview(struct draft *d)
{
	static const struct draft_column columns[] = {
		{ N_("Agreement"), ALIGN_START, 5 }, { N_("Period"), ALIGN_START, 4 },
		{ N_("Amount granted"), ALIGN_END, 3 }, { N_("Allocated to projects"), ALIGN_END, 3 },
		{ N_("Initiatives that rest on it"), ALIGN_START, 5 },
	};
	const struct report_paper *m = d->m;
	struct tree_part          *t = draft_table(d, STR("t-agreements"),
	    say(d->l, "The agreements that the policy rests on"), columns, COUNT_OF(columns));

	for (size_t i = 0; i < m->agreements; i++)
		put_row(d, t, &m->agreement[i]);
}

/* `level`: of an agreement's heading. */
static void
put_all(struct draft *d, uint8_t level)
{
	const struct report_paper *m = d->m;

	if (m->agreements > 1)
		put_overview(d);
	for (size_t i = 0; i < m->agreements; i++)
		if (m->agreements == 1 || has_more(&m->agreement[i]))
			put_agreement(d, level, &m->agreement[i]);
	if (m->projects == 0)
		return;
	draft_heading(d, level, STR("other-projects"), N_("Projects outside agreements"));
	put_projects(d, STR("t-other-projects"), say(d->l, "Projects outside agreements"), m->project,
	    m->projects);
}

void
report_agreement(struct draft *d)
{
	if (d->m->agreements == 0)
		draft_sentence(d, N_("The policy rests on no agreement that is known."));
	put_all(d, 1);
}

void
report_agreements_behind(struct draft *d)
{
	if (d->m->agreements == 0 && d->m->projects == 0)
		return;
	draft_heading(d, 1, STR("appendix-agreements"), N_("Appendix: agreements and projects"));
	put_all(d, 2);
}
