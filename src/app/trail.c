#include "app/trail.h"
#include "port/hash.h"
#include "port/secret.h"

/* What stands beside a row, in this order in its digests. */
enum beside { BESIDE_ACCOUNT, BESIDE_WHO, BESIDE_WHY, BESIDE_BEFORE, BESIDE_AFTER, BESIDE_COUNT };

static const struct str beside[BESIDE_COUNT] = {
	[BESIDE_ACCOUNT] = STR_INIT("account"), [BESIDE_WHO] = STR_INIT("who"),
	[BESIDE_WHY] = STR_INIT("why"), [BESIDE_BEFORE] = STR_INIT("before"),
	[BESIDE_AFTER] = STR_INIT("after"),
};

/* A length before each text, so that no two rows are written the same. */
static void
mix(struct arena *a, struct hash *h, struct str text)
{
	hash_add(h, arena_printf(a, "%zu:", text.len));
	hash_add(h, text);
}

static struct str
digest(struct arena *a, struct str salt, struct str text)
{
	struct hash *h = hash_open(a);

	mix(a, h, salt);
	mix(a, h, text);
	return hash_text(a, h);
}

struct link {                           /* what the hash of a row is made of */
	int64_t    id, change;
	struct str at, act, thing, digests, before;
};

static struct str
link_hash(struct arena *a, const struct link *l)
{
	struct hash *h = hash_open(a);

	mix(a, h, l->before);
	mix(a, h, arena_printf(a, "%lld", (long long)l->id));
	mix(a, h, l->at);
	mix(a, h, l->act);
	mix(a, h, l->thing);
	mix(a, h, arena_printf(a, "%lld", (long long)l->change));
	mix(a, h, l->digests);
	return hash_text(a, h);
}

static bool
find_last(struct arena *a, struct store *s, struct link *ret)
{
	if (!store_query(s, STMT_TRAIL_LAST, NULL, 0))
		return false;
	ret->id = 0;
	if (store_next(s, STMT_TRAIL_LAST)) {
		ret->id = store_int(s, STMT_TRAIL_LAST, 0);
		ret->before = str_dup(a, store_text(s, STMT_TRAIL_LAST, 1));
		store_reset(s, STMT_TRAIL_LAST);
	}
	ret->id++;
	return !store_failed(s);
}

/* Adds the text beside the row; its digest goes behind those before it. */
static bool
add_beside(struct arena *a, struct store *s, struct link *l, enum beside which, struct str text)
{
	struct str   salt = secret_new(a);
	struct param p[] = { P_INT(l->id), P_TEXT(beside[which]), P_TEXT(salt), P_TEXT(text) };

	l->digests = arena_printf(a, STR_FMT STR_FMT, STR_ARG(l->digests),
	    STR_ARG(text.len > 0 ? digest(a, salt, text) : STR("-")));
	return text.len == 0 || store_run(s, STMT_TRAIL_TEXT_ADD, p, COUNT_OF(p));
}

static bool
add_link(struct store *s, const struct link *l, struct str hash)
{
	struct param p[] = {
		P_INT(l->id), P_TEXT(l->at), P_TEXT(l->act), P_TEXT(l->thing), P_INT(l->change),
		P_TEXT(l->digests), P_TEXT(hash),
	};

	return store_run(s, STMT_TRAIL_ADD, p, COUNT_OF(p));
}

bool
trail_add(struct store *s, const struct actor *who, struct str at, const struct trail_entry *e)
{
	struct arena a = { 0 };
	struct link  l = { .change = e->change, .at = at, .act = act_info[e->act].code,
	                   .thing = e->thing, .digests = STR("") };
	struct str   text[BESIDE_COUNT] = {
		[BESIDE_ACCOUNT] = arena_printf(&a, "%lld", who != NULL ? (long long)who->account : 0),
		[BESIDE_WHO] = who != NULL ? who->title : STR_NONE,
		[BESIDE_WHY] = e->why, [BESIDE_BEFORE] = e->before, [BESIDE_AFTER] = e->after,
	};
	bool         ok = find_last(&a, s, &l);

	l.thing = l.thing.at != NULL ? l.thing : STR("");
	for (size_t i = 0; i < BESIDE_COUNT && ok; i++)
		ok = add_beside(&a, s, &l, (enum beside)i, text[i]);
	ok = ok && add_link(s, &l, link_hash(&a, &l));
	arena_free(&a);
	return ok;
}

/* ---- reading ---- */

static void
put_beside(struct arena *a, struct trail_row *row, struct str field, struct str text)
{
	struct str *to[BESIDE_COUNT] = {
		[BESIDE_WHO] = &row->who, [BESIDE_WHY] = &row->why,
		[BESIDE_BEFORE] = &row->before, [BESIDE_AFTER] = &row->after,
	};

	if (str_eq(field, beside[BESIDE_ACCOUNT])) {
		row->erased = false;
		if (!str_int(text, &row->account))
			row->account = 0;
		return;
	}
	for (size_t i = BESIDE_WHO; i < BESIDE_COUNT; i++)
		if (str_eq(field, beside[i]))
			*to[i] = str_dup(a, text);
}

static bool
read_beside(struct arena *a, struct store *s, struct trail_row *row)
{
	struct param p[] = { P_INT(row->id) };

	row->erased = true;
	if (!store_query(s, STMT_TRAIL_TEXT_OF, p, COUNT_OF(p)))
		return false;
	while (store_next(s, STMT_TRAIL_TEXT_OF))
		put_beside(a, row, store_text(s, STMT_TRAIL_TEXT_OF, 0),
		    store_text(s, STMT_TRAIL_TEXT_OF, 2));
	return !store_failed(s);
}

static struct trail_row
row_now(struct arena *a, struct store *s, enum stmt q)
{
	return (struct trail_row){
		.id = store_int(s, q, 0), .at = str_dup(a, store_text(s, q, 1)),
		.act = str_dup(a, store_text(s, q, 2)), .thing = str_dup(a, store_text(s, q, 3)),
		.change = store_int(s, q, 4),
	};
}

/* Of everybody: rows as they come. */
static bool
read_newest(struct arena *a, struct store *s, int64_t before, size_t limit,
            struct trail_rows *ret)
{
	struct param p[] = { P_INT(before), P_INT((int64_t)limit) };

	if (!store_query(s, STMT_TRAIL_NEWEST, p, COUNT_OF(p)))
		return false;
	while (store_next(s, STMT_TRAIL_NEWEST))
		if (ret->len < limit)
			ret->at[ret->len++] = row_now(a, s, STMT_TRAIL_NEWEST);
	return !store_failed(s);
}

/* Of and about one person: first which rows they are, then each. */
static bool
read_of(struct arena *a, struct store *s, int64_t account, int64_t before, size_t limit,
        struct trail_rows *ret)
{
	struct str   who = arena_printf(a, "%lld", (long long)account);
	struct param p[] = { P_TEXT(who), P_INT(before), P_INT((int64_t)limit) };

	if (!store_query(s, STMT_TRAIL_OF_ACCOUNT, p, COUNT_OF(p)))
		return false;
	while (store_next(s, STMT_TRAIL_OF_ACCOUNT))
		if (ret->len < limit)
			ret->at[ret->len++].id = store_int(s, STMT_TRAIL_OF_ACCOUNT, 0);
	for (size_t i = 0; i < ret->len && !store_failed(s); i++) {
		struct param one[] = { P_INT(ret->at[i].id + 1), P_INT(1) };

		if (!store_query(s, STMT_TRAIL_NEWEST, one, COUNT_OF(one)))
			return false;
		if (store_next(s, STMT_TRAIL_NEWEST))
			ret->at[i] = row_now(a, s, STMT_TRAIL_NEWEST);
		store_reset(s, STMT_TRAIL_NEWEST);
	}
	return !store_failed(s);
}

bool
trail_read(struct arena *a, struct store *s, int64_t account, int64_t before, size_t limit,
           struct trail_rows *ret)
{
	struct trail_rows rows = { ARENA_ARRAY(a, struct trail_row, limit), 0 };
	int64_t           below = before != 0 ? before : INT64_MAX;
	bool              ok = account != 0 ? read_of(a, s, account, below, limit, &rows)
	                                    : read_newest(a, s, below, limit, &rows);

	for (size_t i = 0; i < rows.len && ok; i++)
		ok = read_beside(a, s, &rows.at[i]);
	if (ok)
		*ret = rows;
	return ok;
}

struct str
trail_account(struct arena *a, int64_t account)
{
	return arena_printf(a, "account:%lld", (long long)account);
}

bool
trail_erase(struct store *s, int64_t account)
{
	struct arena a = { 0 };
	struct str   who = arena_printf(&a, "%lld", (long long)account);
	struct param p[] = { P_TEXT(who) };
	struct param about[] = { P_TEXT(trail_account(&a, account)) };
	bool         ok = store_run(s, STMT_TRAIL_ERASE, p, COUNT_OF(p)) &&
	    store_run(s, STMT_TRAIL_ERASE_ABOUT, about, COUNT_OF(about));

	arena_free(&a);
	return ok;
}

bool
trail_erase_before(struct store *s, struct str at)
{
	struct param p[] = { P_TEXT(at) };

	return store_run(s, STMT_TRAIL_ERASE_OLD, p, COUNT_OF(p));
}

/* ---- verifying ---- */

struct verifying {
	struct arena  arena, turn;
	struct diags *d;
	struct link   last;             /* `before`: the hash that the next one continues */
	struct str   *digests;          /* by row; empty: there is none */
	size_t        len, cap;
	bool          whole;
};

static void
broken(struct verifying *v, int64_t id, struct str what)
{
	v->whole = diag_error(v->d, arena_printf(&v->arena, "trail row %lld", (long long)id), 0, what,
	    STR("compare with a backup: somebody changed the trail past the program"));
}

static void
check_link(struct verifying *v, const struct link *l, struct str hash)
{
	if (l->id != v->last.id + 1)
		broken(v, l->id, arena_printf(&v->arena, "row %lld is missing before it",
		    (long long)v->last.id + 1));
	else if (!str_eq(link_hash(&v->turn, l), hash))
		broken(v, l->id, STR("it does not say what it said when it was written"));
	v->last.id = l->id;
	v->last.before = str_dup(&v->arena, hash);
}

static bool
verify_links(struct verifying *v, struct store *s)
{
	if (!store_query(s, STMT_TRAIL_EVERY, NULL, 0))
		return false;
	while (store_next(s, STMT_TRAIL_EVERY)) {
		struct trail_row row = row_now(&v->turn, s, STMT_TRAIL_EVERY);
		struct link      l = {
			.id = row.id, .change = row.change, .at = row.at, .act = row.act,
			.thing = row.thing, .before = v->last.before,
			.digests = str_dup(&v->arena, store_text(s, STMT_TRAIL_EVERY, 5)),
		};

		check_link(v, &l, str_dup(&v->turn, store_text(s, STMT_TRAIL_EVERY, 6)));
		while (v->len <= (size_t)l.id) {
			ARENA_GROW(&v->arena, v->digests, v->len, &v->cap);
			v->digests[v->len++] = STR_NONE;
		}
		v->digests[l.id] = l.digests;
		arena_reuse(&v->turn);
	}
	return !store_failed(s);
}

/* What stands beside a row is what its digest was made of. */
static bool
verify_beside(struct verifying *v, struct store *s)
{
	enum stmt q = STMT_TRAIL_TEXT_EVERY;

	if (!store_query(s, q, NULL, 0))
		return false;
	while (store_next(s, q)) {
		int64_t    id = store_int(s, q, 0);
		struct str salt = str_dup(&v->turn, store_text(s, q, 2));
		struct str sum = digest(&v->turn, salt, store_text(s, q, 3));

		if (id < 1 || (size_t)id >= v->len ||
		    str_find(v->digests[id], sum, 0) == SIZE_MAX)
			broken(v, id, STR("what stands beside it was changed"));
		arena_reuse(&v->turn);
	}
	return !store_failed(s);
}

bool
trail_verify(struct store *s, struct diags *d, size_t *ret)
{
	struct verifying v = { .d = d, .whole = true };
	bool             ok = verify_links(&v, s) && verify_beside(&v, s);

	if (!ok)
		(void)store_problem(s, d);
	*ret = (size_t)v.last.id;
	arena_free(&v.turn);
	arena_free(&v.arena);
	return ok && v.whole;
}
