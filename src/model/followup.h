/* followup.h - a follow-up that an initiative promised for a time, and whether it
 * came.
 *
 * KEPT: a status was stated in that time or after it began. LATE: the time is over,
 * and none was. COMING: it is not over. (domain.md, 5: overdue)
 */
#ifndef MODEL_FOLLOWUP_H
#define MODEL_FOLLOWUP_H

#include "core/period.h"
#include "model/indicator_view.h"

#define FOLLOWUP_STATES(X) X(LATE, "late") X(COMING, "coming") X(KEPT, "kept")

enum followup_state {
#define X(id, code) FOLLOWUP_##id,
	FOLLOWUP_STATES(X)
#undef X
	FOLLOWUP_STATE_COUNT
};

struct followup {
	struct named        initiative, unit;
	struct str          words;      /* as promised: "ultimo april 2009" */
	struct period       due;        /* dated */
	enum followup_state state;
	int32_t             kept;       /* KEPT: the day it was stated on, the first there is */
	struct source       promised, report;   /* report: of KEPT */
};

struct followups {
	struct followup *at;            /* in the order of the text */
	size_t           len;
};

#endif
