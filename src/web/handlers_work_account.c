/* One's own account. */
#include "app/account_row.h"
#include "app/login.h"
#include "view/pages/accounts.h"
#include "web/handlers.h"
#include "web/staff.h"

static struct str
own_address(struct request *rq, const char *behind)
{
	return arena_printf(rq->arena, "/" STR_FMT "/%s", STR_ARG(rq->lang.code), behind);
}

static int
show(struct request *rq, const struct faults *faults)
{
	struct page        p = request_page(rq);
	struct work        w = request_work(rq, WORK_ACCOUNT, faults);
	struct account_row row;

	if (!account_row_id(rq->arena, rq->store, rq->actor->account, &row))
		return 500;
	own_account_page(&p, &w, row.secret.len > 0);
	return faults != NULL ? 422 : 200;
}

static int
handle_account(struct request *rq)
{
	return show(rq, NULL);
}

static int
handle_language(struct request *rq)
{
	struct deed     d = staff_deed(rq);
	struct str      code[LANGS_MAX];
	enum deed_state how;

	for (size_t i = 0; i < lang_count(); i++)
		code[i] = lang_at(i).code;
	d.location = own_address(rq, "work/account");
	how = login_lang(&d, &rq->form, code, lang_count());
	return how == DEED_FAULTY ? show(rq, &d.faults) : staff_ended(rq, &d, how);
}

static int
handle_password(struct request *rq)
{
	struct deed     d = staff_deed(rq);
	struct str      token = STR_NONE;
	enum deed_state how;

	d.location = own_address(rq, "work/account");
	how = login_password(&d, &rq->form, &token);
	if (how == DEED_FAULTY)
		return show(rq, &d.faults);
	if (how == DEED_DONE && token.len > 0)
		staff_cookie(rq, token);
	return staff_ended(rq, &d, how);
}

static int
show_factor(struct request *rq, const struct faults *faults)
{
	struct factor_view m = { .side = 0 };
	int                status = request_factor(rq, false, &m);
	struct page        p;
	struct work        w;

	if (status == 303)
		rq->location = own_address(rq, "work/account");
	if (status != 0)
		return status;
	p = request_page(rq);
	w = request_work(rq, WORK_ACCOUNT, faults);
	own_factor_page(&p, &w, &m);
	return faults != NULL ? 422 : 200;
}

static int
handle_factor(struct request *rq)
{
	return show_factor(rq, NULL);
}

static int
handle_take_factor(struct request *rq)
{
	struct deed     d = staff_deed(rq);
	enum deed_state how;

	d.location = own_address(rq, "work/account");
	how = login_new_factor(&d, rq->session, &rq->form);
	return how == DEED_FAULTY ? show_factor(rq, &d.faults) : staff_ended(rq, &d, how);
}

static int
handle_log_out(struct request *rq)
{
	struct deed     d = staff_deed(rq);
	enum deed_state how;

	d.location = own_address(rq, "login");
	how = login_out_everywhere(&d);
	if (how == DEED_DONE)
		staff_cookie(rq, STR_NONE);
	return staff_ended(rq, &d, how);
}

const struct route routes_account[ROUTES_ACCOUNT] = {
	{ METHOD_GET, STR_INIT("/:lang/work/account"), ACCESS_STAFF, NEEDS_STORE, 0, handle_account,
	  "One's own account", NULL },
	{ METHOD_POST, STR_INIT("/:lang/work/account"), ACCESS_STAFF, NEEDS_STORE, 0, handle_language,
	  "Chooses the language", NULL },
	{ METHOD_POST, STR_INIT("/:lang/work/account/password"), ACCESS_STAFF, NEEDS_STORE, 0,
	  handle_password, "Changes the password", NULL },
	{ METHOD_GET, STR_INIT("/:lang/work/account/factor"), ACCESS_STAFF, NEEDS_STORE, 0,
	  handle_factor, "Another second factor is offered", NULL },
	{ METHOD_POST, STR_INIT("/:lang/work/account/factor"), ACCESS_STAFF, NEEDS_STORE, 0,
	  handle_take_factor, "Takes the second factor", NULL },
	{ METHOD_POST, STR_INIT("/:lang/work/account/log-out"), ACCESS_STAFF, NEEDS_STORE, 0,
	  handle_log_out, "Ends every session of this person", NULL },
};
