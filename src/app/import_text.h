/* import_text.h - an import in two steps, for text that did not come in a file of ours:
 * read, which needs no register, and kept, inside a transaction of the caller.
 */
#ifndef APP_IMPORT_TEXT_H
#define APP_IMPORT_TEXT_H

#include "app/import.h"
#include "document/document.h"

struct import;

/* `bytes` came in, and `text` is what they were laid out as (paper_lay.h); both, `how` and
 * `name` stay. NULL with a diag: it cannot be read. */
struct import *import_text(struct arena *a, struct str name, enum format format,
                           struct str bytes, struct str text, const struct import_how *how,
                           struct diags *d);
MUST_CHECK bool import_keep(struct import *m, struct store *s, struct imported *ret);

#endif
