#include "view/pages/indicator.h"
#include "model/data_form.h"
#include "view/indicator_chart.h"
#include "view/pages/embed.h"
#include "view/pages/error_report.h"
#include "view/pages/release.h"
#include "view/show.h"

static void
put_asked(struct page *p, const char *name, struct str value, size_t *n)
{
	if (value.len == 0)
		return;
	html_text(p->b, (*n)++ == 0 ? STR("?") : STR("&"));
	html_text(p->b, str_from(name));
	HTML(p->b, "=");
	html_text(p->b, value);
}

void
indicator_href(struct page *p, const struct indicator_view *m, int32_t day, struct str area,
               struct str group)
{
	size_t n = 0;

	HTML(p->b, " href=\"/");
	html_text(p->b, p->lang.code);
	HTML(p->b, "/indicator/");
	html_text(p->b, m->indicator.id);
	put_asked(p, "as_of", day == DAY_MIN ? STR_NONE : day_iso(p->a, day), &n);
	put_asked(p, "area", area, &n);
	put_asked(p, "group", group, &n);
	HTML(p->b, "\"");
}

static void
put_span(struct page *p, const struct indicator_view *m)
{
	const struct series *s = &m->own.series;
	bool                 danish = lang_danish(&p->lang);
	struct str           with[2];

	if (s->len == 0)
		return;
	with[0] = period_text(p->a, s->at[0].period, danish);
	with[1] = period_text(p->a, s->at[s->len - 1].period, danish);
	HTML(p->b, " · ");
	if (str_eq(with[0], with[1]))
		html_text(p->b, with[0]);
	else
		html_fill(p->b, say(&p->lang, "{1} to {2}"), with, 2);
}

/* Measure, place, group, period: what the headline is about. */
static void
put_subtitle(struct page *p, const struct indicator_view *m)
{
	HTML(p->b, "<p class=\"subtitle\">");
	html_text(p->b, show_measure(&p->lang, m->is.unit));
	if (m->area.title.len > 0) {
		HTML(p->b, " · ");
		page_named(p, &m->area);
	}
	if (m->group.title.len > 0) {
		HTML(p->b, " · ");
		page_named(p, &m->group);
	}
	put_span(p, m);
	HTML(p->b, " · ");
	html_say(p->b, &p->lang, "as of");
	HTML(p->b, " ");
	page_day(p, m->as_of);
	if (m->asked_area || m->group.id.len > 0) {
		HTML(p->b, " · <a");
		indicator_href(p, m, m->has_as_of ? m->as_of : DAY_MIN, STR_NONE, STR_NONE);
		HTML(p->b, ">");
		html_say(p->b, &p->lang, "Show the whole city");
		HTML(p->b, "</a>");
	}
	HTML(p->b, "</p>\n");
}

static void
put_headline(struct page *p, const struct indicator_view *m)
{
	HTML(p->b, "<h1>");
	page_named(p, &m->indicator);
	HTML(p->b, "</h1>\n<p class=\"lead font-lead\">");
	html_text(p->b, lang_danish(&p->lang) ? m->trend.da : m->trend.en);
	HTML(p->b, "</p>\n");
	put_subtitle(p, m);
	if (m->trend.move != MOVE_UNCERTAIN)
		return;
	HTML(p->b, "<p class=\"note\">");
	html_say(p->b, &p->lang, "The figures are not exact enough to say whether it rose or fell.");
	HTML(p->b, "</p>\n");
}

static void
put_download(struct page *p, const struct indicator_view *m, const char *ending,
             struct str query, const char *text)
{
	struct str keep = p->keep;

	HTML(p->b, "<li><a href=\"/api/v1/indicators/");
	html_text(p->b, m->indicator.id);
	html_text(p->b, str_from(ending));
	HTML(p->b, "?lang=");
	html_text(p->b, p->lang.code);
	html_text(p->b, query);
	if (keep.len > 0) {
		HTML(p->b, "&amp;");
		html_text(p->b, str_slice(keep, 1, keep.len));
	}
	HTML(p->b, "\">");
	html_say(p->b, &p->lang, text);
	HTML(p->b, "</a></li>\n");
}

/* The area and group that the page shows, and so the chart. */
static struct str
shown_of(struct page *p, const struct indicator_view *m)
{
	struct str area = !m->asked_area ? STR_NONE
	    : arena_printf(p->a, "&area=" STR_FMT, STR_ARG(m->area.id));

	return m->group.id.len == 0 ? area
	    : arena_printf(p->a, STR_FMT "&group=" STR_FMT, STR_ARG(area), STR_ARG(m->group.id));
}

/* For programs: in the forms of open data. */
static void
put_open_data(struct page *p, const struct indicator_view *m)
{
	bool areas = false;

	for (size_t i = 0; i < m->parts; i++)
		areas |= m->part[i].part == PART_AREA;
	HTML(p->b, "<h3>");
	html_say(p->b, &p->lang, "For programs");
	HTML(p->b, "</h3>\n<ul class=\"downloads\">\n");
	for (size_t f = DATA_CSV + 1; f < DATA_FIRST_OF_ALL; f++)
		if (f != DATA_GEOJSON || areas)
			put_download(p, m, data_form_info[f].ending.at, STR_NONE, data_form_info[f].title);
	put_download(p, m, "", shown_of(p, m), N_("Everything on this page as JSON"));
	HTML(p->b, "</ul>\n");
}

static void
put_downloads(struct page *p, const struct indicator_view *m)
{
	HTML(p->b, "<section aria-labelledby=\"downloads\">\n<h2 id=\"downloads\">");
	html_say(p->b, &p->lang, "Take the data");
	HTML(p->b, "</h2>\n<ul class=\"downloads\">\n");
	put_download(p, m, ".csv", STR_NONE, N_("All figures as CSV"));
	put_download(p, m, ".csv", STR("&profile=excel-da"), N_("All figures as CSV for Danish Excel"));
	put_download(p, m, ".xlsx", STR_NONE, N_("All figures as a spreadsheet (XLSX)"));
	if (m->own.series.len > 0)
		put_download(p, m, ".svg", shown_of(p, m), N_("The chart as a picture (SVG)"));
	HTML(p->b, "</ul>\n");
	put_open_data(p, m);
	HTML(p->b, "</section>\n");
}

static void
put_chart(struct page *p, const struct indicator_view *m)
{
	struct chart c = indicator_chart(p->a, &p->lang, m);

	if (m->own.series.len > 0 || m->prognoses.len > 0)
		chart_figure(p, &c);
}

static void
put_panels(struct page *p, const struct indicator_view *m, enum part part, const char *title)
{
	struct chart *at;
	size_t        n = indicator_panels(p->a, &p->lang, m, part, &at);

	if (n == 0)
		return;
	HTML(p->b, "<h2>");
	html_say(p->b, &p->lang, title);
	HTML(p->b, "</h2>\n");
	chart_multiples(p, at, n);
}

static void
place(struct page *p, const struct indicator_view *m)
{
	bool danish = lang_danish(&p->lang);

	p->section = SECTION_INDICATORS;
	p->title = named_title(&m->indicator, &danish);
	p->description = lang_danish(&p->lang) ? m->trend.da : m->trend.en;
	p->crumb[p->crumbs++] = (struct crumb){ "indicators", {
		.title = say(&p->lang, "Indicators"), .title_en = say(&p->lang, "Indicators"),
	} };
}

void
indicator_page(struct page *p, const struct indicator_view *m)
{
	place(p, m);
	page_open(p);
	put_headline(p, m);
	put_chart(p, m);
	indicator_verdicts(p, m);
	put_panels(p, m, PART_GROUP, N_("By group"));
	put_panels(p, m, PART_AREA, N_("By area"));
	indicator_figures(p, m);
	indicator_prognoses(p, m);
	indicator_days(p, m);
	indicator_about(p, m);
	release_mentions_show(p, &m->laid);
	put_downloads(p, m);
	embed_offer(p, m);
	error_report_way(p, "indicator", m->indicator.id);
	page_close(p);
}
