/* What an objective and the initiatives that contribute to it cost, per year. */
#include "view/pages/objective.h"
#include "model/overview_words.h"
#include "view/show.h"

#define SCRATCH_MAX 4096

static void
put_amount(struct page *p, const struct overview_cell *c)
{
	struct buf scratch;

	buf_init(&scratch, SCRATCH_MAX);
	overview_amount(&scratch, c, BUDGET_UNIT_MIO, lang_danish(&p->lang));
	HTML(p->b, "<td class=\"number\">");
	html_text(p->b, buf_str(&scratch));
	HTML(p->b, "</td>");
	buf_free(&scratch);
}

static void
put_head(struct page *p, const struct overview *o)
{
	HTML(p->b, "<thead>\n<tr><th scope=\"col\">");
	html_say(p->b, &p->lang, "Budget line");
	HTML(p->b, "</th>");
	for (size_t i = 0; i < o->columns; i++) {
		HTML(p->b, "<th scope=\"col\" class=\"number\">");
		html_text(p->b, overview_column_title(p->a, &o->column[i], lang_danish(&p->lang)));
		HTML(p->b, "</th>");
	}
	HTML(p->b, "<th scope=\"col\">");
	html_say(p->b, &p->lang, "Source");
	HTML(p->b, "</th></tr>\n</thead>\n");
}

static void
put_line(struct page *p, const struct overview *o, const struct overview_line *l)
{
	HTML(p->b, "<tr><th scope=\"row\">");
	page_named(p, &l->line);
	if (l->counts != BUDGET_COUNTED) {
		HTML(p->b, " <span class=\"note\">(");
		html_say(p->b, &p->lang, l->counts != BUDGET_EXCLUDED ? N_("counted in another line")
		    : N_("not counted in the total"));
		HTML(p->b, ")</span>");
	}
	HTML(p->b, "</th>");
	for (size_t i = 0; i < o->columns; i++)
		put_amount(p, &l->at[i]);
	HTML(p->b, "<td>");
	(void)show_source(p, &l->source);
	HTML(p->b, "</td></tr>\n");
}

static void
put_table(struct page *p, const struct money_view *m)
{
	bool       danish = lang_danish(&p->lang);
	struct str with[2];

	with[0] = named_title(&m->overview->policy, &danish);
	with[1] = budget_unit_title(BUDGET_UNIT_MIO, lang_danish(&p->lang));
	HTML(p->b, "<div class=\"table--responsive-scroll\" tabindex=\"0\" role=\"region\"");
	html_attr(p->b, "aria-label", text_fill(p->a, say(&p->lang, "{1}, {2}"), with, 2));
	HTML(p->b, ">\n<table class=\"table\">\n<caption>");
	html_fill(p->b, say(&p->lang, "{1}, {2}"), with, 2);
	HTML(p->b, "</caption>\n");
	put_head(p, m->overview);
	HTML(p->b, "<tbody>\n");
	for (size_t i = 0; i < m->lines; i++)
		put_line(p, m->overview, m->line[i]);
	HTML(p->b, "</tbody>\n</table>\n</div>\n");
}

void
objective_money(struct page *p, const struct objective_view *m)
{
	HTML(p->b, "<section aria-labelledby=\"money\">\n<h2 id=\"money\">");
	html_say(p->b, &p->lang, "Money");
	HTML(p->b, "</h2>\n<p>");
	if (m->moneys == 0)
		html_say(p->b, &p->lang, "No budget line belongs to it or to its initiatives.");
	else
		html_say(p->b, &p->lang, "The budget lines of the objective and of the initiatives "
		    "that contribute. They are not added up: one line can serve several objectives.");
	HTML(p->b, "</p>\n");
	for (size_t i = 0; i < m->moneys; i++)
		put_table(p, &m->money[i]);
	HTML(p->b, "</section>\n");
}
