/* crash.h - journeys of the staff that a machine dies in, and what must be there after it.
 *
 * A journey is a row of saves, each a request with a nonce of its own. One process makes
 * them and says which were acknowledged, until it dies at a write; the next opens the
 * register, looks, and sends the last one again as a browser would.
 */
#ifndef TEST_CRASH_CRASH_H
#define TEST_CRASH_CRASH_H

#include "app/session.h"
#include "web/staff.h"

#define SAVES 6                         /* of a journey */

struct crash_site {
	struct arena      arena;
	struct viewer     viewer;
	struct staff_door door;
	struct str        token;        /* of the session of who saves */
	int64_t           account;
};

struct journey {
	const char *name;
	/* The register before it, besides the one who saves, who has every role. False: a bug. */
	bool    (*prepare)(struct crash_site *s, struct store *db);
	/* Save number `i`, with `nonce`; true: it was acknowledged. */
	bool    (*save)(struct crash_site *s, int i, struct str nonce);
	/* How often save `i` is in the register. */
	int64_t (*times)(struct crash_site *s, struct store *db, int i);
};

extern const struct journey journeys[];         /* up to one without a name */

/* POST as a browser sends it; the status. */
int crash_post(struct crash_site *s, struct str target, struct str nonce, struct str fields);

#endif
