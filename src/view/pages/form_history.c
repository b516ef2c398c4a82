/* What happened to a status form: its steps, and each version against the one before. */
#include "view/pages/forms.h"
#include "view/section.h"

static void
put_event(struct page *p, const struct form_event *e)
{
	struct str version = arena_printf(p->a, "%lld", (long long)e->version);

	HTML(p->b, "<li><strong>");
	html_text(p->b, form_step_title(e->step, lang_danish(&p->lang)));
	HTML(p->b, "</strong>, ");
	html_text(p->b, e->who);
	HTML(p->b, ", ");
	form_moment(p, e->at);
	HTML(p->b, " (");
	html_fill(p->b, say(&p->lang, "version {1}"), &version, 1);
	HTML(p->b, ")");
	if (e->note.len > 0) {
		HTML(p->b, "<blockquote class=\"form-note\">");
		html_text(p->b, e->note);
		HTML(p->b, "</blockquote>");
	}
	HTML(p->b, "</li>\n");
}

static void
put_edit(struct page *p, const struct status_form *m, const struct form_edit *e)
{
	struct str version = arena_printf(p->a, "%lld", (long long)e->version);

	HTML(p->b, "<h3>");
	html_fill(p->b, say(&p->lang, "Version {1}"), &version, 1);
	HTML(p->b, "</h3>\n<p class=\"source\">");
	html_text(p->b, e->who);
	HTML(p->b, ", ");
	form_moment(p, e->at);
	HTML(p->b, "</p>\n");
	form_diffs(p, m, e->diff, e->diffs);
}

void
form_history_page(struct page *p, const struct work *w, const struct status_form *m)
{
	form_head(p, w, m);
	HTML(p->b, "<p><a");
	page_href(p, "work/form", arena_printf(p->a, "%lld", (long long)m->head.id));
	HTML(p->b, ">");
	html_say(p->b, &p->lang, "Back to the form");
	HTML(p->b, "</a></p>\n");
	section_open(p, "steps", N_("Steps"));
	if (m->events == 0)
		section_say(p, N_("It was not submitted yet."));
	else
		HTML(p->b, "<ol class=\"form-events\">\n");
	for (size_t i = 0; i < m->events; i++)
		put_event(p, &m->event[i]);
	if (m->events > 0)
		HTML(p->b, "</ol>\n");
	section_close(p);
	section_open(p, "versions", N_("Versions"));
	for (size_t i = 0; i < m->edits; i++)
		put_edit(p, m, &m->edit[i]);
	if (m->more) {
		HTML(p->b, "<p><a href=\"?before=");
		html_int(p->b, m->edit[m->edits - 1].version);
		HTML(p->b, "\">");
		html_say(p->b, &p->lang, "Older versions");
		HTML(p->b, "</a></p>\n");
	}
	section_close(p);
	work_close(p);
}
