#include "app/budget_printed.h"
#include "core/rounding.h"

struct total {                          /* one printed total */
	const struct noun_row *row;
	enum budget_scope      scope;
	enum budget_measure    version;
	size_t                 column;          /* of the budget's rows; years: the row's total */
	struct overview_printed printed;
	bool                   rounded;
	struct number          step;
};

struct terms {                          /* what it is compared with */
	struct number sum, exact;       /* exact: of the amounts alone */
	struct number step;             /* the finest; 0: none is rounded, or none says how */
	size_t        figures;          /* the rounded ones */
	bool          known;
};

struct walk {
	struct arena             *a;
	const struct snapshot    *sn;
	const struct budget_part *part;
	struct overview          *to;
	size_t                   *counted;      /* lines that count, of each group */
	size_t                    all;
	size_t                   *at;           /* thing id -> row of the part + 1 */
	const struct total      **own;          /* of each row: its printed sum of all years */
	size_t                    cap;          /* of to->printed */
};

/* ---- what is printed ---- */

static struct number
factor_of(enum budget_unit u)
{
	static const int64_t worth[] = {
		[BUDGET_UNIT_MIO] = 1000000, [BUDGET_UNIT_THOUSAND] = 1000, [BUDGET_UNIT_KRONER] = 1,
	};

	return NUMBER(worth[u], 0);
}

static bool
find_column(const struct walk *w, struct str text, size_t *ret)
{
	const struct budget *b = &w->part->before;
	int64_t              year;

	*ret = b->years;
	if (text.len == 0)
		return true;
	for (size_t y = 0; y < b->years && str_int(text, &year); y++)
		if (b->year[y] == year) {
			*ret = y;
			return true;
		}
	return false;
}

static bool
read_total(const struct walk *w, const struct noun_row *row, struct total *ret)
{
	const struct snapshot *sn = w->sn;
	struct total           t = { .row = row, .version = BUDGET_ORIGINAL };
	struct overview_printed *p = &t.printed;

	if (!budget_scope_from_code(row->text[PRINTED_TOTAL_scope], &t.scope) ||
	    !find_column(w, row->text[PRINTED_TOTAL_year], &t.column) ||
	    !budget_unit_from_code(row->text[PRINTED_TOTAL_unit], &p->unit) ||
	    !number_from_plain(row->text[PRINTED_TOTAL_amount], &p->amount) ||
	    !number_mul(p->amount, factor_of(p->unit), &p->kroner) ||
	    !number_mul(NUMBER(1, p->amount.scale), factor_of(p->unit), &t.step))
		return false;
	if (!budget_version_from_code(row->text[PRINTED_TOTAL_version], &t.version))
		t.version = BUDGET_ORIGINAL;
	p->kroner = number_trim(p->kroner);
	t.rounded = number_cmp(t.step, NUMBER(1, 0)) > 0;
	p->source = snapshot_source(sn, row);
	if (row->ref[PRINTED_TOTAL_document] != 0)
		p->source.document = things_key(sn->things, row->ref[PRINTED_TOTAL_document]);
	p->footnote = row->text[PRINTED_TOTAL_footnote];
	if (p->footnote.len > 0)
		p->footnote_en = snapshot_text_en(sn, row->id, STR("footnote"));
	p->file = snapshot_text(sn, row->ref[PRINTED_TOTAL_document], DOCUMENT_file);
	if (p->file.len == 0)
		p->file = p->source.document;
	*ret = t;
	return true;
}

/* ---- its terms ---- */

/* 0 for no zeros: it is not said how coarse. */
static struct number
power_of_ten(uint8_t zeros)
{
	int64_t n = zeros > 0;

	for (uint8_t i = 0; i < zeros; i++)
		n *= 10;                /* at most 18 of them */
	return NUMBER(n, 0);
}

static void
finest(struct terms *t, struct number step)
{
	if (!number_is_zero(step) && (number_is_zero(t->step) || number_cmp(step, t->step) < 0))
		t->step = step;
}

/* The stored amounts of a line in a column (all of them at the end). */
static void
add_amounts(const struct walk *w, size_t i, const struct total *total, struct terms *t)
{
	const struct budget      *b = &w->part->before;
	const struct budget_cell *cell = &b->line[i * (b->years + 1) + total->column];
	const struct budget_line *line = &w->part->row[i]->before;
	int32_t                   year = total->column < b->years ? b->year[total->column] : 0;

	t->known = t->known && !cell->unknown && number_add(t->sum, cell->at[total->version], &t->sum);
	for (size_t k = 0; k < line->amounts; k++) {
		const struct budget_amount *m = &line->amount[k];
		int32_t in = m->whole ? BUDGET_UNSPLIT : m->year, through = m->whole ? in : m->through;

		if (m->version != total->version || !m->rounded || (year != 0 && (year < in || year > through)))
			continue;
		t->figures += year != 0 ? 1 : (size_t)(through - in + 1);
		finest(t, power_of_ten(m->zeros));
	}
}

static void
add_line(const struct walk *w, size_t i, const struct total *total, struct terms *t)
{
	const struct budget *b = &w->part->before;
	const struct total  *own = w->own[i];
	struct number        exact = b->line[i * (b->years + 1) + total->column].at[total->version];

	t->known = t->known && number_add(t->exact, exact, &t->exact);
	if (total->scope == BUDGET_SCOPE_LINE || total->column < b->years || own == NULL ||
	    own->version != total->version || own->printed.differs) {
		add_amounts(w, i, total, t);
		return;
	}
	t->known = t->known && number_add(t->sum, own->printed.kroner, &t->sum);
	t->figures += own->rounded;
	finest(t, own->step);
}

static void
compare(struct total *total, struct terms *t)
{
	struct number difference;

	if (total->rounded)
		finest(t, total->step);
	total->printed.differs = number_sub(total->printed.kroner, t->sum, &difference) &&
	    !rounding_explains(difference, t->figures + total->rounded, t->step);
}

/* ---- where it belongs ---- */

/* A disagreement goes before what agrees: two papers may print the same total. */
static void
put(struct walk *w, struct overview_cell *cell, const struct total *total, const struct terms *t)
{
	struct overview *to = w->to;

	if (cell->changed || number_cmp(cell->before, t->exact) != 0 ||
	    (cell->printed > 0 && (to->printed[cell->printed - 1].differs || !total->printed.differs)))
		return;
	ARENA_GROW(w->a, to->printed, to->printed_len, &w->cap);
	to->printed[to->printed_len++] = total->printed;
	cell->printed = (uint32_t)to->printed_len;
}

static bool
reaches(const struct noun_row *total, const struct budget_row *row, const struct snapshot *sn)
{
	int64_t first, last, document = total->ref[PRINTED_TOTAL_document];
	const struct change_row *c = snapshot_change(sn, row->row->since);

	if (document != 0 && c != NULL && c->document != 0 && c->document != document)
		return false;
	if (!str_int(total->text[PRINTED_TOTAL_first_line], &first) ||
	    !str_int(total->text[PRINTED_TOTAL_last_line], &last))
		return str_eq(total->text[PRINTED_TOTAL_scope], STR("grand")) ||
		    str_eq(total->text[PRINTED_TOTAL_title], row->row->text[BUDGET_LINE_section]);
	return row->row->line >= first && row->row->line <= last;
}

/* The terms of a group's or a grand total; `*group` is the one group that it is of,
 * SIZE_MAX: several. Returns how many lines it sums. */
static size_t
add_lines(const struct walk *w, const struct total *total, struct terms *t, size_t *group)
{
	size_t n = 0;

	for (size_t i = 0; i < w->part->len; i++) {
		const struct budget_row *row = w->part->row[i];

		if (row->before.counts != BUDGET_COUNTED || !reaches(total->row, row, w->sn))
			continue;
		*group = n == 0 || *group == row->before.group ? row->before.group : SIZE_MAX;
		add_line(w, i, total, t);
		n++;
	}
	return n;
}

/* Years down: the cell of the current budget. */
static struct overview_cell *
year_cell(const struct overview *to, const struct total *total)
{
	struct overview_cell *row = total->column < to->lines ? to->line[total->column].at : to->total;

	for (size_t c = 0; c < to->columns; c++)
		if (to->column[c].measure == BUDGET_PLAN)
			return &row[c];
	return row;
}

static void
place_sum(struct walk *w, struct total *total)
{
	struct terms t = { .known = true };
	size_t       group = SIZE_MAX, n = add_lines(w, total, &t, &group);
	bool         whole = n == w->all, one = group != SIZE_MAX && n == w->counted[group];

	if (n == 0 || !t.known || (!whole && !one))
		return;
	compare(total, &t);
	if (w->to->by == OVERVIEW_BY_YEAR && whole)
		put(w, year_cell(w->to, total), total, &t);
	else if (w->to->by != OVERVIEW_BY_YEAR && whole && (total->scope == BUDGET_SCOPE_GRAND || !one))
		put(w, &w->to->total[total->column], total, &t);
	else if (w->to->by != OVERVIEW_BY_YEAR)
		put(w, &w->to->group[group].at[total->column], total, &t);
}

static void
place_line(struct walk *w, struct total *total)
{
	int64_t      id = total->row->ref[PRINTED_TOTAL_budget_line];
	size_t       at = snapshot_row(w->sn, id) == NULL ? 0 : w->at[id];
	struct terms t = { .known = true };

	if (at == 0)
		return;
	add_line(w, at - 1, total, &t);
	if (!t.known)
		return;
	compare(total, &t);
	if (total->column == w->part->before.years)
		w->own[at - 1] = total;
	if (w->to->by != OVERVIEW_BY_YEAR)
		put(w, &w->to->line[at - 1].at[total->column], total, &t);
}

static void
place_scope(struct walk *w, bool lines)
{
	for (size_t i = 0; i < w->sn->len[NOUN_PRINTED_TOTAL]; i++) {
		struct total *t = ARENA_NEW(w->a, struct total);

		if (!read_total(w, &w->sn->row[NOUN_PRINTED_TOTAL][i], t) ||
		    (t->scope == BUDGET_SCOPE_LINE) != lines)
			continue;
		if (lines)
			place_line(w, t);
		else
			place_sum(w, t);
	}
}

void
budget_printed(struct arena *a, const struct snapshot *sn, const struct budget_part *part,
               struct overview *to)
{
	struct walk w = { .a = a, .sn = sn, .part = part, .to = to };

	if (sn->len[NOUN_PRINTED_TOTAL] == 0)
		return;
	w.counted = ARENA_ARRAY(a, size_t, to->groups + 1);
	w.at = ARENA_ARRAY(a, size_t, sn->ids + 1);
	w.own = ARENA_ARRAY(a, const struct total *, part->len + 1);
	for (size_t i = 0; i < part->len; i++) {
		if (!part->row[i]->refund)
			w.at[part->row[i]->row->id] = i + 1;
		if (part->row[i]->before.counts != BUDGET_COUNTED)
			continue;
		w.counted[part->row[i]->before.group]++;
		w.all++;
	}
	place_scope(&w, true);
	place_scope(&w, false);
}
