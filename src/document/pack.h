/* pack.h - private to document/: the parts of a ZIP archive in memory, with limits.
 *
 * Nothing is unpacked to disk. What the archive says of its sizes is not believed: what
 * is read is counted.
 */
#ifndef DOCUMENT_PACK_H
#define DOCUMENT_PACK_H

#include "base/diag.h"

#define PACK_BYTES_MAX ((size_t)256 << 20)      /* unpacked, all parts together */
#define PACK_PARTS_MAX 5000

struct pack;

/* NULL with a diag: cut, no archive, encrypted, too many parts, a name that leads out of
 * it ("../", "/", "C:"). The bytes stay. */
struct pack *pack_open(struct arena *a, struct str name, struct str bytes, struct diags *d);
void         pack_close(struct pack *p);        /* NULL-safe */

bool pack_has(const struct pack *p, const char *part);

/* A part in `a`, or a diag: it is not there, damaged (its checksum), too large. */
MUST_CHECK bool pack_read(struct pack *p, struct arena *a, const char *part, struct str *ret);

/* Reads all parts and keeps none. */
MUST_CHECK bool pack_check(struct pack *p);

#endif
