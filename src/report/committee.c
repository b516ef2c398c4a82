/* What one committee answers for: objectives, indicators, initiatives, challenges, promises. */
#include "report/parts.h"

static struct str
anchor_of(struct draft *d, const char *what, const struct report_committee *c)
{
	return draft_anchor(d, what, c->unit.id);
}

static void
put_opening(struct draft *d, const struct report_committee *c)
{
	struct runs *r = draft_paragraph(d);
	struct str   with[] = {
		draft_count(d, c->targets, NN_("{1} target", "{1} targets")),
		draft_counts(d, c->count),
		draft_count(d, c->initiatives, NN_("{1} initiative", "{1} initiatives")),
		draft_count(d, c->indicators, NN_("{1} indicator", "{1} indicators")),
	};

	if (c->targets > 0)
		draft_fill(d, r, N_("The committee answers for {1} ({2}), {3} and {4}."), with,
		    COUNT_OF(with));
	else
		draft_fill(d, r, N_("The committee answers for no targets, {3} and {4}."), with,
		    COUNT_OF(with));
}

static void
put_objectives(struct draft *d, const struct report_committee *c)
{
	struct tree_part *list;

	draft_heading(d, 2, anchor_of(d, "objectives", c), N_("Objectives"));
	if (c->objectives == 0) {
		draft_sentence(d, N_("No objectives."));
		return;
	}
	list = tree_list(d->t, false);
	for (size_t i = 0; i < c->objectives; i++) {
		const struct objective_node *o = &c->objective[i];
		struct runs                 *r = tree_item(d->t, list);

		if (o->number.len > 0)
			draft_words(d, r, arena_printf(d->a, STR_FMT ". ", STR_ARG(o->number)));
		draft_thing(d, r, "objective", &o->objective);
		draft_words(d, r, STR(": "));
		draft_words(d, r, o->targets > 0 ? draft_counts(d, o->count)
		                                 : say(d->l, "no targets of its own"));
	}
}

static void
put_indicators(struct draft *d, const struct report_committee *c)
{
	draft_heading(d, 2, anchor_of(d, "indicators", c), N_("Indicators"));
	report_indicator_rows(d, c);
	for (size_t i = 0; i < c->indicators; i++)
		if (c->indicator[i].own.series.len > 0)
			report_indicator(d, 3, "indicator", &c->indicator[i]);
}

/* ---- initiatives ---- */

static void
put_goals(struct draft *d, struct runs *r, const struct initiative_view *m)
{
	for (size_t i = 0; i < m->targets; i++) {
		if (i > 0)
			draft_break(d, r);
		draft_named(d, r, &m->target[i]->promise);
		draft_words(d, r, STR(": "));
		draft_verdict(d, r, &m->target[i]->judgement);
	}
	if (m->targets == 0)
		draft_say(d, r, N_("Not stated"));
}

/* What the newest day's reports say. */
static void
put_status(struct draft *d, struct runs *r, const struct initiative_view *m)
{
	for (size_t i = 0; i < m->reports && m->report[i].has_day == m->report[0].has_day &&
	    m->report[i].day == m->report[0].day; i++) {
		if (i > 0)
			draft_break(d, r);
		draft_worded(d, r, m->report[i].text);
	}
	if (m->reports == 0)
		draft_say(d, r, N_("Not stated"));
}

static void
put_initiatives(struct draft *d, const struct report_committee *c)
{
	static const struct draft_column columns[] = {
		{ N_("No."), ALIGN_START, 1 },      { N_("Initiative"), ALIGN_START, 4 },
		{ N_("Economy"), ALIGN_START, 3 },  { N_("Goals and verdicts"), ALIGN_START, 5 },
		{ N_("Status"), ALIGN_START, 5 },
	};
	struct str        name = c->unit.id.len > 0 ? draft_title(d, &c->unit)
	                                            : say(d->l, "Of no committee");
	struct tree_part *t;

	draft_heading(d, 2, anchor_of(d, "initiatives", c), N_("Initiatives"));
	if (c->initiatives == 0) {
		draft_sentence(d, N_("No initiatives."));
		return;
	}
	t = draft_table(d, anchor_of(d, "t-initiatives", c), draft_filled(d,
	    N_("{1}: initiatives and their status"), &name, 1), columns, COUNT_OF(columns));
	for (size_t i = 0; i < c->initiatives; i++) {
		const struct initiative_view *m = &c->initiative[i];
		struct tree_row              *row = tree_row(d->t, t);

		draft_cell_words(d, row, m->number);
		draft_thing(d, draft_head(d, row), "initiative", &m->initiative);
		draft_worded(d, draft_cell(d, row), m->economy);
		put_goals(d, draft_cell(d, row), m);
		put_status(d, draft_cell(d, row), m);
	}
}

void
report_committee(struct draft *d, const struct report_committee *c)
{
	report_unit(d, 1, "unit", c);
	put_opening(d, c);
	report_written(d, REPORT_PLACE_COMMITTEE, c);
	put_objectives(d, c);
	put_indicators(d, c);
	put_initiatives(d, c);
	draft_heading(d, 2, anchor_of(d, "challenges", c), N_("Challenges"));
	report_written(d, REPORT_PLACE_CHALLENGES, c);
	report_challenges(d, c);
	draft_heading(d, 2, anchor_of(d, "promises", c), N_("Promises kept and not kept"));
	report_promises(d, c);
}
