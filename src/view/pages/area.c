/* One area: all that is measured there, against the city. */
#include "view/areas_show.h"
#include "view/chart_maker.h"
#include "view/pages/areas.h"
#include "view/section.h"

#define DRAWN_MAX 800           /* figures in the charts of a page; its table has all indicators */

/* ---- what it is ---- */

static void
put_head(struct page *p, const struct area_view *m)
{
	struct str with = arena_printf(p->a, "%zu", m->len);

	HTML(p->b, "<h1>");
	page_named(p, &m->place.area);
	HTML(p->b, "</h1>\n<p class=\"lead font-lead\">");
	if (m->len == 0)
		html_say(p->b, &p->lang, m->sets > 0 ? N_("Only whether it is on a list is known.")
		    : N_("Nothing is measured here."));
	else
		html_fill(p->b, say_n(&p->lang, (int64_t)m->len, "{1} indicator is measured here.",
		    "{1} indicators are measured here."), &with, 1);
	HTML(p->b, "</p>\n<p class=\"subtitle\">");
	html_text(p->b, areas_level_one(&p->lang, m->level));
	if (m->parent.id.len > 0) {
		HTML(p->b, " · ");
		show_linked(p, N_("Part of {1}"), "area", &m->parent);
	}
	if (m->has_start) {
		HTML(p->b, " · ");
		html_say(p->b, &p->lang, "since");
		HTML(p->b, " ");
		page_day(p, m->starts);
	}
	if (m->has_end) {
		HTML(p->b, " · ");
		html_say(p->b, &p->lang, "until");
		HTML(p->b, " ");
		page_day(p, m->ends - 1);
	}
	section_source(p, &m->source);
	HTML(p->b, "</p>\n");
}

/* ---- charts ---- */

/* The area's line, beside the city's where the two can stand on one scale. */
static struct chart
panel_of(struct page *p, const struct area_view *m, size_t i)
{
	const struct area_indicator *x = &m->at[i];
	struct chart_maker           k = chart_maker_for(p->a, &p->lang, x->is.unit, x->as_of);
	struct chart_series         *s = ARENA_ARRAY(p->a, struct chart_series, 2);
	bool                         beside = !x->against.share && x->city.len > 0;
	struct chart                 c = { .series = s, .len = beside ? 2 : 1 };

	s[0] = chart_maker_series(&k, x->own.series, chart_maker_words(&k, &m->place.area), CHART_OWN);
	if (beside)
		s[1] = chart_maker_series(&k, x->city, chart_maker_words(&k, &m->city),
		    CHART_COMPARATOR);
	c.head.id = arena_printf(p->a, "area-%zu", i);
	c.head.title = chart_maker_words(&k, &x->indicator);
	c.head.description = k.danish ? x->trend.da : x->trend.en;
	c.head.unit = unit_word(x->is.unit, chart_maker_notation(&k));
	return c;
}

/* The first of them, as many as a page can hold. */
static size_t
count_drawn(const struct area_view *m)
{
	size_t figures = 0, n = 0;

	for (; n < m->len; n++) {
		figures += m->at[n].own.series.len + m->at[n].city.len;
		if (figures > DRAWN_MAX)
			break;
	}
	return n;
}

static void
put_undrawn(struct page *p, size_t drawn, size_t all)
{
	struct str with[] = { arena_printf(p->a, "%zu", drawn), arena_printf(p->a, "%zu", all) };

	if (drawn == all)
		return;
	HTML(p->b, "<p>");
	html_fill(p->b, say(&p->lang, "{1} of {2} indicators are drawn here; the table below leads to "
	    "the charts of all."), with, COUNT_OF(with));
	HTML(p->b, "</p>\n");
}

/* Different things are measured: each stands on a scale of its own. */
static void
put_charts(struct page *p, const struct area_view *m)
{
	size_t drawn = count_drawn(m);

	if (m->len == 0)
		return;
	section_open(p, "charts", N_("Over time, against the city"));
	section_say(p, N_("Each chart has a scale of its own. The dashed line is the whole city."));
	put_undrawn(p, drawn, m->len);
	HTML(p->b, "<div class=\"area-panels\">\n");
	for (size_t i = 0; i < drawn; i++) {
		struct chart c = panel_of(p, m, i);

		HTML(p->b, "<div>\n");
		chart_multiples(p, &c, 1);
		HTML(p->b, "</div>\n");
	}
	HTML(p->b, "</div>\n");
	section_close(p);
}

/* ---- figures ---- */

static void
put_figure(struct page *p, const struct area_indicator *x)
{
	const struct observation *o = x->latest->o;

	if (o->withheld || o->missing != MISSING_NONE) {
		areas_show_absent(p, x->latest);
	} else {
		show_observation(p, o, x->is.unit);
	}
	HTML(p->b, " <span class=\"when\">");
	show_period(p, o->period);
	if (!o->withheld && o->missing == MISSING_NONE)
		show_marks(p, o);
	HTML(p->b, "</span>");
}

static void
put_row(struct page *p, const struct area_view *m, const struct area_indicator *x)
{
	HTML(p->b, "<tr><th scope=\"row\"><a href=\"/");
	html_text(p->b, p->lang.code);
	HTML(p->b, "/indicator/");
	html_text(p->b, x->indicator.id);
	html_text(p->b, p->keep);
	html_text(p->b, p->keep.len > 0 ? STR("&") : STR("?"));
	HTML(p->b, "area=");
	html_text(p->b, m->place.area.id);
	HTML(p->b, "\">");
	page_named(p, &x->indicator);
	HTML(p->b, "</a></th><td>");
	html_text(p->b, lang_danish(&p->lang) ? x->trend.da : x->trend.en);
	HTML(p->b, "</td><td class=\"number\">");
	put_figure(p, x);
	HTML(p->b, "</td><td class=\"number\">");
	if (x->beside != NULL && x->beside->missing == MISSING_NONE)
		show_observation(p, x->beside, x->is.unit);
	else
		HTML(p->b, "–");
	HTML(p->b, "</td><td class=\"number\">");
	areas_show_gap(p, &x->against);
	HTML(p->b, "</td><td>");
	if (!show_source(p, &x->latest->o->source))
		html_say(p->b, &p->lang, "Recorded without a document");
	HTML(p->b, " <span class=\"when\">");
	show_moment(p, x->latest->recorded.at);
	HTML(p->b, "</span></td></tr>\n");
}

static void
put_figures(struct page *p, const struct area_view *m)
{
	static const struct section_column columns[] = {
		{ N_("Indicator"), false }, { N_("What it did"), false },
		{ N_("Latest figure"), true }, { N_("The city, same period"), true },
		{ N_("Difference, or share of the city's"), true }, { N_("Source and date"), false },
	};

	if (m->len == 0)
		return;
	section_open(p, "figures", N_("Latest figures"));
	table_open(p, say(&p->lang, "The latest figure of every indicator"), columns,
	    COUNT_OF(columns));
	for (size_t i = 0; i < m->len; i++)
		put_row(p, m, &m->at[i]);
	table_close(p);
	section_close(p);
}

/* ---- classes, sets ---- */

static void
put_classes(struct page *p, const struct area_view *m)
{
	if (m->gradeds == 0)
		return;
	section_open(p, "classes", N_("Classes of need"));
	for (size_t i = 0; i < m->gradeds; i++)
		areas_classes_one(p, &m->graded[i], &m->graded_by[i]);
	section_close(p);
}

static void
put_set(struct page *p, const struct area_indicator *x)
{
	HTML(p->b, "<dl class=\"structured-list\">\n<div><dt>");
	page_link(p, "indicator", &x->indicator);
	HTML(p->b, "</dt><dd><ul>\n");
	for (size_t i = x->own.series.len; i-- > 0;) {
		const struct observation *o = &x->own.series.at[i];

		HTML(p->b, "<li>");
		show_period(p, o->period);
		HTML(p->b, ": ");
		html_text(p->b, areas_membership(&p->lang, o));
		show_marks(p, o);
		section_source(p, &o->source);
		HTML(p->b, "</li>\n");
	}
	HTML(p->b, "</ul></dd></div>\n</dl>\n");
}

static void
put_sets(struct page *p, const struct area_view *m)
{
	if (m->sets == 0)
		return;
	section_open(p, "status", N_("On which lists"));
	for (size_t i = 0; i < m->sets; i++)
		put_set(p, &m->set[i]);
	section_close(p);
}

/* ---- targets, its own areas ---- */

static void
put_judged(struct page *p, const struct barometer_row **at, size_t n)
{
	if (n == 0)
		return;
	HTML(p->b, "<ul class=\"need-targets\">\n");
	for (size_t i = 0; i < n; i++)
		areas_show_target(p, at[i]);
	HTML(p->b, "</ul>\n");
}

static void
put_targets(struct page *p, const struct area_view *m)
{
	section_open(p, "targets", N_("Targets that concern it"));
	if (m->targets + m->worsts == 0)
		section_say(p, N_("No target is about this area."));
	put_judged(p, m->target, m->targets);
	if (m->worsts > 0)
		section_say(p, N_("Targets for every place that are judged by this area, the worst "
		    "of them:"));
	put_judged(p, m->worst, m->worsts);
	section_close(p);
}

static void
put_parts(struct page *p, const struct area_view *m)
{
	if (m->parts == 0)
		return;
	section_open(p, "parts", N_("Areas in it"));
	HTML(p->b, "<ul class=\"area-list\">\n");
	for (size_t i = 0; i < m->parts; i++) {
		HTML(p->b, "<li>");
		page_link(p, "area", &m->part[i].area);
		HTML(p->b, "</li>\n");
	}
	HTML(p->b, "</ul>\n");
	section_close(p);
}

static void
put_crumbs(struct page *p, const struct area_view *m)
{
	p->crumb[p->crumbs++] = (struct crumb){ "areas", {
		.title = say(&p->lang, "Areas"), .title_en = say(&p->lang, "Areas"),
	} };
	if (m->parent.id.len > 0)
		p->crumb[p->crumbs++] = (struct crumb){ "area", m->parent };
}

void
area_page(struct page *p, const struct area_view *m)
{
	bool danish = lang_danish(&p->lang);

	p->section = SECTION_AREAS;
	p->title = named_title(&m->place.area, &danish);
	p->description = say(&p->lang, "All that is measured in the area, against the city.");
	put_crumbs(p, m);
	page_open(p);
	put_head(p, m);
	put_charts(p, m);
	put_figures(p, m);
	put_classes(p, m);
	put_sets(p, m);
	put_targets(p, m);
	put_parts(p, m);
	page_close(p);
}
