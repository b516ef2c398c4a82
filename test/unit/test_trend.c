#include <stddef.h>
#include <stdint.h>
#include "unit/judge_dsl.h"
#include "core/trend.h"

static const struct {
	enum unit   unit;
	bool        developing;
	const char *series, *as_of;     /* NULL: after all of it */
	enum move   move;
	const char *da, *en;
} rows[] = {
	{ UNIT_SHARE, false, "forår 2007: 54,40; august 2008: 59,90", NULL, MOVE_ROSE,
	  "Andelen steg fra 54,40 til 59,90 pct. mellem foråret 2007 og august 2008",
	  "The share rose from 54.40 to 59.90 per cent between spring 2007 and August 2008" },
	{ UNIT_PERCENT, false, "2007: 3,5; 2008: 2,1", NULL, MOVE_FELL,
	  "Tallet faldt fra 3,5 til 2,1 pct. mellem 2007 og 2008",
	  "The figure fell from 3.5 to 2.1 per cent between 2007 and 2008" },
	{ UNIT_POINT, false, "forår 2008: 6; april 2009: 4", NULL, MOVE_FELL,
	  "Forskellen faldt fra 6 til 4 procentpoint mellem foråret 2008 og april 2009",
	  "The difference fell from 6 to 4 percentage points between spring 2008 and April 2009" },
	{ UNIT_COUNT, false, "februar 2011: 9109; februar 2012: 11668", NULL, MOVE_ROSE,
	  "Antallet steg fra 9.109 til 11.668 mellem februar 2011 og februar 2012",
	  "The number rose from 9,109 to 11,668 between February 2011 and February 2012" },
	{ UNIT_PERSONS, false, "2008: 2038; 2010: 2500", NULL, MOVE_ROSE,
	  "Antallet steg fra 2.038 til 2.500 personer mellem 2008 og 2010",
	  "The number rose from 2,038 to 2,500 persons between 2008 and 2010" },
	{ UNIT_KRONER, false, "2008: 1000000; 2009: 900000", NULL, MOVE_FELL,
	  "Beløbet faldt fra 1.000.000 til 900.000 kr. mellem 2008 og 2009",
	  "The amount fell from 1,000,000 to 900,000 kroner between 2008 and 2009" },
	{ UNIT_NUMBER, false, "1. kvartal 2008: 7,5; 4. kvartal 2009: 7,25", NULL, MOVE_FELL,
	  "Tallet faldt fra 7,5 til 7,25 mellem 1. kvartal 2008 og 4. kvartal 2009",
	  "The figure fell from 7.5 to 7.25 between 1st quarter 2008 and 4th quarter 2009" },
	{ UNIT_SHARE, false, "marts 2007: 27; 2008: 27", NULL, MOVE_UNCHANGED,
	  "Andelen lå fast på 27 pct. mellem marts 2007 og 2008",
	  "The share stayed at 27 per cent between March 2007 and 2008" },
	/* what was measured in between does not count, nor does what is not known yet */
	{ UNIT_SHARE, false, "2006: 20; 2007: 90; 2008: 30; 2009: 10", "2009-06-01", MOVE_ROSE,
	  "Andelen steg fra 20 til 30 pct. mellem 2006 og 2008",
	  "The share rose from 20 to 30 per cent between 2006 and 2008" },
	{ UNIT_SHARE, false, "vinter 2008: 20; sommer 2009: 30; efterår 2010: 10", NULL, MOVE_FELL,
	  "Andelen faldt fra 20 til 10 pct. mellem vinteren 2008 og efteråret 2010",
	  "The share fell from 20 to 10 per cent between winter 2008 and autumn 2010" },
	/* one measurement */
	{ UNIT_SHARE, false, "2010: 72", NULL, MOVE_SINGLE, "Andelen var 72 pct. i 2010",
	  "The share was 72 per cent in 2010" },
	{ UNIT_COUNT, false, "efterår 2008: 10", NULL, MOVE_SINGLE, "Antallet var 10 i efteråret 2008",
	  "The number was 10 in autumn 2008" },
	{ UNIT_SHARE, false, "16. december 2010: 72", NULL, MOVE_SINGLE,
	  "Andelen var 72 pct. den 16.12.2010", "The share was 72 per cent on 16 December 2010" },
	{ UNIT_SHARE, false, "primo 2009: 72", NULL, MOVE_SINGLE, "Andelen var 72 pct. primo 2009",
	  "The share was 72 per cent in early 2009" },
	{ UNIT_PERSONS, false, "2011-2012: ca. 250", NULL, MOVE_SINGLE,
	  "Antallet var ca. 250 personer i perioden 2011-2012",
	  "The number was about 250 persons in 2011-2012" },
	/* counts of unequal periods are not compared, shares are */
	{ UNIT_COUNT, false, "2008: 112; 1. kvartal 2009: 23", NULL, MOVE_SINGLE,
	  "Antallet var 23 i 1. kvartal 2009", "The number was 23 in 1st quarter 2009" },
	{ UNIT_COUNT, false, "2007: 112; 1. kvartal 2008: 20; 1. kvartal 2009: 23", NULL, MOVE_ROSE,
	  "Antallet steg fra 20 til 23 mellem 1. kvartal 2008 og 1. kvartal 2009",
	  "The number rose from 20 to 23 between 1st quarter 2008 and 1st quarter 2009" },
	{ UNIT_PERSONS, false, "februar 2011: 40; marts 2011: 30", NULL, MOVE_FELL,
	  "Antallet faldt fra 40 til 30 personer mellem februar 2011 og marts 2011",
	  "The number fell from 40 to 30 persons between February 2011 and March 2011" },
	/* breaks and methods */
	{ UNIT_SHARE, false, "2007: 50; 2008: 60 @2; 2009: 62 @2", NULL, MOVE_ROSE,
	  "Andelen steg fra 60 til 62 pct. mellem 2008 og 2009",
	  "The share rose from 60 to 62 per cent between 2008 and 2009" },
	{ UNIT_SHARE, false, "2007: 50; 2008: 60 _; 2009: 59", NULL, MOVE_FELL,
	  "Andelen faldt fra 60 til 59 pct. mellem 2008 og 2009",
	  "The share fell from 60 to 59 per cent between 2008 and 2009" },
	{ UNIT_SHARE, false, "2007: 50; 2008: 60 _", NULL, MOVE_SINGLE, "Andelen var 60 pct. i 2008",
	  "The share was 60 per cent in 2008" },
	/* what is not known exactly */
	{ UNIT_SHARE, false, "2007: ca. 64; 2008: godt 64", NULL, MOVE_UNCERTAIN,
	  "Andelen gik fra ca. 64 til godt 64 pct. mellem 2007 og 2008",
	  "The share went from about 64 to a good 64 per cent by 2008" },
	{ UNIT_SHARE, false, "2007: 27 n=500; 2008: 29 n=500", NULL, MOVE_UNCERTAIN,
	  "Andelen gik fra 27 til 29 pct. mellem 2007 og 2008",
	  "The share went from 27 to 29 per cent between 2007 and 2008" },
	{ UNIT_SHARE, false, "2007: 27 n=500; 2008: 27 n=500", NULL, MOVE_UNCHANGED,
	  "Andelen lå fast på 27 pct. mellem 2007 og 2008",
	  "The share stayed at 27 per cent between 2007 and 2008" },
	{ UNIT_SHARE, false, "2007: 27 n=500; 2008: 49 n=500", NULL, MOVE_ROSE,
	  "Andelen steg fra 27 til 49 pct. mellem 2007 og 2008",
	  "The share rose from 27 to 49 per cent between 2007 and 2008" },
	{ UNIT_SHARE, false, "2007: over 80; 2008: 70", NULL, MOVE_FELL,
	  "Andelen faldt fra over 80 til 70 pct. mellem 2007 og 2008",
	  "The share fell from over 80 to 70 per cent between 2007 and 2008" },
	{ UNIT_COUNT, false, "2007: 80 til 100; 2008: 120 til 150", NULL, MOVE_ROSE,
	  "Antallet steg fra 80-100 til 120-150 mellem 2007 og 2008",
	  "The number rose from 80-100 to 120-150 between 2007 and 2008" },
	/* too many words: years, dates, and the last alone */
	{ UNIT_POINT, false, "1. kvartal 2008: ca. 6; 2. kvartal 2009: ca. 4", NULL, MOVE_FELL,
	  "Forskellen faldt fra ca. 6 til ca. 4 procentpoint mellem 2008 og 2009",
	  "The difference fell from about 6 to about 4 percentage points between 2008 and 2009" },
	{ UNIT_SHARE, false, "1. kvartal 2008: knap 60; 2. kvartal 2008: knap 66", NULL, MOVE_ROSE,
	  "Andelen steg fra knap 60 til knap 66 pct. mellem 31.03.2008 og 30.06.2008",
	  "The share rose from just under 60 to just under 66 per cent by 2008-06-30" },
	/* withheld, missing, not measured */
	{ UNIT_PERSONS, false, "2007: 8; 2008: 3 !", NULL, MOVE_WITHHELD,
	  "Antallet er tilbageholdt, fordi det er under 5 personer",
	  "The number is withheld because it is under 5 persons" },
	{ UNIT_SHARE, false, "2007: 50; 2008: 30 !", NULL, MOVE_WITHHELD,
	  "Andelen er tilbageholdt, fordi tallet bygger på færre end 5 personer",
	  "The share is withheld because it rests on fewer than 5 persons" },
	{ UNIT_PERSONS, false, "2006: 3 !; 2007: 8; 2008: 9", NULL, MOVE_ROSE,
	  "Antallet steg fra 8 til 9 personer mellem 2007 og 2008",
	  "The number rose from 8 to 9 persons between 2007 and 2008" },
	{ UNIT_SHARE, false, "2007: 50; 2008: 52; 2009: …", NULL, MOVE_ROSE,
	  "Andelen steg fra 50 til 52 pct. mellem 2007 og 2008",
	  "The share rose from 50 to 52 per cent between 2007 and 2008" },
	{ UNIT_SHARE, false, "2009: ?", NULL, MOVE_UNMEASURED, "Tallet mangler: ikke oplyst",
	  "The figure is missing: not stated" },
	{ UNIT_SHARE, false, "2009: 50", "2009-12-31", MOVE_UNMEASURED, "Der er ingen måling endnu",
	  "There is no measurement yet" },
	{ UNIT_SHARE, false, "", NULL, MOVE_UNMEASURED, "Der er ingen måling endnu",
	  "There is no measurement yet" },
	{ UNIT_COUNT, true, "", NULL, MOVE_UNMEASURED, "Målemetoden er under udvikling",
	  "The way to measure it is being developed" },
};

static size_t
words(struct str s)
{
	size_t n = s.len > 0;

	for (size_t i = 0; i < s.len; i++)
		n += s.at[i] == ' ';
	return n;
}

static void
a_series_is_told_in_one_sentence(void **state)
{
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct indicator in = { .unit = rows[i].unit, .developing = rows[i].developing };
		int32_t          as_of = day_of(2020, 1, 1);
		struct trend     t;

		if (rows[i].as_of != NULL)
			assert_true(day_from_iso(str_from(rows[i].as_of), &as_of));
		t = trend_of(&a, dsl_series(&a, rows[i].series, in.unit), &in, as_of);
		if (!str_eq(t.da, str_from(rows[i].da)) || !str_eq(t.en, str_from(rows[i].en)))
			fail_msg("%s\n  %.*s\n  %.*s", rows[i].series, STR_ARG(t.da), STR_ARG(t.en));
		assert_int_equal(t.move, rows[i].move);
		assert_true(words(t.da) <= TREND_WORDS_MAX && words(t.en) <= TREND_WORDS_MAX);
	}
	arena_free(&a);
}

/* Every unit, qualifier and precision: never too long, never empty. */
static void
no_sentence_is_too_long(void **state)
{
	static const char *const periods[] = {
		"16. december ", "1.-2. september ", "april/maj ", "august ", "1. kvartal ",
		"2. halvår ", "forår ", "vinter ", "medio ", "medio april ", "",
	};
	static const char *const figures[] = { "54,40", "knap 60", "mindst 70", "80 til 100", "over 90" };
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(periods) * COUNT_OF(periods) * COUNT_OF(figures); i++) {
		size_t           p = i % COUNT_OF(periods), q = i / COUNT_OF(periods) % COUNT_OF(periods);
		size_t           f = i / COUNT_OF(periods) / COUNT_OF(periods);
		struct indicator in = { .unit = (enum unit)(i % UNIT_COUNT_) };
		char             text[256];
		struct trend     t;

		snprintf(text, sizeof text, "%s%d: %s; %s%d: %s", periods[p], 2007, figures[f],
		    periods[q], p == q ? 2008 : 2009, figures[(f + 1) % COUNT_OF(figures)]);
		t = trend_of(&a, dsl_series(&a, text, UNIT_NUMBER), &in, day_of(2020, 1, 1));
		if (words(t.da) > TREND_WORDS_MAX || words(t.en) > TREND_WORDS_MAX || t.da.len == 0)
			fail_msg("%s\n  %.*s\n  %.*s", text, STR_ARG(t.da), STR_ARG(t.en));
	}
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_series_is_told_in_one_sentence),
		cmocka_unit_test(no_sentence_is_too_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
