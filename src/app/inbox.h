/* inbox.h - papers that come in through the browser, and a person's word on what was
 * read in them: each one deed, with its row in the trail.
 *
 * A paper belongs to no unit, so whoever has the right IMPORT somewhere may take papers
 * in and decide on them. What is decided here is what `pejl accept` decides, see
 * decide.h and accept.h.
 */
#ifndef APP_INBOX_H
#define APP_INBOX_H

#include "app/deed.h"
#include "app/proposals.h"
#include "model/posted.h"

/* The file of the form `form` is to be read (reading.h); `d->location` is that of the page
 * that tells how far it is. What is no paper, as its first look tells, is a fault of the
 * field "file". */
enum deed_state inbox_take(struct deed *d, const struct posted *form);

/* The proposal `key`: the form's "do" is accept or reject; its "title", "t0", "y0", ...
 * are the words and years of the fields as a person left them, its "into" the key of the
 * thing it tells more of. STALE: somebody decided before. */
enum deed_state inbox_decide(struct deed *d, struct str key, const struct posted *form);

/* Of the paper `key`: "do" is accept_kind or reject_kind with the code "kind", undo with
 * the number "change", or undo_all. */
enum deed_state inbox_act(struct deed *d, struct str key, const struct posted *form);

/* "/da/work/inbox/x": `part` is what stands behind work/. */
struct str inbox_address(struct deed *d, const char *part, struct str key);

#endif
