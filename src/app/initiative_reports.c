#include "app/initiative_reports.h"
#include "app/followups.h"
#include "app/initiative_view.h"
#include "app/word_diff.h"
#include <stdlib.h>

static bool
is_about(const struct snapshot *sn, const struct noun_row *row, int64_t initiative)
{
	int64_t target = row->ref[STATUS_REPORT_target];

	return row->ref[STATUS_REPORT_initiative] == initiative ||
	    (row->ref[STATUS_REPORT_initiative] == 0 &&
	        snapshot_ref(sn, target, TARGET_initiative) == initiative);
}

static struct report_view
report_of(const struct edition *ed, const struct noun_row *row)
{
	const struct snapshot *sn = &ed->sn;
	struct str             target = things_key(sn->things, row->ref[STATUS_REPORT_target]);
	int32_t                from, to;
	struct report_view     r = {
		.target = target.len > 0 ? edition_target(ed, target) : NULL,
		.text = worded_of(sn, row, STATUS_REPORT_title),
		.challenges = worded_of(sn, row, STATUS_REPORT_challenges),
		.answers = row->text[STATUS_REPORT_answers],
		.expected = row->text[STATUS_REPORT_expected],
		.condition = worded_of(sn, row, STATUS_REPORT_condition),
		.action = worded_of(sn, row, STATUS_REPORT_action),
		.links = row->text[STATUS_REPORT_links],
		.source = snapshot_source(sn, row),
	};

	r.has_day = day_from_iso(row->text[STATUS_REPORT_stated], &r.day);
	r.has_period = day_from_iso(row->text[STATUS_REPORT_starts], &from) &&
	    day_from_iso(row->text[STATUS_REPORT_ends], &to);
	if (r.has_period)
		r.period = period_make(from, to, precision_of_days(from, to));
	return r;
}

/* Newest first; of a day in the order of their document. */
static int
by_day(const void *a, const void *b)
{
	const struct report_view *x = a, *y = b;
	int                       o;

	if (x->has_day != y->has_day)
		return x->has_day ? -1 : 1;
	if (x->has_day && x->day != y->day)
		return x->day > y->day ? -1 : 1;
	o = str_cmp(x->source.document, y->source.document);
	if (o == 0)
		o = (x->source.line > y->source.line) - (x->source.line < y->source.line);
	if (o == 0)
		o = (x->source.column > y->source.column) - (x->source.column < y->source.column);
	return o != 0 ? o : str_cmp(x->text.da, y->text.da);
}

static struct report_change
change_of(struct arena *a, struct worded before, struct worded now)
{
	struct report_change c = { .da = word_diff(a, before.da, now.da) };

	if ((before.en.len > 0 || before.da.len == 0) && (now.en.len > 0 || now.da.len == 0))
		c.en = word_diff(a, before.en, now.en);
	return c;
}

/* The next older one on the same target, of an earlier day. */
static void
compare(struct arena *a, struct report_view *at, size_t n, size_t i)
{
	struct report_view *r = &at[i];

	for (size_t k = i + 1; k < n && r->has_day && !r->has_before; k++) {
		if (at[k].target != r->target || !at[k].has_day || at[k].day == r->day)
			continue;
		r->has_before = true;
		r->before = at[k].day;
		r->text_change = change_of(a, at[k].text, r->text);
		r->challenges_change = change_of(a, at[k].challenges, r->challenges);
	}
}

size_t
initiative_reports(struct arena *a, const struct edition *ed, const struct noun_row *initiative,
                   struct report_view **ret)
{
	const struct snapshot *sn = &ed->sn;
	struct report_view    *at = ARENA_ARRAY(a, struct report_view,
	    sn->len[NOUN_STATUS_REPORT] + 1);
	size_t                 n = 0;

	for (size_t i = 0; i < sn->len[NOUN_STATUS_REPORT]; i++) {
		const struct noun_row *row = &sn->row[NOUN_STATUS_REPORT][i];

		if (!is_about(sn, row, initiative->id))
			continue;
		at[n] = report_of(ed, row);
		n += !at[n].has_day || followup_knows(ed->when, at[n].day);
	}
	if (n > 1)
		qsort(at, n, sizeof *at, by_day);
	for (size_t i = 0; i < n; i++)
		compare(a, at, n, i);
	*ret = at;
	return n;
}
