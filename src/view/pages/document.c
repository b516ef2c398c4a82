#include "view/pages/documents.h"
#include "view/badge.h"
#include "view/pager.h"
#include "view/show.h"

struct str
document_finding_id(struct page *p, const struct document_view *m, const struct finding *f)
{
	return arena_printf(p->a, "finding-%zu", (size_t)(f - m->report.finding) + 1);
}

/* ---- what it is ---- */

static void
put_term(struct page *p, const char *term)
{
	HTML(p->b, "<div><dt>");
	html_say(p->b, &p->lang, term);
	HTML(p->b, "</dt><dd>");
}

static void
put_about(struct page *p, const struct document_view *m)
{
	HTML(p->b, "<dl class=\"structured-list facts\">\n");
	put_term(p, N_("Date"));
	if (m->row.has_stated)
		page_day(p, m->row.stated);
	else
		html_say(p->b, &p->lang, "Not stated");
	HTML(p->b, "</dd></div>\n");
	put_term(p, N_("File"));
	html_text(p->b, m->row.file);
	HTML(p->b, "</dd></div>\n");
	put_term(p, N_("Recorded"));
	show_moment(p, m->recorded.at);
	HTML(p->b, "</dd></div>\n");
	if (m->sha256.len > 0) {
		put_term(p, N_("Fingerprint (SHA-256)"));
		HTML(p->b, "<code>");
		html_text(p->b, m->sha256);
		HTML(p->b, "</code></dd></div>\n");
	}
	HTML(p->b, "</dl>\n");
}

static void
put_downloads(struct page *p, const struct document_view *m)
{
	HTML(p->b, "<ul class=\"downloads\">\n");
	if (m->is != PAPER_WITHHELD && m->is != PAPER_WITHOUT_TEXT) {
		HTML(p->b, "<li><a href=\"/api/v1/documents/");
		html_text(p->b, m->row.document.id);
		HTML(p->b, ".txt\">");
		html_say(p->b, &p->lang, "The text as a file");
		HTML(p->b, "</a></li>\n");
	}
	HTML(p->b, "<li><a href=\"/api/v1/documents/");
	html_text(p->b, m->row.document.id);
	HTML(p->b, "\">");
	html_say(p->b, &p->lang, "The document with its facts as JSON");
	HTML(p->b, "</a></li>\n</ul>\n");
}

/* ---- what the audit says ---- */

/* On the page where its line is, so that a reader gets there from any page. */
static void
put_finding_place(struct page *p, const struct document_view *m, const struct finding *f)
{
	struct source at = { .document = m->row.document.id, .line = f->line };

	HTML(p->b, "<li><p>");
	badge_severity(p, f->severity);
	HTML(p->b, " ");
	(void)show_source(p, &at);
	HTML(p->b, ": ");
	html_text(p->b, audit_title(f->code, lang_danish(&p->lang)));
	HTML(p->b, "</p></li>\n");
}

static void
put_audit(struct page *p, const struct document_view *m)
{
	const struct audit_report *r = &m->report;

	HTML(p->b, "<section aria-labelledby=\"audit\">\n<h2 id=\"audit\">");
	html_say(p->b, &p->lang, "What the audit says");
	HTML(p->b, "</h2>\n<p>");
	badge_claims(p, r);
	HTML(p->b, "</p>\n");
	if (!m->audited && m->is != PAPER_READ) {
		HTML(p->b, "<p>");
		html_say(p->b, &p->lang, "Only the facts taken from the document are checked here, not its text.");
		HTML(p->b, "</p>\n");
	} else if (!m->audited) {
		HTML(p->b, "<p>");
		html_say(p->b, &p->lang, "The document is so long that its text is not checked here, only the facts taken from it.");
		HTML(p->b, "</p>\n");
	}
	if (r->findings > 0 && m->is == PAPER_READ) {
		HTML(p->b, "<details>\n<summary>");
		html_say(p->b, &p->lang, "The findings with their lines");
		HTML(p->b, "</summary>\n<ul class=\"finding-list plain-list\">\n");
		for (size_t i = 0; i < r->findings; i++)
			put_finding_place(p, m, &r->finding[i]);
		HTML(p->b, "</ul>\n</details>\n");
	}
	HTML(p->b, "</section>\n");
}

/* Findings in whole, where no text stands that they could be beside. */
static void
put_findings(struct page *p, const struct document_view *m)
{
	if (m->report.findings == 0)
		return;
	HTML(p->b, "<section aria-labelledby=\"findings\">\n<h2 id=\"findings\">");
	html_say(p->b, &p->lang, "Findings");
	HTML(p->b, "</h2>\n<ul class=\"finding-list plain-list\">\n");
	for (size_t i = 0; i < m->report.findings; i++) {
		const struct finding *f = &m->report.finding[i];

		HTML(p->b, "<li class=\"finding\"");
		html_attr(p->b, "id", document_finding_id(p, m, f));
		HTML(p->b, ">\n");
		badge_finding(p, f, m->row.document.id);
		HTML(p->b, "</li>\n");
	}
	HTML(p->b, "</ul>\n</section>\n");
}

/* ---- the page ---- */

static void
put_text(struct page *p, const struct document_view *m)
{
	HTML(p->b, "<section aria-labelledby=\"text\">\n<h2 id=\"text\">");
	html_say(p->b, &p->lang, "The text");
	HTML(p->b, "</h2>\n<p>");
	html_say(p->b, &p->lang, "Words that a fact was taken from are links to where it is shown. The numbers are those of the lines.");
	HTML(p->b, "</p>\n");
	pager_write(p, m->page, m->pages, p->keep);
	document_text(p, m);
	pager_write(p, m->page, m->pages, p->keep);
	HTML(p->b, "</section>\n");
	document_taken(p, m, false);
}

static const char *const why_not[PAPER_IS_COUNT] = {
	[PAPER_WITHHELD] = N_("The text of this document is not published here. What was taken from it is shown below, each with its line and at most 160 letters of its words."),
	[PAPER_WITHOUT_TEXT] = N_("The register has only what was taken from this document, not its text."),
	[PAPER_TOO_LONG] = N_("The document is too long to be shown on pages. It can be taken as a file."),
	[PAPER_UNREADABLE] = N_("The text of this document cannot be read as headings, paragraphs and tables. It can be taken as a file."),
};

static void
put_headline(struct page *p, const struct document_view *m)
{
	struct str facts = arena_printf(p->a, "%zu", m->row.facts);

	HTML(p->b, "<h1>");
	page_named(p, &m->row.document);
	HTML(p->b, "</h1>\n<p class=\"lead font-lead\">");
	html_fill(p->b, say_n(&p->lang, (int64_t)m->row.facts,
	    "{1} fact in the register was taken from this document.",
	    "{1} facts in the register were taken from this document."), &facts, 1);
	HTML(p->b, "</p>\n");
}

void
document_page(struct page *p, const struct document_view *m)
{
	bool       danish = lang_danish(&p->lang);
	struct str title = named_title(&m->row.document, &danish);

	p->section = SECTION_DOCUMENTS;
	p->title = title;
	p->description = say(&p->lang, "A document, what was taken from it, and what the audit found.");
	p->crumb[p->crumbs++] = (struct crumb){ "documents", { .title_en = STR("Documents"),
	    .title = STR("Dokumenter") } };
	page_open(p);
	put_headline(p, m);
	put_about(p, m);
	put_downloads(p, m);
	put_audit(p, m);
	if (m->is == PAPER_READ) {
		put_text(p, m);
	} else {
		HTML(p->b, "<p class=\"alert-note\">");
		html_say(p->b, &p->lang, why_not[m->is]);
		HTML(p->b, "</p>\n");
		put_findings(p, m);
		pager_write(p, m->page, m->pages, p->keep);
		document_taken(p, m, true);
		pager_write(p, m->page, m->pages, p->keep);
	}
	page_close(p);
}
