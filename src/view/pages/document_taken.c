/* What was taken from a document, as a table. */
#include "view/pages/documents.h"
#include "view/kind.h"
#include "view/show.h"

void
document_taken_link(struct page *p, const struct taken *t)
{
	kind_link(p, &t->of);
	if (!t->measured)
		return;
	HTML(p->b, ", ");
	show_period(p, t->period);
	if (t->area.title.len > 0) {
		HTML(p->b, ", ");
		page_named(p, &t->area);
	}
	if (t->group.title.len > 0) {
		HTML(p->b, ", ");
		page_named(p, &t->group);
	}
}

static void
put_place(struct page *p, const struct document_view *m, const struct taken *t)
{
	if (t->line == 0)
		return;
	if (m->is == PAPER_READ) {
		HTML(p->b, "<a href=\"#L");
		html_int(p->b, t->line);
		HTML(p->b, "\">");
	}
	html_int(p->b, t->line);
	if (m->is == PAPER_READ)
		HTML(p->b, "</a>");
}

static void
put_row(struct page *p, const struct document_view *m, const struct taken *t, bool quoted,
        bool first)
{
	bool asked = m->line > 0 && t->line == m->line;

	HTML(p->b, "<tr");
	if (first && quoted && t->line > 0)
		html_attr(p->b, "id", arena_printf(p->a, "L%u", (unsigned)t->line));
	if (asked)
		HTML(p->b, " class=\"asked\"");
	HTML(p->b, "><td class=\"number\">");
	put_place(p, m, t);
	HTML(p->b, "</td><td>");
	if (t->measured)
		html_say(p->b, &p->lang, "Measurement");
	else
		html_text(p->b, kind_title(&p->lang, t->of.noun));
	HTML(p->b, "</td><th scope=\"row\">");
	document_taken_link(p, t);
	HTML(p->b, "</th>");
	if (quoted) {
		HTML(p->b, "<td>");
		if (t->quote.len > 0) {
			HTML(p->b, "<q");
			page_words(p, !str_eq(m->row.lang, STR("en")));
			HTML(p->b, ">");
			html_text(p->b, t->quote);
			HTML(p->b, "</q>");
		}
		HTML(p->b, "</td>");
	}
	HTML(p->b, "</tr>\n");
}

static void
put_head(struct page *p, bool quoted)
{
	static const char *const titles[] = { N_("Line"), N_("Kind"), N_("Fact"), N_("Words") };

	HTML(p->b, "<thead>\n<tr>");
	for (size_t i = 0; i < COUNT_OF(titles) - !quoted; i++) {
		HTML(p->b, "<th scope=\"col\"");
		if (i == 0)
			HTML(p->b, " class=\"number\"");
		HTML(p->b, ">");
		html_say(p->b, &p->lang, titles[i]);
		HTML(p->b, "</th>");
	}
	HTML(p->b, "</tr>\n</thead>\n");
}

static void
put_table(struct page *p, const struct document_view *m, bool quoted)
{
	HTML(p->b, "<div class=\"table--responsive-scroll\" tabindex=\"0\" role=\"group\" "
	    "aria-labelledby=\"taken\">\n<table class=\"table taken-table\" aria-labelledby=\"taken\">\n");
	put_head(p, quoted);
	HTML(p->b, "<tbody>\n");
	for (size_t i = 0; i < m->takens; i++)
		put_row(p, m, &m->taken[i], quoted,
		    i == 0 || m->taken[i].line != m->taken[i - 1].line);
	HTML(p->b, "</tbody>\n</table>\n</div>\n");
}

void
document_taken(struct page *p, const struct document_view *m, bool quoted)
{
	struct str n = arena_printf(p->a, "%zu", m->unlisted);

	HTML(p->b, "<section aria-labelledby=\"taken\">\n<h2 id=\"taken\">");
	html_say(p->b, &p->lang, m->pages > 1 ? N_("What was taken from these lines")
	    : N_("What was taken from the document"));
	HTML(p->b, "</h2>\n");
	if (m->unlisted > 0) {
		HTML(p->b, "<p>");
		html_fill(p->b, say_n(&p->lang, (int64_t)m->unlisted,
		    "{1} measurement was taken from it, and is shown with its indicator.",
		    "{1} measurements were taken from it, and are shown with their indicators."), &n, 1);
		HTML(p->b, "</p>\n");
	}
	if (m->takens > 0) {
		put_table(p, m, quoted);
	} else if (m->unlisted == 0) {
		HTML(p->b, "<p>");
		html_say(p->b, &p->lang, "Nothing.");
		HTML(p->b, "</p>\n");
	}
	HTML(p->b, "</section>\n");
}
