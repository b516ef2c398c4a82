/* The register in the hands of an editor. */
#include "app/edit_method.h"
#include "app/edit_view.h"
#include "app/source_draft.h"
#include "port/clock.h"
#include "view/pages/register.h"
#include "view/pages/register_method.h"
#include "web/handlers.h"
#include "web/paging.h"
#include "web/service.h"
#include "web/staff.h"

static struct edit_ask
ask_of(struct request *rq, enum noun n, const struct posted *form)
{
	return (struct edit_ask){
		.ed = rq->edition, .form = form, .noun = n, .key = rq->id, .lang = rq->lang.code,
		.danish = lang_danish(&rq->lang), .today = clock_today(),
		.hosts = rq->service != NULL ? rq->service->reach.hosts : STR_NONE,
	};
}

/* The kind in the address; prognoses have addresses of their own, for those who measure. */
static struct str
kind_of(const struct request *rq)
{
	return rq->kind.len > 0 ? rq->kind : STR("prognoses");
}

static enum work_section
section_of(enum noun n)
{
	return n == NOUN_PROGNOSIS ? WORK_MEASURE : n == NOUN_SOURCE ? WORK_SOURCES : WORK_REGISTER;
}

/* ---- lists ---- */

static int
handle_kinds(struct request *rq)
{
	const struct snapshot *sn = edit_register(rq->arena, rq->store, rq->edition);
	struct page            p;
	struct work            w;
	struct edit_kinds      m;

	if (sn == NULL)
		return 500;
	p = request_page(rq);
	w = request_work(rq, WORK_REGISTER, NULL);
	m = edit_kinds(rq->arena, sn, rq->query.text[QUERY_Q]);
	register_page(&p, &w, &m, rq->query.text[QUERY_Q]);
	return 200;
}

static int
handle_list(struct request *rq)
{
	const struct snapshot *sn = edit_register(rq->arena, rq->store, rq->edition);
	struct query           words = rq->query;
	struct register_list   m = { .words = rq->query.text[QUERY_Q] };
	struct edit_items      items;
	struct paging          pg;
	struct page            p;
	struct work            w;

	if (!edit_noun(rq->arena, kind_of(rq), &m.noun))
		return 404;
	if (sn == NULL)
		return 500;
	items = edit_list(rq->arena, sn, m.noun, m.words);
	if (!paging_of(rq, items.len, &pg))
		return 400;
	words.given &= QUERY_BIT(Q);
	m.items = &items;
	m.query = request_query(rq, &words);
	m.from = pg.from;
	m.to = pg.to;
	m.page = pg.page;
	m.pages = (items.len + pg.limit - 1) / pg.limit;
	p = request_page(rq);
	w = request_work(rq, section_of(m.noun), NULL);
	register_list_page(&p, &w, &m);
	return 200;
}

/* ---- one thing ---- */

/* `posted`: its form comes back with what was sent. */
static int
show_thing(struct request *rq, const struct edit_ask *ask, struct edit_back back, bool posted,
           bool unread)
{
	struct edit_view view;
	struct page      p;
	struct work      w;

	if (!edit_view_of(rq->arena, rq->store, rq->actor, ask, rq->query.text[QUERY_KIND], back, &view))
		return store_failed(rq->store) ? 500 : 404;
	p = request_page(rq);
	p.path = arena_printf(rq->arena, "work/register/" STR_FMT "/" STR_FMT, STR_ARG(kind_of(rq)),
	    STR_ARG(ask->key.len > 0 ? ask->key : STR("new")));
	w = request_work(rq, section_of(ask->noun), back.faults);
	w.form.posted = posted ? ask->form : NULL;
	register_thing_page(&p, &w, &view, unread);
	return 200;
}

static int
handle_thing(struct request *rq)
{
	struct edit_ask ask = ask_of(rq, NOUN_NONE, NULL);

	if (!edit_noun(rq->arena, kind_of(rq), &ask.noun))
		return 404;
	ask.about = rq->query.text[QUERY_INDICATOR];
	return show_thing(rq, &ask, (struct edit_back){ 0 }, false, false);
}

/* What could not be done stands on the thing's page; what was done leads there. */
static int
after(struct request *rq, const struct edit_ask *ask, const struct deed *d, enum deed_state how,
      bool posted)
{
	int              status = staff_ended(rq, d, how), shown;
	bool             unread = how == DEED_OPEN && !posted_has(ask->form, STR(EDIT_SHOW));
	struct edit_ask  again = *ask;
	struct edit_back back = { &d->faults, how == DEED_STALE };

	if (how != DEED_FAULTY && how != DEED_STALE && how != DEED_OPEN)
		return status;
	if (!posted)
		again.form = NULL;
	shown = show_thing(rq, &again, back, posted, unread);
	if (shown != 200)
		return shown;
	if (how == DEED_OPEN) {
		rq->own_page = false;
		return 200;
	}
	rq->own_page = true;
	return status;
}

/* A source that was saved is asked what it would bring; where that is told is led to. */
static void
try_saved(struct request *rq, struct deed *saved)
{
	struct edit_ask ask = ask_of(rq, NOUN_SOURCE, &rq->form);
	struct deed     d = staff_deed(rq);

	ask.key = saved->location;
	while (str_find(ask.key, STR("/"), 0) != SIZE_MAX)
		(void)str_cut(&ask.key, '/');
	d.form = STR(EDIT_TRY);
	if (source_want(&d, &ask, SOURCE_RUN_TRY) != DEED_DONE)
		return;
	service_ring(rq->service, BELL_SOURCES);
	saved->location = d.location;
}

/* What is written of a source is looked at, and not saved. */
static int
look_at_table(struct request *rq, const struct edit_ask *ask, struct deed *d)
{
	enum deed_state how;

	d->form = STR(EDIT_SHOW);
	how = source_draft_want(d, ask);
	if (how == DEED_DONE)
		service_ring(rq->service, BELL_SOURCES);
	return after(rq, ask, d, how, true);
}

/* The form comes back with what its table has. */
int
show_source_draft(struct request *rq, const struct source_draft *m)
{
	struct faults    faults = { .arena = rq->arena };
	struct edit_ask  ask = ask_of(rq, NOUN_SOURCE, &m->form);
	struct edit_view view;
	struct page      p;
	struct work      w;

	ask.key = m->thing;
	if (!edit_view_of(rq->arena, rq->store, rq->actor, &ask, STR_NONE, (struct edit_back){ 0 }, &view))
		return store_failed(rq->store) ? 500 : 404;
	source_draft_faults(edit_register(rq->arena, rq->store, rq->edition), &ask, m, &faults);
	view.draft = m;
	if (!str_int(posted_raw(&m->form, STR(EDIT_SINCE)), &view.since))
		view.since = 0;
	p = request_page(rq);
	w = request_work(rq, WORK_SOURCES, &faults);
	w.form.posted = &m->form;
	w.form.summary = N_("What is to be mended before it can be saved");
	register_thing_page(&p, &w, &view, false);
	return 200;
}

static int
handle_save(struct request *rq)
{
	struct edit_ask ask = ask_of(rq, NOUN_NONE, &rq->form);
	struct deed     d = staff_deed(rq);
	enum deed_state how;

	if (!edit_noun(rq->arena, kind_of(rq), &ask.noun))
		return 404;
	if (ask.noun == NOUN_SOURCE && posted_has(&rq->form, STR(EDIT_SHOW)))
		return look_at_table(rq, &ask, &d);
	how = edit_save(&d, &ask);
	if (how == DEED_DONE && ask.noun == NOUN_SOURCE && posted_has(&rq->form, STR(EDIT_TRY)))
		try_saved(rq, &d);
	return after(rq, &ask, &d, how, true);
}

static int
handle_retire(struct request *rq)
{
	struct edit_ask ask = ask_of(rq, NOUN_NONE, &rq->form);
	struct deed     d = staff_deed(rq);

	if (!edit_noun(rq->arena, kind_of(rq), &ask.noun))
		return 404;
	return after(rq, &ask, &d, edit_retire(&d, &ask), false);
}

static int
handle_undo(struct request *rq)
{
	struct edit_ask ask = ask_of(rq, NOUN_NONE, &rq->form);
	struct deed     d = staff_deed(rq);

	if (!edit_noun(rq->arena, kind_of(rq), &ask.noun))
		return 404;
	return after(rq, &ask, &d, edit_undo(&d, &ask), false);
}

/* ---- a new way to measure ---- */

static int
show_method(struct request *rq, const struct rebase_view *m, const struct faults *faults,
            bool unread)
{
	struct page p = request_page(rq);
	struct work w = request_work(rq, WORK_REGISTER, faults);

	register_method_page(&p, &w, m, unread);
	return 200;
}

static int
handle_method(struct request *rq)
{
	struct edit_ask    ask = ask_of(rq, NOUN_INDICATOR, NULL);
	struct rebase_view m;

	if (!edit_method_view(rq->arena, rq->store, &ask, &m))
		return 500;
	return m.version == 0 ? 404 : show_method(rq, &m, NULL, false);
}

static int
handle_method_save(struct request *rq)
{
	struct edit_ask    ask = ask_of(rq, NOUN_INDICATOR, &rq->form);
	struct deed        d = staff_deed(rq);
	struct rebase_view m;
	enum deed_state    how = edit_method(&d, &ask, &m);
	int                status = staff_ended(rq, &d, how);

	if (how != DEED_FAULTY && how != DEED_STALE && how != DEED_OPEN)
		return status;
	if (how == DEED_STALE)
		(void)fault_add(&d.faults, STR_NONE, N_("Somebody else recorded a new way to measure "
		    "it meanwhile. Nothing of yours was saved."), STR_NONE);
	(void)show_method(rq, &m, &d.faults, !posted_has(&rq->form, STR(EDIT_SHOW)));
	rq->own_page = how != DEED_OPEN;
	return how == DEED_OPEN ? 200 : status;
}

#define REGISTER  "/:lang/work/register"
#define PROGNOSES REGISTER "/prognoses"

const struct route routes_work_edit[ROUTES_WORK_EDIT] = {
	{ METHOD_GET, STR_INIT(REGISTER), ACCESS_EDIT, NEEDS_STORE, QUERY_BIT(Q), handle_kinds,
	  "The kinds of things in the register, to be made and changed", NULL },
	{ METHOD_GET, STR_INIT(PROGNOSES), ACCESS_MEASURE, NEEDS_STORE, QUERY_BIT(Q) | QUERY_LIST,
	  handle_list, "What is expected of indicators", NULL },
	{ METHOD_GET, STR_INIT(PROGNOSES "/new"), ACCESS_MEASURE, NEEDS_STORE, QUERY_BIT(INDICATOR),
	  handle_thing, "A form for a new prognosis", NULL },
	{ METHOD_POST, STR_INIT(PROGNOSES "/new"), ACCESS_MEASURE, NEEDS_STORE, 0, handle_save,
	  "Records a prognosis", NULL },
	{ METHOD_GET, STR_INIT(PROGNOSES "/:id"), ACCESS_MEASURE, NEEDS_STORE, 0, handle_thing,
	  "A prognosis with its form and its history", NULL },
	{ METHOD_POST, STR_INIT(PROGNOSES "/:id"), ACCESS_MEASURE, NEEDS_STORE, 0, handle_save,
	  "Corrects a prognosis", NULL },
	{ METHOD_POST, STR_INIT(PROGNOSES "/:id/retire"), ACCESS_MEASURE, NEEDS_STORE, 0,
	  handle_retire, "Withdraws a prognosis", NULL },
	{ METHOD_POST, STR_INIT(PROGNOSES "/:id/undo"), ACCESS_MEASURE, NEEDS_STORE, 0, handle_undo,
	  "Undoes one's own newest change of a prognosis", NULL },
	{ METHOD_GET, STR_INIT(REGISTER "/:kind"), ACCESS_EDIT, NEEDS_STORE,
	  QUERY_BIT(Q) | QUERY_LIST, handle_list, "The things of a kind", NULL },
	{ METHOD_GET, STR_INIT(REGISTER "/:kind/new"), ACCESS_EDIT, NEEDS_STORE, QUERY_BIT(KIND),
	  handle_thing, "A form for a new thing", NULL },
	{ METHOD_POST, STR_INIT(REGISTER "/:kind/new"), ACCESS_EDIT, NEEDS_STORE, 0, handle_save,
	  "Makes a thing", NULL },
	{ METHOD_GET, STR_INIT(REGISTER "/:kind/:id"), ACCESS_EDIT, NEEDS_STORE, QUERY_BIT(KIND),
	  handle_thing, "A thing with its form, its history and what refers to it", NULL },
	{ METHOD_POST, STR_INIT(REGISTER "/:kind/:id"), ACCESS_EDIT, NEEDS_STORE, 0, handle_save,
	  "Changes a thing", NULL },
	{ METHOD_POST, STR_INIT(REGISTER "/:kind/:id/retire"), ACCESS_EDIT, NEEDS_STORE, 0,
	  handle_retire, "Takes a thing out of use", NULL },
	{ METHOD_POST, STR_INIT(REGISTER "/:kind/:id/undo"), ACCESS_EDIT, NEEDS_STORE, 0,
	  handle_undo, "Undoes one's own newest change of a thing", NULL },
	{ METHOD_GET, STR_INIT(REGISTER "/indicators/:id/method"), ACCESS_EDIT, NEEDS_STORE, 0,
	  handle_method, "A form for a new way to measure an indicator", NULL },
	{ METHOD_POST, STR_INIT(REGISTER "/indicators/:id/method"), ACCESS_EDIT, NEEDS_STORE, 0,
	  handle_method_save, "Records a new way to measure an indicator", NULL },
};
