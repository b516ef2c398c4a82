#include "view/pages/agreement.h"
#include "view/money.h"
#include "view/pages/initiative.h"
#include "view/section.h"

/* ---- small things ---- */

/* "91,0 mio. kr. om året", "DKK 300,000" */
static void
put_amount(struct page *p, struct number kroner, enum recurrence r)
{
	static const char *const often[] = {
		[RECURRENCE_NONE] = NULL, [RECURRENCE_ONCE] = N_("once"),
		[RECURRENCE_YEAR] = N_("a year"), [RECURRENCE_TOTAL] = N_("in all"),
		[RECURRENCE_MONTH] = N_("a month"), [RECURRENCE_WEEK] = N_("a week"),
	};

	money_kroner(p, kroner);
	if (often[r] == NULL)
		return;
	HTML(p->b, " ");
	html_say(p->b, &p->lang, often[r]);
}

static void
put_period(struct page *p, const struct agreement_row *r)
{
	if (r->has_starts)
		page_day(p, r->starts);
	if (!r->has_ends)
		return;
	HTML(p->b, " – ");
	page_day(p, r->ends - 1);
}

/* "65,8 mio. kr., 25,2 mio. kr. tilbage", and how far off that is. */
static void
put_allocated(struct page *p, const struct agreement_row *r)
{
	const struct allocation *al = &r->allocated;

	if (!al->has) {
		HTML(p->b, "–");
		return;
	}
	put_amount(p, al->kroner, RECURRENCE_NONE);
	if (number_sign(al->left) != 0) {
		struct number left = al->left;
		bool          over = number_sign(left) < 0;

		if (over && !number_sub(NUMBER_ZERO, al->left, &left))
			left = al->left;
		HTML(p->b, " <span class=\"when\">(");
		put_amount(p, left, RECURRENCE_NONE);
		HTML(p->b, " ");
		html_say(p->b, &p->lang, over ? N_("more than granted") : N_("left"));
		if (!al->whole) {
			HTML(p->b, "; ");
			html_say(p->b, &p->lang, "not every project has an amount");
		}
		HTML(p->b, ")</span>");
	}
	if (!al->far)
		return;
	HTML(p->b, " <span class=\"badge\">");
	html_text(p->b, lang_danish(&p->lang) ? al->da : al->en);
	HTML(p->b, " ");
	html_say(p->b, &p->lang, "what was granted");
	HTML(p->b, "</span>");
}

/* ---- one agreement ---- */

static void
put_facts(struct page *p, const struct agreement_view *m)
{
	const struct agreement_row *r = &m->self;

	HTML(p->b, "<dl class=\"structured-list\">\n");
	fact_open(p, N_("Parties"));
	if (r->parties.da.len > 0)
		show_worded(p, r->parties);
	else
		html_say(p->b, &p->lang, "Not stated");
	fact_close(p);
	fact_open(p, N_("Period"));
	put_period(p, r);
	fact_close(p);
	fact_open(p, N_("Amount granted"));
	if (r->has_amount)
		put_amount(p, r->amount, r->recurrence);
	else
		html_say(p->b, &p->lang, "Not stated");
	fact_close(p);
	fact_open(p, N_("Allocated to projects"));
	put_allocated(p, r);
	fact_close(p);
	fact_open(p, N_("Basis"));
	mandate_line(p, &m->mandate);
	fact_close(p);
	fact_open(p, N_("Source"));
	if (!show_source(p, &r->source))
		html_say(p->b, &p->lang, "Recorded by a person, without a document.");
	fact_close(p);
	HTML(p->b, "</dl>\n");
}

static void
put_words(struct page *p, const char *title, struct worded w)
{
	if (w.da.len == 0)
		return;
	HTML(p->b, "<p><strong>");
	html_say(p->b, &p->lang, title);
	HTML(p->b, "</strong> ");
	show_worded(p, w);
	HTML(p->b, "</p>\n");
}

static void
put_project(struct page *p, const struct project_view *v)
{
	HTML(p->b, "<article class=\"report\" id=\"project-");
	html_text(p->b, v->project.id);
	HTML(p->b, "\">\n<h3>");
	if (v->number.len > 0) {
		html_text(p->b, v->number);
		HTML(p->b, ". ");
	}
	page_named(p, &v->project);
	section_unit(p, v->unit_short);
	HTML(p->b, "</h3>\n<p>");
	if (v->has_kroner)
		put_amount(p, v->kroner, v->recurrence);
	else
		html_say(p->b, &p->lang, "The amount is not stated.");
	if (v->pool.id.len > 0) {
		HTML(p->b, " · ");
		page_named(p, &v->pool);
	}
	section_source(p, &v->source);
	HTML(p->b, "</p>\n");
	put_words(p, N_("Purpose:"), v->purpose);
	put_words(p, N_("Status:"), v->status);
	put_words(p, N_("Challenges:"), v->challenges);
	HTML(p->b, "</article>\n");
}

void
agreement_page(struct page *p, const struct agreement_view *m)
{
	bool danish = lang_danish(&p->lang);

	p->section = SECTION_AGREEMENTS;
	p->title = named_title(&m->self.agreement, &danish);
	p->description = say(&p->lang, "A political agreement: what was granted, and to which projects.");
	p->crumb[p->crumbs++] = (struct crumb){ "agreements", {
		.title = say(&p->lang, "Agreements"), .title_en = say(&p->lang, "Agreements"),
	} };
	page_open(p);
	HTML(p->b, "<h1>");
	page_named(p, &m->self.agreement);
	HTML(p->b, "</h1>\n");
	put_facts(p, m);
	section_open(p, "projects", N_("Projects"));
	if (m->projects == 0)
		section_say(p, N_("No project of it is known."));
	for (size_t i = 0; i < m->projects; i++)
		put_project(p, &m->project[i]);
	section_close(p);
	section_open(p, "initiatives", N_("Initiatives that build on it"));
	if (m->initiatives == 0)
		section_say(p, N_("None."));
	else
		initiative_rows(p, say(&p->lang, "Initiatives with their verdicts and money"),
		    m->initiative, m->initiatives);
	section_close(p);
	section_open(p, "money", N_("Budget lines"));
	if (m->moneys == 0)
		section_say(p, N_("No line of the budget names the agreement."));
	money_tables(p, m->money, m->moneys);
	section_close(p);
	section_open(p, "findings", N_("What the audit found"));
	section_findings(p, m->finding, m->findings);
	section_close(p);
	page_close(p);
}

/* ---- the list ---- */

static void
put_row(struct page *p, const struct agreement_row *r)
{
	HTML(p->b, "<tr><th scope=\"row\">");
	page_link(p, "agreement", &r->agreement);
	section_source(p, &r->source);
	HTML(p->b, "</th><td>");
	put_period(p, r);
	HTML(p->b, "</td><td class=\"number\">");
	if (r->has_amount)
		put_amount(p, r->amount, r->recurrence);
	else
		HTML(p->b, "–");
	HTML(p->b, "</td><td class=\"number\">");
	put_allocated(p, r);
	HTML(p->b, "</td><td class=\"number\">");
	html_int(p->b, (int64_t)r->projects);
	HTML(p->b, "</td><td class=\"number\">");
	html_int(p->b, (int64_t)r->initiatives);
	HTML(p->b, "</td></tr>\n");
}

void
agreements_page(struct page *p, const struct agreement_list *m)
{
	static const struct section_column columns[] = {
		{ N_("Agreement"), false }, { N_("Period"), false }, { N_("Amount granted"), true },
		{ N_("Allocated to projects"), true }, { N_("Projects"), true },
		{ N_("Initiatives"), true },
	};

	p->section = SECTION_AGREEMENTS;
	p->title = say(&p->lang, "Agreements");
	p->description = say(&p->lang, "Political agreements with what they granted and their projects.");
	page_open(p);
	HTML(p->b, "<h1>");
	html_say(p->b, &p->lang, "Agreements");
	HTML(p->b, "</h1>\n<p class=\"lead font-lead\">");
	html_say(p->b, &p->lang, "Political agreements with what they granted and their projects.");
	HTML(p->b, "</p>\n");
	if (m->len == 0) {
		section_say(p, N_("There are no agreements."));
	} else {
		table_open(p, say(&p->lang, "Agreements, newest first"), columns, COUNT_OF(columns));
		for (size_t i = 0; i < m->len; i++)
			put_row(p, &m->at[i]);
		table_close(p);
	}
	page_close(p);
}
