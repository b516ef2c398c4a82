/* Targets that name a way or a speed: direction and rate. */
#include "core/track.h"

static void
judge_way(struct judge *g, int right)
{
	if (!g->passed)
		judge_by_sign(g, right);
	else if (right > 0)
		judge_say(g, VERDICT_MET, REASON_REACHED);
	else
		judge_say(g, VERDICT_MISSED, REASON_NOT_REACHED);
}

void
judge_direction_on(struct judge *g, const struct track *all, enum direction d)
{
	struct track       now = track_current(g, all);
	const struct mark *base = track_baseline(g, all, &now), *m;
	int                dir = d == DIRECTION_FALL ? -1 : 1;
	struct value       b, v;

	m = base == NULL ? NULL : track_deciding(g, &now, base);
	if (base != NULL)
		judge_baseline(g, base);
	if (m == NULL) {
		judge_unmeasured(g, base == NULL ? all : &now, true);
		return;
	}
	judge_latest(g, m);
	b = value_of(g, ROLE_BASELINE, &base->judged.value, dir);
	v = value_of(g, ROLE_LATEST, &m->judged.value, -dir);
	judge_way(g, value_sign(v, b) * dir);
}

void
judge_direction(struct judge *g)
{
	struct track all;

	if (g->t->direction == DIRECTION_HOLD) {
		judge_change(g);
		return;
	}
	all = track_of(g, g->e->own);
	judge_direction_on(g, &all, g->t->direction);
}

/* Promised per year in the indicator's unit. */
static bool
rate_promised(const struct target *t, struct number b, struct number *ret)
{
	struct number share;

	if (!t->percent) {
		*ret = t->value;
		return true;
	}
	if (!number_mul(number_trim(b), number_trim(t->value), &share))
		return false;
	share = number_trim(share);
	if (share.scale + 2 > NUMBER_SCALE_MAX)
		return false;
	share.scale = (uint8_t)(share.scale + 2);
	*ret = number_trim(share);
	return true;
}

/* The level at the deadline, two decimals where the years do not come out even. */
static void
rate_require(struct judge *g, struct number b, struct number yearly, int32_t t0)
{
	struct number rise, level;
	struct ratio  r;
	int64_t       num, den;
	uint8_t       scale = yearly.scale > 2 ? yearly.scale : 2;

	if (!g->t->has_deadline || g->t->deadline.to <= t0)
		return;
	years_between(t0, g->t->deadline.to, &num, &den);
	if (!ratio_of(yearly, num, NUMBER(1, 0), den, &r) || !ratio_round(r, scale, &rise) ||
	    !number_add(b, number_trim(rise), &level))
		return;
	judge_require(g, level);
}

static void
rate_pace(struct judge *g, struct value b, struct value v, struct number yearly, int32_t t0)
{
	int     dir = number_sign(yearly);
	int64_t num, den;

	if (v.infinite != 0 || b.infinite != 0) {
		judge_by_sign(g, value_sign(v, b) * dir);
		return;
	}
	if (!number_sub(v.at, b.at, &g->done)) {
		judge_too_large(g);
		return;
	}
	g->has_change = true;
	g->promised = yearly;
	years_between(t0, g->latest.judged.period.to, &num, &den);
	judge_by_pace(g, g->done, num, yearly, den, v.side * dir);
}

/* A stated end decides: the promised rate was kept up, or was not. */
static void
rate_end(struct judge *g)
{
	bool kept = g->j.has_pace ? ratio_cmp(g->j.pace, NUMBER(1, 0)) >= 0
	                          : g->j.verdict == VERDICT_ON_TRACK;

	if (g->j.verdict == VERDICT_UNDEFINED)
		return;
	judge_say(g, kept ? VERDICT_MET : VERDICT_MISSED,
	          kept ? REASON_REACHED : REASON_NOT_REACHED);
}

static void
judge_rate_from(struct judge *g, const struct track *now, const struct mark *base,
                const struct mark *m)
{
	int           dir = number_sign(g->t->value);
	struct value  b = value_of(g, ROLE_BASELINE, &base->judged.value, dir);
	struct value  v = value_of(g, ROLE_LATEST, &m->judged.value, -dir);
	struct goal   goal = { .level = b.at, .keep = true, .from_baseline = true };
	struct number yearly;

	if (!rate_promised(g->t, b.at, &yearly)) {
		judge_too_large(g);
		return;
	}
	if (number_is_zero(yearly)) {   /* percent of nothing asks for no change */
		goal.relation = dir > 0 ? RELATION_GE : RELATION_LE;
		judge_goal(g, now, base, &goal);
		return;
	}
	rate_require(g, b.at, yearly, base->judged.period.to);
	rate_pace(g, b, v, yearly, base->judged.period.to);
	if (g->passed)
		rate_end(g);
	else if (g->j.has_required && value_cmp(v, g->j.required) * dir < 0 && v.infinite == 0)
		judge_need(g, g->j.required, v.at);
}

void
judge_rate(struct judge *g)
{
	struct track       all = track_of(g, g->e->own);
	struct track       now = track_current(g, &all);
	const struct mark *base = track_baseline(g, &all, &now), *m;

	m = base == NULL ? NULL : track_deciding(g, &now, base);
	if (base != NULL)
		judge_baseline(g, base);
	if (m == NULL) {
		judge_unmeasured(g, base == NULL ? &all : &now, true);
		return;
	}
	judge_latest(g, m);
	judge_rate_from(g, &now, base, m);
}
