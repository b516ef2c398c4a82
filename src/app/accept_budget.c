/* Budget tables: lines with their amounts, and the totals that the paper prints. */
#include "app/accept.h"
#include "core/budget.h"
#include "core/rounding.h"
#include "recognise/amount.h"
#include "recognise/budget_terms.h"

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

/* ---- what words say of a line ---- */

/* The line of this paper that stands on `line`; 0: it was not accepted. */
static int64_t
line_at(struct accept *x, const struct field *f)
{
	if (f == NULL)
		return 0;
	for (size_t i = 0; i < x->lines_len; i++)
		if (x->lines[i].line == f->line)
			return x->lines[i].id;
	for (size_t i = 0; i < x->sn.len[NOUN_BUDGET_LINE]; i++) {
		const struct noun_row    *row = &x->sn.row[NOUN_BUDGET_LINE][i];
		const struct change_row *c = snapshot_change(&x->sn, row->since);

		if (row->line == f->line && c != NULL && c->document == x->document)
			return row->id;
	}
	return 0;
}

static void
keep_line(struct accept *x, uint32_t line, int64_t id)
{
	ARENA_GROW(x->arena, x->lines, x->lines_len, &x->lines_cap);
	x->lines[x->lines_len++] = (struct accepted_line){ line, id };
}

static struct str
footnotes_of(struct accept *x, const struct proposal *p)
{
	struct str all = STR_NONE;

	for (size_t i = 0; i < p->len; i++)
		if (p->at[i].kind == FIELD_FOOTNOTE)
			all = arena_printf(x->arena, STR_FMT "%s" STR_FMT, STR_ARG(all), all.len > 0 ? " " : "",
			    STR_ARG(p->at[i].text));
	return all;
}

static void
set_financing(struct accept *x, const struct proposal *p, const struct budget_terms *t,
              struct noun_row *row)
{
	const struct field *f = proposal_field(p, FIELD_ECONOMY);
	enum financing      who = t->financing;

	if (t->has_financing || (f != NULL && financing_named(x->arena, f->text, &who)) ||
	    financing_named(x->arena, p->title, &who))
		row->text[BUDGET_LINE_financing] = financing_code(who);
}

/* Counted in another line, reserved in one, or left out. A line that the register
 * does not have cannot be pointed to: then the paper's words are the reason. */
static void
set_counting(struct accept *x, const struct proposal *p, const struct budget_terms *t,
             struct noun_row *row)
{
	const struct field *part = proposal_field(p, FIELD_PART_OF);
	const struct field *within = proposal_field(p, FIELD_COUNTED_IN);

	row->ref[BUDGET_LINE_earmark_of] = line_at(x, part);
	if (row->ref[BUDGET_LINE_earmark_of] != 0)
		return;
	if (part != NULL) {
		row->text[BUDGET_LINE_excluded] = p->title;
		return;
	}
	row->ref[BUDGET_LINE_counted_elsewhere] = line_at(x, within);
	if (row->ref[BUDGET_LINE_counted_elsewhere] == 0)
		row->text[BUDGET_LINE_excluded] = t->excluded.len > 0 ? t->excluded : t->elsewhere;
}

/* ---- attribution: half of a programme is the line's amount ---- */

/* The only amount of the line, which is the part that its footnote speaks of;
 * NULL: there are others, which that part says nothing of. */
static const struct field *
part_field(const struct proposal *p, const struct budget_terms *note)
{
	const struct field *found = NULL;
	enum budget_measure version;

	for (size_t i = 0; i < p->len && note->has_part; i++) {
		struct amount m = amount_of(p->at[i].text);
		struct number kroner;

		if (!version_of(p->at[i].kind, &version) || m.state == AMOUNT_NIL)
			continue;
		if (found != NULL || m.state != AMOUNT_VALUE ||
		    !number_mul(m.value, NUMBER(m.factor > 0 ? m.factor : factor_of(p), 0), &kroner) ||
		    number_cmp(kroner, note->part) != 0)
			return NULL;
		found = &p->at[i];
	}
	return found;
}

/* ---- refunds and earmarks, of the year that the paper is of ---- */

static int
document_year(const struct accept *x)
{
	return x->date.dated ? date_of(x->date.to - 1).year : 0;
}

/* Is the net amount what is left of the gross one, as finely as both are printed? */
static bool
fits(struct number gross, struct number share, struct number net, struct number printed_step)
{
	struct number left, difference;

	return budget_net(gross, share, &left) && number_sub(left, net, &difference) &&
	    rounding_explains(difference, 2, printed_step);
}

static void
set_refund(struct accept *x, const struct budget_terms *t, const struct field *f, int64_t factor,
           struct noun_row *row)
{
	struct amount m = amount_of(f->text);
	struct number net, step;

	if (!t->has_refund || f->year != document_year(x) || m.state != AMOUNT_VALUE ||
	    !number_from_plain(row->text[AMOUNT_kroner], &net) ||
	    !number_mul(NUMBER(1, m.value.scale), NUMBER(m.factor > 0 ? m.factor : factor, 0), &step) ||
	    !fits(t->gross, t->share, net, step))
		return;
	row->text[AMOUNT_gross] = number_plain(x->arena, number_trim(t->gross));
	row->text[AMOUNT_share] = number_plain(x->arena, number_trim(t->share));
	row->text[AMOUNT_financing] = financing_code(FINANCING_STATE_REFUND);
}

/* What a paper says in words of a line. */
struct words {
	const struct budget_terms *form;
	struct budget_terms        note;
	const struct field        *part;        /* the amount that is a part of a programme */
};

static bool
add_amount(struct accept *x, const struct proposal *p, const struct words *w, const struct field *f,
           int64_t line)
{
	struct noun_row     row = { 0 };
	enum budget_measure version = BUDGET_ORIGINAL;
	struct str          code;

	if (!version_of(f->kind, &version) || f->year <= 0)
		return true;
	code = version_code(version);
	row.ref[AMOUNT_budget_line] = line;
	row.text[AMOUNT_year] = year_text(x, f->year);
	row.text[AMOUNT_version] = code;
	set_kroner(x, f, factor_of(p), &row);
	if (f == w->part)
		row.text[AMOUNT_kroner] = number_plain(x->arena, number_trim(w->note.whole));
	else if (version == BUDGET_ORIGINAL)
		set_refund(x, w->form, f, factor_of(p), &row);
	return accept_add(x, NOUN_AMOUNT, arena_printf(x->arena, STR_FMT " %d%s" STR_FMT,
	    STR_ARG(things_key(x->things, line)), f->year, code.len > 0 ? " " : "", STR_ARG(code)), &row, f) != 0;
}

/* An amount of several years: in each of them, or once for all. */
static bool
add_years(struct accept *x, const struct field *f, struct budget_span s, int64_t line)
{
	struct noun_row row = { 0 };

	row.ref[AMOUNT_budget_line] = line;
	row.text[AMOUNT_year] = year_text(x, s.from);
	row.text[AMOUNT_kroner] = number_plain(x->arena, number_trim(s.kroner));
	if (s.through > s.from)
		row.text[AMOUNT_through] = year_text(x, s.through);
	if (s.whole)
		row.text[AMOUNT_recurrence] = recurrence_code(RECURRENCE_TOTAL);
	return accept_add(x, NOUN_AMOUNT, arena_printf(x->arena, STR_FMT " %d",
	    STR_ARG(things_key(x->things, line)), s.from), &row, f) != 0;
}

/* "8,0" in the column of totals of "2011-2015", in the table's unit. */
static bool
unsplit_of(const struct proposal *p, const struct field *f, struct budget_span *ret)
{
	struct budget_span s = { .whole = true };
	struct str         to = proposal_text(p, FIELD_YEARS), from = str_cut(&to, '-');
	struct amount      m = amount_of(f->text);
	int64_t            first, last;

	if (m.state != AMOUNT_VALUE || !str_int(from, &first) || !str_int(to, &last) || first < 1 ||
	    last <= first || last > YEAR_MAX ||
	    !number_mul(m.value, NUMBER(m.factor > 0 ? m.factor : factor_of(p), 0), &s.kroner))
		return false;
	s.from = (int)first;
	s.through = (int)last;
	*ret = s;
	return true;
}

static bool
add_spans(struct accept *x, const struct proposal *p, int64_t line)
{
	for (size_t i = 0; i < p->len; i++) {
		const struct field *f = &p->at[i];
		struct budget_span  s;

		if ((f->kind == FIELD_SPAN && budget_span_read(x->arena, f->text, &s)) ||
		    (f->kind == FIELD_UNSPLIT && unsplit_of(p, f, &s)))
			if (!add_years(x, f, s, line))
				return false;
	}
	return true;
}

static bool
add_amounts(struct accept *x, const struct proposal *p, const struct words *w, int64_t line)
{
	for (size_t i = 0; i < p->len; i++)
		if (!add_amount(x, p, w, &p->at[i], line))
			return false;
	return true;
}

static bool
add_earmark(struct accept *x, const struct earmark *e, const struct field *f, int64_t of)
{
	struct noun_row row = { 0 }, amount = { 0 };
	int64_t         id;

	row.text[BUDGET_LINE_title] = e->purpose;
	row.ref[BUDGET_LINE_earmark_of] = of;
	id = accept_add(x, NOUN_BUDGET_LINE, e->purpose, &row, f);
	if (id == 0)
		return false;
	amount.ref[AMOUNT_budget_line] = id;
	amount.text[AMOUNT_year] = year_text(x, document_year(x));
	amount.text[AMOUNT_kroner] = number_plain(x->arena, number_trim(e->kroner));
	return accept_add(x, NOUN_AMOUNT, arena_printf(x->arena, STR_FMT " " STR_FMT,
	    STR_ARG(things_key(x->things, id)), STR_ARG(amount.text[AMOUNT_year])), &amount, f) != 0;
}

static bool
add_earmarks(struct accept *x, const struct proposal *p, const struct budget_terms *t, int64_t of)
{
	const struct field *f = proposal_field(p, FIELD_TERMS);

	for (size_t i = 0; i < t->earmarks && f != NULL && document_year(x) > 0; i++)
		if (t->earmark[i].purpose.len > 0 && !add_earmark(x, &t->earmark[i], f, of))
			return false;
	return true;
}

/* ---- the line ---- */

bool
accept_budget_line(struct accept *x, const struct proposal *p, int64_t *ret)
{
	struct field        place = proposal_place(p);
	const struct field *form = proposal_field(p, FIELD_INITIATIVE);
	struct budget_terms t = budget_terms_read(x->arena, proposal_text(p, FIELD_TERMS));
	struct words        w = { &t, budget_terms_read(x->arena, footnotes_of(x, p)), NULL };
	struct noun_row     row = { 0 };
	int64_t             id;

	row.text[BUDGET_LINE_title] = p->title;
	row.text[BUDGET_LINE_number] = proposal_text(p, FIELD_NUMBER);
	row.text[BUDGET_LINE_section] = proposal_text(p, FIELD_GROUP);
	row.text[BUDGET_LINE_footnote] = footnotes_of(x, p);
	row.text[BUDGET_LINE_rank] = arena_printf(x->arena, "%u", place.line);
	row.ref[BUDGET_LINE_initiative] = accept_find(x, NOUN_INITIATIVE, form != NULL ? form->text : p->title);
	set_financing(x, p, &t, &row);
	set_counting(x, p, &t, &row);
	w.part = part_field(p, &w.note);
	if (w.part != NULL)
		row.text[BUDGET_LINE_attribution] = number_plain(x->arena, number_trim(w.note.percent));
	id = accept_add(x, NOUN_BUDGET_LINE, p->title, &row, &place);
	if (id == 0)
		return false;
	keep_line(x, place.line, id);
	if (!add_amounts(x, p, &w, id) || !add_spans(x, p, id) || !add_line_total(x, p, id) || !add_earmarks(x, p, &t, id))
		return false;
	*ret = id;
	return true;
}
