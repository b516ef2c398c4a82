#include "view/chart_bar.h"
#include "view/chart_cell.h"

void
chart_bars(const struct chart_out *o, const struct chart_bars *c)
{
	struct chart_size size = { chart_width_of(o->width), CPX(300) };

	chart_open(o, &c->head, "ch-bars", size, false);
	chart_close(o);
}

void
chart_bars_figure(struct page *p, const struct chart_bars *c)
{
	struct chart_out wide_out = chart_on_page(p, CHART_WIDE);
	struct chart_out narrow = chart_on_page(p, CHART_NARROW);

	chart_figure_open(&wide_out, &c->head, "chart-bars");
	chart_bars(&wide_out, c);
	chart_bars(&narrow, c);
	chart_details_open(&wide_out);
	chart_bars_table(p, c);
	chart_details_close(&wide_out);
	chart_figure_close(&wide_out);
}
