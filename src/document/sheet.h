/* sheet.h - private to document/: the cells of one sheet, and the lines they make. */
#ifndef DOCUMENT_SHEET_H
#define DOCUMENT_SHEET_H

#include "document/laid.h"
#include "document/xlsx.h"

struct sheet_style {
	struct str code;                /* of its numbers */
};

/* What the sheets of a workbook share. */
struct sheet_book {
	struct arena       *a;
	struct str          name;
	struct diags       *d;
	struct str         *string;     /* as they stand in a line */
	size_t              strings;
	struct sheet_style *style;
	size_t              styles;
	bool                from_1904;
	size_t              cells;      /* of all sheets */
	size_t              uncomputed; /* formulas without a value */
};

struct sheet_cell {
	uint32_t   row, column;         /* from 1 */
	struct str text;                /* as it stands in a line; never empty */
};

struct sheet {
	struct sheet_cell *at;          /* by row, then column */
	size_t             len, cap;
};

/* What a text of a workbook says, as it stands in a line: with its line ends, and what
 * "_x005F_" stands for (ECMA-376, part 1, 22.9.2.19), as far as it is one byte. */
void sheet_letters(struct buf *to, struct str text);

/* The cells of a part, in `b->a`, or a diag. What a merged cell hides is left out. */
MUST_CHECK bool sheet_read(struct sheet_book *b, const char *part, struct str xml,
                           struct sheet *ret);

/* Its paragraphs and tables. */
void sheet_lay(struct laid *l, const struct sheet *s);

#endif
