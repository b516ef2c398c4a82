/* totp.h - one-time codes from the clock, as apps on phones make them (RFC 6238).
 *
 * Six digits of HMAC-SHA1, a new one each 30 seconds. A secret is 160 bits, kept as
 * base32 (RFC 4648), which is how people type it and how links carry it. Moments are
 * seconds since 1970.
 */
#ifndef PORT_TOTP_H
#define PORT_TOTP_H

#include "base/arena.h"

#define TOTP_SECONDS 30
#define TOTP_DIGITS  6
#define TOTP_SECRET  32                 /* letters of a new secret */

struct str totp_secret(struct arena *a);

/* The code of the step that `now` is in; empty: `secret` is no base32. */
struct str totp_code(struct arena *a, struct str secret, int64_t now);

/* Is it the code of this step, the one before or the one after? Clocks of phones are
 * not exact. Blanks in `code` do not count. A step up to `used` counts no more, so that
 * a code that somebody saw opens nothing. `*step`: what to remember. Takes as long
 * whether the code is right or not, and when `secret` is empty: then none fits. */
MUST_CHECK bool totp_fits(struct str secret, struct str code, int64_t now, int64_t used,
                          int64_t *step);

/* What an app takes the secret from: "otpauth://totp/...", see Google's key URI format.
 * `issuer` and `name` are escaped. */
struct str totp_link(struct arena *a, struct str issuer, struct str name, struct str secret);

#endif
