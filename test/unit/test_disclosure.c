/* Complementary withholding: which cells, and that nothing withheld can be reckoned. That
 * is looked at in two other ways than the module's own: by the graph of rows and columns
 * (a withheld cell of a table with totals follows exactly when it is a bridge; Gusfield,
 * 1988), and by trying all counts a reader would have to try. */
#include "core/disclosure.h"
#include "judge_dsl.h"

/* ---- tables ---- */

#define SIDE_MAX  6
#define TABLE_MAX ((SIDE_MAX + 1) * (SIDE_MAX + 1))

/* Rows and columns with their totals last: the corner is the city's total. */
struct table {
	struct arena      a;
	struct disclosure d;
	size_t            rows, columns;
	int64_t           count[TABLE_MAX];
};

static size_t
place(const struct table *t, size_t row, size_t column)
{
	return row * (t->columns + 1) + column;
}

static void
add_totals(struct table *t)
{
	for (size_t r = 0; r < t->rows; r++)
		for (size_t c = 0; c < t->columns; c++) {
			t->count[place(t, r, t->columns)] += t->count[place(t, r, c)];
			t->count[place(t, t->rows, c)] += t->count[place(t, r, c)];
			t->count[place(t, t->rows, t->columns)] += t->count[place(t, r, c)];
		}
}

/* `line`: a row or a column, totals among them. */
static void
add_line(struct table *t, size_t line, bool is_row)
{
	size_t len = is_row ? t->columns : t->rows, part[SIDE_MAX];

	for (size_t i = 0; i < len; i++)
		part[i] = is_row ? place(t, line, i) : place(t, i, line);
	disclosure_add_sum(&t->d, is_row ? place(t, line, len) : place(t, len, line), part, len,
	    false);
}

static void
lay_out(struct table *t)
{
	t->d = (struct disclosure){ .arena = &t->a };
	for (size_t i = 0; i < (t->rows + 1) * (t->columns + 1); i++) {
		bool corner = i == place(t, t->rows, t->columns);
		bool small = !corner && t->count[i] > 0 && t->count[i] < DISCLOSURE_MIN;

		assert_int_equal(disclosure_add_cell(&t->d, (struct disclosure_cell){
			.count = { t->count[i], t->count[i] }, .measured = true, .keep = corner,
			.is = small ? WITHHELD_SMALL : WITHHELD_NOT,
		}), i);
	}
	for (size_t r = 0; r <= t->rows; r++)
		add_line(t, r, true);
	for (size_t c = 0; c <= t->columns; c++)
		add_line(t, c, false);
}

static bool
is_withheld(const struct table *t, size_t i)
{
	return t->d.cell[i].is != WITHHELD_NOT;
}

static struct table
random_table(unsigned *seed, size_t side, int64_t most)
{
	struct table t = { .rows = 1 + (size_t)rand_r(seed) % side,
		.columns = 1 + (size_t)rand_r(seed) % side };

	for (size_t r = 0; r < t.rows; r++)
		for (size_t c = 0; c < t.columns; c++)
			t.count[place(&t, r, c)] = rand_r(seed) % 4 == 0
			    ? rand_r(seed) % DISCLOSURE_MIN : rand_r(seed) % most;
	add_totals(&t);
	return t;
}

/* ---- by the graph ---- */

/* Are row and column of a withheld cell joined by other withheld cells? */
static bool
is_on_a_ring(const struct table *t, size_t row, size_t column)
{
	size_t nodes = t->rows + t->columns + 2, first_column = t->rows + 1;
	bool   reached[2 * SIDE_MAX + 2] = { 0 }, more = true;

	reached[row] = true;
	while (more) {
		more = false;
		for (size_t i = 0; i <= t->rows; i++)
			for (size_t k = 0; k <= t->columns; k++) {
				bool *a = &reached[i], *b = &reached[first_column + k];

				if ((i == row && k == column) || !is_withheld(t, place(t, i, k)) ||
				    *a == *b)
					continue;
				*a = *b = more = true;
			}
	}
	assert_true(first_column + column < nodes);
	return reached[first_column + column];
}

static void
no_cell_is_a_bridge(void **state)
{
	unsigned seed = 20101216;
	size_t   withheld = 0, neighbours = 0;

	(void)state;
	for (int n = 0; n < 2000; n++) {
		struct table t = random_table(&seed, SIDE_MAX, 5 + n % 60);

		lay_out(&t);
		disclosure_complete(&t.d);
		for (size_t r = 0; r <= t.rows; r++)
			for (size_t c = 0; c <= t.columns; c++) {
				size_t i = place(&t, r, c);

				if (!is_withheld(&t, i))
					continue;
				if (!is_on_a_ring(&t, r, c))
					fail_msg("table %d: row %zu, column %zu", n, r, c);
				assert_int_not_equal(t.count[i], 0);
				withheld++;
				neighbours += t.d.cell[i].is == WITHHELD_NEIGHBOUR;
			}
		arena_free(&t.a);
	}
	assert_true(withheld > 10000 && neighbours > 3000);
}

/* ---- by trying ---- */

/* A reader's trial: a count for each cell, or none yet. */
struct trial {
	const struct table *t;
	int64_t             count[TABLE_MAX];
	size_t              other;              /* this cell must not have its count */
	long                steps;
};

#define NO_COUNT INT64_C(-1)

/* What a reader knows of a cell by its mark: the corner may be any number. */
static bool
is_possible(const struct trial *x, size_t i, int64_t count)
{
	bool small = x->t->count[i] < DISCLOSURE_MIN;
	bool corner = i == place(x->t, x->t->rows, x->t->columns) || x->t->d.cell[i].hushed;

	if (i == x->other && count == x->t->count[i])
		return false;
	return count > 0 && (corner || (count < DISCLOSURE_MIN) == small);
}

struct line {
	size_t  open, last;
	int64_t rest;                   /* the total without the parts that have a count */
	bool    open_total;
};

static struct line
line_of(const struct trial *x, size_t at, bool is_row)
{
	size_t      len = is_row ? x->t->columns : x->t->rows;
	struct line l = { 0 };

	for (size_t i = 0; i <= len; i++) {
		size_t cell = is_row ? place(x->t, at, i) : place(x->t, i, at);

		if (x->count[cell] == NO_COUNT) {
			l.open++;
			l.last = cell;
			l.open_total = i == len;
		} else {
			l.rest += i == len ? x->count[cell] : -x->count[cell];
		}
	}
	return l;
}

static bool try_counts(struct trial *x);

/* Goes on with a cell at `count`, and takes it back when that leads nowhere. */
static bool
try_one(struct trial *x, size_t cell, int64_t count)
{
	if (!is_possible(x, cell, count))
		return false;
	x->count[cell] = count;
	if (try_counts(x))
		return true;
	x->count[cell] = NO_COUNT;
	return false;
}

/* A line with one open cell forces it; a full one must add up. -1: nothing is forced. */
static int
try_forced(struct trial *x)
{
	for (size_t i = 0; i <= x->t->rows + x->t->columns + 1; i++) {
		bool        is_row = i <= x->t->rows;
		struct line l = line_of(x, is_row ? i : i - x->t->rows - 1, is_row);

		if (l.open == 0 && l.rest != 0)
			return 0;
		if (l.open == 1)
			return try_one(x, l.last, l.open_total ? -l.rest : l.rest);
	}
	return -1;
}

static bool
try_counts(struct trial *x)
{
	size_t cells = (x->t->rows + 1) * (x->t->columns + 1), open = 0;
	int    forced = try_forced(x);

	if (forced >= 0)
		return forced;
	while (open < cells && x->count[open] != NO_COUNT)
		open++;
	if (open == cells)
		return true;
	for (int64_t n = 1; n < 60; n++)
		if (try_one(x, open, n))
			return true;
	return false;
}

/* Is there another table with the same shown cells in which cell `i` differs? */
static bool
could_differ(const struct table *t, size_t i)
{
	struct trial x = { .t = t, .other = i };

	for (size_t k = 0; k < (t->rows + 1) * (t->columns + 1); k++)
		x.count[k] = is_withheld(t, k) ? NO_COUNT : t->count[k];
	return try_counts(&x);
}

static void
every_cell_could_differ(void **state)
{
	unsigned seed = 4;
	size_t   tried = 0;

	(void)state;
	for (int n = 0; n < 2000; n++) {
		struct table t = random_table(&seed, 3, 3 + n % 12);

		lay_out(&t);
		disclosure_complete(&t.d);
		for (size_t i = 0; i < (t.rows + 1) * (t.columns + 1); i++) {
			if (!is_withheld(&t, i))
				continue;
			tried++;
			if (!could_differ(&t, i))
				fail_msg("table %d (%zu x %zu): cell %zu", n, t.rows, t.columns, i);
		}
		arena_free(&t.a);
	}
	assert_true(tried > 5000);
}

/* ---- one sum ---- */

/* Parts, the total last: x small, n for a neighbour's sake, . shown. */
static const struct {
	const char *name, *is;
	int64_t     part[6];
	size_t      len;
} lines[] = {
	{ "nothing is small", "....", { 12, 8, 9 }, 3 },
	{ "the smallest is withheld with it", "x.n.", { 3, 9, 8 }, 3 },
	{ "two small ones cover each other", "xx..", { 3, 2, 9 }, 3 },
	{ "two that must be 1", "xxn.", { 1, 1, 9 }, 3 },
	{ "two that must be 4", "xxn.", { 4, 4, 9 }, 3 },
	{ "a neighbour that must be 5 is exchanged", "x..n.", { 1, 5, 9, 6 }, 4 },
	{ "a neighbour that may be more", "xn...", { 2, 5, 9, 6 }, 4 },
	{ "never a zero", "x0.n.", { 3, 0, 9, 7 }, 4 },
	{ "the city's total, when nothing else is left", "x00n", { 3, 0, 0 }, 3 },
	{ "the city's total is shown as it is", "....", { 0, 0, 0 }, 3 },
	{ "of equals the first", "xn..", { 2, 7, 7 }, 3 },
	{ "a single part is its total", "xn", { 3 }, 1 },
};

static void
one_sum(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(lines); i++) {
		struct table t = { .rows = 1, .columns = lines[i].len };
		size_t       part[6] = { 0 };
		int64_t      sum = 0;

		t.d = (struct disclosure){ .arena = &t.a };
		for (size_t k = 0; k <= lines[i].len; k++) {
			int64_t n = k == lines[i].len ? sum : lines[i].part[k];

			sum += n;
			disclosure_add_cell(&t.d, (struct disclosure_cell){
				.count = { n, n }, .measured = true, .keep = k == lines[i].len,
				.is = k < lines[i].len && n > 0 && n < DISCLOSURE_MIN ? WITHHELD_SMALL
				                                                    : WITHHELD_NOT,
			});
			if (k < lines[i].len)
				part[k] = k;
		}
		disclosure_add_sum(&t.d, lines[i].len, part, lines[i].len, false);
		disclosure_complete(&t.d);
		for (size_t k = 0; k <= lines[i].len; k++) {
			char is = lines[i].is[k];

			if (t.d.cell[k].is != (is == 'x' ? WITHHELD_SMALL : is == 'n'
			        ? WITHHELD_NEIGHBOUR : WITHHELD_NOT))
				fail_msg("%s: cell %zu", lines[i].name, k);
		}
		arena_free(&t.a);
	}
}

/* ---- what is left over, what is not measured ---- */

static size_t
add(struct disclosure *d, int64_t low, int64_t high, bool measured)
{
	return disclosure_add_cell(d, (struct disclosure_cell){
		.count = { low, high }, .measured = measured,
		.is = measured && low == high && low > 0 && low < DISCLOSURE_MIN ? WITHHELD_SMALL
		                                                              : WITHHELD_NOT,
	});
}

/* Ninety in a district, eighty-eight in its housing areas: two live outside them. */
static void
what_is_left_over_is_protected(void **state)
{
	struct arena      a = { 0 };
	struct disclosure d = { .arena = &a };
	size_t            part[] = { add(&d, 60, 60, true), add(&d, 28, 28, true) };
	size_t            total = add(&d, 90, 90, true);

	(void)state;
	assert_false(disclosure_is_needed(&d));
	disclosure_add_sum(&d, total, part, 2, true);
	assert_true(disclosure_is_needed(&d));
	disclosure_complete(&d);
	assert_int_equal(d.cell[part[0]].is, WITHHELD_NOT);
	assert_int_equal(d.cell[part[1]].is, WITHHELD_NEIGHBOUR);
	assert_int_equal(d.cell[total].is, WITHHELD_NOT);
	arena_free(&a);
}

/* The district in the middle was not measured, but is the sum of its parts. */
static void
what_is_not_measured_passes_it_on(void **state)
{
	struct arena      a = { 0 };
	struct disclosure d = { .arena = &a };
	size_t            small = add(&d, 3, 3, true), middle = add(&d, 0, DISCLOSURE_MANY, false);
	size_t            x = add(&d, 20, 20, true), y = add(&d, 30, 30, true);
	size_t            total = add(&d, 53, 53, true);
	size_t            upper[] = { small, middle }, lower[] = { x, y };

	(void)state;
	disclosure_add_sum(&d, total, upper, 2, false);
	disclosure_complete(&d);
	assert_int_equal(d.cell[x].is, WITHHELD_NOT);   /* nothing says what the middle is */
	disclosure_add_sum(&d, middle, lower, 2, false);
	disclosure_complete(&d);
	assert_int_equal(d.cell[x].is, WITHHELD_NEIGHBOUR);
	assert_int_equal(d.cell[y].is, WITHHELD_NOT);
	arena_free(&a);
}

/* A total that is only nearly known gives nothing away; one in narrow bounds does. */
static void
what_is_not_exact(void **state)
{
	static const struct { int64_t low, high; enum withheld is; } totals[] = {
		{ 20, 30, WITHHELD_NOT }, { 22, 23, WITHHELD_NOT }, { 19, 21, WITHHELD_NEIGHBOUR },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(totals); i++) {
		struct arena      a = { 0 };
		struct disclosure d = { .arena = &a };
		size_t            part[] = { add(&d, 1, 1, true), add(&d, 20, 20, true) };

		size_t            total = add(&d, totals[i].low, totals[i].high, true);

		d.cell[total].keep = true;
		disclosure_add_sum(&d, total, part, 2, false);
		disclosure_complete(&d);
		assert_int_equal(d.cell[part[1]].is, totals[i].is);
		arena_free(&a);
	}
}

/* What is too large to be looked at loses all that hangs together with what is small. */
static void
too_large(void **state)
{
	struct arena      a = { 0 };
	struct disclosure d = { .arena = &a };
	size_t            side = 120, *part = ARENA_ARRAY(&a, size_t, side);
	size_t            beside, small;

	(void)state;
	for (size_t i = 0; i < (side + 1) * (side + 1); i++)
		add(&d, 50, 50, true);
	for (size_t line = 0; line < 2 * side; line++) {
		bool is_row = line < side;

		for (size_t i = 0; i < side; i++)
			part[i] = is_row ? line * (side + 1) + i : i * (side + 1) + line - side;
		disclosure_add_sum(&d, is_row ? line * (side + 1) + side
		                              : side * (side + 1) + line - side, part, side, false);
	}
	beside = add(&d, 50, 50, true);
	small = add(&d, 50, 50, true);
	disclosure_add_sum(&d, beside, &small, 1, false);
	d.cell[7].is = WITHHELD_SMALL;
	disclosure_complete(&d);
	for (size_t i = 0; i < side * (side + 1); i++)
		assert_int_not_equal(d.cell[i].is, WITHHELD_NOT);
	assert_int_equal(d.cell[beside].is, WITHHELD_NOT);
	arena_free(&a);
}

/* ---- what a sum is, what a count may be ---- */

static void
sums(void **state)
{
	static const struct {
		struct count_range total, part[3];
		size_t             len;
		enum sum_is        is;
	} rows[] = {
		{ { 10, 10 }, { { 3, 3 }, { 7, 7 } }, 2, SUM_HOLDS },
		{ { 10, 10 }, { { 3, 3 }, { 6, 6 } }, 2, SUM_LEAVES_FEW },
		{ { 10, 10 }, { { 3, 3 }, { 3, 3 } }, 2, SUM_LEAVES_FEW },
		{ { 10, 10 }, { { 3, 3 }, { 2, 2 } }, 2, SUM_IS_NONE },         /* five are left */
		{ { 10, 10 }, { { 8, 8 }, { 3, 3 } }, 2, SUM_IS_NONE },         /* too many */
		{ { 10, 10 }, { { 3, 3 }, { 0, DISCLOSURE_MANY } }, 2, SUM_HOLDS },
		{ { 10, 10 }, { { 30, 30 }, { 0, DISCLOSURE_MANY } }, 2, SUM_IS_NONE },
		{ { 9, 11 }, { { 3, 3 }, { 6, 9 } }, 2, SUM_HOLDS },
		{ { 5, DISCLOSURE_MANY }, { { 3, 3 } }, 1, SUM_LEAVES_FEW },
		{ { 0, 0 }, { { 0, 0 } }, 1, SUM_HOLDS },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		if (disclosure_sum_is(rows[i].total, rows[i].part, rows[i].len) != rows[i].is)
			fail_msg("sum %zu", i);
}

static void
ranges(void **state)
{
	static const struct { const char *text; int64_t low, high; } rows[] = {
		{ "0", 0, 0 },        { "17", 17, 17 },  { "1.200", 1200, 1200 },
		{ "under 5", 0, 4 },  { "over 5", 6, DISCLOSURE_MANY },
		{ "mindst 5", 5, DISCLOSURE_MANY },      { "højst 4", 0, 4 },
		{ "3 til 8", 3, 8 },  { "knap 65", 65, 65 },
		{ "godt 65", 65, 65 }, { "ca. 1.300", 1250, 1350 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct quantity    q = dsl_quantity(str_from(rows[i].text), UNIT_PERSONS, 0);
		struct count_range r = disclosure_range(&q);

		if (r.low != rows[i].low || r.high != rows[i].high)
			fail_msg("%s: %lld to %lld", rows[i].text, (long long)r.low, (long long)r.high);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_cell_is_a_bridge), cmocka_unit_test(every_cell_could_differ),
		cmocka_unit_test(one_sum), cmocka_unit_test(what_is_left_over_is_protected),
		cmocka_unit_test(what_is_not_measured_passes_it_on),
		cmocka_unit_test(what_is_not_exact), cmocka_unit_test(too_large),
		cmocka_unit_test(sums), cmocka_unit_test(ranges),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
