/* cube.h - fills model/cube.h: the sides in one walk through the measurements, and the
 * cells in as many as a writer wants.
 *
 * What can be withheld is in memory for that; what cannot be is read row by row. Until
 * the day that the page of the indicator shows.
 */
#ifndef APP_CUBE_H
#define APP_CUBE_H

#include "app/edition.h"
#include "model/cube.h"

/* `indicator` is a row of the edition; both outlive the cube, whose memory is in `a`. Its
 * cells are walked through before the next cube is made. False: a problem in the store. */
MUST_CHECK bool cube_make(struct arena *a, const struct edition *ed,
                          const struct noun_row *indicator, struct cube *ret);

/* "2009-Q1": a code for these days and no others, as SDMX writes times. */
struct str cube_time_code(struct arena *a, int32_t from, int32_t to);

#endif
