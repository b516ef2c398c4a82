/* cheap_passwords.h - passwords that cost next to nothing, for tests that log in many
 * times. What is here stands in for libsodium's functions of the same names: it holds that
 * the program asks for the full price, and pays the least. What the full price buys is
 * tested in unit/test_secret.c. cmocka's headers come before.
 */
#ifndef TEST_CHEAP_PASSWORDS_H
#define TEST_CHEAP_PASSWORDS_H

#include <sodium.h>
#include <stdbool.h>
#include <string.h>

static bool full_price;         /* a test that measures it sets this meanwhile */

#define FULL_PRICE "$argon2id$v=19$m=65536,t=2,p=1$"

int
crypto_pwhash_str_alg(char out[crypto_pwhash_STRBYTES], const char *const password,
                      unsigned long long len, unsigned long long passes, size_t memory, int alg)
{
	assert_int_equal(passes, 2);
	assert_int_equal(memory, (size_t)64 << 20);
	assert_int_equal(alg, crypto_pwhash_ALG_ARGON2ID13);
	return crypto_pwhash_argon2id_str(out, password, len,
	    full_price ? passes : crypto_pwhash_argon2id_OPSLIMIT_MIN,
	    full_price ? memory : crypto_pwhash_argon2id_MEMLIMIT_MIN);
}

/* Only what the program compares with when there is nothing else has the full price: no
 * password fits that. */
int
crypto_pwhash_str_verify(const char text[crypto_pwhash_STRBYTES], const char *const password,
                         unsigned long long len)
{
	if (!full_price && strncmp(text, FULL_PRICE, sizeof FULL_PRICE - 1) == 0)
		return -1;
	return crypto_pwhash_argon2id_str_verify(text, password, len);
}

#endif
