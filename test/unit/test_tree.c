/* The tree of a report: numbers of sections, tables, figures and notes, and references to
 * them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "report/tree.h"

static struct arena arena;

static void
same(struct str found, const char *expected)
{
	struct str want = str_from(expected);

	assert_int_equal(found.len, want.len);
	assert_memory_equal(found.at, want.at, want.len);
}

static void
numbers_headings(void **state)
{
	static const struct { uint8_t level; bool unnumbered; const char *number; } rows[] = {
		{ 1, false, "1" },   { 2, false, "1.1" }, { 2, false, "1.2" }, { 3, false, "1.2.1" },
		{ 1, true, "" },     { 1, false, "2" },   { 2, false, "2.1" }, { 2, true, "" },
		{ 2, false, "2.2" }, { 1, false, "3" },   { 3, false, "3.1.1" },
		{ 4, false, "3.1.1.1" }, { 4, false, "3.1.1.2" }, { 9, false, "3.1.1.3" },
	};
	struct tree t = tree_new(&arena, STR("Årsstatus"), STR("da"));

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		tree_heading(&t, rows[i].level, arena_printf(&arena, "h%zu", i), STR("Mål"))->unnumbered =
			rows[i].unnumbered;
	tree_number(&t);
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		same(t.at[i].number, rows[i].number);
}

/* Forward and backward, in the language of the report. */
static void
refers(void **state)
{
	static const struct tree_column column[] = { { .title = STR_INIT("År") } };
	static const char *const expected[][4] = {
		{ "tabel 1", "figur 1", "afsnit 1", "Bilag" },
		{ "table 1", "figure 1", "section 1", "Bilag" },
	};
	static const struct str lang[] = { STR_INIT("da"), STR_INIT("en") };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(lang); i++) {
		struct tree t = tree_new(&arena, STR("Årsstatus"), lang[i]);
		struct tree_part *p = tree_paragraph(&t);

		runs_see(&arena, &p->words, STR("tal"));
		runs_see(&arena, &p->words, STR("graf"));
		runs_see(&arena, &p->words, STR("oe"));
		runs_see(&arena, &p->words, STR("bilag"));
		tree_heading(&t, 1, STR("oe"), STR("Økonomi"));
		tree_table(&t, STR("tal"), STR("Tal"), column, 1);
		tree_figure(&t, STR("graf"), STR("Graf"), STR("<svg/>"), STR("Den stiger"));
		tree_heading(&t, 1, STR("bilag"), STR("Bilag"))->unnumbered = true;
		tree_number(&t);
		for (size_t k = 0; k < 4; k++)
			same(t.at[0].words.at[k].text, expected[i][k]);
	}
}

/* In reading order, wherever they stand. */
static void
numbers_notes(void **state)
{
	static const struct tree_column column[] = { { .title = STR_INIT("År") } };
	struct tree t = tree_new(&arena, STR("Årsstatus"), STR("da"));
	struct tree_part *p = tree_table(&t, STR("a"), STR("Åben"), column, 1);
	struct tree_row *row = tree_row(&t, p);
	struct tree_cell *cell = tree_cell(&t, row);
	struct tree_part *list;
	struct buf b;

	(void)state;
	runs_add(&arena, &p->words, RUN_NOTE, STR("første"));
	runs_add(&arena, &cell->words, RUN_TEXT, STR("8,5"));
	runs_add(&arena, &cell->words, RUN_NOTE, STR("anden"));
	runs_add(&arena, &p->source, RUN_NOTE, STR("tredje"));
	list = tree_list(&t, false);
	runs_add(&arena, tree_item(&t, list), RUN_NOTE, STR("fjerde"));
	runs_add(&arena, tree_item(&t, list), RUN_NOTE, STR("anden"));      /* said before: its number */
	tree_number(&t);
	assert_int_equal(t.notes, 4);
	p = &t.at[0];
	assert_int_equal(p->words.at[1].number, 1);
	assert_int_equal(p->row[0].at[0].words.at[1].number, 2);
	assert_int_equal(p->source.at[0].number, 3);
	assert_int_equal(t.at[1].item[0].at[0].number, 4);
	assert_int_equal(t.at[1].item[1].at[0].number, 2);
	buf_init(&b, 100);
	runs_plain(&b, &p->row[0].at[0].words);
	same(buf_str(&b), "8,5 (anden)");
	buf_free(&b);
}

/* Nine columns, or six of words, lie, and the headings right above them. */
static void
turns_pages(void **state)
{
	static const struct tree_column words[6] = { { .title = STR_INIT("Årsag") } };
	static const struct tree_column figures[7] = { { .align = ALIGN_END }, { .align = ALIGN_END } };
	struct tree t = tree_new(&arena, STR("Årsstatus"), STR("da"));

	(void)state;
	tree_heading(&t, 1, STR("a"), STR("Øverst"));
	tree_heading(&t, 2, STR("b"), STR("Nederst"));
	tree_table(&t, STR("c"), STR("Handleplan"), words, 6);
	tree_heading(&t, 1, STR("d"), STR("Åbent"));
	tree_paragraph(&t);
	tree_table(&t, STR("e"), STR("Tal"), figures, 7);
	assert_true(tree_lies(&t, 0) && tree_lies(&t, 1) && tree_lies(&t, 2));
	assert_false(tree_lies(&t, 3) || tree_lies(&t, 4) || tree_lies(&t, 5));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_headings), cmocka_unit_test(refers), cmocka_unit_test(numbers_notes),
		cmocka_unit_test(turns_pages),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	arena_free(&arena);
	return failed;
}
