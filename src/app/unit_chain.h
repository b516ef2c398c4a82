/* unit_chain.h - a unit and those it stands under, which is what rights are granted for
 * (core/access.h): a department's administration, and that one's committee.
 */
#ifndef APP_UNIT_CHAIN_H
#define APP_UNIT_CHAIN_H

#include "app/snapshot.h"
#include "core/access.h"

#define UNIT_CHAIN_MAX 16               /* units never stand deeper */

/* The unit first, then those above it; how many. 0: there is none. */
size_t unit_chain(const struct snapshot *sn, int64_t unit, int64_t ret[UNIT_CHAIN_MAX]);

/* Is it this one, or somewhere below it? */
bool   unit_stands_under(const struct snapshot *sn, int64_t unit, int64_t above);

/* May she, for a thing of this unit (0: of none) in this policy (0: in none)? */
bool   unit_may(const struct actor *who, enum right r, const struct snapshot *sn, int64_t unit,
                int64_t policy);

#endif
