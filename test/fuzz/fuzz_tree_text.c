/* Any bytes as what was frozen of a report: refused, or a tree that is written as a text
 * that gives the same tree, and as HTML. */
#include "fuzz_again.h"
#include "report/html.h"
#include "report/texts.h"
#include "report/tree_text.h"

static bool
frozen(struct arena *a, struct str text, struct buf *b)
{
	struct html_wish wish = { 0 };
	struct tree      t;
	struct buf       html;

	if (!tree_read(a, text, &t))
		return false;
	tree_write(b, &t);
	buf_init(&html, 1 << 24);
	report_html(&html, &t, &wish);
	buf_free(&html);
	return true;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct str   text = { (const char *)data, size };
	struct tree  t;

	fuzz_again(frozen, &a, text);
	t = tree_new(&a, STR("Ærø"), STR("da"));
	tree_markdown(&t, text, STR_NONE);
	for (size_t i = 0; i < t.len; i++)
		if (!t.at[i].staff)
			abort();
	tree_number(&t);
	arena_free(&a);
	return 0;
}
