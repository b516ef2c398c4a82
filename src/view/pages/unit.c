#include "view/pages/unit.h"
#include "view/money.h"
#include "view/pages/initiative.h"
#include "view/section.h"

static struct str
level_word(const struct lang *l, struct str level)
{
	static const struct {
		struct str  code;
		const char *word;
	} words[] = {
		{ STR_INIT("committee"), N_("Committee") },
		{ STR_INIT("administration"), N_("Administration") },
		{ STR_INIT("department"), N_("Department") },
	};

	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (str_eq(words[i].code, level))
			return say(l, words[i].word);
	return STR_NONE;
}

static void
put_headline(struct page *p, const struct unit_view *m)
{
	struct str n = arena_printf(p->a, "%zu", m->self.targets);
	struct str level = level_word(&p->lang, m->self.level);

	HTML(p->b, "<h1>");
	page_named(p, &m->self.unit);
	section_unit(p, m->self.short_name);
	HTML(p->b, "</h1>\n<p class=\"lead font-lead\">");
	if (m->self.targets == 0) {
		html_say(p->b, &p->lang, "The unit has no target that can be checked.");
	} else {
		html_fill(p->b, say_n(&p->lang, (int64_t)m->self.targets, "{1} target:",
		    "{1} targets:"), &n, 1);
		HTML(p->b, " ");
		section_verdicts(p, m->self.count);
	}
	HTML(p->b, "</p>\n<p class=\"subtitle\">");
	html_text(p->b, level);
	for (size_t i = 0; i < m->above_len; i++) {
		if (i > 0 || level.len > 0)
			HTML(p->b, " · ");
		show_linked(p, N_("under {1}"), "unit", &m->above[i]);
	}
	HTML(p->b, "</p>\n");
}

/* ---- what it owes ---- */

static void
put_due(struct page *p, const struct indicator_row *r)
{
	HTML(p->b, "<tr><th scope=\"row\">");
	page_link(p, "indicator", &r->indicator);
	section_unit(p, r->unit_short);
	HTML(p->b, "</th><td>");
	show_period(p, r->due.period);
	HTML(p->b, "</td><td>");
	if (r->due.overdue) {
		HTML(p->b, "<strong class=\"overdue\">");
		html_say(p->b, &p->lang, "Late: the period is over");
		HTML(p->b, "</strong>");
	} else {
		html_say(p->b, &p->lang, "Not due yet");
	}
	HTML(p->b, "</td></tr>\n");
}

static void
put_owed(struct page *p, const struct unit_view *m)
{
	static const struct section_column columns[] = {
		{ N_("Indicator"), false }, { N_("Is measured next for"), false }, { N_("State"), false },
	};

	section_open(p, "owes", N_("What it owes"));
	HTML(p->b, "<h3>");
	html_say(p->b, &p->lang, "Promised follow-ups");
	HTML(p->b, "</h3>\n");
	if (m->followups.len == 0)
		section_say(p, N_("No promised follow-up is waited for."));
	else
		followups_table(p, m->followups.at, m->followups.len, true);
	HTML(p->b, "<h3>");
	html_say(p->b, &p->lang, "Next measurements");
	HTML(p->b, "</h3>\n");
	if (m->dues == 0) {
		section_say(p, N_("No measurement has a day on which it is due."));
	} else {
		table_open(p, say(&p->lang, "What is measured next, late ones first"), columns,
		    COUNT_OF(columns));
		for (size_t i = 0; i < m->dues; i++)
			put_due(p, &m->due[i]);
		table_close(p);
	}
	section_close(p);
}

/* ---- what it owns ---- */

static void
put_objectives(struct page *p, const struct unit_view *m)
{
	HTML(p->b, "<h3>");
	html_say(p->b, &p->lang, "Objectives");
	HTML(p->b, "</h3>\n");
	if (m->objectives == 0) {
		section_say(p, N_("None."));
		return;
	}
	HTML(p->b, "<ul class=\"objectives\">\n");
	for (size_t i = 0; i < m->objectives; i++) {
		HTML(p->b, "<li>");
		page_link(p, "objective", &m->objective[i].objective);
		section_unit(p, m->objective[i].unit_short);
		HTML(p->b, " ");
		section_verdicts(p, m->objective[i].count);
		HTML(p->b, "</li>\n");
	}
	HTML(p->b, "</ul>\n");
}

static void
put_indicators(struct page *p, const struct unit_view *m)
{
	struct str n = arena_printf(p->a, "%zu", m->indicators);

	HTML(p->b, "<h3>");
	html_say(p->b, &p->lang, "Indicators");
	HTML(p->b, "</h3>\n");
	if (m->indicators == 0) {
		section_say(p, N_("None."));
		return;
	}
	HTML(p->b, "<details>\n<summary>");
	html_fill(p->b, say_n(&p->lang, (int64_t)m->indicators, "{1} indicator, with what it did",
	    "{1} indicators, with what they did"), &n, 1);
	HTML(p->b, "</summary>\n<ul class=\"indicators\">\n");
	for (size_t i = 0; i < m->indicators; i++) {
		HTML(p->b, "<li>");
		page_link(p, "indicator", &m->indicator[i].indicator);
		section_unit(p, m->indicator[i].unit_short);
		HTML(p->b, "<br>");
		html_text(p->b, lang_danish(&p->lang) ? m->indicator[i].trend.da
		                                      : m->indicator[i].trend.en);
		HTML(p->b, "</li>\n");
	}
	HTML(p->b, "</ul>\n</details>\n");
}

static void
put_initiatives(struct page *p, const struct unit_view *m)
{
	HTML(p->b, "<h3>");
	html_say(p->b, &p->lang, "Initiatives");
	HTML(p->b, "</h3>\n");
	if (m->initiatives == 0) {
		section_say(p, N_("None."));
		return;
	}
	initiative_rows(p, say(&p->lang, "Initiatives with their verdicts and money"), m->initiative,
	    m->initiatives);
}

static void
put_owned(struct page *p, const struct unit_view *m)
{
	section_open(p, "owns", N_("What it owns"));
	put_objectives(p, m);
	put_indicators(p, m);
	put_initiatives(p, m);
	HTML(p->b, "<h3>");
	html_say(p->b, &p->lang, "Budget");
	HTML(p->b, "</h3>\n");
	if (m->moneys == 0)
		section_say(p, N_("No line of the budget is its own."));
	money_tables(p, m->money, m->moneys);
	section_close(p);
}

/* ---- what it reports ---- */

static void
put_report(struct page *p, const struct unit_report *r)
{
	HTML(p->b, "<tr><th scope=\"row\">");
	page_link(p, "initiative", &r->initiative);
	HTML(p->b, "</th><td>");
	if (r->report->has_day)
		page_day(p, r->report->day);
	else
		html_say(p->b, &p->lang, "Without a date");
	HTML(p->b, "</td><td>");
	show_worded(p, r->report->text);
	section_source(p, &r->report->source);
	if (r->report->challenges.da.len > 0) {
		HTML(p->b, "<br><strong>");
		html_say(p->b, &p->lang, "Challenges:");
		HTML(p->b, "</strong> ");
		show_worded(p, r->report->challenges);
	}
	HTML(p->b, "</td></tr>\n");
}

static void
put_reported(struct page *p, const struct unit_view *m)
{
	static const struct section_column columns[] = {
		{ N_("Initiative"), false }, { N_("Stated"), false }, { N_("Status"), false },
	};

	section_open(p, "reports", N_("What it reports"));
	if (m->reports == 0) {
		section_say(p, N_("Nothing was reported."));
	} else {
		table_open(p, say(&p->lang, "Status reports, newest first"), columns,
		    COUNT_OF(columns));
		for (size_t i = 0; i < m->reports; i++)
			put_report(p, &m->report[i]);
		table_close(p);
	}
	section_close(p);
}

/* ---- what it expected ---- */

static void
put_near(struct page *p, size_t near, size_t of, struct str pattern)
{
	struct str with[] = { arena_printf(p->a, "%zu", near), arena_printf(p->a, "%zu", of) };

	if (of == 0)
		return;
	HTML(p->b, "<p>");
	html_fill(p->b, pattern, with, COUNT_OF(with));
	HTML(p->b, "</p>\n");
}

static void
put_prognoses(struct page *p, const struct prognosis_tally *t)
{
	struct str waiting = arena_printf(p->a, "%zu", t->waiting);

	if (t->points + t->others + t->waiting == 0)
		return;
	section_open(p, "prognoses", N_("What it expected"));
	put_near(p, t->points_near, t->points, say_n(&p->lang, (int64_t)t->points,
	    "{1} of {2} prognosis within 1 percentage point of what came",
	    "{1} of {2} prognoses within 1 percentage point of what came"));
	put_near(p, t->others_near, t->others, say_n(&p->lang, (int64_t)t->others,
	    "{1} of {2} prognosis within 5 per cent of what came",
	    "{1} of {2} prognoses within 5 per cent of what came"));
	if (t->waiting > 0) {
		HTML(p->b, "<p>");
		html_fill(p->b, say_n(&p->lang, (int64_t)t->waiting, "{1} prognosis waits for its measurement",
		    "{1} prognoses wait for their measurements"), &waiting, 1);
		HTML(p->b, "</p>\n");
	}
	section_close(p);
}

void
unit_page(struct page *p, const struct unit_view *m)
{
	bool danish = lang_danish(&p->lang);

	p->section = SECTION_UNITS;
	p->title = named_title(&m->self.unit, &danish);
	p->description = say(&p->lang, "What each committee owes, owns and reports.");
	p->crumb[p->crumbs++] = (struct crumb){ "units", {
		.title = say(&p->lang, "Committees"), .title_en = say(&p->lang, "Committees"),
	} };
	for (size_t i = 0; i < m->above_len && p->crumbs < CRUMBS_MAX; i++)
		p->crumb[p->crumbs++] = (struct crumb){ "unit", m->above[i] };
	page_open(p);
	put_headline(p, m);
	if (m->under.len > 0) {
		section_open(p, "parts", N_("Its parts"));
		unit_nodes(p, &m->under, say(&p->lang, "What is under it"));
		section_close(p);
	}
	put_owed(p, m);
	put_owned(p, m);
	put_prognoses(p, &m->prognoses);
	put_reported(p, m);
	page_close(p);
}
