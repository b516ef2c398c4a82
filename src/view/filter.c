#include "view/filter.h"

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

static void
put_options(struct page *p, const struct named *at, size_t n, struct str asked)
{
	for (size_t i = 0; i < n; i++) {
		bool danish = lang_danish(&p->lang), wanted = danish;
		struct str title = named_title(&at[i], &danish);

		HTML(p->b, "<option");
		if (danish != wanted)
			page_words(p, danish);
		html_attr(p->b, "value", at[i].id);
		if (str_eq(at[i].id, asked))
			HTML(p->b, " selected");
		HTML(p->b, ">");
		html_text(p->b, title);
		HTML(p->b, "</option>\n");
	}
	HTML(p->b, "</select></div>\n");
}

void
filter_choice(struct page *p, const char *label, const char *name, const struct named *at,
              size_t n, struct str asked)
{
	if (n == 0)
		return;
	put_select(p, label, name);
	HTML(p->b, "<option value=\"\">");
	html_text(p->b, say_in(&p->lang, "choice", "All"));
	HTML(p->b, "</option>\n");
	put_options(p, at, n, asked);
}

void
filter_one(struct page *p, const char *label, const char *name, const struct named *at, size_t n,
           struct str asked)
{
	if (n == 0)
		return;
	put_select(p, label, name);
	put_options(p, at, n, asked);
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
	HTML(p->b, "<form method=\"get\" class=\"filter\">\n");
	put_kept(p);
}

void
filter_words(struct page *p, const char *label, struct str asked)
{
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
	HTML(p->b, "<button class=\"button button-primary\" type=\"submit\">");
	html_say(p->b, &p->lang, "Show");
	HTML(p->b, "</button>\n</form>\n");
}
