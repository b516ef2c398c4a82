/* Lines added up: what counts, in which year, exactly, and how it is rounded. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include "core/budget.h"

enum { LINES = 8, AMOUNTS = 4 };

struct given_amount {
	int32_t             year, through;
	enum budget_measure version;
	const char         *kroner, *gross;     /* NULL: none; "?": not known */
};

struct given_line {
	size_t              group;
	enum budget_counts  counts;
	const char         *attribution;
	struct given_amount amount[AMOUNTS];
};

static struct number
number(const char *text)
{
	struct number n;

	if (!number_from_plain(str_from(text), &n))
		fail_msg("%s is no number", text);
	return n;
}

static struct budget_line
line_of(struct arena *a, const struct given_line *g)
{
	struct budget_amount *at = ARENA_ARRAY(a, struct budget_amount, AMOUNTS);
	struct budget_line    l = { .group = g->group, .counts = g->counts, .amount = at };

	if (g->attribution != NULL) {
		l.has_attribution = true;
		l.attribution = number(g->attribution);
	}
	while (l.amounts < AMOUNTS && g->amount[l.amounts].year != 0) {
		const struct given_amount *from = &g->amount[l.amounts];
		struct budget_amount      *to = &at[l.amounts++];

		*to = (struct budget_amount){ .year = from->year,
		    .through = from->through != 0 ? from->through : from->year, .version = from->version };
		to->unknown = from->kroner != NULL && from->kroner[0] == '?';
		to->has_kroner = from->kroner != NULL && !to->unknown;
		to->has_gross = from->gross != NULL;
		if (to->has_kroner)
			to->kroner = number(from->kroner);
		if (to->has_gross)
			to->gross = number(from->gross);
	}
	return l;
}

static void
cell_is(const char *what, const struct budget_cell *c, enum budget_measure m, const char *expected)
{
	if (!BUDGET_HAS(c, m)) {
		if (expected[0] != '-')
			fail_msg("%s: nothing, not %s", what, expected);
		return;
	}
	if (number_cmp(c->at[m], number(expected)) != 0)
		fail_msg("%s: %lld at scale %d, not %s", what, (long long)c->at[m].units, c->at[m].scale,
		    expected);
}

#define Y(y, k) { y, 0, BUDGET_ORIGINAL, k, NULL }

static const struct {
	const char       *name;
	struct given_line line[LINES];
	size_t            lines;
	const char       *total[5];     /* current budget by year, then in all; "-": nothing */
} sums[] = {
	{ "no lines", { { 0 } }, 0, { "-" } },
	{ "two lines", { { 0, BUDGET_COUNTED, NULL, { Y(2008, "6900000"), Y(2009, "0.5") } },
	    { 0, BUDGET_COUNTED, NULL, { Y(2009, "2000000") } } }, 2,
	    { "6900000", "2000000.5", "8900000.5" } },
	{ "years in any order", { { 0, BUDGET_COUNTED, NULL, { Y(2010, "3"), Y(2008, "1") } },
	    { 0, BUDGET_COUNTED, NULL, { Y(2009, "2") } } }, 2, { "1", "2", "3", "6" } },
	{ "half of a programme", { { 0, BUDGET_COUNTED, "50", { Y(2009, "65800000") } } }, 1,
	    { "32900000", "32900000" } },
	{ "a third, exactly", { { 0, BUDGET_COUNTED, "33.33", { Y(2009, "100") } } }, 1,
	    { "33.33", "33.33" } },
	{ "none of it", { { 0, BUDGET_COUNTED, "0", { Y(2009, "100") } } }, 1, { "0", "0" } },
	{ "counted elsewhere", { { 0, BUDGET_COUNTED, NULL, { Y(2009, "10") } },
	    { 0, BUDGET_ELSEWHERE, NULL, { Y(2009, "2") } } }, 2, { "10", "10" } },
	{ "left out", { { 0, BUDGET_COUNTED, NULL, { Y(2009, "10") } },
	    { 0, BUDGET_EXCLUDED, NULL, { Y(2009, "36.4") } } }, 2, { "10", "10" } },
	{ "only what is left out", { { 0, BUDGET_EXCLUDED, NULL, { Y(2009, "36.4") } } }, 1, { "-", "-" } },
	{ "every year 2011-2014", { { 0, BUDGET_COUNTED, NULL,
	    { { 2011, 2014, BUDGET_ORIGINAL, "2000000", NULL } } } }, 1,
	    { "2000000", "2000000", "2000000", "2000000", "8000000" } },
	{ "once and every year", { { 0, BUDGET_COUNTED, NULL,
	    { { 2011, 2012, BUDGET_ORIGINAL, "500000", NULL }, Y(2011, "1000000") } } }, 1,
	    { "1500000", "500000", "2000000" } },
	{ "revised goes before original", { { 0, BUDGET_COUNTED, NULL, { Y(2009, "5"), Y(2010, "5"),
	    { 2009, 0, BUDGET_REVISED, "7", NULL } } } }, 1, { "7", "5", "12" } },
	{ "spending is no budget", { { 0, BUDGET_COUNTED, NULL, { Y(2009, "5"),
	    { 2009, 0, BUDGET_ACTUAL, "4", NULL } } } }, 1, { "5", "5" } },
	{ "nil", { { 0, BUDGET_COUNTED, NULL, { Y(2009, NULL), Y(2010, "1") } } }, 1, { "-", "1", "1" } },
	{ "a negative amount", { { 0, BUDGET_COUNTED, NULL, { Y(2009, "-1.5") } },
	    { 0, BUDGET_COUNTED, NULL, { Y(2009, "1") } } }, 2, { "-0.5", "-0.5" } },
};

static void
added_up(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(sums); i++) {
		struct arena       a = { 0 };
		struct budget_line line[LINES];
		struct budget      b;
		size_t             at;

		for (size_t k = 0; k < sums[i].lines; k++)
			line[k] = line_of(&a, &sums[i].line[k]);
		assert_int_equal(budget_add_up(&a, line, sums[i].lines, 1, &b, &at), BUDGET_OK);
		for (size_t y = 0; y <= b.years; y++)
			cell_is(sums[i].name, &b.total[y], BUDGET_PLAN, sums[i].total[y]);
		assert_true(b.years == 4 || sums[i].total[b.years + 1] == NULL);
		arena_free(&a);
	}
}

/* Original, revised, spent and gross stay apart; the plan follows. */
static void
versions(void **state)
{
	static const struct given_line given[] = {
		{ 0, BUDGET_COUNTED, NULL, { { 2009, 0, BUDGET_ORIGINAL, "26900000", "53800000" },
		    { 2009, 0, BUDGET_REVISED, "27000000", NULL }, { 2009, 0, BUDGET_ACTUAL, "25000000", NULL } } },
		{ 0, BUDGET_COUNTED, "50", { { 2009, 0, BUDGET_ORIGINAL, "10", "30" } } },
	};
	struct arena       a = { 0 };
	struct budget_line line[2];
	struct budget      b;
	size_t             at;

	(void)state;
	for (size_t i = 0; i < 2; i++)
		line[i] = line_of(&a, &given[i]);
	assert_int_equal(budget_add_up(&a, line, 2, 1, &b, &at), BUDGET_OK);
	cell_is("original", &b.total[1], BUDGET_ORIGINAL, "26900005");
	cell_is("revised", &b.total[1], BUDGET_REVISED, "27000000");
	cell_is("plan", &b.total[1], BUDGET_PLAN, "27000005");
	cell_is("actual", &b.total[1], BUDGET_ACTUAL, "25000000");
	cell_is("gross", &b.total[1], BUDGET_GROSS, "53800015");
	arena_free(&a);
}

static void
unknown(void **state)
{
	static const struct given_line given[] = {
		{ 0, BUDGET_COUNTED, NULL, { Y(2009, "?"), Y(2010, "1") } },
		{ 1, BUDGET_COUNTED, NULL, { Y(2009, "5") } },
	};
	struct arena       a = { 0 };
	struct budget_line line[2];
	struct budget      b;
	size_t             at;

	(void)state;
	for (size_t i = 0; i < 2; i++)
		line[i] = line_of(&a, &given[i]);
	assert_int_equal(budget_add_up(&a, line, 2, 2, &b, &at), BUDGET_OK);
	assert_true(b.line[0].unknown && !b.line[1].unknown && b.line[2].unknown);
	assert_true(b.total[0].unknown && !b.total[1].unknown && b.total[2].unknown);
	assert_true(b.group[0].unknown && !b.group[3].unknown);
	arena_free(&a);
}

/* ---- identities, on budgets nobody chose ---- */

static uint32_t
next(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* Øre of a cell: amounts here have at most two decimals after attribution. */
static int64_t
oere(const struct budget_cell *c)
{
	struct number n;

	assert_true(number_rescale(c->at[BUDGET_PLAN], 2, &n));
	assert_int_equal(number_cmp(n, c->at[BUDGET_PLAN]), 0);
	return n.units;
}

static void
check_identities(uint32_t seed)
{
	enum { N = 40, GROUPS = 5 };
	struct arena         a = { 0 };
	struct budget_line   line[N] = { 0 };
	struct budget_amount amount[N][3] = { 0 };
	struct budget        b;
	size_t               at, cells;
	int64_t              rows = 0, columns = 0, groups = 0, by_hand = 0;

	for (size_t i = 0; i < N; i++) {
		line[i] = (struct budget_line){ next(&seed) % GROUPS, next(&seed) % 4 == 0
		    ? BUDGET_ELSEWHERE : BUDGET_COUNTED, next(&seed) % 3 == 0, NUMBER(50, 0), amount[i], 3 };
		for (size_t k = 0; k < 3; k++) {
			int32_t year = 2008 + (int32_t)(next(&seed) % 6);
			int32_t more = (int32_t)(next(&seed) % 3);
			int64_t kroner = (int64_t)(next(&seed) % 100000000) - 20000000;

			amount[i][k] = (struct budget_amount){ .year = year, .through = year + more,
			    .version = BUDGET_ORIGINAL, .has_kroner = true, .kroner = NUMBER(kroner, 0) };
			if (line[i].counts == BUDGET_COUNTED)
				by_hand += kroner * (more + 1) * (line[i].has_attribution ? 50 : 100);
		}
	}
	assert_int_equal(budget_add_up(&a, line, N, GROUPS, &b, &at), BUDGET_OK);
	cells = b.years + 1;
	for (size_t i = 0; i < N; i++)
		rows += line[i].counts == BUDGET_COUNTED ? oere(&b.line[i * cells + b.years]) : 0;
	for (size_t y = 0; y < b.years; y++)
		columns += oere(&b.total[y]);
	for (size_t g = 0; g < GROUPS; g++)
		groups += oere(&b.group[g * cells + b.years]);
	assert_int_equal(rows, by_hand);
	assert_int_equal(columns, by_hand);
	assert_int_equal(groups, by_hand);
	assert_int_equal(oere(&b.total[b.years]), by_hand);
	arena_free(&a);
}

static void
identities(void **state)
{
	(void)state;
	for (uint32_t seed = 1; seed <= 200; seed++)
		check_identities(seed);
}

/* ---- refusals ---- */

static void
refused(void **state)
{
	static const struct {
		struct given_line  line[2];
		enum budget_status status;
		size_t             at;
	} rows[] = {
		{ { { 0, BUDGET_COUNTED, NULL, { Y(2009, "9223372036854775807") } },
		    { 0, BUDGET_COUNTED, NULL, { Y(2009, "1") } } }, BUDGET_OVERFLOW, 1 },
		{ { { 0, BUDGET_COUNTED, NULL, { Y(2009, "9000000000000000000"), Y(2010, "9000000000000000000") } },
		    { 0, BUDGET_COUNTED, NULL, { Y(2009, "1") } } }, BUDGET_OVERFLOW, 0 },
		{ { { 0, BUDGET_COUNTED, NULL, { Y(2009, "1") } },
		    { 0, BUDGET_COUNTED, "33.333333", { Y(2009, "9223372036854775807") } } }, BUDGET_OVERFLOW, 1 },
		{ { { 0, BUDGET_COUNTED, NULL, { Y(2009, "1") } },
		    { 0, BUDGET_COUNTED, NULL, { { 2009, 9999, BUDGET_ORIGINAL, "1", NULL } } } }, BUDGET_TOO_LONG, 1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct arena       a = { 0 };
		struct budget_line line[2] = { line_of(&a, &rows[i].line[0]), line_of(&a, &rows[i].line[1]) };
		struct budget      b = { .years = 77 };
		size_t             at = 99;

		assert_int_equal(budget_add_up(&a, line, 2, 1, &b, &at), rows[i].status);
		assert_int_equal(at, rows[i].at);
		assert_int_equal(b.years, 77);
		arena_free(&a);
	}
}

/* ---- rounding ---- */

static void
rounding(void **state)
{
	static const struct {
		const char      *kroner;
		enum budget_unit unit;
		const char      *shown, *exact;
	} rows[] = {
		{ "32900000", BUDGET_UNIT_MIO, "32.9", "32.9" },
		{ "150000", BUDGET_UNIT_MIO, "0.2", "0.15" },
		{ "-150000", BUDGET_UNIT_MIO, "-0.2", "-0.15" },
		{ "149999.99", BUDGET_UNIT_MIO, "0.1", "0.14999999" },
		{ "49999", BUDGET_UNIT_MIO, "0.0", "0.049999" },
		{ "3543580", BUDGET_UNIT_MIO, "3.5", "3.54358" },
		{ "6105606", BUDGET_UNIT_MIO, "6.1", "6.105606" },
		{ "1950000", BUDGET_UNIT_THOUSAND, "1950", "1950" },
		{ "1500", BUDGET_UNIT_THOUSAND, "2", "1.5" },
		{ "0.5", BUDGET_UNIT_KRONER, "1", "0.5" },
		{ "0", BUDGET_UNIT_MIO, "0.0", "0" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct number n, want = number(rows[i].shown);

		assert_true(budget_shown(number(rows[i].kroner), rows[i].unit, &n));
		assert_int_equal(n.units, want.units);
		assert_int_equal(n.scale, want.scale);
		assert_true(budget_exact(number(rows[i].kroner), rows[i].unit, &n));
		assert_int_equal(number_cmp(n, number(rows[i].exact)), 0);
	}
}

/* Two lines of 0.15 show as 0.2 each, and their total as 0.3: rounded once. */
static void
rounded_once(void **state)
{
	static const struct given_line given = { 0, BUDGET_COUNTED, NULL, { Y(2009, "150000"), Y(2010, "150000") } };
	struct arena       a = { 0 };
	struct budget_line line = line_of(&a, &given);
	struct budget      b;
	struct number      n;
	size_t             at;

	(void)state;
	assert_int_equal(budget_add_up(&a, &line, 1, 1, &b, &at), BUDGET_OK);
	assert_true(budget_shown(b.total[0].at[BUDGET_PLAN], BUDGET_UNIT_MIO, &n));
	assert_int_equal(n.units, 2);
	assert_true(budget_shown(b.total[2].at[BUDGET_PLAN], BUDGET_UNIT_MIO, &n));
	assert_int_equal(n.units, 3);
	arena_free(&a);
}

static void
net_and_results(void **state)
{
	struct number n;

	(void)state;
	assert_true(budget_net(number("53800000"), number("50"), &n));
	assert_int_equal(number_cmp(n, number("26900000")), 0);
	assert_true(budget_net(number("100"), number("33.3"), &n));
	assert_int_equal(number_cmp(n, number("66.7")), 0);
	assert_true(budget_per_result(number("6900000"), number("465"), &n));
	assert_int_equal(number_cmp(n, number("14839")), 0);         /* 14,838.71 */
	assert_true(budget_per_result(number("6900000"), number("5.5"), &n));
	assert_int_equal(number_cmp(n, number("1254545")), 0);       /* 1,254,545.45 */
	assert_false(budget_per_result(number("6900000"), number("0.0"), &n));
}

static void
codes(void **state)
{
	enum budget_measure m = BUDGET_GROSS;
	enum budget_unit    u = BUDGET_UNIT_KRONER;

	(void)state;
	assert_true(budget_version_from_code(STR("revised"), &m) && m == BUDGET_REVISED);
	assert_false(budget_version_from_code(STR("plan"), &m));
	assert_false(budget_version_from_code(STR("gross"), &m));
	assert_true(budget_unit_from_code(STR("1000"), &u) && u == BUDGET_UNIT_THOUSAND);
	assert_false(budget_unit_from_code(STR("øre"), &u));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(added_up), cmocka_unit_test(versions), cmocka_unit_test(unknown),
		cmocka_unit_test(identities), cmocka_unit_test(refused), cmocka_unit_test(rounding),
		cmocka_unit_test(rounded_once), cmocka_unit_test(net_and_results), cmocka_unit_test(codes),
	};

	return cmocka_run_group_tests_name("budget", tests, NULL, NULL);
}
