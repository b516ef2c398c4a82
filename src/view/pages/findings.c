#include "view/pages/findings.h"
#include "view/badge.h"
#include "view/kind.h"
#include "view/pager.h"
#include "view/show.h"

/* ---- what can be asked for ---- */

static void
put_option(struct page *p, struct str value, struct str chosen, struct str words)
{
	HTML(p->b, "<option");
	html_attr(p->b, "value", value);
	if (str_eq(value, chosen))
		HTML(p->b, " selected");
	HTML(p->b, ">");
	html_text(p->b, words);
	HTML(p->b, "</option>\n");
}

static void
open_choice(struct page *p, const char *name, const char *label)
{
	HTML(p->b, "<div class=\"form-group\"><label class=\"form-label\"");
	html_attr(p->b, "for", str_from(name));
	HTML(p->b, ">");
	html_say(p->b, &p->lang, label);
	HTML(p->b, "</label>\n<select class=\"form-select\"");
	html_attr(p->b, "id", str_from(name));
	html_attr(p->b, "name", str_from(name));
	HTML(p->b, ">\n");
	put_option(p, STR(""), STR("-"), say_in(&p->lang, "choice", "All"));
}

static void
close_choice(struct page *p)
{
	HTML(p->b, "</select></div>\n");
}

static void
put_codes(struct page *p, const struct findings_view *m, const struct findings_shown *ask)
{
	open_choice(p, "code", N_("What is found"));
	for (size_t i = 0; i < AUDIT_CODE_COUNT; i++) {
		struct str title = audit_title((enum audit_code)i, lang_danish(&p->lang));

		put_option(p, audit_code((enum audit_code)i), ask->code,
		    arena_printf(p->a, STR_FMT " (%zu)", STR_ARG(title), m->count[i]));
	}
	close_choice(p);
}

static void
put_severities(struct page *p, const struct findings_shown *ask)
{
	open_choice(p, "severity", N_("How bad"));
	for (int i = SEVERITY_ERROR; i <= SEVERITY_INFO; i++)
		put_option(p, severity_code((enum severity)i), ask->severity,
		    say(&p->lang, badge_word((enum severity)i)));
	close_choice(p);
}

static void
put_documents(struct page *p, const struct findings_view *m, const struct findings_shown *ask)
{
	open_choice(p, "document", N_("Document"));
	for (size_t i = 0; i < m->documents; i++) {
		bool danish = lang_danish(&p->lang);

		put_option(p, m->document[i].id, ask->document,
		    named_title(&m->document[i], &danish));
	}
	close_choice(p);
}

static void
put_filter(struct page *p, const struct findings_view *m, const struct findings_shown *ask)
{
	HTML(p->b, "<form method=\"get\" class=\"filter\">\n");
	if (p->looks_back) {
		HTML(p->b, "<input type=\"hidden\" name=\"as_of\"");
		html_attr(p->b, "value", day_iso(p->a, p->as_of));
		HTML(p->b, ">\n");
	}
	put_codes(p, m, ask);
	put_severities(p, ask);
	put_documents(p, m, ask);
	HTML(p->b, "<button class=\"button button-primary\" type=\"submit\">");
	html_say(p->b, &p->lang, "Show");
	HTML(p->b, "</button>\n</form>\n");
}

/* ---- how many of each ---- */

static void
put_count(struct page *p, enum audit_code c, size_t n)
{
	HTML(p->b, "<tr><th scope=\"row\">");
	badge_code(p, c);
	HTML(p->b, "</th><td>");
	html_say(p->b, &p->lang, badge_rule(c));
	HTML(p->b, "</td><td class=\"number\">");
	html_int(p->b, (int64_t)n);
	HTML(p->b, "</td></tr>\n");
}

static void
put_counts(struct page *p, const struct findings_view *m)
{
	HTML(p->b, "<details>\n<summary>");
	html_say(p->b, &p->lang, "What is checked, and how much was found of each kind");
	HTML(p->b, "</summary>\n<div class=\"table--responsive-scroll\" tabindex=\"0\" role=\"group\"");
	html_attr(p->b, "aria-label", say(&p->lang, "The rules of the audit"));
	HTML(p->b, ">\n<table class=\"table\">\n<thead>\n<tr><th scope=\"col\">");
	html_say(p->b, &p->lang, "Finding");
	HTML(p->b, "</th><th scope=\"col\">");
	html_say(p->b, &p->lang, "Rule");
	HTML(p->b, "</th><th scope=\"col\" class=\"number\">");
	html_say(p->b, &p->lang, "Found");
	HTML(p->b, "</th></tr>\n</thead>\n<tbody>\n");
	for (size_t i = 0; i < AUDIT_CODE_COUNT; i++)
		put_count(p, (enum audit_code)i, m->count[i]);
	HTML(p->b, "</tbody>\n</table>\n</div>\n</details>\n");
}

/* ---- the list ---- */

static void
put_where(struct page *p, const struct finding_row *r)
{
	struct source at = { .document = r->document.id, .line = r->finding->line };

	HTML(p->b, "<p class=\"source\">");
	if (r->document.id.len > 0) {
		page_link(p, "document", &r->document);
		HTML(p->b, " · ");
		(void)show_source(p, &at);
	} else {
		html_text(p->b, kind_title(&p->lang, r->of.noun));
		HTML(p->b, ": ");
		kind_link(p, &r->of);
	}
	HTML(p->b, "</p>\n");
	if (r->finding->quote.len > 0) {
		HTML(p->b, "<p><q");
		page_words(p, true);
		HTML(p->b, ">");
		html_text(p->b, r->finding->quote);
		HTML(p->b, "</q></p>\n");
	}
}

static void
put_list(struct page *p, const struct findings_view *m, const struct findings_shown *ask)
{
	HTML(p->b, "<h2>");
	html_say(p->b, &p->lang, "Findings");
	HTML(p->b, "</h2>\n<ol class=\"finding-list plain-list\"");
	html_attr_int(p->b, "start", (int64_t)ask->from + 1);
	HTML(p->b, ">\n");
	for (size_t i = ask->from; i < ask->to; i++) {
		HTML(p->b, "<li class=\"finding\">\n");
		badge_finding(p, m->at[i].finding, STR_NONE);
		put_where(p, &m->at[i]);
		HTML(p->b, "</li>\n");
	}
	HTML(p->b, "</ol>\n");
	pager_write(p, ask->page, ask->pages, ask->query);
}

void
findings_page(struct page *p, const struct findings_view *m, const struct findings_shown *ask)
{
	struct str n = arena_printf(p->a, "%zu", m->len);

	p->section = SECTION_DOCUMENTS;
	p->title = say(&p->lang, "What the audit found");
	p->description = say(&p->lang,
	    "Every figure that can be computed again is. This is what does not fit, and where it stands.");
	p->crumb[p->crumbs++] = (struct crumb){ "documents", { .title_en = STR("Documents"),
	    .title = STR("Dokumenter") } };
	page_open(p);
	HTML(p->b, "<h1>");
	html_text(p->b, p->title);
	HTML(p->b, "</h1>\n<p class=\"lead font-lead\">");
	badge_claims(p, &m->claims);
	HTML(p->b, "</p>\n<p>");
	html_text(p->b, p->description);
	HTML(p->b, "</p>\n");
	put_counts(p, m);
	put_filter(p, m, ask);
	HTML(p->b, "<p>");
	html_fill(p->b, say_n(&p->lang, (int64_t)m->len, "{1} finding", "{1} findings"), &n, 1);
	HTML(p->b, "</p>\n");
	if (ask->to > ask->from)
		put_list(p, m, ask);
	page_close(p);
}
