/* goal_status.c - rows of a table "Mål | Status". */
#include "recognise/kinds.h"
#include "recognise/promise.h"

#define GOAL_CELLS_MAX 4

bool
text_is_goal(struct paper *p, struct str text)
{
	return promise_read(p->reads, text, p->year).target.kind != TARGET_UNDEFINED;
}

/* Without its header: a title that speaks of goals and status, and a goal in the
 * first text of each row with more text beside it. */
bool
goal_status_columns(const struct paper *p, size_t i, struct columns *ret)
{
	struct paper       *mine = &(struct paper){ .arena = p->arena, .reads = p->reads, .year = p->year };
	const struct entry *e = &p->at[i];
	struct str          caption = caption_above(p, i);
	size_t              goal = entry_first_filled(e);

	if (e->cells < 2 || e->cells > GOAL_CELLS_MAX || entry_filled(e) < 2)
		return false;
	if (goal + 2 < e->cells && e->text[goal].len < 6 && e->text[goal + 1].len > 0) {
		ret->of[goal] = LABEL_NUMBER;
		goal++;
	}
	if (goal + 1 >= e->cells)
		return false;
	if (!(folded_starts(e->folded[goal], "maal*") && folded_starts(e->folded[goal + 1], "status*")) &&
	    (!folded_has(caption, "status*") || str_find(caption, STR("maal"), 0) == SIZE_MAX ||
	    !text_is_goal(mine, e->text[goal])))
		return false;
	ret->of[goal] = LABEL_GOAL;
	ret->of[goal + 1] = LABEL_STATUS;
	ret->len = e->cells;
	return true;
}

static const struct cell *
goal_cell(const struct columns *c, const struct entry *e)
{
	static const enum label order[] = { LABEL_RESULT_GOAL, LABEL_GOAL, LABEL_OBJECTIVE };

	for (size_t i = 0; i < COUNT_OF(order); i++)
		if (c->labels & LABEL_BIT(order[i]))
			return columns_cell(c, e, order[i]);
	return NULL;
}

static void
add_cells(struct paper *p, const struct columns *c, const struct entry *e, bool all)
{
	static const struct {
		enum label      label;
		enum field_kind kind;
	} fields[] = {
		{ LABEL_NUMBER, FIELD_NUMBER }, { LABEL_RESULT_GOAL, FIELD_GOAL },
		{ LABEL_GOAL, FIELD_GOAL }, { LABEL_OBJECTIVE, FIELD_OBJECTIVE },
		{ LABEL_STATUS, FIELD_STATUS }, { LABEL_CHALLENGE, FIELD_CHALLENGE },
		{ LABEL_INDICATOR, FIELD_INDICATOR }, { LABEL_ACTIVITY, FIELD_ACTIVITY },
		{ LABEL_TARGET, FIELD_TARGET }, { LABEL_FOLLOWUP, FIELD_FOLLOWUP },
		{ LABEL_COMMITTEE, FIELD_COMMITTEE }, { LABEL_THEME, FIELD_THEME },
	};

	for (size_t k = 0; k < c->len && k < e->cells; k++)
		for (size_t f = 0; f < COUNT_OF(fields); f++)
			if (fields[f].label == c->of[k] && (all || e->cell[k].len > 0))
				field_cell(p, &e->cell[k] == goal_cell(c, e) ? FIELD_GOAL :
				    fields[f].kind, &e->cell[k]);
}

bool
goal_status_row(struct paper *p, const struct columns *c, size_t i)
{
	const struct entry *e = &p->at[i];
	const struct cell  *goal = goal_cell(c, e);
	bool                open = proposal_is_open(p) && p->making.kind == PROPOSAL_GOAL_STATUS;

	if (goal == NULL || goal->len == 0) {
		if (!open || entry_filled(e) == 0)
			return false;
		add_cells(p, c, e, false);
		return true;
	}
	if (entry_filled(e) < 2 && e->cells > 1 && !open)
		return false;
	proposal_begin(p, PROPOSAL_GOAL_STATUS, entry_place(e));
	proposal_title(p, cell_text(p->arena, goal));
	add_cells(p, c, e, true);
	return true;
}
