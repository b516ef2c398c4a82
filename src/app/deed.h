/* deed.h - one act of a member of staff on what is not the public register alone:
 * a transaction with its row in the trail and its nonce, or nothing.
 *
 *	if (deed_begin(&d) != DEED_OPEN) ...            who may? see access.h
 *	... statements, faults, trail_add() ...
 *	return deed_commit(&d, STR("/da/work"));
 *
 * The nonce came with the form and goes into the transaction, so that a form that is
 * sent twice, or again because the answer was lost, writes once and is led to the same
 * place: then deed_begin() says DEED_DONE. A commit that returned an error may be on
 * disk: the nonce is looked up before anything is said.
 */
#ifndef APP_DEED_H
#define APP_DEED_H

#include "app/change.h"
#include "app/trail.h"
#include "model/fault.h"

enum deed_state {
	DEED_OPEN,              /* go on */
	DEED_DONE,              /* written, now or before; `location` is where to go */
	DEED_FAULTY,            /* `faults` say what is wrong; nothing was written */
	DEED_DENIED,            /* not this person, not this thing */
	DEED_MISSING,           /* there is no such thing */
	DEED_STALE,             /* somebody else changed it meanwhile; nothing was written */
	DEED_LOCKED,            /* it is approved, or its period is closed */
	DEED_FAILED,            /* a problem in the store */
};

struct deed {
	struct store       *s;
	struct arena       *a;
	const struct actor *who;
	struct str          at;         /* UTC, "2026-11-23T04:00:00Z" */
	int64_t             now;        /* the same, seconds since 1970 */
	struct str          nonce;      /* as the form had it; empty: of no form, as on the command line */
	struct str          form;       /* which form: forms of one page share a nonce */
	struct str          why;        /* as the person says it; may be empty */
	struct faults       faults;
	struct str          location;
	int64_t             change;     /* of the register, when deed_change() made one */
};

/* How long a nonce is known; old ones go when somebody logs in. */
#define DEED_KEPT_SECONDS (30 * 24 * 3600)

/* Takes the write lock. */
enum deed_state deed_begin(struct deed *d);

/* The change of the register that the deed makes, made when first asked for. */
MUST_CHECK bool deed_change(struct deed *d, struct str why, int64_t document, int64_t *ret);

/* The act that such a change is recorded as, for what makes its change itself; then `change`
 * is to be set. Of a form, its nonce begins with "ACCOUNT:". */
struct act deed_act(const struct deed *d, struct str why);

/* A row of the trail about it. */
MUST_CHECK bool deed_trail(struct deed *d, enum act_id act, struct str thing, struct str before,
                           struct str after);

/* Ends the transaction: DEED_DONE, or DEED_FAILED and nothing is written. */
enum deed_state deed_commit(struct deed *d, struct str location);

/* Ends it without writing; what was refused leaves a row in the trail. Returns `why`. */
enum deed_state deed_stop(struct deed *d, enum deed_state why);

/* DEED_FAULTY when there are faults, else DEED_OPEN. */
enum deed_state deed_faults(const struct deed *d);

#endif
