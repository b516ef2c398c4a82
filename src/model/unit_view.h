/* unit_view.h - a committee, an administration or a department as its page and the API
 * show it: what it owes, owns and reports; and the tree of all.
 *
 * What is a part's is the whole's: a committee owes what its administration owes.
 * Filled by app/unit_view.
 */
#ifndef MODEL_UNIT_VIEW_H
#define MODEL_UNIT_VIEW_H

#include "model/initiative_view.h"
#include "model/objective_view.h"

#define UNIT_ABOVE_MAX 8

struct unit_node {
	struct named unit;
	struct str   short_name, level, parent; /* level: committee, ...; parent: a key */
	size_t       depth;             /* 0: a committee */
	size_t       objectives, indicators, initiatives, targets;     /* with what is under it */
	size_t       count[VERDICT_COUNT];
	size_t       late;              /* follow-ups and measurements that are late */
};

struct unit_tree {
	struct unit_node *at;           /* parents before their parts, by title */
	size_t            len;
};

struct unit_report {                    /* the newest of an initiative first */
	struct named              initiative;
	const struct report_view *report;
};

struct unit_view {
	struct unit_node       self;
	struct recorded        recorded;
	struct source          source;
	struct named           above[UNIT_ABOVE_MAX];   /* the highest first */
	size_t                 above_len;
	struct unit_tree       under;   /* depth from its own */
	struct followups       followups;       /* not kept: late first, then by day */
	struct indicator_row  *due;     /* that are measured next: late first, then by day */
	size_t                 dues;
	struct objective_node *objective;       /* it owns itself or through its parts */
	size_t                 objectives;
	struct indicator_row  *indicator;
	size_t                 indicators;
	struct initiative_row *initiative;
	size_t                 initiatives;
	struct money_view     *money;
	size_t                 moneys;
	struct prognosis_tally prognoses;
	struct unit_report    *report;  /* newest first */
	size_t                 reports;
};

#endif
