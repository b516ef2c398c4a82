/* What changed between two texts: rows to the word, and two properties over many
 * texts: what was removed and kept is the text before, what was added and kept the
 * one after, in order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include "app/word_diff.h"

/* "same [-gone-] {+new+}": how the rows below are written. */
static struct str
marked(struct arena *a, struct changed c)
{
	static const char *const open[] = { "", "{+", "[-" }, *const close[] = { "", "+}", "-]" };
	struct str s = STR("");

	for (size_t i = 0; i < c.len; i++)
		s = arena_printf(a, STR_FMT "%s%s" STR_FMT "%s", STR_ARG(s), i > 0 ? " " : "",
		    open[c.at[i].kind], STR_ARG(c.at[i].text), close[c.at[i].kind]);
	return s;
}

static const struct {
	const char *before, *after, *expected;
} rows[] = {
	{ "", "", "" },
	{ "", "Ærø får en færge.", "{+Ærø får en færge.+}" },
	{ "Ærø får en færge.", "", "[-Ærø får en færge.-]" },
	{ "Den er i gang.", "Den er i gang.", "Den er i gang." },
	{ "Den  er\ni gang.", " Den er i gang. ", "Den er i gang." },
	{ "17 høringssvar i 2008.", "23 høringssvar i 2009.",
	  "[-17-] {+23+} høringssvar i [-2008.-] {+2009.+}" },
	{ "Rådet kom langsomt i gang.", "Rådet kom godt og hurtigt i gang.",
	  "Rådet kom [-langsomt-] {+godt og hurtigt+} i gang." },
	{ "a b c d", "b c d", "[-a-] b c d" },
	{ "a b c d", "a b c d å", "a b c d {+å+}" },
	{ "a b c", "c b a", "[-a b-] c {+b a+}" },
	{ "a a a", "a a", "a a [-a-]" },
	{ "blå", "Blå", "[-blå-] {+Blå+}" },
};

static void
rows_to_the_word(void **state)
{
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct changed c = word_diff(&a, str_from(rows[i].before), str_from(rows[i].after));
		struct str     got = marked(&a, c);

		if (!str_eq(got, str_from(rows[i].expected)))
			fail_msg("%s -> %s: %.*s", rows[i].before, rows[i].after, STR_ARG(got));
		assert_int_equal(c.any, strpbrk(rows[i].expected, "[{") != NULL);
	}
	arena_free(&a);
}

/* The words of all runs but those of `without`, joined by single blanks. */
static struct str
side(struct arena *a, struct changed c, enum change_kind without)
{
	struct str s = STR("");

	for (size_t i = 0; i < c.len; i++) {
		if (c.at[i].kind == without)
			continue;
		assert_true(c.at[i].text.len > 0);
		s = arena_printf(a, STR_FMT "%s" STR_FMT, STR_ARG(s), s.len > 0 ? " " : "",
		    STR_ARG(c.at[i].text));
	}
	return s;
}

static struct str
random_text(struct arena *a, unsigned *seed, size_t words)
{
	static const char *const all[] = { "æble", "bi", "å", "øl", "nu" };
	struct str s = STR("");

	for (size_t i = 0; i < words; i++) {
		*seed = *seed * 1103515245u + 12345u;
		s = arena_printf(a, STR_FMT "%s%s", STR_ARG(s), i > 0 ? " " : "",
		    all[(*seed >> 16) % COUNT_OF(all)]);
	}
	return s;
}

static void
both_texts_stand_in_it(void **state)
{
	unsigned seed = 20120430;

	(void)state;
	for (size_t i = 0; i < 400; i++) {
		struct arena   a = { 0 };
		struct str     x = random_text(&a, &seed, i % 23), y = random_text(&a, &seed, i % 17);
		struct changed c = word_diff(&a, x, y);

		assert_true(str_eq(side(&a, c, CHANGE_ADDED), x));
		assert_true(str_eq(side(&a, c, CHANGE_REMOVED), y));
		assert_int_equal(c.any, !str_eq(x, y));
		arena_free(&a);
	}
}

/* More words than are compared: replaced between what both begin and end with. */
static void
long_texts_are_replaced(void **state)
{
	struct arena   a = { 0 };
	char          *x = calloc(3000, 2), *y = calloc(3000, 2);
	struct changed c;

	(void)state;
	assert_non_null(x);
	assert_non_null(y);
	for (size_t i = 0; i + 2 < 6000; i += 2) {
		memcpy(x + i, i < 100 ? "s " : "a ", 2);
		memcpy(y + i, i < 100 ? "s " : i % 4 == 0 ? "a " : "b ", 2);
	}
	c = word_diff(&a, str_from(x), str_from(y));
	assert_int_equal(c.len, 4);
	assert_int_equal(c.at[1].kind, CHANGE_REMOVED);
	assert_int_equal(c.at[2].kind, CHANGE_ADDED);
	assert_true(str_eq(side(&a, c, CHANGE_ADDED), str_trim(str_from(x))));
	assert_true(str_eq(side(&a, c, CHANGE_REMOVED), str_trim(str_from(y))));
	free(x);
	free(y);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_to_the_word),
		cmocka_unit_test(both_texts_stand_in_it),
		cmocka_unit_test(long_texts_are_replaced),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
