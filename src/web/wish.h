/* wish.h - what a reader's program can take, by its Accept headers: codings and
 * media, with weights (RFC 9110, 12.4.2 and 12.5). Languages: language.h.
 */
#ifndef WEB_WISH_H
#define WEB_WISH_H

#include "base/str.h"

/* "q=0.8" among the parameters of one item, ";"-separated: 800. None: 1000; what
 * is no weight: 0. */
int  wish_weight(struct str parameters);

/* Is gzip wanted? Not without the header, and not where the plain bytes weigh more. */
bool wish_gzip(struct str accept_encoding);

/* Is the answer one that can be taken? `media` may have a charset. Everything can
 * be taken without the header. */
int  wish_media_weight(struct str accept, struct str media);   /* 0 to 1000 */
bool wish_media(struct str accept, struct str media);

#endif
