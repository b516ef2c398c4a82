/* Areas as a table, and the figure with both. */
#include "view/chart_cell.h"
#include "view/chart_map.h"

void
chart_map_figure(struct page *p, const struct chart_map *c)
{
	struct chart_out wide_out = chart_on_page(p, CHART_WIDE);
	struct chart_out narrow = chart_on_page(p, CHART_NARROW);

	chart_figure_open(&wide_out, &c->head, "chart-map");
	chart_map(&wide_out, c);
	chart_map(&narrow, c);
	chart_details_open(&wide_out);
	chart_map_table(p, c);
	chart_details_close(&wide_out);
	chart_figure_close(&wide_out);
}

void
chart_map_table(struct page *p, const struct chart_map *c)
{
	struct chart_out o = chart_on_page(p, CHART_WIDE);

	chart_table_open(&o, &c->head);
	HTML(p->b, "<thead><tr><th scope=\"col\">");
	html_text(p->b, c->rows.len > 0 ? c->rows : say(&p->lang, "Area"));
	HTML(p->b, "</th><th scope=\"col\" class=\"number\">");
	html_text(p->b, c->head.unit.len > 0 ? c->head.unit : say(&p->lang, "Figure"));
	HTML(p->b, "</th></tr></thead>\n<tbody>\n");
	for (size_t i = 0; i < c->len; i++) {
		const struct chart_area *r = &c->at[i];

		HTML(p->b, "<tr>");
		chart_row_head(&o, &r->name, r->href);
		chart_cell(&o, r->state, r->value, r->text, r->note);
		HTML(p->b, "</tr>\n");
	}
	HTML(p->b, "</tbody>\n");
	chart_table_close(&o);
}
