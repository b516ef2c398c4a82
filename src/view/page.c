#include "view/page.h"

struct language {
	bool       danish;
	struct str code, path, name;
};

static const struct language languages[] = {
	{ true, STR_INIT("da"), STR_INIT("/da/"), STR_INIT("Dansk") },
	{ false, STR_INIT("en"), STR_INIT("/en/"), STR_INIT("English") },
};

static const struct language *
language_of(const struct page *p)
{
	return &languages[p->danish ? 0 : 1];
}

void
page_lang(struct buf *b, const struct page *p, bool danish_words)
{
	if (danish_words && !p->danish)
		HTML(b, " lang=\"da\"");
}

static void
href(struct buf *b, const struct page *p, struct str path)
{
	HTML(b, " href=\"");
	html_text(b, path);
	html_text(b, p->query);
	HTML(b, "\"");
}

/* Where this page is, and where it is in other languages. */
static void
addresses(struct buf *b, const struct page *p)
{
	if (p->nowhere) {
		HTML(b, "<meta name=\"robots\" content=\"noindex\">\n");
		return;
	}
	HTML(b, "<link rel=\"canonical\"");
	href(b, p, language_of(p)->path);
	HTML(b, ">\n");
	for (size_t i = 0; i < COUNT_OF(languages); i++) {
		HTML(b, "<link rel=\"alternate\"");
		html_attr(b, "hreflang", languages[i].code);
		href(b, p, languages[i].path);
		HTML(b, ">\n");
	}
	HTML(b, "<link rel=\"alternate\" hreflang=\"x-default\"");
	href(b, p, STR("/"));
	HTML(b, ">\n");
}

static void
switch_language(struct buf *b, const struct page *p)
{
	HTML(b, "<nav");
	html_attr(b, "aria-label", wording(WORDING_LANGUAGE, p->danish));
	HTML(b, ">\n<ul class=\"languages\">\n");
	for (size_t i = 0; i < COUNT_OF(languages); i++) {
		const struct language *l = &languages[i];

		HTML(b, "<li><a");
		href(b, p, l->path);
		html_attr(b, "lang", l->code);
		html_attr(b, "hreflang", l->code);
		if (l->danish == p->danish && !p->nowhere)
			HTML(b, " aria-current=\"true\"");
		HTML(b, ">");
		html_text(b, l->name);
		HTML(b, "</a></li>\n");
	}
	HTML(b, "</ul>\n</nav>\n");
}

static void
head(struct buf *b, const struct page *p)
{
	HTML(b, "<head>\n<meta charset=\"utf-8\">\n<title>");
	html_text(b, p->title);
	if (p->authority.len > 0) {
		HTML(b, " – ");
		html_text(b, p->authority);
	}
	HTML(b, "</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	    "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"description\"");
	html_attr(b, "content", p->description);
	HTML(b, ">\n");
	addresses(b, p);
	HTML(b, "<link rel=\"icon\" href=\"/assets/pejl.svg\" type=\"image/svg+xml\">\n"
	    "<link rel=\"stylesheet\" href=\"" PAGE_STYLE "\">\n</head>\n");
}

void
page_open(struct buf *b, const struct page *p)
{
	HTML(b, "<!DOCTYPE html>\n<html");
	html_attr(b, "lang", language_of(p)->code);
	HTML(b, ">\n");
	head(b, p);
	HTML(b, "<body>\n<a class=\"skip\" href=\"#main\">");
	html_text(b, wording(WORDING_SKIP, p->danish));
	HTML(b, "</a>\n<header class=\"top\">\n<p class=\"authority\"");
	page_lang(b, p, p->authority.len > 0);
	HTML(b, ">");
	html_text(b, p->authority.len > 0 ? p->authority : STR("Pejl"));
	HTML(b, "</p>\n");
	switch_language(b, p);
	HTML(b, "</header>\n<main id=\"main\" tabindex=\"-1\">\n");
}

void
page_close(struct buf *b, const struct page *p)
{
	HTML(b, "</main>\n<footer>\n<p>");
	html_text(b, wording(WORDING_FOOTER, p->danish));
	HTML(b, " Pejl " PEJL_VERSION "</p>\n</footer>\n</body>\n</html>\n");
}
