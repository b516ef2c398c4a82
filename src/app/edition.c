#include "app/edition.h"
#include "app/findings_view.h"
#include "app/papers.h"
#include "app/release_mentions.h"

enum made { MADE_NOT, MADE_FAILED, MADE_OK };

struct edition_more {
	enum made           economy_made, audit_made, findings_made;
	struct overviews    economy;
	struct audit_report audit, findings;
	struct followups   *followups, *promises;       /* NULL: not read yet */
	const struct mentioned_all *mentioned;          /* the same */
};

static struct named
authority_of(const struct snapshot *sn)
{
	return sn->len[NOUN_AUTHORITY] > 0 ? judge_named(sn, sn->row[NOUN_AUTHORITY][0].id)
	                                   : (struct named){ 0 };
}

static void
judge(struct edition *ed)
{
	ed->judged = stock_judge(ed->turn, ed->stock, &ed->sn, ed->when);
	ed->more = ARENA_NEW(ed->turn, struct edition_more);
	ed->renewed = 0;
}

static bool
load_nouns(struct edition *ed, int64_t known)
{
	struct arena *a = ed->arena;

	ed->things = things_load(a, ed->store);
	ed->stock = ARENA_NEW(a, struct stock);
	ed->papers = papers_new(a);
	return ed->things != NULL &&
	    snapshot_load(a, ed->store, ed->things, known == 0 ? KNOWN_NOTHING : known, NOUN_ALL,
	        &ed->sn);
}

static bool
load(struct edition *ed, int64_t known)
{
	return load_nouns(ed, known) &&
	    stock_load(ed->arena, ed->turn, ed->store, &ed->sn, ed->stock);
}

/* What changes meanwhile is in none of it: the change it stands at is asked first. */
static bool
newest(struct edition *ed, int64_t *known)
{
	return store_get_int(ed->store, STMT_CHANGE_LAST, NULL, 0, known);
}

static bool
load_newest(struct edition *ed)
{
	int64_t known;

	return newest(ed, &known) && load(ed, known);
}

bool
edition_open(struct arena *a, struct store *s, struct judge_when when, struct diags *d,
             struct edition *ret)
{
	struct edition ed = { .store = s, .arena = a, .turn = a, .when = when };
	int64_t        known;

	if (!newest(&ed, &known) || !load_nouns(&ed, known))
		return store_problem(s, d);
	ed.authority = authority_of(&ed.sn);
	*ret = ed;
	return true;
}

bool
edition_as_known(struct arena *a, struct store *s, int64_t known, struct judge_when when,
                 struct diags *d, struct edition *ret)
{
	struct edition ed = { .store = s, .arena = a, .turn = a, .when = when };

	if (!load(&ed, known))
		return store_problem(s, d);
	ed.authority = authority_of(&ed.sn);
	judge(&ed);
	*ret = ed;
	return true;
}

bool
edition_make(struct arena *a, struct store *s, const struct edition *now, struct judge_when when,
             struct diags *d, struct edition *ret)
{
	struct edition ed = { .store = s };

	if (now != NULL)
		ed = *now;
	ed.arena = ed.turn = a;
	ed.when = when;
	if (now == NULL && !load_newest(&ed))
		return store_problem(s, d);
	ed.authority = authority_of(&ed.sn);
	judge(&ed);
	*ret = ed;
	return true;
}

void
edition_turn(struct edition *ed, struct arena *turn, struct judge_when when)
{
	ed->turn = turn;
	ed->when = when;
	stock_turn(ed->stock, turn, &ed->sn);
	judge(ed);
}

bool
edition_is_worn(const struct edition *ed)
{
	const struct edition_more *more = ed->more;

	return ed->renewed > ed->judged.len ||
	    (ed->renewed > 0 && (more->economy_made != MADE_NOT || more->audit_made != MADE_NOT ||
	    more->findings_made != MADE_NOT || more->followups != NULL ||
	    more->promises != NULL));
}

/* ---- following ---- */

/* An indicator's measurements, and so its targets' verdicts, are new. */
static bool
renew(struct edition *ed, int64_t indicator)
{
	if (!stock_renew(ed->stock, ed->turn, ed->store, &ed->sn, indicator))
		return false;
	for (size_t i = 0; i < ed->judged.len; i++) {
		const struct stock_target *t = &ed->stock->at[i];

		if (t->noun->ref[TARGET_indicator] != indicator)
			continue;
		ed->judged.at[i] = stock_judge_one(ed->turn, t, ed->when);
		ed->renewed++;
	}
	return true;
}

struct touched {
	bool *at;                       /* in the snapshot's order of indicators */
};

static bool
find_touched(const struct edition *ed, int64_t since, struct touched *ret)
{
	struct param    p[] = { P_INT(since) };
	const struct noun_row *first = ed->sn.row[NOUN_INDICATOR];

	if (!store_query(ed->store, STMT_TOUCHED_AFTER, p, COUNT_OF(p)))
		return false;
	while (store_next(ed->store, STMT_TOUCHED_AFTER)) {
		int64_t id = store_int(ed->store, STMT_TOUCHED_AFTER, 0);

		if (things_kind(ed->things, id) == NOUN_INDICATOR &&
		    snapshot_row(&ed->sn, id) != NULL)
			ret->at[snapshot_row(&ed->sn, id) - first] = true;
	}
	return !store_failed(ed->store);
}

/* A share is touched by what it counts, which may have to be withheld. */
static bool
is_touched(const struct edition *ed, const struct touched *t, size_t i)
{
	const struct noun_row *row = &ed->sn.row[NOUN_INDICATOR][i];
	const struct noun_row *counted = snapshot_row(&ed->sn, row->ref[INDICATOR_numerator]);

	return t->at[i] || (counted != NULL && t->at[counted - ed->sn.row[NOUN_INDICATOR]]);
}

bool
edition_follow(struct edition *ed, bool *ret)
{
	struct arena   scratch = { 0 };
	size_t         n = ed->sn.len[NOUN_INDICATOR];
	struct touched t = { ARENA_ARRAY(&scratch, bool, n + 1) };
	int64_t        since = ed->sn.known;
	bool           can, ok = snapshot_can_follow(&ed->sn, ed->store, &can);

	if (ok && can) {
		ok = things_follow(ed->things, ed->store) &&
		    snapshot_follow(&ed->sn, ed->store) && find_touched(ed, since, &t);
		for (size_t i = 0; i < n && ok; i++)
			if (is_touched(ed, &t, i))
				ok = renew(ed, ed->sn.row[NOUN_INDICATOR][i].id);
	}
	arena_free(&scratch);
	if (ok)
		*ret = can;
	return ok;
}

/* ---- what not every page asks for ---- */

const struct overviews *
edition_economy(const struct edition *ed)
{
	static const struct budget_ask by_section = { .by = OVERVIEW_BY_SECTION };
	struct edition_more           *more = ed->more;
	struct diags                   d = diags_new(ed->turn);

	if (more->economy_made == MADE_NOT)
		more->economy_made = budget_view(ed->turn, &ed->sn, &ed->judged, &by_section, &d,
		    &more->economy) ? MADE_OK : MADE_FAILED;
	return more->economy_made == MADE_OK ? &more->economy : NULL;
}

static struct followups *
read_followups(const struct edition *ed, struct judge_when when)
{
	const struct followup_reader *r = followups_open(ed->turn, &ed->sn, when,
	    papers_wordings(ed->papers));
	size_t                        n = ed->sn.len[NOUN_INITIATIVE];
	struct followups             *to = ARENA_ARRAY(ed->turn, struct followups, n + 1);

	for (size_t i = 0; i < n; i++)
		to[i] = followups_of(ed->turn, r, &ed->sn.row[NOUN_INITIATIVE][i]);
	return to;
}

const struct followups *
edition_followups(const struct edition *ed)
{
	struct edition_more *more = ed->more;

	if (more->followups == NULL)
		more->followups = read_followups(ed, ed->when);
	return more->followups;
}

const struct followups *
edition_promises(const struct edition *ed)
{
	struct edition_more *more = ed->more;
	struct judge_when    when = { true, edition_day(ed), ed->when.today };

	if (more->promises == NULL)
		more->promises = read_followups(ed, when);
	return more->promises;
}

int32_t
edition_day(const struct edition *ed)
{
	return ed->when.has_as_of ? ed->when.as_of : ed->when.today;
}

const struct audit_report *
edition_audit(const struct edition *ed)
{
	struct audit_input   in = { &ed->sn, &ed->judged, ed->stock->measured, ed->when };
	struct edition_more *more = ed->more;

	if (more->audit_made == MADE_NOT) {
		more->audit = audit_rows(ed->turn, &in);
		more->audit_made = MADE_OK;
	}
	return &more->audit;
}

const struct audit_report *
edition_findings(const struct edition *ed)
{
	struct edition_more *more = ed->more;

	if (more->findings_made == MADE_NOT)
		more->findings_made = findings_all(ed->turn, ed, &more->findings)
		    ? MADE_OK : MADE_FAILED;
	return more->findings_made == MADE_OK ? &more->findings : NULL;
}

/* ---- looking up ---- */

const struct barometer_row *
edition_target(const struct edition *ed, struct str id)
{
	for (size_t i = 0; i < ed->judged.len; i++)
		if (str_eq(ed->judged.at[i].target->id, id))
			return &ed->judged.at[i];
	return NULL;
}

const struct stock_target *
edition_stock(const struct edition *ed, const struct barometer_row *r)
{
	return &ed->stock->at[r - ed->judged.at];
}

const struct noun_row *
edition_thing(const struct edition *ed, enum noun noun, struct str key)
{
	int64_t id = things_find(ed->things, noun, key);

	return id > 0 ? snapshot_row(&ed->sn, id) : NULL;
}

struct release_mentions
release_mentions(struct arena *a, const struct edition *ed, const char *kind, struct str key)
{
	if (ed->more->mentioned == NULL)
		ed->more->mentioned = mentioned_read(ed->turn, ed);
	return mentioned_find(a, ed, ed->more->mentioned, kind, key);
}
