/* Accounts, to who manages them. */
#include "app/account.h"
#include "app/choices.h"
#include "app/judge.h"
#include "view/pages/accounts.h"
#include "web/handlers.h"
#include "web/staff.h"

static const struct named *
all_of(struct request *rq, enum noun noun, size_t *len)
{
	const struct snapshot *sn = &rq->edition->sn;
	struct choices         c = { .len = 0 };

	for (size_t i = 0; i < sn->len[noun]; i++)
		choices_add(rq->arena, &c, judge_named(sn, sn->row[noun][i].id));
	choices_sort(&c);
	*len = c.len;
	return c.at;
}

/* Of `account`, or (0) the list. */
static int
show(struct request *rq, int64_t account, const struct faults *faults, struct str link)
{
	struct accounts_shown m = { .link = link };
	struct page           p;
	struct work           w;

	rq->own_page = false;
	if (!account_list(rq->arena, rq->store, &rq->edition->sn, &m.all))
		return 500;
	m.of = account_of(&m.all, account);
	if (account != 0 && m.of == NULL)
		return 404;
	m.unit = all_of(rq, NOUN_UNIT, &m.units);
	m.policy = all_of(rq, NOUN_POLICY, &m.policies);
	p = request_page(rq);
	w = request_work(rq, WORK_ACCOUNTS, faults);
	if (account != 0)
		account_page(&p, &w, &m);
	else
		accounts_page(&p, &w, &m);
	return faults != NULL ? 422 : 200;
}

static int64_t
account_asked(const struct request *rq)
{
	int64_t id;

	return str_int(rq->id, &id) && id > 0 ? id : -1;
}

static struct str
address_of(struct request *rq, int64_t account)
{
	struct str list = arena_printf(rq->arena, "/" STR_FMT "/%s", STR_ARG(rq->lang.code),
	    "work/accounts");

	return account == 0 ? list
	    : arena_printf(rq->arena, STR_FMT "/%lld", STR_ARG(list), (long long)account);
}

/* Who was told what the newest version is may write over it. */
static void
forget_version(struct posted *form)
{
	for (size_t i = 0; i < form->len; i++)
		if (str_eq(form->at[i].name, STR("version")))
			form->at[i].name = STR("");
}

/* What was sent comes back with its faults; what is stale with how it stands now. */
static int
ended(struct request *rq, struct deed *d, enum deed_state how, int64_t account)
{
	int status;

	switch (how) {
	case DEED_FAULTY:
		return show(rq, account, &d->faults, STR_NONE);
	case DEED_STALE:
		fault_add(&d->faults, STR_NONE, N_("Somebody else changed this account meanwhile. What you "
		    "wrote still stands below; nothing was saved."), STR_NONE);
		forget_version(&rq->form);
		status = show(rq, account, &d->faults, STR_NONE);
		return status == 422 ? 409 : status;
	case DEED_OPEN:
	case DEED_DONE:
	case DEED_DENIED:
	case DEED_MISSING:
	case DEED_LOCKED:
	case DEED_FAILED:
		break;
	}
	return staff_ended(rq, d, how);
}

/* A link is in this answer and nowhere else. */
static int
with_link(struct request *rq, struct deed *d, enum deed_state how, int64_t account,
          struct str token)
{
	struct str rest = d->location, last = STR_NONE;

	if (how != DEED_DONE || token.len == 0)
		return ended(rq, d, how, account);
	while (rest.len > 0)
		last = str_cut(&rest, '/');
	if (account == 0 && !str_int(last, &account))
		return 500;
	rq->form = (struct posted){ .len = 0 };
	return show(rq, account, NULL, arena_printf(rq->arena, STR_FMT "/" STR_FMT "/password/" STR_FMT,
	    STR_ARG(staff_site(rq)), STR_ARG(rq->lang.code), STR_ARG(token)));
}

/* ---- handlers ---- */

static int
handle_accounts(struct request *rq)
{
	return show(rq, 0, NULL, STR_NONE);
}

static int
handle_account(struct request *rq)
{
	return show(rq, account_asked(rq), NULL, STR_NONE);
}

static int
handle_add(struct request *rq)
{
	struct deed     d = staff_deed(rq);
	struct str      link = STR_NONE;
	enum deed_state how;

	d.location = address_of(rq, 0);
	how = account_add(&d, &rq->form, &rq->edition->sn, NULL, 0, &link);
	return with_link(rq, &d, how, 0, link);
}

static int
handle_link(struct request *rq)
{
	struct deed     d = staff_deed(rq);
	int64_t         account = account_asked(rq);
	struct str      link = STR_NONE;
	enum deed_state how;

	d.location = address_of(rq, account);
	how = account_link(&d, account, posted_raw(&rq->form, STR("forget")).len > 0, &link);
	return with_link(rq, &d, how, account, link);
}

typedef enum deed_state account_act(struct deed *d, int64_t account, struct request *rq);

static int
act(struct request *rq, account_act *what)
{
	struct deed d = staff_deed(rq);
	int64_t     account = account_asked(rq);

	d.location = address_of(rq, account);
	return ended(rq, &d, what(&d, account, rq), account);
}

static enum deed_state
tell(struct deed *d, int64_t account, struct request *rq)
{
	return account_tell(d, account, &rq->form);
}

static enum deed_state
grant(struct deed *d, int64_t account, struct request *rq)
{
	return account_grant(d, account, &rq->form, &rq->edition->sn);
}

static enum deed_state
ungrant(struct deed *d, int64_t account, struct request *rq)
{
	return account_ungrant(d, account, &rq->form, &rq->edition->sn);
}

static enum deed_state
stand_in(struct deed *d, int64_t account, struct request *rq)
{
	return account_stand_in(d, account, &rq->form);
}

static enum deed_state
stand_out(struct deed *d, int64_t account, struct request *rq)
{
	return account_stand_out(d, account, &rq->form);
}

static enum deed_state
close_it(struct deed *d, int64_t account, struct request *rq)
{
	(void)rq;
	return account_disable(d, account, true);
}

static enum deed_state
open_it(struct deed *d, int64_t account, struct request *rq)
{
	(void)rq;
	return account_disable(d, account, false);
}

#define HANDLER(name) static int handle_##name(struct request *rq) { return act(rq, name); }
HANDLER(tell)
HANDLER(grant)
HANDLER(ungrant)
HANDLER(stand_in)
HANDLER(stand_out)
HANDLER(close_it)
HANDLER(open_it)

#define ROW(method, behind, handle, summary) \
	{ METHOD_##method, STR_INIT("/:lang/work/accounts" behind), ACCESS_MANAGE, NEEDS_STORE, 0, \
	  handle, summary, NULL }

const struct route routes_accounts[ROUTES_ACCOUNTS] = {
	ROW(GET, "", handle_accounts, "Who works here, and what each may do"),
	ROW(POST, "", handle_add, "Makes an account"),
	ROW(GET, "/:id", handle_account, "One account"),
	ROW(POST, "/:id", handle_tell, "Changes name and mail of a person"),
	ROW(POST, "/:id/grant", handle_grant, "Gives a role"),
	ROW(POST, "/:id/ungrant", handle_ungrant, "Takes a role away"),
	ROW(POST, "/:id/stand-in", handle_stand_in, "Names a stand-in"),
	ROW(POST, "/:id/stand-out", handle_stand_out, "Ends a stand-in"),
	ROW(POST, "/:id/close", handle_close_it, "Closes an account"),
	ROW(POST, "/:id/open", handle_open_it, "Opens an account again"),
	ROW(POST, "/:id/link", handle_link, "Makes a link to choose a password"),
};
