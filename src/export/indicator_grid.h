/* indicator_grid.h - every figure of an indicator as a table, and what it is about as
 * another, for CSV and spreadsheets. What is withheld has no figure in them. */
#ifndef EXPORT_INDICATOR_GRID_H
#define EXPORT_INDICATOR_GRID_H

#include "export/grid.h"
#include "model/indicator_view.h"

enum column_holds {
	COLUMN_HOLDS_TEXT, COLUMN_HOLDS_DECIMAL, COLUMN_HOLDS_WHOLE, COLUMN_HOLDS_FLAG, COLUMN_HOLDS_DAY,
};

struct column_about {                   /* FLAG: 1, or nothing */
	struct str        code, da, en;
	enum column_holds holds;
};

/* The columns of indicator_grid(), for who describes them. How many. */
size_t indicator_grid_columns(const struct column_about **ret);

/* A row a figure: its own first, then parts and comparators. */
struct grid indicator_grid(struct arena *a, const struct indicator_view *m, bool danish);

/* Name and value: title, definition, headline, verdicts with their sentences. */
struct grid indicator_grid_about(struct arena *a, const struct indicator_view *m, bool danish);

#endif
