/* complements.h - what is withheld of an indicator so that neighbours cannot be reckoned.
 *
 * Lays the measurements of one indicator that counts persons out as cells and sums for
 * core/disclosure.h. A cell is an area, a group and a period, whatever methods it was
 * measured by: it is withheld by all of them or by none, since the same figure may stand
 * under two. Sums, each only where the counts do not refute it:
 *
 * - areas: a total is its parts of one level (area.parent), where every part that was
 *   there then is measured, or is itself the sum of measured parts;
 * - groups: the register does not say which groups are each other's rest, so all of two
 *   or more that add up exactly to everybody, in that area and period, are taken to be;
 *   by chance or not. What one group leaves of everybody is a group, too: it is
 *   protected when it is small. Where more than COMPLEMENTS_GROUPS are counted none but
 *   zeros is shown in a period in which something is withheld;
 * - periods: a longer one is the shorter ones in it, where they follow each other without
 *   a gap and add up exactly.
 *
 * What a source calls confidential is protected as if it were withheld here. The whole of
 * another city was published by others and is never small, but its groups are as ours.
 */
#ifndef APP_COMPLEMENTS_H
#define APP_COMPLEMENTS_H

#include "app/observations.h"

#define COMPLEMENTS_GROUPS 10

/* `m`: all that is known of the indicator, sorted, the small counts in it marked. */
void complements_mark(struct arena *a, const struct snapshot *sn, struct measured *m);

#endif
