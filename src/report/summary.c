/* What a politician reads in two minutes: how many targets are where, what got better and
 * worse, the most serious, the money. */
#include "model/overview_words.h"
#include "report/parts.h"

/* ---- verdicts ---- */

static void
put_sums(struct draft *d, struct tree_part *t, bool has_before, size_t before)
{
	struct tree_row *row = tree_row(d->t, t);

	row->group = true;
	draft_say(d, draft_head(d, row), N_("Total"));
	draft_cell_count(d, row, d->m->barometer.len);
	if (has_before)
		draft_cell_count(d, row, before);
	for (size_t i = 1; i < row->len; i++)
		row->at[i].kind = CELL_SUM;
}

static void
put_counts(struct draft *d)
{
	static const struct draft_column columns[] = {
		{ N_("Verdict"), ALIGN_START, 3 }, { N_("Targets now"), ALIGN_END, 1 },
		{ N_("Last time"), ALIGN_END, 1 },
	};
	const struct report_paper *m = d->m;
	struct str                 days[] = { draft_day(d, m->as_of), draft_day(d, m->before) };
	struct tree_part          *t = draft_table(d, STR("t-verdicts"), draft_filled(d,
	    m->has_before ? N_("Targets by verdict, {1} and {2}") : N_("Targets by verdict, {1}"),
	    days, 2), columns, m->has_before ? 3 : 2);
	size_t                     before = 0;

	for (size_t v = 0; v < VERDICT_COUNT; v++) {
		struct tree_row *row = tree_row(d->t, t);

		draft_words(d, draft_head(d, row), arena_printf(d->a, STR_FMT " " STR_FMT,
		    STR_ARG(verdict_icon((enum verdict)v)),
		    STR_ARG(verdict_word((enum verdict)v, d->danish))));
		draft_cell_count(d, row, m->barometer.count[v]);
		if (m->has_before)
			draft_cell_count(d, row, m->count_before[v]);
		before += m->count_before[v];
	}
	put_sums(d, t, m->has_before, before);
}

static void
put_opening(struct draft *d)
{
	const struct report_paper *m = d->m;
	struct runs               *r = draft_paragraph(d);
	struct str                 with[] = {
		draft_day(d, m->as_of),
		draft_count(d, m->barometer.len, NN_("{1} target", "{1} targets")),
		draft_counts(d, m->barometer.count),
	};

	draft_fill(d, r, m->barometer.len > 0 ? N_("As of {1} the policy has {2}: {3}.")
	                                      : N_("As of {1} the policy has no targets."), with, 3);
	if (m->barometer.len > 0) {
		draft_words(d, r, STR(" "));
		draft_say(d, r, N_("All of them stand in"));
		draft_words(d, r, STR(" "));
		runs_see(d->a, r, STR("t-barometer"));
		draft_words(d, r, STR("."));
	}
}

/* ---- better and worse ---- */

static void
put_turns(struct draft *d, const struct report_turns *turns, const char *none, const char *some)
{
	struct str        day = draft_day(d, d->m->before);
	struct tree_part *list;

	draft_fill(d, draft_paragraph(d), turns->len == 0 ? none : some, &day, 1);
	if (turns->len == 0)
		return;
	list = tree_list(d->t, false);
	for (size_t i = 0; i < turns->len; i++) {
		const struct report_turn *t = &turns->at[i];
		struct runs              *r = tree_item(d->t, list);
		struct str                with[] = {
			verdict_word(t->before, d->danish),
			verdict_word(t->now->judgement.verdict, d->danish),
		};

		draft_named(d, r, &t->now->promise);
		draft_words(d, r, STR(": "));
		draft_fill(d, r, N_("from {1} to {2}"), with, 2);
	}
}

static bool
is_judged(enum verdict v)
{
	return v != VERDICT_NO_DATA && v != VERDICT_UNDEFINED;
}

/* What could not be judged last time and can be now is counted: it is many, and says little
 * one by one. What no longer can be is named. */
static void
put_news(struct draft *d)
{
	const struct report_turns *all = &d->m->news;
	struct report_turns        lost = { ARENA_ARRAY(d->a, struct report_turn, all->len + 1), 0 };
	size_t                     count[VERDICT_COUNT] = { 0 }, n = 0;
	struct str                 with[3];

	for (size_t i = 0; i < all->len; i++) {
		enum verdict now = all->at[i].now->judgement.verdict;

		if (is_judged(now)) {
			count[now]++;
			n++;
		} else {
			lost.at[lost.len++] = all->at[i];
		}
	}
	with[0] = draft_count(d, n, NN_("{1} target", "{1} targets"));
	with[1] = draft_day(d, d->m->before);
	with[2] = draft_counts(d, count);
	if (n > 0)
		draft_fill(d, draft_paragraph(d),
		    N_("Judged for the first time since {2}: {1}, of which {3}."), with, 3);
	if (lost.len > 0)
		put_turns(d, &lost, "", N_("Judged on {1}, and not any more:"));
}

static void
put_change(struct draft *d)
{
	const struct report_paper *m = d->m;

	draft_heading(d, 2, STR("since-last-time"), N_("Since last time"));
	if (!m->has_before) {
		draft_sentence(d, N_("This is the first report of the policy: there is nothing to compare with."));
		return;
	}
	put_turns(d, &m->better, N_("No target is better than on {1}."), N_("Better than on {1}:"));
	put_turns(d, &m->worse, N_("No target is worse than on {1}."), N_("Worse than on {1}:"));
	put_news(d);
}

static void
put_serious(struct draft *d)
{
	const struct report_paper *m = d->m;
	struct tree_part          *list;

	draft_heading(d, 2, STR("most-serious"), N_("The most serious"));
	if (m->seriouses == 0) {
		draft_sentence(d, N_("No target is off track, moving away or missed."));
		return;
	}
	list = tree_list(d->t, true);
	for (size_t i = 0; i < m->seriouses; i++) {
		const struct barometer_row *r = m->serious[i];
		struct runs                *item = tree_item(d->t, list);

		draft_strong(d, item, draft_title(d, &r->promise));
		draft_words(d, item, STR(" ("));
		draft_words(d, item, verdict_word(r->judgement.verdict, d->danish));
		draft_words(d, item, STR("): "));
		draft_words(d, item, d->danish ? r->judgement.da : r->judgement.en);
	}
}

/* ---- money ---- */

/* "150,4 mio. kr. i 2008, 195,3 mio. kr. i 2009" */
static struct str
years_of(struct draft *d, const struct overview *o)
{
	struct str text = STR_NONE;

	for (size_t i = 0; i < o->columns; i++) {
		struct str with[2], amount;

		if (o->column[i].year <= 0 || o->column[i].year == BUDGET_UNSPLIT)
			continue;
		DRAFT_WRITTEN(d, amount, overview_amount(&b_, &o->total[i], BUDGET_UNIT_MIO, d->danish));
		with[0] = overview_column_title(d->a, &o->column[i], d->danish);
		with[1] = amount;
		text = arena_printf(d->a, STR_FMT "%s" STR_FMT, STR_ARG(text), text.len > 0 ? ", " : "",
		    STR_ARG(draft_filled(d, N_("DKK {2} million in {1}"), with, 2)));
	}
	return text;
}

/* Where the paper's own sum is another: the councillor has seen that one. */
static void
put_printed(struct draft *d, struct runs *r, const struct overview *o)
{
	const struct overview_printed *p = overview_differs_at(o, &o->total[o->columns - 1]);
	struct str                     with;

	if (p == NULL)
		return;
	with = draft_number(d, p->amount);
	draft_words(d, r, STR(" "));
	draft_fill(d, r, N_("The paper itself prints {1}."), &with, 1);
}

static void
put_money(struct draft *d)
{
	const struct economy_view *m = &d->m->economy;

	draft_heading(d, 2, STR("money"), N_("The money"));
	if (m->parts == 0)
		draft_sentence(d, N_("No budget lines are known."));
	for (size_t i = 0; i < m->parts; i++) {
		const struct overview *o = m->part[i].overview;
		struct runs           *r = draft_paragraph(d);
		struct str             with[2] = { years_of(d, o) }, anchor;

		DRAFT_WRITTEN(d, with[1], overview_amount(&b_, &o->total[o->columns - 1],
		    BUDGET_UNIT_MIO, d->danish));
		anchor = arena_printf(d->a, "t-economy-%zu", i + 1);
		draft_fill(d, r, N_("The budget lines give {1}; DKK {2} million in all."), with, 2);
		put_printed(d, r, o);
		draft_words(d, r, STR(" "));
		draft_say(d, r, N_("See"));
		draft_words(d, r, STR(" "));
		runs_see(d->a, r, anchor);
		draft_words(d, r, STR("."));
	}
}

void
report_summary(struct draft *d)
{
	draft_heading(d, 1, STR("summary"), N_("Summary"));
	report_written(d, REPORT_PLACE_SUMMARY, NULL);
	put_opening(d);
	if (d->m->barometer.len > 0)
		put_counts(d);
	put_change(d);
	put_serious(d);
	put_money(d);
}
