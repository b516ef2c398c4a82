/* What a source's texts select, how that is split, and what a cell and a unit say. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "app/source_cell.h"
#include "app/source_pieces.h"
#include "app/source_unit.h"

static const struct str codes[] = {
	STR_INIT("2023K1"), STR_INIT("2023K2"), STR_INIT("2024K1"), STR_INIT("2024K2"), STR_INIT("TOT, alle"),
};

static void
selections_take_codes(void **state)
{
	static const struct {
		const char *text;
		unsigned    take;               /* a bit for each code; 0: a word takes none */
	} row[] = {
		{ "Tid=2023K1", 0x01 }, { "tid=2023K1,2024K2", 0x09 }, { "Tid=*", 0x1f }, { "Tid=202*K1", 0x05 },
		{ "Tid=*K2", 0x0a }, { "Tid=\"TOT, alle\"", 0x10 }, { "Tid=(1)", 0x10 }, { "Tid=(2)", 0x08 },
		{ "Tid=(-n+2)", 0x18 }, { "Tid=top(9)", 0x1f }, { "Tid=bottom(1)", 0x01 }, { "Tid=>=2024K1<=2024K2", 0x0c },
		{ "Tid=<=2023K2", 0x03 }, { "Tid=from(2024K2)", 0x18 }, { "Tid=\"range(2023K2,2024K1)\"", 0x06 },
		{ "Tid=2023K1,2025K1", 0 }, { "Tid=(6)", 0 }, { "Tid=x*", 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(row); i++) {
		struct arena            a = { 0 };
		struct source_selection s;
		struct str              word;
		bool                    take[COUNT_OF(codes)] = { false };
		unsigned                got = 0;

		assert_true(source_selection_read(&a, str_from(row[i].text), &s));
		assert_non_null(source_selection_of(&s, STR("Tid")));
		if (source_pick_codes(source_selection_of(&s, STR("Tid")), codes, COUNT_OF(codes), take, &word))
			for (size_t c = 0; c < COUNT_OF(codes); c++)
				got |= (unsigned)take[c] << c;
		if (got != row[i].take)
			fail_msg("%s: %x", row[i].text, got);
		arena_free(&a);
	}
}

static void
what_is_no_selection_is_none(void **state)
{
	static const char *const text[] = { "Tid", "=1", "Tid=", "Tid=1,", "Tid=1 tid=2", "Tid=\"1", "Tid =1" };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(text); i++) {
		struct arena            a = { 0 };
		struct source_selection s;

		if (source_selection_read(&a, str_from(text[i]), &s))
			fail_msg("%s", text[i]);
		arena_free(&a);
	}
}

/* A table of 3 by 1,200 by 1,000 codes. */
static void
much_is_split(void **state)
{
	static const struct {
		struct tableinfo_limits limits;
		size_t                  pieces; /* 0: it cannot be */
	} row[] = {
		{ { .cells = 1000000 }, 4 }, { { .cells = 4000000 }, 1 }, { { .cells = 3600000 }, 1 },
		{ { .cells = 150000, .values = 1900 }, 24 }, { { .cells = 1 }, 0 }, { { .values = 1 }, 0 },
		{ { .cells = 0, .values = 0 }, 1 },
	};
	size_t len[] = { 3, 1200, 1000 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(row); i++) {
		struct arena         a = { 0 };
		struct source_piece  all = { .len = 3 }, *at = NULL;
		size_t               pieces = 0, cells = 0;

		for (size_t k = 0; k < 3; k++)
			all.at[k] = (struct source_part){ STR("x"), ARENA_ARRAY(&a, struct str, len[k]), len[k] };
		if (!source_pieces_split(&a, &all, &row[i].limits, 1000, &at, &pieces))
			pieces = 0;
		if (pieces != row[i].pieces)
			fail_msg("row %zu: %zu", i, pieces);
		for (size_t p = 0; p < pieces; p++) {
			size_t n = at[p].at[0].len * at[p].at[1].len * at[p].at[2].len;

			cells += n;
			assert_true(row[i].limits.cells == 0 || n <= (size_t)row[i].limits.cells);
		}
		assert_int_equal(cells, pieces > 0 ? 3600000 : 0);
		arena_free(&a);
	}
}

static void
cells_are_read(void **state)
{
	static const struct {
		struct source_cell_text cell;
		const char             *value;          /* NULL: refused */
		enum missing            missing;
		bool                    preliminary, breaks;
	} row[] = {
		{ { STR_INIT("12.50"), STR_INIT(""), true, NOTATION_NONE, 0, false }, "12.50", MISSING_NONE, false, false },
		{ { STR_INIT("34.199999999999996"), STR_INIT(""), true, NOTATION_NONE, 0, false }, "34.2", MISSING_NONE, false, false },
		{ { STR_INIT("-0.12345678951"), STR_INIT(""), true, NOTATION_NONE, 0, false }, "-0.12345679", MISSING_NONE, false, false },
		{ { STR_INIT("1.5E+3"), STR_INIT(""), true, NOTATION_NONE, 0, false }, "1500", MISSING_NONE, false, false },
		{ { STR_INIT("1,2"), STR_INIT(""), true, NOTATION_NONE, 0, false }, NULL, MISSING_NONE, false, false },
		{ { STR_INIT("1e99"), STR_INIT(""), true, NOTATION_NONE, 0, false }, NULL, MISSING_NONE, false, false },
		{ { STR_INIT("1.072,20"), STR_INIT(""), false, NOTATION_DA, 0, false }, "1072.20", MISSING_NONE, false, false },
		{ { STR_INIT("1.072"), STR_INIT(""), false, NOTATION_NONE, 0, false }, NULL, MISSING_NONE, false, false },
		{ { STR_INIT("1 072"), STR_INIT(""), false, NOTATION_DA, 3, false }, "1072000", MISSING_NONE, false, false },
		{ { STR_INIT("30,4 %"), STR_INIT(""), false, NOTATION_DA, 0, true }, "30.4", MISSING_NONE, false, false },
		{ { STR_INIT("30,4 %"), STR_INIT(""), false, NOTATION_DA, 0, false }, NULL, MISSING_NONE, false, false },
		{ { STR_INIT(""), STR_INIT(""), true, NOTATION_NONE, 0, false }, "0", MISSING_NOT_AVAILABLE, false, false },
		{ { STR_INIT(""), STR_INIT(".."), true, NOTATION_NONE, 0, false }, "0", MISSING_CONFIDENTIAL, false, false },
		{ { STR_INIT(":"), STR_INIT(""), false, NOTATION_DA, 0, false }, "0", MISSING_CONFIDENTIAL, false, false },
		{ { STR_INIT("."), STR_INIT(""), false, NOTATION_DA, 0, false }, "0", MISSING_NOT_APPLICABLE, false, false },
		{ { STR_INIT("-"), STR_INIT(""), false, NOTATION_DA, 0, false }, "0", MISSING_NIL, false, false },
		{ { STR_INIT("-5"), STR_INIT("bp"), true, NOTATION_NONE, 0, false }, "-5", MISSING_NONE, true, true },
		{ { STR_INIT(""), STR_INIT("M"), true, NOTATION_NONE, 0, false }, "0", MISSING_NOT_APPLICABLE, false, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(row); i++) {
		struct arena        a = { 0 };
		struct source_value v;
		struct str          problem = source_cell_read(&row[i].cell, &v);

		if ((problem.len == 0) != (row[i].value != NULL))
			fail_msg("row %zu: " STR_FMT, i, STR_ARG(problem));
		if (problem.len == 0 && (!str_eq(number_plain(&a, v.n), str_from(row[i].value)) ||
		    v.missing != row[i].missing || v.preliminary != row[i].preliminary || v.breaks != row[i].breaks))
			fail_msg("row %zu: " STR_FMT ", missing %d", i, STR_ARG(number_plain(&a, v.n)), v.missing);
		arena_free(&a);
	}
}

static void
units_are_compared(void **state)
{
	static const struct {
		const char *bureau;
		enum unit   unit;
		bool        fits;
		uint8_t     shift;
	} row[] = {
		{ "Antal", UNIT_PERSONS, true, 0 }, { "Antal", UNIT_SHARE, false, 0 }, { "pct.", UNIT_SHARE, true, 0 },
		{ "%", UNIT_PERCENT, true, 0 }, { "Procent", UNIT_KRONER, false, 0 }, { "1.000 kr.", UNIT_KRONER, true, 3 },
		{ "Mio. kr.", UNIT_KRONER, true, 6 }, { "Mio. kr.", UNIT_COUNT, false, 6 }, { "Indeks", UNIT_NUMBER, true, 0 },
		{ "Køer", UNIT_SHARE, true, 0 }, { "", UNIT_KRONER, true, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(row); i++) {
		struct arena a = { 0 };
		uint8_t      shift;

		if (source_unit_fits(&a, str_from(row[i].bureau), row[i].unit, &shift) != row[i].fits ||
		    shift != row[i].shift)
			fail_msg("%s", row[i].bureau);
		arena_free(&a);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(selections_take_codes),
		cmocka_unit_test(what_is_no_selection_is_none),
		cmocka_unit_test(much_is_split),
		cmocka_unit_test(cells_are_read),
		cmocka_unit_test(units_are_compared),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
