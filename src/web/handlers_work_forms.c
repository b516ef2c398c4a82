#include "app/forms.h"
#include "view/pages/forms.h"
#include "web/handlers.h"
#include "web/staff.h"

/* "/da/work/form/" */
static struct str
base_of(struct request *rq)
{
	return arena_printf(rq->arena, "/" STR_FMT "/%s", STR_ARG(rq->lang.code), "work/form/");
}

static enum notation
notation_of(const struct request *rq)
{
	return lang_danish(&rq->lang) ? NOTATION_DA : NOTATION_EN;
}

/* The number of the form; 0: it is none. */
static int64_t
id_of(const struct request *rq)
{
	int64_t id;

	return str_int(rq->id, &id) && id > 0 ? id : 0;
}

/* 0: it is there and hers to read. */
static int
take(struct request *rq, struct status_form *to)
{
	switch (forms_read(rq->arena, rq->store, rq->edition, rq->actor, id_of(rq), to)) {
	case FORM_FOUND:
		return 0;
	case FORM_NOT_THERE:
		return 404;
	case FORM_NOT_HERS:
		rq->detail = say(&rq->lang, "This status form is another unit's.");
		return 403;
	case FORM_UNREADABLE:
		return 500;
	}
	return 500;
}

/* ---- the list ---- */

static int
show_list(struct request *rq, const struct faults *faults, int status)
{
	struct page      p = request_page(rq);
	struct work      w = request_work(rq, WORK_FORMS, faults);
	struct form_list list;

	if (!forms_list(rq->arena, rq->store, rq->edition, rq->actor, &list))
		return 500;
	p.path = STR("work/forms");
	forms_page(&p, &w, &list);
	return status;
}

static int
handle_forms(struct request *rq)
{
	return show_list(rq, NULL, 200);
}

static int
handle_open(struct request *rq)
{
	struct deed     d = staff_deed(rq);
	enum deed_state how = forms_open(&d, rq->edition, &rq->form, base_of(rq));

	return how == DEED_FAULTY ? show_list(rq, &d.faults, 422) : staff_ended(rq, &d, how);
}

/* ---- one form ---- */

static struct page
page_of(struct request *rq)
{
	struct page p = request_page(rq);

	p.path = arena_printf(rq->arena, "work/form/" STR_FMT, STR_ARG(rq->id));
	return p;
}

static int
handle_form(struct request *rq)
{
	struct status_form m;
	struct page        p;
	struct work        w;
	int                status = take(rq, &m);

	if (status != 0)
		return status;
	p = page_of(rq);
	w = request_work(rq, WORK_FORMS, NULL);
	form_page(&p, &w, &m);
	return 200;
}

/* With what was sent, and what is wrong with it. */
static int
show_faulty(struct request *rq, const struct deed *d)
{
	struct status_form m;
	struct page        p;
	struct work        w;
	int                status = take(rq, &m);

	if (status != 0)
		return status;
	p = page_of(rq);
	w = request_work(rq, WORK_FORMS, &d->faults);
	form_page(&p, &w, &m);
	return 422;
}

/* Both texts; what she saves next is on top of the other's. */
static int
show_stale(struct request *rq)
{
	struct status_form m;
	struct page        p;
	struct work        w;
	int                status = take(rq, &m);

	if (status != 0)
		return status;
	if (!forms_conflict(rq->arena, rq->store, notation_of(rq), &rq->form, &m))
		return 500;
	p = page_of(rq);
	w = request_work(rq, WORK_FORMS, NULL);
	rq->own_page = true;
	form_page(&p, &w, &m);
	return 409;
}

static int
handle_save(struct request *rq)
{
	struct deed     d = staff_deed(rq);
	bool            submit = str_eq(posted_raw(&rq->form, STR("then")), STR("submit"));
	int64_t         version;
	enum deed_state how = forms_save(&d, rq->edition, id_of(rq), &rq->form, notation_of(rq), submit,
	    base_of(rq), &version);

	if (how == DEED_FAULTY)
		return show_faulty(rq, &d);
	return how == DEED_STALE ? show_stale(rq) : staff_ended(rq, &d, how);
}

/* For the script of the page, which needs the version that it changes next. */
static int
handle_autosave(struct request *rq)
{
	struct deed        d = staff_deed(rq);
	int64_t            version = 0;
	enum deed_state    how = forms_save(&d, rq->edition, id_of(rq), &rq->form, notation_of(rq), false,
	    base_of(rq), &version);
	struct status_form m;
	struct json        j;

	if (how != DEED_DONE)
		return staff_ended(rq, &d, how);
	if (version == 0) {                     /* done before */
		int status = take(rq, &m);

		if (status != 0)
			return status;
		version = m.head.version;
	}
	j = request_json(rq);
	json_object(&j);
	json_member_int(&j, "version", version);
	json_end(&j);
	return 200;
}

/* ---- decisions ---- */

static int
show_decide(struct request *rq, const struct faults *faults, int ok)
{
	struct status_form m;
	struct page        p;
	struct work        w;
	int                status = take(rq, &m);

	if (status != 0)
		return status;
	p = page_of(rq);
	w = request_work(rq, WORK_FORMS, faults);
	form_decide_page(&p, &w, &m);
	return ok;
}

static int
handle_decide(struct request *rq)
{
	return show_decide(rq, NULL, 200);
}

static int
handle_step(struct request *rq)
{
	struct deed     d = staff_deed(rq);
	enum deed_state how = forms_step(&d, rq->edition, id_of(rq), &rq->form, base_of(rq));
	int             status;

	if (how == DEED_FAULTY)
		return str_eq(posted_raw(&rq->form, STR("step")), form_step_code(FORM_STEP_SUBMIT))
		    ? show_faulty(rq, &d) : show_decide(rq, &d.faults, 422);
	status = staff_ended(rq, &d, how);
	if (how == DEED_DENIED && d.faults.len > 0)
		rq->detail = say(&rq->lang, d.faults.at[0].words);
	return status;
}

static int
handle_history(struct request *rq)
{
	struct status_form m;
	struct page        p;
	struct work        w;
	int                status = take(rq, &m);
	int64_t            before = QUERY_HAS(&rq->query, BEFORE) ? rq->query.number[QUERY_BEFORE] : 0;

	if (status != 0)
		return status;
	if (!forms_history(rq->arena, rq->store, before, &m))
		return 500;
	p = request_page(rq);
	w = request_work(rq, WORK_FORMS, NULL);
	form_history_page(&p, &w, &m);
	return 200;
}

const struct route routes_work_forms[ROUTES_WORK_FORMS] = {
	{ METHOD_GET, STR_INIT("/:lang/work/forms"), ACCESS_READ, NEEDS_STORE, 0, handle_forms,
	  "Status forms by unit and period", NULL },
	{ METHOD_POST, STR_INIT("/:lang/work/forms"), ACCESS_FILL, NEEDS_STORE, 0, handle_open,
	  "Begins a status form", NULL },
	{ METHOD_GET, STR_INIT("/:lang/work/form/:id"), ACCESS_READ, NEEDS_STORE, 0, handle_form,
	  "A status form", NULL },
	{ METHOD_POST, STR_INIT("/:lang/work/form/:id"), ACCESS_FILL, NEEDS_STORE, 0, handle_save,
	  "Saves a status form, and submits it", NULL },
	{ METHOD_POST, STR_INIT("/:lang/work/form/:id/autosave"), ACCESS_FILL, NEEDS_STORE, 0,
	  handle_autosave, "Saves a draft of a status form by itself", NULL },
	{ METHOD_GET, STR_INIT("/:lang/work/form/:id/decide"), ACCESS_READ, NEEDS_STORE, 0, handle_decide,
	  "A status form beside what was approved before", NULL },
	{ METHOD_POST, STR_INIT("/:lang/work/form/:id/step"), ACCESS_READ, NEEDS_STORE, 0, handle_step,
	  "Submits, withdraws, returns, approves, lays or unlocks a status form", NULL },
	{ METHOD_GET, STR_INIT("/:lang/work/form/:id/history"), ACCESS_READ, NEEDS_STORE,
	  QUERY_BIT(BEFORE), handle_history, "Steps and versions of a status form", NULL },
};
