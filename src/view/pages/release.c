#include "view/pages/release.h"
#include "view/section.h"

static const struct named *
subject(const struct release_row *r)
{
	return r->about.thing.id.len > 0 ? &r->about.thing : &r->policy;
}

/* ---- the list ---- */

static void
put_row(struct page *p, const struct release_row *r)
{
	HTML(p->b, "<tr><th scope=\"row\">");
	page_link(p, "release", &r->release);
	HTML(p->b, "</th><td>");
	page_named(p, subject(r));
	HTML(p->b, "</td><td>");
	if (r->has_laid)
		page_day(p, r->laid);
	HTML(p->b, "</td><td>");
	if (r->corrected_by.id.len > 0)
		show_linked(p, N_("Corrected by {1}"), "release", &r->corrected_by);
	else if (r->corrects.id.len > 0)
		show_linked(p, N_("Corrects {1}"), "release", &r->corrects);
	HTML(p->b, "</td></tr>\n");
}

void
release_table(struct page *p, const struct release_list *l)
{
	static const struct section_column columns[] = {
		{ N_("Report"), false }, { N_("About"), false }, { N_("Laid on"), false },
		{ N_("Correction"), false },
	};

	if (l->len == 0) {
		section_say(p, N_("No report has been laid before the council yet."));
		return;
	}
	table_open(p, say(&p->lang, "Reports laid before the council, newest first"), columns,
	    COUNT_OF(columns));
	for (size_t i = 0; i < l->len; i++)
		put_row(p, &l->at[i]);
	table_close(p);
}

/* ---- what changed ---- */

static void
put_change(struct page *p, const struct release_change *c)
{
	HTML(p->b, "<tr><th scope=\"row\">");
	page_named(p, &c->thing);
	HTML(p->b, "</th><td>");
	html_text(p->b, c->before.len > 0 ? c->before : STR("–"));
	HTML(p->b, "</td><td>");
	html_text(p->b, c->after.len > 0 ? c->after : STR("–"));
	HTML(p->b, "</td></tr>\n");
}

static void
put_changes(struct page *p, const char *title, const struct release_change *at, size_t n)
{
	static const struct section_column columns[] = {
		{ N_("About"), false }, { N_("Before"), false }, { N_("Now"), false },
	};

	if (n == 0)
		return;
	table_open(p, say(&p->lang, title), columns, COUNT_OF(columns));
	for (size_t i = 0; i < n; i++)
		put_change(p, &at[i]);
	table_close(p);
}

static void
put_comparison(struct page *p, const struct release_page *m)
{
	const struct release_changes *c = m->changes;

	if (m->before == NULL)
		return;
	HTML(p->b, "<details>\n<summary>");
	html_say(p->b, &p->lang, "What changed since the report before");
	HTML(p->b, "</summary>\n<p>");
	show_linked(p, N_("Compared with {1}."), "release", &m->before->release);
	HTML(p->b, "</p>\n");
	if (c->verdicts + c->figures + c->moneys + c->promises == 0)
		section_say(p, N_("Nothing that the two reports both tell is otherwise."));
	put_changes(p, N_("Verdicts that changed"), c->verdict, c->verdicts);
	put_changes(p, N_("Figures that changed"), c->figure, c->figures);
	put_changes(p, N_("Money that changed"), c->money, c->moneys);
	put_changes(p, N_("Promises that changed"), c->promise, c->promises);
	HTML(p->b, "</details>\n");
}

/* ---- one of them ---- */

static void
put_files(struct page *p, const struct release_page *m)
{
	HTML(p->b, "<ul class=\"downloads\">\n");
	for (size_t i = 0; i < m->files; i++) {
		bool       danish = lang_danish(&p->lang);
		struct str what[] = { named_title(&m->of->release, &danish), m->file[i].name };

		HTML(p->b, "<li><a download");
		html_attr(p->b, "href", arena_printf(p->a, "/api/v1/releases/" STR_FMT "." STR_FMT "?lang=" STR_FMT,
		    STR_ARG(m->of->release.id), STR_ARG(m->file[i].ending), STR_ARG(p->lang.code)));
		HTML(p->b, ">");
		html_fill(p->b, say(&p->lang, "{1} as {2}"), what, 2);
		HTML(p->b, "</a></li>\n");
	}
	HTML(p->b, "</ul>\n");
}

static void
put_facts(struct page *p, const struct release_row *r)
{
	HTML(p->b, "<dl class=\"structured-list\">\n");
	fact_open(p, N_("About"));
	page_named(p, subject(r));
	fact_close(p);
	fact_open(p, N_("Laid before the council"));
	if (r->has_laid)
		page_day(p, r->laid);
	fact_close(p);
	if (r->corrects.id.len > 0) {
		fact_open(p, N_("Correction"));
		show_linked(p, N_("Corrects {1}"), "release", &r->corrects);
		HTML(p->b, ": ");
		html_text(p->b, r->reason);
		fact_close(p);
	}
	fact_open(p, N_("Made by"));
	html_fill(p->b, say(&p->lang, "Pejl {1}, from change no. {2} of the register"), (struct str[]){
	    r->version, arena_printf(p->a, "%lld", (long long)r->known) }, 2);
	fact_close(p);
	fact_open(p, N_("SHA-256"));
	HTML(p->b, "<code>");
	html_text(p->b, r->digest);
	HTML(p->b, "</code>");
	fact_close(p);
	HTML(p->b, "</dl>\n");
}

void
release_page_open(struct page *p, const struct release_page *m)
{
	bool danish = lang_danish(&p->lang);

	p->section = SECTION_REPORTS;
	p->title = named_title(&m->of->release, &danish);
	p->description = say(&p->lang, "A report as it was laid before the council.");
	p->crumb[p->crumbs++] = (struct crumb){ "reports", {
		.title = say(&p->lang, "Reports"), .title_en = say(&p->lang, "Reports"),
	} };
	page_open(p);
	if (m->of->corrected_by.id.len > 0) {
		HTML(p->b, "<div class=\"alert alert-warning\"><div class=\"alert-body\"><p class=\"alert-text\">");
		show_linked(p, N_("This report was corrected: see {1}."), "release", &m->of->corrected_by);
		HTML(p->b, "</p></div></div>\n");
	}
	put_facts(p, m->of);
	put_files(p, m);
	put_comparison(p, m);
}

void
release_mentions_show(struct page *p, const struct release_mentions *m)
{
	if (m->len == 0)
		return;
	HTML(p->b, "<p class=\"source\">");
	html_say(p->b, &p->lang, "Laid before the council in:");
	for (size_t i = 0; i < m->len; i++) {
		html_text(p->b, i > 0 ? STR(", ") : STR(" "));
		page_link(p, "release", &m->at[i]);
	}
	HTML(p->b, "</p>\n");
}
