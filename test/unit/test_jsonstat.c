/* JSON-stat: both shapes, what is missing, and what is refused with which words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "document/jsonstat.h"

#define DIMS "\"OMRÅDE\":{\"label\":\"område\",\"category\":{\"index\":{\"101\":0,\"147\":1}," \
	"\"label\":{\"147\":\"Frederiksberg\",\"101\":\"København\"}}}," \
	"\"Tid\":{\"category\":{\"index\":[\"2026K1\",\"2026K2\"]}}"
#define FLAT(rest) "{\"version\":\"2.0\",\"class\":\"dataset\",\"id\":[\"OMRÅDE\",\"Tid\"],\"size\":[2,2]," \
	"\"role\":{\"time\":[\"Tid\"]},\"dimension\":{" DIMS "}," rest "}"
#define WRAPPED(rest) "{\"dataset\":{\"dimension\":{" DIMS ",\"id\":[\"OMRÅDE\",\"Tid\"],\"size\":[2,2]," \
	"\"role\":{\"time\":[\"Tid\"]}},\"updated\":\"2026-08-10T06:00:00Z\"," rest "}}"

static bool
read_it(struct arena *a, const char *text, struct diags *d, struct figures *ret)
{
	*d = diags_new(a);
	return jsonstat_read(a, STR("svar"), str_from(text), d, ret);
}

static void
both_shapes_are_read(void **state)
{
	static const struct {
		const char *text, *value[4];
	} row[] = {
		{ FLAT("\"value\":[1,2.50,null,9007199254740993]"), { "1", "2.50", "", "9007199254740993" } },
		{ WRAPPED("\"value\":[1,2.50,null,-4]"), { "1", "2.50", "", "-4" } },
		{ "\xef\xbb\xbf" WRAPPED("\"value\":{\"3\":7,\"0\":0.0}"), { "0.0", "", "", "7" } },
		{ FLAT("\"status\":{\"1\":\"e\"},\"value\":[1,2,3,4]"), { "1", "2", "3", "4" } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(row); i++) {
		struct arena    a = { 0 };
		struct diags    d;
		struct figures j;

		if (!read_it(&a, row[i].text, &d, &j))
			fail_msg("row %zu: " STR_FMT, i, STR_ARG(d.first->message));
		assert_int_equal(j.cells, 4);
		assert_int_equal(j.dimensions, 2);
		assert_int_equal(j.dimension[1].role, FIGURES_TIME);
		assert_true(str_eq(j.dimension[0].text[1], STR("Frederiksberg")));
		assert_int_equal(figures_code(&j.dimension[1], STR("2026K2")), 1);
		assert_int_equal(figures_code(&j.dimension[1], STR("2026K3")), SIZE_MAX);
		for (size_t k = 0; k < 4; k++)
			if (!str_eq(j.value[k], str_from(row[i].value[k])))
				fail_msg("row %zu, cell %zu: " STR_FMT, i, k, STR_ARG(j.value[k]));
		assert_true((j.status != NULL) == (i == 3));
		if (i == 3)
			assert_true(str_eq(j.status[1], STR("e")));
		arena_free(&a);
	}
}

static void
what_is_wrong_is_said(void **state)
{
	static const struct {
		const char *text, *words;
	} row[] = {
		{ "", "is no JSON in UTF-8" },
		{ "<!DOCTYPE html>", "is a web page, no figures" },
		{ "[1,2", "is no JSON" },
		{ "7", "is no JSON-stat: it has no dataset" },
		{ "{}", "is no JSON-stat: it has no dimensions" },
		{ "{\"errorTypeCode\":\"REQUEST-EMPTY\",\"message\":\"tom\"}", "is a refusal, no figures" },
		{ FLAT("\"value\":[1,2,3]"), "has 3 values for 4 cells" },
		{ FLAT("\"value\":[1,2,3,4,5]"), "has 5 values for 4 cells" },
		{ FLAT("\"value\":{\"4\":1}"), "has more values than cells, or two in one" },
		{ FLAT("\"value\":{\"1\":1,\"1\":2}"), "has more values than cells, or two in one" },
		{ "{\"id\":[\"a\"],\"size\":[2000000]}", "has a dimension whose size is none, or too many cells" },
		{ "{\"id\":[\"a\"],\"size\":[]}", "has a dimension without a size" },
		{ "{\"id\":[\"a\"],\"size\":[1]}", "has a dimension with more or fewer codes than its size says" },
		{ "{\"id\":[\"a\"],\"size\":[2],\"dimension\":{\"a\":{\"category\":{\"index\":{\"x\":0,\"y\":0}}}}}",
		  "has a code without a place of its own" },
		{ "{\"id\":[\"a\"],\"size\":[2],\"dimension\":{\"a\":{\"category\":{\"index\":[\"x\",\"x\"]}}}}",
		  "names a code twice in one dimension" },
		{ "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", "is nested too deeply" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(row); i++) {
		struct arena    a = { 0 };
		struct diags    d;
		struct figures j;

		assert_false(read_it(&a, row[i].text, &d, &j));
		assert_int_equal(d.errors, 1);
		if (!str_eq(d.first->message, str_from(row[i].words)))
			fail_msg("row %zu: " STR_FMT, i, STR_ARG(d.first->message));
		arena_free(&a);
	}
}

static void
a_refusal_is_told_from_figures(void **state)
{
	struct arena a = { 0 };
	struct str   code, message;

	(void)state;
	assert_true(jsonstat_refusal(&a, STR("{\"errorTypeCode\":\"EXTRACT-NOTFOUND\",\"message\":"
	    "\"Kan ikke finde værdien: INVALID999 (OMRÅDE)\"}"), &code, &message));
	assert_true(str_eq(code, STR("EXTRACT-NOTFOUND")));
	assert_true(str_eq(message, STR("Kan ikke finde værdien: INVALID999 (OMRÅDE)")));
	assert_false(jsonstat_refusal(&a, STR("<h1>404</h1>"), &code, &message));
	assert_false(jsonstat_refusal(&a, STR(FLAT("\"value\":[1,2,3,4]")), &code, &message));
	arena_free(&a);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(both_shapes_are_read),
		cmocka_unit_test(what_is_wrong_is_said),
		cmocka_unit_test(a_refusal_is_told_from_figures),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
