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
	report_courses(d, 3, c);
	report_singles(d, c);
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

/* ---- numbers that are not there ---- */

enum { GAP_MAX = 9, NUMBER_MAX = 9999 };        /* more are another way of numbering */

/* "2.10": 10, and `*head` "2."; 0: no number. */
static int64_t
last_number(struct str number, struct str *head)
{
	size_t  from = number.len;
	int64_t n;

	while (from > 0 && number.at[from - 1] >= '0' && number.at[from - 1] <= '9')
		from--;
	*head = str_slice(number, 0, from);
	return str_int(str_slice(number, from, number.len), &n) && n <= NUMBER_MAX ? n : 0;
}

/* The numbers are those of the papers. What they leave out is said, or a reader looks for
 * it: "Ingen indsats har nummer 2.3." */
static void
put_gaps(struct draft *d, struct runs *to, const struct report_committee *c)
{
	struct str all = STR_NONE;

	for (size_t i = 1; i < c->initiatives; i++) {
		struct str head, before;
		int64_t    n = last_number(c->initiative[i].number, &head);
		int64_t    was = last_number(c->initiative[i - 1].number, &before);

		if (was == 0 || n > was + 1 + GAP_MAX || !str_eq(head, before))
			continue;
		for (int64_t k = was + 1; k < n; k++)
			all = arena_printf(d->a, STR_FMT "%s" STR_FMT "%lld", STR_ARG(all),
			    all.len > 0 ? ", " : "", STR_ARG(head), (long long)k);
	}
	if (all.len > 0)
		draft_fill(d, to, N_("No initiative has number {1}."), &all, 1);
}

static void
put_forms_at(struct draft *d)
{
	struct runs *r = draft_paragraph(d);

	draft_say(d, r, N_("Each initiative's form stands in"));
	draft_words(d, r, STR(" "));
	runs_see(d->a, r, STR("appendix-forms"));
	draft_words(d, r, STR("."));
}

static void
put_initiative(struct draft *d, struct tree_part *t, const struct initiative_view *m, bool numbered)
{
	struct tree_row *row = tree_row(d->t, t);
	struct runs     *r;

	if (numbered)
		draft_cell_words(d, row, m->number);
	draft_thing(d, draft_head(d, row), "initiative", &m->initiative);
	draft_worded(d, r = draft_cell(d, row), m->economy);
	if (m->economy.da.len == 0)
		report_budget_lines(d, r, m);
	if (r->len == 0)
		draft_say(d, r, N_("Not stated"));
	put_goals(d, draft_cell(d, row), m);
	put_status(d, draft_cell(d, row), m);
}

static void
put_initiatives(struct draft *d, const struct report_committee *c)
{
	static const struct draft_column columns[] = {
		{ N_("No."), ALIGN_START, 1 },      { N_("Initiative"), ALIGN_START, 4 },
		{ N_("Economy"), ALIGN_START, 4 },  { N_("Goals and verdicts"), ALIGN_START, 6 },
		{ N_("Status"), ALIGN_START, 5 },
	};
	struct str        name = c->unit.id.len > 0 ? draft_title(d, &c->unit)
	                                            : say(d->l, "Of no committee");
	bool              numbered = false;
	struct tree_part *t;

	draft_heading(d, 2, anchor_of(d, "initiatives", c), N_("Initiatives"));
	if (c->initiatives == 0) {
		draft_sentence(d, N_("No initiatives."));
		return;
	}
	for (size_t i = 0; i < c->initiatives; i++)
		numbered |= c->initiative[i].number.len > 0;
	put_forms_at(d);
	t = draft_table(d, anchor_of(d, "t-initiatives", c), draft_filled(d,
	    N_("{1}: initiatives and their status"), &name, 1), columns + !numbered,
	    COUNT_OF(columns) - !numbered);
	for (size_t i = 0; i < c->initiatives; i++)
		put_initiative(d, t, &c->initiative[i], numbered);
	put_gaps(d, &t->source, c);
}

/* What stands in the way, and what was promised: where there are initiatives that could say. */
static void
put_reports(struct draft *d, const struct report_committee *c)
{
	bool written = report_has_written(d, REPORT_PLACE_CHALLENGES, c);

	if (c->initiatives > 0 || written) {
		draft_heading(d, 2, anchor_of(d, "challenges", c), N_("Challenges"));
		report_written(d, REPORT_PLACE_CHALLENGES, c);
		report_challenges(d, c);
	}
	if (c->initiatives > 0) {
		draft_heading(d, 2, anchor_of(d, "promises", c), N_("Promises kept and not kept"));
		report_promises(d, c);
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
	put_reports(d, c);
	if (!report_has_written(d, REPORT_PLACE_OUTLOOK, c))
		return;
	draft_heading(d, 2, anchor_of(d, "outlook", c), N_("What comes next"));
	report_written(d, REPORT_PLACE_OUTLOOK, c);
}
