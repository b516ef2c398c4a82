/* Shares beside counts. The papers are our own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "rule_help.h"

static const struct rule_case must_find[] = {
	{ "out of, in brackets", "Af kurserne på Øen bestod 12 ud af 40 (35 %) prøven.\n",
	  "fails ratio 1:40 printed 35 expected 30.0 difference 5.0\n" },
	{ "out of, said again", "I Åparken er 12 af de 40 unge, svarende til 31 pct., i job.\n",
	  "fails ratio 1:45 printed 31 expected 30.0 difference 1.0\n" },
	{ "the share first", "Æblehaven nåede 50 % (12 ud af 40) af målet.\n",
	  "fails ratio 1:17 printed 50 expected 30.0 difference 20.0\n" },
	{ "two counts that are joined", "Der er holdt 60 forløb på Ærø og 30 deltagere eller 55 pct. fik job.\n",
	  "fails ratio 1:53 printed 55 expected 50.0 difference 5.0\n" },
	{ "a share of, then the count", "30 pct. af de 50 beboere, svarende til 20, svarede på øens skema.\n",
	  "fails ratio 1:1 printed 30 expected 40.0 difference -10.0\n" },
	{ "half of", "Halvdelen af 50 ældre, dvs. 30, kom til mødet på Åvej.\n",
	  "fails ratio 1:1 printed 50 expected 60.0 difference -10.0\n" },
	{ "decimals are meant", "Prøven bestod 47 ud af 83 (56,9 pct.) på Ørsteds Skole.\n",
	  "fails ratio 1:28 printed 56.9 expected 56.63 difference 0.27\n" },
	{ "every third", "Hver tredje af de 120 unge på Ø (50 unge) har job.\n",
	  "fails ratio 1:34\n" },
	{ "every third, said behind", "I Åby er 60 ud af 120 unge i job, svarende til hver tredje.\n",
	  "fails ratio 1:10\n" },
	{ "every fifth and a share", "Hver femte (30 pct.) på Ærø cykler.\n",
	  "fails ratio 1:13\n" },
	{ "two out of three", "To ud af tre (76 pct.) på Ø er glade.\n",
	  "fails ratio 1:15 printed 76 expected 66.7 difference 9.3\n" },
	{ "a part of an amount", "Der er brugt 239.000 kr. af puljens 500.000 kr. (58 pct.) på Ærø.\n",
	  "fails ratio 1:50 printed 58 expected 47.8 difference 10.2\n" },
	{ "at the end of the sentence", "På Ø fik 46 ud af 115 ansøgere et tilsagn, hvilket svarer til 45 procent.\n",
	  "fails ratio 1:63 printed 45 expected 40.0 difference 5.0\n" },
	{ "in the next sentence", "På Ø fik 46 ud af 115 ansøgere et tilsagn. Det svarer til 45 pct.\n",
	  "fails ratio 1:59 printed 45 expected 40.0 difference 5.0\n" },
	{ "the part in brackets", "Halvdelen (52) af de 84 på Ærø gennemførte.\n",
	  "fails ratio 1:1 printed 50 expected 61.9 difference -11.9\n" },
	{ "a quarter", "En fjerdedel af de 60 firmaer på Ø, svarende til 20 firmaer, har ansat.\n",
	  "fails ratio 1:1 printed 25 expected 33.3 difference -8.3\n" },
};

static const struct rule_case must_hold[] = {
	{ "within its rounding", "Prøven bestod 47 ud af 83 (57 pct.) på Ørsteds Skole.\n", "holds ratio 1:28\n" },
	{ "with a decimal", "Prøven bestod 47 ud af 83 (56,6 %) på Ærø.\n", "holds ratio 1:28\n" },
	{ "about", "Kurset på Ø samlede 12 ud af 41 (ca. 29 pct.) af dem.\n", "holds ratio 1:34\n" },
	{ "joined", "Der er holdt 83 forløb på Ærø og 47 personer eller 57 pct. fik job.\n", "holds ratio 1:52\n" },
	{ "half of", "Halvdelen af 50 ældre, dvs. 25, kom til mødet på Åvej.\n", "holds ratio 1:1\n" },
	{ "a good third is wide", "Godt 33 pct. af de 60 æresgæster, svarende til 20, kom.\n", "holds ratio 1:1\n" },
	{ "the whole first", "Af de 412 på Ærø svarede 255 (62 pct.), at de er trygge.\n", "holds ratio 1:31\n" },
	{ "the share first of a whole", "Af de 412 på Ærø svarede 62 pct. (255 personer), at de er trygge.\n", "holds ratio 1:26\n" },
	{ "over half", "Over halvdelen af de 60 børn på Ø, dvs. 35, går i klub.\n", "holds ratio 1:1\n" },
	{ "every third", "Hver tredje af de 120 unge på Ø (40 unge) har job.\n",
	  "holds ratio 1:34\n" },
	{ "every third is a round figure", "Hver tredje (35 pct.) på Ærø cykler.\n",
	  "holds ratio 1:14\n" },
	{ "every fourth of counts", "Hver fjerde elev (30 af 120) på Ø.\n",
	  "holds ratio 1:19\n" },
	{ "every third, said behind", "I Åby er 40 ud af 120 unge i job, svarende til hver tredje.\n",
	  "holds ratio 1:10\n" },
	{ "two out of three is a round figure", "To ud af tre (65 pct.) på Ø er glade.\n",
	  "holds ratio 1:15\n" },
	{ "a part of an amount", "Der er brugt 239.000 kr. af puljens 500.000 kr. (48 pct.) på Ærø.\n",
	  "holds ratio 1:50\n" },
	{ "in the next sentence", "På Ø fik 46 ud af 115 ansøgere et tilsagn. Det svarer til 40 pct.\n",
	  "holds ratio 1:59\n" },
	{ "the part in brackets", "Halvdelen (42) af de 84 på Ærø gennemførte.\n",
	  "holds ratio 1:1\n" },
};

static const struct rule_case must_leave[] = {
	{ "counts without a share", "35 ud af 36 på Østerbro er tilfredse.\n", "" },
	{ "a share of something else", "12 ud af 40 på Ærø kom, og 65 pct. af de kvindelige blev.\n", "" },
	{ "three counts", "På 6 kurser på Ærø kom 83, og 47 personer eller 65 pct. fik job.\n", "" },
	{ "a change", "Der var 60 i 2008 på Ærø og 47 i 2009 eller 22 pct. færre.\n", "" },
	{ "a share of a named whole", "Der var 83 forløb og 47 personer eller 65 pct. af de unge på Ærø kom.\n", "" },
	{ "different sentences", "Der var 83 forløb på Ærø. 65 pct. blev tilfredse.\n", "" },
	{ "in another's words", "Der stod ”12 ud af 40 (99 %)” i avisen på Ærø.\n", "" },
	{ "brackets about something more", "Af 83 unge og 47 ældre (65 pct. kvinder) på Ærø kom de fleste.\n", "" },
	{ "every other week", "Hver anden uge mødes 12 af 40 på Ø (30 personer).\n",
	  "" },
	{ "the next sentence is of something else", "På Ø fik 46 ud af 115 et tilsagn. 45 pct. er kvinder.\n",
	  "" },
	{ "the next sentence names a whole", "På Ø fik 46 ud af 115 et tilsagn. Det svarer til 45 pct. af beløbet.\n",
	  "" },
};

static void
finds(void **state)
{
	(void)state;
	CHECK_RULE(audit_ratios, must_find);
}

static void
holds(void **state)
{
	(void)state;
	CHECK_RULE(audit_ratios, must_hold);
}

static void
leaves(void **state)
{
	(void)state;
	CHECK_RULE(audit_ratios, must_leave);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds), cmocka_unit_test(holds), cmocka_unit_test(leaves),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
