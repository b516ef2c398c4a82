/* A sheet an area for the press: its figures beside the city's, each with what it did. */
#include "report/parts.h"

static void
put_gap(struct draft *d, struct tree_row *row, const struct area_indicator *m)
{
	struct str sign;

	if (!m->against.has) {
		draft_cell_words(d, row, STR("–"));
		return;
	}
	sign = number_sign(m->against.by) > 0 ? STR("+") : STR_NONE;
	draft_cell_number(d, row, m->against.by, arena_printf(d->a, STR_FMT STR_FMT "%s%s",
	    STR_ARG(sign), STR_ARG(draft_number(d, m->against.by)), m->against.share ? " %" : "",
	    m->against.uncertain ? "*" : ""));
}

static void
put_row(struct draft *d, struct tree_part *t, const struct area_indicator *m)
{
	struct tree_row *row = tree_row(d->t, t);

	draft_thing(d, draft_head(d, row), "indicator", &m->indicator);
	if (m->latest == NULL) {
		draft_cell_words(d, row, STR("–"));
		draft_cell_words(d, row, STR("–"));
	} else {
		draft_words(d, draft_cell(d, row), period_text(d->a, m->latest->o->period, d->danish));
		draft_cell_observation(d, row, m->latest->o, m->is.unit);
	}
	if (m->beside != NULL)
		draft_cell_observation(d, row, m->beside, m->is.unit);
	else
		draft_cell_words(d, row, STR("–"));
	put_gap(d, row, m);
}

static void
put_table(struct draft *d, const struct area_view *m)
{
	static const struct draft_column columns[] = {
		{ N_("Indicator"), ALIGN_START, 5 }, { N_("Period"), ALIGN_START, 2 },
		{ N_("Here"), ALIGN_END, 2 },        { N_("The whole city"), ALIGN_END, 2 },
		{ N_("Difference"), ALIGN_END, 2 },
	};
	struct str        title = draft_title(d, &m->place.area);
	struct tree_part *t = draft_table(d, draft_anchor(d, "t-area", m->place.area.id),
	    draft_filled(d, N_("{1}: the newest figures"), &title, 1), columns, COUNT_OF(columns));

	for (size_t i = 0; i < m->len; i++)
		put_row(d, t, &m->at[i]);
}

static void
put_trends(struct draft *d, const struct area_view *m)
{
	struct tree_part *list = NULL;

	for (size_t i = 0; i < m->len; i++) {
		const struct area_indicator *at = &m->at[i];
		struct runs                 *r;

		if (at->trend.move == MOVE_UNMEASURED || at->trend.move == MOVE_SINGLE)
			continue;
		if (list == NULL)
			list = tree_list(d->t, false);
		r = tree_item(d->t, list);
		draft_named(d, r, &at->indicator);
		draft_words(d, r, STR(": "));
		draft_words(d, r, d->danish ? at->trend.da : at->trend.en);
		draft_words(d, r, STR("."));
	}
}

static void
put_targets(struct draft *d, const struct area_view *m)
{
	if (m->targets > 0)
		report_board_of(d, draft_anchor(d, "t-area-targets", m->place.area.id),
		    say(d->l, "What is promised that concerns it"), m->target, m->targets);
	if (m->worsts > 0)
		report_board_of(d, draft_anchor(d, "t-area-worst", m->place.area.id),
		    say(d->l, "What it is the worst place of"), m->worst, m->worsts);
}

void
report_press(struct draft *d)
{
	const struct report_paper *m = d->m;

	if (m->areas == 0)
		draft_sentence(d, N_("Nothing is measured below the whole city."));
	for (size_t i = 0; i < m->areas; i++) {
		if (i > 0)
			tree_page(d->t);
		draft_heading_of(d, 1, "area", &m->area[i].place.area);
		put_trends(d, &m->area[i]);
		if (m->area[i].len > 0)
			put_table(d, &m->area[i]);
		put_targets(d, &m->area[i]);
	}
}
