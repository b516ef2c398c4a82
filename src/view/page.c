#include "view/page.h"
#include "view/asset.h"

static const struct {
	const char *path, *title;
} sections[] = {
#define X(id, path, title) { path, title },
	SECTIONS(X)
#undef X
};

void
page_words(struct page *p, bool danish_words)
{
	struct str code = danish_words ? STR("da") : STR("en");

	if (!str_eq(code, p->lang.code))
		html_attr(p->b, "lang", code);
}

void
page_named(struct page *p, const struct named *n)
{
	bool       danish = lang_danish(&p->lang), wanted = danish;
	struct str title = named_title(n, &danish);

	if (danish == wanted) {
		html_text(p->b, title);
		return;
	}
	HTML(p->b, "<span");
	page_words(p, danish);
	HTML(p->b, ">");
	html_text(p->b, title);
	HTML(p->b, "</span>");
}

/* "/da/" and what comes after it. */
static void
put_address(struct page *p, struct str code, struct str path, struct str query)
{
	HTML(p->b, "/");
	html_text(p->b, code);
	HTML(p->b, "/");
	html_text(p->b, path);
	html_text(p->b, query);
}

void
page_href(struct page *p, const char *kind, struct str id)
{
	struct str path = str_from(kind);

	if (id.len > 0)
		path = arena_printf(p->a, "%s/" STR_FMT, kind, STR_ARG(id));
	HTML(p->b, " href=\"");
	put_address(p, p->lang.code, path, p->keep);
	HTML(p->b, "\"");
}

void
page_link(struct page *p, const char *kind, const struct named *n)
{
	if (n->id.len == 0)
		return;
	HTML(p->b, "<a");
	page_href(p, kind, n->id);
	HTML(p->b, ">");
	page_named(p, n);
	HTML(p->b, "</a>");
}

/* Where this page is, and where it is in other languages. */
static void
addresses(struct page *p)
{
	if (p->nowhere) {
		HTML(p->b, "<meta name=\"robots\" content=\"noindex\">\n");
		return;
	}
	HTML(p->b, "<link rel=\"canonical\" href=\"");
	put_address(p, p->lang.code, p->path, p->query);
	HTML(p->b, "\">\n");
	for (size_t i = 0; i < lang_count(); i++) {
		struct lang l = lang_at(i);

		HTML(p->b, "<link rel=\"alternate\"");
		html_attr(p->b, "hreflang", l.code);
		HTML(p->b, " href=\"");
		put_address(p, l.code, p->path, p->query);
		HTML(p->b, "\">\n");
	}
}

static void
switch_language(struct page *p)
{
	HTML(p->b, "<nav");
	html_attr(p->b, "aria-label", say(&p->lang, "Language"));
	HTML(p->b, ">\n<ul class=\"languages\">\n");
	for (size_t i = 0; i < lang_count(); i++) {
		struct lang l = lang_at(i);

		HTML(p->b, "<li><a href=\"");
		put_address(p, l.code, p->nowhere ? STR_NONE : p->path, p->query);
		HTML(p->b, "\"");
		html_attr(p->b, "lang", l.code);
		html_attr(p->b, "hreflang", l.code);
		if (str_eq(l.code, p->lang.code) && !p->nowhere)
			HTML(p->b, " aria-current=\"true\"");
		HTML(p->b, ">");
		html_text(p->b, l.name);
		HTML(p->b, "</a></li>\n");
	}
	HTML(p->b, "</ul>\n</nav>\n");
}

static void
menu(struct page *p)
{
	HTML(p->b, "<nav");
	html_attr(p->b, "aria-label", say(&p->lang, "Main menu"));
	HTML(p->b, ">\n<ul class=\"menu\">\n");
	for (size_t i = 0; i < COUNT_OF(sections); i++) {
		HTML(p->b, "<li><a");
		page_href(p, sections[i].path, STR_NONE);
		if (i == (size_t)p->section)
			HTML(p->b, " aria-current=\"page\"");
		HTML(p->b, ">");
		html_say(p->b, &p->lang, sections[i].title);
		HTML(p->b, "</a></li>\n");
	}
	HTML(p->b, "</ul>\n</nav>\n");
}

static void
breadcrumb(struct page *p)
{
	if (p->crumbs == 0)
		return;
	HTML(p->b, "<nav class=\"breadcrumbs\"");
	html_attr(p->b, "aria-label", say(&p->lang, "Breadcrumb"));
	HTML(p->b, ">\n<ol>\n");
	for (size_t i = 0; i < p->crumbs; i++) {
		HTML(p->b, "<li><a");
		page_href(p, p->crumb[i].kind, p->crumb[i].thing.id);
		HTML(p->b, ">");
		page_named(p, &p->crumb[i].thing);
		HTML(p->b, "</a></li>\n");
	}
	HTML(p->b, "</ol>\n</nav>\n");
}

static void
head(struct page *p)
{
	HTML(p->b, "<head>\n<meta charset=\"utf-8\">\n<title>");
	html_text(p->b, p->title);
	if (p->authority.len > 0) {
		HTML(p->b, " – ");
		html_text(p->b, p->authority);
	}
	HTML(p->b, "</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	    "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"description\"");
	html_attr(p->b, "content", p->description);
	HTML(p->b, ">\n");
	addresses(p);
	HTML(p->b, "<link rel=\"icon\" type=\"image/svg+xml\" href=\"");
	asset_href(p->b, "pejl.svg");
	HTML(p->b, "\">\n<link rel=\"stylesheet\" href=\"");
	asset_href(p->b, "site.css");
	HTML(p->b, "\">\n<script defer src=\"");
	asset_href(p->b, "pejl.js");
	HTML(p->b, "\"></script>\n</head>\n");
}

void
page_open(struct page *p)
{
	HTML(p->b, "<!DOCTYPE html>\n<html");
	html_attr(p->b, "lang", p->lang.code);
	HTML(p->b, ">\n");
	head(p);
	HTML(p->b, "<body>\n<a class=\"skip\" href=\"#main\">");
	html_say(p->b, &p->lang, "Go to the content");
	HTML(p->b, "</a>\n<header class=\"top\">\n<p class=\"authority\"");
	page_words(p, p->authority.len > 0 || lang_danish(&p->lang));
	HTML(p->b, ">");
	html_text(p->b, p->authority.len > 0 ? p->authority : STR("Pejl"));
	HTML(p->b, "</p>\n");
	switch_language(p);
	menu(p);
	HTML(p->b, "</header>\n");
	breadcrumb(p);
	HTML(p->b, "<main id=\"main\" tabindex=\"-1\">\n");
}

void
page_close(struct page *p)
{
	HTML(p->b, "</main>\n<footer>\n<p>");
	html_say(p->b, &p->lang,
	    "Verdicts are computed from the register each time the page is shown.");
	HTML(p->b, " Pejl " PEJL_VERSION "</p>\n</footer>\n</body>\n</html>\n");
}
