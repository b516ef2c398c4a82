/* prognoses.h - what was expected, from an edition, scored against what came.
 *
 * No verdict reads them. Small counts of persons are withheld as measurements are, and
 * what came is as observations.h gives it; where one of the two is withheld nothing is
 * said of the way between them.
 */
#ifndef APP_PROGNOSES_H
#define APP_PROGNOSES_H

#include "app/edition.h"
#include "model/prognosis_view.h"

/* Of one indicator, area and group (0: everybody), stated by `as_of`; `measured` as it is
 * known on that day. */
struct prognoses prognoses_of(struct arena *a, const struct snapshot *sn, int64_t indicator,
                              int64_t area, int64_t group, struct series measured, int32_t as_of);

/* Is its figure a small count of persons? */
bool prognosis_is_withheld(const struct snapshot *sn, const struct noun_row *row);

/* Every one of the unit with this key and of those under it. Reads the measurements of the
 * indicators that have any. False: a problem in the store. */
MUST_CHECK bool prognoses_tally(struct arena *a, const struct edition *ed, struct str unit,
                                struct prognosis_tally *ret);

#endif
