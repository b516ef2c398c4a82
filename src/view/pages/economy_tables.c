/* A policy's budget in groups, each with its lines; gross and net; notes. */
#include "model/overview_words.h"
#include "view/money.h"
#include "view/pages/economy.h"
#include "view/section.h"

/* ---- rows ---- */

static void
put_head(struct page *p, const struct overview *o, const char *first)
{
	HTML(p->b, "<thead>\n<tr><th scope=\"col\">");
	html_say(p->b, &p->lang, first);
	HTML(p->b, "</th>");
	for (size_t i = 0; i < o->columns; i++) {
		HTML(p->b, "<th scope=\"col\" class=\"number\">");
		html_text(p->b, overview_column_title(p->a, &o->column[i], lang_danish(&p->lang)));
		HTML(p->b, "</th>");
	}
	HTML(p->b, "</tr>\n</thead>\n");
}

static void
put_cells(struct page *p, const struct overview *o, const struct overview_cell *at)
{
	for (size_t i = 0; i < o->columns; i++)
		money_cell(p, o, &at[i]);
	HTML(p->b, "</tr>\n");
}

static void
put_note_number(struct page *p, size_t note)
{
	if (note == 0)
		return;
	HTML(p->b, "<sup>");
	html_int(p->b, (int64_t)note);
	HTML(p->b, "</sup>");
}

/* Why a line is not in the totals as it stands. */
static void
put_reason(struct page *p, const struct overview_line *l)
{
	struct worded why = { l->excluded, l->excluded_en };

	if (l->counts == BUDGET_EXCLUDED && why.da.len > 0) {
		HTML(p->b, "<br><span class=\"note\">");
		show_worded(p, why);
		HTML(p->b, "</span>");
	} else if (l->counts == BUDGET_ELSEWHERE) {
		HTML(p->b, "<br><span class=\"note\">");
		show_linked(p, N_("Counted in {1}"), "budget-line", &l->elsewhere);
		HTML(p->b, "</span>");
	}
	if (l->has_attribution) {
		struct buf b;
		struct str share;

		buf_init(&b, 64);
		number_write(&b, l->attribution, lang_danish(&p->lang) ? NOTATION_DA : NOTATION_EN);
		share = buf_str(&b);
		HTML(p->b, "<br><span class=\"note\">");
		html_fill(p->b, say(&p->lang, "{1} per cent of it is counted"), &share, 1);
		HTML(p->b, "</span>");
		buf_free(&b);
	}
}

static void
put_line(struct page *p, const struct overview *o, const struct overview_line *l)
{
	struct named n = l->line;

	n.title = overview_line_title(p->a, l, true);
	if (n.title_en.len > 0)
		n.title_en = overview_line_title(p->a, l, false);
	HTML(p->b, "<tr><th scope=\"row\">");
	if (l->number.len > 0) {
		html_text(p->b, l->number);
		HTML(p->b, " ");
	}
	if (o->by == OVERVIEW_BY_YEAR)
		page_named(p, &n);
	else
		page_link(p, "budget-line", &n);
	put_note_number(p, l->note);
	section_source(p, &l->source);
	put_reason(p, l);
	HTML(p->b, "</th>");
	put_cells(p, o, l->at);
}

static void
put_total(struct page *p, const struct overview *o)
{
	HTML(p->b, "<tr class=\"total\"><th scope=\"row\">");
	html_say(p->b, &p->lang, "Total");
	put_note_number(p, o->total_note);
	HTML(p->b, "</th>");
	put_cells(p, o, o->total);
}

static struct str
caption_of(struct page *p, struct str title)
{
	struct str with[] = { title, budget_unit_title(BUDGET_UNIT_MIO, lang_danish(&p->lang)) };

	return text_fill(p->a, say(&p->lang, "{1}: amounts in {2}"), with, COUNT_OF(with));
}

/* ---- groups ---- */

static void
put_lines(struct page *p, const struct overview *o, const struct overview_group *g)
{
	bool       danish = lang_danish(&p->lang);
	struct str title = named_title(&g->title, &danish);
	struct str n = arena_printf(p->a, "%zu", g->lines);

	HTML(p->b, "<details>\n<summary>");
	page_named(p, &g->title);
	HTML(p->b, " (");
	html_fill(p->b, say_n(&p->lang, (int64_t)g->lines, "{1} line", "{1} lines"), &n, 1);
	HTML(p->b, ")</summary>\n");
	table_open_bare(p, caption_of(p, title));
	put_head(p, o, N_("Budget line"));
	HTML(p->b, "<tbody>\n");
	for (size_t i = 0; i < g->lines; i++)
		put_line(p, o, &o->line[g->first + i]);
	HTML(p->b, "</tbody>\n");
	table_close_bare(p);
	HTML(p->b, "</details>\n");
}

void
economy_tables(struct page *p, const struct economy_part *m)
{
	const struct overview *o = m->overview;
	bool                   years = o->by == OVERVIEW_BY_YEAR;

	table_open_bare(p, caption_of(p, economy_title(p, o)));
	put_head(p, o, years ? N_("Year") : N_("Group"));
	HTML(p->b, "<tbody>\n");
	for (size_t g = 0; g < o->groups && !years; g++) {
		HTML(p->b, "<tr><th scope=\"row\">");
		page_named(p, &o->group[g].title);
		put_note_number(p, o->group[g].note);
		HTML(p->b, "</th>");
		put_cells(p, o, o->group[g].at);
	}
	for (size_t i = 0; i < o->lines && years; i++)
		put_line(p, o, &o->line[i]);
	put_total(p, o);
	HTML(p->b, "</tbody>\n");
	table_close_bare(p);
	for (size_t g = 0; g < o->groups && !years; g++)
		put_lines(p, o, &o->group[g]);
}

/* ---- gross and net ---- */

static void
put_measure(struct page *p, const struct overview *o, const char *title,
            const struct overview_cell *at)
{
	HTML(p->b, "<tr><th scope=\"row\">");
	html_say(p->b, &p->lang, title);
	HTML(p->b, "</th>");
	put_cells(p, o, at);
}

void
economy_gross(struct page *p, const struct economy_part *m)
{
	const struct overview *o = m->paid;

	if (!m->has_refunds)
		return;
	table_open_bare(p, caption_of(p, say(&p->lang, "Gross and net")));
	put_head(p, o, N_("What is paid"));
	HTML(p->b, "<tbody>\n");
	put_measure(p, o, N_("Gross"), m->gross);
	put_measure(p, o, N_("Refunded by others"), m->refunded);
	put_measure(p, o, N_("Net, as budgeted"), m->net);
	HTML(p->b, "</tbody>\n");
	table_close_bare(p);
	section_say(p, N_("Gross is known where the documents state it; other lines count with their net "
	    "amount."));
}

/* ---- notes ---- */

static void
put_unsplit(struct page *p, const struct overview *o)
{
	HTML(p->b, "<ul class=\"notes\">\n");
	for (size_t i = 0; i < o->unsplits; i++) {
		HTML(p->b, "<li>");
		page_link(p, "budget-line", &o->line[o->unsplit[i].line].line);
		HTML(p->b, ": ");
		html_text(p->b, overview_unsplit_words(p->a, &o->unsplit[i], BUDGET_UNIT_MIO,
		    lang_danish(&p->lang)));
		HTML(p->b, "</li>\n");
	}
	HTML(p->b, "</ul>\n");
}

void
economy_notes(struct page *p, const struct overview *o)
{
	HTML(p->b, "<p class=\"note\">");
	html_text(p->b, overview_rule(p->a, BUDGET_UNIT_MIO, lang_danish(&p->lang)));
	HTML(p->b, "</p>\n");
	if (o->unsplits > 0)
		put_unsplit(p, o);
	if (o->notes == 0)
		return;
	HTML(p->b, "<ol class=\"notes\">\n");
	for (size_t i = 0; i < o->notes; i++) {
		struct worded w = { o->note[i].da, o->note[i].en };

		HTML(p->b, "<li>");
		show_worded(p, w);
		HTML(p->b, "</li>\n");
	}
	HTML(p->b, "</ol>\n");
}
