#include "view/pager.h"
#include "view/page_frame.h"

static void
put_link(struct page *p, size_t page, struct str query, const char *text, const char *rel)
{
	HTML(p->b, "<li><a");
	html_attr(p->b, "rel", str_from(rel));
	HTML(p->b, " href=\"");
	page_address(p, p->lang.code, p->path, query);
	html_text(p->b, query.len > 0 ? STR("&") : STR("?"));
	HTML(p->b, "page=");
	html_int(p->b, (int64_t)page);
	HTML(p->b, "\">");
	html_say(p->b, &p->lang, text);
	HTML(p->b, "</a></li>\n");
}

void
pager_write(struct page *p, size_t page, size_t pages, struct str query)
{
	struct str with[] = { arena_printf(p->a, "%zu", page), arena_printf(p->a, "%zu", pages) };

	if (pages < 2)
		return;
	HTML(p->b, "<div class=\"pager\" role=\"group\"");
	html_attr(p->b, "aria-label", say(&p->lang, "Pages"));
	HTML(p->b, ">\n<ul class=\"plain-list\">\n");
	if (page > 1)
		put_link(p, page - 1, query, N_("Previous page"), "prev");
	HTML(p->b, "<li>");
	html_fill(p->b, say(&p->lang, "Page {1} of {2}"), with, COUNT_OF(with));
	HTML(p->b, "</li>\n");
	if (page < pages)
		put_link(p, page + 1, query, N_("Next page"), "next");
	HTML(p->b, "</ul>\n</div>\n");
}
