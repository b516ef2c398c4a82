/* matrix_row.h - the parts that read a matrix share. Inside
 * matrix*.c only. */
#ifndef RECOGNISE_MATRIX_ROW_H
#define RECOGNISE_MATRIX_ROW_H

#include "recognise/matrix.h"

#define TITLE_CELLS_MAX 8               /* cells before the first amount */

/* Does the row hold an amount, and no words, in the columns of `m`? */
bool matrix_row_fits(const struct matrix *m, const struct row *row);

/* Add it, as a line or a heading; a row that is shifted is flawed and unknown. */
void matrix_row_add(struct matrix *m, const struct row *row);

/* A line of text between the parts of a table: a heading of what follows. */
void matrix_text_add(struct matrix *m, const struct piece *text);

/* The folded words of a row's cell, empty when there is none. */
struct str matrix_words(const struct matrix *m, const struct row *row, size_t cell);

/* Does its name say that it is a total: "I ALT", "Bolig i alt"? */
bool matrix_row_is_total(const struct matrix_row *r);

void matrix_column_add(struct matrix *m, const struct row *header, size_t cell, int year);

/* Kroner per unit that a row names, or what stands above it; two units in one row
 * are a flaw. */
int64_t matrix_unit_of_row(struct matrix *m, const struct row *row);
int64_t matrix_unit_above(struct matrix *m, const struct document *doc, size_t block, size_t row);

bool matrix_has_lines(const struct matrix *m, size_t from, size_t to);

/* Rows without a figure, totals without a line; none of a table that is not summed. */
void matrix_find_flaws(struct matrix *m);

/* Percentages are an indicator's, not a budget's. */
bool matrix_holds_shares(const struct matrix *m, const struct table *t, size_t from);

/* A table of counts, or of amounts under words, that is all of a block. */
bool matrix_counts_at(struct arena *a, const struct document *doc, enum notation n,
                      struct matrix_place *at, struct matrix *ret);

#endif
