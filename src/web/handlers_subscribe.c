/* Readers who want to be told when an objective changes. */
#include "app/outbox.h"
#include "app/subscriptions.h"
#include "view/letters.h"
#include "view/pages/letters.h"
#include "web/handlers.h"
#include "web/service.h"
#include "web/staff.h"

bool
request_mails(const struct request *rq)
{
	return rq->service == NULL || rq->service->mails;
}

static struct str
path(struct request *rq, const char *rest)
{
	return arena_printf(rq->arena, "/" STR_FMT "/%s", STR_ARG(rq->lang.code), rest);
}

/* ---- asking ---- */

static int
show_form(struct request *rq, const struct noun_row *objective, const struct faults *faults)
{
	struct form_view f = request_public_form(rq, faults);
	struct named     n = judge_named(&rq->edition->sn, objective->id);
	struct page      p = request_page(rq);

	subscribe_page(&p, &n, &f);
	return faults != NULL ? 422 : 200;
}

/* The message that asks, in the transaction that notes the address. */
static enum deed_state
queue_asking(struct deed *d, struct request *rq, const struct subscription *sub)
{
	struct named       n = judge_named(&rq->edition->sn, sub->objective);
	struct outgoing    what = {
		.to = sub->mail, .lang = sub->lang,
		.mark = arena_printf(d->a, "subscription:%lld:confirm:%lld", (long long)sub->id,
		    (long long)sub->made),
	};
	struct letter_text text;
	struct str         token;
	bool               queued;

	if (!letter_link_new(d->a, d->s, LETTER_LINK_CONFIRM, sub->id, d->now, &token))
		return deed_stop(d, DEED_FAILED);
	text = letter_of_asking(d->a, &rq->lang, &n, rq->edition->authority.title, token);
	what.subject = text.subject;
	what.text = text.text;
	if (!outbox_add(d->s, &what, d->now, &queued))
		return deed_stop(d, DEED_FAILED);
	return DEED_OPEN;
}

static int
send_form(struct request *rq, const struct noun_row *objective)
{
	struct deed         d = staff_deed(rq);
	struct subscription sub;
	enum deed_state     how;

	if (request_throttled(rq))
		return 429;
	how = subscription_ask(&d, &rq->form, objective->id, rq->lang.code, &sub);
	if (how == DEED_FAULTY)
		return show_form(rq, objective, &d.faults);
	if (how == DEED_OPEN && sub.id != 0)
		how = queue_asking(&d, rq, &sub);
	if (how == DEED_OPEN)
		how = deed_commit(&d, path(rq, "subscription-asked"));
	return staff_ended(rq, &d, how);
}

static int
handle_ask(struct request *rq)
{
	const struct noun_row *objective = edition_thing(rq->edition, NOUN_OBJECTIVE, rq->id);

	if (objective == NULL || !request_mails(rq))
		return 404;
	return rq->route->method == METHOD_POST ? send_form(rq, objective)
	                                        : show_form(rq, objective, NULL);
}

/* ---- links in messages ---- */

/* A page with a button: programs that look into mail open links and press nothing. */
static int
show_link(struct request *rq, enum letter_link kind, enum letter_page page)
{
	struct form_view    f = request_public_form(rq, NULL);
	struct subscription sub;
	struct named        n;
	struct page         p;

	if (!subscription_by_link(rq->arena, rq->store, kind, rq->id, &sub))
		return 500;
	if (sub.id == 0)
		return 404;
	n = judge_named(&rq->edition->sn, sub.objective);
	p = request_page(rq);
	letter_page(&p, page, &n, &f);
	return 200;
}

static int
handle_confirm(struct request *rq)
{
	struct deed d = staff_deed(rq);

	if (rq->route->method == METHOD_GET)
		return show_link(rq, LETTER_LINK_CONFIRM, LETTER_CONFIRM);
	return staff_ended(rq, &d, subscription_confirm(&d, rq->edition, rq->id,
	    path(rq, "subscribed")));
}

static int
handle_stop(struct request *rq)
{
	struct deed d = staff_deed(rq);

	if (rq->route->method == METHOD_GET)
		return show_link(rq, LETTER_LINK_STOP, LETTER_STOP);
	return staff_ended(rq, &d, subscription_stop(&d, LETTER_LINK_STOP, rq->id,
	    path(rq, "unsubscribed")));
}

static int
show_sentence(struct request *rq, enum letter_page page)
{
	struct page p = request_page(rq);

	letter_page(&p, page, NULL, NULL);
	return 200;
}

static int
handle_asked(struct request *rq)
{
	return show_sentence(rq, LETTER_ASKED);
}

static int
handle_confirmed(struct request *rq)
{
	return show_sentence(rq, LETTER_CONFIRMED);
}

static int
handle_stopped(struct request *rq)
{
	return show_sentence(rq, LETTER_STOPPED);
}

const struct route routes_subscribe[ROUTES_SUBSCRIBE] = {
	{ METHOD_GET, STR_INIT("/:lang/objective/:id/subscribe"), ACCESS_PUBLIC, NEEDS_STORE, 0,
	  handle_ask, "A form for being told when an objective changes", NULL },
	{ METHOD_POST, STR_INIT("/:lang/objective/:id/subscribe"), ACCESS_PUBLIC, NEEDS_STORE, 0,
	  handle_ask, "Asks an address whether it wants to be told", NULL },
	{ METHOD_GET, STR_INIT("/:lang/subscribe/:id"), ACCESS_PUBLIC, NEEDS_STORE, 0,
	  handle_confirm, "A button that confirms", NULL },
	{ METHOD_POST, STR_INIT("/:lang/subscribe/:id"), ACCESS_PUBLIC, NEEDS_STORE, 0,
	  handle_confirm, "Confirms an address", NULL },
	{ METHOD_GET, STR_INIT("/:lang/unsubscribe/:id"), ACCESS_PUBLIC, NEEDS_STORE, 0,
	  handle_stop, "A button that ends it", NULL },
	{ METHOD_POST, STR_INIT("/:lang/unsubscribe/:id"), ACCESS_PUBLIC, NEEDS_STORE, 0,
	  handle_stop, "Ends it and erases the address", NULL },
	{ METHOD_GET, STR_INIT("/:lang/subscription-asked"), ACCESS_PUBLIC, NEEDS_EDITION, 0,
	  handle_asked, "Look into your mailbox", NULL },
	{ METHOD_GET, STR_INIT("/:lang/subscribed"), ACCESS_PUBLIC, NEEDS_EDITION, 0,
	  handle_confirmed, "It is confirmed", NULL },
	{ METHOD_GET, STR_INIT("/:lang/unsubscribed"), ACCESS_PUBLIC, NEEDS_EDITION, 0,
	  handle_stopped, "It has ended", NULL },
};
