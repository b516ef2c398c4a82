#include "cli/ledger.h"
#include "base/utf8.h"
#include "cli/table.h"

enum { FIXED = 2, TITLE_LEAST = 14, GAP = 2 };  /* columns number and title; letters */

static struct str
words(const struct ledger *l, const char *da, const char *en)
{
	return str_from(l->danish ? da : en);
}

/* A figure as it is shown: in parentheses when it is not in the totals. */
static struct str
figure(const struct ledger *l, const struct overview_cell *c, bool counted)
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

static struct str
line_title(const struct ledger *l, const struct overview_line *line)
{
	static const char *const marks[] = { "", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
	bool       danish = l->danish;
	struct str title = named_title(&line->line, &danish);

	if (line->note == 0)
		return title;
	if (line->note < COUNT_OF(marks))
		return arena_printf(l->arena, STR_FMT " %s", STR_ARG(title), marks[line->note]);
	return arena_printf(l->arena, STR_FMT " (%zu)", STR_ARG(title), line->note);
}

/* ---- the table, columns [from, to) of the overview ---- */

struct block {
	size_t  from, to;
	size_t *width;                  /* of every column; 0 in a pipe */
};

static struct str
pad(const struct ledger *l, struct str s, size_t width)
{
	size_t n = utf8_length(s);

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
		cell[FIXED + i - k->from] = pad(l, figure(l, &at[i], counted), k->width[i]);
	table_add(t, cell);
}

static void
add_header(const struct ledger *l, const struct overview *o, const struct block *k, struct table *t)
{
	struct str cell[TABLE_COLUMNS] = { words(l, "Nr.", "No."),
	                                   words(l, "Budgetpost", "Budget line") };

	for (size_t i = k->from; i < k->to; i++)
		cell[FIXED + i - k->from] =
		    pad(l, overview_column_title(l->arena, &o->column[i], l->danish), k->width[i]);
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
			add_row(l, k, &t, STR_NONE, named_title(&group->title, &danish), group->at, true);
		for (size_t i = group->first; i < group->first + group->lines; i++)
			add_row(l, k, &t, o->line[i].number, line_title(l, &o->line[i]), o->line[i].at,
			    o->line[i].counts == BUDGET_COUNTED);
	}
	add_row(l, k, &t, STR_NONE, words(l, "I ALT", "TOTAL"), o->total, true);
	table_write(&t, l->out, l->width);
}

static size_t
wider(size_t width, struct str s)
{
	size_t n = utf8_length(s);

	return n > width ? n : width;
}

static void
column_widths(const struct ledger *l, const struct overview *o, size_t *width)
{
	for (size_t i = 0; i < o->columns && l->width > 0; i++) {
		width[i] = wider(0, overview_column_title(l->arena, &o->column[i], l->danish));
		width[i] = wider(width[i], figure(l, &o->total[i], true));
		for (size_t g = 0; g < o->groups; g++)
			width[i] = wider(width[i], figure(l, &o->group[g].at[i], true));
		for (size_t k = 0; k < o->lines; k++)
			width[i] = wider(width[i], figure(l, &o->line[k].at[i],
			    o->line[k].counts == BUDGET_COUNTED));
	}
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
	struct block k = { 0, 0, width };

	column_widths(l, o, width);
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

/* ---- under the table ---- */

/* Words that go on under themselves where the terminal ends. */
static void
paragraph(const struct ledger *l, struct str text)
{
	while (text.len > 0) {
		struct str line = l->width > 0 ? table_line(&text, (size_t)l->width) : text;

		if (l->width <= 0)
			text = STR_NONE;
		table_fit(l->out, line, SIZE_MAX, false);
		BUF_LIT(l->out, "\n");
	}
}

static void
write_reasons(const struct ledger *l, const struct overview *o)
{
	for (size_t i = 0; i < o->lines; i++) {
		const struct overview_line *line = &o->line[i];
		bool                        danish = l->danish, in_danish = l->danish;
		struct str                  title = named_title(&line->line, &danish), why;

		if (line->counts == BUDGET_COUNTED)
			continue;
		if (line->counts == BUDGET_ELSEWHERE)
			why = arena_printf(l->arena, "%s " STR_FMT, l->danish ? "tælles med under" : "counted in",
			    STR_ARG(named_title(&line->elsewhere, &in_danish)));
		else
			why = !l->danish && line->excluded_en.len > 0 ? line->excluded_en : line->excluded;
		paragraph(l, arena_printf(l->arena, STR_FMT "%s" STR_FMT ": " STR_FMT,
		    STR_ARG(line->number), line->number.len > 0 ? " " : "", STR_ARG(title), STR_ARG(why)));
	}
}

static void
write_notes(const struct ledger *l, const struct overview *o)
{
	for (size_t i = 0; i < o->lines; i++) {
		const struct overview_line *line = &o->line[i];
		bool                        danish = l->danish;

		if (line->has_attribution)
			paragraph(l, arena_printf(l->arena, STR_FMT " " STR_FMT ": " STR_FMT " %s",
			    STR_ARG(line->number), STR_ARG(named_title(&line->line, &danish)),
			    STR_ARG(number_plain(l->arena, line->attribution)),
			    l->danish ? "pct. regnes med" : "per cent counted"));
	}
	for (size_t i = 0; i < o->notes; i++)
		paragraph(l, arena_printf(l->arena, "%zu. " STR_FMT, i + 1,
		    STR_ARG(!l->danish && o->note[i].en.len > 0 ? o->note[i].en : o->note[i].da)));
}

static struct str
kroner(const struct ledger *l, struct number n)
{
	struct buf b;
	struct str s;

	buf_init(&b, 128);
	number_write(&b, n, l->danish ? NOTATION_DA : NOTATION_EN);
	s = str_dup(l->arena, buf_str(&b));
	buf_free(&b);
	return s;
}

static struct str
result_word(const struct ledger *l, enum unit u)
{
	switch (u) {
	case UNIT_SHARE:
	case UNIT_PERCENT:
	case UNIT_POINT:
		return words(l, "procentpoint", "percentage point");
	case UNIT_PERSONS:
		return words(l, "person", "person");
	case UNIT_KRONER:
		return words(l, "krone", "krone");
	case UNIT_COUNT:
	case UNIT_NUMBER:
	case UNIT_COUNT_:
		break;
	}
	return words(l, "enhed", "unit");
}

static void
write_result(const struct ledger *l, const struct overview_result *r)
{
	bool       danish = l->danish;
	struct str years = r->from == r->through ? arena_printf(l->arena, "%d", (int)r->from)
	    : arena_printf(l->arena, "%d-%d", (int)r->from, (int)r->through);
	struct str change = !r->changed ? STR_NONE : arena_printf(l->arena,
	    l->danish ? " (før " STR_FMT ")" : " (before " STR_FMT ")",
	    STR_ARG(kroner(l, r->each_before)));
	struct str how = r->promised ? words(l, "lovet ", "promised ") : words(l, "målt ", "measured ");

	paragraph(l, arena_printf(l->arena, STR_FMT ": " STR_FMT " kr. %s " STR_FMT STR_FMT
	    " (" STR_FMT STR_FMT ", " STR_FMT "%s)", STR_ARG(named_title(&r->promise, &danish)),
	    STR_ARG(kroner(l, r->each)), l->danish ? "pr." : "per",
	    STR_ARG(result_word(l, r->measure)), STR_ARG(change), STR_ARG(how),
	    STR_ARG(kroner(l, r->result)), STR_ARG(years), r->whole ? ""
	    : l->danish ? ", målt i en del af tiden" : ", measured for part of the time"));
}

static void
write_results(const struct ledger *l, const struct overview *o)
{
	if (o->results == 0)
		return;
	BUF_LIT(l->out, "\n");
	paragraph(l, words(l, "Hvad resultater koster, når hele indsatsens udgift regnes med:",
	    "What results cost, with all that the initiative costs:"));
	for (size_t i = 0; i < o->results; i++)
		write_result(l, &o->result[i]);
}

static void
write_effect(const struct ledger *l, const struct overview *o, struct str title,
             const struct overview_cell *at)
{
	for (size_t i = 0; i < o->columns; i++) {
		struct overview_cell was = { .has = true, .kroner = at[i].before };
		struct overview_cell is = { .has = true, .kroner = at[i].kroner };

		if (at[i].changed)
			paragraph(l, arena_printf(l->arena, STR_FMT ", " STR_FMT ": " STR_FMT " → " STR_FMT,
			    STR_ARG(title),
			    STR_ARG(overview_column_title(l->arena, &o->column[i], l->danish)),
			    STR_ARG(figure(l, &was, true)), STR_ARG(figure(l, &is, true))));
	}
}

static void
write_effects(const struct ledger *l, const struct overview *o)
{
	BUF_LIT(l->out, "\n");
	paragraph(l, words(l, "Hvad hvis (intet er gemt):", "What if (nothing is stored):"));
	for (size_t g = 0; g < o->groups && o->by != OVERVIEW_BY_YEAR; g++) {
		bool danish = l->danish;

		write_effect(l, o, named_title(&o->group[g].title, &danish), o->group[g].at);
	}
	write_effect(l, o, words(l, "I alt", "Total"), o->total);
}

void
ledger_write(const struct ledger *l, const struct overview *o)
{
	bool danish = l->danish;

	table_fit(l->out, named_title(&o->policy, &danish), SIZE_MAX, false);
	BUF_LIT(l->out, "\n");
	write_table(l, o);
	BUF_LIT(l->out, "\n");
	paragraph(l, overview_rule(l->arena, l->unit, l->danish));
	write_reasons(l, o);
	write_notes(l, o);
	if (o->what_if)
		write_effects(l, o);
	write_results(l, o);
}
