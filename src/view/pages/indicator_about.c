/* What an indicator is: definition, methods, sources, who measures it and when. */
#include "view/pages/indicator.h"
#include "view/days.h"
#include "view/form.h"
#include "view/show.h"

static void
open_row(struct page *p, const char *title)
{
	HTML(p->b, "<div><dt>");
	html_say(p->b, &p->lang, title);
	HTML(p->b, "</dt><dd>");
}

static void
close_row(struct page *p)
{
	HTML(p->b, "</dd></div>\n");
}

static void
put_definition(struct page *p, const struct indicator_view *m)
{
	open_row(p, N_("Definition"));
	if (m->definition.da.len > 0)
		show_worded(p, m->definition);
	else
		html_say(p->b, &p->lang, "The documents do not say more than the name.");
	if (m->numerator.id.len > 0) {
		HTML(p->b, " ");
		show_linked(p, N_("The share is counted from {1}."), "indicator", &m->numerator);
	}
	close_row(p);
}

static void
put_better(struct page *p, enum direction d)
{
	static const char *const ways[] = {
		[DIRECTION_NONE] = N_("Neither way is said to be better"),
		[DIRECTION_RISE] = N_("Up is better"), [DIRECTION_FALL] = N_("Down is better"),
		[DIRECTION_HOLD] = N_("It shall stay as it is"),
	};

	open_row(p, N_("Direction"));
	html_say(p->b, &p->lang, ways[d]);
	close_row(p);
}

static void
put_method(struct page *p, const struct method_view *v)
{
	struct str with = arena_printf(p->a, "%lld", (long long)v->version);

	HTML(p->b, "<li>");
	html_fill(p->b, say(&p->lang, "Method {1}"), &with, 1);
	HTML(p->b, ": ");
	page_named(p, &v->title);
	if (v->has_start) {
		HTML(p->b, ", ");
		html_say(p->b, &p->lang, "from");
		HTML(p->b, " ");
		page_day(p, v->starts);
	}
	if (v->source.document.len > 0)
		HTML(p->b, " · ");
	(void)show_source(p, &v->source);
	HTML(p->b, "</li>\n");
}

static void
put_methods(struct page *p, const struct indicator_view *m)
{
	if (m->methods == 0)
		return;
	open_row(p, N_("Method versions"));
	HTML(p->b, "<ul>\n");
	for (size_t i = 0; i < m->methods; i++)
		put_method(p, &m->method[i]);
	HTML(p->b, "</ul>");
	close_row(p);
}

static void
put_documents(struct page *p, const struct indicator_view *m)
{
	open_row(p, N_("Source"));
	if (m->documents == 0 && !show_source(p, &m->source))
		html_say(p->b, &p->lang, "Recorded by a person, without a document.");
	for (size_t i = 0; i < m->documents; i++) {
		if (i > 0)
			HTML(p->b, "; ");
		page_link(p, "document", &m->document[i]);
	}
	close_row(p);
}

/* How often, in the reader's own words where they were understood. */
static void
put_frequency(struct page *p, const struct due *d)
{
	struct str n = arena_printf(p->a, "%d", d->frequency.months + d->frequency.days);

	if (!d->has_frequency)
		show_worded(p, d->words);
	else if (d->frequency.days > 0)
		html_fill(p->b, say_n(&p->lang, d->frequency.days, "Every day", "Every {1} days"), &n, 1);
	else if (d->frequency.months == 12)
		html_say(p->b, &p->lang, "Every year");
	else if (d->frequency.months == 6)
		html_say(p->b, &p->lang, "Twice a year");
	else if (d->frequency.months == 3)
		html_say(p->b, &p->lang, "Every quarter");
	else
		html_fill(p->b, say_n(&p->lang, d->frequency.months, "Every month",
		    "Every {1} months"), &n, 1);
}

static void
put_due(struct page *p, const struct indicator_view *m)
{
	const struct due *d = &m->due;

	open_row(p, N_("How often"));
	if (d->words.da.len > 0)
		put_frequency(p, d);
	else
		html_say(p->b, &p->lang, "Not stated");
	close_row(p);
	open_row(p, N_("Next measurement"));
	if (!d->has_period) {
		html_say(p->b, &p->lang, "Not known");
	} else {
		show_period(p, d->period);
		if (d->overdue) {
			HTML(p->b, " <strong class=\"overdue\">");
			html_say(p->b, &p->lang, "overdue: the period is over, and it is not there");
			HTML(p->b, "</strong>");
		}
	}
	close_row(p);
}

static void
put_unit(struct page *p, const struct indicator_view *m)
{
	open_row(p, N_("Responsible"));
	if (m->unit.id.len > 0)
		page_link(p, "unit", &m->unit);
	else
		html_say(p->b, &p->lang, "Not stated");
	close_row(p);
}

static void
put_recorded(struct page *p, const struct indicator_view *m)
{
	open_row(p, N_("Recorded"));
	show_moment(p, m->recorded.at);
	if (m->source.document.len > 0)
		HTML(p->b, " · ");
	(void)show_source(p, &m->source);
	close_row(p);
}

void
indicator_about(struct page *p, const struct indicator_view *m)
{
	HTML(p->b, "<section aria-labelledby=\"about\">\n<h2 id=\"about\">");
	html_say(p->b, &p->lang, "About the indicator");
	HTML(p->b, "</h2>\n<dl class=\"structured-list\">\n");
	put_definition(p, m);
	put_better(p, m->is.better);
	put_methods(p, m);
	put_documents(p, m);
	put_due(p, m);
	put_unit(p, m);
	put_recorded(p, m);
	HTML(p->b, "</dl>\n</section>\n");
}

/* ---- as it stood ---- */

static void
put_form(struct page *p, const struct indicator_view *m)
{
	HTML(p->b, "<form method=\"get\" class=\"as-of\">\n");
	if (m->asked_area)
		form_hidden(p, "area", m->area.id);
	if (m->group.id.len > 0)
		form_hidden(p, "group", m->group.id);
	HTML(p->b, "<label class=\"form-label\" for=\"as_of\">");
	html_say(p->b, &p->lang, "Show as it stood on");
	HTML(p->b, "</label>\n<input class=\"form-input\" type=\"date\" id=\"as_of\" name=\"as_of\" "
	    "required");
	html_attr(p->b, "value", day_iso(p->a, m->as_of));
	if (m->days > 0)
		html_attr(p->b, "min", day_iso(p->a, m->day[0]));
	HTML(p->b, ">\n<button class=\"button button-secondary\" type=\"submit\">");
	html_say(p->b, &p->lang, "Show");
	HTML(p->b, "</button>\n</form>\n");
}

static void
put_href(struct page *p, const void *with, int32_t day)
{
	const struct indicator_view *m = with;

	indicator_href(p, m, day, m->asked_area ? m->area.id : STR_NONE, m->group.id);
}

void
indicator_days(struct page *p, const struct indicator_view *m)
{
	struct str        later = arena_printf(p->a, "%zu", m->later);
	struct days_track track = {
		.day = m->day, .len = m->days, .has_as_of = m->has_as_of, .as_of = m->as_of,
		.href = put_href, .with = m,
	};

	HTML(p->b, "<section aria-labelledby=\"days-title\">\n<h2 id=\"days-title\">");
	html_say(p->b, &p->lang, "As it stood");
	HTML(p->b, "</h2>\n");
	if (m->later > 0) {
		HTML(p->b, "<p>");
		html_fill(p->b, say_n(&p->lang, (int64_t)m->later,
		    "{1} figure is newer than the day this page stands at.",
		    "{1} figures are newer than the day this page stands at."), &later, 1);
		HTML(p->b, "</p>\n");
	}
	page_lacks(p, N_("This copy of the site shows the newest figures and cannot look back to another day."));
	if (!p->fixed) {
		put_form(p, m);
		days_write(p, &track);
	}
	HTML(p->b, "</section>\n");
}
