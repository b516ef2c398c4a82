/* Goals in words -> typed targets. Each row says in a few words what must be read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "recognise/promise.h"

#define YEAR 2009               /* of the paper, for periods without one */

struct example {
	const char *text, *expected;
};

static void
put_word(struct buf *b, struct str word)
{
	if (word.len > 0) {
		buf_char(b, ' ');
		buf_put(b, word);
	}
}

static void
put_day(struct buf *b, const char *name, int32_t day)
{
	buf_putf(b, " %s ", name);
	day_write_iso(b, day);
}

/* "change -10 percent by 2011-01-01 (share)" */
static struct str
told(struct arena *a, const struct promise *p)
{
	const struct target *t = &p->target;
	struct buf           b;
	struct str           ret;

	buf_init(&b, 1024);
	buf_put(&b, target_kind_code(t->kind));
	if (t->kind == TARGET_LEVEL || t->kind == TARGET_BENCHMARK || (t->kind == TARGET_GAP && t->has_value))
		put_word(&b, relation_code(t->relation));
	put_word(&b, direction_code(t->direction));
	if (t->has_value) {
		buf_char(&b, ' ');
		number_write_plain(&b, t->value);
	}
	if (t->percent)
		BUF_LIT(&b, " percent");
	if (t->keep)
		BUF_LIT(&b, " kept");
	if (t->each != EACH_NONE) {
		BUF_LIT(&b, " each");
		put_word(&b, each_code(t->each));
	}
	if (t->has_baseline)
		put_day(&b, "from", t->baseline.from);
	if (t->has_window) {
		put_day(&b, "within", t->window.from);
		put_day(&b, "to", t->window.to);
	}
	if (t->has_deadline)
		put_day(&b, "by", t->deadline.to);
	if (t->has_printed && t->printed.has_point) {
		BUF_LIT(&b, " printed ");
		number_write_plain(&b, t->printed.point);
	}
	buf_putf(&b, " (" STR_FMT ")", STR_ARG(unit_code(p->unit)));
	assert_true(buf_ok(&b));
	ret = str_dup(a, buf_str(&b));
	buf_free(&b);
	return ret;
}

static void
check(const struct example *e, size_t len)
{
	size_t wrong = 0;

	for (size_t i = 0; i < len; i++) {
		struct arena   a = { 0 };
		struct reads   reads = { .arena = &a };
		struct promise p = promise_read(&reads, str_from(e[i].text), YEAR);
		struct str     is = told(&a, &p);

		if (!str_eq(is, str_from(e[i].expected))) {
			print_error("%s\n  is       " STR_FMT "\n  expected %s\n", e[i].text, STR_ARG(is),
			    e[i].expected);
			wrong++;
		}
		arena_free(&a);
	}
	assert_int_equal(wrong, 0);
}

#define CHECK(table) check(table, COUNT_OF(table))

static void
changes(void **state)
{
	static const struct example rows[] = {
		{ "Andelen af beskæftigede indvandrere øges med 10 procentpoint til cirka 64 pct. frem til og med 2010",
		  "change 10 by 2011-01-01 printed 64 (share)" },
		{ "I perioden til og med år 2010 skal andelen af indvandrere i job øges med 10 procentpoint til ca. 64 pct.",
		  "change 10 by 2011-01-01 printed 64 (share)" },
		{ "Andelen uden tilknytning til arbejdsmarkedet skal reduceres med 10 pct. frem til år 2010.",
		  "change -10 percent by 2011-01-01 (share)" },
		{ "Andelen uden job skal reduceres med ti procentpoint frem til 2010",
		  "change -10 by 2011-01-01 (share)" },
		{ "At trafikken på hjemmesiden øges med 50 %.", "change 50 percent (number)" },
		{ "Antallet af områder i Tryghedsindekset falder med minimum 50 %. Målet skal være nået senest i 2014.",
		  "change -50 percent by 2015-01-01 (count)" },
		{ "Der opnås en stigning i trygheden, så antallet af områder med stort behov falder med minimum 50 %, senest i 2014.",
		  "change -50 percent by 2015-01-01 (count)" },
		{ "At ledighedens varighed nedbringes med mindst 10 pct.", "change -10 percent (number)" },
		{ "Antallet af hjemløse halveres inden udgangen af 2014", "change -50 percent by 2015-01-01 (count)" },
		{ "Antallet af frivillige fordobles frem til 2012", "change 100 percent by 2013-01-01 (persons)" },
		{ "Antallet af mentorer øges med 200 inden udgangen af 2013", "change 200 by 2014-01-01 (count)" },
		{ "20 pct. flere unge i fritidsjob i 2012", "change 20 percent by 2013-01-01 (number)" },
		{ "En stigning på 15 pct. i antallet af besøg", "change 15 percent (count)" },
		{ "10 procentpoint flere indvandrere skal være i beskæftigelse", "change 10 (share)" },
		{ "Frafaldet sænkes med 5 procentpoint fra 2008 til 2011", "change -5 from 2008-01-01 by 2012-01-01 (share)" },
		{ "Andelen skal stige 2 procentpoint om året", "rate 2 (share)" },
		{ "2 procentpoint om året", "rate 2 (share)" },
		{ "Sygefraværet falder med 1 procentpoint årligt", "rate -1 (share)" },
	};

	(void)state;
	CHECK(rows);
}

static void
directions_and_levels(void **state)
{
	static const struct example rows[] = {
		{ "Andel skal stige", "direction rise (share)" },
		{ "Andel skal stige.", "direction rise (share)" },
		{ "Beskæftigede efterkommere, der er kvinder, skal stige", "direction rise (number)" },
		{ "Andel, der oplever diskrimination, skal falde fra udgangspunktet i marts 2007 på 27 pct.",
		  "direction fall from 2007-03-01 (share)" },
		{ "Indsatsen skal bidrage til, at andelen, der føler sig inkluderet, skal stige fra indikatorens "
		  "udgangspunkt i april 2008 på 51 pct.", "direction rise from 2008-04-01 (share)" },
		{ "At øge andelen af sociale virksomheder i de udsatte boligområder,", "direction rise (share)" },
		{ "At der sker en stigning i antallet af etniske minoriteter, som får en praktikplads",
		  "direction rise (count)" },
		{ "Andelen skal fastholdes", "direction hold (share)" },
		{ "Mindst 95 pct. af de ledige skal have påbegyndt et tilbud ved udgangen af 2009.",
		  "level at_least 95 by 2010-01-01 (share)" },
		{ "Mindst 80 pct. af kunderne er tilfredse med servicen i den enkelte afdeling.",
		  "level at_least 80 each place (share)" },
		{ "At kontanthjælpsgraden for indvandrere kommer ned på 18 pct.", "level at_most 18 (share)" },
		{ "At 30 pct. af alle udlændinge skal påbegynde 6 måneders ordinær beskæftigelse",
		  "level at_least 30 (share)" },
		{ "Andelen, der er ude af forsørgelse i de følgende 3 måneder, udgør 40 % i 2008",
		  "level at_least 40 by 2009-01-01 (share)" },
		{ "De almene boliger udgør fortsat minimum 20 % af boligmassen", "level at_least 20 kept (share)" },
		{ "Ingen institutioner eller serviceydelser skal lukke ned ved uro", "level at_most 0 kept (count)" },
		{ "58,90 pct.", "level at_least 58.90 (share)" },
		{ "Højst 5 pct. af eleverne falder fra", "level at_most 5 (share)" },
		{ "Højst 3 nye områder", "level at_most 3 (count)" },
		{ "Andelen øges til 64 pct. i 2010", "level at_least 64 by 2011-01-01 (share)" },
		{ "Fraværet reduceres til 10 pct. senest i 2012", "level at_most 10 by 2013-01-01 (share)" },
		{ "Minimum 60 % af alle 18-25-årige er inden for 2 år ikke dømt", "level at_least 60 (share)" },
		{ "Mindst 90 pct. af børnene er sprogvurderet hvert år", "level at_least 90 kept (share)" },
	};

	(void)state;
	CHECK(rows);
}

static void
counts_and_milestones(void **state)
{
	static const struct example rows[] = {
		{ "Målet for 2009 er 100 gennemførte afklaringsforløb.",
		  "count 100 within 2009-01-01 to 2010-01-01 (count)" },
		{ "Antallet af virksomhedsplaceringer udgør 554 i 2008.",
		  "count 554 within 2008-01-01 to 2009-01-01 (count)" },
		{ "Der skal være skabt 500 ekstra elev og praktikpladser i perioden 2010-2013 (BR 11.03.2010).",
		  "count 500 within 2010-01-01 to 2014-01-01 (count)" },
		{ "Oprette 30 Integrations- og Oplæringsstillinger om året i 2010-2012 (BR 09.10.08).",
		  "count 30 each year within 2010-01-01 to 2013-01-01 (count)" },
		{ "At mindst 20 medarbejdere melder sig til projektet.", "count 20 (persons)" },
		{ "På årsplan er målet 200 vejledningsforløb", "count 200 within 2009-01-01 to 2010-01-01 (count)" },
		{ "40 mentorer inden udgangen af 2012", "count 40 by 2013-01-01 (persons)" },
		{ "At materialet er udarbejdet og taget i brug inden udgangen af 2011.",
		  "milestone by 2012-01-01 (count)" },
		{ "Strategien er vedtaget senest i juni 2012", "milestone by 2012-07-01 (count)" },
	};

	(void)state;
	CHECK(rows);
}

static void
sets_gaps_and_comparisons(void **state)
{
	static const struct example rows[] = {
		{ "Der må ikke komme nye udsatte boligområder i København.", "set hold kept (count)" },
		{ "Ingen nye udsatte boligområder", "set hold kept (count)" },
		{ "Målet er at udligne gabet på 6 procentpoint mellem danskere og indvandrere",
		  "gap at_most 0 (percentage_point)" },
		{ "Forskellen mellem drenge og piger skal mindskes", "gap fall (percentage_point)" },
		{ "Forskellen mellem tosprogede og etsprogede elever er højst 5 procentpoint i 2014",
		  "gap at_most 5 by 2015-01-01 (percentage_point)" },
		{ "Andelen af 14-25-årige, der sigtes, skal fastholdes på niveau med eller nedbringes i forhold til "
		  "gennemsnittet for de 4 største kommuner", "benchmark at_most kept (share)" },
		{ "Eleverne ligger over landsgennemsnittet", "benchmark at_least kept (share)" },
		{ "Unge indvandrere har en kriminalitet på niveau med andre unge", "benchmark at_most kept (share)" },
		{ "Hjemløsheden skal falde mindst lige så meget for kvinder som for mænd", "parity fall (number)" },
	};

	(void)state;
	CHECK(rows);
}

static void
nothing_to_check(void **state)
{
	static const char *const rows[] = { "?", "??????", "Ingen", "./.", "", "-", " ",
		"Fokus på mangfoldighed og gode rammer for møder på tværs.",
		"København skal være et trygt sted at bo, hvor alle færdes frit.",
		"Hovedformålet er vejledning og afklaring.", "Flere i arbejde",
		"Rådet skal mindske afstanden mellem rådhuset og borgerne.", NULL };

	(void)state;
	for (size_t i = 0; rows[i] != NULL; i++) {
		struct arena   a = { 0 };
		struct reads   reads = { .arena = &a };
		struct promise p = promise_read(&reads, str_from(rows[i]), YEAR);

		if (p.target.kind != TARGET_UNDEFINED)
			fail_msg("%s is " STR_FMT, rows[i], STR_ARG(target_kind_code(p.target.kind)));
		arena_free(&a);
	}
}

static void
two_promises_in_one_text(void **state)
{
	struct arena    a = { 0 };
	struct reads    reads = { .arena = &a };
	struct promises p = promises_read(&reads,
	    STR("På årsplan er målet: 200 vejledningsforløb og 100 løntilskudspladser (fordelt på to steder)."), YEAR);

	(void)state;
	assert_int_equal(p.len, 2);
	assert_true(str_eq(told(&a, &p.at[0]), STR("count 200 within 2009-01-01 to 2010-01-01 (count)")));
	assert_true(str_eq(told(&a, &p.at[1]), STR("count 100 within 2009-01-01 to 2010-01-01 (count)")));
	assert_true(str_ends(p.at[0].target.text, STR("200 vejledningsforløb")));
	assert_true(str_starts(p.at[1].target.text, STR("100 løntilskudspladser")));
	p = promises_read(&reads, STR("Andelen, der føler sig inkluderet, skal stige fra udgangspunktet i april 2008 på 51 pct. "
	    "Målet er at udligne gabet på 6 procentpoint mellem danskere og indvandrere. Den måles årligt."), YEAR);
	assert_int_equal(p.len, 2);
	assert_true(str_eq(told(&a, &p.at[0]), STR("direction rise from 2008-04-01 (share)")));
	assert_true(str_eq(told(&a, &p.at[1]), STR("gap at_most 0 (percentage_point)")));
	p = promises_read(&reads, STR("Antallet af områder falder med 50 %. Målet skal være nået senest i 2014."), YEAR);
	assert_int_equal(p.len, 1);
	assert_true(str_eq(told(&a, &p.at[0]), STR("change -50 percent by 2015-01-01 (count)")));
	p = promises_read(&reads, STR("Mindst 20 ældre og unge"), YEAR);
	assert_int_equal(p.len, 1);
	arena_free(&a);
}

/* What a target says of itself must hold for everything that is read. */
static void
no_promise_is_a_problem(void **state)
{
	static const char *const rows[] = { "Andelen øges med 10 procentpoint frem til 2010",
		"Mindst 95 pct. ved udgangen af 2009", "2 procentpoint om året", "Andel skal stige",
		"Ingen nye udsatte boligområder", "Målet for 2009 er 100 forløb", NULL };

	(void)state;
	for (size_t i = 0; rows[i] != NULL; i++) {
		struct arena   a = { 0 };
		struct reads   reads = { .arena = &a };
		struct promise p = promise_read(&reads, str_from(rows[i]), YEAR);
		struct str     problem = target_problem(&p.target);

		if (problem.len > 0)
			fail_msg("%s: " STR_FMT, rows[i], STR_ARG(problem));
		arena_free(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(changes),
		cmocka_unit_test(directions_and_levels),
		cmocka_unit_test(counts_and_milestones),
		cmocka_unit_test(sets_gaps_and_comparisons),
		cmocka_unit_test(nothing_to_check),
		cmocka_unit_test(two_promises_in_one_text),
		cmocka_unit_test(no_promise_is_a_problem),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
