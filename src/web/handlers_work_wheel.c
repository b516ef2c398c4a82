/* What is owed: the annual wheel of the staff, who owes what, promises, calendars. */
#include "app/calendars.h"
#include "app/owing_view.h"
#include "app/promises.h"
#include "app/sorted.h"
#include "app/tasks.h"
#include "app/wheel_deeds.h"
#include "app/wheel_view.h"
#include "view/pages/wheel.h"
#include "view/pages/work_wheel.h"
#include "web/guard.h"
#include "web/handlers.h"
#include "web/service.h"
#include "web/staff.h"

/* Where a deed leads: "/da/work/wheel". */
static struct str
back_to(struct request *rq, const char *path)
{
	return arena_printf(rq->arena, "/" STR_FMT "/%s", STR_ARG(rq->lang.code), path);
}

static struct wheel_deed
wheel_deed(struct request *rq, struct deed *d, const char *back)
{
	return (struct wheel_deed){
		.d = d, .posted = &rq->form, .lang = rq->lang.code, .today = rq->edition->when.today,
		.back = back_to(rq, back),
	};
}

/* The form again with what is wrong, or where the deed led. */
static int
ended(struct request *rq, const struct deed *d, enum deed_state how,
      int (*show)(struct request *rq, const struct faults *faults))
{
	int status;

	if (how != DEED_FAULTY)
		return staff_ended(rq, d, how);
	status = show(rq, &d->faults);
	return status == 200 ? 422 : status;
}

/* ---- the wheel ---- */

static int
show_wheel(struct request *rq, const struct faults *faults)
{
	struct wheel_ask  ask = { 0 };
	struct wheel_view m;
	struct page       p;
	struct work       w;

	if (!request_wheel(rq, &ask))
		return 404;
	ask.s = rq->store;
	ask.who = rq->actor;
	if (!wheel_view(rq->arena, rq->edition, &ask, &m))
		return 500;
	p = request_page(rq);
	p.path = STR("work/wheel");
	w = request_work(rq, WORK_WHEEL, faults);
	work_wheel_page(&p, &w, &m);
	return 200;
}

static int
handle_wheel(struct request *rq)
{
	return show_wheel(rq, NULL);
}

static int
handle_extension(struct request *rq)
{
	struct deed       d = staff_deed(rq);
	struct wheel_deed k = wheel_deed(rq, &d, "work/wheel");

	return ended(rq, &d, extension_add(&k), show_wheel);
}

static int
show_delivery(struct request *rq, const struct faults *faults)
{
	struct wheel_ask  ask = { .s = rq->store, .who = rq->actor };
	struct wheel_view m;
	struct page       p;
	struct work       w;

	if (!wheel_view(rq->arena, rq->edition, &ask, &m))
		return 500;
	p = request_page(rq);
	p.path = STR("work/delivery");
	w = request_work(rq, WORK_WHEEL, faults);
	delivery_page(&p, &w, &m);
	return 200;
}

static int
handle_delivery(struct request *rq)
{
	return show_delivery(rq, NULL);
}

static int
handle_deliver(struct request *rq)
{
	struct deed       d = staff_deed(rq);
	struct wheel_deed k = wheel_deed(rq, &d, "work/wheel");

	return ended(rq, &d, delivery_add(&k), show_delivery);
}

/* ---- who owes what ---- */

static int
show_overview(struct request *rq, const struct faults *faults)
{
	struct wheel_ask  asked = { 0 };
	struct owing_ask  ask = { .who = rq->actor };
	struct owing_view m;
	struct page       p;
	struct work       w;

	if (!request_wheel(rq, &asked))
		return 404;
	ask.year = asked.year;
	ask.unit = asked.unit;
	if (!owing_view(rq->arena, rq->store, rq->edition, &ask, &m))
		return 500;
	p = request_page(rq);
	p.path = STR("work/overview");
	w = request_work(rq, WORK_OVERVIEW, faults);
	owing_page(&p, &w, &m);
	return 200;
}

static int
handle_overview(struct request *rq)
{
	return show_overview(rq, NULL);
}

static int
handle_remind(struct request *rq)
{
	struct deed       d = staff_deed(rq);
	struct wheel_deed k = wheel_deed(rq, &d, "work/overview");
	int64_t           year;

	if (str_int(posted_raw(&rq->form, STR("year")), &year) && year > 0 && year <= YEAR_MAX)
		k.back = arena_printf(rq->arena, STR_FMT "?year=%d", STR_ARG(k.back), (int)year);
	return ended(rq, &d, reminders_send(&k, rq->edition), show_overview);
}

/* ---- promises ---- */

static int
handle_promises(struct request *rq)
{
	struct promises_view m = promises_view(rq->arena, rq->edition, rq->actor);
	struct page          p = request_page(rq);
	struct work          w = request_work(rq, WORK_PROMISES, NULL);

	promises_page(&p, &w, &m);
	return 200;
}

static int
show_promise(struct request *rq, const struct faults *faults)
{
	const struct noun_row *row = edition_thing(rq->edition, NOUN_INITIATIVE, rq->id);
	struct promises_view   m;
	struct page            p;
	struct work            w;

	if (row == NULL)
		return 404;
	if (!promises_of(rq->arena, rq->edition, rq->actor, row, &m))
		return 403;
	p = request_page(rq);
	w = request_work(rq, WORK_PROMISES, faults);
	promise_page(&p, &w, &m);
	return 200;
}

static int
handle_promise(struct request *rq)
{
	return show_promise(rq, NULL);
}

static int
handle_decide(struct request *rq)
{
	struct deed       d = staff_deed(rq);
	struct wheel_deed k = wheel_deed(rq, &d, "work/promises");

	return ended(rq, &d, promise_decide(&k, rq->id), show_promise);
}

/* ---- calendars ---- */

static int
show_made(struct request *rq, const struct faults *faults, struct str made)
{
	struct calendars m;
	struct page      p;
	struct work      w;

	if (!calendars_of(rq->arena, rq->store, rq->edition, rq->actor, &m))
		return 500;
	m.made = made;
	p = request_page(rq);
	p.path = STR("work/calendar");
	w = request_work(rq, WORK_CALENDAR, faults);
	calendar_page(&p, &w, &m);
	return 200;
}

static int
show_calendar(struct request *rq, const struct faults *faults)
{
	return show_made(rq, faults, STR_NONE);
}

static int
handle_calendar(struct request *rq)
{
	return show_calendar(rq, NULL);
}

static struct str
address_of(struct request *rq, struct str token)
{
	bool tls = rq->service != NULL && rq->service->behind &&
	    guard_same(guard_header(rq->http, STR("X-Forwarded-Proto")), STR("https"));

	return arena_printf(rq->arena, "%s://" STR_FMT "/calendar/" STR_FMT ".ics",
	    tls ? "https" : "http", STR_ARG(guard_header(rq->http, STR("Host"))), STR_ARG(token));
}

/* The address is in this answer alone: what is sent again leads to the list. */
static int
handle_calendar_make(struct request *rq)
{
	struct deed     d = staff_deed(rq);
	struct str      token;
	enum deed_state how = calendar_make(&d, rq->edition, &rq->form,
	    back_to(rq, "work/calendar"), &token);

	if (how == DEED_DONE && token.len > 0)
		return show_made(rq, NULL, address_of(rq, token));
	return ended(rq, &d, how, show_calendar);
}

static int
handle_calendar_drop(struct request *rq)
{
	struct deed d = staff_deed(rq);

	return ended(rq, &d, calendar_drop(&d, &rq->form,
	    back_to(rq, "work/calendar")), show_calendar);
}

#define YEAR_AND_UNIT (QUERY_BIT(YEAR) | QUERY_BIT(UNIT))

const struct route routes_work_wheel[ROUTES_WORK_WHEEL] = {
	{ METHOD_GET, STR_INIT("/:lang/work/wheel"), ACCESS_READ, NEEDS_STORE, YEAR_AND_UNIT,
	  handle_wheel, "The annual wheel, with drafts and what can be extended", NULL },
	{ METHOD_POST, STR_INIT("/:lang/work/wheel/extension"), ACCESS_REMIND, NEEDS_STORE, 0,
	  handle_extension, "Extends a deadline", NULL },
	{ METHOD_GET, STR_INIT("/:lang/work/delivery"), ACCESS_FILL, NEEDS_STORE, 0, handle_delivery,
	  "The form for a delivery", NULL },
	{ METHOD_POST, STR_INIT("/:lang/work/delivery"), ACCESS_FILL, NEEDS_STORE, 0, handle_deliver,
	  "Records a delivery", NULL },
	{ METHOD_GET, STR_INIT("/:lang/work/overview"), ACCESS_READ, NEEDS_STORE, YEAR_AND_UNIT,
	  handle_overview, "Who owes what, and how far it has come", NULL },
	{ METHOD_POST, STR_INIT("/:lang/work/overview/remind"), ACCESS_REMIND, NEEDS_STORE, 0,
	  handle_remind, "Reminds a unit of what it is late with", NULL },
	{ METHOD_GET, STR_INIT("/:lang/work/promises"), ACCESS_READ, NEEDS_STORE, 0, handle_promises,
	  "Promised follow-ups that have not come", NULL },
	{ METHOD_GET, STR_INIT("/:lang/work/promise/:id"), ACCESS_READ, NEEDS_STORE, 0, handle_promise,
	  "What one initiative promised", NULL },
	{ METHOD_POST, STR_INIT("/:lang/work/promise/:id"), ACCESS_FILL, NEEDS_STORE, 0, handle_decide,
	  "Records that a promise was kept or is given up", NULL },
	{ METHOD_GET, STR_INIT("/:lang/work/calendar"), ACCESS_READ, NEEDS_STORE, 0, handle_calendar,
	  "The addresses of calendars", NULL },
	{ METHOD_POST, STR_INIT("/:lang/work/calendar"), ACCESS_READ, NEEDS_STORE, 0,
	  handle_calendar_make, "Makes an address of a calendar", NULL },
	{ METHOD_POST, STR_INIT("/:lang/work/calendar/drop"), ACCESS_READ, NEEDS_STORE, 0,
	  handle_calendar_drop, "Takes an address of a calendar back", NULL },
};
