#include "app/complements_table.h"
#include "base/order.h"
#include <stdlib.h>

/* ---- cells ---- */

/* Rows as they are put in order: qsort has no context. */
struct keyed {
	const struct observation_row *row;
	size_t                        at;
};

static int
by_cell(const struct observation_row *x, const struct observation_row *y)
{
	int o = order(x->to, y->to);

	if (o == 0)
		o = order(x->from, y->from);
	if (o == 0)
		o = order(x->area, y->area);
	return o != 0 ? o : order(x->group, y->group);
}

static int
by_key(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;
	int                 o = by_cell(x->row, y->row);

	return o != 0 ? o : order(x->row->method, y->row->method);
}

/* A count, or one that its source keeps to itself. */
static bool
is_cell(const struct complement_table *t, size_t i)
{
	enum missing is = t->m->at[i].missing;

	return is == MISSING_NONE || is == MISSING_NIL || is == MISSING_CONFIDENTIAL;
}

/* The whole of a city, here or elsewhere. */
static bool
is_whole(const struct complement_table *t, const struct observation_row *row)
{
	return row->group == 0 && (row->area == t->sn->authority_area ||
	    observations_is_elsewhere(t->sn, row->area));
}

static void
sort_rows(struct complement_table *t)
{
	struct keyed *k = ARENA_ARRAY(t->a, struct keyed, t->m->len + 1);

	for (size_t i = 0; i < t->m->len; i++)
		if (is_cell(t, i))
			k[t->rows++] = (struct keyed){ &t->m->row[i], i };
	qsort(k, t->rows, sizeof *k, by_key);
	t->row = ARENA_ARRAY(t->a, size_t, t->rows + 1);
	for (size_t i = 0; i < t->rows; i++)
		t->row[i] = k[i].at;
}

static void
add_cell(struct complement_table *t, size_t first, size_t rows)
{
	const struct observation_row *row = &t->m->row[t->row[first]];
	struct complement_cell        c = {
		.area = row->area, .group = row->group, .from = row->from, .to = row->to,
		.first = first, .rows = rows,
	};
	enum withheld is = WITHHELD_NOT;

	for (size_t i = 0; i < rows; i++) {
		const struct observation *o = &t->m->at[t->row[first + i]];

		c.counted = c.counted || o->missing != MISSING_CONFIDENTIAL;
		if (o->withheld != WITHHELD_NOT || o->missing == MISSING_CONFIDENTIAL)
			is = WITHHELD_SMALL;
	}
	c.number = disclosure_add_cell(&t->d, (struct disclosure_cell){
		.count = complement_count(t, &c, 0), .measured = c.counted,
		.keep = is_whole(t, row), .is = is,
	});
	ARENA_GROW(t->a, t->cell, t->cells, &t->cells_cap);
	t->cell[t->cells++] = c;
}

static void
find_cells(struct complement_table *t)
{
	sort_rows(t);
	for (size_t i = 0; i < t->rows;) {
		size_t end = i + 1;

		while (end < t->rows &&
		    by_cell(&t->m->row[t->row[i]], &t->m->row[t->row[end]]) == 0)
			end++;
		add_cell(t, i, end - i);
		i = end;
	}
}

static void
add_child(struct complement_table *t, const struct noun_row *child)
{
	int64_t    parent = child->ref[AREA_parent];
	struct str level = child->text[AREA_level];
	size_t     i = 0;

	while (i < t->families &&
	    (t->family[i].parent != parent || !str_eq(t->family[i].level, level)))
		i++;
	if (i == t->families) {
		ARENA_GROW(t->a, t->family, t->families, &t->families_cap);
		t->family[t->families++] = (struct complement_family){ parent, level, NULL, 0, 0 };
	}
	ARENA_GROW(t->a, t->family[i].child, t->family[i].children, &t->family[i].cap);
	t->family[i].child[t->family[i].children++] = child;
}

static void
find_families(struct complement_table *t)
{
	for (size_t i = 0; i < t->sn->len[NOUN_AREA]; i++) {
		const struct noun_row *row = &t->sn->row[NOUN_AREA][i];

		if (row->ref[AREA_parent] != 0 && !observations_is_elsewhere(t->sn, row->id))
			add_child(t, row);
	}
}

/* ---- periods that are made of shorter ones ---- */

static int
by_series(const void *a, const void *b)
{
	const struct complement_cell *x = *(const struct complement_cell *const *)a;
	const struct complement_cell *y = *(const struct complement_cell *const *)b;
	int                           o = order(x->area, y->area);

	if (o == 0)
		o = order(x->group, y->group);
	if (o == 0)
		o = order(x->from, y->from);
	return o != 0 ? o : order(x->to, y->to);
}

/* One area and group: cells by the day they start, then by the day they end. */
struct history {
	const struct complement_cell **at;
	size_t                         len;
};

static size_t
starting(const struct history *h, int32_t day)
{
	size_t low = 0, high = h->len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (h->at[middle]->from < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static enum precision
precision_of(const struct complement_table *t, const struct complement_cell *c)
{
	return t->m->at[t->row[c->first]].period.precision;
}

/* What follows at `day` inside `whole`: the rest of it, else one as long as the first. */
static const struct complement_cell *
next_part(const struct complement_table *t, const struct history *h,
          const struct complement_cell *whole, const struct complement_cell *first, int32_t day)
{
	const struct complement_cell *same = NULL;

	for (size_t i = starting(h, day); i < h->len && h->at[i]->from == day; i++) {
		if (h->at[i]->to == whole->to)
			return h->at[i];
		if (h->at[i]->to < whole->to && precision_of(t, h->at[i]) == precision_of(t, first))
			same = h->at[i];
	}
	return same;
}

/* As many shorter ones as a year has days are more than enough. */
#define PARTS_MAX 366

static void
add_from(struct complement_table *t, const struct history *h, const struct complement_cell *whole,
         const struct complement_cell *first)
{
	size_t                        part[PARTS_MAX], n = 0;
	const struct complement_cell *c = first;
	int64_t                       rest, count;

	if (!complement_is_exact(t, whole, &rest))
		return;
	for (; c != NULL && n < PARTS_MAX; c = next_part(t, h, whole, first, c->to)) {
		if (!complement_is_exact(t, c, &count))
			return;
		rest -= count;
		part[n++] = c->number;
		if (c->to == whole->to)
			break;
	}
	if (c != NULL && c->to == whole->to && rest == 0)
		disclosure_add_sum(&t->d, whole->number, part, n, false);
}

static void
add_history(struct complement_table *t, const struct history *h)
{
	for (size_t i = 0; i < h->len; i++) {
		const struct complement_cell *whole = h->at[i];

		for (size_t k = starting(h, whole->from); h->at[k]->to < whole->to; k++)
			add_from(t, h, whole, h->at[k]);
	}
}

void
complements_add_periods(struct complement_table *t)
{
	const struct complement_cell **at = ARENA_ARRAY(t->a, const struct complement_cell *,
	    t->cells + 1);

	for (size_t i = 0; i < t->cells; i++)
		at[i] = &t->cell[i];
	qsort(at, t->cells, sizeof *at, by_series);
	for (size_t i = 0; i < t->cells;) {
		struct history h = { at + i, 0 };

		while (i < t->cells && at[i]->area == h.at[0]->area && at[i]->group == h.at[0]->group) {
			h.len++;
			i++;
		}
		add_history(t, &h);
	}
}

/* ---- all of them ---- */

static void
each_period(struct complement_table *t,
            void (*add)(struct complement_table *t, struct complement_period p))
{
	for (size_t i = 0; i < t->cells;) {
		struct complement_period p = { i, i + 1 };

		while (p.end < t->cells && t->cell[p.end].to == t->cell[i].to &&
		    t->cell[p.end].from == t->cell[i].from)
			p.end++;
		add(t, p);
		i = p.end;
	}
}

static bool
has_breakdown(const struct complement_table *t)
{
	for (size_t i = 0; i < t->m->len; i++)
		if (!is_whole(t, &t->m->row[i]))
			return true;
	return false;
}

/* A withheld `-` does not say that it is nothing. */
static void
write_back(struct complement_table *t)
{
	for (size_t i = 0; i < t->cells; i++) {
		const struct complement_cell *c = &t->cell[i];
		const struct disclosure_cell *d = &t->d.cell[c->number];

		for (size_t k = 0; d->is != WITHHELD_NOT && k < c->rows; k++) {
			struct observation *o = &t->m->at[t->row[c->first + k]];

			if (o->missing == MISSING_CONFIDENTIAL ||
			    (o->withheld != WITHHELD_NOT && !d->hushed))
				continue;
			o->withheld = WITHHELD_NEIGHBOUR;
			if (o->missing == MISSING_NIL)
				o->missing = MISSING_CONFIDENTIAL;
		}
	}
}

void
complements_mark(struct arena *a, const struct snapshot *sn, struct measured *m)
{
	struct complement_table t = { .a = a, .sn = sn, .m = m, .d = { .arena = a } };

	if (!has_breakdown(&t))
		return;
	find_cells(&t);
	find_families(&t);
	each_period(&t, complements_add_areas);
	each_period(&t, complements_add_rests);
	if (!disclosure_is_needed(&t.d))
		return;
	complements_add_periods(&t);
	each_period(&t, complements_add_groups);
	disclosure_complete(&t.d);
	write_back(&t);
}
