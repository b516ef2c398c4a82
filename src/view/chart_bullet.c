#include "view/chart_bar.h"
#include "view/chart_cell.h"

void
chart_bullet(const struct chart_out *o, const struct chart_bullet *c)
{
	struct chart_size size = { chart_width_of(o->width), CPX(90) };

	chart_open(o, &c->head, "ch-bullet", size, false);
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
