#include "recognise/matrix_row.h"
#include "recognise/folded.h"

#define NUMBER_BYTES 8          /* "2.14.1)" */
#define UNIT_BYTES   80         /* of a cell that may name a unit */

struct str
matrix_words(const struct matrix *m, const struct row *row, size_t cell)
{
	return cell >= row->len ? STR_NONE : utf8_fold(m->arena, cell_text(m->arena, &row->at[cell]));
}

static struct amount
amount_at(const struct matrix *m, const struct row *row, size_t cell)
{
	return amount_read(m->arena, cell < row->len ? &row->at[cell] : NULL, m->notation);
}

bool
matrix_row_fits(const struct matrix *m, const struct row *row)
{
	size_t amounts = 0;

	for (size_t c = 0; c < m->columns; c++) {
		struct amount a = amount_at(m, row, m->column[c].at);

		if (a.state == AMOUNT_TEXT)
			return false;
		amounts += amount_is_known(&a);
	}
	return amounts > 0;
}

/* "2.14", "3)"; with a letter before it ("A.1", "B") only where a name stands behind. */
static bool
is_line_number(struct str s, bool named)
{
	bool   digit = named && s.len > 0 && s.at[0] >= 'A' && s.at[0] <= 'Z';

	for (size_t i = digit; i < s.len; i++) {
		bool is_digit = s.at[i] >= '0' && s.at[i] <= '9';

		digit |= is_digit;
		if (!is_digit && s.at[i] != '.' && s.at[i] != ')')
			return false;
	}
	return digit && s.len <= NUMBER_BYTES;
}

static struct str
without_dot(struct str number)
{
	number = str_trim(number);
	while (number.len > 0 && (number.at[number.len - 1] == '.' || number.at[number.len - 1] == ')'))
		number.len--;
	return number;
}

/* Does a cell of [from, to) hold anything? */
static bool
is_named(const struct row *row, size_t from, size_t to)
{
	bool named = false;

	for (size_t i = from; i < to && i < row->len && i < TITLE_CELLS_MAX; i++)
		named |= row->at[i].len > 0;
	return named;
}

static void
read_name(const struct matrix *m, const struct cell *c, size_t cell, struct matrix_row *r)
{
	struct str text = cell_text(m->arena, c);
	size_t     skip = numbering_length(text);

	r->indent = (uint32_t)cell << 16;
	if (c->at[0].line == c->line && c->at[0].column > c->column)
		r->indent += c->at[0].column - c->column;
	r->bold = c->at[0].emphasis && c->at[0].emphasis_len >= c->at[0].text.len;
	if (r->number.len == 0 && skip > 0 && skip < text.len) {
		r->number = without_dot(str_slice(text, 0, skip));
		text = str_trim(str_slice(text, skip, text.len));
	}
	r->title = without_marks(text);
	r->folded = utf8_fold(m->arena, r->title);
}

/* The cells before the first amount: a number and a name. */
static void
read_names(const struct matrix *m, const struct row *row, struct matrix_row *r)
{
	size_t first = m->column[0].at;

	for (size_t i = 0; i < m->columns; i++)
		if (m->column[i].at < first)
			first = m->column[i].at;
	for (size_t i = 0; i < first && i < row->len && i < TITLE_CELLS_MAX; i++) {
		const struct cell *c = &row->at[i];

		if (c->len == 0)
			continue;
		if (r->column == 0) {
			r->line = c->at[0].line;
			r->column = c->at[0].column;
		}
		if (r->number.len == 0 && is_line_number(c->at[0].text, is_named(row, i + 1, first)))
			r->number = without_dot(c->at[0].text);
		else if (r->title.len == 0)
			read_name(m, c, i, r);
	}
}

/* The last figure is the sum of those before it, and cells after it are empty. */
static bool
looks_shifted(const struct matrix *m, const struct matrix_row *r)
{
	struct sum s = sum_zero();
	size_t     last = m->columns;

	while (last > 0 && r->at[last - 1].state == AMOUNT_EMPTY)
		last--;
	if (m->total == MATRIX_NONE || last == m->columns || last < 3 || !amount_is_known(&r->at[last - 1]))
		return false;
	for (size_t c = 0; c + 1 < last; c++)
		sum_put(&s, &r->at[c]);
	return s.known && s.figures > 1 && number_cmp(s.value, r->at[last - 1].value) == 0;
}

/* An amount behind the last column, where the header has no words. */
static bool
runs_over(const struct matrix *m, const struct row *row)
{
	size_t last = 0;

	for (size_t c = 0; c < m->columns; c++)
		if (m->column[c].at > last)
			last = m->column[c].at;
	for (size_t i = last + 1; i < row->len && i >= m->width; i++)
		if (amount_at(m, row, i).state == AMOUNT_VALUE)
			return true;
	return false;
}

/* What a row's amounts cannot be: shifted to other columns, or words. */
static void
find_flaws(struct matrix *m, const struct row *row, struct matrix_row *r)
{
	bool               absent = false;
	struct matrix_flaw f = { .fault = FAULT_SHIFTED, .line = r->line, .column = r->column, .words = r->title };

	for (size_t c = 0; c < m->columns; c++)
		absent |= r->at[c].cell == NULL;
	if (absent || looks_shifted(m, r) || runs_over(m, row)) {
		matrix_flawed(m, f);
		for (size_t c = 0; c < m->columns; c++)
			r->at[c].state = AMOUNT_UNKNOWN;
		return;
	}
	for (size_t c = 0; c < m->columns; c++)
		if (r->at[c].state == AMOUNT_TEXT)
			matrix_flawed(m, (struct matrix_flaw){ .fault = FAULT_TEXT,
			    .line = r->at[c].cell->at[0].line, .column = r->at[c].cell->at[0].column,
			    .words = r->at[c].cell->at[0].text });
}

/* Most cells are bare figures, which name no unit. */
static bool
has_letters(const struct cell *c)
{
	if (c->len == 0)
		return false;
	for (size_t i = 0; i < c->at[0].text.len; i++)
		if ((c->at[0].text.at[i] | 0x20) >= 'a' && (c->at[0].text.at[i] | 0x20) <= 'z')
			return true;
	return false;
}

static void
check_unit(struct matrix *m, const struct row *row, const struct matrix_row *r)
{
	for (size_t i = 0; i < row->len; i++) {
		struct str words = has_letters(&row->at[i]) ? matrix_words(m, row, i) : STR_NONE;
		int64_t    unit = words.len > UNIT_BYTES ? 0 : unit_named(words);

		for (size_t c = 0; c < m->columns && unit == 0 && words.len > 0; c++)
			if (m->column[c].at == i && r->at[c].state == AMOUNT_VALUE)
				unit = folded_has(words, "mio*") ? 1000000 : folded_has(words, "1.000 kr") ? 1000 :
				    folded_has(words, "kr") ? 1 : 0;
		if (unit == 0 || unit == m->factor)
			continue;
		if (m->factor == 0 && m->rows == 0) {
			m->factor = unit;
			continue;
		}
		m->refused = true;
		matrix_flawed(m, (struct matrix_flaw){ .fault = FAULT_UNIT, .line = row->at[i].at[0].line,
		    .column = row->at[i].at[0].column, .words = row->at[i].at[0].text });
		return;
	}
}

static void
row_put(struct matrix *m, const struct matrix_row *r)
{
	ARENA_GROW(m->arena, m->row, m->rows, &m->row_cap);
	m->row[m->rows++] = *r;
}

void
matrix_row_add(struct matrix *m, const struct row *row)
{
	struct matrix_row r = { .kind = MATRIX_LINE, .row = row, .line = row->line, .parent = MATRIX_NONE,
	                        .cells = row->len };
	size_t            known = 0;

	read_names(m, row, &r);
	if (r.column == 0)
		r.column = row->len > 0 ? row->at[0].column : 1;
	r.at = ARENA_ARRAY(m->arena, struct amount, m->columns);
	for (size_t c = 0; c < m->columns; c++) {
		r.at[c] = amount_at(m, row, m->column[c].at);
		known += r.at[c].state != AMOUNT_EMPTY && r.at[c].state != AMOUNT_TEXT;
	}
	check_unit(m, row, &r);
	if (known == 0)
		r.kind = MATRIX_HEADING;
	else
		find_flaws(m, row, &r);
	row_put(m, &r);
}

void
matrix_text_add(struct matrix *m, const struct piece *text)
{
	struct matrix_row r = { .kind = MATRIX_HEADING, .line = text->line, .column = text->column,
	                        .title = text->text, .parent = MATRIX_NONE };

	r.folded = utf8_fold(m->arena, r.title);
	r.at = ARENA_ARRAY(m->arena, struct amount, m->columns);
	for (size_t c = 0; c < m->columns; c++)
		r.at[c].state = AMOUNT_EMPTY;
	row_put(m, &r);
}
