#include "core/judge.h"

static struct value
value_end(const struct quantity *q, enum end end)
{
	const struct bound *b = end == END_LOW ? &q->range.low : &q->range.high;
	int                 inward = end == END_LOW ? 1 : -1;

	if (!b->exists)
		return (struct value){ .infinite = -inward };
	return (struct value){ .at = b->at, .side = b->open ? inward : 0 };
}

struct value
value_of(struct judge *g, enum role role, const struct quantity *q, int worse)
{
	enum end     end = g->ends[role];
	struct value v;

	if (q->qualifier == QUALIFIER_NONE)
		end = END_PRINTED;
	else
		g->qualified[role] = true;
	if (end == END_PRINTED && q->has_point)
		return (struct value){ .at = q->point };
	if (end == END_PRINTED)
		end = worse < 0 ? END_LOW : END_HIGH;
	v = value_end(q, end);
	/* Nothing can be promised from an unbounded baseline: its other end. */
	if (role == ROLE_BASELINE && v.infinite != 0)
		v = value_end(q, end == END_LOW ? END_HIGH : END_LOW);
	return v;
}

int
value_cmp(struct value v, struct number n)
{
	int order;

	if (v.infinite != 0)
		return v.infinite;
	order = number_cmp(v.at, n);
	return order != 0 ? order : v.side;
}

int
value_sign(struct value v, struct value base)
{
	int order;

	if (v.infinite != 0)
		return v.infinite;
	order = number_cmp(v.at, base.at);
	if (order != 0)
		return order;
	return (v.side > base.side) - (v.side < base.side);
}

bool
value_holds(struct value v, enum relation r, struct number level)
{
	int order = value_cmp(v, level);

	switch (r) {
	case RELATION_GE:
		return order >= 0;
	case RELATION_LE:
		return order <= 0;
	case RELATION_EQ:
	case RELATION_COUNT:
		break;
	}
	return order == 0;
}

int
relation_sign(enum relation r)
{
	return (r == RELATION_GE) - (r == RELATION_LE);
}

int
relation_worse(enum relation r)
{
	return r == RELATION_LE ? 1 : -1;
}

void
judge_by_sign(struct judge *g, int right)
{
	if (right > 0)
		judge_say(g, VERDICT_ON_TRACK, REASON_RIGHT_WAY);
	else if (right == 0)
		judge_say(g, VERDICT_OFF_TRACK, REASON_NO_CHANGE);
	else
		judge_say(g, VERDICT_AWAY, REASON_WRONG_WAY);
}

/* Eurostat's thresholds; `side` says on which side of its end an open figure lies. */
static bool
pace_reaches(struct ratio pace, struct number threshold, int side)
{
	int order = ratio_cmp(pace, threshold);

	return order != 0 ? order > 0 : side >= 0;
}

void
judge_by_pace(struct judge *g, struct number done, int64_t elapsed, struct number promised,
              int64_t span, int side)
{
	struct ratio pace;

	if (!ratio_of(done, span, promised, elapsed, &pace) ||
	    !ratio_round(pace, 2, &g->j.pace_shown)) {
		judge_too_large(g);
		return;
	}
	g->j.has_pace = true;
	g->j.pace = pace;
	g->j.working = (struct working){ done, promised, elapsed, span };
	if (pace_reaches(pace, PACE_ON_TRACK, side))
		judge_say(g, VERDICT_ON_TRACK, REASON_PACE);
	else if (pace_reaches(pace, PACE_BEHIND, side))
		judge_say(g, VERDICT_BEHIND, REASON_PACE);
	else if (!pace_reaches(pace, NUMBER_ZERO, side))
		judge_say(g, VERDICT_AWAY, REASON_WRONG_WAY);
	else if (number_is_zero(done) && side == 0)
		judge_say(g, VERDICT_OFF_TRACK, REASON_NO_CHANGE);
	else
		judge_say(g, VERDICT_OFF_TRACK, REASON_PACE);
}

void
judge_need(struct judge *g, struct number level, struct number v)
{
	struct number rest, needed;
	struct ratio  r;
	int64_t       num, den;

	if (!g->j.has_by || g->as_of >= g->j.by)
		return;
	years_between(g->as_of, g->j.by, &num, &den);
	if (num <= 0 || !number_sub(level, v, &rest) ||
	    !ratio_of(rest, den, NUMBER(1, 0), num, &r) || !ratio_round(r, 2, &needed))
		return;
	g->j.has_needed = true;
	g->j.needed_per_year = needed;
}

void
judge_require(struct judge *g, struct number level)
{
	g->j.has_required = true;
	g->j.required = level;
}

void
judge_latest(struct judge *g, const struct mark *m)
{
	g->latest = *m;
	g->j.has_latest = true;
	g->j.latest = m->shown;
	g->withheld = g->withheld || m->judged.withheld || m->shown.withheld;
}

void
judge_baseline(struct judge *g, const struct mark *m)
{
	g->baseline = *m;
	g->baseline_known = true;
	g->j.has_baseline = true;
	g->j.baseline = m->shown;
	g->withheld = g->withheld || m->judged.withheld || m->shown.withheld;
}
