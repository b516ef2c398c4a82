/* Areas as tiles, where the register puts them (AREA_tile_x, AREA_tile_y). */
#include "view/chart_classes.h"
#include "view/chart_plot.h"

#define GAP CPX(4)

struct tile {
	size_t column, row;
};

struct tiles {
	struct tile *at;
	size_t       columns, rows;
};

/* Tiles with a place stand there; the others follow below, line by line. */
static struct tiles
arrange(const struct chart_out *o, const struct chart_map *c)
{
	struct tiles t = { ARENA_ARRAY(o->a, struct tile, c->len + 1), 0, 0 };
	size_t       loose = 0, top;

	for (size_t i = 0; i < c->len; i++) {
		if (!c->at[i].placed)
			continue;
		t.at[i] = (struct tile){ c->at[i].column, c->at[i].row };
		t.columns = t.columns > t.at[i].column ? t.columns : t.at[i].column + 1;
		t.rows = t.rows > t.at[i].row ? t.rows : t.at[i].row + 1;
	}
	while (t.columns < 4 && t.columns * t.columns < c->len)
		t.columns++;
	t.columns = t.columns > 0 ? t.columns : 1;
	top = t.rows;
	for (size_t i = 0; i < c->len; i++) {
		if (c->at[i].placed)
			continue;
		t.at[i] = (struct tile){ loose % t.columns, top + loose / t.columns };
		t.rows = t.at[i].row + 1;
		loose++;
	}
	return t;
}

static void
tile_words(const struct chart_out *o, const struct chart_area *r, cpx x, cpx y, cpx side)
{
	struct chart_words name = r->name, text = { chart_area_text(o, r), STR_NONE };
	size_t             most = (size_t)((side - CPX(12)) / CPX(CHART_LEAD));
	struct chart_lines l, says;
	cpx                at;

	if (r->short_name.len > 0)
		name.text = r->short_name;
	says = chart_wrap(o->a, text.text, CHART_FONT + 1, side - CPX(4), most > 3 ? 2 : 1);
	most -= says.len;
	l = chart_wrap(o->a, name.text, CHART_FONT, side - CPX(6), most < 3 ? most : 3);
	at = y + (side - CPX(CHART_LEAD) * (cpx)(l.len + says.len)) / 2 + CPX(13);
	for (size_t i = 0; i < l.len; i++, at += CPX(CHART_LEAD))
		chart_text(o, x + side / 2, at, CHART_MIDDLE, "ch-halo",
		    (struct chart_words){ l.line[i], name.lang });
	for (size_t i = 0; i < says.len; i++, at += CPX(CHART_LEAD))
		chart_text(o, x + side / 2, at, CHART_MIDDLE,
		    r->state == CHART_VALUE ? "ch-halo ch-strong" : "ch-halo",
		    (struct chart_words){ says.line[i], text.lang });
}

static void
draw_tile(const struct chart_out *o, const struct chart_map *c, const struct chart_classes *s,
          size_t i, cpx x, cpx y, cpx side)
{
	const struct chart_area *r = &c->at[i];

	chart_area_open(o, c, r);
	chart_rect(o->b, x, y, side - GAP, side - GAP);
	chart_fill(o, s->keys, s->of[i]);
	HTML(o->b, ">");
	chart_area_title(o, c, r);
	HTML(o->b, "</rect>");
	chart_area_close(o, r);
}

static cpx
left_of(const struct tiles *t, size_t i, cpx side)
{
	return CPX(2) + side * (cpx)t->at[i].column;
}

/* As large as the width allows, but no larger than words need. */
static cpx
side_of(const struct chart_out *o, size_t columns)
{
	cpx side = (chart_width_of(o->width) - CPX(4)) / (cpx)columns;
	cpx most = o->width == CHART_WIDE ? CPX(124) : CPX(118);

	if (side > most)
		side = most;
	return side < CPX(56) ? CPX(56) : side;
}

void
chart_tiles(const struct chart_out *o, const struct chart_map *c)
{
	struct chart_classes *s = chart_classes_of(o, c);
	struct tiles          t = arrange(o, c);
	struct chart_size     size = { chart_width_of(o->width), 0 };
	cpx                   top = chart_head_room(o, &c->head) + chart_keys_height(o, s->keys);
	cpx                   side = side_of(o, t.columns);

	if (side * (cpx)t.columns + CPX(4) > size.width)
		size.width = side * (cpx)t.columns + CPX(4);
	size.height = top + side * (cpx)t.rows + CPX(4) + chart_foot_room(o, &c->head);
	chart_open(o, &c->head, "ch-tiles", size, chart_areas_linked(c));
	chart_patterns(o, s->keys);
	chart_keys_draw(o, s->keys, chart_head_room(o, &c->head));
	HTML(o->b, "<g class=\"ch-areas\">\n");
	for (size_t i = 0; i < c->len; i++)
		draw_tile(o, c, s, i, left_of(&t, i, side), top + side * (cpx)t.at[i].row, side);
	/* Beside the links, whose names say it in one piece. */
	HTML(o->b, "</g><g class=\"ch-names\">\n");
	for (size_t i = 0; i < c->len; i++)
		tile_words(o, &c->at[i], left_of(&t, i, side), top + side * (cpx)t.at[i].row,
		    side - GAP);
	HTML(o->b, "</g>\n");
	chart_close(o);
}
