/* The papers of examples/papers, one in each form: what is recognised in them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "recognise_help.h"

static const struct {
	const char   *name;
	struct counts expected;
	const char   *title;
} papers[] = {
	{ "statusskema-helbredsteam.txt", { { 3, 0, 0, 0, 2, 0, 0, 0 }, 0 }, "Statusskemaer for indsatser" },
	{ "resultatmaal.md", { { 0, 0, 6, 0, 0, 0, 0, 0 }, 0 }, "Resultatmål i inklusionspolitikken" },
	{ "oekonomioversigt.csv", { { 0, 0, 0, 0, 17, 0, 0, 0, 3 }, 0 }, "" },
	{ "aftale-med-projekter.txt", { { 0, 0, 0, 0, 0, 4, 0, 3 }, 0 }, "Status på projekterne" },
	{ "handleplan.txt", { { 0, 0, 0, 5, 0, 0, 0, 0 }, 0 }, "Handleplan for Økonomiforvaltningen" },
	{ "barometer.txt", { { 0, 6, 0, 0, 0, 0, 0, 2 }, 0 }, "Integrationsbarometer" },
	{ "maal-med-status.txt", { { 0, 0, 0, 0, 0, 0, 6, 6 }, 0 }, "Status på Sikker By" },
	{ "redegoerelse.md", { { 0, 0, 0, 0, 0, 0, 3, 3 }, 0 }, "Redegørelse for integrationsindsatsen" },
};

static struct str
load_paper(struct arena *a, const char *name)
{
	static const char *const places[] = { "examples/papers", "../examples/papers", NULL };
	struct str text;

	for (size_t i = 0; places[i] != NULL; i++)
		if (load(a, arena_printf(a, "%s/%s", places[i], name).at, &text))
			return text;
	fail_msg("%s is not there", name);
	abort();
}

static void
counts(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(papers); i++) {
		struct arena       a = { 0 };
		struct str         text = load_paper(&a, papers[i].name);
		struct recognition r = read_paper(&a, str_from(papers[i].name), text);

		wrong += !counts_hold(&r, &papers[i].expected, papers[i].name);
		assert_true(str_starts(r.title, str_from(papers[i].title)));
		assert_true(text.len < 6000);
		arena_free(&a);
	}
	assert_int_equal(wrong, 0);
}

/* A row of a plan that a page break cut in two is one action. */
static void
a_row_over_two_pages(void **state)
{
	struct arena           a = { 0 };
	struct recognition     r = read_paper(&a, STR("p.txt"), load_paper(&a, "handleplan.txt"));
	const struct proposal *p = nth(&r, PROPOSAL_ACTION, 2);
	const struct field    *activity = field_of_kind(p, FIELD_ACTIVITY, 1);
	const struct field    *goal = field_of_kind(p, FIELD_GOAL, 1);

	(void)state;
	if (activity == NULL || goal == NULL) {
		fail_msg("the second half is missing");
		abort();
	}
	assert_true(str_eq(activity->text, STR("ingen bydel står alene")));
	assert_true(str_eq(goal->text, STR("boligmassen")));
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts),
		cmocka_unit_test(a_row_over_two_pages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
