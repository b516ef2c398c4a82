/* chart_plot.h - the plane of a chart over time: what stands where. For chart_*.c
 * alone.
 *
 * A scale is chosen once from all that is drawn, so that nothing lies outside; small
 * multiples choose one for all of them.
 */
#ifndef VIEW_CHART_PLOT_H
#define VIEW_CHART_PLOT_H

#include "view/chart_draw.h"

#define CHART_FONT 14                   /* units; 11 px on a screen of 320 px */
#define CHART_LEAD 17                   /* from line to line */

struct chart_scale {
	wide    lo, hi, step;           /* 10^-9ths; lo and hi are whole steps */
	uint8_t decimals;               /* of the labels, at `power` */
	uint8_t power;                  /* labels count 10^power: 0, 6, 9, 12 */
	int32_t from, to;               /* days; from < to */
	bool    yearly;                 /* every period ends with a year: ticks stand for its end */
	bool    empty;                  /* there is nothing to draw */
};

/* With about `ticks` steps of values. */
struct chart_scale chart_scale_of(const struct chart *at, size_t n, int64_t ticks);
/* Values alone, for bars: lo, hi, step, decimals, power. `zero`: holds zero. */
struct chart_scale chart_scale_values(wide lo, wide hi, bool whole, bool zero, int64_t ticks);

/* "60", "1,5" of a whole step, and the unit with its power: "mio. kr." */
struct str chart_tick_text(const struct chart_out *o, const struct chart_scale *s, wide value);
struct str chart_unit_text(const struct chart_out *o, const struct chart_scale *s, struct str unit);

struct plot {
	const struct chart_out *o;
	const struct chart     *c;
	struct chart_scale      scale;
	cpx                     left, top, right, bottom;
};

cpx plot_x(const struct plot *p, int32_t day);
cpx plot_y(const struct plot *p, struct number n);
cpx plot_y_wide(const struct plot *p, wide ninths);

/* How many series are drawn. */
size_t plot_series(const struct chart *c);

/* "chart-own", "ch-3 ch-dash-1": colour and dash of series `i`. */
struct str plot_style(const struct plot *p, size_t i);
enum { MARKER_CIRCLE, MARKER_SQUARE, MARKER_DIAMOND, MARKER_UP, MARKER_DOWN, MARKER_COUNT };
size_t     plot_marker(const struct chart *c, size_t i);

/* The last point of a series that has a place, or NULL. */
const struct chart_point *plot_last(const struct chart_series *s);

/* ---- the layers, from back to front ---- */

cpx  plot_axis_width(const struct plot *p);     /* room for the labels of values */
cpx  plot_time_height(const struct plot *p);    /* room for the labels of time */
void plot_axes(const struct plot *p);
void plot_breaks(const struct plot *p);
void plot_targets(const struct plot *p);
void plot_lines(const struct plot *p);

/* Names at the ends of lines: first how wide and high they are, then drawn. */
struct plot_labels;
struct plot_labels *plot_labels_new(const struct chart_out *o, const struct chart *c, cpx width);
cpx  plot_labels_height(const struct plot_labels *l);
void plot_labels_draw(const struct plot *p, struct plot_labels *l);

/* Notes under the axes: what a cross means, what is not drawn. */
cpx  plot_notes_height(const struct chart *c);
void plot_notes(const struct plot *p, cpx y);

#endif
