#include "core/track.h"

bool
observation_visible(const struct observation *o, int32_t horizon)
{
	return o->period.dated && o->missing == MISSING_NONE && o->period.to <= horizon;
}

bool
period_same(const struct period *a, const struct period *b)
{
	return a->from == b->from && a->to == b->to;
}

static bool
series_visible(struct series s, int32_t horizon)
{
	for (size_t i = 0; i < s.len; i++)
		if (observation_visible(&s.at[i], horizon))
			return true;
	return false;
}

bool
evidence_visible(const struct evidence *e, int32_t as_of)
{
	if (series_visible(e->own, as_of))
		return true;
	for (size_t i = 0; i < e->member_count; i++)
		if (series_visible(e->members[i].series, as_of))
			return true;
	return false;
}

enum missing
series_missing(struct series s, int32_t horizon)
{
	for (size_t i = s.len; i-- > 0;)
		if (s.at[i].period.dated && s.at[i].period.to <= horizon)
			return s.at[i].missing;
	return MISSING_NONE;
}

/* How many end by `to`: a series is sorted by the end. */
static size_t
series_until_end(struct series s, int32_t to)
{
	size_t low = 0, high = s.len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (s.at[middle].period.to <= to)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct observation *
series_at(struct series s, const struct period *p, uint32_t method, int32_t horizon)
{
	for (size_t i = series_until_end(s, p->to); i-- > 0;) {
		const struct observation *o = &s.at[i];

		if (o->period.to != p->to)
			break;
		if (period_same(&o->period, p) && o->method == method &&
		    observation_visible(o, horizon))
			return o;
	}
	return NULL;
}

/* A plain figure is judged as it is printed, also as a term of a difference. A
 * share lies in [0, 100]; what is counted is not below zero. */
struct quantity
quantity_judged(struct quantity q, enum unit u)
{
	bool whole = u == UNIT_COUNT || u == UNIT_PERSONS || u == UNIT_KRONER;

	if (q.qualifier == QUALIFIER_NONE && q.has_point)
		return quantity_exact(q.point);
	if ((u == UNIT_SHARE || whole) && !q.range.low.exists)
		q.range.low = (struct bound){ .at = NUMBER_ZERO, .exists = true };
	if (u == UNIT_SHARE && !q.range.high.exists)
		q.range.high = (struct bound){ .at = NUMBER(100, 0), .exists = true };
	return q;
}

struct track
track_of(struct judge *g, struct series s)
{
	struct track tr = { .at = ARENA_ARRAY(g->arena, struct mark, s.len + 1) };

	for (size_t i = 0; i < s.len; i++) {
		struct mark *m = &tr.at[tr.len];

		if (!observation_visible(&s.at[i], g->horizon))
			continue;
		m->judged = m->shown = s.at[i];
		m->judged.value = quantity_judged(s.at[i].value, judge_unit(g));
		tr.len++;
	}
	return tr;
}

static bool
bound_sub(struct bound x, struct bound y, struct bound *ret)
{
	struct bound b = { .exists = x.exists && y.exists, .open = x.open || y.open };

	if (b.exists && !number_sub(x.at, y.at, &b.at))
		return false;
	*ret = b;
	return true;
}

/* The words for a figure that was computed from qualified ones. */
enum qualifier
qualifier_computed(const struct quantity *q)
{
	if (q->has_point)
		return QUALIFIER_CIRCA;
	if (q->range.low.exists && q->range.high.exists)
		return QUALIFIER_RANGE;
	if (q->range.low.exists)
		return q->range.low.open ? QUALIFIER_OVER : QUALIFIER_ATLEAST;
	return q->range.high.open ? QUALIFIER_UNDER : QUALIFIER_ATMOST;
}

static bool
quantity_sub(const struct quantity *x, const struct quantity *y, struct quantity *ret)
{
	struct quantity q = { .has_point = x->has_point && y->has_point };

	if (!bound_sub(x->range.low, y->range.high, &q.range.low) ||
	    !bound_sub(x->range.high, y->range.low, &q.range.high) ||
	    (q.has_point && !number_sub(x->point, y->point, &q.point)))
		return false;
	if (x->qualifier != QUALIFIER_NONE || y->qualifier != QUALIFIER_NONE)
		q.qualifier = qualifier_computed(&q);
	*ret = q;
	return true;
}

bool
track_difference(struct judge *g, struct series x, struct series y, struct track *ret)
{
	struct track tr = { .at = ARENA_ARRAY(g->arena, struct mark, x.len + 1) };
	enum unit    u = judge_unit(g);

	for (size_t i = 0; i < x.len; i++) {
		const struct observation *o = &x.at[i], *p;
		struct mark              *m = &tr.at[tr.len];
		struct quantity           a, b;

		if (!observation_visible(o, g->horizon))
			continue;
		p = series_at(y, &o->period, o->method, g->horizon);
		if (p == NULL)
			continue;
		a = quantity_judged(o->value, u);
		b = quantity_judged(p->value, u);
		*m = (struct mark){ .judged = *o, .shown = *o, .other = *p, .has_other = true };
		if (!quantity_sub(&a, &b, &m->judged.value))
			return false;
		m->judged.breaks = o->breaks || p->breaks;
		m->judged.withheld = withheld_with(o->withheld, p->withheld);
		m->judged.preliminary = o->preliminary || p->preliminary;
		m->judged.assumed = o->assumed || p->assumed;
		tr.len++;
	}
	*ret = tr;
	return true;
}

/* What is measured by the newest method, since its last break. */
struct track
track_current(struct judge *g, const struct track *all)
{
	struct track now = { .at = ARENA_ARRAY(g->arena, struct mark, all->len + 1) };
	uint32_t     method = 0;

	for (size_t i = 0; i < all->len; i++)
		if (all->at[i].judged.method > method)
			method = all->at[i].judged.method;
	for (size_t i = 0; i < all->len; i++) {
		if (all->at[i].judged.method != method)
			continue;
		if (all->at[i].judged.breaks)
			now.len = 0;
		now.at[now.len++] = all->at[i];
	}
	return now;
}

static const struct mark *
track_find(const struct track *tr, const struct period *p, bool exact)
{
	for (size_t i = tr->len; i-- > 0;) {
		const struct period *q = &tr->at[i].judged.period;

		if (exact ? period_same(q, p) : q->to > p->from && q->to <= p->to)
			return &tr->at[i];
	}
	return NULL;
}

/* The mark of the period itself, else the last that ends inside it. */
static const struct mark *
track_at(const struct track *tr, const struct period *p)
{
	const struct mark *m = track_find(tr, p, true);

	return m != NULL ? m : track_find(tr, p, false);
}

const struct mark *
track_first(const struct track *all, const struct target *t)
{
	if (t->has_baseline)
		return track_at(all, &t->baseline);
	return all->len > 0 ? &all->at[0] : NULL;
}

/* The promised baseline in the oldest series that has it. */
static const struct mark *
track_original(const struct track *all, const struct target *t)
{
	const struct mark *m = track_first(all, t);

	if (m == NULL)
		return NULL;
	for (size_t i = 0; i < all->len; i++)
		if (period_same(&all->at[i].judged.period, &m->judged.period))
			return &all->at[i];
	return m;
}

const struct mark *
track_baseline(struct judge *g, const struct track *all, const struct track *now)
{
	const struct mark   *old = track_original(all, g->t), *m;
	const struct period *p;

	if (old == NULL && !g->t->has_baseline)
		return NULL;
	p = g->t->has_baseline ? &g->t->baseline : &old->judged.period;
	m = track_at(now, p);
	if (m == NULL && now->len == all->len)
		return NULL;            /* never measured then, and nothing to re-base on */
	for (size_t i = 0; m == NULL && i < now->len; i++)
		if (now->at[i].judged.period.to >= p->to)
			m = &now->at[i];
	if (m != NULL)
		g->j.rebased = old == NULL || m->judged.method != old->judged.method ||
		               !period_same(&m->judged.period, &old->judged.period);
	return m;
}

const struct mark *
track_deciding(const struct judge *g, const struct track *tr, const struct mark *after)
{
	const struct mark *m = tr->len > 0 ? &tr->at[tr->len - 1] : NULL;

	if (m == NULL || (after != NULL && m->judged.period.to <= after->judged.period.to))
		return NULL;
	if (g->passed && m->judged.period.to <= g->t->deadline.from)
		return NULL;
	return m;
}

/* Nothing decides: say why, and still show what there is. */
void
judge_unmeasured(struct judge *g, const struct track *tr, bool from_baseline)
{
	const struct mark *last = tr->len > 0 ? &tr->at[tr->len - 1] : NULL;

	if (last != NULL)
		judge_latest(g, last);
	if (!evidence_visible(g->e, g->as_of))
		judge_say(g, VERDICT_NO_DATA, REASON_NEVER_MEASURED);
	else if (g->passed)
		judge_say(g, VERDICT_NO_DATA, REASON_DEADLINE_UNMEASURED);
	else if (from_baseline && !g->baseline_known && last != NULL)
		judge_say(g, VERDICT_NO_DATA, REASON_BASELINE_UNMEASURED);
	else if (last != NULL)
		judge_say(g, VERDICT_NO_DATA, REASON_ONLY_BASELINE);
	else
		judge_say(g, VERDICT_NO_DATA, REASON_NEVER_MEASURED);
}
