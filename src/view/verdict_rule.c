#include "view/verdict_rule.h"
#include "view/prose.h"

/* {1}: the pace from which a target is on track; {2}: from which it is but behind. */
static const char *const meanings[VERDICT_COUNT] = {
	[VERDICT_MET] = N_("The promise holds: now, for what is to be reached, perhaps before its deadline; in its last period, for what is to be kept."),
	[VERDICT_ON_TRACK] = N_("The deadline is ahead and the pace is at least {1}; or what is to be kept holds so far; or the direction is right so far."),
	[VERDICT_BEHIND] = N_("The pace is at least {2} but under {1}."),
	[VERDICT_OFF_TRACK] = N_("The pace is under {2}; or nothing changed where change was promised; or what is to be kept was broken in the latest period measured."),
	[VERDICT_AWAY] = N_("The pace is under 0: it moves the wrong way."),
	[VERDICT_MISSED] = N_("The promised period is measured, and the promise does not hold."),
	[VERDICT_NO_DATA] = N_("There is no measurement to judge by. The reason is said: never measured, only the baseline, the deadline passed without a measurement, or not measurable yet."),
	[VERDICT_UNDEFINED] = N_("No promise was stated that can be checked."),
};

struct str
verdict_meaning(struct page *p, enum verdict v)
{
	const struct str with[] = {
		prose_number(p, PACE_ON_TRACK), prose_number(p, PACE_BEHIND),
	};

	return text_fill(p->a, say(&p->lang, meanings[v]), with, COUNT_OF(with));
}

void
verdict_chip(struct page *p, enum verdict v)
{
	bool danish = lang_danish(&p->lang);

	HTML(p->b, "<span class=\"verdict ");
	html_text(p->b, verdict_code(v));
	HTML(p->b, "\"");
	page_words(p, danish);
	HTML(p->b, "><span class=\"icon\" aria-hidden=\"true\">");
	html_text(p->b, verdict_icon(v));
	HTML(p->b, "</span> ");
	html_text(p->b, verdict_word(v, danish));
	HTML(p->b, "</span>");
}
