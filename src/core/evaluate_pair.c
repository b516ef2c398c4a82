/* Targets that compare two series: gap, benchmark, parity of change. */
#include "core/track.h"

/* Each figure of the track becomes the difference itself: it is what is shown. */
static void
show_difference(struct track *tr)
{
	for (size_t i = 0; i < tr->len; i++) {
		tr->at[i].shown = tr->at[i].judged;
		tr->at[i].has_other = false;
	}
}

void
judge_gap(struct judge *g)
{
	struct track tr;

	if (g->e->other.len == 0) {
		tr = track_of(g, g->e->own);
	} else if (!track_difference(g, g->e->other, g->e->own, &tr)) {
		judge_too_large(g);
		return;
	}
	show_difference(&tr);
	if (g->t->has_value)
		judge_level_on(g, &tr);
	else
		judge_direction_on(g, &tr, DIRECTION_FALL);
}

static bool
quantity_add(struct quantity *sum, const struct quantity *q)
{
	sum->has_point = sum->has_point && q->has_point;
	if (q->qualifier != QUALIFIER_NONE)
		sum->qualifier = QUALIFIER_CIRCA;
	if (!interval_add(sum->range, q->range, &sum->range))
		return false;
	return !sum->has_point || number_add(sum->point, q->point, &sum->point);
}

/* The sum of the cities' figures in one period. False: one is not measured, or
 * they are too large to add. */
static bool
members_sum(struct judge *g, const struct observation *o, struct observation *ret)
{
	struct observation sum = { .value = quantity_exact(NUMBER_ZERO) };

	for (size_t i = 0; i < g->e->member_count; i++) {
		const struct observation *p = series_at(g->e->members[i].series, &o->period,
		                                        o->method, g->horizon);
		struct quantity           q;

		if (p == NULL)
			return false;
		q = quantity_judged(p->value, judge_unit(g));
		if (!quantity_add(&sum.value, &q))
			return false;
		sum.withheld = withheld_with(sum.withheld, p->withheld);
		sum.breaks = sum.breaks || p->breaks;
	}
	sum.period = o->period;
	sum.method = o->method;
	*ret = sum;
	return g->e->member_count > 0;
}

/* What the reader sees of a sum: the mean, two decimals. */
static void
show_mean(struct observation *o, size_t count)
{
	struct number mean;
	struct ratio  r;

	if (o->value.has_point && ratio_of(o->value.point, 1, NUMBER(1, 0), (int64_t)count, &r) &&
	    ratio_round(r, 2, &mean))
		o->value = quantity_exact(mean);
	else
		o->value.has_point = false;
}

static bool
scale_number(struct number *n, size_t count)
{
	return number_mul(*n, NUMBER((int64_t)count, 0), n);
}

static bool
scale_quantity(struct quantity *q, size_t count)
{
	return (!q->range.low.exists || scale_number(&q->range.low.at, count)) &&
	       (!q->range.high.exists || scale_number(&q->range.high.at, count)) &&
	       (!q->has_point || scale_number(&q->point, count));
}

/* The city times n against the sum of n cities: exact, where a mean is not. */
static bool
track_against_mean(struct judge *g, struct track *ret)
{
	size_t              n = g->e->member_count, len = g->e->own.len;
	struct observation *sums = ARENA_ARRAY(g->arena, struct observation, len + 1);
	struct observation *own = ARENA_ARRAY(g->arena, struct observation, len + 1);
	size_t              count = 0;
	struct track        tr;

	for (size_t i = 0; i < len; i++) {
		own[count] = g->e->own.at[i];
		if (!observation_visible(&own[count], g->horizon) ||
		    !members_sum(g, &own[count], &sums[count]))
			continue;
		own[count].value = quantity_judged(own[count].value, judge_unit(g));
		if (!scale_quantity(&own[count].value, n))
			return false;
		count++;
	}
	if (!track_difference(g, (struct series){ own, count }, (struct series){ sums, count },
	                      &tr))
		return false;
	for (size_t i = 0; i < tr.len; i++) {
		struct mark              *m = &tr.at[i];
		const struct observation *o = series_at(g->e->own, &m->shown.period,
		                                        m->shown.method, g->horizon);

		if (o != NULL)
			m->shown = *o;
		show_mean(&m->other, n);
	}
	*ret = tr;
	return true;
}

void
judge_benchmark(struct judge *g)
{
	struct goal  goal = { .relation = g->t->relation, .level = NUMBER_ZERO, .keep = true };
	bool         whole = g->e->other.len > 0;
	struct track tr, own = track_of(g, g->e->own);

	if (whole ? !track_difference(g, g->e->own, g->e->other, &tr)
	          : !track_against_mean(g, &tr)) {
		judge_too_large(g);
		return;
	}
	judge_goal(g, &tr, NULL, &goal);
	if (tr.len == 0) {
		judge_unmeasured(g, &own, false);
		if (g->j.reason == REASON_ONLY_BASELINE)        /* ours, but not theirs */
			judge_say(g, VERDICT_NO_DATA, REASON_NEVER_MEASURED);
		return;
	}
	if (g->latest.has_other && g->latest.other.value.has_point)
		judge_require(g, g->latest.other.value.point);
}

/* What our figure would be, had it changed as the other did. */
static void
parity_require(struct judge *g)
{
	const struct quantity *b = &g->baseline.shown.value, *ob = &g->baseline.other.value;
	const struct quantity *ov = &g->latest.other.value;
	struct number          change, level;

	if (!b->has_point || !ob->has_point || !ov->has_point ||
	    !number_sub(ov->point, ob->point, &change) || !number_add(b->point, change, &level))
		return;
	judge_require(g, level);
}

/* A changes at least as much as B: A minus B does not fall behind its baseline. */
void
judge_parity(struct judge *g)
{
	int                dir = g->t->direction == DIRECTION_FALL ? -1 : 1;
	struct goal        goal = { .keep = true, .from_baseline = true };
	struct track       all, now;
	const struct mark *base;
	struct value       b;

	if (!track_difference(g, g->e->own, g->e->other, &all)) {
		judge_too_large(g);
		return;
	}
	now = track_current(g, &all);
	base = track_baseline(g, &all, &now);
	if (base == NULL) {
		judge_unmeasured(g, &all, true);
		return;
	}
	b = value_of(g, ROLE_BASELINE, &base->judged.value, dir);
	if (b.infinite != 0) {
		judge_baseline(g, base);
		judge_unmeasured(g, &now, true);
		return;
	}
	goal.relation = dir > 0 ? RELATION_GE : RELATION_LE;
	goal.level = b.at;
	judge_goal(g, &now, base, &goal);
	if (g->j.verdict != VERDICT_NO_DATA)
		parity_require(g);
}
