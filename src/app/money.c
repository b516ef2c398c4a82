#include "app/money.h"

/* Exact, and all or nothing: a sum that does not fit is not known. */
static struct overview_cell
add_up(const struct money_view *m)
{
	const struct overview *o = m->overview;
	struct overview_cell   sum = { .kroner = NUMBER_ZERO };

	for (size_t i = 0; i < m->lines && o->columns > 0; i++) {
		const struct overview_cell *c = &m->line[i]->at[o->columns - 1];

		if (m->line[i]->counts != BUDGET_COUNTED || (!c->has && !c->unknown))
			continue;
		if (c->has && !number_add(sum.kroner, c->kroner, &sum.kroner))
			return (struct overview_cell){ .unknown = true };
		sum.has |= c->has;
		sum.unknown |= c->unknown;
	}
	return sum;
}

size_t
money_find(struct arena *a, const struct edition *ed,
           bool (*belongs)(const void *to, const struct overview_line *l), const void *to,
           struct money_view **ret)
{
	const struct overviews *all = edition_economy(ed);
	size_t                  n = 0;

	if (all == NULL)
		return 0;
	*ret = ARENA_ARRAY(a, struct money_view, all->len + 1);
	for (size_t i = 0; i < all->len; i++) {
		const struct overview *o = &all->at[i];
		struct money_view      m = { .overview = o };

		m.line = ARENA_ARRAY(a, const struct overview_line *, o->lines + 1);
		for (size_t k = 0; k < o->lines; k++)
			if (belongs(to, &o->line[k]))
				m.line[m.lines++] = &o->line[k];
		if (m.lines == 0)
			continue;
		m.all = add_up(&m);
		(*ret)[n++] = m;
	}
	return n;
}
