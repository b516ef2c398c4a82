/* factor.h - the secrets of second factors, as they are kept: sealed, under a key that is
 * not in the database, so that a copy of it, or a backup, makes nobody's codes.
 *
 * The key is in the file that $PEJL_KEY_FILE names; else in systemd's credential pejl.key;
 * else beside the database of SQLite, PATH.key. It is made when the first secret is sealed.
 * When secrets are sealed and the key is gone, none is made: it may be put back. Without it
 * nobody who has a second factor gets in, until her account is reset and she sets hers up
 * anew.
 *
 * A sealed secret belongs to its account: put into another's row it opens nothing.
 */
#ifndef APP_FACTOR_H
#define APP_FACTOR_H

#include "store/store.h"

#define FACTOR_KEY_VARIABLE   "PEJL_KEY_FILE"
#define FACTOR_KEY_CREDENTIAL "pejl.key"

/* Seals what `account` is offered. `*fault` NULL, or why it cannot be, in English, for
 * say(). False: a problem in the store. */
MUST_CHECK bool factor_seal(struct arena *a, struct store *s, int64_t account, struct str secret,
                            struct str *ret, const char **fault);

/* False: the key is not there, or another. */
MUST_CHECK bool factor_open(struct arena *a, const struct store *s, int64_t account,
                            struct str sealed, struct str *ret);

/* Can every second factor be asked for, and a new one be set up? If not, a warning says what
 * to do. False: a problem in the store. */
MUST_CHECK bool factor_check(struct arena *a, struct store *s, struct diags *d);

#endif
