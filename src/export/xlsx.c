/* The only file that knows libxlsxwriter. A sheet holds binary floating point,
 * which is the file format's; figures go there as decimal text at the last moment
 * and nothing is computed from them here. */
#include "export/grid.h"
#include "export/overview.h"
#include "model/overview_words.h"
#include <stdlib.h>
#include <xlsxwriter.h>

enum {
	FIRST_AMOUNT = 2,               /* columns: number, title, amounts */
	HEADER_ROW = 2,
	FORMULA_MAX = 8192, GROUPS_MAX = 250,   /* what programs take in one formula */
};

struct sheet {
	struct arena    *arena;
	lxw_worksheet   *at;
	const struct overview *o;
	enum budget_unit unit;
	bool             danish, total; /* total: the last column is the row's total */
	lxw_format      *plain, *amount, *bold, *bold_amount, *right, *wrap;
	lxw_row_t        row;
	lxw_row_t       *group_row;
	lxw_error        error;
};

static void
keep(struct sheet *s, lxw_error e)
{
	if (s->error == LXW_NO_ERROR)
		s->error = e;
}

static void
put_text(struct sheet *s, lxw_row_t row, size_t column, struct str text, lxw_format *format)
{
	if (text.len > 0)
		keep(s, worksheet_write_string(s->at, row, (lxw_col_t)column,
		    str_dup(s->arena, text).at, format));
}

static struct str
exact(struct sheet *s, const struct overview_cell *c)
{
	struct number n = NUMBER_ZERO;

	if (!c->has || !budget_exact(c->kroner, s->unit, &n))
		return STR("0");
	return number_plain(s->arena, n);
}

/* "C4": columns are letters, rows count from 1. */
static struct str
cell_name(struct sheet *s, lxw_row_t row, size_t column)
{
	char name[LXW_MAX_CELL_NAME_LENGTH];

	lxw_rowcol_to_cell(name, row, (lxw_col_t)column);
	return str_dup(s->arena, str_from(name));
}

static void
put_sum(struct sheet *s, lxw_row_t row, size_t column, struct str of,
        const struct overview_cell *c, lxw_format *format)
{
	struct str formula = arena_printf(s->arena, "=SUM(" STR_FMT ")", STR_ARG(of));

	keep(s, formula.len > FORMULA_MAX ? LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED
	    : worksheet_write_formula_num(s->at, row, (lxw_col_t)column, formula.at, format,
	          strtod(exact(s, c).at, NULL)));
}

static struct str
span(struct sheet *s, lxw_row_t row, size_t column, lxw_row_t end_row, size_t end_column)
{
	struct str from = cell_name(s, row, column), to = cell_name(s, end_row, end_column);

	return arena_printf(s->arena, STR_FMT ":" STR_FMT, STR_ARG(from), STR_ARG(to));
}

/* What is not counted, or is nothing, is text: sums pass over it. */
static void
put_words(struct sheet *s, size_t column, const struct overview_cell *c, bool counted)
{
	struct buf b;

	buf_init(&b, 256);
	if (!counted && c->has)
		BUF_LIT(&b, "(");
	overview_amount(&b, c, s->unit, s->danish);
	if (!counted && c->has)
		BUF_LIT(&b, ")");
	put_text(s, s->row, column, buf_str(&b), s->right);
	buf_free(&b);
}

/* What the paper prints instead, as a comment on the cell. */
static void
put_badge(struct sheet *s, lxw_row_t row, size_t column, const struct overview_cell *c)
{
	const struct overview_printed *p = overview_differs_at(s->o, c);
	struct str                     badge;

	if (p == NULL)
		return;
	badge = arena_printf(s->arena, STR_FMT " (" STR_FMT ")",
	    STR_ARG(overview_badge(s->arena, p, s->danish)),
	    STR_ARG(overview_finding(s->arena, p)));
	keep(s, worksheet_write_comment(s->at, row, (lxw_col_t)column, badge.at));
}

static void
put_note(struct sheet *s, lxw_row_t row, size_t note)
{
	if (note > 0)
		put_text(s, row, FIRST_AMOUNT + s->o->columns, arena_printf(s->arena, "%zu", note), s->plain);
}

static void
put_line(struct sheet *s, const struct overview_line *l)
{
	size_t last = s->o->columns - 1;
	bool   counted = l->counts == BUDGET_COUNTED;

	put_text(s, s->row, 0, l->number, s->plain);
	put_text(s, s->row, 1, overview_line_title(s->arena, l, s->danish), s->plain);
	for (size_t i = 0; i <= last; i++) {
		size_t column = FIRST_AMOUNT + i;

		if (!counted || !l->at[i].has)
			put_words(s, column, &l->at[i], counted);
		else if (s->total && i == last)
			put_sum(s, s->row, column, span(s, s->row, FIRST_AMOUNT, s->row, column - 1),
			    &l->at[i], s->amount);
		else
			keep(s, worksheet_write_number(s->at, s->row, (lxw_col_t)column,
			    strtod(exact(s, &l->at[i]).at, NULL), s->amount));
		put_badge(s, s->row, column, &l->at[i]);
	}
	put_note(s, s->row, l->note);
	s->row++;
}

static void
put_group(struct sheet *s, size_t g)
{
	const struct overview_group *group = &s->o->group[g];
	lxw_row_t                    row = s->row++, end = row + (lxw_row_t)group->lines;
	bool                         danish = s->danish;

	s->group_row[g] = row;
	put_text(s, row, 1, named_title(&group->title, &danish), s->bold);
	put_note(s, row, group->note);
	for (size_t i = 0; i < s->o->columns; i++) {
		put_sum(s, row, FIRST_AMOUNT + i, span(s, row + 1, FIRST_AMOUNT + i, end, FIRST_AMOUNT + i),
		    &group->at[i], s->bold_amount);
		if (s->o->by != OVERVIEW_BY_YEAR)       /* there it is the total's */
			put_badge(s, row, FIRST_AMOUNT + i, &group->at[i]);
	}
	for (size_t i = 0; i < group->lines; i++)
		put_line(s, &s->o->line[group->first + i]);
}

static void
put_total(struct sheet *s)
{
	put_text(s, s->row, 1, s->danish ? STR("I alt") : STR("Total"), s->bold);
	for (size_t i = 0; i < s->o->columns; i++) {
		struct buf of;

		buf_init(&of, FORMULA_MAX * 2);
		for (size_t g = 0; g < s->o->groups; g++)
			buf_putf(&of, "%s" STR_FMT, g > 0 ? "," : "",
			    STR_ARG(cell_name(s, s->group_row[g], FIRST_AMOUNT + i)));
		put_sum(s, s->row, FIRST_AMOUNT + i, str_dup(s->arena, buf_str(&of)), &s->o->total[i],
		    s->bold_amount);
		buf_free(&of);
		put_badge(s, s->row, FIRST_AMOUNT + i, &s->o->total[i]);
	}
	put_note(s, s->row, s->o->total_note);
	s->row += 2;
}

static void
put_header(struct sheet *s)
{
	bool danish = s->danish;

	put_text(s, 0, 0, named_title(s->o->policy.id.len > 0 ? &s->o->policy : &s->o->document, &danish),
	    s->bold);
	put_text(s, 1, 0, overview_rule(s->arena, s->unit, s->danish), s->plain);
	put_text(s, HEADER_ROW, 0, s->danish ? STR("Nr.") : STR("No."), s->bold);
	put_text(s, HEADER_ROW, 1, s->danish ? STR("Budgetpost") : STR("Budget line"), s->bold);
	for (size_t i = 0; i < s->o->columns; i++)
		put_text(s, HEADER_ROW, FIRST_AMOUNT + i,
		    overview_column_title(s->arena, &s->o->column[i], s->danish), s->bold);
	put_text(s, HEADER_ROW, FIRST_AMOUNT + s->o->columns, s->danish ? STR("Note") : STR("Note"),
	    s->bold);
	worksheet_freeze_panes(s->at, HEADER_ROW + 1, FIRST_AMOUNT);
	keep(s, worksheet_set_column(s->at, 0, 0, 8, NULL));
	keep(s, worksheet_set_column(s->at, 1, 1, 52, NULL));
	keep(s, worksheet_set_column(s->at, FIRST_AMOUNT,
	    (lxw_col_t)(FIRST_AMOUNT + s->o->columns - 1), 14, NULL));
}

static void
put_notes(struct sheet *s)
{
	for (size_t i = 0; i < s->o->notes; i++, s->row++) {
		const struct overview_note *n = &s->o->note[i];

		put_text(s, s->row, 0, arena_printf(s->arena, "%zu", i + 1), s->plain);
		put_text(s, s->row, 1, !s->danish && n->en.len > 0 ? n->en : n->da, s->wrap);
	}
	for (size_t i = 0; i < s->o->unsplits; i++, s->row++) {
		const struct overview_unsplit *u = &s->o->unsplit[i];

		put_text(s, s->row, 0, s->o->line[u->line].number, s->plain);
		put_text(s, s->row, 1, overview_unsplit_words(s->arena, u, s->unit, s->danish), s->wrap);
	}
}

static lxw_format *
new_format(lxw_workbook *w, enum budget_unit u, bool bold, bool amount)
{
	lxw_format *f = workbook_add_format(w);

	if (bold)
		format_set_bold(f);
	if (amount)
		format_set_num_format(f, budget_unit_decimals(u) > 0 ? "#,##0.0" : "#,##0");
	return f;
}

/* Names of sheets have at most 31 letters and none of []:*?/\. */
static void
put_overview(struct arena *a, lxw_workbook *w, const struct overview *o, size_t number,
             enum budget_unit u, bool danish, lxw_error *error)
{
	struct sheet s = { .arena = a, .o = o, .unit = u, .danish = danish, .row = HEADER_ROW + 1 };
	struct str   name = arena_printf(a, "%zu", number);

	s.at = workbook_add_worksheet(w, name.at);
	if (s.at == NULL || o->groups > GROUPS_MAX) {
		*error = LXW_ERROR_PARAMETER_VALIDATION;
		return;
	}
	s.total = o->columns > 0 && o->column[o->columns - 1].measure == BUDGET_MEASURE_COUNT;
	s.plain = new_format(w, u, false, false);
	s.amount = new_format(w, u, false, true);
	s.bold = new_format(w, u, true, false);
	s.bold_amount = new_format(w, u, true, true);
	s.right = new_format(w, u, false, false);
	format_set_align(s.right, LXW_ALIGN_RIGHT);
	s.wrap = new_format(w, u, false, false);
	format_set_text_wrap(s.wrap);
	s.group_row = ARENA_ARRAY(a, lxw_row_t, o->groups + 1);
	put_header(&s);
	for (size_t g = 0; g < o->groups; g++)
		put_group(&s, g);
	put_total(&s);
	put_notes(&s);
	*error = s.error;
}

bool
export_overviews_xlsx(struct arena *a, const struct overviews *o, enum budget_unit u, bool danish,
                      int32_t made, struct str path, struct str *ret)
{
	lxw_doc_properties p = { .created = (time_t)made * 86400 };
	lxw_workbook      *w = workbook_new(str_dup(a, path).at);
	lxw_error          error = LXW_NO_ERROR, closed;

	if (w == NULL) {
		*ret = STR("out of memory");
		return false;
	}
	error = workbook_set_properties(w, &p);
	for (size_t i = 0; i < o->len && error == LXW_NO_ERROR; i++)
		put_overview(a, w, &o->at[i], i + 1, u, danish, &error);
	closed = workbook_close(w);
	if (error == LXW_NO_ERROR)
		error = closed;
	if (error == LXW_NO_ERROR)
		return true;
	*ret = error == LXW_ERROR_PARAMETER_VALIDATION || error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED
	    ? STR("the overview is too large for a sheet") : str_dup(a, str_from(lxw_strerror(error)));
	return false;
}

/* ---- grids ---- */

#define FIRST_DAY_OF_SHEETS (-25567)    /* 1900-01-01: what is earlier is text */
#define DECIMALS_MAX NUMBER_SCALE_MAX
#define CELL_MAX 32767

struct grid_sheet {
	struct arena  *arena;
	lxw_worksheet *at;
	lxw_format    *bold, *day[2], *number[2][DECIMALS_MAX + 1];    /* plain, strong */
	lxw_error      error;
	struct buf     cell;            /* scratch */
};

static lxw_error
put_day(struct grid_sheet *s, lxw_row_t row, lxw_col_t column, int32_t day, bool strong)
{
	struct date  d = date_of(day);
	lxw_datetime at = { .year = d.year, .month = d.month, .day = d.day };

	if (day < FIRST_DAY_OF_SHEETS)
		return worksheet_write_string(s->at, row, column, day_iso(s->arena, day).at, NULL);
	return worksheet_write_datetime(s->at, row, column, &at, s->day[strong]);
}

/* As much as a cell takes. */
static struct str
fitting(struct str text)
{
	size_t end = CELL_MAX;

	if (text.len <= CELL_MAX)
		return text;
	while (((unsigned char)text.at[end] & 0xC0) == 0x80)
		end--;
	return str_slice(text, 0, end);
}

/* What libxlsxwriter copies, with a NUL. */
static const char *
ended(struct grid_sheet *s, struct str text)
{
	s->cell.len = 0;
	buf_put(&s->cell, text);
	buf_char(&s->cell, '\0');
	return s->cell.at;
}

static double
as_double(struct grid_sheet *s, struct number n)
{
	s->cell.len = 0;
	number_write_plain(&s->cell, n);
	buf_char(&s->cell, '\0');
	return strtod(s->cell.at, NULL);
}

/* "=SUM(C2:C5,C7:C7)"; NONE: longer than programs take. */
static struct str
sum_of(struct grid_sheet *s, lxw_col_t column, const struct grid_cell *c)
{
	struct buf b;
	struct str ret = STR_NONE;

	buf_init(&b, FORMULA_MAX);
	BUF_LIT(&b, "=SUM(");
	for (size_t i = 0; i < c->spans; i++) {
		char from[LXW_MAX_CELL_NAME_LENGTH], to[LXW_MAX_CELL_NAME_LENGTH];

		lxw_rowcol_to_cell(from, (lxw_row_t)c->span[i].from + 1, column);
		lxw_rowcol_to_cell(to, (lxw_row_t)c->span[i].to, column);
		buf_putf(&b, "%s%s:%s", i > 0 ? "," : "", from, to);
	}
	BUF_LIT(&b, ")");
	if (buf_ok(&b) && c->spans > 0 && c->spans <= GROUPS_MAX)
		ret = str_dup(s->arena, buf_str(&b));
	buf_free(&b);
	return ret;
}

static lxw_error
put_figure(struct grid_sheet *s, lxw_row_t row, lxw_col_t column, const struct grid_cell *c)
{
	lxw_format *format = s->number[c->strong][c->number.scale];
	struct str  formula = c->type == GRID_SUM ? sum_of(s, column, c) : STR_NONE;

	if (formula.len > 0)
		return worksheet_write_formula_num(s->at, row, column, formula.at, format, as_double(s, c->number));
	return worksheet_write_number(s->at, row, column, as_double(s, c->number), format);
}

static lxw_error
put_cell(struct grid_sheet *s, lxw_row_t row, lxw_col_t column, const struct grid_cell *c)
{
	switch (c->type) {
	case GRID_EMPTY:
		break;
	case GRID_TEXT:
		return worksheet_write_string(s->at, row, column, ended(s, fitting(c->text)),
		    c->strong ? s->bold : NULL);
	case GRID_NUMBER:
	case GRID_SUM:
		return put_figure(s, row, column, c);
	case GRID_DAY:
		return put_day(s, row, column, c->day, c->strong);
	}
	return LXW_NO_ERROR;
}

static void
put_row(struct grid_sheet *s, const struct grid *g, size_t row)
{
	for (size_t i = 0; i < g->columns && s->error == LXW_NO_ERROR; i++)
		s->error = put_cell(s, (lxw_row_t)(row + 1), (lxw_col_t)i,
		    &g->cell[row * g->columns + i]);
}

static void
put_grid(struct grid_sheet *s, const struct grid *g)
{
	lxw_col_t last = (lxw_col_t)(g->columns - 1);
	size_t    rows = grid_rows(g);

	for (size_t i = 0; i < g->columns && s->error == LXW_NO_ERROR; i++) {
		s->error = worksheet_write_string(s->at, 0, (lxw_col_t)i,
		    str_dup(s->arena, g->column[i].title).at, s->bold);
		if (s->error == LXW_NO_ERROR)
			s->error = worksheet_set_column(s->at, (lxw_col_t)i, (lxw_col_t)i,
			    g->column[i].width, NULL);
	}
	for (size_t r = 0; r < rows && s->error == LXW_NO_ERROR; r++)
		put_row(s, g, r);
	worksheet_freeze_panes(s->at, 1, 0);
	if (s->error == LXW_NO_ERROR && rows > 0)
		s->error = worksheet_autofilter(s->at, 0, 0, (lxw_row_t)rows, last);
}

static lxw_format *
shaped(lxw_workbook *w, int strong, const char *shape)
{
	lxw_format *f = workbook_add_format(w);

	if (strong != 0)
		format_set_bold(f);
	format_set_num_format(f, shape);
	return f;
}

static void
open_grids(struct grid_sheet *s, lxw_workbook *w, int32_t made)
{
	lxw_doc_properties p = { .created = (time_t)made * 86400 };

	s->error = workbook_set_properties(w, &p);
	s->bold = workbook_add_format(w);
	format_set_bold(s->bold);
	for (int strong = 0; strong < 2; strong++) {
		s->day[strong] = shaped(w, strong, "dd.mm.yyyy");
		for (size_t i = 0; i <= DECIMALS_MAX; i++) {
			struct str shape = arena_printf(s->arena, "#,##0%s%.*s", i > 0 ? "." : "", (int)i,
			    "000000000");

			s->number[strong][i] = shaped(w, strong, shape.at);
		}
	}
}

/* The folder of a file: parts of it are made there, too. */
static char *
folder_of(struct arena *a, struct str path)
{
	while (path.len > 0 && path.at[path.len - 1] != '/')
		path.len--;
	return path.len == 0 ? NULL : (char *)(uintptr_t)str_dup(a, path).at;
}

bool
grid_xlsx(struct arena *a, const struct grid *at, size_t n, int32_t made, struct str path,
          struct str *ret)
{
	lxw_workbook_options how = { .tmpdir = folder_of(a, path) };
	lxw_workbook        *w = workbook_new_opt(str_dup(a, path).at, &how);
	struct grid_sheet    s = { .arena = a };
	lxw_error            closed;

	if (w == NULL) {
		*ret = STR("out of memory");
		return false;
	}
	buf_init(&s.cell, CELL_MAX + 1);
	open_grids(&s, w, made);
	for (size_t i = 0; i < n && s.error == LXW_NO_ERROR; i++) {
		s.at = workbook_add_worksheet(w, str_dup(a, at[i].name).at);
		if (s.at == NULL)
			s.error = LXW_ERROR_PARAMETER_VALIDATION;
		else
			put_grid(&s, &at[i]);
	}
	closed = workbook_close(w);
	if (s.error == LXW_NO_ERROR)
		s.error = closed;
	buf_free(&s.cell);
	if (s.error != LXW_NO_ERROR)
		*ret = str_dup(a, str_from(lxw_strerror(s.error)));
	return s.error == LXW_NO_ERROR;
}
