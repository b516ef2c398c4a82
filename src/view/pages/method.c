/* Limits, words and the worked example come from core/; only prose stands here. */
#include "view/pages/about.h"
#include "core/disclosure.h"
#include "view/badge.h"
#include "view/prose.h"
#include "view/verdict_rule.h"

static const struct prose pace_text[] = {
	{ PROSE_HEADING, N_("The pace") },
	{ PROSE_TEXT, N_("The pace compares what has happened with a straight line from the baseline to the target. A pace of 1 is exactly on the line, 2 is twice as fast, and under 0 is the wrong way. It is computed exactly, compared unrounded, and shown with two decimals.") },
};

static const struct prose letters[] = {
	{ PROSE_TEXT, N_("b is the baseline, measured at t0. T is the target, due at t1. v is the latest measurement, at t. Times are the ends of periods, in days.") },
	{ PROSE_TEXT, N_("The limits {1}, {2} and 0 are those that Eurostat uses for indicators with a target. The line is straight because a reader can then check it by hand.") },
	{ PROSE_HEADING, N_("An example, by hand") },
};

static const struct prose example_text[] = {
	{ PROSE_TEXT, N_("{1} courses are promised in a year, and {2} were held in its first quarter. A count starts at 0 when its year begins. {3} of {4} days have passed.") },
	{ PROSE_TEXT, N_("{2} / {3} = {5} courses a day were held, and {1} / {4} = {6} are needed. {5} / {6} gives the pace {7}.") },
};

static const struct prose rules[] = {
	{ PROSE_HEADING, N_("To be reached, or to be kept") },
	{ PROSE_TEXT, N_("A promise is to be reached unless it says otherwise. To be kept is what shall still hold, be maintained or hold every year; that no new members join a set; not to be worse than other cities; and every promise that asks for no change.") },
	{ PROSE_TEXT, N_("What is to be kept is on track while it holds, off track when it was broken in the latest period measured, and met or missed only after its last period.") },
	{ PROSE_HEADING, N_("Further rules") },
	{ PROSE_ITEM, N_("The promised period is the deadline's own: for \"through 2010\" the latest measurement that ends in 2010 decides.") },
	{ PROSE_ITEM, N_("Without a stated baseline the first measurement is the baseline.") },
	{ PROSE_ITEM, N_("What was reached early and lost again is judged by the latest measurement.") },
	{ PROSE_ITEM, N_("A promise for each place or group is as good as its worst member, which is named.") },
	{ PROSE_ITEM, N_("A comparison with other cities is judged on the latest period that is measured for both.") },
	{ PROSE_ITEM, N_("A promise without a deadline never gets further than on track, unless it is a level that has been reached.") },
	{ PROSE_HEADING, N_("Uncertain figures") },
	{ PROSE_TEXT, N_("A figure printed as \"about\", \"well over\" or \"barely\", and a share from a survey, stands for an interval. When its ends would be judged differently, the verdict is marked as uncertain, and the other one is named.") },
	{ PROSE_HEADING, N_("When the way of measuring changes") },
	{ PROSE_TEXT, N_("The series gets a break. A promised change is then counted from the new series: the change stays, the level moves. A promised level stays where it is. Both are told.") },
	{ PROSE_HEADING, N_("Small numbers") },
	{ PROSE_TEXT, N_("Counts of fewer than {3} persons in a breakdown by group or area are withheld, with the shares that follow from them, and so are others from which they could be reckoned. It is said that they are, and why. Zero is shown.") },
	{ PROSE_HEADING, N_("Which day") },
	{ PROSE_TEXT, N_("Only measurements whose period has ended on the day count, and a deadline is ahead until its period has ended. The day is the policy's status date unless another is asked for.") },
};

static void
put_verdicts(struct page *p)
{
	prose_heading(p, N_("The verdicts"));
	HTML(p->b, "<div class=\"table--responsive-scroll\" tabindex=\"0\" role=\"group\"");
	html_attr(p->b, "aria-label", say(&p->lang, "The verdicts"));
	HTML(p->b, ">\n<table class=\"table\">\n<thead>\n<tr><th scope=\"col\">");
	html_say(p->b, &p->lang, "Verdict");
	HTML(p->b, "</th><th scope=\"col\">");
	html_say(p->b, &p->lang, "Meaning");
	HTML(p->b, "</th></tr>\n</thead>\n<tbody>\n");
	for (size_t v = 0; v < VERDICT_COUNT; v++) {
		HTML(p->b, "<tr><th scope=\"row\">");
		verdict_chip(p, (enum verdict)v);
		HTML(p->b, "</th><td>");
		html_text(p->b, verdict_meaning(p, (enum verdict)v));
		HTML(p->b, "</td></tr>\n");
	}
	HTML(p->b, "</tbody>\n</table>\n</div>\n");
}

static struct str
whole(struct page *p, int64_t n)
{
	return prose_number(p, NUMBER(n, 0));
}

static void
put_example(struct page *p, const struct method_example *m)
{
	struct str with[] = {
		prose_number(p, m->promised), prose_number(p, m->done),
		whole(p, m->measured - m->opens), whole(p, m->due - m->opens),
		prose_number(p, m->a_day), prose_number(p, m->needed_a_day),
		prose_number(p, m->judgement.pace_shown),
	};
	bool       danish = lang_danish(&p->lang);

	prose_write(p, example_text, COUNT_OF(example_text), with, COUNT_OF(with));
	HTML(p->b, "<p>");
	verdict_chip(p, m->judgement.verdict);
	HTML(p->b, " <span");
	page_words(p, danish);
	HTML(p->b, ">");
	html_text(p->b, danish ? m->judgement.da : m->judgement.en);
	HTML(p->b, "</span></p>\n");
}

/* Where findings link to for the rule that made them. */
static void
put_audit(struct page *p)
{
	prose_heading(p, N_("What the audit checks"));
	HTML(p->b, "<p>");
	html_say(p->b, &p->lang, "Whatever is printed and can be computed again is, as intervals, so that rounding is never an error. A finding says what was expected and what is printed. It names amounts that would explain the difference, and never says that one of them is the cause.");
	HTML(p->b, " <a");
	page_href(p, "findings", STR_NONE);
	HTML(p->b, ">");
	html_say(p->b, &p->lang, "See everything the audit found");
	HTML(p->b, "</a></p>\n<dl>\n");
	for (size_t i = 0; i < AUDIT_CODE_COUNT; i++) {
		enum audit_code c = (enum audit_code)i;

		HTML(p->b, "<dt id=\"audit-");
		html_text(p->b, audit_code(c));
		HTML(p->b, "\"><span");
		page_words(p, lang_danish(&p->lang));
		HTML(p->b, ">");
		html_text(p->b, audit_title(c, lang_danish(&p->lang)));
		HTML(p->b, "</span> ");
		badge_severity(p, audit_severity(c));
		HTML(p->b, "</dt>\n<dd>");
		html_say(p->b, &p->lang, badge_rule(c));
		HTML(p->b, "</dd>\n");
	}
	HTML(p->b, "</dl>\n");
}

void
method_page(struct page *p, const struct method_example *m)
{
	struct str with[] = {
		prose_number(p, PACE_ON_TRACK), prose_number(p, PACE_BEHIND),
		prose_number(p, NUMBER(DISCLOSURE_MIN, 0)),
	};

	p->title = say(&p->lang, "How verdicts are reached");
	p->description = say(&p->lang, "One rule for everybody, computed by the program, that a reader can check by hand.");
	page_open(p);
	prose_open(p);
	put_verdicts(p);
	prose_write(p, pace_text, COUNT_OF(pace_text), with, COUNT_OF(with));
	HTML(p->b, "<p class=\"formula\"><code>");
	html_say(p->b, &p->lang, "pace");
	HTML(p->b, " = ((v − b) / (t − t0)) / ((T − b) / (t1 − t0))</code></p>\n");
	prose_write(p, letters, COUNT_OF(letters), with, COUNT_OF(with));
	put_example(p, m);
	prose_write(p, rules, COUNT_OF(rules), with, COUNT_OF(with));
	put_audit(p);
	HTML(p->b, "</div>\n");
	page_close(p);
}
