/* Tables of tags in extracted text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "document/document.h"

struct table_case {
	const char *what, *text;
	const char *blocks;             /* a table's rows as "a|b/c|d", other blocks as "-" */
};

static const struct table_case cases[] = {
	{ "on one line", "<table><tr><th>År</th><th>Ø</th></tr><tr><td>2010</td><td>1,5</td></tr></table>\n", "År|Ø/2010|1,5" },
	{ "on many lines, between paragraphs", "Før.\n\n<table border=\"1\">\n<thead>\n<tr>\n<th>År</th>\n<th>Ø</th>\n</tr>\n</thead>\n"
	  "<tr><td>2010</td><td>1,5</td></tr>\n</table>\n\nEfter.\n", "- År|Ø/2010|1,5 -" },
	{ "end tags left out", "<table><tr><td>Å<td>1<tr><td>Ø<td>2</table>\n", "Å|1/Ø|2" },
	{ "cells over columns", "<table><tr><td colspan=\"3\">Ærø</td><td>x</td></tr><tr><td>1</td><td>2</td><td>3</td><td>4</td></tr></table>\n",
	  "Ærø|||x/1|2|3|4" },
	{ "cells over rows", "<table><tr><td rowspan=2>Ærø</td><td>1</td></tr><tr><td>2</td></tr><tr><td>Å</td><td>3</td></tr></table>\n",
	  "Ærø|1/|2/Å|3" },
	{ "empty cells", "<table><tr><td></td><td>Å</td></tr><tr><td>Ø</td><td></td></tr></table>\n", "|Å/Ø|" },
	{ "a caption", "<table><caption>Økonomi</caption><tr><td>Å</td><td>1</td></tr></table>\n", "- Å|1" },
	{ "a table in a cell is its text", "<table><tr><td>Å<table><tr><td>inde</td></tr></table></td><td>1</td></tr></table>\n", "Å+inde|1" },
	{ "capital letters", "<TABLE><TR><TD>Å</TD><TD>1</TD></TR></TABLE>\n", "Å|1" },
	{ "one that nothing ends is text", "<table><tr><td>Å</td></tr>\n\nMere om Ø.\n", "- -" },
	{ "nothing in it", "<table></table>\n\nØ\n", "-" },
	{ "two", "<table><tr><td>Å</td></tr></table> <table><tr><td>Ø</td></tr></table>\n", "Å Ø" },
};

static struct str
row_text(struct arena *a, const struct row *r)
{
	struct str s = STR("");

	for (size_t c = 0; c < r->len; c++) {
		struct str cell = STR("");

		for (size_t i = 0; i < r->at[c].len; i++)
			cell = arena_printf(a, STR_FMT "%s" STR_FMT, STR_ARG(cell), i > 0 ? "+" : "",
			    STR_ARG(r->at[c].at[i].text));
		s = arena_printf(a, STR_FMT "%s" STR_FMT, STR_ARG(s), c > 0 ? "|" : "", STR_ARG(cell));
	}
	return s;
}

static struct str
blocks_text(struct arena *a, const struct document *doc)
{
	struct str s = STR("");

	for (size_t i = 0; i < doc->len; i++) {
		const struct table *t = &doc->at[i].table;

		s = arena_printf(a, STR_FMT "%s%s", STR_ARG(s), i > 0 ? " " : "", doc->at[i].kind == BLOCK_TABLE ? "" : "-");
		for (size_t r = 0; doc->at[i].kind == BLOCK_TABLE && r < t->len; r++)
			s = arena_printf(a, STR_FMT "%s" STR_FMT, STR_ARG(s), r > 0 ? "/" : "", STR_ARG(row_text(a, &t->at[r])));
	}
	return s;
}

static struct document
read_text(struct arena *a, const char *text)
{
	struct diags    d = diags_new(a);
	struct document doc;

	if (!document_read(a, STR("papir.txt"), FORMAT_TEXT, str_from(text), &d, &doc))
		fail_msg("refused: %s", text);
	return doc;
}

static void
tables(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct arena    a = { 0 };
		struct document doc = read_text(&a, cases[i].text);
		struct str      is = blocks_text(&a, &doc);

		if (!str_eq(is, str_from(cases[i].blocks)))
			fail_msg("%s: " STR_FMT, cases[i].what, STR_ARG(is));
		arena_free(&a);
	}
}

/* Places are those of the input, and header cells make a header. */
static void
places(void **state)
{
	struct arena    a = { 0 };
	struct document doc = read_text(&a, "Før.\n\n<table>\n<tr><th>År</th><th>Øl</th><th></th></tr>\n<tr><td>2010</td><td>1,5</td></tr></table>\n");
	const struct table *t = &doc.at[1].table;

	(void)state;
	assert_true(t->ruled);
	assert_int_equal(t->at[1].at[1].at[0].line, 5);
	assert_int_equal(t->at[1].at[1].at[0].column, 22);
	assert_int_equal(t->at[0].line, 4);
	assert_int_equal(t->at[0].at[2].line, 4);
	assert_int_equal(t->at[0].at[2].column, 31);
	arena_free(&a);
}

/* Thousands of tags that begin a table and never end one take no time. */
static void
never_ends(void **state)
{
	struct arena    a = { 0 };
	struct buf      b;
	struct document doc;

	(void)state;
	buf_init(&b, 1 << 20);
	for (size_t i = 0; i < 40000; i++)
		BUF_LIT(&b, "<table><tr>Ø\n\n");
	buf_char(&b, '\0');
	assert_true(buf_ok(&b));
	doc = read_text(&a, b.at);
	assert_true(doc.len <= 40000);
	buf_free(&b);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tables), cmocka_unit_test(places), cmocka_unit_test(never_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
