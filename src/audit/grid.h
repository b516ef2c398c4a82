/* grid.h - a table under a header of words as figures: shares, points and plain
 * figures, cell by cell. For the rule that checks one column against others;
 * what sums is matrix.h. Inside audit/ only. */
#ifndef AUDIT_GRID_H
#define AUDIT_GRID_H

#include "audit/audit.h"

#define GRID_COLUMNS_MAX 16             /* a wider table is left alone */
#define GRID_ROWS_MAX    500            /* of a longer one the first */

struct grid_figure {
	const struct cell *cell;
	bool               has;
	bool               percent;     /* printed with %, pct., procent */
	struct number      value;
};

struct grid_row {
	struct str         name;        /* folded: its first words */
	bool               total;       /* named so */
	struct grid_figure at[GRID_COLUMNS_MAX];
};

struct grid {
	struct str       title[GRID_COLUMNS_MAX];       /* folded */
	size_t           figures[GRID_COLUMNS_MAX];     /* in each column */
	size_t           columns, rows, totals;
	enum notation    notation;                      /* of its figures */
	struct grid_row *row;
};

/* A table whose header (its first row, or its second below a title) holds one of
 * `cues`, or names with a share each from the first row on. False: it is neither, or
 * nothing stands below. */
MUST_CHECK bool grid_read(struct arena *a, const struct table *t, enum notation n,
                          const char *const *cues, struct grid *ret);

#endif
