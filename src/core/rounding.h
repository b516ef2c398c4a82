/* rounding.h - may a printed sum and its printed terms be roundings of the same?
 *
 * Each rounded figure is half a step of the shared precision to either side, so
 * `figures` of them explain a difference of half as many steps. A step of zero:
 * every figure is exact. (domain.md, 2: Numbers)
 */
#ifndef CORE_ROUNDING_H
#define CORE_ROUNDING_H

#include "core/number.h"

/* `figures`: the rounded ones among the terms and the sum. False, too, where the
 * numbers are too large to tell. */
bool rounding_explains(struct number difference, size_t figures, struct number step);

#endif
