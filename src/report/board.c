/* The barometer: every target with its verdict, under its objective. */
#include "report/parts.h"

enum { COLUMNS = 5 };

static const struct draft_column columns[COLUMNS] = {
	{ N_("Target"), ALIGN_START, 9 },  { N_("Verdict"), ALIGN_START, 4 },
	{ N_("Latest"), ALIGN_END, 3 },    { N_("Promised"), ALIGN_END, 3 },
	{ N_("Pace"), ALIGN_END, 1 },
};

static void
put_row(struct draft *d, struct tree_part *t, const struct barometer_row *r)
{
	const struct judgement *j = &r->judgement;
	struct tree_row        *row = tree_row(d->t, t);
	struct runs            *head = draft_head(d, row);
	struct str              text;

	if (r->indicator.id.len > 0) {
		struct named n = r->promise;

		n.id = r->indicator.id;
		draft_thing(d, head, "indicator", &n);
	} else {
		draft_named(d, head, &r->promise);
	}
	draft_verdict(d, draft_cell(d, row), j);
	DRAFT_WRITTEN(d, text, barometer_latest(&b_, r, d->danish));
	if (j->has_latest && !j->latest.withheld && j->latest.value.has_point)
		draft_cell_number(d, row, j->latest.value.point, text);
	else
		draft_cell_words(d, row, text);
	DRAFT_WRITTEN(d, text, barometer_required(&b_, r, d->danish));
	if (j->has_required)
		draft_cell_number(d, row, j->required, text);
	else
		draft_cell_words(d, row, text);
	DRAFT_WRITTEN(d, text, barometer_pace(&b_, r, d->danish));
	if (j->has_pace)
		draft_cell_number(d, row, j->pace_shown, text);
	else
		draft_cell_words(d, row, text);
}

void
report_board_of(struct draft *d, struct str anchor, struct str caption,
                const struct barometer_row *const *at, size_t n)
{
	struct tree_part *t = draft_table(d, anchor, caption, columns, COLUMNS);

	for (size_t i = 0; i < n; i++)
		put_row(d, t, at[i]);
}

/* "Beskæftigelse: Flere kvinder i arbejde" */
static struct str
place_of(struct draft *d, const struct barometer_row *r)
{
	struct str theme = draft_title(d, &r->theme), objective = draft_title(d, &r->objective);

	if (theme.len == 0 && objective.len == 0)
		return say(d->l, "Without an objective");
	return arena_printf(d->a, STR_FMT "%s" STR_FMT, STR_ARG(theme),
	    theme.len > 0 && objective.len > 0 ? ": " : "", STR_ARG(objective));
}

void
report_board(struct draft *d)
{
	const struct barometer_view *m = &d->m->barometer;
	struct str                   day = draft_day(d, d->m->as_of);
	struct tree_part            *t;

	if (m->len == 0) {
		draft_sentence(d, N_("The policy has no targets yet."));
		return;
	}
	t = draft_table(d, STR("t-barometer"), draft_filled(d, N_("The targets as of {1}"), &day, 1),
	    columns, COLUMNS);
	for (size_t i = 0; i < m->len; i++) {
		const struct barometer_row *r = m->at[i].row;

		if (i == 0 || !str_eq(r->objective.id, m->at[i - 1].row->objective.id) ||
		    !str_eq(r->theme.id, m->at[i - 1].row->theme.id))
			draft_group(d, t, place_of(d, r));
		put_row(d, t, r);
	}
}
