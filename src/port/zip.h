/* zip.h - files in one archive, for readers to take away (PKWARE's APPNOTE 6.3, deflated).
 *
 * The same files give the same bytes. Names are UTF-8, relative, with '/'.
 *
 *	struct zip  *z = zip_open(&bytes, GZIP_FAST);
 *	struct parts to = zip_parts(z);
 *	to.begin(to.with, STR("tal.csv"));
 *	to.more(to.with, STR("1;2\r\n"));
 *	ok = zip_close(z);
 */
#ifndef PORT_ZIP_H
#define PORT_ZIP_H

#include "base/buf.h"
#include "base/parts.h"
#include "port/gzip.h"

struct zip;

/* Appends the archive to `ret`, which lasts as long as it. NULL: no memory. */
struct zip  *zip_open(struct buf *ret, enum gzip_effort effort);
/* When its files were last written, from 1980 to 2107; without it, on the first day there
 * is. Before the first file. NULL-safe. */
void         zip_date(struct zip *z, int year, int month, int day);
/* Its files, one after another; names are borrowed until it is closed. What fails is told
 * when it is closed. `z` may be NULL. */
struct parts zip_parts(struct zip *z);
/* False: no memory, `ret` had no room, or it is longer than such an archive may be (4 GiB;
 * 65535 files); `ret` may then hold a part. NULL-safe: false. */
MUST_CHECK bool zip_close(struct zip *z);

#endif
