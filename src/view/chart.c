#include "view/chart_cell.h"
#include "view/chart_multiples.h"

void
chart_figure(struct page *p, const struct chart *c)
{
	struct chart_out wide_out = chart_on_page(p, CHART_WIDE);
	struct chart_out narrow = chart_on_page(p, CHART_NARROW);

	chart_figure_open(&wide_out, &c->head, "chart-lines");
	chart_line(&wide_out, c);
	chart_line(&narrow, c);
	chart_details_open(&wide_out);
	chart_table(p, c);
	chart_details_close(&wide_out);
	chart_figure_close(&wide_out);
}

void
chart_multiples(struct page *p, const struct chart *at, size_t n)
{
	struct chart_out   o = chart_on_page(p, CHART_PANEL);
	struct chart_scale scale = chart_scale_panels(at, n);

	HTML(p->b, "<div class=\"chart-grid\">\n");
	for (size_t i = 0; i < n; i++) {
		chart_figure_open(&o, &at[i].head, "chart-panel");
		chart_line_on(&o, &at[i], &scale);
		chart_figure_close(&o);
	}
	HTML(p->b, "</div>\n");
	chart_details_open(&o);
	for (size_t i = 0; i < n; i++)
		chart_table(p, &at[i]);
	chart_details_close(&o);
}
