/* inbox.h - papers with what was read in them: the list, a paper, a proposal. */
#ifndef VIEW_PAGES_INBOX_H
#define VIEW_PAGES_INBOX_H

#include "model/inbox_view.h"
#include "view/work.h"

void inbox_list_page(struct page *p, struct work *w, const struct inbox_list *m);
void inbox_paper_page(struct page *p, struct work *w, const struct inbox_paper *m);
void inbox_proposal_page(struct page *p, struct work *w, const struct inbox_proposal *m);

/* ---- the parts ---- */

/* "Status form" of "status_form", "Waiting" of a state. */
struct str inbox_kind_title(const struct lang *l, struct str code);
/* How many proposals of the kind there are, whatever became of them. */
size_t     inbox_kind_all(const struct inbox_kind *k);
struct str inbox_state_title(const struct lang *l, enum inbox_state s);

/* A form of its own among several of a page: another nonce, so that each is a deed. */
struct form_view inbox_form(struct page *p, const struct work *w, struct str name);

#endif
