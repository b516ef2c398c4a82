/* What was expected of an indicator before it was measured, and what came. */
#include "view/pages/indicator.h"
#include "view/section.h"

#define SCRATCH_MAX   4096
#define DAYS_IN_WORDS 60                /* more are told in months */

static struct str
figure_text(struct page *p, struct number n, enum unit u)
{
	struct buf b;
	struct str text;

	buf_init(&b, SCRATCH_MAX);
	quantity_write(&b, quantity_exact(n), u, lang_danish(&p->lang) ? NOTATION_DA : NOTATION_EN);
	text = str_dup(p->a, buf_str(&b));
	buf_free(&b);
	return text;
}

/* "1,2 procentpoint lavere end ventet, uden for intervallet" */
static void
put_score(struct page *p, const struct prognosis *g, enum unit u)
{
	struct number off = g->score.off;
	struct str    with;

	if (number_sign(off) < 0 && !number_neg(off, &off))
		return;
	with = figure_text(p, off, unit_of_difference(u));
	if (number_is_zero(off))
		html_say(p->b, &p->lang, "As expected");
	else
		html_fill(p->b, say(&p->lang, number_sign(g->score.off) > 0 ? N_("{1} higher than expected")
		    : N_("{1} lower than expected")), &with, 1);
	if (g->said.value.qualifier == QUALIFIER_NONE)
		return;
	HTML(p->b, ", ");
	html_say(p->b, &p->lang, g->score.inside ? N_("inside the interval of the prognosis")
	    : N_("outside the interval of the prognosis"));
}

static void
put_came(struct page *p, const struct prognosis *g, enum unit u)
{
	HTML(p->b, "<td class=\"number\">");
	if (g->came != NULL)
		show_observation(p, g->came, u);
	else
		html_say(p->b, &p->lang, "Not measured yet");
	HTML(p->b, "</td><td>");
	if (g->scored)
		put_score(p, g, u);
	else if (g->came != NULL)
		html_say(p->b, &p->lang, "Not compared: a figure is withheld");
	HTML(p->b, "</td>");
}

/* "1. marts 2010, 10 måneder før perioden var gået" */
static void
put_stated(struct page *p, const struct prognosis *g)
{
	int64_t    months = g->days * 12 / 365;
	struct str n = arena_printf(p->a, "%lld", (long long)(g->days < DAYS_IN_WORDS ? g->days : months));

	page_day(p, g->stated);
	HTML(p->b, "<br>");
	if (g->days <= 0)
		html_say(p->b, &p->lang, "after the period was over");
	else if (g->days < DAYS_IN_WORDS)
		html_fill(p->b, say_n(&p->lang, g->days, "{1} day before the period was over",
		    "{1} days before the period was over"), &n, 1);
	else
		html_fill(p->b, say_n(&p->lang, months, "{1} month before the period was over",
		    "{1} months before the period was over"), &n, 1);
}

static void
put_row(struct page *p, const struct prognosis *g, enum unit u)
{
	HTML(p->b, "<tr id=\"prognosis-");
	html_text(p->b, g->id);
	HTML(p->b, "\"><th scope=\"row\">");
	show_period(p, g->said.period);
	HTML(p->b, "</th><td class=\"number\">");
	show_observation(p, &g->said, u);
	HTML(p->b, "</td><td>");
	put_stated(p, g);
	HTML(p->b, "</td>");
	put_came(p, g, u);
	HTML(p->b, "<td>");
	if (g->unit.id.len > 0)
		page_link(p, "unit", &g->unit);
	section_source(p, &g->said.source);
	if (g->note.da.len > 0) {
		HTML(p->b, "<br>");
		show_worded(p, g->note);
	}
	HTML(p->b, "</td></tr>\n");
}

void
indicator_prognoses(struct page *p, const struct indicator_view *m)
{
	static const struct section_column columns[] = {
		{ N_("Period"), false }, { N_("Prognosis"), true }, { N_("Stated"), false },
		{ N_("What came"), true }, { N_("Difference"), false }, { N_("Who said so, and where"), false },
	};

	if (m->prognoses.len == 0)
		return;
	section_open(p, "prognoses", N_("Prognoses"));
	section_say(p, N_("What was expected, said before it was measured. A prognosis is no measurement, and no verdict rests on it."));
	table_open(p, say(&p->lang, "Prognoses, and what came of them"), columns, COUNT_OF(columns));
	for (size_t i = m->prognoses.len; i-- > 0;)
		put_row(p, &m->prognoses.at[i], m->is.unit);
	table_close(p);
	section_close(p);
}
