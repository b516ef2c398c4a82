/* The map: projected, drawn, and named where a name fits into its area. */
#include "view/chart_cell.h"
#include "view/chart_classes.h"
#include "view/chart_plot.h"

#define MARGIN CPX(4)
#define STEP   10                       /* drawn to a tenth of a unit */

struct map {
	const struct chart_out *o;
	const struct chart_map *c;
	struct geo_box          box;
	int64_t                 squeeze;        /* of longitudes, in millionths */
	wide                    num, den;       /* units of the drawing per micro-degree */
	cpx                     top, width, height;
};

/* ---- projection ---- */

static wide
width_of(const struct map *m, int32_t lon)
{
	return ((wide)lon - m->box.west) * m->squeeze / 1000000;
}

static cpx
map_x(const struct map *m, struct geo_point p)
{
	return MARGIN + (cpx)(width_of(m, p.lon) * m->num / m->den) / STEP * STEP;
}

static cpx
map_y(const struct map *m, struct geo_point p)
{
	return m->top + MARGIN +
	    (cpx)(((wide)m->box.north - p.lat) * m->num / m->den) / STEP * STEP;
}

static bool
has_shape(const struct chart_area *r)
{
	return r->shape != NULL && r->shape->len > 0;
}

/* False: there is nothing to project. */
static bool
project(struct map *m, cpx width, cpx height)
{
	const struct geo_shape **shape = ARENA_ARRAY(m->o->a, const struct geo_shape *, m->c->len + 1);
	size_t                   n = 0;
	wide                     across, down;

	for (size_t i = 0; i < m->c->len; i++)
		if (has_shape(&m->c->at[i]))
			shape[n++] = m->c->at[i].shape;
	if (!geo_box_of(shape, n, &m->box))
		return false;
	m->squeeze = geo_cos(((int64_t)m->box.south + m->box.north) / 2);
	across = width_of(m, m->box.east);
	down = (wide)m->box.north - m->box.south;
	m->num = across * height > down * width ? width : height;
	m->den = across * height > down * width ? across : down;
	m->den = m->den > 0 ? m->den : 1;
	m->width = (cpx)(across * m->num / m->den);
	m->height = (cpx)(down * m->num / m->den);
	return true;
}

/* ---- areas ---- */

static void
put_ring(const struct map *m, struct geo_ring ring)
{
	cpx x = map_x(m, ring.at[0]), y = map_y(m, ring.at[0]);

	HTML(m->o->b, "M");
	chart_coordinate(m->o->b, x);
	HTML(m->o->b, " ");
	chart_coordinate(m->o->b, y);
	for (size_t i = 1; i < ring.len; i++) {
		cpx nx = map_x(m, ring.at[i]), ny = map_y(m, ring.at[i]);

		if (nx == x && ny == y)
			continue;
		HTML(m->o->b, "l");
		chart_coordinate(m->o->b, nx - x);
		if (ny >= y)
			HTML(m->o->b, " ");     /* a minus parts them as well */
		chart_coordinate(m->o->b, ny - y);
		x = nx;
		y = ny;
	}
	HTML(m->o->b, "z");
}

static void
draw_area(const struct map *m, const struct chart_classes *s, size_t i)
{
	const struct chart_area *r = &m->c->at[i];

	if (!has_shape(r))
		return;
	chart_area_open(m->o, m->c, r);
	HTML(m->o->b, "<path");
	chart_fill(m->o, s->keys, s->of[i]);
	HTML(m->o->b, " fill-rule=\"evenodd\" d=\"");
	for (size_t k = 0; k < r->shape->len; k++)
		put_ring(m, r->shape->at[k]);
	HTML(m->o->b, "\">");
	chart_area_title(m->o, m->c, r);
	HTML(m->o->b, "</path>");
	chart_area_close(m->o, r);
}

/* ---- names ---- */

#define CROSSINGS_MAX 64

struct stretch {
	cpx from, to, y;
};

/* Where the outline crosses a line of latitude, from west to east. */
static size_t
crossings(const struct map *m, const struct geo_shape *s, int32_t lat, cpx *at)
{
	size_t n = 0;

	for (size_t r = 0; r < s->len; r++)
		for (size_t i = 0; i < s->at[r].len && n < CROSSINGS_MAX; i++) {
			struct geo_point a = s->at[r].at[i], b = s->at[r].at[(i + 1) % s->at[r].len];
			struct geo_point p = { 0, lat };
			size_t           k = n;
			cpx              x;

			if ((a.lat > lat) == (b.lat > lat))
				continue;
			p.lon = (int32_t)(a.lon + ((int64_t)b.lon - a.lon) * ((int64_t)lat - a.lat) /
			    ((int64_t)b.lat - a.lat));
			x = map_x(m, p);
			for (; k > 0 && at[k - 1] > x; k--)
				at[k] = at[k - 1];
			at[k] = x;
			n++;
		}
	return n;
}

/* The widest stretch inside an area, over some lines through it. */
static struct stretch
widest(const struct map *m, const struct geo_shape *s, struct geo_box box)
{
	static const int64_t twelfths[] = { 6, 5, 7, 4, 8 };    /* the middle first */
	struct stretch       best = { 0, 0, 0 };

	for (size_t i = 0; i < COUNT_OF(twelfths); i++) {
		int64_t high = (int64_t)box.north - box.south;
		int32_t lat = (int32_t)(box.south + high * twelfths[i] / 12);
		cpx     at[CROSSINGS_MAX];
		size_t  n = crossings(m, s, lat, at);

		for (size_t k = 0; k + 1 < n; k += 2)
			if (at[k + 1] - at[k] > best.to - best.from)
				best = (struct stretch){ at[k], at[k + 1],
				                         map_y(m, (struct geo_point){ 0, lat }) };
	}
	return best;
}

struct label {
	cpx from, to, top, bottom;
};

/* The labels drawn so far: none is written over another. */
struct labels {
	struct label *at;
	size_t        len;
	cpx           width;            /* of the drawing */
};

static bool
is_free(const struct labels *all, const struct label *l)
{
	if (l->from < 0 || l->to > all->width)
		return false;
	for (size_t i = 0; i < all->len; i++) {
		const struct label *o = &all->at[i];

		if (l->from < o->to && o->from < l->to && l->top < o->bottom && o->top < l->bottom)
			return false;
	}
	return true;
}

/* The name, else the short one: whole inside its area, or a little over its border
 * where `over`. Empty: neither. */
static struct chart_words
name_of(const struct chart_area *r, cpx room, bool over)
{
	struct chart_words name = r->name;

	room = over ? room + room / 3 : room - CPX(8);
	if (chart_text_width(name.text, CHART_FONT) > room)
		name.text = r->short_name;
	if (chart_text_width(name.text, CHART_FONT) > room)
		name.text = STR_NONE;
	return name;
}

/* False: there is no room for it. */
static bool
draw_name(const struct map *m, const struct chart_area *r, struct labels *all, bool over)
{
	const struct geo_shape *shape = r->shape;
	struct chart_words      name, value = { chart_area_text(m->o, r), STR_NONE };
	struct geo_box          box;
	struct stretch          in;
	struct label            l;
	cpx                     high, x, y, half;

	if (!has_shape(r) || !geo_box_of(&shape, 1, &box))
		return true;
	in = widest(m, shape, box);
	high = map_y(m, (struct geo_point){ 0, box.south }) - map_y(m, (struct geo_point){ 0, box.north });
	name = name_of(r, in.to - in.from, over);
	x = (in.from + in.to) / 2;
	y = in.y + CPX(5) - (high > CPX(56) ? CPX(8) : 0);
	half = chart_text_width(name.text, CHART_FONT) / 2;
	l = (struct label){ x - half, x + half, y - CPX(CHART_FONT),
	                    high > CPX(56) ? in.y + CPX(18) : y + CPX(4) };
	if (name.text.len == 0 || high < CPX(24) || !is_free(all, &l))
		return false;
	all->at[all->len++] = l;
	chart_text(m->o, x, y, CHART_MIDDLE, "ch-halo", name);
	if (high > CPX(56) && r->state == CHART_VALUE)
		chart_text(m->o, x, in.y + CPX(14), CHART_MIDDLE, "ch-halo ch-strong", value);
	return true;
}

/* Those that fit into their area first, then those that reach over its border. */
static void
draw_names(const struct map *m)
{
	struct labels all = { ARENA_ARRAY(m->o->a, struct label, m->c->len + 1), 0,
		chart_width_of(m->o->width) };
	bool         *done = ARENA_ARRAY(m->o->a, bool, m->c->len + 1);

	for (int over = 0; over < 2; over++)
		for (size_t i = 0; i < m->c->len; i++)
			done[i] = done[i] || draw_name(m, &m->c->at[i], &all, over != 0);
}

/* ---- the whole ---- */

void
chart_map(const struct chart_out *o, const struct chart_map *c)
{
	struct map            m = { .o = o, .c = c };
	struct chart_size     size = { chart_width_of(o->width), 0 };
	struct chart_classes *s = chart_classes_of(o, c);

	if (!project(&m, size.width - 2 * MARGIN, o->width == CHART_WIDE ? CPX(560) : CPX(420))) {
		chart_tiles(o, c);
		return;
	}
	m.top = chart_head_room(o, &c->head) + chart_keys_height(o, s->keys);
	size.height = m.top + m.height + 2 * MARGIN + chart_foot_room(o, &c->head);
	chart_open(o, &c->head, "ch-map", size, chart_areas_linked(c));
	chart_patterns(o, s->keys);
	chart_keys_draw(o, s->keys, chart_head_room(o, &c->head));
	HTML(o->b, "<g class=\"ch-areas\">\n");
	for (size_t i = 0; i < c->len; i++)
		draw_area(&m, s, i);
	HTML(o->b, "</g><g class=\"ch-names\">\n");
	draw_names(&m);
	HTML(o->b, "</g>\n");
	chart_close(o);
}
