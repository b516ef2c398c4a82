/* Running text: goals with their status, claims, the paper's title and date, and
 * what is told as not recognised. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "recognise_help.h"

static const struct paper_case goals[] = {
	{ "status below each goal", "a.txt",
	  "Status på Sikker By\n\nProgrammet har 3 effektmål:\n\n1) Antallet af utrygge områder falder med 50 %.\n\n"
	  "Status på mål 1: Antallet er steget til 14.\n\n2) Færre unge sigtes end i de andre byer.\n\nStatus for mål 2:\n\n"
	  "Andelen i 2009: 1,31 %\n\nAndelen i 2010: 1,20 %\n\n3) Ingen skoler skal lukke ved uro.\n\n"
	  "Status for mål 2: Metoden er under udvikling.\n\nÆldre borgere er ikke med i tallene.\n", GOALS(3) },
	{ "status under a heading, by meaning", "b.txt",
	  "Borgerservice\n\nMålene for borgerservice er:\n\n1) Mindst 80 pct. af kunderne er tilfredse.\n\n2) Trafikken på hjemmesiden øges med 50 %.\n\n"
	  "3) Samarbejde med foreninger på Østerbro.\n\nStatus for borgerservice april 2012\n\n"
	  "Besøgstallet på kk.dk er steget 28 %.\n\nDer er indledt et samarbejde med otte foreninger.\n\n"
	  "Over 80 % af kunderne er tilfredse.\n", GOALS(3) },
	{ "goal and status in one paragraph", "c.txt",
	  "Opfølgning\n\nMål 1: Flere børn i klub. Status: 40 børn er begyndt.\n\nMål 2: Færre ældre er ensomme. Status: Ikke målt.\n", GOALS(2) },
	{ "goal and status in paragraphs", "d.txt",
	  "Opfølgning\n\nMål 1: Flere børn i klub.\n\nStatus: 40 børn er begyndt.\n\nMål 2: Færre ældre er ensomme.\n\nStatus: Ikke målt.\n", GOALS(2) },
	{ "goals as headings", "e.md",
	  "# Opfølgning\n\n## Mål 1: Flere børn i klub\n\nStatus: 40 børn er begyndt.\n\n## Mål 2: Færre ældre er ensomme\n\nStatus på mål 2: Ikke målt.\n", GOALS(2) },
	{ "all goals, then all statuses by number", "f.txt",
	  "Opfølgning\n\nUdvalgets mål er:\n\n1. Flere børn i klub.\n\n2. Færre ældre er ensomme.\n\n"
	  "Status på mål 2: Ikke målt endnu.\n\nStatus på mål 1: 40 er begyndt.\n", GOALS(2) },
	{ "a list that is no goals", "g.txt",
	  "Opfølgning\n\nVi gør tre ting:\n\n1) Vi ringer.\n\n2) Vi skriver.\n\n3) Vi går på Ærøgade.\n\nStatus\n\nDet går godt.\n", NOTHING },
	{ "goals in Markdown", "h.md",
	  "# Opfølgning\n\nMålene er:\n\n1. Flere børn i klub.\n\n   Status: 40 børn er begyndt.\n\n2. Færre ældre er ensomme.\n\n   Status: Ikke målt.\n", GOALS(2) },
	{ "goal and status each under its heading", "g1.txt",
	  "Status 2010\n\nMål 1\n\nFlere unge får uddannelse.\n\nStatus\n\nAndelen er steget til 85 pct.\n\nMål 2\n\n"
	  "Færre unge er ledige.\n\nStatus\n\nLedigheden er steget.\n", GOALS(2) },
	{ "delmål", "g2.txt",
	  "Status 2010\n\nDelmål 1.1: Flere unge får uddannelse.\n\nStatus på delmål 1.1: Andelen er steget.\n\n"
	  "Delmål 1.2: Færre er ledige.\n\nStatus på delmål 1.2: Steget.\n", GOALS(2) },
	{ "letters for numbers", "g3.txt",
	  "Status 2010\n\nResultatmålene for indsatsen er følgende:\n\na) Flere unge får uddannelse.\n\n"
	  "b) Færre er ledige.\n\nStatus på mål a: Godt.\n\nStatus på mål b: Skidt.\n", GOALS(2) },
	{ "two lists in the same order", "g4.txt",
	  "Status 2010\n\nMål\n\n1. Flere unge får uddannelse.\n2. Færre er ledige.\n3. Flere går i klub.\n\nStatus\n\n"
	  "1. Andelen er steget.\n2. Ledigheden er steget.\n3. Klubberne er fulde.\n", GOALS(3) },
	{ "no numbers", "g5.txt",
	  "Status 2010\n\nMål: Flere unge får uddannelse.\n\nStatus: Andelen er steget.\n\nMål: Færre er ledige.\n\n"
	  "Status: Ledigheden er steget.\n", GOALS(2) },
	{ "cells with their labels", "g7.txt",
	  "Status 2010\n\nMål 1: Flere i job\tStatus: Steget\nMål 2: Færre hjemløse\tStatus: Faldet\n", GOALS(2) },
};

static void
goals_with_status(void **state)
{
	(void)state;
	CHECK_CASES(goals);
}

/* What stands under a goal is its status, whatever number its label has. */
static void
statuses_belong_to_their_goals(void **state)
{
	static const struct {
		int         paper, goal, status;
		const char *begins;
		uint32_t    line, column;
	} rows[] = {
		{ 0, 0, 0, "Antallet er steget", 7, 18 },
		{ 0, 1, 0, "Andelen i 2009", 13, 1 },
		{ 0, 1, 1, "Andelen i 2010", 15, 1 },
		{ 0, 2, 0, "Metoden", 19, 19 },
		{ 1, 0, 0, "Over 80 %", 17, 1 },
		{ 1, 1, 0, "Besøgstallet", 13, 1 },
		{ 1, 2, 0, "Der er indledt", 15, 1 },
		{ 2, 1, 0, "Ikke målt", 5, 40 },
		{ 5, 0, 0, "40 er begyndt", 11, 18 },
		{ 5, 1, 0, "Ikke målt", 9, 18 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct paper_case *c = &goals[rows[i].paper];
		struct arena             a = { 0 };
		struct recognition       r = read_paper(&a, str_from(c->name), str_from(c->text));
		const struct proposal   *p = nth(&r, PROPOSAL_GOAL_STATUS, rows[i].goal);
		const struct field      *f = field_of_kind(p, FIELD_STATUS, rows[i].status);

		if (f == NULL) {
			fail_msg("%s: no status %d", c->what, rows[i].status);
			abort();
		}
		if (!str_starts(f->text, str_from(rows[i].begins)) || f->line != rows[i].line ||
		    f->column != rows[i].column)
			fail_msg("%s: \"" STR_FMT "\" at %u:%u", c->what, STR_ARG(f->text), f->line, f->column);
		arena_free(&a);
	}
}

static const struct paper_case claim_cases[] = {
	{ "shares, points and amounts", "a.txt",
	  "Redegørelse\n\nAndelen i job er steget med 5,5 procentpoint. Det er glædeligt. Der er afsat 91,0 mio. kr. i 2009. "
	  "Undersøgelsen viser, at 72 % rejser igen.\n", CLAIMS(3) },
	{ "counts in relation", "b.txt",
	  "Redegørelse\n\nBesøget er steget fra 9.109 til 11.668. I alt deltog 250 forældre. 35 ud af 36 er tilfredse.\n", CLAIMS(3) },
	{ "prose without figures is text", "c.txt",
	  "Redegørelse\n\nDer arbejdes på Ærø og Åboulevarden. Sagsnr. 2010-72953 er afsluttet den 14. juni 2006.\n\n- Vi taler med alle.\n", CLAIMS(0) },
	{ "items", "d.md", "# Redegørelse\n\n- 40 pct. kom igen\n- de var glade\n", CLAIMS(1) },
	{ "abbreviations end no sentence", "e.txt",
	  "Redegørelse\n\nCa. 65 pct. af de unge, bl.a. fra Nørrebro, har fået 2 mio. kr. pr. år til fx. klubber mv. i 2009.\n", CLAIMS(1) },
};

static void
claims(void **state)
{
	(void)state;
	CHECK_CASES(claim_cases);
}

static void
places_of_claims(void **state)
{
	struct arena           a = { 0 };
	struct recognition     r = read_paper(&a, STR("a.txt"), str_from(claim_cases[0].text));
	const struct proposal *p = nth(&r, PROPOSAL_CLAIM, 1);
	const struct field    *f = field_of_kind(p, FIELD_CLAIM, 0);

	(void)state;
	if (f == NULL) {
		fail_msg("no claim");
		abort();
	}
	assert_true(str_eq(f->text, STR("Der er afsat 91,0 mio. kr. i 2009.")));
	assert_int_equal(p->line, 3);
	assert_int_equal(p->column, 65);
	arena_free(&a);
}

static void
titles_and_dates(void **state)
{
	static const struct {
		const char *text, *title, *from;        /* from: "" not dated */
		enum precision precision;
	} rows[] = {
		{ "Status på handleplanen april 2012\n\nTekst om Ørestad.\n", "Status på handleplanen april 2012",
		  "2012-04-01", PRECISION_MONTH },
		{ "Statusredegørelse for indsatsen 2009\n\nTekst.\n", "Statusredegørelse for indsatsen 2009",
		  "2009-01-01", PRECISION_YEAR },
		{ "Notat om Ærøgade\n\nKøbenhavn, den 14. juni 2011\n\nTekst om året 2008.\n", "Notat om Ærøgade",
		  "2011-06-14", PRECISION_DAY },
		{ "Handleplan 2011-2014\n\nEn plan vedtaget den 16. december 2010 i Rådhuset, som vi her beskriver nærmere.\n",
		  "Handleplan 2011-2014", "", PRECISION_DAY },
		{ "Notat\n\nTekst uden dato.\n", "Notat", "", PRECISION_DAY },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct arena       a = { 0 };
		struct recognition r = read_paper(&a, STR("a.txt"), str_from(rows[i].text));
		int32_t            from = 0;

		if (!str_eq(r.title, str_from(rows[i].title)))
			fail_msg("title " STR_FMT, STR_ARG(r.title));
		assert_int_equal(r.date.dated, rows[i].from[0] != '\0');
		if (r.date.dated) {
			assert_true(day_from_iso(str_from(rows[i].from), &from));
			assert_int_equal(r.date.from, from);
			assert_int_equal(r.date.precision, rows[i].precision);
		}
		arena_free(&a);
	}
}

static void
what_is_not_recognised(void **state)
{
	static const struct {
		const char *text, *begins;
		uint32_t    line, column;
	} rows[] = {
		{ "Notat\n\nVores mål er:\n\n1) Flere børn i klub.\n\n2) Færre ældre er ensomme.\n\nStatus på mål 1: God.\n",
		  "Færre ældre", 7, 1 },
		{ "Notat\n\nStatus på mål 3: Ingen ved, hvad Åse mente.\n", "Status på mål 3", 3, 1 },
		{ "Notat\n\nÆble\tPære\tBanan\tDrue\nRød\tGrøn\tGul\tBlå\n", "Æble", 3, 1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct arena       a = { 0 };
		struct recognition r = read_paper(&a, STR("a.txt"), str_from(rows[i].text));

		if (r.unknown_len == 0)
			fail_msg("%s: nothing", rows[i].begins);
		assert_int_equal(r.unknown[0].line, rows[i].line);
		assert_int_equal(r.unknown[0].column, rows[i].column);
		assert_true(str_starts(r.unknown[0].text, str_from(rows[i].begins)));
		arena_free(&a);
	}
}

static void
quotes(void **state)
{
	struct arena a = { 0 };
	struct str   long_text = arena_printf(&a, "%0*d ørn", 200, 7), words = STR_NONE;

	(void)state;
	for (int i = 0; i < 60; i++)
		words = arena_printf(&a, STR_FMT "æøå ", STR_ARG(words));
	assert_true(str_eq(quote_of(&a, STR(" Å\n b\t\tc ")), STR("Å b c")));
	assert_int_equal(utf8_length(quote_of(&a, long_text)), 160);
	assert_int_equal(utf8_length(quote_of(&a, words)), 159);
	assert_int_equal(quote_of(&a, STR_NONE).len, 0);
	arena_free(&a);
}

static void
codes(void **state)
{
	(void)state;
	for (int i = 0; i < PROPOSAL_KIND_COUNT; i++) {
		enum proposal_kind k = PROPOSAL_KIND_COUNT;

		assert_true(proposal_kind_from_code(proposal_kind_code((enum proposal_kind)i), &k));
		assert_int_equal(k, i);
	}
	for (int i = 0; i < FIELD_KIND_COUNT; i++) {
		enum field_kind f = FIELD_KIND_COUNT;

		assert_true(field_from_code(field_code((enum field_kind)i), &f));
		assert_int_equal(f, i);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(goals_with_status),
		cmocka_unit_test(statuses_belong_to_their_goals),
		cmocka_unit_test(claims),
		cmocka_unit_test(places_of_claims),
		cmocka_unit_test(titles_and_dates),
		cmocka_unit_test(what_is_not_recognised),
		cmocka_unit_test(quotes),
		cmocka_unit_test(codes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
