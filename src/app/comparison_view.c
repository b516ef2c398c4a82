#include "app/comparison_view.h"
#include "app/areas.h"
#include "app/evidence.h"
#include "app/indicator_view.h"
#include "app/sorted.h"
#include <string.h>

struct view {
	struct arena           *a;
	const struct edition   *ed;
	const struct snapshot  *sn;
	struct comparison_view *to;
};

/* ---- the list ---- */

static void
find_benchmarks(struct arena *a, const struct edition *ed, struct comparison_row *r)
{
	const struct barometer_row **all;
	size_t                       n = indicator_targets(a, ed, r->indicator.id, &all);

	r->target = ARENA_ARRAY(a, const struct barometer_row *, n + 1);
	for (size_t i = 0; i < n; i++)
		if (all[i]->target->kind == TARGET_BENCHMARK)
			r->target[r->targets++] = all[i];
}

/* Most indicators are measured in the same cities, whose names are put in order once. */
struct named_others {
	struct stock_others others;
	struct named       *by_title;
};

static void
name_others(struct arena *a, const struct edition *ed, struct stock_others others,
            struct named_others *last)
{
	if (others.len == last->others.len &&
	    memcmp(others.at, last->others.at, others.len * sizeof *others.at) == 0)
		return;
	*last = (struct named_others){ others, ARENA_ARRAY(a, struct named, others.len) };
	for (size_t i = 0; i < others.len; i++)
		last->by_title[i] = judge_named(&ed->sn, others.at[i]);
	sorted_named(last->by_title, others.len);
}

static struct comparison_row
list_row(struct arena *a, const struct edition *ed, int64_t indicator,
         const struct named_others *with)
{
	const struct barometer_row **all;
	struct comparison_row        r = {
		.indicator = judge_named(&ed->sn, indicator),
		.is = evidence_indicator(&ed->sn, indicator),
		.with = with->by_title, .withs = with->others.len,
	};
	size_t  n = indicator_targets(a, ed, r.indicator.id, &all);
	int32_t day = indicator_day(ed, all, n);

	r.latest = trend_latest(stock_series(ed->stock, &ed->sn, indicator), day);
	find_benchmarks(a, ed, &r);
	return r;
}

static int
row_order(const void *a, const void *b, void *collator)
{
	const struct comparison_row *x = a, *y = b;

	return sorted_titles(&x->indicator, &y->indicator, collator);
}

struct comparison_list
comparison_list(struct arena *a, const struct edition *ed)
{
	const struct snapshot *sn = &ed->sn;
	struct comparison_list l = {
		.at = ARENA_ARRAY(a, struct comparison_row, sn->len[NOUN_INDICATOR] + 1),
	};
	struct named_others with = { { 0 }, NULL };

	for (size_t i = 0; i < sn->len[NOUN_INDICATOR]; i++) {
		int64_t             id = sn->row[NOUN_INDICATOR][i].id;
		struct stock_others others = stock_others(ed->stock, sn, id);

		if (others.len == 0)
			continue;
		name_others(a, ed, others, &with);
		l.at[l.len++] = list_row(a, ed, id, &with);
	}
	sorted(l.at, l.len, sizeof *l.at, row_order);
	return l;
}

/* ---- one set ---- */

static const struct noun_row *
row_named(const struct view *v, struct str key, bool *is_set)
{
	const struct noun_row *row = edition_thing(v->ed, NOUN_COMPARATOR, key);

	*is_set = row != NULL;
	return row != NULL ? row : edition_thing(v->ed, NOUN_AREA, key);
}

static bool
is_measured(const struct view *v, struct str area)
{
	for (size_t i = 0; i < v->to->indicator.parts; i++)
		if (str_eq(v->to->indicator.part[i].area.id, area))
			return true;
	return false;
}

static void
find_members(struct view *v, int64_t set, struct comparison_set *s)
{
	const struct snapshot *sn = v->sn;
	bool                   other = false;

	s->member = ARENA_ARRAY(v->a, struct named, sn->len[NOUN_COMPARATOR_MEMBER] + 1);
	for (size_t i = 0; i < sn->len[NOUN_COMPARATOR_MEMBER]; i++) {
		const struct noun_row *row = &sn->row[NOUN_COMPARATOR_MEMBER][i];
		int64_t                area = row->ref[COMPARATOR_MEMBER_area];

		if (row->ref[COMPARATOR_MEMBER_comparator] != set)
			continue;
		s->member[s->members] = judge_named(sn, area);
		s->holds_city |= area == sn->authority_area;
		other |= area != sn->authority_area &&
		    is_measured(v, s->member[s->members].id);
		s->members++;
	}
	s->only_whole = !other;
	sorted_named(s->member, s->members);
}

static bool
is_figure(const struct observation *o)
{
	return o->missing == MISSING_NONE && !o->withheld;
}

static const struct measured_view *
beside(const struct series_view *own, const struct observation *o)
{
	for (size_t i = own->series.len; i-- > 0;) {
		struct period at = own->series.at[i].period;

		if (at.to < o->period.to)
			return NULL;            /* a series is in order of its ends */
		if (at.to == o->period.to && period_eq(at, o->period) && is_figure(own->at[i].o))
			return &own->at[i];
	}
	return NULL;
}

static void
find_pairs(struct view *v, struct comparison_set *s)
{
	const struct series_view *own = &v->to->indicator.own;

	s->pair = ARENA_ARRAY(v->a, struct comparison_pair, s->series->series.len + 1);
	for (size_t i = s->series->series.len; i-- > 0;) {
		const struct measured_view *other = &s->series->at[i];
		const struct measured_view *city = beside(own, other->o);

		if (city == NULL || !is_figure(other->o))
			continue;
		/* A difference, whatever is counted: the sets are cities, too. */
		s->pair[s->pairs++] = (struct comparison_pair){
			city, other, areas_against(UNIT_NUMBER, city->o, other->o),
		};
	}
}

static void
add_set(struct view *v, const struct series_view *series)
{
	bool                   is_set;
	const struct noun_row *row = row_named(v, series->area.id, &is_set);
	struct comparison_set  s = { .set = series->area, .is_set = is_set, .series = series };

	if (row == NULL)
		return;
	s.source = snapshot_source(v->sn, row);
	if (is_set) {
		s.has_start = day_from_iso(row->text[COMPARATOR_starts], &s.starts);
		s.has_end = day_from_iso(row->text[COMPARATOR_ends], &s.ends);
		find_members(v, row->id, &s);
	}
	find_pairs(v, &s);
	v->to->at[v->to->len++] = s;
}

static int
set_order(const void *a, const void *b, void *collator)
{
	const struct comparison_set *x = a, *y = b;
	int                          o = (int)y->is_set - (int)x->is_set;

	return o != 0 ? o : sorted_titles(&x->set, &y->set, collator);
}

/* What the chart draws: the city, and what it is compared with here. */
static void
keep_asked(struct view *v)
{
	struct indicator_view *m = &v->to->indicator;
	size_t                 n = 0;

	for (size_t i = 0; i < m->parts; i++)
		if (m->part[i].part == PART_COMPARATOR &&
		    (v->to->asked.len == 0 || str_eq(m->part[i].area.id, v->to->asked)))
			m->part[n++] = m->part[i];
	m->parts = n;
}

static void
find_choices(struct view *v)
{
	struct comparison_view *to = v->to;

	to->choice = ARENA_ARRAY(v->a, struct named, to->len + 1);
	for (size_t i = 0; i < to->len; i++)
		to->choice[to->choices++] = to->at[i].set;
}

/* Sets are made of all that is measured, and the asked one is kept. */
static void
find_sets(struct view *v)
{
	struct comparison_view *to = v->to;
	size_t                  n = 0, parts = to->indicator.parts;
	struct series_view     *all = ARENA_ARRAY(v->a, struct series_view, parts + 1);

	to->at = ARENA_ARRAY(v->a, struct comparison_set, parts + 1);
	for (size_t i = 0; i < parts; i++) {
		all[i] = to->indicator.part[i];
		if (all[i].part == PART_COMPARATOR)
			add_set(v, &all[i]);
	}
	sorted(to->at, to->len, sizeof *to->at, set_order);
	find_choices(v);
	for (size_t i = 0; i < to->len; i++)
		if (to->asked.len == 0 || str_eq(to->at[i].set.id, to->asked))
			to->at[n++] = to->at[i];
	to->len = n;
}

bool
comparison_view(struct arena *a, const struct edition *ed, const struct noun_row *indicator,
                struct str asked, struct comparison_view *ret)
{
	struct indicator_ask   whole = { 0, 0 };
	struct comparison_view to = { .asked = asked };
	struct view            v = { a, ed, &ed->sn, &to };

	if (!indicator_view(a, ed, indicator, whole, &to.indicator))
		return false;
	find_sets(&v);
	keep_asked(&v);
	*ret = to;
	return true;
}
