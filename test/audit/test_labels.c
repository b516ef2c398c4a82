/* References that cannot be right, and titles whose year is not their section's. */
#include "rule_cases.h"

#define GOALS(last) \
	"Trygge gader\n\n" \
	"1) Andelen af trygge ældre øges med 5 procentpoint inden 2012.\n\n" \
	"Status for mål 1: Andelen er øget med 2 procentpoint.\n\n" \
	"2) Antallet af oplyste stier øges med 20 inden 2012.\n\n" \
	"Status for mål 2: Der er oplyst 8 stier på Østerbro.\n\n" \
	"3) Ingen skoler lukker.\n\n" \
	last

#define SECTIONS(year) \
	"1. Forvaltningens bidrag i " year " til målene\n\nBidraget er beskrevet i skemaet.\n\n" \
	"1.1 Status for Sprogcafé Åen\n\nCaféen er åben.\n\n" \
	"1.2 Status for Lektiehjælp\n\nHjælpen er i gang.\n\n" \
	"2. Øvrige indsatser i " year " uden for målene\n\nDe er få.\n\n" \
	"2.1 Status for Gårdhaver\n\nHaverne er anlagt.\n"

#define CONTENTS(first, second) \
	"Forvaltningens bidrag i " first " til målene\n\n" \
	"- 1.1 Status for Sprogcafé Åen\n- 1.2 Status for Lektiehjælp\n\n" \
	"Øvrige indsatser i " second " uden for målene\n\n- 2.1 Status for Gårdhaver\n\n"

static void
must_find(void **state)
{
	static const struct rule_case rows[] = {
		{ "the status of another goal",
		  GOALS("Status for mål 2: En metode er under udvikling.\n"),
		  "13 error label: status for mål 2 står under mål 3 (linje 11)", NULL },
		{ "a goal that does not exist",
		  GOALS("Status på mål 7: En metode er under udvikling på Nørrebro.\n"),
		  "13 error label: status for mål 7 står under mål 3", NULL },
		{ "with nr.",
		  GOALS("Status for mål nr. 1: En metode er under udvikling.\n"),
		  "13 error label: status for mål 1 står under mål 3", NULL },
		{ "in the middle of a list",
		  "Øer\n\n1) Øge andelen af ældre i foreninger til 50 pct.\n\nStatus for mål 1:\n\nDen er 40 pct.\n\n"
		  "2) Øge andelen af unge i foreninger til 50 pct.\n\nStatus for mål 3: Den er 30 pct.\n\n"
		  "3) Øge andelen af børn i foreninger til 50 pct.\n\nStatus for mål 3: Den er 20 pct.\n",
		  "11 error label: status for mål 3 står under mål 2", NULL },
		{ "the list of contents is a year behind",
		  CONTENTS("2010", "2011") SECTIONS("2011"),
		  "1 error label: overskriften siger 2010, men afsnittet i linje 10 siger 2011", NULL },
		{ "both titles are",
		  CONTENTS("2010", "2010") SECTIONS("2011"),
		  "1 error label: linje 10\n6 error label: linje 22", NULL },
		{ "a row that names the section with another year",
		  SECTIONS("2011") "\n\t\t2010\t2011\tI alt\n"
		  "Øvrige indsatser i 2010 uden for målene\t\t1,0\t2,0\t3,0\n2.1\tGårdhaver\t1,0\t2,0\t3,0\n",
		  "22 error label: overskriften siger 2010, men afsnittet i linje 13 siger 2011", NULL },
	};

	(void)state;
	CHECK_RULE(rows, AUDIT_LABEL);
}

static void
must_not_find(void **state)
{
	static const struct rule_case rows[] = {
		{ "each status under its goal", GOALS("Status for mål 3: En metode er under udvikling.\n"), "", NULL },
		{ "the statuses are a list of their own",
		  "Mål\n\n1) Øge andelen af ældre i job til 50 pct.\n\n2) Øge andelen af unge i job til 60 pct.\n\n"
		  "Status for mål 1: 40 pct.\n\nStatus for mål 2: 55 pct.\n", "", NULL },
		{ "under another heading",
		  GOALS("Status for mål 3: Ingen er lukket.\n\nOpfølgning året efter\n\nStatus for mål 1: Stadig 2 procentpoint.\n"),
		  "", NULL },
		{ "two lists",
		  "Øst\n\n1) Ældre i job øges til 50 pct.\n\nStatus for mål 1: 40 pct.\n\n2) Unge i job øges til 60 pct.\n\n"
		  "Status for mål 2: 55 pct.\n\nVest\n\n1) Børn i klub øges til 70 pct.\n\nStatus for mål 1: 65 pct.\n", "", NULL },
		{ "status of something else", GOALS("Status for målgruppen på Ærø: 14 unge.\n"), "", NULL },
		{ "a date is no goal", GOALS("Status for mål 3 i april 2012: uændret.\n"), "", NULL },
		{ "the same years", CONTENTS("2011", "2011") SECTIONS("2011"), "", NULL },
		{ "accounts of two years are two sections",
		  "1. Regnskab for ældreområdet på Amager 2010\n\nDet går.\n\n2. Regnskab for ældreområdet på Amager 2011\n\nDet går.\n\n"
		  "Regnskab for ældreområdet på Amager 2010\t1,0\t2,0\nRegnskab for ældreområdet på Amager 2011\t1,0\t2,0\n", "", NULL },
		{ "years in running text",
		  SECTIONS("2011") "\nØvrige indsatser i 2010 uden for målene er nedlagt, fordi de ikke virkede.\n", "", NULL },
		{ "few words", "1. Budget 2011\n\nSe nedenfor, også for Ørestad.\n\nBudget 2010\t1,0\t2,0\nAndet\t1,0\t2,0\n", "", NULL },
	};

	(void)state;
	CHECK_RULE(rows, AUDIT_LABEL);
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
