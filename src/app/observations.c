#include "app/complements.h"
#include "base/order.h"
#include "app/measured_kept.h"
#include "core/disclosure.h"
#include <stdlib.h>

#define ROWS_AT_FIRST 1024              /* of an area: else they are moved again and again */

struct observation_row
observation_row_of(struct store *s, enum stmt q)
{
	return (struct observation_row){
		.indicator = store_int(s, q, 0), .area = store_int(s, q, 1),
		.from = (int32_t)store_int(s, q, 2), .to = (int32_t)store_int(s, q, 3),
		.group = store_int(s, q, 4), .method = store_int(s, q, 5),
		.until = store_int(s, q, 6), .since = store_int(s, q, 7),
		.value = store_int(s, q, 8), .form = store_int(s, q, 9),
		.high = store_int(s, q, 10), .sample = store_int(s, q, 11),
		.line = store_int(s, q, 12), .column = store_int(s, q, 13),
	};
}

/* Order of cells: area, group, end of the period. Rows are sorted by it. */
static int
cell_cmp(const struct observation_row *a, const struct observation_row *b)
{
	int o = order(a->area, b->area);

	if (o == 0)
		o = order(a->group, b->group);
	return o != 0 ? o : order(a->to, b->to);
}

/* By area and group, then as a series is sorted: end, method, start. */
static int
row_cmp(const void *a, const void *b)
{
	const struct observation_row *x = a, *y = b;
	int                           o = cell_cmp(x, y);

	if (o == 0)
		o = order(x->method, y->method);
	return o != 0 ? o : order(x->from, y->from);
}

/* The database's order is nearly that, and the same where there is one method. */
static void
sort_rows(struct measured *m, int (*cmp)(const void *a, const void *b))
{
	for (size_t i = 1; i < m->len; i++) {
		if (cmp(&m->row[i - 1], &m->row[i]) <= 0)
			continue;
		qsort(m->row, m->len, sizeof *m->row, cmp);
		return;
	}
}

static bool
load_rows(struct arena *a, struct store *s, const struct snapshot *sn, int64_t indicator,
          struct measured *ret)
{
	struct param p[] = { P_INT(indicator), P_INT(sn->known) };
	size_t       cap = 0;

	*ret = (struct measured){ 0 };
	if (!store_query(s, STMT_OBSERVATION_KNOWN, p, COUNT_OF(p)))
		return false;
	while (store_next(s, STMT_OBSERVATION_KNOWN)) {
		ARENA_GROW(a, ret->row, ret->len, &cap);
		ret->row[ret->len++] = observation_row_of(s, STMT_OBSERVATION_KNOWN);
	}
	sort_rows(ret, row_cmp);
	return !store_failed(s);
}

enum unit
observations_unit(const struct snapshot *sn, int64_t indicator)
{
	enum unit u;

	if (unit_from_code(snapshot_text(sn, indicator, INDICATOR_measure), &u))
		return u;
	return UNIT_NUMBER;
}

bool
observations_withholds(const struct snapshot *sn, int64_t indicator)
{
	int64_t counted = snapshot_ref(sn, indicator, INDICATOR_numerator);

	return observations_unit(sn, indicator) == UNIT_PERSONS || counted != 0;
}

bool
observations_is_elsewhere(const struct snapshot *sn, int64_t area)
{
	if (area == sn->authority_area)
		return false;
	return things_kind(sn->things, area) != NOUN_AREA ||
	    str_eq(snapshot_text(sn, area, AREA_level), STR("city"));
}

/* By group, or by an area below the city. */
static bool
is_breakdown(const struct snapshot *sn, const struct observation_row *row)
{
	return row->group != 0 ||
	    (row->area != sn->authority_area && !observations_is_elsewhere(sn, row->area));
}

/* A share is withheld as what it counts is; when that is small by one method and
 * withheld by another, it is small. */
static enum withheld
numerator_withheld(const struct measured *numerator, const struct observation_row *row)
{
	enum withheld is = WITHHELD_NOT;
	size_t        low = 0, high = numerator->len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (cell_cmp(&numerator->row[middle], row) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < numerator->len && cell_cmp(&numerator->row[low], row) == 0; low++) {
		enum withheld x = numerator->at[low].withheld;

		if (numerator->row[low].from == row->from && is != WITHHELD_SMALL &&
		    x != WITHHELD_NOT)
			is = x;
	}
	return is;
}

/* Values, and the small counts among them. */
static bool
fill(struct arena *a, const struct snapshot *sn, int64_t indicator, struct measured *m)
{
	enum unit unit = observations_unit(sn, indicator);

	m->at = ARENA_ARRAY(a, struct observation, m->len + 1);
	for (size_t i = 0; i < m->len; i++) {
		const struct observation_row *row = &m->row[i];
		struct observation           *o = &m->at[i];

		if (!observation_of_row(row, unit, o))
			return false;
		o->source = snapshot_place(sn, row->since, (uint32_t)row->line,
		    (uint32_t)row->column, STR_NONE);
		if (unit == UNIT_PERSONS && o->missing == MISSING_NONE &&
		    disclosure_withholds(&o->value, is_breakdown(sn, row)))
			o->withheld = WITHHELD_SMALL;
	}
	return true;
}

static void
follow_numerator(const struct measured *numerator, struct measured *m)
{
	for (size_t i = 0; i < m->len && numerator->len > 0; i++)
		if (m->at[i].withheld == WITHHELD_NOT)
			m->at[i].withheld = numerator_withheld(numerator, &m->row[i]);
}

/* An indicator with all its measurements, and what follows from them. */
static bool
load_whole(struct arena *a, struct store *s, const struct snapshot *sn, int64_t indicator,
           struct measured *ret)
{
	if (!load_rows(a, s, sn, indicator, ret) || !fill(a, sn, indicator, ret))
		return false;
	if (observations_unit(sn, indicator) == UNIT_PERSONS)
		complements_mark(a, sn, ret);
	return true;
}

bool
observations_load(struct arena *a, struct store *s, const struct snapshot *sn,
                  int64_t indicator, struct measured *ret)
{
	int64_t         counted = snapshot_ref(sn, indicator, INDICATOR_numerator);
	struct measured numerator = { 0 };

	if (sn->kept != NULL && measured_kept_find(sn->kept, sn->known, indicator, ret))
		return true;
	if (counted != 0 && counted != indicator && !load_whole(a, s, sn, counted, &numerator))
		return false;
	if (!load_whole(a, s, sn, indicator, ret))
		return false;
	follow_numerator(&numerator, ret);
	if (sn->kept != NULL)
		measured_kept_add(sn->kept, sn->known, indicator, ret);
	return true;
}

/* ---- one area ---- */

static int
there_cmp(const void *a, const void *b)
{
	const struct observation_row *x = a, *y = b;
	int                           o = order(x->indicator, y->indicator);

	return o != 0 ? o : row_cmp(a, b);
}

/* Of an area that is known, and of what holds now: columns that all rows share are not
 * read. */
static struct observation_row
row_there(struct store *s, int64_t area)
{
	enum stmt q = STMT_OBSERVATION_THERE;

	return (struct observation_row){
		.indicator = store_int(s, q, 0), .area = area, .from = (int32_t)store_int(s, q, 1),
		.to = (int32_t)store_int(s, q, 2), .group = store_int(s, q, 3),
		.method = store_int(s, q, 4), .until = UNTIL_NOW, .since = store_int(s, q, 5),
		.value = store_int(s, q, 6), .form = store_int(s, q, 7), .high = store_int(s, q, 8),
		.sample = store_int(s, q, 9), .line = store_int(s, q, 10), .column = store_int(s, q, 11),
	};
}

static bool
load_area(struct arena *a, struct store *s, const struct snapshot *sn, int64_t area,
          struct measured *ret)
{
	struct param p[] = { P_INT(area), P_INT(sn->known) };
	size_t       cap = ROWS_AT_FIRST;

	*ret = (struct measured){ ARENA_ARRAY(a, struct observation_row, cap), NULL, 0 };
	if (!store_query(s, STMT_OBSERVATION_THERE, p, COUNT_OF(p)))
		return false;
	while (store_next(s, STMT_OBSERVATION_THERE)) {
		ARENA_GROW(a, ret->row, ret->len, &cap);
		ret->row[ret->len++] = row_there(s, area);
	}
	sort_rows(ret, there_cmp);
	return !store_failed(s);
}

/* The rows of one indicator among all of an area; none: an empty one. */
static struct measured
there_of(const struct measured *all, int64_t indicator)
{
	struct measured m = { 0 };
	size_t          low = 0, high = all->len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (all->row[middle].indicator < indicator)
			low = middle + 1;
		else
			high = middle;
	}
	m.row = all->row + low;
	while (low + m.len < all->len && m.row[m.len].indicator == indicator)
		m.len++;
	return m;
}

/* ---- what is withheld for a neighbour's sake ---- */

static struct neighbour
neighbour_of(const struct observation_row *row)
{
	return (struct neighbour){ row->area, row->group, row->method, row->from, row->to };
}

void
observations_neighbours(struct arena *a, const struct measured *m, struct neighbours *ret)
{
	ret->len = 0;
	for (size_t i = 0; i < m->len; i++) {
		if (m->at[i].withheld != WITHHELD_NEIGHBOUR)
			continue;
		ARENA_GROW(a, ret->at, ret->len, &ret->cap);
		ret->at[ret->len++] = neighbour_of(&m->row[i]);
	}
}

/* As rows are sorted. */
static int
neighbour_cmp(const struct neighbour *x, const struct neighbour *y)
{
	int o = order(x->area, y->area);

	if (o == 0)
		o = order(x->group, y->group);
	if (o == 0)
		o = order(x->to, y->to);
	if (o == 0)
		o = order(x->method, y->method);
	return o != 0 ? o : order(x->from, y->from);
}

static bool
is_neighbour(const struct neighbours *list, const struct observation_row *row)
{
	struct neighbour n = neighbour_of(row);
	size_t           low = 0, high = list->len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int    o = neighbour_cmp(&list->at[middle], &n);

		if (o == 0)
			return true;
		if (o < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

static void
mark_neighbours(const struct neighbours *withheld, size_t lists, int64_t indicator,
                struct measured *m)
{
	size_t low = 0, high = lists;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (withheld[middle].indicator < indicator)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == lists || withheld[low].indicator != indicator || withheld[low].len == 0)
		return;
	for (size_t i = 0; i < m->len; i++) {
		if (!is_neighbour(&withheld[low], &m->row[i]))
			continue;
		m->at[i].withheld = WITHHELD_NEIGHBOUR;
		if (m->at[i].missing == MISSING_NIL)
			m->at[i].missing = MISSING_CONFIDENTIAL;
	}
}

static bool
fill_there(struct arena *a, const struct snapshot *sn, const struct measured *all,
           int64_t indicator, struct measured *ret)
{
	int64_t         counted = snapshot_ref(sn, indicator, INDICATOR_numerator);
	struct measured numerator = { 0 };

	*ret = there_of(all, indicator);
	if (counted != 0 && counted != indicator) {
		numerator = there_of(all, counted);
		if (!fill(a, sn, counted, &numerator))
			return false;
	}
	if (!fill(a, sn, indicator, ret))
		return false;
	follow_numerator(&numerator, ret);
	return true;
}

bool
observations_load_area(struct arena *a, struct store *s, const struct snapshot *sn, int64_t area,
                       const struct neighbours *withheld, size_t lists,
                       struct measured_there **ret, size_t *len)
{
	struct measured        all;
	struct measured_there *at = NULL;
	size_t                 n = 0, cap = 0;

	if (!load_area(a, s, sn, area, &all))
		return false;
	for (size_t i = 0; i < all.len; i++) {
		if (i > 0 && all.row[i].indicator == all.row[i - 1].indicator)
			continue;
		ARENA_GROW(a, at, n, &cap);
		at[n].indicator = all.row[i].indicator;
		if (!fill_there(a, sn, &all, at[n].indicator, &at[n].m))
			return false;
		mark_neighbours(withheld, lists, at[n].indicator, &at[n].m);
		n++;
	}
	*ret = at;
	*len = n;
	return true;
}

/* The first row of a cell (area, group) or behind it: rows are sorted by it. */
static size_t
cell_bound(const struct measured *m, int64_t area, int64_t group, bool behind)
{
	size_t low = 0, high = m->len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int    o = order(m->row[middle].area, area);

		o = o != 0 ? o : order(m->row[middle].group, group);
		if (o < 0 || (o == 0 && behind))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct series
observations_series(const struct measured *m, int64_t area, int64_t group)
{
	size_t from = cell_bound(m, area, group, false);

	if (m->len == 0)
		return (struct series){ NULL, 0 };
	return (struct series){ m->at + from, cell_bound(m, area, group, true) - from };
}
