#include "app/form_unlay.h"
#include "app/form_store.h"
#include "app/trail.h"
#include "core/form.h"

struct following {
	struct arena      arena;
	struct store     *s;
	const struct act *act;
	int64_t           form, version;
};

/* The change that began it, of one that takes back what takes back it; `*again`: with
 * `change` taken back, what it did is there again. */
static bool
find_first(struct store *s, int64_t change, int64_t *first, bool *again)
{
	*again = false;
	for (*first = change;; *again = !*again) {
		struct param p[] = { P_INT(*first) };
		int64_t      undone;

		if (!store_get_int(s, STMT_CHANGE_UNDONE, p, COUNT_OF(p), &undone))
			return false;
		if (undone == 0)
			return true;
		*first = undone;
	}
}

/* Which was laid by this change and is in this state. `form` 0: none. */
static bool
find_form(struct following *f, int64_t change, enum form_state state)
{
	struct param p[] = { P_INT(change), P_TEXT(form_state_code(state)) };

	if (!store_query(f->s, STMT_FORM_LAID_BY, p, COUNT_OF(p)))
		return false;
	if (store_next(f->s, STMT_FORM_LAID_BY)) {
		f->form = store_int(f->s, STMT_FORM_LAID_BY, 0);
		f->version = store_int(f->s, STMT_FORM_LAID_BY, 1);
		store_reset(f->s, STMT_FORM_LAID_BY);
	}
	return !store_failed(f->s);
}

static bool
add_step(struct following *f, enum form_step step)
{
	int64_t      last;
	struct str   note = arena_printf(&f->arena, STR_FMT ": " STR_FMT, STR_ARG(f->act->who),
	    STR_ARG(f->act->why));
	struct param of[] = { P_INT(f->form) };
	struct param p[] = { P_INT(f->form), P_INT(0), P_INT(f->version), P_TEXT(f->act->at), P_INT(0),
	                     P_TEXT(form_step_code(step)), P_TEXT(note) };

	if (!store_get_int(f->s, STMT_FORM_STEP_LAST, of, COUNT_OF(of), &last))
		return false;
	p[1] = P_INT(last + 1);
	return store_run(f->s, STMT_FORM_STEP_ADD, p, COUNT_OF(p));
}

static bool
follow(struct following *f, enum form_state from, enum form_state to, enum form_step step)
{
	struct param             p[] = { P_TEXT(form_state_code(to)), P_INT(f->form) };
	const struct actor       who = { .title = f->act->who };
	const struct trail_entry e = {
		.act = ACT_UNDONE, .thing = form_thing(&f->arena, f->form), .why = f->act->why,
		.before = form_state_code(from), .after = form_state_code(to),
	};

	return store_run(f->s, STMT_FORM_STATE, p, COUNT_OF(p)) && add_step(f, step) &&
	    trail_add(f->s, &who, f->act->at, &e);
}

bool
form_follow_undo(struct store *s, int64_t change, const struct act *act)
{
	struct following f = { .s = s, .act = act };
	int64_t          first;
	bool             again, ok = find_first(s, change, &first, &again);
	enum form_state  from = again ? FORM_APPROVED : FORM_LAID, to = again ? FORM_LAID : FORM_APPROVED;

	ok = ok && find_form(&f, first, from) &&
	    (f.form == 0 || follow(&f, from, to, again ? FORM_STEP_RELAID : FORM_STEP_UNLAID));
	arena_free(&f.arena);
	return ok;
}
