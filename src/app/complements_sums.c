#include "app/complements_table.h"
#include "base/order.h"

/* ---- counts ---- */

const struct complement_cell *
complement_find(const struct complement_table *t, struct complement_period p, int64_t area,
                int64_t group)
{
	while (p.first < p.end) {
		size_t                        middle = p.first + (p.end - p.first) / 2;
		const struct complement_cell *c = &t->cell[middle];
		int                           o = order(c->area, area);

		if (o == 0)
			o = order(c->group, group);
		if (o == 0)
			return c;
		if (o < 0)
			p.first = middle + 1;
		else
			p.end = middle;
	}
	return NULL;
}

/* `-` is nothing counted, which is a count. */
static bool
is_counted(const struct observation *o)
{
	return o->missing == MISSING_NONE || o->missing == MISSING_NIL;
}

struct count_range
complement_count(const struct complement_table *t, const struct complement_cell *cell,
                 int64_t method)
{
	const struct observation *o = NULL;

	for (size_t i = 0; i < cell->rows; i++) {
		const struct observation *x = &t->m->at[t->row[cell->first + i]];

		if (is_counted(x) && (o == NULL || o->method != method))
			o = x;
	}
	if (o == NULL)
		return (struct count_range){ 0, DISCLOSURE_MANY };
	if (o->missing == MISSING_NIL)
		return (struct count_range){ 0, 0 };
	return disclosure_range(&o->value);
}

bool
complement_is_exact(const struct complement_table *t, const struct complement_cell *cell,
                    int64_t *count)
{
	struct count_range r = complement_count(t, cell, 0);

	*count = r.low;
	return cell->counted && r.low == r.high;
}

/* ---- a sum by any of the methods ---- */

struct draft {
	const struct complement_cell  *total, **part;
	size_t                         len;
};

static enum sum_is
draft_is(const struct complement_table *t, const struct draft *s, int64_t method,
         struct count_range *part)
{
	for (size_t i = 0; i < s->len; i++)
		part[i] = complement_count(t, s->part[i], method);
	return disclosure_sum_is(complement_count(t, s->total, method), part, s->len);
}

/* By the newest methods, or by one that the total was counted by. */
static enum sum_is
draft_best(const struct complement_table *t, const struct draft *s)
{
	struct count_range *part = ARENA_ARRAY(t->a, struct count_range, s->len + 1);
	enum sum_is         best = draft_is(t, s, 0, part);

	for (size_t i = 0; s->total->rows > 1 && i < s->total->rows; i++) {
		int64_t     method = t->m->at[t->row[s->total->first + i]].method;
		enum sum_is is = draft_is(t, s, method, part);

		if (is > best)
			best = is;
	}
	return best;
}

static void
add_draft(struct complement_table *t, const struct draft *s, bool leaves_few)
{
	size_t *part = ARENA_ARRAY(t->a, size_t, s->len + 1);

	for (size_t i = 0; i < s->len; i++)
		part[i] = s->part[i]->number;
	disclosure_add_sum(&t->d, s->total->number, part, s->len, leaves_few);
}

/* ---- areas ---- */

static bool
has_part(const struct complement_table *t, struct complement_period p, int64_t area, int64_t group)
{
	for (size_t i = 0; i < t->families; i++) {
		const struct complement_family *f = &t->family[i];

		for (size_t k = 0; f->parent == area && k < f->children; k++)
			if (complement_find(t, p, f->child[k]->id, group) != NULL)
				return true;
	}
	return false;
}

/* The cell of an area that was not measured itself: one for all sums it is in. */
static const struct complement_cell *
implied(struct complement_table *t, struct complement_period p, int64_t area, int64_t group)
{
	const struct complement_cell *of = &t->cell[p.first];
	struct complement_cell       *c;

	for (size_t i = 0; i < t->implieds; i++) {
		c = t->implied[i];
		if (c->area == area && c->group == group && c->from == of->from && c->to == of->to)
			return c;
	}
	ARENA_GROW(t->a, t->implied, t->implieds, &t->implieds_cap);
	c = t->implied[t->implieds++] = ARENA_NEW(t->a, struct complement_cell);
	*c = (struct complement_cell){
		.area = area, .group = group, .from = of->from, .to = of->to,
		.number = disclosure_add_cell(&t->d, (struct disclosure_cell){
			.count = { 0, DISCLOSURE_MANY },
		}),
	};
	return c;
}

/* Was the area there in the period? */
static bool
was_there(const struct noun_row *area, const struct complement_cell *in)
{
	int32_t day;

	if (day_from_iso(area->text[AREA_starts], &day) && day >= in->to)
		return false;
	return !day_from_iso(area->text[AREA_ends], &day) || day > in->from;
}

static const struct complement_cell *
cell_of(struct complement_table *t, struct complement_period p, int64_t area, int64_t group)
{
	const struct complement_cell *c = complement_find(t, p, area, group);

	if (c == NULL && area != t->sn->authority_area && has_part(t, p, area, group))
		c = implied(t, p, area, group);
	return c;
}

/* Every part that was there; false: one is not measured, so they do not cover the whole. */
static bool
find_parts(struct complement_table *t, struct complement_period p,
           const struct complement_family *f, int64_t group, struct draft *ret)
{
	ret->part = ARENA_ARRAY(t->a, const struct complement_cell *, f->children + 1);
	for (size_t i = 0; i < f->children; i++) {
		const struct complement_cell *c = cell_of(t, p, f->child[i]->id, group);

		if (c != NULL)
			ret->part[ret->len++] = c;
		else if (was_there(f->child[i], &t->cell[p.first]))
			return false;
	}
	return ret->len > 0;
}

static void
add_family(struct complement_table *t, struct complement_period p,
           const struct complement_family *f, int64_t group)
{
	struct draft s = { .total = NULL };
	enum sum_is  is;

	if (!has_part(t, p, f->parent, group) || !find_parts(t, p, f, group, &s))
		return;
	s.total = cell_of(t, p, f->parent, group);
	if (s.total == NULL)
		return;
	is = draft_best(t, &s);
	if (is != SUM_IS_NONE)
		add_draft(t, &s, is == SUM_LEAVES_FEW);
}

void
complements_add_areas(struct complement_table *t, struct complement_period p)
{
	struct arena none = { 0 };
	int64_t     *group = NULL;
	size_t       groups = 0, cap = 0;

	for (size_t i = p.first; i < p.end; i++) {
		size_t k = 0;

		while (k < groups && group[k] != t->cell[i].group)
			k++;
		if (k < groups)
			continue;
		ARENA_GROW(&none, group, groups, &cap);
		group[groups++] = t->cell[i].group;
	}
	for (size_t f = 0; f < t->families; f++)
		for (size_t k = 0; k < groups; k++)
			add_family(t, p, &t->family[f], group[k]);
	arena_free(&none);
}

/* ---- groups ---- */

/* The cells of one area in a period: everybody first, when everybody was counted. */
static struct complement_period
area_from(const struct complement_table *t, struct complement_period p, size_t first)
{
	size_t end = first;

	while (end < p.end && t->cell[end].area == t->cell[first].area)
		end++;
	return (struct complement_period){ first, end };
}

void
complements_add_rests(struct complement_table *t, struct complement_period p)
{
	for (size_t i = p.first; i < p.end;) {
		struct complement_period area = area_from(t, p, i);
		const struct complement_cell *part, *total = &t->cell[i];

		for (i++; i < area.end; i++) {
			struct draft s = { total, &part, 1 };

			part = &t->cell[i];
			if (total->group == 0 && draft_best(t, &s) == SUM_LEAVES_FEW)
				add_draft(t, &s, true);
		}
	}
}

/* Groups with an exact count that is not zero: zeros add nothing. */
struct groups {
	const struct complement_cell *at[COMPLEMENTS_GROUPS];
	size_t                        len, all;
};

static struct groups
groups_of(const struct complement_table *t, struct complement_period area)
{
	struct groups g = { .len = 0 };

	for (size_t i = area.first + 1; i < area.end; i++) {
		int64_t count;

		if (complement_is_exact(t, &t->cell[i], &count) && count == 0)
			continue;
		if (g.len < COMPLEMENTS_GROUPS)
			g.at[g.len++] = &t->cell[i];
		g.all++;
	}
	return g;
}

static bool
is_protected(const struct complement_table *t, struct complement_period p)
{
	for (size_t i = p.first; i < p.end; i++)
		if (t->d.cell[t->cell[i].number].is != WITHHELD_NOT)
			return true;
	return false;
}

static void
withhold_groups(struct complement_table *t, struct complement_period area)
{
	for (size_t i = area.first + 1; i < area.end; i++) {
		struct disclosure_cell *c = &t->d.cell[t->cell[i].number];

		if (c->count.high > 0 && c->is == WITHHELD_NOT)
			c->is = WITHHELD_SMALL;         /* protected from the start */
	}
}

/* Can the groups in `set` add up exactly to everybody? By the newest methods that is
 * one addition; by others it is looked at. */
static bool
may_add_up(const struct complement_table *t, const struct groups *g, unsigned set, int64_t rest,
           bool other_methods)
{
	for (size_t i = 0; i < g->len; i++) {
		int64_t count;

		if ((set >> i & 1) == 0)
			continue;
		if (!complement_is_exact(t, g->at[i], &count))
			return false;
		rest -= count;
	}
	return rest == 0 || other_methods;
}

static void
add_sets(struct complement_table *t, const struct complement_cell *total, int64_t everybody,
         const struct groups *g)
{
	const struct complement_cell *part[COMPLEMENTS_GROUPS];

	for (unsigned set = 1; set < 1u << g->len; set++) {
		struct draft s = { total, part, 0 };

		if ((set & (set - 1)) == 0 || !may_add_up(t, g, set, everybody, total->rows > 1))
			continue;
		for (size_t i = 0; i < g->len; i++)
			if ((set >> i & 1) != 0)
				part[s.len++] = g->at[i];
		if (draft_best(t, &s) == SUM_HOLDS)
			add_draft(t, &s, false);
	}
}

void
complements_add_groups(struct complement_table *t, struct complement_period p)
{
	for (size_t i = p.first; i < p.end;) {
		struct complement_period area = area_from(t, p, i);
		struct groups            g = groups_of(t, area);
		int64_t                  count;

		i = area.end;
		if (t->cell[area.first].group != 0)
			continue;
		if (g.all > COMPLEMENTS_GROUPS) {
			if (is_protected(t, p))
				withhold_groups(t, area);
		} else if (complement_is_exact(t, &t->cell[area.first], &count)) {
			add_sets(t, &t->cell[area.first], count, &g);
		}
	}
}
