/* Reports as the staff prepare them: texts, and laying one before the council. */
#include "app/releases.h"
#include "app/report_texts.h"
#include "report/freeze.h"
#include "report/html.h"
#include "report/texts.h"
#include "view/pages/council.h"
#include "web/handlers.h"
#include "web/staff.h"

/* What a link or a form names; the status report when it names none. */
static bool
ask_of(const struct request *rq, bool posted, struct council_ask *ret)
{
	const struct query *q = &rq->query;
	struct council_ask  ask = {
		.kind = REPORT_STATUS, .policy = posted ? posted_raw(&rq->form, STR("of")) : q->text[QUERY_OF],
		.has_as_of = QUERY_HAS(q, AS_OF), .as_of = q->day[QUERY_AS_OF],
	};
	struct str          kind = posted ? posted_raw(&rq->form, STR("kind")) : q->text[QUERY_KIND];

	if (posted)
		ask.has_as_of = day_from_iso(posted_raw(&rq->form, STR("as_of")), &ask.as_of);
	if (kind.len > 0 && !report_kind_from_code(kind, &ask.kind))
		return false;
	*ret = ask;
	return true;
}

static int
load(struct request *rq, bool posted, struct council_view *ret)
{
	struct council_ask ask;

	if (!ask_of(rq, posted, &ask) ||
	    council_view(rq->arena, rq->edition, rq->actor, &ask, ret) != DEED_OPEN)
		return 404;
	return 200;
}

static int
denied(struct request *rq)
{
	struct deed d = staff_deed(rq);

	return staff_ended(rq, &d, deed_stop(&d, DEED_DENIED));
}

static int
handle_list(struct request *rq)
{
	struct council_view m;
	struct page         p;
	struct work         w;
	int                 status = load(rq, false, &m);

	if (status != 200)
		return status;
	p = request_page(rq);
	w = request_work(rq, WORK_COUNCIL, NULL);
	council_page(&p, &w, &m);
	return 200;
}

/* ---- a text ---- */

/* The place that is named, else the first of the committee in the path, or of none. */
static int
find_text(struct request *rq, bool posted, const struct council_view *m,
          const struct council_text **ret)
{
	struct str code = posted ? posted_raw(&rq->form, STR("code")) : rq->query.text[QUERY_CODE];
	enum report_place place = rq->id.len > 0 ? REPORT_PLACE_COMMITTEE : REPORT_PLACE_SUMMARY;

	if (code.len > 0 && !report_place_from_code(code, &place))
		return 404;
	*ret = council_find(m, place, rq->id);
	if (*ret == NULL)
		return 404;
	return (*ret)->may ? 200 : denied(rq);
}

static void
put_preview(struct request *rq, struct page *p)
{
	struct tree      t = tree_new(rq->arena, p->title, rq->lang.code);
	struct html_wish wish = { .on_site = true };

	tree_markdown(&t, posted_raw(&rq->form, STR("words")), STR_NONE);
	tree_number(&t);
	council_preview_open(p);
	HTML(p->b, "<div class=\"council-paper\">\n");
	report_html_parts(p->b, &t, &wish);
	HTML(p->b, "</div>\n");
	council_preview_close(p);
}

static void
show_text(struct request *rq, const struct council_view *m, const struct council_text *t,
          const struct faults *faults, bool preview)
{
	struct page p = request_page(rq);
	struct work w = request_work(rq, WORK_COUNCIL, faults);

	if (faults != NULL)
		w.form.posted = &rq->form;
	council_text_open(&p, &w, m, t);
	if (preview)
		put_preview(rq, &p);
	work_close(&p);
}

static int
handle_text(struct request *rq)
{
	const struct council_text *t;
	struct council_view        m;
	int                        status = load(rq, false, &m);

	if (status == 200)
		status = find_text(rq, false, &m, &t);
	if (status == 200)
		show_text(rq, &m, t, NULL, false);
	return status;
}

#define COUNCIL_LIST "work/council"

static struct str
list_address(struct request *rq, const struct council_view *m)
{
	return arena_printf(rq->arena, "/" STR_FMT "/" COUNCIL_LIST "?kind=" STR_FMT "&of=" STR_FMT "&as_of=" STR_FMT,
	    STR_ARG(rq->lang.code), STR_ARG(report_kind_code(m->kind)), STR_ARG(m->policy.id),
	    STR_ARG(day_iso(rq->arena, m->as_of)));
}

static int
save_text(struct request *rq, const struct council_view *m, const struct council_text *t)
{
	struct deed     d = staff_deed(rq);
	enum deed_state how;

	d.location = list_address(rq, m);
	how = council_write(&d, m, t, &rq->form);
	if (how == DEED_STALE)
		(void)fault_add(&d.faults, STR_NONE, N_("Somebody else wrote here meanwhile. Nothing was "
		    "overwritten: look at the text again."), STR_NONE);
	if (how == DEED_FAULTY || how == DEED_STALE) {
		show_text(rq, m, t, &d.faults, false);
		rq->own_page = true;
	}
	return staff_ended(rq, &d, how);
}

static int
handle_write(struct request *rq)
{
	const struct council_text *t;
	struct council_view        m;
	struct faults              none = { .arena = rq->arena };
	int                        status = load(rq, true, &m);

	if (status == 200)
		status = find_text(rq, true, &m, &t);
	if (status != 200)
		return status;
	if (!str_eq(posted_raw(&rq->form, STR("do")), STR("preview")))
		return save_text(rq, &m, t);
	(void)posted_text(&rq->form, &none, STR("words"), COUNCIL_WORDS_MAX, true);
	show_text(rq, &m, t, &none, none.len == 0);
	return none.len == 0 ? 200 : 422;
}

/* ---- laying ---- */

static int
show_lay(struct request *rq, const struct council_view *m, const struct faults *faults)
{
	struct page p;
	struct work w;

	if (!m->may_lay)
		return denied(rq);
	p = request_page(rq);
	w = request_work(rq, WORK_COUNCIL, faults);
	if (faults != NULL)
		w.form.posted = &rq->form;
	council_lay_page(&p, &w, m);
	return 200;
}

static int
handle_lay_form(struct request *rq)
{
	struct council_view m;
	int                 status = load(rq, false, &m);

	return status == 200 ? show_lay(rq, &m, NULL) : status;
}

/* As of the day that the form names, from the register as it is now. */
static bool
make(struct request *rq, const struct council_view *m, struct release_lay *l, struct edition *ed,
     struct report_paper *paper, struct release_frozen *frozen)
{
	struct judge_when when = { true, m->as_of, rq->edition->when.today };
	struct report_ask ask = {
		.kind = m->kind, .of = m->policy.id, .made = rq->edition->when.today,
		.corrects = l->corrects, .reason = l->reason,
	};
	struct diags d = diags_new(rq->arena);

	return edition_make(rq->arena, rq->edition->store, rq->edition, when, &d, ed) &&
	    report_view(rq->arena, ed, &ask, &d, paper) == REPORT_OK &&
	    report_freeze(rq->arena, paper, frozen);
}

static int
lay(struct request *rq, const struct council_view *m, struct deed *d)
{
	struct faults         ignored = { .arena = rq->arena };
	struct report_paper   paper;
	struct release_frozen frozen;
	struct release_lay    l = {
		&paper, &frozen, posted_raw(&rq->form, STR("corrects")),
		posted_text(&rq->form, &ignored, STR("reason"), RELEASE_REASON_MAX, true),
	};
	struct edition  ed;
	enum deed_state how;

	if (!make(rq, m, &l, &ed, &paper, &frozen))
		return 500;
	how = council_lay(d, &ed, &l, &rq->form);
	if (how == DEED_STALE)
		(void)fault_add(&d->faults, STR_NONE, N_("The register changed while the report was made. "
		    "Nothing was laid: try again."), STR_NONE);
	if (how == DEED_FAULTY || how == DEED_STALE) {
		(void)show_lay(rq, m, &d->faults);
		rq->own_page = true;
	}
	return staff_ended(rq, d, how);
}

static int
handle_lay(struct request *rq)
{
	struct deed         d = staff_deed(rq);
	struct council_view m;
	int                 status = load(rq, true, &m);

	if (status != 200)
		return status;
	if (!m.may_lay)
		return denied(rq);
	d.location = list_address(rq, &m);
	return lay(rq, &m, &d);
}

#define COUNCIL "/:lang/work/council"
#define ASK     (QUERY_BIT(AS_OF) | QUERY_BIT(OF) | QUERY_BIT(KIND))

const struct route routes_work_council[ROUTES_WORK_COUNCIL] = {
	{ METHOD_GET, STR_INIT(COUNCIL), ACCESS_READ, NEEDS_STORE, ASK, handle_list,
	  "A report with the places for texts", NULL },
	{ METHOD_GET, STR_INIT(COUNCIL "/text"), ACCESS_EDIT, NEEDS_STORE, ASK | QUERY_BIT(CODE),
	  handle_text, "A text of a report", NULL },
	{ METHOD_POST, STR_INIT(COUNCIL "/text"), ACCESS_EDIT, NEEDS_STORE, 0, handle_write,
	  "Writes it, or shows how it will look", NULL },
	{ METHOD_GET, STR_INIT(COUNCIL "/text/:id"), ACCESS_FILL, NEEDS_STORE, ASK | QUERY_BIT(CODE),
	  handle_text, "A text in a committee's part of a report", NULL },
	{ METHOD_POST, STR_INIT(COUNCIL "/text/:id"), ACCESS_FILL, NEEDS_STORE, 0, handle_write,
	  "Writes it, or shows how it will look", NULL },
	{ METHOD_GET, STR_INIT(COUNCIL "/lay"), ACCESS_PUBLISH, NEEDS_STORE, ASK, handle_lay_form,
	  "The form that lays a report before the council", NULL },
	{ METHOD_POST, STR_INIT(COUNCIL "/lay"), ACCESS_PUBLISH, NEEDS_STORE, 0, handle_lay,
	  "Lays it", NULL },
};
