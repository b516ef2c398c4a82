#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include "computed.h"
#include "document/lay.h"
#include "packed.h"

#define BOMB ((size_t)257 << 20)
#define HEAD "<?xml version=\"1.0\"?>"
#define BOOK(sheets) HEAD "<workbook xmlns:r=\"r\"><sheets>" sheets "</sheets></workbook>"
#define SHEET(n, name) "<sheet name=\"" name "\" r:id=\"rId" n "\"/>"
#define RELATION(n) "<Relationship Id=\"rId" n "\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet" n ".xml\"/>"
#define ROWS(rows) HEAD "<x:worksheet xmlns:x=\"m\"><x:sheetData>" rows "</x:sheetData></x:worksheet>"

static const char one[] = BOOK(SHEET("1", "Ark"));
static const char relations[] = HEAD "<Relationships>" RELATION("1") RELATION("2") RELATION("3") "</Relationships>";
static const char strings[] = HEAD "<sst><si><t>Mål &amp; midler</t></si><si><r><t>Ær</t></r><r><rPr><b/></rPr>"
    "<t>ø\nby</t></r><rPh><t>x</t></rPh></si></sst>";
static const char styles[] = HEAD "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0 &quot;mio. kr.&quot;\"/>"
    "</numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/>"
    "<xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";

static struct packed_part
part(const char *name, const char *text)
{
	return (struct packed_part){ .name = name, .bytes = str_from(text), .deflate = true };
}

static struct str
workbook(struct arena *a, const char *book, const char *sheet1, const char *sheet2)
{
	struct packed_part parts[] = {
		part("xl/workbook.xml", book), part("xl/_rels/workbook.xml.rels", relations),
		part("xl/sharedStrings.xml", strings), part("xl/styles.xml", styles),
		part("xl/worksheets/sheet1.xml", sheet1), part("xl/worksheets/sheet2.xml", sheet2),
	};

	return packed_make(a, parts, COUNT_OF(parts));
}

/* Rows of the first sheet, and their lines. */
static void
cells(void **state)
{
	static const struct { const char *rows, *lines; } cases[] = {
		{ "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>",
		  "<table><tr><td>Mål &amp; midler<td>Ærø<br>by\n" },
		{ "<row><c><v>12.5</v></c><c s=\"1\"><v>0.544</v></c><c s=\"2\"><v>39813</v></c><c s=\"3\"><v>6.9</v></c></row>",
		  "<table><tr><td>12,5<td>54,40%<td>2008-12-31<td>6,9 mio. kr.\n" },
		{ "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>å</t></is></c><c r=\"D1\" t=\"b\"><v>1</v></c>"
		  "<c r=\"E1\" t=\"e\"><v>#REF!</v></c><c r=\"F1\" t=\"str\"><f>A1</f><v>&lt;b&gt;</v></c></row>",
		  "<table><tr><td>å<td><td><td>SAND<td>#REF!<td>&lt;b&gt;\n" },
		/* a title, a table at C4, a source; then another table behind an empty row */
		{ "<row r=\"3\"><c r=\"C3\" t=\"str\"><v>Titel</v></c></row><row r=\"4\"><c r=\"C4\"><v>1</v></c><c r=\"D4\"><v>2</v></c></row>"
		  "<row r=\"5\"><c r=\"D5\"><v>3</v></c></row><row r=\"6\"><c r=\"C6\" t=\"str\"><v>Kilde: ø</v></c></row>"
		  "<row r=\"7\"><c r=\"C7\"/></row><row r=\"8\"><c r=\"A8\"><v>4</v></c><c r=\"B8\"><v>5</v></c></row>",
		  "<p>Titel\n<table><tr><td>1<td>2\n<tr><td><td>3\n<p>Kilde: ø\n<table><tr><td>4<td>5\n" },
		/* rows and cells out of order, one twice */
		{ "<row r=\"2\"><c r=\"B2\"><v>4</v></c><c r=\"A2\"><v>3</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c>"
		  "<c r=\"B1\"><v>2</v></c></row>", "<table><tr><td>1<td>2\n<tr><td>3<td>4\n" },
		{ "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c><c r=\"B1\" s=\"99\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>-1</v></c></row>",
		  "<p>1\n" },
		/* what XML cannot hold, as Excel writes it; and what only looks like it */
		{ "<row><c t=\"inlineStr\"><is><t>ø_x000D_\nå_x0007_</t></is></c><c t=\"str\"><v>_x005F_x0041__x00e6__x0041</v></c></row>",
		  "<table><tr><td>ø<br>å<td>_x0041__x00e6__x0041\n" },
		{ "<row r=\"1\"><c r=\"A1\"><f>1+1</f></c><c r=\"B1\"><v>1</v></c><c r=\"C1\"><v>2</v></c></row>",
		  "<table><tr><td>1<td>2\n" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct arena a = { 0 };
		struct diags d = diags_new(&a);
		struct str   got, sheet = arena_printf(&a, ROWS("%s"), cases[i].rows);

		if (!lay_xlsx(&a, STR("ø.xlsx"), workbook(&a, one, sheet.at, ""), &d, &got))
			fail_msg("%s: " STR_FMT, cases[i].rows, STR_ARG(d.first->message));
		if (!str_eq(got, str_from(cases[i].lines)))
			fail_msg("%s\ngave:\n" STR_FMT "not:\n%s", cases[i].rows, STR_ARG(got), cases[i].lines);
		arena_free(&a);
	}
}

static void
sheets(void **state)
{
	static const char rows[] = ROWS("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c><c r=\"C1\"><f>x</f></c></row>")
	    "<!-- -->", merged[] = HEAD "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>8</v></c>"
	    "<c r=\"C1\"><v>3</v></c></row><row r=\"2\"><c r=\"A2\"><v>9</v></c><c r=\"C2\"><v>4</v></c></row></sheetData>"
	    "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>";
	struct arena a = { 0 };
	struct diags d = diags_new(&a);
	struct str   got, book;

	(void)state;
	book = workbook(&a, BOOK(SHEET("1", "Mål &lt;1>") SHEET("2", "Økonomi")
	    "<sheet name=\"Gæt\" state=\"hidden\" r:id=\"rId3\"/>"), rows, merged);
	assert_true(lay_xlsx(&a, STR("ø.xlsx"), book, &d, &got));
	assert_true(str_eq(got, STR("<h1>Mål &lt;1&gt;\n<table><tr><td>1<td>2\n<h1>Økonomi\n"
	    "<table><tr><td>1<td><td>3\n<tr><td><td><td>4\n")));
	assert_int_equal(d.errors, 0);
	assert_int_equal(d.count, 2);           /* a hidden sheet, a formula without a value */
	assert_true(str_find(d.first->message, STR("“Gæt” is hidden"), 0) != SIZE_MAX);
	arena_free(&a);
}

/* ---- what is refused ---- */

static struct str
repeated(struct arena *a, const char *before, const char *unit, size_t n, const char *after)
{
	struct buf b;
	struct str s;

	buf_init(&b, (size_t)1 << 30);
	buf_put(&b, str_from(before));
	for (size_t i = 0; i < n; i++)
		buf_put(&b, str_from(unit));
	buf_put(&b, str_from(after));
	s = str_dup(a, buf_str(&b));
	buf_free(&b);
	return s;
}

/* `message` NULL: it is read. */
static void
expect(struct arena *a, const char *what, struct str bytes, const char *message)
{
	struct diags d = diags_new(a);
	struct str   got;
	int64_t      from = computed_us();
	bool         ok = lay_xlsx(a, STR("ø.xlsx"), bytes, &d, &got);

	computed_within(what, from, 2000);
	if (message == NULL && !ok)
		fail_msg("%s: " STR_FMT, what, STR_ARG(d.first->message));
	if (message != NULL && (ok || d.errors != 1 ||
	    str_find(d.first->message, str_from(message), 0) == SIZE_MAX))
		fail_msg("%s: %zu, " STR_FMT, what, d.errors, STR_ARG(ok ? STR("read") : d.first->message));
}

static void
archives_that_lie(void **state)
{
	static const char rows[] = ROWS("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>");
	struct arena       a = { 0 };
	struct str         whole = workbook(&a, one, rows, ""), zeros = repeated(&a, "", "0000000000000000", 20 << 16, "");
	struct packed_part parts[] = {
		part("xl/workbook.xml", one), part("xl/_rels/workbook.xml.rels", relations),
		part("xl/worksheets/sheet1.xml", rows), part("x", "ø"),
	};
	size_t n = COUNT_OF(parts);

	(void)state;
	expect(&a, "whole", packed_make(&a, parts, n), NULL);
	for (size_t cut = 1; cut < whole.len; cut += 1 + whole.len / 50)
		expect(&a, "cut", str_slice(whole, 0, cut), "cut off or damaged");
	parts[3].name = "../../etc/passwd";
	expect(&a, "traversal", packed_make(&a, parts, n), "leads out of it");
	parts[3].name = "/etc/passwd";
	expect(&a, "absolute", packed_make(&a, parts, n), "leads out of it");
	parts[3].name = "..\\windows";
	expect(&a, "backslash", packed_make(&a, parts, n), "leads out of it");
	parts[3] = part("x", "ø");
	parts[2].crc_change = 1;
	expect(&a, "checksum", packed_make(&a, parts, n), "damaged");
	parts[2].crc_change = 0;
	parts[2].flags = 1;
	expect(&a, "encrypted", packed_make(&a, parts, n), "encrypted");
	parts[2].flags = 0;
	parts[2].size = 1000000000;
	expect(&a, "declared", packed_make(&a, parts, n), "larger than 256 MiB");
	parts[2].size = 5;
	parts[2].bytes = zeros;                 /* 20 MiB of one letter that say they are 5 bytes */
	expect(&a, "understated", packed_make(&a, parts, n), "");
	parts[2].bytes = (struct str){ ARENA_ARRAY(&a, char, BOMB), BOMB };
	parts[2].size = 5;
	expect(&a, "bomb", packed_make(&a, parts, n), "");
	parts[2].size = 0;
	expect(&a, "honest bomb", packed_make(&a, parts, n), "larger than 256 MiB");
	expect(&a, "no part", packed_make(&a, parts + 3, 1), "no part xl/workbook.xml");
	arena_free(&a);
}

static void
parts_that_are_too_much(void **state)
{
	static const char laughs[] = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
	    "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><worksheet><sheetData><row><c t=\"str\"><v>&c;</v></c></row></sheetData></worksheet>",
	    outside[] = "<!DOCTYPE x SYSTEM \"http://example.dk/x.dtd\" [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
	    "<worksheet><sheetData><row><c t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>";
	struct arena a = { 0 };
	struct str   s;

	(void)state;
	expect(&a, "billion laughs", workbook(&a, one, laughs, ""), "declares a document type");
	expect(&a, "external entity", workbook(&a, one, outside, ""), "declares a document type");
	expect(&a, "undefined entity", workbook(&a, one, ROWS("<row><c t=\"str\"><v>&a;</v></c></row>"), ""), "cannot be read");
	expect(&a, "not closed", workbook(&a, one, "<worksheet><sheetData>", ""), "cannot be read");
	expect(&a, "no XML", workbook(&a, one, "ø", ""), "cannot be read");
	expect(&a, "no sheets", workbook(&a, BOOK(""), "", ""), "nothing to read");
	s = repeated(&a, HEAD "<worksheet><sheetData>", "<row><c/><c s=\"1\"/></row>", 1000000,
	    "<row r=\"1048576\"><c><v>1</v></c><c><v>2</v></c></row></sheetData></worksheet>");
	expect(&a, "a million empty rows", workbook(&a, one, s.at, ""), NULL);
	s = repeated(&a, HEAD "<worksheet><sheetData><row>", "<c><v>1</v></c>", 10000, "</row></sheetData></worksheet>");
	expect(&a, "10000 columns", workbook(&a, one, s.at, ""), "more than 400 cells");
	s = repeated(&a, HEAD "<worksheet><sheetData>", "<row><c><v>1</v></c><c><v>1</v></c></row>", 250000,
	    "</sheetData></worksheet>");
	expect(&a, "rows", workbook(&a, one, s.at, ""), "more than 200000");
	s = repeated(&a, "", "<a>", 100000, "");
	expect(&a, "depth", workbook(&a, one, s.at, ""), "nested more than 200");
	s = repeated(&a, HEAD "<worksheet><sheetData><row><c t=\"str\"><v>", "xxxxxxxxxxxxxxxx", 1 << 20, "</v></c></row></sheetData></worksheet>");
	expect(&a, "one cell", workbook(&a, one, s.at, ""), "");
	s = repeated(&a, HEAD "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData><mergeCells>",
	    "<mergeCell ref=\"A1:XFD1048576\"/>", 100001, "</mergeCells></worksheet>");
	expect(&a, "merges", workbook(&a, one, s.at, ""), "merged cells");
	arena_free(&a);
}

/* What a document of Word is looked through for, before pandoc has it. */
static void
documents_are_looked_through(void **state)
{
	struct arena       a = { 0 };
	struct diags       d = diags_new(&a);
	struct packed_part parts[] = { part("word/document.xml", "<x/>"), part("mål.xml", "ø") };

	(void)state;
	assert_true(lay_check(&a, STR("ø.docx"), packed_make(&a, parts, 2), &d));
	parts[1].crc_change = 7;
	assert_false(lay_check(&a, STR("ø.docx"), packed_make(&a, parts, 2), &d));
	parts[1].crc_change = 0;
	parts[1].bytes = (struct str){ ARENA_ARRAY(&a, char, BOMB), BOMB };
	assert_false(lay_check(&a, STR("ø.docx"), packed_make(&a, parts, 2), &d));
	assert_int_equal(d.errors, 2);
	arena_free(&a);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells),
		cmocka_unit_test(sheets),
		cmocka_unit_test(archives_that_lie),
		cmocka_unit_test(parts_that_are_too_much),
		cmocka_unit_test(documents_are_looked_through),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
