/* Targets that name a level, or a change that gives one. */
#include "core/track.h"

/* Earlier periods of a target to be kept, newest first, each period once. */
static void
list_past(struct judge *g, const struct track *tr, const struct mark *latest,
          const struct mark *base, const struct goal *goal)
{
	const struct period *seen = &latest->judged.period;
	enum end             end = g->ends[ROLE_LATEST];
	bool                 qualified = g->qualified[ROLE_LATEST];

	g->ends[ROLE_LATEST] = END_PRINTED;
	for (size_t i = tr->len; i-- > 0 && g->past_count < PAST_MAX;) {
		const struct mark *m = &tr->at[i];
		struct value       v;

		if (m->judged.period.to >= seen->to)
			continue;
		if (goal->from_baseline && m->judged.period.to <= base->judged.period.to)
			break;
		seen = &m->judged.period;
		v = value_of(g, ROLE_LATEST, &m->judged.value, relation_worse(goal->relation));
		g->past[g->past_count++] = (struct past){
			.period = *seen,
			.held = value_holds(v, goal->relation, goal->level),
		};
	}
	g->ends[ROLE_LATEST] = end;
	g->qualified[ROLE_LATEST] = qualified;
}

static void
judge_kept(struct judge *g, bool holds)
{
	g->kept = true;
	if (g->passed)
		judge_say(g, holds ? VERDICT_MET : VERDICT_MISSED,
		          holds ? REASON_KEPT : REASON_NOT_REACHED);
	else
		judge_say(g, holds ? VERDICT_ON_TRACK : VERDICT_OFF_TRACK,
		          holds ? REASON_HOLDS : REASON_BROKEN);
}

static void
judge_reached(struct judge *g, bool holds)
{
	if (!holds)
		judge_say(g, VERDICT_MISSED, REASON_NOT_REACHED);
	else if (g->ahead)
		judge_say(g, VERDICT_MET, REASON_REACHED_EARLY);
	else
		judge_say(g, VERDICT_MET, REASON_REACHED);
	g->j.early = holds && g->ahead;
}

/* Not there yet: by the way it moves, and by its pace when there is a deadline. */
static void
judge_moving(struct judge *g, const struct mark *base, const struct mark *m, struct value v,
             const struct goal *goal)
{
	int           promised, dir = relation_sign(goal->relation), moved;
	struct value  b = value_of(g, ROLE_BASELINE, &base->judged.value, dir < 0 ? -1 : 1);
	int32_t       t0 = base->judged.period.to;

	promised = -value_cmp(b, goal->level);
	if (dir == 0)
		dir = promised;
	moved = value_sign(v, b) * dir;
	/* Where the baseline was past the level already, no pace leads there. */
	if (!g->ahead || promised != dir || v.infinite != 0 || b.infinite != 0) {
		judge_by_sign(g, moved);
		if (v.infinite == 0)
			judge_need(g, goal->level, v.at);
		return;
	}
	if (!number_sub(v.at, b.at, &g->done) || !number_sub(goal->level, b.at, &g->promised)) {
		judge_too_large(g);
		return;
	}
	g->has_change = true;
	if (number_is_zero(g->promised)) {      /* an open end touches the level */
		judge_by_sign(g, moved);
		return;
	}
	judge_by_pace(g, g->done, (int64_t)m->judged.period.to - t0, g->promised,
	              (int64_t)g->t->deadline.to - t0, v.side * dir);
	judge_need(g, goal->level, v.at);
}

/* A level that is kept asks for no change: its baseline is where it should stay. */
static bool
asks_no_change(struct judge *g, const struct mark *base, const struct mark *m,
               const struct goal *goal)
{
	struct value b;

	if (base == NULL || base->judged.period.to >= m->judged.period.to)
		return false;
	b = value_of(g, ROLE_BASELINE, &base->judged.value, relation_worse(goal->relation));
	return value_cmp(b, goal->level) == 0;
}

void
judge_goal(struct judge *g, const struct track *tr, const struct mark *base,
           const struct goal *goal)
{
	const struct mark *m = track_deciding(g, tr, goal->from_baseline ? base : NULL);
	struct value       v;
	bool               holds, single;

	g->relation = goal->relation;
	if (base != NULL)
		judge_baseline(g, base);
	if (m == NULL || (goal->from_baseline && base == NULL)) {
		judge_unmeasured(g, tr, goal->from_baseline);
		return;
	}
	judge_latest(g, m);
	v = value_of(g, ROLE_LATEST, &m->judged.value, relation_worse(goal->relation));
	holds = value_holds(v, goal->relation, goal->level);
	single = base == NULL || base->judged.period.to >= m->judged.period.to;
	if (goal->keep || asks_no_change(g, base, m, goal)) {
		judge_kept(g, holds);
		list_past(g, tr, m, base, goal);
	} else if (g->passed || holds) {
		judge_reached(g, holds);
	} else if (single && base == NULL && g->t->has_baseline) {
		judge_say(g, VERDICT_NO_DATA, REASON_BASELINE_UNMEASURED);
	} else if (single && g->ahead) {
		judge_say(g, VERDICT_NO_DATA, REASON_ONLY_BASELINE);
	} else if (single) {
		judge_say(g, VERDICT_OFF_TRACK, REASON_SINGLE);
	} else {
		judge_moving(g, base, m, v, goal);
	}
}

/* A level is not re-based: it only says that the method changed on the way. */
static bool
method_differs(const struct track *tr, const struct mark *base, const struct mark *m)
{
	if (base == NULL || m == NULL)
		return false;
	for (size_t i = 0; i < tr->len; i++) {
		int32_t to = tr->at[i].judged.period.to;

		if (tr->at[i].judged.breaks && to > base->judged.period.to &&
		    to <= m->judged.period.to)
			return true;
	}
	return base->judged.method != m->judged.method;
}

void
judge_level_on(struct judge *g, const struct track *tr)
{
	const struct mark *base = track_first(tr, g->t);
	struct goal        goal = {
		.relation = g->t->relation,
		.level = g->t->value,
		.keep = target_is_kept(g->t),
	};

	judge_require(g, goal.level);
	g->j.method_changed = method_differs(tr, base, track_deciding(g, tr, NULL));
	judge_goal(g, tr, base, &goal);
}

void
judge_level(struct judge *g)
{
	struct track tr = track_of(g, g->e->own);

	judge_level_on(g, &tr);
}

/* b + value, or b * (100 + value) / 100 with the decimals that it needs. */
static bool
level_after_change(const struct target *t, struct number b, struct number *ret)
{
	struct number factor, level;
	uint8_t       scale = b.scale;

	if (!t->percent)
		return number_add(b, t->value, ret);
	if (!number_add(NUMBER(100, 0), number_trim(t->value), &factor) ||
	    !number_mul(number_trim(b), factor, &level))
		return false;
	level = number_trim(level);
	if (level.scale + 2 > NUMBER_SCALE_MAX)
		return false;
	level.scale = (uint8_t)(level.scale + 2);
	level = number_trim(level);
	if (level.scale < scale && !number_rescale(level, scale, &level))
		return false;
	*ret = level;
	return true;
}

/* Where no change is asked for, better than before does not break it. */
static enum relation
kept_relation(const struct judge *g)
{
	enum direction better = DIRECTION_NONE;

	if (g->e->indicator != NULL)
		better = g->e->indicator->better;
	switch (better) {
	case DIRECTION_RISE:
		return RELATION_GE;
	case DIRECTION_FALL:
		return RELATION_LE;
	case DIRECTION_NONE:
	case DIRECTION_HOLD:
	case DIRECTION_COUNT:
		break;
	}
	return RELATION_EQ;
}

static enum relation
change_relation(const struct judge *g, struct number b, struct number level)
{
	int order = number_cmp(level, b);

	if (order == 0 && !number_is_zero(g->t->value))
		order = number_sign(g->t->value);
	if (order == 0)
		return kept_relation(g);
	return order > 0 ? RELATION_GE : RELATION_LE;
}

static void
judge_from(struct judge *g, const struct track *now, const struct mark *base)
{
	struct goal  goal = { .from_baseline = true };
	int          worse = g->t->kind == TARGET_CHANGE ? number_sign(g->t->value) : 0;
	struct value b = value_of(g, ROLE_BASELINE, &base->judged.value, worse != 0 ? worse : -1);

	goal.level = b.at;
	goal.relation = kept_relation(g);
	if (g->t->kind == TARGET_CHANGE) {
		if (b.infinite != 0 || !level_after_change(g->t, b.at, &goal.level)) {
			judge_baseline(g, base);
			judge_too_large(g);
			return;
		}
		goal.relation = change_relation(g, b.at, goal.level);
	}
	goal.keep = number_cmp(goal.level, b.at) == 0;
	judge_require(g, goal.level);
	judge_goal(g, now, base, &goal);
}

/* CHANGE, and a direction that is to hold: measured from the baseline. */
void
judge_change(struct judge *g)
{
	struct track       all = track_of(g, g->e->own);
	struct track       now = track_current(g, &all);
	const struct mark *base = track_baseline(g, &all, &now);

	if (base == NULL)
		judge_unmeasured(g, &all, true);
	else
		judge_from(g, &now, base);
}
