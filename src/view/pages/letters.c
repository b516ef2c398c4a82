#include "view/pages/letters.h"
#include "view/section.h"

/* ---- readers ---- */

static void
subscribe_form(struct page *p, const struct form_view *f, struct str action)
{
	form_open(p, f, action);
	form_input(p, f, &(struct input){ .kind = INPUT_LINE, .name = STR("mail"), .max = 254,
	    .label = say(&p->lang, "Your e-mail address"), .wanted = true, .fill = STR("email"),
	    .hint = say(&p->lang, "A message is sent there first, with a link to confirm. The address "
	        "is used for this alone, and erased when you stop.") });
	HTML(p->b, "<div class=\"report-trap\" aria-hidden=\"true\">\n<label for=\"f-homepage\">");
	html_say(p->b, &p->lang, "Leave this field empty.");
	HTML(p->b, "</label>\n<input id=\"f-homepage\" name=\"homepage\" autocomplete=\"off\" "
	    "tabindex=\"-1\">\n</div>\n");
	form_close(p, say(&p->lang, "Ask for messages"));
}

void
subscribe_section(struct page *p, struct str objective)
{
	const struct form_view f = { 0 };

	section_open(p, "subscribe", N_("Be told when it changes"));
	HTML(p->b, "<p>");
	html_say(p->b, &p->lang, "By e-mail, when a verdict of it or of an objective under it changes, or a new measurement comes.");
	HTML(p->b, "</p>\n");
	subscribe_form(p, &f, arena_printf(p->a, "objective/" STR_FMT "/subscribe", STR_ARG(objective)));
	section_close(p);
}

void
subscribe_page(struct page *p, const struct named *objective, const struct form_view *f)
{
	p->title = say(&p->lang, "Be told when it changes");
	p->description = say(&p->lang, "By e-mail, when a verdict of it or of an objective under it changes, or a new measurement comes.");
	page_open(p);
	page_heading(p);
	HTML(p->b, "<p class=\"lead\">");
	page_link(p, "objective", objective);
	HTML(p->b, "</p>\n");
	form_faults(p, f);
	subscribe_form(p, f, STR_NONE);
	page_close(p);
}

static const struct {
	const char *title, *text, *button;
} letter_pages[LETTER_PAGE_COUNT] = {
	[LETTER_ASKED] = { N_("Look into your mailbox"),
		N_("If the address can be written to, a message is on its way. Open its link within two "
		   "days; before that you get nothing else."), NULL },
	[LETTER_CONFIRM] = { N_("Do you want these messages?"),
		N_("You are written to when a verdict of this objective or of one under it changes, or a new "
		   "measurement comes. Each message has a link that ends it."), N_("Yes, send them") },
	[LETTER_CONFIRMED] = { N_("You will be told"),
		N_("Each message has a link that ends it."), NULL },
	[LETTER_STOP] = { N_("No more messages?"),
		N_("The address is erased, and nothing more is sent about this objective."),
		N_("Stop the messages") },
	[LETTER_STOPPED] = { N_("The messages have stopped"), N_("The address is erased."), NULL },
};

void
letter_page(struct page *p, enum letter_page which, const struct named *objective,
            const struct form_view *f)
{
	p->title = say(&p->lang, letter_pages[which].title);
	p->description = say(&p->lang, letter_pages[which].text);
	page_open(p);
	page_heading(p);
	if (objective != NULL) {
		HTML(p->b, "<p class=\"lead\">");
		page_link(p, "objective", objective);
		HTML(p->b, "</p>\n");
	}
	HTML(p->b, "<p>");
	html_text(p->b, p->description);
	HTML(p->b, "</p>\n");
	if (f != NULL && letter_pages[which].button != NULL) {
		form_open(p, f, STR_NONE);
		form_close(p, say(&p->lang, letter_pages[which].button));
	}
	page_close(p);
}

/* ---- the staff ---- */

static void
choices(struct page *p, const struct form_view *f, const bool off[NOTICE_KIND_COUNT])
{
	form_open(p, f, STR_NONE);
	for (size_t i = 0; i < NOTICE_KIND_COUNT; i++)
		form_input(p, f, &(struct input){ .kind = INPUT_CHECK, .name = notice_info[i].code,
		    .label = say(&p->lang, notice_info[i].words),
		    .value = off[i] ? STR_NONE : STR("1"), .wanted = true });
	form_close(p, say(&p->lang, "Save"));
}

void
notices_page(struct page *p, const struct work *w, const struct form_view *f,
             const bool off[NOTICE_KIND_COUNT], bool saved)
{
	p->title = say(&p->lang, "What I am told");
	p->description = say(&p->lang, "One message a day at most, and none on days without news. Choose "
	    "what stands in it.");
	if (w != NULL)
		work_open(p, w);
	else
		page_open(p);
	page_heading(p);
	if (saved) {
		HTML(p->b, "<p class=\"alert-note\" role=\"status\">");
		html_say(p->b, &p->lang, "It is saved.");
		HTML(p->b, "</p>\n");
	}
	HTML(p->b, "<p>");
	html_text(p->b, p->description);
	HTML(p->b, "</p>\n");
	choices(p, f, off);
	if (w != NULL)
		work_close(p);
	else
		page_close(p);
}

static void
decide(struct page *p, const struct work *w, const struct message_view *m)
{
	struct str         path = arena_printf(p->a, "work/message/%lld", (long long)m->id);
	const struct along again = { "what", STR("again") };
	const struct along drop = { "what", STR("drop") };

	if (!m->stuck)
		return;
	form_act(p, &w->form, path, say(&p->lang, "Send it again"), &again, 1);
	form_act(p, &w->form, path, say(&p->lang, "Let it be"), &drop, 1);
}

static void
message(struct page *p, const struct work *w, const struct message_view *m)
{
	struct str tries = arena_printf(p->a, "%lld", (long long)m->tries);

	HTML(p->b, "<tr><td>");
	page_day(p, m->queued);
	HTML(p->b, "</td><td>");
	html_text(p->b, m->whom.len > 0 ? m->whom : say(&p->lang, "a reader"));
	HTML(p->b, "</td><td>");
	html_say(p->b, &p->lang, m->state);
	if (m->problem.len > 0) {
		HTML(p->b, "<br><span lang=\"en\">");
		html_text(p->b, m->problem);
		HTML(p->b, "</span>");
	}
	decide(p, w, m);
	HTML(p->b, "</td><td class=\"number\">");
	html_text(p->b, tries);
	HTML(p->b, "</td></tr>\n");
}

void
messages_page(struct page *p, const struct work *w, const struct message_view *m, size_t len)
{
	static const struct section_column columns[] = {
		{ N_("Queued"), false }, { N_("To"), false }, { N_("How it stands"), false },
		{ N_("Tries"), true },
	};

	p->title = say(&p->lang, "Messages on their way");
	p->description = say(&p->lang, "What is not sent yet, and what could not be sent.");
	work_open(p, w);
	page_heading(p);
	HTML(p->b, "<p>");
	html_say(p->b, &p->lang, "When the program or the connection ends while a message is handed "
	    "over, nobody knows whether it arrived. It is not sent again by itself: you decide.");
	HTML(p->b, "</p>\n");
	if (len == 0) {
		section_say(p, N_("Everything is sent."));
	} else {
		table_open(p, p->description, columns, COUNT_OF(columns));
		for (size_t i = 0; i < len; i++)
			message(p, w, &m[i]);
		table_close(p);
	}
	work_close(p);
}
