/* keys.h - texts by number: each text of a kind once, numbered from 1 in the order they
 * came. What is known of a text stands in an array of the caller's, at its number less 1.
 */
#ifndef BASE_KEYS_H
#define BASE_KEYS_H

#include "base/arena.h"

struct key {
	struct str text;
	uint32_t   kind, hash;
};

struct keys {                           /* begins as { 0 } */
	struct key *at;
	size_t      len, cap;
	uint32_t   *slot;               /* numbers; 0: free */
	size_t      slots;              /* a power of two, at least twice the keys, or 0 */
};

/* Its number; 0: it is not there. */
size_t keys_find(const struct keys *k, uint32_t kind, struct str text);

/* Its number, which is k->len when it is new. The text is borrowed. */
size_t keys_add(struct arena *a, struct keys *k, uint32_t kind, struct str text);

#endif
