#include "view/page_frame.h"
#include "view/asset.h"

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

void
page_address(struct page *p, struct str code, struct str path, struct str query)
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
	page_address(p, p->lang.code, path, p->keep);
	HTML(p->b, "\"");
}

void
page_escaped(struct page *p, struct str s)
{
	buf_percent(p->b, s, "");
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

void
page_lacks(struct page *p, const char *text)
{
	if (!p->fixed)
		return;
	HTML(p->b, "<p class=\"note lacks\">");
	html_say(p->b, &p->lang, text);
	HTML(p->b, "</p>\n");
}

void
page_day(struct page *p, int32_t day)
{
	HTML(p->b, "<time");
	html_attr(p->b, "datetime", day_iso(p->a, day));
	page_words(p, lang_danish(&p->lang));
	HTML(p->b, ">");
	day_write_long(p->b, day, lang_danish(&p->lang));
	HTML(p->b, "</time>");
}

/* Where this page is, and where it is in other languages. A day of the past is
 * for readers, not for search engines. */
static void
addresses(struct page *p)
{
	if (p->nowhere || p->looks_back || p->unlisted)
		HTML(p->b, "<meta name=\"robots\" content=\"noindex\">\n");
	if (p->nowhere)
		return;
	HTML(p->b, "<link rel=\"canonical\" href=\"");
	page_address(p, p->lang.code, p->path, p->query);
	HTML(p->b, "\">\n");
	for (size_t i = 0; i < lang_count(); i++) {
		struct lang l = lang_at(i);

		HTML(p->b, "<link rel=\"alternate\"");
		html_attr(p->b, "hreflang", l.code);
		HTML(p->b, " href=\"");
		page_address(p, l.code, p->path, p->query);
		HTML(p->b, "\">\n");
	}
}

static void
property(struct page *p, const char *name, struct str value)
{
	HTML(p->b, "<meta");
	html_attr(p->b, "property", str_from(name));
	html_attr(p->b, "content", value);
	HTML(p->b, ">\n");
}

/* What programs show of the page where somebody links to it: https://ogp.me */
static void
shared(struct page *p)
{
	if (p->site.len == 0 || p->nowhere || p->looks_back || p->unlisted)
		return;
	property(p, "og:type", STR("website"));
	property(p, "og:title", p->title);
	property(p, "og:description", p->description);
	if (p->authority.len > 0)
		property(p, "og:site_name", p->authority);
	property(p, "og:url", arena_printf(p->a, STR_FMT "/" STR_FMT "/" STR_FMT STR_FMT, STR_ARG(p->site),
	    STR_ARG(p->lang.code), STR_ARG(p->path), STR_ARG(p->query)));
	if (p->picture.len == 0)
		return;
	property(p, "og:image", arena_printf(p->a, STR_FMT STR_FMT, STR_ARG(p->site), STR_ARG(p->picture)));
	property(p, "og:image:type", STR("image/png"));
	property(p, "og:image:width", STR("1200"));
	property(p, "og:image:height", STR("630"));
	property(p, "og:image:alt", p->description);
	HTML(p->b, "<meta name=\"twitter:card\" content=\"summary_large_image\">\n");
}

static void
feed(struct page *p)
{
	if (p->feed.len == 0)
		return;
	HTML(p->b, "<link rel=\"alternate\" type=\"application/atom+xml\"");
	html_attr(p->b, "title", say(&p->lang, "New measurements, verdicts and reports"));
	HTML(p->b, " href=\"");
	page_address(p, p->lang.code, p->feed, STR_NONE);
	HTML(p->b, "\">\n");
}

static void
files(struct page *p)
{
	HTML(p->b, "<link rel=\"icon\" type=\"image/svg+xml\" href=\"");
	asset_href(p->b, "pejl.svg");
	HTML(p->b, "\">\n<link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin href=\"");
	asset_href(p->b, "IBMPlexSans-Regular-Latin1.woff2");
	HTML(p->b, "\">\n<link rel=\"stylesheet\" href=\"");
	asset_href(p->b, "site.css");
	HTML(p->b, "\">\n<script defer src=\"");
	asset_href(p->b, "pejl.js");
	HTML(p->b, "\"></script>\n");
}

static void
head(struct page *p)
{
	HTML(p->b, "<head>\n<meta charset=\"utf-8\">\n<title>");
	html_text(p->b, p->title);
	HTML(p->b, " – ");
	html_text(p->b, p->authority.len > 0 ? p->authority : STR("Pejl"));
	HTML(p->b, "</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	    "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"description\"");
	html_attr(p->b, "content", p->description);
	HTML(p->b, ">\n");
	addresses(p);
	shared(p);
	feed(p);
	files(p);
	HTML(p->b, "</head>\n");
}

void
page_open(struct page *p)
{
	HTML(p->b, "<!DOCTYPE html>\n<html");
	html_attr(p->b, "lang", p->lang.code);
	HTML(p->b, ">\n");
	head(p);
	if (p->bare) {
		HTML(p->b, "<body class=\"bare\">\n<main id=\"main\">\n");
		return;
	}
	HTML(p->b, "<body>\n<a class=\"skipnav\" href=\"#main\">");
	html_say(p->b, &p->lang, "Go to the content");
	HTML(p->b, "</a>\n");
	page_header(p);
	HTML(p->b, "<main id=\"main\" class=\"container\" tabindex=\"-1\">\n");
}

void
page_close(struct page *p)
{
	HTML(p->b, "</main>\n");
	if (!p->bare)
		page_footer(p);
	HTML(p->b, "</body>\n</html>\n");
}

void
page_heading(struct page *p)
{
	HTML(p->b, "<h1>");
	html_text(p->b, p->title);
	HTML(p->b, "</h1>\n");
}

void
page_lead(struct page *p)
{
	page_heading(p);
	HTML(p->b, "<p class=\"lead font-lead\">");
	html_text(p->b, p->description);
	HTML(p->b, "</p>\n");
}
