/* tag.h - entity tags: has the reader this version already? (RFC 9110, 13.1.2) */
#ifndef WEB_TAG_H
#define WEB_TAG_H

#include "base/arena.h"

/* Is `tag` in a list such as `"a", W/"b"`, or is that "*"? An empty list has none. */
bool       tag_listed(struct str list, struct str tag);

/* The strong tag of these bytes, as they are sent. */
struct str tag_of(struct arena *a, struct str bytes);

#endif
