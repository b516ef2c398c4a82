/* Budget tables: lines with their amounts, and the totals that the paper prints. */
#include "app/accept.h"
#include "core/budget.h"
#include "recognise/amount.h"

static int64_t
factor_of(const struct proposal *p)
{
	int64_t factor;

	return str_int(proposal_text(p, FIELD_FACTOR), &factor) && factor > 0 ? factor : 0;
}

/* The version of the budget that a field is an amount of; false: it is none. */
static bool
version_of(enum field_kind kind, enum budget_measure *ret)
{
	if (kind != FIELD_AMOUNT && kind != FIELD_REVISED && kind != FIELD_ACTUAL)
		return false;
	*ret = kind == FIELD_REVISED ? BUDGET_REVISED : kind == FIELD_ACTUAL ? BUDGET_ACTUAL : BUDGET_ORIGINAL;
	return true;
}

/* What is first is not said: it is what an amount is that does not say what it is. */
static struct str
version_code(enum budget_measure version)
{
	return version == BUDGET_ORIGINAL ? STR_NONE : budget_measure_code(version);
}

static struct str
year_text(struct accept *x, int year)
{
	return arena_printf(x->arena, "%d", year);
}

/* ---- lines ---- */

/* Kroner of a cell, in its own unit or the table's; what is no figure says why. */
static void
set_kroner(struct accept *x, const struct field *f, int64_t factor, struct noun_row *row)
{
	struct amount m = amount_of(f->text);
	enum missing  missing = missing_of_cell(f->text);

	if (m.state == AMOUNT_VALUE && number_mul(m.value, NUMBER(m.factor > 0 ? m.factor : factor, 0), &m.value))
		row->text[AMOUNT_kroner] = number_plain(x->arena, number_trim(m.value));
	else if (m.state == AMOUNT_NIL)
		row->text[AMOUNT_missing] = missing_code(MISSING_NIL);
	else
		row->text[AMOUNT_missing] = missing_code(missing == MISSING_NONE || missing == MISSING_NIL
		    ? MISSING_NOT_STATED : missing);
}

static bool
add_amount(struct accept *x, int64_t line, const struct field *f, enum budget_measure version,
           int64_t factor)
{
	struct noun_row row = { 0 };
	struct str      code = version_code(version);

	row.ref[AMOUNT_budget_line] = line;
	row.text[AMOUNT_year] = year_text(x, f->year);
	row.text[AMOUNT_version] = code;
	set_kroner(x, f, factor, &row);
	return accept_add(x, NOUN_AMOUNT, arena_printf(x->arena, STR_FMT " %d%s" STR_FMT,
	    STR_ARG(things_key(x->things, line)), f->year, code.len > 0 ? " " : "", STR_ARG(code)), &row, f) != 0;
}

static bool
add_amounts(struct accept *x, const struct proposal *p, int64_t line)
{
	enum budget_measure version;

	for (size_t i = 0; i < p->len; i++)
		if (version_of(p->at[i].kind, &version) && p->at[i].year > 0 &&
		    !add_amount(x, line, &p->at[i], version, factor_of(p)))
			return false;
	return true;
}

/* ---- printed totals ---- */

struct printed {
	struct str scope, title;
	int64_t    line;                /* 0: of a group or of everything */
	const struct proposal *of;
};

static bool
add_printed(struct accept *x, const struct printed *t, const struct field *f,
            enum budget_measure version, int64_t *ret)
{
	struct amount    m = amount_of(f->text);
	enum budget_unit unit;
	struct noun_row  row = { 0 };
	struct str       years = f->year > 0 ? year_text(x, f->year) : STR("i alt");
	int64_t          id;

	if (m.state == AMOUNT_NIL)
		m.value = NUMBER_ZERO;
	else if (m.state != AMOUNT_VALUE)
		return true;
	if (!budget_unit_of_factor(m.factor > 0 ? m.factor : factor_of(t->of), &unit))
		return true;
	row.text[PRINTED_TOTAL_title] = t->title;
	row.ref[PRINTED_TOTAL_document] = x->document;
	row.text[PRINTED_TOTAL_scope] = t->scope;
	row.ref[PRINTED_TOTAL_budget_line] = t->line;
	row.text[PRINTED_TOTAL_first_line] = proposal_text(t->of, FIELD_FIRST);
	row.text[PRINTED_TOTAL_last_line] = proposal_text(t->of, FIELD_LAST);
	row.text[PRINTED_TOTAL_version] = version_code(version);
	row.text[PRINTED_TOTAL_amount] = number_plain(x->arena, m.value);
	row.text[PRINTED_TOTAL_unit] = budget_unit_code(unit);
	row.text[PRINTED_TOTAL_footnote] = t->line == 0 ? proposal_text(t->of, FIELD_FOOTNOTE) : STR_NONE;
	if (f->year > 0)
		row.text[PRINTED_TOTAL_year] = years;
	id = accept_add(x, NOUN_PRINTED_TOTAL, arena_printf(x->arena, STR_FMT " " STR_FMT, STR_ARG(years),
	    STR_ARG(t->title)), &row, f);
	if (id != 0)
		*ret = id;
	return id != 0;
}

/* "I alt" of a line: the sum of its years. */
static bool
add_line_total(struct accept *x, const struct proposal *p, int64_t line)
{
	const struct field *f = proposal_field(p, FIELD_TOTAL);
	struct printed      t = { STR("line"), p->title, line, p };
	int64_t             ignored;

	return f == NULL || add_printed(x, &t, f, BUDGET_ORIGINAL, &ignored);
}

bool
accept_printed_total(struct accept *x, const struct proposal *p, int64_t *ret)
{
	struct printed      t = { proposal_text(p, FIELD_SCOPE), p->title, 0, p };
	enum budget_measure version = BUDGET_ORIGINAL;
	int64_t             id = 0;

	for (size_t i = 0; i < p->len; i++)
		if (((version_of(p->at[i].kind, &version) && p->at[i].year > 0) || p->at[i].kind == FIELD_TOTAL) &&
		    !add_printed(x, &t, &p->at[i], p->at[i].kind == FIELD_TOTAL ? BUDGET_ORIGINAL : version, &id))
			return false;
	*ret = id;
	return true;
}

bool
accept_budget_line(struct accept *x, const struct proposal *p, int64_t *ret)
{
	struct field    place = proposal_place(p);
	struct noun_row row = { 0 };
	int64_t         id;

	row.text[BUDGET_LINE_title] = p->title;
	row.text[BUDGET_LINE_number] = proposal_text(p, FIELD_NUMBER);
	row.text[BUDGET_LINE_section] = proposal_text(p, FIELD_GROUP);
	row.text[BUDGET_LINE_rank] = arena_printf(x->arena, "%u", place.line);
	row.ref[BUDGET_LINE_initiative] = accept_find(x, NOUN_INITIATIVE, p->title);
	id = accept_add(x, NOUN_BUDGET_LINE, p->title, &row, &place);
	if (id == 0 || !add_amounts(x, p, id) || !add_line_total(x, p, id))
		return false;
	*ret = id;
	return true;
}
