/* The tree of objectives: policy, theme, objective, and what is under it. */
#include "view/pages/objective.h"
#include "view/show.h"

static void
put_counts(struct page *p, const struct objective_node *n)
{
	for (size_t v = 0; v < VERDICT_COUNT; v++) {
		if (n->count[v] == 0)
			continue;
		HTML(p->b, " ");
		if (n->count[v] > 1) {
			html_int(p->b, (int64_t)n->count[v]);
			HTML(p->b, " × ");
		}
		show_verdict(p, (enum verdict)v);
	}
	if (n->targets > 0)
		return;
	HTML(p->b, " <span class=\"note\">");
	html_say(p->b, &p->lang, "no target of its own");
	HTML(p->b, "</span>");
}

static void
put_node(struct page *p, const struct objective_node *n)
{
	page_link(p, "objective", &n->objective);
	if (n->unit_short.len > 0) {
		HTML(p->b, " <span class=\"unit\">");
		html_text(p->b, n->unit_short);
		HTML(p->b, "</span>");
	}
	put_counts(p, n);
}

/* The end of what is under the node at `i`. */
static size_t
node_end(const struct objective_tree *t, size_t i, size_t to)
{
	size_t end = i + 1;

	while (end < to && t->at[end].depth > t->at[i].depth)
		end++;
	return end;
}

void
objective_nodes(struct page *p, const struct objective_tree *t, size_t from, size_t to)
{
	HTML(p->b, "<ul class=\"objectives\">\n");
	while (from < to) {
		size_t end = node_end(t, from, to);

		HTML(p->b, "<li>");
		put_node(p, &t->at[from]);
		if (end > from + 1) {
			HTML(p->b, "\n");
			objective_nodes(p, t, from + 1, end);
		}
		HTML(p->b, "</li>\n");
		from = end;
	}
	HTML(p->b, "</ul>\n");
}

static void
put_name(struct page *p, const struct named *n, const char *without)
{
	if (n->id.len > 0)
		page_named(p, n);
	else
		html_say(p->b, &p->lang, without);
}

static void
put_theme(struct page *p, const struct objective_tree *t, size_t from, size_t to)
{
	HTML(p->b, "<h3>");
	if (t->at[from].theme.id.len > 0)
		page_link(p, "theme", &t->at[from].theme);
	else
		html_say(p->b, &p->lang, "Without a theme");
	HTML(p->b, "</h3>\n");
	objective_nodes(p, t, from, to);
}

static size_t
run_end(const struct objective_tree *t, size_t from, bool theme)
{
	const struct objective_node *at = &t->at[from];
	size_t                       to = from + 1;

	while (to < t->len && str_eq(t->at[to].policy.id, at->policy.id) &&
	    (!theme || str_eq(t->at[to].theme.id, at->theme.id)))
		to++;
	return to;
}

static void
put_policies(struct page *p, const struct objective_tree *t)
{
	for (size_t i = 0, to; i < t->len; i = to) {
		to = run_end(t, i, false);
		HTML(p->b, "<section>\n<h2>");
		put_name(p, &t->at[i].policy, N_("Without a policy"));
		HTML(p->b, "</h2>\n");
		for (size_t k = i, end; k < to; k = end) {
			end = run_end(t, k, true);
			put_theme(p, t, k, end);
		}
		HTML(p->b, "</section>\n");
	}
}

static void
put_lead(struct page *p, const struct objective_tree *t)
{
	struct str n = arena_printf(p->a, "%zu", t->len);

	HTML(p->b, "<p class=\"lead font-lead\">");
	html_fill(p->b, say_n(&p->lang, (int64_t)t->len, "{1} objective, with the verdicts of its targets.",
	    "{1} objectives, with the verdicts of their targets."), &n, 1);
	HTML(p->b, "</p>\n");
}

static void
name_page(struct page *p, const struct named *theme)
{
	bool danish = lang_danish(&p->lang);

	p->section = SECTION_BAROMETER;
	p->title = theme != NULL ? named_title(theme, &danish) : say(&p->lang, "Objectives");
	p->description = say(&p->lang, "What the policy wants, and whether it gets there.");
	if (theme != NULL)
		p->crumb[p->crumbs++] = (struct crumb){ "objectives", {
			.title = say(&p->lang, "Objectives"), .title_en = say(&p->lang, "Objectives"),
		} };
}

void
objectives_page(struct page *p, const struct objective_tree *m, const struct named *theme)
{
	name_page(p, theme);
	page_open(p);
	HTML(p->b, "<h1>");
	if (theme != NULL)
		page_named(p, theme);
	else
		html_say(p->b, &p->lang, "Objectives");
	HTML(p->b, "</h1>\n");
	put_lead(p, m);
	if (theme == NULL) {
		put_policies(p, m);
	} else if (m->len > 0) {
		HTML(p->b, "<p class=\"status\">");
		page_named(p, &m->at[0].policy);
		HTML(p->b, "</p>\n");
		objective_nodes(p, m, 0, m->len);
	}
	page_close(p);
}
