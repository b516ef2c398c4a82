#include "app/replies.h"
#include "app/followups.h"
#include "app/initiative_view.h"

/* The one who answers: of the report's initiative, else of the target's. */
static struct named
unit_of(const struct snapshot *sn, const struct noun_row *report)
{
	int64_t initiative = report->ref[STATUS_REPORT_initiative];

	if (initiative == 0)
		initiative = snapshot_ref(sn, report->ref[STATUS_REPORT_target], TARGET_initiative);
	return judge_named(sn, snapshot_ref(sn, initiative, INITIATIVE_unit));
}

struct reply
reply_find(const struct edition *ed, struct str target)
{
	const struct snapshot *sn = &ed->sn;
	int64_t                id = things_find(sn->things, NOUN_TARGET, target);
	struct reply           best = { 0 };

	for (size_t i = 0; id != 0 && i < sn->len[NOUN_STATUS_REPORT]; i++) {
		const struct noun_row *row = &sn->row[NOUN_STATUS_REPORT][i];
		int32_t                day;

		if (row->ref[STATUS_REPORT_target] != id || row->text[STATUS_REPORT_title].len == 0 ||
		    !day_from_iso(row->text[STATUS_REPORT_stated], &day) ||
		    !followup_knows(ed->when, day) || (best.text.da.len > 0 && day < best.day))
			continue;
		best = (struct reply){
			.text = worded_of(sn, row, STATUS_REPORT_title), .unit = unit_of(sn, row),
			.answers = row->text[STATUS_REPORT_answers], .day = day,
			.source = snapshot_source(sn, row),
		};
	}
	return best;
}
