/* What was expected against what came: rows of words, and the score. */
#include "unit/judge_dsl.h"
#include "core/prognosis.h"

static const struct {
	enum unit   unit;
	const char *said, *came, *off;
	bool        inside, near;
} rows[] = {
	{ UNIT_SHARE, "62", "62", "0", true, true },
	{ UNIT_SHARE, "62", "62,4", "0.4", true, true },        /* as it was printed */
	{ UNIT_SHARE, "62", "63", "1", false, true },
	{ UNIT_SHARE, "62", "63,01", "1.01", false, false },
	{ UNIT_SHARE, "62,5", "61,5", "-1.0", false, true },
	{ UNIT_SHARE, "ca. 60", "61", "1", false, true },
	{ UNIT_SHARE, "60 til 65", "63", "0", true, true },
	{ UNIT_SHARE, "60 til 65", "66", "1", false, true },
	{ UNIT_SHARE, "60 til 65", "57,5", "-2.5", false, false },
	{ UNIT_SHARE, "over 80", "81", "0", true, true },
	{ UNIT_SHARE, "over 80", "79", "-1", false, true },
	{ UNIT_SHARE, "mindst 80", "80", "0", true, true },
	{ UNIT_SHARE, "62", "over 70", "8", false, false },
	{ UNIT_SHARE, "70 til 80", "over 75", "0", true, true },
	{ UNIT_COUNT, "100", "105", "5", false, true },
	{ UNIT_COUNT, "100", "106", "6", false, false },
	{ UNIT_PERSONS, "554", "554", "0", true, true },
	{ UNIT_COUNT, "1", "0", "-1", false, false },
	{ UNIT_COUNT, "0", "0", "0", true, true },
	{ UNIT_POINT, "-2", "-3", "-1", false, true },
	{ UNIT_NUMBER, "-100", "-104", "-4", false, true },
};

static void
what_came_is_set_against_what_was_said(void **state)
{
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct quantity        said = dsl_quantity(str_from(rows[i].said), rows[i].unit, 0);
		struct quantity        came = dsl_quantity(str_from(rows[i].came), rows[i].unit, 0);
		struct prognosis_score s;

		assert_true(prognosis_score(&said, &came, rows[i].unit, &s));
		if (!str_eq(number_plain(&a, s.off), str_from(rows[i].off)) ||
		    s.inside != rows[i].inside || s.near != rows[i].near)
			fail_msg("%s, %s: off " STR_FMT ", inside %d, near %d", rows[i].said, rows[i].came,
			    STR_ARG(number_plain(&a, s.off)), s.inside, s.near);
	}
	arena_free(&a);
}

static void
what_does_not_fit_is_refused(void **state)
{
	struct quantity        low = quantity_exact(NUMBER(INT64_MIN + 1, 0));
	struct quantity        high = quantity_exact(NUMBER(INT64_MAX, 0));
	struct prognosis_score s = { .near = true };

	(void)state;
	assert_false(prognosis_score(&low, &high, UNIT_SHARE, &s));
	assert_true(s.near);
	assert_false(prognosis_score(&high, &high, UNIT_COUNT, &s));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_came_is_set_against_what_was_said),
		cmocka_unit_test(what_does_not_fit_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
