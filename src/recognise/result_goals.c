/* result_goals.c - rows of a result-goal table: number, goal, indicator and
 * activities, under a committee and a Målsætning. */
#include "recognise/kinds.h"

#define FIRST_FIELDS 64         /* its number is among these */

static enum field_kind
field_of(enum label l, bool *known)
{
	static const struct {
		enum label      label;
		enum field_kind kind;
	} fields[] = {
		{ LABEL_NUMBER, FIELD_NUMBER }, { LABEL_RESULT_GOAL, FIELD_GOAL },
		{ LABEL_GOAL, FIELD_GOAL }, { LABEL_OBJECTIVE, FIELD_OBJECTIVE },
		{ LABEL_INDICATOR, FIELD_INDICATOR }, { LABEL_ACTIVITY, FIELD_ACTIVITY },
		{ LABEL_COMMITTEE, FIELD_COMMITTEE }, { LABEL_STATUS, FIELD_STATUS },
		{ LABEL_BASELINE, FIELD_BASELINE }, { LABEL_LATEST, FIELD_LATEST },
		{ LABEL_TARGET, FIELD_TARGET }, { LABEL_ECONOMY, FIELD_ECONOMY },
		{ LABEL_THEME, FIELD_THEME }, { LABEL_CHALLENGE, FIELD_CHALLENGE },
		{ LABEL_TARGET_GROUP, FIELD_TARGET_GROUP }, { LABEL_FOLLOWUP, FIELD_FOLLOWUP },
	};

	for (size_t i = 0; i < COUNT_OF(fields); i++)
		if (fields[i].label == l) {
			*known = true;
			return fields[i].kind;
		}
	*known = false;
	return FIELD_GOAL;
}

static bool
is_number(struct str s)
{
	return s.len > 0 && s.len <= 6 && s.at[0] >= '0' && s.at[0] <= '9' &&
	    (numbering_length(s) == s.len || s.at[s.len - 1] <= '9');
}

bool
result_goal_columns(const struct paper *p, size_t i, struct columns *ret)
{
	static const enum label order[] = { LABEL_RESULT_GOAL, LABEL_INDICATOR, LABEL_ACTIVITY,
		LABEL_OTHER, LABEL_OTHER };
	const struct entry *e = &p->at[i];
	size_t              from = is_number(e->text[0]), texts = 0;
	bool                placed = p->objective != SIZE_MAX || p->committee != SIZE_MAX;

	if (e->cells < 3 || e->cells > from + COUNT_OF(order) || !placed)
		return false;
	for (size_t k = from; k < e->cells; k++) {
		if (e->text[k].len > 0 && e->text[k].len < 12 && !is_wordless(e->text[k]) &&
		    e->text[k].at[0] >= '0' && e->text[k].at[0] <= '9')
			return false;
		texts += e->text[k].len > 12;
	}
	if (texts < 2 || e->text[from].len == 0)
		return false;
	ret->of[0] = LABEL_NUMBER;
	for (size_t k = from; k < e->cells; k++)
		ret->of[k] = order[k - from];
	ret->len = e->cells;
	return true;
}

/* The goal is the Målsætning column only where no other column holds it. */
static enum label
goal_label(const struct columns *c)
{
	if (c->labels & LABEL_BIT(LABEL_RESULT_GOAL))
		return LABEL_RESULT_GOAL;
	return c->labels & LABEL_BIT(LABEL_GOAL) ? LABEL_GOAL : LABEL_OBJECTIVE;
}

static void
add_cells(struct paper *p, const struct columns *c, const struct entry *e, bool all)
{
	for (size_t k = 0; k < c->len && k < e->cells; k++) {
		bool            known;
		enum field_kind kind = field_of(c->of[k], &known);

		if (c->of[k] == LABEL_OBJECTIVE && goal_label(c) == LABEL_OBJECTIVE)
			kind = FIELD_GOAL;
		if (!known || (!all && e->cell[k].len == 0))
			continue;
		field_pieces(p, kind, &e->cell[k]);
	}
}

static bool
open_is_numbered(const struct paper *p)
{
	for (size_t i = 0; i < p->open_len && i < FIRST_FIELDS; i++)
		if (p->open[i].kind == FIELD_NUMBER && p->open[i].text.len > 0)
			return true;
	return false;
}

/* Words of the committee and the Målsætning that the goal stands under. */
static void
add_above(struct paper *p, const struct columns *c)
{
	struct entry *e;

	if (p->committee != SIZE_MAX && !(c->labels & LABEL_BIT(LABEL_COMMITTEE))) {
		e = &p->at[p->committee];
		field_add(p, FIELD_COMMITTEE, e->text[e->row ? entry_first_filled(e) : 0],
		    entry_place(e));
		e->taken = TAKEN_FIELD;
	}
	if (p->objective == SIZE_MAX)
		return;
	e = &p->at[p->objective];
	e->taken = TAKEN_FIELD;
	if (e->row == NULL)
		field_block(p, FIELD_OBJECTIVE, e->block);
	for (size_t k = 0; k < e->cells; k++)
		if (e->text[k].len > 0)
			field_cell(p, FIELD_OBJECTIVE, &e->cell[k]);
}

bool
result_goal_row(struct paper *p, const struct columns *c, size_t i)
{
	const struct entry *e = &p->at[i];
	const struct cell  *number = columns_cell(c, e, LABEL_NUMBER);
	const struct cell  *goal = columns_cell(c, e, goal_label(c));
	bool numbered = number != NULL && number->len > 0, stated = goal != NULL && goal->len > 0;
	bool open = proposal_is_open(p) && p->making.kind == PROPOSAL_RESULT_GOAL;

	if (numbered && !is_number(cell_text(p->arena, number)))
		return false;
	if (!numbered && open && (!stated || (number != NULL && open_is_numbered(p)))) {
		add_cells(p, c, e, false);
		return true;
	}
	if ((!numbered && !stated) || entry_filled(e) < 2)
		return false;
	proposal_begin(p, PROPOSAL_RESULT_GOAL, entry_place(e));
	if (stated)
		proposal_title(p, cell_text(p->arena, goal));
	add_above(p, c);
	add_cells(p, c, e, true);
	return true;
}
