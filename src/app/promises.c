#include "app/promises.h"
#include "app/unit_chain.h"
#include "app/wheel_deeds.h"
#include <stdlib.h>

#define AHEAD_DAYS 366

static bool
may(const struct edition *ed, const struct actor *who, enum right r, const struct noun_row *initiative)
{
	return unit_may(who, r, &ed->sn, initiative->ref[INITIATIVE_unit],
	    initiative->ref[INITIATIVE_policy]);
}

static void
name_all(struct arena *a, struct promises_view *to)
{
	followups_sort(to->at, to->len);
	to->about = ARENA_ARRAY(a, struct str, to->len + 1);
	for (size_t i = 0; i < to->len; i++)
		to->about[i] = promise_about(a, &to->at[i]);
}

struct promises_view
promises_view(struct arena *a, const struct edition *ed, const struct actor *who)
{
	const struct followups *all = edition_promises(ed);
	struct promises_view    to = { .today = edition_day(ed) };
	size_t                  cap = 0;

	for (size_t i = 0; i < ed->sn.len[NOUN_INITIATIVE]; i++) {
		if (all[i].len == 0 || !may(ed, who, RIGHT_READ, &ed->sn.row[NOUN_INITIATIVE][i]))
			continue;
		for (size_t k = 0; k < all[i].len; k++) {
			const struct followup *f = &all[i].at[k];

			if (followup_is_settled(f->state) ||
			    (!f->vanished && f->due.to > to.today + AHEAD_DAYS))
				continue;
			ARENA_GROW(a, to.at, to.len, &cap);
			to.at[to.len++] = *f;
		}
	}
	name_all(a, &to);
	return to;
}

static int
by_newest(const void *a, const void *b)
{
	const struct named *x = a, *y = b;

	return str_cmp(y->title, x->title);
}

/* Their days stand before their words. */
static void
find_reports(struct arena *a, const struct edition *ed, int64_t initiative, struct promises_view *to)
{
	const struct snapshot *sn = &ed->sn;

	to->report = ARENA_ARRAY(a, struct named, sn->len[NOUN_STATUS_REPORT] + 1);
	for (size_t i = 0; i < sn->len[NOUN_STATUS_REPORT]; i++) {
		const struct noun_row *row = &sn->row[NOUN_STATUS_REPORT][i];
		int64_t                about = row->ref[STATUS_REPORT_initiative];

		if (about == 0)
			about = snapshot_ref(sn, row->ref[STATUS_REPORT_target], TARGET_initiative);
		if (about != initiative)
			continue;
		to->report[to->reports].id = things_key(sn->things, row->id);
		to->report[to->reports++].title = arena_printf(a, STR_FMT ": " STR_FMT,
		    STR_ARG(row->text[STATUS_REPORT_stated]), STR_ARG(row->text[STATUS_REPORT_title]));
	}
	if (to->reports > 1)
		qsort(to->report, to->reports, sizeof *to->report, by_newest);
}

bool
promises_of(struct arena *a, const struct edition *ed, const struct actor *who,
            const struct noun_row *initiative, struct promises_view *ret)
{
	const struct followups *all = edition_promises(ed);
	struct followups        own = all[initiative - ed->sn.row[NOUN_INITIATIVE]];
	struct promises_view    to = { .today = edition_day(ed) };

	if (!may(ed, who, RIGHT_READ, initiative))
		return false;
	to.initiative = judge_named(&ed->sn, initiative->id);
	to.may_decide = may(ed, who, RIGHT_FILL, initiative);
	to.at = ARENA_ARRAY(a, struct followup, own.len + 1);
	for (; to.len < own.len; to.len++)
		to.at[to.len] = own.at[to.len];
	name_all(a, &to);
	find_reports(a, ed, initiative->id, &to);
	*ret = to;
	return true;
}
