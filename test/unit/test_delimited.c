#include "document_test.h"

static const struct document_case csv[] = {
	{ "commas", "Mål,\"Åben, ja\"\r\n\"x\ny\",<p>Æ</p><p>&oslash;</p>\n",
	    "1:1 T\n  1: Mål | Åben, ja\n  2: x / y | Æ / ø\n" },
	{ "semicolons", "Økonomi;2009\n6,9;-\n", "1:1 T\n  1: Økonomi | 2009\n  2: 6,9 | -\n" },
	{ "tabs", "Økonomi\t2009\n6,9\t5\" rør\n", "1:1 T\n  1: Økonomi | 2009\n  2: 6,9 | 5\" rør\n" },
	{ "doubled quotes", "a,\"\"\"Vi KBH'R\"\" på\"\n", "1:1 T\n  1: a | \"Vi KBH'R\" på\n" },
	{ "empty lines and cells", "\na,,æ\n\n,\nb\n", "2:1 T\n  2: a | | æ\n  4: |\n  5: b\n" },
	{ "byte order mark", "\xEF\xBB\xBF\xC3\x85r,x\n", "1:1 T\n  1: År | x\n" },
	{ "no line end", "Å", "1:1 T\n  1: Å\n" },
};

#define BAD_QUOTE "error: a quotation mark that is not closed, or not doubled inside a field " \
	"(write \"a \"\"b\"\" c\" for a \"b\" c)\n"

static const struct document_case refused[] = {
	{ "not closed", "a,b\nø,\"x\n\ny\n", "prøve:2:3: " BAD_QUOTE },
	{ "not doubled", "a,b\n\"å \"b\" c\",x\n", "prøve:2:4: " BAD_QUOTE },
	{ "in the middle", "a,å\"b\n", "prøve:1:4: " BAD_QUOTE },
	{ "nothing", "\"\"\n\n", "prøve: error: nothing to read in the file (give a document with text)\n" },
	{ "latin-1", "a,b\n\xE5,\n", "prøve:2:1: error: this is not UTF-8 (convert Latin-1 with "
	    "`iconv -f ISO-8859-1 -t UTF-8 FILE`)\n" },
};

static const struct long_case longs[] = {
	{ "Å", ",", 399, NULL },
	{ "Å", ",", 400, "lang:1:402: error: a table row of more than 400 cells (check that the file is text)\n" },
	{ "", "a,b\n", 200001, "lang:200001:3: error: more than 200000 table rows (load figures with `pejl load`, not as a document)\n" },
	{ "\"", "æ", 1000000, "lang:1:1: " BAD_QUOTE },
	{ "", "\"\"", 500000, NULL },
};

static void
reads_csv(void **state)
{
	(void)state;
	assert_cases(FORMAT_CSV, csv, COUNT_OF(csv));
}

static void
reads_tsv(void **state)
{
	(void)state;
	assert_reads(FORMAT_TSV, STR("a,b\tå\n\"x\ny\"\t1;2\n"), "tabs only",
	    STR("1:1 T\n  1: a,b | å\n  2: x / y | 1;2\n"));
}

static void
refuses(void **state)
{
	(void)state;
	assert_cases(FORMAT_CSV, refused, COUNT_OF(refused));
	assert_reads(FORMAT_TSV, STR("x\t\"Bland dig\" i byen\n"), "a quoted field of tabs",
	    STR("prøve:1:13: " BAD_QUOTE));
}

static void
stands_long_inputs(void **state)
{
	(void)state;
	assert_long_cases(FORMAT_CSV, longs, COUNT_OF(longs));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_csv),
		cmocka_unit_test(reads_tsv),
		cmocka_unit_test(refuses),
		cmocka_unit_test(stands_long_inputs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
