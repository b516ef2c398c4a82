/* The worked cases of the domain, to the digit, and their neighbours. */
#include "judge_dsl.h"

#define PP10 .kind = TARGET_CHANGE, .value = "10", .baseline = "forår 2007", .deadline = "2010", \
	.unit = UNIT_SHARE, .better = DIRECTION_RISE, .printed = "64,00"
#define ATTACHMENT .kind = TARGET_CHANGE, .baseline = "forår 2007", .deadline = "2010", \
	.unit = UNIT_SHARE, .better = DIRECTION_FALL, .own = "forår 2007: 49,5 ?; juni 2008: 42,1"
#define COUNT_2009 .kind = TARGET_COUNT, .window = "2009", .unit = UNIT_COUNT
#define NEED .kind = TARGET_CHANGE, .value = "-50 %", .baseline = "2010", .deadline = "2014", \
	.unit = UNIT_COUNT, .better = DIRECTION_FALL
#define CHARGED .kind = TARGET_BENCHMARK, .relation = RELATION_LE, .unit = UNIT_SHARE, \
	.other_title = "gennemsnittet af de fire største byer"
#define WEB .kind = TARGET_CHANGE, .value = "50 %", .baseline = "februar 2011", \
	.deadline = "2014", .unit = UNIT_COUNT

static const struct row worked[] = {
	{ "employed share +10 pp", PP10, .own = "forår 2007: 54,40; august 2008: 59,90",
	  .as_of = "2009-06-01", .want = "on_track pace pace=1.57 required=64.40 needed=2.84" },
	{ "attachment -10 percent", ATTACHMENT, .value = "-10 %",
	  .as_of = "2009-06-01", .want = "met reached_early required=44.55 early" },
	{ "attachment -10 points", ATTACHMENT, .value = "-10",
	  .as_of = "2009-06-01", .want = "on_track pace pace=2.45 required=39.5 needed=-1.64" },
	{ "554 placements", .kind = TARGET_COUNT, .value = "554", .window = "2008", .unit = UNIT_COUNT,
	  .own = "ultimo 2008: 465", .as_of = "2009-06-01", .want = "missed not_reached required=554" },
	{ "40 pct. off support", .kind = TARGET_LEVEL, .value = "40", .deadline = "2008",
	  .unit = UNIT_SHARE, .own = "2008: 31", .as_of = "2009-06-01",
	  .want = "missed not_reached required=40" },
	{ "100 clarifications", COUNT_2009, .value = "100", .own = "2009-01-01..2009-04-01: 23",
	  .as_of = "2009-06-01", .want = "behind pace pace=0.93 required=100 needed=131.33" },
	{ "200 courses", COUNT_2009, .value = "200", .own = "1. kvartal 2009: 50",
	  .as_of = "2009-06-01", .want = "on_track pace pace=1.01 required=200 needed=255.84" },
	{ "100 wage subsidies", COUNT_2009, .value = "100", .own = "1. kvartal 2009: 2",
	  .as_of = "2009-06-01", .want = "off_track pace pace=0.08 required=100 needed=167.15" },
	{ "experienced discrimination", .kind = TARGET_DIRECTION, .direction = DIRECTION_FALL,
	  .unit = UNIT_SHARE, .own = "marts 2007: 27; 2008: 27", .as_of = "2009-06-01",
	  .want = "off_track no_change" },
	{ "cash benefit down to 18", .kind = TARGET_LEVEL, .relation = RELATION_LE, .value = "18",
	  .unit = UNIT_SHARE, .own = "2008: 10,8", .as_of = "2009-06-01",
	  .want = "met reached required=18" },
	{ "areas in need -50 %", NEED, .own = "2010: 12; 2011: 14", .as_of = "2012-04-30",
	  .want = "away wrong_way pace=-1.33 required=6 needed=-2.99" },
	{ "charged, at or below the mean", CHARGED, .own = "2008: 1,24; 2009: 1,31; 2010: 1,20",
	  .other = "2008: 1,19; 2009: 1,35; 2010: 1,16", .as_of = "2012-04-30",
	  .want = "off_track broken required=1.16" },
	{ "web traffic +50 %", WEB, .own = "februar 2011: 9.109; februar 2012: 11.668",
	  .as_of = "2012-04-30", .want = "on_track pace pace=2.15 required=13663.5 needed=746.27" },
	{ "satisfied in each service point", .kind = TARGET_LEVEL, .value = "80", .each = EACH_PLACE,
	  .unit = UNIT_SHARE, .own = "2011: over 80", .as_of = "2012-04-30",
	  .want = "met reached required=80 not_each or=met" },
	{ "no institution closes", .kind = TARGET_LEVEL, .relation = RELATION_LE, .value = "0",
	  .unit = UNIT_COUNT, .developing = true, .as_of = "2012-04-30",
	  .want = "no_data not_measurable" },
	{ "??????", .kind = TARGET_UNDEFINED, .as_of = "2012-04-30", .want = "undefined not_stated" },
};

static void
test_worked_cases(void **state)
{
	(void)state;
	check_rows(worked, COUNT_OF(worked));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_worked_cases),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
