/* Answers to what the audit found. */
#include "app/answering.h"
#include "view/pages/answering.h"
#include "web/handlers.h"
#include "web/staff.h"

static int
handle_list(struct request *rq)
{
	struct work           w = request_work(rq, WORK_FINDINGS, NULL);
	struct page           p = request_page(rq);
	struct answering_list m;

	if (!answering_list(rq->arena, rq->edition, rq->actor, &m))
		return 500;
	answering_list_page(&p, &w, &m);
	return 200;
}

/* Before anything is said about it. */
static int
load(struct request *rq, struct answering_view *ret)
{
	const struct snapshot *sn = &rq->edition->sn;
	int64_t                about = answers_about(sn, rq->id);

	if (about == 0)
		return 404;
	if (!answers_allowed(sn, rq->actor, about)) {
		struct deed d = staff_deed(rq);

		return staff_ended(rq, &d, deed_stop(&d, DEED_DENIED));
	}
	return answering_view(rq->arena, rq->edition, rq->id, ret) ? 200 : 500;
}

static void
show(struct request *rq, const struct answering_view *m, const struct faults *faults)
{
	struct work w = request_work(rq, WORK_FINDINGS, faults);
	struct page p = request_page(rq);

	answering_page(&p, &w, m);
}

static int
handle_view(struct request *rq)
{
	struct answering_view m;
	int                   status = load(rq, &m);

	if (status == 200)
		show(rq, &m, NULL);
	return status;
}

static int
handle_answer(struct request *rq)
{
	struct deed                     d = staff_deed(rq);
	struct answering_view           m;
	const struct answering_finding *f;
	enum deed_state                 how = DEED_STALE;
	int                             status = load(rq, &m);

	if (status != 200)
		return status;
	f = answering_find(&m, &rq->form);
	if (f != NULL)
		how = answer_finding(&d, rq->id, f, &rq->form);
	if (how == DEED_STALE)
		(void)fault_add(&d.faults, STR_NONE, f == NULL
		    ? N_("The audit no longer finds this. Nothing was changed.")
		    : N_("Somebody else answered this meanwhile. Nothing was overwritten."), STR_NONE);
	if (how == DEED_FAULTY || how == DEED_STALE)
		show(rq, &m, &d.faults);
	return staff_ended(rq, &d, how);
}

const struct route routes_work_findings[ROUTES_WORK_FINDINGS] = {
	{ METHOD_GET, STR_INIT("/:lang/work/findings"), ACCESS_FILL, NEEDS_STORE, 0, handle_list,
	  "Findings that may be answered", NULL },
	{ METHOD_GET, STR_INIT("/:lang/work/findings/:id"), ACCESS_FILL, NEEDS_STORE, 0, handle_view,
	  "The findings at one document or thing", NULL },
	{ METHOD_POST, STR_INIT("/:lang/work/findings/:id"), ACCESS_FILL, NEEDS_STORE, 0, handle_answer,
	  "Answers one, or takes the answer back", NULL },
};
