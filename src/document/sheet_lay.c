#include "document/document.h"
#include "document/sheet.h"

/* Cells [from, to) that are rows without an empty one between. */
struct group {
	const struct sheet_cell *at;
	size_t                   len;
	uint32_t                 left, right;   /* columns */
};

static size_t
row_end(const struct sheet_cell *at, size_t from, size_t len)
{
	size_t to = from + 1;

	while (to < len && at[to].row == at[from].row)
		to++;
	return to;
}

static bool
is_alone(const struct group *g, size_t from, size_t to)
{
	return to - from == 1 && g->at[from].column == g->left;
}

static void
put_paragraph(struct laid *l, const struct sheet_cell *c)
{
	laid_line(l, STR("<p>"), c->text);
}

static void
put_row(struct laid *l, const struct group *g, size_t from, size_t to, bool first)
{
	struct buf row;
	size_t     at = from;

	if (g->right - g->left >= TABLE_COLUMNS_MAX) {
		laid_refuse(l, STR("a table row of more than 400 cells"),
		    STR("load figures with `pejl import FILE.csv`, not as a document"));
		return;
	}
	buf_init(&row, DOCUMENT_BYTES_MAX);
	for (uint32_t c = g->left; c <= g->right; c++) {
		BUF_LIT(&row, "<td>");
		if (at < to && g->at[at].column == c)
			buf_put(&row, g->at[at++].text);
	}
	if (!buf_ok(&row))
		laid_refuse(l, STR("a row of a table of more than 32 MiB"), STR("split the document"));
	laid_line(l, first ? STR("<table><tr>") : STR("<tr>"), buf_str(&row));
	buf_free(&row);
}

/* Paragraphs above, the table, paragraphs below. */
static void
put_group(struct laid *l, const struct group *g)
{
	size_t top = 0, bottom = g->len, to;

	while (top < g->len && is_alone(g, top, row_end(g->at, top, g->len)))
		put_paragraph(l, &g->at[top++]);
	while (bottom > top && g->at[bottom - 1].column == g->left &&
	    (bottom == 1 || g->at[bottom - 2].row != g->at[bottom - 1].row))
		bottom--;
	for (size_t i = top; i < bottom && !l->failed; i = to) {
		to = row_end(g->at, i, bottom);
		put_row(l, g, i, to, i == top);
	}
	for (size_t i = bottom; i < g->len; i++)
		put_paragraph(l, &g->at[i]);
}

void
sheet_lay(struct laid *l, const struct sheet *s)
{
	for (size_t from = 0, to; from < s->len && !l->failed; from = to) {
		struct group g = { &s->at[from], 0, s->at[from].column, s->at[from].column };

		for (to = from; to < s->len && (to == from || s->at[to].row - s->at[to - 1].row <= 1); to++) {
			g.left = s->at[to].column < g.left ? s->at[to].column : g.left;
			g.right = s->at[to].column > g.right ? s->at[to].column : g.right;
		}
		g.len = to - from;
		put_group(l, &g);
	}
}
