/* replies.h - what the unit that answers for a target said about it last: the newest
 * status report on that target that is known on the day that is asked for. */
#ifndef APP_REPLIES_H
#define APP_REPLIES_H

#include "app/edition.h"
#include "model/indicator_view.h"

/* `target` is a key. Without a text: there is none. */
struct reply reply_find(const struct edition *ed, struct str target);

#endif
