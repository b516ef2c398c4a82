/* Read as a stream: a file of a country's areas is larger than its tree should be. */
#include <yajl/yajl_parse.h>
#include "base/utf8.h"
#include "document/geojson.h"

#define DEPTH_MAX  64
#define MICRO      6                    /* decimals of a micro-degree */

/* What a bracket is, by the key that it stands behind. */
enum role { ROLE_ROOT, ROLE_FEATURES, ROLE_FEATURE, ROLE_GEOMETRIES, ROLE_GEOMETRY,
            ROLE_COORDINATES, ROLE_PROPERTIES, ROLE_OTHER };

enum type { TYPE_NONE, TYPE_POLYGON, TYPE_OTHER, TYPE_COLLECTION, TYPE_FEATURE, TYPE_FEATURES };

struct frame {
	enum role  role;
	struct str key;                 /* the last one */
	enum type  type;
	size_t     rings, points;       /* how many there were when it began */
	size_t     numbers, positions;  /* COORDINATES: directly within */
};

struct ring_span {
	size_t from, len;
};

struct reading {
	struct arena        *a;
	struct frame         frame[DEPTH_MAX];
	size_t               depth;
	struct geo_point    *point;
	struct ring_span    *ring;
	struct geo_area     *area;
	struct geo_property *property;          /* of the area that is being read */
	size_t               points, rings, areas, properties;
	size_t               points_cap, rings_cap, areas_cap, properties_cap;
	size_t               area_rings;        /* rings that areas have already */
	struct str           id;
	int32_t              number[2];
	struct str           why;               /* it is refused */
};

static int
refuse(struct reading *r, struct str why)
{
	r->why = why;
	return 0;
}

static struct frame *
top(struct reading *r)
{
	return &r->frame[r->depth - 1];
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
	struct frame *f = top(r);

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
end_positions(struct reading *r, const struct frame *f)
{
	ARENA_GROW(r->a, r->ring, r->rings, &r->rings_cap);
	r->ring[r->rings++] = (struct ring_span){ f->points, r->points - f->points };
}

static int
end_coordinates(struct reading *r)
{
	struct frame f = *top(r);

	r->depth--;
	if (f.numbers > 0 && f.positions > 0)
		return refuse(r, STR("mixes numbers and lists in its coordinates"));
	if (f.positions > 0)
		end_positions(r, &f);
	if (f.numbers == 0)
		return 1;
	if (f.numbers == 1)
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
end_geometry(struct reading *r, const struct frame *f)
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

	if (utf8_check(text) != SIZE_MAX)
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
end_root(struct reading *r, const struct frame *f)
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

static bool
is_key(const struct frame *f, struct str key)
{
	return str_eq(f->key, key);
}

static enum role
role_of_map(struct reading *r)
{
	const struct frame *f = r->depth > 0 ? top(r) : NULL;

	if (f == NULL)
		return ROLE_ROOT;
	if (f->role == ROLE_FEATURES)
		return ROLE_FEATURE;
	if (f->role == ROLE_GEOMETRIES)
		return ROLE_GEOMETRY;
	if (f->role != ROLE_ROOT && f->role != ROLE_FEATURE)
		return ROLE_OTHER;
	if (is_key(f, STR("geometry")))
		return ROLE_GEOMETRY;
	return is_key(f, STR("properties")) ? ROLE_PROPERTIES : ROLE_OTHER;
}

static enum role
role_of_array(struct reading *r)
{
	const struct frame *f = top(r);

	if (f->role == ROLE_COORDINATES)
		return ROLE_COORDINATES;
	if (f->role == ROLE_ROOT && is_key(f, STR("features")))
		return ROLE_FEATURES;
	if (f->role != ROLE_ROOT && f->role != ROLE_GEOMETRY)
		return ROLE_OTHER;
	if (is_key(f, STR("geometries")))
		return ROLE_GEOMETRIES;
	return is_key(f, STR("coordinates")) ? ROLE_COORDINATES : ROLE_OTHER;
}

static int
begin(struct reading *r, enum role role)
{
	if (r->depth == DEPTH_MAX)
		return refuse(r, STR("is nested too deeply"));
	r->frame[r->depth++] = (struct frame){ .role = role, .rings = r->rings, .points = r->points };
	return 1;
}

static int
on_map(void *at)
{
	struct reading *r = at;

	if (r->depth > 0 && top(r)->role == ROLE_COORDINATES)
		return refuse(r, STR("a coordinate is no number"));
	return begin(r, role_of_map(r));
}

static int
on_array(void *at)
{
	struct reading *r = at;

	if (r->depth == 0)
		return refuse(r, STR("is no GeoJSON: it has no type"));
	return begin(r, role_of_array(r));
}

static int
on_key(void *at, const unsigned char *text, size_t len)
{
	struct reading *r = at;
	struct str      key = { (const char *)text, len };

	top(r)->key = utf8_check(key) == SIZE_MAX ? str_dup(r->a, key) : STR_NONE;
	return 1;
}

static int
on_map_end(void *at)
{
	struct reading *r = at;
	struct frame    f = *top(r);

	r->depth--;
	switch (f.role) {
	case ROLE_ROOT:
		return end_root(r, &f);
	case ROLE_FEATURE:
		return end_area(r);
	case ROLE_GEOMETRY:
		return end_geometry(r, &f);
	case ROLE_FEATURES:
	case ROLE_GEOMETRIES:
	case ROLE_COORDINATES:
	case ROLE_PROPERTIES:
	case ROLE_OTHER:
		break;
	}
	return 1;
}

static int
on_array_end(void *at)
{
	struct reading *r = at;

	if (top(r)->role == ROLE_COORDINATES)
		return end_coordinates(r);
	r->depth--;
	return 1;
}

/* Does the text stand under "crs", as files from before RFC 7946 have it? */
static bool
is_in_crs(const struct reading *r)
{
	for (size_t i = 0; i + 1 < r->depth; i++)
		if (r->frame[i].role != ROLE_OTHER && r->frame[i].role != ROLE_PROPERTIES &&
		    is_key(&r->frame[i], STR("crs")))
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

	if (!is_key(top(r), STR("name")) && !is_key(top(r), STR("href")))
		return 1;
	for (size_t i = 0; i < COUNT_OF(ours); i++)
		if (str_eq(ours[i], text))
			return 1;
	if (utf8_check(text) != SIZE_MAX)
		text = STR("unknown");
	return refuse(r, arena_printf(r->a, "its coordinates are in the system “" STR_FMT
	    "”, not in WGS 84", STR_ARG(str_slice(text, 0, 60))));
}

static int
on_text(struct reading *r, struct str text)
{
	struct frame *f = r->depth > 0 ? top(r) : NULL;

	if (f == NULL)
		return refuse(r, STR("is no GeoJSON: it has no type"));
	if (is_in_crs(r))
		return on_crs(r, text);
	if (f->role == ROLE_COORDINATES)
		return refuse(r, STR("a coordinate is no number"));
	if (f->role == ROLE_PROPERTIES)
		add_property(r, f->key, text);
	else if (is_key(f, STR("type")) && f->role != ROLE_OTHER)
		f->type = type_of(text);
	else if (is_key(f, STR("id")) && (f->role == ROLE_FEATURE || f->role == ROLE_ROOT))
		r->id = str_dup(r->a, text);
	return 1;
}

static int
on_string(void *at, const unsigned char *text, size_t len)
{
	return on_text(at, (struct str){ (const char *)text, len });
}

static int
on_number(void *at, const char *text, size_t len)
{
	struct reading *r = at;
	struct str      s = { text, len };

	if (r->depth > 0 && top(r)->role == ROLE_COORDINATES)
		return on_coordinate(r, s);
	return on_text(r, s);
}

static int
on_boolean(void *at, int value)
{
	return on_text(at, value ? STR("true") : STR("false"));
}

static int
on_null(void *at)
{
	struct reading *r = at;

	if (r->depth > 0 && top(r)->role == ROLE_COORDINATES)
		return refuse(r, STR("a coordinate is no number"));
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

static size_t
line_of(struct str text, size_t at)
{
	size_t line = 1;

	for (size_t i = 0; i < at && i < text.len; i++)
		line += text.at[i] == '\n';
	return line;
}

static bool
parse(struct reading *r, struct str text, size_t *at)
{
	static const yajl_callbacks on = {
		.yajl_null = on_null, .yajl_boolean = on_boolean, .yajl_number = on_number,
		.yajl_string = on_string, .yajl_start_map = on_map, .yajl_map_key = on_key,
		.yajl_end_map = on_map_end, .yajl_start_array = on_array, .yajl_end_array = on_array_end,
	};
	yajl_handle h = yajl_alloc(&on, NULL, r);
	bool        ok;

	if (h == NULL)
		return refuse(r, STR("there is no memory to read it")) == 1;
	ok = yajl_parse(h, (const unsigned char *)text.at, text.len) == yajl_status_ok;
	*at = ok ? text.len : yajl_get_bytes_consumed(h);
	ok = ok && yajl_complete_parse(h) == yajl_status_ok;
	yajl_free(h);
	if (!ok && r->why.len == 0)
		refuse(r, STR("is no JSON"));
	return ok && r->why.len == 0;
}

bool
geojson_read(struct arena *a, struct str name, struct str text, struct diags *d,
             struct geo_areas *ret)
{
	static const struct str hint = STR_INIT("export the areas as GeoJSON in WGS 84");
	struct reading         *r = ARENA_NEW(a, struct reading);
	size_t                  at = 0;

	r->a = a;
	if (text.len == 0 || utf8_check(text) != SIZE_MAX)
		return diag_error(d, name, 0, STR("is not valid UTF-8"), hint);
	if (!parse(r, text, &at))
		return diag_error(d, name, line_of(text, at), r->why, hint);
	*ret = finish(r);
	return true;
}
