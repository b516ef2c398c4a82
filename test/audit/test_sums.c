/* Sums of small papers of our own: what must be found, and where nothing may be. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "sums_help.h"

struct sums_case {
	const char *what, *name, *text, *expected;
	int         hold;               /* claims that hold; negative: not counted */
};

#define YEARS "Nr.;Indsats (mio. kr.);2010;2011;I alt\n"

static const struct sums_case found[] = {
	{ "a row, a column and the corner", "a.csv",
	  YEARS "1;Jobcafé;1,0;1,0;2,4\n2;Ærø;2,0;1,0;3,0\n;I alt;3,0;2,5;5,4\n",
	  "2 sum 2,4, not 2,0: 0,4\n4 sum 2,5, not 2,0: 0,5\n", 3 },
	{ "a group by its number, totals above their lines", "b.csv",
	  YEARS ";I ALT;3,8;3,9;7,7\n1;Job;2,5;2,5;5,0\n1.1;Jobcafé;1,0;1,0;2,0\n1.2;Mentorer;1,5;1,5;3,0\n"
	  "2;Bolig;1,3;1,4;2,9\n2.1;Lys på Ålekistevej;1,3;1,4;2,7\n",
	  "6 sum 2,9, not 2,7: 0,2\n", 11 },
	{ "groups without numbers, by what follows", "c.csv",
	  "Budget i 1.000 kr.;2010;2011;2012;I alt\nJob;300;300;310;900\nJobcafé;100;100;100;300\n"
	  "Mentorer;200;200;200;600\nBolig;70;80;90;240\nLys;50;50;50;150\nÆldreklub;20;30;40;90\n"
	  "Total;370;380;390;1.140\n",
	  "2 sum 310, not 300: 10\n", 15 },
	{ "totals below their lines, headings as lines of text, negatives", "d.txt",
	  "Økonomi\n\nOversigt over budget 2011-2014 (1.000 kr.)\n\nIndsats\t2011\t2012\t2013\t2014\n"
	  "Tema 1: Børn og unge\nSprogstøtte\t1.200\t1.200\t1.200\t1.200\nFritidspas\t800\t800\t-\t-\n"
	  "I alt tema 1\t2.000\t2.000\t1.200\t1.300\nTema 2: Job\nMentorer\t-500\t(500)\t0\t0\n"
	  "Sum\t-500\t-500\t0\t0\nTotal\t1.500\t1.500\t1.200\t1.200\n",
	  "9 sum 1.300, not 1.200: 100\n", 11 },
	{ "no column of totals", "e.md",
	  "# Budget\n\nt.kr.\n\n| Nr. | Indsats | Budget 2010 | Budget 2011 |\n| --- | --- | --- | --- |\n"
	  "| 1 | Jobcafé | 100 | 120 |\n| 2 | Mentorer | -50 | 0 |\n| | Sum | 50 | 140 |\n",
	  "9 sum 140, not 120: 20\n", 1 },
	{ "a table that goes on behind a page number, its header again", "f.txt",
	  "Budget i mio. kr.\n\nNr.\tIndsats\t2010\t2011\tI alt\n1.1\tJobcafé\t1,0\t1,0\t2,0\n\nSide 4 af 9\n\n"
	  "Nr.\tIndsats\t2010\t2011\tI alt\n1.2\tÆblehaven\t2,0\t-\t2,0\nI alt\t\t3,0\t1,6\t4,0\n",
	  "10 sum 1,6, not 1,0: 0,6\n", 4 },
	{ "footnote marks glued to figures", "g.csv",
	  YEARS "1;Jobplanen;32,9 ⁴;8,5³;41,4\n2;Åben dør;1,0*;1,0 2);2,0\n;Sum⁵;33,9;10,5;43,4\n",
	  "4 sum 10,5, not 9,5: 1,0\n", 4 },
	{ "groups further left than their lines", "h.txt",
	  "Budget i mio. kr.\n\n\t\t2010\t2011\tI alt\nJob\t\t3,0\t3,0\t6,0\n1.1\tJobcafé\t1,0\t1,0\t2,0\n1.2\tMentorer\t2,0\t2,5\t4,5\n"
	  "Bolig\t\t0,5\t0,5\t1,0\n2.1\tÅlys\t0,5\t0,5\t1,0\nI ALT\t\t3,5\t4,0\t7,5\n",
	  "4 sum 3,0, not 3,5: -0,5\n4 sum 6,0, not 6,5: -0,5\n", 10 },
	{ "full kroner are exact", "i.csv",
	  "Indsats;2010;2011;I alt (kr.)\nJobcafé;100.000;200.000;300.001\nBolig på Ærø;50.000;0;50.000\nI alt;150.000;200.000;350.001\n",
	  "2 sum 300.001, not 300.000: 1\n", 4 },
	{ "thousands are rounded", "j.csv",
	  "Indsats (1.000 kr.);2010;2011;I alt\nJobcafé;100;200;301\nÆldre;50;10;60\nI alt;150;210;361\n",
	  "2 rounding 301, not 300: 1\n", 5 },
	{ "one precision for the table: 1 beside 0,45 is 1,00", "k.csv",
	  "Indsats (mio. kr.);2010;2011;I alt\nJobcafé;1;0,45;1,40\nÆldre;1;1;2\nI alt;2;1,45;3,40\n",
	  "2 sum 1,40, not 1,45: -0,05\n", 4 },
	{ "a single column of counts", "l.txt",
	  "Antal deltagere\n\nBy\tAntal\nNørrebro\t10\nÅby\t20\nI alt\t31\n", "6 sum 31, not 30: 1\n", 0 },
	{ "counts across and down", "m.md",
	  "| Område | Mænd | Kvinder | I alt |\n| --- | --- | --- | --- |\n| Nørrebro | 10 | 12 | 22 |\n"
	  "| Ærø | 3 | 4 | 8 |\n| Total | 13 | 17 | 30 |\n",
	  "4 sum 8, not 7: 1\n5 sum 17, not 16: 1\n", 3 },
	{ "the header is lost", "n.txt",
	  "Budget i mio. kr.\n\n1.1\tJobcafé\t1,0\t1,0\t2,0\n1.2\tÆrø\t2,0\t1,0\t3,0\nI alt\t\t3,0\t2,0\t5,3\n",
	  "5 sum 5,3, not 5,0: 0,3\n", 4 },
	{ "a dash where the lines have amounts", "o.csv",
	  YEARS "1;Jobcafé;1,0;1,0;2,0\n2;Ærø;2,0;1,0;-\n;I alt;3,0;2,0;2,0\n", "3 sum -, not 3,0: -3,0\n", 4 },
	{ "lettered lines under numbered groups", "p1.csv",
	  "Udgifter (mio. kr.);2010;2011;I alt\n1. Ældre;1,2;1,3;2,5\na. Hjemmehjælp;0,7;0,8;1,5\nb. Mad;0,5;0,5;1,0\n"
	  "2. Børn;2,0;2,5;4,0\na. Dagtilbud;2,0;2,0;4,0\nI alt;3,2;3,3;6,5\n",
	  "5 sum 2,5, not 2,0: 0,5\n", 11 },
	{ "groups in bold, one with a single line", "p2.md",
	  "# Budget (mio. kr.)\n\n| Udvalg | 2010 | 2011 |\n| --- | --- | --- |\n| **Job** | 3,0 | 3,0 |\n"
	  "| Jobcafé | 1,0 | 1,0 |\n| Ærø | 2,0 | 2,0 |\n| **Bolig** | 1,0 | 1,0 |\n| Åby | 1,0 | 1,0 |\n"
	  "| **Total** | 4,0 | 4,3 |\n", "10 sum 4,3, not 4,0: 0,3\n", 5 },
	{ "a title and a header again on the next page", "p3.txt",
	  "Oversigt i mio. kr.\t\t\t\nIndsats\t2010\t2011\tI alt\nJob\t1,0\t1,0\t2,0\n\nSide 7\n\n"
	  "Oversigt i mio. kr.\t\t\t\nIndsats\t2010\t2011\tI alt\nÆrø\t2,0\t1,0\t3,0\nI alt\t3,0\t2,0\t5,4\n",
	  "10 sum 5,4, not 5,0: 0,4\n", 4 },
	{ "amounts beside counts and shares", "p4.csv",
	  "Tema;Antal projekter;Beløb i kr.;Andel\nÆldre;3;300.000;60 pct.\nBolig;2;200.000;40 pct.\nI alt;5;510.000;100 pct.\n",
	  "4 sum 510.000, not 500.000: 10.000\n", 1 },
	{ "a column of notes behind the total", "p5.txt",
	  "Beløb i mio. kr., 2010-priser\n\n\t2010\t2011\tI alt\tFinansiering\n1. Jobcafé\t1,0\t1,0\t2,0\tBudget 2010\n"
	  "2. Ærø, note 1)\t0,5\t0,5 1)\t1,0\tFond\nSamlet udgift\t1,5\t1,9\t3,0\t\n", "6 sum 1,9, not 1,5: 0,4\n", 4 },
	{ "of which is counted above", "p.csv",
	  YEARS "1;Jobcafé;2,0;2,0;4,0\n;Heraf øremærket;1,0;1,0;2,0\n2;Åby;1,0;1,0;2,0\n;I alt;4,0;3,0;6,0\n",
	  "5 sum 4,0, not 3,0: 1,0\n", 5 },
};

static const struct sums_case flawed[] = {
	{ "cells of a row are shifted", "a.csv", YEARS "1;Jobcafé;1,0;1,0;2,0\n2;Ærø;2,0;2,0\n;I alt;3,0;1,0;4,0\n",
	  "3 table Ærø\n", 2 },
	{ "shifted by one, the total in a year's column", "b.csv",
	  "Nr.;Indsats (mio. kr.);2010;2011;2012;I alt\n1;Job;1,0;1,0;1,0;3,0\n2;Ærø;2,0;2,0;4,0;\n;I alt;3,0;3,0;1,0;7,0\n",
	  "3 table Ærø\n", 2 },
	{ "a missing cell is unknown, not zero", "c.csv",
	  YEARS "1;Jobcafé;1,0;1,0;2,0\n2;Ærø;;2,0;2,0\n;I alt;1,0;3,0;4,0\n", "3 table Ærø\n", 3 },
	{ "a figure too many", "d.csv", YEARS "1;Jobcafé;1,0;1,0;2,0\n2;Ærø;2,0;2,0;2,0;4,0\n;I alt;3,0;3,0;6,0\n",
	  "3 table Ærø\n", 2 },
	{ "words where an amount belongs", "e.csv",
	  YEARS "1;Jobcafé;1,0;1,0;2,0\n2;Ærø;2,0;fra puljen;2,0\n;I alt;3,0;1,0;4,0\n", "3 table fra puljen\n", 3 },
	{ "a year twice", "f.csv", "Indsats (mio. kr.);2010;2010;I alt\nÆrø;1,0;1,0;2,0\nÅby;1;1;2\nI alt;9;9;9\n",
	  "1 table 2010\n", 0 },
	{ "years out of order", "g.csv",
	  "Indsats (mio. kr.);2010;2012;2011;I alt\nÆrø;1,0;1,0;1,0;3,0\nÅby;1;1;1;3\nI alt;9;9;9;9\n", "1 table 2011\n", 0 },
	{ "another unit in a cell", "h.csv",
	  YEARS "1;Jobcafé;1,0;1,0;2,0\n2;Ærø;200.000 kr.;0 kr.;200.000 kr.\n;I alt;3,0;1,0;4,0\n",
	  "3 table 200.000 kr.\n", 0 },
	{ "another unit half-way", "i.txt",
	  "Budget i mio. kr.\n\nIndsats\t2010\t2011\tI alt\nJob\t1,0\t1,0\t2,0\nBeløb i 1.000 kr.\t\t\t\nÆrø\t200\t300\t500\n"
	  "I alt\t1,2\t1,3\t2,5\n", "5 table Beløb i 1.000 kr.\n", 0 },
	{ "another unit under a header again", "j.txt",
	  "Budget i mio. kr.\n\nIndsats\t2010\t2011\tI alt\nJob\t1,0\t1,0\t2,0\n\nSide 2\n\nIndsats (1.000 kr.)\t2010\t2011\tI alt\n"
	  "Ærø\t200\t300\t500\nI alt\t1,2\t1,3\t2,5\n", "8 table Indsats (1.000 kr.)\n", 0 },
	{ "a total without lines", "k.csv", YEARS ";I alt;3,0;1,0;4,0\n", "2 table I alt\n", 1 },
};

static const struct sums_case sound[] = {
	{ "everything adds up", "a.csv", YEARS "1;Ærø;1,0;1,0;2,0\n2;Åby;2,0;-;2,0\n;I alt;3,0;1,0;4,0\n", "", 5 },
	{ "falling years", "b.csv", "Indsats (mio. kr.);2011;2010;I alt\nÆrø;1,0;2,0;3,0\nÅby;1,0;-;1,0\nI alt;2,0;2,0;4,0\n", "", 5 },
	{ "a value said to be unknown is none", "c.csv", YEARS "1;Ærø;1,0;..;2,0\n2;Åby;2,0;1,0;3,0\n;I alt;3,0;7,0;5,0\n", "", 3 },
	{ "shares have no sum", "d.md",
	  "# Andel i beskæftigelse\n\n| Område | 2008 | 2009 |\n| --- | --- | --- |\n| Nørrebro | 54 | 60 |\n| Ærø | 48 | 50 |\n| I alt | 63 | 67 |\n", "", 0 },
	{ "percentages have no sum", "e.csv", "Område;2008;2009\nÆrø;54 pct.;60 pct.\nÅby;48 pct.;50 pct.\nI alt;51 pct.;57 pct.\n", "", 0 },
	{ "a mean is not a sum", "f.csv", "Område;Antal\nÆrø;54\nÅby;48\nI alt;51\n", "", 0 },
	{ "counts broken down twice", "g.csv", "Gruppe;Antal\nMænd;10\nKvinder;12\nUnder 25 år;5\nÆldre;17\nI alt;22\n", "", 0 },
	{ "no totals at all", "h.csv", "Indsats (mio. kr.);2009;2010;Finansiering\nÆrø;1,0;1,0;Statslig\nÅby;0,5;;Fond\n", "", 0 },
	{ "budget beside accounts", "i.csv",
	  "Indsats (mio. kr.);Budget 2009;Regnskab 2009;I alt\nÆrø;1,0;0,9;1,0\nÅby;2,0;2,5;2,0\nI alt;3,0;3,4;3,0\n", "", 3 },
	{ "every line a dash", "j.csv", "Indsats;2010;2011;I alt, mio. kr.\nÆrø;-;-;-\nLys;1;1;2\n", "", 1 },
	{ "two tables of one shape, each with its total", "k.txt",
	  "Budget i mio. kr.\n\nIndsats\t2010\t2011\tI alt\nJob\t1,0\t1,0\t2,0\nI alt\t1,0\t1,0\t2,0\n\nBolig i mio. kr.\n\n"
	  "Indsats\t2010\t2011\tI alt\nÆrø\t2,0\t3,0\t5,0\nI alt\t2,0\t3,0\t5,0\n", "", 8 },
	{ "the last table ends with the total of all", "l.txt",
	  "Budget i mio. kr.\n\nIndsats\t2010\t2011\tI alt\nJob\t1,0\t1,0\t2,0\nI alt\t1,0\t1,0\t2,0\n\nBolig i mio. kr.\n\n"
	  "Indsats\t2010\t2011\tI alt\nÆrø\t2,0\t3,0\t5,0\nBolig i alt\t2,0\t3,0\t5,0\nI alt\t3,0\t4,0\t7,0\n", "", 9 },
	{ "a frame above the lines that spend it: what the total sums is not clear", "o.txt",
	  "Bevillinger i mio. kr.\n\n\t2010\t2011\tI alt\nAfsat\t5,0\t5,0\t10,0\nJob\t1,0\t1,0\t2,0\nÆrø\t2,0\t2,0\t4,0\n"
	  "I alt\t3,0\t3,0\t6,0\nRest\t2,0\t2,0\t4,0\n", "", 5 },
	{ "a total and what comes on top of it", "p.txt",
	  "Bevillinger i mio. kr.\n\n\t2010\t2011\tI alt\nJob\t1,0\t1,0\t2,0\nÆrø\t2,0\t2,0\t4,0\nI alt\t3,0\t3,0\t6,0\n"
	  "Pulje\t0,5\t0,5\t1,0\nI alt inkl. pulje\t3,5\t3,5\t7,0\n", "", 9 },
	{ "a sign before each name, no two alike", "q.txt",
	  "Antal mål på Ø\n\nDom\tNu\tSidst\n<p>✓ nået</p>\t3\t0\n<p>✗ ikke nået</p>\t2\t1\n<p>○ ingen måling</p>\t5\t1\n"
	  "<p>– ikke sat</p>\t1\t7\nI alt\t11\t9\n", "", 2 },
	{ "prose with an I alt", "m.txt", "I alt er der afsat 3 mio. kr. til Ærø og 2 mio. kr. til Åby.\n", "", 0 },
	{ "years of a heading span", "n.csv", "Indsats (mio. kr.);2009;2010;2009-2010\nÆrø;1,0;1,0;2,0\nI alt;1,0;1,0;2,0\n", "", 4 },
};

static void
check(const struct sums_case *c, size_t len)
{
	size_t wrong = 0;

	for (size_t i = 0; i < len; i++) {
		struct arena        a = { 0 };
		struct audit_report r = audit_named(&a, str_from(c[i].name), str_from(c[i].text));
		struct str          got = listed(&a, &r);

		if (!str_eq(got, str_from(c[i].expected)) || (c[i].hold >= 0 && r.hold != (size_t)c[i].hold)) {
			print_error("%s: %zu hold, not %d\n" STR_FMT "instead of\n%s", c[i].what, r.hold, c[i].hold,
			    STR_ARG(got), c[i].expected);
			wrong++;
		}
		arena_free(&a);
	}
	assert_int_equal(wrong, 0);
}

static void must_find(void **s)     { (void)s; check(found, COUNT_OF(found)); }
static void must_refuse(void **s)   { (void)s; check(flawed, COUNT_OF(flawed)); }
static void must_not_find(void **s) { (void)s; check(sound, COUNT_OF(sound)); }

/* Five pairs or fewer are named; of more, only how many. */
static const struct {
	const char *text;
	const char *candidates;         /* "TEXT AMOUNT" in turn */
	size_t      pairs;
} explained[] = {
	{ "Indsats (mio. kr.);2010;2011\nÆrø;1,0;1,0\nÅby;2,5;1,0\nLys;4,0;1,0\nI alt;5,0;3,0\n", "Åby 2.5\n", 0 },
	{ "Indsats (mio. kr.);2010;2011\nÆrø;1,0;1,0\nÅby;2,5;1,0\nLys;4,0;1,0\nI alt;4,0;3,0\n", "Ærø + Åby 3.5\n", 0 },
	{ "Indsats (mio. kr.);2010;2011\na;1,0;9\nb;1,0;9\nc;1,0;9\nd;1,0;9\nI alt;6,0;36\n", "", 6 },
	{ "Indsats (mio. kr.);2010;2011\na;1,0;9\nb;1,0;9\nc;5,0;9\nI alt;9,0;27\n",
	  "a + b 2.0\n", 0 },
	{ "Indsats (mio. kr.);2010;2011\na;1,0;9\nb;5,0;9\nI alt;47,0;18\n", "", 0 },
};

static void
differences_explained(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(explained); i++) {
		struct arena        a = { 0 };
		struct audit_report r = audit_named(&a, STR("b.csv"), str_from(explained[i].text));
		struct str          got = STR("");

		assert_int_equal(r.findings, 1);
		for (size_t k = 0; k < r.finding[0].candidates; k++)
			got = arena_printf(&a, STR_FMT STR_FMT " " STR_FMT "\n", STR_ARG(got),
			    STR_ARG(r.finding[0].candidate[k].text),
			    STR_ARG(number_plain(&a, r.finding[0].candidate[k].amount)));
		assert_string_equal(got.len > 0 ? got.at : "", explained[i].candidates);
		assert_int_equal(r.finding[0].pairs, explained[i].pairs);
		arena_free(&a);
	}
}

/* Amounts of the text around a table, in the table's unit. */
static void
text_explains(void **state)
{
	struct arena        a = { 0 };
	struct audit_report r = audit_named(&a, STR("b.md"), STR("# Økonomi\n\nEkstra 500.000 kr. går til Åby.\n\n"
	                        "| Indsats (mio. kr.) | 2010 | 2011 |\n| --- | --- | --- |\n| Ærø | 1,0 | 1,0 |\n"
	                        "| Lys | 2,0 | 1,0 |\n| I alt | 3,5 | 2,0 |\n"));

	(void)state;
	assert_int_equal(r.findings, 1);
	assert_int_equal(r.finding[0].candidates, 1);
	assert_int_equal(r.finding[0].candidate[0].line, 3);
	assert_string_equal(number_plain(&a, r.finding[0].candidate[0].amount).at, "0.5");
	arena_free(&a);
}

static void
places_and_words(void **state)
{
	struct arena          a = { 0 };
	struct audit_report   r = audit_named(&a, STR("a.csv"), str_from(found[0].text));
	const struct finding *f = &r.finding[0];

	(void)state;
	assert_int_equal(f->line, 2);
	assert_int_equal(f->column, 19);
	assert_string_equal(f->da.at, "rækkens tal giver 2,0, der står 2,4 (0,4 for meget) i »Jobcafé«");
	assert_string_equal(f->en.at, "the row's figures give 2.0, printed is 2.4 (0.4 too much) in “Jobcafé”");
	assert_true(f->hint_da.len > 0 && f->hint_en.len > 0);
	assert_int_equal(r.checked, r.hold + r.fail);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(must_find),
		cmocka_unit_test(must_refuse),
		cmocka_unit_test(must_not_find),
		cmocka_unit_test(differences_explained),
		cmocka_unit_test(text_explains),
		cmocka_unit_test(places_and_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
