/* What sentences expect, and sentences that expect nothing that can be compared. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "recognise_help.h"
#include "recognise/forecast.h"

static const struct {
	const char *sentence;
	const char *subject, *figure, *when;    /* NULL: none */
} rows[] = {
	/* whose level it is stands before the verb */
	{ "Andelen i job forventes at nå 65 pct. i 2010.", "Andelen i job", "65 pct.", "2010" },
	{ "Andelen af ældre på Ærø, der er trygge, ventes at stige til ca. 82,5 pct. i 2012.",
	  "Andelen af ældre på Ærø, der er trygge", "ca. 82,5 pct.", "2012" },
	{ "Ledigheden skønnes at falde til under 4 pct. i 2011.", "Ledigheden", "under 4 pct.", "2011" },
	{ "Elevtallet forventes i 2013 at være 1.250.", "Elevtallet", "1.250", "2013" },
	{ "Antallet af pladser anslås at udgøre 4.500 i 2011.", "Antallet af pladser", "4.500", "2011" },
	{ "Andelen af unge i job forventes at stige fra 60 til 65 pct. i 2010.", "Andelen af unge i job", "65 pct.", "2010" },
	{ "Andelen af 18-25-årige i job forventes at nå 65 pct. i 2010.", "Andelen af 18-25-årige i job", "65 pct.", "2010" },
	{ "Fraværet forventes reduceret til 5 pct. i 2012.", "Fraværet", "5 pct.", "2012" },
	{ "Beskæftigelsen forventes fortsat at ligge på 60-65 pct. i 2010.", "Beskæftigelsen", "60-65 pct.", "2010" },
	/* or behind it */
	{ "I 2010 forventes beskæftigelsen at nå 65 pct.", "beskæftigelsen", "65 pct.", "2010" },
	{ "På længere sigt ventes fraværet at falde til 4 pct. i 2014.", "fraværet", "4 pct.", "2014" },
	{ "Hvis indsatsen fortsætter, forventes andelen af trygge borgere at nå 80 pct. i 2012.",
	  "andelen af trygge borgere", "80 pct.", "2012" },
	/* or in a clause of its own */
	{ "Det forventes, at andelen i job når 65 pct. i 2010.", "andelen i job", "65 pct.", "2010" },
	{ "Forvaltningen forventer, at andelen af unge, der er i job, stiger til 65 pct. i 2010.",
	  "andelen af unge, der er i job", "65 pct.", "2010" },
	{ "Prognosen viser, at antallet af øboere bliver 6.100 i 2015.", "antallet af øboere", "6.100", "2015" },
	/* or behind the name of the thing */
	{ "Prognosen for ledigheden er 4,5 pct. i 2011.", "ledigheden", "4,5 pct.", "2011" },
	{ "Prognose for ledigheden i 2011: 4,5 pct.", "ledigheden", "4,5 pct.", "2011" },

	{ "Andelen i job skal nå 65 pct. i 2010.", NULL, NULL, NULL },         /* a goal */
	{ "Andelen i job var 65 pct. i 2010.", NULL, NULL, NULL },             /* a measurement */
	{ "Andelen i job forventes at nå 65 pct.", NULL, NULL, NULL },         /* when? */
	{ "Andelen i job forventes at stige i 2010.", NULL, NULL, NULL },      /* to what? */
	{ "Andelen i job forventes at stige med 5 pct. i 2010.", NULL, NULL, NULL },
	{ "Andelen i job forventes at stige med 5 procentpoint i 2010.", NULL, NULL, NULL },
	{ "Andelen i job forventes ikke at nå 65 pct. i 2010.", NULL, NULL, NULL },
	{ "Forventes andelen i job at nå 65 pct. i 2010?", NULL, NULL, NULL },
	{ "Andelen forventes at nå 65 pct. i 2010.", NULL, NULL, NULL },       /* of whom? */
	{ "Den forventes at nå 65 pct. i 2010.", NULL, NULL, NULL },
	{ "Målet på 65 pct. i 2010 forventes nået.", NULL, NULL, NULL },
	{ "Målet om flere i job forventes at nå 65 pct. i 2010.", NULL, NULL, NULL },
	{ "Andelen i job var 60 pct. i 2008 og forventes at nå 65 pct. i 2010.", NULL, NULL, NULL },
	{ "Andelen i job forventes at nå 65 pct. i 2010 og 70 pct. i 2012.", NULL, NULL, NULL },
	{ "Projektet forventes at koste 2 mio. kr. i 2010.", NULL, NULL, NULL },
	{ "Projektet forventes afsluttet i 2010.", NULL, NULL, NULL },
	{ "Indsatsen forventes at være i drift på 3 skoler i 2010.", NULL, NULL, NULL },
	{ "Der forventes 200 deltagere i 2010.", NULL, NULL, NULL },
	{ "Det forventes, at 65 pct. er i job i 2010.", NULL, NULL, NULL },
	{ "Resultatet var bedre end forventet: 65 pct. i 2010.", NULL, NULL, NULL },
	{ "De forventede resultater er 65 pct. i 2010.", NULL, NULL, NULL },
	{ "Prognosen for 2011 er 65 pct.", NULL, NULL, NULL },
	{ "Prognosen er usikker i 2011 for 65 pct. af de ældre.", NULL, NULL, NULL },
	{ "forventes", NULL, NULL, NULL },
	{ "forventes 65 pct. 2010", NULL, NULL, NULL },
	{ "", NULL, NULL, NULL },
};

static bool
is(struct str got, const char *wanted)
{
	if (str_eq(got, str_from(wanted)))
		return true;
	print_error("\"" STR_FMT "\" instead of \"%s\"\n", STR_ARG(got), wanted);
	return false;
}

static void
a_sentence_expects(void **state)
{
	struct arena a = { 0 };
	struct reads reads = { .arena = &a };
	size_t       wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct str      s = str_from(rows[i].sentence);
		struct forecast f = { 0 };
		bool            ok = forecast_read(&reads, s, &f) == (rows[i].subject != NULL);

		if (ok && rows[i].subject != NULL)
			ok = is(str_slice(s, f.from, f.to), rows[i].subject) &&
			    is(str_slice(s, f.figure.at, f.figure.end), rows[i].figure) &&
			    is(str_slice(s, f.when.at, f.when.end), rows[i].when);
		if (!ok)
			print_error("%s\n", rows[i].sentence);
		wrong += !ok;
	}
	assert_int_equal(wrong, 0);
	arena_free(&a);
}

/* In a paper: as a proposal with its words where they stand, and no claim besides. What was
 * over when the paper was written is none. */
static void
a_paper_proposes_it(void **state)
{
	struct arena       a = { 0 };
	struct recognition r = read_paper(&a, STR("notat.txt"), STR("Notat, 12. marts 2009\n\n"
	    "Det går godt på Ærø. Andelen i job forventes at nå 65 pct. i 2010. Andelen i job ventes at nå 60 pct. i 2008.\n\n"
	    "Indsats\tStatus\nFærge\tAntallet af rejser ventes at udgøre 4.500 i 2011.\n"));
	const struct proposal *p = nth(&r, PROPOSAL_PROGNOSIS, 0);

	(void)state;
	assert_int_equal(count_of(&r, PROPOSAL_PROGNOSIS), 2);
	assert_true(str_eq(p->title, STR("Andelen i job forventes at nå 65 pct. i 2010.")));
	assert_int_equal(p->line, 3);
	assert_int_equal(p->column, 22);
	assert_int_equal(p->len, 3);
	assert_true(p->at[0].kind == FIELD_INDICATOR && str_eq(p->at[0].text, STR("Andelen i job")));
	assert_true(p->at[1].kind == FIELD_EXPECTED && str_eq(p->at[1].text, STR("65 pct.")));
	assert_int_equal(p->at[1].column, 52);
	assert_true(p->at[2].kind == FIELD_PERIOD && str_eq(p->at[2].text, STR("2010")));
	assert_int_equal(nth(&r, PROPOSAL_PROGNOSIS, 1)->line, 6);
	for (size_t i = 0; i < r.len; i++)
		assert_true(r.at[i].kind != PROPOSAL_CLAIM || r.at[i].line != p->line || r.at[i].column != p->column);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sentence_expects),
		cmocka_unit_test(a_paper_proposes_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
