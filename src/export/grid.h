/* grid.h - a table of typed cells that readers take away: as CSV, as a spreadsheet.
 *
 * CSV is RFC 4180 in UTF-8: codes as headings, a decimal point, ISO days. For Danish
 * Excel it has titles, ';' between cells, a decimal comma and a byte order mark. A
 * spreadsheet has real numbers, with their decimals, real days, and of a text as much
 * as a cell takes.
 *
 * Text that a program would take for a formula (it begins with = + - @, a tab or a
 * line end) gets a ' before it; numbers are written as numbers and need none.
 */
#ifndef EXPORT_GRID_H
#define EXPORT_GRID_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/parts.h"
#include "core/calendar.h"
#include "core/number.h"

enum grid_profile { GRID_RFC4180, GRID_EXCEL_DA };

enum grid_type { GRID_EMPTY, GRID_TEXT, GRID_NUMBER, GRID_DAY, GRID_SUM };

/* Rows [from, to), counted from 0. */
struct grid_span {
	size_t from, to;
};

struct grid_cell {
	enum grid_type type;
	struct str     text;
	struct number  number;
	int32_t        day;
	bool           strong;          /* in a spreadsheet: bold */
	const struct grid_span *span;   /* of SUM: what of its column it adds */
	size_t         spans;
};

struct grid_column {
	struct str code, title;
	uint8_t    width;               /* letters, in a spreadsheet */
};

struct grid {
	struct arena             *arena;
	struct str                name; /* of the sheet */
	const struct grid_column *column;
	size_t                    columns;
	struct grid_cell         *cell; /* row after row */
	size_t                    len, cap;
};

struct grid grid_new(struct arena *a, struct str name, const struct grid_column *column,
                     size_t columns);

/* Room for so many cells at once, where it is known. */
void grid_reserve(struct grid *g, size_t cells);

/* The next cell. An empty text is an empty cell; texts are borrowed. */
void grid_text(struct grid *g, struct str text);
void grid_number(struct grid *g, bool has, struct number n);
void grid_day(struct grid *g, bool has, int32_t day);
/* `n` is the sum of the rows of its column in `span`: a formula in a spreadsheet. */
void grid_sum(struct grid *g, struct number n, const struct grid_span *span, size_t spans);
/* Sets the cell that was added last in bold. */
void grid_strong(struct grid *g);

/* How many rows are whole. A grid has columns. */
size_t grid_rows(const struct grid *g);

/* A text as it may stand in a CSV: with the ' where it wants one. */
struct str grid_guarded(struct arena *a, struct str text);

void grid_csv(struct buf *b, const struct grid *g, enum grid_profile profile);

/* A workbook, as the parts that port/zip.h packs: one sheet a grid. `made` is the day that
 * stands in its properties, so that the same figures give the same bytes. False: a grid is
 * too large for a sheet. */
MUST_CHECK bool grid_xlsx(struct arena *a, const struct grid *at, size_t n, int32_t made,
                          const struct parts *to);

#endif
