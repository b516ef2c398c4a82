#include "view/pages/answering.h"
#include "view/badge.h"
#include "view/kind.h"
#include "view/section.h"

/* ---- the list ---- */

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
	table_number(p, r->errors);
	table_number(p, r->findings);
	table_number(p, r->answered);
	HTML(p->b, "</tr>\n");
}

static void
put_table(struct page *p, const struct answering_list *m)
{
	static const struct section_column columns[] = {
		{ N_("About"), false }, { N_("Kind"), false }, { N_("Errors without an answer"), true },
		{ N_("Findings in all"), true }, { N_("Answered"), true },
	};

	table_open_quiet(p, say(&p->lang, "Findings"), columns, COUNT_OF(columns));
	for (size_t i = 0; i < m->len; i++)
		put_row(p, &m->at[i]);
	table_close(p);
}

void
answering_list_page(struct page *p, struct work *w, const struct answering_list *m)
{
	p->title = say(&p->lang, "Findings to answer");
	p->description = say(&p->lang, "What the audit found where you may answer.");
	work_open(p, w);
	page_heading(p);
	HTML(p->b, "<p>");
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
