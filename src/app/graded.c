#include "app/graded.h"
#include "app/indicator_view.h"
#include <stdlib.h>

/* ---- classes ---- */

static struct need_class
class_from(const struct snapshot *sn, const struct noun_row *row)
{
	struct need_class c = {
		.name = judge_named(sn, row->id), .source = snapshot_source(sn, row),
		.recorded = snapshot_recorded(sn, row->since),
		.in_need = row->text[NEED_CLASS_in_need].len > 0,
	};

	if (!str_int(row->text[NEED_CLASS_rank], &c.rank))
		c.rank = INT32_MAX;
	c.has_lower = number_from_plain(row->text[NEED_CLASS_lower], &c.lower);
	c.has_upper = number_from_plain(row->text[NEED_CLASS_upper], &c.upper);
	c.has_start = day_from_iso(row->text[NEED_CLASS_starts], &c.starts);
	c.has_end = day_from_iso(row->text[NEED_CLASS_ends], &c.ends);
	return c;
}

static int
by_rank(const void *a, const void *b)
{
	const struct need_class *x = a, *y = b;
	int                      o = (x->rank > y->rank) - (x->rank < y->rank);

	return o != 0 ? o : str_cmp(x->name.id, y->name.id);
}

struct graded
graded_new(struct arena *a, const struct snapshot *sn, int64_t indicator)
{
	struct graded g = { .counted_in = UNIT_COUNT };
	size_t        cap = 0;

	for (size_t i = 0; i < sn->len[NOUN_NEED_CLASS]; i++) {
		const struct noun_row *row = &sn->row[NOUN_NEED_CLASS][i];

		if (row->ref[NEED_CLASS_indicator] != indicator)
			continue;
		ARENA_GROW(a, g.class_, g.classes, &cap);
		g.class_[g.classes++] = class_from(sn, row);
		if (row->ref[NEED_CLASS_counted_by] != 0)
			g.counted_by = judge_named(sn, row->ref[NEED_CLASS_counted_by]);
	}
	if (g.classes > 1)
		qsort(g.class_, g.classes, sizeof *g.class_, by_rank);
	return g;
}

static bool
is_valid_on(const struct need_class *c, int32_t day)
{
	return (!c->has_start || day >= c->starts) && (!c->has_end || day < c->ends);
}

static bool
holds(const struct need_class *c, struct number n)
{
	return (c->has_lower || c->has_upper) &&
	    (!c->has_lower || number_cmp(n, c->lower) >= 0) &&
	    (!c->has_upper || number_cmp(n, c->upper) < 0);
}

/* Is all that the figure may be in the class? */
static bool
holds_all(const struct need_class *c, const struct interval *r)
{
	int high;

	if ((c->has_lower && !r->low.exists) || (c->has_upper && !r->high.exists))
		return false;
	if (c->has_lower && number_cmp(r->low.at, c->lower) < 0)
		return false;
	if (!c->has_upper)
		return true;
	high = number_cmp(r->high.at, c->upper);
	return high < 0 || (high == 0 && r->high.open);
}

const struct need_class *
graded_class(const struct graded *g, const struct observation *o, bool *uncertain)
{
	const struct quantity *q = &o->value;

	if (o->withheld || o->missing != MISSING_NONE)
		return NULL;
	for (size_t i = 0; i < g->classes; i++) {
		const struct need_class *c = &g->class_[i];
		bool                     all = holds_all(c, &q->range);

		if (!is_valid_on(c, o->period.to - 1))
			continue;
		if (q->has_point ? !holds(c, q->point) : !all)
			continue;
		/* A plain printed figure is judged as it is printed. */
		*uncertain = q->qualifier != QUALIFIER_NONE && !all;
		return c;
	}
	return NULL;
}

/* ---- years ---- */

int
graded_year(struct period p)
{
	struct date d = date_of(p.to - 1);

	return d.year;
}

const struct measured_view *
graded_at(const struct series_view *s, int year)
{
	for (size_t i = s->series.len; i-- > 0;)
		if (graded_year(s->series.at[i].period) == year)
			return &s->at[i];
	return NULL;
}

void
graded_add(struct arena *a, struct graded *g, struct named area, const struct series_view *s)
{
	ARENA_GROW(a, g->row, g->rows, &g->rows_cap);
	g->row[g->rows++] = (struct need_row){ .area = area, .series = s };
}

static void
add_years(struct arena *a, struct graded *g, size_t *cap, struct series s)
{
	for (size_t i = 0; i < s.len; i++) {
		int    year = graded_year(s.at[i].period);
		size_t at = 0;

		while (at < g->years && g->year[at].year != year)
			at++;
		if (at < g->years)
			continue;
		ARENA_GROW(a, g->year, g->years, cap);
		g->year[g->years++] = (struct need_year){ .year = year };
	}
}

static int
by_year(const void *a, const void *b)
{
	const struct need_year *x = a, *y = b;

	return (x->year > y->year) - (x->year < y->year);
}

static void
find_years(struct arena *a, struct graded *g)
{
	size_t cap = 0;

	for (size_t i = 0; i < g->rows; i++)
		add_years(a, g, &cap, g->row[i].series->series);
	add_years(a, g, &cap, g->counted.series);
	if (g->years > 1)
		qsort(g->year, g->years, sizeof *g->year, by_year);
}

static void
grade(struct arena *a, struct graded *g)
{
	for (size_t y = 0; y < g->years; y++) {
		g->year[y].count = ARENA_ARRAY(a, size_t, g->classes + 1);
		g->year[y].counted = graded_at(&g->counted, g->year[y].year);
	}
	for (size_t i = 0; i < g->rows; i++) {
		struct need_row *row = &g->row[i];

		row->cell = ARENA_ARRAY(a, struct need_cell, g->years + 1);
		for (size_t y = 0; y < g->years; y++) {
			struct need_cell *c = &row->cell[y];

			c->at = graded_at(row->series, g->year[y].year);
			if (c->at != NULL)
				c->class_ = graded_class(g, c->at->o, &c->uncertain);
			if (c->class_ == NULL) {
				g->year[y].unknown++;
				continue;
			}
			g->year[y].count[c->class_ - g->class_]++;
			g->year[y].in_need += c->class_->in_need;
		}
	}
}

/* ---- what the register says was counted ---- */

static struct series_view
counted_series(struct arena *a, const struct edition *ed, int64_t indicator, int32_t as_of)
{
	struct series_view s = {
		.series = series_until(stock_series(ed->stock, &ed->sn, indicator), as_of),
	};

	s.at = ARENA_ARRAY(a, struct measured_view, s.series.len + 1);
	for (size_t i = 0; i < s.series.len; i++)
		s.at[i] = (struct measured_view){
			&s.series.at[i], snapshot_recorded(&ed->sn,
			    stock_change(ed->stock, indicator, &s.series.at[i])),
		};
	return s;
}

void
graded_finish(struct arena *a, const struct edition *ed, int32_t as_of, struct graded *g)
{
	int64_t counted = things_find(ed->things, NOUN_INDICATOR, g->counted_by.id);

	if (counted != 0) {
		g->counted = counted_series(a, ed, counted, as_of);
		g->counted_in = observations_unit(&ed->sn, counted);
		g->targets = indicator_targets(a, ed, g->counted_by.id, &g->target);
	}
	find_years(a, g);
	grade(a, g);
}
