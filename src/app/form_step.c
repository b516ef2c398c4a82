#include "app/form_step.h"
#include "app/form_fields.h"
#include "app/forms.h"
#include "app/notices.h"

/* ---- who ---- */

/* Without what she has by standing in for `away`: nobody approves her own, and nobody
 * does it in her place. */
static struct actor
without(const struct actor *who, int64_t away)
{
	struct actor only = *who;

	only.grants = 0;
	for (size_t i = 0; i < who->grants; i++)
		if (who->grant[i].instead_of == 0 || who->grant[i].instead_of != away)
			only.grant[only.grants++] = who->grant[i];
	return only;
}

static bool
is_own(const struct actor *who, const struct form_head *head, const struct form_owner *o,
       enum right right)
{
	struct actor only = without(who, head->submitter);

	only = without(&only, head->writer);
	return who->account == head->submitter || who->account == head->writer ||
	    !form_may(&only, right, o);
}

bool
form_step_may(const struct actor *who, const struct form_head *head, const struct form_owner *o,
              enum form_step step, bool *own)
{
	const struct form_transition *t = form_leads(head->state, step);

	*own = false;
	if (t == NULL || !form_may(who, t->right, o))
		return false;
	*own = form_step_approves(step) && is_own(who, head, o, t->right);
	return !*own;
}

/* Could she take it somewhere, of some unit's? */
static bool
has_ever(const struct actor *who, enum form_step step)
{
	for (size_t i = 0; i < form_transitions; i++)
		if (form_transition[i].step == step && access_has(who, form_transition[i].right))
			return true;
	return false;
}

/* Could she take it from some state? */
static bool
may_ever(const struct actor *who, const struct form_owner *o, enum form_step step)
{
	for (size_t i = 0; i < form_transitions; i++)
		if (form_transition[i].step == step && form_may(who, form_transition[i].right, o))
			return true;
	return false;
}

/* ---- taken ---- */

static const enum act_id act_of[FORM_STEP_COUNT] = {
	[FORM_STEP_SUBMIT] = ACT_FORM_SUBMIT,
	[FORM_STEP_WITHDRAW] = ACT_FORM_WITHDRAW,
	[FORM_STEP_RETURN] = ACT_FORM_RETURN,
	[FORM_STEP_APPROVE_UNIT] = ACT_FORM_APPROVE_UNIT,
	[FORM_STEP_APPROVE_COMMITTEE] = ACT_FORM_APPROVE_COMMITTEE,
	[FORM_STEP_LAY] = ACT_FORM_LAY,
	[FORM_STEP_UNLOCK] = ACT_FORM_UNLOCK,
};

/* Who submitted it hears what others did with it. */
static bool
tell_submitter(const struct form_work *w, enum form_step step, int64_t number)
{
	bool          returned = step == FORM_STEP_RETURN;
	struct notice n = {
		.account = w->head.submitter, .kind = returned ? NOTICE_RETURNED : NOTICE_APPROVED,
		.mark = arena_printf(w->d->a, "form:%lld:%lld", (long long)w->head.id, (long long)number),
		.words = judge_named(&w->ed->sn, w->head.initiative).title,
		.path = arena_printf(w->d->a, "work/form/%lld", (long long)w->head.id),
	};

	if (!(returned || form_step_approves(step)) || n.account == w->d->who->account)
		return true;
	return notice_add(w->d->s, &n, w->d->now);
}

static bool
add_step(const struct form_work *w, enum form_step step, struct str note)
{
	int64_t      last;
	struct param of[] = { P_INT(w->head.id) };
	struct param p[] = {
		P_INT(w->head.id), P_INT(0), P_INT(w->head.version), P_TEXT(w->d->at),
		P_INT(w->d->who->account), P_TEXT(form_step_code(step)), P_TEXT(note),
	};

	if (!store_get_int(w->d->s, STMT_FORM_STEP_LAST, of, COUNT_OF(of), &last))
		return false;
	p[1] = P_INT(last + 1);
	return store_run(w->d->s, STMT_FORM_STEP_ADD, p, COUNT_OF(p)) &&
	    tell_submitter(w, step, last + 1);
}

bool
form_step_take(struct form_work *w, enum form_step step, struct str note)
{
	const struct form_transition *t = form_leads(w->head.state, step);
	struct str                    before = form_state_code(w->head.state);

	if (t == NULL)
		return false;
	w->head.state = t->to;
	if (step == FORM_STEP_SUBMIT)
		w->head.submitter = w->d->who->account;
	if (step == FORM_STEP_APPROVE_COMMITTEE)
		w->head.approved = w->head.version;
	w->d->why = note;
	return add_step(w, step, note) && form_work_set(w) &&
	    (step != FORM_STEP_LAY || form_lay(w)) &&
	    deed_trail(w->d, act_of[step], form_thing(w->d->a, w->head.id), before,
	    form_state_code(w->head.state));
}

/* What is wrong with the step; DEED_OPEN: nothing. */
static enum deed_state
check_step(struct form_work *w, const struct posted *p, enum form_step *step)
{
	struct faults *f = &w->d->faults;
	int64_t        seen = 0;
	bool           own;

	if (!form_step_from_code(posted_wanted(p, f, STR("step"), 40, false), step) ||
	    !posted_int(p, f, STR("version"), 1, INT64_MAX, &seen)) {
		fault_add(f, STR_NONE, N_("The form is not whole. Open it again."), STR_NONE);
		return DEED_FAULTY;
	}
	if (!may_ever(w->d->who, &w->owner, *step))
		return DEED_DENIED;
	if (form_leads(w->head.state, *step) == NULL || seen != w->head.version)
		return DEED_STALE;
	if (form_step_may(w->d->who, &w->head, &w->owner, *step, &own))
		return DEED_OPEN;
	if (own)
		fault_add(f, STR_NONE, N_("You submitted this form or wrote in it last, so somebody else "
		    "has to approve it."), STR_NONE);
	return DEED_DENIED;
}

enum deed_state
forms_step(struct deed *d, const struct edition *ed, int64_t id, const struct posted *p,
           struct str base)
{
	struct form_work w = { .d = d, .ed = ed };
	enum deed_state  how;
	enum form_step   step;
	struct str       note = STR_NONE;

	/* Before it is looked for: whether a form is there is not everybody's to know. */
	if (form_step_from_code(posted_raw(p, STR("step")), &step) && !has_ever(d->who, step))
		return deed_stop(d, DEED_DENIED);
	how = form_work_begin(&w, id);
	if (how != DEED_OPEN)
		return how;
	how = check_step(&w, p, &step);
	if (how != DEED_OPEN)
		return deed_stop(d, how);
	if (form_step_says(step) != FORM_SAYS_NOTHING)
		note = posted_wanted(p, &d->faults, STR("note"), FORM_NOTE_MAX, true);
	if (step == FORM_STEP_SUBMIT)
		form_check(&w, &w.values);
	if (deed_faults(d) != DEED_OPEN)
		return deed_stop(d, DEED_FAULTY);
	if (!form_step_take(&w, step, note))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, arena_printf(d->a, STR_FMT "%lld", STR_ARG(base), (long long)id));
}
