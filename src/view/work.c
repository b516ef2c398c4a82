#include "view/work.h"

static const struct {
	const char *path;
	enum right  right;
	const char *title;
} entries[WORK_SECTION_COUNT] = {
#define X(id, path, right, title) { path, right, title },
	WORK_SECTIONS(X)
#undef X
};

static void
put_entry(struct page *p, const struct work *w, size_t i)
{
	bool current = i == (size_t)w->section;

	HTML(p->b, "<li");
	if (current)
		HTML(p->b, " class=\"active current\"");
	HTML(p->b, "><a class=\"nav-link\"");
	page_href(p, entries[i].path, STR_NONE);
	if (current)
		HTML(p->b, " aria-current=\"page\"");
	HTML(p->b, ">");
	html_say(p->b, &p->lang, entries[i].title);
	HTML(p->b, "</a></li>\n");
}

static void
put_entries(struct page *p, const struct work *w)
{
	HTML(p->b, "<ul class=\"sidemenu\">\n");
	for (size_t i = 0; i < WORK_SECTION_COUNT; i++)
		if (entries[i].right == RIGHT_COUNT || access_has(w->who, entries[i].right))
			put_entry(p, w, i);
	HTML(p->b, "</ul>\n");
}

/* Beside the content; where there is no room, folded above it. */
static void
put_menu(struct page *p, const struct work *w)
{
	HTML(p->b, "<details class=\"work-small\">\n<summary>");
	html_say(p->b, &p->lang, "Work");
	HTML(p->b, ": ");
	html_say(p->b, &p->lang, entries[w->section].title);
	HTML(p->b, "</summary>\n");
	put_entries(p, w);
	HTML(p->b, "</details>\n<div class=\"work-wide\">\n");
	put_entries(p, w);
	HTML(p->b, "</div>\n");
}

static void
person(struct page *p, const struct work *w)
{
	HTML(p->b, "<p class=\"work-person\">");
	html_fill(p->b, say(&p->lang, "Logged in as {1}"), &w->who->title, 1);
	HTML(p->b, "</p>\n");
	form_act(p, &w->form, STR("work/log-out"), say(&p->lang, "Log out"), NULL, 0);
}

static void
warn_of_demo(struct page *p)
{
	HTML(p->b, "<div class=\"alert alert-warning work-demo\"><div class=\"alert-body\"><p class=\"alert-text\">");
	html_say(p->b, &p->lang, "There are users for a try here, who all have the same password. Do not "
	    "write anything that counts, and remove them before you do.");
	HTML(p->b, "</p></div></div>\n");
}

void
work_open(struct page *p, const struct work *w)
{
	p->unlisted = true;
	page_open(p);
	if (w->demo)
		warn_of_demo(p);
	HTML(p->b, "<div class=\"work\">\n<nav class=\"work-menu\"");
	html_attr(p->b, "aria-label", say(&p->lang, "Work"));
	HTML(p->b, ">\n");
	put_menu(p, w);
	person(p, w);
	HTML(p->b, "</nav>\n<div class=\"work-content\">\n");
}

void
work_close(struct page *p)
{
	HTML(p->b, "</div>\n</div>\n");
	page_close(p);
}
