#include "app/area_view.h"
#include "app/areas.h"
#include "app/evidence.h"
#include "app/graded.h"
#include "app/indicator_view.h"
#include "app/shapes.h"
#include "app/sorted.h"

struct view {
	struct arena           *a;
	const struct edition   *ed;
	const struct snapshot  *sn;
	const struct noun_row  *area;
	struct area_view       *to;
};

/* ---- what is measured there ---- */

static struct series_view
series_of(struct view *v, const struct measured *m, int32_t as_of)
{
	struct series_view s = {
		.part = PART_AREA, .area = judge_named(v->sn, v->area->id),
		.series = series_until(observations_series(m, v->area->id, 0), as_of),
	};

	s.at = ARENA_ARRAY(v->a, struct measured_view, s.series.len + 1);
	for (size_t i = 0; i < s.series.len; i++) {
		const struct observation *o = &s.series.at[i];

		s.at[i] = (struct measured_view){
			o, snapshot_recorded(v->sn, m->row[o - m->at].since),
		};
	}
	return s;
}

/* The city's figure of the same period and method. */
static const struct observation *
city_beside(struct series city, const struct observation *o)
{
	for (size_t i = city.len; i-- > 0;)
		if (period_eq(city.at[i].period, o->period) && city.at[i].method == o->method)
			return &city.at[i];
	return NULL;
}

static const struct measured_view *
latest_of(const struct series_view *s)
{
	for (size_t i = s->series.len; i-- > 0;)
		if (s->series.at[i].missing == MISSING_NONE)
			return &s->at[i];
	return s->series.len > 0 ? &s->at[s->series.len - 1] : NULL;
}

static struct area_indicator
indicator_of(struct view *v, const struct measured_there *there)
{
	const struct barometer_row **target;
	struct area_indicator        i = {
		.indicator = judge_named(v->sn, there->indicator),
		.is = evidence_indicator(v->sn, there->indicator),
	};
	size_t targets = indicator_targets(v->a, v->ed, i.indicator.id, &target);

	i.as_of = indicator_day(v->ed, target, targets);
	i.own = series_of(v, &there->m, i.as_of);
	i.city = series_until(stock_series(v->ed->stock, v->sn, there->indicator), i.as_of);
	i.trend = trend_of(v->a, i.own.series, &i.is, i.as_of);
	i.latest = latest_of(&i.own);
	if (i.latest == NULL)
		return i;
	i.beside = city_beside(i.city, i.latest->o);
	i.against = areas_against(i.is.unit, i.latest->o, i.beside);
	return i;
}

static int
by_title(const void *a, const void *b, void *collator)
{
	const struct area_indicator *x = a, *y = b;

	return sorted_titles(&x->indicator, &y->indicator, collator);
}

static bool
find_indicators(struct view *v)
{
	struct area_view      *to = v->to;
	struct measured_there *there;
	size_t                 n;

	if (!observations_load_area(v->a, v->ed->store, v->sn, v->area->id,
	        v->ed->stock->withheld, v->ed->stock->series_len, &there, &n))
		return false;
	to->at = ARENA_ARRAY(v->a, struct area_indicator, n + 1);
	for (size_t i = 0; i < n; i++) {
		to->at[to->len] = indicator_of(v, &there[i]);
		to->len += to->at[to->len].own.series.len > 0;
	}
	sorted(to->at, to->len, sizeof *to->at, by_title);
	return true;
}

/* ---- classes, sets ---- */

static void
find_graded(struct view *v)
{
	struct area_view *to = v->to;

	to->graded = ARENA_ARRAY(v->a, struct graded, to->len + 1);
	to->graded_by = ARENA_ARRAY(v->a, struct named, to->len + 1);
	for (size_t i = 0; i < to->len; i++) {
		struct area_indicator *x = &to->at[i];
		int64_t                id = things_find(v->ed->things, NOUN_INDICATOR, x->indicator.id);
		struct graded          g = graded_new(v->a, v->sn, id);

		if (g.classes == 0)
			continue;
		g.counted_by = (struct named){ 0 };     /* the city's, not the area's */
		graded_add(v->a, &g, to->place.area, &x->own);
		graded_finish(v->a, v->ed, x->as_of, &g);
		to->graded[to->gradeds] = g;
		to->graded_by[to->gradeds++] = x->indicator;
	}
}

/* What is on a list or not is no figure to draw: it leaves the others. */
static void
find_sets(struct view *v)
{
	struct area_view *to = v->to;
	size_t            n = 0;

	to->set = ARENA_ARRAY(v->a, struct area_indicator, to->len + 1);
	for (size_t i = 0; i < to->len; i++) {
		if (areas_is_set(v->ed, to->at[i].indicator.id))
			to->set[to->sets++] = to->at[i];
		else
			to->at[n++] = to->at[i];
	}
	to->len = n;
}

static bool
is_set_of(const struct area_view *m, const struct barometer_row *r)
{
	for (size_t i = 0; i < m->sets; i++)
		if (r->target->kind == TARGET_SET && str_eq(r->indicator.id, m->set[i].indicator.id))
			return true;
	return false;
}

/* ---- targets ---- */

static void
find_targets(struct view *v)
{
	const struct barometer *b = &v->ed->judged;
	struct area_view       *to = v->to;

	to->target = ARENA_ARRAY(v->a, const struct barometer_row *, b->len + 1);
	to->worst = ARENA_ARRAY(v->a, const struct barometer_row *, b->len + 1);
	for (size_t i = 0; i < b->len; i++) {
		const struct barometer_row *r = &b->at[i];
		const struct noun_row      *noun = edition_stock(v->ed, r)->noun;

		if (noun->ref[TARGET_area] == v->area->id || is_set_of(to, r))
			to->target[to->targets++] = r;
		else if (r->judgement.worst.len > 0 &&
		    str_eq(r->judgement.worst, to->place.area.title))
			to->worst[to->worsts++] = r;
	}
}

/* ---- where it stands ---- */

static void
find_parts(struct view *v)
{
	struct area_view       *to = v->to;
	const struct noun_row **row;
	size_t                  n = areas_under(v->a, v->sn, v->area->id, &row);

	to->part = ARENA_ARRAY(v->a, struct area_place, n + 1);
	for (size_t i = 0; i < n; i++)
		to->part[to->parts++] = areas_place(v->sn, row[i]->id);
}

static void
describe(struct view *v)
{
	struct area_view       *to = v->to;
	const struct noun_row  *row = v->area;
	int64_t                 parent = row->ref[AREA_parent];
	const struct geo_shape **shape = shapes_drawn(v->a, v->sn, &row->id, 1);

	to->place = areas_place(v->sn, row->id);
	to->place.shape = shape[0];
	to->level = row->text[AREA_level];
	to->city = judge_named(v->sn, v->sn->authority_area);
	if (parent != 0 && parent != v->sn->authority_area)
		to->parent = judge_named(v->sn, parent);
	to->has_start = day_from_iso(row->text[AREA_starts], &to->starts);
	to->has_end = day_from_iso(row->text[AREA_ends], &to->ends);
	to->source = snapshot_source(v->sn, row);
	to->recorded = snapshot_recorded(v->sn, row->since);
	to->as_of = v->ed->when.has_as_of ? v->ed->when.as_of : v->ed->when.today;
}

bool
area_view(struct arena *a, const struct edition *ed, const struct noun_row *area,
          struct area_view *ret)
{
	struct area_view to = { 0 };
	struct view      v = { a, ed, &ed->sn, area, &to };

	describe(&v);
	if (!find_indicators(&v))
		return false;
	find_sets(&v);
	find_graded(&v);
	find_targets(&v);
	find_parts(&v);
	*ret = to;
	return true;
}
