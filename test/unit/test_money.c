/* Amounts: kroner from what is printed, and back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "core/money.h"

#define KRONER(n) NUMBER((n), 0)

struct row {
	const char     *text;
	enum notation   notation;
	struct number   low, high;      /* closed both; of the point when there is one */
	enum qualifier  qualifier;
	enum recurrence recurrence;
	const char     *da, *en;        /* as written again */
};

static const struct row rows[] = {
	{ "6.105.606 kr.", NOTATION_DA, { 6105606, 0 }, { 6105606, 0 }, QUALIFIER_NONE,
	  RECURRENCE_NONE, "6.105.606 kr.", "DKK 6,105,606" },
	{ "kr. 300.000", NOTATION_DA, { 300000, 0 }, { 300000, 0 }, QUALIFIER_NONE,
	  RECURRENCE_NONE, "300.000 kr.", "DKK 300,000" },
	{ " 0 kr. ", NOTATION_DA, { 0, 0 }, { 0, 0 }, QUALIFIER_NONE, RECURRENCE_NONE,
	  "0 kr.", "DKK 0" },
	{ "1,95 mio. kr.", NOTATION_DA, { 1945000, 0 }, { 1955000, 0 }, QUALIFIER_NONE,
	  RECURRENCE_NONE, "1,95 mio. kr.", "DKK 1.95 million" },
	{ "6,9 mio. kr.", NOTATION_NONE, { 6850000, 0 }, { 6950000, 0 }, QUALIFIER_NONE,
	  RECURRENCE_NONE, "6,9 mio. kr.", "DKK 6.9 million" },
	{ "36 mio.", NOTATION_DA, { 35500000, 0 }, { 36500000, 0 }, QUALIFIER_NONE,
	  RECURRENCE_NONE, "36 mio. kr.", "DKK 36 million" },
	{ "8 milliarder kr.", NOTATION_DA, { 7500000000, 0 }, { 8500000000, 0 },
	  QUALIFIER_NONE, RECURRENCE_NONE, "8 mia. kr.", "DKK 8 billion" },
	{ "25 tkr.", NOTATION_DA, { 24500, 0 }, { 25500, 0 }, QUALIFIER_NONE,
	  RECURRENCE_NONE, "25 tusind kr.", "DKK 25 thousand" },
	{ "1.234,50 kr.", NOTATION_DA, { 123450, 2 }, { 123450, 2 }, QUALIFIER_NONE,
	  RECURRENCE_NONE, "1.234,50 kr.", "DKK 1,234.50" },
	{ "ca. 224 mio. kr.", NOTATION_DA, { 223500000, 0 }, { 224500000, 0 },
	  QUALIFIER_CIRCA, RECURRENCE_NONE, "ca. 224 mio. kr.", "about DKK 224 million" },
	{ "5-10 mio. kr.", NOTATION_DA, { 5000000, 0 }, { 10000000, 0 }, QUALIFIER_RANGE,
	  RECURRENCE_NONE, "5-10 mio. kr.", "DKK 5-10 million" },
	{ "150.000 kr. årligt", NOTATION_DA, { 150000, 0 }, { 150000, 0 }, QUALIFIER_NONE,
	  RECURRENCE_YEAR, "150.000 kr.", "DKK 150,000" },
	{ "36 mio. kr. i alt", NOTATION_DA, { 35500000, 0 }, { 36500000, 0 },
	  QUALIFIER_NONE, RECURRENCE_TOTAL, "36 mio. kr.", "DKK 36 million" },
	{ "DKK 6.9 million", NOTATION_EN, { 6850000, 0 }, { 6950000, 0 }, QUALIFIER_NONE,
	  RECURRENCE_NONE, "6,9 mio. kr.", "DKK 6.9 million" },
	{ "DKK 300,000 a year", NOTATION_EN, { 300000, 0 }, { 300000, 0 }, QUALIFIER_NONE,
	  RECURRENCE_YEAR, "300.000 kr.", "DKK 300,000" },
	{ "-2,5 mio. kr.", NOTATION_DA, { -2550000, 0 }, { -2450000, 0 }, QUALIFIER_NONE,
	  RECURRENCE_NONE, "-2,5 mio. kr.", "DKK -2.5 million" },
};

static void
assert_written(const struct money *m, enum notation notation, const char *expected)
{
	struct money again = { .factor = 0 };
	struct buf   b;

	buf_init(&b, 100);
	money_write(&b, m, notation);
	if (!str_eq(buf_str(&b), str_from(expected)))
		fail_msg("%s: wrote " STR_FMT, expected, STR_ARG(buf_str(&b)));
	assert_int_equal(money_parse(buf_str(&b), notation, &again), NUMBER_OK);
	assert_int_equal(number_cmp(again.amount.range.low.at, m->amount.range.low.at), 0);
	assert_int_equal(number_cmp(again.amount.range.high.at, m->amount.range.high.at), 0);
	assert_int_equal(number_cmp(again.printed, m->printed), 0);
	assert_true(again.factor == m->factor);
	buf_free(&b);
}

static void
reads_and_writes(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct money m = { .factor = 0 };

		if (money_parse(str_from(rows[i].text), rows[i].notation, &m) != NUMBER_OK)
			fail_msg("\"%s\" is not read", rows[i].text);
		assert_int_equal(number_cmp(m.amount.range.low.at, rows[i].low), 0);
		assert_int_equal(number_cmp(m.amount.range.high.at, rows[i].high), 0);
		assert_int_equal(m.amount.qualifier, rows[i].qualifier);
		assert_int_equal(m.recurrence, rows[i].recurrence);
		assert_written(&m, NOTATION_DA, rows[i].da);
		assert_written(&m, NOTATION_EN, rows[i].en);
	}
}

static void
refuses(void **state)
{
	static const struct { const char *text; enum notation notation; enum number_status status; }
	bad[] = {
		{ "", NOTATION_DA, NUMBER_NOT },
		{ "300.000", NOTATION_DA, NUMBER_NOT },
		{ "50 pct.", NOTATION_DA, NUMBER_NOT },
		{ "6 mio. kr. til børn", NOTATION_DA, NUMBER_NOT },
		{ "5 mio. euro", NOTATION_DA, NUMBER_NOT },
		{ "kr.", NOTATION_DA, NUMBER_NOT },
		{ "kr. 1.234", NOTATION_NONE, NUMBER_AMBIGUOUS },
		{ "9.999.999.999 mia. kr.", NOTATION_DA, NUMBER_OVERFLOW },
		{ "99999999999999999999 kr.", NOTATION_DA, NUMBER_OVERFLOW },
		{ "1,2345 kr.", NOTATION_DA, NUMBER_OVERFLOW },
	};
	struct money m = { .factor = 77 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		if (money_parse(str_from(bad[i].text), bad[i].notation, &m) != bad[i].status)
			fail_msg("\"%s\"", bad[i].text);
		assert_true(m.factor == 77);
	}
}

static void
makes_from_figures(void **state)
{
	struct money m = { .factor = 77 };

	(void)state;
	assert_false(money_make(NUMBER(INT64_MAX, 0), 1000, QUALIFIER_NONE, &m));
	assert_false(money_make(NUMBER(12345, 3), 1, QUALIFIER_NONE, &m));
	assert_false(money_make_range(KRONER(10), KRONER(5), 1000000, &m));
	assert_true(m.factor == 77);
	assert_true(money_make(NUMBER(69, 1), 1000000, QUALIFIER_GOOD, &m));
	assert_int_equal(number_cmp(m.amount.range.low.at, KRONER(6900000)), 0);
	assert_int_equal(number_cmp(m.amount.range.high.at, KRONER(7000000)), 0);
	assert_true(m.amount.range.high.open && !m.amount.has_point);
	assert_false(money_make(NUMBER(123456789, 9), 1000000, QUALIFIER_NONE, &m));
	assert_true(money_make(NUMBER(12345, 5), 1000000, QUALIFIER_NONE, &m));
	assert_int_equal(number_cmp(m.amount.point, KRONER(123450)), 0);
}

static void
codes_go_both_ways(void **state)
{
	enum recurrence r;
	enum financing  f;

	(void)state;
	for (int i = 0; i < RECURRENCE_COUNT; i++) {
		assert_true(recurrence_from_code(recurrence_code((enum recurrence)i), &r));
		assert_int_equal(r, i);
	}
	for (int i = 0; i < FINANCING_COUNT; i++) {
		assert_true(financing_from_code(financing_code((enum financing)i), &f));
		assert_int_equal(f, i);
	}
	assert_false(recurrence_from_code(STR("årligt"), &r));
	assert_false(financing_from_code(STR("statslig"), &f));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_and_writes),
		cmocka_unit_test(refuses),
		cmocka_unit_test(makes_from_figures),
		cmocka_unit_test(codes_go_both_ways),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
