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

struct nest {                           /* how the rings of a shape lie in each other */
	const struct geo_shape *s;
	struct geo_box         *box;
	wide                   *area;
	size_t                 *depth, *parent;         /* SIZE_MAX: none */
};

static bool
may_hold(const struct geo_box *b, struct geo_point p)
{
	return p.lon >= b->west && p.lon <= b->east && p.lat >= b->south && p.lat <= b->north;
}

/* How many other rings hold it, and the least of them. */
static void
find_depth(struct nest *n, size_t ring)
{
	struct geo_point p = n->s->at[ring].at[0];

	n->parent[ring] = SIZE_MAX;
	for (size_t i = 0; i < n->s->len; i++) {
		if (i == ring || !may_hold(&n->box[i], p) || !ring_holds(&n->s->at[i], p))
			continue;
		n->depth[ring]++;
		if (n->parent[ring] == SIZE_MAX || n->area[i] < n->area[n->parent[ring]])
			n->parent[ring] = i;
	}
}

static struct nest
nest_of(struct arena *a, const struct geo_shape *s)
{
	struct nest n = {
		s, ARENA_ARRAY(a, struct geo_box, s->len + 1), ARENA_ARRAY(a, wide, s->len + 1),
		ARENA_ARRAY(a, size_t, s->len + 1), ARENA_ARRAY(a, size_t, s->len + 1),
	};

	for (size_t i = 0; i < s->len; i++) {
		struct geo_shape        one = { &s->at[i], 1 };
		const struct geo_shape *at = &one;

		n.area[i] = signed_area(&s->at[i]);
		n.area[i] = n.area[i] < 0 ? -n.area[i] : n.area[i];
		if (!geo_box_of(&at, 1, &n.box[i]))
			n.box[i] = (struct geo_box){ 0 };
	}
	for (size_t i = 0; i < s->len; i++)
		find_depth(&n, i);
	return n;
}

/* Rings that cross each other nest in no order: such a one stands alone. */
static bool
is_hole(const struct nest *n, size_t ring)
{
	return n->depth[ring] % 2 != 0 && n->depth[n->parent[ring]] == n->depth[ring] - 1;
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
	struct nest  n = nest_of(&scratch, s);
	size_t       outer = 0;

	BUF_LIT(b, "{\"type\":\"MultiPolygon\",\"coordinates\":[");
	for (size_t i = 0; i < s->len; i++) {
		if (is_hole(&n, i))
			continue;
		buf_put(b, outer++ > 0 ? STR(",[") : STR("["));
		put_ring(b, &s->at[i], true);
		for (size_t k = 0; k < s->len; k++) {
			if (n.parent[k] != i || !is_hole(&n, k))
				continue;
			BUF_LIT(b, ",");
			put_ring(b, &s->at[k], false);
		}
		BUF_LIT(b, "]");
	}
	BUF_LIT(b, "]}");
	arena_free(&scratch);
}
