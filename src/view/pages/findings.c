#include "view/pages/findings.h"
#include "view/badge.h"
#include "view/filter.h"
#include "view/kind.h"
#include "view/pager.h"
#include "view/show.h"

/* ---- what can be asked for ---- */

static void
put_codes(struct page *p, const struct findings_view *m, const struct findings_shown *ask)
{
	bool danish = lang_danish(&p->lang);

	filter_select(p, N_("What is found"), "code", true);
	for (size_t i = 0; i < AUDIT_CODE_COUNT; i++) {
		struct str code = audit_code((enum audit_code)i);

		filter_option(p, code, arena_printf(p->a, STR_FMT " (%zu)",
		    STR_ARG(audit_title((enum audit_code)i, danish)), m->count[i]), danish,
		    str_eq(code, ask->code));
	}
	filter_end(p);
}

static void
put_severities(struct page *p, const struct findings_shown *ask)
{
	filter_select(p, N_("How bad"), "severity", true);
	for (int i = SEVERITY_ERROR; i <= SEVERITY_INFO; i++) {
		struct str code = severity_code((enum severity)i);

		filter_option(p, code, say(&p->lang, badge_word((enum severity)i)), lang_danish(&p->lang),
		    str_eq(code, ask->severity));
	}
	filter_end(p);
}

static void
put_filter(struct page *p, const struct findings_view *m, const struct findings_shown *ask)
{
	filter_open(p);
	put_codes(p, m, ask);
	put_severities(p, ask);
	filter_choice(p, N_("Document"), "document", m->document, m->documents, ask->document);
	filter_close(p);
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
	page_heading(p);
	HTML(p->b, "<p class=\"lead font-lead\">");
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
