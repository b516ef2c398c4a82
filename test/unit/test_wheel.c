/* The annual wheel: when duties are due, in leap years, at the ends of months, counted
 * backwards, and never twice. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "core/wheel.h"

#define DAY(y, m, d) day_of(y, m, d)
#define NO_END       DAY_MAX

enum { A, B, C, D };

static struct occurrences
between(struct arena *a, const struct duty *all, size_t n, size_t which, const char *from,
        const char *to)
{
	int32_t days[2];

	assert_true(day_from_iso(str_from(from), &days[0]) && day_from_iso(str_from(to), &days[1]));
	return wheel_between(a, all, n, which, days[0], days[1]);
}

/* "2008-02-29 2008-05-31": the due days, with a blank between them. */
static const char *
dues(struct arena *a, struct occurrences o)
{
	struct str all = STR("");

	for (size_t i = 0; i < o.len; i++)
		all = arena_printf(a, STR_FMT "%s" STR_FMT, STR_ARG(all), i > 0 ? " " : "",
		    STR_ARG(day_iso(a, o.at[i].due)));
	return arena_printf(a, STR_FMT, STR_ARG(all)).at;
}

static const struct {
	const char         *name;
	enum duty_frequency frequency;
	int                 starts[3], ends[3];         /* ends 0: none */
	int32_t             due_days;
	const char         *from, *to, *due;
} alone[] = {
	{ "år", DUTY_FREQUENCY_YEAR, { 2007, 1, 1 }, { 2011, 1, 1 }, 0, "2007-01-01", "2020-01-01",
	  "2007-12-31 2008-12-31 2009-12-31 2010-12-31" },
	{ "halvår, en måned efter", DUTY_FREQUENCY_HALF, { 2008, 1, 1 }, { 0 }, 31, "2008-01-01",
	  "2009-12-31", "2008-07-31 2009-01-31 2009-07-31" },
	{ "kvartal, ti dage før", DUTY_FREQUENCY_QUARTER, { 2008, 1, 1 }, { 0 }, -10, "2008-01-01",
	  "2009-01-01", "2008-03-21 2008-06-20 2008-09-20 2008-12-21" },
	{ "måned i et skudår", DUTY_FREQUENCY_MONTH, { 2008, 1, 1 }, { 2008, 4, 1 }, 0, "2008-01-01",
	  "2009-01-01", "2008-01-31 2008-02-29 2008-03-31" },
	{ "fra den 31.", DUTY_FREQUENCY_MONTH, { 2009, 1, 31 }, { 0 }, 1, "2009-01-01", "2009-06-30",
	  "2009-02-28 2009-03-31 2009-04-30 2009-05-31" },
	{ "fra skuddagen", DUTY_FREQUENCY_YEAR, { 2008, 2, 29 }, { 0 }, 1, "2008-01-01", "2013-01-01",
	  "2009-02-28 2010-02-28 2011-02-28 2012-02-29" },
	{ "skoleår", DUTY_FREQUENCY_YEAR, { 2010, 8, 1 }, { 0 }, 0, "2011-01-01", "2013-01-01",
	  "2011-07-31 2012-07-31" },
	{ "over, før året er gået", DUTY_FREQUENCY_YEAR, { 2010, 1, 1 }, { 2011, 7, 1 }, 0, "2010-01-01",
	  "2013-01-01", "2010-12-31 2011-06-30" },
	{ "én gang", DUTY_FREQUENCY_ONCE, { 2012, 5, 1 }, { 2012, 6, 1 }, 14, "2000-01-01",
	  "2100-01-01", "2012-06-14" },
	{ "én dag", DUTY_FREQUENCY_ONCE, { 2012, 5, 1 }, { 0 }, 0, "2000-01-01", "2100-01-01",
	  "2012-05-01" },
	{ "begyndelsen tæller med", DUTY_FREQUENCY_YEAR, { 2009, 1, 1 }, { 0 }, 0, "2009-12-31",
	  "2010-01-01", "2009-12-31" },
	{ "enden tæller ikke med", DUTY_FREQUENCY_YEAR, { 2009, 1, 1 }, { 0 }, 0, "2009-01-01",
	  "2009-12-31", "" },
	{ "langt efter", DUTY_FREQUENCY_YEAR, { 2000, 1, 1 }, { 0 }, DUTY_DAYS_MAX, "2011-01-01",
	  "2012-01-01", "2011-01-08" },
	{ "langt før", DUTY_FREQUENCY_YEAR, { 2000, 1, 1 }, { 0 }, -DUTY_DAYS_MAX, "1991-01-01",
	  "1992-01-01", "1991-12-24" },
	{ "før den begynder", DUTY_FREQUENCY_MONTH, { 2010, 1, 1 }, { 0 }, 0, "1990-01-01",
	  "2010-01-01", "" },
	{ "til kalenderens ende", DUTY_FREQUENCY_YEAR, { 9998, 1, 1 }, { 0 }, 0, "9990-01-01",
	  "9999-12-31", "9998-12-31" },
	{ "ingen dage", DUTY_FREQUENCY_YEAR, { 2010, 1, 1 }, { 0 }, 0, "2012-01-01", "2012-01-01", "" },
};

static int32_t
day_or(const int d[3], int32_t otherwise)
{
	return d[0] == 0 ? otherwise : day_of(d[0], d[1], d[2]);
}

static void
duties_are_due(void **state)
{
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(alone); i++) {
		const struct duty d = { alone[i].frequency, day_or(alone[i].starts, 0),
		                        day_or(alone[i].ends, NO_END), alone[i].due_days, DUTY_ALONE };
		const char *got = dues(&a, between(&a, &d, 1, 0, alone[i].from, alone[i].to));

		if (!str_eq(str_from(got), str_from(alone[i].due)))
			fail_msg("%s: %s, not %s", alone[i].name, got, alone[i].due);
	}
	arena_free(&a);
}

/* Budget negotiations on 15 September; the business cases 60 days before; what they build
 * on 30 days before that, but only from 2010 on. */
static void
deadlines_are_counted_backwards(void **state)
{
	const struct duty all[] = {
		{ DUTY_FREQUENCY_YEAR, DAY(2008, 1, 1), NO_END, -107, DUTY_ALONE },
		{ DUTY_FREQUENCY_MONTH, DAY(2008, 1, 1), NO_END, -60, A },
		{ DUTY_FREQUENCY_MONTH, DAY(2010, 1, 1), DAY(2012, 1, 1), -30, B },
	};
	struct arena       a = { 0 };
	struct occurrences o;

	(void)state;
	assert_string_equal(dues(&a, between(&a, all, 3, A, "2008-01-01", "2010-01-01")),
	    "2008-09-15 2009-09-15");
	assert_string_equal(dues(&a, between(&a, all, 3, B, "2008-01-01", "2010-01-01")),
	    "2008-07-17 2009-07-17");
	o = between(&a, all, 3, C, "2008-01-01", "2020-01-01");
	assert_string_equal(dues(&a, o), "2010-06-17 2011-06-17");
	assert_true(o.at[0].period.from == DAY(2010, 1, 1) && o.at[0].period.to == DAY(2011, 1, 1));
	assert_int_equal(o.at[0].period.precision, PRECISION_YEAR);
	arena_free(&a);
}

static void
cycles_never_occur(void **state)
{
	const struct duty all[] = {
		{ DUTY_FREQUENCY_YEAR, DAY(2008, 1, 1), NO_END, 0, B },
		{ DUTY_FREQUENCY_YEAR, DAY(2008, 1, 1), NO_END, 0, A },
		{ DUTY_FREQUENCY_YEAR, DAY(2008, 1, 1), NO_END, 0, C },
		{ DUTY_FREQUENCY_YEAR, DAY(2008, 1, 1), NO_END, 0, DUTY_ALONE },
	};
	struct arena      a = { 0 };
	struct occurrence o;

	(void)state;
	for (size_t i = A; i <= C; i++) {
		assert_true(wheel_is_cycle(all, COUNT_OF(all), i));
		assert_int_equal(between(&a, all, COUNT_OF(all), i, "2000-01-01", "2020-01-01").len, 0);
		assert_false(wheel_at(all, COUNT_OF(all), i, DAY(2008, 1, 1), &o));
	}
	assert_false(wheel_is_cycle(all, COUNT_OF(all), D));
	arena_free(&a);
}

static void
one_is_found_by_its_first_day(void **state)
{
	const struct duty d = { DUTY_FREQUENCY_QUARTER, DAY(2008, 1, 1), NO_END, 20, DUTY_ALONE };
	struct occurrence o;

	(void)state;
	assert_true(wheel_at(&d, 1, 0, DAY(2012, 4, 1), &o));
	assert_true(o.period.to == DAY(2012, 7, 1) && o.due == DAY(2012, 7, 20));
	assert_int_equal(o.period.precision, PRECISION_QUARTER);
	assert_false(wheel_at(&d, 1, 0, DAY(2012, 4, 2), &o));
	assert_false(wheel_at(&d, 1, 0, DAY(2007, 10, 1), &o));
}

/* ---- whatever the duty: a window is the sum of its parts, periods follow each other,
 * and a due day is so many days from the end of its period ---- */

static uint32_t
random_of(uint32_t *seed, uint32_t n)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) % n;
}

static void
check_chain(const struct duty *d, struct occurrences o, int32_t from, int32_t to)
{
	for (size_t i = 0; i < o.len; i++) {
		assert_true(o.at[i].due >= from && o.at[i].due < to);
		assert_true(o.at[i].due == o.at[i].period.to - 1 + d->due_days);
		assert_true(o.at[i].period.from < o.at[i].period.to);
		assert_true(o.at[i].period.from >= d->starts && o.at[i].period.to <= d->ends);
		if (i > 0)
			assert_true(o.at[i].period.from == o.at[i - 1].period.to);
	}
}

static void
windows_add_up(void **state)
{
	struct arena a = { 0 };
	uint32_t     seed = 7;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		int32_t           starts = DAY(1996, 1, 1) + (int32_t)random_of(&seed, 9000);
		const struct duty d = {
			(enum duty_frequency)random_of(&seed, DUTY_FREQUENCY_COUNT), starts,
			random_of(&seed, 3) == 0 ? NO_END : starts + 1 + (int32_t)random_of(&seed, 4000),
			(int32_t)random_of(&seed, 401) - 200, DUTY_ALONE,
		};
		int32_t from = DAY(1994, 1, 1) + (int32_t)random_of(&seed, 9000);
		int32_t mid = from + (int32_t)random_of(&seed, 1500);
		int32_t to = mid + (int32_t)random_of(&seed, 1500);
		struct occurrences whole = wheel_between(&a, &d, 1, 0, from, to);
		struct occurrences left = wheel_between(&a, &d, 1, 0, from, mid);
		struct occurrences right = wheel_between(&a, &d, 1, 0, mid, to);

		assert_int_equal(whole.len, left.len + right.len);
		for (size_t k = 0; k < whole.len; k++) {
			struct occurrence o = k < left.len ? left.at[k] : right.at[k - left.len], at;

			assert_true(o.due == whole.at[k].due && period_eq(o.period, whole.at[k].period));
			assert_true(wheel_at(&d, 1, 0, o.period.from, &at) && at.due == o.due);
		}
		check_chain(&d, whole, from, to);
		arena_reset(&a);
	}
	arena_free(&a);
}

static void
codes_are_read_back(void **state)
{
	enum duty_kind      k;
	enum duty_frequency f;

	(void)state;
	for (size_t i = 0; i < DUTY_KIND_COUNT; i++)
		assert_true(duty_kind_from_code(duty_kind_code((enum duty_kind)i), &k) && k == i);
	for (size_t i = 0; i < DUTY_FREQUENCY_COUNT; i++)
		assert_true(duty_frequency_from_code(duty_frequency_code((enum duty_frequency)i), &f) &&
		    f == i);
	assert_false(duty_kind_from_code(STR("møde"), &k));
	assert_false(duty_frequency_from_code(STR("år"), &f));
	assert_true(str_eq(duty_frequency_word(DUTY_FREQUENCY_YEAR, true), STR("hvert år")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(duties_are_due), cmocka_unit_test(deadlines_are_counted_backwards),
		cmocka_unit_test(cycles_never_occur), cmocka_unit_test(one_is_found_by_its_first_day),
		cmocka_unit_test(windows_add_up), cmocka_unit_test(codes_are_read_back),
	};

	return cmocka_run_group_tests_name("wheel", tests, NULL, NULL);
}
