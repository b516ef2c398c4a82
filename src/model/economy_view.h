/* economy_view.h - the economy as its page shows it: overviews (overview.h) with what
 * their charts draw, gross beside net; and one budget line with all its amounts.
 *
 * Filled by app/economy_view. Amounts are exact, in kroner; whoever shows them rounds
 * them once. What a line is attributed counts.
 */
#ifndef MODEL_ECONOMY_VIEW_H
#define MODEL_ECONOMY_VIEW_H

#include "model/finding.h"
#include "model/indicator_view.h"
#include "model/overview.h"

struct economy_bar {                    /* of a year, or of a committee over all years */
	struct named         unit;      /* without an id and a year: no unit is named */
	int32_t              year;      /* 0: a committee; else a year, or BUDGET_UNSPLIT */
	struct overview_cell part[FINANCING_COUNT];     /* who pays: refunds beside what is left */
	struct overview_cell all;
};

struct economy_part {                   /* one policy, or a paper's lines without one */
	const struct overview *overview;        /* grouped as it was asked for */
	const struct overview *paid;    /* by who pays, refunds beside the lines: its columns */
	struct economy_bar    *year, *committee;
	size_t                 years, committees;
	bool                   has_refunds;
	struct overview_cell  *gross, *refunded, *net;  /* a cell a year, and in all last */
	bool                   pays[FINANCING_COUNT];   /* which have anything */
};

struct economy_view {
	enum overview_by     by;
	struct overviews     overviews;
	struct economy_part *part;      /* beside overviews.at */
	size_t               parts;
	struct named        *policy;    /* what can be asked for */
	size_t               policies;
};

struct amount_view {                    /* as it is recorded, before attribution */
	struct budget_amount is;
	enum missing         missing;   /* why there is no amount */
	bool                 has_share;
	struct number        share;     /* per cent of the gross that is refunded */
	enum financing       financing; /* who refunds; of has_share */
	struct source        source;
};

struct budget_line_view {
	struct named          line, policy, unit, initiative, agreement, objective, elsewhere;
	struct str            number, section, unit_short;
	enum financing        financing;
	enum budget_counts    counts;
	struct worded         excluded, footnote;
	bool                  has_attribution;
	struct number         attribution;
	struct source         source;
	struct recorded       recorded;
	struct amount_view   *amount;   /* by year and version */
	size_t                amounts;
	const struct finding **finding; /* about it and its amounts */
	size_t                findings;
};

#endif
