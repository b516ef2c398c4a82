#include "port/hash.h"
#include <nettle/sha2.h>
#include <sodium.h>
#include <stdlib.h>

struct hash {
	struct sha256_ctx state;
};

_Static_assert(HASH_TEXT == 2 * SHA256_DIGEST_SIZE, "two digits a byte");

struct hash *
hash_open(struct arena *a)
{
	struct hash *h = ARENA_NEW(a, struct hash);

	sha256_init(&h->state);
	return h;
}

void
hash_add(struct hash *h, struct str bytes)
{
	if (bytes.len > 0)
		sha256_update(&h->state, bytes.len, (const unsigned char *)bytes.at);
}

struct str
hash_text(struct arena *a, struct hash *h)
{
	unsigned char sum[SHA256_DIGEST_SIZE];
	char         *text = ARENA_ARRAY(a, char, HASH_TEXT + 1);

	sha256_digest(&h->state, sizeof sum, sum);
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
