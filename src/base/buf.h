/* buf.h - bounded output buffer with a sticky failure.
 *
 * Every producer (HTML, JSON, CSV, SVG) appends to a buf and checks nothing.
 * Passing `max` fails the buffer: later appends do nothing, and buf_ok() says
 * so once, at the end. The buf owns its bytes until buf_free().
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/str.h"

struct buf {
	char  *at;
	size_t len, cap, max;
	bool   failed;
};

void       buf_init(struct buf *b, size_t max);
void       buf_free(struct buf *b);                  /* NULL-safe, idempotent */
void       buf_put(struct buf *b, struct str s);
void       buf_char(struct buf *b, char c);
void       buf_putf(struct buf *b, const char *fmt, ...)
               __attribute__((format(printf, 2, 3)));
void       buf_int(struct buf *b, int64_t n, unsigned width);   /* zeros in front */
/* For an address (RFC 3986, 2.3): letters, digits, "-._~" and what is in `also` as they
 * are, other bytes as "%C3". */
void       buf_percent(struct buf *b, struct str s, const char *also);
bool       buf_ok(const struct buf *b);
struct str buf_str(const struct buf *b);             /* valid until next put */

#define BUF_LIT(b, lit) buf_put((b), STR(lit))

#endif
