/* followup.h - a follow-up that an initiative promised for a time, and whether it
 * came.
 *
 * KEPT: a status was stated in that time or after it began, or a person said which one
 * keeps it. LATE: the time is over, and none was. DROPPED: the same, and the policy is
 * over, too, without a word about it; or the status that promised it was changed, and it
 * no longer stands there, though none kept it (`vanished`). COMING: it is not over. GIVEN_UP: a person said
 * that it is dropped, and why. (domain.md, 5: overdue)
 *
 * What is promised again and again ("hvert kvartal") is judged by the newest status: the
 * next is due one step after it, and `missed` says how many steps have gone by since.
 */
#ifndef MODEL_FOLLOWUP_H
#define MODEL_FOLLOWUP_H

#include "core/period.h"
#include "model/indicator_view.h"

#define FOLLOWUP_STATES(X) X(LATE, "late") X(DROPPED, "dropped") X(COMING, "coming") \
	X(KEPT, "kept") X(GIVEN_UP, "given_up")

enum followup_state {
#define X(id, code) FOLLOWUP_##id,
	FOLLOWUP_STATES(X)
#undef X
	FOLLOWUP_STATE_COUNT
};

struct followup {
	struct named        initiative, unit;
	int64_t             initiative_id, unit_id;     /* things */
	struct str          words;      /* as promised: "ultimo april 2009" */
	struct period       due;        /* dated */
	bool                recurs;     /* `due` is the step that follows the newest status */
	size_t              missed;     /* steps that have gone by */
	enum followup_state state;
	int32_t             kept;       /* KEPT: the day it was stated on, the first there is */
	struct source       promised, report;   /* report: of KEPT */
	struct str          report_id;  /* of KEPT: the status report, where one is known */
	struct str          promised_in;        /* the status report that promised it; else empty */
	struct str          decided;    /* the key of what a person decided; else empty */
	int64_t             decided_since;      /* the change that it was decided with; 0: none */
	bool                vanished;   /* its words are gone from the status that promised it */
	struct str          reason;     /* of GIVEN_UP */
};

struct followups {
	struct followup *at;            /* in the order of the text */
	size_t           len;
};

/* Nobody waits for it any more, or it has come. */
bool followup_is_settled(enum followup_state s);

#endif
