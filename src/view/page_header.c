#include "view/page_frame.h"
#include "view/asset.h"

static const struct {
	const char *path, *title;
} sections[] = {
#define X(id, path, title) { path, title },
	SECTIONS(X)
#undef X
};

const char *
section_path(enum section s)
{
	return sections[s].path;
}

const char *
section_title(enum section s)
{
	return sections[s].title;
}

void
page_languages(struct page *p)
{
	HTML(p->b, "<ul class=\"languages\">\n");
	for (size_t i = 0; i < lang_count(); i++) {
		struct lang l = lang_at(i);

		HTML(p->b, "<li><a href=\"");
		page_address(p, l.code, p->nowhere ? STR_NONE : p->path, p->query);
		HTML(p->b, "\"");
		html_attr(p->b, "lang", l.code);
		html_attr(p->b, "hreflang", l.code);
		if (str_eq(l.code, p->lang.code) && !p->nowhere)
			HTML(p->b, " aria-current=\"true\"");
		HTML(p->b, ">");
		html_text(p->b, l.name);
		HTML(p->b, "</a></li>\n");
	}
	HTML(p->b, "</ul>\n");
}

/* Whose site it is, and in which languages. */
static void
portal(struct page *p)
{
	HTML(p->b, "<div class=\"portal-info\">\n<div class=\"portal-info-inner container\">\n"
	    "<p class=\"authority-name\"");
	page_words(p, p->authority.len > 0 || lang_danish(&p->lang));
	HTML(p->b, ">");
	html_text(p->b, p->authority.len > 0 ? p->authority : STR("Pejl"));
	HTML(p->b, "</p>\n<nav");
	html_attr(p->b, "aria-label", say(&p->lang, "Language"));
	HTML(p->b, ">\n");
	page_languages(p);
	HTML(p->b, "</nav>\n</div>\n</div>\n");
}

/* The day that is kept goes along. */
static void
kept_day(struct page *p)
{
	if (!p->looks_back)
		return;
	HTML(p->b, "<input type=\"hidden\" name=\"as_of\"");
	html_attr(p->b, "value", day_iso(p->a, p->as_of));
	HTML(p->b, ">\n");
}

void
page_search(struct page *p, const char *id, struct str words)
{
	/* In the content it is a form under its heading, not a second place to search. */
	HTML(p->b, "<form class=\"site-search\"");
	if (str_eq(str_from(id), STR("search")))
		HTML(p->b, " role=\"search\"");
	HTML(p->b, " method=\"get\" action=\"");
	page_address(p, p->lang.code, STR("search"), STR_NONE);
	HTML(p->b, "\">\n<label class=\"sr-only\"");
	html_attr(p->b, "for", str_from(id));
	HTML(p->b, ">");
	html_say(p->b, &p->lang, "Search the site");
	HTML(p->b, "</label>\n<div class=\"search\">\n"
	    "<input class=\"form-input\" type=\"search\" name=\"q\" maxlength=\"200\" required");
	html_attr(p->b, "id", str_from(id));
	if (words.len > 0)
		html_attr(p->b, "value", words);
	HTML(p->b, ">\n<button class=\"button button-search\" type=\"submit\">"
	    "<span class=\"icon icon-search\" aria-hidden=\"true\"></span> <span class=\"button-text\">");
	html_say(p->b, &p->lang, "Search");
	HTML(p->b, "</span></button>\n</div>\n");
	kept_day(p);
	HTML(p->b, "</form>\n");
}

static void
solution(struct page *p)
{
	HTML(p->b, "<div class=\"solution-info\">\n<div class=\"solution-info-inner container\">\n"
	    "<p class=\"solution-heading\"><a class=\"solution-link\"");
	page_href(p, "", STR_NONE);
	HTML(p->b, "><img width=\"40\" height=\"40\" alt=\"\" src=\"");
	asset_href(p->b, "pejl.svg");
	HTML(p->b, "\"> <span>Pejl</span> <span class=\"tagline\">");
	html_say(p->b, &p->lang, "Does the policy work?");
	HTML(p->b, "</span></a></p>\n");
	page_search(p, "search", STR_NONE);
	HTML(p->b, "</div>\n</div>\n");
}

static void
menu_items(struct page *p)
{
	HTML(p->b, "<ul class=\"mainmenu\">\n");
	for (size_t i = 0; i < COUNT_OF(sections); i++) {
		bool current = i == (size_t)p->section;

		HTML(p->b, "<li");
		if (current)
			HTML(p->b, " class=\"active current\"");
		HTML(p->b, "><a class=\"nav-link\"");
		page_href(p, sections[i].path, STR_NONE);
		if (current)
			HTML(p->b, " aria-current=\"page\"");
		HTML(p->b, "><span>");
		html_say(p->b, &p->lang, sections[i].title);
		HTML(p->b, "</span></a></li>\n");
	}
	HTML(p->b, "</ul>\n");
}

/* Twice: as a row, and for narrow screens as what a button opens; one is shown. */
static void
menu(struct page *p)
{
	HTML(p->b, "<nav class=\"navigation-menu\"");
	html_attr(p->b, "aria-label", say(&p->lang, "Main menu"));
	HTML(p->b, ">\n<div class=\"navigation-menu-inner container\">\n");
	menu_items(p);
	HTML(p->b, "</div>\n</nav>\n<nav class=\"small-menu\"");
	html_attr(p->b, "aria-label", say(&p->lang, "Main menu"));
	HTML(p->b, ">\n<details>\n<summary class=\"container\"><span class=\"icon icon-menu\" "
	    "aria-hidden=\"true\"></span> ");
	html_say(p->b, &p->lang, "Menu");
	HTML(p->b, "</summary>\n");
	menu_items(p);
	HTML(p->b, "</details>\n</nav>\n");
}

/* A reader who looks back is told so, and led to the present. */
static void
looking_back(struct page *p)
{
	if (!p->looks_back || p->nowhere)
		return;
	HTML(p->b, "<aside class=\"looks-back\"");
	html_attr(p->b, "aria-label", say(&p->lang, "Looking back"));
	HTML(p->b, ">\n<p class=\"container\">");
	html_say(p->b, &p->lang, "You are looking back: this is how it stood on");
	HTML(p->b, " ");
	page_day(p, p->as_of);
	HTML(p->b, ". <a href=\"");
	page_address(p, p->lang.code, p->path, p->now);
	HTML(p->b, "\">");
	html_say(p->b, &p->lang, "See how it stands now");
	HTML(p->b, "</a></p>\n</aside>\n");
}

static void
crumb(struct page *p, const struct crumb *c)
{
	HTML(p->b, "<li class=\"breadcrumbs__list-item\"><a class=\"breadcrumbs__link\"");
	page_href(p, c->kind, c->thing.id);
	HTML(p->b, ">");
	page_named(p, &c->thing);
	HTML(p->b, "</a></li>\n");
}

static void
breadcrumb(struct page *p)
{
	if (p->nowhere || p->path.len == 0)
		return;
	HTML(p->b, "<nav class=\"breadcrumbs container\"");
	html_attr(p->b, "aria-label", say(&p->lang, "Breadcrumb"));
	HTML(p->b, ">\n<ol class=\"breadcrumbs__list\">\n"
	    "<li class=\"breadcrumbs__list-item\"><a class=\"breadcrumbs__link\"");
	page_href(p, "", STR_NONE);
	HTML(p->b, ">");
	html_say(p->b, &p->lang, "Barometer");
	HTML(p->b, "</a></li>\n");
	for (size_t i = 0; i < p->crumbs; i++)
		crumb(p, &p->crumb[i]);
	HTML(p->b, "</ol>\n</nav>\n");
}

void
page_header(struct page *p)
{
	HTML(p->b, "<header class=\"header\">\n");
	portal(p);
	solution(p);
	menu(p);
	HTML(p->b, "</header>\n");
	looking_back(p);
	breadcrumb(p);
}
