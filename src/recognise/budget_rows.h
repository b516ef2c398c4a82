/* budget_rows.h - the rows of a budget overview as proposals: lines with their
 * amounts, parts of lines, and the totals that the paper prints. Inside
 * recognise/ only.
 */
#ifndef RECOGNISE_BUDGET_ROWS_H
#define RECOGNISE_BUDGET_ROWS_H

#include "recognise/budget_table.h"
#include "recognise/kinds.h"
#include "recognise/matrix.h"

/* Takes the table `m` whose header is entry `header`. A table that cannot be
 * summed, or whose unit nobody says, is refused: its rows are told as not
 * recognised. Returns the entry after its last. */
size_t budget_rows(struct paper *p, const struct across *a, const struct matrix *m, size_t header);

/* What a column of amounts holds: AMOUNT, REVISED or ACTUAL; FIELD_KIND_COUNT: a
 * forecast or a difference, which is no budget. */
enum field_kind column_kind(struct arena *a, struct str title);

/* Numbers of the footnote marks that a text ends with: "32,9 ⁴", "8,5 3)". */
#define MARKS_MAX 4
struct marks {
	unsigned at[MARKS_MAX];
	size_t   len;
};
struct marks marks_of(struct str text);

/* Adds the notes that stand below entry `below` under the marks of `text`. */
void footnotes_add(struct paper *p, struct str text, size_t below);

#endif
