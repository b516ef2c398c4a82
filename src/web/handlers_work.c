#include "app/account.h"
#include "app/session.h"
#include "app/tasks.h"
#include "port/secret.h"
#include "view/pages/tasks.h"
#include "web/handlers.h"
#include "web/staff.h"

struct work
request_work(struct request *rq, enum work_section section, const struct faults *faults)
{
	struct work w = { .who = rq->actor, .section = section };
	int64_t     demos = 0;

	/* A problem of the store is told when the request leaves. */
	w.demo = account_demos(rq->store, &demos) && demos > 0;
	w.form.token = session_form_token(rq->arena, rq->session);
	w.form.nonce = secret_new(rq->arena);
	w.form.faults = faults;
	w.form.posted = faults != NULL ? &rq->form : NULL;
	rq->own_page = faults != NULL;
	return w;
}

static int
handle_tasks(struct request *rq)
{
	struct actor     reader = *rq->actor;   /* in the page's language, whatever her own is */
	struct tasks_ask ask = {
		.a = rq->arena, .s = rq->store, .ed = rq->edition, .who = &reader,
		.today = rq->edition->when.today,
	};
	struct page      p = request_page(rq);
	struct work      w = request_work(rq, WORK_TASKS, NULL);
	struct tasks     m;

	reader.lang = rq->lang.code;
	if (!tasks_of(&ask, &m))
		return 500;
	tasks_page(&p, &w, &m, ask.today);
	return 200;
}

static int
handle_log_out(struct request *rq)
{
	struct deed     d = staff_deed(rq);
	enum deed_state how = deed_begin(&d);

	if (how == DEED_OPEN)
		how = session_close(d.s, rq->session) &&
		    deed_trail(&d, ACT_LOG_OUT, STR(""), STR(""), STR(""))
		    ? deed_commit(&d, arena_printf(rq->arena, "/" STR_FMT "/", STR_ARG(rq->lang.code)))
		    : deed_stop(&d, DEED_FAILED);
	if (how == DEED_DONE)
		staff_cookie(rq, STR_NONE);
	return staff_ended(rq, &d, how);
}

const struct route routes_work[ROUTES_WORK] = {
	{ METHOD_GET, STR_INIT("/:lang/work"), ACCESS_STAFF, NEEDS_STORE, 0, handle_tasks,
	  "What I owe, by deadline", NULL },
	{ METHOD_POST, STR_INIT("/:lang/work/log-out"), ACCESS_STAFF, NEEDS_STORE, 0, handle_log_out,
	  "Ends the session", NULL },
};
