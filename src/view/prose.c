#include "view/prose.h"

static const char *const open_tag[] = {
	[PROSE_HEADING] = "h2", [PROSE_TEXT] = "p", [PROSE_ITEM] = "li",
};

static void
piece(struct page *p, const struct prose *t, const struct str *with, size_t n)
{
	struct str tag = str_from(open_tag[t->is]);

	HTML(p->b, "<");
	html_text(p->b, tag);
	HTML(p->b, ">");
	html_fill(p->b, say(&p->lang, t->text), with, n);
	HTML(p->b, "</");
	html_text(p->b, tag);
	HTML(p->b, ">\n");
}

void
prose_write(struct page *p, const struct prose *at, size_t n, const struct str *with,
            size_t with_len)
{
	for (size_t i = 0; i < n; i++) {
		bool item = at[i].is == PROSE_ITEM;

		if (item && (i == 0 || at[i - 1].is != PROSE_ITEM))
			HTML(p->b, "<ul>\n");
		piece(p, &at[i], with, with_len);
		if (item && (i + 1 == n || at[i + 1].is != PROSE_ITEM))
			HTML(p->b, "</ul>\n");
	}
}

void
prose_heading(struct page *p, const char *text)
{
	HTML(p->b, "<h2>");
	html_say(p->b, &p->lang, text);
	HTML(p->b, "</h2>\n");
}

struct str
prose_number(struct page *p, struct number n)
{
	struct buf b;
	struct str s;

	buf_init(&b, 200);
	number_write(&b, n, lang_danish(&p->lang) ? NOTATION_DA : NOTATION_EN);
	s = str_dup(p->a, buf_str(&b));
	buf_free(&b);
	return s;
}

void
prose_link(struct page *p, struct str address)
{
	if (!contact_is_web(address)) {
		html_text(p->b, address);
		return;
	}
	HTML(p->b, "<a");
	html_attr(p->b, "href", address);
	HTML(p->b, ">");
	html_text(p->b, address);
	HTML(p->b, "</a>");
}

void
prose_open(struct page *p)
{
	HTML(p->b, "<div class=\"prose\">\n<h1>");
	html_text(p->b, p->title);
	HTML(p->b, "</h1>\n<p class=\"lead\">");
	html_text(p->b, p->description);
	HTML(p->b, "</p>\n");
}
