#include "app/budget_results.h"
#include "core/calendar.h"

struct span {
	int32_t from, to;               /* days, exclusive end */
};

/* What moved since the baseline, as a positive figure. */
static bool
moved(const struct barometer_row *r, struct number *ret)
{
	const struct judgement *v = &r->judgement;
	struct number           change;

	if ((r->target->kind != TARGET_CHANGE && r->target->kind != TARGET_DIRECTION) ||
	    v->verdict == VERDICT_AWAY || !v->has_baseline || v->baseline.withheld ||
	    !v->baseline.value.has_point ||
	    !number_sub(v->latest.value.point, v->baseline.value.point, &change))
		return false;
	if (number_sign(change) < 0 && !number_neg(change, &change))
		return false;
	*ret = change;
	return true;
}

static bool
measured(const struct barometer_row *r, struct number *ret)
{
	const struct observation *latest = &r->judgement.latest;

	if (!r->judgement.has_latest || latest->withheld || !latest->value.has_point)
		return false;
	if (r->target->kind != TARGET_COUNT)
		return moved(r, ret);
	*ret = latest->value.point;
	return true;
}

/* From the end of the baseline, or over all that is counted. */
static struct span
span_of(const struct barometer_row *r, bool promised)
{
	const struct judgement *v = &r->judgement;
	struct span             s = { v->latest.period.from, v->latest.period.to };

	if (promised)
		return (struct span){ r->target->window.from, r->target->window.to };
	if (r->target->kind != TARGET_COUNT)
		s.from = v->baseline.period.to;
	else if (r->target->has_window)
		s.from = r->target->window.from;
	return s;
}

/* What was spent, where that is known and nobody asks what if, else what is planned. */
static const struct number *
cost_in(const struct budget_part *p, const struct budget_cell *cell, size_t at)
{
	bool asked = number_cmp(p->now.line[at].at[BUDGET_PLAN], p->before.line[at].at[BUDGET_PLAN]) != 0;

	if (BUDGET_HAS(cell, BUDGET_ACTUAL) && !asked)
		return &cell->at[BUDGET_ACTUAL];
	return BUDGET_HAS(cell, BUDGET_PLAN) ? &cell->at[BUDGET_PLAN] : NULL;
}

/* False: too large. `*any` says whether a line of the initiative has money in these
 * years; an amount that nobody split says nothing of them, nor does the rest then. */
static bool
cost_of(const struct budget_part *p, const struct budget *b, int64_t initiative,
        const struct overview_result *r, struct number *ret, bool *any)
{
	struct number sum = NUMBER_ZERO;
	bool          found = false;

	for (size_t i = 0; i < p->len; i++) {
		if (p->row[i]->initiative != initiative || p->row[i]->refund ||
		    p->row[i]->now.counts == BUDGET_EARMARK)
			continue;
		for (size_t y = 0; y < b->years; y++) {
			size_t               at = i * (b->years + 1) + y;
			const struct number *cost = cost_in(p, &b->line[at], at);

			if (cost != NULL && b->year[y] == BUDGET_UNSPLIT)
				return true;
			if (cost == NULL || b->year[y] < r->from || b->year[y] > r->through)
				continue;
			if (!number_add(sum, *cost, &sum))
				return false;
			found = true;
		}
	}
	*any = found;
	*ret = sum;
	return true;
}

static enum unit
result_unit(const struct barometer_row *r)
{
	if (r->target->kind != TARGET_COUNT && r->measure == UNIT_SHARE)
		return UNIT_POINT;
	return r->measure;
}

/* Every year that is touched has a budget, else the cost is not the whole one. */
static bool
years_known(const struct budget *b, const struct overview_result *r)
{
	int32_t known = 0;

	for (size_t y = 0; y < b->years; y++)
		known += b->year[y] >= r->from && b->year[y] <= r->through;
	return known == r->through - r->from + 1;
}

static bool
has_line(const struct budget_part *p, int64_t initiative)
{
	for (size_t i = 0; i < p->len; i++)
		if (p->row[i]->initiative == initiative)
			return initiative != 0;
	return false;
}

/* The years of the result; false: there are none that it can be set against. */
static bool
set_years(const struct budget_part *p, const struct barometer_row *row, struct overview_result *r)
{
	struct span s = span_of(row, r->promised);

	if (s.from == DAY_MIN || s.from >= s.to)
		return false;
	r->from = date_of(s.from).year;
	r->through = date_of(s.to - 1).year;
	r->whole = s.from == day_of(r->from, 1, 1) && s.to == day_of(r->through + 1, 1, 1);
	return (r->whole || row->target->kind != TARGET_COUNT) && years_known(&p->now, r);
}

static bool
add_result(const struct budget_part *p, const struct barometer_row *row, int64_t initiative,
           struct overview_result r, struct overview *to)
{
	bool any = false, was = false;

	if (number_sign(r.result) <= 0 || !set_years(p, row, &r))
		return true;
	if (!cost_of(p, &p->now, initiative, &r, &r.cost, &any) ||
	    !cost_of(p, &p->before, initiative, &r, &r.cost_before, &was))
		return false;
	if (!any && !was)
		return true;
	if (!budget_per_result(r.cost, r.result, &r.each) ||
	    !budget_per_result(r.cost_before, r.result, &r.each_before))
		return false;
	r.changed = number_cmp(r.cost, r.cost_before) != 0;
	to->result[to->results++] = r;
	return true;
}

static bool
add_results(const struct budget_part *p, const struct barometer_row *row, int64_t initiative,
            struct overview *to)
{
	const struct target   *t = row->target;
	struct overview_result r = { .initiative = row->initiative, .promise = row->promise,
	                             .measure = result_unit(row) };

	if (t->kind == TARGET_COUNT && t->has_window && t->has_value && t->each == EACH_NONE) {
		r.promised = true;
		r.result = t->value;
		if (!add_result(p, row, initiative, r, to))
			return false;
		r.promised = false;
	}
	return t->each != EACH_NONE || !measured(row, &r.result) ||
	    add_result(p, row, initiative, r, to);
}

bool
budget_results(struct arena *a, const struct snapshot *sn, const struct barometer *judged,
               const struct budget_part *part, struct overview *to)
{
	to->result = ARENA_ARRAY(a, struct overview_result, 2 * judged->len + 1);
	for (size_t i = 0; i < judged->len; i++) {
		int64_t initiative = things_find(sn->things, NOUN_INITIATIVE, judged->at[i].initiative.id);

		if (has_line(part, initiative) && !add_results(part, &judged->at[i], initiative, to))
			return false;
	}
	return true;
}
