/* task.h - something that somebody owes: what, by when, where it is done.
 *
 * Every part of the staff's side that gives people work is a source of tasks
 * (app/tasks.h); the list of a person, the view of the central unit and the reminders
 * are made from the same ones.
 */
#ifndef MODEL_TASK_H
#define MODEL_TASK_H

#include "model/barometer.h"
#include "model/fault.h"

/* id, code, what is to be done (a text of the pages) */
#define TASK_KINDS(X)                                                     \
	X(FILL, "fill", N_("Fill in the status form"))                    \
	X(MEND, "mend", N_("Mend the status form that was sent back"))    \
	X(APPROVE, "approve", N_("Approve the status form"))              \
	X(LAY, "lay", N_("Lay the status form before the council"))       \
	X(DUTY, "duty", N_("Do what the annual wheel says"))              \
	X(PROMISE, "promise", N_("Keep what was promised"))               \
	X(ERROR_REPORT, "error_report", N_("Answer a report of an error")) \
	X(FINDING, "finding", N_("Answer what the audit found"))          \
	X(PROPOSAL, "proposal", N_("Decide on what was read in a paper"))

enum task_kind {
#define X(id, code, words) TASK_##id,
	TASK_KINDS(X)
#undef X
	TASK_KIND_COUNT
};

struct task {
	enum task_kind kind;
	struct named   thing;           /* what it is about: an initiative, a duty */
	struct named   unit;            /* who owes it */
	int64_t        unit_id;         /* thing; 0: nobody in particular */
	struct str     path;            /* where it is done, behind the language: "work/form/12" */
	bool           has_due;
	int32_t        due;             /* the last day on which it is in time */
	bool           extended;        /* by a recorded extension */
	struct str     period;          /* of a status form that is begun, in words; else empty */
	struct str     begins;          /* the period of a status form that is not begun yet;
	                                 * empty: it is done at `path` */
	struct str     have;            /* what is already there: "draft of 2 May"; may be empty */
};

struct tasks {
	struct task *at;
	size_t       len, cap;
};

#endif
