/* The overview of the economy. */
#include "report/parts.h"

void
report_economy(struct draft *d)
{
	const struct economy_view *m = &d->m->economy;

	draft_heading(d, 1, STR("economy"), N_("Economy"));
	report_written(d, REPORT_PLACE_ECONOMY, NULL);
	if (m->parts == 0)
		draft_sentence(d, N_("No budget lines are known."));
	for (size_t i = 0; i < m->parts; i++)
		report_overview(d, &m->part[i], i + 1);
}
