#include "view/chart_wheel.h"
#include "view/chart_cell.h"

void
chart_wheel(const struct chart_out *o, const struct chart_wheel *c)
{
	struct chart_size size = { chart_width_of(CHART_NARROW), CPX(360) };

	chart_open(o, &c->head, "ch-wheel", size, false);
	chart_close(o);
}

static struct str
state_word(const struct lang *l, enum chart_duty_state s)
{
	switch (s) {
	case CHART_DUTY_AHEAD:
		return say(l, "ahead");
	case CHART_DUTY_DONE:
		return say(l, "done");
	case CHART_DUTY_LATE:
		break;
	}
	return say(l, "late");
}

static void
duty_item(const struct chart_out *o, const struct chart_duty *d)
{
	HTML(o->b, "<li>");
	if (d->href.len > 0) {
		HTML(o->b, "<a");
		html_attr(o->b, "href", d->href);
	} else {
		HTML(o->b, "<span");
	}
	chart_lang(o, &d->title);
	HTML(o->b, ">");
	html_text(o->b, d->title.text);
	buf_put(o->b, d->href.len > 0 ? STR("</a>") : STR("</span>"));
	HTML(o->b, " <span class=\"ch-range\">");
	html_text(o->b, d->when);
	if (d->who.len > 0) {
		HTML(o->b, ", ");
		html_text(o->b, d->who);
	}
	HTML(o->b, ", ");
	html_text(o->b, state_word(o->lang, d->state));
	HTML(o->b, "</span></li>\n");
}

void
chart_wheel_figure(struct page *p, const struct chart_wheel *c)
{
	struct chart_out o = chart_on_page(p, CHART_NARROW);

	chart_figure_open(&o, &c->head, "chart-wheel");
	chart_wheel(&o, c);
	HTML(p->b, "<ol class=\"chart-duties\">\n");
	for (size_t i = 0; i < c->len; i++)
		duty_item(&o, &c->at[i]);
	HTML(p->b, "</ol>\n");
	chart_figure_close(&o);
}
