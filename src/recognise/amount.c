/* amount.c - figures of a table's cells, and their sums. */
#include "recognise/matrix.h"
#include "core/phrase.h"
#include "core/rounding.h"
#include "recognise/folded.h"

static const struct str minus[] = { STR_INIT("-"), STR_INIT("–"), STR_INIT("−"), STR_INIT("‑"), STR_INIT("﹣"),
	STR_INIT("－"), STR_INIT("./. "), STR_INIT("÷") };

/* "2,5-" of a ledger; "100,-" are kroner. */
static bool
ends_with_minus(struct str s)
{
	return s.len > 1 && s.at[s.len - 1] == '-' && s.at[s.len - 2] >= '0' && s.at[s.len - 2] <= '9';
}

/* A sign, or an amount in parentheses; a second one is none of ours. */
static bool
without_sign(struct str *s, bool *negative)
{
	*negative = ends_with_minus(*s);
	if (*negative)
		s->len--;
	if (s->len > 2 && s->at[0] == '(' && s->at[s->len - 1] == ')') {
		*negative = true;
		*s = str_trim(str_slice(*s, 1, s->len - 1));
	}
	for (size_t i = 0; i < COUNT_OF(minus); i++) {
		if (!str_starts(*s, minus[i]))
			continue;
		if (*negative)
			return false;
		*negative = true;
		*s = str_trim(str_slice(*s, minus[i].len, s->len));
		return s->len > 0 && s->at[0] != '+' && s->at[0] != '-' && s->at[0] != '(';
	}
	return true;
}

/* "1,5 mio. kr." -> "1,5", a million: the coarsest unit that is named. */
static struct str
without_units(struct str s, int64_t *factor)
{
	static const struct {
		struct str word;
		int64_t    factor;
	} units[] = {
		{ STR_INIT(",-"), 1 }, { STR_INIT(" kr."), 1 }, { STR_INIT(" kr"), 1 },
		{ STR_INIT(" kroner"), 1 }, { STR_INIT(" t."), 1000 }, { STR_INIT(" t"), 1000 },
		{ STR_INIT(" tkr."), 1000 }, { STR_INIT(" tkr"), 1000 },
		{ STR_INIT(" mio."), 1000000 }, { STR_INIT(" mio"), 1000000 },
	};

	*factor = 0;
	if (str_starts(s, STR("kr. ")) || str_starts(s, STR("Kr. "))) {
		s = str_trim(str_slice(s, 4, s.len));
		*factor = 1;
	}
	for (size_t i = 0; i < COUNT_OF(units); i++) {
		if (s.len <= units[i].word.len || !str_ends(s, units[i].word))
			continue;
		s = str_trim(str_slice(s, 0, s.len - units[i].word.len));
		if (units[i].factor > *factor)
			*factor = units[i].factor;
	}
	return s;
}

/* "½", "1½": whole, and a half or quarters, of a post. */
static bool
with_fraction(struct str s, struct number *ret)
{
	static const struct {
		struct str    sign;
		struct number is;
	} fractions[] = { { STR_INIT("½"), { 5, 1 } }, { STR_INIT("¼"), { 25, 2 } }, { STR_INIT("¾"), { 75, 2 } } };

	for (size_t i = 0; i < COUNT_OF(fractions); i++) {
		struct number whole = NUMBER_ZERO;
		struct str    rest;

		if (!str_ends(s, fractions[i].sign))
			continue;
		rest = str_trim(str_slice(s, 0, s.len - fractions[i].sign.len));
		return (rest.len == 0 || (number_parse(rest, NOTATION_DA, &whole) == NUMBER_OK && whole.scale == 0)) &&
		    number_add(whole, fractions[i].is, ret);
	}
	return false;
}

static struct amount
amount_in(struct str text, enum notation notation)
{
	struct amount m = { .state = AMOUNT_EMPTY };
	struct str    s = without_marks(text);
	bool          negative;

	if (s.len == 0)
		return m;
	if (missing_of_cell(s) != MISSING_NONE) {
		m.state = missing_of_cell(s) == MISSING_NIL ? AMOUNT_NIL : AMOUNT_UNKNOWN;
		return m;
	}
	m.state = AMOUNT_TEXT;
	if (!without_sign(&s, &negative))
		return m;
	s = without_units(s, &m.factor);
	if (number_parse(s, notation, &m.value) != NUMBER_OK && !with_fraction(s, &m.value))
		return m;
	if (negative && (number_sign(m.value) < 0 || !number_neg(m.value, &m.value)))
		return m;
	m.state = AMOUNT_VALUE;
	return m;
}

struct amount
amount_of(struct str text)
{
	return amount_in(text, NOTATION_DA);
}

struct amount
amount_read(struct arena *a, const struct cell *c, enum notation notation)
{
	struct amount m = amount_in(c == NULL ? STR_NONE : cell_text(a, c), notation);

	m.cell = c;
	return m;
}

bool
amount_is_known(const struct amount *m)
{
	return m->state == AMOUNT_VALUE || m->state == AMOUNT_NIL;
}

int64_t
unit_named(struct str s)
{
	static const char *const thousand[] = { "kr. 1.000", "kr. 1000", "kr 1.000", "i 1.000", "i 1000",
		"i tusinde", "i t. kr", "t.kr", "tkr", "i t.kr", "tusinde kr", NULL };

	if (folded_has(s, "i mio") || folded_has(s, "i millioner") || str_starts(s, STR("mio")) ||
	    str_find(s, STR("(mio"), 0) != SIZE_MAX || str_find(s, STR(", mio"), 0) != SIZE_MAX)
		return 1000000;
	if (folded_has_any(s, thousand) || str_starts(s, STR("1.000 kr")) || str_starts(s, STR("1000 kr")) ||
	    str_starts(s, STR("t. kr")) || str_find(s, STR("(1.000 kr"), 0) != SIZE_MAX ||
	    str_find(s, STR("(1000 kr"), 0) != SIZE_MAX || str_find(s, STR("(t. kr"), 0) != SIZE_MAX ||
	    str_find(s, STR(", 1.000 kr"), 0) != SIZE_MAX)
		return 1000;
	if (folded_has(s, "i kr") || folded_has(s, "i hele kr*") || folded_has(s, "i kroner") ||
	    str_eq(s, STR("kr.")) || str_eq(s, STR("kr")) || str_find(s, STR("(kr"), 0) != SIZE_MAX)
		return 1;
	return 0;
}

struct sum
sum_zero(void)
{
	return (struct sum){ .known = true };
}

void
sum_put(struct sum *s, const struct amount *m)
{
	if (!s->known || m->state == AMOUNT_NIL)
		return;
	s->known = m->state == AMOUNT_VALUE && number_add(s->value, m->value, &s->value);
	s->figures++;
}

struct sum
matrix_lines(const struct matrix *m, size_t from, size_t to, size_t column)
{
	struct sum s = sum_zero();

	for (size_t i = from; i < to && i < m->rows; i++)
		if (m->row[i].kind == MATRIX_LINE)
			sum_put(&s, &m->row[i].at[column]);
	return s;
}

struct sum
matrix_groups(const struct matrix *m, size_t total, size_t column)
{
	struct sum s = sum_zero();

	for (size_t i = m->row[total].from; i < m->row[total].to; i++)
		if (i != total && m->row[i].parent == total && m->row[i].kind != MATRIX_PART &&
		    m->row[i].kind != MATRIX_HEADING)
			sum_put(&s, &m->row[i].at[column]);
	return s;
}

struct sum
matrix_across(const struct matrix *m, size_t row)
{
	struct sum s = sum_zero();

	for (size_t c = 0; c < m->columns; c++)
		if (c != m->total && !m->column[c].outside)
			sum_put(&s, &m->row[row].at[c]);
	return s;
}

bool
sum_explains(const struct matrix *m, const struct sum *s, const struct amount *printed)
{
	struct number difference;

	return number_sub(printed->value, s->value, &difference) &&
	    rounding_explains(difference, s->figures + (printed->state == AMOUNT_VALUE),
	        m->exact ? NUMBER_ZERO : NUMBER(1, m->scale));
}
