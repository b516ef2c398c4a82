/* The order of a series, and what disclosure control withholds. */
#include "judge_dsl.h"
#include "core/disclosure.h"

static void
test_order_of_a_series(void **state)
{
	struct arena  a = { 0 };
	struct series s = dsl_series(&a,
	                             "2010: 5; december 2010: 4 @2; 2009: 1; 4. kvartal 2010: 3; "
	                             "december 2010: 2; 2008: 0 @3",
	                             UNIT_COUNT);
	int64_t       order[] = { 0, 1, 5, 3, 2, 4 };

	(void)state;
	/* By end, then method, then beginning: the year before its last month. */
	assert_int_equal(s.len, COUNT_OF(order));
	for (size_t i = 0; i < s.len; i++)
		assert_int_equal(s.at[i].value.point.units, order[i]);
	assert_int_equal(observation_cmp(&s.at[2], &s.at[2]), 0);
	assert_true(observation_cmp(&s.at[1], &s.at[2]) < 0);
	assert_true(observation_cmp(&s.at[2], &s.at[1]) > 0);
	arena_free(&a);
}

static void
test_small_counts_of_persons_are_withheld(void **state)
{
	static const struct {
		const char *text;
		bool        withheld;
	} rows[] = {
		{ "0", false },        { "1", true },         { "4", true },
		{ "5", false },        { "6", false },        { "1.200", false },
		{ "under 5", true },   { "under 3", true },   { "over 4", true },
		{ "over 5", false },   { "mindst 5", false }, { "højst 4", true },
		{ "højst 0", false },  { "0 til 4", true },   { "3 til 8", true },
		{ "5 til 8", false },  { "0 til 0", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct quantity q = dsl_quantity(str_from(rows[i].text), UNIT_PERSONS, 0);

		if (disclosure_withholds(&q, true) != rows[i].withheld)
			fail_msg("%s", rows[i].text);
		assert_false(disclosure_withholds(&q, false));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order_of_a_series),
		cmocka_unit_test(test_small_counts_of_persons_are_withheld),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
