/* Targets about what is there: the members of a set, a milestone. */
#include "core/track.h"

/* The last period that any member is measured for and that ends before `before`. */
static const struct period *
set_period(const struct judge *g, int32_t before)
{
	const struct period *last = NULL;

	for (size_t i = 0; i < g->e->member_count; i++) {
		struct series s = g->e->members[i].series;

		for (size_t k = 0; k < s.len; k++) {
			const struct period *p = &s.at[k].period;

			if (observation_visible(&s.at[k], g->horizon) && p->to < before &&
			    (last == NULL || p->to > last->to))
				last = p;
		}
	}
	return last;
}

/* The promised baseline, else the first period of all. */
static const struct period *
set_baseline(const struct judge *g)
{
	const struct period *p = set_period(g, DAY_MAX), *base = NULL;

	for (; p != NULL; p = set_period(g, p->to)) {
		if (!g->t->has_baseline)
			base = p;
		else if (p->to > g->t->baseline.from && p->to <= g->t->baseline.to)
			return p;
	}
	return base;
}

static bool
member_in(struct judge *g, const struct member *m, const struct period *p, enum role role)
{
	for (size_t i = m->series.len; i-- > 0;) {
		const struct observation *o = &m->series.at[i];

		if (!observation_visible(o, g->horizon) || !period_same(&o->period, p))
			continue;
		g->withheld = g->withheld || o->withheld;
		return value_cmp(value_of(g, role, &o->value, role == ROLE_LATEST ? 1 : -1),
		                 NUMBER(1, 0)) >= 0;
	}
	return false;
}

static int64_t
set_size(struct judge *g, const struct period *p, enum role role)
{
	int64_t size = 0;

	for (size_t i = 0; i < g->e->member_count; i++)
		size += member_in(g, &g->e->members[i], p, role);
	return size;
}

/* How many are in now and were not before; their titles when `names` is given. */
static size_t
set_new(struct judge *g, const struct period *before, const struct period *now, struct buf *names)
{
	size_t count = 0;

	for (size_t i = 0; i < g->e->member_count; i++) {
		const struct member *m = &g->e->members[i];

		if (!member_in(g, m, now, ROLE_LATEST) || member_in(g, m, before, ROLE_BASELINE))
			continue;
		if (names != NULL && count > 0)
			BUF_LIT(names, ", ");
		if (names != NULL)
			buf_put(names, m->title);
		count++;
	}
	return count;
}

static void
list_set_past(struct judge *g, const struct period *base, const struct period *now)
{
	const struct period *p = set_period(g, now->to);

	for (; p != NULL && p->to > base->to && g->past_count < PAST_MAX; p = set_period(g, p->to))
		g->past[g->past_count++] = (struct past){
			.period = *p,
			.held = set_new(g, base, p, NULL) == 0,
		};
}

static struct mark
set_mark(const struct period *p, int64_t size)
{
	struct mark m = { .shown = { .period = *p, .method = 1 } };

	m.shown.value = quantity_exact(NUMBER(size, 0));
	m.judged = m.shown;
	return m;
}

static void
set_say(struct judge *g, size_t fresh)
{
	bool fewer = g->t->direction != DIRECTION_FALL || g->set_now < g->set_before;

	g->kept = true;
	if (g->passed)
		judge_say(g, fresh == 0 && fewer ? VERDICT_MET : VERDICT_MISSED,
		          fresh == 0 && fewer ? REASON_KEPT : REASON_NOT_REACHED);
	else if (fresh > 0)
		judge_say(g, VERDICT_OFF_TRACK, REASON_BROKEN);
	else if (!fewer)
		judge_say(g, VERDICT_OFF_TRACK, REASON_NO_CHANGE);
	else
		judge_say(g, VERDICT_ON_TRACK, REASON_HOLDS);
}

static void
judge_members(struct judge *g, const struct period *base, const struct period *now)
{
	struct mark m = set_mark(now, g->set_now);
	struct buf  names;
	size_t      fresh;

	judge_latest(g, &m);
	buf_init(&names, 4096);
	fresh = set_new(g, base, now, &names);
	g->failing = fresh;
	if (fresh > 0)
		g->j.worst = str_dup(g->arena, buf_str(&names));
	buf_free(&names);
	set_say(g, fresh);
	list_set_past(g, base, now);
}

void
judge_set(struct judge *g)
{
	const struct period *base = set_baseline(g), *now = set_period(g, DAY_MAX);
	struct track         none = { 0 };
	struct mark          m;

	if (base != NULL) {
		g->set_before = set_size(g, base, ROLE_BASELINE);
		m = set_mark(base, g->set_before);
		judge_baseline(g, &m);
	}
	if (now != NULL && base != NULL && now->to > base->to &&
	    (!g->passed || now->to > g->t->deadline.from)) {
		g->set_now = set_size(g, now, ROLE_LATEST);
		judge_members(g, base, now);
		return;
	}
	if (now != NULL) {
		g->set_now = set_size(g, now, ROLE_LATEST);
		m = set_mark(now, g->set_now);
		none = (struct track){ &m, 1 };
	}
	judge_unmeasured(g, &none, true);
}

static const struct observation *
milestone_done(struct judge *g)
{
	for (size_t i = 0; i < g->e->own.len; i++) {
		const struct observation *o = &g->e->own.at[i];

		if (observation_visible(o, g->as_of) &&
		    value_cmp(value_of(g, ROLE_LATEST, &o->value, -1), NUMBER(1, 0)) >= 0)
			return o;
	}
	return NULL;
}

void
judge_milestone(struct judge *g)
{
	const struct observation *o = milestone_done(g);
	struct mark               m;

	if (o == NULL) {
		judge_say(g, g->passed ? VERDICT_MISSED : VERDICT_NO_DATA,
		          g->passed ? REASON_NOT_DONE : REASON_NOT_YET_DUE);
		return;
	}
	m = (struct mark){ .judged = *o, .shown = *o };
	judge_latest(g, &m);
	g->done_seen = true;
	if (g->passed && o->period.to > g->t->deadline.to) {
		judge_say(g, VERDICT_MISSED, REASON_NOT_DONE);
		return;
	}
	judge_say(g, VERDICT_MET, REASON_DONE);
	g->j.early = g->ahead;
}
