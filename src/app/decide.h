/* decide.h - a person's word on proposals that wait: accepted, corrected, rejected.
 *
 * One document's proposals are one change, so that what they become points back to it.
 */
#ifndef APP_DECIDE_H
#define APP_DECIDE_H

#include "app/proposals.h"

struct decide {
	/* Which: those with these keys, each of which must wait; else (len 0) those of the
	 * document and kind (0, empty: of any). */
	const struct str       *keys;
	size_t                  len;
	int64_t                 document;
	struct str              kind;
	bool                    accept;
	/* Of a single one: what a person made of its words (NULL: nothing), and the thing
	 * that it tells more of instead of being another (0: none). */
	const struct corrected *words;
	int64_t                 into;
	/* What came of it. */
	size_t                  done;
	int64_t                 change;         /* the first; 0: nothing was to be decided */
	bool                    missing, stale; /* no such key; somebody decided before */
	size_t                  refused;        /* that have to wait, though all of a kind were asked for */
	const char             *why;            /* N_(): the single one has to wait, */
	enum field_kind         at;             /* because of this field */
};

/* The register as it is, inside a transaction or to look at it. */
MUST_CHECK bool decide_open(struct arena *a, struct store *s, struct accept *ret);

/* Inside a transaction, which is spoiled when false: a diag, or a problem in the store. */
MUST_CHECK bool decide_within(struct accept *x, struct decide *ask, const struct act *act,
                              struct diags *d);

/* The document whose proposals are accepted: done by decide_within(). */
void decide_document(struct accept *x, int64_t document);

#endif
