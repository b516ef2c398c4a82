/* package_rows.h - the lines of a data package: what a register and what everybody may read
 * of it are written with. See package.h for the columns.
 */
#ifndef APP_PACKAGE_ROWS_H
#define APP_PACKAGE_ROWS_H

#include "app/things.h"
#include "model/observation.h"

void package_put_int(struct buf *b, int64_t n, bool last);
/* 0 and "still current" are written as nothing. */
void package_put_some(struct buf *b, int64_t n, bool last);

void package_put_noun(struct buf *b, struct arena *a, const struct things *t, enum noun n,
                      const struct noun_row *row);

struct package_observation {
	struct observation_row row;
	struct str             area, group;     /* as they are written */
};

struct package_observation package_observation_of(struct arena *a, const struct things *t,
                                                  const struct observation_row *row);
/* By the bytes of their keys. */
void            package_observations_sort(struct package_observation *at, size_t n);
/* False: it is damaged, and nothing was written. */
MUST_CHECK bool package_put_observation(struct buf *b, struct str indicator,
                                        const struct package_observation *o);

#endif
