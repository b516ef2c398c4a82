/* figures.h - a table of figures by codes, as a bureau or a file has it.
 *
 * Each cell has a place in each dimension. A figure is kept as it was written: no digit is
 * lost, and what it means is for others to say.
 */
#ifndef DOCUMENT_FIGURES_H
#define DOCUMENT_FIGURES_H

#include "base/diag.h"

#define FIGURES_CELLS_MAX      1000000
#define FIGURES_DIMENSIONS_MAX 16
#define FIGURES_BYTES_MAX      ((size_t)64 << 20)

enum figures_role { FIGURES_OTHER, FIGURES_TIME, FIGURES_GEO, FIGURES_METRIC };

struct figures_dimension {
	struct str        id, label;
	enum figures_role role;
	struct str       *code, *text;  /* `len` of each; the text may be empty */
	struct str       *unit;         /* of each code; NULL: none is said */
	size_t            len;
	bool              optional;     /* of a table's description: it may be left out */
};

struct figures {
	struct str                label, source, updated;
	struct str                unit;         /* of all; may be empty */
	struct str                note;         /* of the bureau: a line each */
	struct figures_dimension *dimension;
	size_t                    dimensions;
	struct str               *value;        /* empty: missing */
	struct str               *status;       /* beside `value`; NULL: none was sent */
	uint32_t                 *place;        /* `dimensions` of each cell; NULL: all that there
	                                         * can be are there, row-major */
	uint32_t                 *line;         /* of each cell in its file; NULL: not known */
	size_t                    cells;
};

/* The place of `code` in the dimension, or SIZE_MAX. */
size_t figures_code(const struct figures_dimension *d, struct str code);
/* The dimension of this name, in any case of letters, or SIZE_MAX. */
size_t figures_dimension_of(const struct figures *f, struct str id);

/* The places of cell `cell`: `at`, one a dimension, is moved on from those of the cell
 * before it; all zero for the first. */
void figures_place(const struct figures *f, size_t cell, size_t *at);

/* Of the cells that are to be kept, two that have the same places? */
MUST_CHECK bool figures_twice(struct arena *a, const struct figures *f, const bool *keep,
                              size_t *first, size_t *second);

#endif
