/* What a bureau's codes say: periods, and a selection as an address has it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "app/source_ask.h"
#include "app/source_period.h"

static void
periods_are_read(void **state)
{
	static const struct {
		const char    *code, *from, *to;        /* NULL: no period; `to` exclusive */
		enum precision precision;
	} row[] = {
		{ "2008", "2008-01-01", "2009-01-01", PRECISION_YEAR },
		{ "2008H1", "2008-01-01", "2008-07-01", PRECISION_HALF },
		{ "2008H2", "2008-07-01", "2009-01-01", PRECISION_HALF },
		{ "2008K1", "2008-01-01", "2008-04-01", PRECISION_QUARTER },
		{ "2008K4", "2008-10-01", "2009-01-01", PRECISION_QUARTER },
		{ "2008M01", "2008-01-01", "2008-02-01", PRECISION_MONTH },
		{ "2004U27", "2004-06-28", "2004-07-05", PRECISION_RANGE },
		{ "1982M12D09", "1982-12-09", "1982-12-10", PRECISION_DAY },
		{ "2008K5", NULL, NULL, PRECISION_DAY }, { "2008M13", NULL, NULL, PRECISION_DAY },
		{ "1982M02D30", NULL, NULL, PRECISION_DAY }, { "K1", NULL, NULL, PRECISION_DAY },
		{ "2004U54", NULL, NULL, PRECISION_DAY }, { "TOT", NULL, NULL, PRECISION_DAY },
		{ "", NULL, NULL, PRECISION_DAY },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(row); i++) {
		struct arena  a = { 0 };
		struct period p;
		int32_t       from, to;
		bool          ok = source_period(&a, str_from(row[i].code), &p);

		if (ok != (row[i].from != NULL))
			fail_msg("%s: %d", row[i].code, ok);
		if (ok) {
			assert_true(day_from_iso(str_from(row[i].from), &from));
			assert_true(day_from_iso(str_from(row[i].to), &to));
			if (p.from != from || p.to != to || p.precision != row[i].precision)
				fail_msg("%s: %d to %d, precision %d", row[i].code, p.from, p.to, p.precision);
		}
		arena_free(&a);
	}
}

static void
selections_are_escaped(void **state)
{
	static const struct {
		const char *selection, *query;
	} row[] = {
		{ "OMRÅDE=101,147 KØN=TOT  Tid=*", "&OMR%C3%85DE=101,147&K%C3%98N=TOT&Tid=*" },
		{ "Tid=(-n+5)\nALDER=100-", "&Tid=%28-n%2B5%29&ALDER=100-" },
		{ "Tid=>=2023K1<=2024K2", "&Tid=%3E%3D2023K1%3C%3D2024K2" },
		{ "Tid=1&lang=en#x", "&Tid=1%26lang%3Den%23x" },
		{ "Tid", "" }, { "=1", "" }, { "Tid=", "" }, { "", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(row); i++) {
		struct arena a = { 0 };
		struct str   q = source_query(&a, str_from(row[i].selection));

		if (!str_eq(q, str_from(row[i].query)))
			fail_msg("%s: " STR_FMT, row[i].selection, STR_ARG(q));
		arena_free(&a);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(periods_are_read),
		cmocka_unit_test(selections_are_escaped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
