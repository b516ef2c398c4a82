#include "app/notices.h"
#include "app/duties.h"
#include "app/letter_links.h"
#include "app/session.h"
#include "app/tasks.h"
#include "app/unit_chain.h"
#include "app/wheel_deeds.h"
#include <stdlib.h>

bool
notice_add(struct store *s, const struct notice *n, int64_t now)
{
	struct param p[] = {
		P_INT(0), P_TEXT(n->mark), P_INT(n->account), P_TEXT(notice_info[n->kind].code),
		P_TEXT(n->words), P_TEXT(n->path), P_INT(n->has_due ? n->due : 0), P_INT(now),
	};
	int64_t last;

	if (n->account == 0)
		return true;
	if (!store_get_int(s, STMT_NOTICE_LAST, NULL, 0, &last))
		return false;
	p[0] = P_INT(last + 1);
	return store_run(s, STMT_NOTICE_ADD, p, COUNT_OF(p));
}

/* ---- who ---- */

bool
notices_off(struct store *s, int64_t account, bool ret[NOTICE_KIND_COUNT])
{
	struct param p[] = { P_INT(account) };

	for (size_t i = 0; i < NOTICE_KIND_COUNT; i++)
		ret[i] = false;
	if (!store_query(s, STMT_NOTICE_OFF_OF, p, COUNT_OF(p)))
		return false;
	while (store_next(s, STMT_NOTICE_OFF_OF)) {
		enum notice_kind kind = notice_from_code(store_text(s, STMT_NOTICE_OFF_OF, 0));

		if (kind < NOTICE_KIND_COUNT)
			ret[kind] = true;
	}
	return !store_failed(s);
}

static bool
add_person(struct arena *a, struct store *s, int64_t account, int32_t today,
           struct told_people *to, size_t *cap)
{
	struct told_person p = { 0 };

	if (!session_account(a, s, account, today, &p.who))
		return false;
	if (p.who == NULL || p.who->mail.len == 0)
		return true;
	if (!notices_off(s, account, p.off))
		return false;
	ARENA_GROW(a, to->at, to->len, cap);
	to->at[to->len++] = p;
	return true;
}

bool
notices_people(struct arena *a, struct store *s, int32_t today, struct told_people *ret)
{
	struct told_people to = { 0 };
	size_t             cap = 0, ids = 0, ids_cap = 0;
	int64_t           *id = NULL;

	if (!store_query(s, STMT_ACCOUNT_EVERY, NULL, 0))
		return false;
	while (store_next(s, STMT_ACCOUNT_EVERY)) {
		ARENA_GROW(a, id, ids, &ids_cap);
		id[ids++] = store_int(s, STMT_ACCOUNT_EVERY, 0);
	}
	if (store_failed(s))
		return false;
	for (size_t i = 0; i < ids; i++)
		if (!add_person(a, s, id[i], today, &to, &cap))
			return false;
	*ret = to;
	return true;
}

/* ---- what ---- */

struct gathering {
	struct arena         *a;
	struct store         *s;
	const struct edition *ed;
	int32_t               today;
	int64_t               now;
};

/* What there is to say about a task, besides what was told when it was sent back.
 * NOTICE_KIND_COUNT: nothing yet. */
static enum notice_kind
kind_of(const struct gathering *g, const struct task *t)
{
	if (t->kind == TASK_APPROVE)
		return NOTICE_APPROVE;
	if (t->kind == TASK_ERROR_REPORT)
		return NOTICE_REPORT;
	if (!t->has_due || t->due > g->today + NOTICE_SOON_DAYS)
		return NOTICE_KIND_COUNT;
	return t->due < g->today ? NOTICE_LATE : NOTICE_SOON;
}

static bool
add_task(const struct gathering *g, int64_t account, const struct task *t)
{
	struct notice n = {
		.account = account, .kind = kind_of(g, t), .words = t->thing.title, .path = t->path,
		.has_due = t->has_due, .due = t->due,
	};

	if (n.kind == NOTICE_KIND_COUNT)
		return true;
	/* What waits for approval waits anew when it comes again. */
	n.mark = arena_printf(g->a, "%lld:" STR_FMT ":%d:" STR_FMT ":" STR_FMT ":%d:" STR_FMT,
	    (long long)account, STR_ARG(notice_info[n.kind].code), (int)t->kind, STR_ARG(t->path),
	    STR_ARG(t->thing.id), (int)(t->has_due ? t->due : 0),
	    STR_ARG(n.kind == NOTICE_APPROVE ? t->have : STR_NONE));
	return notice_add(g->s, &n, g->now);
}

static bool
add_tasks(const struct gathering *g, const struct actor *who)
{
	struct tasks_ask k = { g->a, g->s, g->ed, who, g->today };
	struct tasks     all = { 0 };

	if (!tasks_of(&k, &all))
		return false;
	for (size_t i = 0; i < all.len; i++)
		if (!add_task(g, who->account, &all.at[i]))
			return false;
	return true;
}

/* To who fills in that unit's forms. */
static bool
add_reminder(const struct gathering *g, const struct told_people *people,
             const struct reminder *r)
{
	struct notice n = {
		.kind = NOTICE_REMINDER, .path = STR("work"), .has_due = r->due != 0, .due = r->due,
		.words = judge_named(&g->ed->sn, r->initiative != 0 ? r->initiative : r->duty).title,
	};

	for (size_t i = 0; i < people->len; i++) {
		const struct actor *who = people->at[i].who;

		if (r->unit == 0 || !unit_may(who, RIGHT_FILL, &g->ed->sn, r->unit, 0))
			continue;
		n.account = who->account;
		n.mark = arena_printf(g->a, "%lld:reminder:%lld", (long long)n.account, (long long)r->id);
		if (!notice_add(g->s, &n, g->now))
			return false;
	}
	return reminder_sent(g->s, r->id, g->now);
}

static bool
gather(const struct gathering *g, const struct told_people *people)
{
	struct reminders reminders;

	for (size_t i = 0; i < people->len; i++)
		if (!add_tasks(g, people->at[i].who))
			return false;
	if (!reminders_to_send(g->a, g->s, &reminders))
		return false;
	for (size_t i = 0; i < reminders.len; i++)
		if (!add_reminder(g, people, &reminders.at[i]))
			return false;
	return true;
}

bool
notices_gather(struct arena *a, struct store *s, const struct edition *ed,
               const struct told_people *people, int32_t today, int64_t now)
{
	struct gathering g = { a, s, ed, today, now };

	if (store_begin(s) && gather(&g, people) && store_commit(s))
		return true;
	store_rollback(s);
	return false;
}

/* ---- telling ---- */

static int
by_kind(const void *x, const void *y)
{
	const struct notice *a = x, *b = y;

	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	if (a->due != b->due)
		return a->due < b->due ? -1 : 1;
	return str_cmp(a->words, b->words);
}

bool
notices_of(struct arena *a, struct store *s, const struct told_person *p, struct notices *ret,
           int64_t *last)
{
	struct param   q[] = { P_INT(p->who->account) };
	enum stmt      id = STMT_NOTICE_UNTOLD;
	struct notices to = { 0 };

	*last = 0;
	if (!store_query(s, id, q, COUNT_OF(q)))
		return false;
	while (store_next(s, id)) {
		struct notice n = {
			.account = p->who->account, .kind = notice_from_code(store_text(s, id, 1)),
			.words = str_dup(a, store_text(s, id, 2)), .path = str_dup(a, store_text(s, id, 3)),
			.due = (int32_t)store_int(s, id, 4),
		};

		*last = store_int(s, id, 0);
		n.has_due = n.due != 0;
		if (n.kind == NOTICE_KIND_COUNT || p->off[n.kind])
			continue;
		ARENA_GROW(a, to.at, to.len, &to.cap);
		to.at[to.len++] = n;
	}
	if (to.len > 1)
		qsort(to.at, to.len, sizeof *to.at, by_kind);
	*ret = to;
	return !store_failed(s);
}

bool
notices_told(struct store *s, int64_t account, int64_t last, int64_t now)
{
	struct param p[] = { P_INT(now), P_INT(account), P_INT(last) };

	return store_run(s, STMT_NOTICE_TELL, p, COUNT_OF(p));
}

/* ---- choosing ---- */

static bool
choose(struct deed *d, const struct posted *form, int64_t account, struct buf *off)
{
	for (size_t i = 0; i < NOTICE_KIND_COUNT; i++) {
		bool         wanted = str_eq(posted_raw(form, notice_info[i].code), STR("1"));
		struct param p[] = { P_INT(account), P_TEXT(notice_info[i].code) };

		if (!store_run(d->s, wanted ? STMT_NOTICE_OFF_DROP : STMT_NOTICE_OFF_ADD, p, COUNT_OF(p)))
			return false;
		if (!wanted)
			buf_putf(off, "%s" STR_FMT, off->len > 0 ? ", " : "", STR_ARG(notice_info[i].code));
	}
	return true;
}

enum deed_state
notices_choose(struct deed *d, const struct posted *form, int64_t account, struct str location)
{
	enum deed_state how = deed_begin(d);
	struct buf      off;
	bool            ok;

	if (how != DEED_OPEN)
		return how;
	buf_init(&off, 4096);
	ok = choose(d, form, account, &off) && deed_trail(d, ACT_MESSAGES,
	    arena_printf(d->a, "account:%lld", (long long)account), STR_NONE, buf_str(&off));
	buf_free(&off);
	return ok ? deed_commit(d, location) : deed_stop(d, DEED_FAILED);
}

bool
notices_forget(struct store *s, int64_t account)
{
	struct param p[] = { P_INT(account) };

	return store_run(s, STMT_OUTBOX_FORGET_OF, p, COUNT_OF(p)) &&
	    store_run(s, STMT_NOTICE_FORGET_OF, p, COUNT_OF(p)) &&
	    store_run(s, STMT_NOTICE_OFF_FORGET_OF, p, COUNT_OF(p)) &&
	    letter_link_drop(s, LETTER_LINK_NOTICES, account);
}

bool
notices_tidy(struct store *s, int64_t now)
{
	struct param p[] = { P_INT(now - NOTICE_KEPT_SECONDS) };

	return store_run(s, STMT_NOTICE_DROP_OLD, p, COUNT_OF(p));
}
