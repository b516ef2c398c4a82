/* base64.h - bytes as text (RFC 4648), where only text can be kept. */
#ifndef PORT_BASE64_H
#define PORT_BASE64_H

#include "base/arena.h"

struct str      base64_write(struct arena *a, struct str bytes);
/* False: it is not what base64_write() makes. */
MUST_CHECK bool base64_read(struct arena *a, struct str text, struct str *ret);

#endif
