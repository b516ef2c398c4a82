/* The economy: numbered lines in groups, their totals, notes where the paper has them. */
#include "model/overview_words.h"
#include "report/parts.h"

#define MILLION_SCALE 6

/* Kroner as exact millions; false where that has too many decimals. */
static bool
millions(struct number kroner, struct number *ret)
{
	struct number n = number_trim(kroner);

	if (n.scale + MILLION_SCALE > NUMBER_SCALE_MAX)
		return false;
	*ret = NUMBER(n.units, (uint8_t)(n.scale + MILLION_SCALE));
	return true;
}

void
report_amount(struct draft *d, struct tree_row *row, const struct overview_cell *c)
{
	struct number n;
	struct str    text;

	DRAFT_WRITTEN(d, text, overview_amount(&b_, c, BUDGET_UNIT_MIO, d->danish));
	if (c->has && !c->unknown && millions(c->kroner, &n))
		draft_cell_number(d, row, n, text);
	else
		draft_cell_words(d, row, text);
}

static void
put_note(struct draft *d, struct runs *r, const struct overview *o, size_t note)
{
	struct named n;

	if (note == 0)
		return;
	n = (struct named){ .title = o->note[note - 1].da, .title_en = o->note[note - 1].en };
	runs_add(d->a, r, RUN_NOTE, draft_title(d, &n));
}

/* What the paper prints where the lines give something else. */
static void
put_printed(struct draft *d, struct tree_row *row, const struct overview *o,
            const struct overview_cell *c)
{
	const struct overview_printed *p = overview_differs_at(o, c);
	struct str                     with[2];

	if (p == NULL)
		return;
	with[0] = draft_number(d, p->amount);
	with[1] = draft_place(d, &p->source);
	runs_add(d->a, &row->at[row->len - 1].words, RUN_NOTE, draft_filled(d,
	    N_("The paper prints {1} ({2}); the lines give the amount shown."), with, 2));
}

/* ---- rows ---- */

static void
put_reason(struct draft *d, struct runs *r, const struct overview_line *l)
{
	struct worded why = { l->excluded, l->excluded_en };
	struct str    with;

	if (l->counts == BUDGET_EXCLUDED) {
		draft_break(d, r);
		draft_say(d, r, N_("Not counted in the total"));
		if (why.da.len > 0) {
			draft_words(d, r, STR(": "));
			draft_worded(d, r, why);
		}
	} else if (l->counts == BUDGET_ELSEWHERE || l->counts == BUDGET_EARMARK) {
		draft_break(d, r);
		with = draft_title(d, &l->elsewhere);
		draft_fill(d, r, N_("Counted in {1}"), &with, 1);
	}
	if (l->has_attribution) {
		draft_break(d, r);
		with = draft_number(d, l->attribution);
		draft_fill(d, r, N_("{1} per cent of it is counted"), &with, 1);
	}
}

/* What is in no total stands in brackets, and is no figure for a workbook to add. */
static void
put_uncounted(struct draft *d, struct tree_row *row, const struct overview_cell *c)
{
	struct str text;

	DRAFT_WRITTEN(d, text, overview_amount(&b_, c, BUDGET_UNIT_MIO, d->danish));
	draft_cell_words(d, row, c->has ? arena_printf(d->a, "(" STR_FMT ")", STR_ARG(text)) : text);
}

static void
put_line(struct draft *d, struct tree_part *t, const struct overview *o,
         const struct overview_line *l)
{
	struct tree_row *row = tree_row(d->t, t);
	struct named     n = l->line;
	struct runs     *r;

	n.title = overview_line_title(d->a, l, true);
	if (n.title_en.len > 0)
		n.title_en = overview_line_title(d->a, l, false);
	draft_cell_words(d, row, l->number);
	r = draft_head(d, row);
	draft_thing(d, r, "budget-line", &n);
	put_note(d, r, o, l->note);
	put_reason(d, r, l);
	for (size_t i = 0; i < o->columns; i++) {
		if (l->counts == BUDGET_COUNTED)
			report_amount(d, row, &l->at[i]);
		else
			put_uncounted(d, row, &l->at[i]);
		put_printed(d, row, o, &l->at[i]);
	}
}

/* `first`: the row from which it adds up. */
static void
put_total(struct draft *d, struct tree_part *t, const struct overview *o, struct str title,
          const struct overview_cell *at, size_t note, size_t first)
{
	struct tree_row *row = tree_row(d->t, t);
	struct runs     *r;

	row->group = true;
	draft_cell_words(d, row, STR_NONE);
	r = draft_head(d, row);
	draft_words(d, r, title);
	put_note(d, r, o, note);
	for (size_t i = 0; i < o->columns; i++) {
		report_amount(d, row, &at[i]);
		if (row->at[row->len - 1].kind == CELL_NUMBER) {
			row->at[row->len - 1].kind = CELL_SUM;
			row->at[row->len - 1].first = (uint32_t)first;
		}
		put_printed(d, row, o, &at[i]);
	}
}

static void
put_group(struct draft *d, struct tree_part *t, const struct overview *o,
          const struct overview_group *g)
{
	struct str title = draft_title(d, &g->title);
	size_t     first;

	draft_group(d, t, title);
	first = t->rows;
	for (size_t i = 0; i < g->lines; i++)
		put_line(d, t, o, &o->line[g->first + i]);
	put_total(d, t, o, draft_filled(d, N_("{1}, in all"), &title, 1), g->at, g->note, first);
}

static struct tree_part *
open_table(struct draft *d, const struct overview *o, struct str anchor, struct str caption)
{
	struct tree_column *c = ARENA_ARRAY(d->a, struct tree_column, o->columns + 2);

	c[0] = (struct tree_column){ say(d->l, "No."), ALIGN_START, 1 };
	c[1] = (struct tree_column){ say(d->l, "Budget line"), ALIGN_START, 6 };
	for (size_t i = 0; i < o->columns; i++)
		c[i + 2] = (struct tree_column){
			overview_column_title(d->a, &o->column[i], d->danish), ALIGN_END, 2,
		};
	return tree_table(d->t, anchor, caption, c, o->columns + 2);
}

/* ---- gross and net, and what belongs to it ---- */

static void
put_measure(struct draft *d, struct tree_part *t, const struct overview *o, const char *title,
            const struct overview_cell *at)
{
	struct tree_row *row = tree_row(d->t, t);

	draft_cell_words(d, row, STR_NONE);
	draft_say(d, draft_head(d, row), title);
	for (size_t i = 0; i < o->columns; i++)
		report_amount(d, row, &at[i]);
}

static void
put_gross(struct draft *d, const struct economy_part *m, size_t number)
{
	const struct overview *o = m->paid;
	struct tree_part      *t;

	if (!m->has_refunds)
		return;
	t = open_table(d, o, arena_printf(d->a, "t-gross-%zu", number),
	    say(d->l, "Gross and net, in DKK million"));
	put_measure(d, t, o, N_("Gross"), m->gross);
	put_measure(d, t, o, N_("Refunded by others"), m->refunded);
	put_measure(d, t, o, N_("Net, as budgeted"), m->net);
	draft_say(d, &t->source, N_("Gross is known where the documents state it; other lines count with their net "
	    "amount."));
}

static void
put_unsplit(struct draft *d, const struct overview *o)
{
	struct tree_part *list;

	if (o->unsplits == 0)
		return;
	list = tree_list(d->t, false);
	for (size_t i = 0; i < o->unsplits; i++) {
		struct runs *r = tree_item(d->t, list);

		draft_named(d, r, &o->line[o->unsplit[i].line].line);
		draft_words(d, r, STR(": "));
		draft_words(d, r, overview_unsplit_words(d->a, &o->unsplit[i], BUDGET_UNIT_MIO,
		    d->danish));
	}
}

void
report_overview(struct draft *d, const struct economy_part *m, size_t number)
{
	const struct overview *o = m->overview;
	struct str             title = draft_title(d, o->policy.id.len > 0 ? &o->policy
	                                                                    : &o->document);
	struct tree_part      *t = open_table(d, o, arena_printf(d->a, "t-economy-%zu", number),
	    draft_filled(d, N_("{1}: economy, in DKK million"), &title, 1));

	for (size_t g = 0; g < o->groups; g++)
		put_group(d, t, o, &o->group[g]);
	put_total(d, t, o, say(d->l, "Total"), o->total, o->total_note, 0);
	draft_words(d, &t->source, overview_rule(d->a, BUDGET_UNIT_MIO, d->danish));
	put_unsplit(d, o);
	put_gross(d, m, number);
}
