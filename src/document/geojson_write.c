/* A shape as a geometry of GeoJSON: which rings are holes, and in which. */
#include "document/geojson.h"
#include "base/arena.h"

bool
geojson_is(struct str text)
{
	struct str head = str_trim(str_slice(text, 0, 4096));

	if (str_starts(head, STR("\xEF\xBB\xBF")))
		head = str_trim(str_slice(head, 3, head.len));
	return str_starts(head, STR("{")) && str_find(head, STR("\"type\""), 0) != SIZE_MAX &&
	    (str_find(head, STR("\"FeatureCollection\""), 0) != SIZE_MAX ||
	     str_find(head, STR("\"Feature\""), 0) != SIZE_MAX);
}

__extension__ typedef __int128 wide;

/* Twice the area, positive when it goes counterclockwise. */
static wide
signed_area(const struct geo_ring *r)
{
	wide sum = 0;

	for (size_t i = 0; i < r->len; i++) {
		struct geo_point p = r->at[i], q = r->at[(i + 1) % r->len];

		sum += (wide)p.lon * q.lat - (wide)q.lon * p.lat;
	}
	return sum;
}

/* Does a line from `p` to the east cross the ring an odd number of times? */
static bool
ring_holds(const struct geo_ring *r, struct geo_point p)
{
	bool in = false;

	for (size_t i = 0; i < r->len; i++) {
		struct geo_point a = r->at[i], b = r->at[(i + 1) % r->len];
		wide             across;

		if ((a.lat > p.lat) == (b.lat > p.lat))
			continue;
		across = (wide)(b.lon - (int64_t)a.lon) * (p.lat - (int64_t)a.lat) -
		    (wide)(p.lon - (int64_t)a.lon) * (b.lat - (int64_t)a.lat);
		if ((across > 0) == (b.lat > a.lat))
			in = !in;
	}
	return in;
}

/* How many other rings hold it; `*parent` is the least of them. */
static size_t
depth_of(const struct geo_shape *s, size_t ring, size_t *parent)
{
	size_t depth = 0;
	wide   least = 0;

	*parent = SIZE_MAX;
	for (size_t i = 0; i < s->len; i++) {
		wide area;

		if (i == ring || !ring_holds(&s->at[i], s->at[ring].at[0]))
			continue;
		depth++;
		area = signed_area(&s->at[i]);
		area = area < 0 ? -area : area;
		if (*parent == SIZE_MAX || area < least) {
			*parent = i;
			least = area;
		}
	}
	return depth;
}

static void
put_degrees(struct buf *b, int32_t v)
{
	int32_t whole = v / 1000000, rest = v % 1000000;

	if (v < 0 && whole == 0)
		BUF_LIT(b, "-");
	buf_putf(b, "%d", (int)whole);
	if (rest == 0)
		return;
	buf_putf(b, ".%06d", (int)(rest < 0 ? -rest : rest));
	while (b->len > 0 && b->at[b->len - 1] == '0')
		b->len--;
}

static void
put_point(struct buf *b, struct geo_point p)
{
	BUF_LIT(b, "[");
	put_degrees(b, p.lon);
	BUF_LIT(b, ",");
	put_degrees(b, p.lat);
	BUF_LIT(b, "]");
}

/* From its first point on, in the direction that is asked for, and back to it. */
static void
put_ring(struct buf *b, const struct geo_ring *r, bool counterclockwise)
{
	bool forward = (signed_area(r) >= 0) == counterclockwise;

	BUF_LIT(b, "[");
	for (size_t i = 0; i < r->len; i++) {
		put_point(b, r->at[forward ? i : (r->len - i) % r->len]);
		BUF_LIT(b, ",");
	}
	put_point(b, r->at[0]);
	BUF_LIT(b, "]");
}

void
geojson_write(struct buf *b, const struct geo_shape *s)
{
	struct arena scratch = { 0 };
	size_t      *depth = ARENA_ARRAY(&scratch, size_t, s->len + 1);
	size_t      *parent = ARENA_ARRAY(&scratch, size_t, s->len + 1), n = 0;

	for (size_t i = 0; i < s->len; i++)
		depth[i] = depth_of(s, i, &parent[i]);
	BUF_LIT(b, "{\"type\":\"MultiPolygon\",\"coordinates\":[");
	for (size_t i = 0; i < s->len; i++) {
		if (depth[i] % 2 != 0)
			continue;
		buf_put(b, n++ > 0 ? STR(",[") : STR("["));
		put_ring(b, &s->at[i], true);
		for (size_t k = 0; k < s->len; k++) {
			if (depth[k] != depth[i] + 1 || parent[k] != i)
				continue;
			BUF_LIT(b, ",");
			put_ring(b, &s->at[k], false);
		}
		BUF_LIT(b, "]");
	}
	BUF_LIT(b, "]}");
	arena_free(&scratch);
}
