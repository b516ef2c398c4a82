/* test_reads.c - what was read once is what reading it again would say. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "recognise/promise.h"

static const struct str texts[] = {
	STR_INIT("Andelen af unge på Østerbro øges fra 54,40 pct. med 10 procentpoint til ca. 64 pct. i 2010."),
	STR_INIT("Mindst 95 pct. af børnene skal have gået i børnehave ved udgangen af 2009."),
	STR_INIT("Der er afsat 3,5 mio. kr. årligt i 2011-2014 til indsatsen på Ærøgade 12."),
	STR_INIT("Færre skal være ledige."), STR_INIT("?"), STR_INIT(""), STR_INIT("-"),
	STR_INIT("Sagsnr. 2010-72953, 14. juni 2011, femogtyve deltagere"),
};

#define TIMES 40        /* other texts between, so that the table grows */

static void
assert_same_readings(struct readings a, struct readings b)
{
	assert_int_equal(a.len, b.len);
	for (size_t i = 0; i < a.len; i++) {
		assert_int_equal(a.at[i].type, b.at[i].type);
		assert_int_equal(a.at[i].at, b.at[i].at);
		assert_int_equal(a.at[i].end, b.at[i].end);
		assert_int_equal(number_cmp(a.at[i].quantity.point, b.at[i].quantity.point), 0);
		assert_true(period_eq(a.at[i].period, b.at[i].period));
	}
}

static void
reads_as_alone(void **state)
{
	struct arena a = { 0 };
	struct reads r = { .arena = &a };

	(void)state;
	for (int n = 0; n < TIMES; n++)
		for (size_t i = 0; i < COUNT_OF(texts); i++) {
			(void)reads_phrase(&r, arena_printf(&a, "%d " STR_FMT, n, STR_ARG(texts[i])));
			assert_same_readings(reads_phrase(&r, texts[i]),
			    phrase_read(&a, texts[i], NOTATION_DA, NULL));
		}
	assert_int_equal(r.texts.len, (TIMES + 1) * COUNT_OF(texts));
	arena_free(&a);
}

/* Where the words stand is the asker's, however it was read before. */
static void
promises_the_askers_words(void **state)
{
	struct arena a = { 0 };
	struct reads r = { .arena = &a };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct str     copy = str_dup(&a, texts[i]);
		struct promise first = promise_read(&r, texts[i], 0), again = promise_read(&r, copy, 0);

		assert_int_equal(first.target.kind, again.target.kind);
		assert_int_equal(number_cmp(first.target.value, again.target.value), 0);
		assert_true(first.target.text.at == str_trim(texts[i]).at);
		assert_true(again.target.text.at == str_trim(copy).at);
	}
	arena_free(&a);
}

/* A month without a year is of the year that was asked with. */
static void
promises_for_each_year(void **state)
{
	struct arena a = { 0 };
	struct reads r = { .arena = &a };
	struct str   text = STR("Antallet af forløb øges med 10 pct. inden udgangen af april.");

	(void)state;
	for (int year = 2009; year < 2012; year++) {
		struct promise p = promise_read(&r, text, year);

		assert_true(p.target.has_deadline);
		assert_int_equal(date_of(p.target.deadline.to - 1).year, year);
	}
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_as_alone),
		cmocka_unit_test(promises_the_askers_words),
		cmocka_unit_test(promises_for_each_year),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
