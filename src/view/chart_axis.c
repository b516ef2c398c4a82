/* Grid, labels of values and of time, and the notes under them. */
#include "view/chart_plot.h"
#include "core/calendar.h"

#define INSET CPX(8)                    /* of the first and last day from the edges */

/* ---- values ---- */

static size_t
tick_count(const struct chart_scale *s)
{
	return (size_t)((s->hi - s->lo) / s->step) + 1;
}

cpx
plot_axis_width(const struct plot *p)
{
	cpx most = 0;

	for (size_t i = 0; i < tick_count(&p->scale); i++) {
		struct str text = chart_tick_text(p->o, &p->scale, p->scale.lo + (wide)i * p->scale.step);
		cpx        width = chart_text_width(text, CHART_FONT);

		most = width > most ? width : most;
	}
	return most + CPX(6);
}

static void
line(struct buf *b, const char *class_name, cpx x1, cpx y1, cpx x2, cpx y2)
{
	HTML(b, "<line");
	chart_class(b, class_name);
	chart_attr(b, "x1", x1);
	chart_attr(b, "y1", y1);
	chart_attr(b, "x2", x2);
	chart_attr(b, "y2", y2);
	HTML(b, "/>");
}

static void
value_axis(const struct plot *p)
{
	const struct chart_scale *s = &p->scale;
	struct chart_words        unit = { chart_unit_text(p->o, s, p->c->head.unit), STR_NONE };

	HTML(p->o->b, "<g class=\"ch-axis\">");
	for (size_t i = 0; i < tick_count(s); i++) {
		wide               v = s->lo + (wide)i * s->step;
		cpx                y = plot_y_wide(p, v);
		struct chart_words text = { chart_tick_text(p->o, s, v), STR_NONE };

		line(p->o->b, v == 0 || i == 0 ? "ch-base" : "ch-grid", p->left - INSET, y,
		    p->right + INSET, y);
		chart_text(p->o, p->left - INSET - CPX(6), y + CPX(5), CHART_END, NULL, text);
	}
	if (unit.text.len > 0 && p->o->width != CHART_PANEL) {
		unit.text = chart_wrap(p->o->a, unit.text, CHART_FONT, p->right, 1).line[0];
		chart_text(p->o, CPX(2), p->top - CPX(14), CHART_START, NULL, unit);
	}
	HTML(p->o->b, "</g>\n");
}

/* ---- time ---- */

static bool
in_months(const struct chart_scale *s)
{
	return !s->yearly && s->to - s->from <= 950;
}

static int32_t
year_begin(int year)
{
	return year <= YEAR_MAX ? day_of(year, 1, 1) : day_of(YEAR_MAX, 13, 1);
}

static void
label_at(const struct plot *p, cpx x, cpx y, struct str text)
{
	chart_text(p->o, x, y, CHART_MIDDLE, NULL, (struct chart_words){ text, STR_NONE });
}

/* Years between two labels: as many as fit. */
static int
years_step(const struct plot *p)
{
	static const int steps[] = { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000 };
	int64_t          days = p->scale.to - p->scale.from;

	for (size_t i = 0; i < COUNT_OF(steps); i++)
		if ((p->right - p->left) * steps[i] * 365 / days >= CPX(46))
			return steps[i];
	return 5000;
}

/* Every year, every second one back from the last, or every round one. */
static bool
is_labelled(int year, int last, int step)
{
	return step < 5 ? (last - year) % step == 0 : year % step == 0;
}

/* Ticks that are the ends of years, so that the figure of 2008 stands over "2008". */
static void
year_ends(const struct plot *p)
{
	int first = date_of(p->scale.from).year - 1, last = date_of(p->scale.to).year - 1;
	int step = years_step(p);

	for (int year = first; year <= last; year++) {
		cpx x = plot_x(p, year_begin(year + 1));

		if (!is_labelled(year, last, step))
			continue;
		line(p->o->b, "ch-tick", x, p->bottom, x, p->bottom + CPX(5));
		label_at(p, x, p->bottom + CPX(20), arena_printf(p->o->a, "%d", year));
	}
}

/* Years as stretches between ticks, their names in the middle. */
static void
year_bands(const struct plot *p, cpx y, int step)
{
	int first = date_of(p->scale.from).year, last = date_of(p->scale.to - 1).year;

	for (int year = first; year <= last; year++) {
		int32_t from = year_begin(year), to = year_begin(year + 1);
		cpx     x, end;

		x = plot_x(p, from > p->scale.from ? from : p->scale.from);
		end = plot_x(p, to < p->scale.to ? to : p->scale.to);
		line(p->o->b, "ch-tick", x, p->bottom, x, y - CPX(12));
		if (is_labelled(year, last, step) && (step > 1 || end - x > CPX(36)))
			label_at(p, (x + end) / 2, y, arena_printf(p->o->a, "%d", year));
	}
	line(p->o->b, "ch-tick", p->right, p->bottom, p->right, y - CPX(12));
}

static struct str
short_month(const struct plot *p, int month)
{
	return str_slice(month_name(month, lang_danish(p->o->lang)), 0, 3);
}

static void
month_bands(const struct plot *p)
{
	static const int steps[] = { 1, 2, 3, 6 };
	int64_t          months = (p->scale.to - p->scale.from + 15) / 30;
	int              step = 12;
	struct date      d = date_of(p->scale.from);

	for (size_t i = COUNT_OF(steps); i-- > 0;)
		if ((p->right - p->left) * steps[i] / months >= CPX(32))
			step = steps[i];
	for (int32_t day = p->scale.from; day < p->scale.to; d = date_of(day)) {
		int32_t next = day + month_days(d.year, d.month);
		cpx     x = plot_x(p, day), end = plot_x(p, next);

		line(p->o->b, "ch-tick", x, p->bottom, x, p->bottom + CPX(5));
		if ((d.month - 1) % step == 0)
			label_at(p, (x + end) / 2, p->bottom + CPX(20), short_month(p, d.month));
		day = next;
	}
	year_bands(p, p->bottom + CPX(40), 1);
}

/* What a panel has room for: its first and its last year. */
static void
panel_years(const struct plot *p)
{
	int         back = p->scale.yearly ? 1 : 0;
	struct str  from = arena_printf(p->o->a, "%d", date_of(p->scale.from).year - back);
	struct str  to = arena_printf(p->o->a, "%d",
	        date_of(p->scale.to - 1).year);
	cpx         y = p->bottom + CPX(18);

	chart_text(p->o, p->left - INSET, y, CHART_START, NULL, (struct chart_words){ from, STR_NONE });
	if (!str_eq(from, to))
		chart_text(p->o, p->right + INSET, y, CHART_END, NULL, (struct chart_words){ to, STR_NONE });
}

cpx
plot_time_height(const struct plot *p)
{
	if (p->o->width == CHART_PANEL)
		return CPX(24);
	return in_months(&p->scale) ? CPX(48) : CPX(28);
}

static void
as_of_mark(const struct plot *p)
{
	cpx x;

	if (!p->c->has_as_of || p->c->as_of < p->scale.from || p->c->as_of > p->scale.to)
		return;
	x = plot_x(p, p->c->as_of);
	buf_putf(p->o->b, "<path class=\"ch-asof\" d=\"M");
	chart_coordinate(p->o->b, x);
	HTML(p->o->b, " ");
	chart_coordinate(p->o->b, p->bottom);
	HTML(p->o->b, "l-5-8h10z\"><title>");
	html_say(p->o->b, p->o->lang, "As it stood here");
	HTML(p->o->b, "</title></path>");
}

void
plot_axes(const struct plot *p)
{
	value_axis(p);
	HTML(p->o->b, "<g class=\"ch-axis\">");
	if (p->o->width == CHART_PANEL)
		panel_years(p);
	else if (p->scale.yearly)
		year_ends(p);
	else if (in_months(&p->scale))
		month_bands(p);
	else
		year_bands(p, p->bottom + CPX(20), years_step(p));
	as_of_mark(p);
	HTML(p->o->b, "</g>\n");
}

/* ---- notes ---- */

static bool
any_withheld(const struct chart *c)
{
	for (size_t i = 0; i < plot_series(c); i++)
		for (size_t k = 0; k < c->series[i].len; k++)
			if (c->series[i].at[k].state == CHART_WITHHELD)
				return true;
	return false;
}

cpx
plot_notes_height(const struct chart *c)
{
	return CPX(20) * (any_withheld(c) + (c->len > CHART_SERIES_MAX) + (c->apart > 0));
}

static struct str
more_text(const struct plot *p)
{
	int64_t    more = (int64_t)(p->c->len - CHART_SERIES_MAX);
	struct str n = arena_printf(p->o->a, "%lld", (long long)more);

	return text_fill(p->o->a, say_n(p->o->lang, more, "{1} more is in the table",
	    "{1} more are in the table"), &n, 1);
}

static struct str
apart_text(const struct plot *p)
{
	int64_t    apart = (int64_t)p->c->apart;
	struct str n = arena_printf(p->o->a, "%lld", (long long)apart);

	return text_fill(p->o->a, say_n(p->o->lang, apart,
	    "{1} more is measured, and is in the data", "{1} more are measured, and are in the data"),
	    &n, 1);
}

void
plot_notes(const struct plot *p, cpx y)
{
	struct chart_words note = { say(p->o->lang, "× withheld"), STR_NONE };

	if (any_withheld(p->c)) {
		chart_text(p->o, p->left, y + CPX(14), CHART_START, "ch-quiet", note);
		y += CPX(20);
	}
	if (p->c->len > CHART_SERIES_MAX) {
		note.text = more_text(p);
		chart_text(p->o, p->left, y + CPX(14), CHART_START, "ch-quiet", note);
		y += CPX(20);
	}
	if (p->c->apart == 0)
		return;
	note.text = apart_text(p);
	chart_text(p->o, p->left, y + CPX(14), CHART_START, "ch-quiet", note);
}
