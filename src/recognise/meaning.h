/* meaning.h - how much two texts speak of the same: shared words, rare ones
 * counting more, a small table of words that mean the same. Inside recognise/
 * only. */
#ifndef RECOGNISE_MEANING_H
#define RECOGNISE_MEANING_H

#include "recognise/folded.h"

/* Points for the words that `a` and `b` share. `others` are all texts that `b`
 * was chosen among: a word that most of them hold says little. All folded. */
unsigned meaning_shared(struct str a, struct str b, const struct str *others, size_t len);

#endif
