/* Tables that readers take away. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "document/csv.h"
#include "export/grid.h"

static const struct grid_column columns[] = {
	{ STR_INIT("title"), STR_INIT("Navn; længe"), 20 },
	{ STR_INIT("value"), STR_INIT("Tal"), 10 },
	{ STR_INIT("day"), STR_INIT("Dag"), 10 },
};

static struct grid
table(struct arena *a)
{
	static const char *const texts[] = {
		"Sø og å", "=2+3", "+45", "-1", "@SUM(A1)", "\tindrykket", "a;b", "a,b", "\"citat\"",
		"to\nlinjer", "",
	};
	struct grid g = grid_new(a, STR("Tal"), columns, COUNT_OF(columns));

	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		grid_text(&g, str_from(texts[i]));
		grid_number(&g, i % 2 == 0, NUMBER(-1234567 + (int64_t)i, 2));
		grid_day(&g, i % 3 == 0, day_of(2009, 6, 1) + (int32_t)i);
	}
	return g;
}

static void
as_rfc_4180(void **state)
{
	struct arena a = { 0 };
	struct grid  g = table(&a);
	struct buf   b;

	(void)state;
	buf_init(&b, 1 << 16);
	grid_csv(&b, &g, GRID_RFC4180);
	buf_char(&b, '\0');
	assert_string_equal(b.at,
	    "title,value,day\r\n"
	    "Sø og å,-12345.67,2009-06-01\r\n"
	    "'=2+3,,\r\n"
	    "'+45,-12345.65,\r\n"
	    "'-1,,2009-06-04\r\n"
	    "'@SUM(A1),-12345.63,\r\n"
	    "'\tindrykket,,\r\n"
	    "a;b,-12345.61,2009-06-07\r\n"
	    "\"a,b\",,\r\n"
	    "\"\"\"citat\"\"\",-12345.59,\r\n"
	    "\"to\nlinjer\",,2009-06-10\r\n"
	    ",-12345.57,\r\n");
	buf_free(&b);
	arena_free(&a);
}

static void
for_danish_excel(void **state)
{
	struct arena a = { 0 };
	struct grid  g = table(&a);
	struct buf   b;

	(void)state;
	buf_init(&b, 1 << 16);
	grid_csv(&b, &g, GRID_EXCEL_DA);
	assert_true(str_starts(buf_str(&b), STR("\xEF\xBB\xBF\"Navn; længe\";Tal;Dag\r\n"
	    "Sø og å;-12345,67;2009-06-01\r\n")));
	assert_true(str_find(buf_str(&b), STR("\r\n\"a;b\";-12345,61;2009-06-07\r\na,b;;\r\n"), 0) !=
	    SIZE_MAX);
	buf_free(&b);
	arena_free(&a);
}

/* What was written is read back, cell by cell, by the project's own reader. */
static void
read_back(void **state)
{
	static const char separators[] = { ',', ';' };
	struct arena a = { 0 };
	struct grid  g = table(&a);

	(void)state;
	for (size_t p = 0; p < COUNT_OF(separators); p++) {
		struct buf b, cell;
		struct csv c;
		size_t     n = 0;

		buf_init(&b, 1 << 16);
		buf_init(&cell, 1 << 10);
		grid_csv(&b, &g, (enum grid_profile)p);
		c = csv_open(buf_str(&b), separators[p]);
		for (;;) {
			struct str      text;
			bool            quoted;
			enum csv_status status = csv_next(&c, &text, &quoted);

			if (status == CSV_END)
				break;
			assert_true(status != CSV_BAD_QUOTE);
			assert_int_equal(status == CSV_LAST_FIELD, n % 3 == 2);
			cell.len = 0;
			csv_unquote(&cell, text);
			if (n >= 3 && n % 3 == 0 && !str_eq(quoted ? buf_str(&cell) : text,
			    g.cell[n - 3].text))
				fail_msg("cell %zu", n);
			n++;
		}
		assert_int_equal(n, 3 + g.len);
		buf_free(&cell);
		buf_free(&b);
	}
	arena_free(&a);
}

static struct str
bytes_of(struct arena *a, const char *path)
{
	struct buf b;
	struct str text;
	char       chunk[4096];
	size_t     n;
	FILE      *f = fopen(path, "rb");

	assert_non_null(f);
	buf_init(&b, 1 << 20);
	while ((n = fread(chunk, 1, sizeof chunk, f)) > 0)
		buf_put(&b, (struct str){ chunk, n });
	fclose(f);
	text = str_dup(a, buf_str(&b));
	buf_free(&b);
	return text;
}

/* Longer than a cell takes, with a letter of two bytes on its end. */
static struct str
long_text(struct arena *a)
{
	static const char letter[] = "ø";
	char *at = ARENA_ARRAY(a, char, 40001);

	for (size_t i = 0; i < 40000; i++)
		at[i] = i == 0 ? 'x' : letter[(i - 1) % 2];
	return (struct str){ at, 39999 };
}

/* The same figures give the same file; a day before what sheets know is text. */
static void
as_a_spreadsheet(void **state)
{
	struct arena a = { 0 };
	struct grid  g = table(&a);
	char         dir[] = "/tmp/pejl-test-XXXXXX", path[64];
	struct str   why = STR_NONE, first, second;

	(void)state;
	assert_non_null(mkdtemp(dir));
	snprintf(path, sizeof path, "%s/å.xlsx", dir);
	grid_text(&g, long_text(&a));
	grid_number(&g, true, NUMBER(INT64_MAX, 9));
	grid_day(&g, true, day_of(1801, 2, 3));
	assert_true(grid_xlsx(&a, &g, 1, day_of(2009, 6, 1), str_from(path), &why));
	first = bytes_of(&a, path);
	assert_true(grid_xlsx(&a, &g, 1, day_of(2009, 6, 1), str_from(path), &why));
	second = bytes_of(&a, path);
	assert_true(str_starts(first, STR("PK")));
	assert_true(str_eq(first, second));
	assert_int_equal(unlink(path), 0);
	assert_int_equal(rmdir(dir), 0);
	assert_int_equal(why.len, 0);
	arena_free(&a);
}

static void
that_cannot_be_written(void **state)
{
	struct arena a = { 0 };
	struct grid  g = table(&a);
	struct str   why = STR_NONE;

	(void)state;
	assert_false(grid_xlsx(&a, &g, 1, 0, STR("/nowhere/at/all.xlsx"), &why));
	assert_true(why.len > 0);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(as_rfc_4180),
		cmocka_unit_test(for_danish_excel),
		cmocka_unit_test(read_back),
		cmocka_unit_test(as_a_spreadsheet),
		cmocka_unit_test(that_cannot_be_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
