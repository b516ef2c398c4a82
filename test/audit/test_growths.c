/* Changes between printed figures. The papers are our own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "rule_help.h"

#define TABLE \
	"Status for byens mål på Ærø 2009\n\n" \
	"Nr.\tIndikator\tStartmåling\tSeneste måling\tMåltal\tMål\n" \
	"1\tAndel beskæftigede unge på øerne\t40,0 pct.\t45,0 pct.\tAndel skal stige\tAndelen skal stige\n" \
	"2\tAndel beskæftigede unge på øerne, der er kvinder\t38,0 pct.\t46,0 pct.\tAndel skal stige\tAndelen skal stige\n" \
	"3\tAndel beskæftigede unge på øerne, der er mænd\t42,0 pct.\t44,0 pct.\tAndel skal stige\tAndelen skal stige\n\n"

static const struct rule_case must_find[] = {
	{ "per cent between counts", "Besøgstallet på Ærø er steget 35 % (fra 9.109 i feb 2011 til 11.668 i feb. 2012).\n",
	  "fails growth 1:31 printed 35 expected 28.1 difference 6.9\n" },
	{ "points between shares", "Andelen i Åbyen er faldet med 4 procentpoint fra 27 pct. til 21 pct.\n",
	  "fails growth 1:31 printed 4 expected 6 difference -2\n" },
	{ "points that are called per cent", "Andelen i Åbyen er faldet med 3 pct. fra 27 pct. til 24 pct.\n",
	  "fails growth 1:31 printed 3 expected 11.1 difference -8.1\n" },
	{ "units between counts", "Antallet af ældre på Ø er steget med 20 fra 100 til 125.\n",
	  "fails growth 1:38 printed 20 expected 25 difference -5\n" },
	{ "the wrong way", "Tallet på Ærø er faldet 25 % (fra 100 til 125).\n",
	  "fails growth 1:25 printed 25 expected -25.0 difference 50.0\n" },
	{ "said after the figures", "Salget på Ø er steget fra 100 til 125, svarende til 20 pct.\n",
	  "fails growth 1:53 printed 20 expected 25.0 difference -5.0\n" },
	{ "amounts", "Udgiften i Ålbæk er steget 50 pct. fra 2,0 mio. kr. til 4,0 mio. kr.\n",
	  "fails growth 1:28 printed 50 expected 100.0 difference -50.0\n" },
	{ "a row of the table", TABLE "Således er andelen af beskæftigede unge på øerne steget med 7 procentpoint.\n",
	  "fails growth 8:61 printed 7 expected 5.0 difference 2.0\n" },
	{ "two rows of the table", TABLE "Kvindernes beskæftigelse på øerne er steget 4 procentpoint mere end mændenes.\n",
	  "fails growth 8:45 printed 4 expected 6.0 difference -2.0\n" },
	{ "doubled", "Antallet på Ø er fordoblet fra 45 i 2009 til 110 i 2011.\n",
	  "fails growth 1:46 printed 110 expected 90 difference 20\n" },
	{ "halved", "Tallet i Åby er halveret: fra 36 i 2010 til 24 i 2012.\n",
	  "fails growth 1:45 printed 24 expected 18 difference 6\n" },
	{ "compared with", "På Ø var der 84 forløb, hvilket er en stigning på 14 forløb i forhold til de 72 forløb i 2011.\n",
	  "fails growth 1:51 printed 14 expected 12 difference 2\n" },
	{ "gone from, and by how much", "Andelen på Ærø er gået fra 62 procent til 71 procent, en fremgang på 12 procentpoint.\n",
	  "fails growth 1:70 printed 12 expected 9 difference 3\n" },
	{ "how far apart", "Forskellen mellem kvinder (85 pct.) og mænd (79 pct.) på Ø er 9 procentpoint.\n",
	  "fails growth 1:63 printed 9 expected 6 difference 3\n" },
	{ "two years", "Andelen på Ø var 62 pct. i 2010 mod 57 pct. i 2009, en stigning på 9 procentpoint.\n",
	  "fails growth 1:68 printed 9 expected 5 difference 4\n" },
	{ "from one year to another, once", "Tallet på Ø steg fra 100 i 2023 til 125 i 2024, en stigning på 20 pct.\n",
	  "fails growth 1:64 printed 20 expected 25.0 difference -5.0\n" },
	{ "told under a goal", "Status på målet: Tallet på Ø er faldet fra 20 til 15, svarende til 33 pct.\n",
	  "fails growth 1:68 printed 33 expected 25.0 difference 8.0\n" },
};

static const struct rule_case must_hold[] = {
	{ "per cent between counts", "Besøgstallet på Ærø er steget 28 % (fra 9.109 i feb 2011 til 11.668 i feb. 2012).\n",
	  "holds growth 1:31\n" },
	{ "points between shares", "Andelen i Åbyen er faldet med 3 procentpoint fra 27 pct. til 24 pct.\n",
	  "holds growth 1:31\n" },
	{ "points that rounding explains", "Andelen i Åbyen er faldet med 4 procentpoint fra 27 pct. til 24 pct.\n",
	  "holds growth 1:31\n" },
	{ "units between counts", "Antallet af ældre på Ø er faldet med 25 fra 125 til 100.\n", "holds growth 1:38\n" },
	{ "about", "Salget på Ø er steget fra 100 til 131, svarende til ca. 31 pct.\n", "holds growth 1:53\n" },
	{ "a row of the table", TABLE "Således er andelen af beskæftigede unge på øerne steget med 5 procentpoint.\n",
	  "holds growth 8:61\n" },
	{ "two rows of the table", TABLE "Kvindernes beskæftigelse på øerne er steget 6 procentpoint mere end mændenes.\n",
	  "holds growth 8:45\n" },
	{ "two rows, the other way round", TABLE "Mændenes beskæftigelse på øerne er steget 6 procentpoint mindre end kvindernes.\n",
	  "holds growth 8:43\n" },
	{ "in brackets", "Fra 2008 til 2009 steg tallet på Ø fra 10 til 15 (50 pct.).\n", "holds growth 1:51\n" },
	{ "doubled, roundly", "Antallet på Ø er fordoblet fra 45 i 2009 til 92 i 2011.\n",
	  "holds growth 1:46\n" },
	{ "halved", "Tallet i Åby er halveret: fra 36 i 2010 til 18 i 2012.\n",
	  "holds growth 1:45\n" },
	{ "compared with", "På Ø var der 84 forløb, hvilket er en stigning på 12 forløb i forhold til de 72 forløb i 2011.\n",
	  "holds growth 1:51\n" },
	{ "gone from, and by how much", "Andelen på Ærø er gået fra 62 procent til 71 procent, en fremgang på 9 procentpoint.\n",
	  "holds growth 1:70\n" },
	{ "how far apart", "Forskellen mellem kvinder (85 pct.) og mænd (79 pct.) på Ø er 6 procentpoint.\n",
	  "holds growth 1:63\n" },
	{ "two years", "Andelen på Ø var 62 pct. i 2010 mod 57 pct. i 2009, en stigning på 5 procentpoint.\n",
	  "holds growth 1:68\n" },
};

static const struct rule_case must_leave[] = {
	{ "no figures to compare", "På Ærø kom 46 foreninger – en stigning på 15 pct. i forhold til året før.\n", "" },
	{ "no change is stated", "I juni 2008 var andelen på Ø faldet fra 49,5 pct. til 42,1 pct.\n", "" },
	{ "what was promised beside what came", "Antallet på Ø er faldet fra 48 til 33; der er lovet et fald på 2 om året.\n", "" },
	{ "what was promised, named first",
	  "The number on Ø has risen from 12 (2010) to 14 (2011); a fall of 50 per cent was promised.\n", "" },
	{ "a change each year", "Antallet på Ø er faldet fra 48 til 33, et fald på 3 om året.\n", "" },
	{ "another quantity", TABLE "Ledigheden på øerne er steget med 0,3 procentpoint siden 2008.\n", "" },
	{ "a promise", "Andelen på Ærø skal stige med 10 procentpoint fra 50 pct. til 70 pct.\n", "" },
	{ "ages", "Støtten på Ø til de unge fra 16 til 29 år er steget med 25 pct.\n", "" },
	{ "a time of its own", TABLE "Andelen af beskæftigede unge på øerne er steget med 9 procentpoint siden 1998.\n", "" },
	{ "nearly doubled", "Antallet på Ø er næsten fordoblet fra 45 i 2009 til 80 i 2011.\n",
	  "" },
	{ "of other things", "På Ø var der 84 forløb med 12 lærere, en stigning på 5 pct. i forhold til de 80 forløb i 2011.\n",
	  "" },
	{ "two groups and a rise of one", "Andelen på Ø er 55 pct. for kvinder og 63 pct. for mænd, en stigning på 4 procentpoint.\n",
	  "" },
};

static void
finds(void **state)
{
	(void)state;
	CHECK_RULE(audit_growths, must_find);
}

static void
holds(void **state)
{
	(void)state;
	CHECK_RULE(audit_growths, must_hold);
}

static void
leaves(void **state)
{
	(void)state;
	CHECK_RULE(audit_growths, must_leave);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds), cmocka_unit_test(holds), cmocka_unit_test(leaves),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
