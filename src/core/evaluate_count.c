/* At least N in a window, or in each calendar year of it. */
#include "core/track.h"

struct tally {
	struct value              total;
	int32_t                   to;           /* counted up to this day */
	const struct observation *last;         /* the last that was counted */
	size_t                    terms;
	enum withheld             withheld;
	bool                      preliminary, qualified, large;
	struct quantity           shown;
};

/* The observation that counts on from `position`: what starts there and reaches
 * farthest, else the next to start. */
static const struct observation *
tally_next(struct series s, struct period w, int32_t position, int32_t as_of)
{
	const struct observation *best = NULL;

	for (size_t i = 0; i < s.len; i++) {
		const struct observation *o = &s.at[i];

		if (!observation_visible(o, as_of) || o->period.from < position ||
		    o->period.to > w.to || o->period.to <= position)
			continue;
		if (best == NULL || o->period.from < best->period.from ||
		    (o->period.from == best->period.from && o->period.to >= best->period.to))
			best = o;
	}
	return best;
}

static void
tally_value(struct tally *y, struct value v)
{
	y->total.side = y->total.side != 0 ? y->total.side : v.side;
	y->total.infinite = y->total.infinite != 0 ? y->total.infinite : v.infinite;
	if (y->total.infinite == 0 && !number_add(y->total.at, v.at, &y->total.at))
		y->large = true;
}

static void
tally_shown(struct tally *y, const struct quantity *q)
{
	y->qualified = y->qualified || q->qualifier != QUALIFIER_NONE;
	y->shown.has_point = y->shown.has_point && q->has_point;
	if (!interval_add(y->shown.range, q->range, &y->shown.range) ||
	    (y->shown.has_point && !number_add(y->shown.point, q->point, &y->shown.point)))
		y->large = true;
	if (y->qualified)
		y->shown.qualifier = qualifier_computed(&y->shown);
}

static struct tally
tally_window(struct judge *g, struct period w)
{
	struct tally              y = { .to = w.from, .shown = quantity_exact(NUMBER_ZERO) };
	const struct observation *o;

	while ((o = tally_next(g->e->own, w, y.to, g->as_of)) != NULL) {
		struct quantity q = quantity_judged(o->value, judge_unit(g));

		tally_value(&y, value_of(g, ROLE_LATEST, &q, -1));
		tally_shown(&y, &q);
		y.withheld = withheld_with(y.withheld, o->withheld);
		y.preliminary = y.preliminary || o->preliminary;
		y.to = o->period.to;
		y.last = o;
		y.terms++;
	}
	return y;
}

static void
show_tally(struct judge *g, struct period w, const struct tally *y)
{
	struct mark zero = { .shown = { .value = quantity_exact(NUMBER_ZERO), .method = 1 } };
	struct mark m = { 0 };

	zero.shown.period = period_make(w.from, w.from, PRECISION_DAY);
	zero.judged = zero.shown;
	judge_baseline(g, &zero);
	if (y->terms == 0)
		return;
	m.shown = *y->last;
	if (y->terms > 1) {
		m.shown.value = y->shown;
		m.shown.period = period_make(w.from, y->to, PRECISION_RANGE);
		m.shown.withheld = y->withheld;
		m.shown.preliminary = y->preliminary;
	}
	m.judged = m.shown;
	judge_latest(g, &m);
}

/* The calendar year of `day` inside the window. */
static struct period
year_in_window(struct period w, int32_t day)
{
	int     year;
	int32_t from, to;

	if (day >= w.to)
		day = w.to - 1;
	if (day < w.from)
		day = w.from;
	year = date_of(day).year;
	from = day_of(year, 1, 1);
	to = day_of(year, 13, 1);
	return period_make(from > w.from ? from : w.from, to < w.to ? to : w.to, PRECISION_YEAR);
}

static void
list_years(struct judge *g, struct period whole, struct period year)
{
	while (g->past_count < PAST_MAX && year.from > whole.from) {
		struct tally y;

		year = year_in_window(whole, year.from - 1);
		y = tally_window(g, year);
		if (y.terms == 0 || y.large)
			continue;
		g->past[g->past_count++] = (struct past){
			.period = year,
			.held = value_holds(y.total, RELATION_GE, g->t->value),
		};
	}
}

static void
judge_tally(struct judge *g, struct period w, const struct tally *y)
{
	struct number n = g->t->value;
	bool          holds = value_holds(y->total, RELATION_GE, n);

	g->counted_to = y->to;
	if (y->large) {
		judge_too_large(g);
	} else if (y->terms == 0 && g->as_of < w.from) {
		judge_say(g, VERDICT_NO_DATA, REASON_NOT_YET_DUE);
	} else if (y->terms == 0 && g->ahead && evidence_visible(g->e, g->as_of)) {
		judge_say(g, VERDICT_NO_DATA, REASON_ONLY_BASELINE);
	} else if (y->terms == 0) {
		judge_unmeasured(g, &(struct track){ 0 }, false);
	} else if (holds || g->passed) {
		judge_say(g, holds ? VERDICT_MET : VERDICT_MISSED,
		          !holds ? REASON_NOT_REACHED
		                 : g->ahead ? REASON_REACHED_EARLY : REASON_REACHED);
		g->j.early = holds && g->ahead;
	} else {
		g->done = y->total.at;
		g->promised = n;
		g->has_change = true;
		judge_by_pace(g, y->total.at, (int64_t)y->to - w.from, n,
		              (int64_t)w.to - w.from, y->total.side);
		judge_need(g, n, y->total.at);
	}
}

void
judge_count(struct judge *g)
{
	struct period whole = g->t->has_window ? g->t->window : g->t->deadline;
	struct period w = whole;
	struct tally  y;

	if (g->t->each == EACH_YEAR)
		w = year_in_window(whole, g->as_of);
	g->window = w;
	g->passed = g->as_of >= w.to;
	g->ahead = !g->passed;
	g->j.has_by = true;
	g->j.by = w.to;
	judge_require(g, g->t->value);
	y = tally_window(g, w);
	show_tally(g, w, &y);
	judge_tally(g, w, &y);
	if (g->t->each == EACH_YEAR)
		list_years(g, whole, w);
}
