/* owing_view.h - what the central unit sees: of each committee, administration and
 * department how much it owes in a year and how far that has come, with what is below it;
 * and of one of them every single thing.
 *
 * Filled by app/owing_view.
 */
#ifndef MODEL_OWING_VIEW_H
#define MODEL_OWING_VIEW_H

#include "model/followup.h"
#include "model/wheel_view.h"

struct owing_node {
	struct named unit;
	struct str   short_name;
	size_t       depth;             /* 0: a committee */
	size_t       count[OWED_STATE_COUNT], all, late;        /* with what is below it */
	size_t       late_promises, dropped_promises;           /* the same */
	size_t       own_late;          /* what it can be reminded of */
	bool         may_remind;
	struct str   reminded;          /* when it was, of something of this year; empty: not */
};

struct owing_item {
	struct named      duty, unit, initiative;       /* initiative: of a status, else empty */
	enum duty_kind    kind;
	struct occurrence when;
	int32_t           due;
	bool              extended, late;
	enum owed_state   state;
	bool              has_done;
	int32_t           done;
	int64_t           form;         /* 0: there is none */
	uint32_t          part, whole;
	struct str        reminded;     /* when, or empty */
};

struct owing_view {
	int                year, first, last;   /* years in which something is due; first 0: none */
	int32_t            today;
	struct owing_node *at;          /* those above before those below, by title */
	size_t             len;
	struct named       unit;        /* of which every item is listed; id empty: of none */
	struct owing_item *item;        /* late first, then by day */
	size_t             items;
	size_t             more;        /* that are not listed */
	struct followup   *promise;     /* of that unit: not kept, late first */
	size_t             promises;
};

#define OWING_ITEMS_MAX 500             /* on one page */

#endif
