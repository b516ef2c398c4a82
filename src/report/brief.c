/* One page per objective: what is promised, how far it is, who helps, what it costs. */
#include "report/parts.h"

static void
put_place(struct draft *d, const struct objective_view *m)
{
	struct runs *r = draft_paragraph(d);
	struct str   with[] = { draft_title(d, &m->self.theme), draft_title(d, &m->self.unit) };

	draft_fill(d, r, with[1].len > 0 ? N_("Theme: {1}. Answers for it: {2}.")
	                                 : N_("Theme: {1}. No unit answers for it."), with, 2);
}

static void
put_targets(struct draft *d, const struct objective_view *m)
{
	const struct barometer_row **at = ARENA_ARRAY(d->a, const struct barometer_row *,
	    m->targets + 1);
	struct tree_part            *list;

	if (m->targets == 0) {
		draft_sentence(d, N_("Nothing is promised that can be checked."));
		return;
	}
	for (size_t i = 0; i < m->targets; i++)
		at[i] = m->target[i].row;
	report_board_of(d, draft_anchor(d, "t-targets", m->self.objective.id),
	    say(d->l, "What is promised"), at, m->targets);
	list = tree_list(d->t, false);
	for (size_t i = 0; i < m->targets; i++)
		draft_words(d, tree_item(d->t, list), d->danish ? at[i]->judgement.da
		                                                : at[i]->judgement.en);
}

/* The chart of the first that is measured: a page has room for one. */
static void
put_chart(struct draft *d, const struct objective_view *m)
{
	for (size_t c = 0; c < d->m->committees; c++) {
		const struct report_committee *of = &d->m->committee[c];

		for (size_t k = 0; k < of->indicators; k++) {
			if (m->indicators == 0 ||
			    !str_eq(of->indicator[k].indicator.id, m->indicator[0].indicator.id))
				continue;
			report_chart(d, arena_printf(d->a, STR_FMT "-" STR_FMT,
			    STR_ARG(m->self.objective.id), STR_ARG(of->indicator[k].indicator.id)),
			    &of->indicator[k]);
			return;
		}
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
		if (i > 0)
			tree_page(d->t);
		draft_heading_of(d, 1, "objective", &m->objective[i].self.objective);
		put_place(d, &m->objective[i]);
		put_targets(d, &m->objective[i]);
		put_chart(d, &m->objective[i]);
		put_helpers(d, &m->objective[i]);
	}
}
