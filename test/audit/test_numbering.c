/* Gaps and doubles in numbers, and lists of contents worded otherwise. */
#include "rule_cases.h"

#define SECTION(n, title) n " Status for " title "\n\nIndsatsen på Nørrebro er i gang.\n\n"
#define LIST(a, b, c) "Vi vil:\n\n" a " Åbne en café.\n" b " Øge trygheden.\n" c " Ændre praksis.\n\nDet er alt.\n"

static void
must_find(void **state)
{
	static const struct rule_case rows[] = {
		{ "a section is missing",
		  SECTION("2.1", "Sprogcafé") SECTION("2.2", "Lektiehjælp") SECTION("2.4", "Gårdhaver"),
		  "9 error numbering: nummer 2.3 mangler: efter 2.2 (linje 5) kommer 2.4", NULL },
		{ "several are missing", SECTION("2.1", "Æblehave") SECTION("2.5", "Ålaug"),
		  "5 error numbering: nummer 2.2-2.4 mangler", NULL },
		{ "the first is missing", "2. Indsatser i Ørestad\n\nDe er her.\n\n" SECTION("2.2", "Lektiehjælp"),
		  "5 error numbering: nummer 2.1 mangler", NULL },
		{ "a double", SECTION("2.1", "Sprogcafé") SECTION("2.2", "Lektiehjælp") SECTION("2.2", "Gårdhaver"),
		  "9 error numbering: nummer 2.2 står to gange", NULL },
		{ "after ten", SECTION("3.9", "Ægget") SECTION("3.10", "Øret") SECTION("3.12", "Åen"),
		  "9 error numbering: nummer 3.11 mangler", NULL },
		{ "a list leaps", LIST("1)", "2)", "4)"), "5 error numbering: nummer 3 mangler", NULL },
		{ "a list repeats", LIST("1)", "2)", "2)"), "5 error numbering: nummer 2 står to gange", NULL },
		{ "with dots", LIST("1.", "2.", "4."), "5 error numbering: nummer 3 mangler", NULL },
		{ "a column of numbers leaps",
		  "Nr.\tResultatmål\tIndikator\n1\tFlere ældre i job\tAndel\n2\tFlere unge i job\tAndel\n4\tFærre på Ærø uden job\tAndel\n",
		  "4 error numbering: nummer 3 mangler", NULL },
		{ "a column repeats",
		  "Nr.\tResultatmål\tIndikator\n1\tFlere ældre i job\tAndel\n2\tFlere unge i job\tAndel\n2\tFærre på Ærø uden job\tAndel\n",
		  "4 error numbering: nummer 2 står to gange", NULL },
		{ "another number than the one that is said to be left out",
		  "Nr.\tIndsats\tStatus\n2.1\tSprogcafé\tI gang\n2.2\tLektiehjælp\tI gang\n2.4\tÆblehave\tI gang\n\nIngen indsats har nummer 2.5. De er 2.3 mio. kr. værd.\n",
		  "4 error numbering: nummer 2.3 mangler", NULL },
		{ "budget lines leap by themselves",
		  SECTION("2.1", "Sprogcafé") SECTION("2.2", "Lektiehjælp")
		  "\t\t2009\t2010\tI alt\n2.1\tSprogcafé\t1,0\t1,0\t2,0\n2.3\tGårdhaver\t1,0\t1,0\t2,0\n2.4\tÅen\t1,0\t1,0\t2,0\n",
		  "11 error numbering: nummer 2.2 mangler: efter 2.1 (linje 10)", NULL },
		{ "the list of contents says otherwise",
		  "- 1.1 Status for Sprogcafé\n- 1.2 Status for Lektiehjælp\n- 1.3 Status for Åhaver\n\n"
		  SECTION("1.1", "Sprogcafé") SECTION("1.2", "Lektiehjælp") SECTION("1.3", "Gårdhaver"),
		  "3 warning numbering: »Status for Gårdhaver« (linje 13); kun i fortegnelsen: »Åhaver«", NULL },
		{ "a year on one side only",
		  "- 1.1 Status for Sprogcafé\n- 1.2 Status for Lektiehjælp\n- 1.3 Status for Åhaver 2010\n\n"
		  SECTION("1.1", "Sprogcafé") SECTION("1.2", "Lektiehjælp") SECTION("1.3", "Åhaver"),
		  "3 warning numbering: linje 13", NULL },
		{ "listed and not there",
		  "- 1.1 Status for Sprogcafé\n- 1.2 Status for Lektiehjælp\n- 1.3 Status for Åhaver\n- 1.4 Økonomi\n\n"
		  SECTION("1.1", "Sprogcafé") SECTION("1.2", "Lektiehjælp") SECTION("1.3", "Åhaver"),
		  "4 warning numbering: 1.4 står i indholdsfortegnelsen, men intet afsnit", NULL },
		{ "both the contents and the sections leap",
		  "- 1.1 Status for Sprogcafé\n- 1.2 Status for Lektiehjælp\n- 1.4 Status for Åhaver\n\n"
		  SECTION("1.1", "Sprogcafé") SECTION("1.2", "Lektiehjælp") SECTION("1.4", "Åhaver"),
		  "3 error numbering: nummer 1.3 mangler\n13 error numbering: nummer 1.3 mangler", NULL },
		{ "contents of single numbers leap once",
		  "Indhold\n\n1. Æbler ...... 2\n2. Ører ...... 3\n4. Åer ...... 4\n\n1. Æbler\n\nDe er her.\n\n2. Ører\n\nDe er her.\n\n"
		  "4. Åer\n\nDe er her.\n",
		  "5 error numbering: nummer 3 mangler\n15 error numbering: nummer 3 mangler", NULL },
		{ "contents in a table, with pages",
		  "Indhold\n\n1.1\tStatus for Sprogcafé\t3\n1.2\tStatus for Lektiehjælp\t5\n1.3\tStatus for Åhaver\t9\n\n"
		  SECTION("1.1", "Sprogcafé") SECTION("1.2", "Lektiehjælp på Østerbro") SECTION("1.3", "Åhaver"),
		  "4 warning numbering: kun i afsnittet: »Østerbro«", NULL },
	};

	(void)state;
	CHECK_RULE(rows, AUDIT_NUMBERING);
}

static void
must_not_find(void **state)
{
	static const struct rule_case rows[] = {
		{ "what a column leaves out is said below it",
		  "Nr.\tIndsats\tStatus\n2.1\tSprogcafé\tI gang\n2.2\tLektiehjælp\tI gang\n2.4\tÆblehave\tI gang\n2.7\tÅlaug\tI gang\n\n"
		  "Ingen indsats har nummer 2.3, 2.5 og 2.6.\n", "", NULL },
		{ "or above it",
		  "Nr. 2.3 er udgået i 2008.\n\nNr.\tIndsats\tStatus\n2.1\tSprogcafé\tI gang\n2.2\tLektiehjælp\tI gang\n2.4\tÆblehave\tI gang\n",
		  "", NULL },
		{ "sections in order", SECTION("2.1", "Æbler") SECTION("2.2", "Øl") "3. Åer\n\nDe løber.\n\n" SECTION("3.1", "Å"), "", NULL },
		{ "a chapter whose heading is lost", SECTION("2.1", "Æbler") SECTION("2.2", "Øl") SECTION("3.1", "Åen"), "", NULL },
		{ "the document begins in the middle", SECTION("4.7", "Æbler") SECTION("4.8", "Øl"), "", NULL },
		{ "a list restarts after a paragraph",
		  LIST("1)", "2)", "3)") "\nMålene for ældre er:\n\n1) Tryghed.\n2) Åbenhed.\n", "", NULL },
		{ "a list goes on after paragraphs",
		  "Vi vil:\n\n1) Åbne en café for alle.\n\nDen åbner i maj.\n\n2) Øge trygheden i gaden.\n\nDen er lav.\n\n3) Ændre praksis.\n", "", NULL },
		{ "a list in a list",
		  "Vi vil:\n\n1) Åbne:\n1) en café\n2) en klub\n2) Øge trygheden.\n3) Ændre praksis.\n", "", NULL },
		{ "a list at a new heading", LIST("1)", "2)", "3)") "\nØst for åen\n\n4) Åbne en café.\n5) Øge trygheden.\n", "", NULL },
		{ "a date begins a line", LIST("1.", "2.", "3.") "\n7. Maj 2009 åbnede caféen på Østerbro.\n", "", NULL },
		{ "budget lines are another system",
		  SECTION("2.1", "Sprogcafé") SECTION("2.2", "Lektiehjælp")
		  "\t\t2009\t2010\tI alt\n2.1\tSprogcafé\t1,0\t1,0\t2,0\n2.2\tGårdhaver\t1,0\t1,0\t2,0\n2.3\tÅen\t1,0\t1,0\t2,0\n", "", NULL },
		{ "numbers restart under a row of their own",
		  "Nr.\tResultatmål\tIndikator\n1\tFlere ældre i job\tAndel\n2\tFlere unge i job\tAndel\n"
		  "\tMålsætning: Trygge gader på Østerbro\t\n1\tFærre tyverier\tAntal\n2\tFlere lygter\tAntal\n", "", NULL },
		{ "numbers go on in the next table",
		  "Nr.\tResultatmål\tIndikator\n1\tFlere ældre i job\tAndel\n2\tFlere unge i job\tAndel\n\nSide 4\n\n"
		  "Nr.\tResultatmål\tIndikator\n3\tFærre tyverier på Ærø\tAntal\n4\tFlere lygter\tAntal\n", "", NULL },
		{ "counts are no numbers", "Børn\tFamilier\n1\t40\n2\t30\n4\t5\n5\t1 på Ærø\n", "", NULL },
		{ "ages without a header", "18\tÅr\t40\n19\tÅr\t30\n25\tÅr\t5\n", "", NULL },
		{ "footnotes", "Andelen er steget.¹\n\n¹ Målt i 2008 på Østerbro.\n\n³ Målt i 2009.\n", "", NULL },
		{ "contents as the sections, but for case and small words",
		  "- 1.1 Status for 'Åben By'\n- 1.2 Status for Lektiehjælp\n- 1.3 Status på Åhaver\n\n"
		  SECTION("1.1", "ÅBEN BY") SECTION("1.2", "lektiehjælp") SECTION("1.3", "Åhaver"), "", NULL },
		{ "two of a list stand in one line", "Vi vil:\n\n1) Åbne en café. 2) Øge trygheden.\n3) Ændre praksis.\n", "", NULL },
	};

	(void)state;
	CHECK_RULE(rows, AUDIT_NUMBERING);
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
