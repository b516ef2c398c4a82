/* Papers of one run against each other: which finding stands where, and what it
 * names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "recognise_help.h"
#include "audit/across.h"
#include "audit/audit.h"

#define FORM(goal, status) \
	"Navn på indsats\tÅbent hus på Ø\nØkonomi\t1 mio. kr.\nMålgruppe\tÆldre\nMål\t" goal "\n" \
	"Status ift. målopfyldelse\t" status "\n"

static const struct {
	const char *what, *one, *other;
	const char *found;      /* "LINE:COLUMN MESSAGE" a line, of the second paper */
	size_t      hold;
} cases[] = {
	{ "targets that disagree", FORM("Mindst 80 pct. af gæsterne er tilfredse med betjeningen i 2012.", "I gang"),
	  FORM("Mindst 90 pct. af gæsterne er tilfredse med betjeningen i 2012.", "I gang"),
	  "4:5 the same target: 90 per cent here, 80 per cent in a.txt:4\n", 0 },
	{ "targets that agree", FORM("Mindst 80 pct. af gæsterne er tilfredse med betjeningen i 2012.", "I gang"),
	  FORM("Mindst 80 % af gæsterne er tilfredse med betjeningen i 2012.", "I gang"), "", 1 },
	{ "targets of other years", FORM("Mindst 80 pct. af gæsterne er tilfredse med betjeningen i 2011.", "I gang"),
	  FORM("Mindst 90 pct. af gæsterne er tilfredse med betjeningen i 2012.", "I gang"), "", 0 },
	{ "targets of another group", FORM("Mindst 80 pct. af gæsterne er tilfredse med betjeningen i 2012.", "I gang"),
	  FORM("Mindst 90 pct. af kvindelige gæster er tilfredse med betjeningen i 2012.", "I gang"), "", 0 },
	{ "shares that disagree", FORM("Flere ældre", "I juni 2011 var andelen af trygge ældre i boligerne 42,1 pct."),
	  FORM("Flere ældre", "Andelen af trygge ældre i boligerne var 45,3 pct. i juni 2011."),
	  "5:27 the same measurement in the same period: 45,3 pct. here, 42,1 pct. in a.txt:5\n", 0 },
	{ "shares within their rounding", FORM("Flere ældre", "I juni 2011 var andelen af trygge ældre i boligerne 42,1 pct."),
	  FORM("Flere ældre", "Andelen af trygge ældre i boligerne var 42 pct. i juni 2011."), "", 1 },
	{ "shares of other periods", FORM("Flere ældre", "I juni 2010 var andelen af trygge ældre i boligerne 42,1 pct."),
	  FORM("Flere ældre", "Andelen af trygge ældre i boligerne var 45,3 pct. i juni 2011."), "", 0 },
	{ "shares in other places", FORM("Flere ældre", "I juni 2011 var andelen af trygge ældre på Østerbro 42,1 pct."),
	  FORM("Flere ældre", "Andelen af trygge ældre på Nørrebro var 45,3 pct. i juni 2011."), "", 0 },
	{ "counts that disagree", FORM("Flere ældre", "I 2011 var der 45 frivillige mentorer på Ågade."),
	  FORM("Flere ældre", "I 2011 var der 54 frivillige mentorer på Ågade."),
	  "5:27 the same measurement in the same period: 54 here, 45 in a.txt:5\n", 0 },
	{ "a figure told twice in the second", FORM("Flere ældre", "I 2011 var der 45 frivillige mentorer på Ågade."),
	  FORM("Flere ældre", "I 2011 var der 54 frivillige mentorer på Ågade. I 2011 var der 54 frivillige mentorer på Ågade."),
	  "5:27 the same measurement in the same period: 54 here, 45 in a.txt:5\n", 0 },
};

static struct facts
facts_of(struct arena *a, const char *name, const char *text)
{
	struct diags        d = diags_new(a);
	struct document    *doc = ARENA_NEW(a, struct document);
	struct recognition  seen;

	if (!document_read(a, str_from(name), FORMAT_TEXT, str_from(text), &d, doc))
		fail_msg("refused: " STR_FMT, STR_ARG(d.first->message));
	seen = recognise(a, doc);
	return across_facts(a, doc, &seen, str_from(name));
}

static void
two_papers(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct arena        a = { 0 };
		struct facts        facts[2] = { facts_of(&a, "a.txt", cases[i].one), facts_of(&a, "b.txt", cases[i].other) };
		struct audit_report r = across_compare(&a, facts, 2, true);
		struct str          is = STR("");

		for (size_t k = 0; k < r.findings; k++) {
			const struct finding *f = &r.finding[k];

			assert_true(str_eq(f->file, STR("b.txt")));
			assert_int_equal(f->code, AUDIT_CONFLICT);
			assert_int_equal(f->severity, SEVERITY_WARNING);
			is = arena_printf(&a, STR_FMT "%u:%u " STR_FMT "\n", STR_ARG(is), f->line, f->column, STR_ARG(f->en));
		}
		if (!str_eq(is, str_from(cases[i].found)) || r.hold != cases[i].hold || r.checked != r.hold) {
			print_error("%s: %zu hold\n" STR_FMT "not:\n%s", cases[i].what, r.hold, STR_ARG(is), cases[i].found);
			wrong++;
		}
		arena_free(&a);
	}
	assert_int_equal(wrong, 0);
}

/* Three papers: each that disagrees with an earlier one says so of each. */
static void
three_papers(void **state)
{
	struct arena        a = { 0 };
	struct facts        facts[3];
	struct audit_report r;

	(void)state;
	facts[0] = facts_of(&a, "a.txt", FORM("Flere", "I 2011 var der 45 frivillige mentorer på Ågade."));
	facts[1] = facts_of(&a, "b.txt", FORM("Flere", "I 2011 var der 54 frivillige mentorer på Ågade."));
	facts[2] = facts_of(&a, "c.txt", FORM("Flere", "I 2011 var der 45 frivillige mentorer på Ågade."));
	r = across_compare(&a, facts, 3, true);
	assert_int_equal(r.findings, 2);
	assert_int_equal(r.hold, 1);
	assert_true(str_eq(r.finding[0].file, STR("b.txt")));
	assert_true(str_eq(r.finding[1].file, STR("c.txt")));
	assert_true(str_find(r.finding[1].da, STR("54 i b.txt:5"), 0) != SIZE_MAX);
	assert_true(str_eq(r.held[0].file, STR("c.txt")));
	arena_free(&a);
}

#define PAPERS 60

/* Papers that say the same are held against the next as one: what is found and counted is
 * what each alone would give. Paper i says 45, 54 or, every third, both. */
static struct facts
one_of_many(struct arena *a, size_t i)
{
	static const char *const text[] = {
		FORM("Flere", "I 2011 var der 45 frivillige mentorer på Ågade."),
		FORM("Flere", "I 2011 var der 54 frivillige mentorer på Ågade."),
		FORM("Flere", "I 2011 var der 54 frivillige mentorer på Ågade. I 2011 var der 45 frivillige mentorer på Ågade."),
	};

	return facts_of(a, arena_printf(a, "%02zu.txt", i).at, text[i % COUNT_OF(text)]);
}

/* The first figure of a paper is what later ones are held against. */
static bool
begins_with_45(size_t i)
{
	return i % 3 == 0;
}

static size_t
told_of(const struct audit_report *r, struct str file, struct str named)
{
	size_t n = 0;

	for (size_t i = 0; i < r->findings; i++)
		n += str_eq(r->finding[i].file, file) && str_find(r->finding[i].en, named, 0) != SIZE_MAX;
	return n;
}

static void
many_papers(void **state)
{
	struct arena        a = { 0 };
	struct facts        facts[PAPERS];
	struct audit_report told, counted;
	size_t              hold = 0;

	(void)state;
	for (size_t i = 0; i < PAPERS; i++) {
		facts[i] = one_of_many(&a, i);
		for (size_t k = 0; k < i; k++)
			hold += i % 3 == 2 ? 1 : begins_with_45(i) == begins_with_45(k);
	}
	told = across_compare(&a, facts, PAPERS, true);
	counted = across_compare(&a, facts, PAPERS, false);
	assert_int_equal(told.hold, hold);
	assert_int_equal(counted.hold, hold);
	assert_int_equal(counted.checked, hold);
	assert_null(counted.held);
	assert_int_equal(told.findings, counted.findings);
	for (size_t i = 0; i < told.findings; i++)
		assert_true(str_eq(told.finding[i].en, counted.finding[i].en));
	/* 57 says 45: the first four that say 54 first are 1, 2, 4 and 5. */
	assert_int_equal(told_of(&counted, STR("57.txt"), STR("")), 4);
	assert_int_equal(told_of(&counted, STR("57.txt"), STR("54 in 01.txt:5")), 1);
	assert_int_equal(told_of(&counted, STR("57.txt"), STR("54 in 02.txt:5")), 1);
	assert_int_equal(told_of(&counted, STR("57.txt"), STR("54 in 04.txt:5")), 1);
	assert_int_equal(told_of(&counted, STR("57.txt"), STR("54 in 05.txt:5")), 1);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(two_papers), cmocka_unit_test(three_papers),
		cmocka_unit_test(many_papers) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
