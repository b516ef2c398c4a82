#include "view/pages/barometer_parts.h"
#include "view/show.h"

struct run {                            /* lines that belong together */
	const struct barometer_line *at;
	size_t                       len;
};

static struct str
policy_of(const struct barometer_line *l)
{
	return l->row->policy.id;
}

static struct str
theme_of(const struct barometer_line *l)
{
	return l->row->theme.id;
}

static struct str
objective_of(const struct barometer_line *l)
{
	return l->row->objective.id;
}

/* Cuts the lines that share the first one's key off the front of `*rest`. */
static struct run
cut_run(struct run *rest, struct str (*key)(const struct barometer_line *))
{
	struct run run = { rest->at, 1 };

	while (run.len < rest->len && str_eq(key(&run.at[run.len]), key(run.at)))
		run.len++;
	rest->at += run.len;
	rest->len -= run.len;
	return run;
}

static void
put_title(struct page *p, const struct named *n, const char *without)
{
	if (n->id.len > 0)
		page_named(p, n);
	else
		html_say(p->b, &p->lang, without);
}

/* ---- objectives, themes, policies ---- */

static void
put_objective(struct page *p, struct run lines)
{
	const struct named *n = &lines.at->row->objective;

	HTML(p->b, "<tbody>\n<tr class=\"objective\"><th scope=\"rowgroup\"");
	html_attr_int(p->b, "colspan", BAROMETER_COLUMNS);
	HTML(p->b, ">");
	if (n->id.len > 0)
		page_link(p, "objective", n);
	else
		html_say(p->b, &p->lang, "Without an objective");
	HTML(p->b, "</th></tr>\n");
	for (size_t i = 0; i < lines.len; i++)
		barometer_target(p, &lines.at[i]);
	HTML(p->b, "</tbody>\n");
}

static void
put_theme(struct page *p, struct run lines, size_t number)
{
	struct str id = arena_printf(p->a, "theme-%zu", number);

	HTML(p->b, "<h3");
	html_attr(p->b, "id", id);
	HTML(p->b, ">");
	put_title(p, &lines.at->row->theme, N_("Without a theme"));
	HTML(p->b, "</h3>\n<table class=\"barometer\"");
	html_attr(p->b, "aria-labelledby", id);
	HTML(p->b, ">\n");
	barometer_columns(p);
	while (lines.len > 0)
		put_objective(p, cut_run(&lines, objective_of));
	HTML(p->b, "</table>\n");
}

/* "34 targets, as of 1 June 2009" */
static void
put_status(struct page *p, struct run lines)
{
	struct str n = arena_printf(p->a, "%zu", lines.len);

	HTML(p->b, "<p class=\"status\">");
	html_fill(p->b, say_n(&p->lang, (int64_t)lines.len, "{1} target, as of", "{1} targets, as of"),
	    &n, 1);
	HTML(p->b, " ");
	page_day(p, lines.at->row->as_of);
	HTML(p->b, "</p>\n");
}

/* Of this policy alone. */
static void
put_counts(struct page *p, struct run lines, const struct barometer_ask *asked)
{
	struct barometer_ask ask = *asked;
	size_t               count[VERDICT_COUNT] = { 0 };

	for (size_t i = 0; i < lines.len; i++)
		count[lines.at[i].row->judgement.verdict]++;
	ask.policy = lines.at->row->policy.id;
	barometer_counts(p, count, &ask);
}

static void
put_policy(struct page *p, struct run lines, size_t number, size_t *themes,
           const struct barometer_view *m)
{
	struct str id = arena_printf(p->a, "policy-%zu", number);

	/* No landmark: names of the register may be the same. */
	HTML(p->b, "<section>\n<h2");
	html_attr(p->b, "id", id);
	HTML(p->b, ">");
	put_title(p, &lines.at->row->policy, N_("Without a policy"));
	HTML(p->b, "</h2>\n");
	put_status(p, lines);
	if (lines.len < m->len)
		put_counts(p, lines, &m->ask);
	while (lines.len > 0)
		put_theme(p, cut_run(&lines, theme_of), ++*themes);
	HTML(p->b, "</section>\n");
}

static void
put_policies(struct page *p, const struct barometer_view *m)
{
	struct run rest = { m->at, m->len };
	size_t     policies = 0, themes = 0;

	while (rest.len > 0)
		put_policy(p, cut_run(&rest, policy_of), ++policies, &themes, m);
}

/* Where there are several policies, a way to each. */
static void
put_contents(struct page *p, const struct barometer_view *m)
{
	struct run rest = { m->at, m->len };
	int        n = 0;

	(void)cut_run(&rest, policy_of);
	if (rest.len == 0)
		return;
	rest = (struct run){ m->at, m->len };
	HTML(p->b, "<nav");
	html_attr(p->b, "aria-label", say(&p->lang, "Policies"));
	HTML(p->b, ">\n<ul class=\"contents\">\n");
	while (rest.len > 0) {
		struct run lines = cut_run(&rest, policy_of);

		HTML(p->b, "<li><a");
		html_attr(p->b, "href", arena_printf(p->a, "#policy-%d", ++n));
		HTML(p->b, ">");
		put_title(p, &lines.at->row->policy, N_("Without a policy"));
		HTML(p->b, "</a></li>\n");
	}
	HTML(p->b, "</ul>\n</nav>\n");
}

/* ---- the page ---- */

/* How it goes, in one sentence. */
static void
put_headline(struct page *p, const struct barometer_view *m)
{
	size_t     good = m->total_count[VERDICT_MET] + m->total_count[VERDICT_ON_TRACK];
	struct str with[] = { arena_printf(p->a, "%zu", good),
	                      arena_printf(p->a, "%zu", m->total) };

	HTML(p->b, "<h1>");
	html_say(p->b, &p->lang, "Barometer");
	HTML(p->b, "</h1>\n<p class=\"lead font-lead\">");
	if (m->total == 0)
		html_say(p->b, &p->lang, "The register holds no targets yet.");
	else
		html_fill(p->b, say_n(&p->lang, (int64_t)good, "{1} of {2} targets is met or on track.",
		    "{1} of {2} targets are met or on track."), with, 2);
	HTML(p->b, "</p>\n<p>");
	html_say(p->b, &p->lang, "Every target is judged by its latest measurement, by the same rule:");
	HTML(p->b, " <a");
	page_href(p, "method", STR_NONE);
	HTML(p->b, ">");
	html_say(p->b, &p->lang, "How verdicts are reached");
	HTML(p->b, "</a></p>\n");
}

void
barometer_page(struct page *p, const struct barometer_view *m)
{
	p->title = say(&p->lang, "Barometer");
	p->description = say(&p->lang,
	    "Targets, measurements and verdicts for the city's policy, with sources.");
	page_open(p);
	put_headline(p, m);
	if (m->total > 0)
		barometer_filter(p, m);
	if (m->len > 0) {
		barometer_counts(p, m->count, &m->ask);
		put_contents(p, m);
		barometer_news(p, m);
		put_policies(p, m);
	}
	page_close(p);
}
