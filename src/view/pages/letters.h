/* letters.h - what somebody is told by mail: by choice, by subscription; and what is on
 * its way. */
#ifndef VIEW_PAGES_LETTERS_H
#define VIEW_PAGES_LETTERS_H

#include "model/notice.h"
#include "view/work.h"

/* ---- readers and objectives ---- */

/* The form on the page of an objective: kept for everybody, so it has no nonce. */
void subscribe_section(struct page *p, struct str objective);
/* The same on a page of its own, when something is wrong with it. */
void subscribe_page(struct page *p, const struct named *objective, const struct form_view *f);

/* A page of one sentence, or of one button. */
enum letter_page { LETTER_ASKED, LETTER_CONFIRM, LETTER_CONFIRMED, LETTER_STOP, LETTER_STOPPED,
	LETTER_PAGE_COUNT };
void letter_page(struct page *p, enum letter_page which, const struct named *objective,
                 const struct form_view *f);

/* ---- the staff ---- */

/* Which kinds are wanted; with a login (`w`), or by the address of a message (`f`). */
void notices_page(struct page *p, const struct work *w, const struct form_view *f,
                  const bool off[NOTICE_KIND_COUNT], bool saved);

struct message_view {
	int64_t     id;
	struct str  whom;               /* the name of an account; empty: somebody outside */
	struct str  problem;
	const char *state;              /* English; say() it */
	int32_t     queued;
	int64_t     tries;
	bool        stuck;
};

void messages_page(struct page *p, const struct work *w, const struct message_view *m, size_t len);

#endif
