/* piece.h - private to document/: taking a mark off a finished piece. */
#ifndef DOCUMENT_PIECE_H
#define DOCUMENT_PIECE_H

#include "document/document.h"

/* Leave out the first `bytes` of the text; raw, place and emphasis follow. */
void piece_skip(struct arena *a, struct piece *p, size_t bytes);

#endif
