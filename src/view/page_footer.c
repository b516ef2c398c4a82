#include "view/page_frame.h"

/* Pages about the site: address after the language, what it is called. */
static const struct {
	const char *path, *title;
} pages[] = {
	{ "about", N_("About Pejl") },
	{ "method", N_("How verdicts are reached") },
	{ "data", N_("Data and downloads") },
	{ "accessibility", N_("Accessibility statement") },
	{ "privacy", N_("Privacy") },
};

/* A blank has no place in an address; a telephone number is grouped by them. */
static void
link_to(struct page *p, const char *scheme, struct str address)
{
	struct str rest = address;

	HTML(p->b, "<a href=\"");
	html_text(p->b, str_from(scheme));
	while (rest.len > 0)
		html_text(p->b, str_cut(&rest, ' '));
	HTML(p->b, "\">");
	html_text(p->b, address);
	HTML(p->b, "</a>");
}

static void
labelled(struct page *p, const char *label, const char *scheme, struct str address)
{
	if (address.len == 0)
		return;
	HTML(p->b, "<p>");
	html_say(p->b, &p->lang, label);
	HTML(p->b, " ");
	link_to(p, scheme, address);
	HTML(p->b, "</p>\n");
}

static void
contact(struct page *p)
{
	const struct contact *c = &p->contact;

	HTML(p->b, "<div class=\"footer-col\">\n<p class=\"authority-name\"");
	page_words(p, p->authority.len > 0 || lang_danish(&p->lang));
	HTML(p->b, ">");
	html_text(p->b, p->authority.len > 0 ? p->authority : STR("Pejl"));
	HTML(p->b, "</p>\n");
	if (c->address.len > 0) {
		HTML(p->b, "<p");
		page_words(p, true);
		HTML(p->b, ">");
		html_text(p->b, c->address);
		HTML(p->b, "</p>\n");
	}
	labelled(p, N_("Phone:"), "tel:", c->phone);
	labelled(p, N_("Mail:"), "mailto:", c->mail);
	if (contact_is_web(c->web)) {
		HTML(p->b, "<p>");
		link_to(p, "", c->web);
		HTML(p->b, "</p>\n");
	}
	HTML(p->b, "</div>\n");
}

/* Whoever is logged in is led on; the page is the same for everybody. */
static void
staff_link(struct page *p)
{
	HTML(p->b, "<li><a href=\"");
	page_address(p, p->lang.code, STR("login"), STR_NONE);
	HTML(p->b, "\">");
	html_say(p->b, &p->lang, "For staff");
	HTML(p->b, "</a></li>\n");
}

static void
links(struct page *p)
{
	HTML(p->b, "<nav class=\"footer-col\"");
	html_attr(p->b, "aria-label", say(&p->lang, "About the site"));
	HTML(p->b, ">\n<ul class=\"footer-links\">\n");
	for (size_t i = 0; i < COUNT_OF(pages); i++) {
		HTML(p->b, "<li><a");
		page_href(p, pages[i].path, STR_NONE);
		HTML(p->b, ">");
		html_say(p->b, &p->lang, pages[i].title);
		HTML(p->b, "</a></li>\n");
	}
	if (!p->fixed)
		staff_link(p);
	HTML(p->b, "</ul>\n</nav>\n");
}

void
page_footer(struct page *p)
{
	HTML(p->b, "<footer>\n<div class=\"footer\">\n<div class=\"container footer-inner\">\n");
	contact(p);
	links(p);
	HTML(p->b, "<div class=\"footer-col\">\n<p>");
	html_say(p->b, &p->lang,
	    "Every figure has a source, and every verdict is computed from the register when it is shown.");
	HTML(p->b, "</p>\n<p>Pejl " PEJL_VERSION "</p>\n");
	page_languages(p);
	HTML(p->b, "</div>\n</div>\n</div>\n</footer>\n");
}
