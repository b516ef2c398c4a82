/* laid.c - reads the lines that lay.h describes. */
#include "document/laid.h"
#include "base/utf8.h"
#include "document/layout.h"
#include "document/markup.h"
#include "document/piece.h"
#include "document/reader.h"
#include <string.h>

struct laid_reader {
	struct reader *r;
	struct gather  g;
	struct markup  markup;
	struct row    *rows;            /* of the table under way */
	size_t         rows_len, rows_cap;
	bool           ruled;
	bool           headings;        /* some are marked as such; else short lines are */
	struct str     before;          /* the line before, */
	struct str     after;           /* and what follows this one */
};

/* ---- tables ---- */

static void
end_table(struct laid_reader *t)
{
	struct block *b;

	if (t->rows_len == 0 || (b = reader_block(t->r, BLOCK_TABLE)) == NULL)
		return;
	b->table = (struct table){ ARENA_ARRAY(t->r->a, struct row, t->rows_len), t->rows_len, t->ruled };
	memcpy(b->table.at, t->rows, t->rows_len * sizeof *t->rows);
	b->line = t->rows[0].line;
	b->column = 1;
	t->rows_len = 0;
	t->ruled = false;
}

/* Where the next cell of a row begins, or its end. */
static size_t
next_cell(struct str row, size_t at)
{
	while ((at = str_find(row, STR("<t"), at)) != SIZE_MAX) {
		struct str tag = str_slice(row, at, at + 4);

		if (str_eq(tag, STR("<td>")) || str_eq(tag, STR("<th>")))
			return at;
		at++;
	}
	return row.len;
}

static size_t
count_cells(struct str row)
{
	size_t n = 0;

	for (size_t at = next_cell(row, 0); at < row.len; at = next_cell(row, at + 4))
		n++;
	return n;
}

static void
read_row(struct laid_reader *t, struct str line)
{
	size_t      n = count_cells(line), at = next_cell(line, 0);
	struct row *row;

	if (n > TABLE_COLUMNS_MAX)
		reader_refuse(t->r, line.at, STR("a table row of more than 400 cells"),
		    STR("split the table"));
	if (n == 0 || !reader_count_rows(t->r, 1) || !reader_count_parts(t->r, n))
		return;
	ARENA_GROW(t->r->a, t->rows, t->rows_len, &t->rows_cap);
	row = &t->rows[t->rows_len++];
	*row = (struct row){ ARENA_ARRAY(t->r->a, struct cell, n), n, 0 };
	t->ruled |= t->rows_len == 1 && line.at[at + 2] == 'h';
	for (size_t i = 0; i < n && !t->r->failed; i++) {
		struct cell *c = &row->at[i];
		size_t       to = next_cell(line, at + 4);

		reader_place(t->r, line.at + at + 4, &c->line, &c->column);
		markup_open(&t->markup, &t->g);
		markup_read(&t->markup, str_slice(line, at + 4, to), 0);
		c->at = gather_take(&t->g, &c->len);
		at = to;
	}
	row->line = row->at[0].line;
}

/* ---- text ---- */

static bool
is_numbered(struct str line)
{
	return str_starts(line, STR("<p>")) &&
	    layout_mark(str_slice(line, 3, line.len)).kind == MARK_NUMBER;
}

/* What a paragraph is by what it begins with, as in text. */
static enum block_kind
kind_of(const struct laid_reader *t, struct str raw)
{
	struct str  text = str_slice(raw, str_starts(raw, STR("<b>")) ? 3 : 0, raw.len);
	struct mark m = layout_mark(text);
	struct str  after = t->after;
	bool        heading = !t->headings && layout_is_heading(text, utf8_length(text));

	switch (m.kind) {
	case MARK_NONE:
		return heading && mark_read(text).kind == MARK_NONE ? BLOCK_HEADING : BLOCK_PARAGRAPH;
	case MARK_BULLET:
		return BLOCK_ITEM;
	case MARK_FOOTNOTE:
		return BLOCK_FOOTNOTE;
	case MARK_NUMBER:
		break;
	}
	if (m.close == ')' || !heading)
		return BLOCK_ITEM;
	return is_numbered(t->before) || is_numbered(str_cut(&after, '\n')) ? BLOCK_ITEM : BLOCK_HEADING;
}

/* `kind` and `level` of the first piece; `mark` before it, or empty. */
static void
put_text(struct laid_reader *t, struct str raw, enum block_kind kind, size_t level, struct str mark)
{
	struct piece *p;
	size_t        n;

	if (kind == BLOCK_PARAGRAPH)
		kind = kind_of(t, raw);
	markup_open(&t->markup, &t->g);
	markup_read(&t->markup, raw, kind == BLOCK_ITEM ? MARKUP_ITEM : 0);
	p = gather_take(&t->g, &n);
	for (size_t i = 0; i < n; i++) {
		struct block *b = reader_block(t->r, i == 0 ? kind : BLOCK_PARAGRAPH);

		if (b == NULL)
			return;
		b->piece = p[i];
		b->line = p[i].line;
		b->column = p[i].column;
		if (p[i].item)
			b->kind = BLOCK_ITEM;
		if (i == 0) {
			b->level = (uint8_t)level;
			b->mark = mark;
		}
		if (i == 0 || p[i].item)
			block_take_mark(t->r->a, b);
		b->piece.item = b->kind == BLOCK_ITEM;
		if (b->kind == BLOCK_ITEM && b->level == 0)
			b->level = 1;
	}
}

/* "<li><li>2. Åbne jobcaféer" */
static void
read_item(struct laid_reader *t, struct str line)
{
	size_t     level = 0;
	struct str rest = line, mark;

	for (; str_starts(rest, STR("<li>")); level++)
		rest = str_slice(rest, 4, rest.len);
	if (level > DOCUMENT_LEVELS_MAX)
		reader_refuse(t->r, line.at, STR("lists are nested more than 100 levels deep"),
		    STR("flatten the lists"));
	mark = str_cut(&rest, ' ');
	put_text(t, rest, BLOCK_ITEM, level, mark);
}

static bool
is_heading_line(struct str line)
{
	return line.len >= 4 && line.at[0] == '<' && line.at[1] == 'h' && line.at[2] >= '1' &&
	    line.at[2] <= '6' && line.at[3] == '>';
}

static void
read_line(struct laid_reader *t, struct str line)
{
	bool starts = str_starts(line, STR("<table><tr>"));

	if (starts || !str_starts(line, STR("<tr>")))
		end_table(t);
	if (starts)
		read_row(t, line);
	else if (str_starts(line, STR("<tr>")))
		read_row(t, line);
	else if (str_starts(line, STR("<p>")))
		put_text(t, str_slice(line, 3, line.len), BLOCK_PARAGRAPH, 0, STR_NONE);
	else if (str_starts(line, STR("<li>")))
		read_item(t, line);
	else if (is_heading_line(line))
		put_text(t, str_slice(line, 4, line.len), BLOCK_HEADING, (size_t)(line.at[2] - '0'), STR_NONE);
	else if (line.len > 0)
		reader_refuse(t->r, line.at, STR("a line that is no heading, paragraph, item or row"),
		    STR("this is the text that Pejl keeps of a document; import the document itself"));
}

static bool
has_headings(struct str text)
{
	while (text.len > 0)
		if (is_heading_line(str_cut(&text, '\n')))
			return true;
	return false;
}

void
laid_read(struct reader *r)
{
	struct laid_reader t = { .r = r, .after = r->text };

	gather_open(&t.g, r);
	t.headings = has_headings(r->text);
	while (t.after.len > 0 && !r->failed) {
		struct str line = str_cut(&t.after, '\n');

		read_line(&t, line);
		t.before = line;
	}
	end_table(&t);
}
