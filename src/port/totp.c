#include "port/totp.h"
#include "base/buf.h"
#include "port/secret.h"
#include <liboath/oath.h>
#include <sodium.h>
#include <stdlib.h>

#define BYTES 20

/* Compared with when there is no secret. */
static const struct str nobody = STR_INIT("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

static void
wake(void)
{
	if (oath_init() != OATH_OK || sodium_init() < 0)
		abort();
}

struct str
totp_secret(struct arena *a)
{
	char       bytes[BYTES], *text = NULL;
	size_t     len = 0;
	struct str secret;

	wake();
	randombytes_buf(bytes, sizeof bytes);
	if (oath_base32_encode(bytes, sizeof bytes, &text, &len) != OATH_OK)
		abort();        /* no memory */
	secret = str_dup(a, (struct str){ text, len });
	free(text);
	return secret;
}

/* The code of one step into `otp`. */
static bool
code_of(struct str secret, int64_t step, char otp[TOTP_DIGITS + 1])
{
	char  *key = NULL;
	size_t len = 0;
	bool   ok;

	if (step < 0 || oath_base32_decode(secret.at, secret.len, &key, &len) != OATH_OK)
		return false;
	ok = oath_hotp_generate(key, len, (uint64_t)step, TOTP_DIGITS, false,
	    OATH_HOTP_DYNAMIC_TRUNCATION, otp) == OATH_OK;
	sodium_memzero(key, len);
	free(key);
	return ok;
}

struct str
totp_code(struct arena *a, struct str secret, int64_t now)
{
	char code[TOTP_DIGITS + 1];

	wake();
	return code_of(secret, now / TOTP_SECONDS, code) ? str_dup(a, str_from(code)) : STR_NONE;
}

/* The digits alone: "123 456". */
static struct str
digits(struct str code, char to[TOTP_DIGITS + 1])
{
	size_t n = 0;

	for (size_t i = 0; i < code.len; i++) {
		if (code.at[i] == ' ')
			continue;
		if (n == TOTP_DIGITS)
			return STR_NONE;
		to[n++] = code.at[i];
	}
	return (struct str){ to, n };
}

bool
totp_fits(struct str secret, struct str code, int64_t now, int64_t used, int64_t *step)
{
	char       wanted[TOTP_DIGITS + 1], typed[TOTP_DIGITS + 1] = "";
	struct str given = digits(code, typed), of = secret.len > 0 ? secret : nobody;
	int64_t    found = -1;

	wake();
	for (int64_t at = now / TOTP_SECONDS - 1; at <= now / TOTP_SECONDS + 1; at++)
		if (code_of(of, at, wanted) && secret_same(str_from(wanted), given))
			found = at;
	if (found < 0 || found <= used || secret.len == 0)
		return false;
	*step = found;
	return true;
}

struct str
totp_link(struct arena *a, struct str issuer, struct str name, struct str secret)
{
	struct buf b;
	struct str link;

	buf_init(&b, (size_t)4 << 10);
	BUF_LIT(&b, "otpauth://totp/");
	buf_percent(&b, issuer, "");
	buf_char(&b, ':');
	buf_percent(&b, name, "");
	buf_putf(&b, "?secret=" STR_FMT "&issuer=", STR_ARG(secret));
	buf_percent(&b, issuer, "");
	link = str_dup(a, buf_str(&b));
	buf_free(&b);
	return link;
}
