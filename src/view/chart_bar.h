/* chart_bar.h - bars: ranked, grouped, stacked; and a target in one bar.
 *
 * As chart.h: plain data in, SVG or table out. Bars begin at zero, always. One
 * group of rows with one part each is a ranking, drawn in the order given; groups
 * are years with a row a version; parts are what a row is made of (financing), with
 * patterns beside colours and their names above.
 */
#ifndef VIEW_CHART_BAR_H
#define VIEW_CHART_BAR_H

#include "view/chart.h"

struct chart_part {
	enum chart_state state;         /* RANGE is drawn as MISSING: give it a text */
	struct number    value;
	struct str       text;          /* as shown; empty: the value with its decimals */
	struct str       note;
};

struct chart_bar {
	struct chart_words       label;
	struct str               href;  /* "/da/area/valby"; may be empty */
	bool                     own;   /* the city itself: stands out */
	const struct chart_part *part;  /* one for each of `parts` of the chart */
	struct str               total; /* shown at the end of a stacked bar; may be empty */
};

struct chart_bar_group {
	struct chart_words      label;  /* "2009"; may be empty */
	const struct chart_bar *at;
	size_t                  len;
};

struct chart_bars {
	struct chart_head             head;
	const struct chart_bar_group *group;
	size_t                        len;
	const struct chart_words     *part;     /* their names; may be NULL when there is one */
	size_t                        parts;    /* 1 to CHART_PARTS_MAX */
	struct str                    rows;     /* head of the table's first column: "Kommune" */
	bool                          has_mark; /* a vertical line: the mean, a target */
	struct number                 mark;
	struct str                    mark_label;
};

#define CHART_PARTS_MAX 6

void chart_bars(const struct chart_out *o, const struct chart_bars *c);
void chart_bars_figure(struct page *p, const struct chart_bars *c);
void chart_bars_table(struct page *p, const struct chart_bars *c);

/* ---- bullet: baseline, latest, what is required by now, and target in one bar ---- */

struct chart_mark {
	bool          has;
	struct number value;
	struct str    label;            /* "Måltal 64,40" */
};

struct chart_bullet {
	struct chart_head head;
	struct chart_mark latest, baseline, required, target;
};

void chart_bullet(const struct chart_out *o, const struct chart_bullet *c);
/* <figure> in both widths. Its table twin is the page's own list of the same figures. */
void chart_bullet_figure(struct page *p, const struct chart_bullet *c);

#endif
