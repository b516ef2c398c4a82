/* viewer.h - one reader's view of the register, for a server that is asked again
 * and again: a connection of its own, read only, and the newest edition. A
 * connection that failed is opened anew for the next question. Belongs to one
 * thread.
 */
#ifndef APP_VIEWER_H
#define APP_VIEWER_H

#include "app/edition.h"

/* Where problems are told that the reader is not told. Called from the threads
 * of all viewers. */
struct viewer_log {
	void (*say)(void *to, struct str lines);
	void  *to;
};

struct viewer {
	struct str        db;
	struct store     *store;        /* NULL: to be opened */
	struct viewer_log log;
	struct arena      arena, turn;  /* of `edition` */
	struct edition    edition;
	bool              has_edition;
	struct arena      kept;         /* of `papers`: what outlives an edition */
	struct papers    *papers;
	int64_t           patience_ms;  /* how old `newest` may be; 0: always asked */
	int64_t           newest, asked_at;     /* the newest change; clock_ms(), 0: never */
	bool              keeps_measured;       /* measurements of pages: measured_kept.h */
	bool              keeps_old;    /* an edition that is out of date is shown until its owner
	                                 * brings another viewer, made on another thread */
	bool              outdated;     /* that is so now */
};

/* With its own memory; it opens the register when it is first asked. */
struct viewer  *viewer_new(struct str db, struct viewer_log log, int64_t patience_ms);
void            viewer_free(struct viewer *v);  /* NULL-safe */

/* False with a diag. */
MUST_CHECK bool viewer_open(struct viewer *v, struct diags *d);
void            viewer_close(struct viewer *v);

/* The newest change of the register, looked up again when `patience_ms` is over:
 * what is shown is at most that much older than the register. False: a problem,
 * which was logged. */
MUST_CHECK bool viewer_newest(struct viewer *v, int64_t *ret);

/* The register as it is known now, judged as of the day asked for. What is asked
 * without a day is kept, follows what is measured, and is made anew when the
 * register changes otherwise; what is asked for a day is judged from it in `a`,
 * without a statement. NULL: a problem, which was logged. */
const struct edition *viewer_edition(struct viewer *v, struct arena *a, struct judge_when when);

#endif
