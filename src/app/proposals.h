/* proposals.h - what was read in a document, kept until a person decides. */
#ifndef APP_PROPOSALS_H
#define APP_PROPOSALS_H

#include "app/accept.h"

/* waiting: nobody has decided; accepted: it became a thing, or stands as a
 * claim; rejected: a person said no. */
#define PROPOSAL_STATES(X) X(WAITING, "waiting") X(ACCEPTED, "accepted") X(REJECTED, "rejected")

enum proposal_state {
#define X(id, code) STATE_##id,
	PROPOSAL_STATES(X)
#undef X
	STATE_COUNT
};

struct str proposal_state_code(enum proposal_state s);
MUST_CHECK bool proposal_state_from_code(struct str code, enum proposal_state *ret);

/* A new proposal of `document` with its fields, in change x->change. */
MUST_CHECK bool proposals_keep(struct accept *x, int64_t document, const struct proposal *p,
                               enum proposal_state state, int64_t becomes);

/* A kept proposal as it was read, from x->sn. False: a problem in the store. */
MUST_CHECK bool proposals_get(struct accept *x, const struct noun_row *row,
                              struct proposal *ret);

/* What a person made of a proposal: its title, and the words and year of each field, in
 * the order of proposals_get(). */
struct corrected {
	struct str        title;
	const struct str *text;
	const int        *year;
	size_t            len;
};

/* Fields that were corrected get a new version, in change x->change; `p` and `row`, which
 * is not stored yet, say the same. False: a problem in the store. */
MUST_CHECK bool proposals_correct(struct accept *x, struct noun_row *row,
                                  const struct corrected *words, struct proposal *p);

/* A new version of a kept proposal. */
MUST_CHECK bool proposals_decide(struct accept *x, const struct noun_row *row,
                                 enum proposal_state state, int64_t becomes);

#endif
