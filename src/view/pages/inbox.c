#include "view/pages/inbox.h"
#include "view/show.h"

static const struct {
	struct str  code;
	const char *title;
} kinds[] = {
	{ STR_INIT("status_form"), N_("Status form") },
	{ STR_INIT("indicator"), N_("Indicator") },
	{ STR_INIT("result_goal"), N_("Result goal") },
	{ STR_INIT("action"), N_("Action") },
	{ STR_INIT("budget_line"), N_("Budget line") },
	{ STR_INIT("agreement_project"), N_("Project of an agreement") },
	{ STR_INIT("goal_status"), N_("Goal with status") },
	{ STR_INIT("claim"), N_("Claim with figures") },
	{ STR_INIT("printed_total"), N_("Printed total") },
	{ STR_INIT("prognosis"), N_("Prognosis") },
};

struct str
inbox_kind_title(const struct lang *l, struct str code)
{
	for (size_t i = 0; i < COUNT_OF(kinds); i++)
		if (str_eq(code, kinds[i].code))
			return say(l, kinds[i].title);
	return code;
}

struct str
inbox_state_title(const struct lang *l, enum inbox_state s)
{
	static const char *const titles[] = {
#define X(id, code, title) title,
		INBOX_STATES(X)
#undef X
	};

	return say(l, titles[s]);
}

struct form_view
inbox_form(struct page *p, const struct work *w, struct str name)
{
	struct form_view f = w->form;

	f.nonce = arena_printf(p->a, STR_FMT "-" STR_FMT, STR_ARG(f.nonce), STR_ARG(name));
	return f;
}

size_t
inbox_kind_all(const struct inbox_kind *k)
{
	size_t all = 0;

	for (size_t s = 0; s < INBOX_STATE_COUNT; s++)
		all += k->count[s];
	return all;
}

/* ---- tables ---- */

static void
put_counts(struct page *p, const size_t count[INBOX_STATE_COUNT])
{
	for (size_t s = 0; s < INBOX_STATE_COUNT; s++) {
		HTML(p->b, "<td class=\"number\">");
		html_int(p->b, (int64_t)count[s]);
		HTML(p->b, "</td>");
	}
}

static void
open_table(struct page *p, const char *caption, const char *const *column, size_t columns)
{
	HTML(p->b, "<div class=\"table--responsive-scroll\" tabindex=\"0\" role=\"group\"");
	html_attr(p->b, "aria-label", say(&p->lang, caption));
	HTML(p->b, ">\n<table class=\"table\">\n<caption>");
	html_say(p->b, &p->lang, caption);
	HTML(p->b, "</caption>\n<thead>\n<tr>");
	for (size_t i = 0; i < columns; i++) {
		HTML(p->b, "<th scope=\"col\">");
		html_say(p->b, &p->lang, column[i]);
		HTML(p->b, "</th>");
	}
	for (size_t s = 0; s < INBOX_STATE_COUNT; s++) {
		HTML(p->b, "<th scope=\"col\" class=\"number\">");
		html_text(p->b, inbox_state_title(&p->lang, (enum inbox_state)s));
		HTML(p->b, "</th>");
	}
	HTML(p->b, "</tr>\n</thead>\n<tbody>\n");
}

static void
close_table(struct page *p)
{
	HTML(p->b, "</tbody>\n</table>\n</div>\n");
}

static void
put_row(struct page *p, const struct inbox_row *r)
{
	HTML(p->b, "<tr><th scope=\"row\">");
	page_link(p, "work/inbox", &r->document);
	HTML(p->b, "</th><td>");
	html_text(p->b, r->file);
	HTML(p->b, "</td><td>");
	show_moment(p, r->recorded.at);
	HTML(p->b, "</td><td>");
	html_text(p->b, r->recorded.who);
	HTML(p->b, "</td>");
	put_counts(p, r->count);
	HTML(p->b, "</tr>\n");
}

static void
put_rows(struct page *p, const char *caption, const struct inbox_row *at, size_t n)
{
	static const char *const columns[] = { N_("Paper"), N_("File"), N_("Taken in"), N_("By") };

	if (n == 0)
		return;
	open_table(p, caption, columns, COUNT_OF(columns));
	for (size_t i = 0; i < n; i++)
		put_row(p, &at[i]);
	close_table(p);
}

static void
put_kinds(struct page *p, const struct inbox_kind *kind)
{
	static const char *const columns[] = { N_("Kind") };
	size_t                   all = 0;

	for (size_t k = 0; k < INBOX_KINDS; k++)
		all += inbox_kind_all(&kind[k]);
	if (all == 0)
		return;
	open_table(p, N_("What was read, by kind"), columns, COUNT_OF(columns));
	for (size_t k = 0; k < INBOX_KINDS; k++) {
		if (inbox_kind_all(&kind[k]) == 0)
			continue;
		HTML(p->b, "<tr><th scope=\"row\">");
		html_text(p->b, inbox_kind_title(&p->lang, kind[k].code));
		HTML(p->b, "</th>");
		put_counts(p, kind[k].count);
		HTML(p->b, "</tr>\n");
	}
	close_table(p);
}

/* ---- the upload ---- */

static void
put_upload(struct page *p, struct work *w)
{
	struct form_view   f = inbox_form(p, w, STR("take"));
	const struct input file = {
		.kind = INPUT_FILE, .name = STR("file"), .wanted = true, .label = say(&p->lang, "File"),
		.hint = say(&p->lang, "A document of Word or LibreOffice (DOCX, ODT), a workbook (XLSX), "
		    "a page (HTML), or text, Markdown, CSV or TSV in UTF-8; at most 20 MB. What it is is "
		    "seen by what stands in it, not by its name."),
	};

	f.upload = true;
	HTML(p->b, "<section aria-labelledby=\"take\">\n<h2 id=\"take\">");
	html_say(p->b, &p->lang, "Take a paper in");
	HTML(p->b, "</h2>\n");
	form_open(p, &f, STR("work/inbox"));
	form_input(p, &f, &file);
	HTML(p->b, "<p class=\"form-hint\"");
	html_attr(p->b, "data-busy", say(&p->lang, "The paper is being read. This page goes on to it by itself."));
	HTML(p->b, ">");
	html_say(p->b, &p->lang, "The paper is read at once, which takes some seconds when it is long. "
	    "Then what was read in it waits for you.");
	HTML(p->b, "</p>\n");
	form_close(p, say(&p->lang, "Take it in"));
	HTML(p->b, "</section>\n");
}

void
inbox_list_page(struct page *p, struct work *w, const struct inbox_list *m)
{
	struct str waiting = arena_printf(p->a, "%zu", m->waiting);

	p->title = say(&p->lang, "Papers");
	p->description = say(&p->lang, "Papers that were taken in, and what was read in them.");
	work_open(p, w);
	page_heading(p);
	form_faults(p, &w->form);
	HTML(p->b, "<p class=\"lead font-lead\">");
	html_fill(p->b, say_n(&p->lang, (int64_t)m->waiting, "{1} paper waits for your decision.",
	    "{1} papers wait for your decision."), &waiting, 1);
	HTML(p->b, "</p>\n");
	put_upload(p, w);
	put_rows(p, N_("Papers that wait"), m->at, m->waiting);
	put_kinds(p, m->kind);
	put_rows(p, N_("Other papers"), m->at + m->waiting, m->len - m->waiting);
	work_close(p);
}
