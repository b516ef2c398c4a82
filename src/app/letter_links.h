/* letter_links.h - addresses with a token that let somebody in without a login, to one
 * thing alone: they stand in messages, or are shown once. Digests are kept.
 */
#ifndef APP_LETTER_LINKS_H
#define APP_LETTER_LINKS_H

#include "store/store.h"

/* id, code in the table */
#define LETTER_LINKS(X)                                                        \
	X(REPORT, "report")             /* an error report: its answer */      \
	X(NOTICES, "notices")           /* an account: messages off and on */  \
	X(CONFIRM, "confirm")           /* a subscription: begin */            \
	X(STOP, "stop")                 /* a subscription: end */

enum letter_link {
#define X(id, code) LETTER_LINK_##id,
	LETTER_LINKS(X)
#undef X
	LETTER_LINK_COUNT
};

/* Inside a transaction. `*ret`: the token. */
MUST_CHECK bool letter_link_new(struct arena *a, struct store *s, enum letter_link kind,
                                int64_t target, int64_t now, struct str *ret);
/* 0: there is none. */
MUST_CHECK bool letter_link_find(struct arena *a, struct store *s, enum letter_link kind,
                                 struct str token, int64_t *ret);
/* Inside a transaction: all to this target. */
MUST_CHECK bool letter_link_drop(struct store *s, enum letter_link kind, int64_t target);

#endif
