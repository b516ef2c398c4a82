#include "app/source_queue.h"
#include "app/session.h"
#include "core/calendar.h"

#define DAY_SECONDS 86400
#define RIGHTS_NOUNS (NOUN_BIT(SOURCE) | NOUN_BIT(INDICATOR) | NOUN_BIT(UNIT))

/* ---- asking ---- */

/* The number of one that is to be looked after anyway; else 0. */
static bool
find_open(struct deed *d, int64_t source, enum source_run_kind kind, int64_t *ret)
{
	struct param p[] = { P_INT(source), P_TEXT(source_run_kind_code(kind)) };

	return store_get_int(d->s, STMT_SOURCE_RUN_OPEN, p, COUNT_OF(p), ret);
}

static enum deed_state
add(struct deed *d, int64_t source, enum source_run_kind kind, int64_t *ret)
{
	const struct source_logged what = { .source = source, .account = d->who->account, .kind = kind,
	                                    .now = d->now };
	struct param all[] = { P_INT(INT64_MAX) };
	int64_t      busy;

	if (!store_get_int(d->s, STMT_SOURCE_RUN_BUSY, all, COUNT_OF(all), &busy))
		return DEED_FAILED;
	if (busy >= SOURCE_QUEUE_MAX) {
		(void)fault_add(&d->faults, STR_NONE, N_("{1} sources wait to be asked already. Try again "
		    "when there are fewer."), arena_printf(d->a, "%lld", (long long)busy));
		return DEED_FAULTY;
	}
	return source_log_add(d->s, &what, ret) ? DEED_OPEN : DEED_FAILED;
}

static enum deed_state
ask_for(struct deed *d, const struct edit_ask *ask, enum source_run_kind kind)
{
	const struct snapshot *sn = edit_register(d->a, d->s, ask->ed);
	const struct noun_row *row;
	enum deed_state        how = DEED_OPEN;
	int64_t                run;

	if (sn == NULL)
		return DEED_FAILED;
	row = snapshot_row(sn, things_find(sn->things, NOUN_SOURCE, ask->key));
	if (row == NULL)
		return DEED_MISSING;
	if (!edit_may(d->who, sn, NOUN_SOURCE, row))
		return DEED_DENIED;
	if (!find_open(d, row->id, kind, &run))
		return DEED_FAILED;
	if (run == 0)
		how = add(d, row->id, kind, &run);
	if (how != DEED_OPEN)
		return how;
	if (!deed_trail(d, kind == SOURCE_RUN_TRY ? ACT_SOURCE_TRY : ACT_SOURCE_FETCH,
	    arena_printf(d->a, "source:" STR_FMT, STR_ARG(ask->key)), STR(""), STR("")))
		return DEED_FAILED;
	return deed_commit(d, arena_printf(d->a, "/" STR_FMT "/" FETCHES_PATH "/%lld",
	    STR_ARG(ask->lang), (long long)run));
}

enum deed_state
source_ask(struct deed *d, const struct edit_ask *ask, enum source_run_kind kind)
{
	enum deed_state how = deed_begin(d);

	if (how == DEED_OPEN)
		how = ask_for(d, ask, kind);
	return how == DEED_DONE ? how : deed_stop(d, how);
}

/* ---- looking after one ---- */

struct work {
	struct arena               a;
	struct store              *s;
	const struct source_reach *reach;
	int64_t                    now;
	struct source_logged_row   next;        /* id 0: none waits */
	const struct actor        *who;
};

/* "2026-11-23T04:00:00Z" */
static struct str
moment(struct arena *a, int64_t now)
{
	int64_t second = now % DAY_SECONDS;

	return arena_printf(a, STR_FMT "T%02d:%02d:%02dZ", STR_ARG(day_iso(a, (int32_t)(now / DAY_SECONDS))),
	    (int)(second / 3600), (int)(second / 60 % 60), (int)(second % 60));
}

static bool
find_next(struct work *w)
{
	struct param p[] = { P_INT(w->now - SOURCE_STALE_SECONDS) };
	enum stmt    q = STMT_SOURCE_RUN_NEXT;

	if (!store_query(w->s, q, p, COUNT_OF(p)))
		return false;
	if (store_next(w->s, q))
		w->next = source_log_row(&w->a, w->s, q);
	store_reset(w->s, q);
	return !store_failed(w->s);
}

static bool
end(struct work *w, enum source_run_state state, const char *why)
{
	const struct source_logged what = {
		.run = w->next.run.id, .source = w->next.source, .account = w->next.account,
		.kind = w->next.run.kind, .now = w->now,
	};

	return source_log_failed(w->s, &what, state, str_from(why), STR_NONE);
}

static bool
end_alone(struct work *w, enum source_run_state state, const char *why)
{
	bool ok = store_begin(w->s) && end(w, state, why) && store_commit(w->s);

	store_rollback(w->s);
	return ok;
}

/* Nobody else takes it now. It is not begun a third time: perhaps it ended the server. */
static bool
claim(struct work *w)
{
	struct param p[] = { P_INT(w->now), P_INT(0) };
	bool         ok = store_begin(w->s) && find_next(w);

	p[1] = P_INT(w->next.run.id);
	if (ok && w->next.run.id != 0)
		ok = (w->next.tries < SOURCE_TRIES ? store_run(w->s, STMT_SOURCE_RUN_CLAIM, p, COUNT_OF(p))
		                                   : end(w, SOURCE_RUN_FAILED, "it ended the program")) &&
		    store_commit(w->s);
	store_rollback(w->s);
	return ok;
}

static bool
fetch(struct work *w, struct str key)
{
	struct sources_how how = {
		.act = {
			.at = moment(&w->a, w->now), .who = w->who->title,
			.nonce = arena_printf(&w->a, "source-run:%lld", (long long)w->next.run.id),
		},
		.hosts = w->reach->hosts, .allow_private = w->reach->private, .wait_ms = w->reach->wait_ms,
		.stop = w->reach->stop,
		.dry_run = w->next.run.kind == SOURCE_RUN_TRY, .run = w->next.run.id, .who = w->who,
	};
	struct diags         problems = diags_new(&w->a);
	struct sources_found found;

	return sources_fetch(&w->a, w->s, key, &how, &problems, &found) || !store_failed(w->s);
}

/* May she still, and is it still there? */
static bool
look_after(struct work *w)
{
	struct things         *t = things_load(&w->a, w->s);
	const struct noun_row *row;
	struct snapshot        sn;

	if (t == NULL || !snapshot_load(&w->a, w->s, t, 0, RIGHTS_NOUNS, &sn) ||
	    !session_account(&w->a, w->s, w->next.account, (int32_t)(w->now / DAY_SECONDS), &w->who))
		return false;
	row = snapshot_row(&sn, w->next.source);
	if (row == NULL)
		return end_alone(w, SOURCE_RUN_FAILED, "there is no such source any longer");
	if (w->who == NULL || !edit_may(w->who, &sn, NOUN_SOURCE, row))
		return end_alone(w, SOURCE_RUN_DENIED, "");
	return fetch(w, things_key(t, w->next.source));
}

bool
source_queue_next(struct store *s, const struct source_reach *reach, int64_t now, bool *ret)
{
	struct work w = { .s = s, .reach = reach, .now = now };
	bool        ok = claim(&w);

	if (ok && w.next.run.id != 0 && w.next.tries < SOURCE_TRIES)
		ok = look_after(&w);
	if (ok)
		*ret = w.next.run.id != 0;
	arena_free(&w.a);
	return ok;
}
