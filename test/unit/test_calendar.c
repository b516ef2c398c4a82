#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "core/calendar.h"

static void
known_days(void **state)
{
	static const struct { int year, month, day; int32_t n; } known[] = {
		{ 1970, 1, 1, 0 }, { 1969, 12, 31, -1 }, { 1970, 1, 2, 1 }, { 2000, 2, 29, 11016 },
		{ 2000, 3, 1, 11017 }, { 1900, 3, 1, -25508 }, { 2009, 6, 1, 14396 },
		{ 1, 1, 1, -719162 }, { 9999, 12, 31, 2932896 }, { 2038, 1, 19, 24855 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(known); i++) {
		struct date d = date_of(known[i].n);

		assert_int_equal(day_of(known[i].year, known[i].month, known[i].day), known[i].n);
		assert_int_equal(d.year, known[i].year);
		assert_int_equal(d.month, known[i].month);
		assert_int_equal(d.day, known[i].day);
	}
	assert_int_equal(day_of(2011, 13, 1), day_of(2012, 1, 1));
	assert_int_equal(day_of(9999, 13, 1), 2932897);
}

/* Day after day from year 1 to 9999, by the rule a person would count with. */
static void
every_day_follows_the_one_before(void **state)
{
	struct date d = { 1, 1, 1 };
	int32_t     last = day_of(9999, 12, 31);

	(void)state;
	for (int32_t n = day_of(1, 1, 1); n <= last; n++) {
		struct date got = date_of(n);

		if (got.year != d.year || got.month != d.month || got.day != d.day ||
		    day_of(d.year, d.month, d.day) != n)
			fail_msg("day %d is %d-%d-%d, not %d-%d-%d", n, got.year, got.month, got.day,
			         d.year, d.month, d.day);
		if (++d.day > month_days(d.year, d.month)) {
			d.day = 1;
			d.month++;
		}
		if (d.month > 12) {
			d.month = 1;
			d.year++;
		}
	}
}

static void
months_have_their_days(void **state)
{
	static const struct { int year, month, days; } known[] = {
		{ 2011, 1, 31 }, { 2011, 2, 28 }, { 2012, 2, 29 }, { 1900, 2, 28 }, { 2000, 2, 29 },
		{ 2100, 2, 28 }, { 2400, 2, 29 }, { 2011, 4, 30 }, { 2011, 12, 31 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(known); i++)
		assert_int_equal(month_days(known[i].year, known[i].month), known[i].days);
}

static void
dates_that_do_not_exist(void **state)
{
	static const struct { struct date d; bool valid; } dates[] = {
		{ { 2012, 2, 29 }, true }, { { 2011, 2, 29 }, false }, { { 2010, 2, 31 }, false },
		{ { 2010, 4, 31 }, false }, { { 2010, 13, 1 }, false }, { { 2010, 0, 1 }, false },
		{ { 2010, 1, 0 }, false }, { { 0, 1, 1 }, false }, { { 1, 1, 1 }, true },
		{ { 9999, 12, 31 }, true }, { { 10000, 1, 1 }, false }, { { 2010, -1, 5 }, false },
		{ { 2010, 1, -5 }, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(dates); i++)
		assert_int_equal(date_valid(dates[i].d), dates[i].valid);
}

static void
iso_both_ways(void **state)
{
	static const char *const good[] = {
		"2009-06-01", "0001-01-01", "9999-12-31", "2012-02-29", "1969-12-31",
	};
	static const char *const bad[] = {
		"", "2009-6-1", "2009-06-31", "2011-02-29", "2009/06/01", "2009-06-01 ", " 2009-06-01",
		"2009-06-0x", "-009-06-01", "0000-01-01", "20090601", "2009-13-01", "Årene-06-1",
	};
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(good); i++) {
		struct buf b;
		int32_t    day = 0;

		buf_init(&b, 100);
		assert_true(day_from_iso(str_from(good[i]), &day));
		day_write_iso(&b, day);
		assert_true(str_eq(buf_str(&b), str_from(good[i])));
		assert_true(str_eq(day_iso(&a, day), str_from(good[i])));
		buf_free(&b);
	}
	assert_true(str_eq(moment_iso(&a, 0), STR("1970-01-01T00:00:00Z")));
	assert_true(str_eq(moment_iso(&a, 1795406399), STR("2026-11-23T03:59:59Z")));
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		int32_t day = 4711;

		if (day_from_iso(str_from(bad[i]), &day))
			fail_msg("read: %s", bad[i]);
		assert_int_equal(day, 4711);
	}
	arena_free(&a);
}

static void
written_for_people(void **state)
{
	static const struct { int year, month, day; const char *text, *danish, *english; } days[] = {
		{ 2011, 5, 17, "17.05.2011", "17. maj 2011", "17 May 2011" },
		{ 2010, 12, 1, "01.12.2010", "1. december 2010", "1 December 2010" },
		{ 850, 3, 9, "09.03.0850", "9. marts 0850", "9 March 0850" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(days); i++) {
		int32_t    day = day_of(days[i].year, days[i].month, days[i].day);
		struct buf b[3];

		for (size_t j = 0; j < 3; j++)
			buf_init(&b[j], 100);
		day_write_short(&b[0], day);
		day_write_long(&b[1], day, true);
		day_write_long(&b[2], day, false);
		assert_true(str_eq(buf_str(&b[0]), str_from(days[i].text)));
		assert_true(str_eq(buf_str(&b[1]), str_from(days[i].danish)));
		assert_true(str_eq(buf_str(&b[2]), str_from(days[i].english)));
		for (size_t j = 0; j < 3; j++)
			buf_free(&b[j]);
	}
}

static void
years_are_exact(void **state)
{
	static const struct { const char *from, *to; int64_t years, days, of; } spans[] = {
		{ "2007-06-01", "2007-06-01", 0, 0, 366 },
		{ "2007-06-01", "2011-06-01", 4, 0, 366 },
		{ "2007-06-01", "2011-01-01", 3, 214, 365 },
		{ "2008-01-01", "2008-12-31", 0, 365, 366 },
		{ "2008-01-01", "2009-01-01", 1, 0, 365 },
		{ "2009-12-31", "2010-01-01", 0, 1, 365 },
		{ "2010-12-31", "2011-12-30", 0, 364, 365 },
		/* 29 February: its anniversary is 1 March where there is none. */
		{ "2008-02-29", "2009-02-28", 0, 365, 366 },
		{ "2008-02-29", "2009-03-01", 1, 0, 365 },
		{ "2008-02-29", "2012-02-29", 4, 0, 366 },
		{ "2008-02-29", "2012-02-28", 3, 364, 365 },
		{ "1896-02-29", "1904-02-29", 8, 0, 366 },
		{ "2007-02-28", "2008-02-29", 1, 1, 366 },
		{ "1900-01-01", "2000-01-01", 100, 0, 366 },
		{ "0001-01-01", "9999-12-31", 9998, 364, 365 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(spans); i++) {
		int32_t from = 0, to = 0;
		int64_t num = -1, den = -1;

		assert_true(day_from_iso(str_from(spans[i].from), &from));
		assert_true(day_from_iso(str_from(spans[i].to), &to));
		years_between(from, to, &num, &den);
		if (den != spans[i].of || num != spans[i].years * den + spans[i].days)
			fail_msg("%s to %s: %lld/%lld", spans[i].from, spans[i].to, (long long)num,
			         (long long)den);
	}
}

/* A later day is never fewer years away, and n calendar years are n. */
static void
years_grow_with_days(void **state)
{
	int32_t from = day_of(2007, 1, 1);

	(void)state;
	for (int32_t day = from; day < from + 800; day++) {
		int64_t num0 = 0, den0 = 0, num1 = 0, den1 = 0;
		struct date d = date_of(day);

		for (int32_t to = day; to < day + 800; to++) {
			years_between(day, to, &num0, &den0);
			years_between(day, to + 1, &num1, &den1);
			assert_true(num0 * den1 < num1 * den0);
		}
		if (d.month == 2 && d.day == 29)
			continue;
		years_between(day, day_of(d.year + 7, d.month, d.day), &num0, &den0);
		assert_int_equal(num0, 7 * den0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_days),
		cmocka_unit_test(every_day_follows_the_one_before),
		cmocka_unit_test(months_have_their_days),
		cmocka_unit_test(dates_that_do_not_exist),
		cmocka_unit_test(iso_both_ways),
		cmocka_unit_test(written_for_people),
		cmocka_unit_test(years_are_exact),
		cmocka_unit_test(years_grow_with_days),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
