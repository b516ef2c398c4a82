/* scratch.h - a folder of our own for a while, in $TMPDIR or /tmp, that nobody else can
 * read; with all that is in it removed afterwards.
 */
#ifndef PORT_SCRATCH_H
#define PORT_SCRATCH_H

#include "base/arena.h"

/* 0 or an errno. */
MUST_CHECK int scratch_open(struct arena *a, struct str *ret);
void           scratch_close(struct arena *a, struct str path);

#endif
