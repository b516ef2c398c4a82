/* Gross, share and net, and forms against their lines. The papers are our own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "rule_help.h"

#define FORM(number, heading, title, economy) \
	number " Status for " heading "\n\nNavn på indsats\t" title "\nØkonomi\t" economy \
	"\nAfsæt\tBudget 2009\nMålgruppe\tÆldre på Ø\nMål\tFlere i job\nStatus ift. målopfyldelse\tI gang på Ærø\n\n"
#define DATED "Status for indsatser i Åby 2009\n\n"
#define OVERVIEW \
	"4.1 Økonomioversigt\n\nØkonomisk oversigt for indsatser i 2008-2010 i mio. kr.\n" \
	"\t\t2008\t2009\t2010\tI alt\n" \
	"2.1\tÅben rådgivning\t1,0\t2,5\t2,5\t6,0\n" \
	"2.2\tCÆØ\t4,0\t5,0\t5,0\t14,0\n" \
	"2.3\tØens projekter\t-\t0,2\t0,2\t0,4\n" \
	"I ALT\t\t5,0\t7,7\t7,7\t20,4\n"

static const struct rule_case must_find[] = {
	{ "a form and its line", DATED FORM("2.1", "Åben rådgivning", "Åben rådgivning på Ærø", "3,5 mio. kr.") OVERVIEW,
	  "fails refund 6:9 printed 3.5 expected 2.5 difference 1.0\n" },
	{ "with its year", DATED FORM("2.1", "Åben rådgivning", "Rådgivning", "Der er afsat 2,5 mio. kr. i 2008") OVERVIEW,
	  "fails refund 6:22 printed 2.5 expected 1.0 difference 1.5\n" },
	{ "joined by the heading", DATED FORM("2.1", "åben rådgivning", "Hjælp til Åby", "3 mio. kr. årligt.") OVERVIEW, "holds refund 6:9\n" },
	{ "in full kroner", DATED FORM("2.3", "Øens projekter", "Støtte til projekter", "Rådet har 350.000 kr. årligt.") OVERVIEW,
	  "fails refund 6:19 printed 350000 expected 200000 difference 150000\n" },
	{ "what it says the overview has", DATED FORM("2.1", "Åben rådgivning", "Åben rådgivning",
	  "Brutto 6,0 mio. kr. Udgifterne refunderes med 50 pct. Derfor optræder 3,0 mio. kr. i økonomioversigten.") OVERVIEW,
	  "holds refund 6:79\nfails refund 6:79 printed 3.0 expected 2.5 difference 0.5\n" },
	{ "gross, share and net", "Driften i Ålbæk koster 10,0 mio. kr. og refunderes med 50 pct., så netto er udgiften 6,0 mio. kr.\n",
	  "fails refund 1:86 printed 6.0 expected 5.0 difference 1.0\n" },
	{ "the refund itself", "Udgiften er 8,0 mio. kr. Den refunderes med 25 pct. Refusionen er 4,0 mio. kr. på Ærø.\n",
	  "fails refund 1:67 printed 4.0 expected 2.0 difference 2.0\n" },
	{ "a share of the programme", "Planen for Øst koster 60,0 mio. kr. Halvdelen af dem er til gavn for øen svarende til 32,9 mio. kr.\n",
	  "fails refund 1:87 printed 32.9 expected 30.0 difference 2.9\n" },
	{ "a key figure", DATED "Antal projekter\t7\nSamlet projektstøtte på Ø 2009\t310.000 kr.\n\n" OVERVIEW,
	  "fails refund 4:32 printed 310000 expected 200000 difference 110000\n" },
	{ "gross with a part of it named", "Udgiften er 6,0 mio. kr. Heraf er 1,0 mio. kr. til leje. Staten refunderer 50 pct. "
	  "Den kommunale nettoudgift på Ø er derfor 3,5 mio. kr.\n",
	  "fails refund 1:125 printed 3.5 expected 3.0 difference 0.5\n" },
};

static const struct rule_case must_hold[] = {
	{ "a form and its line", DATED FORM("2.1", "Åben rådgivning", "Åben rådgivning på Ærø", "2,5 mio. kr.") OVERVIEW, "holds refund 6:9\n" },
	{ "kroner within the rounding", DATED FORM("2.3", "Øens projekter", "Støtte til projekter", "Rådet har 150.000 kr. årligt.") OVERVIEW,
	  "holds refund 6:19\n" },
	{ "a short name", DATED FORM("2.2", "Center", "Center for Ældre og Ørkesløse", "5,0 mio. kr.") OVERVIEW, "holds refund 6:9\n" },
	{ "gross, share and net", "Driften i Ålbæk koster 49 mio. kr. og refunderes med 50 pct., så netto er udgiften 24,5 mio. kr.\n",
	  "holds refund 1:84\n" },
	{ "a good half", "Planen for Øst koster 65,8 mio. kr. Godt halvdelen af dem er til gavn for øen svarende til 32,9 mio. kr.\n",
	  "holds refund 1:92\n" },
	{ "a key figure", DATED "Antal projekter\t7\nSamlet projektstøtte på Ø 2009\t210.000 kr.\n\n" OVERVIEW,
	  "holds refund 4:32\n" },
};

static const struct rule_case must_leave[] = {
	{ "the same number, other words", DATED FORM("2.1", "Vinterbadning", "Havnefronten", "9,5 mio. kr.") OVERVIEW, "" },
	{ "the same words, another number", DATED FORM("2.7", "Åben rådgivning", "Åben rådgivning", "9,5 mio. kr.") OVERVIEW, "" },
	{ "not in the overview", DATED FORM("2.1", "Åben rådgivning", "Åben rådgivning",
	  "9,5 mio. kr. Indsatsen betales af staten og indgår ikke i økonomioversigten.") OVERVIEW, "" },
	{ "counted elsewhere", DATED FORM("2.1", "Åben rådgivning", "Åben rådgivning",
	  "9,5 mio. kr. I økonomioversigten medregnes de under øens projekter.") OVERVIEW, "" },
	{ "a line that says nil", DATED FORM("2.3", "Øens projekter", "Øens projekter", "Der er afsat 0,9 mio. kr. i 2008") OVERVIEW, "" },
	{ "gross without what is left", DATED FORM("2.1", "Åben rådgivning", "Åben rådgivning",
	  "Brutto 9,0 mio. kr. Udgifterne refunderes med 50 pct.") OVERVIEW, "" },
	{ "a sum over years", DATED FORM("2.1", "Åben rådgivning", "Åben rådgivning", "6,0 mio. kr. i 2008-2010") OVERVIEW, "" },
	{ "an amount of something else", "Udgiften er 8,0 mio. kr. Den refunderes med 25 pct. Desuden er der 4,0 mio. kr. til Ærø.\n", "" },
	{ "amounts of two years", "Udgiften er 6,0 mio. kr. i 2010 og 7,0 mio. kr. i 2011. Staten refunderer 50 pct. "
	  "Den kommunale nettoudgift på Ø er derfor 3,5 mio. kr.\n", "" },
	{ "another amount in between", "Udgiften er 6,0 mio. kr. I 2011 er den 7,0 mio. kr. Staten refunderer 50 pct. "
	  "Den kommunale nettoudgift på Ø er derfor 3,5 mio. kr.\n", "" },
};

static void
finds(void **state)
{
	(void)state;
	CHECK_RULE(audit_refunds, must_find);
}

static void
holds(void **state)
{
	(void)state;
	CHECK_RULE(audit_refunds, must_hold);
}

static void
leaves(void **state)
{
	(void)state;
	CHECK_RULE(audit_refunds, must_leave);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds), cmocka_unit_test(holds), cmocka_unit_test(leaves),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
