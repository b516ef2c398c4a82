/* One paper: what was read in it by kind, its text with the words marked, what was done. */
#include "view/badge.h"
#include "view/pager.h"
#include "view/pages/documents.h"
#include "view/pages/inbox.h"
#include "view/show.h"

static struct str
path_of(struct page *p, const struct inbox_paper *m)
{
	return arena_printf(p->a, "work/inbox/" STR_FMT, STR_ARG(m->document.row.document.id));
}

/* ---- by kind ---- */

static void
put_act(struct page *p, const struct work *w, const struct inbox_paper *m, const char *what,
        struct str kind, const char *button)
{
	const struct along also[] = { { "do", str_from(what) }, { "kind", kind } };
	struct form_view   f = inbox_form(p, w, arena_printf(p->a, "%s-" STR_FMT, what, STR_ARG(kind)));
	struct str         title = inbox_kind_title(&p->lang, kind);

	form_act(p, &f, path_of(p, m), text_fill(p->a, say(&p->lang, button), &title, 1), also,
	    COUNT_OF(also));
}

static void
put_kind(struct page *p, const struct work *w, const struct inbox_paper *m, const struct inbox_kind *k)
{
	if (inbox_kind_all(k) == 0)
		return;
	HTML(p->b, "<tr><th scope=\"row\">");
	html_text(p->b, inbox_kind_title(&p->lang, k->code));
	HTML(p->b, "</th>");
	for (size_t s = 0; s < INBOX_STATE_COUNT; s++) {
		HTML(p->b, "<td class=\"number\">");
		html_int(p->b, (int64_t)k->count[s]);
		HTML(p->b, "</td>");
	}
	HTML(p->b, "<td>");
	if (k->count[INBOX_WAITING] > 0) {
		put_act(p, w, m, "accept_kind", k->code, N_("Accept all that wait: {1}"));
		put_act(p, w, m, "reject_kind", k->code, N_("Reject all that wait: {1}"));
	}
	HTML(p->b, "</td></tr>\n");
}

static void
put_kinds(struct page *p, const struct work *w, const struct inbox_paper *m)
{
	HTML(p->b, "<section aria-labelledby=\"kinds\">\n<h2 id=\"kinds\">");
	html_say(p->b, &p->lang, "What was read, by kind");
	HTML(p->b, "</h2>\n<div class=\"table--responsive-scroll\" tabindex=\"0\" role=\"group\" "
	    "aria-labelledby=\"kinds\">\n<table class=\"table\">\n<thead>\n<tr><th scope=\"col\">");
	html_say(p->b, &p->lang, "Kind");
	HTML(p->b, "</th>");
	for (size_t s = 0; s < INBOX_STATE_COUNT; s++) {
		HTML(p->b, "<th scope=\"col\" class=\"number\">");
		html_text(p->b, inbox_state_title(&p->lang, (enum inbox_state)s));
		HTML(p->b, "</th>");
	}
	HTML(p->b, "<th scope=\"col\">");
	html_say(p->b, &p->lang, "Decide");
	HTML(p->b, "</th></tr>\n</thead>\n<tbody>\n");
	for (size_t k = 0; k < INBOX_KINDS; k++)
		put_kind(p, w, m, &m->kind[k]);
	HTML(p->b, "</tbody>\n</table>\n</div>\n</section>\n");
}

/* ---- one by one ---- */

static void
put_item(struct page *p, const struct inbox_item *i)
{
	struct str line = arena_printf(p->a, "%u", (unsigned)i->line);

	HTML(p->b, "<li><a");
	page_href(p, "work/proposal", i->key);
	HTML(p->b, ">");
	html_text(p->b, inbox_kind_title(&p->lang, i->kind));
	HTML(p->b, ": <span");
	page_words(p, true);
	HTML(p->b, ">");
	html_text(p->b, i->title);
	HTML(p->b, "</span></a> (");
	html_fill(p->b, say(&p->lang, "Line {1}"), &line, 1);
	HTML(p->b, ") <span class=\"proposal-state\">");
	html_text(p->b, inbox_state_title(&p->lang, i->state));
	HTML(p->b, "</span></li>\n");
}

/* Those on the lines of this page of the paper. */
static void
put_items(struct page *p, const struct inbox_paper *m)
{
	const struct document_view *d = &m->document;
	bool                        whole = d->is != PAPER_READ || d->first == 0;

	HTML(p->b, "<section aria-labelledby=\"one\">\n<h2 id=\"one\">");
	html_say(p->b, &p->lang, "One by one");
	HTML(p->b, "</h2>\n<ol class=\"proposals plain-list\">\n");
	for (size_t i = 0; i < m->items; i++)
		if (whole || (m->item[i].line <= d->last && (m->item[i].line >= d->first || d->page == 1)))
			put_item(p, &m->item[i]);
	HTML(p->b, "</ol>\n</section>\n");
}

/* ---- what was done ---- */

static void
put_undo(struct page *p, const struct work *w, const struct inbox_paper *m, int64_t change)
{
	struct str         number = arena_printf(p->a, "%lld", (long long)change);
	const struct along also[] = { { "do", STR("undo") }, { "change", number } };
	struct form_view   f = inbox_form(p, w, arena_printf(p->a, "undo-" STR_FMT, STR_ARG(number)));

	form_act(p, &f, path_of(p, m), text_fill(p->a, say(&p->lang, "Take change {1} back"), &number, 1),
	    also, COUNT_OF(also));
}

static void
put_change(struct page *p, const struct work *w, const struct inbox_paper *m,
           const struct inbox_change *c)
{
	HTML(p->b, "<li><p>");
	show_moment(p, c->recorded.at);
	HTML(p->b, ", ");
	html_text(p->b, c->recorded.who);
	HTML(p->b, ": ");
	html_say(p->b, &p->lang, c->brought ? N_("The paper was taken in") : N_("Decided"));
	if (c->gone) {
		HTML(p->b, " (");
		html_say(p->b, &p->lang, "taken back");
		HTML(p->b, ")");
	}
	HTML(p->b, "</p>\n");
	if (!c->gone && !c->brought)
		put_undo(p, w, m, c->recorded.change);
	HTML(p->b, "</li>\n");
}

static void
put_changes(struct page *p, const struct work *w, const struct inbox_paper *m)
{
	const struct along also[] = { { "do", STR("undo_all") } };
	struct form_view   f = inbox_form(p, w, STR("undo_all"));

	HTML(p->b, "<section aria-labelledby=\"done\">\n<h2 id=\"done\">");
	html_say(p->b, &p->lang, "What was done with it");
	HTML(p->b, "</h2>\n<ol class=\"plain-list\">\n");
	for (size_t i = 0; i < m->changes; i++)
		put_change(p, w, m, &m->change[i]);
	HTML(p->b, "</ol>\n");
	form_act(p, &f, path_of(p, m), say(&p->lang, "Take the whole paper back, with all it brought"),
	    also, COUNT_OF(also));
	HTML(p->b, "</section>\n");
}

/* ---- the page ---- */

static void
put_answering(struct page *p, const struct inbox_paper *m)
{
	if (m->document.report.findings == 0)
		return;
	HTML(p->b, "<p><a");
	page_href(p, "work/findings", m->document.row.document.id);
	HTML(p->b, ">");
	html_say(p->b, &p->lang, "Answer what the audit found in this paper");
	HTML(p->b, "</a></p>\n");
}

static void
put_text(struct page *p, const struct inbox_paper *m)
{
	const struct document_view *d = &m->document;

	HTML(p->b, "<section aria-labelledby=\"text\">\n<h2 id=\"text\">");
	html_say(p->b, &p->lang, "The text");
	HTML(p->b, "</h2>\n<p>");
	html_say(p->b, &p->lang, "Marked words are links to what was read in them. What the audit found "
	    "stands at its lines.");
	HTML(p->b, "</p>\n");
	put_answering(p, m);
	if (d->is == PAPER_READ) {
		pager_write(p, d->page, d->pages, p->keep);
		document_text(p, d);
		pager_write(p, d->page, d->pages, p->keep);
	} else {
		HTML(p->b, "<p class=\"alert-note\">");
		html_say(p->b, &p->lang, "The text of this paper cannot be shown on pages.");
		HTML(p->b, "</p>\n");
	}
	HTML(p->b, "</section>\n");
}

void
inbox_paper_page(struct page *p, struct work *w, const struct inbox_paper *m)
{
	bool danish = lang_danish(&p->lang);

	p->title = named_title(&m->document.row.document, &danish);
	p->description = say(&p->lang, "A paper, and what was read in it.");
	work_open(p, w);
	HTML(p->b, "<p><a");
	page_href(p, "work/inbox", STR_NONE);
	HTML(p->b, ">");
	html_say(p->b, &p->lang, "All papers");
	HTML(p->b, "</a></p>\n<h1>");
	page_named(p, &m->document.row.document);
	HTML(p->b, "</h1>\n");
	form_faults(p, &w->form);
	HTML(p->b, "<p>");
	html_text(p->b, m->document.row.file);
	HTML(p->b, "</p>\n");
	if (m->items > 0) {
		put_kinds(p, w, m);
		put_items(p, m);
	} else {
		HTML(p->b, "<p>");
		html_say(p->b, &p->lang, "Nothing was read in this paper that could be accepted.");
		HTML(p->b, "</p>\n");
	}
	put_text(p, m);
	put_changes(p, w, m);
	work_close(p);
}
