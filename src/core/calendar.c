#include "core/calendar.h"

/* Days from 0000-03-01 to 1970-01-01, and in 400 years. */
#define EPOCH_DAYS 719468
#define CYCLE_DAYS 146097

static const struct {
	struct str danish, english;
} months[12] = {
	{ STR_INIT("januar"), STR_INIT("January") },
	{ STR_INIT("februar"), STR_INIT("February") },
	{ STR_INIT("marts"), STR_INIT("March") },
	{ STR_INIT("april"), STR_INIT("April") },
	{ STR_INIT("maj"), STR_INIT("May") },
	{ STR_INIT("juni"), STR_INIT("June") },
	{ STR_INIT("juli"), STR_INIT("July") },
	{ STR_INIT("august"), STR_INIT("August") },
	{ STR_INIT("september"), STR_INIT("September") },
	{ STR_INIT("oktober"), STR_INIT("October") },
	{ STR_INIT("november"), STR_INIT("November") },
	{ STR_INIT("december"), STR_INIT("December") },
};

struct str
month_name(int month, bool danish)
{
	return danish ? months[month - 1].danish : months[month - 1].english;
}

static bool
is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int
month_days(int year, int month)
{
	static const int days[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return days[month - 1] + (month == 2 && is_leap(year));
}

bool
date_valid(struct date d)
{
	return d.year >= 1 && d.year <= YEAR_MAX && d.month >= 1 && d.month <= 12 &&
	    d.day >= 1 && d.day <= month_days(d.year, d.month);
}

/* Counted from 1 March, so that a leap day is the last of its year: then the
 * day of the year follows from the month alone (five months are 153 days). */
int32_t
day_of(int year, int month, int day)
{
	int32_t y, cycle, in_cycle;

	if (month > 12) {
		year++;
		month -= 12;
	}
	y = year - (month <= 2);
	cycle = (y >= 0 ? y : y - 399) / 400;
	in_cycle = y - cycle * 400;
	return cycle * CYCLE_DAYS + in_cycle * 365 + in_cycle / 4 - in_cycle / 100 +
	    (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1 - EPOCH_DAYS;
}

struct date
date_of(int32_t day)
{
	int64_t n = (int64_t)day + EPOCH_DAYS;
	int64_t cycle = (n >= 0 ? n : n - (CYCLE_DAYS - 1)) / CYCLE_DAYS;
	int64_t d = n - cycle * CYCLE_DAYS;
	int64_t y = (d - d / 1460 + d / 36524 - d / (CYCLE_DAYS - 1)) / 365;
	int64_t in_year = d - (365 * y + y / 4 - y / 100);
	int64_t m = (5 * in_year + 2) / 153;
	int     month = (int)(m < 10 ? m + 3 : m - 9);

	return (struct date){
		.year = (int)(y + cycle * 400 + (month <= 2)),
		.month = month,
		.day = (int)(in_year - (153 * m + 2) / 5 + 1),
	};
}

/* Digits [from, to) of `s`, or -1. */
static int
digits(struct str s, size_t from, size_t to)
{
	int n = 0;

	for (size_t i = from; i < to; i++) {
		if (s.at[i] < '0' || s.at[i] > '9')
			return -1;
		n = n * 10 + (s.at[i] - '0');
	}
	return n;
}

bool
day_from_iso(struct str s, int32_t *ret)
{
	struct date d;

	if (s.len != 10 || s.at[4] != '-' || s.at[7] != '-')
		return false;
	d = (struct date){ digits(s, 0, 4), digits(s, 5, 7), digits(s, 8, 10) };
	if (!date_valid(d))
		return false;
	*ret = day_of(d.year, d.month, d.day);
	return true;
}

void
day_write_iso(struct buf *b, int32_t day)
{
	struct date d = date_of(day);

	buf_int(b, d.year, 4);
	buf_char(b, '-');
	buf_int(b, d.month, 2);
	buf_char(b, '-');
	buf_int(b, d.day, 2);
}

struct str
day_iso(struct arena *a, int32_t day)
{
	struct buf b;
	struct str s;

	buf_init(&b, 32);
	day_write_iso(&b, day);
	s = str_dup(a, buf_str(&b));
	buf_free(&b);
	return s;
}

struct str
moment_iso(struct arena *a, int64_t unix)
{
	int64_t second = unix % 86400;

	return arena_printf(a, STR_FMT "T%02d:%02d:%02dZ", STR_ARG(day_iso(a, (int32_t)(unix / 86400))),
	    (int)(second / 3600), (int)(second / 60 % 60), (int)(second % 60));
}

void
day_write_short(struct buf *b, int32_t day)
{
	struct date d = date_of(day);

	buf_int(b, d.day, 2);
	buf_char(b, '.');
	buf_int(b, d.month, 2);
	buf_char(b, '.');
	buf_int(b, d.year, 4);
}

void
day_write_long(struct buf *b, int32_t day, bool danish)
{
	struct date d = date_of(day);

	buf_int(b, d.day, 1);
	buf_put(b, danish ? STR(". ") : STR(" "));
	buf_put(b, month_name(d.month, danish));
	buf_char(b, ' ');
	buf_int(b, d.year, 4);
}

static int32_t
anniversary(struct date d, int64_t years)
{
	int year = d.year + (int)years;

	if (d.day > month_days(year, d.month))
		return day_of(year, d.month + 1, 1);
	return day_of(year, d.month, d.day);
}

void
years_between(int32_t from, int32_t to, int64_t *num, int64_t *den)
{
	struct date d = date_of(from);
	int64_t     n = date_of(to).year - d.year;
	int32_t     last;

	if (anniversary(d, n) > to)
		n--;
	last = anniversary(d, n);
	*den = anniversary(d, n + 1) - last;
	*num = n * *den + (to - last);
}
