/* Status forms and projects of agreements, in the ways that offices set them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "recognise_help.h"

static const struct paper_case forms[] = {
	{ "two forms, one per heading", "a.txt",
	  "Status for indsatser på Nørrebro 2009\n\n"
	  "2.1 Status for jobpatruljen\n\n"
	  "Navn på indsats\tJobpatrulje i boligområder\n"
	  "Økonomi\tDer er afsat 6,9 mio. kr. i 2009\n"
	  "Afsæt\tBeskæftigelsesaftalen 2007\n"
	  "Målgruppe\t<p><i>Målgruppe:</i> 2.091 ledige</p> <p><i>Karakteristika for målgruppen:</i> Mange bor på Ærøgade</p>\n"
	  "Beskriv aktiviteterne\t<ul> ▪ Vi ringer på døren. ▪ Vi åbner et rådhjørne.\n"
	  "Mål\tMindst 95 pct. har fået et tilbud ved udgangen af 2009.\n"
	  "Hvordan bidrager indsatsen til mål i integrationspolitikken\tDen får flere i job.\n"
	  "Planlagt opfølgning\tHvert kvartal.\n"
	  "Status ift. målopfyldelse\tCa. 65 pct. er nået.\n\n"
	  "2.2 Status for helbredsteam\n\n"
	  "Navn på indsats\tHelbredsteam\nØkonomi\t2,0 mio. kr.\nMål\tMålet er 100 forløb i 2009.\n"
	  "Status ift. målopfyldelse\t23 forløb er gennemført.\n", { { 2, 0, 0, 0, 1, 0, 0, -1 }, 0 } },
	{ "colons, another order, capitals", "b.txt",
	  "Skemaer\n\nNAVN PÅ INDSATS:\tSprogværksted\nSTATUS PÅ INDSATSEN:\tÅbnede i maj.\nMÅL:\t40 kursister i 2011\n"
	  "MÅLGRUPPE:\tÆldre på Østerbro\nØKONOMI:\t300.000 kr.\n", FORMS(1) },
	{ "other words for the labels", "c.txt",
	  "Skemaer\n\nIndsatsens navn\tLæsehjælp\nBeskrivelse af aktiviteter\tFrivillige læser højt.\n"
	  "Status i forhold til målopfyldelse\tPå vej.\nOpfølgning\tÅrligt.\n", FORMS(1) },
	{ "a slip of the scanner", "d.txt",
	  "Skemaer\n\nNavn pa indsats\tLæsehjælp\nOkonomi\t1 mio. kr.\nMalgruppe\tBørn\nPlanlagt opfolgning\tI maj\n"
	  "Status ift. malopfyldelse\tI gang\n", FORMS(1) },
	{ "extra labels", "e.txt",
	  "Skemaer\n\nNavn på indsats\tKlub Ø\nAnsvarlig\tSOF\nTidsplan\t2011-2014\nKontaktperson\tÅse\n"
	  "Økonomi\t0 kr.\nMål\t?\nUdfordringer\tIngen\nStatus på indsatsen\tEtableret\n", FORMS(1) },
	{ "split over pages", "f.txt",
	  "Skemaer\n\nNavn på indsats\tKlub Ø\nØkonomi\t1 mio. kr.\nMålgruppe\tBørn fra seks år\n\n12\n\n"
	  "\tog deres forældre\nMål\tMindst 80 pct. kommer igen.\n\nStatus på indsatsen\tDer er 40 medlemmer.\n", FORMS(1) },
	{ "several forms in one table", "g.txt",
	  "Skemaer\n\nNavn på indsats\tKlub A\nØkonomi\t1 mio. kr.\nMål\t20 medlemmer\n"
	  "Navn på indsats\tKlub Å\nØkonomi\t2 mio. kr.\nMål\t30 medlemmer\n"
	  "Navn på indsats\tKlub Æ\nØkonomi\t3 mio. kr.\nMål\t40 medlemmer\n", FORMS(3) },
	{ "the name is missing", "h.txt",
	  "Skemaer\n\n3.1 Status på klubber\n\nØkonomi\t1 mio. kr.\nMålgruppe\tBørn\nMål\t20 medlemmer\n\n"
	  "3.2 Status på lektiecaféer\n\nØkonomi\t2 mio. kr.\nMålgruppe\tElever\nAktivitet\tLektiehjælp\nStatus på indsatsen\t./.\n", FORMS(2) },
	{ "most rows are missing", "i.txt",
	  "Skemaer\n\nNavn på indsats\tKlub Ø\nStatus\tI gang\n", FORMS(1) },
	{ "a label cut in two rows", "j.txt",
	  "Skemaer\n\nNavn på indsats\tKlub Ø\nHvordan bidrager indsatsen til\tDen samler børn\n"
	  "mål i inklusionspolitikken\ti fritiden.\nMål\t20 medlemmer\n", FORMS(1) },
	{ "Markdown", "k.md",
	  "# Skemaer\n\n## 2.1 Klub Ø\n\n| Navn på indsats | Klub Ø |\n| --- | --- |\n| Økonomi | 1 mio. kr. |\n"
	  "| Målgruppe | Børn på Amager |\n| Mål | Mindst 20 medlemmer |\n| Status på indsatsen | 18 medlemmer |\n", FORMS(1) },
	{ "CSV", "l.csv",
	  "Navn på indsats;Klub Ø\nØkonomi;1 mio. kr.\nMålgruppe;\"Børn; også ældre\"\nMål;Mindst 20 medlemmer\n", FORMS(1) },
	{ "side by side", "m.csv",
	  "Indsats;Økonomi;Målgruppe;Mål;Status\nKlub Ø;1 mio. kr.;Børn;20 medlemmer;18 medlemmer\n"
	  "Klub Å;2 mio. kr.;Unge;30 medlemmer;31 medlemmer\n", FORMS(2) },
	{ "labels in running text", "n.md",
	  "# Skemaer\n\n## 2.1 Klub Ø\n\nNavn på indsats: Klub Ø\n\nØkonomi: 1 mio. kr.\n\nMålgruppe: Børn\n\nMål: 20 medlemmer\n", FORMS(1) },
	{ "an office's own section headings are no form", "o.md",
	  "# Indstilling\n\n## Baggrund\n\nUdvalget bad om en plan.\n\n## Økonomi\n\nIngen.\n\n## Status\n\nPlanen er på vej.\n\n"
	  "## Målgruppe\n\nAlle.\n", NOTHING },
	{ "labels in bold paragraphs", "f1.txt",
	  "Statusskemaer\n\n1. Klub Ø\n\n<p><b>Navn på indsats</b></p>\t<p>Klub Ø</p>\n"
	  "<p><b>Økonomi</b></p>\t<p>1 mio. kr.</p>\n<p><b>Mål</b></p>\t<p>20 børn</p>\n\n2. Klub Å\n\n"
	  "<p><b>Navn på indsats</b></p>\t<p>Klub Å</p>\n<p><b>Økonomi</b></p>\t<p>1 mio. kr.</p>\n", FORMS(2) },
	{ "brackets and questions in labels, an empty column", "f2.txt",
	  "Statusskemaer\n\nNavn på indsatsen\tKlub Ø\t\n---\t---\t---\nØkonomi (afsatte midler i 2009)\t1 mio. kr.\t\n"
	  "Afsæt (politisk beslutning)\tBR 09.10.08\t\nMålgruppe (hvem)\tBørn\t\nAktiviteter\tSport\t\n"
	  "Mål for indsatsen\t20 børn\t\nHvordan bidrager indsatsen til inklusionspolitikken?\tJa\t\n"
	  "Planlagt opfølgning og evaluering\t2012\t\nStatus i forhold til målopfyldelsen\tFint\t\n", FORMS(1) },
	{ "numbered names", "f3.txt",
	  "Statusskemaer\n\nIndsats 1\tKlub Ø\nØkonomi\t1 mio. kr.\nMål\t20\nStatus\tI gang\nIndsats 2\tKlub Å\n"
	  "Økonomi\t1 mio. kr.\nMål\t20\nStatus\tI gang\n", FORMS(2) },
	{ "labels and texts in turn, without a table", "f4.txt",
	  "Statusskemaer\n\n2.1 Klub Ø\n\nNavn på indsats\n\nKlub Ø\n\nØkonomi\n\n1 mio. kr.\n\nMålgruppe\n\nBørn\n\n"
	  "Mål\n\n20 børn\n\nStatus på indsatsen\n\nFint.\n\n2.2 Klub Å\n\nNavn på indsats\n\nKlub Å\n\nØkonomi\n\n"
	  "2 mio. kr.\n\nMålgruppe\n\nBørn\n\nMål\n\n20 børn\n\nStatus på indsatsen\n\nFint.\n", FORMS(2) },
	{ "rows marked with letters", "f6.txt",
	  "Statusskemaer\n\nA\tNavn på indsats\tKlub Ø\nB\tØkonomi\t1 mio. kr.\nC\tMål\t20 børn\n"
	  "D\tStatus på indsatsen\tFint\n", FORMS(1) },
	{ "a header that says nothing", "f9.txt",
	  "Statusskema\n\nFelt\tIndhold\nNavn på indsats\tKlub Ø\nØkonomi\t1 mio. kr.\nMål\t20 børn\n\nFelt\tIndhold\n"
	  "Navn på indsats\tKlub Å\nØkonomi\t1 mio. kr.\nMål\t20 børn\n", FORMS(2) },
};

static void
status_forms(void **state)
{
	(void)state;
	CHECK_CASES(forms);
}

static const struct paper_case agreements[] = {
	{ "headings and labelled paragraphs", "a.txt",
	  "Integrationsaftale 2011\n\n1. Sprogcafé på Østerbro (1 mio. kr.)\n\nFormål: At ældre lærer dansk.\n\n"
	  "Status: Caféen åbnede i maj.\n\nUdfordringer: Ingen.\n\n"
	  "2. Fritidsguider (1,5 mio. kr. årligt)\n\nFormål: At børn får en fritid.\n\nStatus: 40 børn er fulgt.\n\n"
	  "Udfordringer: Der mangler guider.\n", PROJECTS(2) },
	{ "no amount", "b.md",
	  "# Aftale\n\n## 1. Sprogcafé\n\nFormål: At ældre lærer dansk.\n\nStatus: Åben.\n\n## 2. Fritidsguider\n\n"
	  "Formål: At børn får en fritid.\n\nStatus: I gang.\n", PROJECTS(2) },
	{ "labels as headings", "c.md",
	  "# Aftale\n\n## 1. Sprogcafé (500.000 kr.)\n\n### Formål\n\nAt ældre lærer dansk.\n\n### Status\n\nÅben.\n\n"
	  "### Udfordringer\n\nIngen.\n\n## 2. Fritidsguider (2 mio. kr. i 2011)\n\n### Formål\n\nAt børn får en fritid.\n\n"
	  "### Status\n\nI gang.\n\n### Udfordringer\n\nFå guider.\n", PROJECTS(2) },
	{ "a table with the labels", "d.txt",
	  "Aftale om integration\n\n1. Sprogcafé (1 mio. kr.)\n\nFormål\tAt ældre lærer dansk\nStatus\tÅben\nUdfordringer\tIngen\n\n"
	  "2. Fritidsguider (2 mio. kr.)\n\nFormål\tAt børn får en fritid\nStatus\tI gang\nUdfordringer\tFå guider\n", PROJECTS(2) },
	{ "names as rows of the table", "e.txt",
	  "Aftale om integration\n\n1. Sprogcafé (1 mio. kr.)\t\nFormål\tAt ældre lærer dansk\nStatus\tÅben\nUdfordringer\tIngen\n"
	  "2. Fritidsguider (2 mio. kr.)\t\nFormål\tAt børn får en fritid\nStatus\tI gang\nUdfordringer\tFå guider\n", PROJECTS(2) },
	{ "all labels in one paragraph", "f.md",
	  "# Aftale\n\n1. Sprogcafé (1 mio. kr.)\n\n   Formål: At ældre lærer dansk. Status: Åben. Udfordringer: Ingen.\n\n"
	  "2. Fritidsguider (2 mio. kr.)\n\n   Formål: At børn får fritid. Status: I gang. Udfordringer: Få guider.\n", PROJECTS(2) },
	{ "prose instead of labels", "g.txt",
	  "Aftale om integration\n\n1. Sprogcafé (1 mio. kr.)\n\nCaféen er åben for alle.\n\n2. Fritidsguider (2 mio. kr.)\n\nGuiderne er fundet.\n", PROJECTS(2) },
	{ "columns", "h.csv",
	  "Projekt;Beløb;Formål;Status;Udfordringer\nSprogcafé;1 mio. kr.;Dansk;Åben;Ingen\nFritidsguider;2 mio. kr.;Fritid;I gang;Få guider\n", PROJECTS(2) },
	{ "numbers start anew under another theme", "i.txt",
	  "Aftale om integration\n\nBørn og unge\n\n1. Sprogcafé (1 mio. kr.)\n\nFormål: Dansk.\n\nStatus: Åben.\n\n"
	  "Beskæftigelse\n\n1. Fritidsguider (2 mio. kr.)\n\nFormål: Job.\n\nStatus: I gang.\n", PROJECTS(2) },
	{ "the name beside its labels", "ag3.txt",
	  "Aftale\n\n1. Mentorer (1 mio. kr)\tFormål\tUnge\n\tStatus\tI gang\n\tUdfordringer\tIngen\n"
	  "2. Caféer (2 mio. kr)\tFormål\tLæsning\n\tStatus\tI gang\n\tUdfordringer\tIngen\n", PROJECTS(2) },
	{ "labels inside one cell", "ag4.txt",
	  "Aftale\n\n"
	  "<p><b>1. Mentorer</b> (1 mio. kr)</p>\t<p>Formål: Unge</p> <p>Status: I gang</p> <p>Udfordringer: Ingen</p>\n"
	  "<p>2. Caféer (2 mio. kr)</p>\t<p>Formål: Læsning</p> <p>Status: I gang</p>\n", PROJECTS(2) },
	{ "everything an item", "ag5.txt",
	  "Aftale\n\n- 1. Mentorer (1 mio. kr)\n- Formål: Unge\n- Status: I gang\n- Udfordringer: Ingen\n\n"
	  "- 2. Caféer (2 mio. kr)\n- Formål: Åben dør\n- Status: I gang\n", PROJECTS(2) },
};

static void
agreement_projects(void **state)
{
	(void)state;
	CHECK_CASES(agreements);
}

static void
says(const struct proposal *p, enum field_kind kind, int n, const char *text, uint32_t line, uint32_t column)
{
	const struct field *f = field_of_kind(p, kind, n);

	if (f == NULL) {
		fail_msg("no field " STR_FMT " %d", STR_ARG(field_code(kind)), n);
		abort();
	}
	if (!str_eq(f->text, str_from(text)) || f->line != line || f->column != column)
		fail_msg(STR_FMT " at %u:%u, not \"%s\" at %u:%u", STR_ARG(f->text), f->line, f->column,
		    text, line, column);
}

static void
what_a_form_says(void **state)
{
	struct arena           a = { 0 };
	struct recognition     r = read_paper(&a, STR("a.txt"), str_from(forms[0].text));
	const struct proposal *p = nth(&r, PROPOSAL_STATUS_FORM, 0);

	(void)state;
	assert_true(str_eq(p->title, STR("Jobpatrulje i boligområder")));
	assert_int_equal(p->line, 5);
	says(p, FIELD_NUMBER, 0, "2.1", 3, 1);
	says(p, FIELD_TITLE, 0, "Jobpatrulje i boligområder", 5, 17);
	says(p, FIELD_ECONOMY, 0, "Der er afsat 6,9 mio. kr. i 2009", 6, 9);
	says(p, FIELD_TARGET_GROUP, 0, "2.091 ledige", 8, 32);
	says(p, FIELD_CHARACTERISTICS, 0, "Mange bor på Ærøgade", 8, 90);
	says(p, FIELD_ACTIVITY, 0, "Vi ringer på døren.", 9, 30);
	says(p, FIELD_ACTIVITY, 1, "Vi åbner et rådhjørne.", 9, 52);
	says(p, FIELD_GOAL, 0, "Mindst 95 pct. har fået et tilbud ved udgangen af 2009.", 10, 5);
	says(p, FIELD_CONTRIBUTION, 0, "Den får flere i job.", 11, 61);
	says(p, FIELD_FOLLOWUP, 0, "Hvert kvartal.", 12, 21);
	says(p, FIELD_STATUS, 0, "Ca. 65 pct. er nået.", 13, 27);
	assert_true(r.date.dated);
	assert_int_equal(r.date.from, day_of(2009, 1, 1));
	arena_free(&a);
}

static void
what_a_project_says(void **state)
{
	struct arena           a = { 0 };
	struct recognition     r = read_paper(&a, STR("a.txt"), str_from(agreements[0].text));
	const struct proposal *p = nth(&r, PROPOSAL_AGREEMENT_PROJECT, 1);

	(void)state;
	assert_true(str_eq(p->title, STR("Fritidsguider")));
	says(p, FIELD_NUMBER, 0, "2", 11, 1);
	says(p, FIELD_TITLE, 0, "Fritidsguider", 11, 4);
	says(p, FIELD_AMOUNT, 0, "1,5 mio. kr. årligt", 11, 19);
	says(p, FIELD_PURPOSE, 0, "At børn får en fritid.", 13, 9);
	says(p, FIELD_STATUS, 0, "40 børn er fulgt.", 15, 9);
	says(p, FIELD_CHALLENGE, 0, "Der mangler guider.", 17, 15);
	arena_free(&a);
}

/* A row with a label that nobody knows is told, not dropped. */
static void
unknown_label(void **state)
{
	struct arena       a = { 0 };
	struct recognition r = read_paper(&a, STR("a.txt"),
	    STR("Skemaer\n\nNavn på indsats\tKlub Ø\nKvadratrod\tÆh\nØkonomi\t1 kr.\nMål\t20 børn\n"));

	(void)state;
	assert_int_equal(count_of(&r, PROPOSAL_STATUS_FORM), 1);
	assert_int_equal(r.unknown_len, 1);
	assert_int_equal(r.unknown[0].line, 4);
	assert_true(str_starts(r.unknown[0].text, STR("Kvadratrod")));
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(status_forms),
		cmocka_unit_test(agreement_projects),
		cmocka_unit_test(what_a_form_says),
		cmocka_unit_test(what_a_project_says),
		cmocka_unit_test(unknown_label),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
