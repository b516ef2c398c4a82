#include "audit/locate.h"

/* The first block that begins after `line`. */
static size_t
block_after(const struct document *doc, uint32_t line)
{
	size_t low = 0, high = doc->len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (doc->at[middle].line <= line)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static size_t
row_after(const struct table *t, uint32_t line)
{
	size_t low = 0, high = t->len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (t->at[middle].line <= line)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool
in_piece(const struct piece *p, struct str words, uint32_t *line, uint32_t *column)
{
	uintptr_t from = (uintptr_t)p->text.at, at = (uintptr_t)words.at;

	if (at < from || at + words.len > from + p->text.len)
		return false;
	piece_place(p, (size_t)(at - from), line, column);
	return true;
}

static bool
in_row(const struct row *row, struct str words, uint32_t *line, uint32_t *column)
{
	for (size_t c = 0; c < row->len; c++)
		for (size_t i = 0; i < row->at[c].len; i++)
			if (in_piece(&row->at[c].at[i], words, line, column))
				return true;
	return false;
}

void
locate(const struct document *doc, const struct field *f, struct str words, uint32_t *line,
    uint32_t *column)
{
	size_t end = block_after(doc, f->line);

	*line = f->line;
	*column = f->column;
	/* One line of text may hold several blocks. */
	for (size_t i = end; i > 0; i--) {
		const struct block *b = &doc->at[i - 1];

		if (b->kind != BLOCK_TABLE && in_piece(&b->piece, words, line, column))
			return;
		if (b->kind == BLOCK_TABLE && row_after(&b->table, f->line) > 0 &&
		    in_row(&b->table.at[row_after(&b->table, f->line) - 1], words, line, column))
			return;
		if (b->line < f->line)
			return;
	}
}
