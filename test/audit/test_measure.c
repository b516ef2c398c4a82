/* What goals are about, as words: which texts speak of the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "audit/measure.h"

struct pair {
	const char *a, *b;
	size_t      in_a, in_b;         /* words of one alone */
};

static void
goals(void **state)
{
	static const struct pair rows[] = {
		{ "Andelen af ensomme ældre skal reduceres med 10 pct. frem til 2010",
		  "at ensomme ældres andel nedbringes med ti procentpoint til og med år 2010", 0, 0 },
		{ "udlændinge omfattet af integrationsloven", "integrationslovsudlændinge", 0, 0 },
		{ "den treårige periode i boligområdet", "de 3-årige perioder i boligområderne", 0, 0 },
		{ "i job efter 6 måneder", "i job efter 12 måneder", 1, 1 },
		{ "beskæftigelse", "beskæftigelse eller uddannelse", 0, 1 },
		{ "uden tilknytning til Østerbro", "tilknytning til Østerbro", 1, 0 },
		{ "kvinder i arbejde", "mænd i arbejde", 1, 1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct arena    a = { 0 };
		struct reads    reads = { .arena = &a };
		struct measure  x = measure_of_goal(&reads, str_from(rows[i].a), NULL);
		struct measure  y = measure_of_goal(&reads, str_from(rows[i].b), NULL);
		struct likeness l = measure_compare(&x, &y), back = measure_compare(&y, &x);

		if (l.in_a != rows[i].in_a || l.in_b != rows[i].in_b)
			fail_msg("%s: %zu and %zu", rows[i].a, l.in_a, l.in_b);
		assert_int_equal(back.in_a, l.in_b);
		assert_int_equal(back.in_b, l.in_a);
		arena_free(&a);
	}
}

static void
titles(void **state)
{
	struct arena    a = { 0 };
	struct measure  x = measure_of_title(&a, STR("BUF's bidrag i 2010 til målene"));
	struct str      text = STR("BUFs bidrag i 2011 til mål: Åben skole");
	struct measure  y = measure_of_title(&a, text);
	struct likeness l = measure_compare(&x, &y);
	bool            joined;

	(void)state;
	assert_int_equal(l.shared, 3);
	assert_int_equal(l.in_a, 0);
	assert_true(likeness_is_near(&l));
	assert_true(str_eq(measure_words(&a, text, &y, l.only_b, &joined), STR("Åben, skole")));
	assert_false(joined);
	arena_free(&a);
}

static void
words_that_widen(void **state)
{
	struct arena    a = { 0 };
	struct reads    reads = { .arena = &a };
	struct str      text = STR("ordinær beskæftigelse eller uddannelse");
	struct measure  x = measure_of_goal(&reads, STR("ordinær beskæftigelse"), NULL);
	struct measure  y = measure_of_goal(&reads, text, NULL);
	struct likeness l = measure_compare(&x, &y);
	bool            joined;

	(void)state;
	assert_true(str_eq(measure_words(&a, text, &y, l.only_b, &joined), STR("eller uddannelse")));
	assert_true(joined);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(goals),
		cmocka_unit_test(titles),
		cmocka_unit_test(words_that_widen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
