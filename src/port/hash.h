/* hash.h - SHA-256 of bytes, as documents and migrations are identified by it.
 *
 * By nettle, which uses what the processor has for it: every save of the staff hashes.
 * Streaming: hash_open, hash_add as often as there are bytes, hash_text once.
 */
#ifndef PORT_HASH_H
#define PORT_HASH_H

#include "base/arena.h"

#define HASH_TEXT 64            /* hexadecimal digits, lower case */

struct hash;

struct hash *hash_open(struct arena *a);
void         hash_add(struct hash *h, struct str bytes);
struct str   hash_text(struct arena *a, struct hash *h);        /* ends `h` */

struct str   hash_of(struct arena *a, struct str bytes);

#define HASH_TAG 32             /* hexadecimal digits, lower case */

/* BLAKE2b of 128 bits, several times as fast: tells two versions of a page apart. */
struct str   hash_tag(struct arena *a, struct str bytes);

#endif
