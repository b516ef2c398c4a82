#include "core/period.h"
#include <stdlib.h>

struct words {
	struct str danish, english;
};

static const struct words quarters[4] = {
	{ STR_INIT("1. kvartal"), STR_INIT("1st quarter") },
	{ STR_INIT("2. kvartal"), STR_INIT("2nd quarter") },
	{ STR_INIT("3. kvartal"), STR_INIT("3rd quarter") },
	{ STR_INIT("4. kvartal"), STR_INIT("4th quarter") },
};
static const struct words halves[2] = {
	{ STR_INIT("1. halvår"), STR_INIT("1st half") },
	{ STR_INIT("2. halvår"), STR_INIT("2nd half") },
};
static const struct words seasons[4] = {
	{ STR_INIT("forår"), STR_INIT("spring") },
	{ STR_INIT("sommer"), STR_INIT("summer") },
	{ STR_INIT("efterår"), STR_INIT("autumn") },
	{ STR_INIT("vinter"), STR_INIT("winter") },
};
static const struct words thirds[3] = {
	{ STR_INIT("primo"), STR_INIT("early") },
	{ STR_INIT("medio"), STR_INIT("mid") },
	{ STR_INIT("ultimo"), STR_INIT("late") },
};
static const struct words through = { STR_INIT("til og med "), STR_INIT("through ") };

static void
put(struct buf *b, const struct words *w, bool danish)
{
	buf_put(b, danish ? w->danish : w->english);
}

static void
put_day(struct buf *b, int day, bool danish)
{
	buf_int(b, day, 1);
	if (danish)
		buf_char(b, '.');
}

static void
put_year(struct buf *b, int year)
{
	buf_char(b, ' ');
	buf_int(b, year, 4);
}

/* "april" | "1. april"; `day` 0: the month alone. */
static void
put_month(struct buf *b, int month, int day, bool danish)
{
	if (day > 0) {
		put_day(b, day, danish);
		buf_char(b, ' ');
	}
	buf_put(b, month_name(month, danish));
}

/* The parts of a dated period, named by the year that it ends in. */
static struct period
undated(struct period p)
{
	struct date from = date_of(p.from);
	struct period u = { .precision = p.precision, .month = (uint8_t)from.month };

	switch (p.precision) {
	case PRECISION_QUARTER:
		u.part = (uint8_t)((from.month + 2) / 3);
		break;
	case PRECISION_HALF:
		u.part = from.month > 6 ? 2 : 1;
		break;
	case PRECISION_SEASON:
		u.part = (uint8_t)(from.month / 3);
		break;
	case PRECISION_THIRD:
		if (p.to - p.from < 12) {
			u.part = (uint8_t)(from.day / 10 + 1);
			break;
		}
		u.month = 0;
		u.part = (uint8_t)(from.month / 4 + 1);
		break;
	case PRECISION_DAY:
		u.day = (uint8_t)from.day;
		break;
	case PRECISION_MONTH:
	case PRECISION_YEAR:
	case PRECISION_RANGE:
	case PRECISION_COUNT:
		break;
	}
	return u;
}

/* "1.-2. september", "29. april - 2. maj", "april-maj", all undated. */
static void
write_undated_range(struct buf *b, struct period p, bool danish)
{
	if (p.day > 0 && p.month == p.to_month && p.day <= p.to_day) {
		put_day(b, p.day, danish);
		buf_char(b, '-');
	} else {
		put_month(b, p.month, p.day, danish);
		buf_put(b, p.day > 0 ? STR(" - ") : STR("-"));
	}
	put_month(b, p.to_month, p.to_day, danish);
}

static void
write_undated(struct buf *b, struct period p, bool danish)
{
	switch (p.precision) {
	case PRECISION_DAY:
	case PRECISION_MONTH:
		put_month(b, p.month, p.day, danish);
		return;
	case PRECISION_QUARTER:
		put(b, &quarters[p.part - 1], danish);
		return;
	case PRECISION_HALF:
		put(b, &halves[p.part - 1], danish);
		return;
	case PRECISION_SEASON:
		put(b, &seasons[p.part - 1], danish);
		return;
	case PRECISION_THIRD:
		put(b, &thirds[p.part - 1], danish);
		if (p.month > 0) {
			buf_char(b, ' ');
			put_month(b, p.month, 0, danish);
		}
		return;
	case PRECISION_RANGE:
		write_undated_range(b, p, danish);
		return;
	case PRECISION_YEAR:
	case PRECISION_COUNT:
		break;
	}
	abort();
}

/* The shortest of years, months and days that gives both ends. */
static void
write_range(struct buf *b, struct period p, bool danish)
{
	struct date   from = date_of(p.from), last = date_of(p.to - 1), end = date_of(p.to);
	struct period r = {
		.precision = PRECISION_RANGE,
		.month = (uint8_t)from.month, .day = (uint8_t)from.day,
		.to_month = (uint8_t)last.month, .to_day = (uint8_t)last.day,
	};
	bool months = from.day == 1 && end.day == 1 &&
	    (from.month != last.month || from.year != last.year);

	if (months && from.month == 1 && end.month == 1 && from.year != last.year) {
		buf_int(b, from.year, 4);
		buf_char(b, '-');
		buf_int(b, last.year, 4);
		return;
	}
	if (months)
		r.day = r.to_day = 0;
	if (from.year == last.year) {
		write_undated_range(b, r, danish);
	} else {
		put_month(b, r.month, r.day, danish);
		put_year(b, from.year);
		BUF_LIT(b, " - ");
		put_month(b, r.to_month, r.to_day, danish);
	}
	put_year(b, last.year);
}

static void
write_dated(struct buf *b, struct period p, bool danish)
{
	if (p.precision == PRECISION_RANGE || !period_valid(p)) {
		write_range(b, p, danish);
	} else if (p.precision == PRECISION_YEAR) {
		buf_int(b, date_of(p.from).year, 4);
	} else if (p.precision == PRECISION_DAY && danish) {
		day_write_short(b, p.from);
	} else {
		write_undated(b, undated(p), danish);
		put_year(b, date_of(p.to - 1).year);
	}
}

void
period_write(struct buf *b, struct period p, bool danish)
{
	if (p.deadline)
		put(b, &through, danish);
	if (p.dated)
		write_dated(b, p, danish);
	else
		write_undated(b, p, danish);
}

struct str
period_text(struct arena *a, struct period p, bool danish)
{
	struct buf b;
	struct str s;

	buf_init(&b, 256);
	period_write(&b, p, danish);
	s = str_dup(a, buf_str(&b));
	buf_free(&b);
	return s;
}
