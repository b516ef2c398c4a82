/* Bars as a table: rows as rows, parts as columns, groups as bodies. */
#include "view/chart_bar.h"
#include "view/chart_cell.h"

static bool
has_totals(const struct chart_bars *c)
{
	for (size_t g = 0; g < c->len; g++)
		for (size_t i = 0; i < c->group[g].len; i++)
			if (c->group[g].at[i].total.len > 0)
				return true;
	return false;
}

static void
part_head(const struct chart_out *o, const struct chart_bars *c, size_t i)
{
	HTML(o->b, "<th scope=\"col\" class=\"number\"");
	if (c->part != NULL) {
		chart_lang(o, &c->part[i]);
		HTML(o->b, ">");
		html_text(o->b, c->part[i].text);
	} else if (c->head.unit.len > 0) {
		HTML(o->b, ">");
		html_text(o->b, c->head.unit);
	} else {
		HTML(o->b, ">");
		html_say(o->b, o->lang, "Figure");
	}
	HTML(o->b, "</th>");
}

static void
heads(const struct chart_out *o, const struct chart_bars *c, bool totals)
{
	HTML(o->b, "<thead><tr><th scope=\"col\">");
	html_text(o->b, c->rows.len > 0 ? c->rows : say(o->lang, "Name"));
	HTML(o->b, "</th>");
	for (size_t i = 0; i < c->parts; i++)
		part_head(o, c, i);
	if (totals) {
		HTML(o->b, "<th scope=\"col\" class=\"number\">");
		html_say(o->b, o->lang, "In all");
		HTML(o->b, "</th>");
	}
	HTML(o->b, "</tr></thead>\n");
}

static void
bar_row(const struct chart_out *o, const struct chart_bars *c, const struct chart_bar *r,
        bool totals)
{
	buf_put(o->b, r->own ? STR("<tr class=\"ch-own-row\">") : STR("<tr>"));
	chart_row_head(o, &r->label, r->href);
	for (size_t i = 0; i < c->parts; i++)
		chart_cell(o, r->part[i].state, r->part[i].value, r->part[i].text, r->part[i].note);
	if (totals) {
		HTML(o->b, "<td class=\"number\">");
		html_text(o->b, r->total);
		HTML(o->b, "</td>");
	}
	HTML(o->b, "</tr>\n");
}

static void
group_head(const struct chart_out *o, const struct chart_bar_group *g, size_t columns)
{
	if (g->label.text.len == 0)
		return;
	HTML(o->b, "<tr><th scope=\"rowgroup\"");
	html_attr_int(o->b, "colspan", (int64_t)columns);
	chart_lang(o, &g->label);
	HTML(o->b, ">");
	html_text(o->b, g->label.text);
	HTML(o->b, "</th></tr>\n");
}

void
chart_bars_table(struct page *p, const struct chart_bars *c)
{
	struct chart_out o = chart_on_page(p, CHART_WIDE);
	bool             totals = has_totals(c);

	chart_table_open(&o, &c->head);
	heads(&o, c, totals);
	for (size_t g = 0; g < c->len; g++) {
		HTML(p->b, "<tbody>\n");
		group_head(&o, &c->group[g], 1 + c->parts + totals);
		for (size_t i = 0; i < c->group[g].len; i++)
			bar_row(&o, c, &c->group[g].at[i], totals);
		HTML(p->b, "</tbody>\n");
	}
	chart_table_close(&o);
}
