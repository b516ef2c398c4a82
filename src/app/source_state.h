/* source_state.h - what is kept of a source beside the register: what its bureau answered
 * last, a break that nobody has decided on, and what came of each fetch.
 *
 * Nothing of it has versions. What writes is inside a transaction of the caller.
 */
#ifndef APP_SOURCE_STATE_H
#define APP_SOURCE_STATE_H

#include "app/sources.h"

struct source_state {
	int64_t    since, method, fetched;      /* fetched 0: never */
	struct str etag, modified, updated, print;
};

MUST_CHECK bool source_state_get(struct arena *a, struct store *s, int64_t source,
                                 struct source_state *ret);
MUST_CHECK bool source_state_put(struct store *s, int64_t source, const struct source_state *n);

struct source_change {                  /* of a series: it was, it is; `found` 0: none */
	int64_t    found;
	struct str went, came, print;   /* `print` empty: there is no table by the old mapping */
	int64_t    starts;              /* the first day of the new series */
};

MUST_CHECK bool source_change_get(struct arena *a, struct store *s, int64_t source,
                                  struct source_change *ret);
MUST_CHECK bool source_change_put(struct store *s, int64_t source, const struct source_change *n);
MUST_CHECK bool source_change_drop(struct store *s, int64_t source);

/* A row of the log; the oldest beyond SOURCE_LOG_KEPT of the source go. */
MUST_CHECK bool source_log_add(struct store *s, int64_t source, const struct source_event *e);

#endif
