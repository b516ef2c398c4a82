#include "view/pages/answering.h"
#include "view/badge.h"
#include "view/kind.h"

/* ---- the list ---- */

static void
put_number(struct page *p, size_t n)
{
	HTML(p->b, "<td class=\"number\">");
	html_int(p->b, (int64_t)n);
	HTML(p->b, "</td>");
}

static void
put_row(struct page *p, const struct answering_row *r)
{
	HTML(p->b, "<tr><th scope=\"row\"><a");
	page_href(p, "work/findings", r->file);
	HTML(p->b, ">");
	if (r->about.thing.title.len > 0)
		page_named(p, &r->about.thing);
	else
		html_text(p->b, r->file);
	HTML(p->b, "</a></th><td>");
	html_text(p->b, kind_title(&p->lang, r->about.noun));
	HTML(p->b, "</td>");
	put_number(p, r->errors);
	put_number(p, r->findings);
	put_number(p, r->answered);
	HTML(p->b, "</tr>\n");
}

static void
put_table(struct page *p, const struct answering_list *m)
{
	static const char *const columns[] = { N_("About"), N_("Kind"), N_("Errors without an answer"),
		N_("Findings in all"), N_("Answered") };

	HTML(p->b, "<div class=\"table--responsive-scroll\" tabindex=\"0\" role=\"group\"");
	html_attr(p->b, "aria-label", say(&p->lang, "Findings"));
	HTML(p->b, ">\n<table class=\"table\">\n<caption class=\"sr-only\">");
	html_say(p->b, &p->lang, "Findings");
	HTML(p->b, "</caption>\n<thead>\n<tr>");
	for (size_t i = 0; i < COUNT_OF(columns); i++) {
		HTML(p->b, "<th scope=\"col\"");
		if (i > 1)
			HTML(p->b, " class=\"number\"");
		HTML(p->b, ">");
		html_say(p->b, &p->lang, columns[i]);
		HTML(p->b, "</th>");
	}
	HTML(p->b, "</tr>\n</thead>\n<tbody>\n");
	for (size_t i = 0; i < m->len; i++)
		put_row(p, &m->at[i]);
	HTML(p->b, "</tbody>\n</table>\n</div>\n");
}

void
answering_list_page(struct page *p, struct work *w, const struct answering_list *m)
{
	p->title = say(&p->lang, "Findings to answer");
	p->description = say(&p->lang, "What the audit found where you may answer.");
	work_open(p, w);
	HTML(p->b, "<h1>");
	html_text(p->b, p->title);
	HTML(p->b, "</h1>\n<p>");
	html_say(p->b, &p->lang, "An answer says why something that was found is known. It stands beside the "
	    "finding for everybody, with your name and the day; the finding stays one.");
	HTML(p->b, "</p>\n");
	if (m->len > 0)
		put_table(p, m);
	else
		HTML(p->b, "<p>"), html_say(p->b, &p->lang, "Nothing."), HTML(p->b, "</p>\n");
	work_close(p);
}

/* ---- one document or thing ---- */

/* Which finding, and which answer to it she saw. */
static void
put_identity(struct page *p, const struct answering_finding *a)
{
	const struct answer *was = a->finding->answer;

	form_hidden(p, "code", audit_code(a->finding->code));
	form_hidden(p, "digest", a->digest);
	form_hidden(p, "line", arena_printf(p->a, "%u", (unsigned)a->finding->line));
	form_hidden(p, "was", arena_printf(p->a, "%lld", was != NULL ? (long long)was->since : 0));
}

static void
put_form(struct page *p, const struct work *w, const struct answering_view *m,
         const struct answering_finding *a, size_t number)
{
	const struct str    which[] = { arena_printf(p->a, "%zu", number),
		audit_title(a->finding->code, lang_danish(&p->lang)) };
	struct form_view    f = w->form;
	const struct answer *was = a->finding->answer;
	struct input        words = {
		.kind = INPUT_LINES, .name = a->field, .label = say(&p->lang, "It is known, because"),
		.wanted = true, .max = 1000, .rows = 3, .value = was != NULL ? was->words : STR_NONE,
	};

	f.about = text_fill(p->a, say(&p->lang, "finding {1}: {2}"), which, COUNT_OF(which));
	f.nonce = arena_printf(p->a, STR_FMT "-" STR_FMT, STR_ARG(f.nonce), STR_ARG(a->field));
	form_open(p, &f, arena_printf(p->a, "work/findings/" STR_FMT, STR_ARG(m->file)));
	put_identity(p, a);
	form_input(p, &f, &words);
	HTML(p->b, "<button class=\"button button-primary\" type=\"submit\" name=\"do\" value=\"answer\">");
	html_say(p->b, &p->lang, "Answer");
	form_about(p, &f);
	HTML(p->b, "</button>\n");
	if (was != NULL)
		form_button(p, &f, STR("do"), STR("withdraw"), say(&p->lang, "Take the answer back"));
	HTML(p->b, "</form>\n");
}

void
answering_page(struct page *p, struct work *w, const struct answering_view *m)
{
	bool document = m->about.noun == NOUN_DOCUMENT;

	p->title = say(&p->lang, "Findings to answer");
	p->description = say(&p->lang, "What the audit found where you may answer.");
	work_open(p, w);
	HTML(p->b, "<p><a");
	page_href(p, "work/findings", STR_NONE);
	HTML(p->b, ">");
	html_say(p->b, &p->lang, "All findings to answer");
	HTML(p->b, "</a></p>\n<h1>");
	html_text(p->b, p->title);
	HTML(p->b, "</h1>\n<p class=\"lead font-lead\">");
	kind_link(p, &m->about);
	HTML(p->b, "</p>\n");
	form_faults(p, &w->form);
	HTML(p->b, "<ol class=\"finding-list plain-list\">\n");
	for (size_t i = 0; i < m->len; i++) {
		HTML(p->b, "<li class=\"finding\"");
		html_attr(p->b, "id", arena_printf(p->a, "finding-%zu", i + 1));
		HTML(p->b, ">\n");
		badge_finding(p, m->at[i].finding, document ? m->about.thing.id : STR_NONE);
		put_form(p, w, m, &m->at[i], i + 1);
		HTML(p->b, "</li>\n");
	}
	HTML(p->b, "</ol>\n");
	work_close(p);
}
