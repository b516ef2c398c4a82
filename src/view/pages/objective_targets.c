/* What an objective promises, whether it holds, and what the promise was before. */
#include "view/pages/objective.h"
#include "view/reply.h"

static const struct {
	struct str  column;
	const char *title;
} columns[] = {
	{ STR_INIT("title"), N_("the wording") }, { STR_INIT("objective"), N_("the objective") },
	{ STR_INIT("initiative"), N_("the initiative") }, { STR_INIT("indicator"), N_("the indicator") },
	{ STR_INIT("area"), N_("the area") }, { STR_INIT("grp"), N_("the group") },
	{ STR_INIT("other"), N_("the group compared with") },
	{ STR_INIT("comparator"), N_("the cities compared with") },
	{ STR_INIT("kind"), N_("the kind of target") }, { STR_INIT("relation"), N_("the condition") },
	{ STR_INIT("direction"), N_("the direction") }, { STR_INIT("value"), N_("the value") },
	{ STR_INIT("percent"), N_("whether it is in per cent") },
	{ STR_INIT("keep"), N_("whether it is to be kept") }, { STR_INIT("scope"), N_("in each of what") },
	{ STR_INIT("baseline_from"), N_("the baseline's first day") },
	{ STR_INIT("baseline_to"), N_("the day after the baseline") },
	{ STR_INIT("deadline_from"), N_("the deadline's first day") },
	{ STR_INIT("deadline_to"), N_("the day after the deadline") },
	{ STR_INIT("window_from"), N_("the first day of counting") },
	{ STR_INIT("window_to"), N_("the day after counting") },
	{ STR_INIT("printed"), N_("the printed level") },
	{ STR_INIT("printed_as"), N_("how the level is printed") },
	{ STR_INIT("mandate"), N_("the decision behind it") },
};

static struct str
column_title(struct page *p, struct str column)
{
	for (size_t i = 0; i < COUNT_OF(columns); i++)
		if (str_eq(columns[i].column, column))
			return say(&p->lang, columns[i].title);
	return column;
}

/* What the register says, in Danish unless it is a figure or a day. */
static void
put_cell(struct page *p, struct str text)
{
	if (text.len == 0) {
		html_say(p->b, &p->lang, "nothing");
		return;
	}
	HTML(p->b, "<q");
	page_words(p, true);
	HTML(p->b, ">");
	html_text(p->b, text);
	HTML(p->b, "</q>");
}

static void
put_edit(struct page *p, const struct edit *e)
{
	HTML(p->b, "<li>");
	html_text(p->b, column_title(p, e->column));
	HTML(p->b, ": ");
	put_cell(p, e->before);
	HTML(p->b, " → ");
	put_cell(p, e->after);
	HTML(p->b, "</li>\n");
}

static void
put_version(struct page *p, const struct target_version *v, bool first)
{
	HTML(p->b, "<li>");
	show_moment(p, v->recorded.at);
	HTML(p->b, ": ");
	html_say(p->b, &p->lang, first ? N_("recorded") : N_("changed"));
	if (v->why.len > 0) {
		HTML(p->b, " (<span");
		page_words(p, true);
		HTML(p->b, ">");
		html_text(p->b, v->why);
		HTML(p->b, "</span>)");
	}
	HTML(p->b, " ");
	(void)show_source(p, &v->source);
	if (v->edits > 0) {
		HTML(p->b, "\n<ul>\n");
		for (size_t i = 0; i < v->edits; i++)
			put_edit(p, &v->edit[i]);
		HTML(p->b, "</ul>");
	}
	HTML(p->b, "</li>\n");
}

static void
put_history(struct page *p, const struct target_view *t)
{
	struct str n = arena_printf(p->a, "%zu", t->versions);

	HTML(p->b, "<details>\n<summary>");
	html_fill(p->b, say_n(&p->lang, (int64_t)t->versions, "History: recorded once",
	    "History: {1} versions"), &n, 1);
	HTML(p->b, "</summary>\n<ol class=\"versions\">\n");
	for (size_t i = 0; i < t->versions; i++)
		put_version(p, &t->version[i], i == 0);
	HTML(p->b, "</ol>\n</details>\n");
}

static void
put_decision(struct page *p, const struct target_view *t)
{
	if (t->mandate.id.len == 0)
		return;
	HTML(p->b, "<p class=\"note\">");
	html_say(p->b, &p->lang, "Decided by:");
	HTML(p->b, " ");
	page_named(p, &t->mandate);
	if (t->has_decided) {
		HTML(p->b, ", ");
		page_day(p, t->decided);
	}
	HTML(p->b, "</p>\n");
}

static void
put_target(struct page *p, const struct target_view *t)
{
	const struct barometer_row *r = t->row;

	HTML(p->b, "<article class=\"promise\" id=\"target-");
	html_text(p->b, r->target->id);
	HTML(p->b, "\">\n<h3>");
	page_named(p, &r->promise);
	HTML(p->b, "</h3>\n<p>");
	show_verdict(p, r->judgement.verdict);
	HTML(p->b, " ");
	html_text(p->b, lang_danish(&p->lang) ? r->judgement.da : r->judgement.en);
	HTML(p->b, "</p>\n");
	reply_show(p, &t->reply);
	put_decision(p, t);
	if (r->indicator.id.len > 0 || r->target->source.document.len > 0) {
		HTML(p->b, "<p class=\"source\">");
		show_linked(p, N_("Measured by {1}"), "indicator", &r->indicator);
		if (r->indicator.id.len > 0 && r->target->source.document.len > 0)
			HTML(p->b, " · ");
		(void)show_source(p, &r->target->source);
		HTML(p->b, "</p>\n");
	}
	put_history(p, t);
	HTML(p->b, "</article>\n");
}

void
objective_targets(struct page *p, const struct objective_view *m)
{
	if (m->targets == 0)
		return;
	HTML(p->b, "<section aria-labelledby=\"targets\">\n<h2 id=\"targets\">");
	html_say(p->b, &p->lang, "Targets");
	HTML(p->b, "</h2>\n");
	for (size_t i = 0; i < m->targets; i++)
		put_target(p, &m->target[i]);
	HTML(p->b, "</section>\n");
}
