/* source_add.h - a source is made, or changed, and read back in words. */
#ifndef APP_SOURCE_ADD_H
#define APP_SOURCE_ADD_H

#include "app/change.h"

struct source_cell { struct str column, value; };       /* "indicator", "borgere"; also "table" */

/* The row that cells make, on top of what the source `key` says when there is one. A diag
 * for each that is wrong, a mapping that names no area or group of the register included. */
MUST_CHECK bool source_row(struct arena *a, struct store *s, struct str key,
                           const struct source_cell *cell, size_t cells, struct diags *d,
                           struct noun_row *ret);
/* Such a row, as one change in a transaction of its own: a new source, or a version. */
MUST_CHECK bool source_add(struct arena *a, struct store *s, struct str key,
                           const struct noun_row *row, const struct act *act, struct diags *d,
                           int64_t *ret);

/* What a source says, in words to read back: "OMRÅDE 101", "the area København". */
struct source_saying { struct str what, means; };

MUST_CHECK bool source_say(struct arena *a, struct store *s, const struct noun_row *row,
                           struct source_saying **ret, size_t *len);

#endif
