#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "core/frequency.h"

static const struct {
	struct str words;
	int        months, days;        /* both 0: unknown */
} known[] = {
	{ STR_INIT("hvert år"), 12, 0 },
	{ STR_INIT("Hvert år"), 12, 0 },
	{ STR_INIT("ÅRLIGT"), 12, 0 },
	{ STR_INIT("årligt."), 12, 0 },
	{ STR_INIT("en gang om året"), 12, 0 },
	{ STR_INIT("én gang om året"), 12, 0 },
	{ STR_INIT("1 gang årligt"), 12, 0 },
	{ STR_INIT("to gange om året"), 6, 0 },
	{ STR_INIT("2 gange pr. år"), 6, 0 },
	{ STR_INIT("tre gange om året"), 4, 0 },
	{ STR_INIT("fire gange årligt"), 3, 0 },
	{ STR_INIT("tolv gange om året"), 1, 0 },
	{ STR_INIT("halvårligt"), 6, 0 },
	{ STR_INIT("hvert halve år"), 6, 0 },
	{ STR_INIT("hvert halvår"), 6, 0 },
	{ STR_INIT("hvert kvartal"), 3, 0 },
	{ STR_INIT("kvartalsvis"), 3, 0 },
	{ STR_INIT("hver måned"), 1, 0 },
	{ STR_INIT("månedligt"), 1, 0 },
	{ STR_INIT("hver anden måned"), 2, 0 },
	{ STR_INIT("hver uge"), 0, 7 },
	{ STR_INIT("hver 14. dag"), 0, 14 },
	{ STR_INIT("dagligt"), 0, 1 },
	{ STR_INIT("hvert andet år"), 24, 0 },
	{ STR_INIT("hvert fjerde år"), 48, 0 },
	{ STR_INIT("hvert 5. år"), 60, 0 },
	{ STR_INIT("hvert år i oktober"), 12, 0 },
	{ STR_INIT("hvert år, første gang i 2010"), 12, 0 },
	{ STR_INIT("hvert år (forår)"), 12, 0 },
	{ STR_INIT("every year"), 12, 0 },
	{ STR_INIT("annually"), 12, 0 },
	{ STR_INIT("once a year"), 12, 0 },
	{ STR_INIT("twice a year"), 6, 0 },
	{ STR_INIT("four times a year"), 3, 0 },
	{ STR_INIT("every six months"), 6, 0 },
	{ STR_INIT("every half year"), 6, 0 },
	{ STR_INIT("every quarter"), 3, 0 },
	{ STR_INIT("quarterly"), 3, 0 },
	{ STR_INIT("every other year"), 24, 0 },
	{ STR_INIT("every two years"), 24, 0 },
	{ STR_INIT("monthly"), 1, 0 },
	{ STR_INIT("every week in season"), 0, 7 },
	{ STR_INIT(""), 0, 0 },
	{ STR_INIT("løbende"), 0, 0 },
	{ STR_INIT("?"), 0, 0 },
	{ STR_INIT("fem gange om året"), 0, 0 },
	{ STR_INIT("to gange om ugen"), 0, 0 },
	{ STR_INIT("hvert årti"), 0, 0 },
	{ STR_INIT("hvert 0. år"), 0, 0 },
	{ STR_INIT("hvert 99999999999999999999. år"), 0, 0 },
	{ STR_INIT("hvert år eller hvert andet"), 0, 0 },
	{ STR_INIT("hvert"), 0, 0 },
	{ STR_INIT("to gange"), 0, 0 },
	{ STR_INIT("når ærø måler"), 0, 0 },
};

static void
words_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(known); i++) {
		struct frequency f = { -1, -1 };
		bool             wanted = known[i].months + known[i].days > 0;

		if (frequency_parse(known[i].words, &f) != wanted)
			fail_msg("%.*s: %s", STR_ARG(known[i].words), wanted ? "not read" : "read");
		if (!wanted) {
			assert_int_equal(f.months, -1);
			continue;
		}
		if (f.months != known[i].months || f.days != known[i].days)
			fail_msg("%.*s: %d months %d days", STR_ARG(known[i].words), f.months, f.days);
	}
}

static void
the_next_period_is_as_long(void **state)
{
	static const struct {
		struct str words, latest, next;
	} rows[] = {
		{ STR_INIT("hvert år"), STR_INIT("2008"), STR_INIT("2009") },
		{ STR_INIT("hvert år"), STR_INIT("forår 2007"), STR_INIT("forår 2008") },
		{ STR_INIT("to gange om året"), STR_INIT("august 2008"), STR_INIT("februar 2009") },
		{ STR_INIT("hvert kvartal"), STR_INIT("4. kvartal 2008"), STR_INIT("1. kvartal 2009") },
		{ STR_INIT("hvert halve år"), STR_INIT("2. halvår 2011"), STR_INIT("1. halvår 2012") },
		{ STR_INIT("hver måned"), STR_INIT("januar 2012"), STR_INIT("februar 2012") },
		{ STR_INIT("hver måned"), STR_INIT("31. januar 2012"), STR_INIT("29.02.2012") },
		{ STR_INIT("hver uge"), STR_INIT("28. december 2011"), STR_INIT("04.01.2012") },
		{ STR_INIT("hvert andet år"), STR_INIT("2011-2012"), STR_INIT("2013-2014") },
	};
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct frequency f;
		struct period    p, next;

		assert_true(frequency_parse(rows[i].words, &f));
		assert_true(period_parse(rows[i].latest, &p));
		assert_true(frequency_next(f, p, &next));
		if (!str_eq(period_text(&a, next, true), rows[i].next))
			fail_msg("%.*s after %.*s: %.*s", STR_ARG(rows[i].words),
			    STR_ARG(rows[i].latest), STR_ARG(period_text(&a, next, true)));
	}
	arena_free(&a);
}

static void
time_ends_with_the_calendar(void **state)
{
	struct period p, next = { 0 };

	(void)state;
	assert_true(period_parse(STR("ultimo april"), &p));
	assert_false(frequency_next((struct frequency){ 12, 0 }, p, &next));
	p = period_make(day_of(9999, 1, 1), day_of(9999, 13, 1), PRECISION_YEAR);
	assert_false(frequency_next((struct frequency){ 12, 0 }, p, &next));
	assert_int_equal(next.to, 0);
}

static const struct {
	struct str  text, words;        /* of the first; empty: none */
	int         months, days;
} running[] = {
	{ STR_INIT("Følges op hvert kvartal med tal."), STR_INIT("hvert kvartal"), 3, 0 },
	{ STR_INIT("En følgegruppe får status to gange om året."), STR_INIT("to gange om året"), 6, 0 },
	{ STR_INIT("Hver dag evalueres."), STR_INIT("Hver dag"), 0, 1 },
	{ STR_INIT("En årlig status"), STR_INIT("årlig"), 12, 0 },
	{ STR_INIT("En halvårligt"), STR_INIT("halvårligt"), 6, 0 },
	{ STR_INIT("fjorten årlige"), STR_INIT(""), 0, 0 },
	{ STR_INIT("Tre undersøgelser af det"), STR_INIT(""), 0, 0 },
	{ STR_INIT("øhvert år"), STR_INIT(""), 0, 0 },
	{ STR_INIT(""), STR_INIT(""), 0, 0 },
};

static void
running_text_is_scanned(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(running); i++) {
		struct str       text = running[i].text;
		struct frequency f = { 0, 0 };
		size_t           at = 0, end = 0;

		while (at < text.len && !frequency_scan(text, at, &end, &f))
			at++;
		if (!str_eq(str_slice(text, at, end), running[i].words) || f.months != running[i].months ||
		    f.days != running[i].days)
			fail_msg("%s: \"%.*s\" %d %d", text.at, STR_ARG(str_slice(text, at, end)), f.months,
			    f.days);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(running_text_is_scanned),
		cmocka_unit_test(words_are_read),
		cmocka_unit_test(the_next_period_is_as_long),
		cmocka_unit_test(time_ends_with_the_calendar),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
