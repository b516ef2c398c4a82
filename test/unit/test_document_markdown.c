#include "document_test.h"

static const struct document_case blocks[] = {
	{ "headings", "# Tema: Børn\n\n## 2.1 Status for Ældre\n\nÅben\n===\n",
	    "1:3 H1 Tema: Børn\n3:4 H2[2.1] Status for Ældre\n5:1 H1 Åben\n" },
	{ "an empty heading", "##\n\nø\n", "3:1 P ø\n" },
	{ "paragraphs", "Første linje\nog anden.\n\nTredje  \nFjerde\n",
	    "1:1 P Første linje og anden.\n4:1 P Tredje\n5:1 P Fjerde\n" },
	{ "lists", "- ét\n  - tø\n\n    tre\n- fire\n\n3) fem\n4) seks\n",
	    "1:3 I1[-] ét\n2:5 I2[-] tø\n4:5 P tre\n5:3 I1[-] fire\n7:4 I1[3)] fem\n8:4 I1[4)] seks\n" },
	{ "text after a list in an item", "* æ\n\n  > citat\n\nslut\n", "1:3 I1[*] æ\n3:5 P citat\n5:1 P slut\n" },
	{ "emphasis", "*Målgruppe:* 2.091 **ældre**\n\næ *ø*\n", "1:2 P {i11}Målgruppe: 2.091 ældre\n3:1 P æ ø\n" },
	{ "references", "&aelig;&#248; \\* `a & b` <b>å</b><sup>2</sup>\n", "1:1 P æø * a & b å²\n" },
	{ "links", "Se [Økonomi](http://x) og ![Årshjul](y).\n", "1:1 P Se Økonomi og Årshjul.\n" },
	{ "footnotes", "Mål.[^1]\n\n[^1]: Note om 64 pct.\n[^ø]: Mere\nher.\n",
	    "1:1 P Mål.¹\n3:7 F[1] Note om 64 pct.\n4:7 F[ø] Mere her.\n" },
	{ "code and HTML", "```\nkøde\n  her\n```\n\n<p>blok<br>æ\n</p>\n", "2:1 P køde her\n6:4 P blok\n6:12 P æ\n" },
	{ "bullets from elsewhere", "▪ Børn\n▪ Ældre\n", "1:3 I1[▪] Børn\n2:3 I1[▪] Ældre\n" },
};

static const struct document_case tables[] = {
	{ "pipes", "| Mål | Status |\n| --- | --: |\n| Æ \\| Ø | `c` |\n| d |\n",
	    "1:1 T ruled\n  1: Mål | Status\n  3: Æ | Ø | c\n  4: d |\n" },
	{ "inline HTML", "|A|B|\n|---|---|\n|<i>Ål:</i> x<br>- æ<br>▪ ø|<ul><li>1</li><li>å</li></ul>|\n",
	    "1:1 T ruled\n  1: A | B\n  3: {i4}Ål: x / *[-] æ / *[▪] ø | *[] 1 / *[] å\n" },
	{ "empty cells", "Før\n\n|A|B|\n|---|---|\n| |ø|\n| | |\n|å| |\n",
	    "1:1 P Før\n3:1 T ruled\n  3: A | B\n  5: | ø\n  6: |\n  7: å |\n" },
	{ "empty header", "||\n|---|\n|æ|\n", "1:1 T ruled\n  1:\n  3: æ\n" },
	{ "tags", "Før\n\n<table>\n<tr><th>Mål<th>Status</tr>\n<tr><td>Æ &amp; ø<td><b>x</b><br>y</td></tr>\n</table>\nefter\n",
	    "1:1 P Før\n4:1 T ruled\n  4: Mål | Status\n  5: Æ & ø | {i1}x / y\n7:1 P efter\n" },
	{ "tags with blank lines", "<table>\n<tr><td>a</td>\n\n<td>\n\n- é\n\n## ø\n\n</td></tr>\n</table>\n\nslut\n",
	    "2:1 T\n  2: a | *[-] é ## ø\n13:1 P slut\n" },
	{ "tags that do not end", "<table>\n<tr><td>æ\n\nslut\n", "2:9 P æ\n4:1 P slut\n" },
	{ "text after", "|A|\n|---|\n|æ|\n\nslut\n", "1:1 T ruled\n  1: A\n  3: æ\n5:1 P slut\n" },
};

static const struct document_case refused[] = {
	{ "blanks", " \n\n", "prøve: error: the file is empty (give a document with text)\n" },
	{ "latin-1", "# M\xE5l\n", "prøve:1:4: error: this is not UTF-8 (convert Latin-1 with "
	    "`iconv -f ISO-8859-1 -t UTF-8 FILE`)\n" },
	{ "definitions only", "[æ]: http://x\n", "prøve: error: nothing to read in the file (give a document with text)\n" },
};

#define TOO_DEEP "error: lists and quotes are nested more than 100 levels deep (flatten the lists)\n"

static const struct long_case longs[] = {
	{ "", ">", 100, "lang: error: nothing to read in the file (give a document with text)\n" },
	{ "", ">", 1000000, "lang:1:1: " TOO_DEEP },
	{ "x", "\n- æ", 1000, NULL },
	{ "æ ", "- ", 100000, NULL },
	{ "", "1. ", 100000, "lang:1:1: " TOO_DEEP },
	{ "", "[", 1000000, NULL },
	{ "", "![æ](", 200000, NULL },
	{ "", "*a ", 300000, NULL },
	{ "", "<!--", 250000, NULL },
	{ "", "|a", 500000, NULL },
	{ "", "a\n\n", 200001, "lang:400001:1: error: more than 200000 paragraphs and tables (split the document)\n" },
};

static void
reads_blocks(void **state)
{
	(void)state;
	assert_cases(FORMAT_MARKDOWN, blocks, COUNT_OF(blocks));
}

static void
reads_tables(void **state)
{
	(void)state;
	assert_cases(FORMAT_MARKDOWN, tables, COUNT_OF(tables));
}

static void
refuses(void **state)
{
	(void)state;
	assert_cases(FORMAT_MARKDOWN, refused, COUNT_OF(refused));
}

static void
stands_long_inputs(void **state)
{
	(void)state;
	assert_long_cases(FORMAT_MARKDOWN, longs, COUNT_OF(longs));
}

/* Through emphasis, references, escapes and a line end. */
static void
places_letters(void **state)
{
	static const struct { const char *letter; uint32_t line, column; } places[] = {
		{ "Ål", 1, 3 }, { "æ", 1, 8 }, { "*", 1, 17 }, { "ø", 2, 4 },
	};
	struct arena    a = { 0 };
	struct diags    d = diags_new(&a);
	struct document doc = { 0 };
	uint32_t        line, column;

	(void)state;
	assert_true(document_read(&a, STR("x.md"), FORMAT_MARKDOWN, STR("**Ål** &aelig; \\*\n  [ø](x)\n"), &d, &doc));
	assert_true(str_eq(doc.at[0].piece.text, STR("Ål æ * ø")));
	for (size_t i = 0; i < COUNT_OF(places); i++) {
		size_t at = str_find(doc.at[0].piece.text, str_from(places[i].letter), 0);
		assert_int_not_equal(at, SIZE_MAX);
		piece_place(&doc.at[0].piece, at, &line, &column);
		assert_int_equal(line, places[i].line);
		assert_int_equal(column, places[i].column);
	}
	arena_free(&a);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_blocks),
		cmocka_unit_test(reads_tables),
		cmocka_unit_test(refuses),
		cmocka_unit_test(stands_long_inputs),
		cmocka_unit_test(places_letters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
