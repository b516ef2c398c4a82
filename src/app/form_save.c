/* A form is begun and saved. */
#include "app/form_fields.h"
#include "app/form_step.h"
#include "app/forms.h"

static struct str
address_of(const struct deed *d, struct str base, int64_t id)
{
	return arena_printf(d->a, STR_FMT "%lld", STR_ARG(base), (long long)id);
}

/* ---- begun ---- */

static int64_t
asked_initiative(struct form_work *w, const struct posted *p)
{
	struct str key = posted_wanted(p, &w->d->faults, STR("initiative"), 200, false);
	int64_t    id = key.len > 0 ? things_find(w->ed->sn.things, NOUN_INITIATIVE, key) : 0;

	w->owner = form_owner(w->ed, id);
	if (key.len > 0 && w->owner.initiative == NULL)
		fault_add(&w->d->faults, STR("initiative"), N_("There is no such initiative."), STR_NONE);
	return id;
}

static void
asked_period(struct form_work *w, const struct posted *p)
{
	struct faults *f = &w->d->faults;
	struct str     words = posted_wanted(p, f, STR("period"), 60, false);
	struct period  period;

	if (words.len == 0 || fault_of(f, STR("period")) != NULL)
		return;
	if (!period_parse(words, &period) || !period.dated || period.deadline) {
		fault_add(f, STR("period"), N_("Write a period with its year, as {1}."),
		    STR("2. halvår 2026"));
		return;
	}
	w->head.from = period.from;
	w->head.to = period.to;
}

/* The form of this initiative and period; 0: there is none. */
static bool
find_same(struct form_work *w, int64_t initiative, int64_t *ret)
{
	struct form_heads all;

	*ret = 0;
	if (!form_of(w->d->a, w->d->s, initiative, &all))
		return false;
	for (size_t i = 0; i < all.len; i++)
		if (all.at[i].from == w->head.from && all.at[i].to == w->head.to)
			*ret = all.at[i].id;
	return true;
}

static bool
add_form(struct form_work *w, int64_t initiative)
{
	struct deed       *d = w->d;
	struct form_values v;
	int64_t            last;
	struct param       p[] = { P_INT(0), P_INT(initiative), P_INT(w->head.from), P_INT(w->head.to),
	                           P_TEXT(form_state_code(FORM_DRAFT)), P_TEXT(d->at),
	                           P_INT(d->who->account) };

	if (!form_prefill(w, &v) || !store_get_int(d->s, STMT_FORM_LAST, NULL, 0, &last))
		return false;
	w->head.id = last + 1;
	p[0] = P_INT(w->head.id);
	if (!store_run(d->s, STMT_FORM_ADD, p, COUNT_OF(p)))
		return false;
	for (size_t i = 0; i < v.len; i++)
		if (v.at[i].text.len > 0 && !form_field_add(d, w->head.id, 1, &v.at[i]))
			return false;
	return deed_trail(d, ACT_FORM_OPEN, form_thing(d->a, w->head.id), STR_NONE,
	    things_key(w->ed->sn.things, initiative));
}

enum deed_state
forms_open(struct deed *d, const struct edition *ed, const struct posted *p, struct str base)
{
	struct form_work w = { .d = d, .ed = ed };
	enum deed_state  how = deed_begin(d);
	int64_t          initiative, id;

	if (how != DEED_OPEN)
		return how;
	initiative = asked_initiative(&w, p);
	asked_period(&w, p);
	if (w.owner.initiative != NULL && !form_may(d->who, RIGHT_FILL, &w.owner))
		return deed_stop(d, DEED_DENIED);
	if (deed_faults(d) != DEED_OPEN)
		return deed_stop(d, DEED_FAULTY);
	if (!find_same(&w, initiative, &id))
		return deed_stop(d, DEED_FAILED);
	if (id == 0 && !add_form(&w, initiative))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, address_of(d, base, id != 0 ? id : w.head.id));
}

/* ---- saved ---- */

/* May she, is it open, is it what she saw? */
static enum deed_state
may_save(struct form_work *w, const struct posted *p, int64_t *seen)
{
	if (!form_may(w->d->who, RIGHT_FILL, &w->owner))
		return DEED_DENIED;
	if (!form_is_open(w->head.state))
		return DEED_LOCKED;
	if (!posted_has(p, STR("version")) ||
	    !posted_int(p, &w->d->faults, STR("version"), 1, INT64_MAX, seen))
		fault_add(&w->d->faults, STR_NONE, N_("The form is not whole. Open it again."), STR_NONE);
	return DEED_OPEN;
}

enum deed_state
forms_save(struct deed *d, const struct edition *ed, int64_t id, const struct posted *p,
           enum notation notation, bool submit, struct str base, int64_t *version)
{
	struct form_work   w = { .d = d, .ed = ed };
	enum deed_state    how = form_work_begin(&w, id);
	struct form_values now;
	int64_t            seen = 0;
	bool               changed;

	if (how == DEED_DONE)
		*version = 0;
	if (how != DEED_OPEN)
		return how;
	how = may_save(&w, p, &seen);
	if (how != DEED_OPEN)
		return deed_stop(d, how);
	now = form_take(&w, p, notation, &w.values);
	if (submit && deed_faults(d) == DEED_OPEN && seen == w.head.version)
		form_check(&w, &now);
	if (deed_faults(d) != DEED_OPEN)
		return deed_stop(d, DEED_FAULTY);
	if (seen != w.head.version)
		return deed_stop(d, DEED_STALE);
	if (!form_work_save(&w, &now, &changed) ||
	    (submit && !form_step_take(&w, FORM_STEP_SUBMIT, STR_NONE)))
		return deed_stop(d, DEED_FAILED);
	*version = w.head.version;
	return deed_commit(d, address_of(d, base, id));
}
