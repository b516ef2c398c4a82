/* What a paper does not state, and goals that nothing can be checked of. */
#include "rule_cases.h"

#define FORM(goal, status) \
	"Navn på indsats\tÅbent hus på Østerbro\nØkonomi\t1 mio. kr.\nMålgruppe\tÆldre\n" \
	"Mål\t" goal "\nStatus ift. målopfyldelse\t" status "\n"
#define INDICATOR(target, text) \
	"1.\tAndel ældre i København i forening\t40,0 pct.\t45,0 pct.\t50,0 pct.\tAndelen øges med 10 procentpoint\n" \
	"2.\tAndel unge i København i forening\t30,0 pct.\t35,0 pct.\t" target "\t" text "\n"
#define RESULTS(goal, indicator) \
	"Socialudvalget\n\nNr.\tResultatmål\tIndikator\tAktiviteter\n" \
	"1\tMindst 80 pct. af de ældre er trygge i 2012\tAndel trygge\tMøder\n" \
	"2\t" goal "\t" indicator "\tLygter på Ærøgade\n"

static void
must_find(void **state)
{
	static const struct rule_case rows[] = {
		{ "goal not applicable", FORM("./.", "20 møder holdt"),
		  "4 warning missing: mål er ikke oplyst for »Åbent hus på Østerbro«: der står kun »./.«", NULL },
		{ "status not applicable", FORM("100 møder i 2010", "./."), "5 warning missing: status", NULL },
		{ "question marks", FORM("??????", "20 møder holdt"), "4 warning missing: »??????«", NULL },
		{ "Ingen is the whole cell", FORM("Ingen", "20 møder holdt"), "4 warning missing: »Ingen«", NULL },
		{ "empty", FORM("100 møder i 2010", ""), "5 warning missing: feltet er tomt", NULL },
		{ "direction only", FORM("Andelen af trygge ældre skal stige", "Den er 40 pct."),
		  "4 warning unmeasurable: kun en retning", NULL },
		{ "falling", FORM("Antallet af utrygge ældre skal falde", "Det er 40"), "4 warning unmeasurable: kun en retning", NULL },
		{ "nothing to check", FORM("At skabe gode rammer for møder på tværs af byen", "De er skabt"),
		  "4 warning unmeasurable: kan ikke kontrolleres", NULL },
		{ "an indicator's direction", INDICATOR("Andel skal stige", ""), "2 warning unmeasurable: kun en retning", NULL },
		{ "a result goal without indicator", RESULTS("Mindst 50 pct. af gaderne er oplyst i 2012", "?"),
		  "5 warning missing: indikator er ikke oplyst", NULL },
		{ "a result goal that is not there is named by its number", RESULTS("Ingen", "Andel"),
		  "5 warning missing: resultatmål er ikke oplyst for »2«: der står kun »Ingen«", NULL },
		{ "one of two promises is a direction",
		  FORM("Andelen af trygge skal stige fra 51 pct. i april 2008. Målet er at udligne gabet på 6 procentpoint mellem ældre og unge.",
		       "Den er 52 pct."), "4 warning unmeasurable: kun en retning", NULL },
	};

	(void)state;
	CHECK_RULE(rows, AUDIT_MISSING, AUDIT_UNMEASURABLE);
}

static void
must_not_find(void **state)
{
	static const struct rule_case rows[] = {
		{ "stated", FORM("100 møder i 2010", "20 møder holdt"), "", NULL },
		{ "Ingen begins a promise", FORM("Ingen nye udsatte boligområder i København", "Ingen er kommet til"), "", NULL },
		{ "no challenges", FORM("100 møder i 2010", "20 møder holdt") "Udfordringer\tIngen\n", "", NULL },
		{ "a level beside a word", INDICATOR("40,0 pct.", "De unge skal være med i byens liv"), "", NULL },
		{ "the text of the row has the figure", INDICATOR("Andel skal stige", "Andelen øges med 5 procentpoint til 2012"), "", NULL },
		{ "a level for each year", "Indsatsområde\tIndikator\tUdgangspunkt 2011\tMåltal 2012\tMåltal 2013\n"
		  "Bo\tAndel unge på Ærø med bolig\t71 %\t73 %\t75 %\nJob\tAndel i job\t38,0 %\t39,0 %\t40,0 %\n",
		  "", NULL },
		{ "a set can be checked", FORM("Der må ikke komme nye udsatte boligområder i København.", "Ingen er kommet"), "", NULL },
		{ "a milestone can be checked", FORM("At materialet er udarbejdet inden udgangen af 2011.", "Det er på vej"), "", NULL },
		{ "a lead-in is no goal", FORM("<p>Målene er:</p> <ul> ▪ 100 møder i 2010 ▪ 50 æblefester i 2010 </ul>", "20 møder"), "", NULL },
		{ "a paper without forms", "Ældre på Ærø\n\nMålene er gode.\n", "", NULL },
		{ "amounts that are nil", "\t\t2009\t2010\tI alt\n1.1\tÆblehave\t1,0\t-\t1,0\n1.2\tÅen\t-\t-\t-\nI alt\t\t1,0\t-\t1,0\n", "", NULL },
	};

	(void)state;
	CHECK_RULE(rows, AUDIT_MISSING, AUDIT_UNMEASURABLE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(must_find),
		cmocka_unit_test(must_not_find),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
