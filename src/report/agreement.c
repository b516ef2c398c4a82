/* Agreements with their projects: amount, purpose, status, challenges; sums that add up. */
#include "core/money.h"
#include "model/overview_words.h"
#include "report/parts.h"

/* "91,0 mio. kr.", "88,0 mio. kr. årligt"; what is less than a million in full. */
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
	return text;
}

static void
put_fact(struct draft *d, struct tree_part *list, const char *title, struct str text)
{
	struct runs *r = tree_item(d->t, list);

	draft_strong(d, r, say(d->l, title));
	draft_words(d, r, STR(": "));
	draft_words(d, r, text.len > 0 ? text : say(d->l, "Not stated"));
}

static void
put_mandate(struct draft *d, struct tree_part *list, const struct mandate_view *m)
{
	struct runs *r = tree_item(d->t, list);

	draft_strong(d, r, say(d->l, "Basis"));
	draft_words(d, r, STR(": "));
	if (m->mandate.id.len == 0)
		draft_say(d, r, N_("Not stated"));
	draft_named(d, r, &m->mandate);
	if (m->has_decided)
		draft_words(d, r, arena_printf(d->a, ", " STR_FMT, STR_ARG(draft_day(d, m->decided))));
}

static void
put_facts(struct draft *d, const struct agreement_view *m)
{
	const struct agreement_row *r = &m->self;
	struct tree_part           *list = tree_list(d->t, false);
	struct named                parties = { .title = r->parties.da, .title_en = r->parties.en };
	struct str                  days[] = {
		r->has_starts ? draft_day(d, r->starts) : STR_NONE,
		r->has_ends ? draft_day(d, r->ends - 1) : STR_NONE,
	};

	put_fact(d, list, N_("Parties"), draft_title(d, &parties));
	put_fact(d, list, N_("Period"), !r->has_starts ? STR_NONE : draft_filled(d,
	    r->has_ends ? N_("{1} to {2}") : N_("from {1}"), days, 2));
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

/* Those that recur alike, so that they can be added. */
static void
put_sum(struct draft *d, struct tree_part *t, const struct project_view *at, size_t n)
{
	struct number    sum = NUMBER_ZERO;
	bool             any = false;
	struct tree_row *row;

	for (size_t i = 0; i < n; i++) {
		if (!at[i].has_kroner)
			continue;
		if (at[i].recurrence != at[0].recurrence ||
		    !number_add(sum, at[i].kroner, &sum))
			return;
		any = true;
	}
	if (!any)
		return;
	row = tree_row(d->t, t);
	row->group = true;
	draft_cell_words(d, row, STR_NONE);
	draft_say(d, draft_head(d, row), N_("Total"));
	draft_cell_number(d, row, sum, draft_number(d, sum));
	row->at[2].kind = CELL_SUM;
	for (size_t i = 3; i < t->columns; i++)
		draft_cell_words(d, row, STR_NONE);
}

static void
put_projects(struct draft *d, struct str anchor, struct str caption, const struct project_view *at,
             size_t n)
{
	static const struct draft_column columns[] = {
		{ N_("No."), ALIGN_START, 1 },     { N_("Project"), ALIGN_START, 4 },
		{ N_("Kroner"), ALIGN_END, 2 },    { N_("Purpose"), ALIGN_START, 4 },
		{ N_("Status"), ALIGN_START, 4 },  { N_("Challenges"), ALIGN_START, 4 },
	};
	struct tree_part *t = draft_table(d, anchor, caption, columns, COUNT_OF(columns));

	for (size_t i = 0; i < n; i++) {
		const struct project_view *v = &at[i];
		struct tree_row           *row = tree_row(d->t, t);

		draft_cell_words(d, row, v->number);
		draft_named(d, draft_head(d, row), &v->project);
		if (v->has_kroner)
			draft_cell_number(d, row, v->kroner, draft_number(d, v->kroner));
		else
			draft_say(d, draft_cell(d, row), N_("Not stated"));
		draft_worded(d, draft_cell(d, row), v->purpose);
		draft_worded(d, draft_cell(d, row), v->status);
		draft_worded(d, draft_cell(d, row), v->challenges);
	}
	put_sum(d, t, at, n);
}

static void
put_agreement(struct draft *d, const struct agreement_view *m)
{
	struct str title = draft_title(d, &m->self.agreement);

	draft_heading_of(d, 1, "agreement", &m->self.agreement);
	put_facts(d, m);
	if (m->projects > 0)
		put_projects(d, draft_anchor(d, "t-projects", m->self.agreement.id), draft_filled(d,
		    N_("{1}: projects"), &title, 1), m->project, m->projects);
	else
		draft_sentence(d, N_("No project of it is known."));
}

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

void
report_agreement(struct draft *d)
{
	const struct report_paper *m = d->m;

	if (m->agreements == 0)
		draft_sentence(d, N_("The policy rests on no agreement that is known."));
	for (size_t i = 0; i < m->agreements; i++) {
		put_agreement(d, &m->agreement[i]);
		put_initiatives(d, &m->agreement[i]);
	}
	if (m->projects == 0)
		return;
	draft_heading(d, 1, STR("other-projects"), N_("Projects outside agreements"));
	put_projects(d, STR("t-other-projects"), say(d->l, "Projects outside agreements"), m->project,
	    m->projects);
}
