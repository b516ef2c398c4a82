#include "view/pages/about.h"
#include "view/prose.h"

static const struct prose text[] = {
	{ PROSE_TEXT, N_("Everything that the pages show can be taken as data, with its source and without asking anybody. The same small numbers are withheld.") },
	{ PROSE_ITEM, N_("Answers are JSON in UTF-8. Figures are exact decimals, written as text (in JSON-stat as numbers), and dates are written 2009-06-01.") },
	{ PROSE_ITEM, N_("Ids are those of the register. They do not change and are never used again.") },
	{ PROSE_ITEM, N_("With as_of= every address answers as it stood on that day.") },
	{ PROSE_ITEM, N_("Long lists come in pages: page= and limit=, and the answer says where the next one is.") },
	{ PROSE_ITEM, N_("Every answer has an ETag; asked for again with If-None-Match it is not sent twice.") },
	{ PROSE_ITEM, N_("Each CSV of an indicator has a description of its columns beside it, and names it in a Link header.") },
	{ PROSE_ITEM, N_("A portal of open data finds everything in the catalogue, /catalog, by DCAT-AP.") },
	{ PROSE_ITEM, N_("Errors are problems as RFC 9457 describes them.") },
};

/* A summary is translated where the catalogue has it, else marked as English. */
static void
put_summary(struct page *p, struct str summary)
{
	struct str plain = str_dup(p->a, summary), said = say(&p->lang, plain.at);

	HTML(p->b, "<td");
	if (said.at == plain.at)         /* as it was, not only the same words */
		page_words(p, false);
	HTML(p->b, ">");
	html_text(p->b, said);
	HTML(p->b, "</td>");
}

static void
put_address(struct page *p, const struct data_address *d)
{
	HTML(p->b, "<tr><th scope=\"row\">");
	if (d->whole) {
		HTML(p->b, "<a");
		html_attr(p->b, "href", d->path);
		HTML(p->b, "><code>");
	} else {
		HTML(p->b, "<code>");
	}
	html_text(p->b, d->path);
	if (d->whole)
		HTML(p->b, "</code></a></th>");
	else
		HTML(p->b, "</code></th>");
	put_summary(p, d->summary);
	HTML(p->b, "<td>");
	html_text(p->b, d->takes);
	HTML(p->b, "</td></tr>\n");
}

static size_t
count_of(const struct data_view *m, bool files)
{
	size_t n = 0;

	for (size_t i = 0; i < m->len; i++)
		n += m->at[i].file == files;
	return n;
}

static void
put_addresses(struct page *p, const struct data_view *m, bool files, const char *title)
{
	static const char *const columns[] = { N_("Address"), N_("What it answers"), N_("Parameters") };

	if (count_of(m, files) == 0)
		return;
	prose_heading(p, title);
	HTML(p->b, "<div class=\"table--responsive-scroll\" tabindex=\"0\" role=\"group\"");
	html_attr(p->b, "aria-label", say(&p->lang, title));
	HTML(p->b, ">\n<table class=\"table\">\n<thead>\n<tr>");
	for (size_t i = 0; i < COUNT_OF(columns); i++) {
		HTML(p->b, "<th scope=\"col\">");
		html_say(p->b, &p->lang, columns[i]);
		HTML(p->b, "</th>");
	}
	HTML(p->b, "</tr>\n</thead>\n<tbody>\n");
	for (size_t i = 0; i < m->len; i++)
		if (m->at[i].file == files)
			put_address(p, &m->at[i]);
	HTML(p->b, "</tbody>\n</table>\n</div>\n");
}

static void
put_licence(struct page *p)
{
	prose_heading(p, N_("What the data may be used for"));
	HTML(p->b, "<p>");
	if (p->contact.licence.len > 0) {
		html_say(p->b, &p->lang, "Licence of the data:");
		HTML(p->b, " ");
		prose_link(p, p->contact.licence);
	} else {
		html_say(p->b, &p->lang, "The authority has not stated a licence. Ask it before you publish the data anew.");
	}
	HTML(p->b, "</p>\n<p>");
	html_say(p->b, &p->lang, "Say where it comes from: the authority, the thing's address on this site, and the day.");
	HTML(p->b, "</p>\n");
}

void
data_page(struct page *p, const struct data_view *m)
{
	p->section = SECTION_DATA;
	p->title = say(&p->lang, "Data and downloads");
	p->description = say(&p->lang, "Every figure of the site as a file or through an open interface.");
	page_open(p);
	page_heading(p);
	HTML(p->b, "<p class=\"lead\">");
	html_text(p->b, p->description);
	HTML(p->b, "</p>\n");
	prose_write(p, text, COUNT_OF(text), NULL, 0);
	put_addresses(p, m, true, N_("Files"));
	put_addresses(p, m, false, N_("The interface"));
	put_licence(p);
	page_close(p);
}
