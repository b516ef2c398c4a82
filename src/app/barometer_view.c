#include "app/barometer_view.h"
#include "app/days.h"
#include "app/indicator_view.h"
#include <stdlib.h>

struct making {
	struct arena               *arena;
	const struct edition       *ed;
	const struct snapshot      *sn;
	const struct barometer_ask *ask;
	struct barometer_view      *view;
};

/* ---- what a target belongs to ---- */

static int64_t
id_of(const struct making *m, enum noun n, struct str key)
{
	return key.len > 0 ? things_find(m->sn->things, n, key) : 0;
}

int64_t
barometer_unit(const struct snapshot *sn, const struct barometer_row *r)
{
	int64_t initiative = things_find(sn->things, NOUN_INITIATIVE, r->initiative.id);
	int64_t objective = things_find(sn->things, NOUN_OBJECTIVE, r->objective.id);
	int64_t unit = snapshot_ref(sn, initiative, INITIATIVE_unit);

	return unit != 0 ? unit : snapshot_ref(sn, objective, OBJECTIVE_unit);
}

/* Is `id` the thing, or under it? Parents never go round in more steps than there
 * are things of the kind. */
static bool
is_under(const struct snapshot *sn, int64_t id, int64_t thing, enum noun kind, size_t parent)
{
	for (size_t i = 0; i <= sn->len[kind] && id != 0; i++) {
		if (id == thing)
			return true;
		id = snapshot_ref(sn, id, parent);
	}
	return false;
}

static int64_t
area_of(const struct making *m, size_t i)
{
	int64_t area = m->ed->stock->at[i].noun->ref[TARGET_area];

	return area != 0 ? area : m->sn->authority_area;
}

/* ---- one line ---- */

static bool
is_shown(const struct observation *o)
{
	return o->missing == MISSING_NONE && !o->withheld && o->value.has_point &&
	    o->value.qualifier == QUALIFIER_NONE;
}

/* What is summed up over its period can only be compared with as long a one. */
static bool
is_comparable(const struct observation *a, const struct observation *b, enum unit u)
{
	int64_t x = a->period.to - a->period.from, y = b->period.to - b->period.from;

	if (a->method != b->method)
		return false;
	return u == UNIT_SHARE || u == UNIT_PERCENT || (10 * x <= 11 * y && 10 * y <= 11 * x);
}

/* From the measurement before to the latest, where the latest is one of the series. */
static void
find_change(struct barometer_line *l)
{
	const struct judgement   *j = &l->row->judgement;
	const struct observation *latest = NULL;

	for (size_t i = l->own.len; i-- > 0 && j->has_latest && is_shown(&j->latest);) {
		const struct observation *o = &l->own.at[i];

		if (latest != NULL && !is_shown(o))
			continue;
		if (latest != NULL) {
			if (latest->breaks || !is_comparable(o, latest, l->row->measure))
				return;
			l->has_change = number_sub(latest->value.point, o->value.point, &l->change);
			return;
		}
		if (!period_eq(o->period, j->latest.period) || o->method != j->latest.method)
			continue;
		if (!is_shown(o) || number_cmp(o->value.point, j->latest.value.point) != 0)
			return;         /* a sum or a difference is judged */
		latest = o;
	}
}

static struct barometer_line
line_of(const struct making *m, size_t i)
{
	const struct barometer_row *r = &m->ed->judged.at[i];
	const struct stock_target  *t = &m->ed->stock->at[i];
	struct barometer_line       l = {
		.row = r, .unit = judge_named(m->sn, barometer_unit(m->sn, r)),
		.better = t->evidence.indicator->better,
		.own = series_until(t->evidence.own, r->as_of),
		.change_unit = unit_of_difference(r->measure),
		.apart = r->target->kind == TARGET_GAP && t->noun->ref[TARGET_other] != 0,
	};

	if (t->noun->ref[TARGET_area] != 0)
		l.area = judge_named(m->sn, t->noun->ref[TARGET_area]);
	find_change(&l);
	l.due = indicator_due(m->sn, t->noun->ref[TARGET_indicator], l.own, r->as_of);
	return l;
}

/* ---- what was asked for ---- */

static bool
is_asked(const struct making *m, size_t i)
{
	const struct barometer_row *r = &m->ed->judged.at[i];
	const struct barometer_ask *ask = m->ask;

	if ((ask->has_verdict && r->judgement.verdict != ask->verdict) ||
	    (ask->policy.len > 0 && !str_eq(r->policy.id, ask->policy)) ||
	    (ask->theme.len > 0 && !str_eq(r->theme.id, ask->theme)))
		return false;
	if (ask->unit.len > 0 && !is_under(m->sn, barometer_unit(m->sn, r), id_of(m, NOUN_UNIT, ask->unit),
	    NOUN_UNIT, UNIT_parent))
		return false;
	return ask->area.len == 0 || area_of(m, i) == id_of(m, NOUN_AREA, ask->area);
}

static void
gather_lines(struct making *m)
{
	const struct barometer *b = &m->ed->judged;
	struct barometer_view  *v = m->view;
	struct barometer_line  *at = ARENA_ARRAY(m->arena, struct barometer_line, b->len + 1);

	v->total = b->len;
	for (size_t i = 0; i < b->len; i++) {
		enum verdict verdict = b->at[i].judgement.verdict;

		v->total_count[verdict]++;
		if (!is_asked(m, i))
			continue;
		v->count[verdict]++;
		at[v->len++] = line_of(m, i);
	}
	v->at = at;
}

/* Of the targets that were asked for; also those that are still ahead of a reader
 * who looks back. */
static void
gather_days(struct making *m)
{
	struct days d = { .a = m->arena };

	for (size_t i = 0; i < m->ed->judged.len; i++) {
		struct series own = m->ed->stock->at[i].evidence.own;

		if (!is_asked(m, i))
			continue;
		for (size_t k = 0; k < own.len; k++)
			days_add(&d, own.at[k].period.to);
		days_add_status(&d, m->sn, m->ed->judged.at[i].policy.id);
	}
	m->view->days = d.len < BAROMETER_DAYS_MAX ? d.len : BAROMETER_DAYS_MAX;
	m->view->day = d.len > 0 ? &d.at[d.len - m->view->days] : NULL;
}

/* ---- filters ---- */

/* One more target of this thing. */
static void
count_choice(struct making *m, struct barometer_choices *to, int64_t thing, struct str chosen,
             size_t *cap)
{
	struct named n = judge_named(m->sn, thing);

	if (n.id.len == 0)
		return;
	for (size_t i = 0; i < to->len; i++) {
		if (!str_eq(to->at[i].thing.id, n.id))
			continue;
		to->at[i].count++;
		return;
	}
	ARENA_GROW(m->arena, to->at, to->len, cap);
	to->at[to->len++] = (struct barometer_choice){ n, 1, str_eq(n.id, chosen) };
}

/* A unit, and those above it. */
static void
count_units(struct making *m, int64_t unit, size_t *cap)
{
	for (size_t i = 0; i <= m->sn->len[NOUN_UNIT] && unit != 0; i++) {
		count_choice(m, &m->view->units, unit, m->ask->unit, cap);
		unit = snapshot_ref(m->sn, unit, UNIT_parent);
	}
}

static void
gather_choices(struct making *m)
{
	struct barometer_view *v = m->view;
	size_t                 cap[4] = { 0 };

	for (size_t i = 0; i < m->ed->judged.len; i++) {
		const struct barometer_row *r = &m->ed->judged.at[i];

		count_choice(m, &v->policies, id_of(m, NOUN_POLICY, r->policy.id), m->ask->policy,
		    &cap[0]);
		count_choice(m, &v->themes, id_of(m, NOUN_THEME, r->theme.id), m->ask->theme,
		    &cap[1]);
		count_units(m, barometer_unit(m->sn, r), &cap[2]);
		count_choice(m, &v->areas, area_of(m, i), m->ask->area, &cap[3]);
	}
}

/* ---- what came lately ---- */

static int
by_newest(const void *a, const void *b)
{
	const struct barometer_line *const *x = a, *const *y = b;
	int32_t i = (*x)->row->judgement.latest.period.to, j = (*y)->row->judgement.latest.period.to;

	if (i != j)
		return i > j ? -1 : 1;
	return str_cmp((*x)->row->target->id, (*y)->row->target->id);
}

/* Did it count for the promise? What is counted begins anew in every window. */
static bool
is_same_promise(const struct target *t, const struct observation *o)
{
	const struct period *window = t->has_window ? &t->window : &t->deadline;

	return t->kind != TARGET_COUNT || (!t->has_window && !t->has_deadline) ||
	    o->period.to > window->from;
}

/* The same target on the day before the latest measured period was over. */
static struct barometer_news
news_of(struct making *m, const struct barometer_line *l)
{
	struct barometer_news n = { .line = l };
	struct judge_when     when = {
		.has_as_of = true, .as_of = l->row->judgement.latest.period.to - 1,
	};
	struct judgement      j = stock_judge_one(m->arena, edition_stock(m->ed, l->row),
	    when).judgement;

	n.first = !j.has_latest;
	n.has_before = j.has_latest && is_same_promise(l->row->target, &j.latest) &&
	    (l->row->target->kind == TARGET_COUNT ||
	        is_comparable(&j.latest, &l->row->judgement.latest, l->row->measure));
	n.before = j.latest;
	n.verdict_before = j.verdict;
	return n;
}

static void
gather_news(struct making *m)
{
	struct barometer_view        *v = m->view;
	const struct barometer_line **at = ARENA_ARRAY(m->arena, const struct barometer_line *,
	    v->len + 1);
	size_t                        n = 0;

	for (size_t i = 0; i < v->len; i++)
		if (v->at[i].row->judgement.has_latest)
			at[n++] = &v->at[i];
	if (n > 1)
		qsort(at, n, sizeof *at, by_newest);
	for (; v->news_len < n && v->news_len < BAROMETER_NEWS_MAX; v->news_len++)
		v->news[v->news_len] = news_of(m, at[v->news_len]);
}

void
barometer_view(struct arena *a, const struct edition *ed, const struct barometer_ask *ask,
               struct barometer_view *ret)
{
	struct making m = { a, ed, &ed->sn, ask, ret };

	*ret = (struct barometer_view){
		.ask = *ask,
		.filtered = ask->has_verdict || ask->policy.len + ask->theme.len + ask->unit.len +
		    ask->area.len > 0,
	};
	gather_lines(&m);
	gather_days(&m);
	gather_choices(&m);
	gather_news(&m);
}
