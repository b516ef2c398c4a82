/* The overview of indicators: a table a committee, then each with its chart and figures. */
#include "report/parts.h"

void
report_indicators(struct draft *d)
{
	const struct report_paper *m = d->m;
	size_t                     n = 0;

	for (size_t i = 0; i < m->committees; i++)
		n += m->committee[i].indicators;
	if (n == 0)
		draft_sentence(d, N_("The policy has no indicators yet."));
	for (size_t i = 0; i < m->committees; i++) {
		const struct report_committee *c = &m->committee[i];

		if (c->indicators == 0)
			continue;
		report_unit(d, 1, "unit", c);
		report_indicator_rows(d, c);
		report_singles(d, c);
		report_courses(d, 2, c);
	}
}
