/* tree_text.h - a numbered tree as text and back: what is frozen when a report is laid
 * before the council, and what its digest is of.
 *
 * Every line is a letter and fields between tabs; \t, \n, \r and \\ stand for themselves.
 * The same tree gives the same bytes, whatever made it. Writing what was read gives what
 * was read.
 */
#ifndef REPORT_TREE_TEXT_H
#define REPORT_TREE_TEXT_H

#include "report/tree.h"

void            tree_write(struct buf *b, const struct tree *t);

/* False: this is no such text. It need not be ours: nothing in it is taken for granted. */
MUST_CHECK bool tree_read(struct arena *a, struct str text, struct tree *ret);

#endif
