/* Errors in figures: a reader reports, the unit answers. */
#include "app/error_reports.h"
#include "port/secret.h"
#include "view/pages/error_report.h"
#include "web/handlers.h"
#include "web/service.h"
#include "web/staff.h"

bool
request_throttled(struct request *rq)
{
	if (rq->service == NULL || rq->service->throttle == NULL ||
	    throttle_take(rq->service->throttle, throttle_sender(rq), rq->unix_now))
		return false;
	rq->detail = say(&rq->lang, "So many forms came from where you are that no more are taken "
	    "within the hour. Try again later.");
	return true;
}

struct form_view
request_public_form(struct request *rq, const struct faults *faults)
{
	rq->own_page = faults != NULL;
	return (struct form_view){
		.nonce = secret_new(rq->arena), .faults = faults,
		.posted = faults != NULL ? &rq->form : NULL,
	};
}

/* ---- a reader ---- */

static int
show_form(struct request *rq, const struct noun_row *about, const char *kind,
          const struct faults *faults)
{
	struct page              p = request_page(rq);
	const struct report_form m = {
		.kind = kind, .about = judge_named(&rq->edition->sn, about->id), .now = rq->unix_now,
		.form = request_public_form(rq, faults),
	};

	error_report_form_page(&p, &m);
	return faults != NULL ? 422 : 200;
}

static int
send_form(struct request *rq, const struct noun_row *about, const char *kind)
{
	struct deed     d = staff_deed(rq);
	enum deed_state how;

	if (request_throttled(rq))
		return 429;
	how = error_report_make(&d, &rq->form, rq->edition, about, rq->lang.code);
	return how == DEED_FAULTY ? show_form(rq, about, kind, &d.faults) : staff_ended(rq, &d, how);
}

static int
handle_report(struct request *rq, enum noun noun, const char *kind)
{
	const struct noun_row *about = edition_thing(rq->edition, noun, rq->id);

	if (about == NULL)
		return 404;
	return rq->route->method == METHOD_POST ? send_form(rq, about, kind)
	                                        : show_form(rq, about, kind, NULL);
}

static int
handle_indicator(struct request *rq)
{
	return handle_report(rq, NOUN_INDICATOR, "indicator");
}

static int
handle_objective(struct request *rq)
{
	return handle_report(rq, NOUN_OBJECTIVE, "objective");
}

static int
handle_seen(struct request *rq)
{
	const struct error_report *r;
	struct page                p;

	if (!error_report_seen(rq->arena, rq->store, rq->edition, rq->id, &r))
		return 500;
	if (r == NULL)
		return 404;
	p = request_page(rq);
	error_report_seen_page(&p, r);
	return 200;
}

/* ---- the unit ---- */

static int
handle_list(struct request *rq)
{
	struct error_reports open, closed;
	struct work          w = request_work(rq, WORK_REPORTS, NULL);
	struct page          p = request_page(rq);

	if (!error_reports_of(rq->arena, rq->store, rq->edition, rq->actor, true, &open) ||
	    !error_reports_of(rq->arena, rq->store, rq->edition, rq->actor, false, &closed))
		return 500;
	error_reports_page(&p, &w, &open, &closed);
	return 200;
}

static int
show_one(struct request *rq, int64_t id, const struct faults *faults)
{
	const struct error_report *r;
	struct deed                d = staff_deed(rq);
	enum deed_state how = error_report_one(rq->arena, rq->store, rq->edition, rq->actor, id, &r);
	struct work                w;
	struct page                p;

	if (how != DEED_OPEN)
		return staff_ended(rq, &d, how);
	w = request_work(rq, WORK_REPORTS, faults);
	p = request_page(rq);
	error_report_page(&p, &w, r);
	return faults != NULL ? 422 : 200;
}

static int
handle_one(struct request *rq)
{
	int64_t id;

	return str_int(rq->id, &id) ? show_one(rq, id, NULL) : 404;
}

static int
handle_answer(struct request *rq)
{
	struct deed     d = staff_deed(rq);
	enum deed_state how;
	int64_t         id;

	if (!str_int(rq->id, &id))
		return 404;
	how = error_report_answer(&d, &rq->form, rq->edition, id, rq->lang.code);
	return how == DEED_FAULTY ? show_one(rq, id, &d.faults) : staff_ended(rq, &d, how);
}

const struct route routes_work_reports[ROUTES_WORK_REPORTS] = {
	{ METHOD_GET, STR_INIT("/:lang/indicator/:id/report"), ACCESS_PUBLIC, NEEDS_STORE, 0,
	  handle_indicator, "A form for reporting an error", NULL },
	{ METHOD_POST, STR_INIT("/:lang/indicator/:id/report"), ACCESS_PUBLIC, NEEDS_STORE, 0,
	  handle_indicator, "Reports an error", NULL },
	{ METHOD_GET, STR_INIT("/:lang/objective/:id/report"), ACCESS_PUBLIC, NEEDS_STORE, 0,
	  handle_objective, "A form for reporting an error", NULL },
	{ METHOD_POST, STR_INIT("/:lang/objective/:id/report"), ACCESS_PUBLIC, NEEDS_STORE, 0,
	  handle_objective, "Reports an error", NULL },
	{ METHOD_GET, STR_INIT("/:lang/reported/:id"), ACCESS_PUBLIC, NEEDS_STORE, 0,
	  handle_seen, "A report and its answer, for who sent it", NULL },
	{ METHOD_GET, STR_INIT("/:lang/work/reports"), ACCESS_FILL, NEEDS_STORE, 0,
	  handle_list, "Reports of errors in the figures of one's units", NULL },
	{ METHOD_GET, STR_INIT("/:lang/work/report/:id"), ACCESS_FILL, NEEDS_STORE, 0,
	  handle_one, "One report of an error", NULL },
	{ METHOD_POST, STR_INIT("/:lang/work/report/:id"), ACCESS_FILL, NEEDS_STORE, 0,
	  handle_answer, "Answers a report of an error", NULL },
};
