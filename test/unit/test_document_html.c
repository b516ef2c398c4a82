#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/untag.h"
#include "computed.h"
#include "document/lay.h"

/* A page, and what it is laid out as. */
static const struct {
	const char *page, *lines;
} laid[] = {
	{ "<h1>Mål på Ærø</h1><h3>Status</h3><p>Ét\n  afsnit.</p>tekst <i>uden</i> afsnit<p>to",
	  "<h1>Mål på Ærø\n<h3>Status\n<p>Ét afsnit.\n<p>tekst <b>uden</b> afsnit\n<p>to\n" },
	{ "<p><b>Målgruppe:</b> unge<br>under 25</p><p><em>alt</em></p>",
	  "<p><b>Målgruppe:</b> unge<br>under 25\n<p><b>alt</b>\n" },
	{ "<section><b><div>a</div><div>b</div></b>c", "<p><b>a</b>\n<p><b>b</b>\n<p>c\n" },
	{ "<p>3 &lt; 4 &amp; 5&nbsp;pct. &aelig; &#248; &ukendt;</p>",
	  "<p>3 &lt; 4 &amp; 5\xC2\xA0pct. æ ø &amp;ukendt;\n" },
	{ "<p>km<sup>2</sup> og 12 pct.<sup>[10]</sup></p>", "<p>km² og 12 pct.¹⁰\n" },
	/* lists */
	{ "<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul>e",
	  "<li>- a\n<li><li>- b\n<li>- c\n<p>d\n<p>e\n" },
	{ "<ol start=3><li>a<li value=7>b<li>c</ol><ol type=a><li>d<li>e</ol><ol type=I><li>f</ol>",
	  "<li>3. a\n<li>7. b\n<li>8. c\n<li>a. d\n<li>b. e\n<li>I. f\n" },
	{ "<dl><dt>Formål<dd>Flere i job</dl>", "<p><b>Formål</b>\n<p>Flere i job\n" },
	{ "<pre>a\n  b</pre>", "<p>a<br>b\n" },
	/* tables */
	{ "<table><caption>Tabel 1</caption><tr><th>Mål<th>Status</tr><tr><td>æ<td></tr></table>",
	  "<p>Tabel 1\n<table><tr><th>Mål<th>Status\n<tr><td>æ<td>\n" },
	{ "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td>e</table>",
	  "<table><tr><td>a<td>b<td>\n<tr><td><td>c<td>d\n<tr><td>e\n" },
	{ "<table><tr><td rowspan=2 colspan=2>a<td>b</tr><tr><td>c</tr></table>",
	  "<table><tr><td>a<td><td>b\n<tr><td><td><td>c\n" },
	{ "<table><tr><td><p>a</p><p><b>b</b></p>c<br>d</td></tr></table>",
	  "<table><tr><td>a<p><b>b</b><p>c<br>d\n" },
	{ "<table><tr><td><ul><li>a</li><li>b</li></ul><td><ol><li>x<li>y</ol></table>",
	  "<table><tr><td><ul><li>a<li>b</ul><td><ol><li>1. x<li>2. y</ol>\n" },
	{ "<table><tr><td>a<table><tr><td>b<td>c</tr><tr><td>d</tr></table>e<td>f</table>g",
	  "<table><tr><td>a<p>b<br>c<br>d<p>e<td>f\n<p>g\n" },
	{ "<table><tr><td>a</table><table><tr><td>b</table>", "<table><tr><td>a\n<table><tr><td>b\n" },
	{ "<ul><li>a<table><tr><td>b</table></ul>", "<li>- a\n<table><tr><td>b\n" },
	{ "<table><thead><tr><th>a</thead><tbody><tr><td>b</tbody></table>",
	  "<table><tr><th>a\n<tr><td>b\n" },
	{ "<table><tr><td>a</tr><caption>Kilde</caption></table>", "<table><tr><td>a\n<p>Kilde\n" },
	/* footnotes, as pandoc and LibreOffice write them */
	{ "<p>x<a class='footnote-ref'><sup>1</sup></a></p><section class='footnotes'><hr/><ol>"
	  "<li role='doc-endnote'><p>Note<a class='footnote-back' role='doc-backlink'>↩︎</a></p></li>"
	  "<li role='doc-endnote'><p>To</p></ol></section>", "<p>x¹\n<p>¹ Note\n<p>² To\n" },
	{ "<div id='sdfootnote1'><p><a class='sdfootnotesym' href='#x'>12</a>Kilde</p></div>",
	  "<p>¹²Kilde\n" },
	/* what is not shown */
	{ "<title>t</title><script>s<b></script><style>p{}</style><p>a<span hidden>b</span>"
	  "<span style='DISPLAY : none'>c</span><del>d</del><select><option>e</select>"
	  "<svg><text>f</text></svg><!-- g -->h<p style='visibility:hidden'>i<p>j",
	  "<p>ah\n<p>j\n" },
	{ "<div hidden><div>a</div><p>b</p></div>c", "<p>c\n" },
	{ "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><p>a&x;b", "]&gt; a&amp;x;b" },
	{ "<p>bl\xC2\xAD" "ød \xE2\x80\x8B\xE2\x80\x8B</p><p>&nbsp;</p><p> </p>", "<p>blød\n" },
	{ "<meta charset=iso-8859-1><p>\xC6r\xF8 \x80", "<p>Ærø €\n" },
};

static void
pages(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(laid); i++) {
		struct arena a = { 0 };
		struct diags d = diags_new(&a);
		struct str   got = STR_NONE;
		bool         part = laid[i].lines[0] != '<';

		if (!lay_html(&a, STR("ø.html"), str_from(laid[i].page), &d, &got))
			fail_msg("%s: refused", laid[i].page);
		if (part ? str_find(got, STR("root:"), 0) != SIZE_MAX : !str_eq(got, str_from(laid[i].lines)))
			fail_msg("%s\ngave:\n" STR_FMT "not:\n%s", laid[i].page, STR_ARG(got), laid[i].lines);
		arena_free(&a);
	}
}

/* What is laid out says the same when it is laid out again. */
static void
lines_are_a_page(void **state)
{
	static const char page[] = "<h2>2. Mål</h2><p><b>Målgruppe:</b> &lt;alle&gt; &amp; én<br>til</p>"
	    "<ol><li>a</ol><table><tr><th>a<th>b<tr><td>1<p>2<td></table><p>z";
	struct arena a = { 0 };
	struct diags d = diags_new(&a);
	struct str   once, twice;

	(void)state;
	assert_true(lay_html(&a, STR("ø"), str_from(page), &d, &once));
	assert_true(lay_html(&a, STR("ø"), once, &d, &twice));
	assert_true(str_find(twice, STR("<h2>2. Mål\n<p><b>Målgruppe:</b> &lt;alle&gt; &amp; én<br>til\n"), 0) == 0);
	arena_free(&a);
}

struct wanted {
	enum block_kind kind;
	unsigned        level;
	const char     *mark, *text;
	unsigned        line, column;
};

static void
check_block(const struct block *b, const struct wanted *w)
{
	if (b->kind != w->kind || b->level != w->level || !str_eq(b->mark, str_from(w->mark)) ||
	    (b->kind != BLOCK_TABLE && !str_eq(b->piece.text, str_from(w->text))) ||
	    b->line != w->line || b->column != w->column)
		fail_msg("%u: kind %u level %u mark “" STR_FMT "” “" STR_FMT "” at %u:%u", w->line,
		    (unsigned)b->kind, b->level, STR_ARG(b->mark), STR_ARG(b->piece.text), b->line, b->column);
}

/* Lines become blocks, each at its own line; places point into the line. */
static void
blocks(void **state)
{
	static const char text[] = "<h2>2.1 Job i Ørestad\n<p><b>Målgruppe:</b> 3 &lt; 4 &amp; ø\n<li>- a\n"
	    "<li><li>2. b\n<table><tr><th>Nr.<th>Mål\n<tr><td>1<td><ul><li>å<li>b</ul>\n<p>¹ Kilde\n"
	    "<p>1) Ét mål er nok.\n<p>Kort\n";
	static const struct wanted wanted[] = {
		{ BLOCK_HEADING, 2, "2.1", "Job i Ørestad", 1, 5 },
		{ BLOCK_PARAGRAPH, 0, "", "Målgruppe: 3 < 4 & ø", 2, 7 },
		{ BLOCK_ITEM, 1, "-", "a", 3, 7 }, { BLOCK_ITEM, 2, "2.", "b", 4, 12 },
		{ BLOCK_TABLE, 0, "", "", 5, 1 }, { BLOCK_FOOTNOTE, 0, "¹", "Kilde", 7, 4 },
		{ BLOCK_ITEM, 1, "1)", "Ét mål er nok.", 8, 4 }, { BLOCK_PARAGRAPH, 0, "", "Kort", 9, 4 },
	};
	struct arena    a = { 0 };
	struct diags    d = diags_new(&a);
	struct document doc;
	uint32_t        line, column;

	(void)state;
	assert_true(document_read(&a, STR("x.docx"), FORMAT_DOCX, str_from(text), &d, &doc));
	assert_int_equal(doc.len, COUNT_OF(wanted));
	for (size_t i = 0; i < COUNT_OF(wanted); i++)
		check_block(&doc.at[i], &wanted[i]);
	assert_true(doc.at[4].table.ruled);
	assert_int_equal(doc.at[4].table.len, 2);
	assert_int_equal(doc.at[4].table.at[1].line, 6);
	assert_int_equal(doc.at[4].table.at[1].at[1].len, 2);
	assert_true(doc.at[4].table.at[1].at[1].at[1].item);
	assert_int_equal(doc.at[1].piece.emphasis_len, strlen("Målgruppe:"));
	piece_place(&doc.at[1].piece, strlen("Målgruppe: 3 < "), &line, &column);
	assert_int_equal(line, 2);
	assert_int_equal(column, 29);
	arena_free(&a);
}

/* Without headings that are marked as such, short lines are, as in text. */
static void
headings_are_guessed_where_none_are(void **state)
{
	static const char text[] = "<p>2. Beskæftigelse\n<p>Der er mange mål.\n<p>1. Det ene\n<p>2. Det andet\n";
	static const enum block_kind kinds[] = { BLOCK_HEADING, BLOCK_PARAGRAPH, BLOCK_ITEM, BLOCK_ITEM };
	struct arena    a = { 0 };
	struct diags    d = diags_new(&a);
	struct document doc;

	(void)state;
	assert_true(document_read(&a, STR("x.docx"), FORMAT_DOCX, str_from(text), &d, &doc));
	assert_int_equal(doc.len, COUNT_OF(kinds));
	for (size_t i = 0; i < doc.len; i++)
		assert_int_equal(doc.at[i].kind, kinds[i]);
	arena_free(&a);
}

static struct str
many(struct arena *a, const char *before, const char *unit, size_t n, const char *after)
{
	size_t len = strlen(unit), b = strlen(before);
	char  *at = ARENA_ARRAY(a, char, b + n * len + strlen(after) + 1);

	memcpy(at, before, b);
	for (size_t i = 0; i < n; i++)
		memcpy(at + b + i * len, unit, len);
	memcpy(at + b + n * len, after, strlen(after));
	return (struct str){ at, b + n * len + strlen(after) };
}

/* Pages that want to be too much: each is refused or read, soon. */
static void
hostile(void **state)
{
	static const struct {
		const char *before, *unit;
		size_t      n;
		const char *after, *message;    /* message NULL: it is read */
	} cases[] = {
		{ "<p>", "<div>", 100000, "æ", "nested more than 1000 deep" },
		{ "", "<ul><li>", 150, "æ", "nested more than 100 levels" },
		{ "<table><tr>", "<td>a", 10000, "</table>", "more than 400 cells" },
		{ "<table><tr>", "<td colspan=100>a", 10, "</table>", "more than 400 cells" },
		{ "<table>", "<tr><td rowspan=100 colspan=100>a", 50, "</table>", "more than 400 cells" },
		{ "<table>", "<tr><td rowspan=100 colspan=50>a<td>b</tr>", 5, "</table>", NULL },
		{ "<p>", "x ", 15000000, "", NULL },
		{ "<p>", "&amp;", 6000000, "", NULL },
		{ "<p>", "&amp;", 8000000, "", "more than 32 MiB" },
		{ "", "<p>a", 250000, "", "more than 200000" },
		{ "", "<table>", 900, "<tr><td>æ", NULL },
		{ "", "<b>", 900, "æ", NULL },
		{ "<p a='", "x", 20000000, "'>æ", "" },
		{ "", "<", 1000000, "p>æ", "" },
		{ "<p>\0", "\xFF", 10, "", "not UTF-8" },
		{ "", "<p> </p>", 1000000, "", "nothing to read" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct arena a = { 0 };
		struct diags d = diags_new(&a);
		struct str   got, page = many(&a, cases[i].before, cases[i].unit, cases[i].n, cases[i].after);
		int64_t      from = computed_us();
		bool         ok = lay_html(&a, STR("ø.html"), page, &d, &got);

		computed_within(cases[i].unit, from, 3000);
		if (cases[i].message == NULL && !ok)
			fail_msg("%s: " STR_FMT, cases[i].unit, STR_ARG(d.first->message));
		if (cases[i].message != NULL && cases[i].message[0] != '\0' && (ok || d.errors != 1 ||
		    str_find(d.first->message, str_from(cases[i].message), 0) == SIZE_MAX))
			fail_msg("%s: " STR_FMT, cases[i].unit, STR_ARG(ok ? STR("read") : d.first->message));
		arena_free(&a);
	}
}

static void
words_of_lines(void **state)
{
	struct arena a = { 0 };
	enum format  f;

	(void)state;
	assert_true(str_eq(untag(&a, STR("<table><tr><th>Mål<th>a &lt; b &amp;amp; <b>c</b>")), STR("Mål a < b &amp; c")));
	assert_true(str_eq(untag(&a, STR("<p>Ærø < 5")), STR("Ærø < 5")));
	assert_true(str_eq(untag(&a, STR("&quot;Å&#39;&quot; &aelig; &")), STR("\"Å'\" &aelig; &")));
	assert_true(format_from_code(STR("docx"), &f) && f == FORMAT_DOCX && format_is_laid(f));
	assert_true(format_from_code(STR("text"), &f) && !format_is_laid(f));
	assert_false(format_from_code(STR("pdf"), &f));
	arena_free(&a);
}

static void
by_content(void **state)
{
	static const struct { const char *name, *text; enum format f; } cases[] = {
		{ "a.txt", " <!-- x -->\n<!DOCTYPE HTML><p>", FORMAT_HTML }, { "a", "<?xml ?>\n<HTML>", FORMAT_HTML },
		{ "a.htm", "<p>", FORMAT_HTML }, { "a.txt", "<p>", FORMAT_TEXT }, { "a.docx", "Ål", FORMAT_TEXT },
		{ "a.xlsx", "PK\x03\x04 word/document.xml", FORMAT_DOCX },
		{ "a.docx", "PK\x03\x04 xl/workbook.xml", FORMAT_XLSX }, { "a.docx", "PK\x03\x04 x", FORMAT_TEXT },
		{ "a", "PK\x03\x04__________________________mimetypeapplication/vnd.oasis.opendocument.textPK",
		  FORMAT_ODT },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_int_equal(document_format(str_from(cases[i].name), str_from(cases[i].text)), cases[i].f);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages),
		cmocka_unit_test(lines_are_a_page),
		cmocka_unit_test(blocks),
		cmocka_unit_test(headings_are_guessed_where_none_are),
		cmocka_unit_test(hostile),
		cmocka_unit_test(words_of_lines),
		cmocka_unit_test(by_content),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
