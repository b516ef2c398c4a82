#include "view/pages/about.h"
#include "core/disclosure.h"
#include "view/prose.h"

static const struct prose text[] = {
	{ PROSE_HEADING, N_("What we know about you") },
	{ PROSE_ITEM, N_("Readers get no cookies. The site keeps nothing in your browser but copies of what it has shown: pages, style sheet, script, pictures and typeface.") },
	{ PROSE_ITEM, N_("Pages load nothing from other sites, and nobody is followed. The program counts how often each kind of page is asked for, not who asks.") },
	{ PROSE_ITEM, N_("The log of the program says when which kind of page was asked for and how long it took, not by whom.") },
	{ PROSE_ITEM, N_("What you search for is not stored.") },
	{ PROSE_HEADING, N_("What you send us") },
	{ PROSE_ITEM, N_("A report of an error is kept as you wrote it, until a year after it was answered. Who sent it is not known and not asked for.") },
	{ PROSE_ITEM, N_("An e-mail address that wants to be told of changes is kept for that alone, after a message to it was confirmed. It is shown to nobody and stands in no log. It is erased when you stop the messages, and after two days when it was never confirmed.") },
	{ PROSE_ITEM, N_("So that no program fills in forms without end, the program counts for an hour how many come from where. It counts in memory and does not keep the address that it counts by.") },
	{ PROSE_HEADING, N_("What the register holds about people") },
	{ PROSE_TEXT, N_("The register is about policies, figures and documents, not about persons. Counts of fewer than {1} persons in a breakdown by group or area are withheld on pages, in charts, in downloads and in the API alike, with the shares that follow from them and the figures from which they could be reckoned.") },
	{ PROSE_TEXT, N_("Who recorded a change is kept, and not shown. Documents that are published are shown with the names that stand in them.") },
	{ PROSE_HEADING, N_("Your rights") },
	{ PROSE_TEXT, N_("Ask {2} if you think that something here is about you and should not be. You may also complain to the Danish Data Protection Agency.") },
};

void
privacy_page(struct page *p)
{
	struct str with[] = {
		prose_number(p, NUMBER(DISCLOSURE_MIN, 0)),
		p->authority.len > 0 ? p->authority : say(&p->lang, "the authority"),
	};

	p->title = say(&p->lang, "Privacy");
	p->description = say(&p->lang, "No cookies for readers and no tracking; small numbers are withheld.");
	page_open(p);
	prose_open(p);
	prose_write(p, text, COUNT_OF(text), with, COUNT_OF(with));
	if (p->contact.privacy.len > 0) {
		HTML(p->b, "<p>");
		html_say(p->b, &p->lang, "The authority's own privacy policy:");
		HTML(p->b, " ");
		prose_link(p, p->contact.privacy);
		HTML(p->b, "</p>\n");
	}
	HTML(p->b, "</div>\n");
	page_close(p);
}
