/* gzip.h - bytes packed for the way to the reader (RFC 1952). The only module that
 * knows zlib.
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
void         gzip_close(struct gzip *z);        /* NULL-safe */

/* Appends `bytes` packed. False: `ret` has no room, and is as it was. */
MUST_CHECK bool gzip_pack(struct gzip *z, enum gzip_effort effort, struct str bytes,
                          struct buf *ret);

#endif
