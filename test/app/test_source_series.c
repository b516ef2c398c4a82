/* Where a bureau's series breaks, by what was printed of its answers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "app/source_series.h"
#include "core/calendar.h"

static void
same(struct str is, const char *wanted)
{
	if (!str_eq(is, str_from(wanted)))
		fail_msg("“" STR_FMT "” is not “%s”", STR_ARG(is), wanted);
}

static void
lines_that_went_and_came(void **state)
{
	static const struct {
		const char *was, *is, *went, *came, *words;
	} row[] = {
		{ "O 101 Rødby\n", "O 101 Rødby\n", "", "", "it was “”, and is “”" },
		{ "O 101 Rødby\n", "O 101 Nyby\n", "O 101 Rødby", "O 101 Nyby", "it was “O 101 Rødby”, and is “O 101 Nyby”" },
		{ "unit Antal\n", "unit Antal\nbreak 2026K1\n", "", "break 2026K1", "the bureau marks a break at 2026K1" },
		{ "break 2015\nunit Antal\n", "unit Antal\n", "", "", "it was “”, and is “”" },
		{ "", "note Brud på serien i 2026.\n", "", "note Brud på serien i 2026.",
		  "the bureau notes “Brud på serien i 2026.”" },
	};
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(row); i++) {
		struct str went, came;

		source_series_differ(str_from(row[i].was), str_from(row[i].is), &went, &came);
		same(went, row[i].went);
		same(came, row[i].came);
		same(source_series_words(&a, went, came), row[i].words);
	}
	same(source_series_kept(&a, STR("unit Antal\n"), STR("O 1 ø\nbreak 2015\n")), "unit Antal\nbreak 2015\n");
	same(source_series_kept(&a, STR("break 2015\n"), STR("break 2015\n")), "break 2015\n");
	arena_free(&a);
}

static void
the_day_of_a_break(void **state)
{
	static const struct { const char *line, *day; } row[] = {
		{ "break 2026K2", "2026-04-01" }, { "break 2024-Q1", "2024-01-01" }, { "break 2011", "2011-01-01" },
		{ "break ?", "2000-01-01" }, { "note Der er databrud i 2026.", "2026-01-01" },
		{ "note 2026K3: Databrud, se notat fra 2019", "2026-07-01" },
		{ "note Brud mellem 2010 og 2012 samt i 2019", "2000-01-01" }, { "note Databrud på øen", "2000-01-01" },
		{ "unit 2026", "2000-01-01" }, { "", "2000-01-01" },
	};
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(row); i++) {
		int32_t day = source_series_starts(&a, str_from(row[i].line), day_of(2000, 1, 1));

		if (!str_eq(day_iso(&a, day), str_from(row[i].day)))
			fail_msg("%s: " STR_FMT, row[i].line, STR_ARG(day_iso(&a, day)));
	}
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_that_went_and_came),
		cmocka_unit_test(the_day_of_a_break),
	};

	return cmocka_run_group_tests_name("source_series", tests, NULL, NULL);
}
