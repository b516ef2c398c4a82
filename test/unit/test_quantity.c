/* What a printed figure says, and what a survey share says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "core/quantity.h"

#define NONE_AT NUMBER(0, 0)

/* "[63.5, 64.5] = 64": ends and point as plain numbers, "-" where there is none. */
static struct str
shown(struct arena *a, struct quantity q)
{
	struct str low = q.range.low.exists ? number_plain(a, q.range.low.at) : STR("-");
	struct str high = q.range.high.exists ? number_plain(a, q.range.high.at) : STR("-");
	struct str point = q.has_point ? number_plain(a, q.point) : STR("-");

	return arena_printf(a, "%c" STR_FMT ", " STR_FMT "%c = " STR_FMT,
	    q.range.low.open ? '(' : '[', STR_ARG(low), STR_ARG(high),
	    q.range.high.open ? ')' : ']', STR_ARG(point));
}

struct row {
	struct number  n;
	enum qualifier qualifier;
	struct number  high;
	enum unit      unit;
	const char    *shown, *da, *en;
};

static const struct row rows[] = {
	/* domain.md, 2 */
	{ { 5990, 2 }, QUALIFIER_NONE, { 0, 0 }, UNIT_SHARE, "[59.895, 59.905] = 59.90",
	  "59,90 pct.", "59.90 per cent" },
	{ { 65, 0 }, QUALIFIER_GOOD, { 0, 0 }, UNIT_PERCENT, "[65, 66) = -", "godt 65 pct.",
	  "a good 65 per cent" },
	{ { 65, 0 }, QUALIFIER_SCARCE, { 0, 0 }, UNIT_PERCENT, "(64, 65] = -", "knap 65 pct.",
	  "just under 65 per cent" },
	{ { 64, 0 }, QUALIFIER_CIRCA, { 0, 0 }, UNIT_PERCENT, "[63.5, 64.5] = 64",
	  "ca. 64 pct.", "about 64 per cent" },
	{ { 80, 0 }, QUALIFIER_OVER, { 0, 0 }, UNIT_PERCENT, "(80, -] = -", "over 80 pct.",
	  "over 80 per cent" },
	{ { 95, 0 }, QUALIFIER_ATLEAST, { 0, 0 }, UNIT_PERCENT, "[95, -] = -",
	  "mindst 95 pct.", "at least 95 per cent" },
	{ { 5, 0 }, QUALIFIER_UNDER, { 0, 0 }, UNIT_COUNT, "[-, 5) = -", "under 5", "under 5" },
	{ { 5, 0 }, QUALIFIER_ATMOST, { 0, 0 }, UNIT_COUNT, "[-, 5] = -", "højst 5", "at most 5" },
	{ { 80, 0 }, QUALIFIER_RANGE, { 100, 0 }, UNIT_COUNT, "[80, 100] = -", "80-100", "80-100" },
	{ { 1300, 0 }, QUALIFIER_CIRCA, { 0, 0 }, UNIT_COUNT, "[1250, 1350] = 1300",
	  "ca. 1.300", "about 1,300" },
	{ { 554, 0 }, QUALIFIER_NONE, { 0, 0 }, UNIT_COUNT, "[554, 554] = 554", "554", "554" },
	{ { 794, 0 }, QUALIFIER_NONE, { 0, 0 }, UNIT_PERSONS, "[794, 794] = 794",
	  "794 personer", "794 persons" },
	{ { 300000, 0 }, QUALIFIER_NONE, { 0, 0 }, UNIT_KRONER, "[300000, 300000] = 300000",
	  "300.000 kr.", "300,000 kroner" },
	/* the unit of ca., godt, knap: last printed digit, or last that is not zero */
	{ { 645, 1 }, QUALIFIER_CIRCA, { 0, 0 }, UNIT_PERCENT, "[64.45, 64.55] = 64.5",
	  "ca. 64,5 pct.", "about 64.5 per cent" },
	{ { 50, 0 }, QUALIFIER_GOOD, { 0, 0 }, UNIT_PERCENT, "[50, 51) = -", "godt 50 pct.",
	  "a good 50 per cent" },
	{ { 650, 1 }, QUALIFIER_GOOD, { 0, 0 }, UNIT_SHARE, "[65.0, 65.1) = -",
	  "godt 65,0 pct.", "a good 65.0 per cent" },
	{ { 100, 0 }, QUALIFIER_CIRCA, { 0, 0 }, UNIT_PERCENT, "[99.5, 100.5] = 100",
	  "ca. 100 pct.", "about 100 per cent" },
	{ { 500, 0 }, QUALIFIER_GOOD, { 0, 0 }, UNIT_COUNT, "[500, 600) = -", "godt 500",
	  "a good 500" },
	{ { 20000, 0 }, QUALIFIER_SCARCE, { 0, 0 }, UNIT_PERSONS, "(10000, 20000] = -",
	  "knap 20.000 personer", "just under 20,000 persons" },
	{ { 0, 0 }, QUALIFIER_CIRCA, { 0, 0 }, UNIT_COUNT, "[-0.5, 0.5] = 0", "ca. 0", "about 0" },
	{ { 7, 0 }, QUALIFIER_CIRCA, { 0, 0 }, UNIT_COUNT, "[6.5, 7.5] = 7", "ca. 7", "about 7" },
	/* differences, and decimals of what is no count */
	{ { 10, 0 }, QUALIFIER_NONE, { 0, 0 }, UNIT_POINT, "[9.5, 10.5] = 10",
	  "10 procentpoint", "10 percentage points" },
	{ { -25, 1 }, QUALIFIER_NONE, { 0, 0 }, UNIT_POINT, "[-2.55, -2.45] = -2.5",
	  "-2,5 procentpoint", "-2.5 percentage points" },
	{ { 119, 2 }, QUALIFIER_NONE, { 0, 0 }, UNIT_NUMBER, "[1.185, 1.195] = 1.19", "1,19", "1.19" },
	{ { 123450, 2 }, QUALIFIER_NONE, { 0, 0 }, UNIT_KRONER, "[1234.50, 1234.50] = 1234.50",
	  "1.234,50 kr.", "1,234.50 kroner" },
};

static void
makes_and_writes(void **state)
{
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct quantity q;
		struct str      got;
		struct buf      b;

		buf_init(&b, 200);
		assert_true(quantity_make(rows[i].n, rows[i].qualifier, rows[i].high,
		    rows[i].unit, &q));
		got = shown(&a, q);
		if (!str_eq(got, str_from(rows[i].shown)))
			fail_msg("%s: got " STR_FMT, rows[i].da, STR_ARG(got));
		quantity_write(&b, q, rows[i].unit, NOTATION_DA);
		buf_char(&b, '|');
		quantity_write(&b, q, rows[i].unit, NOTATION_EN);
		got = arena_printf(&a, "%s|%s", rows[i].da, rows[i].en);
		if (!str_eq(buf_str(&b), got))
			fail_msg("%s: wrote " STR_FMT, rows[i].da, STR_ARG(buf_str(&b)));
		buf_free(&b);
	}
	arena_free(&a);
}

static void
refuses_what_does_not_fit(void **state)
{
	struct quantity q = { .qualifier = QUALIFIER_SURVEY };

	(void)state;
	assert_false(quantity_make(NUMBER(INT64_MAX, 0), QUALIFIER_GOOD, NONE_AT, UNIT_COUNT, &q));
	assert_false(quantity_make(NUMBER(INT64_MIN, 0), QUALIFIER_SCARCE, NONE_AT, UNIT_COUNT, &q));
	assert_false(quantity_make(NUMBER(INT64_MAX, 0), QUALIFIER_NONE, NONE_AT, UNIT_SHARE, &q));
	assert_false(quantity_make(NUMBER(1, 9), QUALIFIER_NONE, NONE_AT, UNIT_SHARE, &q));
	assert_false(quantity_make(NUMBER(100, 0), QUALIFIER_RANGE, NUMBER(80, 0), UNIT_COUNT, &q));
	assert_int_equal(q.qualifier, QUALIFIER_SURVEY);
}

static void
reads_fractions(void **state)
{
	static const struct { int64_t num, den; enum qualifier q; const char *shown; } cases[] = {
		{ 1, 2, QUALIFIER_NONE, "[49.5, 50.5] = 50" },
		{ 1, 2, QUALIFIER_GOOD, "[50, 51) = -" },
		{ 3, 4, QUALIFIER_NONE, "[74.5, 75.5] = 75" },
		{ 1, 8, QUALIFIER_NONE, "[12.45, 12.55] = 12.5" },
		{ 1, 3, QUALIFIER_NONE, "[33.3, 33.4] = -" },
		{ 2, 3, QUALIFIER_NONE, "[66.6, 66.7] = -" },
		{ 1, 3, QUALIFIER_GOOD, "[33.3, 34.4) = -" },
		{ 1, 3, QUALIFIER_SCARCE, "(32.3, 33.4] = -" },
		{ 1, 3, QUALIFIER_CIRCA, "[32.8, 33.9] = -" },
		{ 1, 3, QUALIFIER_OVER, "[33.3, -] = -" },
		{ 1, 3, QUALIFIER_ATLEAST, "[33.3, -] = -" },
		{ 1, 3, QUALIFIER_ATMOST, "[-, 33.4] = -" },
		{ 3, 3, QUALIFIER_NONE, "[99.5, 100.5] = 100" },
	};
	struct arena    a = { 0 };
	struct quantity q;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct str got;

		assert_true(quantity_fraction(cases[i].num, cases[i].den, cases[i].q, &q));
		got = shown(&a, q);
		if (!str_eq(got, str_from(cases[i].shown)))
			fail_msg("%s: got " STR_FMT, cases[i].shown, STR_ARG(got));
	}
	assert_false(quantity_fraction(1, 0, QUALIFIER_NONE, &q));
	assert_false(quantity_fraction(INT64_MAX, 2, QUALIFIER_NONE, &q));
	arena_free(&a);
}

/* Ends computed with sixty decimals elsewhere. */
static void
survey_shares(void **state)
{
	static const struct { struct number percent; int64_t n; struct number effect;
		const char *shown; } cases[] = {
		{ { 27, 0 }, 500, { 1, 0 },
		  "[23.2949, 31.0559] = 27" },
		{ { 0, 0 }, 10, { 1, 0 },
		  "[0.0000, 27.7533] = 0" },
		{ { 51, 0 }, 1000, { 14, 1 },
		  "[47.3384, 54.6509] = 51" },
		{ { 100, 0 }, 10, { 1, 0 },
		  "[72.2467, 100.0000] = 100" },
		{ { 50, 0 }, 1, { 1, 0 },
		  "[5.4621, 94.5379] = 50" },
		{ { 999999, 4 }, 1000000000, { 1, 0 },
		  "[99.9999, 99.9999] = 99.9999" },
		{ { 1, 4 }, 1000000000, { 1, 0 },
		  "[0.0001, 0.0001] = 0.0001" },
		{ { 275, 1 }, 1234, { 225, 2 },
		  "[23.9293, 31.3837] = 27.5" },
		{ { 333333, 4 }, 777, { 5, 1 },
		  "[31.0332, 35.7156] = 33.3333" },
	};
	struct arena    a = { 0 };
	struct quantity q;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct str got;

		assert_true(quantity_survey(cases[i].percent, cases[i].n, cases[i].effect, &q));
		assert_int_equal(q.qualifier, QUALIFIER_SURVEY);
		got = shown(&a, q);
		if (!str_eq(got, str_from(cases[i].shown)))
			fail_msg("%s: got " STR_FMT, cases[i].shown, STR_ARG(got));
	}
	assert_false(quantity_survey(NUMBER(101, 0), 10, NUMBER(1, 0), &q));
	assert_false(quantity_survey(NUMBER(-1, 0), 10, NUMBER(1, 0), &q));
	assert_false(quantity_survey(NUMBER(50, 0), 0, NUMBER(1, 0), &q));
	assert_false(quantity_survey(NUMBER(50, 0), INT64_MAX, NUMBER(1, 0), &q));
	assert_false(quantity_survey(NUMBER(50, 0), 10, NUMBER(0, 0), &q));
	assert_false(quantity_survey(NUMBER(50, 0), 1000000000, NUMBER(1, 9), &q));
	assert_false(quantity_survey(NUMBER(123456, 5), 10, NUMBER(1, 0), &q));
	arena_free(&a);
}

static struct interval
made(int64_t n, enum qualifier qualifier, int64_t high)
{
	struct quantity q = { 0 };

	assert_true(quantity_make(NUMBER(n, 0), qualifier, NUMBER(high, 0), UNIT_COUNT, &q));
	return q.range;
}

static void
intervals_add_and_meet(void **state)
{
	struct interval sum, range = made(80, QUALIFIER_RANGE, 100);
	struct interval good = made(65, QUALIFIER_GOOD, 0), over = made(80, QUALIFIER_OVER, 0);

	(void)state;
	assert_true(interval_add(range, good, &sum));
	assert_int_equal(number_cmp(sum.low.at, NUMBER(145, 0)), 0);
	assert_int_equal(number_cmp(sum.high.at, NUMBER(166, 0)), 0);
	assert_true(!sum.low.open && sum.high.open);
	assert_true(interval_add(range, over, &sum));
	assert_true(sum.low.exists && sum.low.open && !sum.high.exists);
	assert_false(interval_add(range, made(INT64_MAX, QUALIFIER_NONE, 0), &sum));

	assert_true(interval_contains(good, NUMBER(65, 0)));
	assert_true(interval_contains(good, NUMBER(6599, 2)));
	assert_false(interval_contains(good, NUMBER(66, 0)));
	assert_false(interval_contains(over, NUMBER(80, 0)));
	assert_true(interval_contains(over, NUMBER(80000001, 6)));
	assert_true(interval_contains(made(5, QUALIFIER_UNDER, 0), NUMBER(-1000, 0)));

	assert_true(interval_overlaps(range, made(100, QUALIFIER_ATLEAST, 0)));
	assert_false(interval_overlaps(range, made(100, QUALIFIER_OVER, 0)));
	assert_false(interval_overlaps(good, made(66, QUALIFIER_NONE, 0)));
	assert_true(interval_overlaps(good, made(65, QUALIFIER_NONE, 0)));
	assert_true(interval_overlaps(over, made(5, QUALIFIER_OVER, 0)));
}

static void
codes_go_both_ways(void **state)
{
	enum qualifier q;
	enum unit      u;

	(void)state;
	for (int i = 0; i < QUALIFIER_COUNT; i++) {
		assert_true(qualifier_from_code(qualifier_code((enum qualifier)i), &q));
		assert_int_equal(q, i);
	}
	for (int i = 0; i < UNIT_COUNT_; i++) {
		assert_true(unit_from_code(unit_code((enum unit)i), &u));
		assert_int_equal(u, i);
	}
	assert_false(qualifier_from_code(STR("godt"), &q));
	assert_false(unit_from_code(STR("procent"), &u));
	assert_true(unit_is_exact(UNIT_PERSONS) && !unit_is_exact(UNIT_SHARE));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(makes_and_writes),
		cmocka_unit_test(refuses_what_does_not_fit),
		cmocka_unit_test(reads_fractions),
		cmocka_unit_test(survey_shares),
		cmocka_unit_test(intervals_add_and_meet),
		cmocka_unit_test(codes_go_both_ways),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
