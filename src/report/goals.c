/* Result goals, their indicators and activities, under each committee and objective. */
#include "report/parts.h"

enum { COLUMNS = 5 };

static bool
is_of(const struct barometer_row *r, const struct objective_node *o)
{
	return str_eq(r->objective.id, o->objective.id);
}

/* What the initiatives that serve the objective do for it; those of a target's own
 * initiative are the target's. */
static void
put_activities(struct draft *d, struct runs *r, const struct barometer_row *row,
               const struct report_committee *c)
{
	size_t n = 0;

	for (size_t i = 0; i < c->initiatives; i++) {
		const struct initiative_view *m = &c->initiative[i];
		bool serves = str_eq(m->initiative.id, row->initiative.id);

		for (size_t k = 0; k < m->contributions && row->initiative.id.len == 0; k++)
			serves = serves || str_eq(m->contribution[k].objective.id, row->objective.id);
		for (size_t k = 0; k < m->activities && serves; k++) {
			if (m->activity[k].objective.id.len > 0 &&
			    !str_eq(m->activity[k].objective.id, row->objective.id))
				continue;
			if (n++ > 0)
				draft_break(d, r);
			draft_worded(d, r, m->activity[k].what);
		}
	}
	if (n == 0)
		draft_words(d, r, STR("–"));
}

/* `as`: the number of a row above whose activities are the same; empty: of none. */
static void
put_row(struct draft *d, struct tree_part *t, struct str number, struct str as,
        const struct barometer_row *r, const struct report_committee *c)
{
	struct tree_row *row = tree_row(d->t, t);

	draft_cell_words(d, row, number);
	draft_named(d, draft_head(d, row), &r->promise);
	if (r->indicator.id.len > 0)
		draft_thing(d, draft_cell(d, row), "indicator", &r->indicator);
	else
		draft_cell_words(d, row, STR("–"));
	if (as.len > 0)
		draft_fill(d, draft_cell(d, row), N_("As for {1}"), &as, 1);
	else
		put_activities(d, draft_cell(d, row), r, c);
	draft_verdict(d, draft_cell(d, row), &r->judgement);
}

static size_t
put_targets(struct draft *d, struct tree_part *t, size_t number, const struct objective_node *o,
            const struct report_committee *c)
{
	const struct barometer_view *m = &d->m->barometer;
	struct str                   own = STR_NONE;    /* of the first without an initiative */
	size_t                       n = 0;

	for (size_t i = 0; i < m->len; i++) {
		const struct barometer_row *r = m->at[i].row;
		struct str                  at = arena_printf(d->a, "%zu.%zu", number, n + 1);
		bool                        is_own = r->initiative.id.len == 0;

		if (!is_of(r, o))
			continue;
		put_row(d, t, at, is_own ? own : STR_NONE, r, c);
		if (is_own && own.len == 0)
			own = at;
		n++;
	}
	return n;
}

static void
put_none(struct draft *d, struct tree_part *t, size_t number)
{
	struct tree_row *row = tree_row(d->t, t);

	draft_cell_words(d, row, arena_printf(d->a, "%zu.1", number));
	draft_say(d, draft_head(d, row), N_("No result goal is stated."));
	for (size_t i = 2; i < COLUMNS; i++)
		draft_cell_words(d, row, STR("–"));
}

static void
put_committee(struct draft *d, const struct report_committee *c)
{
	static const struct draft_column columns[COLUMNS] = {
		{ N_("No."), ALIGN_START, 1 },       { N_("Result goal"), ALIGN_START, 5 },
		{ N_("Indicator"), ALIGN_START, 4 }, { N_("Activities"), ALIGN_START, 5 },
		{ N_("Verdict"), ALIGN_START, 2 },
	};
	struct str        name = draft_title(d, &c->unit);
	struct tree_part *t;

	report_unit(d, 1, "unit", c);
	t = draft_table(d, draft_anchor(d, "t-goals", c->unit.id), draft_filled(d,
	    N_("{1}: result goals, indicators and activities"), &name, 1), columns, COLUMNS);
	for (size_t i = 0; i < c->objectives; i++) {
		struct str title = draft_title(d, &c->objective[i].objective);

		draft_group(d, t, draft_filled(d, N_("Objective: {1}"), &title, 1));
		if (put_targets(d, t, i + 1, &c->objective[i], c) == 0)
			put_none(d, t, i + 1);
	}
}

void
report_goals(struct draft *d)
{
	const struct report_paper *m = d->m;
	size_t                     n = 0;

	for (size_t i = 0; i < m->committees; i++) {
		if (m->committee[i].objectives == 0)
			continue;
		put_committee(d, &m->committee[i]);
		n++;
	}
	if (n == 0)
		draft_sentence(d, N_("The policy has no objectives yet."));
}
