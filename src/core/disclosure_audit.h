/* disclosure_audit.h - can a withheld cell be reckoned? The inside of disclosure.c.
 *
 * A component is what hangs together by sums: its cells are the columns of a matrix,
 * its sums the rows (1 for the total, -1 for a part).
 */
#ifndef CORE_DISCLOSURE_AUDIT_H
#define CORE_DISCLOSURE_AUDIT_H

#include "core/disclosure.h"

struct component {
	struct disclosure  *d;
	size_t             *cell, cells;        /* numbers of cells in `d`, by column */
	size_t             *sum, sums;          /* numbers of sums in `d` */
	size_t             *place;              /* cell in `d` -> column */
	int64_t            *matrix;             /* sums x cells */
	struct count_range *between;            /* by column */
};

enum audit {
	AUDIT_SAFE,
	AUDIT_RECKONED,
	AUDIT_TOO_MUCH,                         /* work, or digits */
};

/* Which withheld cell is reckoned, and how: `row` has a factor for each column, and is
 * valid until the next audit. */
MUST_CHECK enum audit audit_reckon(struct component *c, const int64_t **row, size_t *column);

/* Is a withheld cell pinned by its bounds, sum by sum? Then its column. */
MUST_CHECK bool audit_narrow(struct component *c, size_t *column);

/* Is there for every withheld cell another table that a reader could take for the true
 * one, in which it differs? Else the column of one for which none was found. */
MUST_CHECK bool audit_witness(struct component *c, size_t *column);

/* What a reader knows of a cell before adding anything up. */
struct count_range disclosure_seen(const struct disclosure_cell *cell);

#endif
