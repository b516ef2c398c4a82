#include "app/change.h"

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
	struct arena   arena;
	struct store  *s;
	struct diags  *d;
	int64_t        id, as;          /* the change taken back, the change that does it */
	struct noun_row *row;           /* of one noun, one direction */
	size_t         len, cap;
};

static bool
problem(struct undo *u, struct str message, struct str hint)
{
	struct str where = arena_printf(&u->arena, "change %lld", (long long)u->id);

	return diag_error(u->d, where, 0, message, hint);
}

static bool
later_change(struct undo *u, enum noun n, const struct noun_row *row, int64_t by)
{
	return problem(u, arena_printf(&u->arena, "change %lld built on a " STR_FMT " it brought "
	    "(line %u)", (long long)by, STR_ARG(noun_info[n].one), row->line),
	    arena_printf(&u->arena, "undo change %lld first", (long long)by));
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

/* What the change brought ends now; what it ended stands again. A row that it
 * both brought and that is no longer current was built on by a later change. */
static bool
undo_noun(struct undo *u, enum noun n)
{
	if (!collect(u, n, NOUN_SINCE))
		return false;
	for (size_t i = 0; i < u->len; i++) {
		if (u->row[i].until != UNTIL_NOW)
			return later_change(u, n, &u->row[i], u->row[i].until);
		if (!store_noun_end(u->s, n, u->row[i].id, u->as))
			return false;
	}
	if (!collect(u, n, NOUN_UNTIL))
		return false;
	for (size_t i = 0; i < u->len; i++) {
		u->row[i].since = u->as;
		u->row[i].until = UNTIL_NOW;
		if (!store_noun_add(u->s, n, &u->row[i]))
			return false;
	}
	return true;
}

enum { OBSERVATION_COLUMNS = 14, UNTIL_COLUMN = 6, SINCE_COLUMN = 7 };

struct stored {
	int64_t cell[OBSERVATION_COLUMNS];
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
end_observation(struct undo *u, const struct stored *o)
{
	struct param p[] = {
		P_INT(u->as), P_INT(o->cell[0]), P_INT(o->cell[1]), P_INT(o->cell[2]),
		P_INT(o->cell[3]), P_INT(o->cell[4]), P_INT(o->cell[5]),
	};

	return store_run(u->s, STMT_OBSERVATION_END, p, COUNT_OF(p));
}

static bool
restore_observation(struct undo *u, const struct stored *o)
{
	struct param p[OBSERVATION_COLUMNS];

	for (int c = 0; c < OBSERVATION_COLUMNS; c++)
		p[c] = P_INT(o->cell[c]);
	p[UNTIL_COLUMN] = P_INT(UNTIL_NOW);
	p[SINCE_COLUMN] = P_INT(u->as);
	return store_run(u->s, STMT_OBSERVATION_ADD, p, COUNT_OF(p));
}

static bool
undo_observations(struct undo *u)
{
	size_t         brought, ended;
	struct stored *since = collect_observations(u, STMT_OBSERVATION_SINCE, &brought);
	struct stored *until = collect_observations(u, STMT_OBSERVATION_UNTIL, &ended);

	if (store_failed(u->s))
		return false;
	for (size_t i = 0; i < brought; i++) {
		if (since[i].cell[UNTIL_COLUMN] != UNTIL_NOW)
			return problem(u, arena_printf(&u->arena,
			    "change %lld corrected a measurement it brought",
			    (long long)since[i].cell[UNTIL_COLUMN]),
			    STR("undo the later change first"));
		if (!end_observation(u, &since[i]))
			return false;
	}
	for (size_t i = 0; i < ended; i++)
		if (!restore_observation(u, &until[i]))
			return false;
	return true;
}

static bool
leads_nowhere(const struct snapshot *sn, enum noun n, const struct noun_row *row)
{
	for (size_t c = 0; c < noun_info[n].columns; c++)
		if (row->ref[c] != 0 && snapshot_row(sn, row->ref[c]) == NULL)
			return true;
	return false;
}

/* Rows of others must not be left pointing at what is gone. */
static bool
check_references(struct undo *u, const struct snapshot *sn)
{
	for (size_t n = 0; n < NOUN_COUNT; n++)
		for (size_t i = 0; i < sn->len[n]; i++)
			if (leads_nowhere(sn, (enum noun)n, &sn->row[n][i]))
				return later_change(u, (enum noun)n, &sn->row[n][i],
				    sn->row[n][i].since);
	return true;
}

/* A change is taken back once. Taking the newest of its takers back, by turns,
 * removes it and brings it again. */
static bool
already_undone(struct undo *u, const struct snapshot *sn)
{
	int64_t first = 0, last = u->id;
	size_t  times = 0;

	for (size_t i = 0; i < sn->changes; i++) {
		if (sn->change[i].undoes != last)
			continue;
		last = sn->change[i].id;
		first = first == 0 ? last : first;
		times++;
	}
	if (times == 0)
		return false;
	(void)problem(u, arena_printf(&u->arena, times % 2 == 1 ? "already taken back by change %lld"
	    : "taken back by change %lld and brought again", (long long)first),
	    arena_printf(&u->arena, "undo change %lld instead", (long long)last));
	return true;
}

static bool
can_undo(struct undo *u)
{
	struct snapshot sn;
	struct things  *t = things_load(&u->arena, u->s);

	if (t == NULL || !snapshot_load(&u->arena, u->s, t, 0, 0, &sn))
		return false;
	if (snapshot_change(&sn, u->id) == NULL)
		return problem(u, STR("there is no such change"),
		    STR("see 'pejl list changes'"));
	return !already_undone(u, &sn);
}

static bool
undo_all(struct undo *u)
{
	struct snapshot sn;
	struct things  *t;

	for (size_t n = 0; n < NOUN_COUNT; n++)
		if (!undo_noun(u, (enum noun)n))
			return false;
	if (!undo_observations(u))
		return false;
	t = things_load(&u->arena, u->s);
	if (t == NULL || !snapshot_load(&u->arena, u->s, t, 0, NOUN_ALL, &sn))
		return false;
	return check_references(u, &sn);
}

bool
change_undo(struct store *s, int64_t id, const struct act *act, struct diags *d, int64_t *ret)
{
	struct undo u = { .s = s, .d = d, .id = id };
	bool        ok = false;

	if (!store_begin(s))
		goto out;
	if (!can_undo(&u) || !change_add(s, act, 0, id, &u.as) || !undo_all(&u))
		goto out;
	ok = store_commit(s);
out:
	store_rollback(s);
	if (!ok && store_failed(s))
		(void)store_problem(s, d);
	if (ok)
		*ret = u.as;
	arena_free(&u.arena);
	return ok;
}
