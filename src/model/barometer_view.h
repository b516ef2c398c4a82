/* barometer_view.h - the barometer as it is shown: the targets that were asked for,
 * each with what it was before and when it is measured next.
 *
 * Filled by app/barometer_view, read by the page and the API.
 */
#ifndef MODEL_BAROMETER_VIEW_H
#define MODEL_BAROMETER_VIEW_H

#include "model/indicator_view.h"

struct barometer_ask {                  /* keys; empty: all */
	bool         has_as_of, has_verdict;
	int32_t      as_of;
	enum verdict verdict;
	struct str   policy, theme, unit, area;
};

struct barometer_line {
	const struct barometer_row *row;
	struct named     unit, area;    /* area without id: the whole city */
	enum direction   better;
	struct series    own;           /* what the target is about, until the day it is judged on */
	bool             apart;         /* judged is how far `own` is from another group: not its course */
	bool             has_change;    /* since the measurement before the latest */
	struct number    change;
	enum unit        change_unit;   /* POINT for shares */
	struct due       due;           /* when it is measured next */
};

struct barometer_news {                 /* a measurement that came lately */
	const struct barometer_line *line;
	bool               first;       /* nothing was measured before */
	bool               has_before;  /* the figure before, where the two can be compared */
	struct observation before;
	enum verdict       verdict_before;
};

#define BAROMETER_NEWS_MAX 8
#define BAROMETER_DAYS_MAX 48

struct barometer_choice {               /* of a filter */
	struct named thing;
	size_t       count;             /* targets in all */
	bool         chosen;
};

struct barometer_choices {
	struct barometer_choice *at;
	size_t                   len;
};

struct barometer_view {
	struct barometer_ask     ask;
	const struct barometer_line *at;        /* in the order of a barometer */
	size_t                   len, total;    /* shown, of so many */
	size_t                   count[VERDICT_COUNT];  /* of what is shown */
	size_t                   total_count[VERDICT_COUNT];
	struct barometer_choices policies, themes, units, areas;
	struct barometer_news    news[BAROMETER_NEWS_MAX];      /* newest first */
	size_t                   news_len;
	const int32_t           *day;           /* on which a figure came or a policy was judged: */
	size_t                   days;          /* the latest BAROMETER_DAYS_MAX, oldest first */
	bool                     filtered;      /* less than all was asked for */
};

/* "+5,5 procentpoint", "−3": with its sign. */
void barometer_change(struct buf *b, const struct barometer_line *l, bool danish);

#endif
