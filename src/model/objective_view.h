/* objective_view.h - one objective as its page and the API show it, and the tree of
 * all.
 *
 * Filled by app/objective_view and app/objective_list; everything is borrowed from
 * the edition or in the caller's arena.
 */
#ifndef MODEL_OBJECTIVE_VIEW_H
#define MODEL_OBJECTIVE_VIEW_H

#include "model/finding.h"
#include "model/indicator_view.h"
#include "model/money_view.h"

struct objective_node {                 /* of the tree, parents before their children */
	struct named objective, theme, policy, unit;
	struct str   number, unit_short;
	size_t       depth;             /* 0: straight under the theme */
	struct str   parent;            /* its key; may be empty */
	size_t       count[VERDICT_COUNT];      /* its own targets, by verdict */
	size_t       targets;
};

struct objective_tree {
	struct objective_node *at;      /* by policy (newest first), theme, rank */
	size_t                 len;
};

struct edit {                           /* a column of a target that a change gave another value */
	struct str column;              /* "value", as in the register */
	struct str before, after;       /* as recorded; titles of things; empty: nothing */
};

struct target_version {
	struct recorded recorded;
	struct str      why;            /* of the change */
	struct source   source;
	struct edit    *edit;           /* none in the first */
	size_t          edits;
	bool            ended;          /* another came after it, or it was taken out */
};

struct target_view {
	const struct barometer_row *row;
	struct reply                reply;
	struct named                mandate;    /* the decision behind it */
	struct str                  body;       /* who decided */
	bool                        has_decided;
	int32_t                     decided;
	struct target_version      *version;    /* oldest first */
	size_t                      versions;
};

struct helper_view {                    /* an initiative that contributes */
	struct named  initiative, pathway;      /* pathway: the named way; may be empty */
	struct worded how;              /* what it says it contributes */
	struct str    unit_short;
	struct source source;
};

struct objective_view {
	struct objective_node  self;
	struct recorded        recorded;
	struct source          source;
	int32_t                as_of;   /* the latest on which one of its targets is judged */
	struct named           above[8];        /* its parents, the highest first */
	size_t                 above_len;
	struct objective_tree  under;   /* what is below it, in order; depth from its own */
	struct target_view    *target;
	size_t                 targets;
	struct indicator_row  *indicator;       /* what its targets are about */
	size_t                 indicators;
	struct helper_view    *helper;
	size_t                 helpers;
	struct money_view     *money;
	size_t                 moneys;
	const struct finding **finding; /* about it, its targets, indicators, initiatives, lines */
	size_t                 findings;
	bool                   tells;   /* readers can be written to when it changes */
	struct release_mentions laid;   /* in which reports it was laid before the council */
};

#endif
