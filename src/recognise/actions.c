/* actions.c - rows of an action plan: theme, goal, activities, resources,
 * success criteria and how they serve the policy. */
#include "recognise/kinds.h"
#include <string.h>

#define ACTION_CELLS_MIN 4
#define ACTION_CELLS_MAX 8
#define LONG_TEXT        50
#define LOOK_UP          64     /* fields of the row above */

struct action_field {
	enum label      label;
	enum field_kind kind;
};

static const struct action_field action_fields[] = {
	{ LABEL_NUMBER, FIELD_NUMBER },
	{ LABEL_THEME, FIELD_THEME },
	{ LABEL_NAME, FIELD_TITLE },
	{ LABEL_GOAL, FIELD_OBJECTIVE },
	{ LABEL_OBJECTIVE, FIELD_OBJECTIVE },
	{ LABEL_ACTIVITY, FIELD_ACTIVITY },
	{ LABEL_ECONOMY, FIELD_ECONOMY },
	{ LABEL_AMOUNT, FIELD_ECONOMY },
	{ LABEL_CRITERIA, FIELD_GOAL },
	{ LABEL_RESULT_GOAL, FIELD_GOAL },
	{ LABEL_TARGET, FIELD_GOAL },
	{ LABEL_INDICATOR, FIELD_INDICATOR },
	{ LABEL_CONTRIBUTION, FIELD_CONTRIBUTION },
	{ LABEL_TARGET_GROUP, FIELD_TARGET_GROUP },
	{ LABEL_STATUS, FIELD_STATUS },
	{ LABEL_FOLLOWUP, FIELD_FOLLOWUP },
	{ LABEL_CHALLENGE, FIELD_CHALLENGE },
	{ LABEL_COMMITTEE, FIELD_COMMITTEE },
};

static const struct action_field *
action_field(enum label l)
{
	for (size_t i = 0; i < COUNT_OF(action_fields); i++)
		if (action_fields[i].label == l)
			return &action_fields[i];
	return NULL;
}

/* Does a cell speak of what it costs: "Kr. 0", "indenfor egne rammer"? */
static bool
is_resource(struct str folded)
{
	static const char *const costs[] = { "kr", "mio", "egne rammer", "eksisterende ramme*",
		"eksisterende budget*", "aarsvaerk", "aarsvaerker", "medarbejdertimer",
		"inden for rammen", "indenfor rammen", "eksisterende ressourcer", NULL };

	return folded_has_any(folded, costs);
}

static size_t
resource_column(const struct entry *e)
{
	size_t best = SIZE_MAX;

	for (size_t k = 1; k + 1 < e->cells; k++)
		if (is_resource(e->folded[k]) && (best == SIZE_MAX ||
		    e->folded[k].len < e->folded[best].len))
			best = k;
	return best;
}

static bool
is_plan(const struct paper *p)
{
	struct str title = utf8_fold(p->arena, p->title);

	return folded_has(title, "handleplan*") || folded_has(title, "handlingsplan*") ||
	    folded_has(title, "indsatsplan*");
}

static void
lay_columns(struct columns *c, size_t cells, size_t resource)
{
	static const enum label before[] = { LABEL_THEME, LABEL_GOAL, LABEL_ACTIVITY };
	static const enum label after[] = { LABEL_CRITERIA, LABEL_CONTRIBUTION };

	for (size_t k = 0; k < cells; k++) {
		if (k == resource)
			c->of[k] = LABEL_ECONOMY;
		else if (k > resource)
			c->of[k] = k - resource <= 2 ? after[k - resource - 1] : LABEL_OTHER;
		else if (k + COUNT_OF(before) >= resource)
			c->of[k] = before[k + COUNT_OF(before) - resource];
		else
			c->of[k] = LABEL_OTHER;
	}
	c->len = cells;
}

bool
action_columns(const struct paper *p, size_t i, struct columns *ret)
{
	const struct entry *e = &p->at[i];
	size_t              resource, texts = 0, longest = 0;

	if (e->cells < ACTION_CELLS_MIN || e->cells > ACTION_CELLS_MAX ||
	    entry_filled(e) < ACTION_CELLS_MIN)
		return false;
	if (e->text[0].len == 0 || is_wordless(e->text[0]))
		return false;
	for (size_t k = 0; k < e->cells; k++) {
		texts += e->text[k].len > 3;
		if (e->text[k].len > longest)
			longest = e->text[k].len;
	}
	resource = resource_column(e);
	if (texts < 3 || longest < LONG_TEXT || (resource == SIZE_MAX && !is_plan(p)))
		return false;
	if (resource == SIZE_MAX || resource < 2)
		resource = e->cells > 4 ? 3 : e->cells;
	lay_columns(ret, e->cells, resource);
	if (resource == e->cells)
		ret->of[3] = LABEL_CRITERIA;
	return true;
}

static bool
is_filled(const struct columns *c, const struct entry *e, enum label l)
{
	const struct cell *cell = columns_cell(c, e, l);

	return cell != NULL && cell->len > 0;
}

/* Does the sentence above in some filled column stop without an end? */
static bool
finishes_above(const struct paper *p, const struct columns *c, const struct entry *e)
{
	for (size_t k = 0; k < c->len && k < e->cells; k++) {
		const struct action_field *f = action_field(c->of[k]);
		struct str                 above = STR_NONE;

		if (e->text[k].len == 0 || f == NULL)
			continue;
		for (size_t i = p->open_len; i > 0 && above.len == 0 && p->open_len - i < LOOK_UP; i--)
			if (p->open[i - 1].kind == f->kind)
				above = p->open[i - 1].text;
		if (above.len > 0 && strchr(".!?", above.at[above.len - 1]) == NULL &&
		    e->text[k].at[0] >= 'a' && e->text[k].at[0] <= 'z')
			return true;
	}
	return false;
}

static void
add_cells(struct paper *p, const struct columns *c, const struct entry *e, bool all)
{
	for (size_t k = 0; k < c->len && k < e->cells; k++) {
		const struct action_field *f = action_field(c->of[k]);

		if (f != NULL && (all || e->cell[k].len > 0))
			field_pieces(p, f->kind, &e->cell[k]);
	}
}

static void
choose_title(struct paper *p)
{
	static const enum field_kind order[] = { FIELD_TITLE, FIELD_ACTIVITY, FIELD_GOAL,
		FIELD_OBJECTIVE, FIELD_THEME };

	for (size_t o = 0; o < COUNT_OF(order); o++)
		for (size_t i = 0; i < p->open_len; i++)
			if (p->open[i].kind == order[o] && p->open[i].text.len > 0) {
				proposal_title(p, p->open[i].text);
				return;
			}
}

/* Is this the rest of the action above? Only its last cells may be left; a row
 * alone in its block with nothing to join on to is a fragment. */
static bool
goes_on(const struct paper *p, const struct columns *c, size_t i)
{
	const struct entry *e = &p->at[i];
	size_t              first = entry_first_filled(e);
	bool                lower = e->text[first].at[0] >= 'a' && e->text[first].at[0] <= 'z';

	if (!proposal_is_open(p) || p->making.kind != PROPOSAL_ACTION || first == 0)
		return false;
	if (is_filled(c, e, LABEL_GOAL) || is_filled(c, e, LABEL_NAME))
		return lower && finishes_above(p, c, e);
	if (p->at[i - 1].block == e->block || finishes_above(p, c, e))
		return true;
	return is_filled(c, e, LABEL_ACTIVITY);
}

bool
action_row(struct paper *p, const struct columns *c, size_t i)
{
	const struct entry *e = &p->at[i];
	bool                named = is_filled(c, e, LABEL_THEME) || is_filled(c, e, LABEL_NAME) ||
	    is_filled(c, e, LABEL_GOAL) || is_filled(c, e, LABEL_OBJECTIVE);

	if (goes_on(p, c, i)) {
		add_cells(p, c, e, false);
		return true;
	}
	if (!named || entry_filled(e) < 3 || is_wordless(e->folded[entry_first_filled(e)]))
		if (!(is_filled(c, e, LABEL_ACTIVITY) && entry_filled(e) >= 3))
			return false;
	proposal_begin(p, PROPOSAL_ACTION, entry_place(e));
	add_cells(p, c, e, true);
	choose_title(p);
	return true;
}
