/* near.h - how far two words are apart: letters added, left out, exchanged, or swapped
 * with the next one (the distance of Damerau and Levenshtein, in its form where no
 * letters are edited twice).
 */
#ifndef BASE_NEAR_H
#define BASE_NEAR_H

#include "base/str.h"

#define NEAR_LETTERS_MAX 64             /* of longer words these count */

/* At most `most`; what is further apart is most + 1. Bytes are letters. */
unsigned near_distance(struct str a, struct str b, unsigned most);

#endif
