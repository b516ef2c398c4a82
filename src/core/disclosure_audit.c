#include "core/disclosure_audit.h"
#include <string.h>

static const struct disclosure_cell *
cell_at(const struct component *c, size_t column)
{
	return &c->d->cell[c->cell[column]];
}

/* ---- elimination ---- */

/* Not shown, or not exactly. */
static bool
is_unknown(const struct disclosure_cell *x)
{
	return x->is != WITHHELD_NOT || !x->measured || x->count.low != x->count.high;
}

static bool
has_unknown(const struct component *c, const struct disclosure_sum *s)
{
	bool has = is_unknown(&c->d->cell[s->total]);

	for (size_t i = 0; i < s->len && !has; i++)
		has = is_unknown(&c->d->cell[s->part[i]]);
	return has;
}

static int64_t *
row_at(const struct component *c, size_t i)
{
	return c->matrix + i * c->cells;
}

/* A row for each sum with an unknown: the others say nothing. */
static size_t
write_rows(struct component *c)
{
	size_t n = 0;

	for (size_t i = 0; i < c->sums; i++) {
		const struct disclosure_sum *s = &c->d->sum[c->sum[i]];
		int64_t                     *row = row_at(c, n);

		if (!has_unknown(c, s))
			continue;
		memset(row, 0, c->cells * sizeof *row);
		row[c->place[s->total]] = 1;
		for (size_t k = 0; k < s->len; k++)
			row[c->place[s->part[k]]] -= 1;
		n++;
	}
	return n;
}

static uint64_t
magnitude(int64_t n)
{
	return n < 0 ? -(uint64_t)n : (uint64_t)n;
}

static uint64_t
divisor(uint64_t a, uint64_t b)
{
	while (b != 0) {
		uint64_t rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

/* In lowest terms. INT64_MIN is refused before it gets here. */
static void
reduce(int64_t *row, size_t len)
{
	uint64_t by = 0;

	for (size_t i = 0; i < len && by != 1; i++)
		by = divisor(by, magnitude(row[i]));
	for (size_t i = 0; i < len && by > 1; i++)
		row[i] /= (int64_t)by;
}

/* Takes `top` from `row` so often that nothing is left in `column`. */
static bool
clear(int64_t *row, const int64_t *top, size_t len, size_t column)
{
	int64_t by = (int64_t)divisor(magnitude(row[column]), magnitude(top[column]));
	int64_t x = top[column] / by, y = row[column] / by;

	for (size_t i = 0; i < len; i++) {
		int64_t a, b;

		if (__builtin_mul_overflow(row[i], x, &a) || __builtin_mul_overflow(top[i], y, &b) ||
		    __builtin_sub_overflow(a, b, &row[i]) || row[i] == INT64_MIN)
			return false;
	}
	reduce(row, len);
	return true;
}

static void
swap(struct component *c, size_t i, size_t k)
{
	int64_t *a = row_at(c, i), *b = row_at(c, k);

	for (size_t j = 0; j < c->cells && i != k; j++) {
		int64_t t = a[j];

		a[j] = b[j];
		b[j] = t;
	}
}

/* One unknown stands in row `top` alone afterwards. */
static bool
clear_column(struct component *c, size_t rows, size_t top, size_t column)
{
	for (size_t i = 0; i < rows; i++) {
		if (i == top || row_at(c, i)[column] == 0)
			continue;
		c->d->work += c->cells;
		if (c->d->work > DISCLOSURE_WORK ||
		    !clear(row_at(c, i), row_at(c, top), c->cells, column))
			return false;
	}
	return true;
}

/* Reduced by its unknown columns; `ret`: rows that have an unknown. */
static bool
eliminate(struct component *c, size_t *ret)
{
	size_t rows = write_rows(c), top = 0;

	c->d->work += rows * c->cells;
	for (size_t column = 0; column < c->cells && top < rows; column++) {
		size_t i = top;

		if (!is_unknown(cell_at(c, column)))
			continue;
		while (i < rows && row_at(c, i)[column] == 0)
			i++;
		if (i == rows)
			continue;
		swap(c, i, top);
		if (!clear_column(c, rows, top++, column))
			return false;
	}
	*ret = top;
	return c->d->work <= DISCLOSURE_WORK;
}

/* In reduced rows a cell follows exactly when it is alone among the unknown. */
static bool
gives_away(const struct component *c, const int64_t *row, size_t *column)
{
	size_t unknown = 0, last = 0;

	for (size_t i = 0; i < c->cells && unknown < 2; i++) {
		if (row[i] == 0 || !is_unknown(cell_at(c, i)))
			continue;
		unknown++;
		last = i;
	}
	if (unknown != 1 || cell_at(c, last)->is == WITHHELD_NOT)
		return false;
	*column = last;
	return true;
}

enum audit
audit_reckon(struct component *c, const int64_t **row, size_t *column)
{
	size_t rows;

	if (!eliminate(c, &rows))
		return AUDIT_TOO_MUCH;
	for (size_t i = 0; i < rows; i++) {
		if (!gives_away(c, row_at(c, i), column))
			continue;
		*row = row_at(c, i);
		return AUDIT_RECKONED;
	}
	return AUDIT_SAFE;
}

/* ---- bounds ---- */

#define ROUNDS 64                       /* each narrows what the one before did */

struct count_range
disclosure_seen(const struct disclosure_cell *x)
{
	struct count_range r = x->count;

	if (!x->measured)
		return (struct count_range){ 0, DISCLOSURE_MANY };
	if (x->is == WITHHELD_NOT)
		return r;
	if (x->keep || x->hushed)
		return (struct count_range){ 1, DISCLOSURE_MANY };
	if (r.low >= DISCLOSURE_MIN)
		return (struct count_range){ DISCLOSURE_MIN, DISCLOSURE_MANY };
	return (struct count_range){
		r.low < 1 ? r.low : 1, r.high > DISCLOSURE_MIN - 1 ? r.high : DISCLOSURE_MIN - 1,
	};
}

/* Ends of a sum of ranges; those without an end are counted. */
struct ends {
	int64_t low, high;
	size_t  endless;
};

static void
ends_add(struct ends *e, struct count_range r)
{
	e->low += r.low;
	if (r.high >= DISCLOSURE_MANY)
		e->endless++;
	else
		e->high += r.high;
}

/* What all but `r` come to at most. */
static int64_t
high_without(const struct ends *e, struct count_range r)
{
	bool itself = r.high >= DISCLOSURE_MANY;

	if (e->endless > itself)
		return DISCLOSURE_MANY;
	return itself ? e->high : e->high - r.high;
}

/* Narrows `r` to what lies in [low, high] too: true when that is less. Figures that
 * contradict each other narrow nothing. */
static bool
cut(struct count_range *r, int64_t low, int64_t high)
{
	struct count_range was = *r;

	if (low > r->low)
		r->low = low;
	if (high < r->high)
		r->high = high;
	if (r->low > r->high)
		*r = was;
	return r->low != was.low || r->high != was.high;
}

static bool
narrow_part(struct component *c, const struct ends *e, struct count_range total, size_t column)
{
	struct count_range *r = &c->between[column], was = *r;
	int64_t             others = high_without(e, was);
	int64_t             low = others >= DISCLOSURE_MANY ? 0 : total.low - others;
	int64_t             high = total.high >= DISCLOSURE_MANY ? DISCLOSURE_MANY
	                                                         : total.high - (e->low - was.low);

	return cut(r, low, high);
}

/* The ends are those from before: as wide or wider, so what follows holds. */
static bool
narrow_sum(struct component *c, const struct disclosure_sum *s)
{
	struct count_range *total = &c->between[c->place[s->total]];
	struct ends         e = { 0, 0, 0 };
	bool                less;

	for (size_t i = 0; i < s->len; i++)
		ends_add(&e, c->between[c->place[s->part[i]]]);
	less = cut(total, e.low, e.endless > 0 ? DISCLOSURE_MANY : e.high);
	for (size_t i = 0; i < s->len; i++)
		less = narrow_part(c, &e, *total, c->place[s->part[i]]) || less;
	return less;
}

bool
audit_narrow(struct component *c, size_t *column)
{
	bool less = true;

	for (size_t i = 0; i < c->cells; i++)
		c->between[i] = disclosure_seen(cell_at(c, i));
	for (size_t round = 0; round < ROUNDS && less; round++) {
		less = false;
		for (size_t i = 0; i < c->sums; i++)
			less = narrow_sum(c, &c->d->sum[c->sum[i]]) || less;
	}
	for (size_t i = 0; i < c->cells; i++) {
		if (cell_at(c, i)->is == WITHHELD_NOT ||
		    c->between[i].low != c->between[i].high)
			continue;
		*column = i;
		return true;
	}
	return false;
}
