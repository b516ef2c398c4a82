#include "app/source_cell.h"

/* Why there is no figure, as bureaus write it where the register has other signs. */
static const struct {
	struct str   sign;
	enum missing missing;
} signs[] = {
	{ STR_INIT("."), MISSING_NOT_APPLICABLE }, { STR_INIT(":"), MISSING_CONFIDENTIAL },
	{ STR_INIT("..."), MISSING_NOT_AVAILABLE }, { STR_INIT("x"), MISSING_CONFIDENTIAL },
	{ STR_INIT("NaN"), MISSING_NOT_AVAILABLE }, { STR_INIT(""), MISSING_NOT_AVAILABLE },
	{ STR_INIT("M"), MISSING_NOT_APPLICABLE }, { STR_INIT("L"), MISSING_NOT_AVAILABLE },
	{ STR_INIT("O"), MISSING_NOT_AVAILABLE }, { STR_INIT("Q"), MISSING_CONFIDENTIAL },
};

static enum missing
missing_of(struct str sign)
{
	for (size_t i = 0; i < COUNT_OF(signs); i++)
		if (str_eq(sign, signs[i].sign))
			return signs[i].missing;
	return missing_of_cell(sign);
}

/* Flags may stand together, "bp"; a word is none. */
static void
read_status(struct str status, struct source_value *v)
{
	for (size_t i = 0; i < status.len && status.len <= 3; i++) {
		v->preliminary = v->preliminary || status.at[i] == 'P' || status.at[i] == 'p' ||
		    status.at[i] == '*';
		v->breaks = v->breaks || status.at[i] == 'B' || status.at[i] == 'b' || status.at[i] == '_';
	}
}

/* "34.199999999999996" is 34.2. */
static bool
read_long(struct str text, struct number *ret)
{
	size_t        dot = str_find(text, STR("."), 0), past = dot + 1 + NUMBER_SCALE_MAX;
	struct number n, up;

	if (dot == SIZE_MAX || text.len <= past || text.at[past] < '0' || text.at[past] > '9' ||
	    !number_from_plain(str_slice(text, 0, past), &n))
		return false;
	up = NUMBER(text.at[0] == '-' ? -1 : 1, NUMBER_SCALE_MAX);
	if (text.at[past] >= '5' && !number_add(n, up, &n))
		return false;
	*ret = number_trim(n);
	return true;
}

/* Ten times as much: a decimal less, where there is one. */
static bool
ten_times(struct number *n)
{
	if (n->scale == 0)
		return number_mul(*n, NUMBER(10, 0), n);
	n->scale--;
	return true;
}

/* "1.5E+3" */
static bool
read_exponent(struct str text, struct number *ret)
{
	size_t     at = str_find(text, STR("E"), 0);
	struct str tail;
	int64_t    n;

	at = at == SIZE_MAX ? str_find(text, STR("e"), 0) : at;
	if (at == SIZE_MAX || !number_from_plain(str_slice(text, 0, at), ret))
		return false;
	tail = str_slice(text, at + 1, text.len);
	if (str_starts(tail, STR("+")))
		tail = str_slice(tail, 1, tail.len);
	if (!str_int(tail, &n) || n > 18 || n < -NUMBER_SCALE_MAX)
		return false;
	for (; n > 0; n--)
		if (!ten_times(ret))
			return false;
	for (; n < 0; n++)
		if (!number_mul(*ret, NUMBER(1, 1), ret))
			return false;
	return true;
}

static struct str
read_number(const struct source_cell_text *cell, struct str text, struct number *ret)
{
	if (cell->plain)
		return number_from_plain(text, ret) || read_long(text, ret) || read_exponent(text, ret)
		    ? STR_NONE : STR("is no figure");
	switch (number_parse(text, cell->notation, ret)) {
	case NUMBER_OK:
		return STR_NONE;
	case NUMBER_AMBIGUOUS:
		return STR("can be read two ways: say how its figures are written");
	case NUMBER_OVERFLOW:
		return STR("has more digits than can be kept exactly");
	case NUMBER_NOT:
		break;
	}
	return STR("is no figure");
}

struct str
source_cell_read(const struct source_cell_text *cell, struct source_value *ret)
{
	struct source_value v = { .n = NUMBER_ZERO };
	struct str          text = str_trim(cell->text), problem;

	read_status(cell->status, &v);
	if (cell->percent && str_ends(text, STR("%")))
		text = str_trim(str_slice(text, 0, text.len - 1));
	if (text.len == 0)
		v.missing = cell->status.len > 0 ? missing_of(cell->status) : MISSING_NOT_AVAILABLE;
	else if (text.at[0] < '0' || text.at[0] > '9')
		v.missing = missing_of(text);
	if (text.len == 0 && v.missing == MISSING_NONE)
		v.missing = MISSING_NOT_AVAILABLE;
	if (v.missing == MISSING_NONE) {
		problem = read_number(cell, text, &v.n);
		if (problem.len > 0)
			return problem;
	}
	for (uint8_t i = 0; i < cell->shift; i++)
		if (!ten_times(&v.n))
			return STR("has more digits than can be kept exactly");
	*ret = v;
	return STR_NONE;
}
