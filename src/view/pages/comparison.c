#include "view/pages/comparison.h"
#include "view/areas_show.h"
#include "view/filter.h"
#include "view/indicator_chart.h"
#include "view/section.h"

#define NAMES_MAX  6            /* of those an indicator is compared with, in the list */
#define CITIES_MAX 8            /* each with all its figures; more are rows of one table */

static struct str
title_of(struct page *p, const struct named *n)
{
	bool danish = lang_danish(&p->lang);

	return named_title(n, &danish);
}

/* ---- the list ---- */

static void
put_names(struct page *p, const struct comparison_row *r)
{
	size_t     shown = r->withs > NAMES_MAX ? NAMES_MAX - 1 : r->withs;
	struct str rest = arena_printf(p->a, "%zu", r->withs - shown);

	for (size_t i = 0; i < shown; i++) {
		if (i > 0)
			HTML(p->b, ", ");
		page_named(p, &r->with[i]);
	}
	if (shown == r->withs)
		return;
	HTML(p->b, " ");
	html_fill(p->b, say(&p->lang, "and {1} more"), &rest, 1);
}

static void
put_row(struct page *p, const struct comparison_row *r)
{
	HTML(p->b, "<tr><th scope=\"row\"><a href=\"/");
	html_text(p->b, p->lang.code);
	HTML(p->b, "/comparison");
	html_text(p->b, p->keep);
	html_text(p->b, p->keep.len > 0 ? STR("&") : STR("?"));
	HTML(p->b, "indicator=");
	html_text(p->b, r->indicator.id);
	HTML(p->b, "\">");
	page_named(p, &r->indicator);
	HTML(p->b, "</a></th><td>");
	put_names(p, r);
	HTML(p->b, "</td><td class=\"number\">");
	if (r->latest == NULL) {
		HTML(p->b, "–");
	} else {
		show_observation(p, r->latest, r->is.unit);
		HTML(p->b, " <span class=\"when\">");
		show_period(p, r->latest->period);
		show_marks(p, r->latest);
		HTML(p->b, "</span>");
	}
	HTML(p->b, "</td><td>");
	for (size_t i = 0; i < r->targets; i++)
		show_verdict(p, r->target[i]->judgement.verdict);
	if (r->targets == 0)
		html_say(p->b, &p->lang, "Nothing promised");
	HTML(p->b, "</td></tr>\n");
}

static void
put_title(struct page *p)
{
	p->section = SECTION_COMPARISON;
	p->title = say(&p->lang, "Comparison");
	p->description = say(&p->lang, "The city against other cities and named sets of cities.");
}

void
comparisons_page(struct page *p, const struct comparison_list *m)
{
	static const struct section_column columns[] = {
		{ N_("Indicator"), false }, { N_("Compared with"), false },
		{ N_("The city's latest figure"), true }, { N_("Promised against others"), false },
	};
	struct str with = arena_printf(p->a, "%zu", m->len);

	put_title(p);
	page_open(p);
	HTML(p->b, "<h1>");
	html_say(p->b, &p->lang, "Comparison");
	HTML(p->b, "</h1>\n<p class=\"lead font-lead\">");
	if (m->len == 0)
		html_say(p->b, &p->lang, "No indicator is measured in other cities yet.");
	else
		html_fill(p->b, say_n(&p->lang, (int64_t)m->len,
		    "{1} indicator is also measured in other cities.",
		    "{1} indicators are also measured in other cities."), &with, 1);
	HTML(p->b, "</p>\n");
	if (m->len > 0) {
		table_open(p, say(&p->lang, "Indicators that can be compared"), columns,
		    COUNT_OF(columns));
		for (size_t i = 0; i < m->len; i++)
			put_row(p, &m->at[i]);
		table_close(p);
	}
	page_close(p);
}

/* ---- one indicator ---- */

static struct str
figure_of(struct page *p, const struct comparison_view *m, const struct observation *o)
{
	struct buf b;
	struct str text;

	buf_init(&b, 4096);
	observation_write(&b, o, m->indicator.is.unit, lang_danish(&p->lang));
	text = str_dup(p->a, buf_str(&b));
	buf_free(&b);
	return text;
}

/* What the newest pair of the first set says. */
static void
put_lead(struct page *p, const struct comparison_view *m)
{
	const struct comparison_pair *at = NULL;
	const struct comparison_set  *s = NULL;
	const char                   *words;
	struct str                    with[5];

	for (size_t i = 0; i < m->len && at == NULL; i++) {
		s = &m->at[i];
		at = s->pairs > 0 ? &s->pair[0] : NULL;
	}
	HTML(p->b, "<p class=\"lead font-lead\">");
	if (at == NULL) {
		html_say(p->b, &p->lang, "There is no period in which both are measured.");
	} else {
		with[0] = title_of(p, &m->indicator.area);
		with[1] = figure_of(p, m, at->city->o);
		with[2] = title_of(p, &s->set);
		with[3] = figure_of(p, m, at->other->o);
		with[4] = period_text(p->a, at->city->o->period, lang_danish(&p->lang));
		if (!at->by.has || at->by.uncertain)
			words = N_("{1} had {2} in {5}; {3} had {4}");
		else if (number_sign(at->by.by) == 0)
			words = N_("{1} had {2} in {5}, as {3} had");
		else
			words = number_sign(at->by.by) > 0
			    ? N_("{1} had {2} in {5}, more than {3} with {4}")
			    : N_("{1} had {2} in {5}, less than {3} with {4}");
		html_fill(p->b, say(&p->lang, words), with, COUNT_OF(with));
	}
	HTML(p->b, "</p>\n");
}

static void
put_members(struct page *p, const struct comparison_set *s)
{
	fact_open(p, N_("Cities in it"));
	for (size_t i = 0; i < s->members; i++) {
		if (i > 0)
			HTML(p->b, ", ");
		page_named(p, &s->member[i]);
	}
	if (s->members == 0)
		html_say(p->b, &p->lang, "not stated");
	fact_close(p);
}

static void
put_dates(struct page *p, const struct comparison_set *s)
{
	if (!s->has_start && !s->has_end)
		return;
	fact_open(p, N_("Valid"));
	if (s->has_start) {
		html_say(p->b, &p->lang, "from");
		HTML(p->b, " ");
		page_day(p, s->starts);
		HTML(p->b, " ");
	}
	if (s->has_end) {
		html_say(p->b, &p->lang, "through");
		HTML(p->b, " ");
		page_day(p, s->ends - 1);
	}
	fact_close(p);
}

static void
put_facts(struct page *p, const struct comparison_set *s)
{
	if (!s->is_set)
		return;
	HTML(p->b, "<dl class=\"structured-list\">\n");
	put_members(p, s);
	put_dates(p, s);
	fact_open(p, N_("Is the city itself in it?"));
	html_say(p->b, &p->lang, s->holds_city ? N_("Yes: the city is part of the figure it is held against.")
	    : N_("No"));
	fact_close(p);
	fact_open(p, N_("How it is measured"));
	html_say(p->b, &p->lang, s->only_whole
	    ? N_("As one figure for all of them; the register has none of each city alone.")
	    : N_("Some of its cities are also measured one by one."));
	fact_close(p);
	HTML(p->b, "</dl>\n");
}

static void
put_source(struct page *p, const struct measured_view *v)
{
	if (!show_source(p, &v->o->source))
		html_say(p->b, &p->lang, "Recorded without a document");
	HTML(p->b, " <span class=\"when\">");
	show_moment(p, v->recorded.at);
	HTML(p->b, "</span>");
}

/* What both are, and the gap, as the cells that follow the period's. */
static void
put_both(struct page *p, const struct comparison_view *m, const struct comparison_pair *at)
{
	HTML(p->b, "<td class=\"number\">");
	show_observation(p, at->city->o, m->indicator.is.unit);
	show_marks(p, at->city->o);
	HTML(p->b, "</td><td class=\"number\">");
	show_observation(p, at->other->o, m->indicator.is.unit);
	show_marks(p, at->other->o);
	HTML(p->b, "</td><td class=\"number\">");
	areas_show_gap(p, &at->by);
	HTML(p->b, "</td>");
}

static void
put_pair(struct page *p, const struct comparison_view *m, const struct comparison_pair *at)
{
	HTML(p->b, "<tr><th scope=\"row\">");
	show_period(p, at->city->o->period);
	HTML(p->b, "</th>");
	put_both(p, m, at);
	HTML(p->b, "<td>");
	put_source(p, at->city);
	HTML(p->b, "<br>");
	put_source(p, at->other);
	HTML(p->b, "</td></tr>\n");
}

static void
put_pairs(struct page *p, const struct comparison_view *m, const struct comparison_set *s)
{
	static const struct section_column columns[] = {
		{ N_("Period"), false }, { N_("The city"), true }, { N_("Compared with"), true },
		{ N_("Difference"), true }, { N_("Source and date"), false },
	};
	struct str with[] = { title_of(p, &m->indicator.area), title_of(p, &s->set) };

	if (s->pairs == 0) {
		section_say(p, N_("There is no period in which both are measured."));
		return;
	}
	table_open(p, text_fill(p->a, say(&p->lang, "{1} and {2}, where both are measured"), with,
	    COUNT_OF(with)), columns, COUNT_OF(columns));
	for (size_t i = 0; i < s->pairs; i++)
		put_pair(p, m, &s->pair[i]);
	table_close(p);
}

static void
put_set(struct page *p, const struct comparison_view *m, const struct comparison_set *s, size_t i)
{
	struct str id = arena_printf(p->a, "set-%zu", i);

	/* No landmark: names of the register may be the same. */
	HTML(p->b, "<section>\n<h2");
	html_attr(p->b, "id", id);
	HTML(p->b, ">");
	page_named(p, &s->set);
	HTML(p->b, "</h2>\n");
	put_facts(p, s);
	put_pairs(p, m, s);
	HTML(p->b, "</section>\n");
}

/* ---- many cities: the newest pair of each ---- */

static void
put_city(struct page *p, const struct comparison_view *m, const struct comparison_set *s)
{
	const struct comparison_pair *at = s->pairs > 0 ? &s->pair[0] : NULL;

	HTML(p->b, "<tr><th scope=\"row\"><a href=\"/");
	html_text(p->b, p->lang.code);
	HTML(p->b, "/comparison");
	html_text(p->b, p->keep);
	html_text(p->b, p->keep.len > 0 ? STR("&") : STR("?"));
	HTML(p->b, "indicator=");
	html_text(p->b, m->indicator.indicator.id);
	HTML(p->b, "&amp;comparator=");
	html_text(p->b, s->set.id);
	HTML(p->b, "\">");
	page_named(p, &s->set);
	HTML(p->b, "</a></th>");
	if (at == NULL) {
		HTML(p->b, "<td colspan=\"4\">");
		html_say(p->b, &p->lang, "There is no period in which both are measured.");
		HTML(p->b, "</td></tr>\n");
		return;
	}
	HTML(p->b, "<td>");
	show_period(p, at->city->o->period);
	HTML(p->b, "</td>");
	put_both(p, m, at);
	HTML(p->b, "</tr>\n");
}

static void
put_cities(struct page *p, const struct comparison_view *m)
{
	static const struct section_column columns[] = {
		{ N_("Compared with"), false }, { N_("Period"), false }, { N_("The city"), true },
		{ N_("There"), true }, { N_("Difference"), true },
	};

	section_open(p, "cities", N_("Other cities"));
	section_say(p, N_("Each leads to all periods in which both are measured, with their sources."));
	table_open(p, say(&p->lang, "The newest period in which both are measured"), columns,
	    COUNT_OF(columns));
	for (size_t i = 0; i < m->len; i++)
		if (!m->at[i].is_set)
			put_city(p, m, &m->at[i]);
	table_close(p);
	section_close(p);
}

static void
put_sets(struct page *p, const struct comparison_view *m)
{
	size_t cities = 0;

	for (size_t i = 0; i < m->len; i++)
		cities += !m->at[i].is_set;
	for (size_t i = 0; i < m->len; i++)
		if (m->at[i].is_set || cities <= CITIES_MAX)
			put_set(p, m, &m->at[i], i);
	if (cities > CITIES_MAX)
		put_cities(p, m);
}

static void
put_targets(struct page *p, const struct comparison_view *m)
{
	size_t n = 0;

	for (size_t i = 0; i < m->indicator.targets; i++) {
		const struct barometer_row *r = m->indicator.target[i];

		if (r->target->kind != TARGET_BENCHMARK)
			continue;
		if (n++ == 0) {
			section_open(p, "targets", N_("What is promised against others"));
			HTML(p->b, "<ul class=\"need-targets\">\n");
		}
		areas_show_target(p, r);
	}
	if (n == 0)
		return;
	HTML(p->b, "</ul>\n");
	section_close(p);
}

/* The indicator is kept when another set is chosen. */
static void
put_filter(struct page *p, const struct comparison_view *m)
{
	if (m->choices < 2)
		return;
	filter_open(p);
	HTML(p->b, "<input type=\"hidden\" name=\"indicator\"");
	html_attr(p->b, "value", m->indicator.indicator.id);
	HTML(p->b, ">\n");
	filter_choice(p, N_("Compared with"), "comparator", m->choice, m->choices, m->asked);
	filter_close(p);
}

static void
put_subtitle(struct page *p, const struct comparison_view *m)
{
	HTML(p->b, "<p class=\"subtitle\">");
	show_linked(p, N_("More about {1}"), "indicator", &m->indicator.indicator);
	HTML(p->b, " · ");
	html_text(p->b, show_measure(&p->lang, m->indicator.is.unit));
	HTML(p->b, " · ");
	html_say(p->b, &p->lang, "as of");
	HTML(p->b, " ");
	page_day(p, m->indicator.as_of);
	HTML(p->b, "</p>\n");
}

void
comparison_page(struct page *p, const struct comparison_view *m)
{
	struct chart c = indicator_chart(p->a, &p->lang, &m->indicator);
	struct str   with = title_of(p, &m->indicator.indicator);

	put_title(p);
	p->title = text_fill(p->a, say(&p->lang, "Comparison: {1}"), &with, 1);
	p->crumb[p->crumbs++] = (struct crumb){ "comparison", {
		.title = say(&p->lang, "Comparison"), .title_en = say(&p->lang, "Comparison"),
	} };
	page_open(p);
	HTML(p->b, "<h1>");
	page_named(p, &m->indicator.indicator);
	HTML(p->b, "</h1>\n");
	put_lead(p, m);
	put_subtitle(p, m);
	put_filter(p, m);
	if (m->len == 0)
		section_say(p, N_("This indicator is measured in no other city."));
	else
		chart_figure(p, &c);
	put_sets(p, m);
	put_targets(p, m);
	page_close(p);
}
