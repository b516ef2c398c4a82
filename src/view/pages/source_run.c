/* One time that a source was asked: how far it is, then what came of it. */
#include "view/pages/sources.h"
#include "model/source_problem.h"
#include "view/section.h"

#define DAY_SECONDS 86400

/* ---- the parts ---- */

void
source_moment(struct page *p, int64_t unix)
{
	int32_t    day = (int32_t)(unix / DAY_SECONDS);
	int        minute = (int)(unix % DAY_SECONDS / 60);

	HTML(p->b, "<time");
	html_attr(p->b, "datetime", moment_iso(p->a, unix));
	page_words(p, lang_danish(&p->lang));
	HTML(p->b, ">");
	day_write_long(p->b, day, lang_danish(&p->lang));
	html_text(p->b, arena_printf(p->a, lang_danish(&p->lang) ? ", %02d.%02d UTC" : ", %02d:%02d UTC",
	    minute / 60, minute % 60));
	HTML(p->b, "</time>");
}

void
source_run_href(struct page *p, int64_t id)
{
	page_href(p, "work/fetch", arena_printf(p->a, "%lld", (long long)id));
}

void
source_counts(struct page *p, const struct source_run *r)
{
	struct str n[] = {
		arena_printf(p->a, "%lld", (long long)r->added),
		arena_printf(p->a, "%lld", (long long)r->revised),
		arena_printf(p->a, "%lld", (long long)r->same),
	};

	if (r->unchanged)
		html_say(p->b, &p->lang, "Nothing changed at the bureau since it was fetched last.");
	else
		html_fill(p->b, say(&p->lang, r->kind == SOURCE_RUN_TRY || r->kind == SOURCE_RUN_DRAFT
		    ? N_("Would come: {1} new, {2} revised, {3} as before.")
		    : N_("Came: {1} new, {2} revised, {3} as before.")), n, COUNT_OF(n));
}

void
source_wrong(struct page *p, const struct source_run *r)
{
	struct source_advice advice = source_advice(r->problem);

	HTML(p->b, "<div class=\"alert alert-error\"><div class=\"alert-body\"><p class=\"alert-heading\">");
	html_say(p->b, &p->lang, advice.what);
	HTML(p->b, "</p>\n<p class=\"alert-text\">");
	html_say(p->b, &p->lang, advice.remedy);
	HTML(p->b, " ");
	html_say(p->b, &p->lang, "The figures stay as they are.");
	HTML(p->b, "</p>\n");
	if (r->problem.len > 0) {
		HTML(p->b, "<p class=\"alert-text\"><q lang=\"en\">");
		html_text(p->b, r->problem);
		HTML(p->b, "</q></p>\n");
	}
	HTML(p->b, "</div></div>\n");
}

/* As people of this language write it; a missing symbol as it is. */
static void
put_figure(struct page *p, struct str plain, const char *sign)
{
	struct number n;

	if (!number_from_plain(plain, &n)) {
		html_text(p->b, plain);
		return;
	}
	show_exact(p, n);
	html_text(p->b, str_from(sign));
	number_write(p->b, n, lang_danish(&p->lang) ? NOTATION_DA : NOTATION_EN);
	show_exact_end(p);
}

static void
put_difference(struct page *p, const struct source_difference *f)
{
	struct number was, is, by;

	if (number_from_plain(f->was, &was) && number_from_plain(f->is, &is) && number_sub(is, was, &by))
		put_figure(p, number_plain(p->a, by), number_sign(by) > 0 ? "+" : "");
}

static void
put_row(struct page *p, const struct source_difference *f)
{
	HTML(p->b, "<tr><th scope=\"row\">");
	page_link(p, "indicator", &f->indicator);
	HTML(p->b, "</th><td>");
	page_named(p, &f->area);
	HTML(p->b, "</td><td>");
	if (f->group.id.len > 0)
		page_named(p, &f->group);
	else
		html_say(p->b, &p->lang, "everybody");
	HTML(p->b, "</td><td>");
	show_period(p, f->period);
	HTML(p->b, "</td><td class=\"number\">");
	if (f->was.len > 0)
		put_figure(p, f->was, "");
	else
		html_say(p->b, &p->lang, "no figure");
	HTML(p->b, "</td><td class=\"number\">");
	put_figure(p, f->is, "");
	HTML(p->b, "</td><td class=\"number\">");
	put_difference(p, f);
	HTML(p->b, "</td></tr>\n");
}

static void
put_left(struct page *p, const struct source_run *r)
{
	int64_t    left = r->added + r->revised - (int64_t)r->len;
	struct str n = arena_printf(p->a, "%lld", (long long)left);

	if (left <= 0)
		return;
	HTML(p->b, "<p>");
	html_fill(p->b, say_n(&p->lang, left, "{1} more figure is not shown here.",
	    "{1} more figures are not shown here."), &n, 1);
	HTML(p->b, "</p>\n");
}

static void
put_unmapped(struct page *p, struct str lines)
{
	struct str rest = lines;

	if (lines.len == 0)
		return;
	HTML(p->b, "<details>\n<summary>");
	html_say(p->b, &p->lang, "Codes that the bureau has and the source passes by");
	HTML(p->b, "</summary>\n<ul>\n");
	while (rest.len > 0) {
		HTML(p->b, "<li lang=\"da\">");
		html_text(p->b, str_cut(&rest, '\n'));
		HTML(p->b, "</li>\n");
	}
	HTML(p->b, "</ul>\n</details>\n");
}

void
source_figures(struct page *p, const struct source_run *r)
{
	static const struct section_column columns[] = {
		{ N_("Indicator"), false }, { N_("Area"), false }, { N_("Group"), false },
		{ N_("Period"), false }, { N_("Was"), true }, { N_("Is"), true }, { N_("Difference"), true },
	};

	if (r->len > 0) {
		table_open(p, say(&p->lang, "Figures that are new or revised"), columns, COUNT_OF(columns));
		for (size_t i = 0; i < r->len; i++)
			put_row(p, &r->at[i]);
		table_close(p);
		put_left(p, r);
	}
	put_unmapped(p, r->unmapped);
}

/* ---- the page ---- */

static void
say_way(struct page *p, const struct source_run *m)
{
	struct str n = arena_printf(p->a, "%lld", (long long)m->ahead);

	HTML(p->b, "<div role=\"status\">\n<p>");
	if (m->state == SOURCE_RUN_WORKING)
		html_say(p->b, &p->lang, "The bureau is being asked.");
	else if (m->ahead == 0)
		html_say(p->b, &p->lang, "It is the next one to be asked.");
	else
		html_fill(p->b, say_n(&p->lang, m->ahead, "{1} source is asked before it.",
		    "{1} sources are asked before it."), &n, 1);
	HTML(p->b, "</p>\n<p>");
	html_say(p->b, &p->lang, "This page looks again by itself every few seconds and shows what came "
	    "when it is there. You may leave it: the bureau is asked all the same.");
	HTML(p->b, "</p>\n</div>\n");
}

static void
put_change(struct page *p, const struct source_run *m)
{
	struct str n = arena_printf(p->a, "%lld", (long long)m->change);

	if (m->change == 0)
		return;
	HTML(p->b, "<p>");
	html_fill(p->b, say(&p->lang, "They are in the register as change {1}."), &n, 1);
	HTML(p->b, "</p>\n");
}

static void
put_done(struct page *p, const struct work *w, const struct source_run *m, bool may)
{
	HTML(p->b, "<p class=\"lead font-lead\">");
	source_counts(p, m);
	HTML(p->b, "</p>\n");
	if (m->kind == SOURCE_RUN_TRY)
		section_say(p, N_("This was a try: nothing was written."));
	put_change(p, m);
	if (m->kind == SOURCE_RUN_TRY && may && m->added + m->revised > 0)
		form_act(p, &w->form, arena_printf(p->a, "work/sources/" STR_FMT "/fetch",
		    STR_ARG(m->source.id)), say(&p->lang, "Fetch them now"), NULL, 0);
	source_figures(p, m);
}

static void
put_state(struct page *p, const struct work *w, const struct source_run *m, bool may)
{
	switch (m->state) {
	case SOURCE_RUN_WAITING:
	case SOURCE_RUN_WORKING:
		say_way(p, m);
		return;
	case SOURCE_RUN_DONE:
		put_done(p, w, m, may);
		return;
	case SOURCE_RUN_FAILED:
	case SOURCE_RUN_BROKEN:
		source_wrong(p, m);
		return;
	case SOURCE_RUN_DENIED:
		section_say(p, N_("Whoever asked for it may change this source no more. The bureau was not asked."));
		return;
	case SOURCE_RUN_STATE_COUNT:
		return;
	}
}

static void
put_link(struct page *p, struct str key, const char *words)
{
	HTML(p->b, "<p><a");
	page_href(p, "work/sources", key);
	HTML(p->b, ">");
	html_say(p->b, &p->lang, words);
	HTML(p->b, "</a></p>\n");
}

static const char *
title_of(const struct source_run *m)
{
	bool failed = m->state == SOURCE_RUN_FAILED || m->state == SOURCE_RUN_BROKEN ||
	    m->state == SOURCE_RUN_DENIED;

	if (m->kind == SOURCE_RUN_TRY)
		return N_("Tried: {1}");
	if (failed)
		return N_("Not fetched: {1}");
	return m->state == SOURCE_RUN_DONE ? N_("Fetched: {1}") : N_("Is fetched: {1}");
}

/* "23. november 2026, 08.31 UTC, Bo Ærø" */
static void
put_asked(struct page *p, const struct source_run *m)
{
	HTML(p->b, "<p>");
	source_moment(p, m->asked);
	HTML(p->b, ", ");
	html_text(p->b, m->by.len > 0 ? m->by : say(&p->lang, "on the server"));
	HTML(p->b, "</p>\n");
}

void
source_run_page(struct page *p, struct work *w, const struct source_run *m, bool may)
{
	bool       danish = lang_danish(&p->lang);
	struct str title = named_title(&m->source, &danish);

	if (title.len == 0)
		title = m->source.id;
	p->title = m->kind == SOURCE_RUN_DRAFT ? say(&p->lang, "The table is looked at")
	    : text_fill(p->a, say(&p->lang, title_of(m)), &title, 1);
	p->description = say(&p->lang, "How far a source is that was asked for, and what came of it.");
	work_open(p, w);
	HTML(p->b, "<h1>");
	html_text(p->b, p->title);
	HTML(p->b, "</h1>\n");
	put_asked(p, m);
	put_state(p, w, m, may);
	if (m->source.id.len > 0)
		put_link(p, m->source.id, N_("The source, with what it asks for"));
	put_link(p, STR_NONE, N_("All sources"));
	work_close(p);
}
