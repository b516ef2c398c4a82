#include "core/disclosure_audit.h"
#include <string.h>

/* A witness: another table with the same shown cells, a step of one from the true one
 * in some withheld cells. It is looked for by putting one sum right after the other. */

#define STEPS_MAX 400                   /* tries for one cell; without a witness it is known */

struct search {
	struct component *c;
	int8_t           *factor;       /* sums x cells: 1 the total, -1 a part */
	int64_t          *step;         /* by column: -1, 0, 1 */
	int64_t          *off;          /* by sum: total less parts */
	bool             *varies;       /* by column: a witness was found */
	size_t            steps;
};

static struct disclosure_cell *
cell_at(const struct search *x, size_t column)
{
	return &x->c->d->cell[x->c->cell[column]];
}

/* The count to step from: what is not known exactly stands in the middle, and what
 * nobody counted at nothing. */
static int64_t
count_of(const struct disclosure_cell *cell)
{
	if (!cell->measured && cell->is == WITHHELD_NOT)
		return 0;
	return cell->count.low + (cell->count.high - cell->count.low) / 2;
}

static bool
may_step(const struct search *x, size_t column, int64_t by)
{
	const struct disclosure_cell *cell = cell_at(x, column);
	struct count_range            seen = disclosure_seen(cell);
	int64_t                       to = count_of(cell) + by;

	return x->step[column] == 0 && seen.low < seen.high && to >= seen.low && to <= seen.high;
}

static void
write_factors(struct search *x)
{
	for (size_t i = 0; i < x->c->sums; i++) {
		const struct disclosure_sum *s = &x->c->d->sum[x->c->sum[i]];
		int8_t                      *row = x->factor + i * x->c->cells;

		row[x->c->place[s->total]] = 1;
		for (size_t k = 0; k < s->len; k++)
			row[x->c->place[s->part[k]]] = -1;
	}
}

static void
step(struct search *x, size_t column, int64_t by)
{
	x->step[column] += by;
	for (size_t i = 0; i < x->c->sums; i++)
		x->off[i] += by * x->factor[i * x->c->cells + column];
	x->c->d->work += x->c->sums;
}

static bool put_right(struct search *x);

static bool
try_step(struct search *x, size_t column, int64_t by)
{
	if (x->steps >= STEPS_MAX || !may_step(x, column, by))
		return false;
	x->steps++;
	step(x, column, by);
	if (put_right(x))
		return true;
	step(x, column, -by);
	return false;
}

static bool
put_right(struct search *x)
{
	const struct disclosure_sum *s;
	size_t                       i = 0;
	int64_t                      by;

	while (i < x->c->sums && x->off[i] == 0)
		i++;
	if (i == x->c->sums)
		return true;
	s = &x->c->d->sum[x->c->sum[i]];
	by = x->off[i] > 0 ? -1 : 1;
	if (try_step(x, x->c->place[s->total], by))
		return true;
	for (size_t k = 0; k < s->len; k++)
		if (try_step(x, x->c->place[s->part[k]], -by))
			return true;
	return false;
}

static bool
find(struct search *x, size_t column)
{
	for (int64_t by = 1; by >= -1; by -= 2) {
		memset(x->step, 0, x->c->cells * sizeof *x->step);
		memset(x->off, 0, x->c->sums * sizeof *x->off);
		x->steps = 0;
		if (try_step(x, column, by))
			return true;
	}
	return false;
}

bool
audit_witness(struct component *c, size_t *column)
{
	struct arena  a = { 0 };
	struct search x = {
		.c = c, .factor = ARENA_ARRAY(&a, int8_t, c->cells * (c->sums + 1)),
		.step = ARENA_ARRAY(&a, int64_t, c->cells),
		.off = ARENA_ARRAY(&a, int64_t, c->sums), .varies = ARENA_ARRAY(&a, bool, c->cells),
	};
	bool all = true;

	write_factors(&x);
	for (size_t i = 0; i < c->cells && all; i++) {
		if (x.varies[i] || cell_at(&x, i)->is == WITHHELD_NOT)
			continue;
		all = c->d->work <= DISCLOSURE_WORK && find(&x, i);
		for (size_t k = 0; k < c->cells && all; k++)
			x.varies[k] = x.varies[k] || x.step[k] != 0;
		*column = i;
	}
	arena_free(&a);
	return all;
}
