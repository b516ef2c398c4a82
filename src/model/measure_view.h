/* measure_view.h - measurements as somebody writes or pastes them, read back before they
 * are kept: what each row says, what is wrong with it, and what it is asked about.
 */
#ifndef MODEL_MEASURE_VIEW_H
#define MODEL_MEASURE_VIEW_H

#include "model/indicator_view.h"
#include "model/observation.h"

/* What is only unlikely: asked, never refused. */
#define MEASURE_QUESTIONS(X) \
	X(RANGE, N_("Such a figure is unusual for what is measured: a share over 100, a count below 0 or with decimals. Is it right?")) \
	X(JUMP, N_("It is far from the measurement before it: more than twice or less than half of it, or three times the largest change until now. Is it right?")) \
	X(PARTS, N_("The parts of the area do not add up to the whole. Is it right?")) \
	X(EARLY, N_("The period is not over yet. Is it measured, and not what is expected?")) \
	X(WHOLE, N_("With the indicators that it makes 100 per cent with, it does not. Is it right?")) \
	X(SHARES, N_("Its groups do not make 100 per cent together. Is it right?")) \
	X(COMPLEMENT, N_("The groups added up to 100 per cent before, and do not now. Is it right?"))

enum measure_question {
#define X(id, words) MEASURE_##id,
	MEASURE_QUESTIONS(X)
#undef X
	MEASURE_QUESTION_COUNT
};

struct measure_row {
	size_t                 line;    /* of what was pasted, from 1 */
	struct str             column;  /* of a wide table: the heading its figure stands under */
	struct str             mark;    /* "3"; of a wide table "3-2": unlike any other row's */
	struct str             period, value, area, group;      /* as sent; the last two may be empty */
	bool                   preliminary;
	const char            *fault;   /* N_(); NULL: it can be read, and what follows is set */
	const char            *field;   /* "period", "value", "area", "group"; "grid": the whole row */
	struct str             with;    /* in place of {1} of the fault */
	struct observation_row row;
	struct observation     at;
	struct named           area_is, group_is;
	struct str             read_period, read_value;
	bool                   there;   /* something stands there already */
	bool                   same;    /* and it is this */
	struct str             was;
	unsigned               asks;    /* 1 << enum measure_question */
};

struct measure_view {
	struct named        indicator;  /* no id: there is none */
	struct str          last;       /* newest figure of the whole city with its period */
	struct str          unit;       /* "pct."; may be empty */
	enum unit           unit_is;
	struct due          due;
	struct prognoses    expected;   /* of the whole city */
	const struct named *area, *group;       /* to choose from */
	size_t              areas, groups;
	struct measure_row *at;         /* what was sent */
	size_t              len;
	size_t              corrections;
	bool                checked;    /* it was read: the table is shown */
	bool                answered;   /* these very rows were shown before: ticks are kept */
	struct str          seen;       /* of what was sent; goes along with the form */
	struct str          stands;     /* of what is recorded; goes along with the form */
};

struct measure_line {                   /* an indicator in the list */
	struct named indicator, unit;
	struct str   last;              /* period of the newest measurement; empty: none */
	struct due   due;
};

struct measure_lines {
	struct measure_line *at;
	size_t               len;
};

#endif
