/* Douglas and Peucker's outline, kept the same on both sides of a border: a point
 * weighs what it weighs in the ring where it matters most, and all points of that
 * place are kept or dropped together. */
#include <stdlib.h>
#include "base/geo.h"

__extension__ typedef __int128 square;

/* Distances looked at before splitting by the middle instead: bounds the time for
 * outlines that were made to be slow. */
#define WORK_MAX 40000000

struct weighed {
	struct geo_point at;
	uint64_t         weight;        /* squared distance in micro-degrees of latitude */
	size_t           index;
};

struct span {
	size_t   from, to;
	uint64_t most;                  /* what a point within can weigh */
};

struct outline {
	const struct geo_point *at;
	struct weighed         *weighed;
	size_t                  len;
	int64_t                 squeeze;        /* of longitudes, in millionths */
	struct span            *stack;
	size_t                  depth;
	uint64_t               *work;
};

/* ---- distances ---- */

/* Of `p` from the line between `a` and `b`, squared. */
static uint64_t
distance(const struct outline *o, struct geo_point p, struct geo_point a, struct geo_point b)
{
	int64_t px = ((int64_t)p.lon - a.lon) * o->squeeze / 1000000, py = (int64_t)p.lat - a.lat;
	int64_t bx = ((int64_t)b.lon - a.lon) * o->squeeze / 1000000, by = (int64_t)b.lat - a.lat;
	int64_t length = bx * bx + by * by, along = px * bx + py * by;
	int64_t across = px * by - py * bx;     /* all of them under 2^58 */

	if (along <= 0)
		return (uint64_t)(px * px + py * py);
	if (along >= length)
		return (uint64_t)((px - bx) * (px - bx) + (py - by) * (py - by));
	return (uint64_t)((square)across * across / length);
}

static size_t
farthest(const struct outline *o, struct span s, uint64_t *ret)
{
	struct geo_point a = o->at[s.from], b = o->at[s.to % o->len];
	size_t           best = s.from + 1;

	*ret = 0;
	for (size_t i = s.from + 1; i < s.to; i++) {
		uint64_t d = distance(o, o->at[i], a, b);

		if (d > *ret) {
			*ret = d;
			best = i;
		}
	}
	*o->work += s.to - s.from;
	return best;
}

/* ---- weights ---- */

static void
push(struct outline *o, size_t from, size_t to, uint64_t most)
{
	if (to - from >= 2)
		o->stack[o->depth++] = (struct span){ from, to, most };
}

static void
weigh_ring(struct outline *o)
{
	uint64_t         d;
	size_t           far;

	far = farthest(o, (struct span){ 0, o->len, 0 }, &d);
	o->weighed[0].weight = o->weighed[far].weight = UINT64_MAX;
	push(o, 0, far, UINT64_MAX);
	push(o, far, o->len, UINT64_MAX);
	while (o->depth > 0) {
		struct span s = o->stack[--o->depth];
		size_t      at;

		if (*o->work < WORK_MAX) {
			at = farthest(o, s, &d);
		} else {
			at = s.from + (s.to - s.from) / 2;
			d = distance(o, o->at[at], o->at[s.from], o->at[s.to % o->len]);
		}
		d = d < s.most ? d : s.most;
		o->weighed[at].weight = d;
		push(o, s.from, at, d);
		push(o, at, s.to, d);
	}
}

static int
place_cmp(const void *a, const void *b)
{
	const struct weighed *x = a, *y = b;

	if (x->at.lon != y->at.lon)
		return x->at.lon < y->at.lon ? -1 : 1;
	return (x->at.lat > y->at.lat) - (x->at.lat < y->at.lat);
}

static int
weight_cmp(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return (*x < *y) - (*x > *y);
}

/* One place, one weight: into `weight` by the points' own order. */
static void
share_weights(struct weighed *w, size_t n, uint64_t *weight)
{
	size_t end;

	qsort(w, n, sizeof *w, place_cmp);
	for (size_t i = 0; i < n; i = end) {
		uint64_t most = 0;

		for (end = i; end < n && place_cmp(&w[i], &w[end]) == 0; end++)
			most = w[end].weight > most ? w[end].weight : most;
		for (size_t k = i; k < end; k++)
			weight[w[k].index] = most;
	}
}

/* ---- the drawing ---- */

static struct geo_ring
lighter(struct arena *a, struct geo_ring ring, const uint64_t *weight, uint64_t least)
{
	struct geo_ring r = { ARENA_ARRAY(a, struct geo_point, ring.len), 0 };

	for (size_t i = 0; i < ring.len; i++)
		if (weight[i] >= least)
			r.at[r.len++] = ring.at[i];
	return r;
}

/* What the third heaviest point of a ring weighs. */
static uint64_t
third_weight(struct arena *a, const uint64_t *weight, size_t n)
{
	uint64_t *w = ARENA_ARRAY(a, uint64_t, n);

	for (size_t i = 0; i < n; i++)
		w[i] = weight[i];
	qsort(w, n, sizeof *w, weight_cmp);
	return w[2];
}

static struct geo_shape
lighter_shape(struct arena *a, struct geo_shape s, const uint64_t *weight, uint64_t least)
{
	struct geo_shape ret = { ARENA_ARRAY(a, struct geo_ring, s.len), 0 };
	size_t           first = 0, largest = 0, at = 0;

	for (size_t i = 0; i < s.len; at += s.at[i++].len) {
		struct geo_ring r = lighter(a, s.at[i], weight + at, least);

		if (r.len >= 3)
			ret.at[ret.len++] = r;
		if (s.at[i].len > s.at[largest].len) {
			largest = i;
			first = at;
		}
	}
	if (ret.len == 0 && s.len > 0)
		ret.at[ret.len++] = lighter(a, s.at[largest], weight + first,
		    third_weight(a, weight + first, s.at[largest].len));
	return ret;
}

static size_t
count_points(struct geo_areas areas, int64_t *mean_lat)
{
	size_t  n = 0;
	int64_t sum = 0;

	for (size_t i = 0; i < areas.len; i++)
		for (size_t r = 0; r < areas.at[i].shape.len; r++)
			for (size_t k = 0; k < areas.at[i].shape.at[r].len; k++, n++)
				sum += areas.at[i].shape.at[r].at[k].lat;
	*mean_lat = n > 0 ? sum / (int64_t)n : 0;
	return n;
}

static void
weigh_all(struct arena *a, struct geo_areas areas, struct weighed *w, size_t n, int64_t mean_lat)
{
	struct span *stack = ARENA_ARRAY(a, struct span, n + 2);
	uint64_t     work = 0;
	size_t       at = 0;

	for (size_t i = 0; i < areas.len; i++)
		for (size_t r = 0; r < areas.at[i].shape.len; r++) {
			struct geo_ring ring = areas.at[i].shape.at[r];
			struct outline  o = { ring.at, w + at, ring.len, geo_cos(mean_lat), stack, 0, &work };

			for (size_t k = 0; k < ring.len; k++)
				w[at + k] = (struct weighed){ ring.at[k], 0, at + k };
			if (ring.len >= 3)
				weigh_ring(&o);
			at += ring.len;
		}
}

static size_t
shape_points(struct geo_shape s)
{
	size_t n = 0;

	for (size_t r = 0; r < s.len; r++)
		n += s.at[r].len;
	return n;
}

struct geo_areas
geo_simplify(struct arena *a, struct geo_areas areas, size_t points)
{
	int64_t          mean_lat;
	size_t           n = count_points(areas, &mean_lat), at = 0;
	struct weighed  *w = ARENA_ARRAY(a, struct weighed, n + 1);
	uint64_t        *weight = ARENA_ARRAY(a, uint64_t, n + 1), *order;
	struct geo_areas ret = { ARENA_ARRAY(a, struct geo_area, areas.len + 1), areas.len };

	if (points >= n || points == 0)
		return areas;
	weigh_all(a, areas, w, n, mean_lat);
	share_weights(w, n, weight);
	order = ARENA_ARRAY(a, uint64_t, n);
	for (size_t i = 0; i < n; i++)
		order[i] = weight[i];
	qsort(order, n, sizeof *order, weight_cmp);
	for (size_t i = 0; i < areas.len; i++) {
		ret.at[i] = areas.at[i];
		ret.at[i].shape = lighter_shape(a, areas.at[i].shape, weight + at, order[points - 1]);
		at += shape_points(areas.at[i].shape);
	}
	return ret;
}
