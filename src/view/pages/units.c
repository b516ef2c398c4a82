/* The tree of committees, administrations and departments. */
#include "view/pages/unit.h"
#include "view/section.h"

static void
put_count(struct page *p, size_t n)
{
	HTML(p->b, "<td class=\"number\">");
	html_int(p->b, (int64_t)n);
	HTML(p->b, "</td>");
}

static void
put_verdicts(struct page *p, const struct unit_node *n)
{
	HTML(p->b, "<td>");
	section_verdicts(p, n->count);
	if (n->targets == 0)
		html_say(p->b, &p->lang, "No target");
	HTML(p->b, "</td>");
}

static void
put_node(struct page *p, const struct unit_node *n)
{
	HTML(p->b, "<tr><th scope=\"row\"");
	html_attr(p->b, "class", arena_printf(p->a, "depth-%zu", n->depth < 3 ? n->depth : 3));
	HTML(p->b, ">");
	page_link(p, "unit", &n->unit);
	section_unit(p, n->short_name);
	HTML(p->b, "</th>");
	put_count(p, n->objectives);
	put_count(p, n->indicators);
	put_count(p, n->initiatives);
	put_verdicts(p, n);
	HTML(p->b, "<td class=\"number\">");
	if (n->late > 0)
		HTML(p->b, "<strong class=\"overdue\">");
	html_int(p->b, (int64_t)n->late);
	if (n->late > 0)
		HTML(p->b, "</strong>");
	HTML(p->b, "</td></tr>\n");
}

void
unit_nodes(struct page *p, const struct unit_tree *t, struct str caption)
{
	static const struct section_column columns[] = {
		{ N_("Unit"), false }, { N_("Objectives"), true }, { N_("Indicators"), true },
		{ N_("Initiatives"), true }, { N_("Targets by verdict"), false }, { N_("Late"), true },
	};

	table_open(p, caption, columns, COUNT_OF(columns));
	for (size_t i = 0; i < t->len; i++)
		put_node(p, &t->at[i]);
	table_close(p);
}

void
units_page(struct page *p, const struct unit_tree *m)
{
	p->section = SECTION_UNITS;
	p->title = say(&p->lang, "Committees and administrations");
	p->description = say(&p->lang, "What each committee owes, owns and reports.");
	page_open(p);
	HTML(p->b, "<h1>");
	html_say(p->b, &p->lang, "Committees and administrations");
	HTML(p->b, "</h1>\n<p class=\"lead font-lead\">");
	html_say(p->b, &p->lang, "What each committee owes, owns and reports.");
	HTML(p->b, "</p>\n<p><a");
	page_href(p, "wheel", STR_NONE);
	HTML(p->b, ">");
	html_say(p->b, &p->lang, "The annual wheel");
	HTML(p->b, "</a></p>\n");
	if (m->len == 0)
		section_say(p, N_("There are no committees."));
	else
		unit_nodes(p, m, say(&p->lang, "What is a part's is counted for the whole, too"));
	page_close(p);
}
