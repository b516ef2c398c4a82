/* test_pool.c - work is done once each, and what it kept outlives its arena. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/arena.h"
#include "port/pool.h"

#define THINGS 500

struct thing {
	struct arena kept;
	struct str   text;
	int          times;
	bool         taken;
};

static void
name_it(void *context, size_t worker, size_t i)
{
	struct thing *t = (struct thing *)context + i;

	t->times += worker < POOL_WORKERS_MAX;
	t->text = arena_printf(&t->kept, "nr. %zu på Ærø", i);
}

/* Things are taken in order, each after it was done. */
static void
take_it(void *context, size_t i)
{
	struct thing *t = (struct thing *)context + i;

	assert_int_equal(t->times, 1);
	assert_false(t->taken);
	assert_true(i == 0 || t[-1].taken);
	t->taken = true;
}

static void
does_each_once(void **state)
{
	struct arena  a = { 0 };
	struct thing *t = ARENA_ARRAY(&a, struct thing, THINGS);

	(void)state;
	pool_run(THINGS, name_it, take_it, t);
	for (size_t i = 0; i < THINGS; i++)
		arena_join(&a, &t[i].kept);
	for (size_t i = 0; i < THINGS; i++) {
		assert_int_equal(t[i].times, 1);
		assert_true(t[i].taken);
		assert_null(t[i].kept.last);
		assert_true(str_eq(t[i].text, arena_printf(&a, "nr. %zu på Ærø", i)));
	}
	arena_free(&a);
}

static void
does_nothing_without_things(void **state)
{
	struct thing t = { .times = 0 };

	(void)state;
	pool_run(0, name_it, take_it, &t);
	assert_int_equal(t.times, 0);
}

/* Joining an empty arena, and joining into one. */
static void
joins_empty_arenas(void **state)
{
	struct arena a = { 0 }, b = { 0 };
	struct str   s = str_dup(&b, STR("Øresund"));

	(void)state;
	arena_join(&a, &b);
	arena_join(&a, &b);
	assert_null(b.last);
	assert_true(str_eq(s, STR("Øresund")));
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(does_each_once),
		cmocka_unit_test(does_nothing_without_things),
		cmocka_unit_test(joins_empty_arenas),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
