/* The sums of the real papers, where they are present: what fails, what holds, and
 * what stands in the messages. None of their sentences stands here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "sums_help.h"

static struct audit_report
audit_real(struct arena *a, const char *prefix)
{
	struct str text;

	if (!real_paper(a, prefix, &text))
		skip();
	return audit_named(a, STR("oversigt.txt"), text);
}

static void
seven_totals(void **state)
{
	struct arena        a = { 0 };
	struct audit_report r;

	(void)state;
	r = audit_real(&a, "002_");
	assert_string_equal(listed(&a, &r).at,
	    "338 sum 88,4, not 86,4: 2,0\n"
	    "338 sum 55,5, not 53,5: 2,0\n"
	    "338 sum 182,8, not 187,3: -4,5\n"
	    "352 rounding 0,3, not 0,4: -0,1\n"
	    "354 sum 95,3, not 99,3: -4,0\n"
	    "354 sum 95,3, not 99,3: -4,0\n"
	    "354 sum 279,5, not 287,5: -8,0\n"
	    "361 sum 499,5, not 508,0: -8,5\n");
	assert_int_equal(r.fail, 7);
	assert_int_equal(r.checked, r.hold + r.fail);
	/* 18 lines with amounts, 6 totals of groups, 3 grand totals */
	assert_int_equal(r.hold, 27);
	arena_free(&a);
}

static bool
says(struct str text, const char *words)
{
	return str_find(text, str_from(words), 0) != SIZE_MAX;
}

/* Of the finding with this quote on this line: other derivations, in both languages. */
static const struct {
	uint32_t    line;
	const char *quote, *da, *en;
} told[] = {
	{ 338, "182,8", "rækkens tal giver 191,4", "the row's figures give 191.4" },
	{ 354, "279,5", "rækkens tal giver 279,5", "the row's figures give 279.5" },
	{ 361, "499,5", "de trykte gruppesummer giver 495,5", "the printed group totals give 495.5" },
	{ 361, "499,5", "rækkens tal giver 508,1", "the row's figures give 508.1" },
	{ 338, "88,4", "gruppens linjer giver 86,4, der står 88,4 (2,0 for meget)",
	  "the group's lines give 86.4, printed is 88.4 (2.0 too much)" },
};

static void
other_derivations(void **state)
{
	struct arena        a = { 0 };
	struct audit_report r;

	(void)state;
	r = audit_real(&a, "002_");
	for (size_t i = 0; i < COUNT_OF(told); i++) {
		bool found = false;

		for (size_t k = 0; k < r.findings; k++)
			found |= r.finding[k].line == told[i].line &&
			    str_eq(r.finding[k].quote, str_from(told[i].quote)) &&
			    says(r.finding[k].da, told[i].da) && says(r.finding[k].en, told[i].en);
		if (!found)
			fail_msg("%s: not told: %s", told[i].quote, told[i].da);
	}
	arena_free(&a);
}

/* The grand totals that follow from the lines and not from the printed group totals. */
static const struct {
	const char *quote, *da, *en;
} hold_by_lines[] = {
	{ "195,3", "det følger ikke af de trykte gruppesummer, der giver 193,3",
	  "it does not follow from the printed group totals, which give 193.3" },
	{ "162,4", "det følger ikke af de trykte gruppesummer, der giver 160,4",
	  "it does not follow from the printed group totals, which give 160.4" },
};

static void
grand_totals_hold(void **state)
{
	struct arena        a = { 0 };
	struct audit_report r;

	(void)state;
	r = audit_real(&a, "002_");
	for (size_t i = 0; i < COUNT_OF(hold_by_lines); i++) {
		bool found = false;

		for (size_t k = 0; k < r.hold; k++)
			found |= r.held[k].line == 361 && str_eq(r.held[k].quote, str_from(hold_by_lines[i].quote)) &&
			    says(r.held[k].da, hold_by_lines[i].da) && says(r.held[k].en, hold_by_lines[i].en);
		if (!found)
			fail_msg("%s does not hold by its lines", hold_by_lines[i].quote);
	}
	arena_free(&a);
}

/* Known amounts that equal a difference. */
static const struct {
	const char *quote;
	uint32_t    line;
	const char *text, *amount;
} explained[] = {
	{ "499,5", 341, "Sprog og Integration", "8.5" },
	{ "88,4", 275, "TaskForce Integration", "2.0" },
};

static void
candidates(void **state)
{
	struct arena        a = { 0 };
	struct audit_report r;

	(void)state;
	r = audit_real(&a, "002_");
	for (size_t i = 0; i < COUNT_OF(explained); i++) {
		bool found = false;

		for (size_t k = 0; k < r.findings; k++)
			for (size_t c = 0; c < r.finding[k].candidates; c++)
				found |= str_eq(r.finding[k].quote, str_from(explained[i].quote)) &&
				    r.finding[k].candidate[c].line == explained[i].line &&
				    says(r.finding[k].candidate[c].text, explained[i].text) &&
				    str_eq(number_plain(&a, r.finding[k].candidate[c].amount),
				    str_from(explained[i].amount));
		if (!found)
			fail_msg("no candidate for %s on line %u", explained[i].quote, explained[i].line);
	}
	arena_free(&a);
}

/* Offset of the beginning of line `n`. */
static size_t
line_begin(struct str text, uint32_t n)
{
	size_t at = 0;

	while (--n > 0)
		at = str_find(text, STR("\n"), at) + 1;
	return at;
}

/* A page that breaks inside the table, with or without its title and header again,
 * changes nothing but the lines on which things stand. */
static void
pages_break_anywhere(void **state)
{
	struct arena whole = { 0 };
	struct str   text;
	size_t       table, rows;

	(void)state;
	if (!real_paper(&whole, "002_", &text))
		skip();
	table = line_begin(text, 336);
	rows = line_begin(text, 338);
	for (uint32_t line = 339; line <= 361; line++)
		for (int headed = 0; headed < 2; headed++) {
			struct arena        a = { 0 };
			size_t              at = line_begin(text, line);
			struct str          head = headed ? str_slice(text, table, rows) : STR(""), broken;
			struct audit_report r;

			broken = arena_printf(&a, STR_FMT "\nSide 12\n\n" STR_FMT STR_FMT,
			    STR_ARG(str_slice(text, 0, at)), STR_ARG(head), STR_ARG(str_slice(text, at, text.len)));
			r = audit_named(&a, STR("oversigt.txt"), broken);
			assert_int_equal(findings_of(&r, AUDIT_SUM), 7);
			assert_int_equal(findings_of(&r, AUDIT_ROUNDING), 1);
			assert_int_equal(r.findings, 8);
			assert_int_equal(r.hold, 27);
			arena_free(&a);
		}
	arena_free(&whole);
}

static void
nothing_in_the_others(void **state)
{
	static const char *const papers[] = { "000_", "001_" };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(papers); i++) {
		struct arena        a = { 0 };
		struct audit_report r = audit_real(&a, papers[i]);

		assert_int_equal(r.findings, 0);
		assert_int_equal(r.fail, 0);
		arena_free(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(seven_totals),
		cmocka_unit_test(other_derivations),
		cmocka_unit_test(grand_totals_hold),
		cmocka_unit_test(candidates),
		cmocka_unit_test(pages_break_anywhere),
		cmocka_unit_test(nothing_in_the_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
