#include "view/pages/economy.h"
#include "model/overview_words.h"
#include "view/filter.h"
#include "view/money.h"
#include "view/section.h"

static const char *const bys[] = {
	[OVERVIEW_BY_SECTION] = N_("section of the budget"), [OVERVIEW_BY_UNIT] = N_("committee or administration"),
	[OVERVIEW_BY_OBJECTIVE] = N_("objective"), [OVERVIEW_BY_AGREEMENT] = N_("agreement"),
	[OVERVIEW_BY_FINANCING] = N_("who pays"), [OVERVIEW_BY_YEAR] = N_("year, with versions of the budget"),
};

struct str
economy_title(struct page *p, const struct overview *o)
{
	bool danish = lang_danish(&p->lang);

	return named_title(o->policy.id.len > 0 ? &o->policy : &o->document, &danish);
}

static void
put_by(struct page *p, enum overview_by by)
{
	filter_select(p, N_("Lines grouped by"), "by", false);
	for (size_t i = 0; i < OVERVIEW_BY_COUNT; i++)
		filter_option(p, overview_by_code((enum overview_by)i), say(&p->lang, bys[i]),
		    lang_danish(&p->lang), i == (size_t)by);
	filter_end(p);
}

static void
put_filter(struct page *p, const struct economy_view *m, const struct economy_asked *ask)
{
	filter_open(p);
	filter_choice(p, N_("Policy"), "policy", m->policy, m->policies, ask->policy);
	put_by(p, m->by);
	filter_close(p);
}

/* ---- what results cost ---- */

static void
put_result(struct page *p, const struct overview_result *r)
{
	struct buf b;

	HTML(p->b, "<tr><th scope=\"row\">");
	page_named(p, &r->promise);
	HTML(p->b, "<br><span class=\"note\">");
	page_link(p, "initiative", &r->initiative);
	HTML(p->b, "</span></th><td class=\"number\">");
	buf_init(&b, 128);
	quantity_write(&b, quantity_exact(r->result), r->measure,
	    lang_danish(&p->lang) ? NOTATION_DA : NOTATION_EN);
	show_exact(p, r->result);
	html_text(p->b, buf_str(&b));
	show_exact_end(p);
	buf_free(&b);
	HTML(p->b, " <span class=\"when\">");
	html_say(p->b, &p->lang, r->promised ? N_("promised") : N_("measured"));
	if (!r->whole) {
		HTML(p->b, ", ");
		html_say(p->b, &p->lang, "for part of the time");
	}
	HTML(p->b, "</span></td><td class=\"number\">");
	money_exact(p, r->cost);
	HTML(p->b, " <span class=\"when\">");
	html_int(p->b, r->from);
	if (r->through != r->from) {
		HTML(p->b, "–");
		html_int(p->b, r->through);
	}
	HTML(p->b, "</span></td><td class=\"number\">");
	money_exact(p, r->each);
	HTML(p->b, "</td></tr>\n");
}

void
economy_results(struct page *p, const struct overview *o)
{
	static const struct section_column columns[] = {
		{ N_("Result"), false }, { N_("How much"), true }, { N_("Cost in kroner"), true },
		{ N_("Kroner for one"), true },
	};

	if (o->results == 0)
		return;
	HTML(p->b, "<h3>");
	html_say(p->b, &p->lang, "What results cost");
	HTML(p->b, "</h3>\n");
	table_open(p, say(&p->lang, "All that the initiative costs in those years, for one unit of its result"),
	    columns, COUNT_OF(columns));
	for (size_t i = 0; i < o->results; i++)
		put_result(p, &o->result[i]);
	table_close(p);
}

/* ---- downloads ---- */

static void
put_download(struct page *p, const struct economy_view *m, const struct economy_asked *ask,
             const char *ending, const char *query, const char *text)
{
	struct str keep = p->keep;

	HTML(p->b, "<li><a href=\"/api/v1/economy");
	html_text(p->b, str_from(ending));
	HTML(p->b, "?lang=");
	html_text(p->b, p->lang.code);
	HTML(p->b, "&amp;by=");
	html_text(p->b, overview_by_code(m->by));
	html_text(p->b, str_from(query));
	if (ask->policy.len > 0) {
		HTML(p->b, "&amp;policy=");
		html_text(p->b, ask->policy);
	}
	if (keep.len > 0) {
		HTML(p->b, "&amp;");
		html_text(p->b, str_slice(keep, 1, keep.len));
	}
	HTML(p->b, "\">");
	html_say(p->b, &p->lang, text);
	HTML(p->b, "</a></li>\n");
}

static void
put_downloads(struct page *p, const struct economy_view *m, const struct economy_asked *ask)
{
	section_open(p, "downloads", N_("Take the data"));
	HTML(p->b, "<ul class=\"downloads\">\n");
	put_download(p, m, ask, ".csv", "", N_("The economy as CSV, in exact kroner"));
	put_download(p, m, ask, ".csv", "&profile=excel-da", N_("The economy as CSV for Danish Excel"));
	put_download(p, m, ask, ".xlsx", "", N_("The economy as a spreadsheet (XLSX)"));
	put_download(p, m, ask, "", "", N_("The economy as JSON"));
	HTML(p->b, "</ul>\n");
	section_close(p);
}

static void
put_part(struct page *p, const struct economy_part *m, size_t number)
{
	struct str id = arena_printf(p->a, "policy-%zu", number);

	/* No landmark: names of the register may be the same. */
	HTML(p->b, "<section>\n<h2");
	html_attr(p->b, "id", id);
	HTML(p->b, ">");
	page_named(p, m->overview->policy.id.len > 0 ? &m->overview->policy : &m->overview->document);
	HTML(p->b, "</h2>\n");
	economy_charts(p, m, number);
	economy_tables(p, m);
	economy_notes(p, m->overview);
	economy_gross(p, m);
	economy_results(p, m->overview);
	HTML(p->b, "</section>\n");
}

void
economy_page(struct page *p, const struct economy_view *m, const struct economy_asked *ask)
{
	p->section = SECTION_ECONOMY;
	p->title = say(&p->lang, "Economy");
	p->description = say(&p->lang, "What the policies cost, year by year, and who pays.");
	page_open(p);
	HTML(p->b, "<h1>");
	html_say(p->b, &p->lang, "Economy");
	HTML(p->b, "</h1>\n<p class=\"lead font-lead\">");
	html_say(p->b, &p->lang, "What the policies cost, year by year, and who pays.");
	HTML(p->b, "</p>\n");
	put_filter(p, m, ask);
	if (m->parts == 0)
		section_say(p, N_("There are no budget lines."));
	for (size_t i = 0; i < m->parts; i++)
		put_part(p, &m->part[i], i + 1);
	put_downloads(p, m, ask);
	page_close(p);
}
