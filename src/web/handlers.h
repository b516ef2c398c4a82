/* handlers.h - what the routes do: HTTP in, one call of app/, a page out.
 *
 * A handler returns an HTTP status; answers of 400 and above are written by the
 * dispatcher: as a page, or as a problem (RFC 9457) under /api/.
 */
#ifndef WEB_HANDLERS_H
#define WEB_HANDLERS_H

#include "view/page.h"
#include "web/route.h"

/* One table for each part of the site, in handlers.c and handlers_*.c. */
#define ROUTES_CORE 5
extern const struct route routes_core[ROUTES_CORE];
#define ROUTES_OPS 3
extern const struct route routes_ops[ROUTES_OPS];

/* A page to be written into the reply: language, authority, address and what its
 * links keep are filled in; title, description, section and crumbs are the
 * caller's. The reply is 200 HTML unless the handler says otherwise. */
struct page request_page(struct request *rq);

/* The reply is JSON, CSV, ...; `media` with its charset. */
void        request_media(struct request *rq, struct str media);

#endif
