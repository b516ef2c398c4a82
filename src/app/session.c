#include "app/session.h"
#include "app/deed.h"
#include "core/calendar.h"
#include "port/secret.h"

#define PURPOSE_SESSION "session"
#define PURPOSE_FORM    "form"

static bool
open_one(struct arena *a, struct store *s, int64_t account, int64_t now, bool half,
         struct str *token)
{
	struct str   fresh = secret_new(a);
	struct param old[] = { P_INT(now - SESSION_IDLE_SECONDS), P_INT(now - SESSION_SECONDS) };
	struct param deeds[] = { P_INT(now - DEED_KEPT_SECONDS) };
	struct param p[] = { P_TEXT(secret_digest(a, PURPOSE_SESSION, fresh)), P_INT(account),
	                     P_INT(now), P_INT(half) };

	/* What is looked through as a whole is looked through here, not with every save. */
	if (!store_run(s, STMT_SESSION_DROP_OLD, old, COUNT_OF(old)) ||
	    !store_run(s, STMT_DEED_DROP_OLD, deeds, COUNT_OF(deeds)) ||
	    !store_run(s, STMT_SESSION_ADD, p, COUNT_OF(p)))
		return false;
	*token = fresh;
	return true;
}

bool
session_open(struct arena *a, struct store *s, int64_t account, int64_t now, struct str *token)
{
	return open_one(a, s, account, now, false, token);
}

bool
session_open_half(struct arena *a, struct store *s, int64_t account, int64_t now,
                  struct str *token)
{
	return open_one(a, s, account, now, true, token);
}

bool
session_offer(struct store *s, struct str token, struct str secret)
{
	struct arena a = { 0 };
	struct param p[] = { P_TEXT(secret), P_TEXT(secret_digest(&a, PURPOSE_SESSION, token)) };
	bool         ok = store_run(s, STMT_SESSION_SECRET, p, COUNT_OF(p));

	arena_free(&a);
	return ok;
}

bool
session_close(struct store *s, struct str token)
{
	struct arena a = { 0 };
	struct param p[] = { P_TEXT(secret_digest(&a, PURPOSE_SESSION, token)) };
	bool         ok = store_run(s, STMT_SESSION_DROP, p, COUNT_OF(p));

	arena_free(&a);
	return ok;
}

bool
session_close_all(struct store *s, int64_t account)
{
	struct param p[] = { P_INT(account) };

	return store_run(s, STMT_SESSION_DROP_OF, p, COUNT_OF(p));
}

struct str
session_form_token(struct arena *a, struct str token)
{
	return str_slice(secret_digest(a, PURPOSE_FORM, token), 0, SECRET_TEXT);
}

/* ---- who it is ---- */

static bool
add_grants(struct store *s, int64_t account, struct actor *to)
{
	struct param p[] = { P_INT(account) };

	if (!store_query(s, STMT_GRANT_OF, p, COUNT_OF(p)))
		return false;
	while (store_next(s, STMT_GRANT_OF)) {
		struct grant g = { .unit = store_int(s, STMT_GRANT_OF, 1),
		                   .policy = store_int(s, STMT_GRANT_OF, 2) };

		if (role_from_code(store_text(s, STMT_GRANT_OF, 0), &g.role) &&
		    to->grants < GRANTS_MAX)
			to->grant[to->grants++] = g;
	}
	return !store_failed(s);
}

/* Those that she stands in for today: what they may approve. */
static bool
add_stood_for(struct arena *a, struct store *s, int32_t today, struct actor *to)
{
	struct param p[] = { P_INT(to->account), P_TEXT(day_iso(a, today)) };
	int64_t      of[GRANTS_MAX];
	size_t       n = 0, own = to->grants;

	if (!store_query(s, STMT_STAND_IN_OF, p, COUNT_OF(p)))
		return false;
	while (store_next(s, STMT_STAND_IN_OF))
		if (n < COUNT_OF(of))
			of[n++] = store_int(s, STMT_STAND_IN_OF, 0);
	for (size_t i = 0; i < n; i++) {
		size_t from = to->grants;

		if (!add_grants(s, of[i], to))
			return false;
		while (from < to->grants)
			to->grant[from++].instead_of = of[i];
	}
	for (size_t i = n = own; i < to->grants; i++)
		if (to->grant[i].role == ROLE_UNIT_APPROVER ||
		    to->grant[i].role == ROLE_COMMITTEE_APPROVER)
			to->grant[n++] = to->grant[i];
	to->grants = n;
	return !store_failed(s);
}

/* Columns of ACCOUNT_ALL. */
enum { COLUMN_ID, COLUMN_NAME, COLUMN_TITLE, COLUMN_MAIL, COLUMN_LANG, COLUMN_DISABLED = 8 };

bool
session_account(struct arena *a, struct store *s, int64_t account, int32_t today,
                const struct actor **ret)
{
	struct param  p[] = { P_INT(account) };
	enum stmt     q = STMT_ACCOUNT_BY_ID;
	struct actor *who = NULL;

	*ret = NULL;
	if (!store_query(s, q, p, COUNT_OF(p)))
		return false;
	if (store_next(s, q) && store_int(s, q, COLUMN_DISABLED) == 0) {
		who = ARENA_NEW(a, struct actor);
		who->account = account;
		who->name = str_dup(a, store_text(s, q, COLUMN_NAME));
		who->title = str_dup(a, store_text(s, q, COLUMN_TITLE));
		who->mail = str_dup(a, store_text(s, q, COLUMN_MAIL));
		who->lang = str_dup(a, store_text(s, q, COLUMN_LANG));
	}
	store_reset(s, q);
	if (store_failed(s) || (who != NULL && (!add_grants(s, account, who) ||
	    !add_stood_for(a, s, today, who))))
		return false;
	*ret = who;
	return true;
}

/* A transaction of its own: what fails here only ends the session earlier. */
static void
note_use(struct arena *a, struct store *s, struct str digest, int64_t now)
{
	struct param p[] = { P_INT(now), P_TEXT(digest) };
	struct diags unsaid = diags_new(a);

	if (store_begin(s) && store_run(s, STMT_SESSION_SEEN, p, COUNT_OF(p)) && store_commit(s))
		return;
	store_rollback(s);
	(void)store_problem(s, &unsaid);
}

struct opened {                         /* a row of `session` */
	struct session found;           /* account 0: there is none, or it is over */
	int64_t        seen;
};

static bool
read_session(struct arena *a, struct store *s, struct str digest, int64_t now, struct opened *ret)
{
	struct param  p[] = { P_TEXT(digest) };
	enum stmt     q = STMT_SESSION_FIND;
	struct opened o = { .seen = 0 };
	int64_t       started = 0;

	*ret = o;
	if (!store_query(s, q, p, COUNT_OF(p)))
		return false;
	if (store_next(s, q)) {
		o.found.account = store_int(s, q, 0);
		started = store_int(s, q, 1);
		o.seen = store_int(s, q, 2);
		o.found.half = store_int(s, q, 3) != 0;
		o.found.secret = str_dup(a, store_text(s, q, 4));
	}
	store_reset(s, q);
	if (store_failed(s))
		return false;
	if (o.found.account != 0 && now - o.seen < SESSION_IDLE_SECONDS &&
	    now - started < SESSION_SECONDS)
		*ret = o;
	return true;
}

bool
session_is_open(struct arena *a, struct store *s, struct str token, int64_t now, bool *ret)
{
	struct opened o;

	*ret = false;
	if (token.len != SECRET_TEXT)
		return true;
	if (!read_session(a, s, secret_digest(a, PURPOSE_SESSION, token), now, &o))
		return false;
	*ret = o.found.account != 0 && !o.found.half;
	return true;
}

bool
session_find(struct arena *a, struct store *s, struct str token, int64_t now, struct session *ret)
{
	struct str    digest = secret_digest(a, PURPOSE_SESSION, token);
	struct opened o;

	*ret = (struct session){ 0 };
	if (token.len != SECRET_TEXT)
		return true;
	if (!read_session(a, s, digest, now, &o))
		return false;
	if (o.found.account != 0 && now - o.seen >= SESSION_SEEN_SECONDS)
		note_use(a, s, digest, now);
	*ret = o.found;
	return true;
}

bool
session_actor(struct arena *a, struct store *s, struct str token, int64_t now, int32_t today,
              const struct actor **ret)
{
	struct session found;

	*ret = NULL;
	if (!session_find(a, s, token, now, &found))
		return false;
	return found.account == 0 || found.half ||
	    session_account(a, s, found.account, today, ret);
}
