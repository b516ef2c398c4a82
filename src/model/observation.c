#include "model/observation.h"
#include "base/order.h"

/* Where in `form` each part begins; four bits for the codes, one for a flag. */
enum { AT_SCALE = 0, AT_PRECISION = 4, AT_QUALIFIER = 8, AT_MISSING = 12, AT_ASSUMED = 16,
       AT_PRELIMINARY = 17, AT_BREAKS = 18, AT_END = 19 };

_Static_assert(NUMBER_SCALE_MAX < 16 && PRECISION_COUNT <= 16 && QUALIFIER_COUNT <= 16 &&
    MISSING_COUNT <= 16, "four bits hold each code");

int64_t
observation_pack(struct observation_form f)
{
	return (int64_t)f.scale << AT_SCALE | (int64_t)f.precision << AT_PRECISION |
	    (int64_t)f.qualifier << AT_QUALIFIER | (int64_t)f.missing << AT_MISSING |
	    (int64_t)f.assumed << AT_ASSUMED | (int64_t)f.preliminary << AT_PRELIMINARY |
	    (int64_t)f.breaks << AT_BREAKS;
}

static unsigned
code_at(int64_t form, int at)
{
	return (unsigned)(form >> at) & 15;
}

bool
observation_unpack(int64_t form, struct observation_form *ret)
{
	unsigned scale, precision, qualifier, missing;

	if (form < 0 || form >> AT_END != 0)
		return false;
	scale = code_at(form, AT_SCALE);
	precision = code_at(form, AT_PRECISION);
	qualifier = code_at(form, AT_QUALIFIER);
	missing = code_at(form, AT_MISSING);
	if (scale > NUMBER_SCALE_MAX || precision >= PRECISION_COUNT ||
	    qualifier >= QUALIFIER_COUNT || missing >= MISSING_COUNT)
		return false;
	*ret = (struct observation_form){
		.scale = (uint8_t)scale, .precision = (enum precision)precision,
		.qualifier = (enum qualifier)qualifier, .missing = (enum missing)missing,
		.assumed = form >> AT_ASSUMED & 1, .preliminary = form >> AT_PRELIMINARY & 1,
		.breaks = form >> AT_BREAKS & 1,
	};
	return true;
}

/* A survey whose design effect is not known counts as a simple sample. */
static bool
value_of_row(const struct observation_row *row, struct observation_form f, enum unit unit,
    struct quantity *ret)
{
	struct number n = NUMBER(row->value, f.scale);

	if (f.qualifier == QUALIFIER_SURVEY)
		return quantity_survey(n, row->sample, NUMBER(row->high > 0 ? row->high : 100, 2), ret);
	return quantity_make(n, f.qualifier, NUMBER(row->high, f.scale), unit, ret);
}

bool
observation_of_row(const struct observation_row *row, enum unit unit, struct observation *ret)
{
	struct observation_form f;
	struct observation      o = { 0 };

	if (!observation_unpack(row->form, &f) || row->method < 1 || row->method > UINT32_MAX)
		return false;
	if (f.missing == MISSING_NONE && !value_of_row(row, f, unit, &o.value))
		return false;
	o.period = period_make(row->from, row->to, f.precision);
	o.missing = f.missing;
	o.method = (uint32_t)row->method;
	o.assumed = f.assumed;
	o.preliminary = f.preliminary;
	o.breaks = f.breaks;
	*ret = o;
	return true;
}

int
observation_row_cmp(const struct observation_row *a, const struct observation_row *b)
{
	int o = order(a->indicator, b->indicator);

	if (o == 0)
		o = order(a->area, b->area);
	if (o == 0)
		o = order(a->from, b->from);
	if (o == 0)
		o = order(a->to, b->to);
	if (o == 0)
		o = order(a->group, b->group);
	return o != 0 ? o : order(a->method, b->method);
}
