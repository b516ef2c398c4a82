/* text.c - text extracted from PDF: lines, tabs, and markup inside cells. */
#include "base/utf8.h"
#include "document/html_table.h"
#include "document/layout.h"
#include "document/markup.h"
#include "document/piece.h"

#define HEADING_GOES_ON_MIN 40          /* letters; shorter ones are headings all the same */

/* Lines that say one thing: a paragraph, an item, a heading, a footnote. */
struct unit {
	struct str      raw;
	enum block_kind kind;
	bool            alone;          /* blank lines around it */
};

struct text {
	struct reader *r;
	struct gather  g;
	struct markup  markup;
	struct str     rest;
	struct line   *group;           /* lines without a blank one between, all or none tabbed */
	size_t         len, cap;
	bool           tabbed;
	struct unit    pending;         /* may go on after a page break */
	bool           has_pending;
	bool           no_tables;       /* a table tag was seen that nothing ends */
};

static struct str
join(struct str from, struct str to)
{
	return (struct str){ from.at, (size_t)(to.at - from.at) + to.len };
}

/* ---- units ---- */

static void
flush_pending(struct text *t)
{
	struct piece *p;
	size_t        n;
	uint32_t      line, column;

	if (!t->has_pending)
		return;
	t->has_pending = false;
	reader_place(t->r, t->pending.raw.at, &line, &column);
	markup_open(&t->markup, &t->g);
	markup_read(&t->markup, t->pending.raw, t->pending.kind == BLOCK_ITEM ? MARKUP_ITEM : 0);
	p = gather_take(&t->g, &n);
	for (size_t i = 0; i < n; i++) {
		struct block *b = reader_block(t->r, BLOCK_PARAGRAPH);
		if (b == NULL)
			return;
		b->piece = p[i];
		b->kind = i == 0 ? t->pending.kind : BLOCK_PARAGRAPH;
		if (p[i].item)
			b->kind = BLOCK_ITEM;
		b->line = i == 0 ? line : p[i].line;
		b->column = i == 0 ? column : p[i].column;
		if (i == 0 || p[i].item)
			block_take_mark(t->r->a, b);
		b->piece.item = b->kind == BLOCK_ITEM;
		if (b->kind == BLOCK_ITEM)
			b->level = 1;
	}
}

/* A page break leaves a blank line in the middle of a sentence. A long line
 * that seemed a heading was none when the next one goes on in small letters. */
static bool
goes_on(struct text *t, const struct unit *next)
{
	struct unit *u = &t->pending;

	if (!t->has_pending || next->kind != BLOCK_PARAGRAPH || !letter_is_lower(next->raw) ||
	    layout_ends_sentence(u->raw))
		return false;
	if (u->kind != BLOCK_HEADING)
		return true;
	if (layout_mark(u->raw).kind != MARK_NONE || utf8_length(u->raw) < HEADING_GOES_ON_MIN)
		return false;
	u->kind = BLOCK_PARAGRAPH;
	return true;
}

static void
put_unit(struct text *t, struct unit u, bool first)
{
	if (first && goes_on(t, &u)) {
		t->pending.raw = join(t->pending.raw, u.raw);
		return;
	}
	flush_pending(t);
	t->pending = u;
	t->has_pending = true;
}

/* `listed`: other numbered lines stand beside it, so that it is one of a list. */
static enum block_kind
unit_kind(struct str raw, const struct line *only, bool alone, bool listed)
{
	struct mark m = layout_mark(raw);
	bool        heading = only != NULL && layout_is_heading(raw, only->letters);

	switch (m.kind) {
	case MARK_NONE:
		return heading && alone && mark_read(raw).kind == MARK_NONE ? BLOCK_HEADING : BLOCK_PARAGRAPH;
	case MARK_BULLET:
		return BLOCK_ITEM;
	case MARK_FOOTNOTE:
		return BLOCK_FOOTNOTE;
	case MARK_NUMBER:
		break;
	}
	if (m.close == ')' || listed || !heading)
		return BLOCK_ITEM;
	return alone || m.depth > 1 ? BLOCK_HEADING : BLOCK_ITEM;
}

static size_t
numbered(const struct text *t)
{
	size_t n = 0;

	for (size_t i = 0; i < t->len; i++)
		n += layout_mark(t->group[i].text).kind == MARK_NUMBER;
	return n;
}

static void
put_units(struct text *t)
{
	bool   listed = numbered(t) > 1;
	size_t width = 0, to;

	for (size_t i = 0; i < t->len; i++)
		if (t->group[i].letters > width)
			width = t->group[i].letters;
	for (size_t i = 0; i < t->len && !t->r->failed; i = to) {
		const struct line *l = &t->group[i];
		struct unit        u;

		for (to = i + 1; to < t->len && layout_wraps(&t->group[to - 1], &t->group[to], width); to++)
			;
		u.raw = join(l->text, t->group[to - 1].text);
		u.alone = to == t->len && (i == 0 || layout_ends_sentence(t->group[i - 1].text));
		u.kind = unit_kind(u.raw, to == i + 1 ? l : NULL, u.alone, listed);
		put_unit(t, u, i == 0);
	}
}

/* ---- tables ---- */

static bool
put_cell(struct text *t, struct str raw, struct cell *ret)
{
	reader_place(t->r, raw.at, &ret->line, &ret->column);
	markup_open(&t->markup, &t->g);
	markup_read(&t->markup, raw, 0);
	ret->at = gather_take(&t->g, &ret->len);
	return reader_count_parts(t->r, 1);
}

static size_t
tabs(struct str line)
{
	size_t n = 0;

	for (size_t i = 0; i < line.len; i++)
		n += line.at[i] == '\t';
	return n;
}

static void
put_row(struct text *t, struct str line, struct row *ret)
{
	size_t      len = tabs(line) + 1, at = 0;
	const char *end = line.at + line.len;
	uint32_t    column;

	reader_place(t->r, line.at, &ret->line, &column);
	if (len > TABLE_COLUMNS_MAX)
		reader_refuse(t->r, line.at, STR("a table row of more than 400 cells"),
		    STR("check that the file is text"));
	if (t->r->failed || !reader_count_rows(t->r, 1))
		return;
	ret->at = ARENA_ARRAY(t->r->a, struct cell, len);
	for (ret->len = len; at < len; at++) {
		struct str cell = str_cut(&line, '\t');
		if (cell.at == NULL)
			cell = (struct str){ end, 0 };
		if (!put_cell(t, cell, &ret->at[at]))
			return;
	}
}

static void
put_table(struct text *t)
{
	struct table  table = { 0 };
	struct block *b;

	table.at = ARENA_ARRAY(t->r->a, struct row, t->len);
	for (size_t i = 0; i < t->len && !t->r->failed; i++) {
		if (layout_is_rule(t->group[i].cells, i == 1))
			table.ruled |= table.len == 1;
		else
			put_row(t, t->group[i].cells, &table.at[table.len++]);
	}
	if (table.len == 0)
		return;
	b = reader_block(t->r, BLOCK_TABLE);
	if (b == NULL)
		return;
	b->table = table;
	b->line = table.at[0].line;
	b->column = 1;
}

/* Tabs that only set text apart: after a list's mark, or before an indented line. */
static bool
is_indented(struct str line)
{
	struct mark m = mark_read(str_trim(line));

	if (tabs(line) != 1)
		return false;
	if (line.at[0] == '\t')
		return true;
	return m.kind != MARK_NONE && (m.kind != MARK_NUMBER || m.close == ')') &&
	    line.at[m.text.len] == '\t';
}

static bool
is_table(const struct text *t)
{
	if (!t->tabbed)
		return false;
	for (size_t i = 0; i < t->len; i++)
		if (!is_indented(t->group[i].cells))
			return true;
	return false;
}

static void
flush(struct text *t)
{
	if (t->len == 0)
		return;
	if (is_table(t)) {
		flush_pending(t);
		put_table(t);
	} else {
		put_units(t);
	}
	t->len = 0;
}

/* ---- lines ---- */

static struct line
next_line(struct text *t)
{
	struct str  cells = str_cut(&t->rest, '\n');
	struct line l;

	while (cells.len > 0 && (cells.at[cells.len - 1] == '\r' || cells.at[cells.len - 1] == ' '))
		cells.len--;
	while (cells.len > 0 && (cells.at[0] == ' ' || cells.at[0] == '\f'))
		cells = str_slice(cells, 1, cells.len);
	l.cells = cells;
	l.text = str_trim(cells);
	l.letters = utf8_length(l.text);
	return l;
}

/* Is `l` a wrapped line of prose that happens to hold a tab? */
static bool
is_prose(const struct text *t, const struct line *l)
{
	const struct line *last = t->len > 0 ? &t->group[t->len - 1] : NULL;

	return last != NULL && !t->tabbed && tabs(l->text) == 1 && last->letters >= 50 &&
	    l->letters >= 50 && letter_is_lower(l->text) && !layout_ends_sentence(last->text);
}

static void
put_line(struct text *t, struct line l)
{
	bool tabbed = tabs(l.cells) > 0 && !is_prose(t, &l);

	if (tabbed != t->tabbed)
		flush(t);
	if (!tabbed && layout_is_rule(l.text, false))
		return;
	t->tabbed = tabbed;
	if (t->len >= DOCUMENT_BLOCKS_MAX) {
		reader_refuse(t->r, l.text.at, STR("more than 200000 lines without a blank one"),
		    STR("check that the file is text"));
		return;
	}
	ARENA_GROW(t->r->a, t->group, t->len, &t->cap);
	t->group[t->len++] = l;
}

/* A line that begins a table of tags: all of it up to its end tag. */
static bool
take_html_table(struct text *t, struct str line)
{
	struct str from = { line.at, (size_t)(t->r->text.at + t->r->text.len - line.at) };
	size_t     len = 0;

	if (line.len < 6 || t->no_tables || (line.at[0] != '<') || (line.at[1] | 0x20) != 't')
		return false;
	if (str_starts(line, STR("<table")) || str_starts(line, STR("<TABLE"))) {
		len = html_table_length(from);
		t->no_tables = len == 0;
	}
	if (len == 0)
		return false;
	flush(t);
	flush_pending(t);
	html_table_read(t->r, &t->g, &t->markup, str_slice(from, 0, len));
	t->rest = str_slice(from, len, from.len);
	return true;
}

void
text_read(struct reader *r)
{
	struct text t = { .r = r, .rest = r->text };

	gather_open(&t.g, r);
	while (t.rest.len > 0 && !r->failed) {
		bool        page = t.rest.at[0] == '\f';
		struct line l = next_line(&t);

		if (page || l.text.len == 0)
			flush(&t);
		if (l.text.len > 0 && !take_html_table(&t, l.text))
			put_line(&t, l);
	}
	flush(&t);
	flush_pending(&t);
}
