/* Neighbours of the worked cases: deadlines, thresholds, baselines, missing
 * values, and series whose method changes. */
#include "judge_dsl.h"

#define L64 .kind = TARGET_LEVEL, .value = "64", .baseline = "2007", .deadline = "2010", \
	.unit = UNIT_SHARE
#define DAY .kind = TARGET_LEVEL, .value = "64", .deadline = "16. december 2010", .unit = UNIT_SHARE

static const struct row deadlines[] = {
	{ "the day before the year ends", L64, .own = "2007: 54; 2009: 60; 2010: 64",
	  .as_of = "2010-12-31", .want = "behind pace pace=0.90 required=64 needed=1460.00" },
	{ "the day it has ended", L64, .own = "2007: 54; 2009: 60; 2010: 64",
	  .as_of = "2011-01-01", .want = "met reached required=64" },
	{ "passed and not measured", L64, .own = "2007: 54; 2009: 64",
	  .as_of = "2011-01-01", .want = "no_data deadline_unmeasured required=64" },
	{ "the same a day before: early", L64, .own = "2007: 54; 2009: 64",
	  .as_of = "2010-12-31", .want = "met reached_early required=64 early" },
	{ "what came later does not count", L64, .own = "2007: 54; 2010: 63; 2011: 70",
	  .as_of = "2012-06-01", .want = "missed not_reached required=64" },
	{ "only later", L64, .own = "2007: 54; 2011: 70",
	  .as_of = "2012-06-01", .want = "no_data deadline_unmeasured required=64" },
	{ "any period in the year", L64, .own = "2007: 54; januar 2010: 64; oktober 2010: 65",
	  .as_of = "2011-01-01", .want = "met reached required=64" },
	{ "reached and lost again in the year", L64, .own = "2007: 54; januar 2010: 65; oktober 2010: 63",
	  .as_of = "2011-01-01", .want = "missed not_reached required=64" },
	{ "ends the day before the promised year", L64, .own = "2007: 54; 2009-12-31: 64",
	  .as_of = "2011-01-01", .want = "no_data deadline_unmeasured required=64" },
	{ "ends on its first day", L64, .own = "2007: 54; 2010-01-01: 64",
	  .as_of = "2011-01-01", .want = "met reached required=64" },
	{ "a deadline by words", .kind = TARGET_LEVEL, .value = "64", .unit = UNIT_SHARE,
	  .deadline = "inden udgangen af 2010", .own = "maj 2010: 64", .as_of = "2011-01-01",
	  .want = "met reached required=64" },
	{ "a day: the day before", DAY, .own = "2009: 64", .as_of = "2010-12-16",
	  .want = "met reached_early required=64 early" },
	{ "a day: passed, not measured that day", DAY, .own = "2009: 64; 2010: 64",
	  .as_of = "2010-12-17", .want = "no_data deadline_unmeasured required=64" },
	{ "a day: measured that day", DAY, .own = "2010-12-16: 63", .as_of = "2010-12-17",
	  .want = "missed not_reached required=64" },
	{ "a day that ends a year has the year inside", .kind = TARGET_LEVEL, .value = "64",
	  .deadline = "31. december 2010", .unit = UNIT_SHARE, .own = "2010: 64",
	  .as_of = "2011-01-01", .want = "met reached required=64" },
	{ "an observation of the as-of day itself is not known", .kind = TARGET_LEVEL, .value = "64",
	  .unit = UNIT_SHARE, .own = "2009-06-01: 64", .as_of = "2009-06-01",
	  .want = "no_data never_measured required=64" },
	{ "the day after it is", .kind = TARGET_LEVEL, .value = "64", .unit = UNIT_SHARE,
	  .own = "2009-06-01: 64", .as_of = "2009-06-02", .want = "met reached required=64" },
	{ "early and lost again", L64, .own = "2007: 54; 2008: 65; 2009: 63",
	  .as_of = "2010-01-01", .want = "on_track pace pace=1.35 required=64 needed=1.00" },
};

/* From 100 to 200 in 730 days, measured after 365: pace = (v - 100) / 50. */
#define P100 .kind = TARGET_CHANGE, .value = "100", .deadline = "2010", .unit = UNIT_NUMBER, \
	.as_of = "2010-01-01"
#define M100 .kind = TARGET_CHANGE, .value = "-100", .deadline = "2010", .unit = UNIT_NUMBER, \
	.as_of = "2010-01-01"

static const struct row thresholds[] = {
	{ "0.95", P100, .own = "2008: 100; 2009: 147,50",
	  .want = "on_track pace pace=0.95 required=200 needed=52.50" },
	{ "a unit below 0.95 is shown as 0.95", P100, .own = "2008: 100; 2009: 147,49",
	  .want = "behind pace pace=0.95 required=200 needed=52.51" },
	{ "0.60", P100, .own = "2008: 100; 2009: 130,00",
	  .want = "behind pace pace=0.60 required=200 needed=70.00" },
	{ "a unit below 0.60", P100, .own = "2008: 100; 2009: 129,99",
	  .want = "off_track pace pace=0.60 required=200 needed=70.01" },
	{ "a unit above 0", P100, .own = "2008: 100; 2009: 100,01",
	  .want = "off_track pace pace=0.00 required=200 needed=99.99" },
	{ "0", P100, .own = "2008: 100; 2009: 100,00",
	  .want = "off_track no_change pace=0.00 required=200 needed=100.00" },
	{ "a unit below 0", P100, .own = "2008: 100; 2009: 99,99",
	  .want = "away wrong_way pace=0.00 required=200 needed=100.01" },
	{ "a unit below the target", P100, .own = "2008: 100; 2009: 199,99",
	  .want = "on_track pace pace=2.00 required=200 needed=0.01" },
	{ "the target", P100, .own = "2008: 100; 2009: 200",
	  .want = "met reached_early required=200 early" },
	{ "falling 0.95", M100, .own = "2008: 100; 2009: 52,50",
	  .want = "on_track pace pace=0.95 required=0 needed=-52.50" },
	{ "falling, a unit short of 0.95", M100, .own = "2008: 100; 2009: 52,51",
	  .want = "behind pace pace=0.95 required=0 needed=-52.51" },
	{ "falling 0.60", M100, .own = "2008: 100; 2009: 70",
	  .want = "behind pace pace=0.60 required=0 needed=-70.00" },
	{ "falling, a unit short of 0.60", M100, .own = "2008: 100; 2009: 70,01",
	  .want = "off_track pace pace=0.60 required=0 needed=-70.01" },
	{ "falling 0", M100, .own = "2008: 100; 2009: 100",
	  .want = "off_track no_change pace=0.00 required=0 needed=-100.00" },
	{ "falling away", M100, .own = "2008: 100; 2009: 100,01",
	  .want = "away wrong_way pace=0.00 required=0 needed=-100.01" },
	{ "falling met", M100, .own = "2008: 100; 2009: 0", .want = "met reached_early required=0 early" },
};

#define CH .kind = TARGET_CHANGE, .deadline = "2010", .unit = UNIT_NUMBER, .as_of = "2010-01-01"
#define LV .kind = TARGET_LEVEL, .unit = UNIT_NUMBER, .as_of = "2010-01-01"

static const struct row baselines[] = {
	{ "from zero", CH, .value = "10", .own = "2008: 0; 2009: 6",
	  .want = "on_track pace pace=1.20 required=10 needed=4.00" },
	{ "percent of zero asks for no change", CH, .value = "50 %", .own = "2008: 0; 2009: 0",
	  .want = "on_track holds required=0" },
	{ "percent of zero, below it", CH, .value = "50 %", .own = "2008: 0; 2009: -1",
	  .want = "off_track broken required=0" },
	{ "from below zero", CH, .value = "5", .own = "2008: -10; 2009: -8",
	  .want = "behind pace pace=0.80 required=-5 needed=3.00" },
	{ "through zero", CH, .value = "20", .own = "2008: -10; 2009: 0",
	  .want = "on_track pace pace=1.00 required=10 needed=10.00" },
	{ "percent of what is below zero", CH, .value = "50 %", .own = "2008: -10; 2009: -12",
	  .want = "behind pace pace=0.80 required=-15 needed=-3.00" },
	{ "-50 percent of 12", CH, .value = "-50 %", .own = "2008: 12; 2009: 9",
	  .want = "on_track pace pace=1.00 required=6 needed=-3.00" },
	{ "percent with decimals", CH, .value = "12,5 %", .own = "2008: 54,40; 2009: 54,40",
	  .want = "off_track no_change pace=0.00 required=61.20 needed=6.80" },
	{ "no change is asked: unchanged", CH, .value = "0", .own = "2008: 7; 2009: 7",
	  .want = "on_track holds required=7" },
	{ "no change is asked: better does not break it", CH, .value = "0", .better = DIRECTION_RISE,
	  .own = "2008: 7; 2009: 8", .want = "on_track holds required=7" },
	{ "no change is asked: worse does", CH, .value = "0", .better = DIRECTION_RISE,
	  .own = "2008: 7; 2009: 6", .want = "off_track broken required=7" },
	{ "no change is asked: neither way is better", CH, .value = "0", .own = "2008: 7; 2009: 8",
	  .want = "off_track broken required=7" },
	{ "hold", .kind = TARGET_DIRECTION, .direction = DIRECTION_HOLD, .unit = UNIT_NUMBER,
	  .better = DIRECTION_FALL, .own = "2007: 8; 2008: 9; 2009: 8", .as_of = "2010-01-01",
	  .want = "on_track holds required=8" },
	{ "the baseline itself is no period that held", .kind = TARGET_DIRECTION,
	  .direction = DIRECTION_HOLD, .own = "2007: 8", .as_of = "2010-01-01",
	  .want = "no_data only_baseline required=8" },
	{ "level equal to its baseline is to be kept", LV, .value = "60", .own = "2008: 60; 2009: 61",
	  .deadline = "2010", .want = "on_track holds required=60" },
	{ "and broken", LV, .value = "60", .own = "2008: 60; 2009: 59", .deadline = "2010",
	  .want = "off_track broken required=60" },
	{ "level past its baseline: falling below it is away", LV, .value = "60", .deadline = "2010",
	  .own = "2008: 65; 2009: 59", .want = "away wrong_way required=60 needed=1.00" },
	{ "level kept", LV, .value = "60", .keep = true, .own = "2008: 58; 2009: 60",
	  .want = "on_track holds required=60" },
	{ "level in each year, broken", LV, .value = "60", .each = EACH_YEAR, .own = "2008: 60; 2009: 58",
	  .want = "off_track broken required=60" },
	{ "level kept through its last year", .kind = TARGET_LEVEL, .value = "60", .keep = true,
	  .deadline = "2010", .own = "2008: 58; 2010: 60", .as_of = "2011-01-01",
	  .want = "met kept required=60" },
	{ "no deadline, right way", LV, .value = "60", .own = "2008: 50; 2009: 51",
	  .want = "on_track right_way required=60" },
	{ "no deadline, no change", LV, .value = "60", .own = "2008: 50; 2009: 50",
	  .want = "off_track no_change required=60" },
	{ "no deadline, wrong way", LV, .value = "60", .own = "2008: 50; 2009: 49",
	  .want = "away wrong_way required=60" },
	{ "no deadline, once", LV, .value = "60", .own = "2008: 50",
	  .want = "off_track single required=60" },
	{ "deadline ahead, once", LV, .value = "60", .deadline = "2010", .own = "2008: 50",
	  .want = "no_data only_baseline required=60" },
	{ "deadline ahead, once, holds", LV, .value = "60", .deadline = "2010", .own = "2008: 60",
	  .want = "met reached_early required=60 early" },
	{ "exactly", LV, .relation = RELATION_EQ, .value = "60", .own = "2008: 50; 2009: 60",
	  .want = "met reached required=60" },
	{ "almost exactly", LV, .relation = RELATION_EQ, .value = "60", .own = "2008: 50; 2009: 59,9",
	  .want = "on_track right_way required=60" },
	{ "the stated baseline is not measured", CH, .value = "10", .baseline = "2006",
	  .own = "2008: 50; 2009: 55", .want = "no_data baseline_unmeasured" },
	{ "the stated baseline is a season of its year", CH, .value = "10", .baseline = "2008",
	  .own = "forår 2008: 50; 2009: 61", .want = "met reached_early required=60 early" },
	{ "what came before the baseline does not matter", CH, .value = "10", .baseline = "2008",
	  .own = "2007: 90; 2008: 50; 2009: 61", .want = "met reached_early required=60 early" },
	{ "deadline at the end of the baseline", CH, .value = "10", .baseline = "2010",
	  .own = "2008: 50", .want = "undefined invalid" },
	{ "deadline a day after the baseline", .kind = TARGET_CHANGE, .value = "10",
	  .baseline = "2010-12-30", .deadline = "2010", .own = "2010-12-30: 5; 2010-12-31: 15",
	  .as_of = "2011-01-01", .want = "met reached required=15" },
};

#define YEARLY .kind = TARGET_RATE, .unit = UNIT_SHARE

static const struct row rates[] = {
	{ "years that do not come out even", YEARLY, .value = "2", .as_of = "2009-06-01",
	  .own = "forår 2007: 50; august 2008: 53", .want = "on_track pace pace=1.20" },
	{ "a level two decimals exact", YEARLY, .value = "2", .deadline = "2009", .as_of = "2009-01-01",
	  .own = "forår 2007: 50; forår 2008: 51",
	  .want = "off_track pace pace=0.50 required=55.17 needed=4.17" },
	{ "percent of the baseline a year", YEARLY, .value = "-10 %", .as_of = "2010-06-01",
	  .own = "2007: 50; 2009: 42", .want = "behind pace pace=0.80" },
	{ "percent of nothing a year", YEARLY, .value = "10 %", .as_of = "2010-06-01",
	  .own = "2007: 0; 2009: 1", .want = "on_track holds" },
	{ "no change", YEARLY, .value = "-1", .as_of = "2010-06-01", .own = "2007: 50; 2009: 50",
	  .want = "off_track no_change pace=0.00" },
	{ "0.95 of it", YEARLY, .value = "-1", .as_of = "2010-06-01", .own = "2007: 50; 2009: 48,1",
	  .want = "on_track pace pace=0.95" },
	{ "a leap year is one year", YEARLY, .value = "1", .as_of = "2010-06-01",
	  .own = "2007: 50; 2008: 51", .want = "on_track pace pace=1.00" },
};

#define MISS .kind = TARGET_CHANGE, .value = "10", .deadline = "2010", .unit = UNIT_SHARE, \
	.as_of = "2010-06-01"

static const struct row missing[] = {
	{ "not applicable", MISS, .own = "2008: ./.", .want = "no_data never_measured" },
	{ "not stated", MISS, .own = "2008: ?", .want = "no_data never_measured" },
	{ "confidential", MISS, .own = "2008: ..", .want = "no_data never_measured" },
	{ "not available", MISS, .own = "2008: …", .want = "no_data never_measured" },
	{ "nil where no amount is meant", MISS, .own = "2008: -", .want = "no_data never_measured" },
	{ "only the baseline is a measurement", MISS, .own = "2008: 50; 2009: ..",
	  .want = "no_data only_baseline required=60" },
	{ "a missing value is never zero", MISS, .own = "2008: ..; 2009: 50",
	  .want = "no_data only_baseline required=60" },
	{ "the one before it counts", MISS, .own = "2007: 50; 2008: 61; 2009: …",
	  .want = "met reached_early required=60 early" },
	{ "a zero is a zero", MISS, .own = "2007: 0; 2009: 0",
	  .want = "off_track no_change pace=0.00 required=10 needed=17.06" },
};

#define NEWER .kind = TARGET_CHANGE, .value = "10", .baseline = "2007", .deadline = "2012", \
	.unit = UNIT_SHARE, .as_of = "2011-06-01"

static const struct row methods[] = {
	{ "one method", NEWER, .own = "2007: 54; 2010: 60",
	  .want = "on_track pace pace=1.00 required=64 needed=2.52" },
	{ "re-based on the new method", NEWER, .own = "2007: 54; 2008: 58; 2009: 70 @2; 2010: 75 @2",
	  .want = "on_track pace pace=1.50 required=80 needed=3.15 rebased" },
	{ "re-based after a break", NEWER, .own = "2007: 54; 2008: 58; 2009: 70 _; 2010: 75",
	  .want = "on_track pace pace=1.50 required=80 needed=3.15 rebased" },
	{ "the baseline measured both ways", NEWER, .own = "2007: 54; 2007: 60 @2; 2009: 70 @2",
	  .want = "met reached_early required=70 early rebased" },
	{ "the new method has only its baseline", NEWER, .own = "2007: 54; 2009: 70 @2",
	  .want = "no_data only_baseline required=80 rebased" },
	{ "new only in a period before the baseline", NEWER,
	  .own = "2006: 50; 2006: 52 @2; 2007: 54; 2010: 65 @2",
	  .want = "no_data only_baseline required=75 rebased" },
	{ "without a stated baseline", .kind = TARGET_CHANGE, .value = "10", .deadline = "2012",
	  .unit = UNIT_SHARE, .as_of = "2011-06-01", .own = "2007: 54; 2009: 70 @2; 2010: 75 @2",
	  .want = "on_track pace pace=1.50 required=80 needed=3.15 rebased" },
	{ "a break in the first observation is none", NEWER, .own = "2007: 54 _; 2010: 60",
	  .want = "on_track pace pace=1.00 required=64 needed=2.52" },
	{ "two breaks: the last counts", NEWER, .own = "2007: 54; 2008: 60 _; 2009: 70 _; 2010: 75",
	  .want = "on_track pace pace=1.50 required=80 needed=3.15 rebased" },
	{ "a new method after the as-of day is not known", NEWER,
	  .own = "2007: 54; 2010: 60; 2011: 90 @2",
	  .want = "on_track pace pace=1.00 required=64 needed=2.52" },
	{ "a level stands", .kind = TARGET_LEVEL, .value = "80", .deadline = "2012",
	  .unit = UNIT_SHARE, .as_of = "2011-06-01", .own = "2007: 54; 2009: 70 @2",
	  .want = "on_track pace pace=1.54 required=80 needed=6.30 method" },
	{ "a level with a break on the way", .kind = TARGET_LEVEL, .value = "80", .unit = UNIT_SHARE,
	  .as_of = "2011-06-01", .own = "2007: 54; 2008: 60 _; 2009: 81",
	  .want = "met reached required=80 method" },
	{ "a direction is re-based", .kind = TARGET_DIRECTION, .direction = DIRECTION_FALL,
	  .unit = UNIT_SHARE, .as_of = "2011-06-01", .own = "2007: 54; 2009: 70 @2; 2010: 69 @2",
	  .want = "on_track right_way rebased" },
	{ "a rate is re-based", .kind = TARGET_RATE, .value = "1", .unit = UNIT_SHARE,
	  .as_of = "2011-06-01", .own = "2007: 54; 2008: 70 @2; 2010: 72 @2",
	  .want = "on_track pace pace=1.00 rebased" },
	{ "parity is re-based", .kind = TARGET_PARITY, .direction = DIRECTION_RISE,
	  .unit = UNIT_SHARE, .as_of = "2011-06-01", .own = "2007: 50; 2008: 60 @2; 2009: 62 @2",
	  .other = "2007: 40; 2008: 70 @2; 2009: 72 @2", .want = "on_track holds required=62 rebased" },
	{ "a gap is re-based", .kind = TARGET_GAP, .direction = DIRECTION_FALL, .unit = UNIT_SHARE,
	  .as_of = "2011-06-01", .own = "2007: 50; 2008: 60 @2; 2009: 62 @2",
	  .other = "2007: 51; 2008: 70 @2; 2009: 71 @2", .want = "on_track right_way rebased" },
};

#define TABLE_TEST(table) \
	static void \
	test_##table(void **state) \
	{ \
		(void)state; \
		check_rows(table, COUNT_OF(table)); \
	}

TABLE_TEST(deadlines)
TABLE_TEST(thresholds)
TABLE_TEST(baselines)
TABLE_TEST(rates)
TABLE_TEST(missing)
TABLE_TEST(methods)

/* The latest and the baseline are shown where they exist, whatever the verdict. */
static void
test_what_was_measured_is_shown(void **state)
{
	static const struct {
		struct row  row;
		const char *latest, *baseline;  /* NULL: none */
	} rows[] = {
		{ { "undefined", .kind = TARGET_UNDEFINED, .own = "2009: 7; 2010: 8",
		    .as_of = "2010-06-01" }, "7", NULL },
		{ { "invalid", .kind = TARGET_LEVEL, .baseline = "2008", .own = "2008: 5; 2009: 7",
		    .as_of = "2010-06-01" }, "7", "5" },
		{ { "only after the deadline", .kind = TARGET_LEVEL, .value = "3", .deadline = "2008",
		    .own = "2009: 7", .as_of = "2010-06-01" }, "7", NULL },
		{ { "only the baseline", .kind = TARGET_CHANGE, .value = "3", .deadline = "2012",
		    .own = "2009: 7", .as_of = "2010-06-01" }, "7", "7" },
		{ { "only the city of two", .kind = TARGET_BENCHMARK, .own = "2009: 7",
		    .other = "2008: 7", .as_of = "2010-06-01" }, "7", NULL },
		{ { "a milestone not done", .kind = TARGET_MILESTONE, .own = "2009: 0",
		    .as_of = "2010-06-01" }, "0", NULL },
		{ { "a count starts at zero", .kind = TARGET_COUNT, .value = "9", .window = "2009",
		    .unit = UNIT_COUNT, .own = "1. kvartal 2009: 3; 2. kvartal 2009: 4",
		    .as_of = "2010-06-01" }, "7", "0" },
		{ { "a set is counted", .kind = TARGET_SET, .direction = DIRECTION_HOLD,
		    .members = "A = 2008: 1; 2009: 1 | Å = 2008: 1; 2009: 0", .as_of = "2010-06-01" },
		  "1", "2" },
		{ { "nothing", .kind = TARGET_LEVEL, .value = "3", .as_of = "2010-06-01" }, NULL, NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct arena     a = { 0 };
		struct judgement j = dsl_judge(&a, &rows[i].row);

		if (j.has_latest != (rows[i].latest != NULL) ||
		    j.has_baseline != (rows[i].baseline != NULL))
			fail_msg("%s", rows[i].row.name);
		if (j.has_latest)
			assert_int_equal(number_cmp(j.latest.value.point,
			                            dsl_number(str_from(rows[i].latest))), 0);
		if (j.has_baseline)
			assert_int_equal(number_cmp(j.baseline.value.point,
			                            dsl_number(str_from(rows[i].baseline))), 0);
		arena_free(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_deadlines), cmocka_unit_test(test_thresholds),
		cmocka_unit_test(test_baselines), cmocka_unit_test(test_rates),
		cmocka_unit_test(test_missing),
		cmocka_unit_test(test_methods),    cmocka_unit_test(test_what_was_measured_is_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
