#include "port/secret.h"
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#define PASSES 2
#define MEMORY ((size_t)64 << 20)

/* Of no password that anybody knows: it is compared with when there is nothing else. */
static const char nobody[] = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHRzb21lc2FsdA"
                             "$GpZ3sK/oH9p7VIiV56G/64Zo/8GaUw434IimaPqxwCo";

static void
wake(void)
{
	if (sodium_init() < 0)
		abort();
}

static struct str
hex(struct arena *a, const unsigned char *bytes, size_t len)
{
	char *to = ARENA_ARRAY(a, char, 2 * len + 1);

	(void)sodium_bin2hex(to, 2 * len + 1, bytes, len);
	return (struct str){ to, 2 * len };
}

struct str
secret_new(struct arena *a)
{
	unsigned char bytes[SECRET_TEXT / 2];

	wake();
	randombytes_buf(bytes, sizeof bytes);
	return hex(a, bytes, sizeof bytes);
}

struct str
secret_digest(struct arena *a, const char *purpose, struct str token)
{
	crypto_generichash_state state;
	unsigned char            sum[32];

	wake();
	(void)crypto_generichash_init(&state, NULL, 0, sizeof sum);
	(void)crypto_generichash_update(&state, (const unsigned char *)purpose, strlen(purpose) + 1);
	if (token.len > 0)
		(void)crypto_generichash_update(&state, (const unsigned char *)token.at, token.len);
	(void)crypto_generichash_final(&state, sum, sizeof sum);
	return hex(a, sum, sizeof sum);
}

bool
secret_same(struct str a, struct str b)
{
	return a.len == b.len && (a.len == 0 || sodium_memcmp(a.at, b.at, a.len) == 0);
}

/* Never NULL, which the library forbids even of no bytes. */
static const char *
bytes_of(struct str s)
{
	return s.at != NULL ? s.at : "";
}

struct str
secret_password(struct arena *a, struct str password)
{
	char kept[crypto_pwhash_STRBYTES];

	wake();
	if (crypto_pwhash_str_alg(kept, bytes_of(password), password.len, PASSES, MEMORY,
	    crypto_pwhash_ALG_ARGON2ID13) != 0)
		abort();        /* no memory */
	return str_dup(a, str_from(kept));
}

bool
secret_fits(struct str kept, struct str password)
{
	char text[crypto_pwhash_STRBYTES] = "";
	bool known = kept.len > 0 && kept.len < sizeof text;

	wake();
	memcpy(text, known ? kept.at : nobody, known ? kept.len : sizeof nobody - 1);
	return crypto_pwhash_str_verify(text, bytes_of(password), password.len) == 0 && known;
}
