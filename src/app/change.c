#include "app/change.h"
#include "app/form_unlay.h"

bool
change_add(struct store *s, const struct act *act, int64_t document, int64_t undoes,
           int64_t *ret)
{
	struct arena a = { 0 };
	struct str   nonce = act->nonce;
	int64_t      last;
	bool         ok = store_get_int(s, STMT_CHANGE_LAST, NULL, 0, &last);

	if (nonce.len == 0)
		nonce = arena_printf(&a, "%lld-" STR_FMT, (long long)last + 1, STR_ARG(act->at));
	if (ok) {
		struct param p[] = {
			P_INT(last + 1), P_TEXT(act->at), P_TEXT(act->who), P_TEXT(act->why),
			document != 0 ? P_INT(document) : P_NULL,
			undoes != 0 ? P_INT(undoes) : P_NULL, P_TEXT(nonce),
		};
		ok = store_run(s, STMT_CHANGE_ADD, p, COUNT_OF(p));
	}
	if (ok)
		*ret = last + 1;
	arena_free(&a);
	return ok;
}

/* ---- undo ---- */

struct undo {
	struct arena     arena;
	struct store    *s;
	struct diags    *d;
	int64_t          id, as;        /* the change taken back, the change that does it */
	struct noun_row *row;           /* of one noun, one direction */
	size_t           len, cap;
	int64_t         *ended;         /* things of which the change brought a version */
	size_t           ended_len, ended_cap;
	int64_t          asked, taker;  /* the last answer of taker_of() */
	bool             restored;      /* a version stands again */
	uint64_t         kinds;         /* NOUN_BITs of what was ended */
};

static bool
problem(struct undo *u, struct str message, struct str hint)
{
	struct str where = arena_printf(&u->arena, "change %lld", (long long)u->id);

	return diag_error(u->d, where, 0, message, hint);
}

/* `what` a later change did to what this one brought. */
static bool
built_on(struct undo *u, int64_t by, struct str what)
{
	return problem(u, arena_printf(&u->arena, "change %lld " STR_FMT, (long long)by,
	    STR_ARG(what)), arena_printf(&u->arena, "undo change %lld first", (long long)by));
}

static bool
collect(struct undo *u, enum noun n, enum noun_query q)
{
	struct noun_row row;

	u->len = 0;
	if (!store_nouns(u->s, n, q, u->id))
		return false;
	while (store_noun_next(u->s, n, q, &row)) {
		for (size_t c = 0; c < noun_info[n].columns; c++)
			row.text[c] = str_dup(&u->arena, row.text[c]);
		row.quote = str_dup(&u->arena, row.quote);
		ARENA_GROW(&u->arena, u->row, u->len, &u->cap);
		u->row[u->len++] = row;
	}
	return !store_failed(u->s);
}

/* The change that took `id` back, 0: none. */
static bool
taker_of(struct undo *u, int64_t id, int64_t *ret)
{
	struct param p[] = { P_INT(id) };

	if (id != u->asked && !store_get_int(u->s, STMT_CHANGE_UNDOING, p, COUNT_OF(p), &u->taker))
		return false;
	u->asked = id;
	*ret = u->taker;
	return true;
}

/* A version that change `*until` ended stands again when that change was taken
 * back: `*until` is moved on to what ended it since, or to UNTIL_NOW. `next`
 * finds the end of the version that a change brought; 0: it brought none. */
static bool
follow(struct undo *u, bool (*next)(struct undo *, const void *, int64_t, int64_t *),
       const void *row, int64_t *until)
{
	int64_t taker, end;

	while (*until != UNTIL_NOW) {
		if (!taker_of(u, *until, &taker))
			return false;
		if (taker == 0)
			break;
		if (!next(u, row, taker, &end))
			return false;
		if (end == 0)
			break;
		*until = end;
	}
	return true;
}

struct versioned {
	enum noun noun;
	int64_t   id;
};

static bool
next_version(struct undo *u, const void *row, int64_t since, int64_t *ret)
{
	const struct versioned *p = row;
	struct noun_row         version;

	*ret = 0;
	if (!store_nouns(u->s, p->noun, NOUN_ONE, p->id))
		return false;
	while (store_noun_next(u->s, p->noun, NOUN_ONE, &version))
		if (version.since == since)
			*ret = version.until;
	return !store_failed(u->s);
}

/* What the change brought ends now. A row that is no longer current was built
 * on by a later change, unless that one was taken back. */
static bool
end_brought(struct undo *u, enum noun n)
{
	if (!collect(u, n, NOUN_SINCE))
		return false;
	for (size_t i = 0; i < u->len; i++) {
		const struct noun_row *row = &u->row[i];
		struct versioned       at = { n, row->id };
		int64_t                until = row->until;

		if (!follow(u, next_version, &at, &until))
			return false;
		if (until != UNTIL_NOW)
			return built_on(u, until, arena_printf(&u->arena,
			    "built on what it brought (" STR_FMT ", line %u)",
			    STR_ARG(noun_info[n].one), row->line));
		if (!store_noun_end(u->s, n, row->id, u->as))
			return false;
		ARENA_GROW(&u->arena, u->ended, u->ended_len, &u->ended_cap);
		u->ended[u->ended_len++] = row->id;
		u->kinds |= UINT64_C(1) << n;
	}
	return true;
}

/* What the change ended stands again. */
static bool
restore_ended(struct undo *u, enum noun n)
{
	if (!collect(u, n, NOUN_UNTIL))
		return false;
	for (size_t i = 0; i < u->len; i++) {
		u->row[i].since = u->as;
		u->row[i].until = UNTIL_NOW;
		u->restored = true;
		if (!store_noun_add(u->s, n, &u->row[i]))
			return false;
	}
	return true;
}

/* ---- measurements ---- */

enum { OBSERVATION_COLUMNS = 14, KEY_COLUMNS = 6, UNTIL_COLUMN = 6, SINCE_COLUMN = 7 };

struct stored {
	int64_t cell[OBSERVATION_COLUMNS];      /* in the order of OBSERVATION_ALL */
};

static struct stored *
collect_observations(struct undo *u, enum stmt q, size_t *len)
{
	struct param   p[] = { P_INT(u->id) };
	struct stored *at = NULL;
	size_t         cap = 0;

	*len = 0;
	if (!store_query(u->s, q, p, COUNT_OF(p)))
		return NULL;
	while (store_next(u->s, q)) {
		ARENA_GROW(&u->arena, at, *len, &cap);
		for (int c = 0; c < OBSERVATION_COLUMNS; c++)
			at[*len].cell[c] = store_int(u->s, q, c);
		(*len)++;
	}
	return at;
}

static bool
next_measured(struct undo *u, const void *row, int64_t since, int64_t *ret)
{
	const struct stored *o = row;
	struct param         p[KEY_COLUMNS + 1];

	for (int c = 0; c < KEY_COLUMNS; c++)
		p[c] = P_INT(o->cell[c]);
	p[KEY_COLUMNS] = P_INT(since);
	return store_get_int(u->s, STMT_OBSERVATION_UNTIL_OF, p, COUNT_OF(p), ret);
}

static bool
end_observation(struct undo *u, const struct stored *o)
{
	struct param p[KEY_COLUMNS + 1];
	int64_t      until = o->cell[UNTIL_COLUMN];

	if (!follow(u, next_measured, o, &until))
		return false;
	if (until != UNTIL_NOW)
		return built_on(u, until, STR("corrected a measurement it brought"));
	p[0] = P_INT(u->as);
	for (int c = 0; c < KEY_COLUMNS; c++)
		p[c + 1] = P_INT(o->cell[c]);
	return store_run(u->s, STMT_OBSERVATION_END, p, COUNT_OF(p));
}

/* A measurement stands again, unless the same was measured since. */
static bool
restore_observation(struct undo *u, const struct stored *o)
{
	struct param p[OBSERVATION_COLUMNS];
	int64_t      by;

	for (int c = 0; c < OBSERVATION_COLUMNS; c++)
		p[c] = P_INT(o->cell[c]);
	p[UNTIL_COLUMN] = P_INT(UNTIL_NOW);
	p[SINCE_COLUMN] = P_INT(u->as);
	if (!store_run(u->s, STMT_OBSERVATION_PUT, p, COUNT_OF(p)))
		return false;
	if (store_changed(u->s) > 0)
		return true;
	return store_get_int(u->s, STMT_OBSERVATION_GET, p, KEY_COLUMNS + 1, &by) &&
	    built_on(u, by, STR("brought a measurement where one would stand again"));
}

static bool
undo_observations(struct undo *u)
{
	size_t         brought, ended;
	struct stored *since = collect_observations(u, STMT_OBSERVATION_SINCE, &brought);
	struct stored *until = collect_observations(u, STMT_OBSERVATION_UNTIL, &ended);

	if (store_failed(u->s))
		return false;
	for (size_t i = 0; i < brought; i++)
		if (!end_observation(u, &since[i]))
			return false;
	for (size_t i = 0; i < ended; i++)
		if (!restore_observation(u, &until[i]))
			return false;
	return true;
}

/* ---- nothing is left pointing at what is gone ---- */

/* A row of another change, or one that stands again, whose reference is gone. */
static bool
row_dangles(struct undo *u, const struct snapshot *sn, const bool *gone, enum noun n,
            const struct noun_row *row)
{
	for (size_t c = 0; c < noun_info[n].columns; c++) {
		int64_t ref = row->ref[c];

		if (ref == 0 || snapshot_row(sn, ref) != NULL)
			continue;
		if (row->since == u->as)
			return problem(u, arena_printf(&u->arena, "the " STR_FMT " “" STR_FMT
			    "” would refer to what is gone since", STR_ARG(noun_info[n].one),
			    STR_ARG(things_key(sn->things, row->id))), STR("undo later changes first"));
		if (gone[ref])
			return built_on(u, row->since, arena_printf(&u->arena,
			    "brought the " STR_FMT " “" STR_FMT "”, which refers to what it brought",
			    STR_ARG(noun_info[n].one), STR_ARG(things_key(sn->things, row->id))));
	}
	return true;
}

static bool
measured_after(struct undo *u, const bool *gone, size_t things)
{
	enum stmt q = STMT_OBSERVATION_EVERY;
	int64_t   by = 0;

	if (!store_query(u->s, q, NULL, 0))
		return false;
	while (by == 0 && store_next(u->s, q)) {
		static const int reference[] = { 0, 1, 4 };     /* indicator, area, grp */

		for (size_t i = 0; i < COUNT_OF(reference); i++) {
			size_t id = (size_t)store_int(u->s, q, reference[i]);

			if (id < things && gone[id] && store_int(u->s, q, UNTIL_COLUMN) == UNTIL_NOW)
				by = store_int(u->s, q, SINCE_COLUMN);
		}
	}
	store_reset(u->s, q);
	return by == 0 || built_on(u, by, STR("measured what it brought"));
}

static bool
check_references(struct undo *u)
{
	const uint64_t  measured = NOUN_BIT(INDICATOR) | NOUN_BIT(AREA) | NOUN_BIT(GROUP) |
	    NOUN_BIT(COMPARATOR);
	struct things  *t = things_load(&u->arena, u->s);
	struct snapshot sn;
	bool           *gone;

	if (t == NULL || !snapshot_load(&u->arena, u->s, t, 0, NOUN_ALL, &sn))
		return false;
	gone = ARENA_ARRAY(&u->arena, bool, things_count(t) + 1);
	for (size_t i = 0; i < u->ended_len; i++)
		gone[u->ended[i]] = snapshot_row(&sn, u->ended[i]) == NULL;
	for (size_t n = 0; n < NOUN_COUNT; n++)
		for (size_t i = 0; i < sn.len[n]; i++)
			if (!row_dangles(u, &sn, gone, (enum noun)n, &sn.row[n][i]))
				return false;
	return (u->kinds & measured) == 0 || measured_after(u, gone, things_count(t));
}

/* ---- the change itself ---- */

/* Who took `id` back, who took that back, and so on: the last of them, and how many. */
static bool
takers(struct store *s, int64_t id, int64_t *first, int64_t *last, size_t *times)
{
	int64_t next;

	*first = 0;
	*last = id;
	for (*times = 0;; (*times)++) {
		struct param p[] = { P_INT(*last) };

		if (!store_get_int(s, STMT_CHANGE_UNDOING, p, COUNT_OF(p), &next))
			return false;
		if (next == 0)
			return true;
		*last = next;
		*first = *first == 0 ? next : *first;
	}
}

bool
change_standing(struct store *s, int64_t id, int64_t *ret)
{
	int64_t first, last;
	size_t  times;

	if (!takers(s, id, &first, &last, &times))
		return false;
	*ret = times % 2 == 1 ? 0 : last;
	return true;
}

/* A change is taken back once. Taking the newest of its takers back, by turns,
 * removes it and brings it again. */
static bool
is_standing(struct undo *u)
{
	int64_t first, last;
	size_t  times;

	if (!takers(u->s, u->id, &first, &last, &times))
		return false;
	if (times == 0)
		return true;
	return problem(u, arena_printf(&u->arena, times % 2 == 1 ? "already taken back by change %lld"
	    : "taken back by change %lld and brought again", (long long)first),
	    arena_printf(&u->arena, "undo change %lld instead", (long long)last));
}

static bool
can_undo(struct undo *u)
{
	struct param p[] = { P_INT(u->id) };
	int64_t      found;

	if (!store_get_int(u->s, STMT_CHANGE_FIND, p, COUNT_OF(p), &found))
		return false;
	if (found == 0)
		return problem(u, STR("there is no such change"),
		    STR("see 'pejl list changes'"));
	return is_standing(u);
}

static bool
undo_all(struct undo *u)
{
	for (size_t n = 0; n < NOUN_COUNT; n++)
		if (!end_brought(u, (enum noun)n) || !restore_ended(u, (enum noun)n))
			return false;
	if (!undo_observations(u))
		return false;
	return (u->ended_len == 0 && !u->restored) || check_references(u);
}

bool
change_undo_within(struct store *s, int64_t id, const struct act *act, struct diags *d, int64_t *ret)
{
	struct undo u = { .s = s, .d = d, .id = id };
	bool        ok = can_undo(&u) && change_add(s, act, 0, id, &u.as) && undo_all(&u) &&
	    form_follow_undo(s, id, act) &&
	    /* what a bureau answered may be what is taken back: it is asked anew */
	    store_run(s, STMT_SOURCE_STATE_FORGET, NULL, 0);

	if (!ok && store_failed(s))
		(void)store_problem(s, d);
	if (ok)
		*ret = u.as;
	arena_free(&u.arena);
	return ok;
}

bool
change_undo(struct store *s, int64_t id, const struct act *act, struct diags *d, int64_t *ret)
{
	int64_t as;
	bool    ok = store_begin(s) && change_undo_within(s, id, act, d, &as) && store_commit(s);

	store_rollback(s);
	if (!ok && store_failed(s))
		(void)store_problem(s, d);
	if (ok)
		*ret = as;
	return ok;
}
