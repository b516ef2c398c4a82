/* Papers that were taken in, and what a person makes of what was read in them. */
#include "app/inbox.h"
#include "app/inbox_view.h"
#include "app/reading.h"
#include "view/pages/inbox.h"
#include "view/pages/reading.h"
#include "web/handlers.h"
#include "web/service.h"
#include "web/staff.h"

/* What a deed refused is shown where it was asked. */
static bool
comes_back(enum deed_state how)
{
	return how == DEED_FAULTY || how == DEED_STALE;
}

/* ---- the list ---- */

static void
show_list(struct request *rq, const struct faults *faults)
{
	struct work       w = request_work(rq, WORK_INBOX, faults);
	struct page       p = request_page(rq);
	struct inbox_list m;

	inbox_list(rq->arena, rq->edition, &m);
	inbox_list_page(&p, &w, &m);
}

static int
handle_list(struct request *rq)
{
	show_list(rq, NULL);
	return 200;
}

static int
handle_take(struct request *rq)
{
	struct deed     d = staff_deed(rq);
	enum deed_state how = inbox_take(&d, &rq->form);

	if (how == DEED_DONE)
		service_ring(rq->service, BELL_PAPERS);
	if (comes_back(how))
		show_list(rq, &d.faults);
	return staff_ended(rq, &d, how);
}

/* ---- one on its way ---- */

#define LOOK_AGAIN_SECONDS 2

static int
handle_reading(struct request *rq)
{
	struct sent_paper m = { .name = STR("") };
	struct work    w;
	struct page    p;
	int64_t        id;
	bool           found = false;

	if (!str_int(rq->id, &id))
		return 404;
	if (!reading_find(rq->arena, rq->store, id, &m, &found))
		return 500;
	if (!found)
		return 404;
	if (m.state == READING_DONE) {
		rq->location = arena_printf(rq->arena, "/" STR_FMT "/%s" STR_FMT,
		    STR_ARG(rq->lang.code), "work/inbox/", STR_ARG(m.key));
		return 303;
	}
	if (m.state == READING_WAITING || m.state == READING_NOW)
		rq->again = LOOK_AGAIN_SECONDS;
	w = request_work(rq, WORK_INBOX, NULL);
	p = request_page(rq);
	reading_page(&p, &w, &m);
	return 200;
}

/* ---- a paper ---- */

static int
show_paper(struct request *rq, const struct noun_row *row, const struct faults *faults)
{
	const struct query *q = &rq->query;
	struct document_ask ask = { 0 };
	struct inbox_paper  m;
	struct work         w;
	struct page         p;

	if (QUERY_HAS(q, PAGE))
		ask.page = (size_t)q->number[QUERY_PAGE];
	if (QUERY_HAS(q, LINE))
		ask.line = (uint32_t)q->number[QUERY_LINE];
	if (!inbox_paper(rq->arena, rq->edition, row, ask, &m))
		return 500;
	if (m.document.page > m.document.pages)
		return 404;
	w = request_work(rq, WORK_INBOX, faults);
	p = request_page(rq);
	inbox_paper_page(&p, &w, &m);
	return 200;
}

static int
handle_paper(struct request *rq)
{
	const struct noun_row *row = edition_thing(rq->edition, NOUN_DOCUMENT, rq->id);

	return row != NULL ? show_paper(rq, row, NULL) : 404;
}

/* Somebody else was faster: said above the page as it is now. */
static void
say_stale(struct deed *d)
{
	(void)fault_add(&d->faults, STR_NONE,
	    N_("Somebody else decided this meanwhile. Nothing was overwritten."), STR_NONE);
}

static int
handle_act(struct request *rq)
{
	struct deed            d = staff_deed(rq);
	enum deed_state        how = inbox_act(&d, rq->id, &rq->form);
	const struct noun_row *row = edition_thing(rq->edition, NOUN_DOCUMENT, rq->id);

	if (how == DEED_STALE)
		say_stale(&d);
	if (comes_back(how) && row != NULL && show_paper(rq, row, &d.faults) == 500)
		return 500;
	return staff_ended(rq, &d, how);
}

/* ---- a proposal ---- */

static int
show_proposal(struct request *rq, const struct noun_row *row, const struct faults *faults)
{
	struct inbox_proposal m;
	struct work           w;
	struct page           p;

	if (!inbox_proposal(rq->arena, rq->edition, rq->store, row, &m))
		return 500;
	w = request_work(rq, WORK_INBOX, faults);
	p = request_page(rq);
	inbox_proposal_page(&p, &w, &m);
	return 200;
}

static int
handle_proposal(struct request *rq)
{
	const struct noun_row *row = edition_thing(rq->edition, NOUN_PROPOSAL, rq->id);

	return row != NULL ? show_proposal(rq, row, NULL) : 404;
}

static int
handle_decide(struct request *rq)
{
	struct deed            d = staff_deed(rq);
	enum deed_state        how = inbox_decide(&d, rq->id, &rq->form);
	const struct noun_row *row = edition_thing(rq->edition, NOUN_PROPOSAL, rq->id);

	if (how == DEED_STALE)
		say_stale(&d);
	if (comes_back(how) && row != NULL && show_proposal(rq, row, &d.faults) == 500)
		return 500;
	return staff_ended(rq, &d, how);
}

const struct route routes_work_inbox[ROUTES_WORK_INBOX] = {
	{ METHOD_GET, STR_INIT("/:lang/work/inbox"), ACCESS_IMPORT, NEEDS_STORE, 0, handle_list,
	  "Papers with what was read in them", NULL },
	{ METHOD_POST, STR_INIT("/:lang/work/inbox"), ACCESS_IMPORT, NEEDS_UPLOAD, 0, handle_take,
	  "Takes a paper in", NULL },
	{ METHOD_GET, STR_INIT("/:lang/work/reading/:id"), ACCESS_IMPORT, NEEDS_STORE, 0, handle_reading,
	  "How far a paper is that was sent", NULL },
	{ METHOD_GET, STR_INIT("/:lang/work/inbox/:id"), ACCESS_IMPORT, NEEDS_STORE,
	  QUERY_BIT(PAGE) | QUERY_BIT(LINE), handle_paper, "A paper and what was read in it", NULL },
	{ METHOD_POST, STR_INIT("/:lang/work/inbox/:id"), ACCESS_IMPORT, NEEDS_STORE, 0, handle_act,
	  "Decides on all of a kind, or takes decisions back", NULL },
	{ METHOD_GET, STR_INIT("/:lang/work/proposal/:id"), ACCESS_IMPORT, NEEDS_STORE, 0,
	  handle_proposal, "What was read in a paper, beside its words", NULL },
	{ METHOD_POST, STR_INIT("/:lang/work/proposal/:id"), ACCESS_IMPORT, NEEDS_STORE, 0,
	  handle_decide, "Accepts, corrects or rejects it", NULL },
};
