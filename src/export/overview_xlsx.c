#include "export/book.h"
#include "export/overview.h"
#include "model/overview_words.h"

enum {
	FIRST_AMOUNT = 2,               /* columns: number, title, amounts */
	HEADER_ROW = 2,
	NUMBER_WIDTH = 8, TITLE_WIDTH = 52, AMOUNT_WIDTH = 14,
};

struct sheet {
	struct book     *book;
	struct arena    *arena;
	const struct overview *o;
	enum budget_unit unit;
	bool             danish, total; /* total: the last column is the row's total */
	uint8_t          decimals;
	size_t           row;
	size_t          *group_row;
};

static struct number
exact(const struct sheet *s, const struct overview_cell *c)
{
	struct number n;

	return c->has && budget_exact(c->kroner, s->unit, &n) ? n : NUMBER_ZERO;
}

static void
put_text(struct sheet *s, size_t column, unsigned style, struct str text)
{
	book_text(s->book, column, style, text);
}

/* ---- sums ---- */

/* What a formula adds: cells of a row, of a column, or here and there. */
static void
put_span(struct buf *b, size_t row, size_t column, size_t end_row, size_t end_column)
{
	book_name(b, row, column);
	BUF_LIT(b, ":");
	book_name(b, end_row, end_column);
}

static void
open_sum(struct buf *b)
{
	buf_init(b, SIZE_MAX);
	BUF_LIT(b, "SUM(");
}

/* Closes it: longer than programs take is told when the book is closed. */
static void
put_sum(struct sheet *s, size_t column, struct buf *b, const struct overview_cell *c, bool bold)
{
	BUF_LIT(b, ")");
	book_formula(s->book, column, BOOK_NUMBER(bold, s->decimals), buf_str(b), exact(s, c));
	buf_free(b);
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
	put_text(s, column, BOOK_RIGHT, buf_str(&b));
	buf_free(&b);
}

/* What the paper prints instead, as a comment on the cell. */
static void
put_badge(struct sheet *s, size_t column, const struct overview_cell *c)
{
	const struct overview_printed *p = overview_differs_at(s->o, c);

	if (p != NULL)
		book_comment(s->book, column, arena_printf(s->arena, STR_FMT " (" STR_FMT ")",
		    STR_ARG(overview_badge(s->arena, p, s->danish)), STR_ARG(overview_finding(s->arena, p))));
}

static void
put_note(struct sheet *s, size_t note)
{
	if (note > 0)
		put_text(s, FIRST_AMOUNT + s->o->columns, BOOK_PLAIN, arena_printf(s->arena, "%zu", note));
}

/* ---- rows ---- */

static void
begin_row(struct sheet *s)
{
	book_row(s->book, s->row++);
}

static void
put_amount(struct sheet *s, const struct overview_line *l, size_t i)
{
	size_t     column = FIRST_AMOUNT + i, row = s->row - 1;
	struct buf of;

	if (l->counts != BUDGET_COUNTED || !l->at[i].has) {
		put_words(s, column, &l->at[i], l->counts == BUDGET_COUNTED);
	} else if (s->total && i + 1 == s->o->columns) {
		open_sum(&of);
		put_span(&of, row, FIRST_AMOUNT, row, column - 1);
		put_sum(s, column, &of, &l->at[i], false);
	} else {
		book_number(s->book, column, BOOK_NUMBER(false, s->decimals), exact(s, &l->at[i]));
	}
	put_badge(s, column, &l->at[i]);
}

static void
put_line(struct sheet *s, const struct overview_line *l)
{
	begin_row(s);
	put_text(s, 0, BOOK_PLAIN, l->number);
	put_text(s, 1, BOOK_PLAIN, overview_line_title(s->arena, l, s->danish));
	for (size_t i = 0; i < s->o->columns; i++)
		put_amount(s, l, i);
	put_note(s, l->note);
}

static void
put_group(struct sheet *s, size_t g)
{
	const struct overview_group *group = &s->o->group[g];
	size_t                       row = s->row;
	bool                         danish = s->danish;
	struct buf                   of;

	begin_row(s);
	s->group_row[g] = row;
	put_text(s, 1, BOOK_BOLD, named_title(&group->title, &danish));
	for (size_t i = 0; i < s->o->columns; i++) {
		open_sum(&of);
		put_span(&of, row + 1, FIRST_AMOUNT + i, row + group->lines, FIRST_AMOUNT + i);
		put_sum(s, FIRST_AMOUNT + i, &of, &group->at[i], true);
		if (s->o->by != OVERVIEW_BY_YEAR)       /* there it is the total's */
			put_badge(s, FIRST_AMOUNT + i, &group->at[i]);
	}
	put_note(s, group->note);
	for (size_t i = 0; i < group->lines; i++)
		put_line(s, &s->o->line[group->first + i]);
}

static void
put_total(struct sheet *s)
{
	struct buf of;

	begin_row(s);
	put_text(s, 1, BOOK_BOLD, s->danish ? STR("I alt") : STR("Total"));
	for (size_t i = 0; i < s->o->columns; i++) {
		open_sum(&of);
		for (size_t g = 0; g < s->o->groups; g++) {
			if (g > 0)
				BUF_LIT(&of, ",");
			book_name(&of, s->group_row[g], FIRST_AMOUNT + i);
		}
		put_sum(s, FIRST_AMOUNT + i, &of, &s->o->total[i], true);
		put_badge(s, FIRST_AMOUNT + i, &s->o->total[i]);
	}
	put_note(s, s->o->total_note);
	s->row++;
}

static void
put_header(struct sheet *s)
{
	const struct overview *o = s->o;
	bool                   danish = s->danish;

	begin_row(s);
	put_text(s, 0, BOOK_BOLD, named_title(o->policy.id.len > 0 ? &o->policy : &o->document, &danish));
	begin_row(s);
	put_text(s, 0, BOOK_PLAIN, overview_rule(s->arena, s->unit, s->danish));
	begin_row(s);
	put_text(s, 0, BOOK_BOLD, s->danish ? STR("Nr.") : STR("No."));
	put_text(s, 1, BOOK_BOLD, s->danish ? STR("Budgetpost") : STR("Budget line"));
	for (size_t i = 0; i < o->columns; i++)
		put_text(s, FIRST_AMOUNT + i, BOOK_BOLD, overview_column_title(s->arena, &o->column[i], s->danish));
	put_text(s, FIRST_AMOUNT + o->columns, BOOK_BOLD, STR("Note"));
}

static void
put_notes(struct sheet *s)
{
	for (size_t i = 0; i < s->o->notes; i++) {
		const struct overview_note *n = &s->o->note[i];

		begin_row(s);
		put_text(s, 0, BOOK_PLAIN, arena_printf(s->arena, "%zu", i + 1));
		put_text(s, 1, BOOK_WRAP, !s->danish && n->en.len > 0 ? n->en : n->da);
	}
	for (size_t i = 0; i < s->o->unsplits; i++) {
		const struct overview_unsplit *u = &s->o->unsplit[i];

		begin_row(s);
		put_text(s, 0, BOOK_PLAIN, s->o->line[u->line].number);
		put_text(s, 1, BOOK_WRAP, overview_unsplit_words(s->arena, u, s->unit, s->danish));
	}
}

/* ---- sheets, by number ---- */

static void
put_overview(struct sheet *s, size_t number)
{
	size_t   columns = FIRST_AMOUNT + s->o->columns;
	uint8_t *width = ARENA_ARRAY(s->arena, uint8_t, columns);

	for (size_t i = 0; i < columns; i++)
		width[i] = i == 0 ? NUMBER_WIDTH : i == 1 ? TITLE_WIDTH : AMOUNT_WIDTH;
	s->total = s->o->columns > 0 && s->o->column[s->o->columns - 1].measure == BUDGET_MEASURE_COUNT;
	s->group_row = ARENA_ARRAY(s->arena, size_t, s->o->groups + 1);
	book_sheet(s->book, &(struct book_sheet){ .name = arena_printf(s->arena, "%zu", number), .width = width,
	    .columns = columns, .top = HEADER_ROW + 1, .left = FIRST_AMOUNT });
	put_header(s);
	for (size_t g = 0; g < s->o->groups; g++)
		put_group(s, g);
	put_total(s);
	put_notes(s);
}

bool
export_overviews_xlsx(struct arena *a, const struct overviews *o, enum budget_unit u, bool danish,
                      int32_t made, const struct parts *to)
{
	struct book b;
	bool        small = true;

	book_open(&b, a, to, made);
	for (size_t i = 0; i < o->len; i++) {
		struct sheet s = { .book = &b, .arena = a, .o = &o->at[i], .unit = u, .danish = danish,
			.decimals = budget_unit_decimals(u) > 0 };

		small = small && o->at[i].groups <= BOOK_TERMS_MAX;
		put_overview(&s, i + 1);
	}
	return book_close(&b) && small;
}
