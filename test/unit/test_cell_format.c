#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "document/cell_format.h"

/* What Danish Excel shows, but without dots between thousands, and dates as ISO 8601. */
static void
shown(void **state)
{
	static const struct {
		const char *value, *code, *text;
	} cases[] = {
		{ "12.5", "General", "12,5" }, { "0.30000000000000004", "General", "0,3" },
		{ "-1E-3", "General", "-0,001" }, { "1.5E+10", "General", "15000000000" },
		{ "123456789.123456789", "General", "123456789,123457" }, { "0", "General", "0" },
		{ "-0", "General", "0" }, { "007.50", "General", "7,5" }, { "9.9999999999999999", "General", "10" },
		{ "0.645", "0%", "65%" }, { "0.544", "0.00%", "54,40%" }, { "0.5", "0.0 \"pct.\"", "0,5 pct." },
		{ "1234567.895", "#,##0.00", "1234567,90" }, { "2", "0.0", "2,0" }, { "2", "0.##", "2" },
		{ "2.345", "0.0#", "2,35" }, { "7", "000", "007" }, { "0.4", "#", "0" },
		{ "12500000", "#,##0.0,, \"mio. kr.\"", "12,5 mio. kr." }, { "6900", "0.0,", "6,9" },
		{ "-12.5", "0.0;[Red]-0.0", "-12,5" }, { "-12.5", "#,##0;(#,##0)", "-13" },
		{ "-12.5", "#,##0.0", "-12,5" }, { "0", "0;-0;\"intet\"", "intet" }, { "5", ";;;", "" },
		{ "1000", "_-* #,##0.00\\ \"kr.\"_-;\\-* #,##0.00\\ \"kr.\"_-;_-* \"-\"??\\ \"kr.\"_-;_-@_-", "1000,00 kr." },
		{ "0", "_-* #,##0.00\\ \"kr.\"_-;\\-* #,##0.00\\ \"kr.\"_-;_-* \"-\"??\\ \"kr.\"_-;_-@_-", "-" },
		{ "100", "[$kr.-406] #,##0", "kr. 100" }, { "1.5", "# ?/?", "1,5" }, { "12345", "0.00E+00", "12345" },
		{ "3", "@", "3" }, { "3", "General\" år\"", "3 år" }, { "0.5", "\"\"0", "1" },
		{ "99.995", "0.00", "100,00" }, { "0.00004", "0.00", "0,00" }, { "-0.001", "0.0", "-0,0" },
		/* dates; the 29th of February 1900 is counted and never was */
		{ "39813", "d-m-yyyy", "2008-12-31" }, { "39814", "dd/mm/yy", "2009-01-01" },
		{ "1", "yyyy-mm-dd", "1900-01-01" }, { "61", "yyyy-mm-dd", "1900-03-01" },
		{ "2958465", "yyyy-mm-dd", "9999-12-31" }, { "2958466", "yyyy-mm-dd", "2958466" },
		{ "40179", "mmmm yyyy", "januar 2010" }, { "40179", "yyyy", "2010" }, { "40179", "[$-406]mmm-yy;@", "januar 2010" },
		{ "39813.604166666664", "d-m-yyyy h:mm", "2008-12-31 14:30" }, { "0.75", "hh:mm", "18:00" },
		{ "1.5", "[h]:mm", "36:00" }, { "0.000011574074", "h:mm:ss", "00:00:01" }, { "-1", "d-m-yy", "-1" },
		{ "39812.999999999", "d-m-yyyy", "2008-12-31" },
		/* what is no number stands as it is; codes that are none do no harm */
		{ "1.2.3", "0.0", "1.2.3" }, { "1E999", "0", "1E999" }, { "", "0", "" }, { "NaN", "0", "NaN" },
		{ "5", "\"", "" }, { "5", "0\\", "5" }, { "5", "[", "" }, { "5", "0_", "5" }, { "5", "[]0", "5" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct buf b;

		buf_init(&b, 1000);
		cell_format_write(&b, str_from(cases[i].value), str_from(cases[i].code), false);
		if (!str_eq(buf_str(&b), str_from(cases[i].text)))
			fail_msg("%s in %s: “" STR_FMT "”, not “%s”", cases[i].value, cases[i].code,
			    STR_ARG(buf_str(&b)), cases[i].text);
		buf_free(&b);
	}
}

static void
since_1904(void **state)
{
	struct buf b;

	(void)state;
	buf_init(&b, 1000);
	cell_format_write(&b, STR("0"), STR("yyyy-mm-dd"), true);
	cell_format_write(&b, STR("38351"), STR(" yyyy-mm-dd"), true);
	assert_true(str_eq(buf_str(&b), STR("1904-01-012008-12-31")));
	buf_free(&b);
	assert_true(str_eq(cell_format_builtin(10), STR("0.00%")));
	assert_true(str_eq(cell_format_builtin(999), STR("General")));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(shown),
		cmocka_unit_test(since_1904),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
