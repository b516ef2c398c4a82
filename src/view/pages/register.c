#include "view/pages/register.h"
#include "view/filter.h"
#include "view/kind.h"
#include "view/pager.h"
#include "view/section.h"

const char *
register_path(struct page *p, enum noun n)
{
	return arena_printf(p->a, "work/register/" STR_FMT, STR_ARG(noun_plural(p->a, n))).at;
}

/* Is another one of the list called the same, of its kind or of another one? */
static bool
has_namesake(const struct edit_items *in, size_t i, bool kind)
{
	for (size_t k = 0; k < in->len; k++)
		if (k != i && (in->at[k].noun == in->at[i].noun) == kind &&
		    str_eq(in->at[k].thing.title, in->at[i].thing.title))
			return true;
	return false;
}

void
register_link(struct page *p, const struct edit_items *in, size_t i)
{
	const struct edit_item *item = &in->at[i];
	struct named            n = item->thing;

	if (n.title.len == 0)
		n.title = n.id;
	HTML(p->b, "<a");
	page_href(p, register_path(p, item->noun), n.id);
	HTML(p->b, ">");
	page_named(p, &n);
	if (has_namesake(in, i, false))         /* the kind stands before the link */
		show_which(p, kind_title(&p->lang, item->noun));
	if (has_namesake(in, i, true)) {
		HTML(p->b, " (");
		html_text(p->b, n.id);
		HTML(p->b, ")");
	}
	HTML(p->b, "</a>");
}

/* ---- the kinds ---- */

static void
put_kind(struct page *p, enum noun n, size_t count)
{
	HTML(p->b, "<tr><th scope=\"row\"><a");
	page_href(p, register_path(p, n), STR_NONE);
	HTML(p->b, ">");
	html_text(p->b, kind_titles(&p->lang, n));
	HTML(p->b, "</a></th><td class=\"number\">");
	html_int(p->b, (int64_t)count);
	HTML(p->b, "</td><td><a");
	page_href(p, register_path(p, n), STR("new"));
	HTML(p->b, ">");
	html_say(p->b, &p->lang, "Make a new one");
	show_which(p, kind_title(&p->lang, n));
	HTML(p->b, "</a></td></tr>\n");
}

static void
put_found(struct page *p, const struct edit_kinds *m)
{
	struct str n = arena_printf(p->a, "%zu", m->total);

	section_open(p, "found", N_("Found"));
	HTML(p->b, "<p>");
	html_fill(p->b, say_n(&p->lang, (int64_t)m->total, "{1} thing of the register.",
	    "{1} things of the register."), &n, 1);
	HTML(p->b, "</p>\n<ul>\n");
	for (size_t i = 0; i < m->found.len; i++) {
		HTML(p->b, "<li>");
		html_text(p->b, kind_title(&p->lang, m->found.at[i].noun));
		HTML(p->b, ": ");
		register_link(p, &m->found, i);
		HTML(p->b, "</li>\n");
	}
	HTML(p->b, "</ul>\n");
	if (m->found.len < m->total)
		section_say(p, N_("More were found than stand here: use more words, or look in one kind."));
	section_close(p);
}

void
register_page(struct page *p, const struct work *w, const struct edit_kinds *m, struct str words)
{
	static const struct section_column columns[] = {
		{ N_("Kind"), false }, { N_("How many"), true }, { N_("Make"), false },
	};

	p->title = say(&p->lang, "Register");
	p->description = say(&p->lang, "Everything that is measured, promised and done, to be made and changed.");
	work_open(p, w);
	page_lead(p);
	filter_open(p);
	filter_words(p, N_("Words in the name"), words);
	filter_close(p);
	if (words.len > 0)
		put_found(p, m);
	table_open(p, say(&p->lang, "Kinds of things in the register"), columns, COUNT_OF(columns));
	for (size_t n = 0; n < NOUN_COUNT; n++)
		if (noun_is_edited((enum noun)n))
			put_kind(p, (enum noun)n, m->count[n]);
	table_close(p);
	work_close(p);
}

/* ---- the things of a kind ---- */

static void
put_item(struct page *p, const struct edit_items *in, size_t i)
{
	const struct edit_item *item = &in->at[i];

	HTML(p->b, "<tr><th scope=\"row\">");
	register_link(p, in, i);
	HTML(p->b, "</th><td>");
	html_text(p->b, item->about.len > 0 ? item->about : STR("–"));
	HTML(p->b, "</td><td>");
	show_moment(p, item->recorded.at);
	HTML(p->b, "</td><td>");
	html_text(p->b, item->recorded.who);
	HTML(p->b, "</td></tr>\n");
}

static void
put_kinds_way(struct page *p, const struct work *w)
{
	if (!access_has(w->who, RIGHT_EDIT))
		return;
	HTML(p->b, "<p><a");
	page_href(p, "work/register", STR_NONE);
	HTML(p->b, ">");
	html_say(p->b, &p->lang, "All kinds of things");
	HTML(p->b, "</a></p>\n");
}

void
register_list_page(struct page *p, const struct work *w, const struct register_list *m)
{
	static const struct section_column columns[] = {
		{ N_("Name"), false }, { N_("Belongs to"), false }, { N_("Last changed"), false },
		{ N_("Changed by"), false },
	};
	struct str total = arena_printf(p->a, "%zu", m->items->len);

	p->title = kind_titles(&p->lang, m->noun);
	work_open(p, w);
	page_heading(p);
	HTML(p->b, "<p><a class=\"button button-primary\"");
	page_href(p, register_path(p, m->noun), STR("new"));
	HTML(p->b, ">");
	html_say(p->b, &p->lang, "Make a new one");
	HTML(p->b, "</a></p>\n");
	filter_open(p);
	filter_words(p, N_("Words in the name"), m->words);
	filter_close(p);
	HTML(p->b, "<p>");
	html_fill(p->b, say_n(&p->lang, (int64_t)m->items->len, "{1} thing of the register.",
	    "{1} things of the register."), &total, 1);
	HTML(p->b, "</p>\n");
	if (m->to > m->from) {
		table_open(p, p->title, columns, COUNT_OF(columns));
		for (size_t i = m->from; i < m->to; i++)
			put_item(p, m->items, i);
		table_close(p);
	}
	pager_write(p, m->page, m->pages, m->query);
	put_kinds_way(p, w);
	work_close(p);
}
