#include "app/report_view.h"
#include "app/barometer_view.h"
#include "app/economy_view.h"
#include "app/initiative_list.h"
#include "app/releases.h"
#include "app/report_parts.h"

static const enum noun nouns[] = {
#define X(id, code, da, en, noun) NOUN_##noun,
	REPORT_KINDS(X)
#undef X
};

/* ---- of which policy ---- */

static bool
begins(const struct noun_row *policy, int32_t *ret)
{
	return day_from_iso(policy->text[POLICY_starts], ret);
}

/* The newest that had begun on `day`; without a date it always had. */
static const struct noun_row *
policy_on(const struct snapshot *sn, int32_t day)
{
	const struct noun_row *best = NULL;
	int32_t                best_day = DAY_MIN;

	for (size_t i = 0; i < sn->len[NOUN_POLICY]; i++) {
		const struct noun_row *row = &sn->row[NOUN_POLICY][i];
		int32_t                from = DAY_MIN;

		if ((begins(row, &from) && from > day) || (best != NULL && from <= best_day))
			continue;
		best = row;
		best_day = from;
	}
	return best;
}

const struct noun_row *
report_policy(const struct edition *ed)
{
	return policy_on(&ed->sn, edition_day(ed));
}

/* Of an initiative or objective; 0: it has none. */
static int64_t
policy_of(const struct snapshot *sn, enum noun noun, const struct noun_row *row)
{
	if (noun == NOUN_INITIATIVE)
		return row->ref[INITIATIVE_policy];
	if (noun == NOUN_OBJECTIVE)
		return snapshot_ref(sn, row->ref[OBJECTIVE_theme], THEME_policy);
	return 0;
}

static void
fail(struct report_work *w, struct str message, struct str hint)
{
	struct str where = report_kind_code(w->ask->kind);

	(void)diag_error(w->d, w->ask->of.len > 0 ? w->ask->of : where, 0, message, hint);
}

/* NULL: said in `d`. */
static const struct noun_row *
find_policy(struct report_work *w)
{
	const struct edition  *ed = w->ed;
	enum noun              noun = nouns[w->ask->kind];
	const struct noun_row *row = edition_thing(ed, noun, w->ask->of), *policy;

	if (w->ask->of.len == 0 || noun == NOUN_POLICY) {
		policy = row;
	} else if (row != NULL) {
		w->to->of = judge_named(&ed->sn, row->id);
		policy = snapshot_row(&ed->sn, policy_of(&ed->sn, noun, row));
	} else {
		policy = edition_thing(ed, NOUN_POLICY, w->ask->of);
	}
	if (w->ask->of.len > 0 && row == NULL && policy == NULL) {
		fail(w, arena_printf(w->a, "there is no such " STR_FMT "%s",
		    STR_ARG(noun_info[noun].one), noun == NOUN_POLICY ? "" : ", and no such policy"),
		    arena_printf(w->a, "see 'pejl list " STR_FMT "'", STR_ARG(noun_info[noun].many)));
		return NULL;
	}
	if (policy == NULL)
		policy = report_policy(ed);
	if (policy == NULL)
		fail(w, STR("no policy had begun on that day"), STR("see 'pejl list policies'"));
	return policy;
}

/* The day it is of: asked for, else the policy's own, else today. */
static bool
find_day(struct report_work *w, const struct noun_row *policy)
{
	int32_t from, status;

	w->to->as_of = edition_day(w->ed);
	if (!w->ed->when.has_as_of && day_from_iso(policy->text[POLICY_status], &status))
		w->to->as_of = status;
	if (!begins(policy, &from) || w->to->as_of >= from)
		return true;
	fail(w, arena_printf(w->a, "'" STR_FMT "' begins on " STR_FMT
	    ": there is nothing to report on " STR_FMT, STR_ARG(w->to->policy.title),
	    STR_ARG(policy->text[POLICY_starts]), STR_ARG(day_iso(w->a, w->to->as_of))), STR_NONE);
	return false;
}

/* The same day of the year before; 28 February for the 29th. */
static int32_t
year_before(int32_t day)
{
	struct date d = date_of(day);

	d.year--;
	if (!date_valid(d))
		d.day = 28;
	return date_valid(d) ? day_of(d.year, d.month, d.day) : day;
}

/* The day of the newest report of the same that was laid before; else a year earlier. */
static int32_t
released_before(const struct report_work *w, int64_t policy)
{
	const struct snapshot *sn = &w->ed->sn;
	int32_t                best = DAY_MIN, day;

	for (size_t i = 0; i < sn->len[NOUN_RELEASE]; i++) {
		const struct noun_row *row = &sn->row[NOUN_RELEASE][i];

		if (row->ref[RELEASE_policy] == policy && day_from_iso(row->text[RELEASE_as_of], &day) &&
		    str_eq(row->text[RELEASE_kind], report_kind_code(w->ask->kind)) &&
		    day < w->to->as_of && day > best)
			best = day;
	}
	return best > DAY_MIN ? best : year_before(w->to->as_of);
}

static void
find_before(struct report_work *w, const struct noun_row *policy)
{
	struct report_paper *to = w->to;
	int32_t              from;

	if (!begins(policy, &from))
		from = DAY_MIN;
	to->before = w->ask->has_before ? w->ask->before : released_before(w, policy->id);
	to->has_before = to->before >= from && to->before < to->as_of;
}

/* What staff wrote for this very report. */
static void
find_texts(struct report_work *w, const struct noun_row *policy)
{
	const struct snapshot *sn = &w->ed->sn;
	struct report_paper   *to = w->to;
	struct str             day = day_iso(w->a, to->as_of);

	to->text = ARENA_ARRAY(w->a, struct report_text, sn->len[NOUN_REPORT_TEXT] + 1);
	for (size_t i = 0; i < sn->len[NOUN_REPORT_TEXT]; i++) {
		const struct noun_row *row = &sn->row[NOUN_REPORT_TEXT][i];
		struct report_text     t = {
			.unit = things_key(sn->things, row->ref[REPORT_TEXT_unit]),
			.words = row->text[REPORT_TEXT_title], .en = snapshot_title_en(sn, row->id),
			.lang = row->text[REPORT_TEXT_lang].len > 0 ? row->text[REPORT_TEXT_lang] : STR("da"),
		};

		if (row->ref[REPORT_TEXT_policy] == policy->id &&
		    str_eq(row->text[REPORT_TEXT_kind], report_kind_code(to->kind)) &&
		    str_eq(row->text[REPORT_TEXT_as_of], day) &&
		    report_place_from_code(row->text[REPORT_TEXT_place], &t.place))
			to->text[to->texts++] = t;
	}
}

/* ---- the order in which a reader looks ---- */

/* Of the same objective: what it promises itself, then what its initiatives promise, by the
 * numbers that these have in the papers. */
static bool
comes_after(const struct snapshot *sn, const struct barometer_row *a, const struct barometer_row *b)
{
	int64_t x = things_find(sn->things, NOUN_INITIATIVE, a->initiative.id);
	int64_t y = things_find(sn->things, NOUN_INITIATIVE, b->initiative.id);

	if (!str_eq(a->objective.id, b->objective.id) || !str_eq(a->theme.id, b->theme.id) || x == 0)
		return false;
	return y == 0 || initiative_by_number(snapshot_text(sn, x, INITIATIVE_number),
	    snapshot_text(sn, y, INITIATIVE_number)) > 0;
}

static void
order_targets(struct report_work *w, struct barometer_view *m)
{
	struct barometer_line *at = ARENA_ARRAY(w->a, struct barometer_line, m->len + 1);

	for (size_t i = 0; i < m->len; i++) {
		size_t k = i;

		for (; k > 0 && comes_after(&w->ed->sn, at[k - 1].row, m->at[i].row); k--)
			at[k] = at[k - 1];
		at[k] = m->at[i];
	}
	m->at = at;
}

bool
report_wants(const struct report_work *w, struct str key)
{
	return w->to->of.id.len == 0 || str_eq(w->to->of.id, key);
}

enum report_state
report_view(struct arena *a, const struct edition *ed, const struct report_ask *ask,
            struct diags *d, struct report_paper *ret)
{
	struct report_paper    to = {
		.looks_back = ed->when.has_as_of,
		.kind = ask->kind, .authority = ed->authority, .made = ask->made,
		.known = ed->sn.known, .version = STR(PEJL_VERSION), .reason = ask->reason,
		.corrects = release_named(a, &ed->sn, things_find(ed->things, NOUN_RELEASE, ask->corrects)),
	};
	struct report_work     w = { a, ed, ask, &to, d };
	struct judge_when      when = ed->when;
	struct barometer_ask   asked = { 0 };
	struct edition         then;
	struct economy_ask     money = { .by = OVERVIEW_BY_SECTION };
	const struct noun_row *policy = find_policy(&w);

	if (policy == NULL)
		return REPORT_NONE;
	to.policy = judge_named(&ed->sn, policy->id);
	if (!find_day(&w, policy))
		return REPORT_EARLY;
	/* All of it as of one day, also what no target of the policy is about. */
	when.has_as_of = true;
	when.as_of = to.as_of;
	if (!edition_make(a, ed->store, ed, when, d, &then))
		return REPORT_FAILED;
	w.ed = ed = &then;
	find_before(&w, policy);
	find_texts(&w, policy);
	asked.policy = money.policy = to.policy.id;
	barometer_view(a, ed, &asked, &to.barometer);
	order_targets(&w, &to.barometer);
	if (!report_committees(&w) || !report_turns(&w) || !report_findings(&w) ||
	    !report_things(&w)) {
		(void)store_problem(ed->store, d);
		return REPORT_FAILED;
	}
	if (!economy_view(a, ed, &money, d, &to.economy))
		return REPORT_FAILED;
	*ret = to;
	return REPORT_OK;
}
