#include "view/pages/barometer_parts.h"
#include "view/show.h"

/* "54,40 pct. → 59,90 pct.", or the first figure alone. */
static void
put_figures(struct page *p, const struct barometer_news *n)
{
	const struct barometer_row *r = n->line->row;

	if (n->has_before) {
		struct barometer_row before = *r;

		before.judgement.latest = n->before;
		barometer_figure(p, &before);
		HTML(p->b, " <span aria-hidden=\"true\">→</span><span class=\"sr-only\">");
		html_say(p->b, &p->lang, "became");
		HTML(p->b, "</span> ");
	}
	HTML(p->b, "<strong>");
	barometer_figure(p, r);
	HTML(p->b, "</strong>");
	if (n->first) {
		HTML(p->b, " (");
		html_say(p->b, &p->lang, "the first measurement");
		HTML(p->b, ")");
	}
}

static void
put_verdicts(struct page *p, const struct barometer_news *n)
{
	enum verdict now = n->line->row->judgement.verdict;

	HTML(p->b, "<span class=\"turn\">");
	if (n->verdict_before != now) {
		show_verdict(p, n->verdict_before);
		HTML(p->b, " <span aria-hidden=\"true\">→</span><span class=\"sr-only\">");
		html_say(p->b, &p->lang, "became");
		HTML(p->b, "</span> ");
	}
	show_verdict(p, now);
	HTML(p->b, "</span>");
}

/* A promise has no page of its own: its row stands below. */
static void
put_item(struct page *p, const struct barometer_news *n)
{
	const struct barometer_row *r = n->line->row;
	bool                        danish = lang_danish(&p->lang), wanted = danish;
	struct str                  title = named_title(&r->promise, &danish);

	HTML(p->b, "<li><span class=\"when\">");
	show_period(p, r->judgement.latest.period);
	HTML(p->b, "</span> <a href=\"#target-");
	html_text(p->b, r->target->id);
	HTML(p->b, "\"");
	if (danish != wanted)
		page_words(p, danish);
	HTML(p->b, ">");
	html_text(p->b, title);
	HTML(p->b, "</a> <span class=\"what\">");
	put_figures(p, n);
	HTML(p->b, "</span> ");
	put_verdicts(p, n);
	HTML(p->b, "</li>\n");
}

void
barometer_news(struct page *p, const struct barometer_view *m)
{
	if (m->news_len == 0)
		return;
	HTML(p->b, "<section aria-labelledby=\"news\">\n<h2 id=\"news\">");
	html_say(p->b, &p->lang, "What was measured lately");
	HTML(p->b, "</h2>\n<ul class=\"news no-max-width\">\n");
	for (size_t i = 0; i < m->news_len; i++)
		put_item(p, &m->news[i]);
	HTML(p->b, "</ul>\n</section>\n");
}
