/* So much a year over so many years. The papers are our own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "rule_help.h"

static const struct rule_case must_find[] = {
	{ "a run of years", "Ærø får 2,0 mio. kr. årligt 2011-2014, i alt 6,0 mio. kr.\n",
	  "fails sum 1:40 printed 6.0 expected 8.0 difference -2.0\n" },
	{ "fewer years", "Åby får 2,0 mio. kr. årligt 2012-2014, i alt 8,0 mio. kr.\n",
	  "fails sum 1:40 printed 8.0 expected 6.0 difference 2.0\n" },
	{ "years in words", "Ø koster 0,75 mio. kr. pr. år over fire år, i alt 3,5 mio. kr.\n",
	  "fails sum 1:45 printed 3.5 expected 3.0 difference 0.5\n" },
	{ "the total first", "Åen får 12,0 mio. kr. i perioden 2011-2014, svarende til 4,0 mio. kr. årligt.\n",
	  "fails sum 1:9 printed 12.0 expected 16.0 difference -4.0\n" },
	{ "in two units", "Ø får 500.000 kr. om året i tre år, dvs. 2,5 mio. kr.\n",
	  "fails sum 1:42 printed 2.5 expected 1.5 difference 1.0\n" },
	{ "in brackets", "Ærø: 2,0 mio. kr. årligt i 2011-2014 (i alt 10,0 mio. kr.)\n",
	  "fails sum 1:39 printed 10.0 expected 8.0 difference 2.0\n" },
	{ "in the next sentence", "Ærø får 2,0 mio. kr. årligt i 2011-2014. I alt 9,0 mio. kr.\n",
	  "fails sum 1:42 printed 9.0 expected 8.0 difference 1.0\n" },
	{ "a cell of a form", "Navn på indsats\tÆldrevenner på Ø\nØkonomi\t2,0 mio. kr. årligt i 2011-2013, i alt 8,0 mio. kr.\nAfsæt\tBudget 2011\n",
	  "fails sum 2:42 printed 8.0 expected 6.0 difference 2.0\n" },
	{ "rounding explains it", "Ærø får 2,1 mio. kr. årligt 2011-2014, i alt 8,5 mio. kr.\n",
	  "holds rounding 1:40\nfails rounding 1:40 printed 8.5 expected 8.4 difference 0.1\n" },
};

static const struct rule_case must_hold[] = {
	{ "a run of years", "Ærø får 2,0 mio. kr. årligt 2011-2014, i alt 8,0 mio. kr.\n",
	  "holds sum 1:40\n" },
	{ "from and to", "Ærø får 2,0 mio. kr. om året fra 2011 til 2014, i alt 8,0 mio. kr.\n",
	  "holds sum 1:49\n" },
	{ "a four-year grant", "En 4-årig bevilling til Ø på 1,5 mio. kr. om året, i alt 6,0 mio. kr.\n",
	  "holds sum 1:52\n" },
	{ "the total first", "Åen får 12,0 mio. kr. i 2011-2014 (3,0 mio. kr. årligt).\n",
	  "holds sum 1:9\n" },
	{ "what it is for stands between", "Der går 2,0 mio. kr. årligt til Ærø i 2011-2014, i alt 8,0 mio. kr.\n",
	  "holds sum 1:50\n" },
};

static const struct rule_case must_leave[] = {
	{ "two totals", "Ærø får 2,0 mio. kr. årligt 2011-2014, og der er i alt 8,5 mio. kr. i puljen.\n",
	  "" },
	{ "a part of the total", "Heraf går 1,0 mio. kr. årligt i 2011-2014 til Ø af i alt 8,0 mio. kr.\n",
	  "" },
	{ "another beginning", "Ærø får 2,0 mio. kr. årligt fra 2012, i alt 8,0 mio. kr. i 2011-2014.\n",
	  "" },
	{ "more amounts", "Ærø får 2,0 mio. kr. årligt 2011-2014 og 1,0 mio. kr. i 2015, i alt 9,0 mio. kr.\n",
	  "" },
	{ "no years are said", "Ærø får 2,0 mio. kr. årligt, i alt 8,0 mio. kr.\n",
	  "" },
	{ "several years that differ", "Ø får i 2 år 2,0 mio. kr. årligt af planen 2011-2014, i alt 8,0 mio. kr.\n",
	  "" },
};

static void
finds(void **state)
{
	(void)state;
	CHECK_RULE(audit_yearly, must_find);
}

static void
holds(void **state)
{
	(void)state;
	CHECK_RULE(audit_yearly, must_hold);
}

static void
leaves(void **state)
{
	(void)state;
	CHECK_RULE(audit_yearly, must_leave);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds), cmocka_unit_test(holds), cmocka_unit_test(leaves),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
