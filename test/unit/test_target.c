/* Codes of targets both ways, and what cannot be a target. */
#include "judge_dsl.h"

static void
test_codes_both_ways(void **state)
{
	(void)state;
	for (size_t i = 0; i < TARGET_KIND_COUNT; i++) {
		enum target_kind k = TARGET_KIND_COUNT;

		assert_true(target_kind_from_code(target_kind_code((enum target_kind)i), &k));
		assert_int_equal(k, i);
	}
	for (size_t i = 0; i < RELATION_COUNT; i++) {
		enum relation r = RELATION_COUNT;

		assert_true(relation_from_code(relation_code((enum relation)i), &r));
		assert_int_equal(r, i);
	}
	for (size_t i = 0; i < EACH_COUNT; i++) {
		enum each e = EACH_COUNT;

		assert_true(each_from_code(each_code((enum each)i), &e));
		assert_int_equal(e, i);
	}
	for (size_t i = 0; i < DIRECTION_COUNT; i++) {
		enum direction d = DIRECTION_COUNT;

		assert_true(direction_from_code(direction_code((enum direction)i), &d));
		assert_int_equal(d, i);
	}
}

static void
test_unknown_codes_change_nothing(void **state)
{
	enum target_kind k = TARGET_GAP;
	enum relation    r = RELATION_LE;
	enum each        e = EACH_YEAR;
	enum direction   d = DIRECTION_FALL;

	(void)state;
	assert_false(target_kind_from_code(STR("mængde"), &k));
	assert_false(target_kind_from_code(STR("Level"), &k));
	assert_false(relation_from_code(STR(">="), &r));
	assert_false(each_from_code(STR("år"), &e));
	assert_false(direction_from_code(STR("stige"), &d));
	assert_int_equal(k, TARGET_GAP);
	assert_int_equal(r, RELATION_LE);
	assert_int_equal(e, EACH_YEAR);
	assert_int_equal(d, DIRECTION_FALL);
}

#define GOOD ""

static const struct row targets[] = {
	{ "level", .kind = TARGET_LEVEL, .value = "80", .want = GOOD },
	{ "level of zero", .kind = TARGET_LEVEL, .value = "0", .want = GOOD },
	{ "level without a figure", .kind = TARGET_LEVEL, .want = "the target has no figure" },
	{ "change of nothing", .kind = TARGET_CHANGE, .value = "0", .want = GOOD },
	{ "change without a figure", .kind = TARGET_CHANGE, .want = "the target has no figure" },
	{ "deadline a day after the baseline", .kind = TARGET_CHANGE, .value = "1",
	  .baseline = "2009-12-30", .deadline = "2009-12-31", .want = GOOD },
	{ "deadline with the baseline", .kind = TARGET_CHANGE, .value = "1",
	  .baseline = "2009", .deadline = "31. december 2009",
	  .want = "the deadline is not after the baseline" },
	{ "deadline before the baseline", .kind = TARGET_LEVEL, .value = "1",
	  .baseline = "2009", .deadline = "2008", .want = "the deadline is not after the baseline" },
	{ "deadline without a year", .kind = TARGET_LEVEL, .value = "1", .deadline = "ultimo april",
	  .want = "the deadline has no year" },
	{ "baseline without a year", .kind = TARGET_LEVEL, .value = "1", .baseline = "ultimo april",
	  .want = "the baseline has no year" },
	{ "direction", .kind = TARGET_DIRECTION, .direction = DIRECTION_HOLD, .want = GOOD },
	{ "no direction", .kind = TARGET_DIRECTION, .want = "the target does not say which way" },
	{ "rate of nothing", .kind = TARGET_RATE, .value = "0,00",
	  .want = "a rate of zero promises nothing" },
	{ "rate without a figure", .kind = TARGET_RATE, .want = "the target has no figure" },
	{ "gap that falls", .kind = TARGET_GAP, .direction = DIRECTION_FALL, .want = GOOD },
	{ "gap that rises", .kind = TARGET_GAP, .direction = DIRECTION_RISE,
	  .want = "the target does not say which way" },
	{ "gap of nothing said", .kind = TARGET_GAP, .want = "the target has no figure" },
	{ "benchmark", .kind = TARGET_BENCHMARK, .relation = RELATION_LE, .want = GOOD },
	{ "benchmark equal", .kind = TARGET_BENCHMARK, .relation = RELATION_EQ,
	  .want = "a benchmark must be at or below, or at or above" },
	{ "count", .kind = TARGET_COUNT, .value = "1", .window = "2009", .want = GOOD },
	{ "count by a deadline's year", .kind = TARGET_COUNT, .value = "1", .deadline = "2009",
	  .want = GOOD },
	{ "count of none", .kind = TARGET_COUNT, .value = "0", .window = "2009",
	  .want = "a count to be reached must be above zero" },
	{ "count without a window", .kind = TARGET_COUNT, .value = "1",
	  .want = "a count needs a period in which it is counted" },
	{ "set that rises", .kind = TARGET_SET, .direction = DIRECTION_RISE,
	  .want = "the target does not say which way" },
	{ "parity that holds", .kind = TARGET_PARITY, .direction = DIRECTION_HOLD,
	  .want = "the target does not say which way" },
	{ "milestone", .kind = TARGET_MILESTONE, .want = GOOD },
	{ "undefined, whatever else it says", .kind = TARGET_UNDEFINED, .baseline = "2009",
	  .deadline = "2008", .want = GOOD },
};

static void
test_what_cannot_be_a_target(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(targets); i++) {
		struct target t = dsl_target(&targets[i]);
		struct str    problem = target_problem(&t), da = target_problem_word(&t, true);

		if (!str_eq(problem, str_from(targets[i].want)))
			fail_msg("%s: " STR_FMT, targets[i].name, STR_ARG(problem));
		assert_true((problem.len == 0) == (da.len == 0));
		assert_true(da.len == 0 || !str_eq(problem, da));
	}
}

static void
test_what_is_kept(void **state)
{
	static const struct {
		struct row row;
		bool       kept;
	} rows[] = {
		{ { "reached", .kind = TARGET_LEVEL, .value = "1" }, false },
		{ { "kept", .kind = TARGET_LEVEL, .value = "1", .keep = true }, true },
		{ { "each year", .kind = TARGET_LEVEL, .value = "1", .each = EACH_YEAR }, true },
		{ { "each place", .kind = TARGET_LEVEL, .value = "1", .each = EACH_PLACE }, false },
		{ { "change", .kind = TARGET_CHANGE, .value = "1" }, false },
		{ { "no change", .kind = TARGET_CHANGE, .value = "0" }, true },
		{ { "rise", .kind = TARGET_DIRECTION, .direction = DIRECTION_RISE }, false },
		{ { "hold", .kind = TARGET_DIRECTION, .direction = DIRECTION_HOLD }, true },
		{ { "benchmark", .kind = TARGET_BENCHMARK }, true },
		{ { "set", .kind = TARGET_SET, .direction = DIRECTION_HOLD }, true },
		{ { "count each year", .kind = TARGET_COUNT, .value = "1", .each = EACH_YEAR }, false },
		{ { "milestone", .kind = TARGET_MILESTONE }, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct target t = dsl_target(&rows[i].row);

		if (target_is_kept(&t) != rows[i].kept)
			fail_msg("%s", rows[i].row.name);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_codes_both_ways),
		cmocka_unit_test(test_unknown_codes_change_nothing),
		cmocka_unit_test(test_what_cannot_be_a_target),
		cmocka_unit_test(test_what_is_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
