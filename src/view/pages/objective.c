#include "view/pages/objective.h"
#include "view/indicator_chart.h"
#include "view/money.h"
#include "view/pages/error_report.h"
#include "view/pages/letters.h"
#include "view/pages/release.h"
#include "view/section.h"

/* ---- where it stands ---- */

static void
put_pair(struct page *p, const char *title, const char *kind, const struct named *n)
{
	if (n->id.len == 0)
		return;
	HTML(p->b, "<div><dt>");
	html_say(p->b, &p->lang, title);
	HTML(p->b, "</dt><dd>");
	if (kind != NULL)
		page_link(p, kind, n);
	else
		page_named(p, n);
	HTML(p->b, "</dd></div>\n");
}

static void
put_place(struct page *p, const struct objective_view *m)
{
	HTML(p->b, "<dl class=\"structured-list\">\n");
	put_pair(p, N_("Policy"), NULL, &m->self.policy);
	put_pair(p, N_("Theme"), "theme", &m->self.theme);
	for (size_t i = 0; i < m->above_len; i++)
		put_pair(p, N_("Part of"), "objective", &m->above[i]);
	put_pair(p, N_("Owner"), "unit", &m->self.unit);
	if (m->source.document.len > 0) {
		HTML(p->b, "<div><dt>");
		html_say(p->b, &p->lang, "Source");
		HTML(p->b, "</dt><dd>");
		(void)show_source(p, &m->source);
		HTML(p->b, "</dd></div>\n");
	}
	HTML(p->b, "</dl>\n");
}

/* "3 targets: 1 on track, 2 met": how it goes, in one line. */
static void
put_lead(struct page *p, const struct objective_view *m)
{
	struct str n = arena_printf(p->a, "%zu", m->targets);
	bool       first = true;

	HTML(p->b, "<p class=\"lead font-lead\">");
	if (m->targets == 0)
		html_say(p->b, &p->lang, "No target that can be checked stands under it alone.");
	else
		html_fill(p->b, say_n(&p->lang, (int64_t)m->targets, "{1} target", "{1} targets"), &n, 1);
	for (size_t v = 0; v < VERDICT_COUNT; v++) {
		if (m->self.count[v] == 0)
			continue;
		html_text(p->b, first ? STR(": ") : STR(", "));
		html_int(p->b, (int64_t)m->self.count[v]);
		HTML(p->b, " ");
		html_text(p->b, verdict_word((enum verdict)v, lang_danish(&p->lang)));
		first = false;
	}
	HTML(p->b, "</p>\n<p class=\"subtitle\">");
	html_say(p->b, &p->lang, "judged as of");
	HTML(p->b, " ");
	page_day(p, m->as_of);
	HTML(p->b, "</p>\n");
}

/* ---- what belongs to it ---- */

static void
put_indicator(struct page *p, const struct indicator_row *r)
{
	struct chart_out out = chart_on_page(p, CHART_PANEL);
	struct chart     spark = indicator_spark(p->a, &p->lang, r);

	HTML(p->b, "<li>");
	page_link(p, "indicator", &r->indicator);
	if (r->trend.first != NULL) {
		HTML(p->b, " ");
		chart_spark(&out, &spark);
	}
	HTML(p->b, "<br>");
	html_text(p->b, lang_danish(&p->lang) ? r->trend.da : r->trend.en);
	HTML(p->b, "</li>\n");
}

static void
put_indicators(struct page *p, const struct objective_view *m)
{
	if (m->indicators == 0)
		return;
	section_open(p, "indicators", N_("Indicators"));
	HTML(p->b, "<ul class=\"indicators\">\n");
	for (size_t i = 0; i < m->indicators; i++)
		put_indicator(p, &m->indicator[i]);
	HTML(p->b, "</ul>\n");
	section_close(p);
}

static void
put_helper(struct page *p, const struct helper_view *h)
{
	HTML(p->b, "<li>");
	page_link(p, "initiative", &h->initiative);
	if (h->unit_short.len > 0) {
		HTML(p->b, " <span class=\"unit\">");
		html_text(p->b, h->unit_short);
		HTML(p->b, "</span>");
	}
	if (h->how.da.len > 0) {
		HTML(p->b, "<br>");
		show_worded(p, h->how);
	}
	if (h->pathway.id.len > 0) {
		HTML(p->b, "<br><span class=\"note\">");
		html_say(p->b, &p->lang, "The way to the objective:");
		HTML(p->b, " ");
		page_named(p, &h->pathway);
		HTML(p->b, "</span>");
	}
	if (h->source.document.len > 0) {
		HTML(p->b, " ");
		(void)show_source(p, &h->source);
	}
	HTML(p->b, "</li>\n");
}

static void
put_helpers(struct page *p, const struct objective_view *m)
{
	section_open(p, "initiatives", N_("Initiatives that contribute"));
	if (m->helpers == 0) {
		HTML(p->b, "<p>");
		html_say(p->b, &p->lang, "No initiative says that it contributes.");
		HTML(p->b, "</p>\n");
	} else {
		HTML(p->b, "<ul class=\"initiatives\">\n");
		for (size_t i = 0; i < m->helpers; i++)
			put_helper(p, &m->helper[i]);
		HTML(p->b, "</ul>\n");
	}
	section_close(p);
}

static void
put_money(struct page *p, const struct objective_view *m)
{
	section_open(p, "money", N_("Money"));
	if (m->moneys == 0)
		section_say(p, N_("No budget line belongs to it or to its initiatives."));
	else
		section_say(p, N_("The budget lines of the objective and of the initiatives that "
		    "contribute. They are not added up: one line can serve several objectives."));
	money_tables(p, m->money, m->moneys);
	section_close(p);
}

static void
put_under(struct page *p, const struct objective_view *m)
{
	if (m->under.len == 0)
		return;
	section_open(p, "under", N_("What is under it"));
	objective_nodes(p, &m->under, 0, m->under.len);
	section_close(p);
}

static void
name_page(struct page *p, const struct objective_view *m)
{
	bool danish = lang_danish(&p->lang);

	p->section = SECTION_BAROMETER;
	p->title = named_title(&m->self.objective, &danish);
	p->description = say(&p->lang, "What the policy wants, and whether it gets there.");
	p->crumb[p->crumbs++] = (struct crumb){ "objectives", {
		.title = say(&p->lang, "Objectives"), .title_en = say(&p->lang, "Objectives"),
	} };
	if (m->self.theme.id.len > 0)
		p->crumb[p->crumbs++] = (struct crumb){ "theme", m->self.theme };
	for (size_t i = 0; i < m->above_len && p->crumbs < CRUMBS_MAX; i++)
		p->crumb[p->crumbs++] = (struct crumb){ "objective", m->above[i] };
}

void
objective_page(struct page *p, const struct objective_view *m)
{
	name_page(p, m);
	page_open(p);
	HTML(p->b, "<h1>");
	page_named(p, &m->self.objective);
	HTML(p->b, "</h1>\n");
	put_lead(p, m);
	objective_targets(p, m);
	put_under(p, m);
	put_indicators(p, m);
	put_helpers(p, m);
	put_money(p, m);
	section_open(p, "findings", N_("What the audit found"));
	section_findings(p, m->finding, m->findings);
	section_close(p);
	section_open(p, "place", N_("Where it stands"));
	put_place(p, m);
	section_close(p);
	release_mentions_show(p, &m->laid);
	if (m->tells)
		subscribe_section(p, m->self.objective.id);
	page_lacks(p, N_("This copy of the site cannot write to you when something changes here; a feed reader can follow what is new."));
	error_report_way(p, "objective", m->self.objective.id);
	page_close(p);
}
