#include "view/pages/documents.h"
#include "view/section.h"

static void
put_format(struct page *p, struct str format)
{
	static const struct {
		struct str  code;
		const char *word;
	} words[] = {
		{ STR_INIT("text"), N_("Text") }, { STR_INIT("markdown"), N_("Markdown") },
		{ STR_INIT("csv"), N_("Table (CSV)") }, { STR_INIT("tsv"), N_("Table (TSV)") },
		{ STR_INIT("html"), N_("Page (HTML)") }, { STR_INIT("docx"), N_("Document (Word)") },
		{ STR_INIT("odt"), N_("Document (LibreOffice)") }, { STR_INIT("xlsx"), N_("Workbook (Excel)") },
	};

	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (str_eq(format, words[i].code))
			html_say(p->b, &p->lang, words[i].word);
}

static void
put_row(struct page *p, const struct document_row *r)
{
	HTML(p->b, "<tr><th scope=\"row\">");
	page_link(p, "document", &r->document);
	HTML(p->b, "</th><td>");
	if (r->has_stated)
		page_day(p, r->stated);
	else
		html_say(p->b, &p->lang, "Not stated");
	HTML(p->b, "</td><td>");
	put_format(p, r->format);
	HTML(p->b, "</td><td>");
	html_say(p->b, &p->lang, r->published ? N_("Can be read here") : N_("Not published"));
	HTML(p->b, "</td>");
	table_number(p, r->facts);
	table_number(p, r->errors);
	table_number(p, r->findings);
	HTML(p->b, "</tr>\n");
}

static void
put_table(struct page *p, const struct document_list *m)
{
	static const struct section_column columns[] = {
		{ N_("Title"), false }, { N_("Date"), false }, { N_("Format"), false },
		{ N_("Text"), false }, { N_("Facts taken"), true }, { N_("Errors"), true },
		{ N_("Findings in all"), true },
	};

	table_open_quiet(p, say(&p->lang, "Documents"), columns, COUNT_OF(columns));
	for (size_t i = 0; i < m->len; i++)
		put_row(p, &m->at[i]);
	table_close(p);
}

void
documents_page(struct page *p, const struct document_list *m)
{
	struct str total = arena_printf(p->a, "%zu", m->len);

	p->section = SECTION_DOCUMENTS;
	p->title = say(&p->lang, "Documents");
	p->description = say(&p->lang,
	    "The documents that the figures come from, what was taken from each, and what the audit found.");
	page_open(p);
	page_heading(p);
	HTML(p->b, "<p class=\"lead font-lead\">");
	html_fill(p->b, say_n(&p->lang, (int64_t)m->len, "The figures come from {1} document.",
	    "The figures come from {1} documents."), &total, 1);
	HTML(p->b, "</p>\n<p>");
	html_say(p->b, &p->lang, "Each fact points back to the line it was taken from. The audit computes again what a document claims.");
	HTML(p->b, " <a");
	page_href(p, "findings", STR_NONE);
	HTML(p->b, ">");
	html_say(p->b, &p->lang, "See everything the audit found");
	HTML(p->b, "</a></p>\n");
	if (m->len > 0)
		put_table(p, m);
	page_close(p);
}
