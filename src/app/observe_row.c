#include "app/observe_row.h"
#include "app/observations.h"

const struct str observe_name[OBSERVE_COUNT] = {
#define X(name) [OBSERVE_##name] = STR_INIT(#name),
	OBSERVE_COLUMNS(X)
#undef X
};

static const struct str fine = { NULL, 0 };

static struct str
read_things(const struct observe_context *x, const struct str *cell, struct observation_row *r,
            enum observe_column *column)
{
	struct str prefix = STR("comparator:"), area = cell[OBSERVE_area];

	*column = OBSERVE_indicator;
	r->indicator = things_find(x->things, NOUN_INDICATOR, cell[OBSERVE_indicator]);
	if (r->indicator == 0)
		return STR("no such indicator");
	*column = OBSERVE_area;
	r->area = x->sn.authority_area;
	if (str_starts(area, prefix))
		r->area = things_find(x->things, NOUN_COMPARATOR,
		    str_slice(area, prefix.len, area.len));
	else if (area.len > 0)
		r->area = things_find(x->things, NOUN_AREA, area);
	if (r->area == 0)
		return area.len > 0 ? STR("no such area")
		                    : STR("no area is named, and the authority has none");
	*column = OBSERVE_group;
	if (cell[OBSERVE_group].len > 0)
		r->group = things_find(x->things, NOUN_GROUP, cell[OBSERVE_group]);
	return cell[OBSERVE_group].len > 0 && r->group == 0 ? STR("no such group") : fine;
}

static struct str
read_period(const struct str *cell, struct observation_row *r, struct observation_form *f,
            enum observe_column *column)
{
	struct period p;

	*column = OBSERVE_period;
	if (cell[OBSERVE_period].len > 0) {
		if (!period_parse(cell[OBSERVE_period], &p) || !p.dated || p.deadline)
			return STR("no period with a year, such as 2010 or 1. kvartal 2009");
		r->from = p.from;
		r->to = p.to;
		f->precision = p.precision;
		return fine;
	}
	*column = OBSERVE_from;
	if (!day_from_iso(cell[OBSERVE_from], &r->from))
		return STR("no date such as 2009-06-01");
	*column = OBSERVE_to;
	if (!day_from_iso(cell[OBSERVE_to], &r->to))
		return STR("no date such as 2009-06-01");
	if (r->to <= r->from)
		return STR("the period ends before it begins (the end is exclusive)");
	*column = OBSERVE_precision;
	if (cell[OBSERVE_precision].len == 0)
		f->precision = precision_of_days(r->from, r->to);
	else if (!precision_from_code(cell[OBSERVE_precision], &f->precision))
		return STR("no precision such as month or year");
	return period_valid(period_make(r->from, r->to, f->precision))
	    ? fine : STR("not what the days from and to are a whole one of");
}

static struct str
read_number(const struct observe_context *x, struct str text, struct number *ret)
{
	if (!x->comma && number_from_plain(text, ret))
		return fine;
	switch (number_parse(text, NOTATION_NONE, ret)) {
	case NUMBER_OK:
		return fine;
	case NUMBER_AMBIGUOUS:
		return STR("can be read two ways: write 1234 or 1,234 with a decimal more");
	case NUMBER_OVERFLOW:
		return STR("has more digits than can be kept exactly");
	case NUMBER_NOT:
		break;
	}
	return STR("no figure, and no symbol for a missing one");
}

/* A figure, or why there is none: the `missing` column's code or a symbol. */
static struct str
read_value(const struct observe_context *x, const struct str *cell, struct observation_row *r,
           struct observation_form *f, enum observe_column *column)
{
	struct number n = NUMBER_ZERO;
	struct str    problem;

	*column = OBSERVE_missing;
	if (cell[OBSERVE_missing].len > 0 && cell[OBSERVE_value].len > 0)
		return STR("a figure is there, so none is missing");
	if (cell[OBSERVE_missing].len > 0)
		return missing_from_code(cell[OBSERVE_missing], &f->missing)
		    ? fine : STR("no code for a missing value, such as not_stated");
	*column = OBSERVE_value;
	if (cell[OBSERVE_value].len == 0 || cell[OBSERVE_value].at[0] < '0' ||
	    cell[OBSERVE_value].at[0] > '9') {
		f->missing = missing_of_cell(cell[OBSERVE_value]);
		if (f->missing != MISSING_NONE)
			return fine;
	}
	problem = read_number(x, cell[OBSERVE_value], &n);
	if (problem.len > 0)
		return problem;
	r->value = n.units;
	f->scale = n.scale;
	*column = OBSERVE_qualifier;
	if (cell[OBSERVE_qualifier].len > 0 &&
	    !qualifier_from_code(cell[OBSERVE_qualifier], &f->qualifier))
		return STR("no qualifier such as circa or over");
	return fine;
}

/* Two figures of a range share one scale. */
static struct str
read_range(const struct observe_context *x, const struct str *cell, struct observation_row *r,
           struct observation_form *f)
{
	struct number low = { r->value, f->scale }, high;
	struct str    problem = read_number(x, cell[OBSERVE_high], &high);
	uint8_t       scale = low.scale;

	if (problem.len > 0)
		return problem;
	if (f->qualifier != QUALIFIER_RANGE)
		return STR("belongs to a figure whose qualifier is range");
	if (cell[OBSERVE_sample].len > 0)
		return STR("a survey share has no upper end of its own");
	scale = high.scale > scale ? high.scale : scale;
	if (!number_rescale(low, scale, &low) || !number_rescale(high, scale, &high))
		return STR("has more digits than can be kept exactly");
	if (number_cmp(high, low) < 0)
		return STR("the range ends below its beginning");
	r->value = low.units;
	r->high = high.units;
	f->scale = scale;
	return fine;
}

static struct str
read_survey(const struct observe_context *x, const struct str *cell, struct observation_row *r,
            struct observation_form *f, enum observe_column *column)
{
	struct number effect;
	struct str    problem;

	*column = OBSERVE_sample;
	if (cell[OBSERVE_sample].len == 0)
		return f->qualifier == QUALIFIER_SURVEY ? STR("a survey share wants its answers")
		                                        : fine;
	if (!str_int(cell[OBSERVE_sample], &r->sample) || r->sample <= 0)
		return STR("no number of answers");
	if (f->qualifier != QUALIFIER_NONE && f->qualifier != QUALIFIER_SURVEY)
		return STR("belongs to a survey share, whose qualifier is survey");
	f->qualifier = QUALIFIER_SURVEY;
	*column = OBSERVE_effect;
	r->high = 100;
	if (cell[OBSERVE_effect].len == 0)
		return fine;
	problem = read_number(x, cell[OBSERVE_effect], &effect);
	if (problem.len == 0 && (!number_rescale(effect, 2, &effect) || effect.units < 1))
		problem = STR("no design effect such as 1.40");
	if (problem.len == 0)
		r->high = effect.units;
	return problem;
}

static struct str
read_flag(struct str cell, bool *ret)
{
	*ret = str_eq(cell, STR("1"));
	return cell.len > 0 && !*ret ? STR("is 1, or empty for no") : fine;
}

static struct str
read_flags(const struct str *cell, struct observation_form *f, enum observe_column *column)
{
	struct str problem;

	*column = OBSERVE_assumed;
	problem = read_flag(cell[OBSERVE_assumed], &f->assumed);
	if (problem.len > 0)
		return problem;
	*column = OBSERVE_preliminary;
	problem = read_flag(cell[OBSERVE_preliminary], &f->preliminary);
	if (problem.len > 0)
		return problem;
	*column = OBSERVE_breaks;
	return read_flag(cell[OBSERVE_breaks], &f->breaks);
}

static bool
optional_int(struct str cell, int64_t least, int64_t *ret)
{
	return cell.len == 0 || (str_int(cell, ret) && *ret >= least);
}

static struct str
read_numbers(const struct observe_context *x, const struct str *cell, struct observation_row *r,
             enum observe_column *column)
{
	r->method = (size_t)r->indicator < x->methods ? x->method[r->indicator] : 0;
	r->method = r->method == 0 ? 1 : r->method;
	r->since = x->change;
	r->until = UNTIL_NOW;
	*column = OBSERVE_method;
	if (!optional_int(cell[OBSERVE_method], 1, &r->method))
		return STR("no version number");
	*column = OBSERVE_line;
	if (!optional_int(cell[OBSERVE_line], 0, &r->line))
		return STR("no line number");
	*column = OBSERVE_col;
	if (!optional_int(cell[OBSERVE_col], 0, &r->column))
		return STR("no column number");
	if (x->change != 0)
		return fine;
	*column = OBSERVE_since;
	if (!str_int(cell[OBSERVE_since], &r->since) ||
	    snapshot_change(&x->sn, r->since) == NULL)
		return STR("no change of change.csv");
	*column = OBSERVE_until;
	if (cell[OBSERVE_until].len > 0 &&
	    (!optional_int(cell[OBSERVE_until], r->since + 1, &r->until) ||
	     snapshot_change(&x->sn, r->until) == NULL))
		return STR("no later change of change.csv");
	return fine;
}

struct str
observe_row(struct observe_context *x, const struct str *cell, struct observation_row *ret,
            enum observe_column *column)
{
	struct observation_row  r = { 0 };
	struct observation_form f = { 0 };
	struct observation      read;
	struct str              problem = read_things(x, cell, &r, column);

	if (problem.len == 0)
		problem = read_period(cell, &r, &f, column);
	if (problem.len == 0)
		problem = read_value(x, cell, &r, &f, column);
	if (problem.len == 0 && (cell[OBSERVE_high].len > 0 || f.qualifier == QUALIFIER_RANGE)) {
		*column = OBSERVE_high;
		problem = read_range(x, cell, &r, &f);
	}
	if (problem.len == 0)
		problem = read_survey(x, cell, &r, &f, column);
	if (problem.len == 0)
		problem = read_flags(cell, &f, column);
	if (problem.len == 0)
		problem = read_numbers(x, cell, &r, column);
	if (problem.len > 0)
		return problem;
	r.form = observation_pack(f);
	*column = OBSERVE_value;
	if (!observation_of_row(&r, observations_unit(&x->sn, r.indicator), &read))
		return STR("is no figure that can be reckoned with");
	*ret = r;
	return fine;
}
