/* ledger_notes.c - what stands under the table of an overview. */
#include "cli/ledger_parts.h"
#include "cli/table.h"

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

		if (line->counts == BUDGET_COUNTED || line->counts == BUDGET_EARMARK)
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

/* "Indsatser, 2009: 86,4 ≠ 88,4 trykt (sum papir.txt:338:75)" */
static void
write_row_badges(const struct ledger *l, const struct overview *o, struct str title,
                 const struct overview_cell *at)
{
	for (size_t i = 0; i < o->columns; i++)
		if (overview_differs_at(o, &at[i]) != NULL)
			paragraph(l, arena_printf(l->arena, STR_FMT ", " STR_FMT ": " STR_FMT " " STR_FMT " (" STR_FMT ")",
			    STR_ARG(title), STR_ARG(overview_column_title(l->arena, &o->column[i], l->danish)),
			    STR_ARG(ledger_figure(l, &at[i], true)),
			    STR_ARG(overview_badge(l->arena, overview_differs_at(o, &at[i]), l->danish)),
			    STR_ARG(overview_finding(l->arena, overview_differs_at(o, &at[i])))));
}

static void
write_badges(const struct ledger *l, const struct overview *o)
{
	bool danish;

	for (size_t g = 0; g < o->groups; g++) {
		const struct overview_group *group = &o->group[g];

		danish = l->danish;
		if (o->by != OVERVIEW_BY_YEAR)
			write_row_badges(l, o, named_title(&group->title, &danish), group->at);
		for (size_t i = group->first; i < group->first + group->lines; i++) {
			danish = l->danish;
			write_row_badges(l, o, named_title(&o->line[i].line, &danish), o->line[i].at);
		}
	}
	write_row_badges(l, o, ledger_words(l, "I alt", "Total"), o->total);
}

static void
write_unsplit(const struct ledger *l, const struct overview *o)
{
	for (size_t i = 0; i < o->unsplits; i++) {
		bool danish = l->danish;

		paragraph(l, arena_printf(l->arena, STR_FMT ": " STR_FMT,
		    STR_ARG(named_title(&o->line[o->unsplit[i].line].line, &danish)),
		    STR_ARG(overview_unsplit_words(l->arena, &o->unsplit[i], l->unit, l->danish))));
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
		return ledger_words(l, "procentpoint", "percentage point");
	case UNIT_PERSONS:
		return ledger_words(l, "person", "person");
	case UNIT_KRONER:
		return ledger_words(l, "krone", "krone");
	case UNIT_COUNT:
	case UNIT_NUMBER:
	case UNIT_COUNT_:
		break;
	}
	return ledger_words(l, "enhed", "unit");
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
	struct str how = r->promised ? ledger_words(l, "lovet ", "promised ") : ledger_words(l, "målt ", "measured ");

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
	paragraph(l, ledger_words(l, "Hvad resultater koster, når hele indsatsens udgift regnes med:",
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
			    STR_ARG(ledger_figure(l, &was, true)), STR_ARG(ledger_figure(l, &is, true))));
	}
}

static void
write_effects(const struct ledger *l, const struct overview *o)
{
	bool changed = false;

	BUF_LIT(l->out, "\n");
	paragraph(l, ledger_words(l, "Hvad hvis (intet er gemt):", "What if (nothing is stored):"));
	for (size_t g = 0; g < o->groups && o->by != OVERVIEW_BY_YEAR; g++) {
		bool danish = l->danish;

		write_effect(l, o, named_title(&o->group[g].title, &danish), o->group[g].at);
	}
	write_effect(l, o, ledger_words(l, "I alt", "Total"), o->total);
	for (size_t i = 0; i < o->columns; i++)
		changed |= o->total[i].changed;
	if (!changed)
		paragraph(l, ledger_words(l, "I alt er uændret.", "The total is unchanged."));
}

void
ledger_notes(const struct ledger *l, const struct overview *o)
{
	BUF_LIT(l->out, "\n");
	paragraph(l, overview_rule(l->arena, l->unit, l->danish));
	write_badges(l, o);
	write_reasons(l, o);
	write_unsplit(l, o);
	write_notes(l, o);
	if (o->what_if)
		write_effects(l, o);
	write_results(l, o);
}
