/* letter.h - a message as it travels (RFC 5322): headers and a plain text.
 *
 * Words in headers are encoded words (RFC 2047), the text is quoted-printable
 * (RFC 2045): no line is longer than 76 letters and no byte above 126, whatever is
 * said. Nothing that was given can begin a header of its own: a control character in
 * what becomes a header is refused.
 */
#ifndef PORT_LETTER_H
#define PORT_LETTER_H

#include "base/arena.h"
#include "base/buf.h"

#define LETTER_MAX    ((size_t)256 << 10)       /* bytes as it travels */
#define LETTER_ADDRESS_MAX 254                  /* bytes of an address (RFC 5321) */

struct letter {
	struct str from_name;           /* as people read it; may be empty */
	struct str from, to;            /* bare addresses */
	struct str subject, text;       /* lines end with LF */
	struct str id;                  /* of the message: letters, digits, '.', '-'; no domain */
	struct str lang;                /* "da"; may be empty */
	struct str unsubscribe;         /* an address of a page; may be empty */
	int64_t    at;                  /* UTC, seconds since 1970 */
};

/* One bare address, "åse@ærø.dk": no name, no quotes, no comment, no blank. */
bool       letter_address_fits(struct str address);

/* "ærø.dk" */
struct str letter_domain(struct str address);

/* Into `b`, lines ending with CRLF. False: an address is none, or a control character
 * stands in what becomes a header; nothing was written. */
MUST_CHECK bool letter_write(struct buf *b, const struct letter *l);

#endif
