#include "app/source_queue.h"
#include "app/session.h"
#include "app/source_break.h"
#include "app/source_draft.h"
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

enum deed_state
source_queue_add(struct deed *d, int64_t source, enum source_run_kind kind, int64_t *ret)
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

/* Is it there, and hers? */
static enum deed_state
open_source(struct deed *d, const struct edit_ask *ask, int64_t *ret)
{
	const struct snapshot *sn = edit_register(d->a, d->s, ask->ed);
	const struct noun_row *row;

	if (sn == NULL)
		return DEED_FAILED;
	row = snapshot_row(sn, things_find(sn->things, NOUN_SOURCE, ask->key));
	if (row == NULL)
		return DEED_MISSING;
	*ret = row->id;
	return edit_may(d->who, sn, NOUN_SOURCE, row) ? DEED_OPEN : DEED_DENIED;
}

static bool
tell(struct deed *d, const struct edit_ask *ask, enum act_id act, struct str after)
{
	return deed_trail(d, act, arena_printf(d->a, "source:" STR_FMT, STR_ARG(ask->key)), STR(""), after);
}

static enum deed_state
ask_for(struct deed *d, const struct edit_ask *ask, enum source_run_kind kind)
{
	int64_t         run = 0, source = 0;
	enum deed_state how = open_source(d, ask, &source);

	if (how != DEED_OPEN)
		return how;
	if (!find_open(d, source, kind, &run))
		return DEED_FAILED;
	if (run == 0)
		how = source_queue_add(d, source, kind, &run);
	if (how != DEED_OPEN)
		return how;
	if (!tell(d, ask, kind == SOURCE_RUN_TRY ? ACT_SOURCE_TRY : ACT_SOURCE_FETCH, STR("")))
		return DEED_FAILED;
	return deed_commit(d, arena_printf(d->a, "/" STR_FMT "/" FETCHES_PATH "/%lld",
	    STR_ARG(ask->lang), (long long)run));
}

enum deed_state
source_want(struct deed *d, const struct edit_ask *ask, enum source_run_kind kind)
{
	enum deed_state how = deed_begin(d);

	if (how == DEED_OPEN)
		how = ask_for(d, ask, kind);
	return how == DEED_DONE ? how : deed_stop(d, how);
}

/* ---- a break ---- */

static bool
read_verdict(struct deed *d, const struct posted *form, enum source_verdict *ret)
{
	struct str said = posted_raw(form, STR("verdict"));

	*ret = str_eq(said, STR("new")) ? SOURCE_IS_NEW_METHOD : SOURCE_IS_SAME_SERIES;
	return str_eq(said, STR("new")) || str_eq(said, STR("same")) ||
	    fault_add(&d->faults, STR("verdict"), N_("Choose one of the list."), STR_NONE);
}

static enum deed_state
settle(struct deed *d, const struct edit_ask *ask)
{
	struct diags        problems = diags_new(d->a);
	struct act          act = deed_act(d, STR_NONE);
	int64_t             source = 0;
	enum source_verdict verdict;
	enum deed_state     how = open_source(d, ask, &source);

	if (how != DEED_OPEN)
		return how;
	if (!read_verdict(d, ask->form, &verdict))
		return DEED_FAULTY;
	if (!source_decide_within(d->a, d->s, ask->key, verdict, &act, &problems, &d->change)) {
		(void)fault_add(&d->faults, STR_NONE, N_("This break cannot be decided so, or somebody "
		    "decided on it meanwhile."), STR_NONE);
		return store_failed(d->s) ? DEED_FAILED : DEED_FAULTY;
	}
	if (!tell(d, ask, ACT_SOURCE_SETTLE, verdict == SOURCE_IS_NEW_METHOD ? STR("new") : STR("same")))
		return DEED_FAILED;
	return deed_commit(d, arena_printf(d->a, "/" STR_FMT "/" SOURCES_PATH "/" STR_FMT,
	    STR_ARG(ask->lang), STR_ARG(ask->key)));
}

enum deed_state
source_settle(struct deed *d, const struct edit_ask *ask)
{
	enum deed_state how = deed_begin(d);

	if (how == DEED_OPEN)
		how = settle(d, ask);
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
			.at = moment_iso(&w->a, w->now), .who = w->who->title,
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

static bool
look_at_draft(struct work *w)
{
	const struct source_draft_work what = {
		.a = &w->a, .s = w->s, .reach = w->reach, .run = w->next.run.id, .now = w->now, .who = w->who,
	};

	return source_draft_look(&what);
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
	if (w->next.run.kind == SOURCE_RUN_DRAFT)
		return w->who == NULL ? end_alone(w, SOURCE_RUN_DENIED, "") : look_at_draft(w);
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
