/* site_sums.h - which files a published site has, and the SHA-256 of each: a list as
 * sha256sum(1) writes and checks it.
 */
#ifndef WEB_SITE_SUMS_H
#define WEB_SITE_SUMS_H

#include "base/buf.h"
#include "base/keys.h"

#define SUMS_FILE "SHA256SUMS"

struct sum {
	struct str file, hash;
};

struct sums {
	struct sum *at;
	size_t      len, cap;
	struct keys files;              /* numbered as they stand there */
};

/* Texts are borrowed. A file stands in it once. */
void       sums_add(struct arena *a, struct sums *s, struct str file, struct str hash);
/* Empty: there is no such file. */
struct str sums_find(const struct sums *s, struct str file);

/* What sums_write() wrote, or sha256sum; false: it is not such a list. */
MUST_CHECK bool sums_read(struct arena *a, struct str text, struct sums *ret);
/* In the order of names. */
void       sums_write(struct buf *b, const struct sums *s);

#endif
