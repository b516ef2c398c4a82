#include "view/pages/search.h"
#include "view/kind.h"
#include "view/pager.h"
#include "view/show.h"

/* ---- one hit ---- */

static void
put_pieces(struct page *p, const struct search_pieces *at)
{
	bool other = at->danish != lang_danish(&p->lang);

	if (other) {
		HTML(p->b, "<span");
		page_words(p, at->danish);
		HTML(p->b, ">");
	}
	for (size_t i = 0; i < at->len; i++) {
		if (at->at[i].marked)
			HTML(p->b, "<mark>");
		html_text(p->b, at->at[i].text);
		if (at->at[i].marked)
			HTML(p->b, "</mark>");
	}
	if (other)
		HTML(p->b, "</span>");
}

/* A line of a document is on the page where it is. */
static void
put_line_link(struct page *p, const struct search_hit *h)
{
	struct source at = { .document = h->of.thing.id, .line = h->line };

	HTML(p->b, ", ");
	(void)show_source(p, &at);
}

static const struct search_pieces *
shown_title(struct page *p, const struct search_hit *h)
{
	return !lang_danish(&p->lang) && h->title_en.len > 0 ? &h->title_en : &h->title;
}

static void
put_title(struct page *p, const struct search_hit *h)
{
	const struct search_pieces *title = shown_title(p, h);
	bool                        links = h->of.page.path != NULL;

	HTML(p->b, "<h3>");
	if (links) {
		HTML(p->b, "<a");
		kind_href(p, &h->of.page);
		HTML(p->b, ">");
	}
	if (title->len > 0)
		put_pieces(p, title);
	else
		html_text(p->b, h->of.thing.id);
	if (links)
		HTML(p->b, "</a>");
	HTML(p->b, "</h3>\n");
}

static void
put_named(struct page *p, const char *kind, const struct named *n)
{
	if (n->id.len == 0)
		return;
	HTML(p->b, " · ");
	if (kind != NULL)
		page_link(p, kind, n);
	else
		page_named(p, n);
}

static void
put_hit(struct page *p, const struct search_hit *h)
{
	HTML(p->b, "<li>\n");
	put_title(p, h);
	if (h->snippet.len > 0 && h->snippet.at != shown_title(p, h)->at) {
		HTML(p->b, "<p>");
		put_pieces(p, &h->snippet);
		HTML(p->b, "</p>\n");
	}
	HTML(p->b, "<p class=\"source\">");
	html_text(p->b, kind_title(&p->lang, h->line > 0 ? NOUN_NONE : h->of.noun));
	if (h->line > 0)
		put_line_link(p, h);
	put_named(p, "unit", &h->unit);
	put_named(p, NULL, &h->policy);
	HTML(p->b, "</p>\n</li>\n");
}

/* ---- of which kind ---- */

static void
put_kind(struct page *p, const struct search_view *m, struct str query, enum noun kind, size_t n)
{
	bool       all = kind == NOUN_ANY;
	struct str number = arena_printf(p->a, " (%zu)", n);

	HTML(p->b, "<li><a href=\"/");
	html_text(p->b, p->lang.code);
	HTML(p->b, "/search");
	html_text(p->b, query);
	if (!all) {
		html_text(p->b, STR("&kind="));
		html_text(p->b, search_kind_code(kind));
	}
	HTML(p->b, "\"");
	if (kind == m->kind)
		HTML(p->b, " aria-current=\"true\"");
	HTML(p->b, ">");
	html_text(p->b, all ? say_in(&p->lang, "choice", "All") : kind_titles(&p->lang, kind));
	html_text(p->b, number);
	HTML(p->b, "</a></li>\n");
}

static void
put_kinds(struct page *p, const struct search_view *m, struct str query)
{
	size_t all = 0;

	for (size_t i = 0; i < m->counts; i++)
		all += m->count[i].n;
	if (m->counts < 2 && m->kind == NOUN_ANY)
		return;
	HTML(p->b, "<nav class=\"search-kinds\"");
	html_attr(p->b, "aria-label", say(&p->lang, "Kinds of what was found"));
	HTML(p->b, ">\n<ul class=\"plain-list\">\n");
	put_kind(p, m, query, NOUN_ANY, all);
	for (size_t i = 0; i < m->counts; i++)
		put_kind(p, m, query, m->count[i].kind, m->count[i].n);
	HTML(p->b, "</ul>\n</nav>\n");
}

/* ---- the page ---- */

static void
put_headline(struct page *p, const struct search_view *m)
{
	struct str with[] = { arena_printf(p->a, "%zu", m->total), m->asked };

	HTML(p->b, "<p class=\"lead font-lead\">");
	if (m->empty)
		html_say(p->b, &p->lang, "Look for everything on this site: indicators, goals, initiatives, money, documents.");
	else if (m->total == 0)
		html_fill(p->b, say(&p->lang, "Nothing was found for “{2}”."), with, COUNT_OF(with));
	else
		html_fill(p->b, say_n(&p->lang, (int64_t)m->total, "{1} result for “{2}”",
		    "{1} results for “{2}”"), with, COUNT_OF(with));
	HTML(p->b, "</p>\n");
}

static void
put_suggestion(struct page *p, const struct search_view *m)
{
	if (m->empty || m->total > 0)
		return;
	if (m->suggestion.len > 0) {
		HTML(p->b, "<p>");
		html_say(p->b, &p->lang, "Did you mean:");
		HTML(p->b, " <a href=\"/");
		html_text(p->b, p->lang.code);
		HTML(p->b, "/search?q=");
		page_escaped(p, m->suggestion);
		HTML(p->b, "\">");
		html_text(p->b, m->suggestion);
		HTML(p->b, "</a>?</p>\n");
	}
	HTML(p->b, "<p>");
	html_say(p->b, &p->lang, "Every word must be there. Try fewer words, or another one. Of the last word a beginning is enough, and aa, ae and oe find å, æ and ø.");
	HTML(p->b, "</p>\n");
}

static void
put_hits(struct page *p, const struct search_view *m, struct str query)
{
	struct str listed = arena_printf(p->a, "%zu", m->listed);

	if (m->listed < m->total) {
		HTML(p->b, "<p>");
		html_fill(p->b, say(&p->lang, "The first {1} are shown. More words find fewer."), &listed, 1);
		HTML(p->b, "</p>\n");
	}
	if (m->len == 0)
		return;
	HTML(p->b, "<h2 id=\"results\" tabindex=\"-1\">");
	html_say(p->b, &p->lang, "Results");
	HTML(p->b, "</h2>\n<ol class=\"search-results plain-list\">\n");
	for (size_t i = 0; i < m->len; i++)
		put_hit(p, &m->at[i]);
	HTML(p->b, "</ol>\n");
	if (m->kind != NOUN_ANY)
		query = arena_printf(p->a, STR_FMT "&kind=" STR_FMT, STR_ARG(query),
		    STR_ARG(search_kind_code(m->kind)));
	pager_write(p, m->page, m->pages, query);
}

/* Where the script puts what it finds, on a site without a server. */
static void
put_place(struct page *p)
{
	HTML(p->b, "<noscript><p>");
	html_say(p->b, &p->lang, "To search this copy of the site, your browser must run its script. "
	    "Everything can be reached from the menu, too.");
	HTML(p->b, "</p></noscript>\n<div class=\"search-here\" data-words=\"search-words.json\"");
	html_attr(p->b, "data-none", say(&p->lang, "Nothing was found for “{1}”."));
	html_attr(p->b, "data-some", say(&p->lang, "Pages with “{1}”: {2}"));
	HTML(p->b, "></div>\n");
}

void
search_page(struct page *p, const struct search_view *m, struct str query)
{
	p->title = say(&p->lang, "Search");
	if (!m->empty)
		p->title = arena_printf(p->a, STR_FMT ": " STR_FMT, STR_ARG(m->asked), STR_ARG(p->title));
	p->description = say(&p->lang, "What this site says about the words you look for.");
	page_open(p);
	HTML(p->b, "<h1>");
	html_say(p->b, &p->lang, "Search");
	HTML(p->b, "</h1>\n");
	page_search(p, "words", m->asked);
	put_headline(p, m);
	if (p->fixed)
		put_place(p);
	put_suggestion(p, m);
	if (!m->empty) {
		put_kinds(p, m, query);
		put_hits(p, m, query);
	}
	page_close(p);
}
