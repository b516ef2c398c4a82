/* report_view.h - what a report is made of, out of an edition. */
#ifndef APP_REPORT_VIEW_H
#define APP_REPORT_VIEW_H

#include "app/edition.h"
#include "model/report_view.h"

struct report_ask {
	enum report_kind kind;
	struct str       of;            /* a key: of a policy, or of the kind's noun; empty: the
	                                 * newest policy that had begun */
	bool             has_before;    /* what it is compared with; else a year earlier */
	int32_t          before;
	int32_t          made;          /* today */
};

/* As of the edition's day, else of the policy's status date. False, said in `d`: there is
 * no such thing, the day is before the policy, or a problem in the store. */
MUST_CHECK bool report_view(struct arena *a, const struct edition *ed,
                            const struct report_ask *ask, struct diags *d,
                            struct report_paper *ret);

#endif
