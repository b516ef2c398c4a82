/* What a source's texts say: a selection that is read back from what it was read as is the
 * same one, a pick takes no code that is not there, and a period begins before it ends. */
#include <stdlib.h>
#include "app/source_cell.h"
#include "app/source_period.h"
#include "app/source_words.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
put_quoted(struct buf *b, struct str s)
{
	BUF_LIT(b, "\"");
	for (size_t i = 0; i < s.len; i++) {
		if (s.at[i] == '"')
			buf_char(b, '"');
		buf_char(b, s.at[i]);
	}
	BUF_LIT(b, "\"");
}

static struct str
written(struct arena *a, const struct source_selection *s)
{
	struct buf b;
	struct str text;

	buf_init(&b, (size_t)1 << 20);
	for (size_t i = 0; i < s->len; i++) {
		BUF_LIT(&b, " ");
		put_quoted(&b, s->at[i].dimension);
		for (size_t c = 0; c < s->at[i].len; c++) {
			buf_char(&b, c == 0 ? '=' : ',');
			put_quoted(&b, s->at[i].code[c]);
		}
	}
	text = str_dup(a, buf_str(&b));
	buf_free(&b);
	return text;
}

static void
check_selection(struct arena *a, struct str text)
{
	struct source_selection s, again;
	bool                    take[3] = { false };
	struct str              word;

	if (!source_selection_read(a, text, &s))
		return;
	if (!source_selection_read(a, written(a, &s), &again) ||
	    !str_eq(written(a, &s), written(a, &again)))
		abort();
	for (size_t i = 0; i < s.len; i++)
		if (source_pick_codes(&s.at[i], s.at[i].code, s.at[i].len < 3 ? s.at[i].len : 3, take, &word) &&
		    s.at[i].len > 0 && !take[0] && !take[1] && !take[2])
			abort();
}

static void
check_cell(struct str text)
{
	struct source_cell_text cell = { .text = text, .plain = true };
	struct source_value     v;

	if (source_cell_read(&cell, &v).len == 0 && v.n.scale > NUMBER_SCALE_MAX)
		abort();
	cell = (struct source_cell_text){ .text = text, .notation = NOTATION_DA, .shift = 3, .percent = true };
	if (source_cell_read(&cell, &v).len == 0 && v.missing != MISSING_NONE && !number_is_zero(v.n))
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena  a = { 0 };
	struct str    text = { (const char *)data, size };
	struct period p;

	check_selection(&a, text);
	(void)source_mapping_dimension(&a, text);
	check_cell(text);
	if (source_period(&a, text, &p) && p.from >= p.to)
		abort();
	arena_free(&a);
	return 0;
}
