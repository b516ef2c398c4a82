/* The figures of an indicator as tables: what it is, of when, from where. */
#include "view/pages/indicator.h"
#include "view/show.h"

#define FIGURES_MAX 200         /* of parts, in rows of a table */

static void
put_head(struct page *p, const char *const *titles, size_t n, size_t number)
{
	HTML(p->b, "<thead>\n<tr>");
	for (size_t i = 0; i < n; i++) {
		HTML(p->b, "<th scope=\"col\"");
		if (i == number)
			HTML(p->b, " class=\"number\"");
		HTML(p->b, ">");
		html_say(p->b, &p->lang, titles[i]);
		HTML(p->b, "</th>");
	}
	HTML(p->b, "</tr>\n</thead>\n");
}

static void
put_source(struct page *p, const struct measured_view *v)
{
	if (!show_source(p, &v->o->source))
		html_say(p->b, &p->lang, "Recorded without a document");
}

static void
put_figure(struct page *p, const struct measured_view *v, enum unit u)
{
	HTML(p->b, "<td class=\"number\">");
	show_observation(p, v->o, u);
	HTML(p->b, "</td><td>");
	put_source(p, v);
	HTML(p->b, "</td><td>");
	show_moment(p, v->recorded.at);
	HTML(p->b, "</td>");
}

/* "metode 2" where there is more than one. */
static void
put_period(struct page *p, const struct observation *o, bool methods)
{
	show_period(p, o->period);
	if (methods) {
		struct str with = arena_printf(p->a, "%u", (unsigned)o->method);

		HTML(p->b, ", ");
		html_fill(p->b, say(&p->lang, "method {1}"), &with, 1);
	}
	HTML(p->b, "<span class=\"note\">");
	show_marks(p, o);
	HTML(p->b, "</span>");
}

static void
open_table(struct page *p, const char *caption)
{
	HTML(p->b, "<div class=\"table--responsive-scroll\" tabindex=\"0\" role=\"group\"");
	html_attr(p->b, "aria-label", say(&p->lang, caption));
	HTML(p->b, ">\n<table class=\"table\">\n<caption>");
	html_say(p->b, &p->lang, caption);
	HTML(p->b, "</caption>\n");
}

static void
put_own(struct page *p, const struct indicator_view *m)
{
	static const char *const titles[] = {
		N_("Period"), N_("Figure"), N_("Source"), N_("Recorded"),
	};
	const struct series_view *s = &m->own;

	open_table(p, N_("All figures, newest first"));
	put_head(p, titles, COUNT_OF(titles), 1);
	HTML(p->b, "<tbody>\n");
	for (size_t i = s->series.len; i-- > 0;) {
		HTML(p->b, "<tr><th scope=\"row\">");
		put_period(p, s->at[i].o, m->methods > 1);
		HTML(p->b, "</th>");
		put_figure(p, &s->at[i], m->is.unit);
		HTML(p->b, "</tr>\n");
	}
	HTML(p->b, "</tbody>\n</table>\n</div>\n");
}

/* A group or an area leads to its own page; a set of cities has none. */
static void
put_name(struct page *p, const struct indicator_view *m, const struct series_view *s)
{
	const struct named *n = s->part == PART_GROUP ? &s->group : &s->area;
	bool                asked = s->part == PART_AREA || m->asked_area;

	if (s->part == PART_COMPARATOR) {
		page_named(p, n);
		return;
	}
	HTML(p->b, "<a");
	indicator_href(p, m, m->has_as_of ? m->as_of : DAY_MIN, asked ? s->area.id : STR_NONE,
	    s->group.id);
	HTML(p->b, ">");
	page_named(p, n);
	HTML(p->b, "</a>");
}

/* The newest `rows` figures. */
static void
put_part(struct page *p, const struct indicator_view *m, const struct series_view *s, size_t rows)
{
	for (size_t i = s->series.len; i-- > 0 && rows-- > 0;) {
		HTML(p->b, "<tr><th scope=\"row\">");
		put_name(p, m, s);
		HTML(p->b, "</th><td>");
		put_period(p, s->at[i].o, m->methods > 1);
		HTML(p->b, "</td>");
		put_figure(p, &s->at[i], m->is.unit);
		HTML(p->b, "</tr>\n");
	}
}

static void
put_rest(struct page *p)
{
	HTML(p->b, "<p><a href=\"#downloads\">");
	html_say(p->b, &p->lang, "All their figures are in the files.");
	HTML(p->b, "</a></p>\n");
}

/* All figures of a few; of many the latest of each, else a page would be a file. */
static void
put_parts(struct page *p, const struct indicator_view *m)
{
	static const char *const titles[] = {
		N_("Of whom or where"), N_("Period"), N_("Figure"), N_("Source"), N_("Recorded"),
	};
	size_t figures = 0;

	HTML(p->b, "<details");
	if (m->own.series.len == 0)
		HTML(p->b, " open");
	HTML(p->b, ">\n<summary>");
	html_say(p->b, &p->lang, "Figures for groups, areas and other cities, with their sources");
	HTML(p->b, "</summary>\n");
	for (size_t i = 0; i < m->parts; i++)
		figures += m->part[i].series.len;
	if (figures > FIGURES_MAX)
		put_rest(p);
	open_table(p, figures > FIGURES_MAX
	    ? N_("Groups, areas and other cities, the latest figure of each")
	    : N_("Groups, areas and other cities, newest first"));
	put_head(p, titles, COUNT_OF(titles), 2);
	HTML(p->b, "<tbody>\n");
	for (size_t i = 0; i < m->parts; i++)
		put_part(p, m, &m->part[i], figures > FIGURES_MAX ? 1 : SIZE_MAX);
	HTML(p->b, "</tbody>\n</table>\n</div>\n</details>\n");
}

void
indicator_figures(struct page *p, const struct indicator_view *m)
{
	HTML(p->b, "<section aria-labelledby=\"figures\">\n<h2 id=\"figures\">");
	html_say(p->b, &p->lang, "Figures");
	HTML(p->b, "</h2>\n");
	if (m->own.series.len > 0) {
		put_own(p, m);
	} else {
		HTML(p->b, "<p>");
		html_text(p->b, lang_danish(&p->lang) ? m->trend.da : m->trend.en);
		HTML(p->b, ".</p>\n");
	}
	if (m->parts > 0)
		put_parts(p, m);
	HTML(p->b, "</section>\n");
}
