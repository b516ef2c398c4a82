#include "app/duties.h"

/* Rows were checked when they came in; one that names no frequency follows another. */
static struct duty
duty_of(const struct noun_row *row)
{
	struct duty d = { .ends = DAY_MAX, .before = DUTY_ALONE };
	int64_t     days;

	if (!duty_frequency_from_code(row->text[DUTY_frequency], &d.frequency))
		d.frequency = DUTY_FREQUENCY_ONCE;
	if (!day_from_iso(row->text[DUTY_starts], &d.starts))
		d.starts = 0;
	if (!day_from_iso(row->text[DUTY_ends], &d.ends))
		d.ends = DAY_MAX;
	if (str_int(row->text[DUTY_due_days], &days))
		d.due_days = (int32_t)days;
	return d;
}

struct wheel
wheel_read(struct arena *a, const struct snapshot *sn)
{
	size_t       n = sn->len[NOUN_DUTY];
	struct wheel w = {
		.sn = sn, .duty = ARENA_ARRAY(a, struct duty, n + 1),
		.kind = ARENA_ARRAY(a, enum duty_kind, n + 1),
		.row = ARENA_ARRAY(a, const struct noun_row *, n + 1), .len = n,
	};

	for (size_t i = 0; i < n; i++) {
		w.row[i] = &sn->row[NOUN_DUTY][i];
		w.duty[i] = duty_of(w.row[i]);
		if (!duty_kind_from_code(w.row[i]->text[DUTY_kind], &w.kind[i]))
			w.kind[i] = DUTY_KIND_OTHER;
	}
	for (size_t i = 0; i < n; i++) {
		size_t before = wheel_find(&w, w.row[i]->ref[DUTY_before]);

		if (before < n)
			w.duty[i].before = before;
	}
	return w;
}

size_t
wheel_find(const struct wheel *w, int64_t duty)
{
	for (size_t i = 0; duty != 0 && i < w->len; i++)
		if (w->row[i]->id == duty)
			return i;
	return w->len;
}

void
wheel_years(struct arena *a, const struct wheel *w, int32_t until, int *first, int *last)
{
	*first = *last = 0;
	for (size_t i = 0; i < w->len; i++) {
		struct occurrences all = wheel_between(a, w->duty, w->len, i, day_of(1, 1, 1), until);
		int                from, to;

		if (all.len == 0)
			continue;
		from = date_of(all.at[0].due).year;
		to = date_of(all.at[all.len - 1].due).year;
		*first = *first == 0 || from < *first ? from : *first;
		*last = to > *last ? to : *last;
	}
}

/* The first days of the periods of a status that is due in the days that are asked for. */
static void
find_periods(struct arena *a, const struct wheel *w, const struct owed_ask *ask, int32_t *from,
             int32_t *to)
{
	*from = INT32_MAX;
	*to = INT32_MIN;
	for (size_t i = 0; i < w->len; i++) {
		struct occurrences all = { 0 };

		if (w->kind[i] == DUTY_KIND_STATUS)
			all = wheel_between(a, w->duty, w->len, i, ask->from, ask->to);
		for (size_t k = 0; k < all.len; k++) {
			*from = all.at[k].period.from < *from ? all.at[k].period.from : *from;
			*to = all.at[k].period.from >= *to ? all.at[k].period.from + 1 : *to;
		}
	}
}

bool
owed_forms(struct arena *a, struct store *s, const struct wheel *w, const struct owed_ask *ask,
           struct form_heads *ret)
{
	struct form_heads all = { 0 };
	size_t            cap = 0;
	int32_t           from, to;
	struct param      p[2];

	find_periods(a, w, ask, &from, &to);
	p[0] = P_INT(from);
	p[1] = P_INT(to);
	if (!store_query(s, STMT_OWED_FORMS, p, COUNT_OF(p)))
		return false;
	while (store_next(s, STMT_OWED_FORMS)) {
		struct form_head *h;

		ARENA_GROW(a, all.at, all.len, &cap);
		h = &all.at[all.len];
		h->id = store_int(s, STMT_OWED_FORMS, 0);
		h->initiative = store_int(s, STMT_OWED_FORMS, 1);
		h->from = (int32_t)store_int(s, STMT_OWED_FORMS, 2);
		h->to = (int32_t)store_int(s, STMT_OWED_FORMS, 3);
		all.len += form_state_from_code(store_text(s, STMT_OWED_FORMS, 4), &h->state);
	}
	if (store_failed(s))
		return false;
	*ret = all;
	return true;
}

bool
duties_check(struct arena *a, struct store *s, const struct things *t, struct str where,
             struct diags *d)
{
	struct snapshot sn;
	struct wheel    w;
	bool            ok = true;

	if (!snapshot_load(a, s, t, 0, NOUN_BIT(DUTY), &sn))
		return false;
	w = wheel_read(a, &sn);
	for (size_t i = 0; i < w.len; i++) {
		if (!wheel_is_cycle(w.duty, w.len, i))
			continue;
		ok = diag_error(d, where, 0, arena_printf(a, STR_FMT ": is counted from itself, at last",
		    STR_ARG(things_key(t, w.row[i]->id))),
		    STR("one of the duties it goes round by must stand alone"));
	}
	return ok;
}
