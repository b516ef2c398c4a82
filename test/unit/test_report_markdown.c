/* A report as Markdown, read back by our own reader. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "audit/audit.h"
#include "recognise_help.h"
#include "report/markdown.h"
#include "report_sample.h"

static struct arena arena;

static struct document
read_back(const struct tree *t)
{
	struct diags    d = diags_new(&arena);
	struct document doc;
	struct buf      b;

	buf_init(&b, (size_t)16 << 20);
	report_markdown(&b, t, STR_NONE);
	assert_true(buf_ok(&b));
	if (!document_read(&arena, STR("rapport.md"), FORMAT_MARKDOWN, str_dup(&arena, buf_str(&b)), &d, &doc))
		fail_msg("refused: " STR_FMT, STR_ARG(d.first->message));
	buf_free(&b);
	return doc;
}

static const struct table *
nth_table(const struct document *doc, size_t n)
{
	for (size_t i = 0; i < doc->len; i++)
		if (doc->at[i].kind == BLOCK_TABLE && n-- == 0)
			return &doc->at[i].table;
	fail_msg("no such table");
	abort();
}

/* Cell by cell, and the words around. */
static void
reads_back(void **state)
{
	struct tree     t = sample_tree(&arena, 3, 12);
	struct document doc = read_back(&t);
	size_t          tables = 0, headings = 0, notes = 0, cells = 0;

	(void)state;
	for (size_t i = 0; i < t.len; i++) {
		const struct tree_part *p = &t.at[i];
		const struct table     *m;

		headings += p->kind == TREE_HEADING;
		if (p->kind != TREE_TABLE)
			continue;
		m = nth_table(&doc, tables++);
		assert_int_equal(m->len, p->rows + 1);
		for (size_t r = 0; r < p->rows; r++)
			for (size_t c = 0; c < p->row[r].len; c++, cells++) {
				struct buf b;
				struct str got = cell_text(&arena, &m->at[r + 1].at[c]);

				buf_init(&b, 1 << 16);
				runs_plain(&b, &p->row[r].at[c].words);
				if (!str_eq(got, buf_str(&b)))
					fail_msg("read \"" STR_FMT "\", not \"" STR_FMT "\"", STR_ARG(got),
					    STR_ARG(buf_str(&b)));
				buf_free(&b);
			}
	}
	for (size_t i = 0; i < doc.len; i++) {
		notes += doc.at[i].kind == BLOCK_FOOTNOTE;
		headings -= doc.at[i].kind == BLOCK_HEADING;
	}
	assert_int_equal(headings, SIZE_MAX);           /* the title is one more */
	assert_int_equal(notes, 1);                     /* three times the same */
	assert_true(cells > 3 * 12 * 4);
}

/* Words that look like marks stay words. */
static void
escapes(void **state)
{
	static const char *const words[] = {
		"1. maj", "# ikke en overskrift", "- ikke et punkt", "a | b", "*stjerne* _streg_", "[^1] og [x](y)",
		"<b>fed</b> &amp; `kode`", "12) tolv", "+ plus", "= lig", "Ø\\å", "~~ud~~", "$5$", "2009",
	};
	struct tree     t = tree_new(&arena, STR("*Titel* #1"), STR("da"));
	struct document doc;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(words); i++)
		runs_add(&arena, &tree_paragraph(&t)->words, RUN_TEXT, str_from(words[i]));
	tree_number(&t);
	doc = read_back(&t);
	assert_int_equal(doc.len, 2 + COUNT_OF(words));
	for (size_t i = 0; i < COUNT_OF(words); i++) {
		assert_int_equal(doc.at[i + 2].kind, BLOCK_PARAGRAPH);
		if (doc.at[i + 2].mark.len > 0)         /* "12)" is kept apart */
			doc.at[i + 2].piece.text = arena_printf(&arena, STR_FMT " " STR_FMT,
			    STR_ARG(doc.at[i + 2].mark), STR_ARG(doc.at[i + 2].piece.text));
		if (!str_eq(doc.at[i + 2].piece.text, str_from(words[i])))
			fail_msg("read \"" STR_FMT "\", not \"%s\"", STR_ARG(doc.at[i + 2].piece.text), words[i]);
	}
}

/* The audit adds our own sums up, and finds the one that is wrong. */
static void
is_audited(void **state)
{
	struct tree        t = sample_tree(&arena, 1, 8);
	struct document    doc = read_back(&t);
	struct recognition seen = recognise(&arena, &doc);
	struct audit_report r = audit_document(&arena, &doc, &seen, NULL);
	struct tree_part  *p = t.at;

	(void)state;
	assert_true(r.hold >= 2);
	assert_int_equal(r.fail, 0);
	while (p->kind != TREE_TABLE)
		p++;
	p->row[p->rows - 1].at[1].words.at[0].text = STR("99,9");
	doc = read_back(&t);
	seen = recognise(&arena, &doc);
	assert_true(audit_document(&arena, &doc, &seen, NULL).fail > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_back), cmocka_unit_test(escapes), cmocka_unit_test(is_audited),
	};
	int failed = cmocka_run_group_tests_name("report_markdown", tests, NULL, NULL);

	arena_free(&arena);
	return failed;
}
