/* What is only unlikely about measurements that somebody sends: each against what is
 * recorded and what comes along with it, by exact decimals. */
#include "app/measure.h"
#include <stdlib.h>

enum { SET_TOLERANCE = 1 };             /* points by which rounded parts may miss 100 */

struct point {
	const struct observation_row *row;
	const struct observation     *at;
	bool                          fresh;    /* is sent now */
};

/* What is recorded, as it would stand with what is sent. */
struct points {
	struct point *at;
	size_t        len;
};

static bool
has_figure(const struct observation *o)
{
	return o->missing == MISSING_NONE && o->value.has_point;
}

static bool
same_cell(const struct observation_row *x, const struct observation_row *y)
{
	return x->area == y->area && x->group == y->group && x->from == y->from && x->to == y->to &&
	    x->method == y->method;
}

static bool
is_replaced(const struct measure_view *to, const struct observation_row *row)
{
	for (size_t i = 0; i < to->len; i++)
		if (same_cell(&to->at[i].row, row))
			return true;
	return false;
}

static struct points
merge(const struct measure *m)
{
	struct points all = { ARENA_ARRAY(m->a, struct point, m->now.len + m->to->len + 1), 0 };

	for (size_t i = 0; i < m->now.len; i++)
		if (has_figure(&m->now.at[i]) && !is_replaced(m->to, &m->now.row[i]))
			all.at[all.len++] = (struct point){ &m->now.row[i], &m->now.at[i], false };
	for (size_t i = 0; i < m->to->len; i++)
		if (has_figure(&m->to->at[i].at))
			all.at[all.len++] = (struct point){ &m->to->at[i].row, &m->to->at[i].at, true };
	return all;
}

/* ---- range ---- */

static bool
is_out_of_range(enum unit u, struct number n)
{
	bool below = number_sign(n) < 0, whole = number_trim(n).scale == 0;

	if (u == UNIT_SHARE)
		return below || number_cmp(n, NUMBER(100, 0)) > 0;
	if (u == UNIT_COUNT || u == UNIT_PERSONS)
		return below || !whole;
	return u == UNIT_KRONER && below;
}

/* ---- jump ---- */

static bool
distance(struct number a, struct number b, struct number *ret)
{
	if (!number_sub(a, b, ret))
		return false;
	return number_sign(*ret) >= 0 || number_neg(*ret, ret);
}

static int
by_time(const void *x, const void *y)
{
	const struct point *a = x, *b = y;

	return observation_cmp(a->at, b->at);
}

/* More than `n` times `b`? What does not fit is not asked about. */
static bool
exceeds(struct number a, int64_t n, struct number b)
{
	struct number product;

	return number_mul(NUMBER(n, 0), b, &product) && number_cmp(a, product) > 0;
}

static bool
is_far(const struct points *series, size_t i)
{
	struct number now = series->at[i].at->value.point, before = series->at[i - 1].at->value.point;
	struct number step, change, largest = NUMBER_ZERO;
	bool          changed = false;

	for (size_t k = 1; k < series->len; k++) {
		if (series->at[k].fresh || series->at[k - 1].fresh || !distance(series->at[k].at->value.point,
		    series->at[k - 1].at->value.point, &change))
			continue;
		changed = true;
		if (number_cmp(change, largest) > 0)
			largest = change;
	}
	if (changed && distance(now, before, &step) && exceeds(step, 3, largest))
		return true;
	return number_sign(before) > 0 && (exceeds(now, 2, before) || exceeds(before, 2, now));
}

static bool
is_jump(const struct measure *m, const struct points *all, const struct measure_row *r)
{
	struct points series = { ARENA_ARRAY(m->a, struct point, all->len + 1), 0 };

	for (size_t i = 0; i < all->len; i++)
		if (all->at[i].row->area == r->row.area && all->at[i].row->group == r->row.group &&
		    all->at[i].row->method == r->row.method)
			series.at[series.len++] = all->at[i];
	qsort(series.at, series.len, sizeof *series.at, by_time);
	for (size_t i = 1; i < series.len; i++)
		if (series.at[i].row == &r->row)
			return is_far(&series, i);
	return false;
}

/* ---- parts ---- */

static int64_t
parent_of(const struct measure *m, int64_t area)
{
	return things_kind(m->sn->things, area) == NOUN_AREA ? snapshot_ref(m->sn, area, AREA_parent) : 0;
}

static size_t
parts_of(const struct measure *m, int64_t whole)
{
	size_t n = 0;

	for (size_t i = 0; i < m->sn->len[NOUN_AREA]; i++)
		n += m->sn->row[NOUN_AREA][i].ref[AREA_parent] == whole;
	return n;
}

/* Only where the whole and every part of it are there. */
static bool
parts_differ(const struct measure *m, const struct points *all, const struct observation_row *r,
             int64_t whole)
{
	struct number sum = NUMBER_ZERO, total = NUMBER_ZERO;
	size_t        parts = 0;
	bool          has_total = false;

	for (size_t i = 0; whole != 0 && i < all->len; i++) {
		const struct observation_row *o = all->at[i].row;

		if (o->group != r->group || o->from != r->from || o->to != r->to || o->method != r->method)
			continue;
		if (o->area == whole) {
			has_total = true;
			total = all->at[i].at->value.point;
		} else if (parent_of(m, o->area) == whole) {
			parts++;
			if (!number_add(sum, all->at[i].at->value.point, &sum))
				return false;
		}
	}
	return has_total && parts > 0 && parts == parts_of(m, whole) && number_cmp(sum, total) != 0;
}

static bool
is_no_sum(const struct measure *m, const struct points *all, const struct observation_row *r)
{
	if (m->unit != UNIT_COUNT && m->unit != UNIT_PERSONS && m->unit != UNIT_KRONER)
		return false;
	return parts_differ(m, all, r, r->area) || parts_differ(m, all, r, parent_of(m, r->area));
}

/* ---- groups that were the whole ---- */

/* Do the groups of an area add up to 100 in a period, or nearly? `*n`: how many there are. */
static bool
is_hundred(const struct points *all, const struct observation_row *r, size_t *n)
{
	struct number sum = NUMBER_ZERO, off;

	*n = 0;
	for (size_t i = 0; i < all->len; i++) {
		const struct observation_row *o = all->at[i].row;

		if (o->group == 0 || o->area != r->area || o->from != r->from || o->to != r->to ||
		    o->method != r->method)
			continue;
		(*n)++;
		if (!number_add(sum, all->at[i].at->value.point, &sum))
			return false;
	}
	return distance(sum, NUMBER(100, 0), &off) && number_cmp(off, NUMBER(SET_TOLERANCE, 0)) <= 0;
}

/* The groups of the newest earlier period of that area. */
static bool
is_no_whole(const struct measure *m, const struct points *all, const struct observation_row *r)
{
	const struct observation_row *before = NULL;
	size_t                        then, now;

	if (m->unit != UNIT_SHARE || r->group == 0)
		return false;
	for (size_t i = 0; i < all->len; i++) {
		const struct observation_row *o = all->at[i].row;

		if (!all->at[i].fresh && o->group != 0 && o->area == r->area && o->method == r->method &&
		    o->to <= r->from && (before == NULL || o->to > before->to))
			before = o;
	}
	return before != NULL && is_hundred(all, before, &then) && then > 1 &&
	    !is_hundred(all, r, &now) && now == then;
}

/* Of a distribution: as many groups as any period of the area has. */
static bool
is_no_distribution(const struct measure *m, const struct points *all, const struct observation_row *r)
{
	size_t most = 2, n;

	if (m->indicator->text[INDICATOR_distribution].len == 0 || r->group == 0)
		return false;
	for (size_t i = 0; i < all->len; i++) {
		if (all->at[i].row->group == 0 || all->at[i].row->area != r->area)
			continue;
		(void)is_hundred(all, all->at[i].row, &n);
		most = n > most ? n : most;
	}
	return !is_hundred(all, r, &n) && n == most;
}

/* ---- indicators that make 100 per cent together ---- */

static bool
is_known(const int64_t *known, size_t n, int64_t id)
{
	for (size_t i = 0; i < n; i++)
		if (known[i] == id)
			return true;
	return false;
}

/* Whoever is named by one of them, or names one. */
bool
measure_rest(struct measure *m)
{
	const struct snapshot *sn = m->sn;
	size_t                 all = sn->len[NOUN_INDICATOR], n = 1;
	int64_t               *with = ARENA_ARRAY(m->a, int64_t, all + 1);
	bool                   grew = true;

	with[0] = m->indicator->id;
	while (grew) {
		grew = false;
		for (size_t i = 0; i < all; i++) {
			const struct noun_row *row = &sn->row[NOUN_INDICATOR][i];
			int64_t                to = row->ref[INDICATOR_complement];
			bool                   own = is_known(with, n, row->id);

			if (snapshot_row(sn, to) == NULL || own == is_known(with, n, to))
				continue;
			with[n++] = own ? to : row->id;
			grew = true;
		}
	}
	m->rest = ARENA_ARRAY(m->a, struct measured, n);
	for (m->rests = 0; m->rests + 1 < n; m->rests++)
		if (!observations_load(m->a, m->s, sn, with[m->rests + 1], &m->rest[m->rests]))
			return false;
	return true;
}

/* The figure of that cell, by the newest method; false: it is not known, or not shown. */
static bool
figure_there(const struct measured *all, const struct observation_row *r, struct number *ret)
{
	for (size_t i = all->len; i-- > 0;) {
		const struct observation_row *o = &all->row[i];

		if (o->area != r->area || o->group != r->group || o->from != r->from || o->to != r->to)
			continue;
		*ret = all->at[i].value.point;
		return has_figure(&all->at[i]) && all->at[i].withheld == WITHHELD_NOT;
	}
	return false;
}

static bool
is_no_hundred(const struct measure *m, const struct measure_row *r)
{
	struct number sum = r->at.value.point, one, off;

	for (size_t i = 0; i < m->rests; i++)
		if (!figure_there(&m->rest[i], &r->row, &one) || !number_add(sum, one, &sum))
			return false;
	return m->rests > 0 && distance(sum, NUMBER(100, 0), &off) &&
	    number_cmp(off, NUMBER(SET_TOLERANCE, 0)) > 0;
}

static unsigned
questions_of(const struct measure *m, const struct points *all, const struct measure_row *r)
{
	return (unsigned)is_out_of_range(m->unit, r->at.value.point) << MEASURE_RANGE |
	    (unsigned)is_jump(m, all, r) << MEASURE_JUMP |
	    (unsigned)is_no_sum(m, all, &r->row) << MEASURE_PARTS |
	    (unsigned)(r->row.to > m->ask->today) << MEASURE_EARLY |
	    (unsigned)is_no_hundred(m, r) << MEASURE_WHOLE |
	    (unsigned)is_no_distribution(m, all, &r->row) << MEASURE_SHARES |
	    (unsigned)is_no_whole(m, all, &r->row) << MEASURE_COMPLEMENT;
}

void
measure_ask(struct measure *m)
{
	struct points all = merge(m);

	for (size_t i = 0; i < m->to->len; i++) {
		struct measure_row *r = &m->to->at[i];

		if (r->same || !has_figure(&r->at))
			continue;
		r->asks = questions_of(m, &all, r);
		if ((r->asks >> MEASURE_SHARES & 1) != 0)       /* the same, said better */
			r->asks &= ~(1u << MEASURE_COMPLEMENT);
	}
}
