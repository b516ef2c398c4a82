/* work.h - the frame of the staff's pages: the page, and beside its content the menu of
 * what this person may do, her name, and the way out.
 */
#ifndef VIEW_WORK_H
#define VIEW_WORK_H

#include "core/access.h"
#include "view/form.h"

/* id, path after the language, right (RIGHT_COUNT: whoever is logged in), what it is
 * called */
#define WORK_SECTIONS(X) \
	X(TASKS, "work", RIGHT_COUNT, N_("My tasks")) \
	X(FORMS, "work/forms", RIGHT_READ, N_("Status forms")) \
	X(OVERVIEW, "work/overview", RIGHT_READ, N_("Who owes what")) \
	X(PROMISES, "work/promises", RIGHT_READ, N_("Promises")) \
	X(WHEEL, "work/wheel", RIGHT_READ, N_("The annual wheel")) \
	X(CALENDAR, "work/calendar", RIGHT_READ, N_("Calendar")) \
	X(REGISTER, "work/register", RIGHT_EDIT, N_("Register")) \
	X(MEASURE, "work/measure", RIGHT_MEASURE, N_("Measurements")) \
	X(SOURCES, "work/sources", RIGHT_EDIT, N_("Figures from bureaus")) \
	X(INBOX, "work/inbox", RIGHT_IMPORT, N_("Papers")) \
	X(REPORTS, "work/reports", RIGHT_FILL, N_("Reports of errors")) \
	X(COUNCIL, "work/council", RIGHT_READ, N_("Reports for the council")) \
	X(FINDINGS, "work/findings", RIGHT_FILL, N_("Findings")) \
	X(ACCOUNTS, "work/accounts", RIGHT_MANAGE, N_("Accounts")) \
	X(MESSAGES, "work/messages", RIGHT_MANAGE, N_("Messages on their way")) \
	X(TRAIL, "work/trail", RIGHT_TRAIL, N_("Trail")) \
	X(ACCOUNT, "work/account", RIGHT_COUNT, N_("My account")) \
	X(NOTIFICATIONS, "work/notifications", RIGHT_COUNT, N_("What I am told")) \
	/* the end */

enum work_section {
#define X(id, path, right, title) WORK_##id,
	WORK_SECTIONS(X)
#undef X
	WORK_SECTION_COUNT
};

struct work {
	const struct actor *who;
	enum work_section   section;    /* the menu's current entry */
	struct form_view    form;       /* token and nonce of this page's forms */
	bool                demo;       /* there are accounts for a try: everybody is warned */
};

/* Instead of page_open() and page_close(). */
void work_open(struct page *p, const struct work *w);
void work_close(struct page *p);

#endif
