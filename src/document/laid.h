/* laid.h - private to document/: writes the lines that lay.h describes.
 *
 * It fails once and stays failed, like a reader.
 */
#ifndef DOCUMENT_LAID_H
#define DOCUMENT_LAID_H

#include "document/document.h"

struct laid {
	struct arena *a;
	struct diags *d;
	struct str    name;
	struct buf    out;
	size_t        lines;
	bool          failed;
};

void laid_open(struct laid *l, struct arena *a, struct str name, struct diags *d);

/* One line; `inner` is what laid_letters() wrote, with tags between. */
void laid_line(struct laid *l, struct str tag, struct str inner);

void laid_refuse(struct laid *l, struct str message, struct str hint);

/* Frees what is not given to the arena. */
MUST_CHECK bool laid_done(struct laid *l, struct str *ret);

/* Letters as they stand in a line; blanks, also line ends, become spaces. */
void laid_letters(struct buf *b, struct str s);

/* The same in a cell, where a line's end is a break. */
void laid_cell_letters(struct buf *b, struct str s);

#endif
