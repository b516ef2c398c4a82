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
	struct str       corrects, reason;      /* a key of a release, and what is corrected */
};

/* NONE: there is no such thing or policy. EARLY: the policy had not begun. FAILED: a problem
 * in the store or in amounts. All but OK are said in `d`. */
enum report_state { REPORT_OK, REPORT_NONE, REPORT_EARLY, REPORT_FAILED };

/* As of the edition's day, else of the policy's status date. */
MUST_CHECK enum report_state report_view(struct arena *a, const struct edition *ed,
                                         const struct report_ask *ask, struct diags *d,
                                         struct report_paper *ret);

/* The policy that a report is of when nobody asks for another; NULL: none had begun. */
const struct noun_row *report_policy(const struct edition *ed);

#endif
