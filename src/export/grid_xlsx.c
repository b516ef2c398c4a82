#include "export/book.h"
#include "export/grid.h"

/* "SUM(C2:C5,C7:C7)"; NONE: more terms than programs take. */
static struct str
sum_of(struct arena *a, size_t column, const struct grid_cell *c)
{
	struct buf b;
	struct str ret = STR_NONE;

	if (c->spans == 0 || c->spans > BOOK_TERMS_MAX)
		return STR_NONE;
	buf_init(&b, BOOK_FORMULA_MAX);
	BUF_LIT(&b, "SUM(");
	for (size_t i = 0; i < c->spans; i++) {
		if (i > 0)
			BUF_LIT(&b, ",");
		book_name(&b, c->span[i].from + 1, column);     /* below the head */
		BUF_LIT(&b, ":");
		book_name(&b, c->span[i].to, column);
	}
	BUF_LIT(&b, ")");
	if (buf_ok(&b))
		ret = str_dup(a, buf_str(&b));
	buf_free(&b);
	return ret;
}

static void
put_sum(struct book *b, size_t column, const struct grid_cell *c)
{
	struct str formula = sum_of(b->a, column, c);
	unsigned   style = BOOK_NUMBER(c->strong, c->number.scale);

	if (formula.len > 0)
		book_formula(b, column, style, formula, c->number);
	else
		book_number(b, column, style, c->number);
}

static void
put_cell(struct book *b, size_t column, const struct grid_cell *c)
{
	switch (c->type) {
	case GRID_EMPTY:
		break;
	case GRID_TEXT:
		book_text(b, column, c->strong ? BOOK_BOLD : BOOK_PLAIN, c->text);
		break;
	case GRID_NUMBER:
		book_number(b, column, BOOK_NUMBER(c->strong, c->number.scale), c->number);
		break;
	case GRID_SUM:
		put_sum(b, column, c);
		break;
	case GRID_DAY:
		book_day(b, column, BOOK_DAY(c->strong), c->day);
		break;
	}
}

static void
put_grid(struct book *b, const struct grid *g)
{
	uint8_t *width = ARENA_ARRAY(b->a, uint8_t, g->columns + 1);
	size_t   rows = grid_rows(g);

	for (size_t i = 0; i < g->columns; i++)
		width[i] = g->column[i].width;
	book_sheet(b, &(struct book_sheet){ .name = g->name, .width = width, .columns = g->columns, .top = 1,
	    .filter = rows > 0 ? rows + 1 : 0 });
	book_row(b, 0);
	for (size_t i = 0; i < g->columns; i++)
		book_text(b, i, BOOK_BOLD, g->column[i].title);
	for (size_t r = 0; r < rows; r++) {
		book_row(b, r + 1);
		for (size_t i = 0; i < g->columns; i++)
			put_cell(b, i, &g->cell[r * g->columns + i]);
	}
}

bool
grid_xlsx(struct arena *a, const struct grid *at, size_t n, int32_t made, const struct parts *to)
{
	struct book b;

	book_open(&b, a, to, made);
	for (size_t i = 0; i < n; i++)
		put_grid(&b, &at[i]);
	return book_close(&b);
}
