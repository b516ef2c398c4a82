/* file.h - whole files and folders, with limits.
 *
 * Problems are diags with the path as `where` and what to do. Writing is
 * all or nothing: to a neighbour first, synced, then renamed.
 */
#ifndef PORT_FILE_H
#define PORT_FILE_H

#include "base/diag.h"

/* The bytes of a regular file (or a pipe), at most `max`. */
MUST_CHECK bool file_read(struct arena *a, struct str path, size_t max, struct diags *d,
                          struct str *ret);

/* For reading in a stream; the caller closes. -1: a diag. */
MUST_CHECK int  file_open(struct arena *a, struct str path, struct diags *d);

/* Creates or replaces `path`. */
MUST_CHECK bool file_write(struct arena *a, struct str path, struct str bytes, struct diags *d);

/* "statusskema.txt" of "papers/statusskema.txt". */
struct str      file_name(struct str path);

#endif
