/* What is not known exactly, not measured everywhere, or may not be shown;
 * counts, sets and comparisons with their odd shapes; figures too large. */
#include "judge_dsl.h"

#define GE80 .kind = TARGET_LEVEL, .value = "80", .deadline = "2010", .unit = UNIT_SHARE, \
	.as_of = "2011-01-01"
#define LE80 GE80, .relation = RELATION_LE
#define GE80N .kind = TARGET_LEVEL, .value = "80", .deadline = "2010", .unit = UNIT_NUMBER, \
	.as_of = "2011-01-01"
#define FROM50 .kind = TARGET_CHANGE, .value = "10", .deadline = "2010", .unit = UNIT_SHARE, \
	.as_of = "2010-01-01"

static const struct row doubts[] = {
	{ "plain is judged as printed", GE80, .own = "2010: 80", .want = "met reached required=80" },
	{ "plain, one unit below", GE80, .own = "2010: 79,9", .want = "missed not_reached required=80" },
	{ "circa at the level", GE80, .own = "2010: ca. 80", .want = "met reached required=80 or=missed" },
	{ "circa well above", GE80, .own = "2010: ca. 81", .want = "met reached required=80" },
	{ "circa whose low end is the level", GE80, .own = "2010: ca. 80,5",
	  .want = "met reached required=80" },
	{ "godt 80", GE80, .own = "2010: godt 80", .want = "met reached required=80" },
	{ "godt 79 ends before 80", GE80, .own = "2010: godt 79",
	  .want = "missed not_reached required=80" },
	{ "knap 80 ends at 80", GE80, .own = "2010: knap 80",
	  .want = "missed not_reached required=80 or=met" },
	{ "knap 81 begins above 80", GE80, .own = "2010: knap 81", .want = "met reached required=80" },
	{ "over 80", GE80, .own = "2010: over 80", .want = "met reached required=80" },
	{ "over 79", GE80, .own = "2010: over 79", .want = "missed not_reached required=80 or=met" },
	{ "under 80", GE80, .own = "2010: under 80", .want = "missed not_reached required=80" },
	{ "mindst 80", GE80, .own = "2010: mindst 80", .want = "met reached required=80" },
	{ "højst 80", GE80, .own = "2010: højst 80",
	  .want = "missed not_reached required=80 or=met" },
	{ "a range below", GE80, .own = "2010: 70 til 79", .want = "missed not_reached required=80" },
	{ "a range across", GE80, .own = "2010: 70 til 90",
	  .want = "missed not_reached required=80 or=met" },
	{ "at most: over 80", LE80, .own = "2010: over 80", .want = "missed not_reached required=80" },
	{ "at most: under 80", LE80, .own = "2010: under 80", .want = "met reached required=80" },
	{ "at most: under 81", LE80, .own = "2010: under 81",
	  .want = "missed not_reached required=80 or=met" },
	{ "at most: mindst 80", LE80, .own = "2010: mindst 80",
	  .want = "missed not_reached required=80 or=met" },
	{ "at most: højst 80", LE80, .own = "2010: højst 80", .want = "met reached required=80" },
	{ "a share is capped at 100", .kind = TARGET_LEVEL, .relation = RELATION_LE, .value = "100",
	  .unit = UNIT_SHARE, .own = "2010: over 80", .as_of = "2011-01-01",
	  .want = "met reached required=100" },
	{ "a number is not", .kind = TARGET_LEVEL, .relation = RELATION_LE, .value = "100",
	  .unit = UNIT_NUMBER, .own = "2010: over 80", .as_of = "2011-01-01",
	  .want = "off_track single required=100 or=met" },
	{ "a count is not below zero", .kind = TARGET_LEVEL, .value = "0", .unit = UNIT_COUNT,
	  .own = "2010: under 5", .as_of = "2011-01-01", .want = "met reached required=0" },
	{ "a number may be", .kind = TARGET_LEVEL, .value = "0", .unit = UNIT_NUMBER,
	  .own = "2010: under 5", .as_of = "2011-01-01",
	  .want = "off_track single required=0 or=met" },
	{ "a survey that could be either", .kind = TARGET_LEVEL, .relation = RELATION_LE, .value = "27",
	  .unit = UNIT_SHARE, .own = "2010: 27 n=500", .as_of = "2011-01-01",
	  .want = "met reached required=27 or=off_track" },
	{ "a survey that could not", .kind = TARGET_LEVEL, .relation = RELATION_LE, .value = "32",
	  .unit = UNIT_SHARE, .own = "2010: 27 n=500", .as_of = "2011-01-01",
	  .want = "met reached required=32" },
	{ "a pace that could be behind", FROM50, .own = "2008: 50; 2009: ca. 55",
	  .want = "on_track pace pace=1.00 required=60 needed=5.00 or=behind" },
	{ "a pace that is right either way", FROM50, .own = "2008: 50; 2009: ca. 56",
	  .want = "on_track pace pace=1.20 required=60 needed=4.00" },
	{ "over the baseline is a change, however small", FROM50, .own = "2008: 50; 2009: over 50",
	  .want = "off_track pace pace=0.00 required=60 needed=10.00 or=met" },
	{ "under it is away", FROM50, .own = "2008: 50; 2009: under 50",
	  .want = "away wrong_way pace=-10.00 required=60 needed=60.00" },
	{ "a baseline that is not exact", FROM50, .own = "2008: ca. 50; 2009: 55",
	  .want = "on_track pace pace=1.00 required=60 needed=5.00 or=behind" },
	{ "both are not", FROM50, .own = "2008: ca. 50; 2009: ca. 60",
	  .want = "met reached_early required=60 early or=on_track" },
	{ "a direction in doubt", .kind = TARGET_DIRECTION, .direction = DIRECTION_FALL,
	  .unit = UNIT_SHARE, .own = "2007: 27 n=500; 2008: 25 n=500", .as_of = "2011-01-01",
	  .want = "on_track right_way or=away" },
	{ "a gap in doubt", .kind = TARGET_GAP, .relation = RELATION_LE, .value = "5",
	  .unit = UNIT_SHARE, .own = "2008: ca. 50", .other = "2008: 55", .as_of = "2011-01-01",
	  .want = "met reached required=5 or=off_track" },
	{ "a gap that is open at its end", .kind = TARGET_GAP, .direction = DIRECTION_FALL,
	  .unit = UNIT_SHARE, .own = "2008: 50; 2009: over 50", .other = "2008: 55; 2009: 55",
	  .as_of = "2011-01-01", .want = "on_track right_way" },
	{ "from a baseline without end: its other end", .kind = TARGET_CHANGE, .value = "10",
	  .deadline = "2010", .unit = UNIT_NUMBER, .own = "2008: over 50; 2009: 65",
	  .as_of = "2010-01-01", .want = "met reached_early required=60 early" },
	{ "unbounded the right way", GE80N, .own = "2008: 50; 2010: over 90",
	  .want = "met reached required=80" },
	{ "unbounded the wrong way", GE80N, .own = "2008: 50; 2010: under 90",
	  .want = "missed not_reached required=80 or=met" },
	{ "unbounded, ahead", .kind = TARGET_LEVEL, .value = "80", .deadline = "2010",
	  .unit = UNIT_NUMBER, .own = "2008: 50; 2009: under 45", .as_of = "2010-01-01",
	  .want = "away wrong_way required=80" },
};

#define EACH80 .kind = TARGET_LEVEL, .value = "80", .each = EACH_PLACE, .unit = UNIT_SHARE, \
	.as_of = "2012-04-30"

static const struct row eaches[] = {
	{ "all do", EACH80, .members = "Nørrebro = 2011: 80 | Østerbro = 2011: 95 | Ærø = 2011: 81",
	  .want = "met reached required=80 worst=Nørrebro" },
	{ "one does not", EACH80, .members = "Nørrebro = 2011: 79 | Østerbro = 2011: 95",
	  .own = "2011: 90", .want = "off_track single required=80 worst=Nørrebro" },
	{ "the farthest of two", EACH80, .members = "Nørrebro = 2011: 79 | Østerbro = 2011: 78",
	  .want = "off_track single required=80 worst=Østerbro" },
	{ "away is worse than off track", EACH80,
	  .members = "Nørrebro = 2010: 70; 2011: 69 | Østerbro = 2010: 50; 2011: 50",
	  .want = "away wrong_way required=80 worst=Nørrebro" },
	{ "one is not measured", EACH80, .members = "Nørrebro = 2011: 80 | Østerbro = 2011: ..",
	  .want = "met reached required=80 or=no_data worst=Nørrebro" },
	{ "one is not measured, another fails", EACH80,
	  .members = "Ærø = 2011: .. | Nørrebro = 2011: 80 | Østerbro = 2011: 70",
	  .want = "off_track single required=80 worst=Østerbro" },
	{ "none is measured: the overall figure, in doubt", EACH80, .own = "2011: 85",
	  .members = "Nørrebro = 2011: .. | Østerbro = 2011: ..",
	  .want = "met reached required=80 not_each or=met" },
	{ "nothing at all", EACH80, .members = "Nørrebro = 2011: ..",
	  .want = "no_data never_measured required=80" },
	{ "the slowest pace", .kind = TARGET_CHANGE, .value = "10", .each = EACH_GROUP,
	  .deadline = "2010", .unit = UNIT_SHARE, .as_of = "2010-01-01",
	  .members = "kvinder = 2008: 50; 2009: 54 | mænd = 2008: 60; 2009: 63,5",
	  .want = "behind pace pace=0.70 required=70 needed=6.50 worst=mænd" },
	{ "a doubt about one is a doubt about all", EACH80,
	  .members = "Nørrebro = 2011: 81 | Østerbro = 2011: ca. 80",
	  .want = "met reached required=80 or=off_track worst=Østerbro" },
	{ "a doubt about another than the last", EACH80,
	  .members = "Nørrebro = 2011: 80 | Østerbro = 2011: ca. 80",
	  .want = "met reached required=80 or=off_track worst=Nørrebro" },
	{ "counts in each of many years", .kind = TARGET_COUNT, .value = "10", .each = EACH_YEAR,
	  .window = "2006-2013", .unit = UNIT_COUNT, .as_of = "2014-01-01",
	  .own = "2006: 1; 2007: 2; 2008: 3; 2009: 4; 2010: 12; 2011: 8; 2012: 5; 2013: 9",
	  .want = "missed not_reached required=10" },
	{ "counts in each year: this year", .kind = TARGET_COUNT, .value = "10", .each = EACH_YEAR,
	  .window = "2010-2013", .unit = UNIT_COUNT, .own = "2010: 12; 2011: 8; 1. kvartal 2012: 5",
	  .as_of = "2012-04-30", .want = "on_track pace pace=2.01 required=10 needed=7.42" },
	{ "counts in each year: the last one is over", .kind = TARGET_COUNT, .value = "10",
	  .each = EACH_YEAR, .window = "2010-2013", .unit = UNIT_COUNT,
	  .own = "2010: 12; 2011: 8; 2013: 10", .as_of = "2015-04-30",
	  .want = "met reached required=10" },
	{ "counts in each year: nothing yet this year", .kind = TARGET_COUNT, .value = "10",
	  .each = EACH_YEAR, .window = "2010-2013", .unit = UNIT_COUNT, .own = "2010: 12; 2011: 8",
	  .as_of = "2012-04-30", .want = "no_data only_baseline required=10" },
};

#define N100 .kind = TARGET_COUNT, .value = "100", .window = "2009", .unit = UNIT_PERSONS

static const struct row counts[] = {
	{ "quarters add up", N100, .own = "1. kvartal 2009: 30; 2. kvartal 2009: 20",
	  .as_of = "2009-07-01", .want = "on_track pace pace=1.01 required=100 needed=99.18" },
	{ "what is cumulative is not counted twice", N100,
	  .own = "1. kvartal 2009: 30; 2009-01-01..2009-07-01: 50", .as_of = "2009-07-01",
	  .want = "on_track pace pace=1.01 required=100 needed=99.18" },
	{ "a month follows what is cumulative", N100,
	  .own = "2009-01-01..2009-07-01: 50; juli 2009: 8", .as_of = "2009-08-01",
	  .want = "on_track pace pace=1.00 required=100 needed=100.20" },
	{ "what overlaps is not counted twice", N100,
	  .own = "1. kvartal 2009: 30; 2009-02-01..2009-08-01: 70", .as_of = "2009-09-01",
	  .want = "on_track pace pace=1.22 required=100 needed=209.43" },
	{ "a hole in the middle", N100, .own = "1. kvartal 2009: 30; 3. kvartal 2009: 50",
	  .as_of = "2009-10-01", .want = "on_track pace pace=1.07 required=100 needed=79.35" },
	{ "before and after the window is not counted", N100,
	  .own = "2008: 500; 1. kvartal 2009: 25; 1. kvartal 2010: 500", .as_of = "2011-01-01",
	  .want = "missed not_reached required=100" },
	{ "a year that reaches across the window is not", .kind = TARGET_COUNT, .value = "100",
	  .window = "2009-03-01..2010-03-01", .unit = UNIT_COUNT, .own = "2009: 500",
	  .as_of = "2011-01-01", .want = "no_data deadline_unmeasured required=100" },
	{ "the day before it closes", N100, .own = "2009-01-01..2009-12-31: 99", .as_of = "2009-12-31",
	  .want = "on_track pace pace=0.99 required=100 needed=365.00" },
	{ "the day it has closed", N100, .own = "2009-01-01..2009-12-31: 99", .as_of = "2010-01-01",
	  .want = "missed not_reached required=100" },
	{ "not opened yet", N100, .own = "2008: 3", .as_of = "2008-12-31",
	  .want = "no_data not_yet_due required=100" },
	{ "the deadline's own year is the window", .kind = TARGET_COUNT, .value = "100",
	  .deadline = "inden udgangen af 2009", .unit = UNIT_COUNT, .own = "2009: 100",
	  .as_of = "2010-01-01", .want = "met reached required=100" },
	{ "circa", N100, .own = "2009: ca. 100", .as_of = "2010-01-01",
	  .want = "met reached required=100 or=missed" },
	{ "withheld", N100, .own = "1. kvartal 2009: 3 !", .as_of = "2009-06-01",
	  .want = "off_track pace" },
};

#define COMPARED .kind = TARGET_BENCHMARK, .unit = UNIT_SHARE, .as_of = "2012-04-30"
#define LOW COMPARED, .relation = RELATION_LE

static const struct row pairs[] = {
	{ "a mean of three that has no end", LOW, .own = "2010: 1,33",
	  .members = "Aarhus = 2010: 1 | Odense = 2010: 1 | Ålborg = 2010: 2",
	  .want = "on_track holds required=1.33" },
	{ "a hundredth above it", LOW, .own = "2010: 1,34",
	  .members = "Aarhus = 2010: 1 | Odense = 2010: 1 | Ålborg = 2010: 2",
	  .want = "off_track broken required=1.33" },
	{ "at or above", COMPARED, .relation = RELATION_GE, .own = "2010: 1,33",
	  .members = "Aarhus = 2010: 1 | Odense = 2010: 1 | Ålborg = 2010: 2",
	  .want = "off_track broken required=1.33" },
	{ "a city is not measured that year", LOW, .own = "2009: 2; 2010: 1",
	  .members = "Aarhus = 2009: 1; 2010: 1 | Odense = 2009: 1",
	  .want = "off_track broken required=1.00" },
	{ "a tie holds", LOW, .own = "2010: 1,20", .other = "2010: 1,2",
	  .want = "on_track holds required=1.2" },
	{ "set: fewer and none new", .kind = TARGET_SET, .direction = DIRECTION_FALL,
	  .members = "A = 2010: 1; 2011: 1 | B = 2010: 1; 2011: 0", .as_of = "2012-04-30",
	  .want = "on_track holds" },
	{ "set: none new and not fewer", .kind = TARGET_SET, .direction = DIRECTION_FALL,
	  .members = "A = 2010: 1; 2011: 1 | B = 2010: 0; 2011: 0", .as_of = "2012-04-30",
	  .want = "off_track no_change" },
	{ "set: fewer and one new", .kind = TARGET_SET, .direction = DIRECTION_FALL,
	  .members = "A = 2010: 1; 2011: 0 | B = 2010: 1; 2011: 0 | Å = 2011: 1",
	  .as_of = "2012-04-30", .want = "off_track broken worst=Å" },
	{ "set: new in between and gone again", .kind = TARGET_SET, .direction = DIRECTION_HOLD,
	  .members = "A = 2010: 1; 2011: 1; 2012: 1 | B = 2011: 1; 2012: 0",
	  .as_of = "2013-04-30", .want = "on_track holds" },
	{ "set: perhaps a new one", .kind = TARGET_SET, .direction = DIRECTION_HOLD,
	  .members = "A = 2010: 1; 2011: 1 | Å = 2010: 0; 2011: 0 til 1", .as_of = "2012-04-30",
	  .want = "off_track broken or=on_track worst=Å" },
	{ "set: perhaps not a new one", .kind = TARGET_SET, .direction = DIRECTION_HOLD,
	  .members = "A = 2010: 1; 2011: 1 | Å = 2010: 0 til 1; 2011: 1", .as_of = "2012-04-30",
	  .want = "off_track broken or=on_track worst=Å" },
	{ "parity of a rise", .kind = TARGET_PARITY, .direction = DIRECTION_RISE, .unit = UNIT_SHARE,
	  .own = "2008: 40; 2009: 45", .other = "2008: 50; 2009: 55", .as_of = "2010-01-01",
	  .want = "on_track holds required=45" },
	{ "parity of a rise, slower", .kind = TARGET_PARITY, .direction = DIRECTION_RISE,
	  .unit = UNIT_SHARE, .own = "2008: 40; 2009: 44,9", .other = "2008: 50; 2009: 55",
	  .as_of = "2010-01-01", .want = "off_track broken required=45" },
	{ "withheld", .kind = TARGET_CHANGE, .value = "-10", .deadline = "2010", .unit = UNIT_PERSONS,
	  .own = "2008: 14; 2009: 3 !", .as_of = "2010-01-01", .want = "met reached_early early" },
};

#define HUGE_POSITIVE "9223372036854775807"

static const struct row large[] = {
	{ "the change does not fit", .kind = TARGET_CHANGE, .value = HUGE_POSITIVE, .deadline = "2010",
	  .own = "2008: 5; 2009: 6", .unit = UNIT_COUNT, .as_of = "2010-01-01",
	  .want = "undefined too_large" },
	{ "a percentage of it does not fit", .kind = TARGET_CHANGE, .value = "50 %",
	  .deadline = "2010", .own = "2008: " HUGE_POSITIVE "; 2009: 6", .unit = UNIT_COUNT,
	  .as_of = "2010-01-01", .want = "undefined too_large" },
	{ "a level of any size is compared", .kind = TARGET_LEVEL, .value = HUGE_POSITIVE,
	  .own = "2008: " HUGE_POSITIVE, .unit = UNIT_COUNT, .as_of = "2010-01-01",
	  .want = "met reached required=9223372036854775807" },
	{ "the distance does not fit", .kind = TARGET_LEVEL, .value = HUGE_POSITIVE, .deadline = "2010",
	  .own = "2008: -9223372036854775807; 2009: 5", .unit = UNIT_COUNT, .as_of = "2010-01-01",
	  .want = "undefined too_large" },
	{ "the sum does not fit", .kind = TARGET_COUNT, .value = "100", .window = "2009",
	  .own = "1. kvartal 2009: " HUGE_POSITIVE "; 2. kvartal 2009: 5", .unit = UNIT_COUNT,
	  .as_of = "2010-01-01", .want = "undefined too_large" },
	{ "the gap does not fit", .kind = TARGET_GAP, .direction = DIRECTION_FALL,
	  .own = "2009: -9223372036854775807", .other = "2009: 5", .unit = UNIT_COUNT,
	  .as_of = "2010-01-01", .want = "undefined too_large" },
	{ "a rate of it does not fit", .kind = TARGET_RATE, .value = "99 %",
	  .own = "2008: " HUGE_POSITIVE "; 2009: 5", .unit = UNIT_COUNT, .as_of = "2010-01-01",
	  .want = "undefined too_large" },
};

#define TABLE_TEST(table) \
	static void \
	test_##table(void **state) \
	{ \
		(void)state; \
		check_rows(table, COUNT_OF(table)); \
	}

TABLE_TEST(doubts)
TABLE_TEST(eaches)
TABLE_TEST(counts)
TABLE_TEST(pairs)
TABLE_TEST(large)

/* What is withheld stands nowhere: not in the sentences, not in a figure. */
static void
test_withheld_is_not_told(void **state)
{
	static const struct row rows[] = {
		{ "level", .kind = TARGET_LEVEL, .value = "20", .deadline = "2010", .unit = UNIT_PERSONS,
		  .own = "2008: 14; 2009: 3,25 !", .as_of = "2010-01-01" },
		{ "change", .kind = TARGET_CHANGE, .value = "20", .deadline = "2010", .unit = UNIT_SHARE,
		  .own = "2008: 3,25 !; 2009: 14", .as_of = "2010-01-01" },
		{ "rate", .kind = TARGET_RATE, .value = "20", .deadline = "2010", .unit = UNIT_SHARE,
		  .own = "2008: 3,25 !; 2009: 14", .as_of = "2010-01-01" },
		{ "gap", .kind = TARGET_GAP, .relation = RELATION_LE, .value = "1", .unit = UNIT_PERSONS,
		  .deadline = "2010", .own = "2008: 3,25 !; 2009: 14", .other = "2008: 20; 2009: 20",
		  .as_of = "2010-01-01" },
		{ "benchmark", .kind = TARGET_BENCHMARK, .unit = UNIT_PERSONS, .own = "2008: 14",
		  .members = "Ærø = 2008: 3,25 ! | Samsø = 2008: 3,25 !", .as_of = "2010-01-01" },
		{ "parity", .kind = TARGET_PARITY, .direction = DIRECTION_RISE, .unit = UNIT_PERSONS,
		  .own = "2008: 10; 2009: 12", .other = "2008: 3,25 !; 2009: 14", .as_of = "2010-01-01" },
		{ "only baseline", .kind = TARGET_CHANGE, .value = "20", .deadline = "2010",
		  .unit = UNIT_PERSONS, .own = "2008: 3,25 !", .as_of = "2010-01-01" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct arena     a = { 0 };
		struct judgement j = dsl_judge(&a, &rows[i]);

		assert_false(j.has_pace || j.has_needed || j.has_required);
		assert_true(number_is_zero(j.required) && number_is_zero(j.needed_per_year) &&
		            number_is_zero(j.pace_shown) && j.pace.num == 0);
		if (str_find(j.da, STR("3,25"), 0) != SIZE_MAX ||
		    str_find(j.en, STR("3.25"), 0) != SIZE_MAX ||
		    str_find(j.da, STR("tilbageholdt"), 0) == SIZE_MAX)
			fail_msg("%s: " STR_FMT, rows[i].name, STR_ARG(j.da));
		arena_free(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_doubts), cmocka_unit_test(test_eaches),
		cmocka_unit_test(test_counts), cmocka_unit_test(test_pairs),
		cmocka_unit_test(test_large),  cmocka_unit_test(test_withheld_is_not_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
