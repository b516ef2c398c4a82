/* address.h - a request's target taken apart: the path and what is asked.
 *
 * "/da/?as_of=2009-06-01" is the path "/da/" and one parameter. Percent signs are
 * decoded once, '+' is a blank in a parameter. Refused: "%" without two digits,
 * what decodes to invalid UTF-8 or to control characters, the same parameter
 * twice, more than ADDRESS_MAX of them.
 */
#ifndef WEB_ADDRESS_H
#define WEB_ADDRESS_H

#include "base/arena.h"

#define ADDRESS_MAX 16

struct parameter {
	struct str name, value;
};

struct address {
	struct str       path;
	struct parameter at[ADDRESS_MAX];
	size_t           len;
};

/* Texts are in `a`. */
MUST_CHECK bool address_parse(struct arena *a, struct str target, struct address *ret);

/* False: it is not asked for. */
MUST_CHECK bool address_get(const struct address *ad, struct str name, struct str *ret);

/* Percent signs and, with `plus`, '+' decoded once: any bytes. False: a "%" without two
 * digits. */
MUST_CHECK bool address_decode(struct arena *a, struct str s, bool plus, struct str *ret);

#endif
