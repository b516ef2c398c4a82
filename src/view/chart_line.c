/* The line chart: how much room each part takes, then its layers. */
#include "view/chart_multiples.h"
#include "view/chart_plot.h"

#define INSET CPX(8)

struct layout {
	cpx plot_height, gutter, top;
	int64_t ticks;
};

static struct layout
layout_of(enum chart_width w)
{
	switch (w) {
	case CHART_WIDE:
		return (struct layout){ CPX(280), CPX(190), CPX(36), 5 };
	case CHART_NARROW:
		return (struct layout){ CPX(230), CPX(118), CPX(36), 4 };
	case CHART_PANEL:
		break;
	}
	return (struct layout){ CPX(92), CPX(12), CPX(22), 3 };
}

static void
nothing(const struct chart_out *o, const struct chart *c)
{
	cpx                top = chart_head_room(o, &c->head);
	struct chart_size  size = { chart_width_of(o->width),
	                            top + CPX(60) + chart_foot_room(o, &c->head) };
	struct chart_lines l = chart_wrap(o->a, say(o->lang, "There are no figures to draw yet."),
	                                  CHART_FONT, size.width - CPX(8), 3);

	chart_open(o, &c->head, "ch-none", size, false);
	for (size_t i = 0; i < l.len; i++)
		chart_text(o, CPX(4), top + CPX(20) + (cpx)i * CPX(CHART_LEAD), CHART_START, "ch-quiet",
		    (struct chart_words){ l.line[i], STR_NONE });
	chart_close(o);
}

/* A panel says its last figure at its last point. */
static void
panel_figure(const struct plot *p)
{
	const struct chart_point *last = p->c->len > 0 ? plot_last(&p->c->series[0]) : NULL;
	struct chart_words        text = { STR_NONE, STR_NONE };
	cpx                       y;

	if (last == NULL || last->state != CHART_VALUE)
		return;
	text.text = chart_value_text(p->o, last->value, last->text);
	y = plot_y(p, last->value);
	chart_text(p->o, p->right + INSET, y < p->top + CPX(24) ? y + CPX(20) : y - CPX(10),
	    CHART_END, "ch-halo ch-strong", text);
}

static void
layers(struct plot *p, struct plot_labels *labels)
{
	plot_axes(p);
	plot_breaks(p);
	plot_targets(p);
	plot_lines(p);
	if (labels == NULL)
		panel_figure(p);
	else
		plot_labels_draw(p, labels);
}

void
chart_line_on(const struct chart_out *o, const struct chart *c, const struct chart_scale *scale)
{
	struct layout       room = layout_of(o->width);
	struct plot         p = { o, c, *scale, 0, 0, 0, 0 };
	struct plot_labels *labels = NULL;
	struct chart_size   size = { chart_width_of(o->width), 0 };
	cpx                 names = 0, foot;

	if (scale->empty) {
		nothing(o, c);
		return;
	}
	if (o->width != CHART_PANEL) {
		labels = plot_labels_new(o, c, room.gutter - CPX(20));
		names = plot_labels_height(labels) - CPX(20);
	}
	if (names > room.plot_height)
		room.plot_height = names;
	p.top = room.top + chart_head_room(o, &c->head);
	p.bottom = p.top + room.plot_height;
	p.left = plot_axis_width(&p) + INSET;
	p.right = size.width - room.gutter;
	foot = p.bottom + plot_time_height(&p);
	size.height = foot + plot_notes_height(c) + chart_foot_room(o, &c->head);
	chart_open(o, &c->head, "ch-lines", size, false);
	layers(&p, labels);
	plot_notes(&p, foot);
	chart_close(o);
}

void
chart_line(const struct chart_out *o, const struct chart *c)
{
	struct chart_scale scale = chart_scale_of(c, 1, layout_of(o->width).ticks);

	chart_line_on(o, c, &scale);
}

struct chart_scale
chart_scale_panels(const struct chart *at, size_t n)
{
	return chart_scale_of(at, n, layout_of(CHART_PANEL).ticks);
}
