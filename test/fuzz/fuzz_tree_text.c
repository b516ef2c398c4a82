/* Any bytes as what was frozen of a report: refused, or a tree that is written as a text
 * that gives the same tree, and as HTML. */
#include "report/html.h"
#include "report/texts.h"
#include "report/tree_text.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct str
text_of(struct arena *a, const struct tree *t)
{
	struct buf b;
	struct str text;

	buf_init(&b, SIZE_MAX);
	tree_write(&b, t);
	text = str_dup(a, buf_str(&b));
	buf_free(&b);
	return text;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena     a = { 0 };
	struct str       text = { (const char *)data, size }, once;
	struct html_wish wish = { 0 };
	struct tree      t, again;
	struct buf       b;

	if (tree_read(&a, text, &t)) {
		once = text_of(&a, &t);
		if (!tree_read(&a, once, &again) || !str_eq(text_of(&a, &again), once))
			abort();
		buf_init(&b, 1 << 24);
		report_html(&b, &t, &wish);
		buf_free(&b);
	}
	t = tree_new(&a, STR("Ærø"), STR("da"));
	tree_markdown(&t, text, STR_NONE);
	for (size_t i = 0; i < t.len; i++)
		if (!t.at[i].staff)
			abort();
	tree_number(&t);
	arena_free(&a);
	return 0;
}
