/* prognosis.h - what was expected, against what came.
 *
 * A prognosis is a quantity that was stated before the measurement was known: a point
 * with the interval of its words ("ca. 62 pct."), or a range ("60-65"). It is never
 * evidence: no verdict rests on it. When the measurement comes it is scored:
 *
 * - off: the measurement less the prognosis, in the unit of both. Where one of them has
 *   no point it is the way from the one interval to the other, and 0 where they meet.
 * - inside: does what came lie in the interval of what was said?
 * - near: at most 1 percentage point off; of what is no percentage at most 5 per cent
 *   of what came.
 */
#ifndef CORE_PROGNOSIS_H
#define CORE_PROGNOSIS_H

#include "core/quantity.h"

#define PROGNOSIS_POINTS  1             /* near, of percentages */
#define PROGNOSIS_PERCENT 5             /* near, of other figures */

struct prognosis_score {
	struct number off;
	bool          inside, near;
};

/* Are they near in percentage points, rather than in per cent of what came? */
bool prognosis_is_points(enum unit u);

/* False: overflow. */
MUST_CHECK bool prognosis_score(const struct quantity *said, const struct quantity *came, enum unit u,
                                struct prognosis_score *ret);

#endif
