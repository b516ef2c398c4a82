#include "report/tree.h"

#include <stdlib.h>

#include "view/lang.h"

enum { LEVELS = 4 };

/* Columns that a page which stands has no room for; of words, which need more of it. */
enum { WIDE = 9, WIDE_OF_WORDS = 6 };

struct tree
tree_new(struct arena *a, struct str title, struct str lang)
{
	return (struct tree){ .a = a, .title = title, .lang = lang };
}

static struct tree_part *
add(struct tree *t, enum tree_kind kind, struct str anchor)
{
	struct tree_part *p;

	ARENA_GROW(t->a, t->at, t->len, &t->cap);
	p = &t->at[t->len++];
	*p = (struct tree_part){ .kind = kind, .anchor = anchor };
	return p;
}

static struct tree_part *
add_named(struct tree *t, enum tree_kind kind, struct str anchor, struct str words)
{
	struct tree_part *p = add(t, kind, anchor);

	if (words.len > 0)
		runs_add(t->a, &p->words, RUN_TEXT, words);
	return p;
}

struct tree_part *
tree_heading(struct tree *t, uint8_t level, struct str anchor, struct str words)
{
	struct tree_part *p = add_named(t, TREE_HEADING, anchor, words);

	p->level = level < 1 ? 1 : level > LEVELS ? LEVELS : level;
	return p;
}

struct tree_part *
tree_paragraph(struct tree *t)
{
	return add(t, TREE_PARAGRAPH, STR_NONE);
}

struct tree_part *
tree_list(struct tree *t, bool ordered)
{
	struct tree_part *p = add(t, TREE_LIST, STR_NONE);

	p->ordered = ordered;
	return p;
}

struct runs *
tree_item(struct tree *t, struct tree_part *list)
{
	ARENA_GROW(t->a, list->item, list->items, &list->items_cap);
	list->item[list->items] = (struct runs){ 0 };
	return &list->item[list->items++];
}

struct tree_part *
tree_table(struct tree *t, struct str anchor, struct str caption,
           const struct tree_column *column, size_t columns)
{
	struct tree_part *p = add_named(t, TREE_TABLE, anchor, caption);

	p->column = column;
	p->columns = columns;
	return p;
}

struct tree_part *
tree_figure(struct tree *t, struct str anchor, struct str caption, struct str svg,
            struct str alternative)
{
	struct tree_part *p = add_named(t, TREE_FIGURE, anchor, caption);

	p->svg = svg;
	p->alternative = alternative;
	return p;
}

void
tree_page(struct tree *t)
{
	add(t, TREE_PAGE, STR_NONE);
}

struct tree_row *
tree_row(struct tree *t, struct tree_part *table)
{
	ARENA_GROW(t->a, table->row, table->rows, &table->rows_cap);
	table->row[table->rows] = (struct tree_row){ 0 };
	return &table->row[table->rows++];
}

struct tree_cell *
tree_cell(struct tree *t, struct tree_row *row)
{
	ARENA_GROW(t->a, row->at, row->len, &row->cap);
	row->at[row->len] = (struct tree_cell){ 0 };
	return &row->at[row->len++];
}

/* ---- numbers ---- */

struct numbering {
	struct tree *t;
	struct lang  lang;
	size_t       heading[LEVELS], tables, figures;
	struct tree_part **anchor;      /* by anchor */
	size_t       anchors;
};

/* "2.1"; a level that was left out counts as its first. */
static struct str
heading_number(struct numbering *n, uint8_t level)
{
	struct str number = STR_NONE;

	for (size_t i = 0; i + 1 < level; i++)
		n->heading[i] += n->heading[i] == 0;
	n->heading[level - 1]++;
	for (size_t i = level; i < LEVELS; i++)
		n->heading[i] = 0;
	for (size_t i = 0; i < level; i++)
		number = arena_printf(n->t->a, STR_FMT "%s%zu", STR_ARG(number), i ? "." : "",
		                      n->heading[i]);
	return number;
}

static void
number_part(struct numbering *n, struct tree_part *p)
{
	switch (p->kind) {
	case TREE_HEADING:
		if (!p->unnumbered)
			p->number = heading_number(n, p->level);
		break;
	case TREE_TABLE:
		p->number = arena_printf(n->t->a, "%zu", ++n->tables);
		break;
	case TREE_FIGURE:
		p->number = arena_printf(n->t->a, "%zu", ++n->figures);
		break;
	case TREE_PARAGRAPH:
	case TREE_LIST:
	case TREE_PAGE:
		break;
	}
	if (p->anchor.len > 0)
		n->anchor[n->anchors++] = p;
}

static int
by_anchor(const void *a, const void *b)
{
	return str_cmp((*(struct tree_part *const *)a)->anchor,
	               (*(struct tree_part *const *)b)->anchor);
}

static int
against_anchor(const void *anchor, const void *part)
{
	return str_cmp(*(const struct str *)anchor, (*(struct tree_part *const *)part)->anchor);
}

static struct str
see_words(const struct numbering *n, const struct tree_part *p)
{
	struct buf b;
	struct str words;

	if (p->number.len > 0)
		return text_fill(n->t->a,
		                 p->kind == TREE_TABLE    ? say(&n->lang, "table {1}")
		                 : p->kind == TREE_FIGURE ? say(&n->lang, "figure {1}")
		                                          : say(&n->lang, "section {1}"),
		                 &p->number, 1);
	buf_init(&b, SIZE_MAX);
	runs_plain(&b, &p->words);
	words = str_dup(n->t->a, buf_str(&b));
	buf_free(&b);
	return words;
}

void
tree_note(struct tree *t, struct run *r)
{
	for (size_t i = 0; i < t->notes; i++)
		if (str_eq(t->note[i]->text, r->text) && str_eq(t->note[i]->lang, r->lang)) {
			r->number = i + 1;
			return;
		}
	ARENA_GROW(t->a, t->note, t->notes, &t->notes_cap);
	t->note[t->notes] = r;
	r->number = ++t->notes;
}

static void
number_runs(struct numbering *n, struct runs *r)
{
	for (size_t i = 0; i < r->len; i++) {
		struct tree_part **to;

		if (r->at[i].kind == RUN_NOTE)
			tree_note(n->t, &r->at[i]);
		if (r->at[i].kind != RUN_SEE)
			continue;
		to = bsearch(&r->at[i].to, n->anchor, n->anchors, sizeof *n->anchor, against_anchor);
		if (to == NULL)
			abort();
		r->at[i].text = see_words(n, *to);
	}
}

static void
number_words(struct numbering *n, struct tree_part *p)
{
	number_runs(n, &p->words);
	for (size_t i = 0; i < p->items; i++)
		number_runs(n, &p->item[i]);
	for (size_t i = 0; i < p->rows; i++)
		for (size_t c = 0; c < p->row[i].len; c++)
			number_runs(n, &p->row[i].at[c].words);
	number_runs(n, &p->source);
}

void
tree_number(struct tree *t)
{
	struct numbering n = { .t = t };

	if (!lang_find(t->lang, &n.lang))
		abort();
	n.anchor = ARENA_ARRAY(t->a, struct tree_part *, t->len + 1);
	t->notes = 0;
	for (size_t i = 0; i < t->len; i++)
		number_part(&n, &t->at[i]);
	qsort(n.anchor, n.anchors, sizeof *n.anchor, by_anchor);
	for (size_t i = 1; i < n.anchors; i++)
		if (str_eq(n.anchor[i]->anchor, n.anchor[i - 1]->anchor))
			abort();
	for (size_t i = 0; i < t->len; i++)
		number_words(&n, &t->at[i]);
}

/* ---- pages ---- */

bool
tree_is_wide(const struct tree_part *table)
{
	size_t words = 0;

	for (size_t i = 0; i < table->columns; i++)
		words += table->column[i].align == ALIGN_START;
	return table->columns >= WIDE || words >= WIDE_OF_WORDS;
}

bool
tree_lies(const struct tree *t, size_t i)
{
	while (i < t->len && t->at[i].kind == TREE_HEADING)
		i++;
	return i < t->len && t->at[i].kind == TREE_TABLE && tree_is_wide(&t->at[i]);
}
