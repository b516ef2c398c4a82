#include "core/disclosure_audit.h"

/* ---- one count ---- */

bool
disclosure_withholds(const struct quantity *persons, bool breakdown)
{
	const struct bound *low = &persons->range.low, *high = &persons->range.high;
	bool                below, above;

	if (!breakdown)
		return false;
	below = !low->exists || number_cmp(low->at, NUMBER(DISCLOSURE_MIN, 0)) < 0;
	above = !high->exists || number_sign(high->at) > 0;
	return below && above;
}

/* The next whole number from a bound inwards: `step` 1 from below, -1 from above. */
static int64_t
whole(const struct bound *b, int64_t step)
{
	int64_t       n, unit = 1;
	bool          exact;

	for (int i = 0; i < b->at.scale; i++)
		unit *= 10;
	n = b->at.units / unit;
	exact = n * unit == b->at.units;
	if (exact && b->open)
		n += step;
	if (!exact && (b->at.units > 0) == (step > 0))
		n += step;
	return n < 0 ? 0 : n > DISCLOSURE_MANY ? DISCLOSURE_MANY : n;
}

struct count_range
disclosure_range(const struct quantity *persons)
{
	const struct interval *r = &persons->range;
	struct count_range     c = { 0, DISCLOSURE_MANY };

	if (r->low.exists)
		c.low = whole(&r->low, 1);
	if (r->high.exists)
		c.high = whole(&r->high, -1);
	if (c.high < c.low)
		c.high = c.low;
	return c;
}

/* ---- the table ---- */

enum sum_is
disclosure_sum_is(struct count_range total, const struct count_range *part, size_t len)
{
	int64_t low = 0, high = 0;
	bool    endless = false;

	for (size_t i = 0; i < len; i++) {
		low += part[i].low;
		high += part[i].high;
		endless = endless || part[i].high >= DISCLOSURE_MANY;
	}
	if (total.high < DISCLOSURE_MANY && total.high < low)
		return SUM_IS_NONE;
	if (endless || total.low <= high)
		return SUM_HOLDS;
	return total.low - high < DISCLOSURE_MIN ? SUM_LEAVES_FEW : SUM_IS_NONE;
}

size_t
disclosure_add_cell(struct disclosure *d, struct disclosure_cell cell)
{
	ARENA_GROW(d->arena, d->cell, d->cells, &d->cells_cap);
	d->cell[d->cells] = cell;
	return d->cells++;
}

void
disclosure_add_sum(struct disclosure *d, size_t total, const size_t *part, size_t len,
                   bool leaves_few)
{
	struct disclosure_sum s = { ARENA_ARRAY(d->arena, size_t, len + 1), len, total };

	for (size_t i = 0; i < len; i++)
		s.part[i] = part[i];
	if (leaves_few)
		s.part[s.len++] = disclosure_add_cell(d, (struct disclosure_cell){
			.count = { 1, DISCLOSURE_MIN - 1 }, .is = WITHHELD_SMALL,
		});
	ARENA_GROW(d->arena, d->sum, d->sums, &d->sums_cap);
	d->sum[d->sums++] = s;
}

bool
disclosure_is_needed(const struct disclosure *d)
{
	for (size_t i = 0; i < d->cells; i++)
		if (d->cell[i].is != WITHHELD_NOT)
			return true;
	return false;
}

/* ---- what is withheld next ---- */

static struct disclosure_cell *
cell_at(const struct component *c, size_t column)
{
	return &c->d->cell[c->cell[column]];
}

static bool
is_shown(const struct disclosure_cell *x)
{
	return x->measured && x->is == WITHHELD_NOT;
}

/* Does withholding `a` lose less than withholding `b`? NULL: nothing found yet. */
static bool
loses_less(const struct disclosure_cell *a, const struct disclosure_cell *b)
{
	if (b == NULL || a->keep != b->keep)
		return b == NULL || b->keep;
	return a->count.low < b->count.low;
}

/* The cell that loses least among those with a factor in `row` (NULL: among all). */
static struct disclosure_cell *
least(const struct component *c, const int64_t *row)
{
	struct disclosure_cell *best = NULL;

	for (size_t i = 0; i < c->cells; i++) {
		struct disclosure_cell *x = cell_at(c, i);

		if (is_shown(x) && x->count.high > 0 && (row == NULL || row[i] != 0) &&
		    loses_less(x, best))
			best = x;
	}
	return best;
}

/* A cell beside the one that its bounds give away: in a sum with it, else anywhere. */
static struct disclosure_cell *
beside(struct component *c, size_t column)
{
	const int64_t          *none = NULL;
	struct disclosure_cell *x;

	for (size_t k = 0; k < c->cells; k++)
		c->matrix[k] = 0;
	for (size_t i = 0; i < c->sums; i++) {
		const struct disclosure_sum *s = &c->d->sum[c->sum[i]];
		bool                         in = c->place[s->total] == column;

		for (size_t k = 0; k < s->len; k++)
			in = in || c->place[s->part[k]] == column;
		for (size_t k = 0; k < s->len && in; k++)
			c->matrix[c->place[s->part[k]]] = 1;
		if (in)
			c->matrix[c->place[s->total]] = 1;
	}
	x = least(c, c->matrix);
	return x != NULL ? x : least(c, none);
}

/* ---- one component ---- */

static void
withhold_all(struct component *c)
{
	for (size_t i = 0; i < c->cells; i++)
		if (is_shown(cell_at(c, i)))
			cell_at(c, i)->is = WITHHELD_NEIGHBOUR;
}

static bool
withhold_one(struct disclosure_cell *x)
{
	if (x == NULL)
		return false;
	x->is = WITHHELD_NEIGHBOUR;
	return true;
}

/* Not said to be small: the cell that its bounds give away, else one beside it. */
static bool
hush(struct component *c, size_t column)
{
	struct disclosure_cell *x = cell_at(c, column);

	for (size_t i = 0; i < c->cells && (x->is != WITHHELD_SMALL || x->hushed); i++)
		x = cell_at(c, i);
	if (x->is != WITHHELD_SMALL || x->hushed)
		return false;
	x->hushed = true;
	return true;
}

/* Until nothing can be reckoned. False: that is not to be had cell by cell. */
static bool
cover(struct component *c)
{
	const int64_t *row;
	size_t         column;

	for (;;) {
		switch (audit_reckon(c, &row, &column)) {
		case AUDIT_TOO_MUCH:
			return false;
		case AUDIT_RECKONED:
			if (!withhold_one(least(c, row)))
				return false;
			break;
		case AUDIT_SAFE:
			if (!audit_narrow(c, &column) && audit_witness(c, &column))
				return true;
			if (!withhold_one(beside(c, column)) && !hush(c, column))
				return false;
			break;
		}
	}
}

/* Is nothing given away? Else the cell that is; too much work gives away any. */
static bool
is_safe(struct component *c, size_t *column)
{
	const int64_t *row;

	switch (audit_reckon(c, &row, column)) {
	case AUDIT_TOO_MUCH:
		*column = 0;
		return false;
	case AUDIT_RECKONED:
		return false;
	case AUDIT_SAFE:
		break;
	}
	return !audit_narrow(c, column) && audit_witness(c, column);
}

/* What is shown again loses most: the city's total, then the largest count. `tried`
 * is by column. */
static struct disclosure_cell *
most(const struct component *c, bool *tried)
{
	struct disclosure_cell *best = NULL;
	size_t                  at = 0;

	for (size_t i = 0; i < c->cells; i++) {
		struct disclosure_cell *x = cell_at(c, i);

		if (x->is != WITHHELD_NEIGHBOUR || tried[i] ||
		    (best != NULL && !loses_less(best, x)))
			continue;
		best = x;
		at = i;
	}
	if (best != NULL)
		tried[at] = true;
	return best;
}

/* Shows `x`, and what is withheld for a neighbour's sake only but would follow now:
 * unless what is small would, too. */
static void
try_showing(struct component *c, struct disclosure_cell *x, enum withheld *was)
{
	size_t column;

	for (size_t i = 0; i < c->cells; i++)
		was[i] = cell_at(c, i)->is;
	for (x->is = WITHHELD_NOT; !is_safe(c, &column); x->is = WITHHELD_NOT) {
		x = cell_at(c, column);
		if (x->is == WITHHELD_NEIGHBOUR && c->d->work <= DISCLOSURE_WORK)
			continue;
		for (size_t i = 0; i < c->cells; i++)
			cell_at(c, i)->is = was[i];
		return;
	}
}

static void
show_again(struct arena *a, struct component *c)
{
	bool                   *tried = ARENA_ARRAY(a, bool, c->cells);
	enum withheld          *was = ARENA_ARRAY(a, enum withheld, c->cells);
	struct disclosure_cell *x;

	while ((x = most(c, tried)) != NULL && c->d->work <= DISCLOSURE_WORK)
		try_showing(c, x, was);
}

#define MATRIX_MAX (UINT64_C(1) << 20)

static void
complete(struct component *c)
{
	struct arena a = { 0 };

	c->d->work += c->cells;
	if ((uint64_t)c->cells * (c->sums + 1) > MATRIX_MAX) {
		withhold_all(c);
		return;
	}
	c->matrix = ARENA_ARRAY(&a, int64_t, c->cells * (c->sums + 1));
	c->between = ARENA_ARRAY(&a, struct count_range, c->cells);
	if (cover(c))
		show_again(&a, c);
	else
		withhold_all(c);
	arena_free(&a);
}

/* ---- what hangs together ---- */

/* The cell that stands for all that hang together with `cell`. */
static size_t
root_of(size_t *up, size_t cell)
{
	while (up[cell] != cell)
		cell = up[cell] = up[up[cell]];
	return cell;
}

static size_t *
roots(struct arena *a, const struct disclosure *d)
{
	size_t *up = ARENA_ARRAY(a, size_t, d->cells + 1);

	for (size_t i = 0; i < d->cells; i++)
		up[i] = i;
	for (size_t i = 0; i < d->sums; i++)
		for (size_t k = 0; k < d->sum[i].len; k++)
			up[root_of(up, d->sum[i].part[k])] = root_of(up, d->sum[i].total);
	for (size_t i = 0; i < d->cells; i++)
		up[i] = root_of(up, i);
	return up;
}

static void
complete_root(struct arena *a, struct disclosure *d, const size_t *root, size_t of)
{
	struct component c = {
		.d = d, .cell = ARENA_ARRAY(a, size_t, d->cells + 1),
		.sum = ARENA_ARRAY(a, size_t, d->sums + 1),
		.place = ARENA_ARRAY(a, size_t, d->cells + 1),
	};

	for (size_t i = 0; i < d->cells; i++) {
		if (root[i] != of)
			continue;
		c.place[i] = c.cells;
		c.cell[c.cells++] = i;
	}
	for (size_t i = 0; i < d->sums; i++)
		if (root[d->sum[i].total] == of)
			c.sum[c.sums++] = i;
	if (c.sums > 0)
		complete(&c);
}

void
disclosure_complete(struct disclosure *d)
{
	struct arena  a = { 0 };
	const size_t *root = roots(&a, d);
	bool         *done = ARENA_ARRAY(&a, bool, d->cells + 1);
	size_t        cells = d->cells;

	for (size_t i = 0; i < cells; i++) {
		struct arena turn = { 0 };

		if (d->cell[i].is == WITHHELD_NOT || done[root[i]])
			continue;
		done[root[i]] = true;
		complete_root(&turn, d, root, root[i]);
		arena_free(&turn);
	}
	arena_free(&a);
}
