#include "app/deed.h"

static struct str
nonce_key(const struct deed *d)
{
	return arena_printf(d->a, "%lld:" STR_FMT ":" STR_FMT,
	    d->who != NULL ? (long long)d->who->account : 0, STR_ARG(d->nonce), STR_ARG(d->form));
}

/* Was this done before? `*ret` says so; then `location` is where it led. */
static bool
look_up(struct deed *d, bool *ret)
{
	struct param p[] = { P_TEXT(nonce_key(d)),
	                     P_INT(d->who != NULL ? d->who->account : 0) };

	*ret = false;
	if (d->nonce.len == 0)
		return true;
	if (!store_query(d->s, STMT_DEED_FIND, p, COUNT_OF(p)))
		return false;
	if (store_next(d->s, STMT_DEED_FIND)) {
		d->location = str_dup(d->a, store_text(d->s, STMT_DEED_FIND, 0));
		*ret = true;
		store_reset(d->s, STMT_DEED_FIND);
	}
	return !store_failed(d->s);
}

enum deed_state
deed_begin(struct deed *d)
{
	bool done;

	d->faults = (struct faults){ .arena = d->a };
	d->change = 0;
	if (!store_begin(d->s) || !look_up(d, &done)) {
		store_rollback(d->s);
		return DEED_FAILED;
	}
	if (!done)
		return DEED_OPEN;
	store_rollback(d->s);
	return DEED_DONE;
}

struct act
deed_act(const struct deed *d, struct str why)
{
	return (struct act){
		.at = d->at, .who = d->who != NULL ? d->who->title : STR("Pejl"), .why = why,
		.nonce = d->nonce.len > 0 ? nonce_key(d) : STR_NONE,
	};
}

bool
deed_change(struct deed *d, struct str why, int64_t document, int64_t *ret)
{
	struct act act = deed_act(d, why);

	if (d->change == 0 && !change_add(d->s, &act, document, 0, &d->change))
		return false;
	*ret = d->change;
	return true;
}

bool
deed_trail(struct deed *d, enum act_id act, struct str thing, struct str before, struct str after)
{
	const struct trail_entry e = {
		.act = act, .thing = thing, .change = d->change, .why = d->why,
		.before = before, .after = after,
	};

	return trail_add(d->s, d->who, d->at, &e);
}

static bool
keep_nonce(struct deed *d, struct str location)
{
	struct param p[] = {
		P_TEXT(nonce_key(d)), P_INT(d->who != NULL ? d->who->account : 0), P_INT(d->now),
		P_TEXT(location),
	};

	return d->nonce.len == 0 || store_run(d->s, STMT_DEED_ADD, p, COUNT_OF(p));
}

enum deed_state
deed_commit(struct deed *d, struct str location)
{
	struct arena scratch = { 0 };
	struct diags problems = diags_new(&scratch);
	bool         done = keep_nonce(d, location) && store_commit(d->s);

	store_rollback(d->s);
	if (done) {
		d->location = location;
	} else {
		/* "Error" is not "not stored". */
		(void)store_problem(d->s, &problems);
		if (d->nonce.len == 0 || !look_up(d, &done))
			done = false;
	}
	arena_free(&scratch);
	return done ? DEED_DONE : DEED_FAILED;
}

/* What somebody tried and may not do is told, too. */
static void
tell_refusal(struct deed *d)
{
	const struct trail_entry e = { .act = ACT_REFUSED, .thing = d->location, .why = d->why };

	if (store_begin(d->s) && trail_add(d->s, d->who, d->at, &e) && store_commit(d->s))
		return;
	store_rollback(d->s);
}

enum deed_state
deed_stop(struct deed *d, enum deed_state why)
{
	store_rollback(d->s);
	if (why == DEED_DENIED)
		tell_refusal(d);
	return why;
}

enum deed_state
deed_faults(const struct deed *d)
{
	return d->faults.len > 0 ? DEED_FAULTY : DEED_OPEN;
}
