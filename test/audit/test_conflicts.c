/* Targets of the same measure that disagree. */
#include "rule_cases.h"

#define FORM(name, goal, contribution) \
	"Navn på indsats\t" name "\nØkonomi\t1 mio. kr.\nMålgruppe\tÆldre på Østerbro\nMål\t" goal "\n" \
	"Hvordan bidrager indsatsen til mål i politikken\t" contribution "\nStatus ift. målopfyldelse\tI gang\n\n"
#define LONELY "andelen af ensomme ældre i de almene boliger skal reduceres med "

static void
must_find(void **state)
{
	static const struct rule_case rows[] = {
		{ "percent against percentage points",
		  FORM("Åbent hus", "100 møder i 2010", "Et led i målet om, at " LONELY "10 pct. frem til 2012.")
		  FORM("Æblefest", "10 fester i 2010", "Det støtter målet om, at " LONELY "ti procentpoint frem til 2012.")
		  FORM("Øvelser", "30 hold i 2010", "Det fremmer trygheden, og at " LONELY "10 procentpoint frem til år 2012."),
		  "5 warning conflict: 10 pct. (linje 5) mod 10 procentpoint (linje 12, 19)", NULL },
		{ "inflected and in another order",
		  FORM("Åbent hus", "Andelen af ensomme ældre i almene boliger skal reduceres med 10 procentpoint", "Ja")
		  FORM("Æblefest", "I almene boliger reduceres andelen af ældre, der er ensomme, med 15 procentpoint", "Ja"),
		  "4 warning conflict: 10 procentpoint (linje 4) mod 15 procentpoint (linje 11)", NULL },
		{ "two levels",
		  FORM("Åbent hus", "Mindst 80 pct. af gæsterne er tilfredse med betjeningen i 2010", "Ja")
		  FORM("Æblefest", "Mindst 90 pct. af gæsterne er tilfredse med betjeningen i 2010", "Ja"),
		  "4 warning conflict: 80 pct. (linje 4) mod 90 pct. (linje 11)", NULL },
		{ "three",
		  FORM("Åbent hus", "Mindst 80 pct. af gæsterne er tilfredse med betjeningen", "Ja")
		  FORM("Æblefest", "Mindst 90 pct. af gæsterne er tilfredse med betjeningen", "Ja")
		  FORM("Øvelser", "Mindst 95 pct. af gæsterne er tilfredse med betjeningen", "Ja"),
		  "4 warning conflict: 80 pct. (linje 4) mod 90 pct. (linje 11) mod 95 pct. (linje 18)", NULL },
		{ "nearly the same, in compounds",
		  FORM("Åbent hus", "At 30 pct. af alle kontanthjælpsmodtagere påbegynder 6 måneders sammenhængende ordinær "
		       "beskæftigelse inden udløbet af den 3-årige projektperiode", "Ja")
		  FORM("Æblefest", "50 pct. af modtagere af kontanthjælp påbegynder 6 måneders sammenhængende ordinær "
		       "beskæftigelse eller uddannelse inden udløbet af den treårige projektperiode", "Ja"),
		  "4 warning conflict: 30 pct. (linje 4) mod 50 pct. (linje 11); kun linje 11 siger »eller uddannelse«", NULL },
		{ "up and down",
		  FORM("Åbent hus", "Andelen af frivillige ældre mentorer skal stige", "Ja")
		  FORM("Æblefest", "Andelen af frivillige ældre mentorer skal falde", "Ja"),
		  "4 warning conflict: stige (linje 4) mod falde (linje 11)", NULL },
		{ "two values of one share",
		  "Status for ældre på Østerbro 2010\n\nI juni 2008 var andelen af trygge ældre i boligerne 42,1 pct.\n\n"
		  "Andelen af trygge ældre i boligerne var 45,3 pct. i juni 2008.\n",
		  "5 warning conflict: 42,1 pct. (linje 3) mod 45,3 pct. (linje 5)", NULL },
	};

	(void)state;
	CHECK_RULE(rows, AUDIT_CONFLICT);
}

static void
must_not_find(void **state)
{
	static const struct rule_case rows[] = {
		{ "the same in both places",
		  FORM("Åbent hus", "100 møder i 2010", "Et led i målet om, at " LONELY "10 procentpoint frem til 2012.")
		  FORM("Æblefest", "10 fester i 2010", "Det støtter målet om, at " LONELY "ti procentpoint frem til år 2012."), "", NULL },
		{ "another year",
		  FORM("Åbent hus", "Mindst 80 pct. af gæsterne er tilfredse med betjeningen i 2010", "Ja")
		  FORM("Æblefest", "Mindst 90 pct. af gæsterne er tilfredse med betjeningen i 2012", "Ja"), "", NULL },
		{ "another group",
		  FORM("Åbent hus", "Mindst 80 pct. af de ældre kvinder er tilfredse med betjeningen", "Ja")
		  FORM("Æblefest", "Mindst 90 pct. af de ældre mænd er tilfredse med betjeningen", "Ja"), "", NULL },
		{ "a part of the group",
		  FORM("Åbent hus", "Mindst 80 pct. af de ældre gæster er tilfredse med betjeningen i caféen", "Ja")
		  FORM("Æblefest", "Mindst 90 pct. af de ældre kvindelige gæster er tilfredse med betjeningen i caféen", "Ja"), "", NULL },
		{ "another duration",
		  FORM("Åbent hus", "60 pct. af de unge er i job 6 måneder efter forløbet på Åen", "Ja")
		  FORM("Æblefest", "50 pct. af de unge er i job 12 måneder efter forløbet på Åen", "Ja"), "", NULL },
		{ "few words", FORM("Åbent hus", "80 pct. er trygge", "Ja") FORM("Æblefest", "90 pct. er trygge", "Ja"), "", NULL },
		{ "a level and a change",
		  FORM("Åbent hus", "Andelen af trygge ældre i boligerne øges med 10 procentpoint", "Ja")
		  FORM("Æblefest", "Mindst 80 pct. trygge ældre i boligerne", "Ja"), "", NULL },
		{ "two goals of one form", FORM("Åbent hus", "200 vejledningsforløb og 100 løntilskudspladser i 2010", "Ja"), "", NULL },
		{ "at least and at most",
		  FORM("Åbent hus", "Mindst 20 pct. af boligerne i kvarteret er almene boliger", "Ja")
		  FORM("Æblefest", "Højst 60 pct. af boligerne i kvarteret er almene boliger", "Ja"), "", NULL },
		{ "the same value, rounded",
		  "I juni 2008 var andelen af trygge ældre i boligerne 42,1 pct.\n\nAndelen af trygge ældre i boligerne var ca. 42 pct. i juni 2008.\n", "", NULL },
		{ "another period",
		  "I juni 2008 var andelen af trygge ældre i boligerne 42,1 pct.\n\nI juni 2009 var andelen af trygge ældre i boligerne 45,3 pct.\n", "", NULL },
		{ "another place",
		  "I juni 2008 var andelen af trygge ældre i boligerne på Amager 42,1 pct.\n\nI juni 2008 var andelen af trygge ældre i boligerne på Østerbro 45,3 pct.\n", "", NULL },
	};

	(void)state;
	CHECK_RULE(rows, AUDIT_CONFLICT);
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
