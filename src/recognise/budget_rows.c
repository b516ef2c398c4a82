#include "recognise/budget_rows.h"

struct rows {
	struct paper        *p;
	const struct across *a;
	const struct matrix *m;
	size_t              *entry;     /* of each row of the matrix */
	size_t               end;       /* the entry after the last */
};

enum field_kind
column_kind(struct arena *a, struct str title)
{
	static const char *const other[] = { "forventet*", "prognose*", "skoen*", "afvigelse*",
		"difference*", "rest*", "mer*", "mindre*", NULL };
	static const char *const actual[] = { "regnskab*", "forbrug*", "realiseret*", "faktisk*",
		"afholdt*", NULL };
	static const char *const revised[] = { "revideret*", "korrigeret*", "aendret*", "omplaceret*",
		"justeret*", "rev", "korr", NULL };
	struct str folded = utf8_fold(a, title);

	if (folded_has_any(folded, other))
		return FIELD_KIND_COUNT;
	if (folded_has_any(folded, actual))
		return FIELD_ACTUAL;
	return folded_has_any(folded, revised) ? FIELD_REVISED : FIELD_AMOUNT;
}

/* Which entry holds each row of the matrix, and where the table ends. */
static void
find_entries(struct rows *r, size_t header)
{
	const struct paper *p = r->p;
	size_t              e = header + 1;

	r->entry = ARENA_ARRAY(p->arena, size_t, r->m->rows + 1);
	r->end = e;
	for (size_t i = 0; i < r->m->rows; i++) {
		const struct matrix_row *row = &r->m->row[i];

		while (e < p->len && (row->row != NULL ? p->at[e].row != row->row
		    : p->at[e].row != NULL || p->at[e].block->piece.line != row->line))
			e++;
		r->entry[i] = e;
		if (e < p->len)
			r->end = e + 1;
	}
}

/* "Regnskab | Korrigeret" above "2010 | budget 2011": words alone, in more than one cell. */
static bool
is_upper_header(const struct entry *e)
{
	for (size_t i = 0; i < e->cells; i++)
		if (e->text[i].len > 0 && amount_of(e->text[i]).state != AMOUNT_TEXT)
			return false;
	return entry_filled(e) > 1;
}

/* Titles above the header, the header, and what repeats it between the pages. */
static void
take(struct rows *r, size_t header, enum taken how)
{
	struct paper *p = r->p;

	if (header > 0 && p->at[header - 1].row != NULL && p->at[header - 1].taken == TAKEN_NOT &&
	    p->at[header - 1].block == p->at[header].block && is_upper_header(&p->at[header - 1]))
		p->at[--header].taken = how;
	for (size_t i = header; i > 0 && p->at[i - 1].row != NULL; i--) {
		if (entry_filled(&p->at[i - 1]) > 1 || p->at[i - 1].taken != TAKEN_NOT)
			break;
		p->at[i - 1].taken = TAKEN_TEXT;
	}
	for (size_t i = header; i < r->end; i++)
		if (p->at[i].row != NULL)
			p->at[i].taken = how;
}

/* The same year twice in one version: which of them counts, nobody says. */
static bool
is_ambiguous(const struct rows *r)
{
	const struct matrix *m = r->m;

	for (size_t i = 0; i < m->columns; i++)
		for (size_t k = 0; k < i; k++)
			if (m->column[i].year != 0 && m->column[i].year == m->column[k].year &&
			    column_kind(r->p->arena, m->column[i].title) ==
			    column_kind(r->p->arena, m->column[k].title))
				return true;
	return false;
}

static void
digits_field(struct rows *r, enum field_kind kind, int64_t n, struct place where)
{
	field_add(r->p, kind, arena_printf(r->p->arena, "%lld", (long long)n), where);
}

/* The amounts of a row; of one that is shifted nobody knows which is whose. */
static void
add_amounts(struct rows *r, const struct matrix_row *row, const struct entry *e)
{
	struct paper *p = r->p;

	for (size_t c = 0; c < r->m->columns; c++) {
		const struct matrix_column *column = &r->m->column[c];
		enum field_kind             kind = column_kind(p->arena, column->title);
		const struct cell          *cell = column->at < e->cells ? &e->cell[column->at] : NULL;
		bool lost = cell == NULL || (row->at[c].state == AMOUNT_UNKNOWN &&
		    amount_of(e->text[column->at]).state == AMOUNT_VALUE);

		if (c == r->m->total && !lost)
			field_cell(p, FIELD_TOTAL, cell);
		if (column->year == 0 || kind == FIELD_KIND_COUNT)
			continue;
		if (lost)
			field_add(p, kind, STR_NONE, cell == NULL ? entry_place(e) : cell_place(cell));
		else
			field_cell(p, kind, cell);
		p->open[p->open_len - 1].year = column->year;
	}
	digits_field(r, FIELD_FACTOR, r->m->factor, entry_place(e));
}

/* Nothing in its years, all original and in a row, and a total: nobody split it. */
static bool
is_unsplit(const struct rows *r, const struct matrix_row *row)
{
	const struct matrix *m = r->m;
	size_t               years = 0;

	if (m->total == MATRIX_NONE || row->at[m->total].state != AMOUNT_VALUE)
		return false;
	for (size_t c = 0; c < m->columns; c++) {
		if (c == m->total)
			continue;
		if (row->at[c].state != AMOUNT_EMPTY || m->column[c].year != m->column[0].year + (int)c ||
		    column_kind(r->p->arena, m->column[c].title) != FIELD_AMOUNT)
			return false;
		years++;
	}
	return years > 1;
}

static void
add_unsplit(struct rows *r, const struct entry *e)
{
	const struct matrix *m = r->m;
	struct paper        *p = r->p;

	field_cell(p, FIELD_UNSPLIT, &e->cell[m->column[m->total].at]);
	field_add(p, FIELD_YEARS, arena_printf(p->arena, "%d-%d", m->column[0].year, r->a->year[r->a->len - 1]),
	    entry_place(e));
	digits_field(r, FIELD_FACTOR, m->factor, entry_place(e));
}

/* Words behind the amounts: who pays, notes. */
static void
add_words(struct rows *r, const struct entry *e)
{
	size_t first = r->a->column[r->a->len - 1] + 1;

	for (size_t c = first; c < e->cells; c++) {
		bool amount = false;

		for (size_t k = 0; k < r->m->columns; k++)
			amount |= r->m->column[k].at == c;
		if (!amount && e->text[c].len > 0)
			field_cell(r->p, FIELD_ECONOMY, &e->cell[c]);
	}
}

static void
add_notes(struct rows *r, const struct entry *e)
{
	for (size_t c = 0; c < e->cells; c++)
		footnotes_add(r->p, e->text[c], r->end);
}

/* What a line stands under: the group that sums it, else the heading above it. */
static const struct matrix_row *
group_of(const struct matrix *m, size_t i)
{
	for (size_t up = m->row[i].parent; up != MATRIX_NONE; up = m->row[up].parent)
		if (m->row[up].kind == MATRIX_GROUP)
			return &m->row[up];
	for (size_t k = i; k-- > 0;) {
		if (m->row[k].kind == MATRIX_HEADING)
			return &m->row[k];
		if (m->row[k].kind == MATRIX_TOTAL && m->row[k].to > m->row[k].from)
			return NULL;
	}
	return NULL;
}

/* The words of a row's title, and where they stand. */
static void
add_title(struct rows *r, enum field_kind kind, size_t i)
{
	const struct entry *e = &r->p->at[r->entry[i]];
	struct line         l;

	if (e->row == NULL) {
		field_add(r->p, kind, without_marks(e->text[0]), entry_place(e));
		return;
	}
	line_title(e, r->a, &l);
	if (l.title != SIZE_MAX)
		field_add(r->p, kind, without_marks(e->text[l.title]), cell_place(&e->cell[l.title]));
}

static size_t
line_above(const struct matrix *m, size_t i)
{
	while (i-- > 0)
		if (m->row[i].kind == MATRIX_LINE)
			return i;
	return MATRIX_NONE;
}

static void
add_line(struct rows *r, size_t i)
{
	const struct matrix_row *row = &r->m->row[i], *group = group_of(r->m, i);
	const struct entry      *e = &r->p->at[r->entry[i]];
	struct line              l;

	line_title(e, r->a, &l);
	if (l.title == SIZE_MAX)
		return;
	proposal_begin(r->p, PROPOSAL_BUDGET_LINE, entry_place(e));
	proposal_title(r->p, without_marks(e->text[l.title]));
	if (l.number != SIZE_MAX)
		field_cell(r->p, FIELD_NUMBER, &e->cell[l.number]);
	add_title(r, FIELD_TITLE, i);
	if (group != NULL)
		add_title(r, FIELD_GROUP, (size_t)(group - r->m->row));
	if (row->kind == MATRIX_PART && line_above(r->m, i) != MATRIX_NONE)
		add_title(r, FIELD_PART_OF, line_above(r->m, i));
	if (is_unsplit(r, row))
		add_unsplit(r, e);
	else
		add_amounts(r, row, e);
	add_words(r, e);
	add_notes(r, e);
	proposal_end(r->p);
}

static uint32_t
source_line(const struct rows *r, size_t i)
{
	struct line l;
	const struct entry *e = &r->p->at[r->entry[i]];

	if (e->row == NULL)
		return e->block->piece.line;
	line_title(e, r->a, &l);
	return l.title == SIZE_MAX ? entry_place(e).line : cell_place(&e->cell[l.title]).line;
}

static bool
add_total(struct rows *r, size_t i)
{
	const struct matrix_row *row = &r->m->row[i];
	const struct entry      *e = &r->p->at[r->entry[i]];
	struct place             where = entry_place(e);
	struct str               title = row->title.len > 0 ? row->title : STR("I alt");

	if (row->from >= row->to || row->row == NULL)
		return false;
	proposal_begin(r->p, PROPOSAL_PRINTED_TOTAL, where);
	proposal_title(r->p, title);
	add_title(r, FIELD_TITLE, i);
	field_add(r->p, FIELD_SCOPE, row->grand ? STR("grand") : STR("group"), where);
	digits_field(r, FIELD_FIRST, source_line(r, row->from), where);
	digits_field(r, FIELD_LAST, source_line(r, row->to - 1), where);
	add_amounts(r, row, e);
	add_notes(r, e);
	proposal_end(r->p);
	return true;
}

static void
add_row(struct rows *r, size_t i)
{
	struct entry *e = &r->p->at[r->entry[i]];

	switch (r->m->row[i].kind) {
	case MATRIX_LINE:
	case MATRIX_PART:
		add_line(r, i);
		break;
	case MATRIX_GROUP:
	case MATRIX_TOTAL:
		if (!add_total(r, i))
			e->taken = TAKEN_REFUSED;
		break;
	case MATRIX_HEADING:
		break;
	}
}

size_t
budget_rows(struct paper *p, const struct across *a, const struct matrix *m, size_t header)
{
	struct rows r = { .p = p, .a = a, .m = m };
	bool        refused = m->refused || m->factor == 0 || is_ambiguous(&r);

	find_entries(&r, header);
	take(&r, header, refused ? TAKEN_REFUSED : TAKEN_FIELD);
	if (refused)
		return r.end;
	p->factor = m->factor;
	for (size_t i = 0; i < m->rows; i++)
		if (r.entry[i] < p->len)
			add_row(&r, i);
	return r.end;
}
