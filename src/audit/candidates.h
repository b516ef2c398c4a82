/* candidates.h - known amounts that would explain a difference.
 *
 * Single amounts in the table or in the text around it that equal the difference
 * within rounding; pairs only when no single fits and there are at most five,
 * otherwise their number. None is said to be the cause. (domain.md, 5)
 */
#ifndef AUDIT_CANDIDATES_H
#define AUDIT_CANDIDATES_H

#include "audit/audit.h"
#include "recognise/matrix.h"

/* Amounts of the text, in the table's unit; read once for a table. */
struct known_amounts {
	struct candidate *at;
	size_t            len, cap;
};

struct known_amounts amounts_of_text(struct audit *x, const struct matrix *m);

/* Fills f->candidate, f->candidates and f->pairs from f->difference: of the lines
 * in rows [from, to) of `column`, and for the total of row `row` (MATRIX_NONE: it
 * is none) of the row itself. */
void candidates_find(struct arena *a, const struct matrix *m, const struct known_amounts *text,
                     size_t from, size_t to, size_t column, size_t row, struct finding *f);

#endif
