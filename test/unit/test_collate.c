/* The order in which Danes look things up. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include "app/sorted.h"

static const char *const order[] = {
	"", "Amager", "Bydel 2", "Bydel 10", "Café Åse", "Cafeteria", "Valby", "Vanløse", "Zoo",
	"Ærø", "Østerbro", "Aabenraa", "Ålborg",
};

static void
names_stand_in_danish_order(void **state)
{
	enum { N = COUNT_OF(order) };
	struct named at[N];

	(void)state;
	for (size_t i = 0; i < N; i++)          /* the last first, in strides */
		at[i] = (struct named){ .title = str_from(order[(i * 5 + 3) % N]) };
	sorted_named(at, N);
	for (size_t i = 0; i < N; i++)
		if (!str_eq(at[i].title, str_from(order[i])))
			fail_msg("%zu: " STR_FMT, i, STR_ARG(at[i].title));
}

static void
the_same_title_goes_by_its_key(void **state)
{
	struct named at[] = {
		{ .id = STR("b"), .title = STR("Ålborg") }, { .id = STR("c"), .title = STR("Ålborg") },
		{ .id = STR("a"), .title = STR("Ålborg") },
	};

	(void)state;
	sorted_named(at, COUNT_OF(at));
	assert_true(str_eq(at[0].id, STR("a")) && str_eq(at[2].id, STR("c")));
}

/* A total order: texts that differ are apart, both ways. */
static void
different_texts_are_never_equal(void **state)
{
	static const char *const texts[] = { "ål", "AAL", "Aal", "aal", "Ål", "å l", "ål ", "a\u00ADal" };
	struct collator *c = collate_open();

	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		for (size_t k = 0; k < COUNT_OF(texts); k++) {
			int o = collate_cmp(c, str_from(texts[i]), str_from(texts[k]));
			int back = collate_cmp(c, str_from(texts[k]), str_from(texts[i]));

			assert_int_equal(o == 0, i == k);
			assert_true((o > 0) == (back < 0));
		}
	collate_close(c);
	collate_close(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_stand_in_danish_order),
		cmocka_unit_test(the_same_title_goes_by_its_key),
		cmocka_unit_test(different_texts_are_never_equal),
	};

	return cmocka_run_group_tests_name("collate", tests, NULL, NULL);
}
