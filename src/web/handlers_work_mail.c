/* What members of staff are told by mail, and what is on its way. */
#include "app/letter_links.h"
#include "app/notices.h"
#include "app/outbox.h"
#include "app/session.h"
#include "port/clock.h"
#include "view/pages/letters.h"
#include "web/handlers.h"
#include "web/staff.h"

#define MESSAGES_SHOWN 200
#define DAY_SECONDS 86400

/* ---- what is told ---- */

static struct str
own_path(struct request *rq)
{
	return rq->address->path;
}

static int
handle_notifications(struct request *rq)
{
	struct work w = request_work(rq, WORK_NOTIFICATIONS, NULL);
	struct page p = request_page(rq);
	bool        off[NOTICE_KIND_COUNT];

	if (!notices_off(rq->store, rq->actor->account, off))
		return 500;
	notices_page(&p, &w, &w.form, off, false);
	return 200;
}

static int
handle_choose(struct request *rq)
{
	struct deed d = staff_deed(rq);

	return staff_ended(rq, &d, notices_choose(&d, &rq->form, rq->actor->account, own_path(rq)));
}

/* Of the address in a message: the account. */
static int
by_link(struct request *rq, int64_t *account)
{
	if (!letter_link_find(rq->arena, rq->store, LETTER_LINK_NOTICES, rq->id, account))
		return 500;
	return *account == 0 ? 404 : 200;
}

static int
handle_letter(struct request *rq)
{
	struct form_view f = request_public_form(rq, NULL);
	struct page      p = request_page(rq);
	bool             off[NOTICE_KIND_COUNT];
	int64_t          account;
	int              status = by_link(rq, &account);

	if (status != 200)
		return status;
	if (!notices_off(rq->store, account, off))
		return 500;
	notices_page(&p, NULL, &f, off, false);
	return 200;
}

static int
handle_letter_choose(struct request *rq)
{
	struct deed d = staff_deed(rq);
	int64_t     account;
	int         status;

	if (request_throttled(rq))
		return 429;
	status = by_link(rq, &account);
	if (status != 200)
		return status;
	return staff_ended(rq, &d, notices_choose(&d, &rq->form, account, own_path(rq)));
}

/* ---- what is on its way ---- */

static const char *
state_words(const struct outbox_row *r)
{
	static const char *const words[OUTBOX_STATE_COUNT] = {
		[OUTBOX_WAITING] = N_("It waits."),
		[OUTBOX_SENDING] = N_("It is being sent."),
		[OUTBOX_SENT] = N_("It is sent."),
		[OUTBOX_REFUSED] = N_("The mail server refused it."),
		[OUTBOX_GIVEN_UP] = N_("It was given up."),
	};

	return r->stuck ? N_("Nobody knows whether it was sent.") : words[r->state];
}

static bool
name_of(struct request *rq, int64_t account, struct str *ret)
{
	const struct actor *who = NULL;

	*ret = STR_NONE;
	if (account != 0 && !session_account(rq->arena, rq->store, account, clock_today(), &who))
		return false;
	if (who != NULL)
		*ret = who->title;
	return true;
}

static int
handle_messages(struct request *rq)
{
	struct work          w = request_work(rq, WORK_MESSAGES, NULL);
	struct page          p = request_page(rq);
	struct outbox_rows   rows;
	struct message_view *m;

	if (!outbox_list(rq->arena, rq->store, rq->unix_now, MESSAGES_SHOWN, &rows))
		return 500;
	m = ARENA_ARRAY(rq->arena, struct message_view, rows.len + 1);
	for (size_t i = 0; i < rows.len; i++) {
		const struct outbox_row *r = &rows.at[i];

		m[i] = (struct message_view){
			.id = r->id, .problem = r->problem, .state = state_words(r), .tries = r->tries,
			.queued = (int32_t)(r->queued / DAY_SECONDS), .stuck = r->stuck,
		};
		if (!name_of(rq, r->account, &m[i].whom))
			return 500;
	}
	messages_page(&p, &w, m, rows.len);
	return 200;
}

static enum deed_state
decide(struct deed *d, struct request *rq, int64_t id)
{
	bool            drop = str_eq(posted_raw(&rq->form, STR("what")), STR("drop")), done;
	enum deed_state how = deed_begin(d);

	if (how != DEED_OPEN)
		return how;
	if (!access_has(d->who, RIGHT_MANAGE))
		return deed_stop(d, DEED_DENIED);
	if (!(drop ? outbox_drop(d->s, id, d->now, &done) : outbox_again(d->s, id, d->now, &done)))
		return deed_stop(d, DEED_FAILED);
	if (!done)
		return deed_stop(d, DEED_MISSING);
	if (!deed_trail(d, ACT_MESSAGE_DECIDED, arena_printf(rq->arena, "message:%lld", (long long)id),
	    STR_NONE, drop ? STR("drop") : STR("again")))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, arena_printf(rq->arena, "/" STR_FMT "/work/messages",
	    STR_ARG(rq->lang.code)));
}

static int
handle_decide(struct request *rq)
{
	struct deed d = staff_deed(rq);
	int64_t     id;

	return str_int(rq->id, &id) ? staff_ended(rq, &d, decide(&d, rq, id)) : 404;
}

const struct route routes_work_mail[ROUTES_WORK_MAIL] = {
	{ METHOD_GET, STR_INIT("/:lang/work/notifications"), ACCESS_STAFF, NEEDS_STORE, 0,
	  handle_notifications, "What I am told by mail", NULL },
	{ METHOD_POST, STR_INIT("/:lang/work/notifications"), ACCESS_STAFF, NEEDS_STORE, 0,
	  handle_choose, "Chooses that", NULL },
	{ METHOD_GET, STR_INIT("/:lang/letter/:id"), ACCESS_PUBLIC, NEEDS_STORE, 0,
	  handle_letter, "The same, by the address of a message", NULL },
	{ METHOD_POST, STR_INIT("/:lang/letter/:id"), ACCESS_PUBLIC, NEEDS_STORE, 0,
	  handle_letter_choose, "Chooses that", NULL },
	{ METHOD_GET, STR_INIT("/:lang/work/messages"), ACCESS_MANAGE, NEEDS_STORE, 0,
	  handle_messages, "Messages that are not sent", NULL },
	{ METHOD_POST, STR_INIT("/:lang/work/message/:id"), ACCESS_MANAGE, NEEDS_STORE, 0,
	  handle_decide, "Sends one that is stuck again, or lets it be", NULL },
};
