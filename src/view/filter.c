#include "view/filter.h"

/* ---- a page that will be a file ---- */

static void
put_links(struct page *p, const char *label)
{
	HTML(p->b, "<details class=\"filter-links\">\n<summary>");
	html_say(p->b, &p->lang, label);
	HTML(p->b, "</summary>\n<ul>\n");
}

static void
put_link(struct page *p, struct str value, struct str title, bool danish, bool chosen)
{
	HTML(p->b, "<li><a");
	if (danish != lang_danish(&p->lang))
		page_words(p, danish);
	HTML(p->b, " href=\"/");
	html_text(p->b, p->lang.code);
	HTML(p->b, "/");
	html_text(p->b, p->path);
	if (value.len > 0) {
		HTML(p->b, "?");
		html_text(p->b, p->asks);
		HTML(p->b, "=");
		page_escaped(p, value);
	}
	HTML(p->b, "\"");
	if (chosen)
		HTML(p->b, " aria-current=\"true\"");
	HTML(p->b, ">");
	html_text(p->b, title);
	HTML(p->b, "</a></li>\n");
}

/* ---- a form ---- */

static void
put_select(struct page *p, const char *label, const char *name)
{
	HTML(p->b, "<div class=\"form-group\"><label class=\"form-label\"");
	html_attr(p->b, "for", str_from(name));
	HTML(p->b, ">");
	html_say(p->b, &p->lang, label);
	HTML(p->b, "</label>\n<select class=\"form-select\"");
	html_attr(p->b, "id", str_from(name));
	html_attr(p->b, "name", str_from(name));
	HTML(p->b, ">\n");
}

void
filter_select(struct page *p, const char *label, const char *name, bool or_all)
{
	p->asks = str_from(name);
	if (p->fixed)
		put_links(p, label);
	else
		put_select(p, label, name);
	if (or_all)
		filter_option(p, STR(""), say_in(&p->lang, "choice", "All"), lang_danish(&p->lang), false);
}

void
filter_option(struct page *p, struct str value, struct str title, bool danish, bool chosen)
{
	if (p->fixed) {
		put_link(p, value, title, danish, chosen);
		return;
	}
	HTML(p->b, "<option");
	if (danish != lang_danish(&p->lang))
		page_words(p, danish);
	html_attr(p->b, "value", value);
	if (chosen)
		HTML(p->b, " selected");
	HTML(p->b, ">");
	html_text(p->b, title);
	HTML(p->b, "</option>\n");
}

void
filter_end(struct page *p)
{
	if (p->fixed)
		HTML(p->b, "</ul>\n</details>\n");
	else
		HTML(p->b, "</select></div>\n");
}

static void
put_choice(struct page *p, const char *label, const char *name, bool or_all, const struct named *at,
           size_t n, struct str asked)
{
	if (n == 0)
		return;
	filter_select(p, label, name, or_all);
	for (size_t i = 0; i < n; i++) {
		bool       danish = lang_danish(&p->lang);
		struct str title = named_title(&at[i], &danish);

		filter_option(p, at[i].id, title, danish, str_eq(at[i].id, asked));
	}
	filter_end(p);
}

void
filter_choice(struct page *p, const char *label, const char *name, const struct named *at,
              size_t n, struct str asked)
{
	put_choice(p, label, name, true, at, n, asked);
}

void
filter_one(struct page *p, const char *label, const char *name, const struct named *at, size_t n,
           struct str asked)
{
	put_choice(p, label, name, false, at, n, asked);
}

/* "?as_of=2009-06-01" as a field, so that a choice keeps it. */
static void
put_kept(struct page *p)
{
	struct str day = str_slice(p->keep, STR("?as_of=").len, p->keep.len);

	if (p->keep.len == 0)
		return;
	HTML(p->b, "<input type=\"hidden\" name=\"as_of\"");
	html_attr(p->b, "value", day);
	HTML(p->b, ">\n");
}

void
filter_open(struct page *p)
{
	if (p->fixed) {
		page_lacks(p, N_("One choice at a time can be made here; another takes its place."));
		return;
	}
	HTML(p->b, "<form method=\"get\" class=\"filter\">\n");
	put_kept(p);
}

void
filter_words(struct page *p, const char *label, struct str asked)
{
	page_lacks(p, N_("In this copy of the site, words are looked for by the search at the top of the page."));
	if (p->fixed)
		return;
	HTML(p->b, "<div class=\"form-group\"><label class=\"form-label\" for=\"q\">");
	html_say(p->b, &p->lang, label);
	HTML(p->b, "</label>\n<input class=\"form-input\" type=\"search\" id=\"q\" name=\"q\" "
	    "maxlength=\"200\"");
	html_attr(p->b, "value", asked);
	HTML(p->b, "></div>\n");
}

void
filter_close(struct page *p)
{
	if (p->fixed)
		return;
	HTML(p->b, "<button class=\"button button-primary\" type=\"submit\">");
	html_say(p->b, &p->lang, "Show");
	HTML(p->b, "</button>\n</form>\n");
}
