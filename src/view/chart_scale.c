/* Which values and days a chart covers, in round steps. */
#include "view/chart_plot.h"
#include "core/calendar.h"

#define WHOLE ((wide)1000000000)        /* 1, in 10^-9ths */
#define DAYS_LEAST 120                  /* shorter charts are widened around what they show */

/* ---- values ---- */

static wide
floor_to(wide v, wide step)
{
	wide rest = v % step;

	return v - (rest < 0 ? rest + step : rest);
}

static wide
ceil_to(wide v, wide step)
{
	return -floor_to(-v, step);
}

/* The smallest of 1, 2, 5 x 10^k that is at least `least`; its k in `*exponent`. */
static wide
round_step(wide least, uint8_t *exponent)
{
	wide ten = 1;

	*exponent = 0;
	while (ten * 10 <= least) {
		ten *= 10;
		++*exponent;
	}
	if (ten >= least)
		return ten;
	if (2 * ten >= least)
		return 2 * ten;
	if (5 * ten >= least)
		return 5 * ten;
	++*exponent;
	return 10 * ten;
}

/* From ten millions on, labels count in millions, milliards or billions, unless
 * that would take more than three decimals. */
static uint8_t
power_for(wide most, uint8_t exponent)
{
	static const uint8_t powers[] = { 12, 9, 6 };

	for (size_t i = 0; i < COUNT_OF(powers); i++) {
		wide limit = 10 * WHOLE;

		for (uint8_t k = 0; k < powers[i]; k++)
			limit *= 10;
		if (most >= limit)
			return 9 + powers[i] <= exponent + 3 ? powers[i] : 0;
	}
	return 0;
}

struct chart_scale
chart_scale_values(wide lo, wide hi, bool whole, bool zero, int64_t ticks)
{
	struct chart_scale s = { 0 };
	uint8_t            exponent;
	wide               most;

	/* A constant needs something to be seen against; so does what is mostly full. */
	if (zero || lo == hi || (lo >= 0 && lo * 5 <= hi * 3)) {
		lo = lo > 0 ? 0 : lo;
		hi = hi < 0 ? 0 : hi;
	}
	if (lo == hi)
		hi = lo + WHOLE;
	s.step = (hi - lo + ticks - 1) / ticks;
	s.step = round_step(whole && s.step < WHOLE ? WHOLE : s.step, &exponent);
	s.lo = floor_to(lo, s.step);
	s.hi = ceil_to(hi, s.step);
	most = s.hi > -s.lo ? s.hi : -s.lo;
	s.power = power_for(most, exponent);
	s.decimals = (uint8_t)(9 + s.power > exponent ? 9 + s.power - exponent : 0);
	return s;
}

static bool
step_is_shown(wide units)
{
	return units >= INT64_MIN && units <= INT64_MAX;
}

struct str
chart_tick_text(const struct chart_out *o, const struct chart_scale *s, wide value)
{
	for (int drop = NUMBER_SCALE_MAX + s->power - s->decimals; drop > 0; drop--)
		value /= 10;
	if (!step_is_shown(value))
		return STR("…");
	return chart_value_text(o, NUMBER((int64_t)value, s->decimals), STR_NONE);
}

struct str
chart_unit_text(const struct chart_out *o, const struct chart_scale *s, struct str unit)
{
	static const char *const of[] = { N_("million {1}"), N_("billion {1}"), N_("trillion {1}") };

	if (s->power == 0)
		return unit;
	return str_trim(text_fill(o->a, say(o->lang, of[s->power / 3 - 2]), &unit, 1));
}

/* ---- what there is to be covered ---- */

struct extent {
	wide    lo, hi;
	int32_t from, to;
	bool    any, whole, yearly, zero;
};

static void
cover_value(struct extent *e, struct number n)
{
	wide v = chart_ninths(n);

	e->lo = !e->any || v < e->lo ? v : e->lo;
	e->hi = !e->any || v > e->hi ? v : e->hi;
	e->whole = e->whole && number_trim(n).scale == 0;
	e->any = true;
}

static void
cover_day(struct extent *e, int32_t day)
{
	struct date d = date_of(day);

	e->from = day < e->from ? day : e->from;
	e->to = day > e->to ? day : e->to;
	e->yearly = e->yearly && d.month == 1 && d.day == 1;
}

static void
cover_point(struct extent *e, const struct chart_point *pt)
{
	cover_day(e, pt->day);
	if (pt->state == CHART_VALUE)
		cover_value(e, pt->value);
	if (pt->state >= CHART_RANGE && pt->has_low)
		cover_value(e, pt->low);
	if (pt->state >= CHART_RANGE && pt->has_high)
		cover_value(e, pt->high);
}

static void
cover_target(struct extent *e, const struct chart_target *t)
{
	cover_value(e, t->value);
	if (t->dated)
		cover_day(e, t->day);
	if (!t->has_baseline)
		return;
	cover_value(e, t->baseline);
	cover_day(e, t->from);
}

static void
cover(struct extent *e, const struct chart *c)
{
	for (size_t i = 0; i < plot_series(c); i++)
		for (size_t k = 0; k < c->series[i].len; k++)
			cover_point(e, &c->series[i].at[k]);
	if (!e->any)
		return;
	for (size_t i = 0; i < c->targets; i++)
		cover_target(e, &c->target[i]);
	e->zero = e->zero || c->from_zero;
}

/* ---- days ---- */

static int32_t
month_begin(int32_t day, int months)
{
	struct date d = date_of(day);
	int         n = d.year * 12 + d.month - 1 + months;

	if (n < 12)
		n = 12;
	if (n > YEAR_MAX * 12 + 11)
		n = YEAR_MAX * 12 + 11;
	return day_of(n / 12, n % 12 + 1, 1);
}

/* Whole months or, over longer times, whole years. */
static void
choose_days(struct chart_scale *s, const struct extent *e)
{
	bool years = e->to - e->from > 900;

	s->yearly = e->yearly;
	s->from = e->from;
	s->to = e->to;
	if (e->yearly && e->from < e->to)
		return;
	if (e->to - e->from < DAYS_LEAST) {
		s->from = month_begin(e->from, e->yearly ? -12 : -2);
		s->to = month_begin(e->to, e->yearly ? 12 : 2);
		return;
	}
	s->from = years ? day_of(date_of(e->from).year, 1, 1) : month_begin(e->from, 0);
	s->to = years ? day_of(date_of(e->to - 1).year, 13, 1) : month_begin(e->to - 1, 1);
}

struct chart_scale
chart_scale_of(const struct chart *at, size_t n, int64_t ticks)
{
	struct extent      e = { .from = DAY_MAX, .to = DAY_MIN, .whole = true, .yearly = true };
	struct chart_scale s = { .empty = true };

	for (size_t i = 0; i < n; i++)
		cover(&e, &at[i]);
	if (!e.any)
		return s;
	s = chart_scale_values(e.lo, e.hi, e.whole, e.zero, ticks);
	choose_days(&s, &e);
	return s;
}

/* ---- where ---- */

cpx
plot_x(const struct plot *p, int32_t day)
{
	return p->left + (cpx)(day - p->scale.from) * (p->right - p->left) /
	    (p->scale.to - p->scale.from);
}

cpx
plot_y_wide(const struct plot *p, wide ninths)
{
	return p->bottom - (cpx)((ninths - p->scale.lo) * (p->bottom - p->top) /
	    (p->scale.hi - p->scale.lo));
}

cpx
plot_y(const struct plot *p, struct number n)
{
	return plot_y_wide(p, chart_ninths(n));
}
