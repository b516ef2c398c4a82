/* shapes.h - where the areas lie: their outlines, as they are kept and as they are drawn.
 *
 * Kept as GeoJSON geometries in WGS 84 with six decimals, as the file gave them; drawn
 * with as many points as a map of a page can show. An area has one shape, the newest.
 */
#ifndef APP_SHAPES_H
#define APP_SHAPES_H

#include "app/snapshot.h"
#include "base/geo.h"

#define SHAPES_POINTS 2500              /* of all areas of a map together */

/* Is it polygons, as geojson_write() writes them? */
bool shape_is_drawable(struct str geometry);

/* The newest shape of an area, or NULL. */
const struct noun_row *shape_of(const struct snapshot *sn, int64_t area);

/* For drawing: one for each of the areas, simplified together, so that neighbours
 * still meet; NULL where there is none. In `a`. */
const struct geo_shape **shapes_drawn(struct arena *a, const struct snapshot *sn,
                                      const int64_t *area, size_t n);

#endif
