/* markdown.c - Markdown with tables, also those of tags, parsed by md4c. */
#include "document/html_table.h"
#include "document/markup.h"
#include "document/piece.h"
#include <md4c.h>
#include <string.h>

#define FOOTNOTE_MARK_MAX 16

struct md_list {
	unsigned number;                /* of the next item; bullets: 0 */
	char     mark;                  /* '-', '*', '+', '.' or ')' */
};

struct markdown {
	struct reader  *r;
	struct gather   g;
	struct markup   markup;
	enum block_kind kind;           /* of the text under way */
	uint8_t         level;
	struct str      mark;
	bool            line_start;
	size_t          depth, lists;   /* quotes and lists; lists alone */
	struct md_list  list[DOCUMENT_LEVELS_MAX + 1];
	const char     *last;           /* where the text seen last ended */
	const char     *done;           /* up to where a table of tags was read; NULL: none was */
	bool            no_tables;      /* a table tag was seen that nothing ends */
	struct row     *rows;
	size_t          rows_len, rows_cap;
	struct cell    *cells;
	size_t          cells_len, cells_cap;
};

/* ---- blocks of text ---- */

static void
begin(struct markdown *m, enum block_kind kind, unsigned level, struct str mark)
{
	m->kind = kind;
	m->level = (uint8_t)level;
	m->mark = mark;
	m->line_start = true;
	markup_open(&m->markup, &m->g);
}

/* What was gathered becomes blocks; only the first is the item or the heading. */
static void
finish(struct markdown *m)
{
	size_t        n;
	struct piece *p = gather_take(&m->g, &n);

	for (size_t i = 0; i < n; i++) {
		struct block *b = reader_block(m->r, p[i].item ? BLOCK_ITEM : m->kind);
		if (b == NULL)
			return;
		b->piece = p[i];
		b->line = p[i].line;
		b->column = p[i].column;
		b->level = b->kind == BLOCK_ITEM && m->kind != BLOCK_ITEM ? 1 : m->level;
		b->mark = m->mark;
		if (b->kind == BLOCK_HEADING || b->kind == BLOCK_PARAGRAPH || p[i].item)
			block_take_mark(m->r->a, b);
		b->piece.item = b->kind == BLOCK_ITEM;
		begin(m, BLOCK_PARAGRAPH, 0, STR_NONE);
	}
}

static void
begin_item(struct markdown *m)
{
	struct md_list *l = &m->list[m->lists];
	struct str      mark;

	if (l->mark == '.' || l->mark == ')')
		mark = arena_printf(m->r->a, "%u%c", l->number++, l->mark);
	else
		mark = arena_printf(m->r->a, "%c", l->mark);
	begin(m, BLOCK_ITEM, (unsigned)m->lists, mark);
}

static int
deeper(struct markdown *m)
{
	if (++m->depth > DOCUMENT_LEVELS_MAX)
		reader_refuse(m->r, m->last, STR("lists and quotes are nested more than 100 levels deep"),
		    STR("flatten the lists"));
	return m->r->failed;
}

static int
enter_list(struct markdown *m, struct md_list l)
{
	finish(m);
	if (deeper(m))
		return 1;
	m->list[++m->lists] = l;
	return 0;
}

/* ---- tables ---- */

static void
finish_cell(struct markdown *m)
{
	struct cell *c;

	if (m->cells_len >= TABLE_COLUMNS_MAX)
		reader_refuse(m->r, m->last, STR("a table row of more than 400 cells"),
		    STR("split the table"));
	if (!reader_count_parts(m->r, 1))
		return;
	ARENA_GROW(m->r->a, m->cells, m->cells_len, &m->cells_cap);
	c = &m->cells[m->cells_len++];
	*c = (struct cell){ 0 };
	c->at = gather_take(&m->g, &c->len);
	if (c->len > 0) {
		c->line = c->at[0].line;
		c->column = c->at[0].column;
	}
}

/* md4c does not say where empty cells are: they stand where the one before does,
 * and a row of nothing else on the line after what was read last. */
static void
place_empty_cells(struct markdown *m, struct row *row)
{
	const char *end = m->r->text.at + m->r->text.len, *at = m->last;
	uint32_t    column = 1;

	for (size_t i = 0; i < row->len && row->line == 0; i++)
		row->line = row->at[i].line;
	if (row->line == 0) {
		while (m->rows_len > 0 && at < end && *at != '\n' && *at != '\r')
			at++;
		m->last = at < end && m->rows_len > 0 ? at + 1 : m->last;
		reader_place(m->r, m->last, &row->line, &column);
		column = 1;
	}
	for (size_t i = 0; i < row->len; i++) {
		if (row->at[i].line == 0) {
			row->at[i].line = row->line;
			row->at[i].column = column;
		}
		column = row->at[i].column;
	}
}

static void
finish_row(struct markdown *m)
{
	struct row *row;

	if (!reader_count_rows(m->r, 1))
		return;
	ARENA_GROW(m->r->a, m->rows, m->rows_len, &m->rows_cap);
	row = &m->rows[m->rows_len];
	*row = (struct row){ ARENA_ARRAY(m->r->a, struct cell, m->cells_len), m->cells_len, 0 };
	if (m->cells_len > 0)
		memcpy(row->at, m->cells, m->cells_len * sizeof *m->cells);
	place_empty_cells(m, row);
	m->rows_len++;
	m->cells_len = 0;
}

static void
finish_table(struct markdown *m)
{
	struct block *b = reader_block(m->r, BLOCK_TABLE);

	if (b == NULL)
		return;
	b->table.at = ARENA_ARRAY(m->r->a, struct row, m->rows_len);
	b->table.len = m->rows_len;
	b->table.ruled = true;
	if (m->rows_len > 0) {
		memcpy(b->table.at, m->rows, m->rows_len * sizeof *m->rows);
		b->line = m->rows[0].line;
	}
	b->column = 1;
	m->rows_len = 0;
}

/* ---- md4c's events ---- */

static int
enter_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct markdown *m = user;

	switch (type) {
	case MD_BLOCK_QUOTE:
		finish(m);
		return deeper(m);
	case MD_BLOCK_UL:
		return enter_list(m, (struct md_list){ 0, ((MD_BLOCK_UL_DETAIL *)detail)->mark });
	case MD_BLOCK_OL:
		return enter_list(m, (struct md_list){ ((MD_BLOCK_OL_DETAIL *)detail)->start,
		    ((MD_BLOCK_OL_DETAIL *)detail)->mark_delimiter });
	case MD_BLOCK_LI:
		finish(m);
		begin_item(m);
		break;
	case MD_BLOCK_H:
		finish(m);
		begin(m, BLOCK_HEADING, ((MD_BLOCK_H_DETAIL *)detail)->level, STR_NONE);
		break;
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		begin(m, BLOCK_PARAGRAPH, 0, STR_NONE);
		break;
	case MD_BLOCK_P:
		m->line_start = true;
		break;
	case MD_BLOCK_DOC:
	case MD_BLOCK_HR:
	case MD_BLOCK_CODE:
	case MD_BLOCK_HTML:
	case MD_BLOCK_TABLE:
	case MD_BLOCK_THEAD:
	case MD_BLOCK_TBODY:
	case MD_BLOCK_TR:
		break;
	}
	return m->r->failed;
}

static int
leave_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct markdown *m = user;

	(void)detail;
	switch (type) {
	case MD_BLOCK_UL:
	case MD_BLOCK_OL:
		m->lists--;
		m->depth--;
		break;
	case MD_BLOCK_QUOTE:
		m->depth--;
		break;
	case MD_BLOCK_LI:
		finish(m);
		begin(m, BLOCK_PARAGRAPH, 0, STR_NONE);
		break;
	case MD_BLOCK_H:
		finish(m);
		begin(m, BLOCK_PARAGRAPH, 0, STR_NONE); /* also behind one that says nothing */
		break;
	case MD_BLOCK_P:
	case MD_BLOCK_CODE:
	case MD_BLOCK_HTML:
		finish(m);
		break;
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		finish_cell(m);
		break;
	case MD_BLOCK_TR:
		finish_row(m);
		break;
	case MD_BLOCK_TABLE:
		finish_table(m);
		begin(m, BLOCK_PARAGRAPH, 0, STR_NONE);
		break;
	case MD_BLOCK_DOC:
	case MD_BLOCK_HR:
	case MD_BLOCK_THEAD:
	case MD_BLOCK_TBODY:
		break;
	}
	return m->r->failed;
}

static int
span(MD_SPANTYPE type, struct markdown *m, bool open)
{
	if (type == MD_SPAN_EM || type == MD_SPAN_STRONG)
		gather_emphasis(&m->g, open);
	return m->r->failed;
}

static int
enter_span(MD_SPANTYPE type, void *detail, void *user)
{
	(void)detail;
	return span(type, user, true);
}

static int
leave_span(MD_SPANTYPE type, void *detail, void *user)
{
	(void)detail;
	return span(type, user, false);
}

/* "[^1]: …" begins a footnote, also in the middle of what md4c calls a paragraph. */
static struct str
footnote(struct markdown *m, struct str s)
{
	size_t end = str_find(str_slice(s, 0, FOOTNOTE_MARK_MAX), STR("]:"), 0);

	if (!m->line_start || m->rows_len + m->cells_len > 0 || !str_starts(s, STR("[^")) ||
	    end == SIZE_MAX || end < 3)
		return s;
	finish(m);
	begin(m, BLOCK_FOOTNOTE, 0, str_slice(s, 2, end));
	return str_slice(s, end + 2, s.len);
}

/* md4c points into the input, but for line ends and indentation, which are its own. */
static bool
in_input(const struct markdown *m, struct str s)
{
	uintptr_t from = (uintptr_t)m->r->text.at, at = (uintptr_t)s.at;

	return s.len > 0 && at >= from && at - from <= m->r->text.len - s.len;
}

/* A line of tags that begins a table: all of it, also what md4c takes for other blocks
 * behind a blank line. */
static bool
take_table(struct markdown *m, struct str s)
{
	struct str from = str_trim(s), rest;
	size_t     len;

	if (m->no_tables || (!str_starts(from, STR("<table")) && !str_starts(from, STR("<TABLE"))))
		return false;
	rest = (struct str){ from.at, (size_t)(m->r->text.at + m->r->text.len - from.at) };
	len = html_table_length(rest);
	m->no_tables = len == 0;
	if (len == 0)
		return false;
	finish(m);
	html_table_read(m->r, &m->g, &m->markup, str_slice(rest, 0, len));
	begin(m, BLOCK_PARAGRAPH, 0, STR_NONE);
	m->last = m->done = rest.at + len;
	return true;
}

/* What of `s` was not read with a table. */
static struct str
behind_table(const struct markdown *m, struct str s)
{
	if (m->done == NULL || s.at >= m->done)
		return s;
	return s.at + s.len <= m->done ? STR_NONE : str_slice(s, (size_t)(m->done - s.at), s.len);
}

static int
text(MD_TEXTTYPE type, const MD_CHAR *at, MD_SIZE size, void *user)
{
	struct markdown *m = user;
	struct str       s = { at, size };
	bool             literal = type != MD_TEXT_HTML && type != MD_TEXT_ENTITY;

	if (in_input(m, s) && (s = behind_table(m, s)).len == 0)
		return m->r->failed;
	if (type == MD_TEXT_BR)
		gather_break(&m->g);
	else if (!in_input(m, s))
		gather_blank(&m->g, m->last, 1, false);
	if (!in_input(m, s)) {
		m->line_start = true;
		return m->r->failed;
	}
	if (type == MD_TEXT_HTML && m->rows_len + m->cells_len == 0 && take_table(m, s))
		return m->r->failed;
	if (type == MD_TEXT_NORMAL)
		s = footnote(m, s);
	markup_read(&m->markup, s, literal ? MARKUP_LITERAL : 0);
	m->last = s.at + s.len;
	m->line_start = false;
	return m->r->failed;
}

void
markdown_read(struct reader *r)
{
	static const MD_PARSER parser = {
		.flags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS,
		.enter_block = enter_block,
		.leave_block = leave_block,
		.enter_span = enter_span,
		.leave_span = leave_span,
		.text = text,
	};
	struct markdown m = { .r = r, .last = r->text.at };

	gather_open(&m.g, r);
	begin(&m, BLOCK_PARAGRAPH, 0, STR_NONE);
	if (md_parse(r->text.at, (MD_SIZE)r->text.len, &parser, &m) != 0 && !r->failed)
		reader_refuse(r, NULL, STR("the Markdown could not be read"), STR("save it as text"));
}
