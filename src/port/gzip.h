/* gzip.h - bytes packed for the way to the reader (RFC 1952), or for an archive (RFC 1951).
 * The only module that knows zlib.
 *
 * A packer keeps a quarter of a mebibyte between uses and belongs to one thread.
 */
#ifndef PORT_GZIP_H
#define PORT_GZIP_H

#include "base/buf.h"

struct gzip;

/* FAST for what is packed while somebody waits, BEST for what is packed once. */
enum gzip_effort { GZIP_FAST, GZIP_BEST };

struct gzip *gzip_open(void);           /* NULL: no memory */
struct gzip *gzip_open_bare(void);      /* without the head and tail of gzip */
void         gzip_close(struct gzip *z);        /* NULL-safe */

/* Appends `bytes` packed. False: `ret` has no room, and is as it was. */
MUST_CHECK bool gzip_pack(struct gzip *z, enum gzip_effort effort, struct str bytes,
                          struct buf *ret);

/* The same piece by piece, to `last`. False: `ret` has no room; it may hold a part. */
MUST_CHECK bool gzip_begin(struct gzip *z, enum gzip_effort effort);
MUST_CHECK bool gzip_more(struct gzip *z, struct str bytes, bool last, struct buf *ret);

/* The checksum that gzip and archives have, of what `before` is the sum of (0: nothing)
 * and these bytes behind it. */
uint32_t gzip_sum(uint32_t before, struct str bytes);

#endif
