#include "core/period_read.h"
#include "base/codes.h"
#include <stdlib.h>

static const struct str codes[PRECISION_COUNT] = {
#define X(id, code) [PRECISION_##id] = STR_INIT(code),
	PRECISIONS(X)
#undef X
};

struct str
precision_code(enum precision p)
{
	return codes[p];
}

bool
precision_from_code(struct str code, enum precision *ret)
{
	return CODE_READ(codes, *codes, code, ret);
}

/* Primo, medio or ultimo of a year or of a month, as set_third() has them. */
static bool
is_third(struct date a, struct date b, int months)
{
	if (a.day == 1 && b.day == 1 && months == 4)
		return a.month % 4 == 1;
	if (months == 0)
		return (a.day == 1 || a.day == 11) && b.day == a.day + 10;
	return months == 1 && a.day == 21 && b.day == 1;
}

enum precision
precision_of_days(int32_t from, int32_t to)
{
	struct date a = date_of(from), b = date_of(to);
	int         months = 12 * (b.year - a.year) + b.month - a.month;

	if (to == from + 1)
		return PRECISION_DAY;
	if (a.day == 1 && b.day == 1 && months == 12 && a.month == 1)
		return PRECISION_YEAR;
	if (a.day == 1 && b.day == 1 && months == 6 && a.month % 6 == 1)
		return PRECISION_HALF;
	if (a.day == 1 && b.day == 1 && months == 3 && a.month % 3 == 1)
		return PRECISION_QUARTER;
	if (a.day == 1 && b.day == 1 && months == 3 && a.month % 3 == 0)
		return PRECISION_SEASON;
	if (a.day == 1 && b.day == 1 && months == 1)
		return PRECISION_MONTH;
	return is_third(a, b, months) ? PRECISION_THIRD : PRECISION_RANGE;
}

bool
period_eq(struct period a, struct period b)
{
	if (a.precision != b.precision || a.dated != b.dated || a.deadline != b.deadline)
		return false;
	if (a.dated)
		return a.from == b.from && a.to == b.to;
	return a.month == b.month && a.day == b.day && a.part == b.part &&
	    a.to_month == b.to_month && a.to_day == b.to_day;
}

/* `count` months from the first of `month`, which may be 13 and more. */
static void
set_months(struct period *p, int year, int month, int count)
{
	p->from = day_of(year, month, 1);
	p->to = day_of(year, month + count, 1);
}

static bool
set_days(struct period *p, struct date from, struct date to)
{
	if (!date_valid(from) || !date_valid(to))
		return false;
	p->from = day_of(from.year, from.month, from.day);
	p->to = day_of(to.year, to.month, to.day) + 1;
	return p->from < p->to;
}

/* Primo, medio and ultimo: of a month when one is named, else of the year. */
static void
set_third(struct period *p, int year, int month, int third)
{
	if (month == 0) {
		set_months(p, year, 4 * third - 3, 4);
		return;
	}
	p->from = day_of(year, month, 10 * third - 9);
	p->to = third == 3 ? day_of(year, month + 1, 1) : p->from + 10;
}

/* A range that ends earlier in the year than it begins goes into the next. */
static bool
set_range(struct period *p, int year)
{
	bool wraps = p->to_month < p->month || (p->to_month == p->month && p->to_day < p->day);
	int  last = year + wraps;

	if (p->day > 0)
		return set_days(p, (struct date){ year, p->month, p->day },
		                (struct date){ last, p->to_month, p->to_day });
	p->from = day_of(year, p->month, 1);
	p->to = day_of(last, p->to_month + 1, 1);
	return true;
}

static bool
set_dates(struct period *p, int year)
{
	switch (p->precision) {
	case PRECISION_DAY:
		return set_days(p, (struct date){ year, p->month, p->day },
		                (struct date){ year, p->month, p->day });
	case PRECISION_MONTH:
		set_months(p, year, p->month, 1);
		return true;
	case PRECISION_QUARTER:
		set_months(p, year, 3 * p->part - 2, 3);
		return true;
	case PRECISION_HALF:
		set_months(p, year, 6 * p->part - 5, 6);
		return true;
	case PRECISION_SEASON:
		if (p->part == 4)
			set_months(p, year - 1, 12, 3);
		else
			set_months(p, year, 3 * p->part, 3);
		return true;
	case PRECISION_THIRD:
		set_third(p, year, p->month, p->part);
		return true;
	case PRECISION_YEAR:
		set_months(p, year, 1, 12);
		return true;
	case PRECISION_RANGE:
		return set_range(p, year);
	case PRECISION_COUNT:
		break;
	}
	abort();
}

/* Within the years 1 to YEAR_MAX, and not empty. */
static bool
in_calendar(struct period p)
{
	return p.from < p.to && p.from >= day_of(1, 1, 1) && p.to <= day_of(YEAR_MAX, 13, 1);
}

struct period
period_in_year(struct period p, int year)
{
	struct period in = {
		.precision = p.precision, .deadline = p.deadline, .dated = true,
		.month = p.month, .day = p.day, .part = p.part,
		.to_month = p.to_month, .to_day = p.to_day,
	};

	if (p.dated || year < 1 || year > YEAR_MAX || !set_dates(&in, year) || !in_calendar(in))
		return p;
	in.month = in.day = in.part = in.to_month = in.to_day = 0;
	return in;
}

/* `day` less `months`; it is the first of a month. */
static int32_t
months_before(int32_t day, int months)
{
	struct date d = date_of(day);
	int         n = d.year * 12 + d.month - 1 - months;

	return day_of(n / 12, n % 12 + 1, d.day);
}

/* The third that ends at `to`: of a month when `to` is its 11th or 21st, else
 * of the year where one of those ends there, else the ultimo of a month. */
static int32_t
third_before(int32_t to)
{
	struct date d = date_of(to);

	if (d.day != 1)
		return to - 10;
	if (d.month % 4 == 1)
		return months_before(to, 4);
	d = date_of(to - 1);
	return day_of(d.year, d.month, 21);
}

/* Where the period of precision `p` begins that ends at `to`. */
static int32_t
begin_of(int32_t to, enum precision p)
{
	switch (p) {
	case PRECISION_MONTH:
		return months_before(to, 1);
	case PRECISION_QUARTER:
	case PRECISION_SEASON:
		return months_before(to, 3);
	case PRECISION_HALF:
		return months_before(to, 6);
	case PRECISION_YEAR:
		return months_before(to, 12);
	case PRECISION_THIRD:
		return third_before(to);
	case PRECISION_DAY:
	case PRECISION_RANGE:
		return to - 1;
	case PRECISION_COUNT:
		break;
	}
	abort();
}

struct period
period_before(struct period p)
{
	struct period b = { .precision = p.precision, .dated = true, .to = p.from };

	if (p.precision == PRECISION_RANGE)
		b.precision = PRECISION_DAY;
	b.from = begin_of(b.to, b.precision);
	if (p.precision == PRECISION_THIRD && p.to - p.from < 12 && date_of(p.from).day == 1)
		b.from = months_before(b.to, 1) + 20;
	return in_calendar(b) ? b : p;
}

struct period
period_make(int32_t from, int32_t to, enum precision p)
{
	struct period made = {
		.from = from, .to = to, .precision = p, .dated = true, .deadline = from == DAY_MIN,
	};

	if (made.deadline && to > day_of(2, 1, 1) && to <= day_of(YEAR_MAX, 13, 1))
		made.from = begin_of(to, p);
	return made;
}

/* Whether [from, to) is the quarter, half, season, ... that it says it is. */
static bool
is_one_of(struct period p, int parts, int months)
{
	struct period one = { .precision = p.precision };
	int           year = date_of(p.to - 1).year;

	for (int month = 0; month <= months; month++)
		for (int part = 1; part <= parts; part++) {
			struct period in;

			one.part = (uint8_t)part;
			one.month = (uint8_t)month;
			in = period_in_year(one, year);
			if (in.dated && in.from == p.from && in.to == p.to)
				return true;
		}
	return false;
}

bool
period_valid(struct period p)
{
	struct date from;

	if (!p.dated || !in_calendar(p))
		return false;
	from = date_of(p.from);
	switch (p.precision) {
	case PRECISION_DAY:
		return p.to == p.from + 1;
	case PRECISION_MONTH:
		return from.day == 1 && p.to == day_of(from.year, from.month + 1, 1);
	case PRECISION_QUARTER:
		return is_one_of(p, 4, 0);
	case PRECISION_HALF:
		return is_one_of(p, 2, 0);
	case PRECISION_SEASON:
		return is_one_of(p, 4, 0);
	case PRECISION_THIRD:
		return is_one_of(p, 3, 12);
	case PRECISION_YEAR:
		return is_one_of(p, 1, 0);
	case PRECISION_RANGE:
		return true;
	case PRECISION_COUNT:
		break;
	}
	abort();
}
