#include "document_test.h"

static const struct document_case prose[] = {
	{ "paragraphs", "Første afsnit er kort.\n\nAndet afsnit,\nog det går videre.\n",
	    "1:1 P Første afsnit er kort.\n3:1 P Andet afsnit, og det går videre.\n" },
	{ "page break in a sentence", "Det vurderes, at målet for ældre i København bliver\n\n\nvanskeligt at nå.\n",
	    "1:1 P Det vurderes, at målet for ældre i København bliver vanskeligt at nå.\n" },
	{ "page break in an item", "- Flere unge på\n\narbejdsmarkedet\n",
	    "1:1 I1[-] Flere unge på arbejdsmarkedet\n" },
	{ "no page break after a full stop", "Målet er nået.\n\nå, det er det.\n",
	    "1:1 P Målet er nået.\n3:1 P å, det er det.\n" },
	{ "no page break after a colon", "Målene er:\n\nat nå dem\n", "1:1 P Målene er:\n3:1 P at nå dem\n" },
	{ "no joining to a short heading", "Formål\n\nat støtte ældre\n", "1:1 H Formål\n3:1 P at støtte ældre\n" },
	{ "wrapped lines", "Økonomiforvaltningen har mange indsatser og aktiviteter, der har\n"
	    "Inklusion som effekt. Disse effekter støtter op om dele af den\n"
	    "Københavnske politik.\nEn ny kort linje\nEndnu en\n",
	    "1:1 P Økonomiforvaltningen har mange indsatser og aktiviteter, der har Inklusion som "
	    "effekt. Disse effekter støtter op om dele af den Københavnske politik.\n"
	    "4:1 P En ny kort linje\n5:1 P Endnu en\n" },
	{ "lines that come apart", "Målene for Åben By er:\n1) Mindst 80 pct.\n2) Højst 5\n▪ Én\n• To\n- 2.1 Tre\n",
	    "1:1 P Målene for Åben By er:\n2:1 I1[1)] Mindst 80 pct.\n3:1 I1[2)] Højst 5\n"
	    "4:1 I1[▪] Én\n5:1 I1[•] To\n6:1 I1[-] 2.1 Tre\n" },
	{ "bullets on one line", "▪ Børn ▪ Unge▪ Ældre\n", "1:1 I1[▪] Børn\n1:10 I1[▪] Unge\n1:16 I1[▪] Ældre\n" },
	{ "a dash inside an item", "- Børn - og unge\n", "1:1 I1[-] Børn - og unge\n" },
	{ "a tab after the mark", "•\tØget tryghed\n•\tFærre udsatte\n",
	    "1:1 I1[•] Øget tryghed\n2:1 I1[•] Færre udsatte\n" },
	{ "an indented line", "Før.\n\tIndrykket tekst om ældre.\n", "1:1 P Før.\n2:2 P Indrykket tekst om ældre.\n" },
	{ "a tab in wrapped prose", "Denne lange linje er brudt midt i sætningen af skriveren og\n"
	    "fortsætter\ther på en lige så lang linje, som også er brudt\nher.\n",
	    "1:1 P Denne lange linje er brudt midt i sætningen af skriveren og fortsætter her på en "
	    "lige så lang linje, som også er brudt her.\n" },
	{ "footnotes", "¹ Dette er en note.\n\n³Sprog\n\n<sup>12</sup> Åbent\n",
	    "1:1 F[¹] Dette er en note.\n3:1 F[³] Sprog\n5:1 F[¹²] Åbent\n" },
	{ "line ends, marks and hyphens", "\xEF\xBB\xBF\x46ørste\r\n\r\nind\xC2\xADsats\xC2\xAD\r\nerne er æ.\r\n\fSide to\r\n",
	    "1:1 H Første\n3:1 P indsatserne er æ.\n5:2 H Side to\n" },
	{ "no rule", "Før.\n-----\nEfter.\n", "1:1 P Før.\n3:1 P Efter.\n" },
};

static const struct document_case headings[] = {
	{ "alone", "Status på området\n\nTekst om æbler.\n", "1:1 H Status på området\n3:1 P Tekst om æbler.\n" },
	{ "numbered", "1. BIF's bidrag til mål\n\n2.10 Status på Ældre\nNavn\tÅse\n",
	    "1:1 H1[1] BIF's bidrag til mål\n3:1 H2[2.10] Status på Ældre\n4:1 T\n  4: Navn | Åse\n" },
	{ "numbered sentence", "1. Der skal skabes 500 pladser på fire år.\n",
	    "1:1 I1[1.] Der skal skabes 500 pladser på fire år.\n" },
	{ "list of contents", "2.1 Jobpatruljer\n2.2 Øget tryghed\n",
	    "1:1 I1[2.1] Jobpatruljer\n2:1 I1[2.2] Øget tryghed\n" },
	{ "leader dots", "Status på Ældre ........ 5\n", "1:1 P Status på Ældre ........ 5\n" },
	{ "ordinals are no marks", "2. kvartal 2009 på Østerbro\n", "1:1 P 2. kvartal 2009 på Østerbro\n" },
	{ "figures are no marks", "2.091 Ældre\n\n09.10.08 Møde\n\n1,24 % for København\n",
	    "1:1 H 2.091 Ældre\n3:1 H 09.10.08 Møde\n5:1 P 1,24 % for København\n" },
	{ "endings", "Målene for Åben By er:\n\nEt punkt.\n\nFørst,\n\nSikke en succes!\n\nHvad nu?\n",
	    "1:1 P Målene for Åben By er:\n3:1 P Et punkt.\n5:1 P Først,\n7:1 P Sikke en succes!\n9:1 H Hvad nu?\n" },
	{ "figures", "Andelen i 2008: 1,24 for Ål\n\nMindst 80 % tilfredse\n\nJobplan: Flere i Århus\n",
	    "1:1 P Andelen i 2008: 1,24 for Ål\n3:1 P Mindst 80 % tilfredse\n5:1 H Jobplan: Flere i Århus\n" },
	{ "quoted", "\"Mere blandet lederskare på Øen\"\n", "1:1 P \"Mere blandet lederskare på Øen\"\n" },
	{ "a sentence began", "Der ses på statistikken. Programmet vil derfor\n\nhave effekt på æ.\n",
	    "1:1 P Der ses på statistikken. Programmet vil derfor have effekt på æ.\n" },
	{ "a statement", "I det følgende beskriver vi udvalgte områder af indsatsen\n\nHvad vi vil på Øen\n",
	    "1:1 P I det følgende beskriver vi udvalgte områder af indsatsen\n3:1 H Hvad vi vil på Øen\n" },
	{ "above its text", "Økonomi\nForvaltningen betaler.\n", "1:1 P Økonomi\n2:1 P Forvaltningen betaler.\n" },
	{ "page number", "12\n\nSide 3 af 4.\n", "1:1 P 12\n3:1 P Side 3 af 4.\n" },
};

static const struct document_case tables[] = {
	{ "ruled", "Mål\tStatus\n-\t:-:\nÆ\tØ\n---\t--\nÅ\t-\n", "1:1 T ruled\n  1: Mål | Status\n  3: Æ | Ø\n  5: Å | -\n" },
	{ "not ruled", "Mål\tÅ\nx\ty\n--\t--\n", "1:1 T\n  1: Mål | Å\n  2: x | y\n" },
	{ "empty cells", "\t\tØ\t\n2.13\tÆ\t-\t\n", "1:1 T\n  1: | | Ø |\n  2: 2.13 | Æ | - |\n" },
	{ "different lengths", "a\tb\tc\nÅ\tb\n", "1:1 T\n  1: a | b | c\n  2: Å | b\n" },
	{ "a blank line parts", "a\tæ\n\nb\tø\n", "1:1 T\n  1: a | æ\n3:1 T\n  3: b | ø\n" },
	{ "text around", "Før:\na\tæ\nEfter.\n", "1:1 P Før:\n2:1 T\n  2: a | æ\n3:1 P Efter.\n" },
	{ "paragraphs", "A\t<p><i>Målgruppe:</i> 2.091 ældre</p> <P CLASS=\"x\">Godt</P>\n",
	    "1:1 T\n  1: A | {i11}Målgruppe: 2.091 ældre / Godt\n" },
	{ "emphasis", "A\t<b>Ål</b><em>e</em> <strong>x</strong><p>æ <i>ø</i><p><i>å\n",
	    "1:1 T\n  1: A | {i3}Åle x / æ ø / {i2}å\n" },
	{ "lost list items", "A\t<p>Målene:</p> <ul style=\"x\"> - At øge X, - at øge Y. - Z \n",
	    "1:1 T\n  1: A | Målene: / *[-] At øge X, / *[-] at øge Y. / *[-] Z\n" },
	{ "dashes in a list", "A\t<ul> ▪ Børn - og unge – ja ▪ Ældre</ul> efter\n",
	    "1:1 T\n  1: A | *[▪] Børn - og unge – ja / *[▪] Ældre / efter\n" },
	{ "glued bullets", "A\t<ul>▪ 70 pct. på▪ 40 pct.\n", "1:1 T\n  1: A | *[▪] 70 pct. på / *[▪] 40 pct.\n" },
	{ "numbers", "A\t<ol> 1) Én 2) To 2) to 4) fire 3) Tre\n",
	    "1:1 T\n  1: A | *[1)] Én / *[2)] To 2) to 4) fire / *[3)] Tre\n" },
	{ "numbers outside lists", "A\tområder: 1) æ 2) ø\n", "1:1 T\n  1: A | områder: 1) æ 2) ø\n" },
	{ "real list items", "A\t<ul><li>- At øge æ</li><li>ø<ul><li>å</ul></ul>\n",
	    "1:1 T\n  1: A | *[-] At øge æ / *[] ø / *[] å\n" },
	{ "nil is no bullet", "Å\t-\t- 300\t./.\t- ja\n", "1:1 T\n  1: Å | - | - 300 | ./. | *[-] ja\n" },
	{ "line breaks", "A\tæ<br>ø<br/>å<BR />b\n", "1:1 T\n  1: A | æ / ø / å / b\n" },
	{ "references", "A\t5&nbsp;%&amp;&#248;&#xE5;&aelig; &lt;b&gt; &bad; & &#0; &#xD800;\n",
	    "1:1 T\n  1: A | 5\xC2\xA0%&øåæ <b> &bad; & &#0; &#xD800;\n" },
	{ "superscripts", "A\t64 pct.<sup>12</sup> øre\n", "1:1 T\n  1: A | 64 pct.¹² øre\n" },
	{ "what is no tag", "A\tx < 5, a<b, <5 år, æ <b og c> d, <navn@kk.dk> <http://x?a=b>\n",
	    "1:1 T\n  1: A | x < 5, a<b, <5 år, æ <b og c> d, <navn@kk.dk> <http://x?a=b>\n" },
	{ "unknown tags", "A\t<span class=\"x\">æ</span><font/>ø<!-- å -->\n", "1:1 T\n  1: A | æø\n" },
	{ "unclosed tags", "A\t<ul><li><b>ø\nB\tå </p></ul></b>\n", "1:1 T\n  1: A | *[] {i2}ø\n  2: B | å\n" },
};

static const struct document_case refused[] = {
	{ "empty", "", "prøve: error: the file is empty (give a document with text)\n" },
	{ "blanks", " \n\t\r\n\xC2\xA0", "prøve: error: the file is empty (give a document with text)\n" },
	{ "mark only", "\xEF\xBB\xBF\n", "prøve: error: the file is empty (give a document with text)\n" },
	{ "page breaks", "\f\n\f", "prøve: error: nothing to read in the file (give a document with text)\n" },
	{ "rules only", "---\n", "prøve: error: nothing to read in the file (give a document with text)\n" },
	{ "latin-1", "Mål\nFor \xC6ldre\n", "prøve:2:5: error: this is not UTF-8 (convert Latin-1 with "
	    "`iconv -f ISO-8859-1 -t UTF-8 FILE`)\n" },
	{ "cut letter", "Å\xC3", "prøve:1:2: error: this is not UTF-8 (convert Latin-1 with "
	    "`iconv -f ISO-8859-1 -t UTF-8 FILE`)\n" },
	{ "PDF", "%PDF-1.4\n", "prøve: error: this is a PDF file, not text (extract its text with "
	    "`pdftotext -layout FILE`)\n" },
	{ "ZIP", "PK\x03\x04", "prøve: error: this is a ZIP archive (and no document of Word, LibreOffice "
	    "or Excel), not text (save it as text, Markdown or CSV first)\n" },
	{ "OLE", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "prøve: error: this is an old Office file (DOC, "
	    "XLS, PPT) or one with a password, not text (save it as DOCX or XLSX, without a password)\n" },
	{ "UTF-16", "\xFF\xFEM", "prøve: error: this is UTF-16 text, not text (convert it with "
	    "`iconv -f UTF-16 -t UTF-8 FILE`)\n" },
	{ "gzip", "\x1F\x8B\x08", "prøve: error: this is a gzip file, not text (unpack it with `gunzip`)\n" },
	{ "PNG", "\x89PNG\r\n", "prøve: error: this is a PNG picture, not text (read its text with OCR first)\n" },
	{ "JPEG", "\xFF\xD8\xFF\xE0", "prøve: error: this is a JPEG picture, not text (read its text with OCR first)\n" },
	{ "SQLite", "SQLite format 3", "prøve: error: this is an SQLite database, not text (give a "
	    "document, or name a register with --db)\n" },
};

static const struct long_case longs[] = {
	{ "", "ord på æ ", 1000000, NULL },
	{ "", "&", 1000000, NULL },
	{ "", "<a", 1000000, NULL },
	{ "Å", "\t", 1000000, "lang:1:1: error: a table row of more than 400 cells (check that the file is text)\n" },
	{ "Å", "\t", 399, NULL },
	{ "Å", "\t", 400, "lang:1:1: error: a table row of more than 400 cells (check that the file is text)\n" },
	{ "Å\t", "<ul>", 100, NULL },
	{ "Å\t", "<ul>", 101, "lang:1:403: error: tags are nested more than 100 levels deep (flatten the lists)\n" },
	{ "Å\t", "<table><tr><td>", 101, "lang:1:1503: error: tags are nested more than 100 levels deep (flatten the lists)\n" },
	{ "Å\t", "<p>", 101, "lang:1:303: error: tags are nested more than 100 levels deep (flatten the lists)\n" },
	{ "Å\t", "<p>æ", 5000, NULL },
	{ "", "Å.\n\n", 200001, "lang:400001:1: error: more than 200000 paragraphs and tables (split the document)\n" },
	{ "", "Å\n", 200001, "lang:200001:1: error: more than 200000 lines without a blank one (check that the file is text)\n" },
	{ "", "Å\tb\n\n", 200001, "lang:400001:1: error: more than 200000 table rows (load figures with `pejl load`, not as a document)\n" },
	{ "", "123456789 123456789 123456789 1\n", 1048577, "lang: error: the file is larger than 32 MiB (split the document)\n" },
};

static void
reads_prose(void **state)
{
	(void)state;
	assert_cases(FORMAT_TEXT, prose, COUNT_OF(prose));
}

static void
finds_headings(void **state)
{
	(void)state;
	assert_cases(FORMAT_TEXT, headings, COUNT_OF(headings));
}

static void
reads_tables(void **state)
{
	(void)state;
	assert_cases(FORMAT_TEXT, tables, COUNT_OF(tables));
}

static void
refuses_what_is_no_text(void **state)
{
	(void)state;
	assert_cases(FORMAT_TEXT, refused, COUNT_OF(refused));
	assert_reads(FORMAT_TEXT, STR("Æ\0b"), "NUL", STR("prøve:1:2: error: a NUL byte: this is not text, "
	    "or it is UTF-16 (convert UTF-16 with `iconv -f UTF-16 -t UTF-8 FILE`)\n"));
}

static void
stands_long_inputs(void **state)
{
	(void)state;
	assert_long_cases(FORMAT_TEXT, longs, COUNT_OF(longs));
}

/* The place of each byte after taking tags, references and line ends out. */
static void
places_letters(void **state)
{
	static const char text[] = "Ål\tx &aelig;&oslash;<b>å</b>  ind\xC2\xADsats\n";
	static const struct { const char *letter; uint32_t column; } places[] = {
		{ "x", 4 }, { "æ", 6 }, { "ø", 13 }, { "å", 24 }, { "ind", 31 }, { "sats", 35 },
	};
	struct arena        a = { 0 };
	struct diags        d = diags_new(&a);
	struct document     doc = { 0 };
	const struct piece *p;
	uint32_t            line, column;

	(void)state;
	assert_true(document_read(&a, STR("x.txt"), FORMAT_TEXT, str_from(text), &d, &doc));
	p = &doc.at[0].table.at[0].at[1].at[0];
	assert_true(str_eq(p->text, STR("x æøå indsats")));
	for (size_t i = 0; i < COUNT_OF(places); i++) {
		size_t at = str_find(p->text, str_from(places[i].letter), 0);
		assert_int_not_equal(at, SIZE_MAX);
		piece_place(p, at, &line, &column);
		assert_int_equal(line, 1);
		assert_int_equal(column, places[i].column);
	}
	piece_place(p, p->text.len, &line, &column);
	assert_int_equal(column, 39);
	arena_free(&a);
}

static void
places_letters_over_lines(void **state)
{
	struct arena    a = { 0 };
	struct diags    d = diags_new(&a);
	struct document doc = { 0 };
	uint32_t        line, column;

	(void)state;
	assert_true(document_read(&a, STR("x.txt"), FORMAT_TEXT,
	    STR("1) Det vurderes at være på\r\n\r\n  færdigt at nå.\n"), &d, &doc));
	assert_int_equal(doc.len, 1);
	assert_true(str_eq(doc.at[0].piece.text, STR("Det vurderes at være på færdigt at nå.")));
	piece_place(&doc.at[0].piece, str_find(doc.at[0].piece.text, STR("vurd"), 0), &line, &column);
	assert_int_equal(line, 1);
	assert_int_equal(column, 8);
	piece_place(&doc.at[0].piece, str_find(doc.at[0].piece.text, STR("digt"), 0), &line, &column);
	assert_int_equal(line, 3);
	assert_int_equal(column, 6);
	arena_free(&a);
}

static void
joins_a_cell(void **state)
{
	struct arena    a = { 0 };
	struct diags    d = diags_new(&a);
	struct document doc = { 0 };

	(void)state;
	assert_true(document_read(&a, STR("x.txt"), FORMAT_TEXT, STR("Å\t<p>æ</p><p>ø</p>\t\n"), &d, &doc));
	assert_true(str_eq(cell_text(&a, &doc.at[0].table.at[0].at[0]), STR("Å")));
	assert_true(str_eq(cell_text(&a, &doc.at[0].table.at[0].at[1]), STR("æ\nø")));
	assert_true(str_eq(cell_text(&a, &doc.at[0].table.at[0].at[2]), STR("")));
	arena_free(&a);
}

static void
chooses_the_format(void **state)
{
	static const struct { const char *name, *text; enum format f; } cases[] = {
		{ "Økonomi.txt", "# Æ", FORMAT_TEXT }, { "a.MD", "x", FORMAT_MARKDOWN },
		{ "å.markdown", "x", FORMAT_MARKDOWN }, { "b.csv", "x", FORMAT_CSV },
		{ "b.tsv", "x", FORMAT_TSV }, { "csv", "a,b", FORMAT_TEXT },
		{ "notat", "Åben\n\n## Mål\n", FORMAT_MARKDOWN }, { "notat", "a | b\n| --- |\n", FORMAT_MARKDOWN },
		{ "notat", "Mål\tæ\n", FORMAT_TEXT }, { "", "", FORMAT_TEXT },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_int_equal(document_format(str_from(cases[i].name), str_from(cases[i].text)), cases[i].f);
	assert_true(str_eq(format_code(FORMAT_MARKDOWN), STR("markdown")));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_prose),
		cmocka_unit_test(finds_headings),
		cmocka_unit_test(reads_tables),
		cmocka_unit_test(refuses_what_is_no_text),
		cmocka_unit_test(stands_long_inputs),
		cmocka_unit_test(places_letters),
		cmocka_unit_test(places_letters_over_lines),
		cmocka_unit_test(joins_a_cell),
		cmocka_unit_test(chooses_the_format),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
