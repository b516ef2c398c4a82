/* import_shapes.h - the outlines of areas from a GeoJSON file into the register.
 *
 * A feature is matched to an area by a property that holds the area's key, else its
 * title (in any case). What matches no area, or two, is a problem that names the
 * feature; so are two features of one area. A file of which nothing matches changes
 * nothing. An area keeps its newest outline; the ones before are its history.
 */
#ifndef APP_IMPORT_SHAPES_H
#define APP_IMPORT_SHAPES_H

#include "app/snapshot.h"
#include "base/diag.h"
#include "base/geo.h"

struct shape_match {
	const struct geo_area *feature;
	int64_t                area;
	struct str             name;    /* as the file has it */
};

struct shapes_found {
	struct shape_match *at;
	size_t              len;
	size_t              unknown;    /* features of no area: warnings */
};

/* `sn` holds AREA. Warnings for what is left out; false with a diag: two of one area, or
 * nothing at all. */
MUST_CHECK bool shapes_match(struct arena *a, const struct snapshot *sn, struct str file,
                             const struct geo_areas *areas, struct diags *d,
                             struct shapes_found *ret);

/* Into the change, inside a transaction; what was the outline before is closed. `sn`
 * holds SHAPE too. False: a problem in the store. */
MUST_CHECK bool shapes_keep(struct arena *a, struct store *s, struct things *t,
                            const struct snapshot *sn, int64_t change,
                            const struct shapes_found *found);

#endif
