/* folder.h - a folder of files written together: all of them or none.
 *
 * Files are written into a staging folder inside the target, synced, and moved
 * into place when all are there. Other files of the target stay as they are.
 * Problems are diags with the path as `where`.
 */
#ifndef PORT_FOLDER_H
#define PORT_FOLDER_H

#include "base/diag.h"

enum folder_kind { FOLDER_ABSENT, FOLDER_EMPTY, FOLDER_FILLED, FOLDER_NONE };

/* NONE: there is something else, or it cannot be looked into (a diag). */
enum folder_kind folder_kind(struct str path, struct diags *d);
bool             folder_has(struct str path, struct str file);

/* When a file of it was written, in nanoseconds since 1970; -1: there is no plain file. */
int64_t          folder_written(struct str path, struct str file);

struct folder {
	struct arena *arena;
	struct diags *diags;
	struct str    path, stage;
	struct str   *file;             /* names that were staged */
	size_t        files, cap;
	int           fd;               /* of the file being written, -1 */
	bool          made;             /* `path` was created here */
};

MUST_CHECK bool folder_begin(struct arena *a, struct str path, struct diags *d,
                             struct folder *ret);
/* One file after the other: open, add as often as needed, close. */
MUST_CHECK bool folder_open(struct folder *f, struct str name);
MUST_CHECK bool folder_add(struct folder *f, struct str bytes);
MUST_CHECK bool folder_close(struct folder *f);
/* Moves everything into place. */
MUST_CHECK bool folder_commit(struct folder *f);
/* Removes what was staged and not moved. */
void            folder_drop(struct folder *f);

#endif
