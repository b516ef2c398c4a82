/* spans.h - arithmetic of intervals for the rules: exact, never divided. Inside
 * audit/ only.
 *
 * Functions that return false could not compute (overflow, a negative factor)
 * and leave `*ret` alone; the claim is then not checked.
 */
#ifndef AUDIT_SPANS_H
#define AUDIT_SPANS_H

#include "core/quantity.h"

MUST_CHECK bool span_sub(struct interval a, struct interval b, struct interval *ret);
/* `percent` of `whole`, both without negatives. */
MUST_CHECK bool span_share(struct interval whole, struct interval percent, struct interval *ret);
/* 100 + p, 100 - p. */
MUST_CHECK bool span_after(struct interval percent, bool falls, struct interval *ret);
/* n times the interval; n > 0. */
MUST_CHECK bool span_times(struct interval i, int64_t n, struct interval *ret);
struct interval span_exact(struct number n);

/* part of whole, and after as a change from before, in per cent at `scale`
 * decimals: for messages. */
MUST_CHECK bool percent_of(struct number part, struct number whole, uint8_t scale, struct number *ret);
MUST_CHECK bool percent_change(struct number before, struct number after, uint8_t scale,
                               struct number *ret);
/* `percent` of n, with no more decimals than needed. */
MUST_CHECK bool share_of(struct number n, struct number percent, struct number *ret);

/* Kroner in units of `factor` kroner, a power of ten; false: finer than numbers are. */
MUST_CHECK bool kroner_in(struct number kroner, int64_t factor, struct number *ret);

#endif
