/* Words as they are searched for: folded alike however they are spelt, and the words
 * of a query, of which no sign is left. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "base/term.h"

static void
letters_are_folded(void **state)
{
	static const struct {
		const char *text, *folded;
	} rows[] = {
		{ "Århus", "aarhus" }, { "Aarhus", "aarhus" }, { "ÅRHUS", "aarhus" },
		{ "A\xCC\x8Arhus", "aarhus" },                  /* a and a ring */
		{ "Ørestad", "oerestad" }, { "oerestad", "oerestad" }, { "Malmö", "malmoe" },
		{ "Malmo\xCC\x88", "malmoe" }, { "Ærø", "aeroe" }, { "ære være Ærø", "aere vaere aeroe" },
		{ "café Hôtel Łódź Šibenik", "cafe hotel lodz sibenik" },
		{ "Øresundsbro-konsortiet, 54,40 pct.", "oeresundsbro konsortiet 54 40 pct" },
		{ "\"BIF\" (2.1): o'Neill", "bif 2 1 o neill" }, { "", "" }, { " ·§ ", "" },
		{ "Жж", "u416u436" }, { "a\u00A0b\u2009c–d", "a b c d" }, { "œuvre", "oeuvre" },
	};
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct str folded = terms_fold(&a, str_from(rows[i].text));

		if (!str_eq(folded, str_from(rows[i].folded)))
			fail_msg("%s: " STR_FMT, rows[i].text, STR_ARG(folded));
	}
	arena_free(&a);
}

static void
a_long_word_is_cut(void **state)
{
	char        text[3 * TERM_MAX];
	struct term t;
	size_t      at = 0;

	(void)state;
	for (size_t i = 0; i < sizeof text; i++)
		text[i] = 'x';
	assert_true(term_next((struct str){ text, sizeof text }, &at, &t));
	assert_int_equal(t.len, TERM_MAX);
	assert_int_equal(t.text.len, sizeof text);
	assert_false(term_next((struct str){ text, sizeof text }, &at, &t));
}

static void
queries_have_words_and_nothing_else(void **state)
{
	static const struct {
		const char *query, *words;      /* joined with '+' */
		bool        begun;
	} rows[] = {
		{ "ørestad", "oerestad", true }, { "ørestad ", "oerestad", false },
		{ "Ældre på Østerbro", "aeldre+paa+oesterbro", true },
		{ "\"a* AND NEAR(b, 2) {title}: ^c\"", "a+and+near+b+2+title+c", false },
		{ "') | !æ:* & <->", "ae", false }, { "aa AA å", "aa", false }, { "", "", false },
		{ "*", "", false },
		{ "a b c d e f g h i j k l m n", "a+b+c+d+e+f+g+h+i+j+k+l", false },
	};
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct wanted w = terms_wanted(&a, str_from(rows[i].query));
		struct str    all = STR("");

		for (size_t k = 0; k < w.len; k++)
			all = arena_printf(&a, STR_FMT "%s" STR_FMT, STR_ARG(all), k > 0 ? "+" : "",
			    STR_ARG(w.at[k]));
		if (!str_eq(all, str_from(rows[i].words)) || w.begun != rows[i].begun)
			fail_msg("%s: " STR_FMT " %d", rows[i].query, STR_ARG(all), w.begun);
	}
	arena_free(&a);
}

static void
only_the_last_word_may_go_on(void **state)
{
	struct arena  a = { 0 };
	struct wanted w = terms_wanted(&a, STR("øst indika"));
	struct term   t;
	size_t        at = 0, n = 0;
	struct str    text = STR("Østerbros indikatorer, øst for Ærø, indi");

	(void)state;
	while (term_next(text, &at, &t))
		if (terms_match(&w, &t))
			assert_true(str_eq(t.text, n++ == 0 ? STR("indikatorer") : STR("øst")));
	assert_int_equal(n, 2);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_are_folded), cmocka_unit_test(a_long_word_is_cut),
		cmocka_unit_test(queries_have_words_and_nothing_else),
		cmocka_unit_test(only_the_last_word_may_go_on),
	};

	return cmocka_run_group_tests_name("term", tests, NULL, NULL);
}
