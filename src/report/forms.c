/* One status form an initiative, with its nine fields. */
#include "model/overview_words.h"
#include "report/parts.h"

static struct runs *
field(struct draft *d, struct tree_part *t, const char *title)
{
	struct tree_row *row = tree_row(d->t, t);

	draft_say(d, draft_head(d, row), title);
	return draft_cell(d, row);
}

/* Said where nothing was put. */
static void
close_field(struct draft *d, struct runs *r)
{
	if (r->len == 0)
		draft_say(d, r, N_("Not stated"));
}

static void
next(struct draft *d, struct runs *r)
{
	if (r->len > 0)
		draft_break(d, r);
}

/* "i alt" in a sentence. */
static struct str
column_title(struct draft *d, const struct overview_column *c)
{
	if (c->year == 0 && c->measure == BUDGET_MEASURE_COUNT)
		return say(d->l, "in all");
	return overview_column_title(d->a, c, d->danish);
}

/* "Budget line 2.3: 2011 1,0 mio. kr., ..." */
static void
put_line(struct draft *d, struct runs *r, const struct overview *o, const struct overview_line *line)
{
	size_t put = 0;

	next(d, r);
	if (line->number.len > 0) {
		draft_say(d, r, N_("Budget line"));
		draft_words(d, r, STR(" "));
		draft_words(d, r, line->number);
	} else {
		draft_named(d, r, &line->line);
	}
	for (size_t c = 0; c < o->columns; c++) {
		struct str with[] = { column_title(d, &o->column[c]), STR_NONE };

		if (!line->at[c].has && !line->at[c].unknown)
			continue;
		DRAFT_WRITTEN(d, with[1], overview_amount(&b_, &line->at[c], BUDGET_UNIT_MIO, d->danish));
		draft_words(d, r, put++ == 0 ? STR(": ") : STR(", "));
		draft_fill(d, r, N_("{1} DKK {2} million"), with, 2);
	}
	if (put == 0) {
		draft_words(d, r, STR(": "));
		draft_say(d, r, N_("no amount of its own"));
	}
}

void
report_budget_lines(struct draft *d, struct runs *r, const struct initiative_view *m)
{
	for (size_t i = 0; i < m->moneys; i++)
		for (size_t k = 0; k < m->money[i].lines; k++)
			put_line(d, r, m->money[i].overview, m->money[i].line[k]);
}

static void
put_mandate(struct draft *d, struct runs *r, const struct initiative_view *m)
{
	bool same = m->agreement.id.len > 0 && str_eq(m->agreement.title, m->mandate.mandate.title);

	if (same)
		draft_thing(d, r, "agreement", &m->agreement);
	else
		draft_named(d, r, &m->mandate.mandate);
	if (m->mandate.body.da.len > 0) {
		draft_words(d, r, STR(", "));
		draft_worded(d, r, m->mandate.body);
	}
	if (m->mandate.has_decided)
		draft_words(d, r, arena_printf(d->a, ", " STR_FMT,
		    STR_ARG(draft_day(d, m->mandate.decided))));
	if (m->agreement.id.len > 0 && !same) {
		next(d, r);
		draft_thing(d, r, "agreement", &m->agreement);
	}
}

static void
put_group(struct draft *d, struct runs *r, const struct target_group_view *g)
{
	struct str size;

	next(d, r);
	draft_worded(d, r, g->who);
	if (g->has_size) {
		DRAFT_WRITTEN(d, size, quantity_write(&b_, g->size, UNIT_COUNT,
		    d->danish ? NOTATION_DA : NOTATION_EN));
		draft_words(d, r, arena_printf(d->a, ": " STR_FMT, STR_ARG(size)));
	}
	if (g->characteristics.da.len > 0) {
		draft_words(d, r, STR(". "));
		draft_worded(d, r, g->characteristics);
	}
}

static void
put_contribution(struct draft *d, struct runs *r, const struct contribution_view *c)
{
	next(d, r);
	draft_worded(d, r, c->how);
	if (c->objective.id.len > 0) {
		draft_words(d, r, STR(" → "));
		draft_thing(d, r, "objective", &c->objective);
	}
	if (c->pathway.id.len > 0) {
		draft_words(d, r, STR(" ("));
		draft_named(d, r, &c->pathway);
		draft_words(d, r, STR(")"));
	}
}

static void
put_report(struct draft *d, struct runs *r, const struct report_view *v)
{
	next(d, r);
	draft_worded(d, r, v->text);
	if (v->challenges.da.len > 0) {
		next(d, r);
		draft_strong(d, r, say(d->l, "Challenges"));
		draft_words(d, r, STR(": "));
		draft_worded(d, r, v->challenges);
	}
}

static void
put_name(struct draft *d, struct runs *r, const struct initiative_view *m)
{
	if (m->number.len > 0)
		draft_words(d, r, arena_printf(d->a, STR_FMT " ", STR_ARG(m->number)));
	draft_thing(d, r, "initiative", &m->initiative);
}

static void
put_targets(struct draft *d, struct runs *r, const struct initiative_view *m)
{
	for (size_t i = 0; i < m->targets; i++) {
		next(d, r);
		draft_named(d, r, &m->target[i]->promise);
		draft_words(d, r, STR(": "));
		draft_verdict(d, r, &m->target[i]->judgement);
	}
}

static void
put_fields(struct draft *d, struct tree_part *t, const struct initiative_view *m)
{
	struct runs *r;

	put_name(d, field(d, t, N_("Name of the initiative")), m);
	draft_worded(d, r = field(d, t, N_("Economy")), m->economy);
	report_budget_lines(d, r, m);
	close_field(d, r);
	put_mandate(d, r = field(d, t, N_("Basis")), m);
	close_field(d, r);
	r = field(d, t, N_("Target group"));
	for (size_t i = 0; i < m->groups; i++)
		put_group(d, r, &m->group[i]);
	close_field(d, r);
	r = field(d, t, N_("Activities"));
	for (size_t i = 0; i < m->activities; i++) {
		next(d, r);
		draft_worded(d, r, m->activity[i].what);
	}
	close_field(d, r);
	put_targets(d, r = field(d, t, N_("Goals")), m);
	close_field(d, r);
	r = field(d, t, N_("How it contributes"));
	for (size_t i = 0; i < m->contributions; i++)
		put_contribution(d, r, &m->contribution[i]);
	close_field(d, r);
	draft_worded(d, r = field(d, t, N_("Planned follow-up")), m->followup);
	close_field(d, r);
	r = field(d, t, N_("Status"));
	for (size_t i = 0; i < m->reports && m->report[i].day == m->report[0].day; i++)
		put_report(d, r, &m->report[i]);
	close_field(d, r);
}

static void
put_form(struct draft *d, uint8_t level, const struct initiative_view *m)
{
	static const struct draft_column columns[] = {
		{ N_("Field"), ALIGN_START, 2 }, { N_("What is stated"), ALIGN_START, 7 },
	};
	struct str title = draft_title(d, &m->initiative);

	draft_heading_of(d, level, "form", &m->initiative);
	put_fields(d, draft_table(d, draft_anchor(d, "t-form", m->initiative.id), draft_filled(d,
	    N_("Status form: {1}"), &title, 1), columns, 2), m);
}

/* `level`: of a committee's heading, where there are several. */
static size_t
put_forms(struct draft *d, uint8_t level)
{
	const struct report_paper *m = d->m;
	size_t                     n = 0, benches = 0;

	for (size_t i = 0; i < m->committees; i++)
		benches += m->committee[i].initiatives > 0;
	for (size_t i = 0; i < m->committees; i++) {
		const struct report_committee *c = &m->committee[i];

		if (c->initiatives > 0 && (benches > 1 || level == 1))
			report_unit(d, level, "forms", c);
		for (size_t k = 0; k < c->initiatives; k++, n++)
			put_form(d, (uint8_t)(level + (benches > 1 || level == 1)), &c->initiative[k]);
	}
	return n;
}

void
report_forms(struct draft *d)
{
	if (put_forms(d, 1) == 0)
		draft_sentence(d, N_("The policy has no initiatives yet."));
}

void
report_forms_behind(struct draft *d)
{
	size_t n = 0;

	for (size_t i = 0; i < d->m->committees; i++)
		n += d->m->committee[i].initiatives;
	if (n == 0)
		return;
	tree_page(d->t);
	draft_heading(d, 1, STR("appendix-forms"), N_("Appendix: the status forms"));
	(void)put_forms(d, 2);
}
