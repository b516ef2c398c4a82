/* promises_view.h - what was promised and not kept, of all that somebody may read or of one
 * initiative, as the staff sees it. Filled by app/promises. */
#ifndef MODEL_PROMISES_VIEW_H
#define MODEL_PROMISES_VIEW_H

#include "model/followup.h"

struct promises_view {
	struct named     initiative;    /* of one; id empty: of all */
	int32_t          today;
	struct followup *at;            /* late first, then by day */
	size_t           len;
	struct str      *about;         /* beside `at`: as the form names it */
	struct named    *report;        /* of one: its status reports, the newest first */
	size_t           reports;
	bool             may_decide;    /* of one */
};

#endif
