/* matrix_flaws.c - flaws that only the rows around them show. */
#include "recognise/matrix_row.h"

static bool
is_summed(const struct matrix *m)
{
	if (m->total != MATRIX_NONE)
		return true;
	for (size_t i = 0; i < m->rows; i++)
		if (m->row[i].kind == MATRIX_TOTAL || m->row[i].kind == MATRIX_GROUP)
			return true;
	return false;
}

static void
find_missing(struct matrix *m, size_t row)
{
	const struct matrix_row *r = &m->row[row];
	bool                     value = false;

	for (size_t c = 0; c < m->columns; c++)
		value |= r->at[c].state == AMOUNT_VALUE;
	for (size_t c = 0; c < m->columns && value; c++)
		if (r->at[c].state == AMOUNT_EMPTY) {
			matrix_flawed(m, (struct matrix_flaw){ .fault = FAULT_MISSING, .line = r->line,
			    .column = r->column, .words = r->title, .other = m->column[c].title });
			return;
		}
}

void
matrix_find_flaws(struct matrix *m)
{
	if (m->rows > 0 && (!is_summed(m) || !m->budget)) {
		m->flaws = 0;
		return;
	}
	for (size_t i = 0; i < m->rows; i++) {
		const struct matrix_row *r = &m->row[i];

		if (r->kind == MATRIX_LINE || r->kind == MATRIX_PART)
			find_missing(m, i);
		if (r->kind == MATRIX_TOTAL && !matrix_has_lines(m, 0, m->rows))
			matrix_flawed(m, (struct matrix_flaw){ .fault = FAULT_LINELESS, .line = r->line,
			    .column = r->column, .words = r->title });
	}
}
