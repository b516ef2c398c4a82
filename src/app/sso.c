#include "app/sso.h"
#include "app/account.h"
#include "app/account_row.h"
#include "app/session.h"

#define DAY_SECONDS  86400
#define GRANTS_GIVEN 12                 /* the rest is for those she stands in for */
#define NAME_BYTES   50
#define NAMES_TRIED  1000

/* ---- what groups give ---- */

static bool
is_in(const struct oidc_person *who, struct str group)
{
	for (size_t i = 0; i < who->groups; i++)
		if (str_eq(who->group[i], group))
			return true;
	return false;
}

static bool
is_given(const struct grant *g, const struct grant *at, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (at[i].role == g->role && at[i].unit == g->unit && at[i].policy == g->policy &&
		    at[i].instead_of == 0)
			return true;
	return false;
}

size_t
sso_grants(const struct sso_settings *m, const struct snapshot *sn,
           const struct oidc_person *who, struct grant *to, size_t most)
{
	struct grant g;
	size_t       n = 0;

	for (size_t i = 0; i < m->roles && n < most; i++)
		if (is_in(who, m->role[i].group) && account_grant_read(sn, m->role[i].role, &g) &&
		    !is_given(&g, to, n))
			to[n++] = g;
	return n;
}

const struct sso_role *
sso_unknown(const struct sso_settings *m, const struct snapshot *sn)
{
	struct grant g;

	for (size_t i = 0; i < m->roles; i++)
		if (!account_grant_read(sn, m->role[i].role, &g))
			return &m->role[i];
	return NULL;
}

/* ---- the account ---- */

static struct str
subject_of(struct deed *d, const struct oidc_person *who)
{
	return arena_printf(d->a, STR_FMT " " STR_FMT, STR_ARG(who->issuer), STR_ARG(who->subject));
}

static bool
find_account(struct deed *d, const struct oidc_person *who, struct account_row *ret)
{
	return account_row_subject(d->a, d->s, subject_of(d, who), ret);
}

/* What people read, where it is text that may stand in a form; else `instead`. */
static struct str
usable(struct deed *d, struct str s, size_t most, struct str instead)
{
	struct posted_field field = { .name = STR("text"), .value = s };
	const struct posted form = { .at = &field, .len = 1 };
	struct faults       f = { .arena = d->a };
	struct str          text = posted_text(&form, &f, STR("text"), most, false);

	return f.len == 0 && text.len > 0 ? text : instead;
}

/* Small letters of what the provider calls her, for lists: she never types it here. */
static struct str
name_of(struct deed *d, struct str said)
{
	char      *to = ARENA_ARRAY(d->a, char, NAME_BYTES + 4);
	size_t     n = 0;
	struct str s = usable(d, said, ACCOUNT_MAIL_MAX, STR("person"));

	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.at[i];
		bool          capital = (c >= 'A' && c <= 'Z') ||
		    (i > 0 && s.at[i - 1] == '\xc3' && c < 0x9f && c != 0x97);

		if (n >= NAME_BYTES && (c & 0xc0) != 0x80)
			break;
		if (c >= 0x80 || capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
		    c == '.' || c == '-' || c == '_' || c == '@')
			to[n++] = (char)(capital ? c + 32 : c);
	}
	return n >= 2 ? (struct str){ to, n } : STR("person");
}

static bool
free_name(struct deed *d, struct str wanted, struct str *ret)
{
	int64_t other = 0;

	*ret = wanted;
	for (int i = 2; i < NAMES_TRIED; i++) {
		if (!account_find(d->s, *ret, &other))
			return false;
		if (other == 0)
			return true;
		*ret = arena_printf(d->a, STR_FMT "-%d", STR_ARG(wanted), i);
	}
	return true;            /* account_make() finds the fault */
}

static bool
make_account(struct deed *d, const struct oidc_person *who, struct account_row *ret)
{
	struct str name, mail = usable(d, who->mail, ACCOUNT_MAIL_MAX, STR(""));
	struct posted_field fields[] = {
		{ .name = STR("name") }, { .name = STR("title") }, { .name = STR("mail") },
	};
	const struct posted form = { .at = fields, .len = COUNT_OF(fields) };
	struct param        p[2];
	int64_t             id = 0;

	if (!free_name(d, name_of(d, who->name), &name))
		return false;
	fields[0].value = name;
	fields[1].value = usable(d, who->title, ACCOUNT_TITLE_MAX, name);
	fields[2].value = account_mail_fits(mail) ? mail : STR("");
	if (!account_make(d, &form, &id) || id == 0)
		return false;
	p[0] = P_TEXT(subject_of(d, who));
	p[1] = P_INT(id);
	return store_run(d->s, STMT_ACCOUNT_SUBJECT, p, COUNT_OF(p)) &&
	    account_row_id(d->a, d->s, id, ret);
}

/* What she is called and where she is written to is the provider's to say. */
static bool
follow_details(struct deed *d, const struct oidc_person *who, struct account_row *row)
{
	struct str mail = usable(d, who->mail, ACCOUNT_MAIL_MAX, row->mail);
	struct str title = usable(d, who->title, ACCOUNT_TITLE_MAX, row->title);
	struct param p[] = { P_TEXT(title), P_TEXT(mail), P_INT(row->id), P_INT(row->version) };

	if (!account_mail_fits(mail))
		p[1] = P_TEXT(row->mail);
	if (str_eq(p[0].s, row->title) && str_eq(p[1].s, row->mail))
		return true;
	row->title = title;
	return store_run(d->s, STMT_ACCOUNT_TELL, p, COUNT_OF(p)) &&
	    deed_trail(d, ACT_ACCOUNT_TELL, trail_account(d->a, row->id), STR(""),
	    arena_printf(d->a, STR_FMT "; " STR_FMT, STR_ARG(title), STR_ARG(p[1].s)));
}

/* ---- roles ---- */

/* Takes what she has and is not among `grant`, and gives the rest. */
static bool
follow_groups(struct deed *d, const struct snapshot *sn, int64_t account,
              const struct grant *grant, size_t grants)
{
	const struct actor *had;

	if (!session_account(d->a, d->s, account, (int32_t)(d->now / DAY_SECONDS), &had) || had == NULL)
		return false;
	for (size_t i = 0; i < had->grants; i++)
		if (had->grant[i].instead_of == 0 && !is_given(&had->grant[i], grant, grants) &&
		    !account_take(d, account, sn, &had->grant[i]))
			return false;
	for (size_t i = 0; i < grants; i++)
		if (!is_given(&grant[i], had->grant, had->grants) &&
		    !account_give(d, account, sn, &grant[i], 1))
			return false;
	return true;
}

/* ---- coming in ---- */

static bool
note(struct deed *d, const struct account_row *row, enum act_id act, struct str why)
{
	const struct actor       who = { .account = row->id, .title = row->title };
	const struct trail_entry e = {
		.act = act, .why = why,
		.thing = row->id != 0 ? trail_account(d->a, row->id) : STR("account:-"),
	};

	return trail_add(d->s, row->id != 0 ? &who : NULL, d->at, &e);
}

/* Of whom nothing was kept before, nothing is now. */
static enum sso_state
refuse(struct deed *d, const struct account_row *row, const struct snapshot *sn, enum sso_state how)
{
	struct str why = how == SSO_CLOSED ? STR("the account is closed here")
	                                   : STR("none of the groups has a role here");

	if (row->id != 0 && how == SSO_NO_ROLE && (!follow_groups(d, sn, row->id, NULL, 0) ||
	    !session_close_all(d->s, row->id)))
		return SSO_FAILED;
	return note(d, row, ACT_LOG_IN_REFUSED, why) && store_commit(d->s) ? how : SSO_FAILED;
}

static enum sso_state
open_session(struct deed *d, const struct account_row *row, struct sso_entry *e)
{
	if ((e->before.len > 0 && !session_close(d->s, e->before)) ||
	    !session_open(d->a, d->s, row->id, d->now, &e->token) ||
	    !note(d, row, ACT_LOG_IN, arena_printf(d->a, "vouched for by " STR_FMT,
	    STR_ARG(e->who.issuer))) || deed_commit(d, d->location) != DEED_DONE)
		return SSO_FAILED;
	e->lang = row->lang;
	return SSO_IN;
}

static enum sso_state
enter(struct deed *d, const struct sso_settings *m, const struct snapshot *sn,
      struct sso_entry *e)
{
	struct account_row row;
	struct grant       grant[GRANTS_GIVEN];
	size_t             n = sso_grants(m, sn, &e->who, grant, COUNT_OF(grant));

	if (!find_account(d, &e->who, &row))
		return SSO_FAILED;
	if (row.id != 0 && row.disabled != 0)
		return refuse(d, &row, sn, SSO_CLOSED);
	if (n == 0)
		return refuse(d, &row, sn, SSO_NO_ROLE);
	if (row.id == 0 ? !make_account(d, &e->who, &row) : !follow_details(d, &e->who, &row))
		return SSO_FAILED;
	return follow_groups(d, sn, row.id, grant, n) ? open_session(d, &row, e) : SSO_FAILED;
}

enum sso_state
sso_enter(struct deed *d, const struct sso_settings *m, const struct snapshot *sn,
          struct sso_entry *e)
{
	enum deed_state began = deed_begin(d);
	enum sso_state  how;

	if (began != DEED_OPEN)
		return began == DEED_DONE ? SSO_USED : SSO_FAILED;
	how = enter(d, m, sn, e);
	store_rollback(d->s);
	return how;
}

bool
sso_used(struct deed *d, bool *ret)
{
	enum deed_state how = deed_begin(d);

	store_rollback(d->s);
	*ret = how == DEED_DONE;
	return how != DEED_FAILED;
}

bool
sso_refused(struct deed *d, struct str why)
{
	const struct account_row nobody = { .id = 0 };
	bool                     ok = store_begin(d->s) && note(d, &nobody, ACT_LOG_IN_REFUSED, why) &&
	    store_commit(d->s);

	store_rollback(d->s);
	return ok;
}
