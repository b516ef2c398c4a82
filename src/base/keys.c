#include "base/keys.h"
#include <stdlib.h>

#define SLOTS_FIRST 64

static uint32_t
hash_of(uint32_t kind, struct str text)
{
	uint64_t h = str_hash(kind, text);

	return (uint32_t)(h ^ h >> 32);
}

/* Where the key is, or the free slot for it. */
static uint32_t *
slot_of(const struct keys *k, const struct key *wanted)
{
	for (size_t i = wanted->hash & (k->slots - 1);; i = (i + 1) & (k->slots - 1)) {
		const struct key *is = k->slot[i] == 0 ? NULL : &k->at[k->slot[i] - 1];

		if (is == NULL || (is->hash == wanted->hash && is->kind == wanted->kind &&
		    str_eq(is->text, wanted->text)))
			return &k->slot[i];
	}
}

static void
make_room(struct arena *a, struct keys *k)
{
	if (2 * (k->len + 1) <= k->slots)
		return;
	if (k->len >= UINT32_MAX / 2)
		abort();
	k->slots = k->slots == 0 ? SLOTS_FIRST : 2 * k->slots;
	k->slot = ARENA_ARRAY(a, uint32_t, k->slots);
	for (size_t i = 0; i < k->len; i++)
		*slot_of(k, &k->at[i]) = (uint32_t)i + 1;
}

size_t
keys_find(const struct keys *k, uint32_t kind, struct str text)
{
	const struct key wanted = { text, kind, hash_of(kind, text) };

	return k->slots == 0 ? 0 : *slot_of(k, &wanted);
}

size_t
keys_add(struct arena *a, struct keys *k, uint32_t kind, struct str text)
{
	const struct key wanted = { text, kind, hash_of(kind, text) };
	uint32_t        *slot;

	make_room(a, k);
	slot = slot_of(k, &wanted);
	if (*slot != 0)
		return *slot;
	ARENA_GROW(a, k->at, k->len, &k->cap);
	k->at[k->len++] = wanted;
	*slot = (uint32_t)k->len;
	return *slot;
}
