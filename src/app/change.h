/* change.h - one recorded act on the register, and taking one back.
 *
 * Whatever writes opens a change in a transaction: who, when, why, from which
 * document. A nonce makes a repeated request write once: it is stored with the
 * change under a UNIQUE constraint.
 */
#ifndef APP_CHANGE_H
#define APP_CHANGE_H

#include "app/snapshot.h"

struct act {                            /* who does what, when */
	struct str at;                  /* UTC, "2026-11-23T04:00:00Z" */
	struct str who, why;
	struct str nonce;               /* empty: made from the change's number and time */
};

/* Inside a transaction. `document` and `undoes` may be 0. */
MUST_CHECK bool change_add(struct store *s, const struct act *act, int64_t document,
                           int64_t undoes, int64_t *ret);

/* Takes change `id` back, as a new change, in a transaction of its own: what it
 * brought ends, what it ended stands again, and a status form that it laid before the
 * council is approved and no more. Refused (a diag) when a later
 * change built on what it brought, when it is already undone, or when there is
 * no such change. */
MUST_CHECK bool change_undo(struct store *s, int64_t id, const struct act *act, struct diags *d,
                            int64_t *ret);
/* The same inside a transaction, which is to be rolled back when it is refused. */
MUST_CHECK bool change_undo_within(struct store *s, int64_t id, const struct act *act,
                                   struct diags *d, int64_t *ret);

/* The change to take back so that what `id` did is gone: `id`, or the one that brought
 * it again. 0: it is gone already. */
MUST_CHECK bool change_standing(struct store *s, int64_t id, int64_t *ret);

#endif
