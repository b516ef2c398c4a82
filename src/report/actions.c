/* The action plan: theme, goal, activities, resources, success criteria, and how they serve
 * the way to the goal. */
#include "report/parts.h"

static const struct objective_node *
node_of(const struct report_committee *c, struct str objective)
{
	for (size_t i = 0; i < c->objectives; i++)
		if (str_eq(c->objective[i].objective.id, objective))
			return &c->objective[i];
	return NULL;
}

/* Through what it contributes to, else through what it promises. */
static struct str
objective_of(const struct initiative_view *m)
{
	for (size_t i = 0; i < m->contributions; i++)
		if (m->contribution[i].objective.id.len > 0)
			return m->contribution[i].objective.id;
	for (size_t i = 0; i < m->targets; i++)
		if (m->target[i]->objective.id.len > 0)
			return m->target[i]->objective.id;
	return STR_NONE;
}

static void
put_theme(struct draft *d, struct tree_row *row, const struct initiative_view *m,
          const struct objective_node *o)
{
	struct runs *r = draft_head(d, row);

	if (o != NULL) {
		draft_named(d, r, &o->theme);
		draft_break(d, r);
	}
	draft_thing(d, r, "initiative", &m->initiative);
	r = draft_cell(d, row);
	if (o != NULL)
		draft_thing(d, r, "objective", &o->objective);
	else
		draft_say(d, r, N_("Not stated"));
}

static void
put_activities(struct draft *d, struct runs *r, const struct initiative_view *m)
{
	for (size_t i = 0; i < m->activities; i++) {
		if (i > 0)
			draft_break(d, r);
		draft_worded(d, r, m->activity[i].what);
	}
	if (m->activities == 0)
		draft_say(d, r, N_("Not stated"));
}

static void
put_criteria(struct draft *d, struct runs *r, const struct initiative_view *m)
{
	for (size_t i = 0; i < m->targets; i++) {
		if (i > 0)
			draft_break(d, r);
		draft_named(d, r, &m->target[i]->promise);
		draft_words(d, r, STR(" ("));
		draft_verdict(d, r, &m->target[i]->judgement);
		draft_words(d, r, STR(")"));
	}
	if (m->targets == 0)
		draft_say(d, r, N_("Not stated"));
}

static void
put_way(struct draft *d, struct runs *r, const struct initiative_view *m)
{
	for (size_t i = 0; i < m->contributions; i++) {
		const struct contribution_view *c = &m->contribution[i];

		if (i > 0)
			draft_break(d, r);
		draft_worded(d, r, c->how);
		if (c->pathway.id.len > 0) {
			draft_words(d, r, STR(" ("));
			draft_named(d, r, &c->pathway);
			draft_words(d, r, STR(")"));
		}
	}
	if (m->contributions == 0)
		draft_say(d, r, N_("Not stated"));
}

static void
put_committee(struct draft *d, const struct report_committee *c)
{
	static const struct draft_column columns[] = {
		{ N_("Theme and initiative"), ALIGN_START, 3 }, { N_("Goal"), ALIGN_START, 3 },
		{ N_("Activities"), ALIGN_START, 4 },           { N_("Resources"), ALIGN_START, 3 },
		{ N_("Success criteria"), ALIGN_START, 4 },
		{ N_("How it serves the way to the goal"), ALIGN_START, 3 },
	};
	struct str        name = c->unit.id.len > 0 ? draft_title(d, &c->unit)
	                                            : say(d->l, "Of no committee");
	struct tree_part *t;

	report_unit(d, 1, "unit", c);
	t = draft_table(d, draft_anchor(d, "t-actions", c->unit.id), draft_filled(d,
	    N_("{1}: action plan"), &name, 1), columns, COUNT_OF(columns));
	for (size_t i = 0; i < c->initiatives; i++) {
		const struct initiative_view *m = &c->initiative[i];
		struct tree_row              *row = tree_row(d->t, t);

		put_theme(d, row, m, node_of(c, objective_of(m)));
		put_activities(d, draft_cell(d, row), m);
		draft_worded(d, draft_cell(d, row), m->economy);
		put_criteria(d, draft_cell(d, row), m);
		put_way(d, draft_cell(d, row), m);
	}
}

void
report_actions(struct draft *d)
{
	const struct report_paper *m = d->m;
	size_t                     n = 0;

	for (size_t i = 0; i < m->committees; i++) {
		if (m->committee[i].initiatives == 0)
			continue;
		put_committee(d, &m->committee[i]);
		n++;
	}
	if (n == 0)
		draft_sentence(d, N_("The policy has no initiatives yet."));
}
