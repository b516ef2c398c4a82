/* secret.h - what nobody may guess: random tokens, digests of them, passwords.
 *
 * Passwords are kept as Argon2id with 64 MiB and two passes, about 90 ms each: done on
 * the threads beside, never on one that a page waits for.
 */
#ifndef PORT_SECRET_H
#define PORT_SECRET_H

#include "base/arena.h"

#define SECRET_TEXT 32                  /* letters of a token: 128 bits as hexadecimal */

/* A new token, from the system's source of chance. */
struct str secret_new(struct arena *a);

/* What of a token is kept: 64 hexadecimal digits. `purpose` separates uses of one
 * token, so that a form's token says nothing about the session's. */
struct str secret_digest(struct arena *a, const char *purpose, struct str token);

/* In a time that does not tell how much of it is right. */
bool       secret_same(struct str a, struct str b);

/* What is kept of a password, settings and salt included. */
struct str secret_password(struct arena *a, struct str password);
/* `kept` empty: no password fits, and finding that out takes as long. */
bool       secret_fits(struct str kept, struct str password);

#endif
