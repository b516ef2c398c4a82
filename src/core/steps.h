/* steps.h - how a verdict was reached, one step of arithmetic after the other, with
 * the figures, so that a reader can do it again by hand.
 *
 *	b = 54,40 pct. (forår 2007), t0 = 31.05.2007
 *	T = b + 10 = 54,40 + 10 = 64,40 pct., t1 = 31.12.2010
 *	v = 59,90 pct. (august 2008), t = 31.08.2008
 *	v - b = 59,90 - 54,40 = 5,50; T - b = 64,40 - 54,40 = 10,00
 *	t - t0 = 458 dage; t1 - t0 = 1.310 dage
 *	tempo = (5,50 / 458) / (10,00 / 1.310) = 7.205 / 4.580 = 1,57 (afrundet)
 *	tempoet er mindst 0,95: på vej
 *
 * The names are those of domain.md, 4. Days are the last ones of their periods. What
 * is withheld is in none of the steps.
 */
#ifndef CORE_STEPS_H
#define CORE_STEPS_H

#include "core/evaluate.h"

#define STEPS_MAX 12

struct step {
	struct str da, en;
};

struct steps {
	struct step at[STEPS_MAX];
	size_t      len;
};

/* `unit` is the indicator's, `as_of` the day that `j` was judged on. Texts are in `a`. */
struct steps steps_of(struct arena *a, const struct target *t, const struct judgement *j,
                      enum unit unit, int32_t as_of);

#endif
