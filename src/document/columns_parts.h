/* columns_parts.h - private to document/: a table of columns on its way to figures. */
#ifndef DOCUMENT_COLUMNS_PARTS_H
#define DOCUMENT_COLUMNS_PARTS_H

#include "document/columns.h"

#define COLUMNS_CELLS_MAX 2000          /* of a row */

enum columns_role {
	ROLE_NONE, ROLE_CODE, ROLE_TIME, ROLE_FIGURE,
	ROLE_STATUS, ROLE_UNIT, ROLE_SHIFT, ROLE_ACTION, ROLE_UPDATED,         /* of SDMX */
};

struct columns_column {
	enum columns_role role;
	size_t            of;           /* CODE: which; FIGURE: which of them, or which period */
};

/* The codes of a dimension as they come, found by a table of hashes. */
struct columns_codes {
	struct str *at;
	size_t      len, cap, *slot, slots;
};

struct columns_reading {
	struct arena             *a;
	struct str                name;
	struct diags             *d;
	const struct columns_ask *ask;
	bool                      sdmx, sheet;
	struct columns_column     column[COLUMNS_CELLS_MAX];
	size_t                    columns, rows;        /* of the heading; looked at for it */
	bool                      headed;
	struct columns_codes      code[FIGURES_DIMENSIONS_MAX];
	struct str                above[FIGURES_DIMENSIONS_MAX];
	size_t                    dimensions;
	struct figures            to;
	size_t                    cap, status_cap, place_cap, line_cap;
	struct str                seen;         /* the first row, for who looks for its heading */
};

bool columns_refuse(struct columns_reading *r, size_t line, struct str words, struct str hint);
bool columns_refuse_heading(struct columns_reading *r);
/* The cells of a row in words, for a hint. */
struct str columns_listed(struct columns_reading *r, const struct str *cell, size_t n);

MUST_CHECK bool columns_open(struct columns_reading *r, struct arena *a, struct str name,
                             const struct columns_ask *ask, struct diags *d);
/* A row that may be the heading: then `headed` is set. False: it is none, and the last. */
MUST_CHECK bool columns_heading(struct columns_reading *r, const struct str *cell, size_t n);
/* A row below the heading, one cell for each of its columns. */
MUST_CHECK bool columns_row(struct columns_reading *r, const struct str *cell, size_t line);
MUST_CHECK bool columns_close(struct columns_reading *r, struct figures *ret);

#endif
