/* In the order of the model statement of Commission Implementing Decision (EU)
 * 2018/1523, which the Danish act no. 692 of 2018 refers to. */
#include "view/pages/about.h"
#include "view/prose.h"
#include <stdlib.h>

static const struct prose text[] = {
	{ PROSE_TEXT, N_("{1} is committed to making this site accessible, in accordance with the Danish act no. 692 of 8 June 2018 on the accessibility of public bodies' websites and mobile applications. This statement applies to this site.") },
	{ PROSE_HEADING, N_("Compliance status") },
	{ PROSE_TEXT, N_("The site is partially compliant with the requirements of EN 301 549, which are those of the Web Content Accessibility Guidelines 2.1 at level AA, due to the exceptions below.") },
	{ PROSE_HEADING, N_("Content that is not accessible") },
	{ PROSE_ITEM, N_("Documents that are published are shown as the text that was extracted from them. Tables that were broken in the original can be broken here, too. The facts taken from them stand in proper tables on the pages of the register.") },
	{ PROSE_ITEM, N_("Titles and quotations from documents are Danish. On pages in other languages they are marked as Danish, and not translated unless the register holds a translation.") },
	{ PROSE_ITEM, N_("Wide tables scroll sideways on narrow screens.") },
	{ PROSE_HEADING, N_("What was done") },
	{ PROSE_ITEM, N_("Every page works by keyboard alone, without JavaScript, at 320 pixels' width (as when a wide screen is enlarged to 400 %), in dark mode and on paper.") },
	{ PROSE_ITEM, N_("Every chart has a description and a table with the same figures; the small curves of the barometer have theirs on the page of the indicator. No meaning hangs on colour alone.") },
	{ PROSE_ITEM, N_("Letters can be twice as large or further apart without anything being cut, and nothing moves for readers who asked for that.") },
	{ PROSE_ITEM, N_("Verdicts are words, figures stand with their unit and date, and what is Danish on a page in another language says so to a screen reader.") },
	{ PROSE_HEADING, N_("Preparation of this statement") },
	{ PROSE_TEXT, N_("The statement was prepared on {3} by self-assessment of Pejl {2}, on every page of two example registers, in Danish and in English: axe-core finds nothing at 320 and 1280 pixels, nor in the contrasts of dark mode; the Nu HTML checker finds nothing; and a browser reaches everything by keyboard alone, with and without JavaScript. What the authority's own register holds was not part of that. Nobody who depends on assistive technology has tested the site yet.") },
	{ PROSE_HEADING, N_("Feedback and contact") },
	{ PROSE_TEXT, N_("Tell {1} if something cannot be used, or if you need it in another form.") },
};

static const struct prose enforcement[] = {
	{ PROSE_HEADING, N_("Enforcement procedure") },
	{ PROSE_TEXT, N_("If you do not have an answer, or are not content with it, you can complain to the Danish Agency for Digital Government (Digitaliseringsstyrelsen), which sees to it that the act is kept.") },
};

static void
reached_by(struct page *p, const char *label, struct str what)
{
	if (what.len == 0)
		return;
	HTML(p->b, "<li>");
	html_say(p->b, &p->lang, label);
	HTML(p->b, " ");
	prose_link(p, what);
	HTML(p->b, "</li>\n");
}

static void
put_contact(struct page *p)
{
	const struct contact *c = &p->contact;

	if (c->mail.len + c->phone.len + c->address.len + c->web.len == 0)
		return;
	HTML(p->b, "<ul>\n");
	reached_by(p, N_("Mail:"), c->mail);
	reached_by(p, N_("Phone:"), c->phone);
	reached_by(p, N_("Address:"), c->address);
	reached_by(p, N_("Web:"), c->web);
	HTML(p->b, "</ul>\n");
}

/* The day of this version, as long as it is written in CHANGES. */
static struct str
released(struct page *p)
{
	struct buf b;
	struct str ret;
	int32_t    day;

	if (!day_from_iso(STR(PEJL_DATE), &day))
		abort();
	buf_init(&b, 64);
	day_write_long(&b, day, lang_danish(&p->lang));
	ret = str_dup(p->a, buf_str(&b));
	buf_free(&b);
	return ret;
}

void
accessibility_page(struct page *p)
{
	struct str with[] = {
		p->authority.len > 0 ? p->authority : say(&p->lang, "The authority"),
		STR(PEJL_VERSION), released(p),
	};

	p->title = say(&p->lang, "Accessibility statement");
	p->description = say(&p->lang, "How accessible the site is, what is missing, and where to complain.");
	page_open(p);
	HTML(p->b, "<div class=\"prose\">\n<h1>");
	html_text(p->b, p->title);
	HTML(p->b, "</h1>\n");
	if (contact_is_web(p->contact.statement)) {
		HTML(p->b, "<p class=\"lead\">");
		html_say(p->b, &p->lang, "The statement that the authority has registered:");
		HTML(p->b, " ");
		prose_link(p, p->contact.statement);
		HTML(p->b, "</p>\n");
	}
	prose_write(p, text, COUNT_OF(text), with, COUNT_OF(with));
	put_contact(p);
	prose_write(p, enforcement, COUNT_OF(enforcement), with, COUNT_OF(with));
	HTML(p->b, "</div>\n");
	page_close(p);
}
