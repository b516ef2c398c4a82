#include "view/money.h"
#include "model/overview_words.h"
#include "view/section.h"

#define SCRATCH_MAX 256

void
money_text(struct page *p, const struct overview_cell *c)
{
	struct buf scratch;

	buf_init(&scratch, SCRATCH_MAX);
	overview_amount(&scratch, c, BUDGET_UNIT_MIO, lang_danish(&p->lang));
	if (c->has && !c->unknown)
		show_exact(p, c->kroner);
	html_text(p->b, buf_str(&scratch));
	if (c->has && !c->unknown)
		show_exact_end(p);
	buf_free(&scratch);
}

/* "≠ 88,4 trykt", to the line where it is printed. */
static void
put_badge(struct page *p, const struct overview_printed *printed)
{
	HTML(p->b, " <a class=\"badge\"");
	show_line_href(p, &printed->source);
	html_attr(p->b, "title", say(&p->lang, "The audit: the lines do not give the printed total"));
	HTML(p->b, ">");
	html_text(p->b, overview_badge(p->a, printed, lang_danish(&p->lang)));
	HTML(p->b, "</a>");
}

void
money_cell(struct page *p, const struct overview *o, const struct overview_cell *c)
{
	const struct overview_printed *printed = overview_differs_at(o, c);

	HTML(p->b, "<td class=\"number\">");
	money_text(p, c);
	if (printed != NULL)
		put_badge(p, printed);
	HTML(p->b, "</td>");
}

void
money_exact(struct page *p, struct number kroner)
{
	struct buf b;

	buf_init(&b, SCRATCH_MAX);
	number_write(&b, kroner, lang_danish(&p->lang) ? NOTATION_DA : NOTATION_EN);
	show_exact(p, kroner);
	html_text(p->b, buf_str(&b));
	show_exact_end(p);
	buf_free(&b);
}

void
money_kroner(struct page *p, struct number kroner)
{
	bool          danish = lang_danish(&p->lang);
	bool          large = number_cmp(kroner, NUMBER(1000000, 0)) >= 0;
	struct money  m;
	struct number shown = kroner;
	struct buf    scratch;

	if (large && !budget_shown(kroner, BUDGET_UNIT_MIO, &shown))
		large = false;
	if (!money_make(shown, large ? 1000000 : 1, QUALIFIER_NONE, &m))
		return;
	buf_init(&scratch, SCRATCH_MAX);
	money_write(&scratch, &m, danish ? NOTATION_DA : NOTATION_EN);
	show_exact(p, kroner);
	html_text(p->b, buf_str(&scratch));
	show_exact_end(p);
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
	page_link(p, "budget-line", &l->line);
	if (l->counts != BUDGET_COUNTED) {
		HTML(p->b, " <span class=\"note\">(");
		html_say(p->b, &p->lang, l->counts == BUDGET_EXCLUDED
		    ? N_("not counted in the total") : N_("counted in another line"));
		HTML(p->b, ")</span>");
	}
	HTML(p->b, "</th>");
	for (size_t i = 0; i < o->columns; i++)
		money_cell(p, o, &l->at[i]);
	HTML(p->b, "<td>");
	(void)show_source(p, &l->source);
	HTML(p->b, "</td></tr>\n");
}

void
money_tables(struct page *p, const struct money_view *at, size_t n)
{
	bool danish = lang_danish(&p->lang);

	for (size_t i = 0; i < n; i++) {
		const struct overview *o = at[i].overview;
		bool                   title_danish = danish;
		struct str             with[] = {
			named_title(o->policy.id.len > 0 ? &o->policy : &o->document, &title_danish),
			budget_unit_title(BUDGET_UNIT_MIO, danish),
		};

		table_open_bare(p, text_fill(p->a, say(&p->lang, "{1}: amounts in {2}"), with, 2));
		put_head(p, o);
		HTML(p->b, "<tbody>\n");
		for (size_t k = 0; k < at[i].lines; k++)
			put_line(p, o, at[i].line[k]);
		HTML(p->b, "</tbody>\n");
		table_close_bare(p);
	}
	if (n == 0)
		return;
	HTML(p->b, "<p class=\"note\">");
	html_text(p->b, overview_rule(p->a, BUDGET_UNIT_MIO, danish));
	HTML(p->b, "</p>\n");
}

void
money_in_all(struct page *p, const struct money_view *m)
{
	const struct overview *o = m->overview;
	size_t                 years = o->years;

	if (years > 0 && o->year[years - 1] == BUDGET_UNSPLIT)
		years--;
	if (years == 0 || (!m->all.has && !m->all.unknown))
		return;
	money_text(p, &m->all);
	HTML(p->b, " <span class=\"when\">");
	html_int(p->b, o->year[0]);
	if (years > 1) {
		HTML(p->b, "–");
		html_int(p->b, o->year[years - 1]);
	}
	HTML(p->b, "</span>");
}
