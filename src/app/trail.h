/* trail.h - who did what, when, why, before and after: a chain that shows when a link
 * was changed or taken out.
 *
 * A row's hash is SHA-256 over the hash before it and all that the row says. What
 * names or quotes a person (who, why, before, after) is kept beside, and the row has
 * its salted digests: when the time to keep it is over, or a person asks, it is
 * erased, and what is left still verifies. Written in the transaction of what it
 * tells about, or that is not done.
 */
#ifndef APP_TRAIL_H
#define APP_TRAIL_H

#include "core/access.h"
#include "model/act.h"
#include "store/store.h"

struct trail_entry {
	enum act_id act;
	struct str  thing;              /* "initiative:helbredsteam", an address; may be empty */
	int64_t     change;             /* of the register; 0: none */
	struct str  why, before, after; /* may be empty */
};

/* Inside a transaction. `who` NULL: nobody who is known (a refused login). `at`: UTC,
 * "2026-11-23T04:00:00Z". */
MUST_CHECK bool trail_add(struct store *s, const struct actor *who, struct str at,
                          const struct trail_entry *e);

struct trail_row {                      /* as it is read back */
	int64_t    id, change;
	struct str at, act, thing;      /* code of the act */
	bool       erased;              /* what follows is gone */
	int64_t    account;             /* 0: nobody who is known */
	struct str who, why, before, after;
};

struct trail_rows {
	struct trail_row *at;
	size_t            len;
};

/* What a row about an account has as its thing: "account:7". The number alone, since
 * what the chain covers can never be erased. */
struct str trail_account(struct arena *a, int64_t account);

/* The newest `limit` before row `before` (0: the newest there are), of and about `account`
 * (0: of everybody), newest first. */
MUST_CHECK bool trail_read(struct arena *a, struct store *s, int64_t account, int64_t before,
                           size_t limit, struct trail_rows *ret);

/* Is the chain whole? Each break is a diag with the row's number. `*ret`: rows that were
 * looked at. False: a break, or a problem in the store. */
MUST_CHECK bool trail_verify(struct store *s, struct diags *d, size_t *ret);

/* Inside a transaction: what is told about the acts of one person and what was done to
 * her account, or of all before the moment `at`, is erased. */
MUST_CHECK bool trail_erase(struct store *s, int64_t account);
MUST_CHECK bool trail_erase_before(struct store *s, struct str at);

#endif
