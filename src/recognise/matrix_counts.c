/* matrix_counts.c - tables without years: counts or amounts under words, and
 * overviews whose header is lost. Only where the shape is clear. */
#include "recognise/matrix_row.h"
#include "recognise/labels.h"

#define CAPTION   160           /* bytes of a line that may be a title */
#define LOOK_ROWS 40            /* rows that are looked through for percentages */
#define LOOK_BACK 2             /* blocks above that may say "andel" */

static bool
is_share(struct str folded)
{
	return str_find(folded, STR("%"), 0) != SIZE_MAX || folded_has(folded, "pct") ||
	    folded_has(folded, "procent*") || folded_has(folded, "andel*") ||
	    folded_has(folded, "indeks*") || folded_has(folded, "gennemsnit*") ||
	    folded_has(folded, "gns");
}

bool
matrix_holds_shares(const struct matrix *m, const struct table *t, size_t from)
{
	for (size_t r = from; r < t->len && r < from + LOOK_ROWS; r++)
		for (size_t c = 0; c < m->columns; c++) {
			struct str words = matrix_words(m, &t->at[r], m->column[c].at);

			if (words.len < CAPTION && is_share(words))
				return true;
		}
	return false;
}

/* "Andel af …" as the caption of a table of bare figures: they are no counts. A sentence
 * that speaks of shares is no caption. */
static bool
shares_above(const struct matrix *m, const struct document *doc, size_t block)
{
	for (size_t n = 0; n < LOOK_BACK && block > 0 && doc->at[block - 1].kind != BLOCK_TABLE; n++) {
		const struct block *b = &doc->at[--block];

		if (b->piece.text.len <= CAPTION && !str_ends(b->piece.text, STR(".")) && is_share(utf8_fold(m->arena, b->piece.text)))
			return true;
	}
	return false;
}

static bool
ends_with_total(const struct matrix *m, const struct table *t)
{
	static const char *const totals[] = { "i alt", "ialt", "total", "sum", "samlet", "i alt:", "total:", NULL };
	struct str name = matrix_words(m, &t->at[t->len - 1], 0);

	for (size_t i = 0; totals[i] != NULL; i++)
		if (str_eq(name, str_from(totals[i])))
			return true;
	return false;
}

/* Nothing but amounts in rows [from, end) of a column, at least two of them; whole
 * ones where no unit of money is named and no total ends the table. */
static bool
column_counts(struct matrix *m, const struct table *t, size_t from, size_t column)
{
	size_t values = 0;
	bool   total = ends_with_total(m, t);

	for (size_t r = from; r < t->len; r++) {
		const struct row *row = &t->at[r];
		struct amount     a = { .state = AMOUNT_EMPTY };

		if (column < row->len)
			a = amount_read(m->arena, &row->at[column], m->notation);
		if (a.state == AMOUNT_TEXT || (a.state == AMOUNT_VALUE && a.value.scale > 0 && m->factor == 0 && !total))
			return false;
		values += a.state == AMOUNT_VALUE;
	}
	return values > 1;
}

/* Is the last column, in most rows, the sum of those before it? */
static bool
last_sums(const struct matrix *m, const struct table *t)
{
	size_t right = 0, wrong = 0;

	for (size_t r = 0; r < t->len; r++) {
		struct sum    s = sum_zero();
		struct amount last = { .state = AMOUNT_EMPTY };

		for (size_t c = 0; c < m->columns && m->column[c].at < t->at[r].len; c++) {
			if (c > 0)
				sum_put(&s, &last);
			last = amount_read(m->arena, &t->at[r].at[m->column[c].at], m->notation);
		}
		if (last.state != AMOUNT_VALUE || !s.known)
			continue;
		if (number_cmp(s.value, last.value) == 0)
			right++;
		else
			wrong++;
	}
	return right > 1 && right >= 2 * wrong;
}

/* Columns of figures under words, beside names; anything else is no clear shape. */
static bool
count_columns(struct matrix *m, const struct table *t)
{
	const struct row *header = &t->at[0];

	for (size_t c = 1; c < header->len && m->columns < MATRIX_COLUMNS_MAX; c++) {
		struct str words = matrix_words(m, header, c);

		if (words.len == 0 || words.len > CAPTION || is_share(words) || str_eq(words, STR("aar")) ||
		    label_of_cell(m->arena, words, words) == LABEL_NUMBER || !column_counts(m, t, 1, c))
			continue;
		if (label_of_cell(m->arena, words, words) == LABEL_TOTAL)
			m->total = m->columns;
		matrix_column_add(m, header, c, 0);
	}
	if (m->total == MATRIX_NONE && m->columns > 2 && last_sums(m, t))
		m->total = m->columns - 1;
	if (m->total != MATRIX_NONE && m->columns + 1 < header->len && m->columns + 2 < header->len)
		m->total = MATRIX_NONE;         /* what it sums is not clear */
	return m->columns > 0;
}

/* A lost header: amounts at the end of every row, under a title that names a unit;
 * a single column ends with its total, and then may be counts. */
static bool
headless_columns(struct matrix *m, const struct table *t)
{
	size_t cells = t->at[0].len, first = cells;
	bool   total = ends_with_total(m, t);

	while (first > 1 && column_counts(m, t, 0, first - 1))
		first--;
	if ((m->factor == 0 && !(total && t->len > 3)) || cells - first < (total ? 1 : 2) ||
	    cells - first > MATRIX_COLUMNS_MAX)
		return false;
	for (size_t r = 0; r < t->len; r++)
		if (t->at[r].len != cells)
			return false;
	for (size_t c = first; c < cells; c++)
		matrix_column_add(m, NULL, c, 0);
	if (last_sums(m, t))
		m->total = m->columns - 1;
	return true;
}

static bool
is_year(const struct cell *c)
{
	int64_t year;

	return c->len == 1 && c->at[0].text.len == 4 && str_int(c->at[0].text, &year) && year >= 1900 && year < 2100;
}

/* Years are the words of a header. */
static bool
has_figures(struct matrix *m, const struct row *row)
{
	for (size_t c = 1; c < row->len; c++)
		if (!is_year(&row->at[c]) && amount_read(m->arena, &row->at[c], m->notation).state == AMOUNT_VALUE)
			return true;
	return false;
}

bool
matrix_counts_at(struct arena *a, const struct document *doc, enum notation n, struct matrix_place *at,
                 struct matrix *ret)
{
	const struct table *t = &doc->at[at->block].table;
	struct matrix       m = { .arena = a, .notation = n, .first = at->block, .end = at->block + 1, .total = MATRIX_NONE };
	bool                headless;

	if (at->row != 0 || t->len < 3)
		return false;
	m.line = t->at[0].line;
	m.width = t->at[0].len;
	headless = has_figures(&m, &t->at[0]);
	m.factor = headless ? 0 : matrix_unit_of_row(&m, &t->at[0]);
	if (m.factor == 0)
		m.factor = matrix_unit_above(&m, doc, at->block, 0);
	m.budget = m.factor != 0;
	if (headless ? !headless_columns(&m, t) : !count_columns(&m, t))
		return false;
	if (matrix_holds_shares(&m, t, 0) || (m.factor == 0 && shares_above(&m, doc, at->block)))
		return false;
	for (size_t r = headless ? 0 : 1; r < t->len; r++)
		matrix_row_add(&m, &t->at[r]);
	at->block++;
	at->row = 0;
	*ret = m;
	return true;
}
