/* One line of the budget: what it is, and every amount as it was recorded. */
#include "model/overview_words.h"
#include "view/money.h"
#include "view/pages/economy.h"
#include "view/section.h"

static void
put_thing(struct page *p, const char *title, const char *kind, const struct named *n)
{
	if (n->id.len == 0)
		return;
	fact_open(p, title);
	if (kind != NULL)
		page_link(p, kind, n);
	else
		page_named(p, n);
	fact_close(p);
}

static void
put_counts(struct page *p, const struct budget_line_view *m)
{
	static const char *const words[] = {
		[BUDGET_COUNTED] = N_("Yes"), [BUDGET_ELSEWHERE] = N_("In another line:"),
		[BUDGET_EARMARK] = N_("Reserved within another line:"),
		[BUDGET_EXCLUDED] = N_("No:"),
	};
	struct buf b;
	struct str share;

	fact_open(p, N_("Counted in the total"));
	html_say(p->b, &p->lang, words[m->counts]);
	HTML(p->b, " ");
	page_link(p, "budget-line", &m->elsewhere);
	if (m->counts == BUDGET_EXCLUDED)
		show_worded(p, m->excluded);
	if (m->has_attribution) {
		buf_init(&b, 64);
		number_write(&b, m->attribution, lang_danish(&p->lang) ? NOTATION_DA : NOTATION_EN);
		share = buf_str(&b);
		html_fill(p->b, say(&p->lang, "{1} per cent of it is counted"), &share, 1);
		buf_free(&b);
	}
	fact_close(p);
}

static void
put_facts(struct page *p, const struct budget_line_view *m)
{
	HTML(p->b, "<dl class=\"structured-list\">\n");
	put_thing(p, N_("Policy"), NULL, &m->policy);
	if (m->section.len > 0) {
		fact_open(p, N_("Section of the budget"));
		HTML(p->b, "<span");
		page_words(p, true);
		HTML(p->b, ">");
		html_text(p->b, m->section);
		HTML(p->b, "</span>");
		fact_close(p);
	}
	put_thing(p, N_("Responsible"), "unit", &m->unit);
	put_thing(p, N_("Initiative"), "initiative", &m->initiative);
	put_thing(p, N_("Agreement"), "agreement", &m->agreement);
	put_thing(p, N_("Objective"), "objective", &m->objective);
	fact_open(p, N_("Who pays"));
	html_text(p->b, financing_title(m->financing, lang_danish(&p->lang)));
	fact_close(p);
	put_counts(p, m);
	if (m->footnote.da.len > 0) {
		fact_open(p, N_("Footnote"));
		show_worded(p, m->footnote);
		fact_close(p);
	}
	fact_open(p, N_("Source"));
	if (!show_source(p, &m->source))
		html_say(p->b, &p->lang, "Recorded by a person, without a document.");
	fact_close(p);
	HTML(p->b, "</dl>\n");
}

/* ---- amounts ---- */

static void
put_kroner(struct page *p, bool has, struct number n)
{
	if (has)
		money_exact(p, n);
	else
		HTML(p->b, "–");
}

static void
put_net(struct page *p, const struct amount_view *v)
{
	HTML(p->b, "<td class=\"number\">");
	if (v->is.has_kroner || v->missing == MISSING_NONE)
		put_kroner(p, v->is.has_kroner, v->is.kroner);
	else
		html_text(p->b, missing_word(v->missing, lang_danish(&p->lang)));
	HTML(p->b, "</td>");
}

static void
put_years(struct page *p, const struct amount_view *v)
{
	html_int(p->b, v->is.year);
	if (v->is.through != v->is.year) {
		HTML(p->b, "–");
		html_int(p->b, v->is.through);
		HTML(p->b, ", ");
		html_say(p->b, &p->lang, v->is.whole ? N_("once for all of them") : N_("in each of them"));
	}
}

static void
put_share(struct page *p, const struct amount_view *v)
{
	struct buf b;
	struct str with[2];

	HTML(p->b, "<td>");
	if (v->has_share) {
		buf_init(&b, 64);
		number_write(&b, v->share, lang_danish(&p->lang) ? NOTATION_DA : NOTATION_EN);
		with[0] = financing_title(v->financing, lang_danish(&p->lang));
		with[1] = buf_str(&b);
		html_fill(p->b, say(&p->lang, "{1}: {2} per cent of the gross"), with, 2);
		buf_free(&b);
	}
	HTML(p->b, "</td>");
}

static void
put_amount(struct page *p, const struct amount_view *v)
{
	HTML(p->b, "<tr><th scope=\"row\">");
	put_years(p, v);
	HTML(p->b, "</th><td>");
	html_text(p->b, budget_measure_title(v->is.version, lang_danish(&p->lang)));
	HTML(p->b, "</td>");
	put_net(p, v);
	HTML(p->b, "<td class=\"number\">");
	put_kroner(p, v->is.has_gross, v->is.gross);
	HTML(p->b, "</td>");
	put_share(p, v);
	HTML(p->b, "<td>");
	(void)show_source(p, &v->source);
	HTML(p->b, "</td></tr>\n");
}

static void
put_amounts(struct page *p, const struct budget_line_view *m)
{
	static const struct section_column columns[] = {
		{ N_("Year"), false }, { N_("Version"), false }, { N_("Net, kroner"), true },
		{ N_("Gross, kroner"), true }, { N_("Refunded"), false }, { N_("Source"), false },
	};

	section_open(p, "amounts", N_("Amounts"));
	if (m->amounts == 0) {
		section_say(p, N_("No amount is recorded."));
	} else {
		table_open(p, say(&p->lang, "Each amount as it was recorded, in kroner"), columns,
		    COUNT_OF(columns));
		for (size_t i = 0; i < m->amounts; i++)
			put_amount(p, &m->amount[i]);
		table_close(p);
	}
	section_close(p);
}

void
budget_line_page(struct page *p, const struct budget_line_view *m)
{
	bool danish = lang_danish(&p->lang);

	p->section = SECTION_ECONOMY;
	p->title = named_title(&m->line, &danish);
	p->description = say(&p->lang, "A line of the budget, with every amount and its source.");
	p->crumb[p->crumbs++] = (struct crumb){ "economy", {
		.title = say(&p->lang, "Economy"), .title_en = say(&p->lang, "Economy"),
	} };
	page_open(p);
	HTML(p->b, "<h1>");
	if (m->number.len > 0) {
		html_text(p->b, m->number);
		HTML(p->b, " ");
	}
	page_named(p, &m->line);
	HTML(p->b, "</h1>\n");
	put_facts(p, m);
	put_amounts(p, m);
	section_open(p, "findings", N_("What the audit found"));
	section_findings(p, m->finding, m->findings);
	section_close(p);
	page_close(p);
}
