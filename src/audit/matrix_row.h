/* matrix_row.h - reading one row into a matrix. Inside matrix*.c only. */
#ifndef AUDIT_MATRIX_ROW_H
#define AUDIT_MATRIX_ROW_H

#include "audit/matrix.h"

#define TITLE_CELLS_MAX 8               /* cells before the first amount */

/* Does the row hold an amount, and no words, in the columns of `m`? */
bool matrix_row_fits(const struct matrix *m, const struct row *row);

/* Add it, as a line or a heading; a row that is shifted is flawed and unknown. */
void matrix_row_add(struct matrix *m, const struct row *row);

/* A line of text between the parts of a table: a heading of what follows. */
void matrix_text_add(struct matrix *m, const struct piece *text);

/* The folded words of a row's cell, empty when there is none. */
struct str matrix_words(const struct matrix *m, const struct row *row, size_t cell);

#endif
