/* What is promised about an indicator, and whether that holds. */
#include "view/pages/indicator.h"
#include "core/steps.h"
#include "view/reply.h"

static void
put_belongs(struct page *p, const struct barometer_row *r)
{
	HTML(p->b, "<p class=\"source\">");
	show_linked(p, N_("Promised under {1}"), "objective", &r->objective);
	if (r->initiative.id.len > 0) {
		if (r->objective.id.len > 0)
			HTML(p->b, " · ");
		show_linked(p, N_("by the initiative {1}"), "initiative", &r->initiative);
	}
	if (r->target->source.document.len > 0)
		HTML(p->b, " · ");
	(void)show_source(p, &r->target->source);
	HTML(p->b, " · ");
	html_say(p->b, &p->lang, "judged as of");
	HTML(p->b, " ");
	page_day(p, r->as_of);
	HTML(p->b, "</p>\n");
}

static void
put_steps(struct page *p, const struct barometer_row *r)
{
	struct steps s = steps_of(p->a, r->target, &r->judgement, r->measure, r->as_of);

	HTML(p->b, "<details>\n<summary>");
	html_say(p->b, &p->lang, "How the verdict was reached, step by step");
	HTML(p->b, "</summary>\n<ol class=\"steps\">\n");
	for (size_t i = 0; i < s.len; i++) {
		HTML(p->b, "<li>");
		html_text(p->b, lang_danish(&p->lang) ? s.at[i].da : s.at[i].en);
		HTML(p->b, "</li>\n");
	}
	HTML(p->b, "</ol>\n</details>\n");
}

static void
put_target(struct page *p, const struct barometer_row *r, const struct reply *reply)
{
	HTML(p->b, "<article id=\"target-");
	html_text(p->b, r->target->id);
	HTML(p->b, "\" class=\"promise\">\n<h3>");
	page_named(p, &r->promise);
	HTML(p->b, "</h3>\n<p>");
	show_verdict(p, r->judgement.verdict);
	show_doubt(p, &r->judgement);
	HTML(p->b, " ");
	html_text(p->b, lang_danish(&p->lang) ? r->judgement.da : r->judgement.en);
	HTML(p->b, "</p>\n");
	reply_show(p, reply);
	put_steps(p, r);
	put_belongs(p, r);
	HTML(p->b, "</article>\n");
}

void
indicator_verdicts(struct page *p, const struct indicator_view *m)
{
	HTML(p->b, "<section aria-labelledby=\"verdicts\">\n<h2 id=\"verdicts\">");
	html_text(p->b, say_n(&p->lang, (int64_t)m->targets, "The promise", "The promises"));
	HTML(p->b, "</h2>\n");
	if (m->targets == 0) {
		HTML(p->b, "<p>");
		html_say(p->b, &p->lang, "Nothing is promised about this indicator.");
		HTML(p->b, "</p>\n");
	}
	for (size_t i = 0; i < m->targets; i++)
		put_target(p, m->target[i], &m->reply[i]);
	HTML(p->b, "</section>\n");
}
