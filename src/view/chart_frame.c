#include "base/embed.h"
#include "view/chart_draw.h"

EMBED(chart_sheet, "assets/pejl.css");

#define STYLE_BEGINS STR("/* charts: begin */")
#define STYLE_ENDS   STR("/* charts: end */")

#define TITLE_SIZE  18
#define SOURCE_SIZE 12

struct str
chart_style(void)
{
	struct str sheet = { chart_sheet, (size_t)(chart_sheet_end - chart_sheet) };
	size_t     from = str_find(sheet, STYLE_BEGINS, 0);
	size_t     to = str_find(sheet, STYLE_ENDS, 0);

	return str_slice(sheet, from, to);
}

cpx
chart_width_of(enum chart_width w)
{
	switch (w) {
	case CHART_WIDE:
		return CPX(720);
	case CHART_NARROW:
		return CPX(360);
	case CHART_PANEL:
		break;
	}
	return CPX(176);
}

static const char *
suffix_of(enum chart_width w)
{
	switch (w) {
	case CHART_WIDE:
		return "w";
	case CHART_NARROW:
		return "n";
	case CHART_PANEL:
		break;
	}
	return "p";
}

struct chart_out
chart_on_page(struct page *p, enum chart_width width)
{
	return (struct chart_out){ p->b, p->a, &p->lang, CHART_INLINE, width };
}

/* ` id="..."` or ` aria-...="..."`: the drawing's own id with `part` behind it. */
static void
attr_id(const struct chart_out *o, const char *attr, struct str id, const char *part)
{
	buf_putf(o->b, " %s=\"", attr);
	html_text(o->b, id);
	buf_putf(o->b, "-%s%s\"", suffix_of(o->width), part);
}

void
chart_lang(const struct chart_out *o, const struct chart_words *w)
{
	if (w->lang.len > 0 && !str_eq(w->lang, o->lang->code))
		html_attr(o->b, o->form == CHART_FILE ? "xml:lang" : "lang", w->lang);
}

static struct chart_lines
title_lines(const struct chart_out *o, const struct chart_head *h)
{
	return chart_wrap(o->a, h->title.text, TITLE_SIZE, chart_width_of(o->width) - CPX(8), 3);
}

static struct chart_lines
source_lines(const struct chart_out *o, const struct chart_head *h)
{
	return chart_wrap(o->a, h->source, SOURCE_SIZE, chart_width_of(o->width) - CPX(8), 3);
}

cpx
chart_head_room(const struct chart_out *o, const struct chart_head *h)
{
	if (o->form == CHART_INLINE)
		return 0;
	return CPX(8) + (cpx)title_lines(o, h).len * CPX(TITLE_SIZE + 4);
}

cpx
chart_foot_room(const struct chart_out *o, const struct chart_head *h)
{
	if (o->form == CHART_INLINE || h->source.len == 0)
		return 0;
	return CPX(8) + (cpx)source_lines(o, h).len * CPX(SOURCE_SIZE + 4);
}

static void
file_texts(const struct chart_out *o, const struct chart_head *h, cpx height)
{
	struct chart_lines title = title_lines(o, h), source = source_lines(o, h);
	cpx                y = height - chart_foot_room(o, h) + CPX(SOURCE_SIZE + 4);

	for (size_t i = 0; i < title.len; i++)
		chart_text(o, CPX(4), CPX(4 + TITLE_SIZE) + (cpx)i * CPX(TITLE_SIZE + 4),
		    CHART_START, "ch-title", (struct chart_words){ title.line[i], h->title.lang });
	for (size_t i = 0; h->source.len > 0 && i < source.len; i++)
		chart_text(o, CPX(4), y + (cpx)i * CPX(SOURCE_SIZE + 4), CHART_START, "ch-source",
		    (struct chart_words){ source.line[i], STR_NONE });
}

static void
file_head(const struct chart_out *o, struct chart_size size)
{
	HTML(o->b, " xmlns=\"http://www.w3.org/2000/svg\"");
	html_attr(o->b, "xml:lang", o->lang->code);
	chart_attr(o->b, "width", size.width);
	chart_attr(o->b, "height", size.height);
}

void
chart_open(const struct chart_out *o, const struct chart_head *h, const char *kind,
           struct chart_size size, bool links)
{
	HTML(o->b, "<svg");
	if (o->form == CHART_FILE)
		file_head(o, size);
	buf_putf(o->b, " class=\"chart %s ch-%s%s\"", kind, suffix_of(o->width),
	    o->form == CHART_FILE ? " ch-file" : "");
	HTML(o->b, " viewBox=\"0 0 ");
	chart_coordinate(o->b, size.width);
	HTML(o->b, " ");
	chart_coordinate(o->b, size.height);
	HTML(o->b, "\"");
	html_attr(o->b, "role", links ? STR("group") : STR("img"));
	attr_id(o, "aria-labelledby", h->id, "t");
	if (h->description.len > 0)
		attr_id(o, "aria-describedby", h->id, "d");
	HTML(o->b, "><title");
	attr_id(o, "id", h->id, "t");
	chart_lang(o, &h->title);
	HTML(o->b, ">");
	html_text(o->b, h->title.text);
	HTML(o->b, "</title>");
	if (h->description.len > 0) {
		HTML(o->b, "<desc");
		attr_id(o, "id", h->id, "d");
		HTML(o->b, ">");
		html_text(o->b, h->description);
		HTML(o->b, "</desc>");
	}
	if (o->form == CHART_FILE) {
		HTML(o->b, "<style>");
		buf_put(o->b, chart_style());
		HTML(o->b, "</style><rect class=\"ch-ground\" width=\"100%\" height=\"100%\"/>");
		file_texts(o, h, size.height);
	}
	HTML(o->b, "\n");
}

void
chart_close(const struct chart_out *o)
{
	HTML(o->b, "</svg>\n");
}
