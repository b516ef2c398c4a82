#include "report/sheets.h"
#include "base/utf8.h"
#include "export/grid.h"
#include "port/zip.h"
#include "view/lang.h"

#define NAME_MAX_LETTERS 31
#define WIDTH_LEAST      9
#define WIDTH_MOST       60
#define BOOK_MAX         ((size_t)256 << 20)

/* ---- names ---- */

/* The first letters of `s`, as many as fit in `most`. */
static struct str
first_letters(struct str s, size_t most)
{
	size_t at = 0;

	for (size_t n = 0; n < most && at < s.len; n++)
		(void)utf8_next(s, &at);
	return str_trim(str_slice(s, 0, at));
}

static bool
is_taken(struct arena *a, struct str name, const struct str *taken, size_t n)
{
	struct str folded = utf8_fold(a, name);

	for (size_t i = 0; i < n; i++)
		if (str_eq(folded, utf8_fold(a, taken[i])))
			return true;
	return str_eq(folded, STR("history"));
}

struct str
sheet_name(struct arena *a, struct str caption, const struct str *taken, size_t n)
{
	static const struct str never = STR_INIT("[]:*?/\\'\n\r\t");
	char      *at = ARENA_ARRAY(a, char, caption.len + 1);
	struct str plain, name;

	for (size_t i = 0; i < caption.len; i++)
		at[i] = str_find(never, str_slice(caption, i, i + 1), 0) != SIZE_MAX ||
		    (unsigned char)caption.at[i] < ' ' ? ' ' : caption.at[i];
	plain = str_trim((struct str){ at, caption.len });
	plain = plain.len > 0 ? plain : STR("-");
	name = first_letters(plain, NAME_MAX_LETTERS);
	for (size_t k = 2; is_taken(a, name, taken, n); k++) {
		struct str end = arena_printf(a, " (%zu)", k);

		name = arena_printf(a, STR_FMT STR_FMT,
		    STR_ARG(first_letters(plain, NAME_MAX_LETTERS - end.len)), STR_ARG(end));
	}
	return name;
}

/* ---- cells ---- */

static struct str
words_of(struct arena *a, const struct runs *r)
{
	struct buf b;
	struct str ret;

	if (r->len == 1 && r->at[0].kind != RUN_NOTE)
		return r->at[0].text;
	buf_init(&b, SIZE_MAX);
	runs_plain(&b, r);
	ret = str_dup(a, buf_str(&b));
	buf_free(&b);
	return ret;
}

/* Rows of the table that a sum adds: from `first` up to its own, without the groups. */
static void
put_sum(struct grid *g, const struct tree_part *p, size_t row, const struct tree_cell *c)
{
	struct grid_span *span = ARENA_ARRAY(g->arena, struct grid_span, row + 1);
	size_t            n = 0;

	for (size_t r = c->first; r < row; r++) {
		if (p->row[r].group)
			continue;
		if (n > 0 && span[n - 1].to == r)
			span[n - 1].to++;
		else
			span[n++] = (struct grid_span){ r, r + 1 };
	}
	grid_sum(g, c->number, span, n);
}

static void
put_cell(struct grid *g, const struct tree_part *p, size_t row, const struct tree_cell *c)
{
	switch (c->kind) {
	case CELL_WORDS:
		grid_text(g, words_of(g->arena, &c->words));
		break;
	case CELL_NUMBER:
		grid_number(g, true, c->number);
		break;
	case CELL_DAY:
		grid_day(g, true, c->day);
		break;
	case CELL_SUM:
		put_sum(g, p, row, c);
		break;
	}
	if (p->row[row].group)
		grid_strong(g);
	for (uint8_t i = 1; i < c->columns; i++)
		grid_text(g, STR_NONE);
}

static void
put_rows(struct grid *g, const struct tree_part *p)
{
	for (size_t r = 0; r < p->rows; r++) {
		size_t end = (r + 1) * g->columns;

		for (size_t i = 0; i < p->row[r].len && g->len < end; i++)
			put_cell(g, p, r, &p->row[r].at[i]);
		while (g->len < end)
			grid_text(g, STR_NONE);
		g->len = end;           /* a span that reaches past the last column */
	}
}

/* As wide as its longest word or figure needs, roughly, and the title in two lines. */
static uint8_t
width_of(struct arena *a, const struct tree_part *p, size_t column)
{
	size_t most = utf8_length(p->column[column].title) + 1, look = p->rows < 200 ? p->rows : 200;

	for (size_t r = 0; r < look; r++) {
		const struct tree_row *row = &p->row[r];

		if (column < row->len && row->at[column].columns < 2) {
			size_t n = utf8_length(words_of(a, &row->at[column].words)) + 1;

			most = n > most ? n : most;
		}
	}
	return (uint8_t)(most < WIDTH_LEAST ? WIDTH_LEAST : most > WIDTH_MOST ? WIDTH_MOST : most);
}

static struct grid
sheet_of(struct arena *a, const struct tree_part *p, struct str name)
{
	struct grid_column *column = ARENA_ARRAY(a, struct grid_column, p->columns + 1);
	struct grid         g;

	for (size_t i = 0; i < p->columns; i++)
		column[i] = (struct grid_column){ .title = p->column[i].title, .width = width_of(a, p, i) };
	g = grid_new(a, name, column, p->columns);
	grid_reserve(&g, p->rows * p->columns + UINT8_MAX);     /* and a span that is too wide */
	put_rows(&g, p);
	return g;
}

/* ---- the workbook ---- */

/* The first sheet: what the others are. */
static struct grid
list_of(struct arena *a, const struct tree *t, const struct lang *l, const struct str *name)
{
	struct grid_column *column = ARENA_ARRAY(a, struct grid_column, 4);
	struct grid         g;
	size_t              n = 1;

	column[0] = (struct grid_column){ .title = say(l, "Sheet"), .width = 33 };
	column[1] = (struct grid_column){ .title = say(l, "Table"), .width = 7 };
	column[2] = (struct grid_column){ .title = t->title, .width = 60 };
	column[3] = (struct grid_column){ .title = say(l, "Source"), .width = 60 };
	g = grid_new(a, name[0], column, 4);
	for (size_t i = 0; i < t->len; i++) {
		const struct tree_part *p = &t->at[i];
		struct number           number;

		if (p->kind != TREE_TABLE)
			continue;
		grid_text(&g, name[n++]);
		grid_number(&g, number_from_plain(p->number, &number), number);
		grid_text(&g, words_of(a, &p->words));
		grid_text(&g, words_of(a, &p->source));
	}
	grid_text(&g, STR_NONE);
	grid_text(&g, STR_NONE);
	grid_text(&g, say(l, "As of"));
	grid_day(&g, true, t->as_of);
	return g;
}

static bool
write_book(struct arena *a, const struct grid *g, size_t n, int32_t made, struct str where, struct diags *d,
           struct str *ret)
{
	struct buf   b;
	struct zip  *z;
	struct parts to;
	bool         small, ok;

	buf_init(&b, BOOK_MAX);
	z = zip_open(&b, GZIP_FAST);
	to = zip_parts(z);
	small = grid_xlsx(a, g, n, made, &to);
	ok = zip_close(z) && small;
	if (ok)
		*ret = str_dup(a, buf_str(&b));
	buf_free(&b);
	return ok || diag_error(d, where, 0, STR("a table is too large for a workbook"),
	    STR("write the report without its largest table"));
}

bool
report_sheets(struct arena *a, const struct tree *t, struct str where, struct diags *d, struct str *ret)
{
	struct grid *g = ARENA_ARRAY(a, struct grid, t->len + 1);
	struct str  *name = ARENA_ARRAY(a, struct str, t->len + 1);
	struct lang  l;
	size_t       n = 1;

	if (!lang_find(t->lang, &l))
		return diag_error(d, where, 0, STR("there is no such language"), STR_NONE);
	name[0] = say(&l, "Tables");
	for (size_t i = 0; i < t->len; i++) {
		const struct tree_part *p = &t->at[i];

		if (p->kind != TREE_TABLE)
			continue;
		name[n] = sheet_name(a, words_of(a, &p->words), name, n);
		g[n] = sheet_of(a, p, name[n]);
		n++;
	}
	g[0] = list_of(a, t, &l, name);
	return write_book(a, g, n, t->made, where, d, ret);
}
