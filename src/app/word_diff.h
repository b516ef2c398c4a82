/* word_diff.h - what a text says otherwise than the one before it.
 *
 * Words are what stands between blanks; how they are spaced says nothing. As few
 * words as possible are removed and added (longest common subsequence), removed ones
 * stand before those that replace them. Texts whose middles are too long to compare
 * (more than WORD_DIFF_MAX pairs of words) are taken as replaced there.
 */
#ifndef APP_WORD_DIFF_H
#define APP_WORD_DIFF_H

#include "base/arena.h"
#include "model/changed.h"

#define WORD_DIFF_MAX ((size_t)1 << 20)

/* Runs are in `a`; their texts are views into `before` and `after` where the words
 * stand in one piece there. */
struct changed word_diff(struct arena *a, struct str before, struct str after);

#endif
