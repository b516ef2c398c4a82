/* Figures from bureaus: the sources, trying one, fetching it, and how far that is. */
#include "app/source_draft.h"
#include "port/clock.h"
#include "view/pages/sources.h"
#include "web/handlers.h"
#include "web/service.h"
#include "web/staff.h"

/* False: a problem in the store. */
static bool
look_of(struct request *rq, struct source_look *ret)
{
	*ret = (struct source_look){
		.a = rq->arena, .s = rq->store, .who = rq->actor, .now = rq->unix_now,
		.sn = edit_register(rq->arena, rq->store, rq->edition),
		.hosts = rq->service != NULL ? rq->service->reach.hosts : STR_NONE,
	};
	return ret->sn != NULL;
}

static int
handle_list(struct request *rq)
{
	struct source_look  k;
	struct sources_view m;
	struct page         p;
	struct work         w;

	if (!look_of(rq, &k) || !sources_view(&k, &m))
		return 500;
	p = request_page(rq);
	w = request_work(rq, WORK_SOURCES, NULL);
	sources_page(&p, &w, &m);
	return 200;
}

static int
show_source(struct request *rq, const struct faults *faults)
{
	struct source_look k;
	struct source_view m;
	struct page        p;
	struct work        w;
	bool               found = false;

	if (!look_of(rq, &k) || !source_view(&k, rq->id, &m, &found))
		return 500;
	if (!found)
		return 404;
	p = request_page(rq);
	p.path = arena_printf(rq->arena, SOURCES_PATH "/" STR_FMT, STR_ARG(rq->id));
	w = request_work(rq, WORK_SOURCES, faults);
	source_page(&p, &w, &m);
	return 200;
}

static int
handle_source(struct request *rq)
{
	return show_source(rq, NULL);
}

static struct edit_ask
ask_of(struct request *rq)
{
	return (struct edit_ask){ .ed = rq->edition, .form = &rq->form, .noun = NOUN_SOURCE,
	                          .key = rq->id, .lang = rq->lang.code };
}

/* What could not be done stands on the source's page. */
static int
after(struct request *rq, struct deed *d, enum deed_state how)
{
	if (how == DEED_FAULTY && show_source(rq, &d->faults) == 500)
		return 500;
	return staff_ended(rq, d, how);
}

static int
ask_for(struct request *rq, enum source_run_kind kind)
{
	struct edit_ask ask = ask_of(rq);
	struct deed     d = staff_deed(rq);
	enum deed_state how = source_want(&d, &ask, kind);

	if (how == DEED_DONE)
		service_ring(rq->service, BELL_SOURCES);
	return after(rq, &d, how);
}

static int
handle_settle(struct request *rq)
{
	struct edit_ask ask = ask_of(rq);
	struct deed     d = staff_deed(rq);

	return after(rq, &d, source_settle(&d, &ask));
}

static int
handle_try(struct request *rq)
{
	return ask_for(rq, SOURCE_RUN_TRY);
}

static int
handle_fetch(struct request *rq)
{
	return ask_for(rq, SOURCE_RUN_FETCH);
}

/* ---- one on its way ---- */

#define LOOK_AGAIN_SECONDS 2

static bool
may_fetch(const struct source_look *k, struct str key)
{
	const struct noun_row *row = snapshot_row(k->sn, things_find(k->sn->things, NOUN_SOURCE, key));

	return row != NULL && edit_may(k->who, k->sn, NOUN_SOURCE, row);
}

static int
show_draft(struct request *rq, const struct source_look *k, int64_t id)
{
	struct source_draft m;
	bool                found = false;

	if (!source_draft_view(k, id, &m, &found))
		return 500;
	return found ? show_source_draft(rq, &m) : 404;
}

static int
handle_run(struct request *rq)
{
	struct source_look k;
	struct source_run  m;
	struct page        p;
	struct work        w;
	int64_t            id;
	bool               found = false;

	if (!str_int(rq->id, &id))
		return 404;
	if (!look_of(rq, &k) || !source_run_view(&k, id, &m, &found))
		return 500;
	if (!found || (m.kind == SOURCE_RUN_DRAFT && m.account != rq->actor->account))
		return 404;
	if (m.state == SOURCE_RUN_WAITING || m.state == SOURCE_RUN_WORKING)
		rq->again = LOOK_AGAIN_SECONDS;
	else if (m.kind == SOURCE_RUN_DRAFT)
		return show_draft(rq, &k, id);
	p = request_page(rq);
	w = request_work(rq, WORK_SOURCES, NULL);
	source_run_page(&p, &w, &m, may_fetch(&k, m.source.id));
	return 200;
}

#define SOURCES "/:lang/" SOURCES_PATH

const struct route routes_work_sources[ROUTES_WORK_SOURCES] = {
	{ METHOD_GET, STR_INIT(SOURCES), ACCESS_EDIT, NEEDS_STORE, 0, handle_list,
	  "Sources of figures, with what they brought", NULL },
	{ METHOD_GET, STR_INIT(SOURCES "/:id"), ACCESS_EDIT, NEEDS_STORE, 0, handle_source,
	  "What a source asks for, and what came of it", NULL },
	{ METHOD_POST, STR_INIT(SOURCES "/:id/try"), ACCESS_EDIT, NEEDS_STORE, 0, handle_try,
	  "Asks for what a source would bring", NULL },
	{ METHOD_POST, STR_INIT(SOURCES "/:id/fetch"), ACCESS_EDIT, NEEDS_STORE, 0, handle_fetch,
	  "Asks for the figures of a source", NULL },
	{ METHOD_POST, STR_INIT(SOURCES "/:id/settle"), ACCESS_EDIT, NEEDS_STORE, 0, handle_settle,
	  "Decides how the broken series of a source goes on", NULL },
	{ METHOD_GET, STR_INIT("/:lang/" FETCHES_PATH "/:id"), ACCESS_EDIT, NEEDS_STORE, 0, handle_run,
	  "How far a source is that was asked for, and what came of it", NULL },
};
