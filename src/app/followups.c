#include "app/followups.h"
#include "core/phrase.h"

int32_t
followup_day(const struct snapshot *sn, const struct noun_row *initiative, struct judge_when when)
{
	struct str status = snapshot_text(sn, initiative->ref[INITIATIVE_policy], POLICY_status);
	int32_t    day;

	if (when.has_as_of)
		return when.as_of;
	return day_from_iso(status, &day) ? day : when.today;
}

bool
followup_knows(struct judge_when when, int32_t stated)
{
	return !when.has_as_of || stated <= when.as_of;
}

/* The first status that was stated when the follow-up began, or later. */
static const struct noun_row *
first_since(const struct snapshot *sn, int64_t initiative, int32_t from, struct judge_when when,
            int32_t *ret)
{
	const struct noun_row *first = NULL;

	for (size_t i = 0; i < sn->len[NOUN_STATUS_REPORT]; i++) {
		const struct noun_row *row = &sn->row[NOUN_STATUS_REPORT][i];
		int32_t                stated;

		if (row->ref[STATUS_REPORT_initiative] != initiative ||
		    !day_from_iso(row->text[STATUS_REPORT_stated], &stated) || stated < from ||
		    !followup_knows(when, stated) || (first != NULL && stated >= *ret))
			continue;
		first = row;
		*ret = stated;
	}
	return first;
}

static struct followup
followup_of(const struct snapshot *sn, const struct noun_row *row, const struct reading *r,
            struct judge_when when)
{
	const struct period   *p = &r->period;
	struct followup        f = {
		.initiative = judge_named(sn, row->id),
		.unit = judge_named(sn, row->ref[INITIATIVE_unit]),
		.words = str_slice(row->text[INITIATIVE_followup], r->at, r->end), .due = *p,
		.state = p->to <= followup_day(sn, row, when) ? FOLLOWUP_LATE : FOLLOWUP_COMING,
		.promised = snapshot_source(sn, row),
	};
	const struct noun_row *report = first_since(sn, row->id, p->deadline ? p->to - 1 : p->from,
	    when, &f.kept);

	if (report != NULL) {
		f.state = FOLLOWUP_KEPT;
		f.report = snapshot_source(sn, report);
	}
	return f;
}

struct followups
followups_read(struct arena *a, const struct snapshot *sn, const struct noun_row *initiative,
               struct judge_when when)
{
	struct readings  r = { 0 };
	struct followups to = { 0 };
	size_t           cap = 0;

	if (initiative->text[INITIATIVE_followup].len > 0)
		r = phrase_read(a, initiative->text[INITIATIVE_followup], NOTATION_DA, NULL);
	for (size_t i = 0; i < r.len; i++) {
		if (r.at[i].type != READING_PERIOD || !r.at[i].period.dated)
			continue;
		ARENA_GROW(a, to.at, to.len, &cap);
		to.at[to.len++] = followup_of(sn, initiative, &r.at[i], when);
	}
	return to;
}
