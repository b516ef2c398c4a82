#include "view/chart_plot.h"

#define WIDTH  CPX(120)
#define HEIGHT CPX(32)
#define MARGIN CPX(5)

/* Named as a whole: within a table, the sentence is worth more than the title. */
static void
open_spark(const struct chart_out *o, const struct chart_head *h)
{
	HTML(o->b, "<svg class=\"chart ch-spark\" viewBox=\"0 0 120 32\" width=\"120\" height=\"32\""
	    " role=\"img\"");
	if (o->form == CHART_FILE)
		HTML(o->b, " xmlns=\"http://www.w3.org/2000/svg\"");
	html_attr(o->b, "aria-label", h->description.len > 0 ? h->description : h->title.text);
	HTML(o->b, ">");
	if (o->form == CHART_FILE) {
		HTML(o->b, "<style>");
		buf_put(o->b, chart_style());
		HTML(o->b, "</style>");
	}
}

/* To a tenth: a page may hold a hundred of these, and nobody sees more. */
static cpx
tenths(cpx at)
{
	return (at + 5) / 10 * 10;
}

/* A minus parts figures as well as a blank does. */
static void
put_step(struct buf *b, cpx by)
{
	if (by >= 0)
		buf_char(b, ' ');
	chart_coordinate(b, by);
}

/* Each point as steps from the one before, which are short. */
static void
spark_line(const struct plot *p, const struct chart_series *s)
{
	struct buf *b = p->o->b;
	bool        on = false;
	cpx         x = 0, y = 0;

	HTML(b, "<path class=\"ch-line\" d=\"");
	for (size_t k = 0; k < s->len; k++) {
		cpx was_x = x, was_y = y;

		if (s->at[k].state != CHART_VALUE) {
			on = false;
			continue;
		}
		x = tenths(plot_x(p, s->at[k].day));
		y = tenths(plot_y(p, s->at[k].value));
		on = on && !s->at[k].breaks;
		buf_char(b, on ? 'l' : 'M');
		chart_coordinate(b, on ? x - was_x : x);
		put_step(b, on ? y - was_y : y);
		on = true;
	}
	HTML(b, "\"/>");
}

static void
spark_target(const struct plot *p)
{
	cpx y;

	if (p->c->targets == 0)
		return;
	y = plot_y(p, p->c->target[p->c->targets - 1].value);
	HTML(p->o->b, "<path class=\"ch-goal ch-level\" d=\"M0");
	put_step(p->o->b, tenths(y));
	HTML(p->o->b, "H120\"/>");
}

static const struct chart_point *
last_value(const struct chart_series *s)
{
	for (size_t k = s->len; k-- > 0;)
		if (s->at[k].state == CHART_VALUE)
			return &s->at[k];
	return NULL;
}

void
chart_spark(const struct chart_out *o, const struct chart *c)
{
	struct chart              one = *c;
	struct plot               p = { o, &one, { 0 }, MARGIN, MARGIN, WIDTH - MARGIN, HEIGHT - MARGIN };
	const struct chart_point *last;

	one.len = c->len > 0 ? 1 : 0;
	one.target = c->targets > 0 ? &c->target[c->targets - 1] : NULL;
	one.targets = c->targets > 0 ? 1 : 0;
	open_spark(o, &c->head);
	p.scale = chart_scale_of(&one, 1, 8);
	last = one.len > 0 ? last_value(&c->series[0]) : NULL;
	if (last != NULL) {
		spark_target(&p);
		HTML(o->b, "<g class=\"ch-own\">");
		spark_line(&p, &c->series[0]);
		HTML(o->b, "<circle class=\"ch-dot\"");
		chart_attr(o->b, "cx", plot_x(&p, last->day));
		chart_attr(o->b, "cy", plot_y(&p, last->value));
		chart_attr(o->b, "r", CPX(4));
		HTML(o->b, "/></g>");
	}
	HTML(o->b, "</svg>");
}
