/* A method that changed, with and without its target. */
#include "rule_cases.h"

#define FORM(goal, status) \
	"Navn på indsats\tFlere i job på Ø\nØkonomi\t1 mio. kr.\nMålgruppe\tÆldre ledige\nMål\t" goal "\n" \
	"Status ift. målopfyldelse\t" status "\n\n"

static void
must_find(void **state)
{
	static const struct rule_case rows[] = {
		{ "the target is said to be unchanged",
		  "Opgørelsesmetoden for beskæftigelsen på Ø er ændret i 2009. Målet på 57 pct. er uændret.\n",
		  "1 warning break: målemetoden er ændret, og målet er ikke sat om", NULL },
		{ "in a form with a level",
		  FORM("Mindst 60 pct. er i job i 2012.", "Andelen er 58 pct. Bemærk, at andelen opgøres på en ny måde fra 2011."),
		  "5 warning break: »Mindst 60 pct. er i job i 2012.« (linje 4)", NULL },
		{ "a new question",
		  FORM("Andelen øges med 10 procentpoint inden udgangen af 2012.", "Der er databrud i 2010."),
		  "5 warning break: (linje 4)", NULL },
		{ "of a row of the table",
		  "Status for byens mål på Ærø 2009\n\nNr.\tIndikator\tStartmåling\tSeneste måling\tMåltal\tMål\n"
		  "1\tAndel beskæftigede unge på øerne\t40,0 pct.\t45,0 pct.\t50,0 pct.\tAndelen skal øges med 10 procentpoint\n\n"
		  "Bemærk, at opgørelsesmetoden for beskæftigede unge på øerne er ændret siden startmålingen.\n",
		  "6 warning break: »50,0 pct.« (linje 4)", NULL },
	};

	(void)state;
	CHECK_RULE(rows, AUDIT_BREAK);
}

static void
must_not_find(void **state)
{
	static const struct rule_case rows[] = {
		{ "re-based", "Opgørelsesmetoden på Ø er ændret, og målet på 57 pct. er derfor omregnet til 64 pct.\n", "", NULL },
		{ "a method that is being made", "Øen arbejder på at udvikle en ny målemetode. Målet er uændret.\n", "", NULL },
		{ "another kind of method", "De ansatte på Ø bruger en ny metode, og målet er stadig 80 pct.\n", "", NULL },
		{ "a direction has no level", FORM("Andelen skal stige.", "Andelen opgøres på en ny måde fra 2011."), "", NULL },
		{ "no target near", "Fra 2010 er der databrud i tallene for Ærø.\n", "", NULL },
		{ "unchanged method", FORM("Mindst 60 pct. er i job i 2012.", "Opgørelsesmetoden er ikke ændret på Ø."), "", NULL },
	};

	(void)state;
	CHECK_RULE(rows, AUDIT_BREAK);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(must_find), cmocka_unit_test(must_not_find) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
