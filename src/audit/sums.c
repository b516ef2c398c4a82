/* sums.c - does every printed total follow from its lines? A row, a column, a
 * group, a grand total: each is recomputed in every direction that the table
 * allows, and judged by its lines. */
#include "audit/candidates.h"
#include "audit/table_flaws.h"

#define TITLE_BYTES 60          /* of a row's title in a message */

enum derived { DERIVED_GROUP, DERIVED_LINES, DERIVED_GROUPS, DERIVED_ACROSS };

static const struct {
	struct str da, en;
} source[] = {
	[DERIVED_GROUP] = { STR_INIT("gruppens linjer"), STR_INIT("the group's lines") },
	[DERIVED_LINES] = { STR_INIT("linjerne"), STR_INIT("the lines") },
	[DERIVED_GROUPS] = { STR_INIT("de trykte gruppesummer"), STR_INIT("the printed group totals") },
	[DERIVED_ACROSS] = { STR_INIT("rækkens tal"), STR_INIT("the row's figures") },
};

struct derivation {
	enum derived by;
	struct sum   sum;
};

/* One printed total: the first derivation judges it, the others are told. */
struct total {
	size_t              row, column;
	const struct amount *printed;
	struct derivation   by[3];
	size_t              len;
};

struct judge {
	struct audit        *x;
	const struct matrix *m;
	struct known_amounts text;
	bool                 text_read;
};

static void
derive(struct total *t, enum derived by, struct sum s)
{
	if (s.known)
		t->by[t->len++] = (struct derivation){ by, s };
}

static bool
is_total_row(const struct matrix_row *r)
{
	return r->kind == MATRIX_GROUP || r->kind == MATRIX_TOTAL;
}

static bool
has_groups(const struct matrix *m, size_t row)
{
	for (size_t i = m->row[row].from; i < m->row[row].to; i++)
		if (i != row && m->row[i].parent == row && is_total_row(&m->row[i]))
			return true;
	return false;
}

/* Everything that the printed total in row `row` of `column` may be computed from. */
static struct total
total_at(const struct matrix *m, size_t row, size_t column)
{
	const struct matrix_row *r = &m->row[row];
	struct total             t = { .row = row, .column = column, .printed = &r->at[column] };
	bool                     sums = is_total_row(r) && r->from < r->to;

	if (sums)
		derive(&t, r->grand ? DERIVED_LINES : DERIVED_GROUP, matrix_lines(m, r->from, r->to, column));
	if (sums && t.len == 0 && column != m->total)
		return t;               /* over something unknown */
	if (sums && has_groups(m, row))
		derive(&t, DERIVED_GROUPS, matrix_groups(m, row, column));
	if (column == m->total && r->kind != MATRIX_HEADING)
		derive(&t, DERIVED_ACROSS, matrix_across(m, row));
	return t;
}

/* ---- messages ---- */

static struct str
figure(struct arena *a, struct number n, enum notation notation)
{
	struct buf b;
	struct str s;

	buf_init(&b, NUMBER_TEXT_MAX);
	number_write(&b, n, notation);
	s = str_dup(a, buf_str(&b));
	buf_free(&b);
	return s;
}

/* At the decimals that the table shares. */
static struct number
shared(const struct matrix *m, struct number n)
{
	struct number ret;

	return number_rescale(n, m->scale, &ret) ? ret : n;
}

struct words {
	struct str da, en;
};

static struct words
words_of(const struct judge *j, struct number n)
{
	n = shared(j->m, n);
	return (struct words){ figure(j->x->arena, n, NOTATION_DA), figure(j->x->arena, n, NOTATION_EN) };
}

static struct words
join(struct arena *a, struct words x, struct words y)
{
	return (struct words){
		arena_printf(a, STR_FMT STR_FMT, STR_ARG(x.da), STR_ARG(y.da)),
		arena_printf(a, STR_FMT STR_FMT, STR_ARG(x.en), STR_ARG(y.en)),
	};
}

/* "; rækkens tal giver 191,4" for each other derivation. */
static struct words
others(const struct judge *j, const struct total *t)
{
	struct arena *a = j->x->arena;
	struct words  all = { STR(""), STR("") };

	for (size_t i = 1; i < t->len; i++) {
		struct words n = words_of(j, t->by[i].sum.value);
		enum derived by = t->by[i].by;

		all = join(a, all, (struct words){
			arena_printf(a, "; " STR_FMT " giver " STR_FMT, STR_ARG(source[by].da), STR_ARG(n.da)),
			arena_printf(a, "; " STR_FMT " give " STR_FMT, STR_ARG(source[by].en), STR_ARG(n.en)),
		});
	}
	return all;
}

/* Of a total that holds: which printed figures it does not follow from. */
static struct words
not_from(const struct judge *j, const struct total *t)
{
	struct arena *a = j->x->arena;
	struct words  all = { STR(""), STR("") };

	for (size_t i = 1; i < t->len; i++) {
		struct words n = words_of(j, t->by[i].sum.value);
		enum derived by = t->by[i].by;

		if (sum_explains(j->m, &t->by[i].sum, t->printed))
			continue;
		all = join(a, all, (struct words){
			arena_printf(a, "; det følger ikke af " STR_FMT ", der giver " STR_FMT,
			    STR_ARG(source[by].da), STR_ARG(n.da)),
			arena_printf(a, "; it does not follow from " STR_FMT ", which give " STR_FMT,
			    STR_ARG(source[by].en), STR_ARG(n.en)),
		});
	}
	return all;
}

static struct words
gives(const struct judge *j, const struct total *t, const char *da, const char *en)
{
	struct arena *a = j->x->arena;
	struct words  n = words_of(j, t->by[0].sum.value), p = words_of(j, t->printed->value);
	enum derived  by = t->by[0].by;

	return (struct words){
		arena_printf(a, STR_FMT " giver " STR_FMT ", %s " STR_FMT, STR_ARG(source[by].da), STR_ARG(n.da),
		    da, STR_ARG(p.da)),
		arena_printf(a, STR_FMT " give " STR_FMT ", %s " STR_FMT, STR_ARG(source[by].en), STR_ARG(n.en),
		    en, STR_ARG(p.en)),
	};
}

/* ---- judging ---- */

static void
hold(struct judge *j, const struct total *t)
{
	struct words w = join(j->x->arena, gives(j, t, "som trykt:", "as printed:"), not_from(j, t));

	audit_holds(j->x, (struct claim){
		.code = AUDIT_SUM, .line = t->printed->cell->at[0].line,
		.column = t->printed->cell->at[0].column, .quote = t->printed->cell->at[0].text,
		.da = w.da, .en = w.en,
	});
}

static struct words
too_much(const struct judge *j, struct number difference)
{
	struct arena *a = j->x->arena;
	bool          much = number_sign(difference) > 0;
	struct words  n;

	if (!much && !number_neg(difference, &difference))
		return (struct words){ STR(""), STR("") };
	n = words_of(j, difference);
	return (struct words){
		arena_printf(a, " (" STR_FMT " for %s)", STR_ARG(n.da), much ? "meget" : "lidt"),
		arena_printf(a, " (" STR_FMT " too %s)", STR_ARG(n.en), much ? "much" : "little"),
	};
}

static void
give_hint(const struct judge *j, const struct total *t, struct finding *f)
{
	f->hint_da = STR("ret summen, eller den linje, der er forkert");
	f->hint_en = STR("correct the total, or the line that is wrong");
	for (size_t i = 1; i < t->len; i++)
		if (sum_explains(j->m, &t->by[i].sum, t->printed)) {
			f->hint_da = arena_printf(j->x->arena, "summen følger af " STR_FMT "; ret dem først",
			    STR_ARG(source[t->by[i].by].da));
			f->hint_en = arena_printf(j->x->arena, "the total follows from " STR_FMT "; correct them first",
			    STR_ARG(source[t->by[i].by].en));
		}
}

static void
explain(struct judge *j, const struct total *t, struct finding *f)
{
	const struct matrix_row *r = &j->m->row[t->row];
	size_t                   row = t->column == j->m->total ? t->row : MATRIX_NONE;

	if (!j->text_read) {
		j->text = amounts_of_text(j->x, j->m);
		j->text_read = true;
	}
	candidates_find(j->x->arena, j->m, &j->text, r->from, r->to, t->column, row, f);
}

/* A title as it stands, at most so long that a message can be read aloud. */
static struct str
short_title(struct arena *a, struct str title)
{
	size_t end = TITLE_BYTES;

	title = quote_of(a, title);
	if (title.len <= TITLE_BYTES)
		return title;
	while (end > 0 && title.at[end] != ' ')
		end--;
	return arena_printf(a, STR_FMT "…", STR_ARG(str_slice(title, 0, end)));
}

/* " i »I alt«, 2013": which of the table's totals it is, in words. */
static struct words
place_told(const struct judge *j, const struct total *t)
{
	struct arena *a = j->x->arena;
	struct str    row = short_title(a, j->m->row[t->row].title);
	int           year = j->m->column[t->column].year;
	struct str    when = year == 0 ? STR_NONE : arena_printf(a, ", %d", year);

	if (row.len == 0)
		return (struct words){ year == 0 ? STR_NONE : arena_printf(a, " i %d", year),
			year == 0 ? STR_NONE : arena_printf(a, " in %d", year) };
	return (struct words){
		arena_printf(a, " i »" STR_FMT "«" STR_FMT, STR_ARG(row), STR_ARG(when)),
		arena_printf(a, " in “" STR_FMT "”" STR_FMT, STR_ARG(row), STR_ARG(when)),
	};
}

static void
find(struct judge *j, const struct total *t, struct number difference, bool rounding)
{
	struct arena  *a = j->x->arena;
	struct finding f = { .code = rounding ? AUDIT_ROUNDING : AUDIT_SUM, .has_amounts = true };
	struct words   w = gives(j, t, "der står", "printed is");

	if (rounding)
		w = join(a, join(a, w, (struct words){ STR(": afrundingen forklarer det"),
		    STR(": rounding explains it") }), not_from(j, t));
	else
		w = join(a, join(a, join(a, w, too_much(j, difference)), place_told(j, t)), others(j, t));
	f.line = t->printed->cell->at[0].line;
	f.column = t->printed->cell->at[0].column;
	f.quote = t->printed->cell->at[0].text;
	f.da = w.da;
	f.en = w.en;
	f.expected = shared(j->m, t->by[0].sum.value);
	f.printed = shared(j->m, t->printed->value);
	f.difference = shared(j->m, difference);
	if (!rounding) {
		give_hint(j, t, &f);
		explain(j, t, &f);
	}
	audit_finds(j->x, f);
}

/* Does another printed total in the row hold? Then the row is a total of these lines. */
static bool
holds_elsewhere(const struct matrix *m, const struct total *t)
{
	for (size_t c = 0; c < m->columns; c++) {
		const struct amount *a = &m->row[t->row].at[c];
		struct sum           s = matrix_lines(m, m->row[t->row].from, m->row[t->row].to, c);

		if (c != t->column && a->state == AMOUNT_VALUE && s.known && s.figures > 0 &&
		    sum_explains(m, &s, a))
			return true;
	}
	return false;
}

/* Among counts, a total that is far from its lines, below the largest of them or
 * half of them all is a mean, a share, or lists them twice. */
static bool
is_no_sum(const struct matrix *m, const struct total *t, struct number difference)
{
	const struct matrix_row *r = &m->row[t->row];
	struct number            far;

	if (m->budget || !is_total_row(r) || number_is_zero(difference))
		return false;
	for (size_t i = r->from; i < r->to; i++)
		if (m->row[i].kind == MATRIX_LINE && m->row[i].at[t->column].state == AMOUNT_VALUE &&
		    number_cmp(m->row[i].at[t->column].value, t->printed->value) > 0)
			return true;
	if (holds_elsewhere(m, t))
		return false;
	if (number_sign(difference) < 0 && !number_neg(difference, &difference))
		return true;
	return !number_mul(difference, NUMBER(4, 0), &far) || number_cmp(far, t->printed->value) > 0;
}

static void
judge_total(struct judge *j, const struct total *t)
{
	const struct sum *s = &t->by[0].sum;
	struct number     difference;

	if (t->len == 0 || !amount_is_known(t->printed) ||
	    (t->printed->state == AMOUNT_NIL && s->figures == 0) ||
	    !number_sub(t->printed->value, s->value, &difference) ||
	    is_no_sum(j->m, t, difference))
		return;
	if (number_is_zero(difference))
		hold(j, t);
	else
		find(j, t, difference, sum_explains(j->m, s, t->printed));
}

static void
judge_matrix(struct audit *x, const struct matrix *m)
{
	struct judge j = { .x = x, .m = m };

	for (size_t r = 0; r < m->rows; r++)
		for (size_t c = 0; c < m->columns; c++) {
			struct total t;

			if (!is_total_row(&m->row[r]) && c != m->total)
				continue;
			t = total_at(m, r, c);
			judge_total(&j, &t);
		}
}

void
audit_sums(struct audit *x)
{
	struct matrix_place at = { 0 };
	struct matrix       m;

	while (matrix_next(x->arena, x->doc, x->seen->reads->notation, &at, &m)) {
		table_flaws_report(x, &m);
		if (!m.refused)
			judge_matrix(x, &m);
	}
}
