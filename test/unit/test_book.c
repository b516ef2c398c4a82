/* The XML of workbooks, and archives; what programs make of them is in test/cli/. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include "document/lay.h"
#include "document/pack.h"
#include "export/book.h"
#include "port/zip.h"

struct made {
	struct arena arena;
	struct buf   bytes;
	struct zip  *zip;
	struct parts to;
	struct book  book;
};

static void
begin(struct made *m)
{
	*m = (struct made){ 0 };
	buf_init(&m->bytes, (size_t)1 << 24);
	m->zip = zip_open(&m->bytes, GZIP_FAST);
	m->to = zip_parts(m->zip);
	book_open(&m->book, &m->arena, &m->to, day_of(2009, 6, 1));
}

static void
end(struct made *m)
{
	assert_true(book_close(&m->book));
	assert_true(zip_close(m->zip));
}

static void
done(struct made *m)
{
	buf_free(&m->bytes);
	arena_free(&m->arena);
}

/* Is `text` in the part? */
static void
has(struct made *m, const char *part, const char *text)
{
	struct diags d = diags_new(&m->arena);
	struct str   bytes;
	struct pack *p;

	p = pack_open(&m->arena, STR("ø.xlsx"), buf_str(&m->bytes), &d);
	assert_non_null(p);
	if (!pack_read(p, &m->arena, part, &bytes))
		fail_msg("there is no %s", part);
	if (str_find(bytes, str_from(text), 0) == SIZE_MAX)
		fail_msg("%s: not %s but\n" STR_FMT, part, text, STR_ARG(bytes));
	pack_close(p);
}

/* ---- cells ---- */

static void
names(void **state)
{
	static const struct { size_t row, column; const char *name; } rows[] = {
		{ 0, 0, "A1" }, { 9, 25, "Z10" }, { 0, 26, "AA1" }, { 0, 701, "ZZ1" }, { 0, 702, "AAA1" },
		{ 1048575, 16383, "XFD1048576" },
	};
	struct buf b;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		buf_init(&b, 64);
		book_name(&b, rows[i].row, rows[i].column);
		assert_true(str_eq(buf_str(&b), str_from(rows[i].name)));
		buf_free(&b);
	}
}

static void
texts(void **state)
{
	static const struct { struct str text; const char *xml; } rows[] = {
		{ STR_INIT("Sø & <å>"), "<t>Sø &amp; &lt;å&gt;</t>" },
		{ STR_INIT("\"citat\""), "<t>&quot;citat&quot;</t>" },
		{ STR_INIT(" indrykket"), "<t xml:space=\"preserve\"> indrykket</t>" },
		{ STR_INIT("linje\n"), "<t xml:space=\"preserve\">linje\n</t>" },
		{ STR_INIT("a\r\nb\x01" "c\0d"), "<t>a_x000D_\nb_x0001_c_x0000_d</t>" },
		{ STR_INIT("_x0041_ _x0g41_ _x004"), "<t>_x005F_x0041_ _x0g41_ _x004</t>" },
		{ STR_INIT("\xEF\xBF\xBF\xEF\xBF\xBD\xEF\xAC\x81"), "<t>_xFFFF_\xEF\xBF\xBD\xEF\xAC\x81</t>" },
		{ STR_INIT("مرحبا 👋"), "<t>مرحبا 👋</t>" }, { STR_INIT("=1+1"), "<t>=1+1</t>" },
	};
	struct made m;

	(void)state;
	begin(&m);
	book_sheet(&m.book, &(struct book_sheet){ .name = STR("Æ & 'ø'") });
	book_row(&m.book, 0);
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		book_text(&m.book, i, BOOK_PLAIN, rows[i].text);
	end(&m);
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		has(&m, "xl/worksheets/sheet1.xml", rows[i].xml);
	has(&m, "xl/workbook.xml", "<sheet name=\"Æ &amp; 'ø'\" sheetId=\"1\"");
	done(&m);
}

/* Excel's own numbers of days: it has a 29 February 1900, which never was. */
static void
values(void **state)
{
	static const struct { int year, month, day; const char *cell; } days[] = {
		{ 1900, 1, 1, "<c r=\"A1\" s=\"4\"><v>1</v>" }, { 1900, 2, 28, "<c r=\"A2\" s=\"4\"><v>59</v>" },
		{ 1900, 3, 1, "<c r=\"A3\" s=\"4\"><v>61</v>" }, { 2009, 6, 1, "<c r=\"A4\" s=\"4\"><v>39965</v>" },
		{ 9999, 12, 31, "<c r=\"A5\" s=\"4\"><v>2958465</v>" },
		{ 1899, 12, 31, "<c r=\"A6\" t=\"inlineStr\"><is><t>1899-12-31</t>" },
	};
	struct made m;

	(void)state;
	begin(&m);
	book_sheet(&m.book, &(struct book_sheet){ .name = STR("Tal") });
	for (size_t i = 0; i < COUNT_OF(days); i++) {
		book_row(&m.book, i);
		book_day(&m.book, 0, BOOK_DAY(false), day_of(days[i].year, days[i].month, days[i].day));
	}
	book_row(&m.book, 9);
	book_number(&m.book, 1, BOOK_NUMBER(false, 2), NUMBER(-4550, 2));
	book_number(&m.book, 2, BOOK_NUMBER(true, 9), NUMBER(INT64_MIN, 9));
	book_formula(&m.book, 30, BOOK_NUMBER(true, 0), STR("SUM(A1:A4)*(B10<1)"), NUMBER(40, 1));
	book_text(&m.book, 31, BOOK_BOLD, STR_NONE);
	end(&m);
	for (size_t i = 0; i < COUNT_OF(days); i++)
		has(&m, "xl/worksheets/sheet1.xml", days[i].cell);
	has(&m, "xl/worksheets/sheet1.xml", "</row><row r=\"10\"><c r=\"B10\" s=\"8\"><v>-45.5</v></c>"
	    "<c r=\"C10\" s=\"25\"><v>-9223372036.854775808</v></c>"
	    "<c r=\"AE10\" s=\"16\"><f>SUM(A1:A4)*(B10&lt;1)</f><v>4</v></c></row></sheetData>");
	done(&m);
}

static void
sheets(void **state)
{
	static const uint8_t width[] = { 8, 255 };
	struct made          m;

	(void)state;
	begin(&m);
	book_sheet(&m.book, &(struct book_sheet){ .name = STR("Ét"), .width = width, .columns = 2, .top = 3, .left = 2 });
	book_row(&m.book, 4);
	book_number(&m.book, 2, BOOK_PLAIN, NUMBER(1, 0));
	book_comment(&m.book, 2, STR("≠ 2 & trykt"));
	book_sheet(&m.book, &(struct book_sheet){ .name = STR("Mål's"), .width = width, .columns = 2, .top = 1, .filter = 9 });
	end(&m);
	has(&m, "xl/worksheets/sheet1.xml", "<pane xSplit=\"2\" ySplit=\"3\" topLeftCell=\"C4\" activePane=\"bottomRight\"");
	has(&m, "xl/worksheets/sheet1.xml", "<col min=\"2\" max=\"2\" width=\"255.7109375\"");
	has(&m, "xl/worksheets/sheet1.xml", "<legacyDrawing r:id=\"rId1\"/>");
	has(&m, "xl/worksheets/sheet2.xml", "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\"");
	has(&m, "xl/worksheets/sheet2.xml", "<sheetData></sheetData><autoFilter ref=\"A1:B9\"/>");
	has(&m, "xl/workbook.xml", "localSheetId=\"1\" hidden=\"1\">'Mål''s'!$A$1:$B$9</definedName>");
	has(&m, "xl/comments1.xml", "<comment ref=\"C5\" authorId=\"0\">");
	has(&m, "xl/comments1.xml", "<t>≠ 2 &amp; trykt</t>");
	has(&m, "xl/drawings/vmlDrawing1.vml", "<x:Row>4</x:Row><x:Column>2</x:Column>");
	has(&m, "[Content_Types].xml", "/xl/comments1.xml");
	has(&m, "docProps/core.xml", ">2009-06-01T00:00:00Z<");
	done(&m);
}

static void
too_large(void **state)
{
	char        formula[BOOK_FORMULA_MAX + 2];
	struct made m;

	(void)state;
	memset(formula, '1', sizeof formula);
	for (int i = 0; i < 6; i++) {
		begin(&m);
		book_sheet(&m.book, &(struct book_sheet){ .name = STR("Ark") });
		book_row(&m.book, i < 2 ? BOOK_ROWS_MAX - (i == 0) : 7);
		if (i >= 2 && i < 4)
			book_number(&m.book, BOOK_COLUMNS_MAX - (i == 2), BOOK_PLAIN, NUMBER_ZERO);
		if (i >= 4)
			book_formula(&m.book, 0, BOOK_PLAIN, (struct str){ formula, BOOK_FORMULA_MAX + (i == 5) },
			    NUMBER_ZERO);
		assert_int_equal(book_close(&m.book), i % 2 == 0);
		assert_true(zip_close(m.zip));
		done(&m);
	}
}

/* ---- archives ---- */

/* Written in pieces of all sizes, behind other bytes; read by libzip, which checks sums. */
static void
archives(void **state)
{
	struct arena a = { 0 };
	struct diags d = diags_new(&a);
	size_t       n = 300000;
	char        *text = ARENA_ARRAY(&a, char, n);
	struct str   first, second, all = { text, n };
	struct buf   b;
	struct zip  *z;
	struct parts to;
	struct pack *p;
	uint32_t     noise = 1;

	(void)state;
	for (size_t i = 0; i < n; i++)
		text[i] = (char)((noise = noise * 1664525 + 1013904223) >> 24);
	buf_init(&b, (size_t)1 << 20);
	BUF_LIT(&b, "før");
	z = zip_open(&b, GZIP_BEST);
	zip_date(z, 2009, 6, 1);
	to = zip_parts(z);
	to.begin(to.with, STR("mål/ø.txt"));
	for (size_t at = 0, piece = 1; at < n; at += piece, piece = piece * 3 + 1)
		to.more(to.with, str_slice(all, at, at + piece < n ? at + piece : n));
	to.begin(to.with, STR("tom"));
	to.begin(to.with, STR("en"));
	to.more(to.with, STR("é"));
	assert_true(zip_close(z));
	p = pack_open(&a, STR("ø.zip"), str_slice(buf_str(&b), 4, b.len), &d);
	assert_non_null(p);
	assert_true(pack_read(p, &a, "mål/ø.txt", &first) && str_eq(first, all));
	assert_true(pack_read(p, &a, "tom", &first) && first.len == 0);
	assert_true(pack_read(p, &a, "en", &second) && str_eq(second, STR("é")));
	pack_close(p);
	buf_free(&b);
	arena_free(&a);
}

static bool
made_in(size_t room, size_t *ret)
{
	struct buf   b;
	struct zip  *z;
	struct parts to;
	bool         ok;

	buf_init(&b, room);
	z = zip_open(&b, GZIP_FAST);
	to = zip_parts(z);
	to.begin(to.with, STR("å"));
	to.more(to.with, STR("en tekst"));
	to.begin(to.with, STR("b"));
	to.more(to.with, STR("og en til"));
	ok = zip_close(z);
	*ret = b.len;
	buf_free(&b);
	return ok;
}

static void
without_room(void **state)
{
	size_t whole, len;

	(void)state;
	assert_true(made_in(SIZE_MAX, &whole));
	assert_true(made_in(whole, &len) && len == whole);
	for (size_t room = 0; room < whole; room++)
		assert_false(made_in(room, &len));
	assert_false(zip_close(NULL));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(names), cmocka_unit_test(texts), cmocka_unit_test(values),
		cmocka_unit_test(sheets), cmocka_unit_test(too_large), cmocka_unit_test(archives),
		cmocka_unit_test(without_room),
	};

	return cmocka_run_group_tests_name("book", tests, NULL, NULL);
}
