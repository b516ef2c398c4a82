#include "view/badge.h"
#include "view/prose.h"
#include "view/show.h"

static const struct {
	const char *word, *icon, *style;
} severities[] = {
	[SEVERITY_ERROR] = { N_("Error"), "✕", "error" },
	[SEVERITY_WARNING] = { N_("Warning"), "!", "warning" },
	[SEVERITY_INFO] = { N_("Note"), "i", "info" },
};

static const char *const rules[] = {
	[AUDIT_SUM] = N_("Every printed total is added up again from its lines, with what rounding allows."),
	[AUDIT_ROUNDING] = N_("A total differs from its lines by no more than rounding explains, and counts as holding."),
	[AUDIT_DERIVED_TARGET] = N_("A printed level is compared with the baseline and the promised change."),
	[AUDIT_RATIO] = N_("A share is computed again from the counts printed beside it."),
	[AUDIT_GROWTH] = N_("A rise or fall is computed again from the two figures it goes between."),
	[AUDIT_REFUND] = N_("Gross, refunded share and net of an amount are held against each other."),
	[AUDIT_COUNT] = N_("A number of things is compared with the things that are listed."),
	[AUDIT_LABEL] = N_("References, titles and years are compared with where they stand."),
	[AUDIT_NUMBERING] = N_("Numbered things are counted through for gaps and doubles."),
	[AUDIT_TABLE] = N_("A table must have the same columns, years and unit from top to bottom to be added up."),
	[AUDIT_CONFLICT] = N_("Targets and figures of the same thing are held against each other."),
	[AUDIT_MISSING] = N_("A goal, an indicator, a target or a status is expected and not stated."),
	[AUDIT_UNMEASURABLE] = N_("A goal states nothing that a machine could check."),
	[AUDIT_SPENDING] = N_("What was spent or allocated is compared with what was granted or planned."),
	[AUDIT_OVERDUE] = N_("A follow-up was promised by a date, and no later record tells of it."),
	[AUDIT_BREAK] = N_("The way of measuring changed, and the target was not moved with it."),
};

const char *
badge_word(enum severity s)
{
	return severities[s].word;
}

const char *
badge_rule(enum audit_code c)
{
	return rules[c];
}

static void
put_severity(struct page *p, enum severity s)
{
	HTML(p->b, "<span class=\"icon\" aria-hidden=\"true\">");
	html_text(p->b, str_from(severities[s].icon));
	HTML(p->b, "</span> ");
	html_say(p->b, &p->lang, severities[s].word);
}

void
badge_severity(struct page *p, enum severity s)
{
	HTML(p->b, "<span class=\"finding-badge ");
	html_text(p->b, str_from(severities[s].style));
	HTML(p->b, "\">");
	put_severity(p, s);
	HTML(p->b, "</span>");
}

void
badge_sign(struct page *p, const struct finding *f, struct str id)
{
	HTML(p->b, "<a class=\"finding-badge ");
	html_text(p->b, str_from(severities[f->severity].style));
	HTML(p->b, "\"");
	html_attr(p->b, "href", arena_printf(p->a, "#" STR_FMT, STR_ARG(id)));
	HTML(p->b, "><span class=\"icon\" aria-hidden=\"true\">");
	html_text(p->b, str_from(severities[f->severity].icon));
	HTML(p->b, "</span><span class=\"sr-only\">");
	html_say(p->b, &p->lang, severities[f->severity].word);
	HTML(p->b, ": ");
	html_text(p->b, audit_title(f->code, lang_danish(&p->lang)));
	HTML(p->b, "</span></a>");
}

void
badge_code(struct page *p, enum audit_code c)
{
	struct str title = audit_title(c, lang_danish(&p->lang));

	HTML(p->b, "<a class=\"finding-code\" href=\"/");
	html_text(p->b, p->lang.code);
	HTML(p->b, "/method");
	html_text(p->b, p->keep);
	HTML(p->b, "#audit-");
	html_text(p->b, audit_code(c));
	HTML(p->b, "\"");
	page_words(p, lang_danish(&p->lang));
	HTML(p->b, ">");
	html_text(p->b, title);
	HTML(p->b, "</a>");
}

/* ---- figures ---- */

static void
put_amount(struct page *p, const char *label, struct number n)
{
	HTML(p->b, "<div><dt>");
	html_say(p->b, &p->lang, label);
	HTML(p->b, "</dt><dd class=\"number\">");
	html_text(p->b, prose_number(p, n));
	HTML(p->b, "</dd></div>");
}

static void
put_amounts(struct page *p, const struct finding *f)
{
	if (!f->has_amounts)
		return;
	HTML(p->b, "<dl class=\"finding-amounts\">");
	put_amount(p, N_("Expected"), f->expected);
	put_amount(p, N_("Printed"), f->printed);
	put_amount(p, N_("Difference"), f->difference);
	HTML(p->b, "</dl>\n");
}

static void
put_candidate(struct page *p, const struct candidate *c, struct str document)
{
	struct source at = { .document = document, .line = c->line };

	HTML(p->b, "<li><span class=\"number\">");
	html_text(p->b, prose_number(p, c->amount));
	HTML(p->b, "</span>: <span");
	page_words(p, true);
	HTML(p->b, ">");
	html_text(p->b, c->text);
	HTML(p->b, "</span>");
	if (document.len > 0 && c->line > 0) {
		HTML(p->b, " (");
		(void)show_source(p, &at);
		HTML(p->b, ")");
	}
	HTML(p->b, "</li>\n");
}

static void
put_candidates(struct page *p, const struct finding *f, struct str document)
{
	struct str pairs = arena_printf(p->a, "%zu", f->pairs);

	if (f->candidates > 0) {
		HTML(p->b, "<p>");
		html_say(p->b, &p->lang, "Amounts that would explain the difference:");
		HTML(p->b, "</p>\n<ul>\n");
		for (size_t i = 0; i < f->candidates; i++)
			put_candidate(p, &f->candidate[i], document);
		HTML(p->b, "</ul>\n");
	}
	if (f->pairs > 0) {
		HTML(p->b, "<p>");
		html_fill(p->b, say_n(&p->lang, (int64_t)f->pairs,
		    "{1} pair of amounts would explain the difference.",
		    "{1} pairs of amounts would explain the difference."), &pairs, 1);
		HTML(p->b, "</p>\n");
	}
}

/* A text of the model in both languages. */
static void
put_both(struct page *p, struct str da, struct str en)
{
	bool danish = lang_danish(&p->lang);

	HTML(p->b, "<span");
	page_words(p, danish);
	HTML(p->b, ">");
	html_text(p->b, danish ? da : en);
	HTML(p->b, "</span>");
}

static void
put_line(struct page *p, const struct finding *f, struct str document)
{
	struct str line = arena_printf(p->a, "%u", (unsigned)f->line);

	if (f->line == 0 || document.len == 0)
		return;
	html_fill(p->b, say(&p->lang, "Line {1}"), &line, 1);
	HTML(p->b, ": ");
}

/* "Known, because ..." in the words of who said so. */
static void
put_answer(struct page *p, const struct answer *m)
{
	HTML(p->b, "<div class=\"finding-answer\">\n<p><strong>");
	html_fill(p->b, say(&p->lang, "Answer by {1}"), &m->who, 1);
	HTML(p->b, "</strong>");
	if (m->has_stated) {
		HTML(p->b, ", ");
		page_day(p, m->stated);
	}
	HTML(p->b, "</p>\n<p");
	if (!str_eq(m->lang, p->lang.code))
		html_attr(p->b, "lang", m->lang);
	HTML(p->b, ">");
	html_text(p->b, m->words);
	HTML(p->b, "</p>\n</div>\n");
}

void
badge_finding(struct page *p, const struct finding *f, struct str document)
{
	HTML(p->b, "<p>");
	badge_severity(p, f->severity);
	HTML(p->b, " ");
	put_line(p, f, document);
	badge_code(p, f->code);
	HTML(p->b, "</p>\n<p>");
	put_both(p, f->da, f->en);
	HTML(p->b, "</p>\n");
	put_amounts(p, f);
	put_candidates(p, f, document);
	if (f->hint_da.len > 0) {
		HTML(p->b, "<p class=\"hint\">");
		put_both(p, f->hint_da, f->hint_en);
		HTML(p->b, "</p>\n");
	}
	if (f->answer != NULL)
		put_answer(p, f->answer);
}

void
badge_claims(struct page *p, const struct audit_report *r)
{
	struct str with[] = {
		arena_printf(p->a, "%zu", r->checked), arena_printf(p->a, "%zu", r->hold),
		arena_printf(p->a, "%zu", r->fail),
	};

	if (r->checked == 0) {
		html_say(p->b, &p->lang, "Nothing in it could be computed again.");
		return;
	}
	html_fill(p->b, say_n(&p->lang, (int64_t)r->checked,
	    "{1} claim was checked: {2} holding, {3} not.",
	    "{1} claims were checked: {2} holding, {3} not."), with, COUNT_OF(with));
}
