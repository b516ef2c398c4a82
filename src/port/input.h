/* input.h - files that are read, with a limit.
 *
 * Problems are diags with the path as `where` and what to do.
 */
#ifndef PORT_INPUT_H
#define PORT_INPUT_H

#include "base/diag.h"

/* The bytes of a file or a pipe, at most `max`. */
MUST_CHECK bool input_read(struct arena *a, struct str path, size_t max, struct diags *d,
                           struct str *ret);

/* For reading in a stream; the caller closes. -1: a diag. */
MUST_CHECK int  input_open(struct arena *a, struct str path, struct diags *d);

/* "statusskema.txt" of "papers/statusskema.txt". */
struct str      input_name(struct str path);

#endif
