/* One status form as somebody sees it, its history, and two that met. */
#include "app/form_fields.h"
#include "app/form_step.h"
#include "app/forms.h"
#include "app/word_diff.h"

struct form_reading {
	struct arena         *a;
	struct store         *s;
	const struct edition *ed;
	const struct actor   *who;
	struct form_owner     owner;
	struct status_form   *to;
};

/* ---- differences ---- */

static void
add_diff(struct arena *a, struct form_diff **at, size_t *n, size_t *cap, struct str field,
         struct str before, struct str after)
{
	if (str_eq(before, after))
		return;
	ARENA_GROW(a, *at, *n, cap);
	(*at)[(*n)++] = (struct form_diff){ field, word_diff(a, before, after) };
}

/* Every field of either, in the order of the form: the nine, the targets, the rest. */
static size_t
compare(struct arena *a, const struct status_form *f, const struct form_values *before,
        const struct form_values *after, struct form_diff **ret)
{
	struct form_diff *at = NULL;
	size_t            n = 0, cap = 0;

	for (size_t i = 0; i < FORM_FIELD_COUNT; i++) {
		struct str code = form_field_info[i].code;

		add_diff(a, &at, &n, &cap, code, form_value(before, code), form_value(after, code));
	}
	for (size_t i = 0; i < f->goals; i++) {
		struct str kind = f->goal[i].kind, text = f->goal[i].text;

		add_diff(a, &at, &n, &cap, kind, form_value(before, kind), form_value(after, kind));
		add_diff(a, &at, &n, &cap, text, form_value(before, text), form_value(after, text));
	}
	*ret = at;
	return n;
}

/* What was approved before: this form itself, unlocked, else the last period's. */
static bool
compare_approved(struct form_reading *r)
{
	struct status_form *to = r->to;
	struct form_heads   all;
	struct form_values  v;

	if (!form_of(r->a, r->s, to->head.initiative, &all))
		return false;
	for (size_t i = 0; i < all.len && !to->has_before; i++) {
		const struct form_head *h = &all.at[i];

		if (h->approved == 0 || h->to > to->head.to || (h->id != to->head.id && h->to == to->head.to))
			continue;
		if (h->id == to->head.id && h->approved == to->head.version)
			continue;
		if (!form_values_at(r->a, r->s, h->id, h->approved, &v))
			return false;
		to->has_before = true;
		to->sinces = compare(r->a, to, &v, &to->values, &to->since);
	}
	return true;
}

/* ---- one form ---- */

static bool
read_events(struct form_reading *r)
{
	struct param p[] = { P_INT(r->to->head.id) };
	enum stmt    q = STMT_FORM_STEP_OF;
	size_t       cap = 0;

	if (!store_query(r->s, q, p, COUNT_OF(p)))
		return false;
	while (store_next(r->s, q)) {
		struct form_event e = {
			.version = store_int(r->s, q, 0), .at = str_dup(r->a, store_text(r->s, q, 1)),
			.who = str_dup(r->a, store_text(r->s, q, 2)),
			.note = str_dup(r->a, store_text(r->s, q, 4)),
		};

		ARENA_GROW(r->a, r->to->event, r->to->events, &cap);
		if (form_step_from_code(store_text(r->s, q, 3), &e.step))
			r->to->event[r->to->events++] = e;
	}
	return !store_failed(r->s);
}

static void
describe(struct form_reading *r)
{
	struct status_form    *to = r->to;
	const struct snapshot *sn = &r->ed->sn;

	to->initiative = judge_named(sn, to->head.initiative);
	to->unit = judge_named(sn, r->owner.initiative->ref[INITIATIVE_unit]);
	to->period = period_make(to->head.from, to->head.to,
	    precision_of_days(to->head.from, to->head.to));
	to->goals = form_goals(r->a, r->ed, &r->owner, &to->goal);
	to->lines = form_lines(r->a, r->ed, &r->owner, &to->line);
	to->may_fill = form_is_open(to->head.state) && form_may(r->who, RIGHT_FILL, &r->owner);
	for (size_t i = 0; i < FORM_STEP_COUNT; i++) {
		bool own;

		to->may[i] = form_step_may(r->who, &to->head, &r->owner, (enum form_step)i, &own);
		to->own |= own;
	}
}

enum form_found
forms_read(struct arena *a, struct store *s, const struct edition *ed, const struct actor *who,
           int64_t id, struct status_form *ret)
{
	struct status_form to = { 0 };
	struct form_reading     r = { .a = a, .s = s, .ed = ed, .who = who, .to = &to };
	bool               found;

	if (!form_find(a, s, id, &to.head, &found))
		return FORM_UNREADABLE;
	r.owner = form_owner(ed, to.head.initiative);
	if (!found || r.owner.initiative == NULL)
		return FORM_NOT_THERE;
	if (!form_may(who, RIGHT_READ, &r.owner))
		return FORM_NOT_HERS;
	describe(&r);
	if (!form_values_at(a, s, id, to.head.version, &to.values) || !read_events(&r) ||
	    !compare_approved(&r))
		return FORM_UNREADABLE;
	*ret = to;
	return FORM_FOUND;
}

/* ---- history ---- */

static bool
read_edits(struct arena *a, struct store *s, int64_t before, struct status_form *to)
{
	struct param p[] = { P_INT(to->head.id), P_INT(before > 0 ? before : INT64_MAX),
	                     P_INT(FORM_EDITS_MAX + 1) };
	enum stmt    q = STMT_FORM_VERSION_OF;

	to->edit = ARENA_ARRAY(a, struct form_edit, FORM_EDITS_MAX);
	if (!store_query(s, q, p, COUNT_OF(p)))
		return false;
	while (store_next(s, q)) {
		to->more = to->edits == FORM_EDITS_MAX;
		if (!to->more)
			to->edit[to->edits++] = (struct form_edit){
				.version = store_int(s, q, 0), .at = str_dup(a, store_text(s, q, 1)),
				.who = str_dup(a, store_text(s, q, 2)),
			};
	}
	return !store_failed(s);
}

bool
forms_history(struct arena *a, struct store *s, int64_t before, struct status_form *to)
{
	struct form_values now, old;

	if (!read_edits(a, s, before, to))
		return false;
	if (to->edits > 0 && !form_values_at(a, s, to->head.id, to->edit[0].version, &now))
		return false;
	for (size_t i = 0; i < to->edits; i++) {
		if (!form_values_at(a, s, to->head.id, to->edit[i].version - 1, &old))
			return false;
		to->edit[i].diffs = compare(a, to, &old, &now, &to->edit[i].diff);
		now = old;
	}
	return true;
}

/* ---- two that met ---- */

struct meeting {
	struct arena             *a;
	const struct posted      *p;
	const struct form_values *seen; /* by her who sent it */
	struct form_values       *to;   /* what the other saved, and then both */
	struct status_form       *form;
	size_t                    cap;
};

static void
meet(struct meeting *m, struct str field, struct str hers)
{
	struct str theirs = form_value(m->to, field), seen = form_value(m->seen, field);

	if (!posted_has(m->p, field) || str_eq(hers, seen) || str_eq(hers, theirs))
		return;
	if (!str_eq(theirs, seen))
		add_diff(m->a, &m->form->conflict, &m->form->conflicts, &m->cap, field, theirs, hers);
	form_value_put(m->a, m->to, field, hers);
}

static void
meet_spent(struct meeting *m, enum notation notation)
{
	struct str    field = form_field_info[FORM_FIELD_SPENT].code;
	struct str    text = str_trim(posted_raw(m->p, field));
	struct number n;

	if (text.len == 0)
		meet(m, field, text);
	else if (number_parse(text, notation, &n) == NUMBER_OK)
		meet(m, field, number_plain(m->a, number_trim(n)));
}

bool
forms_conflict(struct arena *a, struct store *s, enum notation notation, const struct posted *p,
               struct status_form *to)
{
	struct form_values seen = { 0 };
	struct meeting     m = { .a = a, .p = p, .seen = &seen, .to = &to->values, .form = to };
	int64_t            version;

	if (!str_int(str_trim(posted_raw(p, STR("version"))), &version))
		version = 0;
	if (!form_values_at(a, s, to->head.id, version, &seen))
		return false;
	for (size_t i = 0; i < FORM_FIELD_COUNT; i++) {
		struct str code = form_field_info[i].code;

		if (i != FORM_FIELD_SPENT)
			meet(&m, code, str_trim(posted_raw(p, code)));
	}
	meet_spent(&m, notation);
	for (size_t i = 0; i < to->goals; i++) {
		meet(&m, to->goal[i].kind, str_trim(posted_raw(p, to->goal[i].kind)));
		meet(&m, to->goal[i].text, str_trim(posted_raw(p, to->goal[i].text)));
	}
	to->met = true;
	return true;
}
