/* piece.h - private to document/: taking marks off a finished piece. */
#ifndef DOCUMENT_PIECE_H
#define DOCUMENT_PIECE_H

#include "document/document.h"

/* Leave out the first `bytes` of the text; raw, place and emphasis follow. */
void piece_skip(struct arena *a, struct piece *p, size_t bytes);

/* Move the mark that the block's piece begins with to block->mark; a heading's
 * number says its level where nothing else did, a superscript makes a footnote. */
void block_take_mark(struct arena *a, struct block *b);

#endif
