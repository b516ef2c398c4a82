/* document_check.h - what holds for every document that was read.
 *
 * Used by fuzz targets and by the test over real papers. Returns the name of
 * the rule that is broken, or NULL.
 */
#ifndef TEST_DOCUMENT_CHECK_H
#define TEST_DOCUMENT_CHECK_H

#include "base/utf8.h"
#include "document/document.h"
#include <string.h>

struct check {
	const struct document *doc;
	const char            *line_at;         /* where line `line` begins */
	uint32_t               line;
	const char            *broken;
};

static inline bool
check_is(struct check *c, bool holds, const char *rule)
{
	if (!holds && c->broken == NULL)
		c->broken = rule;
	return holds;
}

/* The byte at line:column, found by counting from the beginning of the input,
 * or NULL when there is no such place. Goes on from the line found last. */
static inline const char *
check_find(struct check *c, uint32_t line, uint32_t column)
{
	const char *end = c->doc->text.at + c->doc->text.len, *at;

	if (c->line_at == NULL || line < c->line) {
		c->line_at = c->doc->text.at;
		if (str_starts(c->doc->text, STR("\xEF\xBB\xBF")))
			c->line_at += 3;
		c->line = 1;
	}
	for (; c->line < line; c->line++) {
		const char *lf = memchr(c->line_at, '\n', (size_t)(end - c->line_at));
		if (lf == NULL)
			return NULL;
		c->line_at = lf + 1;
	}
	at = c->line_at;
	for (size_t i = 0; column > 1; column--) {
		struct str rest = { at, (size_t)(end - at) };
		if (rest.len == 0 || *at == '\n')
			return NULL;
		i = 0;
		(void)utf8_next(rest, &i);
		at += i;
	}
	return at;
}

static inline void
check_piece(struct check *c, const struct piece *p)
{
	const char *from = c->doc->text.at, *to = from + c->doc->text.len;
	uint32_t    line = 0, column = 0, last_line = 0, last_column = 0;
	size_t      step = p->text.len / 64 + 1;

	check_is(c, p->text.len > 0, "a piece has text");
	check_is(c, utf8_check(p->text) == SIZE_MAX, "text is UTF-8");
	check_is(c, str_trim(p->text).len == p->text.len, "text is trimmed");
	if (!check_is(c, p->raw.at >= from && p->raw.at + p->raw.len <= to, "raw lies in the input"))
		return;
	check_is(c, check_find(c, p->line, p->column) == p->raw.at, "raw is at its line and column");
	check_is(c, p->emphasis == (p->emphasis_len > 0), "emphasis has a length");
	check_is(c, p->emphasis_len <= p->text.len, "emphasis lies in the text");
	for (size_t at = 0; at <= p->text.len; at += step) {
		piece_place(p, at, &line, &column);
		check_is(c, line > last_line || (line == last_line && column >= last_column),
		    "places never go back");
		last_line = line;
		last_column = column;
	}
}

static inline void
check_row(struct check *c, const struct row *row)
{
	check_is(c, row->len > 0 && row->len <= TABLE_COLUMNS_MAX, "a row has cells");
	for (size_t i = 0; i < row->len; i++) {
		const struct cell *cell = &row->at[i];
		check_is(c, cell->line >= row->line, "a cell is in its row");
		check_is(c, check_find(c, cell->line, cell->column) != NULL, "a cell has a place");
		for (size_t p = 0; p < cell->len; p++)
			check_piece(c, &cell->at[p]);
	}
}

static inline const char *
check_document(const struct document *doc)
{
	struct check c = { .doc = doc };

	for (size_t i = 0; i < doc->len; i++) {
		const struct block *b = &doc->at[i];
		check_is(&c, b->line > 0 && b->column > 0, "a block has a place");
		if (b->kind != BLOCK_TABLE)
			check_piece(&c, &b->piece);
		for (size_t r = 0; r < b->table.len; r++)
			check_row(&c, &b->table.at[r]);
	}
	return c.broken;
}

#endif
