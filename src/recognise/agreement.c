/* agreement.c - an agreement's projects: a name with its amount, then purpose,
 * status and challenges. */
#include "recognise/kinds.h"

#define FORM_LABELS (LABEL_BIT(LABEL_MANDATE) | LABEL_BIT(LABEL_TARGET_GROUP) |           \
	LABEL_BIT(LABEL_ACTIVITY) | LABEL_BIT(LABEL_GOAL) | LABEL_BIT(LABEL_CONTRIBUTION) | \
	LABEL_BIT(LABEL_FOLLOWUP))

struct project_field {
	enum label      label;
	enum field_kind kind;
};

static const struct project_field project_fields[] = {
	{ LABEL_NAME, FIELD_TITLE },
	{ LABEL_PROJECT, FIELD_TITLE },
	{ LABEL_AMOUNT, FIELD_AMOUNT },
	{ LABEL_ECONOMY, FIELD_AMOUNT },
	{ LABEL_PURPOSE, FIELD_PURPOSE },
	{ LABEL_GOAL, FIELD_GOAL },
	{ LABEL_CRITERIA, FIELD_GOAL },
	{ LABEL_ACTIVITY, FIELD_ACTIVITY },
	{ LABEL_TARGET_GROUP, FIELD_TARGET_GROUP },
	{ LABEL_MANDATE, FIELD_MANDATE },
	{ LABEL_FOLLOWUP, FIELD_FOLLOWUP },
	{ LABEL_CONTRIBUTION, FIELD_CONTRIBUTION },
	{ LABEL_STATUS, FIELD_STATUS },
	{ LABEL_CHALLENGE, FIELD_CHALLENGE },
	{ LABEL_NUMBER, FIELD_NUMBER },
	{ LABEL_THEME, FIELD_THEME },
};

static const struct project_field *
project_field(enum label l)
{
	for (size_t i = 0; i < COUNT_OF(project_fields); i++)
		if (project_fields[i].label == l)
			return &project_fields[i];
	return NULL;
}

/* The piece of a line that names a project: its own, or of the first cell that
 * is not just a number. */
static const struct piece *
naming_piece(const struct entry *e)
{
	if (e->row == NULL)
		return &e->block->piece;
	for (size_t i = 0; i < e->cells; i++)
		if (e->cell[i].len > 0 && numbering_length(e->text[i]) < e->text[i].len &&
		    !is_wordless(e->text[i]) && e->text[i].len > 3)
			return &e->cell[i].at[0];
	return NULL;
}

static bool
has_number(const struct entry *e)
{
	const struct piece *piece = naming_piece(e);

	if (e->row == NULL && e->block->mark.len > 0)
		return e->block->mark.at[0] >= '0' && e->block->mark.at[0] <= '9';
	return piece != NULL && numbering_length(piece->text) > 0;
}

static bool
has_amount(const struct entry *e)
{
	const struct piece *piece = naming_piece(e);
	size_t              a, b, c;

	return piece != NULL && parts_amount_at_end(piece->text, &a, &b, &c);
}

static struct str
without_dot(struct str mark)
{
	while (mark.len > 0 && (mark.at[mark.len - 1] == '.' || mark.at[mark.len - 1] == ')'))
		mark.len--;
	return mark;
}

/* "1. Name (1 mio. kr)" -> number, title, amount. */
static void
add_naming_line(struct paper *p, const struct entry *e)
{
	const struct piece *piece = naming_piece(e);
	size_t              from, number, at, low, high;

	if (piece == NULL)
		return;
	at = piece->text.len;
	from = number = numbering_length(piece->text);
	while (number > 0 && (piece->text.at[number - 1] == ' ' || piece->text.at[number - 1] == '.'))
		number--;
	if (number > 0)
		field_slice(p, FIELD_NUMBER, piece, 0, number);
	else if (e->row == NULL && has_number(e))
		field_add(p, FIELD_NUMBER, without_dot(e->block->mark), entry_place(e));
	if (parts_amount_at_end(piece->text, &at, &low, &high)) {
		field_slice(p, FIELD_TITLE, piece, from, at);
		field_slice(p, FIELD_AMOUNT, piece, low, high);
	} else {
		field_slice(p, FIELD_TITLE, piece, from, piece->text.len);
	}
	for (size_t i = 0; i < p->open_len; i++)
		if (p->open[i].kind == FIELD_TITLE)
			proposal_title(p, p->open[i].text);
}

static bool
is_project(const struct paper *p, const struct part_group *g)
{
	const unsigned told = LABEL_BIT(LABEL_STATUS) | LABEL_BIT(LABEL_CHALLENGE);
	bool           headings = false, purpose = (g->labels & LABEL_BIT(LABEL_PURPOSE)) != 0;
	bool           named = (g->labels & LABEL_BIT(LABEL_PROJECT)) != 0;
	const struct entry *title = g->title == SIZE_MAX ? NULL : &p->at[g->title];

	for (size_t i = 0; i < g->len; i++)
		headings |= g->at[i].shape == PART_HEADING;
	if (g->labels & LABEL_BIT(LABEL_NAME))
		return false;
	if (__builtin_popcount(g->labels & FORM_LABELS) > 2 && !purpose)
		return false;
	if (named)
		return purpose || (g->labels & told) != 0;
	if (title == NULL)
		return false;
	if (has_amount(title))
		return purpose || (g->labels & told) != 0;
	if (!purpose || (g->labels & told) == 0)
		return false;
	return has_number(title) || (!headings && (entry_is_heading(title) || title->text[0].len < 120));
}

/* What a status or a challenge says in running text may be a claim as well. */
static void
leave_claims(struct paper *p, const struct part_group *g)
{
	for (size_t i = 0; i < g->len; i++)
		for (size_t e = g->at[i].first; e < g->at[i].end; e++)
			if (g->at[i].shape != PART_ROW && (g->at[i].label == LABEL_STATUS ||
			    g->at[i].label == LABEL_CHALLENGE))
				p->at[e].taken = TAKEN_TEXT;
}

static void
project_from_group(struct paper *p, const struct part_group *g)
{
	bool named = (g->labels & LABEL_BIT(LABEL_PROJECT)) != 0;

	if (named) {
		proposal_begin(p, PROPOSAL_AGREEMENT_PROJECT, entry_place(&p->at[g->at[0].first]));
	} else {
		proposal_begin(p, PROPOSAL_AGREEMENT_PROJECT, entry_place(&p->at[g->title]));
		add_naming_line(p, &p->at[g->title]);
		p->at[g->title].taken = TAKEN_FIELD;
	}
	for (size_t i = 0; i < g->len; i++) {
		const struct project_field *f = project_field(g->at[i].label);

		if (f == NULL)
			continue;
		part_fields(p, &g->at[i], f->kind, false);
		if (f->kind == FIELD_TITLE && p->making.title.len == 0)
			proposal_title(p, p->open[p->open_len - 1].text);
	}
	proposal_end(p);
	part_group_take(p, g);
	leave_claims(p, g);
}

/* A numbered name with an amount, and prose instead of labels below it. */
static bool
is_bare_project(const struct entry *e)
{
	if (e->taken != TAKEN_NOT || (e->row != NULL && entry_filled(e) > 2))
		return false;
	if (e->row == NULL && e->block->kind == BLOCK_FOOTNOTE)
		return false;
	return naming_piece(e) != NULL && naming_piece(e)->text.len < 200 && has_number(e) &&
	    has_amount(e);
}

/* "Formål: …" and "Status: …" as the pieces of one cell: how many are there? */
static size_t
labelled_pieces(struct paper *p, const struct cell *c, bool add)
{
	size_t count = 0, rest = 0;

	for (size_t i = 0; i < c->len; i++) {
		enum label l = label_before_text(p->arena, c->at[i].text, &rest);
		const struct project_field *f = project_field(l);

		if (f == NULL || (l != LABEL_PURPOSE && l != LABEL_STATUS && l != LABEL_CHALLENGE))
			continue;
		count++;
		if (add)
			field_slice(p, f->kind, &c->at[i], rest, c->at[i].text.len);
	}
	return count;
}

/* "1. Name (1 mio. kr) | Formål: … Status: …": a project in one row. */
static void
project_in_row(struct paper *p, struct entry *e)
{
	size_t told = 0, name = entry_first_filled(e);

	for (size_t i = name + 1; i < e->cells; i++)
		told += labelled_pieces(p, &e->cell[i], false);
	if (told < 2 || (!has_number(e) && !has_amount(e)))
		return;
	proposal_begin(p, PROPOSAL_AGREEMENT_PROJECT, entry_place(e));
	add_naming_line(p, e);
	for (size_t i = name + 1; i < e->cells; i++)
		(void)labelled_pieces(p, &e->cell[i], true);
	proposal_end(p);
	e->taken = TAKEN_FIELD;
}

void
agreement_projects(struct paper *p, const struct part_groups *groups)
{
	size_t bare = 0, found = p->found_len;

	for (size_t i = 0; i < groups->len; i++)
		if (p->at[groups->at[i].at[0].first].taken == TAKEN_NOT &&
		    is_project(p, &groups->at[i]))
			project_from_group(p, &groups->at[i]);
	for (size_t i = 0; i < p->len; i++) {
		if (p->at[i].row != NULL && p->at[i].taken == TAKEN_NOT)
			project_in_row(p, &p->at[i]);
		bare += is_bare_project(&p->at[i]);
	}
	if (bare + (p->found_len - found) < 2)
		return;
	for (size_t i = 0; i < p->len; i++) {
		if (!is_bare_project(&p->at[i]))
			continue;
		proposal_begin(p, PROPOSAL_AGREEMENT_PROJECT, entry_place(&p->at[i]));
		add_naming_line(p, &p->at[i]);
		proposal_end(p);
		p->at[i].taken = TAKEN_FIELD;
	}
}

bool
agreement_row(struct paper *p, const struct columns *c, size_t i)
{
	const struct entry *e = &p->at[i];
	const struct cell  *name = columns_cell(c, e, LABEL_PROJECT);

	if (name == NULL)
		name = columns_cell(c, e, LABEL_NAME);
	if (name == NULL || entry_filled(e) < 2)
		return false;
	if (name->len > 0) {
		proposal_begin(p, PROPOSAL_AGREEMENT_PROJECT, entry_place(e));
		proposal_title(p, cell_text(p->arena, name));
	} else if (!proposal_is_open(p) || p->making.kind != PROPOSAL_AGREEMENT_PROJECT) {
		return false;
	}
	for (size_t k = 0; k < c->len && k < e->cells; k++) {
		const struct project_field *f = project_field(c->of[k]);

		if (f != NULL && (e->cell[k].len > 0 || name->len > 0))
			field_cell(p, f->kind, &e->cell[k]);
	}
	return true;
}
