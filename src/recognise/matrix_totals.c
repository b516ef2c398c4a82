/* matrix_totals.c - which rows are totals, and which rows each of them sums.
 *
 * Names, numbers and indentation come first, for they stay when a sum is wrong;
 * where they leave a choice, what fits in most columns decides. */
#include "recognise/matrix_row.h"
#include "recognise/folded.h"

#define GROUP_LINES_MAX 60

struct fit {
	size_t right, wrong;
};

/* In how many columns does row `t` hold the sum of the lines in [from, to)? */
static struct fit
fit_of(const struct matrix *m, size_t t, size_t from, size_t to)
{
	struct fit f = { 0 };

	for (size_t c = 0; c < m->columns; c++) {
		struct sum s = matrix_lines(m, from, to, c);

		if (m->row[t].at[c].state != AMOUNT_VALUE || !s.known || s.figures == 0)
			continue;
		if (sum_explains(m, &s, &m->row[t].at[c]))
			f.right++;
		else
			f.wrong++;
	}
	return f;
}

static bool
fits_better(struct fit a, struct fit b)
{
	return a.right > a.wrong && a.right > b.right;
}

bool
matrix_has_lines(const struct matrix *m, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (m->row[i].kind == MATRIX_LINE)
			return true;
	return false;
}

/* ---- names ---- */

/* "I alt (mio. kr.):" -> "i alt". */
static struct str
bare(struct str s)
{
	size_t bracket = str_find(s, STR("("), 0);

	if (bracket != SIZE_MAX && bracket > 0)
		s = str_slice(s, 0, bracket);
	s = str_trim(s);
	while (s.len > 0 && (s.at[s.len - 1] == ':' || s.at[s.len - 1] == '.'))
		s.len--;
	return str_trim(s);
}

static bool
is_plain_total(struct str name)
{
	static const char *const plain[] = { "i alt", "ialt", "total", "totalt", "sum", "samlet", "hovedtotal",
		"samlet sum", "samlet i alt", "total i alt", "sum i alt", "alt i alt", "samlet total", NULL };

	for (size_t i = 0; plain[i] != NULL; i++)
		if (str_eq(name, str_from(plain[i])))
			return true;
	return false;
}

static bool
is_named_total(struct str name)
{
	static const char *const begins[] = { "i alt", "ialt", "samlet", "samlede", "subtotal", "delsum",
		"mellemsum", "total", "totalt", "sum", "hovedtotal", NULL };

	for (size_t i = 0; begins[i] != NULL; i++)
		if (folded_starts(name, begins[i]) && !letter_is_word((name.len > str_from(begins[i]).len) ?
		    name.at[str_from(begins[i]).len] : ' '))
			return true;
	return str_ends(name, STR(" i alt")) || str_ends(name, STR(" ialt")) || str_ends(name, STR(" total"));
}

bool
matrix_row_is_total(const struct matrix_row *r)
{
	struct str name = bare(r->folded);

	return r->number.len == 0 && (is_plain_total(name) || is_named_total(name));
}

/* Names of what remains, or of the whole: a total where the figures say so. With refunds
 * printed as positive amounts it is none that could be added up. */
static bool
may_sum(struct str name)
{
	static const char *const nets[] = { "netto", "nettoudgift", "nettoudgifter", "resultat", "saldo",
		"kommunens udgift", "kommunens nettoudgift", "net", "hele kommunen", "hele byen", "alle",
		"kommunen", "whole city", "all", NULL };

	for (size_t i = 0; nets[i] != NULL; i++)
		if (str_eq(name, str_from(nets[i])))
			return true;
	return false;
}

static size_t part_begin(const struct matrix *m, size_t t);

static void
settle_nets(struct matrix *m)
{
	for (size_t i = 1; i < m->rows; i++) {
		struct fit part, all;

		if (m->row[i].kind != MATRIX_LINE || m->row[i].number.len > 0 || !may_sum(bare(m->row[i].folded)))
			continue;
		part = fit_of(m, i, part_begin(m, i), i);
		all = fit_of(m, i, 0, i);
		if (part.right > part.wrong || all.right > all.wrong)
			m->row[i].kind = MATRIX_TOTAL;
	}
}

/* "PL-regulering (pct.)" among amounts: its figures are none that are added. */
static bool
is_share_row(const struct matrix_row *r)
{
	static const char *const ends[] = { "(pct.)", "(pct)", " i pct.", " i pct", "(%)", " i %", "i procent", "(procent)",
		"(per cent)", NULL };

	for (size_t i = 0; ends[i] != NULL; i++)
		if (str_ends(r->folded, str_from(ends[i])))
			return true;
	return false;
}

static void
name_rows(struct matrix *m)
{
	for (size_t i = 0; i < m->rows; i++) {
		struct matrix_row *r = &m->row[i];
		struct str         name = bare(r->folded);

		if (r->kind == MATRIX_HEADING)
			continue;
		if (is_share_row(r)) {
			r->kind = MATRIX_PART;
			for (size_t c = 0; c < m->columns; c++)
				r->at[c].state = AMOUNT_UNKNOWN;
			continue;
		}
		r->plain = r->number.len == 0 && is_plain_total(name);
		if (matrix_row_is_total(r) ||
		    (name.len == 0 && r->number.len == 0 && i + 1 == m->rows))
			r->kind = MATRIX_TOTAL;
		else if (folded_starts(name, "heraf") || folded_starts(name, "deraf") ||
		    str_starts(name, STR("- heraf")))
			r->kind = MATRIX_PART;
		r->plain |= name.len == 0;
	}
}

/* ---- groups above their lines ---- */

/* "2" or "2.1": the number of what "2.1.4" stands under. */
static bool
number_covers(struct str group, struct str line)
{
	return group.len > 0 && line.len > group.len && str_starts(line, group) && line.at[group.len] == '.';
}

static struct str
section_of(struct str number)
{
	size_t dot = str_find(number, STR("."), 0);

	return dot == SIZE_MAX ? STR_NONE : str_slice(number, 0, dot);
}

/* Names in bold among names that are not say more than blanks do. */
static bool
is_partly_bold(const struct matrix *m)
{
	bool bold = false, plain = false;

	for (size_t i = 0; i < m->rows; i++)
		if (m->row[i].kind == MATRIX_LINE) {
			bold |= m->row[i].bold;
			plain |= !m->row[i].bold;
		}
	return bold && plain;
}

/* Do names begin in two or three places, some further right? By cells, else by blanks. */
static bool
is_indented(const struct matrix *m, uint32_t mask)
{
	uint32_t seen[4];
	size_t   n = 0;

	for (size_t i = 0; i < m->rows; i++) {
		size_t k = 0;

		if (m->row[i].kind != MATRIX_LINE || m->row[i].title.len == 0)
			continue;
		while (k < n && seen[k] != (m->row[i].indent & mask))
			k++;
		if (k == n && n == COUNT_OF(seen))
			return false;
		if (k == n)
			seen[n++] = m->row[i].indent & mask;
	}
	return n > 1 && n < COUNT_OF(seen);
}

/* The end of the rows that row `i` is the sum of, in most columns; 0: of none. Where the
 * sum is reached in all of them is better than where it is reached first. */
static size_t
sum_of_next(const struct matrix *m, size_t i)
{
	struct sum s[MATRIX_COLUMNS_MAX];
	struct fit best = { 0 };
	size_t     end = 0;

	for (size_t c = 0; c < m->columns; c++)
		s[c] = sum_zero();
	for (size_t n = i + 1; n < m->rows && n <= i + GROUP_LINES_MAX; n++) {
		size_t right = 0, wrong = 0;

		if (m->row[n].kind != MATRIX_LINE)
			break;
		for (size_t c = 0; c < m->columns; c++) {
			const struct amount *a = &m->row[i].at[c];

			sum_put(&s[c], &m->row[n].at[c]);
			if (!amount_is_known(a) || !s[c].known ||
			    (number_is_zero(a->value) && number_is_zero(s[c].value)))
				continue;
			if (number_cmp(a->value, s[c].value) == 0)
				right++;
			else
				wrong++;
		}
		if (n == i + 1 || right < 2 || right <= wrong || right <= best.right)
			continue;
		best = (struct fit){ right, wrong };
		end = n + 1;
		if (wrong == 0)
			break;
	}
	return end;
}

struct grouping {
	bool       indented;
	bool       cells;               /* by cells, not only by blanks */
	bool       bold;                /* groups are in bold, their lines are not */
	size_t     until;               /* rows before this one are lines of a group by its sum */
	struct str section;             /* of the numbers above */
};

/* "a. Hjemmehjælp", "b) Mad" */
static bool
is_lettered(const struct matrix_row *r)
{
	return r->number.len == 0 && r->folded.len > 2 && r->folded.at[0] >= 'a' && r->folded.at[0] <= 'z' &&
	    (r->folded.at[1] == '.' || r->folded.at[1] == ')') && r->folded.at[2] == ' ';
}

/* How a row shows that those below are its lines. Names, numbers and cells are SURE;
 * blanks and bold letters make it LIKELY; else its SUM must tell. */
enum cue { CUE_NONE, CUE_SUM, CUE_LIKELY, CUE_SURE };

static enum cue
begins_group(const struct matrix *m, const struct grouping *g, size_t i)
{
	const struct matrix_row *r = &m->row[i], *next = &m->row[i + 1];
	struct str               section = section_of(next->number);

	if (r->kind != MATRIX_LINE || next->kind != MATRIX_LINE)
		return CUE_NONE;
	if (r->number.len > 0 && next->number.len > 0)
		return number_covers(r->number, next->number) ? CUE_SURE : CUE_NONE;
	if (is_lettered(next) && !is_lettered(r))
		return CUE_SURE;
	if (g->bold)
		return r->bold && !next->bold ? CUE_LIKELY : CUE_NONE;
	if (r->number.len > 0)
		return CUE_SUM;
	if (g->indented)
		return r->indent >= next->indent ? CUE_NONE : g->cells ? CUE_SURE : CUE_LIKELY;
	if (section.len > 0 && !str_eq(section, g->section))
		return CUE_SURE;
	return CUE_SUM;
}

static bool
ends_group(const struct matrix *m, const struct grouping *g, size_t group, size_t i)
{
	const struct matrix_row *top = &m->row[group], *r = &m->row[i];

	if (r->kind == MATRIX_TOTAL)
		return true;
	if (is_lettered(&m->row[group + 1]))
		return !is_lettered(r);
	if (g->bold)
		return r->bold || r->kind == MATRIX_HEADING;
	if (top->number.len > 0)
		return r->number.len > 0 && !number_covers(top->number, r->number);
	if (r->kind == MATRIX_HEADING)
		return !g->indented && r->number.len == 0 && section_of(m->row[group + 1].number).len == 0;
	if (g->indented)
		return r->indent <= top->indent;
	return r->kind == MATRIX_GROUP;
}

/* A line without a number may stand outside a group of numbered ones. */
static size_t
without_tail(const struct matrix *m, size_t group)
{
	const struct matrix_row *r = &m->row[group];
	size_t                   tail = r->to;

	if (m->row[group + 1].number.len == 0)
		return r->to;
	while (tail > group + 2 && m->row[tail - 1].number.len == 0)
		tail--;
	return fits_better(fit_of(m, group, r->from, tail), fit_of(m, group, r->from, r->to)) ? tail : r->to;
}

/* `to`: where its sum is reached, or its next row when that is not known. */
static void
open_group(struct matrix *m, size_t i, size_t to)
{
	m->row[i].kind = MATRIX_GROUP;
	m->row[i].from = i + 1;
	m->row[i].to = to;
}

static void
close_group(struct matrix *m, const struct grouping *g, size_t i)
{
	struct matrix_row *r = &m->row[i];

	if (r->kind != MATRIX_GROUP || r->to > r->from)
		return;
	while (r->to < m->rows && !ends_group(m, g, i, r->to))
		r->to++;
	if (!g->indented && r->number.len == 0)
		r->to = without_tail(m, i);
}

static struct str
mark_of(const struct matrix_row *r)
{
	for (size_t i = 0; r->row != NULL && i < r->row->len; i++)
		if (r->row->at[i].len > 0)
			return r->row->at[i].at[0].item ? r->row->at[i].at[0].mark : STR_NONE;
	return STR_NONE;
}

/* A sign before one name alone ("✓ nået", "○ ingen måling") sets no name below another. */
static void
level_lone_marks(struct matrix *m)
{
	for (size_t i = 0; i < m->rows; i++) {
		struct str mark = mark_of(&m->row[i]);
		uint32_t   width = (uint32_t)utf8_length(mark) + 1;     /* and a blank */
		size_t     n = 0;

		for (size_t k = 0; mark.len > 0 && k < m->rows; k++)
			n += str_eq(mark_of(&m->row[k]), mark);
		if (n == 1 && (m->row[i].indent & 0xffff) >= width)
			m->row[i].indent -= width;
	}
}

static void
find_groups(struct matrix *m)
{
	struct grouping g = { .cells = is_indented(m, 0xffff0000), .bold = is_partly_bold(m) };

	g.indented = g.cells || (!g.bold && is_indented(m, 0xffffffff));
	for (size_t i = 0; i + 1 < m->rows; i++) {
		enum cue cue = begins_group(m, &g, i);

		if (m->row[i].number.len > 0)
			g.section = section_of(m->row[i].number);
		if (cue == CUE_SUM && i >= g.until && sum_of_next(m, i) > 0) {
			g.until = sum_of_next(m, i);
			open_group(m, i, g.until);
		} else if (cue >= CUE_LIKELY) {
			open_group(m, i, i + 1);
		}
		m->row[i].sure = cue == CUE_SURE;
		m->sure |= cue == CUE_SURE;
	}
	for (size_t i = 0; i < m->rows; i++)
		close_group(m, &g, i);
}

/* ---- totals by name ---- */

/* Where the part begins that a total at `t` ends. */
static size_t
part_begin(const struct matrix *m, size_t t)
{
	size_t from = t;

	while (from > 0 && m->row[from - 1].kind != MATRIX_TOTAL && m->row[from - 1].kind != MATRIX_HEADING)
		from--;
	return from;
}

static size_t
next_total(const struct matrix *m, size_t t)
{
	for (size_t i = t + 1; i < m->rows; i++)
		if (m->row[i].kind == MATRIX_TOTAL)
			return i;
	return m->rows;
}

/* The total stands above what it sums: nothing but headings before it. */
static void
range_above(struct matrix *m, size_t t)
{
	struct matrix_row *r = &m->row[t];
	size_t             next = next_total(m, t);

	r->from = t + 1;
	r->to = r->plain ? m->rows : t + 1;
	while (r->to < next && m->row[r->to].kind != MATRIX_HEADING)
		r->to++;
	r->grand = r->plain;
}

struct totals {
	bool   above;                   /* names of totals stand above their lines */
	bool   grand;                   /* the sum of everything has been seen */
};

static void
range_below(struct matrix *m, struct totals *s, size_t t)
{
	struct matrix_row *r = &m->row[t];
	size_t             part = part_begin(m, t);
	bool               last = next_total(m, t) == m->rows, whole, alone = part == 0;
	struct fit         of_part = fit_of(m, t, part, t), of_all = { 0 };

	if (last || of_part.right <= of_part.wrong)
		of_all = fit_of(m, t, 0, t);
	whole = !matrix_has_lines(m, part, t) || alone || (last && r->plain);
	if (!alone && matrix_has_lines(m, part, t))
		whole = whole ? !fits_better(of_part, of_all) : fits_better(of_all, of_part);
	if (t > 0 && m->row[t - 1].kind == MATRIX_TOTAL && m->row[t - 1].from == 0 &&
	    m->row[t - 1].to > 0 && of_all.right == 0)
		return;                 /* a second total of the same lines: of more than stands here */
	if (s->grand && of_part.right <= of_part.wrong && of_all.right <= of_all.wrong)
		return;                 /* below the grand total: what it sums is not said */
	r->from = whole ? 0 : part;
	r->to = t;
	r->grand = whole && last;
	s->grand |= whole && r->plain;
}

static void
find_totals(struct matrix *m)
{
	struct totals s = { 0 };
	bool          lines = false;

	for (size_t i = 0; i < m->rows; i++) {
		struct matrix_row *r = &m->row[i];

		lines |= r->kind == MATRIX_LINE;
		if (r->kind != MATRIX_TOTAL)
			continue;
		s.above |= !lines && matrix_has_lines(m, i, m->rows);
		if (s.above && (!r->plain || !lines))
			range_above(m, i);
		else
			range_below(m, &s, i);
	}
}

/* What stands below the sum of everything, up to the end, is told of it and not added:
 * "Kommunal udgift" below "Sum" and "Heraf statspulje". */
static void
settle_tail(struct matrix *m)
{
	size_t end = m->rows;

	while (end > 0 && (m->row[end - 1].kind == MATRIX_LINE || m->row[end - 1].kind == MATRIX_PART) &&
	    m->row[end - 1].number.len == 0)
		end--;
	if (end == 0 || end == m->rows || !m->row[end - 1].grand || !m->row[end - 1].plain || m->row[end - 1].from != 0 ||
	    m->row[end - 1].to != end - 1)
		return;
	for (size_t i = end; i < m->rows; i++)
		m->row[i].kind = MATRIX_PART;
}

/* The smallest total over each row: of those that cover it, the shortest. */
static void
find_parents(struct matrix *m)
{
	for (size_t t = 0; t < m->rows; t++) {
		const struct matrix_row *r = &m->row[t];

		for (size_t i = r->from; i < r->to; i++) {
			size_t p = m->row[i].parent;

			if (i != t && (p == MATRIX_NONE || m->row[p].to - m->row[p].from > r->to - r->from))
				m->row[i].parent = t;
		}
	}
}

/* A total that fits in no column, and is far from its lines in one, is a total of
 * something else: names and numbers alone can make it sure. */
static bool
is_unclear(const struct matrix *m, size_t t)
{
	const struct matrix_row *r = &m->row[t];
	size_t                   judged = 0, far = 0;

	for (size_t c = 0; c < m->columns; c++) {
		struct sum    s = matrix_lines(m, r->from, r->to, c);
		struct number d, printed = r->at[c].value;

		if (r->at[c].state != AMOUNT_VALUE || !s.known || (s.figures == 0 && number_is_zero(printed)))
			continue;
		if (sum_explains(m, &s, &r->at[c]) || !number_sub(printed, s.value, &d))
			return false;
		judged++;
		if ((number_sign(d) < 0 && !number_neg(d, &d)) ||
		    (number_sign(printed) < 0 && !number_neg(printed, &printed)) ||
		    !number_mul(d, NUMBER(4, 0), &d) || number_cmp(d, printed) > 0)
			far++;
	}
	return judged > 1 && far > 0;
}

static void
drop_unclear(struct matrix *m)
{
	for (size_t i = 0; i < m->rows; i++) {
		struct matrix_row *r = &m->row[i];
		bool               sure = r->kind == MATRIX_TOTAL ? m->sure : r->sure;

		if (r->from < r->to && !sure && is_unclear(m, i))
			r->from = r->to = 0;
	}
}

void
matrix_classify(struct matrix *m)
{
	name_rows(m);
	settle_nets(m);
	level_lone_marks(m);
	find_groups(m);
	find_totals(m);
	settle_tail(m);
	drop_unclear(m);
	find_parents(m);
	matrix_find_flaws(m);
}
