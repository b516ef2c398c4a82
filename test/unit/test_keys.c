/* Texts by number: each of a kind once, in the order they came, however many. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "base/keys.h"

#define MANY 5000

static void
each_text_of_a_kind_has_one_number(void **state)
{
	struct arena a = { 0 };
	struct keys  k = { 0 };

	(void)state;
	assert_int_equal(keys_find(&k, 0, STR("Ærø")), 0);
	assert_int_equal(keys_add(&a, &k, 0, STR("Ærø")), 1);
	assert_int_equal(keys_add(&a, &k, 1, STR("Ærø")), 2);
	assert_int_equal(keys_add(&a, &k, 0, STR("")), 3);
	assert_int_equal(keys_add(&a, &k, 0, STR("Ærø")), 1);
	for (int i = 0; i < MANY; i++)
		assert_int_equal(keys_add(&a, &k, 7, arena_printf(&a, "ø%d", i)), 4 + i);
	for (int i = 0; i < MANY; i++) {
		struct str text = arena_printf(&a, "ø%d", i);

		assert_int_equal(keys_find(&k, 7, text), 4 + i);
		assert_int_equal(keys_find(&k, 8, text), 0);
		assert_true(str_eq(k.at[3 + i].text, text) && k.at[3 + i].kind == 7);
	}
	assert_int_equal(keys_find(&k, 1, STR("Ærø")), 2);
	assert_int_equal(keys_find(&k, 0, STR("Æ")), 0);
	assert_int_equal(k.len, MANY + 3);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_text_of_a_kind_has_one_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
