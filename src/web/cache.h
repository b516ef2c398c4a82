/* cache.h - answers that are sent again as they are, for one worker.
 *
 * What was made from the register is kept as long as the register's newest change
 * and the day stay what they were; the rest (style sheets) as long as there is
 * room. Bounded: when it is full, what was not asked for since it was last full
 * goes. Its owner's thread only.
 */
#ifndef WEB_CACHE_H
#define WEB_CACHE_H

#include "web/route.h"

#define CACHE_MAX     ((size_t)2 << 20)         /* bytes of all workers together */
#define CACHE_BESIDE  (CACHE_MAX / 8)           /* of each that answers what is slow: a few pictures */
#define CACHE_ONE_MAX ((size_t)256 << 10)       /* bytes of one answer */

/* All that an answer may depend on beside the register. */
struct cache_key {
	struct str target;              /* as sent */
	bool       gzip;                /* can be read packed */
	struct str lang;                /* the reader's: its code, of the program's own; or empty */
	bool       tls;                 /* was sent over */
};

struct cached {
	struct http_ready  *whole, *unchanged;  /* 200; 304 */
	struct str          tag, media;         /* of the answer; copied */
	size_t              bytes;              /* of its body */
	bool                packed;
	const struct route *route;
};

struct cache;

struct cache *cache_open(size_t max);   /* NULL: no memory */
void          cache_close(struct cache *c);     /* NULL-safe */

/* The register is known up to this change, on this day. What was made from another
 * is forgotten. False: that was so. */
bool          cache_edition(struct cache *c, int64_t known, int32_t day);

/* NULL: it is not kept. Borrowed until the next call. */
const struct cached *cache_find(struct cache *c, const struct cache_key *key);

/* Keeps `what`, which is the cache's from now on, whether there is room or not. */
void          cache_keep(struct cache *c, const struct cache_key *key,
                         const struct cached *what);

size_t        cache_size(const struct cache *c);        /* bytes */

#endif
