#include "app/trail.h"
#include "port/hash.h"
#include "port/secret.h"

/* Columns of TRAIL_ALL. A salt is erased with what it is for: who did it, or in which words. */
enum { ID, AT, ACT, THING, CHANGE, DIGESTS, HASH, ACCOUNT, WHO, WHO_SALT, WHY, BEFORE, AFTER,
       WORDS_SALT };

#define SPAN 256                        /* rows, as in TRAIL_OF_ACCOUNT */

/* What of a row can be erased, in the order of its digests. */
static const struct {
	int text, salt;
} erasable[] = {
	{ ACCOUNT, WHO_SALT }, { WHO, WHO_SALT },
	{ WHY, WORDS_SALT }, { BEFORE, WORDS_SALT }, { AFTER, WORDS_SALT },
};

/* A length before each text, so that no two rows are written the same. */
static void
mix(struct hash *h, struct str text)
{
	char   head[24];
	size_t at = sizeof head, n = text.len;

	head[--at] = ':';
	do
		head[--at] = (char)('0' + n % 10);
	while ((n /= 10) > 0);
	hash_add(h, (struct str){ head + at, sizeof head - at });
	hash_add(h, text);
}

/* Of no text: a dash. */
static struct str
digest(struct arena *a, struct str salt, struct str text)
{
	struct hash *h;

	if (text.len == 0)
		return STR("-");
	h = hash_open(a);
	mix(h, salt);
	mix(h, text);
	return hash_text(a, h);
}

struct link {                           /* what the hash of a row is made of */
	int64_t    id, change;
	int64_t    account;             /* of the row before it; not hashed */
	struct str at, act, thing, digests, before;
};

static struct str
link_hash(struct arena *a, const struct link *l)
{
	struct hash *h = hash_open(a);

	mix(h, l->before);
	mix(h, arena_printf(a, "%lld", (long long)l->id));
	mix(h, l->at);
	mix(h, l->act);
	mix(h, l->thing);
	mix(h, arena_printf(a, "%lld", (long long)l->change));
	mix(h, l->digests);
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
		ret->account = store_int(s, STMT_TRAIL_LAST, 2);
		store_reset(s, STMT_TRAIL_LAST);
	}
	ret->id++;
	return !store_failed(s);
}

/* That the account has a row there, so that it is found; she often has the one before. */
static bool
note_span(struct store *s, int64_t account, const struct link *l)
{
	struct param p[] = { P_INT(account), P_INT(l->id / SPAN) };

	return account == 0 || (l->account == account && l->id % SPAN != 0) ||
	    store_run(s, STMT_TRAIL_SPAN_ADD, p, COUNT_OF(p));
}

bool
trail_add(struct store *s, const struct actor *who, struct str at, const struct trail_entry *e)
{
	struct arena a = { 0 };
	struct link  l = { .change = e->change, .at = at, .act = act_info[e->act].code,
	                   .thing = e->thing.at != NULL ? e->thing : STR("") };
	int64_t      account = who != NULL ? who->account : 0;
	struct str   name = who != NULL ? who->title : STR(""), salt = secret_new(&a), words = secret_new(&a);
	struct param p[] = {
		[AT] = P_TEXT(l.at), [ACT] = P_TEXT(l.act), [THING] = P_TEXT(l.thing),
		[CHANGE] = P_INT(l.change), [ACCOUNT] = P_INT(account), [WHO] = P_TEXT(name),
		[WHO_SALT] = P_TEXT(salt), [WHY] = P_TEXT(e->why), [BEFORE] = P_TEXT(e->before),
		[AFTER] = P_TEXT(e->after), [WORDS_SALT] = P_TEXT(words),
	};
	bool         ok = find_last(&a, s, &l);

	l.digests = arena_printf(&a, STR_FMT STR_FMT STR_FMT STR_FMT STR_FMT,
	    STR_ARG(digest(&a, salt, arena_printf(&a, "%lld", (long long)account))),
	    STR_ARG(digest(&a, salt, name)), STR_ARG(digest(&a, words, e->why)),
	    STR_ARG(digest(&a, words, e->before)), STR_ARG(digest(&a, words, e->after)));
	p[ID] = P_INT(l.id);
	p[DIGESTS] = P_TEXT(l.digests);
	p[HASH] = P_TEXT(link_hash(&a, &l));
	ok = ok && store_run(s, STMT_TRAIL_ADD, p, COUNT_OF(p)) && note_span(s, account, &l);
	arena_free(&a);
	return ok;
}

/* ---- reading ---- */

static struct trail_row
row_now(struct arena *a, struct store *s, enum stmt q)
{
	return (struct trail_row){
		.id = store_int(s, q, ID), .at = str_dup(a, store_text(s, q, AT)),
		.act = str_dup(a, store_text(s, q, ACT)), .thing = str_dup(a, store_text(s, q, THING)),
		.change = store_int(s, q, CHANGE), .erased = store_text(s, q, WHO_SALT).len == 0,
		.account = store_int(s, q, ACCOUNT), .who = str_dup(a, store_text(s, q, WHO)),
		.why = str_dup(a, store_text(s, q, WHY)), .before = str_dup(a, store_text(s, q, BEFORE)),
		.after = str_dup(a, store_text(s, q, AFTER)),
	};
}

bool
trail_read(struct arena *a, struct store *s, int64_t account, int64_t before, size_t limit,
           struct trail_rows *ret)
{
	struct trail_rows rows = { ARENA_ARRAY(a, struct trail_row, limit), 0 };
	int64_t           below = before != 0 ? before : INT64_MAX;
	struct param      all[] = { P_INT(below), P_INT((int64_t)limit) };
	struct param      of[] = { P_INT(account), P_INT(below), P_INT((int64_t)limit),
	                           P_TEXT(trail_account(a, account)) };
	enum stmt         q = account != 0 ? STMT_TRAIL_OF_ACCOUNT : STMT_TRAIL_NEWEST;

	if (!store_query(s, q, account != 0 ? of : all, account != 0 ? COUNT_OF(of) : COUNT_OF(all)))
		return false;
	while (store_next(s, q))
		if (rows.len < limit)
			rows.at[rows.len++] = row_now(a, s, q);
	if (store_failed(s))
		return false;
	*ret = rows;
	return true;
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
	struct param p[] = { P_INT(account) };
	struct param about[] = { P_TEXT(trail_account(&a, account)) };
	bool         ok = store_run(s, STMT_TRAIL_ERASE, p, COUNT_OF(p)) &&
	    store_run(s, STMT_TRAIL_SPAN_DROP, p, COUNT_OF(p)) &&
	    store_run(s, STMT_TRAIL_ERASE_ABOUT, about, COUNT_OF(about));

	arena_free(&a);
	return ok;
}

bool
trail_erase_before(struct store *s, struct str at)
{
	struct param p[] = { P_TEXT(at) };

	return store_run(s, STMT_TRAIL_SPAN_DROP_OLD, p, COUNT_OF(p)) &&
	    store_run(s, STMT_TRAIL_ERASE_OLD, p, COUNT_OF(p));
}

/* ---- verifying ---- */

struct verifying {
	struct arena  arena, turn;
	struct diags *d;
	struct link   last;             /* `before`: the hash that the next one continues */
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

/* What is not erased is what the digests were made of. */
static void
check_texts(struct verifying *v, struct store *s, enum stmt q)
{
	struct str digests = store_text(s, q, DIGESTS);
	bool       same = true;

	for (size_t i = 0; i < COUNT_OF(erasable); i++) {
		struct str text = store_text(s, q, erasable[i].text), salt = store_text(s, q, erasable[i].salt);
		struct str one = str_slice(digests, 0, str_starts(digests, STR("-")) ? 1 : HASH_TEXT);

		digests = str_slice(digests, one.len, digests.len);
		same = same && (salt.len == 0 || str_eq(digest(&v->turn, salt, text), one));
	}
	if (!same)
		broken(v, store_int(s, q, ID), STR("what it says of a person was changed"));
}

static bool
verify_rows(struct verifying *v, struct store *s)
{
	enum stmt q = STMT_TRAIL_EVERY;

	if (!store_query(s, q, NULL, 0))
		return false;
	while (store_next(s, q)) {
		struct link l = {
			.id = store_int(s, q, ID), .change = store_int(s, q, CHANGE), .at = store_text(s, q, AT),
			.act = store_text(s, q, ACT), .thing = store_text(s, q, THING),
			.digests = store_text(s, q, DIGESTS), .before = v->last.before,
		};

		check_link(v, &l, store_text(s, q, HASH));
		check_texts(v, s, q);
		arena_reuse(&v->turn);
	}
	return !store_failed(s);
}

bool
trail_verify(struct store *s, struct diags *d, size_t *ret)
{
	struct verifying v = { .d = d, .whole = true };
	bool             ok = verify_rows(&v, s);

	if (!ok)
		(void)store_problem(s, d);
	*ret = (size_t)v.last.id;
	arena_free(&v.turn);
	arena_free(&v.arena);
	return ok && v.whole;
}
