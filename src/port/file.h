/* file.h - new files that are there whole or not at all.
 *
 * Write into what file_beside() made, then file_settle() puts it in its place:
 * synced to disk, under its name, never over another file unless told so.
 * All return 0 or an errno.
 */
#ifndef PORT_FILE_H
#define PORT_FILE_H

#include "base/arena.h"

/* A new empty file in the folder of `path`, with a name of its own. */
MUST_CHECK int file_beside(struct arena *a, struct str path, struct str *ret);
/* EEXIST: `path` is there already. `made` stays when this fails. */
MUST_CHECK int file_settle(struct str made, struct str path, bool replace);
/* All of that in one: `path` holds `bytes`, whatever it held before; or it is as it was. */
MUST_CHECK int file_put(struct arena *a, struct str path, struct str bytes);
/* 0: removed, or was not there. */
MUST_CHECK int file_remove(struct str path);

#endif
