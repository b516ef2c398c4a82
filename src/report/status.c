/* The status report: two minutes, the barometer, each committee, the economy, the audit;
 * behind it the agreements with their projects, and a form for each initiative. */
#include "report/parts.h"

void
report_unit(struct draft *d, uint8_t level, const char *kind, const struct report_committee *c)
{
	if (c->unit.id.len > 0)
		draft_heading_of(d, level, kind, &c->unit);
	else
		draft_heading(d, level, draft_anchor(d, kind, STR_NONE), N_("Of no committee"));
	if (d->m->kind != REPORT_STATUS)
		report_written(d, REPORT_PLACE_COMMITTEE, c);
}

void
report_status(struct draft *d)
{
	const struct report_paper *m = d->m;

	report_summary(d);
	draft_heading(d, 1, STR("barometer"), N_("Barometer"));
	report_board(d);
	for (size_t i = 0; i < m->committees; i++)
		report_committee(d, &m->committee[i]);
	report_economy(d);
	report_audit(d);
	report_method(d);
	report_agreements_behind(d);
	report_forms_behind(d);
}
