/* tables.c - tables whose columns mean something: finds the header, or what the
 * rows themselves say, and hands each row to its kind. */
#include "recognise/kinds.h"

#define TITLE_CELL 40

/* How a kind of table is known and read. */
struct table_kind {
	bool (*header)(const struct columns *c);
	bool (*infer)(const struct paper *p, size_t i, struct columns *ret);
	bool (*row)(struct paper *p, const struct columns *c, size_t i);
	bool over_text;         /* columns stay in force over headings and paragraphs */
};

#define ANY(labels, ...) (((labels) & (__VA_ARGS__)) != 0)
#define BIT(name)        LABEL_BIT(LABEL_##name)

bool
columns_column(const struct columns *c, enum label l, size_t *ret)
{
	for (size_t i = 0; i < c->len; i++)
		if (c->of[i] == l) {
			*ret = i;
			return true;
		}
	return false;
}

const struct cell *
columns_cell(const struct columns *c, const struct entry *e, enum label l)
{
	size_t i;

	if (!columns_column(c, l, &i) || i >= e->cells)
		return NULL;
	return &e->cell[i];
}

/* "Mål | Indikator | Baseline": the goal comes first. "Indikator | Startmåling |
 * Måltal | Mål" is about the indicator. */
static bool
is_goal_first(const struct columns *c)
{
	size_t goal, indicator;

	return (columns_column(c, LABEL_GOAL, &goal) || columns_column(c, LABEL_OBJECTIVE, &goal)) &&
	    columns_column(c, LABEL_INDICATOR, &indicator) && goal < indicator;
}

static bool
is_result_goal_header(const struct columns *c)
{
	unsigned l = c->labels;

	if (ANY(l, BIT(RESULT_GOAL)))
		return ANY(l, BIT(INDICATOR) | BIT(ACTIVITY)) ||
		    (ANY(l, BIT(NUMBER) | BIT(TARGET) | BIT(BASELINE)) && !ANY(l, BIT(STATUS)));
	return is_goal_first(c) && ANY(l, BIT(ACTIVITY) | BIT(NUMBER)) &&
	    !ANY(l, BIT(THEME) | BIT(CRITERIA));
}

static bool
is_action_header(const struct columns *c)
{
	unsigned l = c->labels;

	if (ANY(l, BIT(THEME)))
		return ANY(l, BIT(GOAL) | BIT(ACTIVITY) | BIT(CRITERIA) | BIT(OBJECTIVE) | BIT(NAME));
	if (ANY(l, BIT(CRITERIA)))
		return ANY(l, BIT(ACTIVITY) | BIT(GOAL) | BIT(ECONOMY) | BIT(NAME));
	return ANY(l, BIT(CONTRIBUTION)) && ANY(l, BIT(ACTIVITY)) && !ANY(l, BIT(STATUS));
}

static bool
is_indicator_header(const struct columns *c)
{
	unsigned l = c->labels;

	return ANY(l, BIT(BASELINE) | BIT(LATEST)) ||
	    (ANY(l, BIT(INDICATOR)) && ANY(l, BIT(TARGET)));
}

static bool
is_goal_status_header(const struct columns *c)
{
	unsigned l = c->labels;

	return ANY(l, BIT(GOAL) | BIT(OBJECTIVE) | BIT(RESULT_GOAL)) && ANY(l, BIT(STATUS)) &&
	    !ANY(l, BIT(NAME) | BIT(PROJECT));
}

static bool
is_agreement_header(const struct columns *c)
{
	unsigned l = c->labels;

	return (ANY(l, BIT(PROJECT)) || (ANY(l, BIT(NAME)) && ANY(l, BIT(AMOUNT)))) &&
	    (ANY(l, BIT(PURPOSE) | BIT(CHALLENGE)) || (ANY(l, BIT(STATUS)) &&
	    ANY(l, BIT(AMOUNT) | BIT(ECONOMY))));
}

static bool
is_form_header(const struct columns *c)
{
	const unsigned rest = BIT(ECONOMY) | BIT(MANDATE) | BIT(TARGET_GROUP) | BIT(ACTIVITY) |
	    BIT(GOAL) | BIT(CONTRIBUTION) | BIT(FOLLOWUP) | BIT(STATUS);

	return ANY(c->labels, BIT(NAME)) && __builtin_popcount(c->labels & rest) >= 2;
}

/* In this order: the first whose header it is. */
static const struct table_kind kinds[] = {
	{ is_result_goal_header, result_goal_columns, result_goal_row, true },
	{ is_action_header, action_columns, action_row, true },
	{ is_indicator_header, indicator_columns, indicator_row, false },
	{ is_agreement_header, NULL, agreement_row, false },
	{ is_goal_status_header, goal_status_columns, goal_status_row, false },
	{ is_form_header, NULL, status_form_row, false },
};

struct walk {
	struct paper            *p;
	struct columns           columns;
	const struct table_kind *kind;          /* NULL: none in force */
};

static void
forget(struct walk *w)
{
	proposal_end(w->p);
	w->kind = NULL;
}

/* Text between tables: a committee, a Målsætning, or the end of a table. */
static void
pass_text(struct walk *w, size_t i)
{
	struct entry *e = &w->p->at[i];

	if (entry_is_furniture(e) || e->block->kind == BLOCK_FOOTNOTE)
		return;
	proposal_end(w->p);
	if (label_is_committee(w->p->arena, e->text[0])) {
		w->p->committee = i;
		w->p->objective = SIZE_MAX;
	} else if (folded_starts(e->folded[0], "maalsaetning*") && e->text[0].len > 14) {
		w->p->objective = i;
	}
	if (w->kind != NULL && !w->kind->over_text)
		forget(w);
}

static void
read_header(struct walk *w, size_t i)
{
	struct entry  *e = &w->p->at[i];
	struct columns c = { .header = i, .labels = entry_labels(e) };

	forget(w);
	c.len = e->cells < TABLE_LABELS_MAX ? e->cells : TABLE_LABELS_MAX;
	for (size_t k = 0; k < c.len; k++)
		c.of[k] = e->label[k];
	for (size_t k = 0; k < COUNT_OF(kinds) && w->kind == NULL; k++)
		if (kinds[k].header(&c))
			w->kind = &kinds[k];
	w->columns = c;
	if (w->kind != NULL)
		e->taken = TAKEN_FIELD;
}

static void
infer(struct walk *w, size_t i)
{
	forget(w);
	for (size_t k = 0; k < COUNT_OF(kinds); k++) {
		struct columns c = { .header = i, .inferred = true };

		if (kinds[k].infer == NULL || !kinds[k].infer(w->p, i, &c))
			continue;
		for (size_t n = 0; n < c.len; n++)
			c.labels |= LABEL_BIT(c.of[n]);
		w->columns = c;
		w->kind = &kinds[k];
		return;
	}
}

/* A row that spans: the Målsætning, the committee, or the table's title. */
static bool
pass_spanning_row(struct walk *w, size_t i)
{
	struct entry *e = &w->p->at[i];
	size_t        first = entry_first_filled(e);

	if (entry_filled(e) <= 2 && folded_starts(e->folded[first], "maalsaetning*") &&
	    !entry_is_header(e) && (entry_filled(e) == 1 || e->label[first] == LABEL_OBJECTIVE ||
	    e->text[first].len < 20)) {
		proposal_end(w->p);
		w->p->objective = i;
		e->taken = TAKEN_FIELD;
		return true;
	}
	if (entry_filled(e) == 1 && label_is_committee(w->p->arena, e->text[first])) {
		proposal_end(w->p);
		w->p->committee = i;
		e->taken = TAKEN_FIELD;
		return true;
	}
	return false;
}

static void
read_row(struct walk *w, size_t i)
{
	struct entry *e = &w->p->at[i];

	if (entry_is_furniture(e)) {
		e->taken = TAKEN_TEXT;
		return;
	}
	if (pass_spanning_row(w, i))
		return;
	if (entry_is_header(e)) {
		read_header(w, i);
		return;
	}
	if (w->kind != NULL && e->cells <= w->columns.len && w->kind->row(w->p, &w->columns, i)) {
		e->taken = TAKEN_FIELD;
		return;
	}
	if (w->kind != NULL && e->cells == w->columns.len && !w->columns.inferred)
		return;
	infer(w, i);
	if (w->kind != NULL && w->kind->row(w->p, &w->columns, i))
		e->taken = TAKEN_FIELD;
}

static bool
is_year(struct str s)
{
	int64_t year;

	return s.len == 4 && str_int(s, &year) && year >= 1900 && year < 2100;
}

/* "Statusskema for …", or "Indikator | 2008 | 2009". */
static bool
is_title_row(const struct entry *e)
{
	size_t labels = 0;

	if (entry_filled(e) == 1)
		return entry_first_filled(e) == 0;
	for (size_t i = 0; i < e->cells; i++) {
		labels += e->label[i] != LABEL_NONE || is_year(e->text[i]);
		if (e->text[i].len > TITLE_CELL)
			return false;
	}
	return labels > 0;
}

/* What stands right above rows that were understood is their title or header. */
static void
take_titles(struct paper *p)
{
	bool understood = false;        /* the row below was */

	for (size_t i = p->len; i-- > 0;) {
		struct entry *e = &p->at[i];

		if (entry_is_furniture(e))
			continue;
		if (e->row != NULL && e->taken == TAKEN_NOT && understood &&
		    e->row == e->block->table.at && is_title_row(e))
			e->taken = TAKEN_TEXT;
		understood = e->row != NULL && e->taken != TAKEN_NOT;
	}
}

void
tables(struct paper *p)
{
	struct walk w = { .p = p };

	for (size_t i = 0; i < p->len; i++) {
		if (p->at[i].taken != TAKEN_NOT)
			forget(&w);
		else if (p->at[i].row == NULL)
			pass_text(&w, i);
		else
			read_row(&w, i);
	}
	proposal_end(p);
	take_titles(p);
}
