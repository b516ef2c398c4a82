/* test_pool.c - work is done once each, and what it kept outlives its arena, which is
 * used again. */
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <malloc.h>
#include <setjmp.h>
#include <string.h>
#include <time.h>
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

/* The first thing takes as long as all others that may be begun before it is taken. */
struct ahead {
	atomic_size_t begun, taken, most;
};

static void
begin_it(void *context, size_t worker, size_t i)
{
	struct ahead *t = context;
	size_t        waiting = i + 1 - atomic_load(&t->taken);

	(void)worker;
	atomic_fetch_add(&t->begun, 1);
	if (waiting > atomic_load(&t->most))
		atomic_store(&t->most, waiting);
	for (int turn = 0; i == 0 && turn < 1000 && atomic_load(&t->begun) < POOL_AHEAD; turn++)
		(void)nanosleep(&(struct timespec){ .tv_nsec = 100000 }, NULL);
}

static void
count_it(void *context, size_t i)
{
	struct ahead *t = context;

	assert_int_equal(i, atomic_fetch_add(&t->taken, 1));
}

static void
does_not_run_ahead(void **state)
{
	struct ahead t = { .begun = 0 };

	(void)state;
	pool_run(THINGS, begin_it, count_it, &t);
	assert_int_equal(t.taken, THINGS);
	assert_in_range(t.most, 1, POOL_AHEAD);
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

static void
fill(struct arena *a, size_t bytes)
{
	unsigned char *at = ARENA_ARRAY(a, unsigned char, bytes);

	for (size_t i = 0; i < bytes; i++)
		assert_int_equal(at[i], 0);
	memset(at, 0xE6, bytes);
}

/* Small pieces and some large ones among them, each time others; returns their bytes. */
static size_t
use(struct arena *a, uint32_t *seed)
{
	size_t         all = 0, bytes;
	unsigned char *some;

	for (size_t i = 0; i < 100; i++, all += bytes) {
		*seed = *seed * 1664525 + 1013904223;
		bytes = (*seed >> 8) % (i % 12 == *seed >> 28 ? 300000 : 9000);
		fill(a, bytes);
	}
	some = ARENA_ARRAY(a, unsigned char, 900);
	arena_trim(a, some, 900, 100);
	fill(a, 2000);
	return all;
}

static size_t
allocated(void)
{
	return mallinfo2().uordblks + mallinfo2().hblkhd;
}

/* Used again it gives out zeros, also where what it held was given back, and takes not much
 * more memory than the largest use needs. */
static void
uses_an_arena_again(void **state)
{
	struct arena a = { 0 };
	uint32_t     seed = 1;
	size_t       before = allocated(), most = 0, bytes;

	(void)state;
	for (size_t round = 0; round < 300; round++) {
		bytes = use(&a, &seed);
		most = bytes > most ? bytes : most;
		arena_reuse(&a);
	}
	assert_in_range(allocated() - before, 0, 3 * most);
	(void)use(&a, &seed);
	arena_reset(&a);
	(void)use(&a, &seed);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(does_each_once),
		cmocka_unit_test(does_not_run_ahead),
		cmocka_unit_test(does_nothing_without_things),
		cmocka_unit_test(joins_empty_arenas),
		cmocka_unit_test(uses_an_arena_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
