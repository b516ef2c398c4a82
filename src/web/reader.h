/* reader.h - reads the papers that were sent, one after another, on a thread of its own
 * beside a server. See app/reading.h.
 */
#ifndef WEB_READER_H
#define WEB_READER_H

#include "app/viewer.h"

#define READER_SECONDS 1                /* between two looks */

struct reader;

/* NULL: the thread could not start. */
struct reader *reader_start(struct str db, struct viewer_log log);
/* The paper that is being read is read to its end. NULL-safe. */
void           reader_stop(struct reader *r);

#endif
