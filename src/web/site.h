/* site.h - what one worker serves from: its own connection to the register, read
 * only. A connection that failed is opened anew for the next request.
 */
#ifndef WEB_SITE_H
#define WEB_SITE_H

#include "app/judge.h"
#include "store/store.h"

/* Where problems are told that the reader's page does not tell. Called from
 * several threads. */
struct site_log {
	void (*say)(void *to, struct str lines);
	void  *to;
};

struct site {
	struct str      db;
	struct store   *store;          /* NULL: to be opened */
	struct site_log log;
};

/* Every target judged as the register knows it now. False: it was logged. */
MUST_CHECK bool site_barometer(struct site *s, struct arena *a, bool has_as_of, int32_t as_of,
                               struct barometer *ret);

void site_close(struct site *s);

#endif
