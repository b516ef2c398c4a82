/* What a report writes is read back: every row of its tables, with its figures. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include "app/paper_lay.h"
#include "report/format.h"
#include "report_sample.h"
#include "words_put.h"

#define BETWEEN " | "

static struct str
cell_words(struct arena *a, const struct tree_cell *c, bool sheet)
{
	struct buf b, words;
	struct str s;

	if (sheet && c->kind == CELL_DAY)
		return day_iso(a, c->day);
	buf_init(&words, 1 << 16);
	buf_init(&b, 1 << 16);
	runs_plain(&words, &c->words);
	words_put(&b, str_trim(buf_str(&words)));
	s = str_dup(a, buf_str(&b));
	buf_free(&words);
	buf_free(&b);
	return s;
}

/* Cells that say something. */
static struct str
tree_line(struct arena *a, const struct tree_row *row, bool sheet)
{
	struct str line = STR("");

	for (size_t i = 0; i < row->len; i++) {
		struct str words = cell_words(a, &row->at[i], sheet);

		if (words.len > 0)
			line = arena_printf(a, STR_FMT STR_FMT BETWEEN, STR_ARG(line), STR_ARG(words));
	}
	return line;
}

static struct str
paper_line(struct arena *a, const struct row *row)
{
	struct str line = STR("");

	for (size_t i = 0; i < row->len; i++) {
		struct buf b;

		buf_init(&b, 1 << 16);
		words_put(&b, cell_text(a, &row->at[i]));
		if (b.len > 0)
			line = arena_printf(a, STR_FMT STR_FMT BETWEEN, STR_ARG(line), STR_ARG(buf_str(&b)));
		buf_free(&b);
	}
	return line;
}

/* Does a row of a table of the paper say that, or (it heads a group) a paragraph? */
static bool
says(struct arena *a, const struct document *doc, struct str line)
{
	struct str alone = str_slice(line, 0, line.len - strlen(BETWEEN));

	for (size_t i = 0; i < doc->len; i++) {
		const struct table *t = &doc->at[i].table;

		if (doc->at[i].kind != BLOCK_TABLE && str_eq(doc->at[i].piece.text, alone))
			return true;
		for (size_t r = 0; doc->at[i].kind == BLOCK_TABLE && r < t->len; r++)
			if (str_eq(paper_line(a, &t->at[r]), line))
				return true;
	}
	return false;
}

static void
reads_back(enum report_format made, enum format format)
{
	struct arena    a = { 0 };
	struct diags    d = diags_new(&a);
	struct tree     t = sample_tree(&a, 3, 12);
	struct document doc;
	struct str      bytes;
	size_t          rows = 0, tables = 0, read = 0;

	if (!report_make(&a, &t, made, STR("https://sølby.example"), STR("x"), &d, &bytes) ||
	    !paper_read(&a, STR("x"), bytes, &d, &doc))
		fail_msg(STR_FMT, STR_ARG(d.first->message));
	assert_int_equal(doc.format, format);
	for (size_t i = 0; i < t.len; i++) {
		tables += t.at[i].kind == TREE_TABLE;
		for (size_t r = 0; t.at[i].kind == TREE_TABLE && r < t.at[i].rows; r++, rows++) {
			struct str line = tree_line(&a, &t.at[i].row[r], made == REPORT_FORMAT_XLSX);

			if (!says(&a, &doc, line))
				fail_msg("lost in " STR_FMT ": " STR_FMT, STR_ARG(report_format_code(made)), STR_ARG(line));
		}
	}
	for (size_t i = 0; i < doc.len; i++)
		read += doc.at[i].kind == BLOCK_TABLE;
	assert_true(rows > 30 && read >= tables);
	arena_free(&a);
}

static void
of_a_page(void **state)
{
	(void)state;
	reads_back(REPORT_FORMAT_HTML, FORMAT_HTML);
}

static void
of_a_document_of_word(void **state)
{
	(void)state;
	reads_back(REPORT_FORMAT_DOCX, FORMAT_DOCX);
}

static void
of_a_workbook(void **state)
{
	(void)state;
	reads_back(REPORT_FORMAT_XLSX, FORMAT_XLSX);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(of_a_page),
		cmocka_unit_test(of_a_document_of_word),
		cmocka_unit_test(of_a_workbook),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
