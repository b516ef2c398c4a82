/* Measurements that are kept: the same again, of one change alone, and not without end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "app/measured_kept.h"

enum { ROWS = 3 };

static struct measured
some(struct arena *a, int64_t indicator, size_t rows)
{
	struct measured m = {
		ARENA_ARRAY(a, struct observation_row, rows + 1), ARENA_ARRAY(a, struct observation, rows + 1), rows,
	};

	for (size_t i = 0; i < rows; i++) {
		m.row[i].indicator = indicator;
		m.row[i].value = (int64_t)i;
	}
	return m;
}

static void
what_was_added_is_found(void **state)
{
	static const int64_t indicators[] = { 7, 3, 9, 4, 8 };
	struct arena         a = { 0 }, turn = { 0 };
	struct measured_kept *k = measured_kept_new(&a);
	struct measured      m;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(indicators); i++) {
		m = some(&turn, indicators[i], ROWS);
		measured_kept_add(k, 5, indicators[i], &m);
		arena_reset(&turn);     /* it is a copy */
	}
	for (size_t i = 0; i < COUNT_OF(indicators); i++) {
		assert_true(measured_kept_find(k, 5, indicators[i], &m));
		assert_int_equal(m.len, ROWS);
		assert_int_equal(m.row[ROWS - 1].indicator, indicators[i]);
		assert_int_equal(m.row[ROWS - 1].value, ROWS - 1);
	}
	assert_false(measured_kept_find(k, 5, 6, &m));
	assert_false(measured_kept_find(k, 6, 7, &m));
	/* another change: those of before are forgotten */
	m = some(&turn, 1, ROWS);
	measured_kept_add(k, 6, 1, &m);
	assert_true(measured_kept_find(k, 6, 1, &m));
	assert_false(measured_kept_find(k, 6, 7, &m));
	assert_false(measured_kept_find(k, 5, 7, &m));
	arena_free(&turn);
	arena_free(&a);
}

static void
what_does_not_fit_is_not_kept(void **state)
{
	struct arena          a = { 0 };
	struct measured_kept *k = measured_kept_new(&a);
	struct measured       large = some(&a, 1, MEASURED_KEPT - 1), one = some(&a, 2, 1), two = some(&a, 3, 2), m;

	(void)state;
	measured_kept_add(k, 1, 1, &large);
	measured_kept_add(k, 1, 3, &two);
	measured_kept_add(k, 1, 2, &one);
	assert_true(measured_kept_find(k, 1, 1, &m));
	assert_false(measured_kept_find(k, 1, 3, &m));
	assert_true(measured_kept_find(k, 1, 2, &m));
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_added_is_found),
		cmocka_unit_test(what_does_not_fit_is_not_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
