/* geo.h - shapes of areas on the ground: plain coordinates, no map and no name.
 *
 * Micro-degrees (10^-6 degree, about a decimetre) of longitude and latitude, WGS 84.
 * A shape is the union of its rings by the even-odd rule: a ring within a ring is a
 * hole. Rings are closed by themselves: the first point is not repeated.
 */
#ifndef BASE_GEO_H
#define BASE_GEO_H

#include "base/arena.h"

struct geo_point {
	int32_t lon, lat;               /* within +-180000000, +-90000000 */
};

struct geo_ring {
	struct geo_point *at;
	size_t            len;          /* 3 or more */
};

struct geo_shape {
	struct geo_ring *at;
	size_t           len;
};

struct geo_property {                   /* what a file says about an area */
	struct str key, text;           /* texts, numbers as written, "true", "false" */
};

struct geo_area {
	struct geo_shape     shape;
	struct geo_property *property;
	size_t               properties;
};

struct geo_areas {
	struct geo_area *at;
	size_t           len;
};

/* What a file says of `key`; empty when it says nothing. */
struct str geo_text(const struct geo_area *area, struct str key);

struct geo_box {
	int32_t west, south, east, north;
};

/* False: no points. */
MUST_CHECK bool geo_box_of(const struct geo_shape *const *shape, size_t n, struct geo_box *ret);

/* The cosine of an angle in micro-degrees, in millionths: right to 4 in 100,000. */
int64_t geo_cos(int64_t angle);

/* A drawing of `areas` with about `points` points in all, in `a`: the points that
 * matter most for their outlines (Douglas and Peucker). A border that two areas
 * share stays shared: no slivers between neighbours. Rings that become thinner
 * than a line are dropped, but never the last one of an area. */
struct geo_areas geo_simplify(struct arena *a, struct geo_areas areas, size_t points);

#endif
