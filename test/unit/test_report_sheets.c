/* A report as a workbook: names of sheets, and what LibreOffice makes of it is in
 * test/cli/test_report_files.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "report/sheets.h"
#include "report_sample.h"

static void
names(void **state)
{
	static const struct { const char *caption, *name; } rows[] = {
		{ "Økonomisk oversigt", "Økonomisk oversigt" },
		{ "økonomisk OVERSIGT", "økonomisk OVERSIGT (2)" },
		{ "Økonomisk oversigt", "Økonomisk oversigt (3)" },
		{ "Mål: [a]*b?/\\c", "Mål   a  b   c" },
		{ "Beskæftigelses- og Integrationsudvalget: indikatorer", "Beskæftigelses- og Integrations" },
		{ "Beskæftigelses- og Integrationsudvalget: indsatser", "Beskæftigelses- og Integrat (2)" },
		{ "'citat'", "citat" }, { "", "-" }, { "", "- (2)" }, { "History", "History (2)" },
		{ "ÆØÅÆØÅÆØÅÆØÅÆØÅÆØÅÆØÅÆØÅÆØÅÆØÅÆØÅ", "ÆØÅÆØÅÆØÅÆØÅÆØÅÆØÅÆØÅÆØÅÆØÅÆØÅÆ" },
	};
	struct arena a = { 0 };
	struct str   taken[COUNT_OF(rows)];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		taken[i] = sheet_name(&a, str_from(rows[i].caption), taken, i);
		assert_string_equal(str_dup(&a, taken[i]).at, rows[i].name);
		assert_true(utf8_length(taken[i]) <= 31);
	}
	arena_free(&a);
}

/* The same report is the same file. */
static void
same_bytes(void **state)
{
	struct arena a = { 0 };
	struct diags d = diags_new(&a);
	struct tree  t = sample_tree(&a, 2, 4);
	struct str   first, second;

	(void)state;
	assert_true(report_sheets(&a, &t, STR("rapport.xlsx"), &d, &first));
	assert_true(report_sheets(&a, &t, STR("rapport.xlsx"), &d, &second));
	assert_true(first.len > 4000 && str_eq(first, second));
	assert_int_equal(d.count, 0);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(names), cmocka_unit_test(same_bytes) };

	return cmocka_run_group_tests_name("report_sheets", tests, NULL, NULL);
}
