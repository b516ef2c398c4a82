#include "view/pages/error_report.h"
#include "view/section.h"

static const char *const state_words[REPORT_STATE_COUNT] = {
#define X(id, code, words) words,
	REPORT_STATES(X)
#undef X
};

static void
about(struct page *p, const char *kind, const struct named *thing)
{
	HTML(p->b, "<p class=\"lead\">");
	page_link(p, kind, thing);
	HTML(p->b, "</p>\n");
}

/* Words of people, with their lines. */
static void
quote(struct page *p, struct str words)
{
	HTML(p->b, "<blockquote class=\"report-words\">\n");
	while (words.len > 0) {
		HTML(p->b, "<p>");
		html_text(p->b, str_cut(&words, '\n'));
		HTML(p->b, "</p>\n");
	}
	HTML(p->b, "</blockquote>\n");
}

/* ---- for everybody ---- */

void
error_report_way(struct page *p, const char *kind, struct str id)
{
	if (p->fixed && p->contact.mail.len == 0) {
		page_lacks(p, N_("An error in a figure cannot be reported from this copy of the site; turn to the authority instead."));
		return;
	}
	HTML(p->b, "<p class=\"report-way\"><a");
	if (p->fixed)
		html_attr(p->b, "href", arena_printf(p->a, "mailto:" STR_FMT, STR_ARG(p->contact.mail)));
	else
		page_href(p, kind, arena_printf(p->a, STR_FMT "/report", STR_ARG(id)));
	HTML(p->b, ">");
	html_say(p->b, &p->lang, "Report an error in a figure");
	HTML(p->b, "</a></p>\n");
}

/* Nobody sees it, and who reads the page aloud is told to pass it by. */
static void
trap(struct page *p, const struct form_view *f)
{
	bool met = f->faults != NULL && fault_of(f->faults, STR("homepage")) != NULL;

	if (!met)
		HTML(p->b, "<div class=\"report-trap\" aria-hidden=\"true\">\n<label for=\"f-homepage\">");
	else
		HTML(p->b, "<div>\n<label for=\"f-homepage\">");
	html_say(p->b, &p->lang, "Leave this field empty.");
	HTML(p->b, "</label>\n<input id=\"f-homepage\" name=\"homepage\" autocomplete=\"off\" "
	    "tabindex=\"-1\">\n</div>\n");
}

void
error_report_form_page(struct page *p, const struct report_form *m)
{
	const struct form_view *f = &m->form;

	p->title = say(&p->lang, "Report an error in a figure");
	p->description = say(&p->lang, "Without an account, and without saying who you are.");
	page_open(p);
	page_heading(p);
	about(p, m->kind, &m->about);
	form_faults(p, f);
	HTML(p->b, "<p>");
	html_say(p->b, &p->lang, "The unit that owns the figure gets what you write, and answers. "
	    "Do not write who you are, and nothing about other people: the answer is shown at an "
	    "address that you get now, and nobody can write to you.");
	HTML(p->b, "</p>\n");
	form_open(p, f, STR_NONE);
	form_input(p, f, &(struct input){ .kind = INPUT_LINES, .name = STR("words"), .rows = 8,
	    .label = say(&p->lang, "What is wrong, and how do you know?"), .wanted = true,
	    .hint = say(&p->lang, "Say which figure, of which year, and where the right one stands.") });
	form_hidden(p, "opened", arena_printf(p->a, "%lld", (long long)m->now));
	trap(p, f);
	form_close(p, say(&p->lang, "Send the report"));
	page_close(p);
}

static void
answer(struct page *p, const struct error_report *r)
{
	HTML(p->b, "<h2>");
	html_say(p->b, &p->lang, "The answer");
	HTML(p->b, "</h2>\n<p><strong>");
	html_say(p->b, &p->lang, state_words[r->state]);
	HTML(p->b, "</strong></p>\n");
	if (r->state == REPORT_OPEN)
		return;
	quote(p, r->answer);
	HTML(p->b, "<p>");
	page_named(p, &r->unit);
	HTML(p->b, " ");
	page_day(p, r->answered);
	HTML(p->b, "</p>\n");
}

void
error_report_seen_page(struct page *p, const struct error_report *r)
{
	p->title = say(&p->lang, "Your report");
	p->description = say(&p->lang, "What was reported, and what was answered.");
	page_open(p);
	page_heading(p);
	about(p, r->kind, &r->about);
	if (r->state == REPORT_OPEN) {
		HTML(p->b, "<p class=\"alert-note\">");
		html_say(p->b, &p->lang, "Thank you. Keep the address of this page: the answer will "
		    "stand here. Nobody else knows it.");
		HTML(p->b, "</p>\n");
	}
	HTML(p->b, "<h2>");
	html_say(p->b, &p->lang, "What you wrote");
	HTML(p->b, "</h2>\n<p>");
	page_day(p, r->made);
	HTML(p->b, "</p>\n");
	quote(p, r->words);
	answer(p, r);
	page_close(p);
}

/* ---- for the staff ---- */

static void
list(struct page *p, const struct error_reports *m, const char *title, const char *none)
{
	HTML(p->b, "<h2>");
	html_say(p->b, &p->lang, title);
	HTML(p->b, "</h2>\n");
	if (m->len == 0) {
		section_say(p, none);
		return;
	}
	HTML(p->b, "<ul class=\"plain-list\">\n");
	for (size_t i = 0; i < m->len; i++) {
		const struct error_report *r = &m->at[i];

		HTML(p->b, "<li>");
		page_day(p, r->made);
		HTML(p->b, ": <a");
		page_href(p, "work/report", arena_printf(p->a, "%lld", (long long)r->id));
		HTML(p->b, ">");
		page_named(p, &r->about);
		show_which(p, arena_printf(p->a, "%lld", (long long)r->id));
		HTML(p->b, "</a> ");
		page_named(p, &r->unit);
		HTML(p->b, "</li>\n");
	}
	HTML(p->b, "</ul>\n");
}

void
error_reports_page(struct page *p, const struct work *w, const struct error_reports *open,
                   const struct error_reports *closed)
{
	p->title = say(&p->lang, "Reports of errors");
	p->description = say(&p->lang, "What readers say is wrong with a figure.");
	work_open(p, w);
	page_heading(p);
	list(p, open, N_("To be answered"), N_("There is nothing to answer."));
	list(p, closed, N_("Answered"), N_("Nothing was answered yet."));
	work_close(p);
}

static void
answer_form(struct page *p, const struct work *w, const struct error_report *r)
{
	const struct choice choices[] = {
		{ STR("mended"), say(&p->lang, state_words[REPORT_MENDED]) },
		{ STR("no_error"), say(&p->lang, state_words[REPORT_NO_ERROR]) },
		{ STR("closed"), say(&p->lang, state_words[REPORT_CLOSED]) },
	};

	form_open(p, &w->form, STR_NONE);
	form_input(p, &w->form, &(struct input){ .kind = INPUT_RADIO, .name = STR("state"),
	    .label = say(&p->lang, "What became of it"), .wanted = true, .choice = choices,
	    .choices = COUNT_OF(choices) });
	form_input(p, &w->form, &(struct input){ .kind = INPUT_LINES, .name = STR("answer"),
	    .label = say(&p->lang, "The answer, as the sender reads it"), .wanted = true,
	    .hint = say(&p->lang, "It is shown to whoever has the sender's address, and to nobody else.") });
	form_again(p, &w->form, "version", arena_printf(p->a, "%lld", (long long)r->version));
	form_close(p, say(&p->lang, "Answer"));
}

void
error_report_page(struct page *p, const struct work *w, const struct error_report *r)
{
	p->title = say(&p->lang, "Report of an error");
	p->description = say(&p->lang, "What readers say is wrong with a figure.");
	work_open(p, w);
	page_heading(p);
	about(p, r->kind, &r->about);
	form_faults(p, &w->form);
	HTML(p->b, "<p>");
	page_day(p, r->made);
	HTML(p->b, " ");
	page_named(p, &r->unit);
	HTML(p->b, "</p>\n");
	quote(p, r->words);
	if (r->state == REPORT_OPEN)
		answer_form(p, w, r);
	else
		answer(p, r);
	work_close(p);
}
