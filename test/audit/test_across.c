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

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(two_papers), cmocka_unit_test(three_papers) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
