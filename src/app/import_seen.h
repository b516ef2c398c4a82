/* import_seen.h - an import of a paper that another process read (paper_seen.h): into the
 * register, inside a transaction of the caller, with no byte of the paper looked at again.
 */
#ifndef APP_IMPORT_SEEN_H
#define APP_IMPORT_SEEN_H

#include "app/import.h"
#include "app/paper_seen.h"

/* `bytes` are what came in. What was seen waits for a person: `how->review` is set. */
MUST_CHECK bool import_seen(struct arena *a, struct store *s, struct str name, struct str bytes,
                            const struct paper_seen *seen, const struct import_how *how,
                            struct imported *ret);

#endif
