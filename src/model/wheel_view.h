/* wheel_view.h - what the annual wheel asks of whom, and how far each has come: for the
 * page of the wheel, the list of tasks, the view of the central unit and calendars.
 *
 * Filled by app/duties and app/wheel_view; titles are borrowed from the edition.
 */
#ifndef MODEL_WHEEL_VIEW_H
#define MODEL_WHEEL_VIEW_H

#include "core/wheel.h"
#include "model/barometer.h"
#include "model/fault.h"

/* id, code, what it is called (a text of the pages). In the order in which one follows
 * the other; BELOW: not answered itself, but by a unit under it. */
#define OWED_STATES(X)                                                      \
	X(NOTHING, "none", N_("No answer"))                                 \
	X(DRAFTED, "drafted", N_("Begun"))                                  \
	X(RETURNED, "returned", N_("Sent back"))                            \
	X(SUBMITTED, "submitted", N_("Submitted"))                          \
	X(UNIT_APPROVED, "unit_approved", N_("Approved by the administration")) \
	X(APPROVED, "approved", N_("Done"))                                 \
	X(BELOW, "below", N_("Answered below"))

enum owed_state {
#define X(id, code, words) OWED_##id,
	OWED_STATES(X)
#undef X
	OWED_STATE_COUNT
};

struct owed {                           /* one answer to one duty for one of its periods */
	size_t            duty;         /* its place in the wheel */
	int64_t           unit;         /* thing: who owes it; 0: nobody in particular */
	int64_t           initiative;   /* thing: of a status; else 0 */
	struct occurrence when;         /* as the wheel has it */
	int32_t           due;          /* the same, or as it was extended */
	bool              extended, late;
	int64_t           extension;    /* thing: why it was */
	enum owed_state   state;
	bool              has_done;
	int32_t           done;         /* of APPROVED: the day on which it was, where known */
	int64_t           form;         /* the status form, or 0 */
	uint32_t          part, whole;  /* of a measurement: indicators that were measured */
};

struct owed_list {
	struct owed *at;                /* by duty and period */
	size_t       len, cap;
};

struct wheel_entry {                    /* one period of a duty, of all with the same day */
	struct named      duty;
	enum duty_kind    kind;
	struct named     *unit;         /* who owe it */
	struct str       *short_name;
	size_t            units;
	struct occurrence when;
	int32_t           due;
	bool              extended;
	struct named      reason;       /* of an extension */
	size_t            answers, answered, late;      /* answered: done, or below */
	size_t            number;       /* of the ring, from 1 */
};

struct wheel_duty {                     /* as it was written down */
	struct named        duty, unit, policy, before;
	struct str          id;
	enum duty_kind      kind;
	enum duty_frequency frequency;
	int32_t             starts, ends, due_days;     /* ends: DAY_MAX when it has none */
	bool                is_cycle;   /* counted from itself: it never occurs */
	struct source       source;
};

struct wheel_view {
	int                 year, first, last;  /* years in which something is due; first 0: none */
	int32_t             today;
	struct named        unit;       /* only what it and those under it owe; id empty: all */
	struct named       *choice;     /* units that can be asked for */
	size_t              choices;
	struct named       *mine;       /* of them, those for which somebody who is logged in fills in */
	size_t              mines;
	struct named       *document;   /* that may have been delivered, by title */
	size_t              documents;
	bool                may_extend; /* she may somewhere */
	struct wheel_entry *at;         /* by the day it is due */
	size_t              len;
	struct wheel_duty  *duty;       /* all, by title */
	size_t              duties;
};

#endif
