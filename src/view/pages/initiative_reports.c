/* What was reported, and what was new in it; promised follow-ups. */
#include "view/pages/initiative.h"
#include "core/form.h"
#include "view/reply.h"
#include "view/section.h"

/* ---- what changed ---- */

static void
put_run(struct page *p, const struct changed_run *r)
{
	switch (r->kind) {
	case CHANGE_NONE:
		html_text(p->b, r->text);
		return;
	case CHANGE_ADDED:
		HTML(p->b, "<ins><span class=\"sr-only\">");
		html_say(p->b, &p->lang, "added:");
		HTML(p->b, " </span>");
		html_text(p->b, r->text);
		HTML(p->b, "</ins>");
		return;
	case CHANGE_REMOVED:
		HTML(p->b, "<del><span class=\"sr-only\">");
		html_say(p->b, &p->lang, "removed:");
		HTML(p->b, " </span>");
		html_text(p->b, r->text);
		HTML(p->b, "</del>");
		return;
	}
}

/* In the reader's language where both reports are there in it. */
static void
put_changed(struct page *p, const char *what, const struct report_change *c)
{
	bool                  english = !lang_danish(&p->lang) && c->en.len > 0;
	const struct changed *to = english ? &c->en : &c->da;

	if (!c->da.any)
		return;
	HTML(p->b, "<p class=\"changed\"><strong>");
	html_say(p->b, &p->lang, what);
	HTML(p->b, "</strong> <span");
	page_words(p, !english);
	HTML(p->b, ">");
	for (size_t i = 0; i < to->len; i++) {
		if (i > 0)
			HTML(p->b, " ");
		put_run(p, &to->at[i]);
	}
	HTML(p->b, "</span></p>\n");
}

static void
put_changes(struct page *p, const struct report_view *r)
{
	if (!r->has_before)
		return;
	HTML(p->b, "<div class=\"changes\"><h4>");
	html_say(p->b, &p->lang, "What changed since");
	HTML(p->b, " ");
	page_day(p, r->before);
	HTML(p->b, "</h4>\n");
	if (!r->text_change.da.any && !r->challenges_change.da.any)
		section_say(p, N_("The same words."));
	put_changed(p, N_("Status:"), &r->text_change);
	put_changed(p, N_("Challenges:"), &r->challenges_change);
	HTML(p->b, "</div>\n");
}

/* ---- reports ---- */

static void
put_worded(struct page *p, const char *what, struct worded w)
{
	if (w.da.len == 0)
		return;
	HTML(p->b, "<p class=\"form-text\"><strong>");
	html_say(p->b, &p->lang, what);
	HTML(p->b, "</strong> ");
	show_worded(p, w);
	HTML(p->b, "</p>\n");
}

static void
put_expected(struct page *p, const struct report_view *r)
{
	enum form_expected expected;

	if (!form_expected_from_code(r->expected, &expected))
		return;
	HTML(p->b, "<p><strong>");
	html_say(p->b, &p->lang, "Is the goal expected to be reached?");
	HTML(p->b, "</strong> ");
	html_text(p->b, form_expected_title(expected, lang_danish(&p->lang)));
	if (r->condition.da.len > 0) {
		HTML(p->b, ": ");
		show_worded(p, r->condition);
	}
	HTML(p->b, "</p>\n");
}

static void
put_report(struct page *p, const struct report_view *r)
{
	HTML(p->b, "<div class=\"report\">\n");
	if (r->has_period) {
		HTML(p->b, "<p class=\"note\">");
		html_say(p->b, &p->lang, "Period:");
		HTML(p->b, " ");
		show_period(p, r->period);
		HTML(p->b, "</p>\n");
	}
	if (r->target != NULL) {
		HTML(p->b, "<p class=\"about\">");
		html_say(p->b, &p->lang, "On the target");
		HTML(p->b, " <strong>");
		page_named(p, &r->target->promise);
		HTML(p->b, "</strong></p>\n");
	}
	HTML(p->b, "<p class=\"form-text\">");
	show_worded(p, r->text);
	reply_answers(p, r->answers);
	section_source(p, &r->source);
	HTML(p->b, "</p>\n");
	put_worded(p, N_("Challenges:"), r->challenges);
	put_expected(p, r);
	put_worded(p, N_("Corrective action:"), r->action);
	show_addresses(p, r->links);
	put_changes(p, r);
	HTML(p->b, "</div>\n");
}

static bool
is_same_day(const struct report_view *a, const struct report_view *b)
{
	return a->has_day == b->has_day && a->day == b->day;
}

void
initiative_reports_list(struct page *p, const struct report_view *at, size_t n)
{
	section_open(p, "reports", N_("Status reports"));
	if (n == 0)
		section_say(p, N_("Nothing was reported."));
	for (size_t i = 0; i < n; i++) {
		if (i == 0 || !is_same_day(&at[i], &at[i - 1])) {
			HTML(p->b, "<h3>");
			if (at[i].has_day)
				page_day(p, at[i].day);
			else
				html_say(p->b, &p->lang, "Without a date");
			HTML(p->b, "</h3>\n");
		}
		put_report(p, &at[i]);
	}
	section_close(p);
}

/* ---- follow-ups ---- */

static void
put_overdue(struct page *p, const char *icon, const char *words)
{
	HTML(p->b, "<strong class=\"overdue\"><span aria-hidden=\"true\">");
	html_text(p->b, str_from(icon));
	HTML(p->b, " </span>");
	html_say(p->b, &p->lang, words);
	HTML(p->b, "</strong>");
}

static void
put_kept(struct page *p, const struct followup *f)
{
	html_say(p->b, &p->lang, f->kept < f->due.to ? N_("Kept: a status came on")
	    : N_("Kept late: a status came on"));
	HTML(p->b, " ");
	page_day(p, f->kept);
	section_source(p, &f->report);
}

void
followup_state(struct page *p, const struct followup *f)
{
	struct str missed = arena_printf(p->a, "%zu", f->missed);

	switch (f->state) {
	case FOLLOWUP_LATE:
		put_overdue(p, "◆", f->recurs ? N_("Late: no new status came") : N_("Late: no status came"));
		break;
	case FOLLOWUP_DROPPED:
		put_overdue(p, "✕", f->vanished
		    ? N_("Silently dropped: it was taken out of the status, and no status kept it")
		    : N_("Silently dropped: the policy is over, and no status came"));
		break;
	case FOLLOWUP_COMING:
		html_say(p->b, &p->lang, "Not due yet");
		break;
	case FOLLOWUP_KEPT:
		put_kept(p, f);
		break;
	case FOLLOWUP_GIVEN_UP:
		html_say(p->b, &p->lang, "Given up:");
		HTML(p->b, " <span lang=\"da\">");
		html_text(p->b, f->reason);
		HTML(p->b, "</span>");
		break;
	case FOLLOWUP_STATE_COUNT:
		break;
	}
	if (f->missed > 1 && !followup_is_settled(f->state)) {
		HTML(p->b, ", ");
		html_fill(p->b, say(&p->lang, "{1} times in a row"), &missed, 1);
	}
}

static void
put_followup(struct page *p, const struct followup *f, bool whose)
{
	HTML(p->b, "<tr><th scope=\"row\">");
	if (whose) {
		page_link(p, "initiative", &f->initiative);
		HTML(p->b, "</th><td>");
	}
	HTML(p->b, "<q lang=\"da\">");
	html_text(p->b, f->words);
	HTML(p->b, "</q>");
	section_source(p, &f->promised);
	if (whose)
		HTML(p->b, "</td><td>");
	else
		HTML(p->b, "</th><td>");
	page_day(p, f->due.to - 1);
	HTML(p->b, "</td><td>");
	followup_state(p, f);
	HTML(p->b, "</td></tr>\n");
}

void
followups_table(struct page *p, const struct followup *at, size_t n, bool whose)
{
	static const struct section_column columns[] = {
		{ N_("Initiative"), false }, { N_("Promised"), false }, { N_("At the latest"), false },
		{ N_("Did it come?"), false },
	};
	size_t from = whose ? 0 : 1;

	if (n == 0) {
		section_say(p, N_("No follow-up is promised for a certain time."));
		return;
	}
	table_open(p, say(&p->lang, "Promised follow-ups"), columns + from, COUNT_OF(columns) - from);
	for (size_t i = 0; i < n; i++)
		put_followup(p, &at[i], whose);
	table_close(p);
}
