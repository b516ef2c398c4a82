#include "view/pages/areas.h"
#include "view/areas_show.h"
#include "view/filter.h"
#include "view/section.h"

/* ---- what is shown ---- */

static void
put_filter(struct page *p, const struct areas_view *m)
{
	struct named *year = ARENA_ARRAY(p->a, struct named, m->years + 2);
	struct named *level = ARENA_ARRAY(p->a, struct named, m->levels + 1);
	struct str    asked = arena_printf(p->a, "%d", m->asked);
	size_t        years = 0;
	bool          listed = false;

	for (size_t i = 0; i < m->years; i++) {
		struct str text = arena_printf(p->a, "%d", m->year[i]);

		year[years++] = (struct named){ text, text, text };
		listed |= m->year[i] == m->asked;
	}
	if (!listed && m->asked != 0)
		year[years++] = (struct named){ asked, asked, asked };
	for (size_t i = 0; i < m->levels; i++) {
		struct str word = areas_level(&p->lang, m->level[i].code);

		level[i] = (struct named){ m->level[i].code, word, word };
	}
	filter_open(p);
	filter_one(p, N_("Indicator"), "indicator", m->choice, m->choices,
	    m->indicator.indicator.id);
	if (m->levels > 1)
		filter_one(p, N_("Areas"), "level", level, m->levels, m->shown);
	filter_one(p, N_("Year"), "year", year, years, asked);
	filter_close(p);
}

static struct str
figure_of(struct page *p, const struct areas_view *m, const struct areas_row *r)
{
	struct buf b;
	struct str text;

	buf_init(&b, 4096);
	observation_write(&b, r->at->o, m->indicator.is.unit, lang_danish(&p->lang));
	text = str_dup(p->a, buf_str(&b));
	buf_free(&b);
	return text;
}

static struct str
title_of(struct page *p, const struct named *n)
{
	bool danish = lang_danish(&p->lang);

	return named_title(n, &danish);
}

/* "Nørrebro has the highest figure, 4.5 per cent, and Valby the lowest, 2.1 per cent (2011)" */
static void
put_lead(struct page *p, const struct areas_view *m)
{
	bool       fall = m->indicator.is.better == DIRECTION_FALL;
	struct str with[5];

	HTML(p->b, "<p class=\"lead font-lead\">");
	if (m->is_set && m->asked != 0) {
		with[0] = arena_printf(p->a, "%zu", m->members);
		with[1] = arena_printf(p->a, "%zu", m->len);
		with[2] = arena_printf(p->a, "%d", m->asked);
		html_fill(p->b, say_n(&p->lang, (int64_t)m->members,
		    "{1} of {2} areas was on the list in {3}",
		    "{1} of {2} areas were on the list in {3}"), with, 3);
	} else if (m->ranked < 2) {
		html_say(p->b, &p->lang, m->asked == 0 ? N_("No figure of an area is known")
		    : N_("Fewer than two areas have a figure that can be compared"));
	} else {
		const struct areas_row *first = &m->at[0], *last = &m->at[m->ranked - 1];

		with[fall ? 2 : 0] = title_of(p, &first->place.area);
		with[fall ? 3 : 1] = figure_of(p, m, first);
		with[fall ? 0 : 2] = title_of(p, &last->place.area);
		with[fall ? 1 : 3] = figure_of(p, m, last);
		with[4] = arena_printf(p->a, "%d", m->asked);
		/* What is withheld may be lower than all that is shown. */
		html_fill(p->b, say(&p->lang, m->withheld > 0
		    ? N_("Of the figures that are shown for {5}, {1} had the highest, {2}, and {3} the lowest, {4}")
		    : N_("In {5} {1} had the highest figure, {2}, and {3} the lowest, {4}")), with,
		    COUNT_OF(with));
	}
	HTML(p->b, "</p>\n");
}

static void
put_subtitle(struct page *p, const struct areas_view *m)
{
	HTML(p->b, "<p class=\"subtitle\">");
	page_link(p, "indicator", &m->indicator.indicator);
	HTML(p->b, " · ");
	html_text(p->b, show_measure(&p->lang, m->indicator.is.unit));
	HTML(p->b, " · ");
	html_text(p->b, areas_level(&p->lang, m->shown));
	HTML(p->b, " · ");
	html_say(p->b, &p->lang, "as of");
	HTML(p->b, " ");
	page_day(p, m->indicator.as_of);
	HTML(p->b, "</p>\n");
}

/* ---- all there are ---- */

/* Areas that the ranking does not show. */
static void
put_level(struct page *p, const struct area_level *l)
{
	HTML(p->b, "<h3>");
	html_text(p->b, areas_level(&p->lang, l->code));
	HTML(p->b, "</h3>\n<ul class=\"area-list\">\n");
	for (size_t i = 0; i < l->areas; i++) {
		HTML(p->b, "<li>");
		page_link(p, "area", &l->area[i]);
		HTML(p->b, "</li>\n");
	}
	HTML(p->b, "</ul>\n");
}

static void
put_levels(struct page *p, const struct areas_view *m)
{
	size_t n = 0;

	for (size_t i = 0; i < m->levels; i++) {
		if (m->asked != 0 && str_eq(m->level[i].code, m->shown))
			continue;
		if (n++ == 0)
			section_open(p, "list", m->asked != 0 ? N_("Other areas of the city")
			    : N_("The areas of the city"));
		put_level(p, &m->level[i]);
	}
	if (n > 0)
		section_close(p);
}

static void
put_download(struct page *p, const struct areas_view *m, const char *path, const char *query,
             const char *text)
{
	HTML(p->b, "<li><a href=\"");
	html_text(p->b, str_from(path));
	HTML(p->b, "?lang=");
	html_text(p->b, p->lang.code);
	html_text(p->b, str_from(query));
	HTML(p->b, "&amp;indicator=");
	html_text(p->b, m->indicator.indicator.id);
	HTML(p->b, "&amp;level=");
	html_text(p->b, m->shown);
	if (m->asked != 0)
		html_text(p->b, arena_printf(p->a, "&year=%d", m->asked));
	if (p->keep.len > 0) {
		HTML(p->b, "&amp;");
		html_text(p->b, str_slice(p->keep, 1, p->keep.len));
	}
	HTML(p->b, "\">");
	html_say(p->b, &p->lang, text);
	HTML(p->b, "</a></li>\n");
}

static void
put_downloads(struct page *p, const struct areas_view *m)
{
	section_open(p, "downloads", N_("Take the data"));
	HTML(p->b, "<ul class=\"downloads\">\n");
	put_download(p, m, "/api/v1/areas.csv", "", N_("The ranking as CSV"));
	put_download(p, m, "/api/v1/areas.csv", "&profile=excel-da",
	    N_("The ranking as CSV for Danish Excel"));
	put_download(p, m, "/api/v1/areas.geojson", "", N_("The areas with their figures as GeoJSON"));
	put_download(p, m, "/api/v1/areas.svg", "", N_("The map as a picture (SVG)"));
	put_download(p, m, "/api/v1/areas", "", N_("Everything on this page as JSON"));
	HTML(p->b, "</ul>\n");
	section_close(p);
}

void
areas_page(struct page *p, const struct areas_view *m)
{
	p->section = SECTION_AREAS;
	p->title = say(&p->lang, "Areas");
	p->description = say(&p->lang, "The areas of the city by one indicator: map, ranking and classes.");
	page_open(p);
	HTML(p->b, "<h1>");
	html_say(p->b, &p->lang, "Areas");
	HTML(p->b, "</h1>\n");
	if (m->has_indicator) {
		put_lead(p, m);
		put_subtitle(p, m);
		put_filter(p, m);
	} else {
		HTML(p->b, "<p class=\"lead font-lead\">");
		html_say(p->b, &p->lang, "Nothing is measured by area yet");
		HTML(p->b, "</p>\n");
	}
	if (m->len > 0)
		areas_ranking(p, m);
	if (m->graded.classes > 0)
		areas_classes(p, &m->graded, &m->indicator.indicator);
	put_levels(p, m);
	if (m->has_indicator)
		put_downloads(p, m);
	page_close(p);
}
