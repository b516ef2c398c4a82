#include "app/followups.h"
#include <stdlib.h>

#define STEPS_MAX 1000                  /* of what recurs, that are counted as missed */

struct stated {                         /* a row about an initiative */
	const struct noun_row *row;
	int32_t                day;
	size_t                 next;    /* one more than its place; 0: none */
};

struct followup_reader {
	const struct snapshot *sn;
	struct judge_when      when;
	struct wordings       *wordings;        /* NULL: texts are read anew */
	struct stated         *report, *promise;
	struct stated         *former;  /* versions of reports that others replaced */
	size_t                *first_report, *first_promise, *first_former;     /* by thing: of an initiative */
};

struct reading_of {                     /* one initiative */
	struct arena                 *a;
	const struct followup_reader *r;
	const struct noun_row        *row;
	int32_t                       day;
	bool                          over;     /* its policy is */
	struct followups              to;
	size_t                        cap;
	bool                         *used;     /* beside the reader's promises; NULL: none there */
};

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

/* ---- what was reported and decided ---- */

static void
read_report(const struct followup_reader *r, const struct noun_row *row, struct stated *s,
            size_t place, size_t *first)
{
	int64_t about = row->ref[STATUS_REPORT_initiative];

	s->row = row;
	if (about == 0)
		about = snapshot_ref(r->sn, row->ref[STATUS_REPORT_target], TARGET_initiative);
	if (about == 0 || !day_from_iso(row->text[STATUS_REPORT_stated], &s->day) ||
	    !followup_knows(r->when, s->day))
		return;
	s->next = first[about];
	first[about] = place;
}

static void
read_reports(struct arena *a, struct followup_reader *r)
{
	const struct snapshot *sn = r->sn;

	r->report = ARENA_ARRAY(a, struct stated, sn->len[NOUN_STATUS_REPORT] + 1);
	r->first_report = ARENA_ARRAY(a, size_t, things_count(sn->things) + 1);
	for (size_t i = sn->len[NOUN_STATUS_REPORT]; i-- > 0;)
		read_report(r, &sn->row[NOUN_STATUS_REPORT][i], &r->report[i], i + 1, r->first_report);
}

/* Of reports that there are still, in another version. What was undone, nobody stated. */
static void
read_formers(struct arena *a, struct followup_reader *r)
{
	const struct snapshot *sn = r->sn;

	r->former = ARENA_ARRAY(a, struct stated, sn->formers + 1);
	r->first_former = ARENA_ARRAY(a, size_t, things_count(sn->things) + 1);
	for (size_t i = sn->formers; i-- > 0;)
		if (snapshot_row(sn, sn->former[i].id) != NULL && !snapshot_is_undone(sn, sn->former[i].since))
			read_report(r, &sn->former[i], &r->former[i], i + 1, r->first_former);
}

static void
read_promises(struct arena *a, struct followup_reader *r)
{
	const struct snapshot *sn = r->sn;

	r->promise = ARENA_ARRAY(a, struct stated, sn->len[NOUN_PROMISE] + 1);
	r->first_promise = ARENA_ARRAY(a, size_t, things_count(sn->things) + 1);
	for (size_t i = sn->len[NOUN_PROMISE]; i-- > 0;) {
		struct stated *s = &r->promise[i];
		int64_t        about = sn->row[NOUN_PROMISE][i].ref[PROMISE_initiative];

		s->row = &sn->row[NOUN_PROMISE][i];
		if (!day_from_iso(s->row->text[PROMISE_due_to], &s->day))
			continue;
		s->next = r->first_promise[about];
		r->first_promise[about] = i + 1;
	}
}

const struct followup_reader *
followups_open(struct arena *a, const struct snapshot *sn, struct judge_when when,
               struct wordings *wordings)
{
	struct followup_reader *r = ARENA_NEW(a, struct followup_reader);

	r->sn = sn;
	r->when = when;
	r->wordings = wordings;
	read_reports(a, r);
	if (sn->formers > 0)
		read_formers(a, r);
	read_promises(a, r);
	return r;
}

/* The first status that was stated when the follow-up began, or later; or the newest. */
static const struct stated *
report_since(const struct reading_of *k, int32_t from, bool newest)
{
	const struct stated *found = NULL;

	for (size_t i = k->r->first_report[k->row->id]; i > 0; i = k->r->report[i - 1].next) {
		const struct stated *s = &k->r->report[i - 1];

		if (s->day >= from && (found == NULL || (newest ? s->day > found->day
		                                                : s->day < found->day)))
			found = s;
	}
	return found;
}

/* ---- one promise ---- */

static void
keep(const struct reading_of *k, struct followup *f, const struct noun_row *report)
{
	f->state = FOLLOWUP_KEPT;
	f->report = snapshot_source(k->r->sn, report);
	f->report_id = things_key(k->r->sn->things, report->id);
	if (!day_from_iso(report->text[STATUS_REPORT_stated], &f->kept))
		f->kept = f->due.to - 1;
}

static struct followup
followup_of(const struct reading_of *k, struct str words, struct period due,
            const struct noun_row *promised)
{
	const struct snapshot *sn = k->r->sn;
	const struct stated   *s;
	struct followup        f = {
		.initiative = judge_named(sn, k->row->id), .initiative_id = k->row->id,
		.unit = judge_named(sn, k->row->ref[INITIATIVE_unit]),
		.unit_id = k->row->ref[INITIATIVE_unit], .words = words, .due = due,
		.state = due.to > k->day ? FOLLOWUP_COMING : k->over ? FOLLOWUP_DROPPED : FOLLOWUP_LATE,
		.promised = snapshot_source(sn, promised),
	};

	s = report_since(k, due.deadline ? due.to - 1 : due.from, false);
	if (s != NULL && s->row != promised)
		keep(k, &f, s->row);
	return f;
}

/* What a person decided about it. */
static void
decide(const struct reading_of *k, struct followup *f, const struct noun_row *row)
{
	const struct snapshot *sn = k->r->sn;
	const struct noun_row *report = snapshot_row(sn, row->ref[PROMISE_kept_by]);

	f->decided = things_key(sn->things, row->id);
	f->decided_since = row->since;
	if (report != NULL) {
		keep(k, f, report);
	} else if (row->text[PROMISE_dropped].len > 0) {
		f->state = FOLLOWUP_GIVEN_UP;
		f->reason = row->text[PROMISE_dropped];
	}
}

static void
add(struct reading_of *k, struct followup f)
{
	for (size_t i = k->r->first_promise[k->row->id]; i > 0; i = k->r->promise[i - 1].next) {
		const struct stated *s = &k->r->promise[i - 1];

		if (k->used[i - 1] || s->day != f.due.to ||
		    !str_eq(str_trim(s->row->text[PROMISE_title]), str_trim(f.words)))
			continue;
		k->used[i - 1] = true;
		decide(k, &f, s->row);
		break;
	}
	ARENA_GROW(k->a, k->to.at, k->to.len, &k->cap);
	k->to.at[k->to.len++] = f;
}

/* ---- the initiative's own text ---- */

/* The step after the newest status, or after the policy began. */
static void
add_recurring(struct reading_of *k, struct str words, struct frequency every)
{
	const struct stated *newest = report_since(k, INT32_MIN, true);
	struct str           starts = snapshot_text(k->r->sn, k->row->ref[INITIATIVE_policy], POLICY_starts);
	struct period        latest = { .dated = true, .precision = PRECISION_RANGE }, next;
	struct followup      f;
	int32_t              last;

	if (newest != NULL)
		last = newest->day;
	else if (!day_from_iso(starts, &last))
		return;
	latest.from = last;
	latest.to = last + 1;
	if (!frequency_next(every, latest, &next))
		return;
	next.from = latest.to;
	next.precision = precision_of_days(next.from, next.to);
	f = followup_of(k, words, next, k->row);
	f.recurs = true;
	for (latest.to = next.to; latest.to <= k->day && f.missed < STEPS_MAX; latest.to = next.to) {
		f.missed++;
		latest.from = latest.to - 1;
		if (!frequency_next(every, latest, &next))
			break;
	}
	add(k, f);
}

static void
read_plan(struct reading_of *k)
{
	struct str          text = k->row->text[INITIATIVE_followup];
	struct wording_list w = wordings_planned(k->a, k->r->wordings, k->row, INITIATIVE_followup);

	for (size_t i = 0; i < w.len; i++) {
		struct str words = str_slice(text, w.at[i].at, w.at[i].end);

		if (w.at[i].recurs)
			add_recurring(k, words, w.at[i].every);
		else
			add(k, followup_of(k, words, w.at[i].due, k->row));
	}
}

/* ---- what status reports promise ---- */

/* Is something promised for that time already? */
static bool
is_there(const struct reading_of *k, struct period due)
{
	for (size_t i = 0; i < k->to.len; i++)
		if (k->to.at[i].due.to == due.to && k->to.at[i].due.from == due.from)
			return true;
	return false;
}

/* What stood in a former version and stands nowhere now, and no status kept. */
static void
add_vanished(struct reading_of *k, struct followup f)
{
	if (is_there(k, f.due) || f.state == FOLLOWUP_KEPT)
		return;
	f.state = FOLLOWUP_DROPPED;
	f.vanished = true;
	add(k, f);
}

static void
add_reported(struct reading_of *k, const struct stated *s, struct str words, struct period due)
{
	struct followup f;

	if (due.to <= s->day + 1)       /* it tells of what was */
		return;
	f = followup_of(k, words, due, s->row);
	f.promised_in = things_key(k->r->sn->things, s->row->id);
	if (s->row->until > k->r->sn->known)
		add(k, f);
	else
		add_vanished(k, f);
}

static void
read_reported(struct reading_of *k, const struct stated *list, size_t first)
{
	static const size_t columns[] = { STATUS_REPORT_title, STATUS_REPORT_challenges };

	for (size_t i = first; i > 0; i = list[i - 1].next) {
		const struct stated *s = &list[i - 1];

		for (size_t c = 0; c < COUNT_OF(columns); c++) {
			struct str          text = s->row->text[columns[c]];
			struct wording_list w = wordings_promised(k->a, k->r->wordings, s->row, columns[c]);

			for (size_t n = 0; n < w.len; n++)
				add_reported(k, s, str_slice(text, w.at[n].at, w.at[n].end), w.at[n].due);
		}
	}
}

/* ---- what persons added ---- */

static void
add_others(struct reading_of *k)
{
	for (size_t i = k->r->first_promise[k->row->id]; i > 0; i = k->r->promise[i - 1].next) {
		const struct stated *s = &k->r->promise[i - 1];
		int32_t              from;
		struct followup      f;

		if (k->used[i - 1])
			continue;
		if (!day_from_iso(s->row->text[PROMISE_due_from], &from))
			from = DAY_MIN;
		f = followup_of(k, s->row->text[PROMISE_title], period_make(from, s->day,
		    from == DAY_MIN ? PRECISION_DAY : precision_of_days(from, s->day)), s->row);
		f.promised_in = things_key(k->r->sn->things, s->row->ref[PROMISE_status_report]);
		decide(k, &f, s->row);
		ARENA_GROW(k->a, k->to.at, k->to.len, &k->cap);
		k->to.at[k->to.len++] = f;
	}
}

struct followups
followups_of(struct arena *a, const struct followup_reader *r, const struct noun_row *initiative)
{
	struct reading_of k = { .a = a, .r = r, .row = initiative,
	                        .day = followup_day(r->sn, initiative, r->when) };
	int32_t           ends;

	k.over = day_from_iso(snapshot_text(r->sn, initiative->ref[INITIATIVE_policy], POLICY_ends),
	    &ends) && ends <= k.day;
	if (r->first_promise[initiative->id] > 0)
		k.used = ARENA_ARRAY(a, bool, r->sn->len[NOUN_PROMISE] + 1);
	read_plan(&k);
	read_reported(&k, r->report, r->first_report[initiative->id]);
	if (r->first_former != NULL)
		read_reported(&k, r->former, r->first_former[initiative->id]);
	add_others(&k);
	return k.to;
}

struct followups
followups_read(struct arena *a, const struct snapshot *sn, const struct noun_row *initiative,
               struct judge_when when)
{
	return followups_of(a, followups_open(a, sn, when, NULL), initiative);
}

/* ---- of many ---- */

static int
by_due(const void *a, const void *b)
{
	const struct followup *x = a, *y = b;

	if (x->state != y->state)
		return x->state < y->state ? -1 : 1;
	if (x->due.to != y->due.to)
		return x->due.to < y->due.to ? -1 : 1;
	return str_cmp(x->initiative.id, y->initiative.id);
}

void
followups_sort(struct followup *at, size_t n)
{
	if (n > 1)
		qsort(at, n, sizeof *at, by_due);
}
