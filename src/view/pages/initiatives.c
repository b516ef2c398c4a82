#include "view/filter.h"
#include "view/money.h"
#include "view/pages/initiative.h"
#include "view/section.h"

static void
put_filter(struct page *p, const struct initiative_list *m, const struct initiatives_ask *ask)
{
	filter_open(p);
	filter_words(p, N_("Words in the name or about its money"), ask->q);
	filter_choice(p, N_("Policy"), "policy", m->policy, m->policies, ask->policy);
	filter_choice(p, N_("Theme"), "theme", m->theme, m->themes, ask->theme);
	filter_choice(p, N_("Committee or administration"), "unit", m->unit, m->units, ask->unit);
	filter_close(p);
}

static void
put_row(struct page *p, const struct initiative_row *r)
{
	HTML(p->b, "<tr><th scope=\"row\">");
	if (r->number.len > 0) {
		html_text(p->b, r->number);
		HTML(p->b, " ");
	}
	page_link(p, "initiative", &r->initiative);
	section_unit(p, r->unit_short);
	HTML(p->b, "</th><td>");
	if (!section_counts(p, r->target, r->targets))
		html_say(p->b, &p->lang, "No target");
	HTML(p->b, "</td><td class=\"number\">");
	for (size_t i = 0; i < r->moneys; i++) {
		if (i > 0)
			HTML(p->b, "<br>");
		money_in_all(p, &r->money[i]);
	}
	if (r->moneys == 0)
		HTML(p->b, "–");
	HTML(p->b, "</td></tr>\n");
}

void
initiative_rows(struct page *p, struct str caption, const struct initiative_row *at, size_t n)
{
	static const struct section_column columns[] = {
		{ N_("Initiative"), false }, { N_("Targets by verdict"), false },
		{ N_("Budget, DKK million"), true },
	};

	table_open(p, caption, columns, COUNT_OF(columns));
	for (size_t i = 0; i < n; i++)
		put_row(p, &at[i]);
	table_close(p);
}

static bool
is_same_place(const struct initiative_row *a, const struct initiative_row *b)
{
	return str_eq(a->committee.id, b->committee.id) && str_eq(a->policy.id, b->policy.id);
}

/* A run of rows of one committee and policy. */
static void
put_policy(struct page *p, const struct initiative_row *at, size_t n)
{
	bool       danish = lang_danish(&p->lang);
	struct str title = at->policy.id.len > 0 ? named_title(&at->policy, &danish)
	                                         : say(&p->lang, "Without a policy");

	initiative_rows(p, title, at, n);
}

static void
put_committee(struct page *p, const struct initiative_row *at, size_t n, size_t number)
{
	struct str id = arena_printf(p->a, "committee-%zu", number);
	size_t     to;

	/* No landmark: names of the register may be the same. */
	HTML(p->b, "<section>\n<h2");
	html_attr(p->b, "id", id);
	HTML(p->b, ">");
	if (at->committee.id.len > 0)
		page_link(p, "unit", &at->committee);
	else
		html_say(p->b, &p->lang, "Without a committee");
	HTML(p->b, "</h2>\n");
	for (size_t i = 0; i < n; i = to) {
		for (to = i + 1; to < n && is_same_place(&at[i], &at[to]); to++)
			;
		put_policy(p, &at[i], to - i);
	}
	HTML(p->b, "</section>\n");
}

void
initiatives_page(struct page *p, const struct initiative_list *m,
                 const struct initiatives_ask *ask)
{
	struct str total = arena_printf(p->a, "%zu", m->len);
	size_t     to, number = 0;

	p->section = SECTION_INITIATIVES;
	p->title = say(&p->lang, "Initiatives");
	p->description = say(&p->lang, "What committees do for their policies, with verdicts and money.");
	page_open(p);
	HTML(p->b, "<h1>");
	html_say(p->b, &p->lang, "Initiatives");
	HTML(p->b, "</h1>\n<p class=\"lead font-lead\">");
	html_fill(p->b, say_n(&p->lang, (int64_t)m->len, "{1} initiative, by committee and policy.",
	    "{1} initiatives, by committee and policy."), &total, 1);
	HTML(p->b, "</p>\n");
	put_filter(p, m, ask);
	for (size_t i = 0; i < m->len; i = to) {
		for (to = i + 1; to < m->len &&
		    str_eq(m->at[i].committee.id, m->at[to].committee.id); to++)
			;
		put_committee(p, &m->at[i], to - i, ++number);
	}
	page_close(p);
}
