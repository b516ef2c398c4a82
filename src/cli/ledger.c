#include "cli/ledger_parts.h"
#include "base/utf8.h"
#include "cli/table.h"
#include "model/overview_words.h"

enum { FIXED = 2, TITLE_LEAST = 14, GAP = 2 };  /* columns number and title; letters */

struct str
ledger_words(const struct ledger *l, const char *da, const char *en)
{
	return str_from(l->danish ? da : en);
}

struct str
ledger_figure(const struct ledger *l, const struct overview_cell *c, bool counted)
{
	struct buf b;
	struct str s;

	buf_init(&b, 128);
	if (!counted && c->has)
		BUF_LIT(&b, "(");
	overview_amount(&b, c, l->unit, l->danish);
	if (!counted && c->has)
		BUF_LIT(&b, ")");
	s = str_dup(l->arena, buf_str(&b));
	buf_free(&b);
	return s;
}

static bool
differs(const struct overview *o, const struct overview_cell *c)
{
	return overview_differs_at(o, c) != NULL;
}

/* A figure with a sign behind it where the paper prints another. */
static struct str
with_sign(const struct ledger *l, const struct overview *o, const struct overview_cell *c, bool counted)
{
	struct str s = ledger_figure(l, c, counted);

	return differs(o, c) ? arena_printf(l->arena, STR_FMT " ≠", STR_ARG(s)) : s;
}

/* A title with the mark of its footnote. */
static struct str
with_note(const struct ledger *l, struct str title, size_t note)
{
	static const char *const marks[] = { "", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };

	if (note == 0)
		return title;
	if (note < COUNT_OF(marks))
		return arena_printf(l->arena, STR_FMT " %s", STR_ARG(title), marks[note]);
	return arena_printf(l->arena, STR_FMT " (%zu)", STR_ARG(title), note);
}

static struct str
line_title(const struct ledger *l, const struct overview_line *line)
{
	return with_note(l, overview_line_title(l->arena, line, l->danish), line->note);
}

/* ---- the table, columns [from, to) of the overview ---- */

struct block {
	const struct overview *o;
	size_t  from, to;
	size_t *width;                  /* of every column; 0 in a pipe */
	bool   *differs;                /* a sign stands behind figures of the column */
};

/* To the right; figures keep below each other where some have a sign behind them. */
static struct str
pad(const struct ledger *l, struct str s, size_t width, bool room)
{
	size_t n;

	if (room && width > 0)
		s = arena_printf(l->arena, STR_FMT "  ", STR_ARG(s));
	n = utf8_length(s);

	if (n >= width)
		return s;
	return arena_printf(l->arena, "%*s" STR_FMT, (int)(width - n), "", STR_ARG(s));
}

static void
add_row(const struct ledger *l, const struct block *k, struct table *t, struct str number,
        struct str title, const struct overview_cell *at, bool counted)
{
	struct str cell[TABLE_COLUMNS] = { number, title };

	for (size_t i = k->from; i < k->to; i++)
		cell[FIXED + i - k->from] = pad(l, with_sign(l, k->o, &at[i], counted), k->width[i],
		    k->differs[i] && !differs(k->o, &at[i]));
	table_add(t, cell);
}

static void
add_header(const struct ledger *l, const struct overview *o, const struct block *k, struct table *t)
{
	struct str cell[TABLE_COLUMNS] = { ledger_words(l, "Nr.", "No."),
	                                   ledger_words(l, "Budgetpost", "Budget line") };

	for (size_t i = k->from; i < k->to; i++)
		cell[FIXED + i - k->from] =
		    pad(l, overview_column_title(l->arena, &o->column[i], l->danish), k->width[i],
		        k->differs[i]);
	table_add(t, cell);
}

static void
write_block(const struct ledger *l, const struct overview *o, const struct block *k)
{
	struct table t = table_new(l->arena, FIXED + k->to - k->from);

	add_header(l, o, k, &t);
	for (size_t g = 0; g < o->groups; g++) {
		const struct overview_group *group = &o->group[g];
		bool                         danish = l->danish;

		if (o->by != OVERVIEW_BY_YEAR)
			add_row(l, k, &t, STR_NONE, with_note(l, named_title(&group->title, &danish), group->note),
			    group->at, true);
		for (size_t i = group->first; i < group->first + group->lines; i++)
			add_row(l, k, &t, o->line[i].number, line_title(l, &o->line[i]), o->line[i].at,
			    o->line[i].counts == BUDGET_COUNTED);
	}
	add_row(l, k, &t, STR_NONE, with_note(l, ledger_words(l, "I ALT", "TOTAL"), o->total_note), o->total, true);
	table_write(&t, l->out, l->width);
}

static size_t
wider(size_t width, struct str s)
{
	size_t n = utf8_length(s);

	return n > width ? n : width;
}

static void
column_width(const struct ledger *l, const struct overview *o, size_t i, size_t *width, bool *sign)
{
	*width = wider(0, overview_column_title(l->arena, &o->column[i], l->danish));
	*width = wider(*width, with_sign(l, o, &o->total[i], true));
	*sign = differs(o, &o->total[i]);
	for (size_t g = 0; g < o->groups; g++) {
		*width = wider(*width, with_sign(l, o, &o->group[g].at[i], true));
		*sign |= differs(o, &o->group[g].at[i]);
	}
	for (size_t k = 0; k < o->lines; k++) {
		*width = wider(*width, with_sign(l, o, &o->line[k].at[i],
		    o->line[k].counts == BUDGET_COUNTED));
		*sign |= differs(o, &o->line[k].at[i]);
	}
	*width += *sign ? 2 : 0;
}

static size_t
number_width(const struct overview *o)
{
	size_t width = 3;

	for (size_t i = 0; i < o->lines; i++)
		width = wider(width, o->line[i].number);
	return width;
}

/* As many columns as leave the title readable, at least one. */
static void
write_table(const struct ledger *l, const struct overview *o)
{
	size_t       width[BUDGET_YEARS_MAX + 1] = { 0 };
	bool         sign[BUDGET_YEARS_MAX + 1] = { 0 };
	struct block k = { o, 0, 0, width, sign };

	for (size_t i = 0; i < o->columns && l->width > 0; i++)
		column_width(l, o, i, &width[i], &sign[i]);
	while (k.from < o->columns) {
		size_t room = number_width(o) + GAP + TITLE_LEAST;

		for (k.to = k.from; k.to < o->columns; k.to++) {
			room += GAP + width[k.to];
			if (l->width > 0 && k.to > k.from && room > (size_t)l->width)
				break;
		}
		if (k.from > 0)
			BUF_LIT(l->out, "\n");
		write_block(l, o, &k);
		k.from = k.to;
	}
}

void
ledger_write(const struct ledger *l, const struct overview *o)
{
	bool danish = l->danish;

	table_fit(l->out, named_title(o->policy.id.len > 0 ? &o->policy : &o->document, &danish), SIZE_MAX, false);
	BUF_LIT(l->out, "\n");
	write_table(l, o);
	ledger_notes(l, o);
}
