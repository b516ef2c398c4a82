#include "app/areas.h"
#include "app/observations.h"
#include "app/shapes.h"
#include "app/sorted.h"

/* ---- which ---- */

bool
areas_is_ours(const struct snapshot *sn, const struct noun_row *area)
{
	return area->id != sn->authority_area && !observations_is_elsewhere(sn, area->id);
}

static int
by_title(const void *a, const void *b, void *collator)
{
	const struct noun_row *const *x = a, *const *y = b;
	int o = collate_cmp(collator, (*x)->text[AREA_title], (*y)->text[AREA_title]);

	return o != 0 ? o : ((*x)->id > (*y)->id) - ((*x)->id < (*y)->id);
}

struct wanted {
	struct str level;
	int64_t    parent;
};

static size_t
find(struct arena *a, const struct snapshot *sn, struct wanted w, const struct noun_row ***ret)
{
	size_t n = 0;

	*ret = ARENA_ARRAY(a, const struct noun_row *, sn->len[NOUN_AREA] + 1);
	for (size_t i = 0; i < sn->len[NOUN_AREA]; i++) {
		const struct noun_row *row = &sn->row[NOUN_AREA][i];

		if (areas_is_ours(sn, row) &&
		    (w.level.len == 0 || str_eq(row->text[AREA_level], w.level)) &&
		    (w.parent == 0 || row->ref[AREA_parent] == w.parent))
			(*ret)[n++] = row;
	}
	sorted(*ret, n, sizeof **ret, by_title);
	return n;
}

size_t
areas_of_level(struct arena *a, const struct snapshot *sn, struct str level,
               const struct noun_row ***ret)
{
	return find(a, sn, (struct wanted){ level, 0 }, ret);
}

size_t
areas_under(struct arena *a, const struct snapshot *sn, int64_t parent,
            const struct noun_row ***ret)
{
	return find(a, sn, (struct wanted){ STR_NONE, parent }, ret);
}

struct area_place
areas_place(const struct snapshot *sn, int64_t area)
{
	const struct noun_row *shape = shape_of(sn, area);
	int64_t                x, y;
	struct area_place      p = {
		.area = judge_named(sn, area),
		.short_name = snapshot_text(sn, area, AREA_short_name),
	};

	if (shape != NULL)
		p.geometry = shape->text[SHAPE_geometry];
	p.placed = str_int(snapshot_text(sn, area, AREA_tile_x), &x) &&
	    str_int(snapshot_text(sn, area, AREA_tile_y), &y);
	if (p.placed) {
		p.column = (uint8_t)x;
		p.row = (uint8_t)y;
	}
	return p;
}

bool
areas_is_set(const struct edition *ed, struct str indicator)
{
	for (size_t i = 0; i < ed->judged.len; i++)
		if (ed->judged.at[i].target->kind == TARGET_SET &&
		    str_eq(ed->judged.at[i].indicator.id, indicator))
			return true;
	return false;
}

/* ---- what their figures are held against ---- */

static bool
is_shown(const struct observation *o)
{
	return o != NULL && !o->withheld && o->missing == MISSING_NONE && o->value.has_point;
}

/* May the two be the same, as far as they are known? */
static bool
may_be_same(const struct quantity *a, const struct quantity *b)
{
	return (a->qualifier != QUALIFIER_NONE || b->qualifier != QUALIFIER_NONE) &&
	    interval_overlaps(a->range, b->range);
}

struct area_gap
areas_change(const struct observation *o, const struct observation *before)
{
	struct area_gap g = { 0 };

	if (!is_shown(o) || !is_shown(before) || o->breaks || o->method != before->method ||
	    o->period.precision != before->period.precision)
		return g;
	g.has = number_sub(o->value.point, before->value.point, &g.by);
	g.uncertain = may_be_same(&o->value, &before->value);
	return g;
}

static bool
is_counted(enum unit u)
{
	return u == UNIT_COUNT || u == UNIT_PERSONS || u == UNIT_KRONER;
}

struct area_gap
areas_against(enum unit u, const struct observation *o, const struct observation *city)
{
	struct area_gap g = { .share = is_counted(u) };
	struct ratio    r;

	if (!is_shown(o) || !is_shown(city) || !period_eq(o->period, city->period) ||
	    o->method != city->method)
		return g;
	g.uncertain = !g.share && may_be_same(&o->value, &city->value);
	if (!g.share)
		g.has = number_sub(o->value.point, city->value.point, &g.by);
	else
		g.has = ratio_of(o->value.point, 100, city->value.point, 1, &r) &&
		    ratio_round(r, 1, &g.by);
	return g;
}
