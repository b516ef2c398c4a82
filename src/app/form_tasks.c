/* Status forms in lists: what somebody may read, and what she owes. */
#include "app/form_step.h"
#include "app/forms.h"
#include "app/sorted.h"

/* ---- tasks ---- */

static bool
may_step(const struct actor *who, const struct form_head *h, const struct form_owner *o,
         enum form_step step)
{
	bool own;

	return form_step_may(who, h, o, step, &own);
}

/* What she is to do about it; false: nothing. */
static bool
task_of(const struct actor *who, const struct form_head *h, const struct form_owner *o,
        enum task_kind *ret)
{
	switch (h->state) {
	case FORM_DRAFT:
		*ret = TASK_FILL;
		return form_may(who, RIGHT_FILL, o);
	case FORM_RETURNED:
		*ret = TASK_MEND;
		return form_may(who, RIGHT_FILL, o);
	case FORM_SUBMITTED:
		*ret = TASK_APPROVE;
		return may_step(who, h, o, FORM_STEP_APPROVE_UNIT);
	case FORM_UNIT_APPROVED:
		*ret = TASK_APPROVE;
		return may_step(who, h, o, FORM_STEP_APPROVE_COMMITTEE);
	case FORM_APPROVED:
		*ret = TASK_LAY;
		return may_step(who, h, o, FORM_STEP_LAY);
	case FORM_LAID:
	case FORM_STATE_COUNT:
		return false;
	}
	return false;
}

/* "2. halvår 2010" */
static struct str
period_of(struct arena *a, const struct form_head *h, bool danish)
{
	return period_text(a, period_make(h->from, h->to, precision_of_days(h->from, h->to)), danish);
}

/* "2. halvår 2010: kladde, 23. november 2026" */
static struct str
have_of(struct arena *a, const struct actor *who, const struct form_head *h)
{
	bool          danish = !str_eq(who->lang, STR("en"));
	struct str    changed = str_slice(h->changed_at, 0, 10);
	int32_t       day;

	if (day_from_iso(changed, &day))
		changed = period_text(a, period_make(day, day + 1, PRECISION_DAY), danish);
	return arena_printf(a, STR_FMT ": " STR_FMT ", " STR_FMT, STR_ARG(period_of(a, h, danish)),
	    STR_ARG(form_state_title(h->state, danish)), STR_ARG(changed));
}

bool
forms_tasks(struct arena *a, struct store *s, const struct edition *ed, const struct actor *who,
            struct tasks *to)
{
	struct form_heads all;

	if (!forms_all(a, s, &all))
		return false;
	for (size_t i = 0; i < all.len; i++) {
		const struct form_head *h = &all.at[i];
		struct form_owner       o = form_owner(ed, h->initiative);
		struct task             t = { 0 };

		if (o.initiative == NULL || !task_of(who, h, &o, &t.kind))
			continue;
		t.thing = judge_named(&ed->sn, h->initiative);
		t.unit_id = o.initiative->ref[INITIATIVE_unit];
		t.unit = judge_named(&ed->sn, t.unit_id);
		t.path = arena_printf(a, "work/form/%lld", (long long)h->id);
		t.period = period_of(a, h, !str_eq(who->lang, STR("en")));
		t.have = have_of(a, who, h);
		ARENA_GROW(a, to->at, to->len, &to->cap);
		to->at[to->len++] = t;
	}
	return true;
}

/* ---- the list ---- */

static int
by_unit(const void *a, const void *b, void *collator)
{
	const struct form_row *x = a, *y = b;
	int                    o = sorted_titles(&x->unit, &y->unit, collator);

	if (o == 0)
		o = (y->head.to > x->head.to) - (y->head.to < x->head.to);
	if (o == 0)
		o = (y->head.from > x->head.from) - (y->head.from < x->head.from);
	return o != 0 ? o : sorted_titles(&x->initiative, &y->initiative, collator);
}

static void
add_row(struct arena *a, const struct edition *ed, const struct form_head *h,
        const struct form_owner *o, struct form_list *to, size_t *cap)
{
	ARENA_GROW(a, to->at, to->len, cap);
	to->at[to->len++] = (struct form_row){
		.head = *h, .initiative = judge_named(&ed->sn, h->initiative),
		.unit = judge_named(&ed->sn, o->initiative->ref[INITIATIVE_unit]),
		.period = period_make(h->from, h->to, precision_of_days(h->from, h->to)),
	};
}

bool
forms_list(struct arena *a, struct store *s, const struct edition *ed, const struct actor *who,
           struct form_list *ret)
{
	struct form_list  to = { 0 };
	struct form_heads all;
	size_t            cap = 0, n = ed->sn.len[NOUN_INITIATIVE];

	if (!forms_all(a, s, &all))
		return false;
	for (size_t i = 0; i < all.len; i++) {
		struct form_owner o = form_owner(ed, all.at[i].initiative);

		if (form_may(who, RIGHT_READ, &o))
			add_row(a, ed, &all.at[i], &o, &to, &cap);
	}
	if (to.len > 1)
		sorted(to.at, to.len, sizeof *to.at, by_unit);
	to.open = ARENA_ARRAY(a, struct named, n + 1);
	for (size_t i = 0; i < n; i++) {
		struct form_owner o = form_owner(ed, ed->sn.row[NOUN_INITIATIVE][i].id);

		if (form_may(who, RIGHT_FILL, &o))
			to.open[to.opens++] = judge_named(&ed->sn, ed->sn.row[NOUN_INITIATIVE][i].id);
	}
	sorted_named(to.open, to.opens);
	*ret = to;
	return true;
}
