#include "app/accept.h"
#include "base/utf8.h"

struct made {
	enum noun  noun;
	int64_t    id;
	struct str title;               /* folded */
};

const struct field *
proposal_field(const struct proposal *p, enum field_kind kind)
{
	for (size_t i = 0; i < p->len; i++)
		if (p->at[i].kind == kind)
			return &p->at[i];
	return NULL;
}

struct str
proposal_text(const struct proposal *p, enum field_kind kind)
{
	const struct field *f = proposal_field(p, kind);

	return f == NULL ? STR_NONE : f->text;
}

int64_t
accept_find(struct accept *x, enum noun noun, struct str title)
{
	struct str want = utf8_fold(x->arena, title);

	if (want.len == 0)
		return 0;
	for (size_t i = 0; i < x->made_len; i++)
		if (x->made[i].noun == noun && str_eq(x->made[i].title, want))
			return x->made[i].id;
	for (size_t i = 0; i < x->sn.len[noun]; i++) {
		int64_t id = x->sn.row[noun][i].id;

		if (str_eq(utf8_fold(x->arena, snapshot_title(&x->sn, id)), want))
			return id;
	}
	return 0;
}

int64_t
accept_add(struct accept *x, enum noun noun, struct str words, struct noun_row *row,
           const struct field *f)
{
	struct str key = things_new_key(x->things, x->arena, noun, words);

	row->id = things_add(x->things, x->store, noun, key);
	row->since = x->change;
	row->until = UNTIL_NOW;
	if (f != NULL) {
		row->line = f->line;
		row->column = f->column;
		row->quote = quote_of(x->arena, f->text);
	}
	if (row->id == 0 || !store_noun_add(x->store, noun, row))
		return 0;
	ARENA_GROW(x->arena, x->made, x->made_len, &x->made_cap);
	x->made[x->made_len++] = (struct made){ noun, row->id, utf8_fold(x->arena, words) };
	return row->id;
}

int64_t
accept_titled(struct accept *x, enum noun noun, size_t title_column, const struct field *f)
{
	struct noun_row row = { 0 };
	int64_t         id = accept_find(x, noun, f->text);

	if (id != 0)
		return id;
	row.text[title_column] = f->text;
	return accept_add(x, noun, f->text, &row, f);
}

int64_t
accept_unit(struct accept *x, struct str text)
{
	struct str want = utf8_fold(x->arena, text);

	for (size_t i = 0; i < x->sn.len[NOUN_UNIT]; i++) {
		const struct noun_row *row = &x->sn.row[NOUN_UNIT][i];
		struct str title = utf8_fold(x->arena, row->text[UNIT_title]);
		struct str name = utf8_fold(x->arena, row->text[UNIT_short_name]);

		if ((title.len > 0 && str_find(want, title, 0) != SIZE_MAX) ||
		    (name.len > 0 && str_eq(want, name)))
			return row->id;
	}
	return 0;
}

/* "BR 09.10.08" and "Borgerrepræsentationen den 29. januar 2009": when it was decided. */
static struct str
decided_on(struct arena *a, struct str text)
{
	for (size_t at = 0; at < text.len; at++) {
		struct period p;
		size_t        end;

		if (period_scan(text, at, &end, &p) == PERIOD_OK && p.dated && p.precision == PRECISION_DAY)
			return day_iso(a, p.from);
	}
	return STR_NONE;
}

bool
accept_mandate(struct accept *x, const struct field *f, int64_t *ret)
{
	struct noun_row row = { 0 };
	int64_t         id;

	if (f == NULL || missing_of_cell(f->text) != MISSING_NONE) {
		*ret = 0;
		return true;
	}
	id = accept_find(x, NOUN_MANDATE, f->text);
	if (id == 0) {
		row.text[MANDATE_title] = f->text;
		row.text[MANDATE_decided] = decided_on(x->arena, f->text);
		id = accept_add(x, NOUN_MANDATE, f->text, &row, f);
	}
	if (id == 0)
		return false;
	*ret = id;
	return true;
}

bool
accept_proposal(struct accept *x, const struct proposal *p, int64_t *ret)
{
	switch (p->kind) {
	case PROPOSAL_STATUS_FORM:
		return accept_status_form(x, p, ret);
	case PROPOSAL_INDICATOR:
		return accept_indicator(x, p, ret);
	case PROPOSAL_RESULT_GOAL:
		return accept_result_goal(x, p, ret);
	case PROPOSAL_ACTION:
		return accept_action(x, p, ret);
	case PROPOSAL_BUDGET_LINE:
		return accept_budget_line(x, p, ret);
	case PROPOSAL_AGREEMENT_PROJECT:
		return accept_project(x, p, ret);
	case PROPOSAL_GOAL_STATUS:
		return accept_goal_status(x, p, ret);
	case PROPOSAL_CLAIM:
	case PROPOSAL_KIND_COUNT:
		break;
	}
	*ret = 0;
	return true;
}
