/* matrix.c - finds the tables of amounts of a document and reads them, over page
 * breaks, until something else comes. */
#include "recognise/matrix_row.h"
#include "recognise/budget_table.h"
#include <string.h>

#define SPAN_TITLE    32        /* bytes of a column's title that may name two years */
#define CAPTION       160       /* bytes of a line that may be a title or a running title */
#define LOOK_BACK     3         /* blocks above a table that may name its unit */
#define TITLE_ROWS    3         /* rows of a title above a header */
#define BETWEEN_PARTS 3         /* lines of text between the parts of a table */

void
matrix_flawed(struct matrix *m, struct matrix_flaw f)
{
	ARENA_GROW(m->arena, m->flaw, m->flaws, &m->flaw_cap);
	m->flaw[m->flaws++] = f;
}

/* ---- headers ---- */

/* A row as the recogniser of budgets sees it; false: long words, no header. */
static bool
as_entry(struct arena *a, const struct row *row, struct entry *ret)
{
	struct entry e = { .row = row, .cell = row->at, .cells = row->len };

	for (size_t i = 0; i < row->len; i++)
		if (row->at[i].len > 0 && row->at[i].at[0].text.len > CAPTION)
			return false;
	e.text = ARENA_ARRAY(a, struct str, row->len);
	e.folded = ARENA_ARRAY(a, struct str, row->len);
	e.label = ARENA_ARRAY(a, enum label, row->len);
	for (size_t i = 0; i < row->len; i++) {
		e.text[i] = cell_text(a, &row->at[i]);
		e.folded[i] = utf8_fold(a, e.text[i]);
		e.label[i] = label_of_cell(a, e.text[i], e.folded[i]);
	}
	*ret = e;
	return true;
}

/* "Samlet" may be of more years than stand there: its rows must tell. */
static bool
may_be_total(struct str s)
{
	return folded_starts(s, "samlet") || folded_starts(s, "samlede") || folded_starts(s, "sum") ||
	    folded_starts(s, "hele perioden") || folded_starts(s, "tilsammen");
}

/* Digits at the end of `s` from byte `*at` on, which is moved past them; 0: none. */
static int
next_digits(struct str s, size_t *at, size_t *digits)
{
	int n = 0;

	while (*at < s.len && (s.at[*at] < '0' || s.at[*at] > '9'))
		(*at)++;
	for (*digits = 0; *at < s.len && s.at[*at] >= '0' && s.at[*at] <= '9' && *digits < 5; (*digits)++)
		n = n * 10 + (s.at[(*at)++] - '0');
	return n;
}

/* "2011-14", "B 2014-BO 2017", "Sum 2008-2010": the years of a title that names two. */
static bool
span_of_title(struct str s, int *from, int *to)
{
	size_t at = 0, first, second, more;

	if (s.len > SPAN_TITLE || (str_find(s, STR("-"), 0) == SIZE_MAX && str_find(s, STR("–"), 0) == SIZE_MAX))
		return false;
	*from = next_digits(s, &at, &first);
	*to = next_digits(s, &at, &second);
	next_digits(s, &at, &more);
	if (second == 2)
		*to += *from / 100 * 100;
	return first == 4 && (second == 4 || second == 2) && more == 0 && *from >= 1990 && *to > *from && *to <= 2060;
}

/* "2008-2010" behind the years it spans is their total, as is "I alt, mio. kr.". */
static size_t
total_behind(const struct entry *e, const struct across *a)
{
	for (size_t i = a->column[a->len - 1] + 1; i < e->cells; i++) {
		struct str s = e->folded[i];
		int        from, to;

		if (folded_starts(s, "i alt") || folded_starts(s, "ialt") || folded_starts(s, "total") || may_be_total(s))
			return i;
		if (span_of_title(s, &from, &to) && from >= a->year[0] && to == a->year[a->len - 1])
			return i;
	}
	return SIZE_MAX;
}

/* Four digits that may be a year, in a short cell. */
static bool
may_be_year(const struct cell *c)
{
	struct str s = c->len == 0 ? STR_NONE : c->at[0].text;
	size_t     digits = 0;

	for (size_t i = 0; i < s.len && s.len < CAPTION; i++) {
		digits = s.at[i] >= '0' && s.at[i] <= '9' ? digits + 1 : 0;
		if (digits == 4)
			return true;
	}
	return false;
}

static bool
header_read(struct arena *a, const struct row *row, struct across *ret)
{
	struct entry e;
	size_t       years = 0;

	for (size_t i = 0; i < row->len; i++)
		years += may_be_year(&row->at[i]);
	if (years < 2 || !as_entry(a, row, &e) || !across_read(&e, ret))
		return false;
	if (ret->total == SIZE_MAX)
		ret->total = total_behind(&e, ret);
	return true;
}

static bool
same_across(const struct across *a, const struct across *b)
{
	bool same = a->len == b->len && a->total == b->total;

	for (size_t i = 0; i < a->len && same; i++)
		same = a->column[i] == b->column[i] && a->year[i] == b->year[i];
	return same;
}

void
matrix_column_add(struct matrix *m, const struct row *header, size_t cell, int year)
{
	struct matrix_column c = { .at = cell, .year = year };

	if (header != NULL && cell < header->len)
		c.title = without_marks(cell_text(m->arena, &header->at[cell]));
	m->column[m->columns++] = c;
}

/* The same header twice, or years that neither rise nor fall. */
static void
check_years(struct matrix *m, const struct row *header)
{
	int rising = 0, falling = 0;

	for (size_t i = 1; i < m->columns; i++) {
		const struct cell *c = &header->at[m->column[i].at];
		struct matrix_flaw f = { .fault = FAULT_DOUBLED, .words = m->column[i].title };
		bool               doubled = false;

		if (m->column[i].year == 0)
			continue;
		for (size_t k = 0; k < i; k++)
			doubled |= m->column[k].year == m->column[i].year &&
			    str_eq(m->column[k].title, m->column[i].title);
		rising += m->column[i].year > m->column[i - 1].year;
		falling += m->column[i].year < m->column[i - 1].year;
		if (!doubled && !(rising > 0 && falling > 0))
			continue;
		f.fault = doubled ? FAULT_DOUBLED : FAULT_ORDER;
		f.line = c->at[0].line;
		f.column = c->at[0].column;
		matrix_flawed(m, f);
		m->refused = true;
		return;
	}
}

/* "Budget 2009" beside "Regnskab 2009": a total over both means nothing. */
static bool
years_are_apart(const struct matrix *m)
{
	for (size_t i = 0; i < m->columns; i++)
		for (size_t k = 0; k < i; k++)
			if (m->column[i].year != 0 && m->column[i].year == m->column[k].year)
				return false;
	return true;
}

int64_t
matrix_unit_of_row(struct matrix *m, const struct row *row)
{
	int64_t found = 0;

	for (size_t i = 0; i < row->len; i++) {
		struct str words = matrix_words(m, row, i);
		int64_t    unit = words.len > CAPTION ? 0 : unit_named(words);

		if (unit == 0)
			continue;
		if (found != 0 && unit != found) {
			m->refused = true;
			matrix_flawed(m, (struct matrix_flaw){ .fault = FAULT_UNIT, .line = row->at[i].at[0].line,
			    .column = row->at[i].at[0].column, .words = row->at[i].at[0].text });
		}
		found = unit;
	}
	return found;
}

int64_t
matrix_unit_above(struct matrix *m, const struct document *doc, size_t block, size_t row)
{
	const struct table *t = &doc->at[block].table;
	int64_t             unit = 0;

	for (size_t r = row; r > 0 && r + TITLE_ROWS > row && unit == 0; r--)
		unit = matrix_unit_of_row(m, &t->at[r - 1]);
	for (size_t b = block, n = 0; b > 0 && n < LOOK_BACK && unit == 0; n++) {
		const struct block *above = &doc->at[--b];

		if (above->kind != BLOCK_TABLE && above->piece.text.len <= CAPTION)
			unit = unit_named(utf8_fold(m->arena, above->piece.text));
		else if (above->kind == BLOCK_TABLE)
			break;
	}
	return unit;
}

/* ---- budgets: years across ---- */

/* "Oprindeligt" above "budget 2011": what stands in the row above says more. */
static void
add_titles_above(struct matrix *m, const struct row *above)
{
	for (size_t i = 0; i < m->columns; i++) {
		struct matrix_column *c = &m->column[i];
		struct str            s = c->at < above->len ? cell_text(m->arena, &above->at[c->at]) : STR_NONE;

		if (s.len > 0 && s.len <= CAPTION && amount_of(s).state == AMOUNT_TEXT)
			c->title = arena_printf(m->arena, STR_FMT " " STR_FMT, STR_ARG(s), STR_ARG(c->title));
	}
}

static bool
holds_words(struct matrix *m, const struct row *row, size_t cell)
{
	return cell < row->len && row->at[cell].len > 0 && row->at[cell].at[0].text.len <= CAPTION &&
	    amount_read(m->arena, &row->at[cell], m->notation).state == AMOUNT_TEXT;
}

/* Words below each year, and below the empty cell beside one: the year spans both. */
static bool
is_below(struct matrix *m, const struct row *header, const struct row *below, const struct across *a)
{
	bool spans = false;

	for (size_t i = 0; i < a->len; i++) {
		size_t next = a->column[i] + 1;

		if (!holds_words(m, below, a->column[i]))
			return false;
		spans |= next < header->len && header->at[next].len == 0 && holds_words(m, below, next);
	}
	return spans;
}

/* "2017" over "Budget" and "Forbrug": each of them is a column of that year. */
static void
add_columns_below(struct matrix *m, const struct row *header, const struct row *below, const struct across *a)
{
	for (size_t i = 0; i < a->len; i++)
		for (size_t c = a->column[i]; c < below->len && m->columns + 1 < MATRIX_COLUMNS_MAX; c++) {
			struct matrix_column *last = &m->column[m->columns];

			if ((c > a->column[i] && c < header->len && header->at[c].len > 0) || !holds_words(m, below, c))
				break;
			matrix_column_add(m, below, c, a->year[i]);
			last->title = arena_printf(m->arena, STR_FMT " %d", STR_ARG(last->title), a->year[i]);
		}
}

static void
budget_columns(struct matrix *m, const struct row *header, const struct row *above, const struct row *below,
    const struct across *a)
{
	int from, to;

	m->columns = 0;
	if (below != NULL && is_below(m, header, below, a))
		add_columns_below(m, header, below, a);
	else
		for (size_t i = 0; i < a->len; i++)
			matrix_column_add(m, header, a->column[i], a->year[i]);
	if (above != NULL)
		add_titles_above(m, above);
	check_years(m, header);
	m->total = MATRIX_NONE;
	if (a->total == SIZE_MAX)
		return;
	if (span_of_title(utf8_fold(m->arena, cell_text(m->arena, &header->at[a->total])), &from, &to))
		for (size_t i = 0; i < m->columns; i++)
			m->column[i].outside = m->column[i].year < from || m->column[i].year > to;
	if (years_are_apart(m) || m->refused)
		m->total = m->columns;
	matrix_column_add(m, header, a->total, 0);
}

static bool
is_furniture(struct str folded)
{
	return is_wordless(folded) || words_are_page(folded);
}

/* A running head in columns: "Sølby Kommune | Bilag 1 | side 2". */
static bool
is_page_row(struct matrix *m, const struct row *row)
{
	for (size_t c = 0; c < row->len; c++) {
		struct str text = row->at[c].len == 1 ? row->at[c].at[0].text : STR_NONE;

		if (text.len > 1 && text.len <= SPAN_TITLE && strchr("SsPp", text.at[0]) != NULL &&
		    words_are_page(matrix_words(m, row, c)))
			return !matrix_row_fits(m, row);        /* "Jobcafé | 1,0 | side 12" */
	}
	return false;
}

static bool
is_table(const struct document *doc, size_t block)
{
	return block < doc->len && doc->at[block].kind == BLOCK_TABLE && doc->at[block].table.len > 0;
}

static bool
is_page_head(struct matrix *m, const struct document *doc, size_t block)
{
	return is_table(doc, block) && doc->at[block].table.len == 1 && is_page_row(m, &doc->at[block].table.at[0]);
}

/* The first row that is no title: with more than one cell filled. */
static size_t
below_titles(const struct table *t)
{
	size_t row = 0;

	for (; row + 1 < t->len && row < TITLE_ROWS; row++) {
		size_t filled = 0;

		for (size_t c = 0; c < t->at[row].len; c++)
			filled += t->at[row].at[c].len > 0;
		if (filled > 1)
			break;
	}
	return row;
}

/* A title above a header: another table of the same shape, when it names its unit
 * anew or the rows so far ended with a total. */
static bool
begins_anew(const struct matrix *m, const struct document *doc, size_t from, struct matrix_place to)
{
	bool       ended = m->rows > 0 && matrix_row_is_total(&m->row[m->rows - 1]), titled = to.row > 0;
	struct str first = m->first > 0 && doc->at[m->first - 1].kind != BLOCK_TABLE ?
	    doc->at[m->first - 1].piece.text : STR_NONE;

	for (size_t b = from; b < to.block; b++) {
		struct str text = utf8_fold(m->arena, doc->at[b].piece.text);

		if (is_furniture(text) || folded_has(text, "fortsat*") || str_eq(doc->at[b].piece.text, first))
			continue;
		titled = true;
		ended |= unit_named(text) != 0;
	}
	return ended && titled;
}

/* Does the table go on in a later block? Text between is a heading of what follows. */
static bool
goes_on(struct matrix *m, const struct document *doc, const struct across *a, size_t block,
    struct matrix_place *ret)
{
	struct matrix_place next = { .block = block };
	const struct row   *row;
	struct across       again;

	for (; next.block < doc->len && next.block < block + BETWEEN_PARTS; next.block++)
		if (is_page_head(m, doc, next.block))
			continue;
		else if (doc->at[next.block].kind == BLOCK_TABLE || doc->at[next.block].kind == BLOCK_FOOTNOTE ||
		    doc->at[next.block].piece.text.len > CAPTION)
			break;
	if (!is_table(doc, next.block))
		return false;
	next.row = below_titles(&doc->at[next.block].table);
	row = &doc->at[next.block].table.at[next.row];
	if (header_read(m->arena, row, &again)) {
		if (!same_across(a, &again) || begins_anew(m, doc, block, next))
			return false;
	} else if (row->len != m->width || !matrix_row_fits(m, row)) {
		return false;
	} else {
		next.row = 0;
	}
	for (size_t b = block; b < next.block; b++)
		if (doc->at[b].kind != BLOCK_TABLE && !is_furniture(utf8_fold(m->arena, doc->at[b].piece.text)))
			matrix_text_add(m, &doc->at[b].piece);
	*ret = next;
	return true;
}

/* A header again says its unit again. */
static void
check_again(struct matrix *m, const struct row *row)
{
	int64_t unit = matrix_unit_of_row(m, row);

	if (unit == 0 || m->factor == 0 || unit == m->factor)
		return;
	m->refused = true;
	matrix_flawed(m, (struct matrix_flaw){ .fault = FAULT_UNIT, .line = row->line,
	    .column = row->at[0].column, .words = cell_text(m->arena, &row->at[0]) });
}

/* The rows of a block from `row`; how many were read. */
static size_t
read_block(struct matrix *m, const struct table *t, const struct across *a, size_t row)
{
	for (; row < t->len; row++) {
		struct across again;

		if (header_read(m->arena, &t->at[row], &again)) {
			if (!same_across(a, &again))
				break;
			check_again(m, &t->at[row]);
			continue;
		}
		if (!is_page_row(m, &t->at[row]))
			matrix_row_add(m, &t->at[row]);
	}
	return row;
}

static void
read_budget(struct matrix *m, const struct document *doc, const struct across *a,
    struct matrix_place *at)
{
	at->row++;
	for (;;) {
		const struct table *t = &doc->at[at->block].table;

		at->row = read_block(m, t, a, at->row);
		m->end = at->block + 1;
		if (at->row < t->len)
			return;
		if (!goes_on(m, doc, a, m->end, at)) {
			*at = (struct matrix_place){ .block = m->end };
			return;
		}
	}
}

/* More years than a budget has: it is told, and not summed. */
static bool
wide_at(struct arena *a, const struct document *doc, struct matrix_place *at, struct matrix *ret)
{
	const struct row *header = &doc->at[at->block].table.at[at->row];
	struct matrix     m = { .arena = a, .first = at->block, .line = header->line, .budget = true,
	                        .refused = true, .total = MATRIX_NONE, .end = at->block + 1 };
	size_t            years = 0;

	for (size_t i = 0; i < header->len; i++)
		years += year_of_cell(matrix_words(&m, header, i)) != 0;
	if (years <= YEARS_MAX)
		return false;
	matrix_flawed(&m, (struct matrix_flaw){ .fault = FAULT_WIDE, .line = header->line,
	    .column = header->at[0].column, .words = cell_text(a, &header->at[0]) });
	*at = (struct matrix_place){ .block = m.end };
	*ret = m;
	return true;
}

static bool
budget_at(struct arena *a, const struct document *doc, enum notation n, struct matrix_place *at,
    int64_t factor, struct matrix *ret)
{
	const struct table *t = &doc->at[at->block].table;
	const struct row   *header = &t->at[at->row];
	struct matrix       m = { .arena = a, .notation = n, .first = at->block,
	                          .line = header->line, .budget = true };
	struct across       across;

	if (!header_read(a, header, &across))
		return header->len > YEARS_MAX && wide_at(a, doc, at, ret);
	m.width = header->len;
	budget_columns(&m, header, at->row > 0 ? header - 1 : NULL, at->row + 1 < t->len ? header + 1 : NULL, &across);
	m.factor = matrix_unit_of_row(&m, header);
	if (m.factor == 0)
		m.factor = matrix_unit_above(&m, doc, at->block, at->row);
	if (m.factor == 0)
		m.factor = factor;
	if ((m.factor == 0 && across.total == SIZE_MAX) || matrix_holds_shares(&m, t, at->row))
		return false;
	read_budget(&m, doc, &across, at);
	*ret = m;
	return true;
}

/* ---- any table ---- */

static void
set_precision(struct matrix *m)
{
	for (size_t r = 0; r < m->rows; r++)
		for (size_t c = 0; c < m->columns; c++)
			if (m->row[r].at[c].state == AMOUNT_VALUE && m->row[r].at[c].value.scale > m->scale)
				m->scale = m->row[r].at[c].value.scale;
	m->exact = m->factor <= 1 && (m->scale == 0 || (m->factor == 1 && m->scale == 2));
}

/* A column that no row sums to is of more than stands beside it, however it is
 * called; one that is only called "Samlet" must be right in most rows. */
static void
check_total(struct matrix *m)
{
	size_t right = 0, wrong = 0;

	for (size_t r = 0; m->total != MATRIX_NONE && r < m->rows; r++) {
		struct sum           s = matrix_across(m, r);
		const struct amount *printed = &m->row[r].at[m->total];

		if (printed->state != AMOUNT_VALUE || !s.known || s.figures == 0)
			continue;
		if (sum_explains(m, &s, printed))
			right++;
		else
			wrong++;
	}
	if (m->total != MATRIX_NONE && ((right == 0 && wrong > 2) ||
	    (right <= wrong && may_be_total(utf8_fold(m->arena, m->column[m->total].title)))))
		m->total = MATRIX_NONE;
}

static void
finish(struct matrix *m)
{
	set_precision(m);
	check_total(m);
	matrix_classify(m);
}

bool
matrix_budget(struct arena *a, const struct document *doc, enum notation n, struct matrix_place *at,
              int64_t factor, struct matrix *ret)
{
	if (!budget_at(a, doc, n, at, factor, ret))
		return false;
	finish(ret);
	return true;
}

static bool
matrix_at(struct arena *a, const struct document *doc, enum notation n, struct matrix_place *at,
    struct matrix *ret)
{
	size_t rows = doc->at[at->block].table.len;

	for (struct matrix_place p = *at; p.row < rows; p.row++)
		if (budget_at(a, doc, n, &p, 0, ret)) {
			*at = p;
			return true;
		}
	return matrix_counts_at(a, doc, n, at, ret);
}

bool
matrix_next(struct arena *a, const struct document *doc, enum notation n, struct matrix_place *at,
            struct matrix *ret)
{
	for (; at->block < doc->len; at->block++, at->row = 0) {
		if (doc->at[at->block].kind != BLOCK_TABLE || doc->at[at->block].table.len == 0)
			continue;
		if (!matrix_at(a, doc, n, at, ret))
			continue;
		finish(ret);
		return true;
	}
	return false;
}
