/* zip.h - files in one archive, for readers to take away (PKWARE's APPNOTE 6.3, deflated).
 *
 * The same files and the same day give the same bytes. Names are UTF-8, relative, with '/'.
 */
#ifndef PORT_ZIP_H
#define PORT_ZIP_H

#include "base/arena.h"
#include "base/buf.h"

struct zip_file {
	struct str name, bytes;
};

/* Appends the archive. `year`, `month`, `day`: when its files were last written; from 1980 on.
 * False: no memory, `ret` has no room, or it is longer than such an archive may be (4 GiB;
 * 65535 files); `ret` may then hold a part. */
MUST_CHECK bool zip_write(struct buf *ret, const struct zip_file *at, size_t n, int year,
                          int month, int day);

#endif
