/* Read as a stream: a file of a country's areas is larger than its tree should be. */
#include "document/geojson.h"
#include "document/json_walk.h"

#define MICRO      6                    /* decimals of a micro-degree */

/* What a bracket is, by the key that it stands behind. */
enum role { ROLE_ROOT, ROLE_FEATURES, ROLE_FEATURE, ROLE_GEOMETRIES, ROLE_GEOMETRY,
            ROLE_COORDINATES, ROLE_PROPERTIES, ROLE_OTHER };

enum type { TYPE_NONE, TYPE_POLYGON, TYPE_OTHER, TYPE_COLLECTION, TYPE_FEATURE, TYPE_FEATURES };

struct bracket {
	enum role  role;
	enum type  type;
	size_t     rings, points;       /* how many there were when it began */
	size_t     numbers, positions;  /* COORDINATES: directly within */
};

struct ring_span {
	size_t from, len;
};

struct reading {
	struct arena        *a;
	struct json_walk     walk;
	struct bracket       bracket[JSON_WALK_DEPTH_MAX];      /* beside the frames of the walk */
	struct geo_point    *point;
	struct ring_span    *ring;
	struct geo_area     *area;
	struct geo_property *property;          /* of the area that is being read */
	size_t               points, rings, areas, properties;
	size_t               points_cap, rings_cap, areas_cap, properties_cap;
	size_t               area_rings;        /* rings that areas have already */
	struct str           id;
	int32_t              number[2];
};

static int
refuse(struct reading *r, struct str why)
{
	return json_refuse(&r->walk, why);
}

static struct bracket *
top(struct reading *r)
{
	return &r->bracket[r->walk.depth - 1];
}

/* The key that the next value stands behind. */
static bool
is_key(const struct reading *r, const char *key)
{
	return json_is_key(&r->walk.frame[r->walk.depth - 1], key);
}

/* ---- numbers ---- */

/* The digits of a JSON number as a whole, and how many of them are decimals; what
 * is beyond any precision of a map is cut off. The exponent is left in `*rest`. */
static bool
read_digits(struct str s, int64_t *digits, int64_t *decimals, struct str *rest)
{
	bool   point = false;
	size_t i;

	*digits = *decimals = 0;
	for (i = 0; i < s.len && s.at[i] != 'e' && s.at[i] != 'E'; i++) {
		if (s.at[i] == '.') {
			point = true;
		} else if (*digits < (int64_t)1000000000000000) {
			*digits = *digits * 10 + (s.at[i] - '0');
			*decimals += point;
		} else if (!point) {
			return false;
		}
	}
	*rest = str_slice(s, i + 1, s.len);
	return true;
}

/* Rounded half up. False: no degrees of any globe. */
static bool
shift_digits(int64_t v, int64_t places, int64_t *ret)
{
	if (places < -30 || places > 30)
		return false;
	for (; places > 0; places--)
		if (__builtin_mul_overflow(v, 10, &v))
			return false;
	for (; places < 0; places++)
		v = places == -1 ? (v + 5) / 10 : v / 10;
	*ret = v;
	return v <= 180000000;
}

/* "12.5683", "-1.2e1" in micro-degrees. */
static bool
read_degrees(struct str s, int32_t *ret)
{
	bool       minus = str_starts(s, STR("-"));
	int64_t    v, decimals, exponent = 0;
	struct str rest;

	if (!read_digits(str_slice(s, minus, s.len), &v, &decimals, &rest))
		return false;
	if (str_starts(rest, STR("+")))
		rest = str_slice(rest, 1, rest.len);
	if (rest.len > 0 && (!str_int(rest, &exponent) || exponent > 60 || exponent < -60))
		return false;
	if (!shift_digits(v, exponent + MICRO - decimals, &v))
		return false;
	*ret = (int32_t)(minus ? -v : v);
	return true;
}

static int
on_coordinate(struct reading *r, struct str text)
{
	struct bracket *f = top(r);

	if (f->numbers < 2 && !read_degrees(text, &r->number[f->numbers]))
		return refuse(r, STR("a coordinate lies outside the globe: degrees of WGS 84 are read"));
	if (f->numbers == 1 && (r->number[1] > 90000000 || r->number[1] < -90000000))
		return refuse(r, STR("a latitude is beyond a pole: longitude comes first"));
	f->numbers++;
	return 1;
}

/* ---- coordinates ---- */

static int
add_point(struct reading *r)
{
	if (r->points == GEOJSON_POINTS_MAX)
		return refuse(r, STR("has too many points"));
	ARENA_GROW(r->a, r->point, r->points, &r->points_cap);
	r->point[r->points++] = (struct geo_point){ r->number[0], r->number[1] };
	return 1;
}

/* A list of positions ends: a ring, if its geometry turns out to be a polygon. */
static void
end_positions(struct reading *r, const struct bracket *f)
{
	ARENA_GROW(r->a, r->ring, r->rings, &r->rings_cap);
	r->ring[r->rings++] = (struct ring_span){ f->points, r->points - f->points };
}

static int
end_coordinates(struct reading *r, const struct bracket *f)
{
	if (f->numbers > 0 && f->positions > 0)
		return refuse(r, STR("mixes numbers and lists in its coordinates"));
	if (f->positions > 0)
		end_positions(r, f);
	if (f->numbers == 0)
		return 1;
	if (f->numbers == 1)
		return refuse(r, STR("a position has one coordinate"));
	if (top(r)->role == ROLE_COORDINATES)
		top(r)->positions++;
	return add_point(r);
}

/* ---- geometries ---- */

static enum type
type_of(struct str s)
{
	static const struct {
		struct str name;
		enum type  type;
	} types[] = {
		{ STR_INIT("Polygon"), TYPE_POLYGON }, { STR_INIT("MultiPolygon"), TYPE_POLYGON },
		{ STR_INIT("GeometryCollection"), TYPE_COLLECTION },
		{ STR_INIT("Feature"), TYPE_FEATURE }, { STR_INIT("FeatureCollection"), TYPE_FEATURES },
		{ STR_INIT("Point"), TYPE_OTHER }, { STR_INIT("MultiPoint"), TYPE_OTHER },
		{ STR_INIT("LineString"), TYPE_OTHER }, { STR_INIT("MultiLineString"), TYPE_OTHER },
	};

	for (size_t i = 0; i < COUNT_OF(types); i++)
		if (str_eq(types[i].name, s))
			return types[i].type;
	return TYPE_NONE;
}

/* The last position of a ring repeats the first. */
static bool
close_ring(const struct reading *r, struct ring_span *s)
{
	const struct geo_point *p = r->point + s->from;

	if (p[0].lon == p[s->len - 1].lon && p[0].lat == p[s->len - 1].lat)
		s->len--;
	return s->len >= 3;
}

/* What was read as rings is that in a polygon only; other shapes are passed by. */
static int
end_geometry(struct reading *r, const struct bracket *f)
{
	if (f->type == TYPE_COLLECTION)
		return 1;
	if (f->type != TYPE_POLYGON) {
		r->rings = f->rings > r->area_rings ? f->rings : r->area_rings;
		return 1;
	}
	for (size_t i = f->rings; i < r->rings; i++)
		if (!close_ring(r, &r->ring[i]))
			return refuse(r, STR("a ring has fewer than four positions"));
	return 1;
}

/* ---- areas ---- */

static void
add_property(struct reading *r, struct str key, struct str text)
{
	struct geo_property p = { key, str_dup(r->a, text) };

	if (text.at == NULL)
		return;                 /* "\u0000" */
	ARENA_GROW(r->a, r->property, r->properties, &r->properties_cap);
	r->property[r->properties++] = p;
}

static int
end_area(struct reading *r)
{
	struct geo_area area = { 0 };

	if (r->areas == GEOJSON_AREAS_MAX)
		return refuse(r, STR("has too many areas"));
	if (r->id.len > 0)
		add_property(r, STR("id"), r->id);
	area.property = r->property;
	area.properties = r->properties;
	area.shape.len = r->rings - r->area_rings;      /* pointers come when all is read */
	r->area_rings = r->rings;
	r->property = NULL;
	r->properties = r->properties_cap = 0;
	r->id = STR_NONE;
	ARENA_GROW(r->a, r->area, r->areas, &r->areas_cap);
	r->area[r->areas++] = area;
	return 1;
}

static int
end_root(struct reading *r, const struct bracket *f)
{
	switch (f->type) {
	case TYPE_NONE:
		return refuse(r, STR("is no GeoJSON: it has no type"));
	case TYPE_FEATURES:
		return 1;
	case TYPE_FEATURE:
		return end_area(r);
	case TYPE_POLYGON:
	case TYPE_OTHER:
	case TYPE_COLLECTION:
		break;
	}
	return end_geometry(r, f) && end_area(r);
}

/* ---- the stream ---- */

static enum role
role_of_map(struct reading *r)
{
	enum role within = r->walk.depth > 0 ? top(r)->role : ROLE_OTHER;

	if (r->walk.depth == 0)
		return ROLE_ROOT;
	if (within == ROLE_FEATURES)
		return ROLE_FEATURE;
	if (within == ROLE_GEOMETRIES)
		return ROLE_GEOMETRY;
	if (within != ROLE_ROOT && within != ROLE_FEATURE)
		return ROLE_OTHER;
	if (is_key(r, "geometry"))
		return ROLE_GEOMETRY;
	return is_key(r, "properties") ? ROLE_PROPERTIES : ROLE_OTHER;
}

static enum role
role_of_array(struct reading *r)
{
	enum role within = top(r)->role;

	if (within == ROLE_COORDINATES)
		return ROLE_COORDINATES;
	if (within == ROLE_ROOT && is_key(r, "features"))
		return ROLE_FEATURES;
	if (within != ROLE_ROOT && within != ROLE_GEOMETRY)
		return ROLE_OTHER;
	if (is_key(r, "geometries"))
		return ROLE_GEOMETRIES;
	return is_key(r, "coordinates") ? ROLE_COORDINATES : ROLE_OTHER;
}

static int
on_open(void *user, bool array)
{
	struct reading *r = user;

	if (array && r->walk.depth == 0)
		return refuse(r, STR("is no GeoJSON: it has no type"));
	if (!array && r->walk.depth > 0 && top(r)->role == ROLE_COORDINATES)
		return refuse(r, STR("a coordinate is no number"));
	r->bracket[r->walk.depth] = (struct bracket){
		.role = array ? role_of_array(r) : role_of_map(r),
		.rings = r->rings, .points = r->points,
	};
	return 1;
}

static int
on_close(void *user, bool array)
{
	struct reading       *r = user;
	const struct bracket *f = &r->bracket[r->walk.depth];

	(void)array;
	switch (f->role) {
	case ROLE_ROOT:
		return end_root(r, f);
	case ROLE_FEATURE:
		return end_area(r);
	case ROLE_GEOMETRY:
		return end_geometry(r, f);
	case ROLE_COORDINATES:
		return end_coordinates(r, f);
	case ROLE_FEATURES:
	case ROLE_GEOMETRIES:
	case ROLE_PROPERTIES:
	case ROLE_OTHER:
		break;
	}
	return 1;
}

/* Does the text stand under "crs", as files from before RFC 7946 have it? */
static bool
is_in_crs(const struct reading *r)
{
	for (size_t i = 0; i + 1 < r->walk.depth; i++)
		if (r->bracket[i].role != ROLE_OTHER && r->bracket[i].role != ROLE_PROPERTIES &&
		    json_is_key(&r->walk.frame[i], "crs"))
			return true;
	return false;
}

/* Longitude and latitude in WGS 84 by any of its names; nothing else is read. */
static int
on_crs(struct reading *r, struct str text)
{
	static const struct str ours[] = {
		STR_INIT("urn:ogc:def:crs:OGC:1.3:CRS84"), STR_INIT("urn:ogc:def:crs:OGC::CRS84"),
		STR_INIT("OGC:CRS84"), STR_INIT("EPSG:4326"), STR_INIT("urn:ogc:def:crs:EPSG::4326"),
	};

	if (!is_key(r, "name") && !is_key(r, "href"))
		return 1;
	for (size_t i = 0; i < COUNT_OF(ours); i++)
		if (str_eq(ours[i], text))
			return 1;
	if (text.len == 0)
		text = STR("unknown");
	return refuse(r, arena_printf(r->a, "its coordinates are in the system “" STR_FMT
	    "”, not in WGS 84", STR_ARG(str_slice(text, 0, 60))));
}

static int
on_text(struct reading *r, struct str text)
{
	struct bracket *f = top(r);

	if (is_in_crs(r))
		return on_crs(r, text);
	if (f->role == ROLE_PROPERTIES)
		add_property(r, r->walk.frame[r->walk.depth - 1].key, text);
	else if (is_key(r, "type") && f->role != ROLE_OTHER)
		f->type = type_of(text);
	else if (is_key(r, "id") && (f->role == ROLE_FEATURE || f->role == ROLE_ROOT))
		r->id = str_dup(r->a, text);
	return 1;
}

static int
on_scalar(void *user, enum json_kind kind, struct str text)
{
	struct reading *r = user;

	if (r->walk.depth == 0)
		return refuse(r, STR("is no GeoJSON: it has no type"));
	if (top(r)->role == ROLE_COORDINATES)
		return kind == JSON_NUMBER ? on_coordinate(r, text)
		    : refuse(r, STR("a coordinate is no number"));
	switch (kind) {
	case JSON_TEXT:
	case JSON_NUMBER:
		return on_text(r, text);
	case JSON_TRUE:
		return on_text(r, STR("true"));
	case JSON_FALSE:
		return on_text(r, STR("false"));
	case JSON_NULL:
		break;
	}
	return 1;
}

/* ---- the whole ---- */

/* Points and rings moved while they grew: now they stand still. */
static struct geo_areas
finish(struct reading *r)
{
	struct geo_ring *ring = ARENA_ARRAY(r->a, struct geo_ring, r->rings + 1);
	size_t           at = 0;

	for (size_t i = 0; i < r->rings; i++)
		ring[i] = (struct geo_ring){ r->point + r->ring[i].from, r->ring[i].len };
	for (size_t i = 0; i < r->areas; i++) {
		r->area[i].shape.at = ring + at;
		at += r->area[i].shape.len;
	}
	return (struct geo_areas){ r->area, r->areas };
}

bool
geojson_read(struct arena *a, struct str name, struct str text, struct diags *d,
             struct geo_areas *ret)
{
	struct reading *r = ARENA_NEW(a, struct reading);

	r->a = a;
	r->walk = (struct json_walk){ .a = a, .user = r, .scalar = on_scalar, .open = on_open,
	                              .close = on_close };
	if (!json_walk(&r->walk, text))
		return diag_error(d, name, r->walk.line, r->walk.why,
		    STR("export the areas as GeoJSON in WGS 84"));
	*ret = finish(r);
	return true;
}
