#include "app/reading.h"
#include "app/import_seen.h"
#include "app/paper_trial.h"
#include "app/session.h"
#include "core/calendar.h"
#include "port/base64.h"

#define DAY_SECONDS 86400

static const struct str codes[READING_STATE_COUNT] = {
#define X(id, code) STR_INIT(code),
	READING_STATES(X)
#undef X
};

/* ---- the queue ---- */

bool
reading_add(struct deed *d, struct str name, struct str bytes, int64_t *ret)
{
	struct param old[] = { P_INT(d->now - READING_KEPT_SECONDS) }, all[] = { P_INT(INT64_MAX) };
	struct param p[] = { P_INT(0), P_INT(d->who->account), P_TEXT(name), P_TEXT(STR("")), P_INT(d->now) };
	int64_t      last, busy;

	if (!store_run(d->s, STMT_READING_DROP, old, COUNT_OF(old)) ||
	    !store_get_int(d->s, STMT_READING_BUSY, all, COUNT_OF(all), &busy) ||
	    !store_get_int(d->s, STMT_READING_LAST, NULL, 0, &last))
		return false;
	if (busy >= READING_MAX) {
		(void)fault_add(&d->faults, STR("file"), N_("{1} papers wait to be read already. Try again "
		    "when there are fewer."), arena_printf(d->a, "%lld", (long long)busy));
		return true;
	}
	p[0] = P_INT(last + 1);
	p[3] = P_TEXT(base64_write(d->a, bytes));
	*ret = last + 1;
	return store_run(d->s, STMT_READING_ADD, p, COUNT_OF(p));
}

static bool
read_state(struct str code, enum reading_state *ret)
{
	for (size_t i = 0; i < READING_STATE_COUNT; i++)
		if (str_eq(code, codes[i])) {
			*ret = (enum reading_state)i;
			return true;
		}
	return false;
}

bool
reading_find(struct arena *a, struct store *s, int64_t id, struct sent_paper *to, bool *ret)
{
	struct param p[] = { P_INT(id) };
	enum stmt    q = STMT_READING_BY_ID;
	bool         found;

	if (!store_query(s, q, p, COUNT_OF(p)))
		return false;
	found = store_next(s, q) && read_state(store_text(s, q, 1), &to->state);
	if (found) {
		to->id = store_int(s, q, 0);
		to->name = str_dup(a, store_text(s, q, 2));
		to->key = str_dup(a, store_text(s, q, 3));
	}
	store_reset(s, q);
	*ret = found;
	return !store_failed(s) && store_get_int(s, STMT_READING_BUSY, p, COUNT_OF(p), &to->ahead);
}

/* ---- one paper ---- */

struct work {
	struct arena        a;
	struct store       *s;
	int64_t             id, account, tries, now;    /* id 0: none waits */
	struct str          name, bytes;
	const struct actor *who;
};

static bool
find_next(struct work *w)
{
	struct param p[] = { P_INT(w->now - READING_STALE_SECONDS) };
	enum stmt    q = STMT_READING_NEXT;
	struct str   text;

	if (!store_query(w->s, q, p, COUNT_OF(p)))
		return false;
	if (store_next(w->s, q)) {
		w->id = store_int(w->s, q, 0);
		w->account = store_int(w->s, q, 1);
		w->name = str_dup(&w->a, store_text(w->s, q, 2));
		w->tries = store_int(w->s, q, 4);
		text = store_text(w->s, q, 3);
		if (!base64_read(&w->a, text, &w->bytes))
			w->tries = READING_TRIES;
	}
	store_reset(w->s, q);
	return !store_failed(w->s);
}

static bool
end(struct work *w, enum reading_state state, struct str key)
{
	struct param p[] = { P_TEXT(codes[state]), P_TEXT(key), P_INT(w->id) };

	return store_run(w->s, STMT_READING_END, p, COUNT_OF(p));
}

static bool
end_alone(struct work *w, enum reading_state state, const char *why)
{
	bool ok = store_begin(w->s) && end(w, state, str_from(why)) && store_commit(w->s);

	store_rollback(w->s);
	return ok;
}

/* Nobody else takes it now. It is not begun a third time: perhaps it ended the server. */
static bool
claim(struct work *w)
{
	struct param p[] = { P_INT(w->now), P_INT(0) };
	bool         ok = store_begin(w->s) && find_next(w);

	p[1] = P_INT(w->id);
	if (ok && w->id != 0)
		ok = (w->tries < READING_TRIES ? store_run(w->s, STMT_READING_CLAIM, p, COUNT_OF(p))
		                               : end(w, READING_UNREAD, STR(""))) && store_commit(w->s);
	store_rollback(w->s);
	return ok;
}

static bool
keep(struct work *w, const struct paper_seen *seen)
{
	struct deed        d = { .s = w->s, .a = &w->a, .who = w->who, .at = moment_iso(&w->a, w->now), .now = w->now };
	struct import_how  wish = { .review = true, .act = { .at = d.at, .who = w->who->title } };
	struct imported    got;
	struct things     *t;
	struct str         key;
	enum reading_state how;
	bool               ok = deed_begin(&d) == DEED_OPEN &&
	    import_seen(&w->a, w->s, w->name, w->bytes, seen, &wish, &got) &&
	    (t = things_load(&w->a, w->s)) != NULL;

	if (ok) {
		key = things_key(t, got.document);
		how = got.already ? READING_KNOWN : READING_DONE;
		d.change = got.change;
		ok = (got.already || deed_trail(&d, ACT_PAPER_TAKE, arena_printf(&w->a, "document:" STR_FMT,
		    STR_ARG(key)), STR(""), w->name)) && end(w, how, key);
	}
	if (!ok) {
		(void)deed_stop(&d, DEED_FAILED);
		return false;
	}
	return deed_commit(&d, STR("/")) == DEED_DONE;
}

static bool
read_paper(struct work *w)
{
	const char       *why = "";
	struct paper_seen seen;

	if (!session_account(&w->a, w->s, w->account, (int32_t)(w->now / DAY_SECONDS), &w->who))
		return false;
	if (w->who == NULL || !access_has(w->who, RIGHT_IMPORT))
		return end_alone(w, READING_DENIED, "");
	return paper_trial(&w->a, w->bytes, &why, &seen) ? keep(w, &seen)
	                                                 : end_alone(w, READING_UNREAD, why);
}

bool
reading_next(struct store *s, int64_t now, bool *ret)
{
	struct work w = { .s = s, .now = now };
	bool        ok = claim(&w);

	if (ok && w.id != 0 && w.tries < READING_TRIES)
		ok = read_paper(&w);
	if (ok)
		*ret = w.id != 0;
	arena_free(&w.a);
	return ok;
}
