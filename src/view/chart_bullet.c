/* One bar: how far it has come from its baseline, and how far it has to go. */
#include "view/chart_bar.h"
#include "view/chart_cell.h"
#include "view/chart_keys.h"
#include "view/chart_plot.h"

#define BAND CPX(26)
#define BAR  CPX(12)

struct bullet {
	const struct chart_out *o;
	wide                    lo, hi;
	cpx                     left, right, top;
};

static cpx
bullet_x(const struct bullet *p, struct number n)
{
	return p->left + (cpx)((chart_ninths(n) - p->lo) * (p->right - p->left) / (p->hi - p->lo));
}

/* The bar starts at zero, so zero is in it; a bar of one value is not nothing. */
static bool
cover(struct bullet *p, const struct chart_bullet *c)
{
	const struct chart_mark *all[] = { &c->latest, &c->baseline, &c->required, &c->target };
	bool                     any = false;

	for (size_t i = 0; i < COUNT_OF(all); i++) {
		wide v = chart_ninths(all[i]->value);

		if (!all[i]->has)
			continue;
		p->lo = v < p->lo ? v : p->lo;
		p->hi = v > p->hi ? v : p->hi;
		any = true;
	}
	p->hi = p->hi > p->lo ? p->hi : p->lo + 1;
	return any;
}

static void
put_path(const struct bullet *p, const char *class_name, cpx x, cpx y, const char *rest)
{
	HTML(p->o->b, "<path");
	chart_class(p->o->b, class_name);
	HTML(p->o->b, " d=\"M");
	chart_coordinate(p->o->b, x);
	HTML(p->o->b, " ");
	chart_coordinate(p->o->b, y);
	buf_put(p->o->b, str_from(rest));
	HTML(p->o->b, "\"/>");
}

static void
bar(const struct bullet *p, const struct chart_bullet *c)
{
	cpx zero = bullet_x(p, NUMBER_ZERO), x = bullet_x(p, c->latest.value);
	cpx y = p->top + (BAND - BAR) / 2;

	chart_rect(p->o->b, p->left, p->top, p->right - p->left, BAND);
	HTML(p->o->b, " class=\"ch-track\"/>");
	if (!c->latest.has)
		return;
	chart_rect(p->o->b, x < zero ? x : zero, y, x < zero ? zero - x : x - zero, BAR);
	HTML(p->o->b, " class=\"ch-bar ch-own\"/>");
}

static void
marks(const struct bullet *p, const struct chart_bullet *c)
{
	HTML(p->o->b, "<g class=\"ch-goal\">");
	if (c->baseline.has) {
		put_path(p, "ch-under", bullet_x(p, c->baseline.value), p->top, "v26");
		put_path(p, "ch-from", bullet_x(p, c->baseline.value), p->top - CPX(2), "v30");
	}
	if (c->required.has)
		put_path(p, "ch-asof", bullet_x(p, c->required.value), p->top + CPX(1), "l-6-9h12z");
	if (c->target.has)
		put_path(p, "ch-to", bullet_x(p, c->target.value), p->top - CPX(4), "v34");
	HTML(p->o->b, "</g>");
}

/* Each mark in its own shape, with its words: the key of the drawing. */
static void
row(const struct bullet *p, const struct chart_mark *m, const char *class_name,
    const char *shape, cpx *y)
{
	struct chart_words w = { STR_NONE, STR_NONE };

	if (!m->has)
		return;
	HTML(p->o->b, "<g class=\"ch-goal\">");
	put_path(p, class_name, CPX(12), *y + CPX(2), shape);
	HTML(p->o->b, "</g>");
	w.text = chart_wrap(p->o->a, chart_value_text(p->o, m->value, m->label), CHART_FONT,
	    chart_width_of(p->o->width) - CPX(32), 1).line[0];
	chart_text(p->o, CPX(28), *y + CPX(14), CHART_START, NULL, w);
	HTML(p->o->b, "\n");
	*y += CPX(22);
}

static cpx
rows_height(const struct chart_bullet *c)
{
	return CPX(22) * (c->latest.has + c->baseline.has + c->required.has + c->target.has);
}

void
chart_bullet(const struct chart_out *o, const struct chart_bullet *c)
{
	struct bullet     p = { .o = o };
	struct chart      none = { .head = c->head };
	struct chart_size size = { chart_width_of(o->width), 0 };
	cpx               y;

	if (!cover(&p, c)) {
		chart_line(o, &none);
		return;
	}
	p.left = CPX(8);
	p.right = size.width - CPX(8);
	p.top = chart_head_room(o, &c->head) + CPX(14);
	y = p.top + BAND + CPX(14);
	size.height = y + rows_height(c) + CPX(4) + chart_foot_room(o, &c->head);
	chart_open(o, &c->head, "ch-bullet", size, false);
	bar(&p, c);
	marks(&p, c);
	row(&p, &c->latest, "ch-bar ch-own", "m-6 2h12v10h-12z", &y);
	row(&p, &c->baseline, "ch-from", "v14", &y);
	row(&p, &c->required, "ch-asof", "m0 12l-6-9h12z", &y);
	row(&p, &c->target, "ch-to", "v15", &y);
	chart_close(o);
}

void
chart_bullet_figure(struct page *p, const struct chart_bullet *c)
{
	struct chart_out wide_out = chart_on_page(p, CHART_WIDE);
	struct chart_out narrow = chart_on_page(p, CHART_NARROW);

	chart_figure_open(&wide_out, &c->head, "chart-bullet");
	chart_bullet(&wide_out, c);
	chart_bullet(&narrow, c);
	chart_figure_close(&wide_out);
}
