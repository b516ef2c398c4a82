#include "view/pages/initiative.h"
#include "view/money.h"
#include "view/pages/release.h"
#include "view/reply.h"
#include "view/section.h"

static void
put_headline(struct page *p, const struct initiative_view *m)
{
	struct str n = arena_printf(p->a, "%zu", m->targets);

	HTML(p->b, "<h1>");
	page_named(p, &m->initiative);
	HTML(p->b, "</h1>\n<p class=\"lead font-lead\">");
	if (m->targets == 0) {
		html_say(p->b, &p->lang, "The initiative has no target that can be checked.");
	} else {
		html_fill(p->b, say_n(&p->lang, (int64_t)m->targets, "{1} target:", "{1} targets:"),
		    &n, 1);
		HTML(p->b, " ");
		(void)section_counts(p, m->target, m->targets);
	}
	HTML(p->b, "</p>\n<p class=\"subtitle\">");
	page_link(p, "unit", &m->unit);
	if (m->unit.id.len > 0 && m->policy.id.len > 0)
		HTML(p->b, " · ");
	page_named(p, &m->policy);
	HTML(p->b, " · ");
	html_say(p->b, &p->lang, "as of");
	HTML(p->b, " ");
	page_day(p, m->as_of);
	HTML(p->b, "</p>\n");
}

static void
put_figures(struct page *p, const struct barometer_row *r)
{
	const struct judgement *j = &r->judgement;

	HTML(p->b, "</td><td class=\"number\">");
	if (j->has_latest) {
		show_observation(p, &j->latest, barometer_measure(r));
		HTML(p->b, " <span class=\"when\">");
		show_period(p, j->latest.period);
		show_marks(p, &j->latest);
		HTML(p->b, "</span>");
		if (j->latest.source.document.len > 0) {
			HTML(p->b, "<br>");
			(void)show_source(p, &j->latest.source);
		}
	} else {
		HTML(p->b, "–");
	}
	HTML(p->b, "</td>");
}

/* What was reported on it last; the reports stand newest first. */
static void
put_reply(struct page *p, const struct initiative_view *m, const struct barometer_row *r)
{
	struct reply reply = { .unit = m->unit };

	for (size_t i = 0; i < m->reports && reply.text.da.len == 0; i++) {
		if (m->report[i].target != r || !m->report[i].has_day)
			continue;
		reply.text = m->report[i].text;
		reply.answers = m->report[i].answers;
		reply.day = m->report[i].day;
		reply.source = m->report[i].source;
	}
	reply_show(p, &reply);
}

static void
put_target(struct page *p, const struct initiative_view *m, const struct barometer_row *r)
{
	HTML(p->b, "<tr id=\"target-");
	html_text(p->b, r->target->id);
	HTML(p->b, "\"><th scope=\"row\">");
	page_named(p, &r->promise);
	section_source(p, &r->target->source);
	if (r->objective.id.len > 0) {
		HTML(p->b, "<br><span class=\"note\">");
		show_linked(p, N_("Promised under {1}"), "objective", &r->objective);
		HTML(p->b, "</span>");
	}
	HTML(p->b, "</th><td>");
	show_verdict(p, r->judgement.verdict);
	HTML(p->b, "<br>");
	html_text(p->b, lang_danish(&p->lang) ? r->judgement.da : r->judgement.en);
	if (r->indicator.id.len > 0) {
		HTML(p->b, "<br><span class=\"note\">");
		show_linked(p, N_("Measured by {1}"), "indicator", &r->indicator);
		HTML(p->b, "</span>");
	}
	put_reply(p, m, r);
	put_figures(p, r);
	HTML(p->b, "</tr>\n");
}

static void
put_targets(struct page *p, const struct initiative_view *m)
{
	static const struct section_column columns[] = {
		{ N_("Promise"), false }, { N_("Verdict"), false }, { N_("Latest figure"), true },
	};

	section_open(p, "targets", N_("Targets"));
	if (m->targets == 0) {
		section_say(p, N_("The initiative has no target that can be checked."));
	} else {
		table_open(p, say(&p->lang, "What the initiative promises, and whether it holds"),
		    columns, COUNT_OF(columns));
		for (size_t i = 0; i < m->targets; i++)
			put_target(p, m, m->target[i]);
		table_close(p);
	}
	section_close(p);
}

static void
put_money(struct page *p, const struct initiative_view *m)
{
	section_open(p, "money", N_("Budget lines"));
	if (m->moneys == 0)
		section_say(p, N_("No line of the budget names the initiative."));
	money_tables(p, m->money, m->moneys);
	section_close(p);
}

static void
place(struct page *p, const struct initiative_view *m)
{
	bool danish = lang_danish(&p->lang);

	p->section = SECTION_INITIATIVES;
	p->title = named_title(&m->initiative, &danish);
	p->description = say(&p->lang,
	    "An initiative: what it promises, what it costs and what was reported.");
	p->crumb[p->crumbs++] = (struct crumb){ "initiatives", {
		.title = say(&p->lang, "Initiatives"), .title_en = say(&p->lang, "Initiatives"),
	} };
}

void
initiative_page(struct page *p, const struct initiative_view *m)
{
	place(p, m);
	page_open(p);
	put_headline(p, m);
	initiative_fields(p, m);
	put_targets(p, m);
	put_money(p, m);
	initiative_reports_list(p, m->report, m->reports);
	section_open(p, "followups", N_("Promised follow-ups"));
	followups_table(p, m->followups.at, m->followups.len, false);
	section_close(p);
	section_open(p, "findings", N_("What the audit found"));
	section_findings(p, m->finding, m->findings);
	section_close(p);
	release_mentions_show(p, &m->laid);
	page_close(p);
}
