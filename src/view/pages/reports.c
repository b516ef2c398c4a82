#include "view/pages/reports.h"
#include "view/pages/release.h"
#include "view/section.h"

/* What each is, for those who look for one. */
static const char *const about[REPORT_KIND_COUNT] = {
	[REPORT_STATUS] = N_("What the council reads: a summary of two minutes, the barometer, each committee, the economy, what the audit found."),
	[REPORT_GOALS] = N_("Result goals with their indicators and activities, by committee."),
	[REPORT_INDICATORS] = N_("Every indicator with baseline, latest figure, target, chart and figures."),
	[REPORT_ECONOMY] = N_("Numbered budget lines with groups, totals and footnotes."),
	[REPORT_ACTIONS] = N_("Theme, goal, activities, resources and success criteria, initiative by initiative."),
	[REPORT_AGREEMENT] = N_("Each agreement with its projects: amount, purpose, status, challenges."),
	[REPORT_FORMS] = N_("One status form an initiative, with its nine fields."),
	[REPORT_BRIEF] = N_("Each objective on a page of its own."),
	[REPORT_PRESS] = N_("A sheet an area: its newest figures beside the city's."),
};

static void
put_files(struct page *p, const struct reports_view *m, enum report_kind k, struct str query)
{
	HTML(p->b, "<ul class=\"downloads\">\n");
	for (size_t i = 0; i < m->files; i++) {
		struct str what[] = { report_kind_title(k, lang_danish(&p->lang)), m->file[i].name };

		/* On a site of files they are there of what was laid before the council. */
		if (p->fixed && m->file[i].slow)
			continue;
		HTML(p->b, "<li><a download");
		html_attr(p->b, "href", arena_printf(p->a, "/api/v1/reports/" STR_FMT "." STR_FMT
		    "?lang=" STR_FMT STR_FMT, STR_ARG(report_kind_code(k)), STR_ARG(m->file[i].ending),
		    STR_ARG(p->lang.code), STR_ARG(query)));
		HTML(p->b, ">");
		html_fill(p->b, say(&p->lang, "{1} as {2}"), what, 2);
		HTML(p->b, "</a></li>\n");
	}
	HTML(p->b, "</ul>\n");
	page_lacks(p, N_("This copy of the site has PDF and Word files of those reports alone that were laid before the council."));
}

/* "&of=x&as_of=2009-06-01" of what this page was asked. */
static struct str
asked(struct page *p)
{
	return p->query.len > 1 ? arena_printf(p->a, "&" STR_FMT, STR_ARG(str_slice(p->query, 1,
	    p->query.len))) : STR_NONE;
}

static void
put_kind(struct page *p, enum report_kind k)
{
	struct named n = {
		.id = report_kind_code(k), .title = report_kind_title(k, true),
		.title_en = report_kind_title(k, false),
	};

	HTML(p->b, "<tr><th scope=\"row\">");
	page_link(p, "report", &n);
	HTML(p->b, "</th><td>");
	html_say(p->b, &p->lang, about[k]);
	HTML(p->b, "</td></tr>\n");
}

static void
put_kinds(struct page *p)
{
	static const struct section_column columns[] = {
		{ N_("Report"), false }, { N_("What stands in it"), false },
	};

	section_open(p, "now", N_("What can be made now"));
	section_say(p, N_("Each report is made when you ask for it, from what is approved and published on the day. Each can be read here and taken away as a file."));
	table_open(p, say(&p->lang, "The reports"), columns, COUNT_OF(columns));
	for (size_t k = 0; k < REPORT_KIND_COUNT; k++)
		put_kind(p, (enum report_kind)k);
	table_close(p);
	section_close(p);
}

void
reports_page(struct page *p, const struct reports_view *m)
{
	p->section = SECTION_REPORTS;
	p->title = say(&p->lang, "Reports");
	p->description = say(&p->lang, "The papers that the council reads, made from the register.");
	page_open(p);
	page_heading(p);
	section_open(p, "laid", N_("Laid before the council"));
	release_table(p, &m->releases);
	section_close(p);
	if (m->policy.id.len > 0)
		put_kinds(p);
	page_close(p);
}

void
report_page_open(struct page *p, const struct reports_view *m, const struct report_paper *of)
{
	p->section = SECTION_REPORTS;
	p->title = report_kind_title(of->kind, lang_danish(&p->lang));
	p->description = say(&p->lang, about[of->kind]);
	p->crumb[p->crumbs++] = (struct crumb){ "reports", {
		.title = say(&p->lang, "Reports"), .title_en = say(&p->lang, "Reports"),
	} };
	page_open(p);
	put_files(p, m, of->kind, asked(p));
}
