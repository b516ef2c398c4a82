/* report_parts.h - how app/report_view fills its parts; only for it. */
#ifndef APP_REPORT_PARTS_H
#define APP_REPORT_PARTS_H

#include "app/report_view.h"

struct report_work {
	struct arena        *a;
	const struct edition *ed;
	const struct report_ask *ask;
	struct report_paper *to;
	struct diags        *d;
};

/* report_committees.c: objectives, indicators, initiatives by committee. */
MUST_CHECK bool report_committees(struct report_work *w);
/* report_turns.c: what got better and worse; the most serious. */
MUST_CHECK bool report_turns(struct report_work *w);
/* report_findings.c: what the audit says of the policy's things and papers. */
MUST_CHECK bool report_findings(struct report_work *w);
/* report_things.c: agreements, briefs, areas. */
MUST_CHECK bool report_things(struct report_work *w);

/* Does the row stand in a paper that an objective or an initiative of the policy stands in? */
bool report_shares_paper(const struct report_work *w, const struct noun_row *row);

/* Is this what the report is of, or is it of the whole policy? */
bool report_wants(const struct report_work *w, struct str key);

#endif
