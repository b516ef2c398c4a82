/* status_form.c - the status form of one initiative: nine labelled fields. */
#include "recognise/kinds.h"

#define NINE (LABEL_BIT(LABEL_NAME) | LABEL_BIT(LABEL_ECONOMY) | LABEL_BIT(LABEL_MANDATE) |     \
	LABEL_BIT(LABEL_TARGET_GROUP) | LABEL_BIT(LABEL_ACTIVITY) | LABEL_BIT(LABEL_GOAL) |     \
	LABEL_BIT(LABEL_CONTRIBUTION) | LABEL_BIT(LABEL_FOLLOWUP) | LABEL_BIT(LABEL_STATUS))

struct form_field {
	enum label      label;
	enum field_kind kind;
	bool            by_piece;
};

static const struct form_field form_fields[] = {
	{ LABEL_NAME, FIELD_TITLE, false },
	{ LABEL_PROJECT, FIELD_TITLE, false },
	{ LABEL_ECONOMY, FIELD_ECONOMY, false },
	{ LABEL_AMOUNT, FIELD_ECONOMY, false },
	{ LABEL_MANDATE, FIELD_MANDATE, false },
	{ LABEL_TARGET_GROUP, FIELD_TARGET_GROUP, true },
	{ LABEL_CHARACTERISTICS, FIELD_CHARACTERISTICS, true },
	{ LABEL_ACTIVITY, FIELD_ACTIVITY, true },
	{ LABEL_GOAL, FIELD_GOAL, true },
	{ LABEL_CRITERIA, FIELD_GOAL, true },
	{ LABEL_RESULT_GOAL, FIELD_GOAL, true },
	{ LABEL_TARGET, FIELD_GOAL, true },
	{ LABEL_INDICATOR, FIELD_INDICATOR, false },
	{ LABEL_CONTRIBUTION, FIELD_CONTRIBUTION, false },
	{ LABEL_FOLLOWUP, FIELD_FOLLOWUP, false },
	{ LABEL_STATUS, FIELD_STATUS, false },
	{ LABEL_CHALLENGE, FIELD_CHALLENGE, false },
	{ LABEL_PURPOSE, FIELD_PURPOSE, false },
	{ LABEL_THEME, FIELD_THEME, false },
};

static const struct form_field *
form_field(enum label l)
{
	for (size_t i = 0; i < COUNT_OF(form_fields); i++)
		if (form_fields[i].label == l)
			return &form_fields[i];
	return NULL;
}

static int
nine_of(unsigned labels)
{
	return __builtin_popcount(labels & NINE);
}

static bool
all_rows(const struct part_group *g)
{
	for (size_t i = 0; i < g->len; i++)
		if (g->at[i].shape != PART_ROW)
			return false;
	return true;
}

static bool
is_form(const struct part_group *g)
{
	int known = nine_of(g->labels);

	if (g->labels & LABEL_BIT(LABEL_NAME))
		return known >= (all_rows(g) ? 2 : 3);
	for (size_t i = 0; i < g->len; i++)
		if (g->at[i].shape == PART_HEADING)
			return false;
	return known >= 3;
}

/* A piece of the target group's cell: "Karakteristika for målgruppen: …" opens
 * a field of its own. The label itself is left out. */
static void
add_target_group_piece(struct paper *p, const struct piece *piece, enum field_kind *kind)
{
	size_t     rest = 0;
	enum label l = label_before_text(p->arena, piece->text, &rest);

	if (l == LABEL_CHARACTERISTICS)
		*kind = FIELD_CHARACTERISTICS;
	if (l != LABEL_CHARACTERISTICS && l != LABEL_TARGET_GROUP)
		rest = 0;
	field_slice(p, *kind, piece, rest, piece->text.len);
}

static void
add_target_group(struct paper *p, const struct part *part)
{
	enum field_kind kind = FIELD_TARGET_GROUP;
	size_t          before = p->open_len;

	if (part->shape != PART_ROW) {
		part_fields(p, part, kind, true);
		return;
	}
	for (size_t i = part->first; i < part->end; i++)
		for (size_t c = part->column + 1; c < p->at[i].cells; c++)
			for (size_t k = 0; k < p->at[i].cell[c].len; k++)
				add_target_group_piece(p, &p->at[i].cell[c].at[k], &kind);
	if (p->open_len == before)
		field_add(p, kind, STR_NONE, entry_place(&p->at[part->first]));
}

/* "Målene er:" before the goals is no goal. */
static void
drop_introductions(struct paper *p, size_t first)
{
	size_t kept = first;

	for (size_t i = first; i < p->open_len; i++)
		if (!(i + 1 < p->open_len && str_ends(p->open[i].text, STR(":"))))
			p->open[kept++] = p->open[i];
	p->open_len = kept;
}

static void
add_part(struct paper *p, const struct part *part)
{
	const struct form_field *f = form_field(part->label);
	size_t                   first = p->open_len;

	if (f == NULL)
		return;
	if (f->kind == FIELD_TARGET_GROUP)
		add_target_group(p, part);
	else
		part_fields(p, part, f->kind, f->by_piece);
	if (f->kind == FIELD_GOAL)
		drop_introductions(p, first);
}

static struct str
title_of(const struct paper *p, const struct part_group *g)
{
	for (size_t i = 0; i < p->open_len; i++)
		if (p->open[i].kind == FIELD_TITLE && p->open[i].text.len > 0)
			return p->open[i].text;
	if (g->title == SIZE_MAX || p->at[g->title].row != NULL)
		return STR_NONE;
	return p->at[g->title].text[0];
}

/* The number of the heading above: "2.4 Status for …". */
static void
add_heading_number(struct paper *p, const struct part_group *g)
{
	const struct block *b;

	if (g->title == SIZE_MAX || p->at[g->title].row != NULL)
		return;
	b = p->at[g->title].block;
	if (b->mark.len > 0 && b->mark.at[0] >= '0' && b->mark.at[0] <= '9')
		field_add(p, FIELD_NUMBER, b->mark, (struct place){ b->line, b->column });
}

void
status_forms(struct paper *p, const struct part_groups *groups)
{
	for (size_t i = 0; i < groups->len; i++) {
		const struct part_group *g = &groups->at[i];

		if (!is_form(g) || p->at[g->at[0].first].taken != TAKEN_NOT)
			continue;
		proposal_begin(p, PROPOSAL_STATUS_FORM, entry_place(&p->at[g->at[0].first]));
		add_heading_number(p, g);
		for (size_t k = 0; k < g->len; k++)
			add_part(p, &g->at[k]);
		proposal_title(p, title_of(p, g));
		proposal_end(p);
		part_group_take(p, g);
	}
}

bool
status_form_row(struct paper *p, const struct columns *c, size_t i)
{
	const struct entry *e = &p->at[i];
	const struct cell  *name = columns_cell(c, e, LABEL_NAME);

	if (entry_filled(e) < 2)
		return false;
	if ((name == NULL || name->len == 0) && proposal_is_open(p) &&
	    p->making.kind == PROPOSAL_STATUS_FORM)
		;
	else if (name == NULL || name->len == 0)
		return false;
	else
		proposal_begin(p, PROPOSAL_STATUS_FORM, entry_place(e));
	for (size_t k = 0; k < c->len && k < e->cells; k++) {
		const struct form_field *f = form_field(c->of[k]);

		if (f != NULL && f->by_piece)
			field_pieces(p, f->kind, &e->cell[k]);
		else if (f != NULL)
			field_cell(p, f->kind, &e->cell[k]);
	}
	if (p->making.title.len == 0 && name != NULL)
		proposal_title(p, cell_text(p->arena, name));
	return true;
}
