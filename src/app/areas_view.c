#include "app/areas_view.h"
#include "app/areas.h"
#include "app/graded.h"
#include "app/indicator_view.h"
#include "app/shapes.h"
#include "app/sorted.h"
#include <stdlib.h>

struct view {
	struct arena          *a;
	const struct edition  *ed;
	const struct snapshot *sn;
	const struct areas_ask *ask;
	struct areas_view     *to;
};

/* ---- what can be chosen ---- */

static bool
is_graded(const struct snapshot *sn, int64_t indicator)
{
	for (size_t i = 0; i < sn->len[NOUN_NEED_CLASS]; i++)
		if (sn->row[NOUN_NEED_CLASS][i].ref[NEED_CLASS_indicator] == indicator)
			return true;
	return false;
}

static void
find_choices(struct view *v)
{
	struct areas_view     *to = v->to;
	const struct noun_row *row = v->sn->row[NOUN_INDICATOR];

	to->choice = ARENA_ARRAY(v->a, struct named, v->sn->len[NOUN_INDICATOR] + 1);
	for (size_t i = 0; i < v->sn->len[NOUN_INDICATOR]; i++)
		if (stock_in_areas(v->ed->stock, v->sn, row[i].id) ||
		    is_graded(v->sn, row[i].id))
			to->choice[to->choices++] = judge_named(v->sn, row[i].id);
	sorted_named(to->choice, to->choices);
}

/* The one that was asked for, else the first graded one that areas have, else the first
 * they have. */
static const struct noun_row *
chosen(const struct view *v)
{
	const struct noun_row *first = NULL;

	if (v->ask->indicator != NULL)
		return v->ask->indicator;
	for (size_t i = 0; i < v->to->choices; i++) {
		const struct noun_row *row =
		    edition_thing(v->ed, NOUN_INDICATOR, v->to->choice[i].id);
		bool measured = stock_in_areas(v->ed->stock, v->sn, row->id);

		if (measured && is_graded(v->sn, row->id))
			return row;
		if (first == NULL || (measured &&
		    !stock_in_areas(v->ed->stock, v->sn, first->id)))
			first = row;
	}
	return first;
}

/* ---- levels ---- */

static const struct series_view *
part_of(const struct areas_view *m, struct str area)
{
	for (size_t i = 0; i < m->indicator.parts; i++)
		if (m->indicator.part[i].part == PART_AREA &&
		    str_eq(m->indicator.part[i].area.id, area))
			return &m->indicator.part[i];
	return NULL;
}

static void
count_level(struct view *v, const struct noun_row *area, size_t *cap)
{
	struct areas_view *to = v->to;
	struct str         code = area->text[AREA_level];
	size_t             i = 0;

	while (i < to->levels && !str_eq(to->level[i].code, code))
		i++;
	if (i == to->levels) {
		ARENA_GROW(v->a, to->level, to->levels, cap);
		to->level[to->levels++] = (struct area_level){ .code = code };
	}
	ARENA_GROW(v->a, to->level[i].area, to->level[i].areas, &to->level[i].cap);
	to->level[i].area[to->level[i].areas++] = judge_named(v->sn, area->id);
	if (part_of(to, things_key(v->sn->things, area->id)) != NULL)
		to->level[i].measured = true;
}

/* Districts come before what lies in them, then by code. */
static int
by_level(const void *a, const void *b)
{
	const struct area_level *x = a, *y = b;
	bool p = str_eq(x->code, STR("district")), q = str_eq(y->code, STR("district"));

	return p != q ? (int)q - (int)p : str_cmp(x->code, y->code);
}

static void
find_levels(struct view *v)
{
	struct areas_view      *to = v->to;
	const struct noun_row **area;
	size_t                  n = areas_of_level(v->a, v->sn, STR_NONE, &area), cap = 0;

	for (size_t i = 0; i < n; i++)
		count_level(v, area[i], &cap);
	if (to->levels > 1)
		qsort(to->level, to->levels, sizeof *to->level, by_level);
	to->shown = v->ask->level;
	for (size_t i = 0; i < to->levels && to->shown.len == 0; i++)
		if (to->level[i].measured)
			to->shown = to->level[i].code;
	if (to->shown.len == 0 && to->levels > 0)
		to->shown = to->level[0].code;
}

/* ---- years ---- */

static int
newest_first(const void *a, const void *b)
{
	int x = *(const int *)a, y = *(const int *)b;

	return (x < y) - (x > y);
}

static bool
is_of_level(const struct view *v, const struct series_view *s)
{
	int64_t area = things_find(v->ed->things, NOUN_AREA, s->area.id);

	return s->part == PART_AREA &&
	    str_eq(snapshot_text(v->sn, area, AREA_level), v->to->shown);
}

static void
add_year(struct view *v, int year, size_t *cap)
{
	for (size_t i = 0; i < v->to->years; i++)
		if (v->to->year[i] == year)
			return;
	ARENA_GROW(v->a, v->to->year, v->to->years, cap);
	v->to->year[v->to->years++] = year;
}

static void
find_years(struct view *v)
{
	struct areas_view *to = v->to;
	size_t             cap = 0;

	for (size_t i = 0; i < to->indicator.parts; i++) {
		const struct series_view *s = &to->indicator.part[i];

		for (size_t k = 0; k < s->series.len && is_of_level(v, s); k++)
			add_year(v, graded_year(s->series.at[k].period), &cap);
	}
	if (to->years > 1)
		qsort(to->year, to->years, sizeof *to->year, newest_first);
	to->asked = v->ask->year != 0 ? v->ask->year : to->years > 0 ? to->year[0] : 0;
}

/* ---- rows ---- */

/* Was it there at any time of the year, as far as the register says? */
static bool
existed(const struct noun_row *area, int year)
{
	int32_t day;

	if (year == 0)
		return true;
	if (day_from_iso(area->text[AREA_starts], &day) && day >= day_of(year + 1, 1, 1))
		return false;
	return !day_from_iso(area->text[AREA_ends], &day) || day > day_of(year, 1, 1);
}

static struct areas_row
row_of(struct view *v, const struct noun_row *area)
{
	struct areas_view        *to = v->to;
	struct areas_row          r = { .place = areas_place(v->sn, area->id) };
	const struct series_view *s = part_of(to, r.place.area.id);
	bool                      uncertain;

	if (s == NULL)
		return r;
	r.at = graded_at(s, to->asked);
	if (r.at == NULL)
		return r;
	if (r.at > s->at)
		r.before = r.at - 1;
	r.class_ = graded_class(&to->graded, r.at->o, &uncertain);
	if (to->is_set)
		return r;
	r.change = areas_change(r.at->o, r.before != NULL ? r.before->o : NULL);
	r.against = areas_against(to->indicator.is.unit, r.at->o,
	    to->city != NULL ? to->city->o : NULL);
	return r;
}

static bool
is_known(const struct areas_row *r)
{
	return r->at != NULL && !r->at->o->withheld && r->at->o->missing == MISSING_NONE &&
	    r->at->o->value.has_point;
}

/* The best first: what shall fall is best when it is low. */
static int
value_order(const struct areas_row *x, const struct areas_row *y, enum direction better)
{
	int o = number_cmp(x->at->o->value.point, y->at->o->value.point);

	return better == DIRECTION_FALL ? o : -o;
}

static int
row_order(const struct areas_row *x, const struct areas_row *y, enum direction better,
          const struct collator *c)
{
	int o = (int)is_known(y) - (int)is_known(x);

	if (o == 0 && is_known(x))
		o = value_order(x, y, better);
	return o != 0 ? o : sorted_titles(&x->place.area, &y->place.area, c);
}

static int
highest_first(const void *a, const void *b, void *collator)
{
	return row_order(a, b, DIRECTION_RISE, collator);
}

static int
lowest_first(const void *a, const void *b, void *collator)
{
	return row_order(a, b, DIRECTION_FALL, collator);
}

static void
sort_rows(struct areas_view *to)
{
	bool fall = to->indicator.is.better == DIRECTION_FALL;

	sorted(to->at, to->len, sizeof *to->at, fall ? lowest_first : highest_first);
}

static void
rank_rows(struct areas_view *to)
{
	for (size_t i = 0; i < to->len; i++) {
		struct areas_row *r = &to->at[i];

		to->withheld += r->at != NULL && r->at->o->withheld;
		to->neighbours += r->at != NULL && r->at->o->withheld == WITHHELD_NEIGHBOUR;
		to->unmeasured += r->at == NULL || r->at->o->missing != MISSING_NONE;
		if (!is_known(r))
			continue;
		to->members += number_sign(r->at->o->value.point) > 0;
		if (to->is_set)
			continue;
		to->ranked++;
		r->rank = i + 1;
		if (i > 0 && value_order(r, &to->at[i - 1], to->indicator.is.better) == 0)
			r->rank = to->at[i - 1].rank;
	}
}

static void
find_rows(struct view *v)
{
	struct areas_view       *to = v->to;
	const struct noun_row  **area;
	size_t                   n = areas_of_level(v->a, v->sn, to->shown, &area);
	int64_t                 *id = ARENA_ARRAY(v->a, int64_t, n + 1);
	const struct geo_shape **shape;

	to->at = ARENA_ARRAY(v->a, struct areas_row, n + 1);
	for (size_t i = 0; i < n; i++) {
		if (!existed(area[i], to->asked))
			continue;
		id[to->len] = area[i]->id;
		to->at[to->len++] = row_of(v, area[i]);
	}
	shape = shapes_drawn(v->a, v->sn, id, to->len);
	for (size_t i = 0; i < to->len; i++)
		to->at[i].place.shape = shape[i];
	sort_rows(to);
	rank_rows(to);
}

static void
find_graded(struct view *v)
{
	struct areas_view *to = v->to;

	for (size_t i = 0; i < to->indicator.parts && to->graded.classes > 0; i++)
		if (is_of_level(v, &to->indicator.part[i]))
			graded_add(v->a, &to->graded, to->indicator.part[i].area,
			    &to->indicator.part[i]);
	if (to->graded.classes > 0)
		graded_finish(v->a, v->ed, to->indicator.as_of, &to->graded);
}

bool
areas_view(struct arena *a, const struct edition *ed, const struct areas_ask *ask,
           struct areas_view *ret)
{
	struct indicator_ask   whole = { 0, 0 };
	struct areas_view      to = { 0 };
	struct view            v = { a, ed, &ed->sn, ask, &to };
	const struct noun_row *indicator;

	find_choices(&v);
	indicator = chosen(&v);
	to.has_indicator = indicator != NULL;
	if (indicator != NULL && !indicator_view(a, ed, indicator, whole, &to.indicator))
		return false;
	find_levels(&v);
	find_years(&v);
	if (indicator != NULL) {
		to.is_set = areas_is_set(ed, to.indicator.indicator.id);
		to.city = graded_at(&to.indicator.own, to.asked);
		to.graded = graded_new(a, v.sn, indicator->id);
	}
	find_rows(&v);
	find_graded(&v);
	*ret = to;
	return true;
}
