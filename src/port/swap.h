/* swap.h - a folder that is replaced as a whole, in one step: its readers see the old one
 * or the new one, never half of one.
 *
 * The new one is made beside it, on the same file system, and locked (flock) as long as it is
 * made: one that nobody holds was left over, and the next who comes removes it. A file that did not change is
 * shared with the old one (a hard link), so that only what changed is written. Problems are
 * diags with the path as `where`. Several threads put files at once, each with a copy of the
 * struct that has an arena and diags of its own.
 */
#ifndef PORT_SWAP_H
#define PORT_SWAP_H

#include "base/arena.h"
#include "base/diag.h"

struct swap {
	struct arena *arena;
	struct diags *diags;
	struct str    path;             /* the folder, without a '/' at its end; where a link leads */
	struct str    next;             /* the one that is being made */
	bool          there;            /* `path` is there already */
	int           lock;             /* open as long as `next` is being made */
};

MUST_CHECK bool swap_begin(struct arena *a, struct str path, struct diags *d, struct swap *ret);

/* A new file of the new folder: "da/index.html"; its folders are made. */
MUST_CHECK bool swap_put(struct swap *s, struct str file, struct str bytes);

/* The old folder's file is the new one's, too. False: it cannot be shared; put it. */
bool            swap_keep(struct swap *s, struct str file);

/* Bytes of a file of the new folder; 0: it is not there. */
size_t          swap_size(const struct swap *s, struct str file);

/* Syncs the new folder to disk, lets it change places with the old one, and removes that. */
MUST_CHECK bool swap_commit(struct swap *s);

/* Removes the new folder, when it was not committed. */
void            swap_drop(struct swap *s);

#endif
