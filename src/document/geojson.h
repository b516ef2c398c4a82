/* geojson.h - areas from a GeoJSON file (RFC 7946).
 *
 * A FeatureCollection, a Feature, or a bare geometry. Polygons, MultiPolygons and
 * GeometryCollections of them are taken; points, lines and null geometries give an
 * area without rings. Coordinates are read digit by digit into micro-degrees; a
 * third one (height) is passed by. Refused with a diag: no JSON, nested too
 * deeply, a coordinate outside the globe (such as metres of UTM, for which the file
 * must be converted first), a "crs" that names another system than WGS 84, a ring of fewer than four positions, more than
 * GEOJSON_POINTS_MAX points.
 */
#ifndef DOCUMENT_GEOJSON_H
#define DOCUMENT_GEOJSON_H

#include "base/diag.h"
#include "base/geo.h"

#define GEOJSON_POINTS_MAX 1000000
#define GEOJSON_AREAS_MAX  10000

MUST_CHECK bool geojson_read(struct arena *a, struct str name, struct str text,
                             struct diags *d, struct geo_areas *ret);

/* Does it begin as a file of areas does, by its first bytes? */
bool geojson_is(struct str text);

/* A shape as a geometry: a MultiPolygon with six decimals, outer rings counterclockwise,
 * each with the holes that lie in it, clockwise. Reading it gives the same rings. */
void geojson_write(struct buf *b, const struct geo_shape *shape);

#endif
