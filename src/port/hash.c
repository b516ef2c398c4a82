#include "port/hash.h"
#include <sodium.h>
#include <stdlib.h>

struct hash {
	crypto_hash_sha256_state state;
};

_Static_assert(HASH_TEXT == 2 * crypto_hash_sha256_BYTES, "two digits a byte");

struct hash *
hash_open(struct arena *a)
{
	struct hash *h = ARENA_NEW(a, struct hash);

	crypto_hash_sha256_init(&h->state);
	return h;
}

void
hash_add(struct hash *h, struct str bytes)
{
	if (bytes.len > 0)
		crypto_hash_sha256_update(&h->state, (const unsigned char *)bytes.at, bytes.len);
}

struct str
hash_text(struct arena *a, struct hash *h)
{
	unsigned char sum[crypto_hash_sha256_BYTES];
	char         *text = ARENA_ARRAY(a, char, HASH_TEXT + 1);

	crypto_hash_sha256_final(&h->state, sum);
	sodium_bin2hex(text, HASH_TEXT + 1, sum, sizeof sum);
	return (struct str){ text, HASH_TEXT };
}

struct str
hash_of(struct arena *a, struct str bytes)
{
	struct hash *h = hash_open(a);

	hash_add(h, bytes);
	return hash_text(a, h);
}

struct str
hash_tag(struct arena *a, struct str bytes)
{
	unsigned char sum[HASH_TAG / 2];
	char         *text = ARENA_ARRAY(a, char, HASH_TAG + 1);

	/* Chooses what this processor does fastest, the first time. */
	if (sodium_init() < 0 ||
	    crypto_generichash(sum, sizeof sum, (const unsigned char *)bytes.at, bytes.len, NULL,
	        0) != 0)
		abort();
	sodium_bin2hex(text, HASH_TAG + 1, sum, sizeof sum);
	return (struct str){ text, HASH_TAG };
}
