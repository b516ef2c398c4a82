#include "view/pages/indicators.h"
#include "view/indicator_chart.h"
#include "view/filter.h"
#include "view/show.h"

static void
put_filter(struct page *p, const struct indicator_list *m, const struct indicators_ask *ask)
{
	filter_open(p);
	filter_words(p, N_("Words in the name or definition"), ask->q);
	filter_choice(p, N_("Policy"), "policy", m->policy, m->policies, ask->policy);
	filter_choice(p, N_("Theme"), "theme", m->theme, m->themes, ask->theme);
	filter_choice(p, N_("Committee or administration"), "unit", m->unit, m->units, ask->unit);
	filter_close(p);
}

/* ---- rows ---- */

static void
put_latest(struct page *p, const struct indicator_row *r)
{
	const struct observation *o = r->trend.latest;

	HTML(p->b, "<td class=\"number\">");
	if (o == NULL) {
		HTML(p->b, "–");
	} else {
		show_observation(p, o, r->is.unit);
		HTML(p->b, " <span class=\"when\">");
		show_period(p, o->period);
		show_marks(p, o);
		HTML(p->b, "</span>");
	}
	HTML(p->b, "</td>");
}

static void
put_verdicts(struct page *p, const struct indicator_row *r)
{
	HTML(p->b, "<td>");
	for (size_t i = 0; i < r->targets; i++) {
		if (i > 0)
			HTML(p->b, "<br>");
		show_verdict(p, r->target[i]->judgement.verdict);
	}
	if (r->targets == 0)
		html_say(p->b, &p->lang, "Nothing promised");
	HTML(p->b, "</td>");
}

static void
put_due(struct page *p, const struct indicator_row *r)
{
	HTML(p->b, "<td>");
	if (r->due.has_period) {
		show_period(p, r->due.period);
		if (r->due.overdue) {
			HTML(p->b, " <strong class=\"overdue\">");
			html_say(p->b, &p->lang, "overdue");
			HTML(p->b, "</strong>");
		}
	} else {
		html_say(p->b, &p->lang, "Not known");
	}
	HTML(p->b, "</td>");
}

static void
put_row(struct page *p, const struct indicator_row *r)
{
	struct chart_out out = chart_on_page(p, CHART_PANEL);
	struct chart     spark = indicator_spark(p->a, &p->lang, r);

	HTML(p->b, "<tr><th scope=\"row\">");
	page_link(p, "indicator", &r->indicator);
	if (r->unit_short.len > 0) {
		HTML(p->b, " <span class=\"unit\">");
		html_text(p->b, r->unit_short);
		HTML(p->b, "</span>");
	}
	HTML(p->b, "</th><td>");
	html_text(p->b, lang_danish(&p->lang) ? r->trend.da : r->trend.en);
	if (r->trend.first != NULL)
		chart_spark(&out, &spark);
	HTML(p->b, "</td>");
	put_latest(p, r);
	put_verdicts(p, r);
	put_due(p, r);
	HTML(p->b, "</tr>\n");
}

static void
put_head(struct page *p)
{
	static const char *const titles[] = {
		N_("Indicator"), N_("What it did"), N_("Latest figure"), N_("Verdict"),
		N_("Next measurement"),
	};

	HTML(p->b, "<thead>\n<tr>");
	for (size_t i = 0; i < COUNT_OF(titles); i++) {
		HTML(p->b, "<th scope=\"col\"");
		if (i == 2)
			HTML(p->b, " class=\"number\"");
		HTML(p->b, ">");
		html_say(p->b, &p->lang, titles[i]);
		HTML(p->b, "</th>");
	}
	HTML(p->b, "</tr>\n</thead>\n");
}

static size_t
theme_end(const struct indicator_list *m, size_t from)
{
	size_t to = from + 1;

	while (to < m->len && str_eq(m->at[to].theme.id, m->at[from].theme.id) &&
	    (m->at[to].targets == 0) == (m->at[from].targets == 0))
		to++;
	return to;
}

static void
put_theme(struct page *p, const struct indicator_row *at, size_t n, size_t number)
{
	struct str id = arena_printf(p->a, "theme-%zu", number);

	/* No landmark: names of the register may be the same. */
	HTML(p->b, "<section>\n<h2");
	html_attr(p->b, "id", id);
	HTML(p->b, ">");
	if (at->theme.id.len > 0)
		page_named(p, &at->theme);
	else if (at->targets > 0)
		html_say(p->b, &p->lang, "Without a theme");
	else
		html_say(p->b, &p->lang, "Measured without a promise");
	HTML(p->b, "</h2>\n");
	if (at->policy.id.len > 0) {
		HTML(p->b, "<p class=\"status\">");
		page_named(p, &at->policy);
		HTML(p->b, "</p>\n");
	}
	HTML(p->b, "<div class=\"table--responsive-scroll\" tabindex=\"0\" role=\"group\"");
	html_attr(p->b, "aria-labelledby", id);
	HTML(p->b, ">\n<table class=\"table sortable indicator-list\"");
	html_attr(p->b, "aria-labelledby", id);
	HTML(p->b, ">\n");
	put_head(p);
	HTML(p->b, "<tbody>\n");
	for (size_t i = 0; i < n; i++)
		put_row(p, &at[i]);
	HTML(p->b, "</tbody>\n</table>\n</div>\n</section>\n");
}

void
indicators_page(struct page *p, const struct indicator_list *m, const struct indicators_ask *ask)
{
	struct str total = arena_printf(p->a, "%zu", m->len);
	size_t     to, number = 0;

	p->section = SECTION_INDICATORS;
	p->title = say(&p->lang, "Indicators");
	p->description = say(&p->lang, "Everything that is measured, with the latest figure.");
	page_open(p);
	HTML(p->b, "<h1>");
	html_say(p->b, &p->lang, "Indicators");
	HTML(p->b, "</h1>\n<p class=\"lead font-lead\">");
	html_fill(p->b, say_n(&p->lang, (int64_t)m->len, "{1} indicator is measured or promised.",
	    "{1} indicators are measured or promised."), &total, 1);
	HTML(p->b, "</p>\n");
	put_filter(p, m, ask);
	for (size_t i = 0; i < m->len; i = to) {
		to = theme_end(m, i);
		put_theme(p, &m->at[i], to - i, ++number);
	}
	page_close(p);
}
