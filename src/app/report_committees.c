/* Who answers for what: a policy's objectives, indicators and initiatives by committee. */
#include "app/barometer_view.h"
#include "app/indicator_list.h"
#include "app/initiative_list.h"
#include "app/initiative_view.h"
#include "app/objective_list.h"
#include "app/report_parts.h"
#include "app/sorted.h"
#include "app/unit_chain.h"

struct bench {                          /* a committee that is filled */
	struct report_committee is;
	int64_t                 unit;
	size_t                  objectives_cap, indicators_cap, initiatives_cap;
};

struct benches {
	struct report_work *w;
	struct bench       *at;
	size_t              len, cap;
};

/* That of a unit; 0: of none. */
static struct bench *
bench_of(struct benches *b, int64_t unit)
{
	const struct snapshot *sn = &b->w->ed->sn;
	int64_t                chain[UNIT_CHAIN_MAX], top = 0;
	size_t                 n = unit_chain(sn, unit, chain);

	if (n > 0)
		top = chain[n - 1];
	for (size_t i = 0; i < b->len; i++)
		if (b->at[i].unit == top)
			return &b->at[i];
	ARENA_GROW(b->w->a, b->at, b->len, &b->cap);
	b->at[b->len] = (struct bench){
		.unit = top,
		.is = { .unit = judge_named(sn, top), .short_name = snapshot_text(sn, top,
		    UNIT_short_name) },
	};
	return &b->at[b->len++];
}

static void
add_targets(struct benches *b)
{
	const struct barometer_view *m = &b->w->to->barometer;

	for (size_t i = 0; i < m->len; i++) {
		const struct barometer_row *r = m->at[i].row;
		struct bench *to = bench_of(b, barometer_unit(&b->w->ed->sn, r));

		to->is.count[r->judgement.verdict]++;
		to->is.targets++;
	}
}

static void
add_objectives(struct benches *b)
{
	struct report_work     *w = b->w;
	struct objective_filter f = { .policy = w->to->policy.id };
	struct objective_tree   t = objective_list(w->a, w->ed, &f);

	for (size_t i = 0; i < t.len; i++) {
		const struct noun_row *row = edition_thing(w->ed, NOUN_OBJECTIVE,
		    t.at[i].objective.id);
		struct bench *to = bench_of(b, row->ref[OBJECTIVE_unit]);

		ARENA_GROW(w->a, to->is.objective, to->is.objectives, &to->objectives_cap);
		to->is.objective[to->is.objectives++] = t.at[i];
	}
}

/* Its own unit, else who answers for what is promised about it. */
static int64_t
indicator_unit(const struct report_work *w, const struct noun_row *row,
               const struct indicator_row *of)
{
	if (row->ref[INDICATOR_unit] != 0 || of->targets == 0)
		return row->ref[INDICATOR_unit];
	return barometer_unit(&w->ed->sn, of->target[0]);
}

/* `promised`: those that a target of the policy is about; else those that none is, of the
 * papers of the policy. */
static bool
add_indicators(struct benches *b, bool promised)
{
	struct report_work     *w = b->w;
	struct indicator_filter f = { .policy = promised ? w->to->policy.id : STR_NONE };
	struct indicator_list   l = indicator_list(w->a, w->ed, &f);

	for (size_t i = 0; i < l.len; i++) {
		const struct noun_row *row = edition_thing(w->ed, NOUN_INDICATOR,
		    l.at[i].indicator.id);
		struct bench *to;

		if (!promised && (l.at[i].targets > 0 || !report_shares_paper(w, row)))
			continue;
		to = bench_of(b, indicator_unit(w, row, &l.at[i]));
		ARENA_GROW(w->a, to->is.indicator, to->is.indicators, &to->indicators_cap);
		if (!indicator_view(w->a, w->ed, row, (struct indicator_ask){ 0, 0 },
		    &to->is.indicator[to->is.indicators]))
			return false;
		to->is.indicators++;
	}
	return true;
}

static void
add_initiatives(struct benches *b)
{
	struct report_work      *w = b->w;
	struct initiative_filter f = { .policy = w->to->policy.id };
	struct initiative_list   l = initiative_list(w->a, w->ed, &f);

	for (size_t i = 0; i < l.len; i++) {
		const struct noun_row *row = edition_thing(w->ed, NOUN_INITIATIVE,
		    l.at[i].initiative.id);
		struct bench *to = bench_of(b, row->ref[INITIATIVE_unit]);

		if (w->ask->kind == REPORT_FORMS && !report_wants(w, l.at[i].initiative.id))
			continue;
		ARENA_GROW(w->a, to->is.initiative, to->is.initiatives, &to->initiatives_cap);
		to->is.initiative[to->is.initiatives++] = initiative_view(w->a, w->ed, row);
	}
}

static int
by_title(const void *a, const void *b, void *collator)
{
	const struct report_committee *x = a, *y = b;

	if ((x->unit.id.len == 0) != (y->unit.id.len == 0))
		return x->unit.id.len == 0 ? 1 : -1;
	return sorted_titles(&x->unit, &y->unit, collator);
}

bool
report_committees(struct report_work *w)
{
	struct benches b = { .w = w };

	add_targets(&b);
	add_objectives(&b);
	if (!add_indicators(&b, true) || !add_indicators(&b, false))
		return false;
	add_initiatives(&b);
	w->to->committee = ARENA_ARRAY(w->a, struct report_committee, b.len + 1);
	for (size_t i = 0; i < b.len; i++)
		w->to->committee[w->to->committees++] = b.at[i].is;
	sorted(w->to->committee, w->to->committees, sizeof *w->to->committee, by_title);
	return true;
}
