/* table.h - columns of text for a terminal or a pipe.
 *
 * On a terminal columns are as wide as they need and the widest gives way so
 * that a line fits; in a pipe (width 0) nothing is cut and columns are separated
 * by one tab, for cut(1) and a spreadsheet.
 */
#ifndef CLI_TABLE_H
#define CLI_TABLE_H

#include "base/arena.h"
#include "base/buf.h"

#define TABLE_COLUMNS 32

struct table {
	struct arena *arena;
	size_t        columns, len, cap;
	struct str   *cell;             /* len rows of `columns` */
};

struct table table_new(struct arena *a, size_t columns);
void         table_add(struct table *t, const struct str *cells);
void         table_write(const struct table *t, struct buf *b, int width);

/* `s` on one line, in exactly or at most `letters`, "…" where it was cut. */
void         table_fit(struct buf *b, struct str s, size_t letters, bool pad);

/* The next line of at most `letters` (> 0) of `*rest`, broken at a blank where
 * there is one; what follows it is left in `*rest`. */
struct str   table_line(struct str *rest, size_t letters);

#endif
