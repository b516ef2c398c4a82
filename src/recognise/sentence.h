/* sentence.h - the sentences of a paragraph. */
#ifndef RECOGNISE_SENTENCE_H
#define RECOGNISE_SENTENCE_H

#include "base/str.h"

/* The sentence that begins at `*at`, moving `*at` past it and its blanks. A dot
 * after "pct.", "kr.", a number or a single letter ends none. False: no more. */
bool sentence_next(struct str text, size_t *at, struct str *ret);

#endif
