/* overview.h - the economy of a policy as a table: numbered lines in groups, with
 * totals by row and column.
 *
 * Filled by app/budget_view, read by the terminal and the encoders. Amounts are
 * exact, in kroner; whoever shows them rounds them once (model/overview_words.h).
 * Titles are Danish with an English one where there is a translation.
 */
#ifndef MODEL_OVERVIEW_H
#define MODEL_OVERVIEW_H

#include "core/budget.h"
#include "core/money.h"
#include "model/barometer.h"

/* How lines are grouped; YEAR: a row a year, the budget's versions side by side. */
#define OVERVIEW_BYS(X)                                                      \
	X(SECTION, "section") X(UNIT, "unit") X(OBJECTIVE, "objective")      \
	X(AGREEMENT, "agreement") X(FINANCING, "financing") X(YEAR, "year")

enum overview_by {
#define X(id, code) OVERVIEW_BY_##id,
	OVERVIEW_BYS(X)
#undef X
	OVERVIEW_BY_COUNT
};

struct overview_column {
	int32_t             year;       /* 0: the row's total, or a measure */
	enum budget_measure measure;
};

struct overview_printed {               /* what the paper prints where a cell is computed */
	struct number    kroner;
	struct number    amount;        /* as printed, in `unit` */
	enum budget_unit unit;
	struct str       file;
	struct source    source;
	struct str       footnote, footnote_en;
	bool             differs;       /* more than rounding explains: the audit's `sum` */
};

struct overview_cell {
	bool          has, unknown;     /* unknown: something that belongs in it is not known */
	bool          changed;          /* what-if: `before` is what is stored */
	uint32_t      printed;          /* overview.printed, from 1; 0: nothing, or of another version */
	struct number kroner, before;
};

struct overview_line {
	struct named          line, elsewhere;          /* elsewhere: ELSEWHERE, EARMARK: the line it is in */
	struct str            unit, initiative, agreement, objective;   /* ids */
	struct str            number, financing;        /* as printed; a code */
	size_t                group, note;              /* note: from 1; 0: none */
	enum budget_counts    counts;
	bool                  refund;   /* not the line, but what others refund of it */
	enum financing        paid_by;  /* `financing`, of the line or of the refund */
	struct str            excluded, excluded_en;    /* the reason */
	bool                  has_attribution;
	struct number         attribution;
	struct source         source;
	struct overview_cell *at;
	const struct budget_cell *year; /* every measure of each year; NULL: by year */
};

struct overview_group {
	struct named          title;
	size_t                first, lines, note;       /* of the overview's lines */
	struct overview_cell *at;
};

struct overview_note {
	struct str da, en;              /* en empty: not translated */
};

struct overview_unsplit {               /* an amount of several years that nobody split */
	size_t              line;       /* of the overview's lines */
	int32_t             from, through;
	enum budget_measure version;
	struct number       kroner;
};

struct overview_result {                /* what a result costs: kroner for one unit of it */
	struct named  initiative, promise;
	enum unit     measure;          /* of the result: POINT for a share that changed */
	struct number result, cost, each;
	int32_t       from, through;    /* the years whose cost is counted */
	bool          promised;         /* what the target promises, not what was measured */
	bool          whole;            /* the result fills those years */
	bool          changed;          /* what-if */
	struct number cost_before, each_before;
};

struct overview {
	struct named            policy, document;       /* document: of lines without a policy */
	enum overview_by        by;
	struct overview_column *column;
	size_t                  columns;
	int32_t                *year;           /* of overview_line.year */
	size_t                  years;
	struct overview_line   *line;           /* in order of groups */
	size_t                  lines;
	struct overview_group  *group;
	size_t                  groups;
	struct overview_cell   *total;
	size_t                  total_note;
	struct overview_printed *printed;       /* of cells */
	size_t                  printed_len;
	struct overview_unsplit *unsplit;
	size_t                  unsplits;
	struct overview_note   *note;
	size_t                  notes;
	struct overview_result *result;
	size_t                  results;
	bool                    what_if;
};

struct overviews {                      /* one a policy, newest first; then one a paper */
	struct overview *at;
	size_t           len;
};

#endif
