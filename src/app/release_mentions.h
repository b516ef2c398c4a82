/* release_mentions.h - which things stand in which releases, read once an edition; only for
 * app/edition.c and app/releases.h. */
#ifndef APP_RELEASE_MENTIONS_H
#define APP_RELEASE_MENTIONS_H

#include "app/releases.h"

struct mentioned_all;

const struct mentioned_all *mentioned_read(struct arena *a, const struct edition *ed);
struct release_mentions     mentioned_find(struct arena *a, const struct edition *ed,
                                           const struct mentioned_all *all, const char *kind,
                                           struct str key);

#endif
