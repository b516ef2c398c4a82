/* A target is chosen by what it says, and read back before it is saved. */
#include "view/pages/register.h"
#include "model/target_form.h"
#include "view/page_frame.h"
#include "view/section.h"

static void
put_kind(struct page *p, const struct edit_view *m, enum target_kind k)
{
	struct target_form f = target_form(k);

	HTML(p->b, "<li><a href=\"");
	page_address(p, p->lang.code, p->path, arena_printf(p->a, "?kind=" STR_FMT,
	    STR_ARG(target_kind_code(k))));
	HTML(p->b, "\"");
	if (m->kind == k)
		HTML(p->b, " aria-current=\"true\"");
	HTML(p->b, ">");
	html_say(p->b, &p->lang, f.title);
	HTML(p->b, "</a>: ");
	html_say(p->b, &p->lang, f.sentence);
	HTML(p->b, " <span class=\"form-hint\">");
	html_say(p->b, &p->lang, f.example);
	HTML(p->b, "</span></li>\n");
}

void
register_kinds(struct page *p, const struct edit_view *m)
{
	bool chosen = m->kind != TARGET_KIND_COUNT;
	struct str kind = chosen ? say(&p->lang, target_form(m->kind).title) : STR_NONE;

	if (chosen) {
		HTML(p->b, "<details>\n<summary>");
		html_fill(p->b, say(&p->lang, "Kind of target: {1}. Choose another"), &kind, 1);
		HTML(p->b, "</summary>\n");
	} else {
		section_open(p, "kinds", N_("What does the target say?"));
	}
	HTML(p->b, "<ul class=\"plain-list target-kinds\">\n");
	for (size_t k = 0; k < TARGET_KIND_COUNT; k++)
		put_kind(p, m, (enum target_kind)k);
	HTML(p->b, "</ul>\n");
	if (chosen)
		HTML(p->b, "</details>\n");
	else
		section_close(p);
}

static void
put_steps(struct page *p, const struct steps *steps)
{
	bool danish = lang_danish(&p->lang);

	if (steps->len == 0)
		return;
	HTML(p->b, "<details>\n<summary>");
	html_say(p->b, &p->lang, "How the verdict is reached, step by step");
	HTML(p->b, "</summary>\n<ol>\n");
	for (size_t i = 0; i < steps->len; i++) {
		HTML(p->b, "<li>");
		html_text(p->b, danish ? steps->at[i].da : steps->at[i].en);
		HTML(p->b, "</li>\n");
	}
	HTML(p->b, "</ol>\n</details>\n");
}

void
register_meaning(struct page *p, const struct edit_view *m, bool unread)
{
	const struct edit_meaning *e = &m->meaning;
	const struct judgement    *j = &e->row.judgement;
	bool                       danish = lang_danish(&p->lang);

	if (!e->shown)
		return;
	HTML(p->b, "<section class=\"meaning\" id=\"meaning\" aria-labelledby=\"meaning-title\">\n"
	    "<h2 id=\"meaning-title\">");
	html_say(p->b, &p->lang, "What it means");
	HTML(p->b, "</h2>\n");
	if (unread)
		section_say(p, N_("Nothing is saved yet. Read what the target means, and save then."));
	HTML(p->b, "<p class=\"meaning-sentence\">");
	html_text(p->b, danish ? e->da : e->en);
	HTML(p->b, "</p>\n<p>");
	html_say(p->b, &p->lang, "The verdict it gives as of");
	HTML(p->b, " ");
	page_day(p, e->row.as_of);
	HTML(p->b, ": ");
	show_verdict(p, j->verdict);
	HTML(p->b, "</p>\n<p class=\"verdict-sentence\">");
	html_text(p->b, danish ? j->da : j->en);
	HTML(p->b, "</p>\n");
	put_steps(p, &e->steps);
	HTML(p->b, "</section>\n");
}
