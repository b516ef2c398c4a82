/* Columns and lines of text: counted in letters, never broken inside one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "base/utf8.h"
#include "cli/table.h"

static void
check_fit(const char *text, size_t letters, bool pad, const char *expected)
{
	struct buf b;

	buf_init(&b, 1024);
	table_fit(&b, str_from(text), letters, pad);
	buf_char(&b, '\0');
	assert_string_equal(b.at, expected);
	buf_free(&b);
}

static void
fits(void **state)
{
	(void)state;
	check_fit("blåbær", 6, true, "blåbær");
	check_fit("blåbær", 8, true, "blåbær  ");
	check_fit("blåbær", 8, false, "blåbær");
	check_fit("blåbær", 5, true, "blåb…");
	check_fit("blåbær", 2, true, "b…");
	check_fit("blåbær", 1, true, "b");
	check_fit("blåbær", 0, true, "");
	check_fit("", 3, true, "   ");
	check_fit("", 0, true, "");
	check_fit("a\nb\tc\rd", 9, false, "a b c d");
	check_fit("a\033[31mb\007\x7F", 20, false, "a [31mb  ");
	check_fit("a\xC2\x9Bz", 20, false, "a z");
}

/* Each line, with "|" between. */
static void
check_lines(const char *text, size_t letters, const char *expected)
{
	struct str rest = str_from(text);
	struct buf b;

	buf_init(&b, 1024);
	while (rest.len > 0) {
		size_t     before = rest.len;
		struct str line = table_line(&rest, letters);

		assert_true(utf8_length(line) <= letters);
		assert_true(rest.len < before);
		if (b.len > 0)
			buf_char(&b, '|');
		buf_put(&b, line);
	}
	buf_char(&b, '\0');
	assert_string_equal(b.at, expected);
	buf_free(&b);
}

static void
lines(void **state)
{
	(void)state;
	check_lines("rød grød med fløde", 80, "rød grød med fløde");
	check_lines("rød grød med fløde", 8, "rød grød|med|fløde");
	check_lines("rød grød med fløde", 9, "rød grød|med fløde");
	check_lines("rød grød med fløde", 7, "rød|grød|med|fløde");
	check_lines("rød grød", 3, "rød|grø|d");
	check_lines("rødgrødmedfløde", 5, "rødgr|ødmed|fløde");
	check_lines("æ  ø", 2, "æ|ø");
	check_lines("æøå", 1, "æ|ø|å");
	check_lines("ord ", 3, "ord");
	check_lines("", 5, "");
}

static void
check_table(const char *const *cells, size_t columns, size_t n, int width, const char *expected)
{
	struct arena a = { 0 };
	struct table t = table_new(&a, columns);
	struct buf   b;

	for (size_t i = 0; i < n; i += columns) {
		struct str row[TABLE_COLUMNS];

		for (size_t c = 0; c < columns; c++)
			row[c] = str_from(cells[i + c]);
		table_add(&t, row);
	}
	buf_init(&b, 4096);
	table_write(&t, &b, width);
	buf_char(&b, '\0');
	assert_string_equal(b.at, expected);
	buf_free(&b);
	arena_free(&a);
}

static void
tables(void **state)
{
	static const char *const cells[] = {
		"ø", "Økonomiudvalget", "1:2", "biu", "Beskæftigelse\tog mere", "",
	};

	(void)state;
	check_table(cells, 3, 6, 0, "ø\tØkonomiudvalget\t1:2\nbiu\tBeskæftigelse og mere\t\n");
	check_table(cells, 3, 6, 80,
	    "ø    Økonomiudvalget        1:2\nbiu  Beskæftigelse og mere\n");
	check_table(cells, 3, 6, 20, "ø    Økonomiud…  1:2\nbiu  Beskæftig…\n");
	/* Narrower than any table: short, never nothing. */
	check_table(cells, 3, 6, 1, "ø    Øko…  1:2\nbiu  Bes…\n");
	check_table(NULL, 3, 0, 80, "");
	check_table(cells, 1, 2, 80, "ø\nØkonomiudvalget\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fits), cmocka_unit_test(lines), cmocka_unit_test(tables),
	};

	return cmocka_run_group_tests_name("table", tests, NULL, NULL);
}
