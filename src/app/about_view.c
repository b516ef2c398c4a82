#include "app/about_view.h"
#include <stdlib.h>

struct about_view
about_view_of(const struct snapshot *sn)
{
	struct about_view v = {
		.policies = (int64_t)sn->len[NOUN_POLICY],
		.indicators = (int64_t)sn->len[NOUN_INDICATOR],
		.targets = (int64_t)sn->len[NOUN_TARGET],
		.documents = (int64_t)sn->len[NOUN_DOCUMENT],
		.changes = (int64_t)sn->changes,
	};

	if (sn->changes > 0)
		v.has_changed = day_from_iso(str_slice(sn->change[sn->changes - 1].at, 0, 10),
		    &v.changed);
	return v;
}

/* So many in so many days, a day. */
static struct number
a_day(struct number n, int32_t days)
{
	struct ratio  r;
	struct number rate;

	if (!ratio_of(n, 1, NUMBER(1, 0), days, &r) || !ratio_round(r, 4, &rate))
		abort();
	return rate;
}

struct method_example
method_example(struct arena *a)
{
	static const struct indicator courses = { .unit = UNIT_COUNT, .better = DIRECTION_RISE };
	struct method_example m = { .promised = NUMBER(200, 0), .done = NUMBER(50, 0) };
	struct observation   *quarter = ARENA_NEW(a, struct observation);
	struct target         t = {
		.kind = TARGET_COUNT, .relation = RELATION_GE, .value = m.promised, .has_value = true,
		.has_window = true,
	};
	struct evidence       e = { .indicator = &courses, .own = { quarter, 1 } };

	if (!period_parse(STR("2009"), &t.window) ||
	    !period_parse(STR("1. kvartal 2009"), &quarter->period))
		abort();
	quarter->value = quantity_exact(m.done);
	quarter->method = 1;
	m.opens = t.window.from;
	m.due = t.window.to;
	m.measured = quarter->period.to;
	m.a_day = a_day(m.done, m.measured - m.opens);
	m.needed_a_day = a_day(m.promised, m.due - m.opens);
	m.judgement = evaluate(a, &t, &e, m.measured);
	return m;
}
