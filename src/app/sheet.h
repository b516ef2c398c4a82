/* sheet.h - a CSV file whose columns are known by name, row by row.
 *
 * Columns may stand in any order and be left out; a column that is none of the
 * known ones, or is there twice, is a problem. Cells are borrowed from the text
 * or in the arena.
 */
#ifndef APP_SHEET_H
#define APP_SHEET_H

#include "base/diag.h"
#include "document/csv.h"

#define SHEET_COLUMNS 40

struct sheet {
	struct arena *arena;
	struct diags *diags;
	struct str    name;             /* of the file, in problems */
	struct csv    csv;
	size_t        known;            /* how many columns a row is given in */
	size_t        column[SHEET_COLUMNS];    /* file's column -> known column */
	size_t        columns;
	size_t        line;             /* of the row that was read last */
};

MUST_CHECK bool sheet_open(struct arena *a, struct str name, struct str text,
                           const struct str *known, size_t n, struct diags *d,
                           struct sheet *ret);

/* The next row: `cell` has room for `known` texts. False at the end; what is
 * wrong is in the diags, and reading goes on behind a row of the wrong width. */
MUST_CHECK bool sheet_next(struct sheet *s, struct str *cell);

#endif
