#include "app/outbox.h"
#include "base/codes.h"
#include "base/utf8.h"
#include "port/letter.h"
#include "port/secret.h"

enum column { ID, MARK, ACCOUNT, RECIPIENT, LANG, SUBJECT, BODY, LINK, QUEUED, DUE, TRIES, STATE,
	SINCE, PROBLEM };

static const struct str state_codes[OUTBOX_STATE_COUNT] = {
#define X(id, code, words) STR_INIT(code),
	OUTBOX_STATES(X)
#undef X
};

static enum outbox_state
state_from(struct str code)
{
	return (enum outbox_state)CODE_FIND(state_codes, *state_codes, code);
}

static struct outbox_row
read_row(struct arena *a, struct store *s, enum stmt q, int64_t now)
{
	struct outbox_row r = {
		.id = store_int(s, q, ID), .account = store_int(s, q, ACCOUNT),
		.queued = store_int(s, q, QUEUED), .due = store_int(s, q, DUE),
		.tries = store_int(s, q, TRIES), .since = store_int(s, q, SINCE),
		.mark = str_dup(a, store_text(s, q, MARK)),
		.to = str_dup(a, store_text(s, q, RECIPIENT)),
		.lang = str_dup(a, store_text(s, q, LANG)),
		.subject = str_dup(a, store_text(s, q, SUBJECT)),
		.text = str_dup(a, store_text(s, q, BODY)),
		.unsubscribe = str_dup(a, store_text(s, q, LINK)),
		.problem = str_dup(a, store_text(s, q, PROBLEM)),
		.state = state_from(store_text(s, q, STATE)),
	};

	r.stuck = r.state == OUTBOX_SENDING && r.since < now - OUTBOX_STUCK_SECONDS;
	return r;
}

/* ---- queueing ---- */

static struct letter
letter_of(const struct outgoing *what, struct str from)
{
	return (struct letter){
		.from = from, .to = what->to, .subject = what->subject, .text = what->text,
		.lang = what->lang, .unsubscribe = what->unsubscribe, .id = STR("x"),
	};
}

/* Refused now rather than found out every few minutes for five days. */
static bool
can_travel(const struct outgoing *what)
{
	struct letter l = letter_of(what, STR("pejl@localhost"));
	struct buf    b;
	bool          ok;

	buf_init(&b, LETTER_MAX);
	ok = letter_write(&b, &l) && buf_ok(&b);
	buf_free(&b);
	return ok;
}

bool
outbox_add(struct store *s, const struct outgoing *what, int64_t now, bool *ret)
{
	int64_t      last;
	struct param p[] = {
		P_INT(0), P_TEXT(what->mark), P_INT(what->account), P_TEXT(what->to), P_TEXT(what->lang),
		P_TEXT(what->subject), P_TEXT(what->text), P_TEXT(what->unsubscribe), P_INT(now),
	};

	*ret = can_travel(what);
	if (!*ret)
		return true;
	if (!store_get_int(s, STMT_OUTBOX_LAST, NULL, 0, &last))
		return false;
	p[0] = P_INT(last + 1);
	if (!store_run(s, STMT_OUTBOX_ADD, p, COUNT_OF(p)))
		return false;
	*ret = store_changed(s) == 1;
	return true;
}

bool
outbox_has(struct store *s, struct str mark, bool *ret)
{
	struct param p[] = { P_TEXT(mark) };
	int64_t      n;

	if (!store_get_int(s, STMT_OUTBOX_MARKED, p, COUNT_OF(p), &n))
		return false;
	*ret = n > 0;
	return true;
}

bool
outbox_forget(struct store *s, struct str mark)
{
	struct param p[] = { P_INT((int64_t)utf8_length(mark)), P_TEXT(mark) };

	return store_run(s, STMT_OUTBOX_FORGET, p, COUNT_OF(p));
}

/* ---- sending ---- */

static bool
find_due(struct arena *a, struct store *s, int64_t now, struct outbox_row *ret, bool *found)
{
	struct param p[] = { P_INT(now) };

	*found = false;
	if (!store_query(s, STMT_OUTBOX_DUE, p, COUNT_OF(p)))
		return false;
	if (store_next(s, STMT_OUTBOX_DUE)) {
		*ret = read_row(a, s, STMT_OUTBOX_DUE, now);
		*found = true;
	}
	store_reset(s, STMT_OUTBOX_DUE);
	return !store_failed(s);
}

/* One statement in a transaction of its own; `*ret`: it changed the row. */
static bool
run_alone(struct store *s, enum stmt id, const struct param *p, size_t n, bool *ret)
{
	if (store_begin(s) && store_run(s, id, p, n)) {
		*ret = store_changed(s) == 1;
		if (store_commit(s))
			return true;
	}
	store_rollback(s);
	return false;
}

static bool
claim(struct store *s, struct outbox_row *r, int64_t now, bool *ret)
{
	struct param p[] = { P_INT(now), P_INT(r->id) };

	r->tries++;
	return run_alone(s, STMT_OUTBOX_CLAIM, p, COUNT_OF(p), ret);
}

static int64_t
wait_after(int64_t tries)
{
	int64_t wait = 60;

	while (--tries > 0 && wait < OUTBOX_WAIT_MAX)
		wait *= 2;
	return wait < OUTBOX_WAIT_MAX ? wait : OUTBOX_WAIT_MAX;
}

static bool
settle(struct store *s, const struct outbox_row *r, enum outbox_state state, struct str why,
       int64_t now)
{
	struct param p[] = { P_TEXT(state_codes[state]), P_TEXT(why), P_INT(now), P_INT(r->id) };
	bool         changed;

	return run_alone(s, STMT_OUTBOX_SETTLE, p, COUNT_OF(p), &changed);
}

static bool
try_later(struct store *s, const struct outbox_row *r, struct str why, int64_t now,
          enum outbox_state *ret)
{
	int64_t      due = now + wait_after(r->tries);
	struct param p[] = { P_INT(due), P_TEXT(why), P_INT(r->id) };
	bool         changed;

	if (due - r->queued > OUTBOX_GIVE_UP_SECONDS) {
		*ret = OUTBOX_GIVEN_UP;
		return settle(s, r, OUTBOX_GIVEN_UP, why, now);
	}
	*ret = OUTBOX_WAITING;
	return run_alone(s, STMT_OUTBOX_LATER, p, COUNT_OF(p), &changed);
}

static bool
note(struct store *s, const struct outbox_row *r, enum smtp_outcome o, struct str why,
     int64_t now, enum outbox_state *ret)
{
	struct param p[] = { P_TEXT(why), P_INT(r->id) };
	bool         changed;

	switch (o) {
	case SMTP_SENT:
		*ret = OUTBOX_SENT;
		return settle(s, r, OUTBOX_SENT, why, now);
	case SMTP_REFUSED:
		*ret = OUTBOX_REFUSED;
		return settle(s, r, OUTBOX_REFUSED, why, now);
	case SMTP_UNSURE:
		*ret = OUTBOX_SENDING;
		return run_alone(s, STMT_OUTBOX_UNSURE, p, COUNT_OF(p), &changed);
	case SMTP_LATER:
		return try_later(s, r, why, now, ret);
	}
	return false;
}

static struct str
with_site(struct arena *a, struct str text, struct str site)
{
	struct buf b;
	struct str out;
	size_t     at = 0, next;

	buf_init(&b, LETTER_MAX);
	while ((next = str_find(text, STR("{site}"), at)) != SIZE_MAX) {
		buf_put(&b, str_slice(text, at, next));
		buf_put(&b, site);
		at = next + 6;
	}
	buf_put(&b, str_slice(text, at, text.len));
	out = str_dup(a, buf_str(&b));
	buf_free(&b);
	return out;
}

/* The same message has the same id whenever it is sent. */
static enum smtp_outcome
hand_over(struct arena *a, const struct mail_settings *m, const struct outbox_row *r,
          int64_t now, struct str *why)
{
	struct letter l = {
		.from_name = m->name, .from = m->from, .to = r->to, .subject = r->subject,
		.text = with_site(a, r->text, m->site), .lang = r->lang, .at = now,
		.id = str_slice(secret_digest(a, "message", r->mark), 0, 40),
	};
	enum smtp_outcome o = SMTP_REFUSED;
	struct buf        b;

	if (r->unsubscribe.len > 0)
		l.unsubscribe = arena_printf(a, STR_FMT STR_FMT, STR_ARG(m->site),
		    STR_ARG(r->unsubscribe));
	buf_init(&b, LETTER_MAX);
	if (letter_write(&b, &l) && buf_ok(&b))
		o = smtp_send(a, &m->server, m->from, r->to, buf_str(&b), why);
	else
		*why = STR("this cannot be made a message");
	buf_free(&b);
	return o;
}

bool
outbox_send(struct arena *a, struct store *s, const struct mail_settings *m, int64_t now,
            enum outbox_state *ret)
{
	struct outbox_row r;
	struct str        why = STR_NONE;
	enum smtp_outcome o;
	bool              found, mine = false;

	*ret = OUTBOX_STATE_COUNT;
	if (!find_due(a, s, now, &r, &found))
		return false;
	if (!found)
		return true;
	if (!claim(s, &r, now, &mine))
		return false;
	if (!mine) {
		*ret = OUTBOX_WAITING;          /* another sender was quicker */
		return true;
	}
	o = hand_over(a, m, &r, now, &why);
	return note(s, &r, o, why, now, ret);
}

/* ---- what people see and decide ---- */

bool
outbox_list(struct arena *a, struct store *s, int64_t now, size_t limit, struct outbox_rows *ret)
{
	struct param       p[] = { P_INT((int64_t)limit) };
	struct outbox_rows rows = { 0 };
	size_t             cap = 0;

	if (!store_query(s, STMT_OUTBOX_OPEN, p, COUNT_OF(p)))
		return false;
	while (store_next(s, STMT_OUTBOX_OPEN)) {
		ARENA_GROW(a, rows.at, rows.len, &cap);
		rows.at[rows.len++] = read_row(a, s, STMT_OUTBOX_OPEN, now);
	}
	*ret = rows;
	return !store_failed(s);
}

bool
outbox_count(struct store *s, int64_t ret[OUTBOX_STATE_COUNT])
{
	for (size_t i = 0; i < OUTBOX_STATE_COUNT; i++)
		ret[i] = 0;
	if (!store_query(s, STMT_OUTBOX_COUNT, NULL, 0))
		return false;
	while (store_next(s, STMT_OUTBOX_COUNT)) {
		enum outbox_state state = state_from(store_text(s, STMT_OUTBOX_COUNT, 0));

		if (state < OUTBOX_STATE_COUNT)
			ret[state] = store_int(s, STMT_OUTBOX_COUNT, 1);
	}
	return !store_failed(s);
}

static bool
decide(struct store *s, enum stmt id, int64_t row, int64_t now, bool *ret)
{
	struct param p[] = { P_INT(now), P_INT(row), P_INT(now - OUTBOX_STUCK_SECONDS) };

	if (!store_run(s, id, p, COUNT_OF(p)))
		return false;
	*ret = store_changed(s) == 1;
	return true;
}

bool
outbox_again(struct store *s, int64_t id, int64_t now, bool *ret)
{
	return decide(s, STMT_OUTBOX_AGAIN, id, now, ret);
}

bool
outbox_drop(struct store *s, int64_t id, int64_t now, bool *ret)
{
	return decide(s, STMT_OUTBOX_GIVE_UP, id, now, ret);
}

bool
outbox_tidy(struct store *s, int64_t now)
{
	struct param p[] = { P_INT(now - OUTBOX_KEPT_SECONDS) };

	return store_run(s, STMT_OUTBOX_DROP_OLD, p, COUNT_OF(p)) &&
	    store_run(s, STMT_LETTER_LINK_DROP_OLD, p, COUNT_OF(p));
}
