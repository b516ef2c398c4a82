#include "app/report_texts.h"
#include "app/releases.h"
#include "app/sorted.h"
#include "app/unit_chain.h"

struct council {
	struct arena         *a;
	const struct edition *ed;
	const struct actor   *who;
	struct council_view  *to;
	int64_t               policy;
	size_t                cap;
};

/* ---- who may ---- */

/* For the unit itself, or for one of those under it. */
static bool
may_for(const struct snapshot *sn, const struct actor *who, int64_t committee, int64_t policy)
{
	for (size_t i = 0; i < sn->len[NOUN_UNIT]; i++) {
		int64_t unit = sn->row[NOUN_UNIT][i].id;

		if (unit_stands_under(sn, unit, committee) &&
		    (unit_may(who, RIGHT_FILL, sn, unit, policy) ||
		     unit_may(who, RIGHT_EDIT, sn, unit, policy)))
			return true;
	}
	return false;
}

static bool
may_write(const struct snapshot *sn, const struct actor *who, int64_t committee, int64_t policy)
{
	return unit_may(who, RIGHT_EDIT, sn, 0, policy) ||
	    (committee != 0 && may_for(sn, who, committee, policy));
}

/* ---- what is there ---- */

static const struct noun_row *
row_of(const struct snapshot *sn, const struct council_view *m, int64_t policy,
       enum report_place place, int64_t unit)
{
	for (size_t i = 0; i < sn->len[NOUN_REPORT_TEXT]; i++) {
		const struct noun_row *row = &sn->row[NOUN_REPORT_TEXT][i];
		int32_t                day;

		if (row->ref[REPORT_TEXT_policy] == policy && row->ref[REPORT_TEXT_unit] == unit &&
		    str_eq(row->text[REPORT_TEXT_kind], report_kind_code(m->kind)) &&
		    str_eq(row->text[REPORT_TEXT_place], report_place_code(place)) &&
		    day_from_iso(row->text[REPORT_TEXT_as_of], &day) && day == m->as_of)
			return row;
	}
	return NULL;
}

static void
add_place(struct council *k, enum report_place place, int64_t unit)
{
	const struct snapshot *sn = &k->ed->sn;
	const struct noun_row *row = row_of(sn, k->to, k->policy, place, unit);
	struct council_text    t = {
		.place = place, .unit = judge_named(sn, unit),
		.may = may_write(sn, k->who, unit, k->policy),
	};

	if (row != NULL) {
		t.words = row->text[REPORT_TEXT_title];
		t.since = row->since;
	}
	ARENA_GROW(k->a, k->to->at, k->to->len, &k->cap);
	k->to->at[k->to->len++] = t;
}

/* The committee of a unit, once. */
static void
add_committee(struct council *k, enum report_place place, int64_t unit, bool *done)
{
	int64_t chain[UNIT_CHAIN_MAX];
	size_t  n = unit_chain(&k->ed->sn, unit, chain);

	if (n == 0 || done[chain[n - 1]])
		return;
	done[chain[n - 1]] = true;
	add_place(k, place, chain[n - 1]);
}

/* Those that answer for an objective or an initiative of the policy. */
static void
add_committees(struct council *k, enum report_place place)
{
	const struct snapshot *sn = &k->ed->sn;
	bool                  *done = ARENA_ARRAY(k->a, bool, things_count(k->ed->things) + 1);

	for (size_t i = 0; i < sn->len[NOUN_OBJECTIVE]; i++) {
		const struct noun_row *row = &sn->row[NOUN_OBJECTIVE][i];

		if (snapshot_ref(sn, row->ref[OBJECTIVE_theme], THEME_policy) == k->policy)
			add_committee(k, place, row->ref[OBJECTIVE_unit], done);
	}
	for (size_t i = 0; i < sn->len[NOUN_INITIATIVE]; i++) {
		const struct noun_row *row = &sn->row[NOUN_INITIATIVE][i];

		if (row->ref[INITIATIVE_policy] == k->policy)
			add_committee(k, place, row->ref[INITIATIVE_unit], done);
	}
}

static void
add_releases(struct council *k)
{
	struct release_list l = release_list(k->a, k->ed);

	k->to->releases.at = ARENA_ARRAY(k->a, struct release_row, l.len + 1);
	for (size_t i = 0; i < l.len; i++)
		if (l.at[i].kind == k->to->kind && str_eq(l.at[i].policy.id, k->to->policy.id))
			k->to->releases.at[k->to->releases.len++] = l.at[i];
}

static void
add_policies(struct council *k)
{
	const struct snapshot *sn = &k->ed->sn;

	k->to->policies = ARENA_ARRAY(k->a, struct named, sn->len[NOUN_POLICY] + 1);
	for (size_t i = 0; i < sn->len[NOUN_POLICY]; i++)
		k->to->policies[k->to->policies_len++] = judge_named(sn, sn->row[NOUN_POLICY][i].id);
	sorted_named(k->to->policies, k->to->policies_len);
}

enum deed_state
council_view(struct arena *a, const struct edition *ed, const struct actor *who,
             const struct council_ask *ask, struct council_view *ret)
{
	const struct noun_row *policy = ask->policy.len > 0
	    ? edition_thing(ed, NOUN_POLICY, ask->policy) : report_policy(ed);
	struct council_view    to = { .kind = ask->kind, .as_of = edition_day(ed) };
	struct council         k = { .a = a, .ed = ed, .who = who, .to = &to };
	int32_t                status;

	if (policy == NULL)
		return DEED_MISSING;
	k.policy = policy->id;
	to.policy = judge_named(&ed->sn, policy->id);
	if (ask->has_as_of)
		to.as_of = ask->as_of;
	else if (day_from_iso(policy->text[POLICY_status], &status))
		to.as_of = status;
	for (size_t p = 0; p < REPORT_PLACE_COUNT; p++) {
		if (!report_place_stands_in((enum report_place)p, to.kind))
			continue;
		if (report_place_by_committee((enum report_place)p))
			add_committees(&k, (enum report_place)p);
		else
			add_place(&k, (enum report_place)p, 0);
	}
	add_releases(&k);
	add_policies(&k);
	to.may_lay = unit_may(who, RIGHT_PUBLISH, &ed->sn, 0, policy->id);
	*ret = to;
	return DEED_OPEN;
}

const struct council_text *
council_find(const struct council_view *m, enum report_place place, struct str unit)
{
	for (size_t i = 0; i < m->len; i++)
		if (m->at[i].place == place && str_eq(m->at[i].unit.id, unit))
			return &m->at[i];
	return NULL;
}

/* ---- writing ---- */

struct council_deed {
	struct deed               *d;
	const struct council_view *m;
	const struct council_text *t;
	struct things             *things;
	struct snapshot            sn;
	int64_t                    policy, unit;
	const struct noun_row     *was;
};

static bool
open_deed(struct council_deed *k)
{
	struct deed *d = k->d;

	k->things = things_load(d->a, d->s);
	if (k->things == NULL || !snapshot_load(d->a, d->s, k->things, 0,
	    NOUN_BIT(POLICY) | NOUN_BIT(UNIT) | NOUN_BIT(REPORT_TEXT), &k->sn))
		return false;
	k->policy = things_find(k->things, NOUN_POLICY, k->m->policy.id);
	k->unit = k->t->unit.id.len > 0 ? things_find(k->things, NOUN_UNIT, k->t->unit.id) : 0;
	k->was = row_of(&k->sn, k->m, k->policy, k->t->place, k->unit);
	return true;
}

static struct noun_row
new_row(struct council_deed *k, struct str words)
{
	struct noun_row row = { .since = k->d->change, .until = UNTIL_NOW };

	row.ref[REPORT_TEXT_policy] = k->policy;
	row.ref[REPORT_TEXT_unit] = k->unit;
	row.text[REPORT_TEXT_title] = words;
	row.text[REPORT_TEXT_kind] = report_kind_code(k->m->kind);
	row.text[REPORT_TEXT_as_of] = day_iso(k->d->a, k->m->as_of);
	row.text[REPORT_TEXT_place] = report_place_code(k->t->place);
	return row;
}

static bool
put_row(struct council_deed *k, struct str words)
{
	struct deed    *d = k->d;
	struct noun_row row;
	int64_t         change;

	if (!deed_change(d, STR("text of a report"), 0, &change) ||
	    (k->was != NULL && !store_noun_end(d->s, NOUN_REPORT_TEXT, k->was->id, change)))
		return false;
	if (words.len == 0)
		return true;
	row = new_row(k, words);
	row.id = k->was != NULL ? k->was->id : things_add(k->things, d->s, NOUN_REPORT_TEXT,
	    things_new_key(k->things, d->a, NOUN_REPORT_TEXT, arena_printf(d->a, STR_FMT " " STR_FMT
	    " " STR_FMT " " STR_FMT, STR_ARG(row.text[REPORT_TEXT_kind]),
	    STR_ARG(row.text[REPORT_TEXT_as_of]), STR_ARG(row.text[REPORT_TEXT_place]),
	    STR_ARG(k->t->unit.id))));
	return row.id != 0 && store_noun_add(d->s, NOUN_REPORT_TEXT, &row);
}

static enum deed_state
write_text(struct council_deed *k, const struct posted *form)
{
	struct deed *d = k->d;
	struct str   before = k->was != NULL ? k->was->text[REPORT_TEXT_title] : STR(""), words;
	int64_t      seen = 0;

	if (!may_write(&k->sn, d->who, k->unit, k->policy))
		return deed_stop(d, DEED_DENIED);
	(void)posted_int(form, &d->faults, STR("was"), 0, INT64_MAX, &seen);
	words = posted_text(form, &d->faults, STR("words"), COUNCIL_WORDS_MAX, true);
	if (d->faults.len > 0)
		return deed_stop(d, DEED_FAULTY);
	if (seen != (k->was != NULL ? k->was->since : 0))
		return deed_stop(d, DEED_STALE);
	if (str_eq(words, before))
		return deed_commit(d, d->location);
	if (!put_row(k, words) || !deed_trail(d, ACT_COUNCIL_TEXT, arena_printf(d->a,
	    STR_FMT " " STR_FMT " " STR_FMT, STR_ARG(report_kind_code(k->m->kind)),
	    STR_ARG(day_iso(d->a, k->m->as_of)), STR_ARG(report_place_code(k->t->place))), before,
	    words.len > 0 ? words : STR("")))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, d->location);
}

enum deed_state
council_write(struct deed *d, const struct council_view *m, const struct council_text *t,
              const struct posted *form)
{
	struct council_deed k = { .d = d, .m = m, .t = t };
	enum deed_state     begun = deed_begin(d);

	if (begun != DEED_OPEN)
		return begun;
	if (!open_deed(&k))
		return deed_stop(d, DEED_FAILED);
	return write_text(&k, form);
}

/* ---- laying ---- */

static void
find_faults(struct deed *d, const struct edition *ed, const struct release_lay *l,
            const struct posted *form)
{
	const char *flaw = release_flaw(ed, l);

	(void)posted_text(form, &d->faults, STR("reason"), RELEASE_REASON_MAX, true);
	if (*flaw != '\0')
		(void)fault_add(&d->faults, l->corrects.len > 0 ? STR("reason") : STR("corrects"), flaw,
		    STR_NONE);
}

enum deed_state
council_lay(struct deed *d, const struct edition *ed, const struct release_lay *l,
            const struct posted *form)
{
	const struct snapshot *sn = &ed->sn;
	int64_t                policy = things_find(ed->things, NOUN_POLICY, l->paper->policy.id);
	enum deed_state        begun = deed_begin(d);
	bool                   fresh;
	int64_t                change;
	struct str             key;

	if (begun != DEED_OPEN)
		return begun;
	if (!unit_may(d->who, RIGHT_PUBLISH, sn, 0, policy))
		return deed_stop(d, DEED_DENIED);
	find_faults(d, ed, l, form);
	if (d->faults.len > 0)
		return deed_stop(d, DEED_FAULTY);
	if (!release_is_fresh(d->s, l, &fresh))
		return deed_stop(d, DEED_FAILED);
	if (!fresh)
		return deed_stop(d, DEED_STALE);
	if (!deed_change(d, STR("report laid before the council"), 0, &change) ||
	    !release_write(d->a, d->s, l, change, str_slice(d->at, 0, 10), &key) ||
	    !deed_trail(d, ACT_COUNCIL_LAY, arena_printf(d->a, "release:" STR_FMT, STR_ARG(key)),
	        STR(""), l->frozen->digest))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, d->location);
}
