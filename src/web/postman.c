#include "web/postman.h"
#include "app/error_reports.h"
#include "app/notices.h"
#include "app/subscriptions.h"
#include "core/calendar.h"
#include "port/clock.h"
#include "port/ticker.h"
#include "view/letters.h"
#include <stdlib.h>

struct look {
	struct arena         *a;
	struct store         *s;
	const struct edition *ed;
	int32_t               today;
	int64_t               now;
	size_t                queued;
};

static struct lang
language(struct str code)
{
	struct lang l;

	return lang_find(code, &l) ? l : lang_at(0);
}

/* ---- the staff: one message a day ---- */

static bool
queue_notices(struct look *k, const struct actor *who, const struct notices *n, int64_t last)
{
	struct lang        l = language(who->lang);
	struct outgoing    what = {
		.account = who->account, .to = who->mail, .lang = l.code,
		.mark = arena_printf(k->a, "digest:%lld:" STR_FMT, (long long)who->account,
		    STR_ARG(day_iso(k->a, k->today))),
	};
	struct letter_text text;
	struct str         token;
	bool               queued;

	/* What came after today's message waits for tomorrow's. */
	if (!outbox_has(k->s, what.mark, &queued))
		return false;
	if (queued)
		return true;
	if (!letter_link_new(k->a, k->s, LETTER_LINK_NOTICES, who->account, k->now, &token))
		return false;
	text = letter_of_notices(k->a, &l, n->at, n->len, token);
	what.subject = text.subject;
	what.text = text.text;
	what.unsubscribe = arena_printf(k->a, "/" STR_FMT "/letter/" STR_FMT, STR_ARG(l.code),
	    STR_ARG(token));
	if (!outbox_add(k->s, &what, k->now, &queued))
		return false;
	k->queued += queued;
	return !queued || notices_told(k->s, who->account, last, k->now);
}

static bool
tell_person(struct look *k, const struct told_person *p)
{
	struct notices n;
	int64_t        last;

	if (!notices_of(k->a, k->s, p, &n, &last))
		return false;
	if (n.len > 0)
		return queue_notices(k, p->who, &n, last);
	return last == 0 || notices_told(k->s, p->who->account, last, k->now);
}

static bool
tell_staff(struct look *k)
{
	struct told_people people;

	if (!notices_people(k->a, k->s, k->today, &people) ||
	    !notices_gather(k->a, k->s, k->ed, &people, k->today, k->now))
		return false;
	for (size_t i = 0; i < people.len; i++)
		if (!store_begin(k->s) || !tell_person(k, &people.at[i]) || !store_commit(k->s))
			return false;
	return true;
}

/* ---- readers: one message when something changed ---- */

static bool
queue_changes(struct look *k, const struct subscription *sub, const struct changed_targets *c)
{
	struct lang        l = language(sub->lang);
	struct named       objective = judge_named(&k->ed->sn, sub->objective);
	struct outgoing    what = {
		.to = sub->mail, .lang = l.code,
		.mark = arena_printf(k->a, "subscription:%lld:%lld:%lld:%d", (long long)sub->id,
		    (long long)sub->made, (long long)k->ed->sn.known, (int)k->today),
	};
	struct letter_text text;
	struct str         token;
	bool               queued;

	if (!letter_link_new(k->a, k->s, LETTER_LINK_STOP, sub->id, k->now, &token))
		return false;
	text = letter_of_changes(k->a, &l, &objective, c->at, c->len, token);
	what.subject = text.subject;
	what.text = text.text;
	what.unsubscribe = arena_printf(k->a, "/" STR_FMT "/unsubscribe/" STR_FMT, STR_ARG(l.code),
	    STR_ARG(token));
	if (!outbox_add(k->s, &what, k->now, &queued))
		return false;
	k->queued += queued;
	return true;
}

static bool
tell_reader(struct look *k, const struct subscription *sub)
{
	struct str             state = subscription_state(k->a, k->ed, sub->objective);
	struct changed_targets c;

	if (str_eq(state, sub->told))
		return true;
	c = subscription_changes(k->a, k->ed, sub);
	if (store_begin(k->s) && (c.len == 0 || queue_changes(k, sub, &c)) &&
	    subscription_told(k->s, sub->id, state) && store_commit(k->s))
		return true;
	store_rollback(k->s);
	return false;
}

static bool
tell_readers(struct look *k)
{
	struct subscriptions all;

	if (!subscriptions_all(k->a, k->s, &all))
		return false;
	for (size_t i = 0; i < all.len; i++)
		if (!tell_reader(k, &all.at[i]))
			return false;
	return true;
}

/* ---- a round ---- */

static bool
tidy(struct look *k)
{
	return store_begin(k->s) && outbox_tidy(k->s, k->now) && notices_tidy(k->s, k->now) &&
	    subscriptions_tidy(k->s, k->now) && error_reports_tidy(k->s, k->now) &&
	    store_commit(k->s);
}

bool
postman_look(struct store *s, int32_t today, int64_t now, struct diags *d,
             struct postman_round *ret)
{
	struct arena   a = { 0 };
	struct edition ed;
	struct look    k = { .a = &a, .s = s, .ed = &ed, .today = today, .now = now };
	bool           ok;

	ok = edition_make(&a, s, NULL, (struct judge_when){ .today = today }, d, &ed) &&
	    tell_staff(&k) && tell_readers(&k) && tidy(&k);
	store_rollback(s);
	ret->queued += k.queued;
	arena_free(&a);
	return ok;
}

bool
postman_send(struct store *s, const struct mail_settings *m, bool (*stopping)(void *of), void *of,
             struct postman_round *ret)
{
	struct arena      a = { 0 };
	enum outbox_state became = OUTBOX_STATE_COUNT;
	bool              ok = true;

	for (size_t i = 0; i < POSTMAN_ONCE_MAX; i++) {
		if (stopping != NULL && stopping(of))
			break;
		arena_reset(&a);
		ok = outbox_send(&a, s, m, clock_unix(), &became);
		if (!ok || became == OUTBOX_STATE_COUNT)
			break;
		ret->became[became]++;
	}
	arena_free(&a);
	return ok;
}

/* ---- beside a server ---- */

struct postman {
	struct str                  db;
	const struct mail_settings *m;
	struct viewer_log           log;
	struct ticker              *ticker;
	int64_t                     looked_at;
};

static bool
is_stopping(void *of)
{
	return ticker_stopping(of);
}

static void
go_round(void *of, struct ticker *t)
{
	struct postman      *p = of;
	struct arena         a = { 0 };
	struct diags         problems = diags_new(&a);
	struct postman_round round = { 0 };
	struct store        *s = store_open(p->db, STORE_WRITE, &problems);
	int64_t              now = clock_unix();
	bool                 look = now - p->looked_at >= POSTMAN_LOOK_SECONDS;

	if (s != NULL && look && postman_look(s, clock_today(), now, &problems, &round))
		p->looked_at = now;
	if (s != NULL && !store_failed(s))
		(void)!postman_send(s, p->m, is_stopping, t, &round);
	if (s != NULL && store_failed(s))
		(void)store_problem(s, &problems);
	store_close(s);
	if (problems.count > 0 && p->log.say != NULL) {
		struct buf lines;

		buf_init(&lines, 1 << 16);
		diags_write(&problems, &lines);
		p->log.say(p->log.to, buf_str(&lines));
		buf_free(&lines);
	}
	arena_free(&a);
}

struct postman *
postman_start(struct str db, const struct mail_settings *m, struct viewer_log log)
{
	struct postman *p = calloc(1, sizeof *p);

	if (p == NULL)
		abort();
	p->db = db;
	p->m = m;
	p->log = log;
	p->ticker = ticker_start(POSTMAN_SECONDS, go_round, p);
	if (p->ticker != NULL)
		return p;
	free(p);
	return NULL;
}

void
postman_stop(struct postman *p)
{
	if (p == NULL)
		return;
	ticker_stop(p->ticker);
	free(p);
}
