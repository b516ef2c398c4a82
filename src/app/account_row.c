#include "app/account_row.h"
#include "app/account.h"
#include "app/login.h"
#include "base/utf8.h"
#include "port/secret.h"

struct account_row
account_row_now(struct arena *a, struct store *s, enum stmt q)
{
	return (struct account_row){
		.id = store_int(s, q, 0), .name = str_dup(a, store_text(s, q, 1)),
		.title = str_dup(a, store_text(s, q, 2)), .mail = str_dup(a, store_text(s, q, 3)),
		.lang = str_dup(a, store_text(s, q, 4)), .password = str_dup(a, store_text(s, q, 5)),
		.secret = str_dup(a, store_text(s, q, 6)), .secret_step = store_int(s, q, 7),
		.disabled = store_int(s, q, 8), .failures = store_int(s, q, 9),
		.waits_until = store_int(s, q, 10), .demo = store_int(s, q, 12),
		.version = store_int(s, q, 13), .subject = str_dup(a, store_text(s, q, 14)),
	};
}

static bool
find(struct arena *a, struct store *s, enum stmt q, struct param by, struct account_row *ret)
{
	*ret = (struct account_row){ .id = 0 };
	if (!store_query(s, q, &by, 1))
		return false;
	if (store_next(s, q))
		*ret = account_row_now(a, s, q);
	store_reset(s, q);
	return !store_failed(s);
}

bool
account_row_id(struct arena *a, struct store *s, int64_t id, struct account_row *ret)
{
	return find(a, s, STMT_ACCOUNT_BY_ID, P_INT(id), ret);
}

bool
account_row_name(struct arena *a, struct store *s, struct str name, struct account_row *ret)
{
	return find(a, s, STMT_ACCOUNT_BY_NAME, P_TEXT(name), ret);
}

bool
account_row_subject(struct arena *a, struct store *s, struct str subject, struct account_row *ret)
{
	return find(a, s, STMT_ACCOUNT_BY_SUBJECT, P_TEXT(subject), ret);
}

bool
account_link_new(struct arena *a, struct store *s, int64_t account, int64_t now, struct str *token)
{
	struct str   fresh = secret_new(a);
	struct param old[] = { P_INT(account), P_INT(now) };
	struct param p[] = { P_TEXT(secret_digest(a, LOGIN_LINK, fresh)), P_INT(account),
	                     P_INT(now + ACCOUNT_LINK_SECONDS) };

	if (!store_run(s, STMT_LINK_DROP_OF, old, COUNT_OF(old)) ||
	    !store_run(s, STMT_LINK_ADD, p, COUNT_OF(p)))
		return false;
	*token = fresh;
	return true;
}

/* Words that whoever guesses tries first. */
static bool
is_of_person(struct arena *a, struct str password, const struct account_row *of)
{
	struct str folded = utf8_fold(a, password);

	return str_eq(folded, utf8_fold(a, of->name)) || str_eq(folded, utf8_fold(a, of->title)) ||
	    str_eq(folded, utf8_fold(a, of->mail));
}

/* One letter again and again. */
static bool
is_one_letter(struct str s)
{
	for (size_t i = 1; i < s.len; i++)
		if (s.at[i] != s.at[0])
			return false;
	return true;
}

struct str
account_password_posted(const struct posted *form, struct faults *f, const struct account_row *of)
{
	struct str password = posted_wanted(form, f, STR("password"), ACCOUNT_PASSWORD_MAX, false);
	struct str again = posted_wanted(form, f, STR("again"), ACCOUNT_PASSWORD_MAX, false);

	if (fault_of(f, STR("password")) == NULL && (utf8_length(password) < ACCOUNT_PASSWORD_MIN ||
	    is_one_letter(password) || is_of_person(f->arena, password, of)))
		fault_add(f, STR("password"), N_("Choose at least {1} letters, and not your name. Several "
		    "words in a row are easy to remember and hard to guess."),
		    arena_printf(f->arena, "%d", ACCOUNT_PASSWORD_MIN));
	if (fault_of(f, STR("again")) == NULL && !str_eq(password, again))
		fault_add(f, STR("again"), N_("The two passwords are not the same."), STR_NONE);
	return password;
}

enum deed_state
account_manage(struct deed *d, int64_t account, struct account_row *ret)
{
	struct account_row row;
	enum deed_state    how = deed_begin(d);

	if (how != DEED_OPEN)
		return how;
	if (!access_has(d->who, RIGHT_MANAGE))
		return deed_stop(d, DEED_DENIED);
	if (!account_row_id(d->a, d->s, account, &row))
		return deed_stop(d, DEED_FAILED);
	if (row.id == 0 || row.title.len == 0)
		return deed_stop(d, DEED_MISSING);
	if (row.id == d->who->account) {
		fault_add(&d->faults, STR_NONE, N_("This is your own account. Ask another one who manages "
		    "accounts."), STR_NONE);
		return deed_stop(d, DEED_FAULTY);
	}
	*ret = row;
	return DEED_OPEN;
}

bool
account_has_factor(const struct account_row *row)
{
	return row->secret.len > 0 || row->subject.len > 0 || row->demo != 0;
}
