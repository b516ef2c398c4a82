/* source_log.h - each time that a bureau was asked, and what came of it: a row that waits
 * until it is looked after, or one that is written when it is over.
 */
#ifndef APP_SOURCE_LOG_H
#define APP_SOURCE_LOG_H

#include "app/sources.h"
#include "model/source_view.h"

#define SOURCE_LOG_KEPT  100            /* of each source */
#define SOURCE_ITEMS_MAX 500            /* figures of one; the revised ones first */

struct source_logged {                  /* what a row is about */
	int64_t              run;       /* 0: it is made when it ends */
	int64_t              source, account;
	enum source_run_kind kind;
	int64_t              now;       /* UTC seconds */
};

/* Each inside a transaction. Begins one that waits: `*ret` is its number. */
MUST_CHECK bool source_log_add(struct store *s, const struct source_logged *w, int64_t *ret);
MUST_CHECK bool source_log_done(struct arena *a, struct store *s, const struct source_logged *w,
                                const struct sources_found *f);
/* `state`: FAILED with what was wrong, or DENIED. */
MUST_CHECK bool source_log_failed(struct store *s, const struct source_logged *w,
                                  enum source_run_state state, struct str problem, struct str hint);

/* The row of a query that selects SOURCE_RUN_COLUMNS; its source's id, its account, its tries. */
struct source_logged_row {
	struct source_run run;          /* texts are in the arena; no things, no differences */
	int64_t           source, account, tries;
};

struct source_logged_row source_log_row(struct arena *a, struct store *s, enum stmt q);

struct str source_run_kind_code(enum source_run_kind k);

#endif
