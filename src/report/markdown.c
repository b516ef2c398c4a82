#include "report/markdown.h"
#include "view/lang.h"

struct md_out {
	struct buf        *b;
	const struct tree *t;
	struct str         site;
	struct lang        lang;
	bool               cell;
};

/* ---- words ---- */

static bool
is_mark(char c)
{
	static const struct str marks = STR_INIT("\\`*_[]<>|~&$");

	return str_find(marks, (struct str){ &c, 1 }, 0) != SIZE_MAX;
}

/* At the beginning of a line "1." would be an item, "#" a heading. */
static size_t
begins_block(struct str s)
{
	size_t digits = 0;

	while (digits < s.len && s.at[digits] >= '0' && s.at[digits] <= '9')
		digits++;
	if (digits > 0)
		return digits < s.len && (s.at[digits] == '.' || s.at[digits] == ')') ? digits : SIZE_MAX;
	return s.len > 0 && str_find(STR("#+-=:"), str_slice(s, 0, 1), 0) != SIZE_MAX ? 0 : SIZE_MAX;
}

static void
put_text(const struct md_out *o, struct str s, bool first)
{
	size_t escaped = first && !o->cell ? begins_block(s) : SIZE_MAX;

	for (size_t i = 0; i < s.len; i++) {
		bool blank = s.at[i] == '\n' || s.at[i] == '\r' || s.at[i] == '\t';

		if (is_mark(s.at[i]) || i == escaped)
			buf_char(o->b, '\\');
		buf_char(o->b, blank ? ' ' : s.at[i]);
	}
}

/* Marks stand at letters: blanks at the ends of what is marked go outside. */
static void
put_marked(const struct md_out *o, struct str s, struct str mark)
{
	struct str inside = str_trim(s);

	if (inside.len == 0) {
		put_text(o, s, false);
		return;
	}
	put_text(o, str_slice(s, 0, (size_t)(inside.at - s.at)), false);
	buf_put(o->b, mark);
	put_text(o, inside, false);
	buf_put(o->b, mark);
	put_text(o, str_slice(s, (size_t)(inside.at - s.at) + inside.len, s.len), false);
}

static void
put_link(const struct md_out *o, const struct run *r, bool first)
{
	bool root = str_starts(r->to, STR("/")) && !str_starts(r->to, STR("//"));
	bool whole = str_starts(r->to, STR("https://")) || str_starts(r->to, STR("http://"));

	if (!whole && !(root && o->site.len > 0)) {
		put_text(o, r->text, first);
		return;
	}
	BUF_LIT(o->b, "[");
	put_text(o, r->text, false);
	BUF_LIT(o->b, "](<");
	if (!whole)
		buf_put(o->b, o->site);
	for (size_t i = 0; i < r->to.len; i++) {
		if (str_find(STR(" <>|\n\\"), str_slice(r->to, i, i + 1), 0) != SIZE_MAX)
			buf_putf(o->b, "%%%02X", (unsigned char)r->to.at[i]);
		else
			buf_char(o->b, r->to.at[i]);
	}
	BUF_LIT(o->b, ">)");
}

static void
put_runs(const struct md_out *o, const struct runs *words)
{
	for (size_t i = 0; i < words->len; i++) {
		const struct run *r = &words->at[i];

		switch (r->kind) {
		case RUN_TEXT:
		case RUN_SEE:
			put_text(o, r->text, i == 0);
			break;
		case RUN_STRONG:
			put_marked(o, r->text, STR("**"));
			break;
		case RUN_EMPHASIS:
			put_marked(o, r->text, STR("*"));
			break;
		case RUN_LINK:
			put_link(o, r, i == 0);
			break;
		case RUN_NOTE:
			buf_putf(o->b, "[^%zu]", r->number);
			break;
		case RUN_BREAK:
			buf_put(o->b, o->cell ? STR("<br>") : STR("  \n"));
			break;
		}
	}
}

/* ---- tables ---- */

static void
put_cell(const struct md_out *o, const struct tree_cell *c, bool strong)
{
	bool bare = c->words.len == 1 && c->words.at[0].kind == RUN_TEXT;

	BUF_LIT(o->b, "| ");
	if (strong && bare)
		put_marked(o, c->words.at[0].text, STR("**"));
	else
		put_runs(o, &c->words);
	BUF_LIT(o->b, " ");
	for (uint8_t i = 1; i < c->columns; i++)
		BUF_LIT(o->b, "| ");
}

static void
put_table(const struct md_out *o, const struct tree_part *p)
{
	struct md_out in = *o;

	in.cell = true;
	for (size_t i = 0; i < p->columns; i++) {
		BUF_LIT(o->b, "| ");
		put_text(&in, p->column[i].title, false);
		BUF_LIT(o->b, " ");
	}
	BUF_LIT(o->b, "|\n");
	for (size_t i = 0; i < p->columns; i++)
		buf_put(o->b, p->column[i].align == ALIGN_END ? STR("|---:") : STR("|---"));
	BUF_LIT(o->b, "|\n");
	for (size_t r = 0; r < p->rows; r++) {
		size_t column = 0;

		for (size_t i = 0; i < p->row[r].len; i++) {
			put_cell(&in, &p->row[r].at[i], p->row[r].group);
			column += p->row[r].at[i].columns > 1 ? p->row[r].at[i].columns : 1;
		}
		for (; column < p->columns; column++)
			BUF_LIT(o->b, "| ");
		BUF_LIT(o->b, "|\n");
	}
	BUF_LIT(o->b, "\n");
}

/* ---- parts ---- */

static void
put_caption(const struct md_out *o, const struct tree_part *p, const char *pattern)
{
	struct arena a = { 0 };
	struct str   label = text_fill(&a, say(&o->lang, pattern), &p->number, 1);

	put_text(o, label, true);
	BUF_LIT(o->b, ": ");
	put_runs(o, &p->words);
	BUF_LIT(o->b, "\n\n");
	arena_free(&a);
}

static void
put_source(const struct md_out *o, const struct tree_part *p)
{
	if (p->source.len == 0)
		return;
	put_runs(o, &p->source);
	BUF_LIT(o->b, "\n\n");
}

static void
put_heading(const struct md_out *o, const struct tree_part *p)
{
	for (unsigned i = 0; i <= p->level; i++)
		BUF_LIT(o->b, "#");
	BUF_LIT(o->b, " ");
	if (p->number.len > 0) {
		buf_put(o->b, p->number);
		BUF_LIT(o->b, " ");
	}
	put_runs(o, &p->words);
	BUF_LIT(o->b, "\n\n");
}

static void
put_part(const struct md_out *o, const struct tree_part *p)
{
	switch (p->kind) {
	case TREE_HEADING:
		put_heading(o, p);
		break;
	case TREE_PARAGRAPH:
		put_runs(o, &p->words);
		BUF_LIT(o->b, "\n\n");
		break;
	case TREE_LIST:
		for (size_t i = 0; i < p->items; i++) {
			if (p->ordered)
				buf_putf(o->b, "%zu. ", i + 1);
			else
				BUF_LIT(o->b, "- ");
			put_runs(o, &p->item[i]);
			BUF_LIT(o->b, "\n");
		}
		BUF_LIT(o->b, "\n");
		break;
	case TREE_TABLE:
		put_caption(o, p, N_("Table {1}"));
		put_table(o, p);
		put_source(o, p);
		break;
	case TREE_FIGURE:
		put_caption(o, p, N_("Figure {1}"));
		put_text(o, p->alternative, true);
		BUF_LIT(o->b, "\n\n");
		put_source(o, p);
		break;
	case TREE_PAGE:
		break;
	}
}

static void
put_front(const struct md_out *o)
{
	const struct tree *t = o->t;
	struct arena       a = { 0 };
	struct buf         day;
	struct str         text;

	BUF_LIT(o->b, "# ");
	put_text(o, t->title, false);
	BUF_LIT(o->b, "\n\n");
	if (t->subtitle.len > 0) {
		put_text(o, t->subtitle, true);
		BUF_LIT(o->b, "\n\n");
	}
	if (t->authority.len > 0) {
		put_text(o, t->authority, true);
		BUF_LIT(o->b, "\n\n");
	}
	buf_init(&day, 64);
	day_write_long(&day, t->as_of, lang_danish(&o->lang));
	text = buf_str(&day);
	put_text(o, text_fill(&a, say(&o->lang, "As it stood on {1}"), &text, 1), true);
	BUF_LIT(o->b, ".\n\n");
	buf_free(&day);
	arena_free(&a);
}

void
report_markdown(struct buf *b, const struct tree *t, struct str site)
{
	struct md_out o = { .b = b, .t = t, .site = site };

	if (!lang_find(t->lang, &o.lang))
		return;
	put_front(&o);
	for (size_t i = 0; i < t->len; i++)
		put_part(&o, &t->at[i]);
	for (size_t i = 0; i < t->notes; i++) {
		buf_putf(b, "[^%zu]: ", t->note[i]->number);
		put_text(&o, t->note[i]->text, true);
		BUF_LIT(b, "\n\n");
	}
}
