#include "document/html_table.h"
#include <string.h>

#define SPAN_MAX 100            /* cells or rows that one cell spans */

enum part { PART_NONE, PART_TABLE, PART_ROW, PART_CELL, PART_HEADER, PART_CAPTION };

struct found {
	enum part  part;
	bool       closes;
	struct str tag;                 /* with its brackets */
};

struct html_table {
	struct reader *r;
	struct gather *g;
	struct markup *m;
	struct row    *rows;
	size_t         len, cap;
	struct cell    cells[TABLE_COLUMNS_MAX];        /* of the row under way */
	size_t         cells_len;
	unsigned       below[TABLE_COLUMNS_MAX];        /* rows that a cell above still spans */
	bool           in_row, headed;  /* headed: the first row has header cells */
};

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* Does `s` begin with the name, and nothing more of a name? */
static bool
is_named(struct str s, const char *name)
{
	size_t n = strlen(name);

	if (s.len <= n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (lower(s.at[i]) != name[i])
			return false;
	return strchr("> \t\r\n/", s.at[n]) != NULL;
}

static enum part
part_named(struct str s)
{
	static const struct { const char *name; enum part part; } parts[] = {
		{ "table", PART_TABLE }, { "tr", PART_ROW }, { "td", PART_CELL }, { "th", PART_HEADER },
		{ "caption", PART_CAPTION },
	};

	for (size_t i = 0; i < COUNT_OF(parts); i++)
		if (is_named(s, parts[i].name))
			return parts[i].part;
	return PART_NONE;
}

/* The next tag of a table at or after byte `at`; PART_NONE: there is none. */
static struct found
next_tag(struct str text, size_t at)
{
	while ((at = str_find(text, STR("<"), at)) != SIZE_MAX) {
		struct found f = { .closes = at + 1 < text.len && text.at[at + 1] == '/' };
		size_t       end;

		f.part = part_named(str_slice(text, at + 1 + f.closes, text.len));
		end = f.part == PART_NONE ? SIZE_MAX : str_find(text, STR(">"), at);
		if (end != SIZE_MAX) {
			f.tag = str_slice(text, at, end + 1);
			return f;
		}
		at++;
	}
	return (struct found){ .part = PART_NONE };
}

static size_t
end_of(struct str text, const struct found *f)
{
	return (size_t)(f->tag.at - text.at) + f->tag.len;
}

size_t
html_table_length(struct str text)
{
	struct found f = next_tag(text, 0);
	size_t       depth = 0;

	if (f.part != PART_TABLE || f.closes || f.tag.at != text.at)
		return 0;
	for (; f.part != PART_NONE; f = next_tag(text, end_of(text, &f))) {
		if (f.part != PART_TABLE)
			continue;
		if (!f.closes)
			depth++;
		else if (--depth == 0)
			return end_of(text, &f);
	}
	return 0;
}

/* ---- cells and rows ---- */

/* colspan="3" */
static unsigned
span_of(struct str tag, struct str name)
{
	size_t  at = str_find(tag, name, 0);
	int64_t n = 0;

	if (at == SIZE_MAX)
		return 1;
	for (at += name.len; at < tag.len && strchr("= \"'", tag.at[at]) != NULL; at++)
		;
	for (; at < tag.len && tag.at[at] >= '0' && tag.at[at] <= '9' && n < SPAN_MAX; at++)
		n = n * 10 + (tag.at[at] - '0');
	return n < 1 ? 1 : n > SPAN_MAX ? SPAN_MAX : (unsigned)n;
}

static struct cell *
add_cell(struct html_table *t, const char *at)
{
	struct cell *c;

	if (t->cells_len >= TABLE_COLUMNS_MAX)
		reader_refuse(t->r, at, STR("a table row of more than 400 cells"),
		    STR("check that the file is text"));
	if (!reader_count_parts(t->r, 1))
		return NULL;
	c = &t->cells[t->cells_len++];
	*c = (struct cell){ .len = 0 };
	reader_place(t->r, at, &c->line, &c->column);
	return c;
}

/* Empty cells where one of a row above stands. */
static void
skip_spanned(struct html_table *t, const char *at)
{
	while (t->cells_len < TABLE_COLUMNS_MAX && t->below[t->cells_len] > 0) {
		t->below[t->cells_len]--;
		if (add_cell(t, at) == NULL)
			return;
	}
}

static void
put_cell(struct html_table *t, const struct found *f, struct str raw)
{
	unsigned     across = span_of(f->tag, STR("colspan")), down = span_of(f->tag, STR("rowspan"));
	struct cell *c;

	skip_spanned(t, raw.at);
	c = add_cell(t, raw.at);
	if (c == NULL)
		return;
	t->headed |= f->part == PART_HEADER && t->len == 0;
	t->below[t->cells_len - 1] = down - 1;
	markup_open(t->m, t->g);
	markup_read(t->m, raw, 0);
	c->at = gather_take(t->g, &c->len);
	for (unsigned i = 1; i < across && !t->r->failed; i++)
		if (add_cell(t, raw.at + raw.len) != NULL)
			t->below[t->cells_len - 1] = down - 1;
}

static void
end_row(struct html_table *t, const char *at)
{
	struct row row;

	if (!t->in_row || t->r->failed)
		return;
	t->in_row = false;
	skip_spanned(t, at);
	if (!reader_row(t->r, t->cells, t->cells_len, &row))
		return;
	ARENA_GROW(t->r->a, t->rows, t->len, &t->cap);
	t->rows[t->len++] = row;
	t->cells_len = 0;
}

/* Where what a tag opens ends: at the next one of its own table. */
static struct found
closing(struct str table, size_t from)
{
	struct found f = next_tag(table, from);
	size_t       depth = 0;

	for (; f.part != PART_NONE; f = next_tag(table, end_of(table, &f))) {
		if (f.part == PART_TABLE && !f.closes)
			depth++;
		else if (f.part == PART_TABLE && depth > 0)
			depth--;
		else if (depth == 0)
			break;
	}
	return f;
}

static void
put_caption(struct html_table *t, struct str raw)
{
	struct piece *p;
	size_t        n;

	markup_open(t->m, t->g);
	markup_read(t->m, raw, 0);
	p = gather_take(t->g, &n);
	for (size_t i = 0; i < n; i++) {
		struct block *b = reader_block(t->r, BLOCK_PARAGRAPH);

		if (b == NULL)
			return;
		b->piece = p[i];
		b->line = p[i].line;
		b->column = p[i].column;
	}
}

static void
put_part(struct html_table *t, const struct found *f, struct str inner)
{
	switch (f->part) {
	case PART_CAPTION:
		if (!f->closes && t->len == 0)
			put_caption(t, inner);
		break;
	case PART_CELL:
	case PART_HEADER:
		t->in_row |= !f->closes;
		if (!f->closes)
			put_cell(t, f, inner);
		break;
	case PART_ROW:
		end_row(t, f->tag.at);
		t->in_row = !f->closes;
		break;
	case PART_TABLE:
	case PART_NONE:
		break;
	}
}

void
html_table_read(struct reader *r, struct gather *g, struct markup *m, struct str table)
{
	struct html_table t = { .r = r, .g = g, .m = m };
	struct found      f = next_tag(table, 0);
	struct block     *b;

	for (f = closing(table, end_of(table, &f)); f.part != PART_NONE && !r->failed;) {
		size_t       from = end_of(table, &f);
		struct found next = closing(table, from);
		size_t       to = next.part == PART_NONE ? table.len : (size_t)(next.tag.at - table.at);

		put_part(&t, &f, (struct str){ table.at + from, to - from });  /* with a place when empty */
		f = next;
	}
	end_row(&t, table.at + table.len);
	if (r->failed || t.len == 0 || (b = reader_block(r, BLOCK_TABLE)) == NULL)
		return;
	b->table = (struct table){ t.rows, t.len, t.headed };
	b->line = t.rows[0].line;
	b->column = 1;
}
