#include "recognise/parts.h"
#include <string.h>

#define PART_CELLS_MAX 4
#define FURNITURE_MAX  8        /* page numbers and rules between two parts of a form */

struct reader {
	struct paper *p;
	struct part  *at;
	size_t        len, cap;
};

static struct part *
part_new(struct reader *r, struct part part)
{
	ARENA_GROW(r->p->arena, r->at, r->len, &r->cap);
	r->at[r->len] = part;
	return &r->at[r->len++];
}

static struct part *
last_part(struct reader *r)
{
	return r->len == 0 ? NULL : &r->at[r->len - 1];
}

/* Only page numbers stand between the last part and entry `i`. */
static bool
follows(const struct reader *r, const struct part *last, size_t i)
{
	if (last == NULL || i - last->end > FURNITURE_MAX)
		return false;
	for (size_t k = last->end; k < i; k++)
		if (!entry_is_furniture(&r->p->at[k]))
			return false;
	return true;
}

static bool
is_part_label(enum label l)
{
	const unsigned not_parts = LABEL_BIT(LABEL_NONE) | LABEL_BIT(LABEL_NUMBER) |
	    LABEL_BIT(LABEL_TOTAL) | LABEL_BIT(LABEL_COMMITTEE) | LABEL_BIT(LABEL_BASELINE) |
	    LABEL_BIT(LABEL_LATEST) | LABEL_BIT(LABEL_OBJECTIVE) | LABEL_BIT(LABEL_RESULT_GOAL);

	return (LABEL_BIT(l) & not_parts) == 0;
}

/* A label that was cut in two rows: what the first ends with and this begins with. */
static bool
continues_label(const struct reader *r, const struct part *last, const struct entry *e)
{
	const struct entry *above = &r->p->at[last->first];
	struct str          whole;

	if (e->text[0].len == 0 || !(e->text[0].at[0] >= 'a' && e->text[0].at[0] <= 'z'))
		return false;
	whole = arena_printf(r->p->arena, STR_FMT " " STR_FMT, STR_ARG(above->text[last->column]),
	    STR_ARG(e->text[0]));
	return label_of_cell(r->p->arena, whole, utf8_fold(r->p->arena, whole)) == last->label;
}

/* "1", "2.", "b)": counts the rows of a form and names nothing. */
static bool
is_mark(struct str s)
{
	return s.len <= 2 || numbering_length(s) == s.len;
}

/* "Name | Formål | at …": the first part of something stands beside its name. */
static bool
has_name_before_label(const struct entry *e)
{
	return e->cells >= 3 && e->text[0].len > 0 && e->text[2].len > 0 &&
	    !is_mark(e->text[0]) && e->label[0] == LABEL_NONE && is_part_label(e->label[1]) && !entry_is_header(e);
}

static void
read_row(struct reader *r, size_t i)
{
	const struct entry *e = &r->p->at[i];
	struct part        *last = last_part(r);
	size_t              column = entry_first_filled(e);
	bool                inside = last != NULL && last->shape == PART_ROW && follows(r, last, i);

	if (column == e->cells || e->cells > PART_CELLS_MAX)
		return;
	if (column == 0 && e->cells > 2 && is_mark(e->text[0]) && is_part_label(e->label[1]))
		column = 1;
	else if (has_name_before_label(e))
		column = 1;
	if (is_part_label(e->label[column]) && !entry_is_header(e) &&
	    (column == 0 || (inside && column == last->column) || e->cells > column + 1)) {
		part_new(r, (struct part){ .label = e->label[column], .shape = PART_ROW,
		    .first = i, .end = i + 1, .column = column });
		return;
	}
	if (!inside)
		return;
	if (column > last->column || continues_label(r, last, e))
		last->end = i + 1;
	else if (entry_filled(e) == 2 && e->block == r->p->at[last->first].block)
		part_new(r, (struct part){ .label = LABEL_NONE, .shape = PART_ROW, .first = i,
		    .end = i + 1, .column = column });
}

/* "Formål: … Status: …" in one paragraph is a part for each label. */
static bool
read_labelled_text(struct reader *r, size_t i)
{
	struct str text = r->p->at[i].text[0];
	size_t     from = 0, next = 0, rest = 0;
	enum label l = label_before_text(r->p->arena, text, &from);

	if (l == LABEL_NONE || !is_part_label(l))
		return false;
	while (l != LABEL_NONE) {
		enum label after = label_inside_text(r->p->arena, text, from, &next, &rest);

		if (is_part_label(l))
			part_new(r, (struct part){ .label = l, .shape = PART_TEXT, .first = i,
			    .end = i + 1, .from = from,
			    .to = after == LABEL_NONE ? text.len : next });
		l = after;
		from = rest;
	}
	return true;
}

/* A cell's text that a page break cut off: it goes on in the middle of a
 * sentence, and the table goes on below it. */
static bool
is_cut_off(const struct reader *r, const struct part *last, size_t i)
{
	struct str          text = r->p->at[i].text[0];
	const struct entry *below = i + 1 < r->p->len ? &r->p->at[i + 1] : NULL;

	return text.len > 0 && text.at[0] >= 'a' && text.at[0] <= 'z' &&
	    r->p->at[i].block->kind == BLOCK_PARAGRAPH && below != NULL && below->row != NULL &&
	    below->cells > last->column && is_part_label(below->label[last->column]);
}

static void
read_text(struct reader *r, size_t i)
{
	const struct entry *e = &r->p->at[i];
	struct part        *last = last_part(r);
	bool                bullet = e->block->kind == BLOCK_ITEM && numbering_length(e->block->mark) == 0;

	if (read_labelled_text(r, i))
		return;
	if (is_part_label(e->label[0]) && e->text[0].len < 80 && e->block->kind != BLOCK_ITEM) {
		part_new(r, (struct part){ .label = e->label[0], .shape = PART_HEADING, .first = i,
		    .end = i + 1 });
		return;
	}
	if (last == NULL || !follows(r, last, i))
		return;
	if (entry_is_heading(e)) {
		/* A short line below a label, with nothing else said: what it labels. */
		if (last->shape == PART_HEADING && last->end == last->first + 1 &&
		    e->block->level == 0 && e->block->mark.len == 0)
			last->end = i + 1;
		return;
	}
	if (last->shape == PART_ROW) {
		if (is_cut_off(r, last, i))
			last->end = i + 1;
		return;
	}
	if (bullet || (e->block->kind == BLOCK_PARAGRAPH && e->block->mark.len == 0 &&
	    (last->shape == PART_HEADING || last->from == last->to))) {
		size_t a, b, c;

		if (!parts_amount_at_end(e->text[0], &a, &b, &c))
			last->end = i + 1;
	}
}

bool
parts_amount_at_end(struct str text, size_t *at, size_t *from, size_t *to)
{
	struct str s = str_trim(text);
	size_t     open, digit = 0;

	while (s.len > 0 && strchr(".:* ", s.at[s.len - 1]) != NULL)
		s.len--;
	if (s.len < 4 || s.at[s.len - 1] != ')')
		return false;
	for (open = s.len - 1; open > 0 && s.at[open] != '('; open--)
		;
	if (open == 0)
		return false;
	s = str_slice(s, open + 1, s.len - 1);
	while (digit < s.len && (s.at[digit] < '0' || s.at[digit] > '9'))
		digit++;
	if (digit == s.len)
		return false;
	if (str_find(s, STR("kr"), 0) == SIZE_MAX && str_find(s, STR("mio"), 0) == SIZE_MAX)
		return false;
	*at = (size_t)(s.at - 1 - text.at);
	*from = *at + 1;
	*to = *from + s.len;
	return true;
}

/* ---- groups ---- */

/* Where a label usually stands in a form; a label that goes back begins anew. */
static int
rank(enum label l)
{
	switch (l) {
	case LABEL_NAME: case LABEL_PROJECT:
		return 1;
	case LABEL_PURPOSE: case LABEL_ECONOMY: case LABEL_MANDATE: case LABEL_AMOUNT:
		return 2;
	case LABEL_TARGET_GROUP: case LABEL_CHARACTERISTICS:
		return 3;
	case LABEL_ACTIVITY: case LABEL_GOAL: case LABEL_CRITERIA: case LABEL_TARGET:
	case LABEL_INDICATOR: case LABEL_CONTRIBUTION: case LABEL_THEME:
		return 4;
	case LABEL_FOLLOWUP:
		return 5;
	case LABEL_STATUS: case LABEL_CHALLENGE:
		return 6;
	case LABEL_NONE: case LABEL_OTHER: case LABEL_NUMBER: case LABEL_TOTAL:
	case LABEL_COMMITTEE: case LABEL_BASELINE: case LABEL_LATEST: case LABEL_OBJECTIVE:
	case LABEL_RESULT_GOAL: case LABEL_COUNT_:
		return 0;
	}
	return 0;
}

/* Is there a line between two parts that names something? */
static bool
named_between(const struct paper *p, size_t from, size_t to)
{
	size_t a, b, c;

	for (size_t i = from; i < to; i++) {
		const struct entry *e = &p->at[i];

		if (entry_is_furniture(e))
			continue;
		if (entry_is_heading(e) || (entry_is_text(e) && e->block->mark.len > 0 &&
		    e->block->mark.at[0] >= '0' && e->block->mark.at[0] <= '9'))
			return true;
		if (e->text != NULL && (e->row == NULL || entry_filled(e) > 0) &&
		    parts_amount_at_end(e->text[e->row ? entry_first_filled(e) : 0], &a, &b, &c))
			return true;
	}
	return false;
}

static bool
begins_group(const struct paper *p, const struct part_group *g, const struct part *next)
{
	const struct part *last;
	bool               seen, back, apart;

	if (g == NULL)
		return true;
	last = &g->at[g->len - 1];
	if (next->shape == PART_ROW && has_name_before_label(&p->at[next->first]))
		return true;
	seen = (g->labels & LABEL_BIT(next->label)) != 0;
	back = rank(next->label) > 0 && rank(next->label) < rank(last->label);
	apart = named_between(p, last->end, next->first);
	if (next->label == LABEL_NAME)
		return !(g->len == 1 && g->at[0].label == LABEL_PROJECT);
	if (next->label == LABEL_PROJECT && (seen || back))
		return true;
	if (next->shape != PART_ROW && g->at[0].shape == PART_ROW)
		return next->label != LABEL_CHARACTERISTICS || apart;
	if (next->shape == PART_ROW && g->at[0].shape != PART_ROW)
		return true;
	if (apart)
		return seen || back || next->shape != PART_ROW;
	return seen && back;
}

/* The text, or the row that is a name, right above a group. */
static size_t
title_above(const struct paper *p, size_t i, size_t floor)
{
	while (i > floor) {
		const struct entry *e = &p->at[--i];

		if (entry_is_furniture(e))
			continue;
		if (e->row != NULL && (entry_filled(e) > 2 || e->taken != TAKEN_NOT))
			return SIZE_MAX;
		return e->row == NULL && e->block->kind == BLOCK_FOOTNOTE ? SIZE_MAX : i;
	}
	return SIZE_MAX;
}

struct part_groups
parts_read(struct paper *p)
{
	struct reader      r = { .p = p };
	struct part_groups ret = { 0 };
	struct part_group *g = NULL;
	size_t             cap = 0;

	for (size_t i = 0; i < p->len; i++) {
		if (p->at[i].taken != TAKEN_NOT)
			continue;
		if (p->at[i].row != NULL)
			read_row(&r, i);
		else if (entry_is_text(&p->at[i]))
			read_text(&r, i);
	}
	for (size_t i = 0; i < r.len; i++) {
		if (begins_group(p, g, &r.at[i])) {
			ARENA_GROW(p->arena, ret.at, ret.len, &cap);
			g = &ret.at[ret.len++];
			*g = (struct part_group){ .at = &r.at[i] };
			g->title = title_above(p, r.at[i].first, i > 0 ? r.at[i - 1].end : 0);
			if (r.at[i].shape == PART_ROW && has_name_before_label(&p->at[r.at[i].first]))
				g->title = r.at[i].first;
		}
		g->len++;
		g->labels |= LABEL_BIT(r.at[i].label);
	}
	return ret;
}

static void
add_cell(struct paper *p, const struct cell *c, enum field_kind kind, bool by_piece)
{
	if (by_piece)
		field_pieces(p, kind, c);
	else
		field_cell(p, kind, c);
}

void
part_fields(struct paper *p, const struct part *part, enum field_kind kind, bool by_piece)
{
	size_t before = p->open_len;

	for (size_t i = part->first; i < part->end; i++) {
		const struct entry *e = &p->at[i];

		if (entry_is_furniture(e))
			continue;
		if (e->row == NULL && i == part->first && part->shape == PART_HEADING)
			continue;
		if (e->row == NULL && i == part->first)
			field_slice(p, kind, &e->block->piece, part->from, part->to);
		else if (e->row == NULL)
			field_block(p, kind, e->block);
		for (size_t c = part->column + 1; c < e->cells; c++)
			if (e->text[c].len > 0)
				add_cell(p, &e->cell[c], kind, by_piece);
	}
	if (p->open_len == before)
		field_add(p, kind, STR_NONE, entry_place(&p->at[part->first]));
}

void
part_group_take(struct paper *p, const struct part_group *g)
{
	for (size_t i = 0; i < g->len; i++)
		for (size_t e = g->at[i].first; e < g->at[i].end && g->at[i].label != LABEL_NONE; e++)
			p->at[e].taken = TAKEN_FIELD;
}
