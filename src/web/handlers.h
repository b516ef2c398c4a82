/* handlers.h - what the routes do: HTTP in, one call of app/, a page out. Each
 * returns an HTTP status; pages of 400 and above are written by the dispatcher.
 */
#ifndef WEB_HANDLERS_H
#define WEB_HANDLERS_H

#include "web/route.h"

int handle_start(struct request *rq);           /* to the reader's language */
int handle_bare(struct request *rq);            /* "/da" to "/da/" */
int handle_barometer(struct request *rq);       /* ?as_of=2009-06-01 */
int handle_style(struct request *rq);
int handle_icon(struct request *rq);
int handle_health(struct request *rq);

#endif
