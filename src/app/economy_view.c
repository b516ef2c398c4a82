#include "app/economy_view.h"
#include "app/choices.h"
#include "app/sorted.h"

struct making {
	struct arena          *a;
	const struct edition  *ed;
	const struct overview *paid;    /* by financing: refunds stand there */
	struct economy_part   *to;
};

/* ---- sums ---- */

/* One more amount in a cell; where it does not fit, not all of it is known. */
static void
add_to(struct overview_cell *to, const struct overview_cell *c)
{
	bool fits = !c->has || number_add(to->kroner, c->kroner, &to->kroner);

	to->has |= c->has && fits;
	to->unknown |= c->unknown || !fits;
}

/* Does it say what is paid? A line that is counted, or what is refunded of one. */
static bool
is_paid(const struct overview_line *l)
{
	return l->refund || l->counts == BUDGET_COUNTED;
}

static struct overview_cell *
cells(const struct making *m)
{
	return ARENA_ARRAY(m->a, struct overview_cell, m->paid->columns + 1);
}

/* Gross is what is left and what is refunded. */
static void
add_gross(struct making *m)
{
	const struct overview *o = m->paid;
	struct economy_part   *to = m->to;

	to->gross = cells(m);
	to->refunded = cells(m);
	to->net = o->total;
	for (size_t c = 0; c < o->columns; c++) {
		for (size_t i = 0; i < o->lines; i++)
			if (o->line[i].refund)
				add_to(&to->refunded[c], &o->line[i].at[c]);
		to->has_refunds |= to->refunded[c].has;
		to->gross[c] = (struct overview_cell){ .kroner = NUMBER_ZERO };
		add_to(&to->gross[c], &to->net[c]);
		add_to(&to->gross[c], &to->refunded[c]);
	}
}

/* ---- bars ---- */

static void
add_bar(struct making *m, struct economy_bar *bar, const struct overview_line *l,
        const struct overview_cell *c)
{
	add_to(&bar->part[l->paid_by], c);
	add_to(&bar->all, c);
	m->to->pays[l->paid_by] |= c->has;
}

static void
add_years(struct making *m)
{
	const struct overview *o = m->paid;

	m->to->year = ARENA_ARRAY(m->a, struct economy_bar, o->years + 1);
	m->to->years = o->years;
	for (size_t y = 0; y < o->years; y++) {
		m->to->year[y].year = o->year[y];
		for (size_t i = 0; i < o->lines; i++)
			if (is_paid(&o->line[i]))
				add_bar(m, &m->to->year[y], &o->line[i], &o->line[i].at[y]);
	}
}

static struct economy_bar *
bar_of(struct making *m, struct named unit, size_t *cap)
{
	struct economy_part *to = m->to;

	for (size_t i = 0; i < to->committees; i++)
		if (str_eq(to->committee[i].unit.id, unit.id))
			return &to->committee[i];
	ARENA_GROW(m->a, to->committee, to->committees, cap);
	to->committee[to->committees] = (struct economy_bar){ .unit = unit };
	return &to->committee[to->committees++];
}

static int
by_amount(const void *a, const void *b, void *collator)
{
	const struct economy_bar *x = a, *y = b;
	int                       o = number_cmp(y->all.kroner, x->all.kroner);

	return o != 0 ? o : sorted_titles(&x->unit, &y->unit, collator);
}

static void
add_committees(struct making *m)
{
	const struct snapshot *sn = &m->ed->sn;
	const struct overview *o = m->paid;
	size_t                 cap = 0;

	for (size_t i = 0; i < o->lines && o->columns > 0; i++) {
		const struct overview_line *l = &o->line[i];
		int64_t                     unit = things_find(sn->things, NOUN_UNIT, l->unit);

		if (is_paid(l))
			add_bar(m, bar_of(m, judge_named(sn, unit_top(sn, unit)), &cap), l,
			    &l->at[o->columns - 1]);
	}
	sorted(m->to->committee, m->to->committees, sizeof *m->to->committee, by_amount);
}

/* ---- all of it ---- */

static bool
is_asked(const struct overview *o, struct str policy)
{
	return policy.len == 0 || str_eq(o->policy.id, policy);
}

/* Overviews of both kinds are in the same order: of the same lines. */
static void
make_parts(struct arena *a, const struct edition *ed, const struct economy_ask *ask,
           const struct overviews *paid, struct economy_view *to)
{
	struct choices policies = { 0 };
	size_t         n = 0;

	to->part = ARENA_ARRAY(a, struct economy_part, to->overviews.len + 1);
	for (size_t i = 0; i < to->overviews.len; i++) {
		struct making m = { a, ed, &paid->at[i], &to->part[n] };

		choices_add(a, &policies, to->overviews.at[i].policy);
		if (!is_asked(&to->overviews.at[i], ask->policy))
			continue;
		to->overviews.at[n] = to->overviews.at[i];
		to->part[n].overview = &to->overviews.at[n];
		to->part[n].paid = m.paid;
		n++;
		add_gross(&m);
		add_years(&m);
		add_committees(&m);
	}
	to->overviews.len = to->parts = n;
	to->policy = policies.at;
	to->policies = policies.len;
}

bool
economy_view(struct arena *a, const struct edition *ed, const struct economy_ask *ask,
             struct diags *d, struct economy_view *ret)
{
	struct budget_ask   as_asked = { .by = ask->by }, by_financing = { .by = OVERVIEW_BY_FINANCING };
	struct economy_view to = { .by = ask->by };
	struct overviews    paid;

	if (!budget_view(a, &ed->sn, &ed->judged, &as_asked, d, &to.overviews) ||
	    !budget_view(a, &ed->sn, &ed->judged, &by_financing, d, &paid))
		return false;
	make_parts(a, ed, ask, &paid, &to);
	*ret = to;
	return true;
}
