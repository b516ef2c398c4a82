/* seal.h - texts that can be read only with a key, which is kept elsewhere than they are.
 *
 * XSalsa20 with Poly1305 (libsodium's secretbox): what was changed, or sealed with another
 * key, does not open. A key is 256 bits, in a file of its own as 64 hexadecimal digits and a
 * line feed, which nobody but its owner may read.
 */
#ifndef PORT_SEAL_H
#define PORT_SEAL_H

#include "base/arena.h"

#define SEAL_KEY 32

struct seal_key {
	unsigned char bytes[SEAL_KEY];
};

enum seal_file {
	SEAL_FILE_READ,
	SEAL_FILE_ABSENT,
	SEAL_FILE_EXPOSED,              /* others may read or write it */
	SEAL_FILE_BAD,                  /* no key stands in it */
	SEAL_FILE_CLOSED,               /* it cannot be read or written by us */
};

/* `guarded`: who may read it is seen to by others, as with credentials of systemd. */
MUST_CHECK enum seal_file seal_key_read(struct str path, bool guarded, struct seal_key *ret);
/* A new key in a new file, which is on disk when this returns. One that somebody else made
 * meanwhile is read. */
MUST_CHECK enum seal_file seal_key_make(struct str path, struct seal_key *ret);

/* Hexadecimal; never the same twice. */
struct str      seal_shut(struct arena *a, const struct seal_key *key, struct str text);
/* False: it was not sealed with this key. */
MUST_CHECK bool seal_open(struct arena *a, const struct seal_key *key, struct str sealed,
                          struct str *ret);

#endif
