#include "view/chart_cell.h"

void
chart_table_open(const struct chart_out *o, const struct chart_head *h)
{
	HTML(o->b, "<div class=\"table--responsive-scroll\" tabindex=\"0\">\n"
	    "<table class=\"table chart-table\">\n<caption");
	chart_lang(o, &h->title);
	HTML(o->b, ">");
	html_text(o->b, h->title.text);
	if (h->unit.len > 0) {
		HTML(o->b, " <span class=\"ch-range\">(");
		html_text(o->b, h->unit);
		HTML(o->b, ")</span>");
	}
	HTML(o->b, "</caption>\n");
}

void
chart_table_close(const struct chart_out *o)
{
	HTML(o->b, "</table>\n</div>\n");
}

void
chart_absent(const struct chart_out *o, enum chart_state state, struct str note)
{
	struct str word = say(o->lang, state == CHART_WITHHELD ? N_("withheld") : N_("missing"));

	HTML(o->b, "<span class=\"ch-absent\">");
	html_text(o->b, note.len > 0 ? note : word);
	HTML(o->b, "</span>");
}

void
chart_remark(const struct chart_out *o, struct str note)
{
	HTML(o->b, " <span class=\"ch-range\">(");
	html_text(o->b, note);
	HTML(o->b, ")</span>");
}

void
chart_cell(const struct chart_out *o, enum chart_state state, struct number value,
           struct str text, struct str note)
{
	HTML(o->b, "<td class=\"number\">");
	switch (state) {
	case CHART_MISSING:
	case CHART_WITHHELD:
		chart_absent(o, state, note);
		break;
	case CHART_RANGE:
		html_text(o->b, text);
		break;
	case CHART_VALUE:
		html_text(o->b, chart_value_text(o, value, text));
		break;
	}
	if (state >= CHART_RANGE && note.len > 0)
		chart_remark(o, note);
	HTML(o->b, "</td>");
}

void
chart_row_head(const struct chart_out *o, const struct chart_words *name, struct str href)
{
	HTML(o->b, "<th scope=\"row\"");
	chart_lang(o, name);
	HTML(o->b, ">");
	if (href.len > 0) {
		HTML(o->b, "<a");
		html_attr(o->b, "href", href);
		HTML(o->b, ">");
	}
	html_text(o->b, name->text);
	if (href.len > 0)
		HTML(o->b, "</a>");
	HTML(o->b, "</th>");
}

void
chart_details_open(const struct chart_out *o)
{
	HTML(o->b, "<details class=\"chart-data\">\n<summary>");
	html_say(o->b, o->lang, "The figures as a table");
	HTML(o->b, "</summary>\n");
}

void
chart_details_close(const struct chart_out *o)
{
	HTML(o->b, "</details>\n");
}

void
chart_figure_open(const struct chart_out *o, const struct chart_head *h, const char *kind)
{
	HTML(o->b, "<figure");
	html_attr(o->b, "id", h->id);
	buf_putf(o->b, " class=\"chart-figure %s\">\n<figcaption", kind);
	chart_lang(o, &h->title);
	HTML(o->b, ">");
	html_text(o->b, h->title.text);
	HTML(o->b, "</figcaption>\n");
}

void
chart_figure_close(const struct chart_out *o)
{
	HTML(o->b, "</figure>\n");
}
