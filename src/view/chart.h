/* chart.h - figures over time, drawn as SVG on the server: line chart, sparkline,
 * small multiples, and the table that says the same.
 *
 * A chart is plain data that the caller fills; it computes no figure and knows no
 * verdict. What is withheld has no value in it. All texts are borrowed, in the
 * reader's language unless `lang` says otherwise, and escaped here.
 *
 * Pages call chart_figure(): title, drawing for wide and for narrow screens, table.
 * Downloads and reports call chart_line() with CHART_FILE: a file of its own with
 * title, source and style for light, dark and print. Neither has a script or a
 * style attribute; classes are in assets/pejl.css, section "charts".
 *
 * Meaning never hangs on colour: lines end in their names, and differ in dashes and
 * markers. Others: chart_bar.h (bars, bullet), chart_map.h, chart_wheel.h.
 */
#ifndef VIEW_CHART_H
#define VIEW_CHART_H

#include "view/page.h"

struct chart_words {
	struct str text;
	struct str lang;                /* "da"; empty: the reader's own */
};

struct chart_head {
	struct str         id;          /* unique on its page: a-z, 0-9 and '-' */
	struct chart_words title;       /* what the figures say or are */
	struct str         description; /* the trend in a sentence, for those who do not see it */
	struct str         unit;        /* "pct.", "personer"; may be empty */
	struct str         source;      /* "Kilde: ... Pr. 1. juni 2009."; under a file */
};

/* MISSING: was due and is not there. RANGE: no point, only the ends that the
 * source gives ("over 80 pct." has a low end alone). */
enum chart_state { CHART_MISSING, CHART_WITHHELD, CHART_RANGE, CHART_VALUE };

struct chart_point {
	int32_t          day;           /* the end of its period, exclusive */
	struct str       label;         /* the period: "2008", "1. halvår 2008" */
	enum chart_state state;
	struct number    value;         /* VALUE */
	bool             has_low, has_high;
	struct number    low, high;     /* VALUE: uncertainty; RANGE: what is known */
	struct str       text;          /* as shown, without unit; empty: the value with its decimals */
	struct str       note;          /* "foreløbig"; MISSING: why ("ikke oplyst"); may be empty */
	bool             breaks;        /* not comparable with what came before */
	struct str       method;        /* of `breaks`: "ny metode"; may be empty */
};

/* OWN stands out, COMPARATOR is thin and dashed, GROUP is one of several parts. EXPECTED
 * was said before it was measured: marks that are hollow and dashed, and no line. */
enum chart_role { CHART_OWN, CHART_COMPARATOR, CHART_GROUP, CHART_EXPECTED };

struct chart_series {
	struct chart_words        name;
	enum chart_role           role;
	const struct chart_point *at;   /* by day */
	size_t                    len;
};

struct chart_target {
	struct number value;            /* the level that was promised */
	struct str    label;            /* "Måltal 64,40 pct. med udgangen af 2010" */
	bool          dated;            /* reached at `day`, else a line all along */
	int32_t       day;              /* exclusive end of the promised period */
	bool          has_baseline;     /* marked, and the required path goes from it */
	int32_t       from;
	struct number baseline;
	struct str    baseline_label;   /* "Startmåling 54,40" */
	bool          path;             /* draw the required path; `dated` and has_baseline */
};

struct chart {
	struct chart_head          head;
	const struct chart_series *series;
	size_t                     len;
	size_t                     apart;       /* as many more are measured, which is said */
	const struct chart_target *target;
	size_t                     targets;
	bool                       from_zero;   /* the value axis holds zero whatever the figures are */
	bool                       has_as_of;   /* a mark on the time axis */
	int32_t                    as_of;
};

#define CHART_SERIES_MAX 12             /* more are not drawn, and said to be in the table */

enum chart_form  { CHART_INLINE, CHART_FILE };
enum chart_width { CHART_WIDE, CHART_NARROW, CHART_PANEL };     /* 720, 360, 176 units: px at 1:1 */

struct chart_out {
	struct buf        *b;
	struct arena      *a;           /* for scratch */
	const struct lang *lang;
	enum chart_form    form;
	enum chart_width   width;
};

struct chart_out chart_on_page(struct page *p, enum chart_width width);

/* Without any value: a sentence in the drawing's place. */
void chart_line(const struct chart_out *o, const struct chart *c);

/* 120 x 32, for a cell of a table: the first series, its last point marked, its
 * latest target as a dashed line. Named by the description, else by the title. */
void chart_spark(const struct chart_out *o, const struct chart *c);

/* ---- on pages ---- */

/* <figure> with the title as its caption, the line chart, and the table in <details>. */
void chart_figure(struct page *p, const struct chart *c);

/* One panel a chart on one common scale, each with its title; the tables follow in
 * one <details>. Two panels beside each other at 320 px. */
void chart_multiples(struct page *p, const struct chart *at, size_t n);

/* Periods as rows, series as columns, targets in the last row; what is missing or
 * withheld in words. Bare: `chart_figure` has it already. */
void chart_table(struct page *p, const struct chart *c);

#endif
