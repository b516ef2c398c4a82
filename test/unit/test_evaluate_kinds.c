/* Every kind of target with every verdict that it can reach. */
#include "judge_dsl.h"

#include <string.h>

#define LEVEL .kind = TARGET_LEVEL, .value = "70", .deadline = "2010", .unit = UNIT_SHARE
#define CHANGE .kind = TARGET_CHANGE, .value = "20", .baseline = "2007", .deadline = "2011", \
	.unit = UNIT_SHARE
#define FALL .kind = TARGET_DIRECTION, .direction = DIRECTION_FALL, .deadline = "2010", \
	.unit = UNIT_COUNT
#define RATE .kind = TARGET_RATE, .value = "2", .baseline = "2007", .deadline = "2010", \
	.unit = UNIT_SHARE
#define GAP .kind = TARGET_GAP, .relation = RELATION_LE, .value = "0", .deadline = "2010", \
	.unit = UNIT_SHARE, .own = "2007: 54; 2008: 56; 2009: 57; 2010: 60"
#define MEAN .kind = TARGET_BENCHMARK, .relation = RELATION_LE, .deadline = "2010", \
	.unit = UNIT_SHARE
#define COUNT .kind = TARGET_COUNT, .value = "100", .window = "2010", .unit = UNIT_COUNT
#define SET .kind = TARGET_SET, .direction = DIRECTION_HOLD, .deadline = "2012", \
	.baseline = "2010"
#define DONE .kind = TARGET_MILESTONE, .deadline = "2011"
#define PARITY .kind = TARGET_PARITY, .direction = DIRECTION_FALL, .deadline = "2010", \
	.unit = UNIT_SHARE, .other = "2007: 10; 2009: 7; 2010: 6", .group = "kvinder", \
	.other_title = "mænd"

static const struct row kinds[] = {
	/* level: from 50 to 70, 2008 to 2011 */
	{ "level met", LEVEL, .own = "2007: 50; 2010: 70", .as_of = "2011-01-01",
	  .want = "met reached required=70" },
	{ "level on track", LEVEL, .own = "2007: 50; 2009: 63,4", .as_of = "2010-01-01",
	  .want = "on_track pace pace=1.00 required=70 needed=6.60" },
	{ "level behind", LEVEL, .own = "2007: 50; 2009: 59", .as_of = "2010-01-01",
	  .want = "behind pace pace=0.67 required=70 needed=11.00" },
	{ "level off track", LEVEL, .own = "2007: 50; 2009: 51", .as_of = "2010-01-01",
	  .want = "off_track pace pace=0.07 required=70 needed=19.00" },
	{ "level away", LEVEL, .own = "2007: 50; 2009: 49", .as_of = "2010-01-01",
	  .want = "away wrong_way pace=-0.07 required=70 needed=21.00" },
	{ "level missed", LEVEL, .own = "2007: 50; 2010: 69,9", .as_of = "2011-01-01",
	  .want = "missed not_reached required=70" },
	{ "level never measured", LEVEL, .as_of = "2010-01-01",
	  .want = "no_data never_measured required=70" },
	{ "level without a figure", .kind = TARGET_LEVEL, .own = "2007: 50", .as_of = "2010-01-01",
	  .want = "undefined invalid" },

	/* change: from 50, +20, 2008 to 2012 */
	{ "change met early", CHANGE, .own = "2007: 50; 2009: 71", .as_of = "2010-01-01",
	  .want = "met reached_early required=70 early" },
	{ "change on track", CHANGE, .own = "2007: 50; 2009: 60", .as_of = "2010-01-01",
	  .want = "on_track pace pace=1.00 required=70 needed=5.00" },
	{ "change behind", CHANGE, .own = "2007: 50; 2009: 57", .as_of = "2010-01-01",
	  .want = "behind pace pace=0.70 required=70 needed=6.50" },
	{ "change off track", CHANGE, .own = "2007: 50; 2009: 55", .as_of = "2010-01-01",
	  .want = "off_track pace pace=0.50 required=70 needed=7.50" },
	{ "change away", CHANGE, .own = "2007: 50; 2009: 45", .as_of = "2010-01-01",
	  .want = "away wrong_way pace=-0.50 required=70 needed=12.50" },
	{ "change missed", CHANGE, .own = "2007: 50; 2011: 69", .as_of = "2012-01-01",
	  .want = "missed not_reached required=70" },
	{ "change, only its baseline", CHANGE, .own = "2007: 50", .as_of = "2010-01-01",
	  .want = "no_data only_baseline required=70" },
	{ "change before its baseline", .kind = TARGET_CHANGE, .value = "20", .baseline = "2010",
	  .deadline = "2010", .own = "2010: 50", .as_of = "2011-06-01", .want = "undefined invalid" },

	{ "direction met", FALL, .own = "2007: 9; 2010: 8", .as_of = "2011-01-01",
	  .want = "met reached" },
	{ "direction right", FALL, .own = "2007: 9; 2009: 8", .as_of = "2010-12-31",
	  .want = "on_track right_way" },
	{ "direction unchanged", FALL, .own = "2007: 9; 2009: 9", .as_of = "2010-12-31",
	  .want = "off_track no_change" },
	{ "direction wrong", FALL, .own = "2007: 9; 2009: 10", .as_of = "2010-12-31",
	  .want = "away wrong_way" },
	{ "direction missed", FALL, .own = "2007: 9; 2010: 9", .as_of = "2011-01-01",
	  .want = "missed not_reached" },
	{ "direction, only one", FALL, .own = "2007: 9", .as_of = "2010-12-31",
	  .want = "no_data only_baseline" },
	{ "direction unsaid", .kind = TARGET_DIRECTION, .own = "2007: 9", .as_of = "2010-12-31",
	  .want = "undefined invalid" },

	/* rate: 2 a year for three years from 50 */
	{ "rate met", RATE, .own = "2007: 50; 2010: 56", .as_of = "2011-01-01",
	  .want = "met reached pace=1.00 required=56" },
	{ "rate on track, never met before its end", RATE, .own = "2007: 50; 2009: 58",
	  .as_of = "2010-01-01", .want = "on_track pace pace=2.00 required=56" },
	{ "rate behind", RATE, .own = "2007: 50; 2009: 53", .as_of = "2010-01-01",
	  .want = "behind pace pace=0.75 required=56 needed=3.00" },
	{ "rate off track", RATE, .own = "2007: 50; 2009: 52", .as_of = "2010-01-01",
	  .want = "off_track pace pace=0.50 required=56 needed=4.00" },
	{ "rate away", RATE, .own = "2007: 50; 2009: 49", .as_of = "2010-01-01",
	  .want = "away wrong_way pace=-0.25 required=56 needed=7.00" },
	{ "rate missed", RATE, .own = "2007: 50; 2010: 55,9", .as_of = "2011-01-01",
	  .want = "missed not_reached pace=0.98 required=56" },
	{ "rate, deadline not measured", RATE, .own = "2007: 50; 2009: 54", .as_of = "2011-01-01",
	  .want = "no_data deadline_unmeasured" },
	{ "rate of nothing", .kind = TARGET_RATE, .value = "0", .own = "2007: 50",
	  .as_of = "2011-01-01", .want = "undefined invalid" },

	/* gap: B minus A, 6 at the start */
	{ "gap met", GAP, .other = "2007: 60; 2010: 60", .as_of = "2011-01-01",
	  .want = "met reached required=0" },
	{ "gap met early", GAP, .other = "2007: 60; 2008: 55", .as_of = "2009-01-01",
	  .want = "met reached_early required=0 early" },
	{ "gap on track", GAP, .other = "2007: 60; 2009: 59", .as_of = "2010-01-01",
	  .want = "on_track pace pace=1.00 required=0 needed=-2.00" },
	{ "gap behind", GAP, .other = "2007: 60; 2009: 60", .as_of = "2010-01-01",
	  .want = "behind pace pace=0.75 required=0 needed=-3.00" },
	{ "gap off track", GAP, .other = "2007: 60; 2009: 62", .as_of = "2010-01-01",
	  .want = "off_track pace pace=0.25 required=0 needed=-5.00" },
	{ "gap away", GAP, .other = "2007: 60; 2009: 64", .as_of = "2010-01-01",
	  .want = "away wrong_way pace=-0.25 required=0 needed=-7.00" },
	{ "gap missed", GAP, .other = "2007: 60; 2010: 61", .as_of = "2011-01-01",
	  .want = "missed not_reached required=0" },
	{ "gap, never both", GAP, .other = "2006: 60", .as_of = "2010-01-01",
	  .want = "no_data never_measured required=0" },
	{ "gap unsaid", .kind = TARGET_GAP, .own = "2007: 6", .as_of = "2010-01-01",
	  .want = "undefined invalid" },
	{ "gap as its own series, reduced", .kind = TARGET_GAP, .direction = DIRECTION_FALL,
	  .unit = UNIT_SHARE, .own = "2007: 6; 2009: 5", .as_of = "2010-01-01",
	  .want = "on_track right_way" },

	{ "benchmark met", MEAN, .own = "2009: 1,2; 2010: 1,1", .other = "2009: 1,3; 2010: 1,1",
	  .as_of = "2011-01-01", .want = "met kept required=1.1" },
	{ "benchmark on track, in its own mean", MEAN, .own = "2009: 1,2", .other = "2009: 1,3",
	  .in_own_set = true, .as_of = "2010-06-01", .want = "on_track holds required=1.3" },
	{ "benchmark broken", MEAN, .own = "2008: 1,2; 2009: 1,31", .other = "2008: 1,2; 2009: 1,3",
	  .as_of = "2010-06-01", .want = "off_track broken required=1.3" },
	{ "benchmark missed", MEAN, .own = "2010: 1,2", .other = "2010: 1,1",
	  .as_of = "2011-06-01", .want = "missed not_reached required=1.1" },
	{ "benchmark, never both", MEAN, .own = "2008: 1,2", .other = "2009: 1,1",
	  .as_of = "2010-06-01", .want = "no_data never_measured" },
	{ "benchmark equal", .kind = TARGET_BENCHMARK, .relation = RELATION_EQ, .own = "2008: 1",
	  .other = "2008: 1", .as_of = "2010-06-01", .want = "undefined invalid" },

	{ "count met early", COUNT, .own = "1. kvartal 2010: 60; 2. kvartal 2010: 40",
	  .as_of = "2010-07-01", .want = "met reached_early required=100 early" },
	{ "count on track", COUNT, .own = "1. kvartal 2010: 24", .as_of = "2010-04-01",
	  .want = "on_track pace pace=0.97 required=100 needed=100.87" },
	{ "count behind", COUNT, .own = "1. kvartal 2010: 20", .as_of = "2010-04-01",
	  .want = "behind pace pace=0.81 required=100 needed=106.18" },
	{ "count off track", COUNT, .own = "1. kvartal 2010: 0", .as_of = "2010-04-01",
	  .want = "off_track no_change pace=0.00 required=100 needed=132.73" },
	{ "count missed", COUNT, .own = "2010: 99", .as_of = "2011-01-01",
	  .want = "missed not_reached required=100" },
	{ "count never", COUNT, .as_of = "2010-04-01", .want = "no_data never_measured required=100" },
	{ "count without a window", .kind = TARGET_COUNT, .value = "100", .as_of = "2010-04-01",
	  .want = "undefined invalid" },

	{ "set met", SET, .members = "Tåstrupgård = 2010: 1; 2012: 0 | Ørsted = 2010: 1; 2012: 1",
	  .as_of = "2013-01-01", .want = "met kept" },
	{ "set on track", SET, .members = "Tåstrupgård = 2010: 1; 2011: 0 | Ørsted = 2010: 1",
	  .as_of = "2012-06-01", .want = "on_track holds" },
	{ "set broken", SET, .members = "Tåstrupgård = 2010: 1 | Ørsted = 2010: 0; 2011: 1",
	  .as_of = "2012-06-01", .want = "off_track broken worst=Ørsted" },
	{ "set missed", SET, .members = "Tåstrupgård = 2010: 1; 2012: 1 | Ærø = 2012: 1 | Ørsted = 2012: 1",
	  .as_of = "2013-01-01", .want = "missed not_reached worst=Ærø, Ørsted" },
	{ "set, only its baseline", SET, .members = "Tåstrupgård = 2010: 1", .as_of = "2012-06-01",
	  .want = "no_data only_baseline" },
	{ "set unsaid", .kind = TARGET_SET, .members = "Ærø = 2010: 1", .as_of = "2012-06-01",
	  .want = "undefined invalid" },

	{ "milestone met", DONE, .own = "december 2011: 1", .as_of = "2012-01-01", .want = "met done" },
	{ "milestone met early", DONE, .own = "maj 2011: 0; juni 2011: 1", .as_of = "2011-12-31",
	  .want = "met done early" },
	{ "milestone missed", DONE, .own = "maj 2011: 0", .as_of = "2012-01-01",
	  .want = "missed not_done" },
	{ "milestone done too late", DONE, .own = "januar 2012: 1", .as_of = "2012-06-01",
	  .want = "missed not_done" },
	{ "milestone not due", DONE, .own = "maj 2011: 0", .as_of = "2011-12-31",
	  .want = "no_data not_yet_due" },
	{ "milestone without a date", .kind = TARGET_MILESTONE, .as_of = "2011-12-31",
	  .want = "no_data not_yet_due" },
	{ "milestone without a year", .kind = TARGET_MILESTONE, .deadline = "ultimo april",
	  .own = "maj 2011: 1", .as_of = "2011-12-31", .want = "undefined invalid" },

	/* parity: men fell by 3 to 2009 and by 4 to 2010 */
	{ "parity met", PARITY, .own = "2007: 12; 2010: 8", .as_of = "2011-01-01",
	  .want = "met kept required=8" },
	{ "parity on track", PARITY, .own = "2007: 12; 2009: 8,9", .as_of = "2010-06-01",
	  .want = "on_track holds required=9" },
	{ "parity broken", PARITY, .own = "2007: 12; 2009: 9,1", .as_of = "2010-06-01",
	  .want = "off_track broken required=9" },
	{ "parity missed", PARITY, .own = "2007: 12; 2010: 8,5", .as_of = "2011-01-01",
	  .want = "missed not_reached required=8" },
	{ "parity, only its baseline", PARITY, .own = "2007: 12", .as_of = "2010-06-01",
	  .want = "no_data only_baseline" },
	{ "parity unsaid", .kind = TARGET_PARITY, .own = "2007: 12", .as_of = "2010-06-01",
	  .want = "undefined invalid" },

	{ "Ingen", .kind = TARGET_UNDEFINED, .own = "2007: 12", .as_of = "2010-06-01",
	  .want = "undefined not_stated" },
};

static void
test_kinds(void **state)
{
	(void)state;
	check_rows(kinds, COUNT_OF(kinds));
}

/* Which verdicts a kind can reach is part of what it means. */
static const char *const reachable[TARGET_KIND_COUNT] = {
	[TARGET_LEVEL] = "met on_track behind off_track away missed no_data undefined",
	[TARGET_CHANGE] = "met on_track behind off_track away missed no_data undefined",
	[TARGET_DIRECTION] = "met on_track off_track away missed no_data undefined",
	[TARGET_RATE] = "met on_track behind off_track away missed no_data undefined",
	[TARGET_GAP] = "met on_track behind off_track away missed no_data undefined",
	[TARGET_BENCHMARK] = "met on_track off_track missed no_data undefined",
	[TARGET_COUNT] = "met on_track behind off_track missed no_data undefined",
	[TARGET_SET] = "met on_track off_track missed no_data undefined",
	[TARGET_MILESTONE] = "met missed no_data undefined",
	[TARGET_PARITY] = "met on_track off_track missed no_data undefined",
	[TARGET_UNDEFINED] = "undefined",
};

static void
test_all_kinds_and_verdicts_occur(void **state)
{
	bool seen[TARGET_KIND_COUNT][VERDICT_COUNT] = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		struct arena a = { 0 };

		seen[kinds[i].kind][dsl_judge(&a, &kinds[i]).verdict] = true;
		arena_free(&a);
	}
	for (size_t k = 0; k < TARGET_KIND_COUNT; k++) {
		char   line[128] = "";
		size_t len = 0;

		for (size_t v = 0; v < VERDICT_COUNT; v++)
			if (seen[k][v])
				len += (size_t)snprintf(line + len, sizeof line - len, "%s%s",
				                        len > 0 ? " " : "",
				                        verdict_code((enum verdict)v).at);
		assert_string_equal(line, reachable[k]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_all_kinds_and_verdicts_occur),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
