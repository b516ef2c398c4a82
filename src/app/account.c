#include "app/account.h"
#include "app/account_row.h"
#include "app/notices.h"
#include "app/session.h"
#include "port/secret.h"

struct details {                        /* of a form */
	struct str name, title, mail, lang;
};

bool
account_find(struct store *s, struct str name, int64_t *ret)
{
	struct arena       a = { 0 };
	struct account_row row;
	bool               ok = account_row_name(&a, s, name, &row);

	if (ok)
		*ret = row.id;
	arena_free(&a);
	return ok;
}

bool
account_count(struct store *s, int64_t *ret)
{
	return store_get_int(s, STMT_ACCOUNT_COUNT, NULL, 0, ret);
}

bool
account_demos(struct store *s, int64_t *ret)
{
	return store_get_int(s, STMT_ACCOUNT_DEMOS, NULL, 0, ret);
}

/* ---- what is written about a person ---- */

/* Small letters, digits, and what stands in addresses of mail; other alphabets count as
 * letters. */
static bool
is_name(struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		char c = s.at[i];

		if (i > 0 && s.at[i - 1] == '\xc3' && (unsigned char)c < 0x9f)
			return false;           /* a capital letter: U+00C0 to U+00DE */
		if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && (unsigned char)c < 0x80 &&
		    c != '.' && c != '-' && c != '_' && c != '@')
			return false;
	}
	return s.len >= 2;
}

bool
account_mail_fits(struct str s)
{
	size_t at = str_find(s, STR("@"), 0);

	return at != SIZE_MAX && at > 0 && at + 1 < s.len &&
	    str_find(s, STR("@"), at + 1) == SIZE_MAX && str_find(s, STR(" "), 0) == SIZE_MAX;
}

static void
read_person(struct deed *d, const struct posted *form, struct details *to)
{
	struct faults *f = &d->faults;

	to->title = posted_wanted(form, f, STR("title"), ACCOUNT_TITLE_MAX, false);
	to->mail = posted_text(form, f, STR("mail"), ACCOUNT_MAIL_MAX, false);
	if (to->mail.len > 0 && fault_of(f, STR("mail")) == NULL && !account_mail_fits(to->mail))
		fault_add(f, STR("mail"), N_("Write an address as {1}."), STR("navn@kommune.dk"));
}

/* False: a problem in the store. */
static bool
read_new(struct deed *d, const struct posted *form, struct details *to)
{
	struct faults *f = &d->faults;
	int64_t        other = 0;

	to->name = posted_wanted(form, f, STR("name"), ACCOUNT_NAME_MAX, false);
	if (fault_of(f, STR("name")) == NULL && !is_name(to->name))
		fault_add(f, STR("name"), N_("Write at least two small letters or digits, without blanks; "
		    "{1} may stand between them."), STR(". - _ @"));
	read_person(d, form, to);
	to->lang = posted_text(form, f, STR("lang"), 10, false);
	if (fault_of(f, STR("name")) != NULL)
		return true;
	if (!account_find(d->s, to->name, &other))
		return false;
	if (other != 0)
		fault_add(f, STR("name"), N_("There is an account with this name already."), STR_NONE);
	return true;
}

static bool
insert(struct deed *d, const struct details *of, int64_t *ret)
{
	int64_t      last;
	struct param p[] = { P_INT(0), P_TEXT(of->name), P_TEXT(of->title), P_TEXT(of->mail),
	                     P_TEXT(of->lang), P_TEXT(STR("")), P_INT(d->now) };

	/* Parameters of NOT NULL columns: an empty text has its bytes somewhere. */
	for (size_t i = 1; i < 6; i++)
		if (p[i].s.at == NULL)
			p[i].s = STR("");
	if (!store_get_int(d->s, STMT_ACCOUNT_LAST, NULL, 0, &last))
		return false;
	p[0] = P_INT(last + 1);
	if (!store_run(d->s, STMT_ACCOUNT_ADD, p, COUNT_OF(p)))
		return false;
	*ret = last + 1;
	return true;
}

static struct str
person_text(struct deed *d, const struct details *of)
{
	return arena_printf(d->a, STR_FMT "; " STR_FMT "; " STR_FMT, STR_ARG(of->name),
	    STR_ARG(of->title), STR_ARG(of->mail));
}

bool
account_make(struct deed *d, const struct posted *form, int64_t *ret)
{
	struct details of;
	int64_t        id = 0;

	if (!read_new(d, form, &of))
		return false;
	*ret = 0;
	if (deed_faults(d) != DEED_OPEN)
		return true;
	if (!insert(d, &of, &id) || !deed_trail(d, ACT_ACCOUNT_ADD, trail_account(d->a, id),
	    STR(""), person_text(d, &of)))
		return false;
	*ret = id;
	return true;
}

enum deed_state
account_add(struct deed *d, const struct posted *form, const struct snapshot *sn,
            const struct grant *grant, size_t grants, struct str *link)
{
	struct grant    first;
	enum deed_state how = deed_begin(d);
	bool            also = posted_raw(form, STR("role")).len > 0;
	int64_t         id;

	if (how != DEED_OPEN)
		return how;
	if (!access_has(d->who, RIGHT_MANAGE))
		return deed_stop(d, DEED_DENIED);
	also = also && account_grant_posted(form, &d->faults, sn, &first);
	if (!account_make(d, form, &id))
		return deed_stop(d, DEED_FAILED);
	if (id == 0)
		return deed_stop(d, DEED_FAULTY);
	if (!account_give(d, id, sn, grant, grants) || (also && !account_give(d, id, sn, &first, 1)) ||
	    !account_link_new(d->a, d->s, id, d->now, link))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, arena_printf(d->a, STR_FMT "/%lld", STR_ARG(d->location),
	    (long long)id));
}

enum deed_state
account_tell(struct deed *d, int64_t account, const struct posted *form)
{
	struct account_row row;
	struct details     before, after;
	enum deed_state    how = account_manage(d, account, &row);
	int64_t            version = 0;
	struct param       p[4];

	if (how != DEED_OPEN)
		return how;
	before = (struct details){ .name = row.name, .title = row.title, .mail = row.mail };
	after = before;
	read_person(d, form, &after);
	if (deed_faults(d) != DEED_OPEN)
		return deed_stop(d, DEED_FAULTY);
	if (!str_int(posted_raw(form, STR("version")), &version) || version != row.version)
		return deed_stop(d, DEED_STALE);
	p[0] = P_TEXT(after.title);
	p[1] = P_TEXT(after.mail.at != NULL ? after.mail : STR(""));
	p[2] = P_INT(account);
	p[3] = P_INT(version);
	if (!store_run(d->s, STMT_ACCOUNT_TELL, p, COUNT_OF(p)) ||
	    !deed_trail(d, ACT_ACCOUNT_TELL, trail_account(d->a, account),
	    person_text(d, &before), person_text(d, &after)))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, d->location);
}

/* ---- closing, opening, links ---- */

enum deed_state
account_disable(struct deed *d, int64_t account, bool disable)
{
	struct account_row row;
	enum deed_state    how = account_manage(d, account, &row);
	struct param       p[] = { P_INT(disable), P_INT(account) };

	if (how != DEED_OPEN)
		return how;
	if (!store_run(d->s, STMT_ACCOUNT_DISABLED, p, COUNT_OF(p)) ||
	    (disable && !session_close_all(d->s, account)) ||
	    !deed_trail(d, disable ? ACT_ACCOUNT_DISABLE : ACT_ACCOUNT_ENABLE,
	    trail_account(d->a, account), STR(""), STR("")))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, d->location);
}

static bool
forget_secrets(struct deed *d, int64_t account)
{
	struct param password[] = { P_TEXT(STR("")), P_INT(account) };
	struct param secret[] = { P_TEXT(STR("")), P_INT(0), P_INT(account) };

	return store_run(d->s, STMT_ACCOUNT_PASSWORD, password, COUNT_OF(password)) &&
	    store_run(d->s, STMT_ACCOUNT_SECRET, secret, COUNT_OF(secret)) &&
	    session_close_all(d->s, account);
}

enum deed_state
account_link(struct deed *d, int64_t account, bool forget, struct str *link)
{
	struct account_row row;
	enum deed_state    how = account_manage(d, account, &row);

	if (how != DEED_OPEN)
		return how;
	if (row.subject.len > 0) {
		fault_add(&d->faults, STR_NONE, N_("{1} logs in where the provider vouches for her, and has "
		    "no password here."), row.title);
		return deed_stop(d, DEED_FAULTY);
	}
	if ((forget && !forget_secrets(d, account)) ||
	    !account_link_new(d->a, d->s, account, d->now, link) ||
	    !deed_trail(d, ACT_ACCOUNT_RESET, trail_account(d->a, account), STR(""),
	    forget ? STR("password and second factor forgotten") : STR("")))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, d->location);
}

/* ---- erasing ---- */

/* No name that can be chosen has a colon. */
static bool
erase_one(struct deed *d, int64_t account)
{
	struct param id[] = { P_INT(account) };
	struct param links[] = { P_INT(account), P_INT(d->now) };
	struct param p[] = { P_TEXT(arena_printf(d->a, "erased:%lld", (long long)account)),
	                     P_INT(account) };

	return store_run(d->s, STMT_ACCOUNT_ERASE, p, COUNT_OF(p)) &&
	    store_run(d->s, STMT_GRANT_DROP_ALL, id, COUNT_OF(id)) &&
	    store_run(d->s, STMT_STAND_IN_DROP_ALL, id, COUNT_OF(id)) &&
	    store_run(d->s, STMT_LINK_DROP_OF, links, COUNT_OF(links)) &&
	    session_close_all(d->s, account) && trail_erase(d->s, account) &&
	    notices_forget(d->s, account) &&
	    deed_trail(d, ACT_ACCOUNT_ERASE, trail_account(d->a, account), STR(""), STR(""));
}

enum deed_state
account_erase(struct deed *d, int64_t account)
{
	struct account_row row;
	enum deed_state    how = account_manage(d, account, &row);

	if (how != DEED_OPEN)
		return how;
	if (!erase_one(d, account))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, d->location);
}

/* ---- users for a try ---- */

static bool
add_demo(struct deed *d, enum role role, struct str kept)
{
	struct details      of = { .lang = STR("da"), .mail = STR("") };
	const struct grant  grant = { .role = role };
	int64_t             id = 0;

	of.name = arena_printf(d->a, "demo-" STR_FMT, STR_ARG(role_code(role)));
	of.title = arena_printf(d->a, "Demo: " STR_FMT, STR_ARG(role_title(role, true)));
	if (!account_find(d->s, of.name, &id))
		return false;
	if (id == 0 && (!insert(d, &of, &id) || !deed_trail(d, ACT_ACCOUNT_ADD,
	    trail_account(d->a, id), STR(""), person_text(d, &of)) || !account_give(d, id, NULL, &grant, 1)))
		return false;
	return store_run(d->s, STMT_ACCOUNT_DEMO, (struct param[]){ P_INT(id) }, 1) &&
	    store_run(d->s, STMT_ACCOUNT_PASSWORD, (struct param[]){ P_TEXT(kept), P_INT(id) }, 2);
}

enum deed_state
account_demo_add(struct deed *d, struct str password)
{
	struct str      kept = secret_password(d->a, password);
	enum deed_state how = deed_begin(d);

	if (how != DEED_OPEN)
		return how;
	if (!access_has(d->who, RIGHT_MANAGE))
		return deed_stop(d, DEED_DENIED);
	for (size_t i = 0; i < ROLE_COUNT; i++)
		if (!add_demo(d, (enum role)i, kept))
			return deed_stop(d, DEED_FAILED);
	return deed_commit(d, d->location);
}

enum deed_state
account_demo_remove(struct deed *d)
{
	enum deed_state how = deed_begin(d);
	int64_t         id[ROLE_COUNT];
	size_t          n = 0;

	if (how != DEED_OPEN)
		return how;
	if (!access_has(d->who, RIGHT_MANAGE))
		return deed_stop(d, DEED_DENIED);
	if (!store_query(d->s, STMT_ACCOUNT_EVERY, NULL, 0))
		return deed_stop(d, DEED_FAILED);
	while (store_next(d->s, STMT_ACCOUNT_EVERY))
		if (account_row_now(d->a, d->s, STMT_ACCOUNT_EVERY).demo != 0 && n < ROLE_COUNT)
			id[n++] = store_int(d->s, STMT_ACCOUNT_EVERY, 0);
	for (size_t i = 0; i < n; i++)
		if (!erase_one(d, id[i]))
			return deed_stop(d, DEED_FAILED);
	if (store_failed(d->s))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, d->location);
}
