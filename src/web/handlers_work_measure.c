/* Measurements by hand. */
#include "app/measure.h"
#include "port/clock.h"
#include "view/pages/measure.h"
#include "web/handlers.h"
#include "web/staff.h"

static struct edit_ask
ask_of(struct request *rq, const struct posted *form)
{
	return (struct edit_ask){
		.ed = rq->edition, .form = form, .noun = NOUN_INDICATOR, .key = rq->id,
		.lang = rq->lang.code, .danish = lang_danish(&rq->lang), .today = clock_today(),
	};
}

static int
handle_list(struct request *rq)
{
	struct edit_ask      ask = ask_of(rq, NULL);
	struct measure_lines m;
	struct page          p;
	struct work          w;

	if (!measure_list(rq->arena, rq->store, rq->actor, &ask, &m))
		return 500;
	p = request_page(rq);
	w = request_work(rq, WORK_MEASURE, NULL);
	measure_list_page(&p, &w, &m);
	return 200;
}

static void
show(struct request *rq, const struct measure_view *m, const struct faults *faults)
{
	struct page p = request_page(rq);
	struct work w = request_work(rq, WORK_MEASURE, faults);

	if (faults != NULL)
		w.form.posted = &rq->form;
	measure_page(&p, &w, m);
}

static int
handle_indicator(struct request *rq)
{
	struct edit_ask     ask = ask_of(rq, NULL);
	struct measure_view m;
	struct deed         d = staff_deed(rq);
	enum deed_state     how = measure_view_of(rq->arena, rq->store, rq->actor, &ask, &m);

	if (how != DEED_OPEN)
		return staff_ended(rq, &d, how);
	show(rq, &m, NULL);
	return 200;
}

static int
handle_save(struct request *rq)
{
	struct edit_ask     ask = ask_of(rq, &rq->form);
	struct deed         d = staff_deed(rq);
	struct measure_view m;
	enum deed_state     how = measure_save(&d, &ask, &m);
	int                 status = staff_ended(rq, &d, how);

	if (how != DEED_FAULTY && how != DEED_STALE && how != DEED_OPEN)
		return status;
	if (how == DEED_STALE)
		(void)fault_add(&d.faults, STR_NONE, N_("Something else was recorded meanwhile. Nothing of "
		    "yours was saved: look at the table again."), STR_NONE);
	show(rq, &m, &d.faults);
	rq->own_page = how != DEED_OPEN;
	return how == DEED_OPEN ? 200 : status;
}

#define MEASURE "/:lang/work/measure"

const struct route routes_work_measure[ROUTES_WORK_MEASURE] = {
	{ METHOD_GET, STR_INIT(MEASURE), ACCESS_MEASURE, NEEDS_STORE, 0, handle_list,
	  "The indicators to be measured, with what is due", NULL },
	{ METHOD_GET, STR_INIT(MEASURE "/:id"), ACCESS_MEASURE, NEEDS_STORE, 0, handle_indicator,
	  "A form and a grid for measurements", NULL },
	{ METHOD_POST, STR_INIT(MEASURE "/:id"), ACCESS_MEASURE, NEEDS_STORE, 0, handle_save,
	  "Reads measurements back, or records them", NULL },
};
