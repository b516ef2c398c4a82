/* A program with a third language, which is one more file in the bundle: addresses,
 * pages, plurals and the menu of languages know it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "base/embed.h"
#include "view/languages.h"
#include "view/pages/error.h"
#include "web/language.h"
#include "web/route.h"

EMBED(languages_embedded, BUILD_DIR "/languages-of-a-test");

static void
languages_are_those_of_the_bundle(void **state)
{
	static const char *const expected[][2] = {
		{ "da", "Dansk" }, { "xx", "Łåŋg" }, { "en", "English" },
	};
	struct lang l;

	(void)state;
	assert_int_equal(lang_count(), COUNT_OF(expected));
	for (size_t i = 0; i < COUNT_OF(expected); i++) {
		assert_true(str_eq(lang_at(i).code, str_from(expected[i][0])));
		assert_true(str_eq(lang_at(i).name, str_from(expected[i][1])));
		assert_true(lang_find(str_from(expected[i][0]), &l));
		assert_true(str_eq(l.name, str_from(expected[i][1])));
	}
	assert_false(lang_find(STR("x"), &l));
	assert_false(lang_find(STR("æ"), &l));
	assert_false(lang_find(STR_NONE, &l));
	assert_int_equal(lang_at(2).catalogue.len, 0);
}

static void
texts_are_found_in_each(void **state)
{
	static const struct {
		const char *code;
		int64_t     n;
		const char *things;
	} rows[] = {
		{ "xx", 1, "{1} ðing" }, { "xx", 3, "{1} ðingi" }, { "xx", 13, "{1} ðingø" },
		{ "xx", -3, "{1} ðingi" }, { "xx", INT64_MIN, "{1} ðingø" },
		{ "en", 1, "{1} thing" }, { "en", 2, "{1} things" }, { "en", -1, "{1} thing" },
		{ "da", 1, "{1} thing" }, { "da", 2, "{1} things" },
	};
	struct lang l;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		assert_true(lang_find(str_from(rows[i].code), &l));
		assert_true(str_eq(say_n(&l, rows[i].n, "{1} thing", "{1} things"),
		    str_from(rows[i].things)));
	}
	assert_true(lang_find(STR("xx"), &l));
	assert_true(str_eq(say(&l, "Barometer"), STR("Bårømeter")));
	assert_true(str_eq(say(&l, "Economy"), STR("Economy")));
	assert_true(str_eq(say_in(&l, "noun", "Barometer"), STR("Barometer")));
	assert_false(lang_danish(&l));
}

static void
has(const struct buf *b, const char *words)
{
	if (str_find(buf_str(b), str_from(words), 0) == SIZE_MAX)
		fail_msg("%s is not in: " STR_FMT, words, STR_ARG(buf_str(b)));
}

static void
pages_speak_it(void **state)
{
	struct arena a = { 0 };
	struct buf   b;
	struct page  p = { .b = &b, .a = &a, .authority = STR("Ærø Kommune") };

	(void)state;
	buf_init(&b, 1 << 20);
	assert_true(lang_find(STR("xx"), &p.lang));
	error_page(&p, 404, STR_NONE);
	assert_true(buf_ok(&b));
	has(&b, "<html lang=\"xx\"");
	has(&b, "<h1>Nïx så pæge</h1>");
	has(&b, ">Bårømeter</span></a>");
	has(&b, ">Łåŋg</a>");
	has(&b, "lang=\"da\">Ærø Kommune<");
	buf_free(&b);
	arena_free(&a);
}

static void
addresses_know_it(void **state)
{
	(void)state;
	assert_non_null(route_find(STR("/xx/"), METHOD_GET).route);
	assert_true(str_eq(route_find(STR("/xx/nowhere"), METHOD_GET).lang, STR("xx")));
	assert_null(route_find(STR("/yy/"), METHOD_GET).route);
}

static void
readers_may_prefer_it(void **state)
{
	static const char *const rows[][2] = {
		{ "", "da" }, { "xx", "xx" }, { "xx-Latn, en;q=0.9", "xx" }, { "en, xx;q=0.9", "en" },
		{ "da;q=0.5, xx;q=0.6, en;q=0.4", "xx" }, { "fi", "en" }, { "da;q=0", "en" },
		{ "xx;q=0", "en" }, { "*;q=0.1, xx", "xx" }, { "*", "da" }, { "*, da;q=0", "xx" },
		{ "en;q=0, da;q=0", "xx" }, { "fi, xx;q=0.2, da;q=0.2", "xx" }, { "å", "en" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		if (!str_eq(language_wanted(str_from(rows[i][0])).code, str_from(rows[i][1])))
			fail_msg("\"%s\"", rows[i][0]);
}

/* A bundle that is not one holds no language but English. */
static void
broken_bundles_end(void **state)
{
	static const char *const broken[] = {
		"", "5", "5 da", "5 da\nÅ", "x da\n12345", "-1 da\n", "2\nåå", "2 \nå",
		"99999999999999999999 da\n",
	};
	struct lang l;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(broken); i++) {
		assert_true(languages_at(str_from(broken[i]), 0, &l));
		assert_true(str_eq(l.code, STR("en")));
		assert_false(languages_at(str_from(broken[i]), 1, &l));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(languages_are_those_of_the_bundle),
		cmocka_unit_test(texts_are_found_in_each), cmocka_unit_test(pages_speak_it),
		cmocka_unit_test(addresses_know_it),
		cmocka_unit_test(readers_may_prefer_it), cmocka_unit_test(broken_bundles_end),
	};

	return cmocka_run_group_tests_name("languages", tests, NULL, NULL);
}
