/* inbox_view.h - papers with what was read in them, from an edition. */
#ifndef APP_INBOX_VIEW_H
#define APP_INBOX_VIEW_H

#include "app/document_view.h"
#include "core/access.h"
#include "model/inbox_view.h"
#include "model/task.h"

#define INBOX_LISTED_MAX 200            /* papers on which everything is decided */

void inbox_list(struct arena *a, const struct edition *ed, struct inbox_list *ret);

/* False: a problem in the store. */
MUST_CHECK bool inbox_paper(struct arena *a, const struct edition *ed,
                            const struct noun_row *document, struct document_ask ask,
                            struct inbox_paper *ret);

/* What a merge would do is tried on `s`, which writes, in a transaction that is not
 * committed. */
MUST_CHECK bool inbox_proposal(struct arena *a, const struct edition *ed, struct store *s,
                               const struct noun_row *proposal, struct inbox_proposal *ret);

/* A task for each paper that waits, for who has the right to decide on it. */
MUST_CHECK bool inbox_tasks(struct arena *a, struct store *s, const struct edition *ed,
                            const struct actor *who, struct tasks *to);

#endif
