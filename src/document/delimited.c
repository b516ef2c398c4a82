/* delimited.c - a CSV or TSV file as a document of one table. */
#include "document/csv.h"
#include "document/markup.h"
#include <string.h>

struct delimited {
	struct reader *r;
	struct gather  g;
	struct markup  markup;
	struct row    *rows;
	size_t         len, cap;
	struct cell   *cells;           /* of the row under way */
	size_t         cells_len, cells_cap;
};

static void
put_cell(struct delimited *t, struct str field, bool quoted)
{
	struct cell *c;

	if (t->cells_len >= TABLE_COLUMNS_MAX)
		reader_refuse(t->r, field.at, STR("a table row of more than 400 cells"),
		    STR("check that the file is text"));
	if (!reader_count_parts(t->r, 1))
		return;
	ARENA_GROW(t->r->a, t->cells, t->cells_len, &t->cells_cap);
	c = &t->cells[t->cells_len++];
	reader_place(t->r, field.at, &c->line, &c->column);
	markup_open(&t->markup, &t->g);
	markup_read(&t->markup, field, MARKUP_LINES | (quoted ? MARKUP_DOUBLED : 0));
	c->at = gather_take(&t->g, &c->len);
}

/* Empty lines are none. */
static void
put_row(struct delimited *t)
{
	struct row row;

	if (t->cells_len == 1 && t->cells[0].len == 0)
		t->cells_len = 0;
	if (!reader_row(t->r, t->cells, t->cells_len, &row))
		return;
	ARENA_GROW(t->r->a, t->rows, t->len, &t->cap);
	t->rows[t->len++] = row;
	t->cells_len = 0;
}

static void
read_rows(struct delimited *t, char separator)
{
	struct csv csv = csv_open(t->r->text, separator);
	struct str field = STR_NONE;
	bool       quoted = false;

	while (!t->r->failed) {
		switch (csv_next(&csv, &field, &quoted)) {
		case CSV_FIELD:
			put_cell(t, field, quoted);
			break;
		case CSV_LAST_FIELD:
			put_cell(t, field, quoted);
			put_row(t);
			break;
		case CSV_END:
			return;
		case CSV_BAD_QUOTE:
			reader_refuse(t->r, csv.rest.at,
			    STR("a quotation mark that is not closed, or not doubled inside a field"),
			    STR("write \"a \"\"b\"\" c\" for a \"b\" c"));
			return;
		}
	}
}

void
delimited_read(struct reader *r, char separator)
{
	struct delimited t = { .r = r };
	struct block    *b;

	gather_open(&t.g, r);
	read_rows(&t, separator != 0 ? separator : csv_separator(r->text));
	if (r->failed || t.len == 0)
		return;
	b = reader_block(r, BLOCK_TABLE);
	if (b == NULL)
		return;
	b->table = (struct table){ t.rows, t.len, false };
	b->line = t.rows[0].line;
	b->column = 1;
}
