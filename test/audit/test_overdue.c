/* Follow-ups that were promised and are not there. */
#include "rule_cases.h"

#define FORM(followup, status) \
	"Status for Åbent hus april 2010\n\n" \
	"Navn på indsats\tÅbent hus på Østerbro\nØkonomi\t1 mio. kr.\nMålgruppe\tÆldre\nMål\t100 møder i 2010\n" \
	"Planlagt opfølgning\t" followup "\nStatus ift. målopfyldelse\t" status "\n"
#define UNDATED(followup) \
	"Navn på indsats\tÅbent hus på Østerbro\nØkonomi\t1 mio. kr.\nMålgruppe\tÆldre\nMål\t100 møder i 2010\n" \
	"Planlagt opfølgning\t" followup "\nStatus ift. målopfyldelse\tI gang\n"

static void
must_find(void **state)
{
	static const struct rule_case rows[] = {
		{ "at the document's own date", FORM("Indsatsen evalueres i december 2009.", "I gang"),
		  "7 warning overdue: »december 2009«, det vil sige til og med 2009-12-31", NULL },
		{ "evaluated once, and again",
		  FORM("Indsatsen blev evalueret i december 2008 og evalueres igen i december 2009.", "I gang"),
		  "7 warning overdue: »december 2009«", NULL },
		{ "the middle of a year", FORM("Næste evaluering er medio 2009.", "I gang"),
		  "7 warning overdue: »medio 2009«, det vil sige til og med 2009-08-31", NULL },
		{ "in the status field", FORM("Løbende", "Første status forelægges udvalget august 2009."),
		  "8 warning overdue: »august 2009«", NULL },
		{ "later, when asked", FORM("Indsatsen evalueres i december 2010.", "I gang"),
		  "7 warning overdue: »december 2010«", "2011-01-01" },
		{ "without a year of its own", FORM("Der følges op i august, når kurserne er slut.", "I gang"),
		  "7 warning overdue: til og med 2010-08-31", "2011-01-01" },
		{ "an undated paper, when asked", UNDATED("Indsatsen evalueres i december 2009."),
		  "5 warning overdue: »december 2009«", "2010-06-01" },
		{ "a deadline", FORM("En evaluering skal foreligge inden udgangen af 2009.", "I gang"),
		  "7 warning overdue: til og med 2009-12-31", NULL },
	};

	(void)state;
	CHECK_RULE(rows, AUDIT_OVERDUE);
}

static void
must_not_find(void **state)
{
	static const struct rule_case rows[] = {
		{ "ahead", FORM("Indsatsen evalueres i december 2010.", "I gang"), "", NULL },
		{ "in the document's own month", FORM("Indsatsen evalueres i april 2010.", "I gang"), "", NULL },
		{ "an undated paper is not judged", UNDATED("Indsatsen evalueres i december 2009."), "", NULL },
		{ "done", FORM("Indsatsen blev evalueret i december 2008.", "I gang"), "", NULL },
		{ "recorded", FORM("Indsatsen evalueres i december 2009.", "Evalueringen i januar 2010 viste fremgang for de ældre."), "", NULL },
		{ "not yet due when asked", FORM("Indsatsen evalueres i december 2010.", "I gang"), "", "2010-12-31" },
		{ "without a date", FORM("Indsatsen evalueres årligt af Ærø Kommune.", "I gang"), "", NULL },
		{ "no follow-up", FORM("Løbende", "Caféen skal åbne i maj 2009 på Østerbro."), "", NULL },
		{ "a name with a year", FORM("Tryghedsmålingen 2009 forventes klar maj 2010.", "I gang"), "", NULL },
		{ "a period that was looked at", FORM("Konsulenter har evalueret arbejdet i perioden 20. april 2006 til 1. december 2008.", "I gang"), "", NULL },
	};

	(void)state;
	CHECK_RULE(rows, AUDIT_OVERDUE);
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
