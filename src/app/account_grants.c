/* What an account may do, and for whom it stands in. */
#include "app/account.h"
#include "app/account_row.h"
#include "app/session.h"
#include "app/judge.h"
#include "core/calendar.h"

#define GRANTS_OWN_MAX 12               /* the rest is for those she stands in for */

/* ---- grants ---- */

/* `key` empty: 0, all of them. */
static bool
find_thing(const struct snapshot *sn, enum noun noun, struct str key, int64_t *ret)
{
	int64_t id = key.len > 0 ? things_find(sn->things, noun, key) : 0;

	if (key.len > 0 && (id == 0 || snapshot_row(sn, id) == NULL))
		return false;
	*ret = id;
	return true;
}

bool
account_grant_posted(const struct posted *form, struct faults *f, const struct snapshot *sn,
                     struct grant *ret)
{
	struct str   role = posted_wanted(form, f, STR("role"), 40, false);
	struct str   unit = posted_text(form, f, STR("unit"), 100, false);
	struct str   policy = posted_text(form, f, STR("policy"), 100, false);
	struct grant g = { .unit = 0 };
	size_t       before = f->len;

	if (role.len == 0)
		return false;
	if (!role_from_code(role, &g.role))
		fault_add(f, STR("role"), N_("Choose one of the roles."), STR_NONE);
	else if (g.role == ROLE_ADMINISTRATOR && unit.len + policy.len > 0)
		fault_add(f, STR("role"), N_("An administrator is one for all units and policies."), STR_NONE);
	if (!find_thing(sn, NOUN_UNIT, unit, &g.unit))
		fault_add(f, STR("unit"), N_("There is no such unit."), STR_NONE);
	if (!find_thing(sn, NOUN_POLICY, policy, &g.policy))
		fault_add(f, STR("policy"), N_("There is no such policy."), STR_NONE);
	if (f->len > before)
		return false;
	*ret = g;
	return true;
}

bool
account_grant_read(const struct snapshot *sn, struct str text, struct grant *ret)
{
	struct str   rest = text, role = str_cut(&rest, ':'), unit = str_cut(&rest, ':');
	struct grant g = { .unit = 0 };

	if (!role_from_code(role, &g.role) || !find_thing(sn, NOUN_UNIT, unit, &g.unit) ||
	    !find_thing(sn, NOUN_POLICY, rest, &g.policy) ||
	    (g.role == ROLE_ADMINISTRATOR && (g.unit != 0 || g.policy != 0)))
		return false;
	*ret = g;
	return true;
}

static struct str
grant_text(struct arena *a, const struct snapshot *sn, const struct grant *g)
{
	struct str unit = g->unit != 0 ? things_key(sn->things, g->unit) : STR("");
	struct str policy = g->policy != 0 ? things_key(sn->things, g->policy) : STR("");

	return arena_printf(a, STR_FMT ":" STR_FMT ":" STR_FMT, STR_ARG(role_code(g->role)),
	    STR_ARG(unit), STR_ARG(policy));
}

bool
account_give(struct deed *d, int64_t account, const struct snapshot *sn,
             const struct grant *grant, size_t grants)
{
	for (size_t i = 0; i < grants; i++) {
		struct param p[] = { P_INT(account), P_TEXT(role_code(grant[i].role)),
		                     P_INT(grant[i].unit), P_INT(grant[i].policy) };

		if (!store_run(d->s, STMT_GRANT_ADD, p, COUNT_OF(p)) ||
		    !deed_trail(d, ACT_ACCOUNT_GRANT, trail_account(d->a, account), STR(""),
		    grant_text(d->a, sn, &grant[i])))
			return false;
	}
	return true;
}

bool
account_take(struct deed *d, int64_t account, const struct snapshot *sn, const struct grant *g)
{
	struct param p[] = { P_INT(account), P_TEXT(role_code(g->role)), P_INT(g->unit), P_INT(g->policy) };

	return store_run(d->s, STMT_GRANT_DROP, p, COUNT_OF(p)) &&
	    deed_trail(d, ACT_ACCOUNT_UNGRANT, trail_account(d->a, account), grant_text(d->a, sn, g),
	    STR(""));
}

/* How many she has of her own. */
static bool
count_grants(struct deed *d, int64_t account, size_t *ret)
{
	struct param p[] = { P_INT(account) };
	size_t       n = 0;

	if (!store_query(d->s, STMT_GRANT_OF, p, COUNT_OF(p)))
		return false;
	while (store_next(d->s, STMT_GRANT_OF))
		n++;
	*ret = n;
	return !store_failed(d->s);
}

/* Who got a role that wants a second factor has to log in with one. */
static bool
must_log_in_again(const struct account_row *row, enum role role)
{
	return role_wants_second_factor(role) && !account_has_factor(row);
}

static enum deed_state
change_grant(struct deed *d, int64_t account, const struct posted *form,
             const struct snapshot *sn, bool give)
{
	struct account_row row;
	struct grant       g;
	size_t             has = 0;
	struct str         text;
	enum deed_state    how = account_manage(d, account, &row);

	if (how != DEED_OPEN)
		return how;
	if (row.subject.len > 0)
		fault_add(&d->faults, STR("role"), N_("The roles of {1} follow from her groups at the "
		    "provider, anew with each login."), row.title);
	if (!account_grant_posted(form, &d->faults, sn, &g) || row.subject.len > 0)
		return deed_stop(d, DEED_FAULTY);
	if (!count_grants(d, account, &has))
		return deed_stop(d, DEED_FAILED);
	if (give && has >= GRANTS_OWN_MAX) {
		fault_add(&d->faults, STR("role"), N_("One account has at most {1} roles."),
		    arena_printf(d->a, "%d", GRANTS_OWN_MAX));
		return deed_stop(d, DEED_FAULTY);
	}
	text = grant_text(d->a, sn, &g);
	if (!store_run(d->s, give ? STMT_GRANT_ADD : STMT_GRANT_DROP, (struct param[]){
	    P_INT(account), P_TEXT(role_code(g.role)), P_INT(g.unit), P_INT(g.policy) }, 4) ||
	    (give && must_log_in_again(&row, g.role) && !session_close_all(d->s, account)) ||
	    !deed_trail(d, give ? ACT_ACCOUNT_GRANT : ACT_ACCOUNT_UNGRANT,
	    trail_account(d->a, account), give ? STR("") : text, give ? text : STR("")))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, d->location);
}

enum deed_state
account_grant(struct deed *d, int64_t account, const struct posted *form,
              const struct snapshot *sn)
{
	return change_grant(d, account, form, sn, true);
}

enum deed_state
account_ungrant(struct deed *d, int64_t account, const struct posted *form,
                const struct snapshot *sn)
{
	return change_grant(d, account, form, sn, false);
}

/* ---- stand-ins ---- */

struct away {
	struct account_row instead;
	int32_t            starts, ends;        /* half open */
};

static void
read_days(struct deed *d, const struct posted *form, struct away *to)
{
	struct faults *f = &d->faults;
	bool           from = posted_day(form, f, STR("starts"), &to->starts);
	bool           till = posted_day(form, f, STR("ends"), &to->ends);

	if (!from && fault_of(f, STR("starts")) == NULL)
		fault_add(f, STR("starts"), N_("This has to be filled in."), STR_NONE);
	if (!till && fault_of(f, STR("ends")) == NULL)
		fault_add(f, STR("ends"), N_("This has to be filled in."), STR_NONE);
	if (!from || !till)
		return;
	if (to->ends < to->starts)
		fault_add(f, STR("ends"), N_("The last day is before the first."), STR_NONE);
	else if (to->ends - to->starts >= ACCOUNT_STAND_IN_DAYS)
		fault_add(f, STR("ends"), N_("That is longer than a year."), STR_NONE);
	to->ends++;
}

/* False: a problem in the store. */
static bool
read_away(struct deed *d, const struct posted *form, const struct account_row *by,
          struct away *to)
{
	struct faults *f = &d->faults;
	struct str     name = posted_wanted(form, f, STR("instead"), ACCOUNT_NAME_MAX, false);

	to->instead.id = 0;
	if (fault_of(f, STR("instead")) == NULL && !account_row_name(d->a, d->s, name, &to->instead))
		return false;
	if (fault_of(f, STR("instead")) == NULL && to->instead.id == 0)
		fault_add(f, STR("instead"), N_("There is no account with this name."), STR_NONE);
	else if (to->instead.id == by->id)
		fault_add(f, STR("instead"), N_("Nobody stands in for herself."), STR_NONE);
	else if (!account_has_factor(by))
		fault_add(f, STR("instead"), N_("{1} has no second factor yet, and approving wants one. "
		    "It is set up on the person's own page."), by->title);
	read_days(d, form, to);
	return true;
}

enum deed_state
account_stand_in(struct deed *d, int64_t account, const struct posted *form)
{
	struct account_row row;
	struct away        away;
	struct str         from, till;
	enum deed_state    how = account_manage(d, account, &row);

	if (how != DEED_OPEN)
		return how;
	if (!read_away(d, form, &row, &away))
		return deed_stop(d, DEED_FAILED);
	if (deed_faults(d) != DEED_OPEN)
		return deed_stop(d, DEED_FAULTY);
	from = day_iso(d->a, away.starts);
	till = day_iso(d->a, away.ends);
	if (!store_run(d->s, STMT_STAND_IN_ADD, (struct param[]){ P_INT(account),
	    P_INT(away.instead.id), P_TEXT(from), P_TEXT(till) }, 4) ||
	    !deed_trail(d, ACT_ACCOUNT_STAND_IN, trail_account(d->a, account), STR(""),
	    arena_printf(d->a, "account:%lld, " STR_FMT " up to " STR_FMT,
	    (long long)away.instead.id, STR_ARG(from), STR_ARG(till))))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, d->location);
}

enum deed_state
account_stand_out(struct deed *d, int64_t account, const struct posted *form)
{
	struct account_row row, instead;
	int32_t            day = 0;
	enum deed_state    how = account_manage(d, account, &row);

	if (how != DEED_OPEN)
		return how;
	if (!account_row_name(d->a, d->s, posted_raw(form, STR("instead")), &instead))
		return deed_stop(d, DEED_FAILED);
	if (instead.id == 0 || !posted_day(form, &d->faults, STR("starts"), &day))
		return deed_stop(d, DEED_MISSING);
	if (!store_run(d->s, STMT_STAND_IN_DROP, (struct param[]){ P_INT(account),
	    P_INT(instead.id), P_TEXT(day_iso(d->a, day)) }, 3) ||
	    !deed_trail(d, ACT_ACCOUNT_STAND_OUT, trail_account(d->a, account),
	    arena_printf(d->a, "account:%lld", (long long)instead.id), STR("")))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, d->location);
}

/* ---- all of them, to look at ---- */

static bool
list_rows(struct arena *a, struct store *s, struct accounts_view *to)
{
	enum stmt q = STMT_ACCOUNT_EVERY;

	if (!store_query(s, q, NULL, 0))
		return false;
	while (store_next(s, q)) {
		struct account_row row = account_row_now(a, s, q);

		if (row.title.len == 0)         /* erased */
			continue;
		ARENA_GROW(a, to->at, to->len, &to->cap);
		to->at[to->len++] = (struct account_view){
			.id = row.id, .version = row.version, .name = row.name, .title = row.title,
			.mail = row.mail, .lang = row.lang, .has_password = row.password.len > 0,
			.has_factor = row.secret.len > 0,
			.vouched = row.subject.len > 0, .disabled = row.disabled != 0,
			.demo = row.demo != 0,
		};
	}
	return !store_failed(s);
}

/* Both lists are by number. */
static struct account_view *
at_account(struct accounts_view *v, int64_t id)
{
	for (size_t i = 0; i < v->len; i++)
		if (v->at[i].id == id)
			return &v->at[i];
	return NULL;
}

static bool
list_grants(struct store *s, const struct snapshot *sn, struct accounts_view *to)
{
	enum stmt q = STMT_GRANT_EVERY;

	if (!store_query(s, q, NULL, 0))
		return false;
	while (store_next(s, q)) {
		struct account_view *of = at_account(to, store_int(s, q, 0));
		struct grant_view    g = { .unit = judge_named(sn, store_int(s, q, 2)),
		                           .policy = judge_named(sn, store_int(s, q, 3)) };

		if (of != NULL && of->grants < GRANTS_MAX &&
		    role_from_code(store_text(s, q, 1), &g.role))
			of->grant[of->grants++] = g;
	}
	return !store_failed(s);
}

static bool
list_stand_ins(struct store *s, struct accounts_view *to)
{
	enum stmt q = STMT_STAND_IN_EVERY;

	if (!store_query(s, q, NULL, 0))
		return false;
	while (store_next(s, q)) {
		struct account_view       *of = at_account(to, store_int(s, q, 0));
		const struct account_view *away = account_of(to, store_int(s, q, 1));
		struct stand_in_view       in = { .account = store_int(s, q, 1) };

		if (of == NULL || away == NULL || of->stand_ins == GRANTS_MAX ||
		    !day_from_iso(store_text(s, q, 2), &in.starts) ||
		    !day_from_iso(store_text(s, q, 3), &in.ends))
			continue;
		in.name = away->name;
		in.title = away->title;
		of->stand_in[of->stand_ins++] = in;
	}
	return !store_failed(s);
}

bool
account_list(struct arena *a, struct store *s, const struct snapshot *sn,
             struct accounts_view *ret)
{
	struct accounts_view v = { .len = 0 };

	if (!list_rows(a, s, &v) || !list_grants(s, sn, &v) || !list_stand_ins(s, &v))
		return false;
	*ret = v;
	return true;
}
