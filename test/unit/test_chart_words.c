/* Texts of drawings: how they are broken into lines, and where they are cut. */
#include "chart_help.h"
#include "view/chart_draw.h"

/* A letter is 0.59 em, a blank 0.35, a digit 0.64, "…" 0.90: at 10 units. */
static void
lines_break_between_words(void **state)
{
	static const struct {
		const char *text;
		int         width;
		size_t      most, len;
		const char *line[CHART_LINES_MAX];
	} row[] = {
		{ "Ære", 100, 2, 1, { "Ære" } },
		{ "", 100, 2, 1, { "" } },
		{ "nye bydele", 40, 3, 2, { "nye", "bydele" } },
		{ "Brønshøj-Husum", 60, 3, 2, { "Brønshøj-", "Husum" } },
		{ "ææææææ", 19, 4, 3, { "ææ", "ææ", "ææ" } },
		{ "oooooo", 3, 2, 2, { "o", "…" } },
		{ "en to tre fire", 50, 1, 1, { "en to tr…" } },
		{ "kr. 1.234.567 om", 60, 1, 1, { "kr.…" } },
		{ "1.234.567", 30, 1, 1, { "…" } },
	};
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(row); i++) {
		struct chart_lines l = chart_wrap(&a, str_from(row[i].text), 10, CPX(row[i].width), row[i].most);

		assert_int_equal(l.len, row[i].len);
		for (size_t k = 0; k < l.len; k++)
			assert_string_equal(str_dup(&a, l.line[k]).at, row[i].line[k]);
	}
	arena_free(&a);
}

static void
coordinates_are_short(void **state)
{
	static const struct {
		cpx         at;
		const char *text;
	} row[] = {
		{ 0, "0" }, { 100, "1" }, { 150, "1.5" }, { 105, "1.05" }, { -5, "-0.05" }, { -1230, "-12.3" },
		{ 123456, "1234.56" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(row); i++) {
		struct buf b;

		buf_init(&b, 100);
		chart_coordinate(&b, row[i].at);
		buf_char(&b, '\0');
		assert_string_equal(b.at, row[i].text);
		buf_free(&b);
	}
}

/* All that CSS must know stands in one section, which needs nothing else. */
static void
the_style_is_whole(void **state)
{
	struct str s = chart_style();
	size_t     open = 0, close = 0;

	(void)state;
	for (size_t i = 0; i < s.len; i++) {
		open += s.at[i] == '{';
		close += s.at[i] == '}';
		assert_true(s.at[i] != '<' && s.at[i] != '&');
	}
	assert_true(open > 50);
	assert_int_equal(open, close);
	assert_int_equal(str_find(s, STR("var("), 0), SIZE_MAX);
	assert_int_equal(str_find(s, STR("url("), 0), SIZE_MAX);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_break_between_words), cmocka_unit_test(coordinates_are_short),
		cmocka_unit_test(the_style_is_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
