/* The lines of a chart: their gaps, markers, bands and bars of uncertainty. */
#include "view/chart_plot.h"

#define MARKERS_MOST 40                 /* more points than this are a line alone */
#define MARKERS_ALL  160                /* of a chart: the others' give way to one at the end */

size_t
plot_series(const struct chart *c)
{
	return c->len < CHART_SERIES_MAX ? c->len : CHART_SERIES_MAX;
}

/* Which of its role is series `i`? From 0. */
static size_t
rank_of(const struct chart *c, size_t i)
{
	size_t rank = 0;

	for (size_t k = 0; k < i; k++)
		rank += c->series[k].role == c->series[i].role;
	return rank;
}

size_t
plot_marker(const struct chart *c, size_t i)
{
	size_t others = 0;

	if (c->series[i].role == CHART_OWN || c->series[i].role == CHART_EXPECTED)
		return MARKER_CIRCLE;
	for (size_t k = 0; k < i; k++)
		others += c->series[k].role != CHART_OWN;
	return 1 + others % (MARKER_COUNT - 1);
}

struct str
plot_style(const struct plot *p, size_t i)
{
	size_t others = 0, rank = rank_of(p->c, i);

	for (size_t k = 0; k < i; k++)
		others += p->c->series[k].role != CHART_OWN;
	switch (p->c->series[i].role) {
	case CHART_OWN:
		break;
	case CHART_COMPARATOR:
		return arena_printf(p->o->a, "ch-%zu ch-thin ch-dash-%zu", others % 7 + 1, rank % 4 + 1);
	case CHART_GROUP:
		return arena_printf(p->o->a, "ch-%zu ch-dash-%zu", others % 7 + 1, rank / 4 % 5);
	case CHART_EXPECTED:
		return STR("ch-7 ch-expected");
	}
	return STR("ch-own");
}

static bool
has_place(const struct chart_point *pt)
{
	return pt->state == CHART_VALUE || (pt->state == CHART_RANGE && (pt->has_low || pt->has_high));
}

const struct chart_point *
plot_last(const struct chart_series *s)
{
	for (size_t k = s->len; k-- > 0;)
		if (has_place(&s->at[k]))
			return &s->at[k];
	return NULL;
}

static void
put_pair(struct buf *b, char command, cpx x, cpx y)
{
	buf_char(b, command);
	chart_coordinate(b, x);
	HTML(b, " ");
	chart_coordinate(b, y);
}

/* ---- the line ---- */

/* Does the line go on from the point before `k`? */
static bool
joins(const struct chart_series *s, size_t k)
{
	return k > 0 && s->role != CHART_EXPECTED && s->at[k - 1].state == CHART_VALUE &&
	    !s->at[k].breaks;
}

static void
draw_line(const struct plot *p, const struct chart_series *s)
{
	bool any = false;

	for (size_t k = 0; k < s->len; k++)
		any = any || (s->at[k].state == CHART_VALUE && joins(s, k));
	if (!any)
		return;
	HTML(p->o->b, "<path class=\"ch-line\" d=\"");
	for (size_t k = 0; k < s->len; k++)
		if (s->at[k].state == CHART_VALUE)
			put_pair(p->o->b, joins(s, k) ? 'L' : 'M', plot_x(p, s->at[k].day),
			    plot_y(p, s->at[k].value));
	HTML(p->o->b, "\"/>");
}

/* ---- markers ---- */

static void
point_title(const struct plot *p, const struct chart_point *pt, struct str text)
{
	HTML(p->o->b, "<title>");
	html_text(p->o->b, pt->label);
	HTML(p->o->b, ": ");
	html_text(p->o->b, text);
	if (text.len > 0 && p->c->head.unit.len > 0 && pt->state >= CHART_RANGE) {
		HTML(p->o->b, " ");
		html_text(p->o->b, p->c->head.unit);
	}
	HTML(p->o->b, "</title>");
}

static void
draw_marker(const struct plot *p, const struct chart_point *pt, size_t marker, bool large)
{
	static const char *const shape[MARKER_COUNT][2] = {
		[MARKER_SQUARE] = { "m-3.5-3.5h7v7h-7z", "m-5-5h10v10h-10z" },
		[MARKER_DIAMOND] = { "m0-5l5 5l-5 5l-5-5z", "m0-7l7 7l-7 7l-7-7z" },
		[MARKER_UP] = { "m0-5l4.5 8h-9z", "m0-6.5l6 10.5h-12z" },
		[MARKER_DOWN] = { "m0 5l4.5-8h-9z", "m0 6.5l6-10.5h-12z" },
	};
	cpx x = plot_x(p, pt->day), y = plot_y(p, pt->value);

	if (marker == MARKER_CIRCLE) {
		HTML(p->o->b, "<circle");
		chart_attr(p->o->b, "cx", x);
		chart_attr(p->o->b, "cy", y);
		chart_attr(p->o->b, "r", large ? CPX(5) : CPX(4));
	} else {
		HTML(p->o->b, "<path d=\"");
		put_pair(p->o->b, 'M', x, y);
		buf_put(p->o->b, str_from(shape[marker][large]));
		HTML(p->o->b, "\"");
	}
	HTML(p->o->b, ">");
	point_title(p, pt, chart_value_text(p->o, pt->value, pt->text));
	buf_put(p->o->b, marker == MARKER_CIRCLE ? STR("</circle>") : STR("</path>"));
}

/* A longer series than this has no marker at each of its points. */
static size_t
markers_most(const struct plot *p, enum chart_role role)
{
	size_t all = 0;

	if (p->o->width == CHART_PANEL)
		return 0;
	for (size_t i = 0; i < plot_series(p->c); i++)
		all += p->c->series[i].len;
	return all > MARKERS_ALL && role != CHART_OWN ? 0 : MARKERS_MOST;
}

static void
draw_markers(const struct plot *p, size_t i)
{
	const struct chart_series *s = &p->c->series[i];
	const struct chart_point  *last = plot_last(s);
	size_t                     most = markers_most(p, s->role);

	HTML(p->o->b, "<g class=\"ch-dots\">");
	for (size_t k = 0; k < s->len; k++) {
		bool alone = !joins(s, k) && (k + 1 == s->len || !joins(s, k + 1));

		if (s->at[k].state == CHART_VALUE && (s->len <= most || alone || &s->at[k] == last))
			draw_marker(p, &s->at[k], plot_marker(p->c, i), &s->at[k] == last);
	}
	HTML(p->o->b, "</g>");
}

/* ---- what is not exact, and what is not there ---- */

/* An I from end to end; an arrow where one end is not known. */
static void
draw_range(const struct plot *p, const struct chart_point *pt)
{
	cpx x = plot_x(p, pt->day);
	cpx low = pt->has_low ? plot_y(p, pt->low) : 0, high = pt->has_high ? plot_y(p, pt->high) : 0;

	HTML(p->o->b, "<path class=\"ch-whisker\" d=\"");
	put_pair(p->o->b, 'M', x - CPX(4), pt->has_low ? low : high);
	HTML(p->o->b, "h8m-4 0");
	if (pt->has_low && pt->has_high) {
		put_pair(p->o->b, 'L', x, high);
		HTML(p->o->b, "m-4 0h8");
	} else {
		buf_put(p->o->b, pt->has_low ? STR("v-14m-4 5l4-5l4 5") : STR("v14m-4-5l4 5l4-5"));
	}
	HTML(p->o->b, "\">");
	point_title(p, pt, pt->text);
	HTML(p->o->b, "</path>");
}

static bool
has_band(const struct chart_point *pt)
{
	return pt->state == CHART_VALUE && pt->has_low && pt->has_high;
}

/* One stretch of points with both ends, [from, to). */
static void
draw_band(const struct plot *p, const struct chart_series *s, size_t from, size_t to)
{
	HTML(p->o->b, "<path class=\"ch-band\" d=\"");
	for (size_t k = from; k < to; k++)
		put_pair(p->o->b, k == from ? 'M' : 'L', plot_x(p, s->at[k].day),
		    plot_y(p, s->at[k].high));
	for (size_t k = to; k-- > from;)
		put_pair(p->o->b, 'L', plot_x(p, s->at[k].day), plot_y(p, s->at[k].low));
	HTML(p->o->b, "z\"/>");
}

static void
draw_bands(const struct plot *p, const struct chart_series *s)
{
	size_t from = 0;

	for (size_t k = 0; k <= s->len; k++) {
		if (k < s->len && has_band(&s->at[k]) && (k == from || joins(s, k)))
			continue;
		if (k - from > 1)
			draw_band(p, s, from, k);
		else if (k > from)
			draw_range(p, &s->at[from]);
		from = k < s->len && has_band(&s->at[k]) ? k : k + 1;
	}
}

static void
draw_withheld(const struct plot *p, const struct chart_point *pt)
{
	HTML(p->o->b, "<path class=\"ch-whisker\" d=\"");
	put_pair(p->o->b, 'M', plot_x(p, pt->day) - CPX(4), p->bottom - CPX(10));
	HTML(p->o->b, "l8 8m0-8l-8 8\">");
	point_title(p, pt, pt->note.len > 0 ? pt->note : say(p->o->lang, "withheld"));
	HTML(p->o->b, "</path>");
}

static void
draw_series(const struct plot *p, size_t i)
{
	const struct chart_series *s = &p->c->series[i];

	HTML(p->o->b, "<g");
	html_attr(p->o->b, "class", plot_style(p, i));
	HTML(p->o->b, ">");
	if (s->role == CHART_OWN || s->role == CHART_EXPECTED || p->c->len == 1)
		draw_bands(p, s);
	draw_line(p, s);
	for (size_t k = 0; k < s->len; k++) {
		if (s->at[k].state == CHART_RANGE && has_place(&s->at[k]))
			draw_range(p, &s->at[k]);
		if (s->at[k].state == CHART_WITHHELD)
			draw_withheld(p, &s->at[k]);
	}
	draw_markers(p, i);
	HTML(p->o->b, "</g>\n");
}

/* The city's own lines lie over the others. */
void
plot_lines(const struct plot *p)
{
	for (size_t i = 0; i < plot_series(p->c); i++)
		if (p->c->series[i].role != CHART_OWN)
			draw_series(p, i);
	for (size_t i = 0; i < plot_series(p->c); i++)
		if (p->c->series[i].role == CHART_OWN)
			draw_series(p, i);
}
