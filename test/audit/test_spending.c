/* Money allocated or spent far from what was granted or planned. */
#include "rule_cases.h"

#define FORM(economy, status) \
	"Navn på indsats\tÅbent hus på Østerbro\nØkonomi\t" economy "\nMålgruppe\tÆldre\n" \
	"Mål\t100 møder i 2010\nStatus ift. målopfyldelse\t" status "\n"

static void
must_find(void **state)
{
	static const struct rule_case rows[] = {
		{ "of", FORM("Se status", "Der er udmøntet 239.000 kr. af de bevilgede 500.000 kr. til æblehaver."),
		  "5 warning spending: 239.000 kr. er under halvdelen af de 500.000 kr.", NULL },
		{ "granted, of which", FORM("Se status", "Der er bevilget 500.000 kr., hvoraf 239.000 kr. er fordelt."),
		  "5 warning spending: 239.000 kr.", NULL },
		{ "in the next sentence",
		  FORM("Se status", "Puljen er på 500.000 kr. i budgettet. Indtil videre er 239.000 kr. uddelt til ældre."),
		  "5 warning spending: 239.000 kr.", NULL },
		{ "the field says what was granted", FORM("500.000 kr.", "Der er brugt 120.000 kr."),
		  "5 warning spending: 120.000 kr. er under halvdelen af de 500.000 kr.", NULL },
		{ "in millions", FORM("Der er afsat 2,0 mio. kr.", "Forbruget har været 0,4 mio. kr. på grund af sen åbning."),
		  "5 warning spending: 0,4 mio. kr.", NULL },
		{ "too much", FORM("Der er afsat 2,0 mio. kr.", "Forbruget har været 2,9 mio. kr."),
		  "5 warning spending: mere end en fjerdedel over de 2,0 mio. kr.", NULL },
		{ "columns", "Projekt\tBevilget\tForbrug\nÆblehave\t500.000\t480.000\nÅen\t300.000\t20.000\nØen\t100.000\t100.000\n",
		  "3 warning spending: 20.000 er under halvdelen af de 300.000", NULL },
		{ "a project of an agreement",
		  "Aftale\n\n1. Sprogcafé (500.000 kr.)\n\nFormål: At ældre lærer dansk.\n\nStatus: Der er udbetalt 100.000 kr. til Åhuset.\n\n"
		  "2. Æblefest (1 mio. kr.)\n\nFormål: At unge mødes.\n\nStatus: Alle penge er brugt.\n",
		  "7 warning spending: 100.000 kr. er under halvdelen af de 500.000 kr.", NULL },
	};

	(void)state;
	CHECK_RULE(rows, AUDIT_SPENDING);
}

static void
must_not_find(void **state)
{
	static const struct rule_case rows[] = {
		{ "years of spending under one grant",
		  "Projekt\tBevilling\tForbrug 2009\tForbrug 2010\tForbrug i alt\nÅen\t2.400.000\t1.100.000\t1.250.000\t2.350.000\n",
		  "", NULL },
		{ "most of it", FORM("500.000 kr.", "Der er brugt 460.000 kr."), "", NULL },
		{ "half of it", FORM("500.000 kr.", "Der er brugt 250.000 kr."), "", NULL },
		{ "a part for one purpose", FORM("4,5 mio. kr. Af de 4,5 mio. kr. anvendes ca. 1 mio. kr. til drift af Ånettet.", "I gang"), "", NULL },
		{ "earmarked", FORM("Brutto 53,8 mio. kr. Heraf er 4,2 mio. kr. øremærket til unge.", "I gang"), "", NULL },
		{ "a split", FORM("Der er bevilget 129,6 mio. kr., fordelt på ældre med 119,2 mio. kr. og unge med 10,4 mio. kr.", "I gang"), "", NULL },
		{ "one quarter of a year", FORM("Der er afsat 2,0 mio. kr.", "Forbruget i 1. kvartal 2010 er 0,4 mio. kr."), "", NULL },
		{ "granted twice", FORM("Der er bevilget 5 mio. kr. i 2009 og 1 mio. kr. i 2010.", "I gang på Ærø"), "", NULL },
		{ "no money", FORM("Ingen", "Der er brugt 40 æbler af 500."), "", NULL },
		{ "an interim column", "Projekt\tBevilget\tForbrug 1. halvår 2010\nÆblehave\t500.000\t80.000\n", "", NULL },
		{ "no plan", "Projekt\tAntal\tForbrug\nÆblehave\t500.000\t80.000\n", "", NULL },
	};

	(void)state;
	CHECK_RULE(rows, AUDIT_SPENDING);
}

/* An amount is written as the sentence around it is. */
static void
speaks_english(void **state)
{
	static const struct {
		const char *text, *en;
	} rows[] = {
		{ FORM("Der er afsat 2,0 mio. kr. til æblehaver.", "Forbruget har været 0,4 mio. kr."),
		  "DKK 0.4 million is less than half of the DKK 2.0 million that was granted or planned" },
		{ FORM("500.000 kr.", "Der er brugt 120.000 kr. på Ærø."),
		  "DKK 120,000 is less than half of the DKK 500,000 that was granted or planned" },
		{ "Projekt\tBevilget\tForbrug\nÅen\t300.000\t20.000\n",
		  "20,000 is less than half of the 300,000 that was granted or planned" },
		{ "Projekt\tBevilget\tForbrug\nÅen\t0,3 mio. kr.\t0,5 mio. kr.\n",
		  "DKK 0.5 million is more than a quarter above the DKK 0.3 million that was granted or planned" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct arena        a = { 0 };
		struct audit_report r = audit_text(&a, rows[i].text, NULL);
		size_t              said = 0;

		for (size_t k = 0; k < r.findings; k++) {
			if (r.finding[k].code != AUDIT_SPENDING)
				continue;
			said++;
			if (!str_eq(r.finding[k].en, str_from(rows[i].en)))
				fail_msg(STR_FMT, STR_ARG(r.finding[k].en));
		}
		assert_int_equal(said, 1);
		arena_free(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(must_find),
		cmocka_unit_test(must_not_find),
		cmocka_unit_test(speaks_english),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
