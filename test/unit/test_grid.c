/* Tables that readers take away. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include "document/csv.h"
#include "document/lay.h"
#include "export/grid.h"
#include "port/zip.h"

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

/* Longer than a cell takes, of letters of two bytes. */
static struct str
long_text(struct arena *a)
{
	static const char letter[] = "ø";
	char *at = ARENA_ARRAY(a, char, 80001);

	for (size_t i = 0; i < 80001; i++)
		at[i] = i == 0 ? 'x' : letter[(i - 1) % 2];
	return (struct str){ at, 80001 };
}

static struct str
workbook(struct arena *a, const struct grid *g, bool *ret)
{
	struct buf   b;
	struct zip  *z;
	struct parts to;
	struct str   bytes;

	buf_init(&b, (size_t)1 << 26);
	z = zip_open(&b, GZIP_FAST);
	to = zip_parts(z);
	*ret = grid_xlsx(a, g, 1, day_of(2009, 6, 1), &to);
	assert_true(zip_close(z));
	bytes = str_dup(a, buf_str(&b));
	buf_free(&b);
	return bytes;
}

/* The same figures give the same file; what it holds is read back. A text is cut, a day
 * before what sheets know is text. */
static void
as_a_spreadsheet(void **state)
{
	static const char *const lines[] = {
		"<table><tr><td>Navn; længe<td>Tal<td>Dag\n<tr><td>Sø og å<td>-12345,67<td>2009-06-01\n",
		"<tr><td>'@SUM(A1)<td>-12345,63<td>\n",
		"<tr><td>to<br>linjer<td><td>2009-06-10\n",
		"<td>9223372036,854775800<td>1801-02-03\n",      /* programs keep 17 digits */
	};
	struct arena a = { 0 };
	struct diags d = diags_new(&a);
	struct grid  g = table(&a);
	struct str   first, second, laid;
	bool         fits;
	size_t       ends;

	(void)state;
	grid_text(&g, long_text(&a));
	grid_number(&g, true, NUMBER(INT64_MAX, 9));
	grid_day(&g, true, day_of(1801, 2, 3));
	first = workbook(&a, &g, &fits);
	assert_true(fits);
	second = workbook(&a, &g, &fits);
	assert_true(fits && str_eq(first, second));
	if (!lay_xlsx(&a, STR("å.xlsx"), first, &d, &laid))
		fail_msg(STR_FMT, STR_ARG(d.first->message));
	for (size_t i = 0; i < COUNT_OF(lines); i++)
		if (str_find(laid, str_from(lines[i]), 0) == SIZE_MAX)
			fail_msg("%s is not in " STR_FMT, lines[i], STR_ARG(str_slice(laid, laid.len - 200, laid.len)));
	ends = str_find(laid, STR("<td>9223"), 0);
	assert_int_equal(ends - str_find(laid, STR("<td>xø"), 0), 4 + 1 + 2 * 32766);
	arena_free(&a);
}

static void
too_large_for_a_sheet(void **state)
{
	struct arena a = { 0 };
	struct grid  g = grid_new(&a, STR("Tal"), columns, 1);
	bool         fits;

	(void)state;
	grid_reserve(&g, 1048576);
	for (size_t i = 0; i < 1048575; i++)
		grid_number(&g, false, NUMBER_ZERO);
	(void)workbook(&a, &g, &fits);
	assert_true(fits);
	grid_number(&g, false, NUMBER_ZERO);
	(void)workbook(&a, &g, &fits);
	assert_false(fits);
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
		cmocka_unit_test(too_large_for_a_sheet),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
