/* The sentences, word for word, in both languages. */
#include "judge_dsl.h"

static const struct {
	struct row  row;
	const char *da, *en;
} told[] = {
	{ { "the pace, what is needed, and what the document printed", .kind = TARGET_CHANGE,
	    .value = "10", .baseline = "forår 2007", .deadline = "2010", .unit = UNIT_SHARE,
	    .printed = "64,00", .own = "forår 2007: 54,40; august 2008: 59,90", .as_of = "2009-06-01" },
	  "Andelen er steget fra 54,40 pct. (forår 2007) til 59,90 pct. (august 2008): 5,5 af de lovede "
	  "10 procentpoint, hurtigere end nødvendigt (tempo 1,57); for at nå 64,40 pct. inden udgangen "
	  "af 2010 kræves en stigning på 2,84 procentpoint om året; dokumentet skriver 64,00 pct., men "
	  "af målet følger 64,40 pct.",
	  "The share has risen from 54.40 per cent (spring 2007) to 59.90 per cent (August 2008): 5.5 of "
	  "the promised 10 percentage points, faster than needed (pace 1.57); to reach 64.40 per cent "
	  "by the end of 2010 takes a rise of 2.84 percentage points a year; the document says 64.00 "
	  "per cent, but what follows from the target is 64.40 per cent." },
	{ { "a printed level that holds is not mentioned", .kind = TARGET_CHANGE,
	    .value = "10", .deadline = "2010", .unit = UNIT_SHARE, .printed = "ca. 64",
	    .own = "2007: 54,40; 2009: 65", .as_of = "2010-06-01" },
	  "Andelen er steget fra 54,40 pct. (2007) til 65 pct. (2009); målet på mindst 64,40 pct. er "
	  "nået før fristen ved udgangen af 2010.",
	  "The share has risen from 54.40 per cent (2007) to 65 per cent (2009); the target of at least "
	  "64.40 per cent is met before its deadline at the end of 2010." },
	{ { "the wrong way", .kind = TARGET_CHANGE, .value = "-50 %", .deadline = "2014",
	    .unit = UNIT_COUNT, .own = "2010: 12; 2011: 14", .as_of = "2012-04-30" },
	  "Antallet er steget fra 12 (2010) til 14 (2011): det går den forkerte vej, for der er lovet "
	  "et fald på 50 pct. (tempo -1,33); for at nå 6 inden udgangen af 2014 kræves et fald på 2,99 "
	  "om året.",
	  "The number has risen from 12 (2010) to 14 (2011): it moves the wrong way, a fall of 50 per "
	  "cent was promised (pace -1.33); to reach 6 by the end of 2014 takes a fall of 2.99 a year." },
	{ { "a deadline that is a day, and an assumed date", .kind = TARGET_LEVEL, .value = "80",
	    .unit = UNIT_SHARE, .deadline = "16. december 2010", .own = "2008: 81 ? *",
	    .as_of = "2010-06-01" },
	  "Andelen var 81 pct. (2008, antaget tidspunkt, foreløbigt); målet på mindst 80 pct. er nået "
	  "før fristen den 16. december 2010.",
	  "The share was 81 per cent (2008, assumed date, preliminary); the target of at least 80 per "
	  "cent is met before its deadline on 16 December 2010." },
	{ { "re-based", .kind = TARGET_CHANGE, .value = "10", .baseline = "2007", .deadline = "2012",
	    .unit = UNIT_SHARE, .own = "2007: 54; 2009: 70 @2; 2010: 80 @2", .as_of = "2011-06-01" },
	  "Andelen er steget fra 70 pct. (2009) til 80 pct. (2010); målet på mindst 80 pct. er nået før "
	  "fristen ved udgangen af 2012; målemetoden er ændret, så den lovede ændring regnes fra den "
	  "første måling med den nye metode.",
	  "The share has risen from 70 per cent (2009) to 80 per cent (2010); the target of at least 80 "
	  "per cent is met before its deadline at the end of 2012; the method has changed, so the "
	  "promised change counts from the first measurement with the new one." },
	{ { "a level is not re-based", .kind = TARGET_LEVEL, .value = "80", .unit = UNIT_SHARE,
	    .own = "2007: 54; 2009: 70 @2", .as_of = "2011-06-01" },
	  "Andelen er steget fra 54 pct. (2007) til 70 pct. (2009); målet er mindst 80 pct., og det går "
	  "den rigtige vej; målemetoden er ændret undervejs, men det lovede niveau står fast.",
	  "The share has risen from 54 per cent (2007) to 70 per cent (2009); the target is at least 80 "
	  "per cent, and it goes the right way; the method has changed on the way, but the promised "
	  "level stands." },
	{ { "why it is missing", .kind = TARGET_LEVEL, .value = "80", .unit = UNIT_SHARE,
	    .own = "2008: ..", .as_of = "2010-06-01" },
	  "Der er ingen måling endnu; oplyst som: fortroligt eller for usikkert.",
	  "There is no measurement yet; stated as: confidential or too uncertain." },
	{ { "earlier periods", .kind = TARGET_BENCHMARK, .relation = RELATION_LE, .unit = UNIT_SHARE,
	    .own = "2008: 1,24; 2009: 1,31; 2010: 1,20", .other = "2008: 1,19; 2009: 1,35; 2010: 1,16",
	    .in_own_set = true, .other_title = "de fire største byer", .as_of = "2012-04-30" },
	  "Andelen var 1,20 pct. (2010), 0,04 procentpoint over de fire største byer (1,16 pct.); kravet "
	  "om at ligge på eller under er brudt i den seneste måling; tidligere: 2009 holdt, 2008 ikke "
	  "holdt; byen indgår selv i sammenligningen.",
	  "The share was 1.20 per cent (2010), 0.04 percentage points above de fire største byer (1.16 "
	  "per cent); the requirement to be at or below is broken in the latest measurement; earlier: "
	  "2009 kept, 2008 not kept; the city is itself part of the comparison." },
	{ { "a count on its way", .kind = TARGET_COUNT, .value = "100", .window = "2009",
	    .unit = UNIT_PERSONS, .own = "2009-01-01..2009-04-01: 23", .as_of = "2009-06-01" },
	  "23 af de lovede 100 personer i 2009 var nået ved udgangen af marts 2009, for langsomt (tempo "
	  "0,93); der mangler 77 inden udgangen af 2009, svarende til 131,33 om året.",
	  "23 of the promised 100 persons in 2009 had been reached at the end of March 2009, too slowly "
	  "(pace 0.93); 77 remain by the end of 2009, which is 131.33 a year." },
	{ { "a count that fell short", .kind = TARGET_COUNT, .value = "554", .window = "2008",
	    .unit = UNIT_COUNT, .own = "ultimo 2008: 465", .as_of = "2009-06-01" },
	  "465 af de lovede 554 i 2008 var nået ved udgangen af 2008 (83,9 pct. af målet); målet blev "
	  "ikke nået.",
	  "465 of the promised 554 in 2008 had been reached at the end of 2008 (83.9 per cent of the "
	  "target); the target was missed." },
	{ { "a window of years that was stored as two days", .kind = TARGET_COUNT, .value = "500",
	    .window = "2010-01-01..2014-01-01", .unit = UNIT_COUNT, .own = "2010: 500",
	    .as_of = "2012-06-01" },
	  "500 af de lovede 500 i 2010-2013 var nået ved udgangen af 2010; målet er nået før fristen "
	  "ved udgangen af 2013.",
	  "500 of the promised 500 in 2010-2013 had been reached at the end of 2010; the target is met "
	  "before its deadline at the end of 2013." },
	{ { "withheld", .kind = TARGET_COUNT, .value = "100", .window = "2009", .unit = UNIT_PERSONS,
	    .own = "1. kvartal 2009: 3 !", .as_of = "2009-06-01" },
	  "Under 5, tilbageholdt, af de lovede 100 personer i 2009 var nået ved udgangen af marts 2009, "
	  "men det går alt for langsomt.",
	  "Under 5, withheld, of the promised 100 persons in 2009 had been reached at the end of March "
	  "2009, but it goes far too slowly." },
	{ { "the worst place", .kind = TARGET_LEVEL, .value = "80", .each = EACH_PLACE,
	    .unit = UNIT_SHARE, .as_of = "2012-04-30",
	    .members = "Nørrebro = 2010: 70; 2011: 79 | Østerbro = 2011: 95 | Ærø = 2011: …" },
	  "Svagest står Nørrebro (begge er nået eller på vej): andelen er steget fra 70 pct. (2010) til "
	  "79 pct. (2011); målet er mindst 80 pct., og det går den rigtige vej; ikke målt: Ærø, derfor "
	  "usikkert.",
	  "Weakest is Nørrebro (both are met or on track): the share has risen from 70 per cent (2010) "
	  "to 79 per cent (2011); the target is at least 80 per cent, and it goes the right way; not "
	  "measured: Ærø, therefore uncertain." },
	{ { "the worst place of three", .kind = TARGET_LEVEL, .value = "80", .each = EACH_PLACE,
	    .unit = UNIT_SHARE, .as_of = "2012-04-30",
	    .members = "Nørrebro = 2010: 80; 2011: 79 | Østerbro = 2011: 95 | Ærø = 2011: 80" },
	  "Dårligst står Nørrebro (1 af 3 klarer det ikke): andelen er faldet fra 80 pct. (2010) til 79 "
	  "pct. (2011); kravet om mindst 80 pct. er brudt i den seneste måling; tidligere: 2010 holdt.",
	  "Worst is Nørrebro (1 of 3 fall short): the share has fallen from 80 per cent (2010) to 79 per "
	  "cent (2011); the requirement of at least 80 per cent is broken in the latest measurement; "
	  "earlier: 2010 kept." },
	{ { "a gap to be closed", .kind = TARGET_GAP, .relation = RELATION_LE, .value = "0",
	    .deadline = "2010", .unit = UNIT_SHARE, .own = "2007: 54; 2009: 57",
	    .other = "2007: 60; 2009: 60", .as_of = "2010-01-01" },
	  "Forskellen er faldet fra 6 procentpoint (2007) til 3 procentpoint (2009): 3 af de lovede 6 "
	  "procentpoint, for langsomt (tempo 0,75); for at lukke forskellen inden udgangen af 2010 "
	  "kræves et fald på 3 procentpoint om året.",
	  "The gap has fallen from 6 percentage points (2007) to 3 percentage points (2009): 3 of the "
	  "promised 6 percentage points, too slowly (pace 0.75); to close the gap by the end of 2010 "
	  "takes a fall of 3 percentage points a year." },
	{ { "from 5 to 2", .kind = TARGET_SET, .direction = DIRECTION_HOLD, .as_of = "2012-04-30",
	    .members = "A = 2010: 1; 2012: 1 | B = 2010: 1 | C = 2010: 1 | D = 2010: 1 | E = 2010: 1 | "
	               "Ådalen = 2011: 1" },
	  "Antallet er faldet fra 5 (2010) til 1 (2011), og der er kommet nye til: Ådalen; kravet om "
	  "ingen nye er brudt i den seneste måling.",
	  "The number has fallen from 5 (2010) to 1 (2011), and there are new ones: Ådalen; the "
	  "requirement of no new ones is broken in the latest measurement." },
	{ { "a deadline that passed in silence", .kind = TARGET_LEVEL, .value = "80",
	    .unit = UNIT_SHARE, .deadline = "2010", .own = "2009: 85; 2011: 90", .as_of = "2012-04-30" },
	  "Fristen ved udgangen af 2010 er passeret uden en måling i den lovede periode; seneste måling "
	  "er 85 pct. (2009).",
	  "The deadline at the end of 2010 has passed without a measurement in the promised period; the "
	  "latest measurement is 85 per cent (2009)." },
};

static void
test_sentences(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(told); i++) {
		struct arena     a = { 0 };
		struct judgement j = dsl_judge(&a, &told[i].row);

		if (!str_eq(j.da, str_from(told[i].da)) && ++wrong)
			print_error("%s\n  want %s\n  got  " STR_FMT "\n", told[i].row.name,
			            told[i].da, STR_ARG(j.da));
		if (told[i].en[0] != '\0' && !str_eq(j.en, str_from(told[i].en)) && ++wrong)
			print_error("%s\n  want %s\n  got  " STR_FMT "\n", told[i].row.name,
			            told[i].en, STR_ARG(j.en));
		arena_free(&a);
	}
	assert_int_equal(wrong, 0);
}

/* Every reason and verdict has words in both languages, and one code of its own. */
static void
test_words_are_complete(void **state)
{
	(void)state;
	for (size_t i = 0; i < REASON_COUNT; i++) {
		assert_true(reason_code((enum reason)i).len > 0);
		assert_false(str_eq(reason_word((enum reason)i, true), reason_word((enum reason)i, false)));
		for (size_t k = 0; k < i; k++)
			assert_false(str_eq(reason_code((enum reason)i), reason_code((enum reason)k)));
	}
	for (size_t i = 0; i < VERDICT_COUNT; i++) {
		assert_true(verdict_icon((enum verdict)i).len > 0);
		assert_false(str_eq(verdict_word((enum verdict)i, true), verdict_word((enum verdict)i, false)));
		for (size_t k = 0; k < i; k++)
			assert_false(str_eq(verdict_code((enum verdict)i), verdict_code((enum verdict)k)));
	}
}

/* Titles without end cannot make a sentence without end, or none at all. */
static void
test_titles_without_end(void **state)
{
	struct arena     a = { 0 };
	char            *title = arena_alloc(&a, 200001, 1, 1);
	struct member    members[2] = { { .title = { title, 200000 } }, { .title = STR("Å") } };
	struct indicator i = { .unit = UNIT_SHARE };
	struct target    t = { .kind = TARGET_LEVEL, .each = EACH_PLACE, .has_value = true };
	struct evidence  e = { .indicator = &i, .members = members, .member_count = 2 };
	struct judgement j;

	(void)state;
	for (size_t k = 0; k < 200000; k++)
		title[k] = 'x';
	t.value = NUMBER(80, 0);
	members[0].series = dsl_series(&a, "2011: 79", UNIT_SHARE);
	members[1].series = dsl_series(&a, "2011: 81", UNIT_SHARE);
	j = evaluate(&a, &t, &e, dsl_day("2012-04-30"));
	assert_int_equal(j.verdict, VERDICT_OFF_TRACK);
	assert_true(j.da.len > 10 && j.da.len < 70000);
	assert_true(j.en.len > 10 && j.en.len < 70000);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sentences),
		cmocka_unit_test(test_words_are_complete),
		cmocka_unit_test(test_titles_without_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
