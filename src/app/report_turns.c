/* What got better and worse since last time, and what is most serious now. */
#include "app/barometer_view.h"
#include "app/report_parts.h"
#include <stdlib.h>

/* From good to bad; one that says nothing about the way has none. */
static bool
is_judged(enum verdict v)
{
	return v != VERDICT_NO_DATA && v != VERDICT_UNDEFINED;
}

struct turning {
	struct report_work *w;
	size_t              better_cap, worse_cap, news_cap;
};

static void
add(struct turning *t, struct report_turns *to, size_t *cap, struct report_turn turn)
{
	ARENA_GROW(t->w->a, to->at, to->len, cap);
	to->at[to->len++] = turn;
}

/* The codes of the table stand from good to bad. */
static void
compare(struct turning *t, const struct barometer_row *now, enum verdict before)
{
	struct report_paper *to = t->w->to;
	enum verdict         v = now->judgement.verdict;
	struct report_turn   turn = { now, before };

	if (v == before)
		return;
	if (!is_judged(v) || !is_judged(before))
		add(t, &to->news, &t->news_cap, turn);
	else if (v < before)
		add(t, &to->better, &t->better_cap, turn);
	else
		add(t, &to->worse, &t->worse_cap, turn);
}

static const struct barometer_line *
line_of(const struct barometer_view *m, struct str target)
{
	for (size_t i = 0; i < m->len; i++)
		if (str_eq(m->at[i].row->target->id, target))
			return &m->at[i];
	return NULL;
}

static bool
compare_all(struct report_work *w)
{
	struct report_paper *to = w->to;
	struct barometer_ask ask = { .policy = to->policy.id };
	struct judge_when    when = { true, to->before, w->ed->when.today };
	struct barometer_view before;
	struct turning       t = { .w = w };
	struct edition       then;

	if (!edition_make(w->a, w->ed->store, w->ed, when, w->d, &then))
		return false;
	barometer_view(w->a, &then, &ask, &before);
	for (size_t v = 0; v < VERDICT_COUNT; v++)
		to->count_before[v] = before.count[v];
	for (size_t i = 0; i < to->barometer.len; i++) {
		const struct barometer_row  *now = to->barometer.at[i].row;
		const struct barometer_line *was = line_of(&before, now->target->id);

		if (was != NULL)
			compare(&t, now, was->row->judgement.verdict);
	}
	return true;
}

static bool
is_serious(enum verdict v)
{
	return v == VERDICT_OFF_TRACK || v == VERDICT_AWAY || v == VERDICT_MISSED;
}

/* The worse verdict first, then the slower pace; then the order of the barometer, which
 * the addresses have. */
static int
by_weight(const void *a, const void *b)
{
	const struct barometer_line *x = *(const struct barometer_line *const *)a;
	const struct barometer_line *y = *(const struct barometer_line *const *)b;
	const struct judgement      *i = &x->row->judgement, *j = &y->row->judgement;
	int                          order = 0;

	if (i->verdict != j->verdict)
		return i->verdict > j->verdict ? -1 : 1;
	if (i->has_pace && j->has_pace)
		order = number_cmp(i->pace_shown, j->pace_shown);
	else if (i->has_pace != j->has_pace)
		order = i->has_pace ? -1 : 1;
	return order != 0 ? order : (x > y) - (x < y);
}

static void
find_serious(struct report_work *w)
{
	const struct barometer_view  *m = &w->to->barometer;
	const struct barometer_line **at = ARENA_ARRAY(w->a, const struct barometer_line *,
	    m->len + 1);
	size_t                        n = 0;

	for (size_t i = 0; i < m->len; i++)
		if (is_serious(m->at[i].row->judgement.verdict))
			at[n++] = &m->at[i];
	qsort(at, n, sizeof *at, by_weight);
	for (size_t i = 0; i < n && i < REPORT_SERIOUS; i++)
		w->to->serious[w->to->seriouses++] = at[i]->row;
}

bool
report_turns(struct report_work *w)
{
	find_serious(w);
	return !w->to->has_before || compare_all(w);
}
