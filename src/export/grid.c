#include "export/grid.h"
#include "document/csv.h"

struct grid
grid_new(struct arena *a, struct str name, const struct grid_column *column, size_t columns)
{
	return (struct grid){ .arena = a, .name = name, .column = column, .columns = columns };
}

static void
add(struct grid *g, struct grid_cell c)
{
	ARENA_GROW(g->arena, g->cell, g->len, &g->cap);
	g->cell[g->len++] = c;
}

static bool
is_formula(struct str text)
{
	static const struct str begins = STR_INIT("=+-@\t\r\n");

	return text.len > 0 && str_find(begins, str_slice(text, 0, 1), 0) != SIZE_MAX;
}

struct str
grid_guarded(struct arena *a, struct str text)
{
	return is_formula(text) ? arena_printf(a, "'" STR_FMT, STR_ARG(text)) : text;
}

void
grid_text(struct grid *g, struct str text)
{
	text = grid_guarded(g->arena, text);
	add(g, (struct grid_cell){
		.type = text.len > 0 ? GRID_TEXT : GRID_EMPTY, .text = text,
	});
}

void
grid_number(struct grid *g, bool has, struct number n)
{
	add(g, (struct grid_cell){ .type = has ? GRID_NUMBER : GRID_EMPTY, .number = n });
}

void
grid_day(struct grid *g, bool has, int32_t day)
{
	add(g, (struct grid_cell){ .type = has ? GRID_DAY : GRID_EMPTY, .day = day });
}

void
grid_sum(struct grid *g, struct number n, const struct grid_span *span, size_t spans)
{
	add(g, (struct grid_cell){ .type = GRID_SUM, .number = n, .span = span, .spans = spans });
}

void
grid_strong(struct grid *g)
{
	g->cell[g->len - 1].strong = true;
}

/* ---- CSV ---- */

static struct str
with_comma(struct arena *a, struct str plain)
{
	size_t point = str_find(plain, STR("."), 0);

	if (point == SIZE_MAX)
		return plain;
	return arena_printf(a, STR_FMT "," STR_FMT, STR_ARG(str_slice(plain, 0, point)),
	    STR_ARG(str_slice(plain, point + 1, plain.len)));
}

static struct str
cell_text(struct arena *a, const struct grid_cell *c, enum grid_profile profile)
{
	switch (c->type) {
	case GRID_EMPTY:
		break;
	case GRID_TEXT:
		return c->text;
	case GRID_NUMBER:
	case GRID_SUM:
		return profile == GRID_EXCEL_DA ? with_comma(a, number_plain(a, c->number))
		                                : number_plain(a, c->number);
	case GRID_DAY:
		return day_iso(a, c->day);
	}
	return STR_NONE;
}

size_t
grid_rows(const struct grid *g)
{
	return g->columns == 0 ? 0 : g->len / g->columns;
}

void
grid_csv(struct buf *b, const struct grid *g, enum grid_profile profile)
{
	struct arena a = { 0 };
	bool         excel = profile == GRID_EXCEL_DA;
	char         separator = excel ? ';' : ',';

	if (excel)
		BUF_LIT(b, "\xEF\xBB\xBF");
	for (size_t i = 0; i < g->columns; i++)
		csv_write_cell(b, excel ? g->column[i].title : g->column[i].code, separator,
		    i + 1 == g->columns);
	for (size_t r = 0, n = grid_rows(g); r < n; r++)
		for (size_t i = 0; i < g->columns; i++)
			csv_write_cell(b, cell_text(&a, &g->cell[r * g->columns + i], profile),
			    separator, i + 1 == g->columns);
	arena_free(&a);
}
