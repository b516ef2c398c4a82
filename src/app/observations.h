/* observations.h - one indicator's measurements as series, disclosure applied.
 *
 * The one place where small numbers are withheld, and their neighbours with them
 * (complements.h): whatever shows or sends a measurement reads it here. A share is
 * withheld with what it counts, for the same reason. (domain.md, 4, last line)
 */
#ifndef APP_OBSERVATIONS_H
#define APP_OBSERVATIONS_H

#include "app/snapshot.h"
#include "model/observation.h"

struct measured {
	struct observation_row *row;    /* by area, group, then as in a series */
	struct observation     *at;     /* beside `row` */
	size_t                  len;
};

/* What was known of `indicator` at the snapshot's change. Needs the nouns
 * INDICATOR, AREA and AUTHORITY in the snapshot. */
MUST_CHECK bool observations_load(struct arena *a, struct store *s, const struct snapshot *sn,
                                  int64_t indicator, struct measured *ret);

/* What is withheld for a neighbour's sake depends on areas beside it, so who reads one
 * area only is told. Lists of an indicator are sorted as its measurements are. */
struct neighbour {
	int64_t area, group, method;
	int32_t from, to;
};

struct neighbours {
	int64_t           indicator;
	struct neighbour *at;
	size_t            len, cap;
};

/* Those in `m`, into `ret`, which grows in `a` when it has not the room. */
void observations_neighbours(struct arena *a, const struct measured *m, struct neighbours *ret);

/* What was known of every indicator in one area (or comparator set), in one statement;
 * needs the same nouns. `withheld`: by indicator, all that are withheld so. */
struct measured_there {
	int64_t         indicator;
	struct measured m;              /* sorted by group, then as in a series */
};

MUST_CHECK bool observations_load_area(struct arena *a, struct store *s,
                                       const struct snapshot *sn, int64_t area,
                                       const struct neighbours *withheld, size_t lists,
                                       struct measured_there **ret, size_t *len);

/* Another city, or a set of cities: what is known of it was published by others. */
bool observations_is_elsewhere(const struct snapshot *sn, int64_t area);

/* The series of one area (or comparator set) and group (0: everybody). */
struct series observations_series(const struct measured *m, int64_t area, int64_t group);

/* Can a measurement of it be withheld at all? Only where persons are counted, here or in
 * what its share is counted from. What cannot may be read row by row. */
bool observations_withholds(const struct snapshot *sn, int64_t indicator);

/* The row at the cursor of `q`, whose columns are OBSERVATION_ALL. */
struct observation_row observation_row_of(struct store *s, enum stmt q);

enum unit observations_unit(const struct snapshot *sn, int64_t indicator);

#endif
