#include "app/login.h"
#include "app/account.h"
#include "app/account_row.h"
#include "app/factor.h"
#include "port/secret.h"
#include "port/totp.h"

#define DAY_SECONDS 86400

static bool
wants_factor(const struct actor *who)
{
	for (size_t i = 0; i < who->grants; i++)
		if (role_wants_second_factor(who->grant[i].role))
			return true;
	return false;
}

/* How long the next try waits. */
static int64_t
wait_after(int64_t failures)
{
	return failures > 10 ? LOGIN_WAIT_MAX : INT64_C(1) << (failures - 1);
}

/* Inside a transaction. What is tried while it has to wait does not count. */
static bool
count_failure(struct deed *d, const struct account_row *row)
{
	bool         waits = row->waits_until > d->now;
	int64_t      failures = waits ? row->failures : row->failures + 1;
	int64_t      until = waits ? row->waits_until : d->now + wait_after(failures);
	struct param p[] = { P_INT(failures), P_INT(until), P_INT(row->secret_step), P_INT(row->id) };

	if (until > d->now + LOGIN_WAIT_MAX)
		p[1] = P_INT(d->now + LOGIN_WAIT_MAX);
	return store_run(d->s, STMT_ACCOUNT_TRIED, p, COUNT_OF(p));
}

static bool
forget_failures(struct deed *d, int64_t account, int64_t step)
{
	struct param p[] = { P_INT(0), P_INT(0), P_INT(step), P_INT(account) };

	return store_run(d->s, STMT_ACCOUNT_TRIED, p, COUNT_OF(p));
}

/* ---- logging in ---- */

/* What was typed is not kept: people type passwords where names belong. */
static enum login_state
refuse(struct deed *d, const struct account_row *row)
{
	const struct actor       who = { .account = row->id, .title = row->title };
	const struct trail_entry e = {
		.act = ACT_LOG_IN_REFUSED,
		.thing = row->id != 0 ? trail_account(d->a, row->id) : STR("account:-"),
	};

	return count_failure(d, row) && trail_add(d->s, row->id != 0 ? &who : NULL, d->at, &e) &&
	    store_commit(d->s) ? LOGIN_REFUSED : LOGIN_FAILED;
}

static bool
note(struct deed *d, const struct actor *who, enum act_id act)
{
	const struct trail_entry e = { .act = act, .thing = trail_account(d->a, who->account) };

	return trail_add(d->s, who, d->at, &e);
}

static enum login_state
let_in(struct deed *d, struct login *l, const struct actor *who, const struct account_row *row,
       int64_t step)
{
	bool half = !account_has_factor(row) && wants_factor(who);

	if (!forget_failures(d, row->id, row->secret.len > 0 ? step : row->secret_step) ||
	    (l->before.len > 0 && !session_close(d->s, l->before)) ||
	    !(half ? session_open_half(d->a, d->s, row->id, d->now, &l->token)
	           : session_open(d->a, d->s, row->id, d->now, &l->token)) ||
	    (!half && !note(d, who, ACT_LOG_IN)) || !store_commit(d->s))
		return LOGIN_FAILED;
	l->lang = row->lang;
	return half ? LOGIN_HALF : LOGIN_IN;
}

/* What takes long is done before the transaction; inside it the account is read again,
 * since another try may have ended meanwhile. */
static enum login_state
attempt(struct deed *d, struct login *l)
{
	struct account_row  row, now;
	const struct actor *who;
	struct str          secret = STR_NONE;
	int64_t             step = 0;
	bool                fits, code, shut;

	if (!account_row_name(d->a, d->s, l->name, &row) ||
	    !session_account(d->a, d->s, row.id, l->today, &who))
		return LOGIN_FAILED;
	fits = secret_fits(row.password, l->password);
	shut = row.secret.len > 0 && !factor_open(d->a, d->s, row.id, row.secret, &secret);
	code = totp_fits(secret, l->code, d->now, row.secret_step, &step);
	if (!store_begin(d->s) || !account_row_id(d->a, d->s, row.id, &now))
		return LOGIN_FAILED;
	if (who == NULL || !fits || now.subject.len > 0 || !str_eq(now.password, row.password) ||
	    !str_eq(now.secret, row.secret) || now.disabled != 0 || now.waits_until > d->now ||
	    (row.secret.len > 0 && !shut && (!code || step <= now.secret_step)))
		return refuse(d, &now);
	if (shut)
		return LOGIN_NO_KEY;
	return let_in(d, l, who, &now, step);
}

enum login_state
login_try(struct deed *d, struct login *l)
{
	enum login_state how = attempt(d, l);

	store_rollback(d->s);
	return how;
}

/* ---- a second factor ---- */

bool
login_offer(struct deed *d, struct str token, bool half, struct str *ret, const struct actor **who)
{
	struct session found;
	struct str     sealed;
	const char    *fault;
	bool           ok;

	*ret = STR_NONE;
	if (!session_find(d->a, d->s, token, d->now, &found) ||
	    !session_account(d->a, d->s, found.account, (int32_t)(d->now / DAY_SECONDS), who))
		return false;
	if (*who == NULL || found.half != half)
		return true;
	if (found.secret.len > 0 && factor_open(d->a, d->s, found.account, found.secret, ret))
		return true;
	*ret = totp_secret(d->a);
	ok = store_begin(d->s) && factor_seal(d->a, d->s, found.account, *ret, &sealed, &fault) &&
	    (fault != NULL || (session_offer(d->s, token, sealed) && store_commit(d->s)));
	store_rollback(d->s);
	if (ok && fault != NULL) {
		*ret = STR_NONE;
		d->faults = (struct faults){ .arena = d->a };
		fault_add(&d->faults, STR_NONE, fault, STR_NONE);
	}
	return ok;
}

/* The code shows that her phone has the secret; it counts from here on. A fault, or in
 * the transaction of the deed. */
static bool
take_factor(struct deed *d, const struct actor *who, struct str sealed,
            const struct posted *form, bool *ret)
{
	struct str   code = posted_wanted(form, &d->faults, STR("code"), 12, false), secret = STR_NONE;
	int64_t      step = 0;
	struct param p[] = { P_TEXT(sealed), P_INT(0), P_INT(who->account) };

	*ret = false;
	if (!factor_open(d->a, d->s, who->account, sealed, &secret))
		secret = STR_NONE;      /* no code fits, and another is offered */
	if (fault_of(&d->faults, STR("code")) == NULL && !totp_fits(secret, code, d->now, 0, &step))
		fault_add(&d->faults, STR("code"), N_("That is not the code of now. Wait for the next one, "
		    "and see that the clock of the phone is right."), STR_NONE);
	if (deed_faults(d) != DEED_OPEN)
		return true;
	p[1] = P_INT(step);
	*ret = true;
	return store_run(d->s, STMT_ACCOUNT_SECRET, p, COUNT_OF(p)) &&
	    note(d, who, ACT_ACCOUNT_FACTOR);
}

enum deed_state
login_factor(struct deed *d, struct str before, const struct posted *form, struct str *token)
{
	struct session      found;
	struct account_row  row;
	const struct actor *who;
	enum deed_state     how = deed_begin(d);
	bool                taken = false;

	if (how != DEED_OPEN)
		return how;
	if (!session_find(d->a, d->s, before, d->now, &found) ||
	    !session_account(d->a, d->s, found.account, (int32_t)(d->now / DAY_SECONDS), &who) ||
	    !account_row_id(d->a, d->s, found.account, &row))
		return deed_stop(d, DEED_FAILED);
	if (who == NULL || !found.half || found.secret.len == 0 || row.secret.len > 0)
		return deed_stop(d, DEED_MISSING);
	if (!take_factor(d, who, found.secret, form, &taken))
		return deed_stop(d, DEED_FAILED);
	if (!taken)
		return deed_stop(d, DEED_FAULTY);
	if (!session_close(d->s, before) ||
	    !session_open(d->a, d->s, who->account, d->now, token) || !note(d, who, ACT_LOG_IN))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, d->location);
}

/* ---- links ---- */

static bool
find_link(struct arena *a, struct store *s, struct str token, int64_t now, bool *found,
          int64_t *account)
{
	struct param p[] = { P_TEXT(secret_digest(a, LOGIN_LINK, token)) };

	*found = false;
	if (!store_query(s, STMT_LINK_FIND, p, COUNT_OF(p)))
		return false;
	if (store_next(s, STMT_LINK_FIND)) {
		*account = store_int(s, STMT_LINK_FIND, 0);
		*found = store_int(s, STMT_LINK_FIND, 1) > now;
	}
	store_reset(s, STMT_LINK_FIND);
	return !store_failed(s);
}

/* `row` of a link that is good; of the first administrator it is empty. */
static bool
open_link(struct arena *a, struct store *s, struct str token, int64_t now, enum login_link *ret,
          struct account_row *row)
{
	int64_t account = 0, count = 0;
	bool    found;

	*ret = LOGIN_LINK_NONE;
	*row = (struct account_row){ .id = 0 };
	if (!find_link(a, s, token, now, &found, &account) || !account_count(s, &count))
		return false;
	if (!found)
		return true;
	if (account == 0) {
		*ret = count == 0 ? LOGIN_LINK_FIRST : LOGIN_LINK_NONE;
		return true;
	}
	if (!account_row_id(a, s, account, row))
		return false;
	/* For whom a provider vouches there is no password beside. */
	if (row->id != 0 && row->disabled == 0 && row->subject.len == 0)
		*ret = LOGIN_LINK_PASSWORD;
	return true;
}

bool
login_link(struct arena *a, struct store *s, struct str token, int64_t now, enum login_link *ret,
           struct str *name)
{
	struct account_row row;

	if (!open_link(a, s, token, now, ret, &row))
		return false;
	*name = row.name;
	return true;
}

static bool
set_password(struct deed *d, int64_t account, struct str kept)
{
	struct param p[] = { P_TEXT(kept), P_INT(account) };
	struct param links[] = { P_INT(account), P_INT(d->now) };

	return store_run(d->s, STMT_ACCOUNT_PASSWORD, p, COUNT_OF(p)) &&
	    store_run(d->s, STMT_LINK_DROP_OF, links, COUNT_OF(links)) &&
	    session_close_all(d->s, account);
}

/* `*row` is filled in; id 0: there are faults. */
static bool
make_first(struct deed *d, const struct posted *form, struct account_row *row)
{
	const struct grant admin = { .role = ROLE_ADMINISTRATOR };
	struct param       links[] = { P_INT(0), P_INT(d->now) };

	return account_make(d, form, &row->id) && (row->id == 0 ||
	    (account_give(d, row->id, NULL, &admin, 1) &&
	    store_run(d->s, STMT_LINK_DROP_OF, links, COUNT_OF(links)) &&
	    account_row_id(d->a, d->s, row->id, row)));
}

static enum deed_state
use_link(struct deed *d, enum login_link what, struct account_row *row,
         const struct posted *form, struct str kept)
{
	struct actor who;

	if (what == LOGIN_LINK_NONE)
		return DEED_MISSING;
	if (what == LOGIN_LINK_FIRST && !make_first(d, form, row))
		return DEED_FAILED;
	if (deed_faults(d) != DEED_OPEN)
		return DEED_FAULTY;
	who = (struct actor){ .account = row->id, .title = row->title };
	if (!set_password(d, row->id, kept) || !note(d, &who, ACT_ACCOUNT_PASSWORD))
		return DEED_FAILED;
	return DEED_OPEN;
}

/* The password is hashed before the transaction, which nobody shall wait for; only where
 * the link is good, so that guessing links costs little. */
enum deed_state
login_link_use(struct deed *d, struct str token, const struct posted *form)
{
	struct account_row row;
	struct faults      f = { .arena = d->a };
	enum login_link    what;
	struct str         password, kept = STR("");
	enum deed_state    how;

	if (!open_link(d->a, d->s, token, d->now, &what, &row))
		return DEED_FAILED;
	if (what == LOGIN_LINK_FIRST)
		row = (struct account_row){ .name = posted_raw(form, STR("name")),
		    .title = posted_raw(form, STR("title")), .mail = posted_raw(form, STR("mail")) };
	password = account_password_posted(form, &f, &row);
	if (what != LOGIN_LINK_NONE && f.len == 0)
		kept = secret_password(d->a, password);
	how = deed_begin(d);
	if (how != DEED_OPEN)
		return how;
	d->faults = f;
	if (!open_link(d->a, d->s, token, d->now, &what, &row))
		return deed_stop(d, DEED_FAILED);
	how = use_link(d, what, &row, form, kept);
	return how == DEED_OPEN ? deed_commit(d, d->location) : deed_stop(d, how);
}

bool
login_first_link(struct arena *a, struct store *s, int64_t now, struct str *token)
{
	int64_t count;
	bool    ok;

	*token = STR_NONE;
	if (!account_count(s, &count))
		return false;
	if (count > 0)
		return true;
	ok = store_begin(s) && account_link_new(a, s, 0, now, token) && store_commit(s);
	store_rollback(s);
	return ok;
}

/* ---- one's own settings ---- */

/* Begins a deed of somebody who says her password again. */
static enum deed_state
own_begin(struct deed *d, const struct posted *form, struct account_row *ret)
{
	struct str      password = posted_raw(form, STR("old"));
	bool            fits;
	enum deed_state how;

	if (!account_row_id(d->a, d->s, d->who->account, ret))
		return DEED_FAILED;
	fits = secret_fits(ret->password, str_trim(password));
	how = deed_begin(d);
	if (how != DEED_OPEN)
		return how;
	if (!account_row_id(d->a, d->s, d->who->account, ret))
		return deed_stop(d, DEED_FAILED);
	if (fits && ret->waits_until <= d->now)
		return DEED_OPEN;
	fault_add(&d->faults, STR("old"), N_("That is not your password, or it was tried too often. "
	    "Then it takes up to {1} minutes until it can be tried again."), STR("15"));
	if (!count_failure(d, ret) || !store_commit(d->s))
		return deed_stop(d, DEED_FAILED);
	return DEED_FAULTY;
}

enum deed_state
login_password(struct deed *d, const struct posted *form, struct str *token)
{
	struct account_row row;
	struct faults      f = { .arena = d->a };
	struct str         password, kept = STR("");
	enum deed_state    how;

	if (!account_row_id(d->a, d->s, d->who->account, &row))
		return DEED_FAILED;
	password = account_password_posted(form, &f, &row);
	if (f.len == 0)
		kept = secret_password(d->a, password);
	how = own_begin(d, form, &row);
	if (how != DEED_OPEN)
		return how;
	d->faults = f;
	if (f.len > 0)
		return deed_stop(d, DEED_FAULTY);
	if (!set_password(d, row.id, kept) ||
	    !session_open(d->a, d->s, row.id, d->now, token) || !note(d, d->who, ACT_ACCOUNT_PASSWORD))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, d->location);
}

enum deed_state
login_new_factor(struct deed *d, struct str token, const struct posted *form)
{
	struct account_row row;
	struct session     found;
	enum deed_state    how = own_begin(d, form, &row);
	bool               taken = false;

	if (how != DEED_OPEN)
		return how;
	if (!session_find(d->a, d->s, token, d->now, &found))
		return deed_stop(d, DEED_FAILED);
	if (found.account != row.id || found.secret.len == 0)
		return deed_stop(d, DEED_STALE);
	if (!take_factor(d, d->who, found.secret, form, &taken))
		return deed_stop(d, DEED_FAILED);
	if (!taken)
		return deed_stop(d, DEED_FAULTY);
	if (!session_offer(d->s, token, STR("")))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, d->location);
}

enum deed_state
login_lang(struct deed *d, const struct posted *form, const struct str *codes, size_t len)
{
	struct str      lang = posted_raw(form, STR("lang"));
	bool            known = lang.len == 0;
	enum deed_state how = deed_begin(d);

	if (how != DEED_OPEN)
		return how;
	for (size_t i = 0; i < len; i++)
		known |= str_eq(codes[i], lang);
	if (!known)
		fault_add(&d->faults, STR("lang"), N_("Choose one of the languages."), STR_NONE);
	if (!known)
		return deed_stop(d, DEED_FAULTY);
	if (!store_run(d->s, STMT_ACCOUNT_LANG, (struct param[]){
	    P_TEXT(lang.len > 0 ? lang : STR("")), P_INT(d->who->account) }, 2) ||
	    !note(d, d->who, ACT_ACCOUNT_LANG))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, d->location);
}

enum deed_state
login_out_everywhere(struct deed *d)
{
	enum deed_state how = deed_begin(d);

	if (how != DEED_OPEN)
		return how;
	if (!session_close_all(d->s, d->who->account) || !note(d, d->who, ACT_LOG_OUT_ALL))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, d->location);
}
