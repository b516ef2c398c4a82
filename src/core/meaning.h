/* meaning.h - what a target promises, as one sentence: what a machine understood, so
 * that the one who writes a target sees whether it is what was decided.
 *
 *	»Andel i arbejde« skal stige med 10 procentpoint fra startmålingen (forår 2007)
 *	inden udgangen af 2010.
 */
#ifndef CORE_MEANING_H
#define CORE_MEANING_H

#include "core/evaluate.h"

/* Of `e` the indicator, the area and the titles of groups and sets are read. In `a`. */
struct str meaning_of(struct arena *a, const struct target *t, const struct evidence *e,
                      bool danish);

#endif
