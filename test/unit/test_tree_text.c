/* What is frozen of a report: written, read, written again it is the same; what is no such
 * text is refused, and nothing in it is taken for granted. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "report/html.h"
#include "report/texts.h"
#include "report/tree_text.h"

static struct arena arena;

static struct str
text_of(const struct tree *t)
{
	struct buf b;
	struct str text;

	buf_init(&b, 1 << 20);
	tree_write(&b, t);
	assert_true(buf_ok(&b));
	text = str_dup(&arena, buf_str(&b));
	buf_free(&b);
	return text;
}

static struct str
html_of(const struct tree *t)
{
	struct html_wish wish = { 0 };
	struct buf       b;
	struct str       text;

	buf_init(&b, 1 << 22);
	report_html(&b, t, &wish);
	assert_true(buf_ok(&b));
	text = str_dup(&arena, buf_str(&b));
	buf_free(&b);
	return text;
}

static void
same(struct str a, struct str b)
{
	if (!str_eq(a, b))
		fail_msg("'" STR_FMT "' is not '" STR_FMT "'", STR_ARG(a), STR_ARG(b));
}

/* Of every part, run and cell there is, with what a line could trip over. */
static struct tree
everything(void)
{
	static const struct tree_column column[] = {
		{ STR_INIT("År"), ALIGN_START, 3 }, { STR_INIT("mio.\tkr."), ALIGN_END, 0 },
	};
	struct tree       t = tree_new(&arena, STR("Årsstatus\n\"2012\""), STR("da"));
	struct tree_part *p;
	struct tree_row  *row;
	struct tree_cell *cell;
	struct runs      *r;

	t.subtitle = STR("Øboere \\ ærøboere");
	t.authority = STR("مدينة");
	t.as_of = day_of(2012, 4, 30);
	t.made = DAY_MIN;
	t.kind = STR("status");
	tree_heading(&t, 2, STR("h"), STR("Økonomi"))->unnumbered = true;
	tree_heading(&t, 1, STR("h1"), STR(""))->lang = STR("en");
	r = &tree_paragraph(&t)->words;
	runs_add(&arena, r, RUN_TEXT, STR("a\tb\\n\r\n"));
	runs_add(&arena, r, RUN_STRONG, STR("fed"))->lang = STR("en");
	runs_add(&arena, r, RUN_EMPHASIS, STR(""));
	runs_link(&arena, r, STR("link"), STR("/da/indicator/ø?as_of=2012-04-30"));
	runs_see(&arena, r, STR("t"));
	runs_add(&arena, r, RUN_NOTE, STR("en note"));
	runs_add(&arena, r, RUN_BREAK, STR_NONE);
	p = tree_list(&t, true);
	p->staff = true;
	runs_add(&arena, tree_item(&t, p), RUN_TEXT, STR("punkt"));
	(void)tree_item(&t, p);
	p = tree_table(&t, STR("t"), STR("Tabel"), column, 2);
	row = tree_row(&t, p);
	row->group = true;
	cell = tree_cell(&t, row);
	*cell = (struct tree_cell){ .kind = CELL_SUM, .number = NUMBER(-205, 2), .first = 7, .head = true };
	runs_add(&arena, &cell->words, RUN_NOTE, STR("anden"));
	cell = tree_cell(&t, row);
	*cell = (struct tree_cell){ .kind = CELL_DAY, .day = -3, .columns = 2 };
	(void)tree_row(&t, p);
	runs_add(&arena, &p->source, RUN_TEXT, STR("Kilde"));
	tree_figure(&t, STR("f"), STR("Figur"), STR("<svg>\n\t<path/>\n</svg>"), STR("Den stiger"));
	tree_page(&t);
	tree_number(&t);
	return t;
}

static void
comes_back(void **state)
{
	struct tree t = everything(), again;
	struct str  text = text_of(&t);

	(void)state;
	assert_true(tree_read(&arena, text, &again));
	same(text_of(&again), text);
	same(html_of(&again), html_of(&t));
	assert_int_equal(again.notes, 2);
	same(again.note[1]->text, STR("anden"));
	same(again.title, STR("Årsstatus\n\"2012\""));
	assert_int_equal(again.made, DAY_MIN);
	same(again.at[5].svg, STR("<svg>\n\t<path/>\n</svg>"));
}

static void
is_refused(void **state)
{
	static const char *const texts[] = {
		"", "pejl-tree 1\n", "pejl-tree 2\nt\tstatus\tda\t1\t1\tA\tT\tS\n", "pejl-tree 1\nx\n",
		"pejl-tree 1\nt\tstatus\tda\t1\t1\tA\tT\n", "pejl-tree 1\nt\tstatus\tda\tø\t1\tA\tT\tS\n",
		"pejl-tree 1\nt\tstatus\tda\t1\t1\tA\tT\tS\nr\t0\t0\t\t\tord\n",
		"pejl-tree 1\nt\tstatus\tda\t1\t1\tA\tT\tS\np\t9\t0\t0\t0\t0\t\t\t\t\n",
		"pejl-tree 1\nt\tstatus\tda\t1\t1\tA\tT\tS\np\t0\t0\t0\t0\t0\ta\t1\t\t\n",   /* a heading of no level */
		"pejl-tree 1\nt\tstatus\tda\t1\t1\tA\tT\tS\np\t3\t0\t0\t0\t0\ta\t1\t\t\nc\t0\t0\t0\t0\t0\t0\t0\n",
		"pejl-tree 1\nt\tstatus\tda\t1\t1\tA\tT\tS\np\t3\t0\t0\t0\t0\ta\t1\t\t\nw\t0\nc\t0\t0\t0\t0\t0\t0\t0\n",
	};
	struct tree t;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		if (tree_read(&arena, str_from(texts[i]), &t))
			fail_msg("taken: %s", texts[i]);
}

/* ---- what staff write ---- */

static void
markdown(void **state)
{
	struct tree t = tree_new(&arena, STR("Ærø"), STR("da"));

	(void)state;
	tree_markdown(&t, STR("Første **fede** ord\nog *skrå*.\n\n- et\n- to\n\n## Overskrift\n\n"
	    "<script>alert(1)</script>\n\n[web](https://ærø.dk) [post](mailto:a@ærø.dk) [her](/da/areas) "
	    "[ond](javascript:alert(1)) [data](data:text/html,x) [anden](//ond.dk) [sti](/\\ond.dk)"),
	    STR("da"));
	tree_number(&t);
	assert_int_equal(t.at[0].kind, TREE_PARAGRAPH);
	assert_true(t.at[0].staff);
	assert_int_equal(t.at[0].words.at[1].kind, RUN_STRONG);
	same(t.at[0].words.at[1].text, STR("fede"));
	assert_int_equal(t.at[1].kind, TREE_LIST);
	assert_int_equal(t.at[1].items, 2);
	assert_int_equal(t.at[2].kind, TREE_HEADING);
	assert_int_equal(t.at[2].number.len, 0);
	for (size_t i = 0, links = 0; i < t.len; i++)
		for (size_t r = 0; r < t.at[i].words.len; r++) {
			const struct run *run = &t.at[i].words.at[r];

			links += run->kind == RUN_LINK;
			if (run->kind == RUN_LINK && links > 3)
				fail_msg("a link to " STR_FMT, STR_ARG(run->to));
			if (i == t.len - 1 && r == t.at[i].words.len - 1)
				assert_int_equal(links, 3);
		}
	assert_int_equal(str_find(html_of(&t), STR("<script"), 0), SIZE_MAX);
	assert_true(str_find(html_of(&t), STR("&lt;script&gt;"), 0) != SIZE_MAX);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(comes_back), cmocka_unit_test(is_refused), cmocka_unit_test(markdown),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	arena_free(&arena);
	return failed;
}
