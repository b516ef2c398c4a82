#include "view/pages/barometer_parts.h"
#include "view/days.h"
#include "view/filter.h"
#include "view/show.h"

static void
put_parameter(struct page *p, bool *first, const char *name, struct str value)
{
	if (value.len == 0)
		return;
	html_text(p->b, *first ? STR("?") : STR("&"));
	html_text(p->b, str_from(name));
	HTML(p->b, "=");
	html_text(p->b, value);
	*first = false;
}

void
barometer_href(struct page *p, const struct barometer_ask *ask)
{
	bool first = true;

	HTML(p->b, " href=\"/");
	html_text(p->b, p->lang.code);
	HTML(p->b, "/");
	if (ask->has_as_of)
		put_parameter(p, &first, "as_of", day_iso(p->a, ask->as_of));
	put_parameter(p, &first, "policy", ask->policy);
	put_parameter(p, &first, "theme", ask->theme);
	put_parameter(p, &first, "unit", ask->unit);
	if (ask->has_verdict)
		put_parameter(p, &first, "verdict", verdict_code(ask->verdict));
	put_parameter(p, &first, "area", ask->area);
	HTML(p->b, "\"");
}

/* ---- the form ---- */

static void
put_option(struct page *p, struct str value, bool chosen, bool danish, struct str title, size_t n)
{
	filter_option(p, value, arena_printf(p->a, STR_FMT " (%zu)", STR_ARG(title), n), danish, chosen);
}

static void
put_choices(struct page *p, const char *label, const char *name,
            const struct barometer_choices *c)
{
	if (c->len < 2 && (c->len == 0 || !c->at->chosen))
		return;
	filter_select(p, label, name, true);
	for (size_t i = 0; i < c->len; i++) {
		bool       danish = lang_danish(&p->lang);
		struct str title = named_title(&c->at[i].thing, &danish);

		put_option(p, c->at[i].thing.id, c->at[i].chosen, danish, title, c->at[i].count);
	}
	filter_end(p);
}

static void
put_verdicts(struct page *p, const struct barometer_view *m)
{
	bool danish = lang_danish(&p->lang);

	filter_select(p, N_("Verdict"), "verdict", true);
	for (size_t v = 0; v < VERDICT_COUNT; v++) {
		bool chosen = m->ask.has_verdict && (size_t)m->ask.verdict == v;

		if (m->total_count[v] > 0 || chosen)
			put_option(p, verdict_code((enum verdict)v), chosen, danish,
			    verdict_word((enum verdict)v, danish), m->total_count[v]);
	}
	filter_end(p);
}

static void
put_day(struct page *p, const struct barometer_view *m)
{
	page_lacks(p, N_("This copy of the site shows the newest figures and cannot look back to another day."));
	if (p->fixed)
		return;
	HTML(p->b, "<div class=\"form-group\"><label class=\"form-label\" for=\"as_of\">");
	html_say(p->b, &p->lang, "As it stood on");
	HTML(p->b, "</label>\n<input class=\"form-input\" type=\"date\" id=\"as_of\" name=\"as_of\"");
	if (m->ask.has_as_of)
		html_attr(p->b, "value", day_iso(p->a, m->ask.as_of));
	HTML(p->b, "></div>\n");
}

static void
put_link(struct page *p, const struct barometer_ask *ask, const char *text)
{
	HTML(p->b, " <a");
	barometer_href(p, ask);
	HTML(p->b, ">");
	html_say(p->b, &p->lang, text);
	HTML(p->b, "</a>");
}

/* How many are shown, and the ways back to more. */
static void
put_shown(struct page *p, const struct barometer_view *m)
{
	struct barometer_ask now = m->ask, all = { .has_as_of = m->ask.has_as_of,
	                                           .as_of = m->ask.as_of };
	struct str           with[] = { arena_printf(p->a, "%zu", m->len),
	                                arena_printf(p->a, "%zu", m->total) };

	now.has_as_of = false;
	if (!m->filtered && !m->ask.has_as_of)
		return;
	HTML(p->b, "<p class=\"shown\">");
	if (m->filtered && m->len == 0)
		html_say(p->b, &p->lang, "No target is like that.");
	else if (m->filtered)
		html_fill(p->b, say_n(&p->lang, (int64_t)m->len, "Shows {1} of {2} targets.",
		    "Shows {1} of {2} targets."), with, 2);
	if (m->filtered)
		put_link(p, &all, N_("Show all targets"));
	if (m->ask.has_as_of)
		put_link(p, &now, N_("Back to the status date"));
	HTML(p->b, "</p>\n");
}

static void
put_href(struct page *p, const void *with, int32_t day)
{
	struct barometer_ask ask = *(const struct barometer_ask *)with;

	ask.has_as_of = day != DAY_MIN;
	ask.as_of = day;
	barometer_href(p, &ask);
}

static void
put_track(struct page *p, const struct barometer_view *m)
{
	struct days_track track = {
		.day = m->day, .len = m->days, .has_as_of = m->ask.has_as_of,
		.as_of = m->ask.as_of, .href = put_href, .with = &m->ask,
	};

	if (m->days == 0 || p->fixed)
		return;
	HTML(p->b, "<details");
	if (m->ask.has_as_of)
		HTML(p->b, " open");
	HTML(p->b, ">\n<summary>");
	html_say(p->b, &p->lang, "Look back");
	HTML(p->b, "</summary>\n");
	days_write(p, &track);
	HTML(p->b, "</details>\n");
}

void
barometer_filter(struct page *p, const struct barometer_view *m)
{
	filter_open(p);
	put_choices(p, N_("Policy"), "policy", &m->policies);
	put_choices(p, N_("Theme"), "theme", &m->themes);
	put_choices(p, N_("Committee or administration"), "unit", &m->units);
	put_verdicts(p, m);
	put_choices(p, N_("Area"), "area", &m->areas);
	put_day(p, m);
	if (p->fixed && !m->ask.has_verdict) {
		HTML(p->b, "<p class=\"filter-note\">");
		html_say(p->b, &p->lang, "Choose a verdict below to see it within what is chosen.");
		HTML(p->b, "</p>\n");
	}
	filter_close(p);
	put_shown(p, m);
	put_track(p, m);
}

/* ---- counts ---- */

/* The counts as one bar; the list below it says the same in words. */
static void
put_bar(struct page *p, const size_t count[VERDICT_COUNT])
{
	int64_t x = 0, total = 0;

	for (size_t v = 0; v < VERDICT_COUNT; v++)
		total += (int64_t)count[v];
	HTML(p->b, "<svg class=\"bar\" aria-hidden=\"true\" preserveAspectRatio=\"none\" viewBox=\"0 0 ");
	html_int(p->b, total);
	HTML(p->b, " 1\">");
	for (size_t v = 0; v < VERDICT_COUNT; v++) {
		if (count[v] == 0)
			continue;
		HTML(p->b, "<rect height=\"1\"");
		html_attr(p->b, "class", verdict_code((enum verdict)v));
		html_attr_int(p->b, "x", x);
		html_attr_int(p->b, "width", (int64_t)count[v]);
		HTML(p->b, "/>");
		x += (int64_t)count[v];
	}
	HTML(p->b, "</svg>\n");
}

void
barometer_counts(struct page *p, const size_t count[VERDICT_COUNT],
                 const struct barometer_ask *ask)
{
	put_bar(p, count);
	HTML(p->b, "<ul class=\"counts\"");
	html_attr(p->b, "aria-label", say(&p->lang, "Targets by verdict"));
	HTML(p->b, ">\n");
	for (size_t v = 0; v < VERDICT_COUNT; v++) {
		struct barometer_ask to = *ask;

		if (count[v] == 0)
			continue;
		to.has_verdict = true;
		to.verdict = (enum verdict)v;
		HTML(p->b, "<li><a");
		barometer_href(p, &to);
		HTML(p->b, "><strong>");
		html_int(p->b, (int64_t)count[v]);
		HTML(p->b, "</strong> ");
		show_verdict(p, (enum verdict)v);
		HTML(p->b, "</a></li>\n");
	}
	HTML(p->b, "</ul>\n");
}
