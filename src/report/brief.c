/* One page per objective: what is promised, how far it is, who helps, what it costs. */
#include "report/parts.h"

/* A page has room for so many; of more targets, those of initiatives stand in the table alone. */
enum { SENTENCES = 5 };

static void
put_place(struct draft *d, const struct objective_view *m)
{
	struct runs *r = draft_paragraph(d);
	struct str   with[] = { draft_title(d, &m->self.theme), draft_title(d, &m->self.unit) };

	draft_fill(d, r, with[1].len > 0 ? N_("Theme: {1}. Answers for it: {2}.")
	                                 : N_("Theme: {1}. No unit answers for it."), with, 2);
}

/* Its targets in the order of the report. */
static const struct barometer_row **
targets_of(struct draft *d, const struct objective_view *m)
{
	const struct barometer_view *all = &d->m->barometer;
	const struct barometer_row **at = ARENA_ARRAY(d->a, const struct barometer_row *, m->targets + 1);
	size_t                       n = 0;

	for (size_t i = 0; i < all->len && n < m->targets; i++)
		for (size_t k = 0; k < m->targets; k++)
			if (str_eq(all->at[i].row->target->id, m->target[k].row->target->id))
				at[n++] = m->target[k].row;
	for (size_t k = 0; n < m->targets; k++)         /* of another policy: as they come */
		at[n++] = m->target[k].row;
	return at;
}

static void
put_targets(struct draft *d, const struct objective_view *m, const struct barometer_row *const *at)
{
	struct tree_part *list = NULL;

	if (m->targets == 0) {
		draft_sentence(d, N_("Nothing is promised that can be checked."));
		return;
	}
	report_board_of(d, draft_anchor(d, "t-targets", m->self.objective.id),
	    say(d->l, "What is promised"), at, m->targets);
	for (size_t i = 0; i < m->targets; i++) {
		if (m->targets > SENTENCES && at[i]->initiative.id.len > 0)
			continue;
		if (list == NULL)
			list = tree_list(d->t, false);
		draft_words(d, tree_item(d->t, list), d->danish ? at[i]->judgement.da
		                                                : at[i]->judgement.en);
	}
}

static const struct indicator_view *
indicator_of(struct draft *d, const struct barometer_row *r)
{
	for (size_t c = 0; c < d->m->committees; c++) {
		const struct report_committee *of = &d->m->committee[c];

		for (size_t k = 0; k < of->indicators; k++)
			if (str_eq(of->indicator[k].indicator.id, r->indicator.id))
				return &of->indicator[k];
	}
	return NULL;
}

/* Is the target about the figures that the indicator's chart draws, and not about a part? */
static bool
is_about(const struct barometer_row *r, const struct indicator_view *m)
{
	const struct judgement   *j = &r->judgement;
	const struct observation *last = m->trend.latest;

	return last != NULL && j->has_latest && j->latest.value.has_point && last->value.has_point &&
	    number_cmp(j->latest.value.point, last->value.point) == 0;
}

/* The chart of the first that has a course: a page has room for one. */
static void
put_chart(struct draft *d, const struct objective_view *m, const struct barometer_row *const *at)
{
	for (size_t i = 0; i < m->targets; i++) {
		const struct indicator_view *of = indicator_of(d, at[i]);

		if (of != NULL && is_about(at[i], of) && report_chart(d, arena_printf(d->a, STR_FMT "-" STR_FMT,
		    STR_ARG(m->self.objective.id), STR_ARG(of->indicator.id)), of))
			return;
	}
}

static void
put_helpers(struct draft *d, const struct objective_view *m)
{
	struct tree_part *list;

	draft_sentence(d, m->helpers > 0 ? N_("These initiatives contribute:")
	                                 : N_("No initiative contributes to it."));
	if (m->helpers == 0)
		return;
	list = tree_list(d->t, false);
	for (size_t i = 0; i < m->helpers; i++) {
		struct runs *r = tree_item(d->t, list);

		draft_thing(d, r, "initiative", &m->helper[i].initiative);
		if (m->helper[i].how.da.len == 0)
			continue;
		draft_words(d, r, STR(": "));
		draft_worded(d, r, m->helper[i].how);
	}
}

void
report_brief(struct draft *d)
{
	const struct report_paper *m = d->m;

	if (m->objectives == 0)
		draft_sentence(d, N_("The policy has no objectives yet."));
	for (size_t i = 0; i < m->objectives; i++) {
		const struct barometer_row **at = targets_of(d, &m->objective[i]);

		if (i > 0)
			tree_page(d->t);
		draft_heading_of(d, 1, "objective", &m->objective[i].self.objective);
		put_place(d, &m->objective[i]);
		put_targets(d, &m->objective[i], at);
		put_chart(d, &m->objective[i], at);
		put_helpers(d, &m->objective[i]);
	}
}
